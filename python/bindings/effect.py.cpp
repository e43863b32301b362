// SPDX-License-Identifier: MIT
// The verbs; each can be called on a pathway to see what it does. What portfolios make of pathways.
#include <pathecon/effect/explain.hpp>
#include <pathecon/effect/verbs.hpp>

#include "core.hpp"
#include "portfolio.hpp"
#include "table.hpp"

namespace pathecon::python {

namespace {

template <class Verb>
void bind_verb(py::module_& module, char const* name)
{
    bind_noun<Verb>(module, name)
        .def(
            "__call__",
            [](Verb const& verb, pathway::Pathway const& pathway, std::string tool) {
                return effect::Effect{verb}.apply(pathway, effect::Context{.tool = std::move(tool)});
            },
            py::arg("pathway"), py::arg("tool") = "tool",
            "__call__(self, pathway: pathecon._core.pathway.Pathway, tool: str = 'tool') -> "
            "pathecon._core.pathway.Pathway\n\n"
            "Returns the pathway after this effect alone, of a tool that every visit uses.");
}

void bind_applied(py::module_& module)
{
    py::class_<effect::Applied>(module, "Applied", "What a portfolio made of a pathway.")
        .def_property_readonly(
            "pathway", [](effect::Applied const& a) { return a.pathway; },
            "pathway(self) -> pathecon._core.pathway.Pathway")
        .def_property_readonly(
            "changes", [](effect::Applied const& a) { return frame_of(effect::explain(a.changes)); },
            "changes(self) -> typing.Any")
        .def_property_readonly(
            "remarks",
            [](effect::Applied const& a) {
                py::list remarks;
                for (auto const& remark : a.pathway.remarks)
                    remarks.append(py::make_tuple(remark.code, remark.tool, remark.text));
                return remarks;
            },
            "remarks(self) -> list[tuple[int, str, str]]");
}

} // namespace

void bind_effect(py::module_ module)
{
    bind_verb<effect::Scale>(module, "Scale");
    bind_verb<effect::Insert>(module, "Insert");
    bind_verb<effect::Bypass>(module, "Bypass");
    bind_verb<effect::Transfer>(module, "Transfer");
    bind_noun<effect::UrgentBooking>(module, "UrgentBooking");
    bind_verb<effect::Prioritise>(module, "Prioritise");
    bind_verb<effect::Detect>(module, "Detect");
    bind_verb<effect::Reconcile>(module, "Reconcile");
    bind_verb<effect::Adopt>(module, "Adopt");
    bind_verb<effect::Burden>(module, "Burden");
    bind_verb<effect::Cost>(module, "Cost");
    bind_verb<effect::AddCapacity>(module, "AddCapacity");
    bind_verb<effect::Shorten>(module, "Shorten");
    bind_tools(module);
    bind_applied(module);
    module.def(
        "apply",
        [](pathway::Pathway const& pathway, py::handle tools) { return effect::apply(pathway, portfolio_of(tools)); },
        py::arg("pathway"), py::arg("tools"),
        "apply(pathway: pathecon._core.pathway.Pathway, tools: typing.Any) -> Applied\n\nApplies every effect of every "
        "tool in order.");
    module.def(
        "explain",
        [](pathway::Pathway const& pathway, py::handle tools) {
            return frame_of(effect::explain(pathway, portfolio_of(tools)));
        },
        py::arg("pathway"), py::arg("tools"),
        "explain(pathway: pathecon._core.pathway.Pathway, tools: typing.Any) -> typing.Any\n\nLists what each tool "
        "changes: path, before, after, tool, effect, source.");
}

} // namespace pathecon::python
