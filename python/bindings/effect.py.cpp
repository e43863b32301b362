// SPDX-License-Identifier: MIT
// The verbs; each can be called on a pathway to see what it does.
#include <pathecon/effect/verbs.hpp>

#include "core.hpp"
#include "portfolio.hpp"

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
}

} // namespace pathecon::python
