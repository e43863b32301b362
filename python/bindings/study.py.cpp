// SPDX-License-Identifier: MIT
// Arms and studies.
#include <pathecon/study/run.hpp>

#include "core.hpp"
#include "portfolio.hpp"
#include "table.hpp"

namespace pathecon::python {

using study::Arm;
using study::Study;

namespace {

Arm arm_of(std::string name, py::handle tools, py::handle role)
{
    Arm arm{.name = std::move(name), .tools = portfolio_of(tools)};
    if (!role.is_none()) arm.role = decode_checked<study::Role>(to_value(role), "arm/" + arm.name + "/role");
    return arm;
}

/// Makes arms of a dictionary of names and tools, or of a list of arms.
std::vector<Arm> arms_of(py::handle object)
{
    std::vector<Arm> arms;
    if (py::isinstance<py::dict>(object)) {
        for (auto const& [name, tools] : py::reinterpret_borrow<py::dict>(object))
            arms.push_back(arm_of(py::cast<std::string>(name), tools, py::none{}));
        // The first is what the others are compared with, whatever it is called.
        if (!arms.empty()) arms.front().role = study::Role::comparator;
        return arms;
    }
    for (auto const& element : py::iter(object)) {
        if (!py::isinstance<Arm>(element))
            throw py::type_error{"expected an Arm, found " + py::repr(element).cast<std::string>()};
        arms.push_back(element.cast<Arm const&>());
    }
    return arms;
}

} // namespace

/// A study's pathway and arms are objects, not values.
template <>
struct Making<Study> {
    static Study construct(NounBinding const& noun, py::args const& positional, py::kwargs const& named)
    {
        py::kwargs rest{named};
        if (positional.size() > 2)
            throw py::type_error{"Study() takes at most 2 positional arguments: pathway and arms"};
        auto const take = [&](std::size_t i, char const* name) -> py::object {
            if (i < positional.size()) return positional[i];
            if (!rest.contains(name)) throw py::type_error{std::string{"Study() needs '"} + name + "'"};
            return rest.attr("pop")(name);
        };
        auto const pathway = take(0, "pathway"), arms = take(1, "arms");
        if (!py::isinstance<pathway::Pathway>(pathway))
            throw py::type_error{"expected a Pathway, found " + py::repr(pathway).cast<std::string>()};
        auto made = decode_checked<Study>(arguments(noun, {}, rest), noun.noun);
        made.pathway = pathway.cast<pathway::Pathway const&>();
        made.arms = arms_of(arms);
        return made;
    }
    static Study replace(NounBinding const& noun, py::handle self, py::kwargs const& named)
    {
        py::kwargs all{from_value(noun.encode_fields(self, base::Omit::defaults))};
        for (auto const* key : {"pathway", "arms"}) all[key] = self.attr(key);
        for (auto const& [key, object] : named) all[key] = object;
        return construct(noun, {}, all);
    }
};

namespace {

void bind_arm(py::module_& module)
{
    auto const role = given_type<study::Role>();
    py::class_<Arm>(module, "Arm", "One way of running the pathway: usual care with tools, in their order.")
        .def(py::init(&arm_of), py::arg("name"), py::arg("tools") = py::none{}, py::arg("role") = py::none{},
             ("__init__(self, name: str, tools: typing.Any = None, role: " + role + " | None = None) -> None").c_str())
        .def_readonly("name", &Arm::name, "name(self) -> str")
        .def_property_readonly(
            "tools", [](Arm const& arm) { return to_python(arm.tools.tools); },
            "tools(self) -> pathecon.nouns.Nouns[pathecon._core.effect.Tool]")
        .def_property_readonly(
            "role", [](Arm const& arm) { return to_python(arm.role); }, ("role(self) -> " + role).c_str())
        .def(
            "__reduce__",
            [](py::handle self) {
                return py::make_tuple(
                    py::type::of(self),
                    py::make_tuple(self.attr("name"), py::list(self.attr("tools")), self.attr("role")));
            },
            "__reduce__(self) -> tuple[typing.Any, ...]")
        .def(
            "__eq__", [](Arm const& a, Arm const& b) { return a == b; }, py::is_operator(),
            "__eq__(self, other: object) -> bool")
        .def(
            "__repr__",
            [](py::handle self) {
                return "Arm(" + py::repr(self.attr("name")).cast<std::string>() +
                       ", tools=" + py::repr(py::list(self.attr("tools"))).cast<std::string>() + ")";
            },
            "__repr__(self) -> str");
}

std::string text_of(Study const& study)
{
    std::string arms;
    for (auto const& arm : study.arms) arms += (arms.empty() ? "" : ", ") + arm.name;
    return "<Study of '" + study.pathway.name + "': " + arms + "; " + std::to_string(study.draws) + " draws x " +
           std::to_string(study.replications) + " replications>";
}

} // namespace

void bind_study(py::module_ module)
{
    bind_arm(module);
    bind_noun<study::Goal>(module, "Goal");
    bind_noun<study::Precision>(module, "Precision");
    auto study = bind_noun<Study>(
        module, "Study",
        "pathway: pathecon._core.pathway.Pathway, arms: dict[str, typing.Any] | collections.abc.Sequence[Arm]");
    // What a file says of a study is not all of it: its pathway and arms are objects.
    for (auto const* name : {"as_dict", "from_dict"}) py::delattr(study, name);
    study.attr("__reduce__") = py::cpp_function{
        [](py::handle self) {
            py::dict fields;
            for (auto const* name : {"name", "horizon", "warm_up", "follow_up", "period", "draws", "replications",
                                     "seed", "precision"})
                fields[name] = self.attr(name);
            return py::make_tuple(py::module_::import("pathecon.nouns").attr("study_of"),
                                  py::make_tuple(self.attr("pathway"), py::list(self.attr("arms")), fields));
        },
        py::name("__reduce__"), py::is_method(study), "__reduce__(self) -> tuple[typing.Any, ...]"};
    study.attr("__repr__") =
        py::cpp_function{&text_of, py::name("__repr__"), py::is_method(study), "__repr__(self) -> str"};
    study
        .def_property_readonly(
            "pathway", [](Study const& s) { return s.pathway; }, "pathway(self) -> pathecon._core.pathway.Pathway")
        .def_property_readonly(
            "arms",
            [](Study const& s) {
                py::tuple arms{s.arms.size()};
                for (std::size_t i = 0; i < s.arms.size(); ++i) arms[i] = s.arms[i];
                return named_tuple(std::move(arms));
            },
            "arms(self) -> pathecon.nouns.Nouns[Arm]")
        .def(
            "check",
            [](Study const& s) {
                base::Diagnostics diagnostics;
                static_cast<void>(study::models_of(s, diagnostics));
                if (!diagnostics.ok()) throw base::InvalidInput{std::move(diagnostics)};
                return diagnostics.all();
            },
            "check(self) -> list[pathecon._core.base.Diagnostic]\n\nReturns the warnings of every arm; raises "
            "InvalidInput with every fault. Simulates nothing.");
    module.def(
        "explain", [](Study const& s) { return frame_of(study::explain(s)); }, py::arg("study"),
        "explain(study: Study) -> typing.Any\n\nLists what the tools of each arm change: arm, path, before, after, "
        "tool, effect, source.");
    bind_result(module);
    bind_run(module);
    bind_replay(module);
}

} // namespace pathecon::python
