// SPDX-License-Identifier: MIT
// Appraisals: figures by arm and level.
#include <pathecon/econ/appraisal.hpp>

#include "core.hpp"
#include "estimate.hpp"
#include "noun.hpp"
#include "table.hpp"

namespace pathecon::python {

using econ::Appraisal;
using econ::ArmAppraisal;

namespace {

econ::Return const& at(Appraisal const& appraisal, std::string const& arm, std::string const& level)
{
    base::Diagnostics diagnostics;
    base::Places places;
    auto const decoded = base::decode<econ::Level>(base::Value{level}, diagnostics, places, "level");
    if (!diagnostics.ok()) throw base::InvalidInput{std::move(diagnostics)};
    return appraisal.arm(arm).at(decoded);
}

/// Adds a figure of an arm at a level: `appraisal.npv("with AI", "capacity")`.
template <auto Figure>
void add_figure(py::class_<Appraisal>& type, std::string const& name, std::string const& sentence)
{
    type.def(
        name.c_str(),
        [](Appraisal const& a, std::string const& arm, std::string const& level) { return at(a, arm, level).*Figure; },
        py::arg("arm"), py::arg("level") = "cash",
        (name + "(self, arm: str, level: " + given_type<econ::Level>() + " = 'cash') -> Estimate\n\n" + sentence)
            .c_str());
}

/// Adds a figure of an arm.
template <auto Figure>
void add_of_arm(py::class_<Appraisal>& type, std::string const& name, std::string const& sentence)
{
    type.def(
        name.c_str(), [](Appraisal const& a, std::string const& arm) { return a.arm(arm).*Figure; }, py::arg("arm"),
        (name + "(self, arm: str) -> Estimate\n\n" + sentence).c_str());
}

py::dict by_kind(Appraisal const& appraisal, std::string const& arm)
{
    py::dict kinds;
    for (auto const& [kind, name] : base::EnumNames<ledger::Kind>::names)
        kinds[py::str{std::string{name}}] = appraisal.arm(arm).consequences[static_cast<std::size_t>(kind)];
    return kinds;
}

py::dict owners(Appraisal const& appraisal, std::string const& arm)
{
    py::dict found;
    for (auto const& owner : appraisal.arm(arm).owners) found[py::str{owner.owner}] = owner.npv;
    return found;
}

} // namespace

void bind_appraisal(py::module_& module)
{
    py::class_<Appraisal> type{
        module, "Appraisal",
        "What each arm returns against the comparator. Levels add up: cash; and capacity; and health; and societal."};
    type.def_readonly("terms", &Appraisal::terms, "terms(self) -> Terms")
        .def_readonly("comparator", &Appraisal::comparator, "comparator(self) -> str")
        .def_property_readonly(
            "arms",
            [](Appraisal const& a) {
                std::vector<std::string> names;
                for (auto const& arm : a.arms) names.push_back(arm.arm);
                return names;
            },
            "arms(self) -> list[str]\n\nThe arms but the comparator.")
        .def_property_readonly(
            "warnings", [](Appraisal const& a) { return a.warnings.all(); },
            "warnings(self) -> list[pathecon._core.base.Diagnostic]");
    add_figure<&econ::Return::npv>(type, "npv", "Present value of what the arm changes, less the outlay, in pounds.");
    add_figure<&econ::Return::benefit>(
        type, "benefit",
        "Present value of every consequence, good or bad, in pounds: the highest outlay that still breaks even.");
    add_figure<&econ::Return::roi_net>(type, "roi", "Net return: (benefit - outlay) / outlay.");
    add_figure<&econ::Return::roi_gross>(type, "gross_ratio",
                                         "Gross ratio: benefit / outlay, pounds back for each pound.");
    add_figure<&econ::Return::payback>(type, "payback", "Years until paid back for good; infinite when never.");
    add_figure<&econ::Return::discounted_payback>(type, "discounted_payback", "The same on discounted flows.");
    add_of_arm<&ArmAppraisal::outlay>(type, "outlay", "Present value of what the tools themselves cost, in pounds.");
    add_of_arm<&ArmAppraisal::qalys>(type, "qalys", "QALYs gained, discounted.");
    add_of_arm<&ArmAppraisal::npv_at_opportunity_cost>(type, "npv_at_opportunity_cost",
                                                       "NPV of the level health with a QALY at what it costs the NHS.");
    add_of_arm<&ArmAppraisal::gross_cost>(type, "gross_cost", "All that the arm costs: not a change.");
    type.def("by_kind", &by_kind, py::arg("arm"),
             "by_kind(self, arm: str) -> dict[str, Estimate]\n\nThe consequences, each kind alone.")
        .def("owners", &owners, py::arg("arm"),
             "owners(self, arm: str) -> dict[str, Estimate]\n\nWhat the change is to each owner.")
        .def(
            "flows", [](Appraisal const& a, std::string const& arm) { return a.arm(arm).flows; }, py::arg("arm"),
            "flows(self, arm: str) -> list[float]\n\nLevel capacity, mean, undiscounted: at the decision, then year by "
            "year.")
        .def(
            "table", [](Appraisal const& a) { return frame_of(econ::comparison(a)); },
            "table(self) -> typing.Any\n\nSets the arms side by side in a DataFrame.")
        .def(
            "_repr_html_", [](py::handle self) { return self.attr("table")().attr("_repr_html_")(); },
            "_repr_html_(self) -> str")
        .def(
            "__repr__",
            [](Appraisal const& a) {
                std::string text = "<Appraisal against '" + a.comparator + "', NPV in cash:";
                for (auto const& arm : a.arms)
                    text += "\n  " + arm.arm + ": £" + text_of(arm.at(econ::Level::cash).npv);
                return text + ">";
            },
            "__repr__(self) -> str");
}

} // namespace pathecon::python
