// SPDX-License-Identifier: MIT
// Tools and portfolios, and Python functions as effects.
#include "core.hpp"
#include "portfolio.hpp"

namespace pathecon::python {

PythonEffect::PythonEffect(py::object callable, std::string name)
    : callable_{new py::object{std::move(callable)},
                [](py::object* held) {
                    py::gil_scoped_acquire const lock;
                    delete held;
                }}
    , name_{std::move(name)}
{}

pathway::Pathway PythonEffect::operator()(pathway::Pathway const& pathway) const
{
    py::gil_scoped_acquire const lock;
    py::object const made = (*callable_)(pathway);
    if (!py::isinstance<pathway::Pathway>(made))
        throw py::type_error{"the effect '" + name_ + "' must return a Pathway, it returned " +
                             py::repr(made).cast<std::string>()};
    return made.cast<pathway::Pathway>();
}

namespace {

/// Looks for a verb among those that Python has as classes.
template <class... Verbs>
bool find_verb(py::handle object, std::optional<effect::Effect>& found, std::variant<Verbs...> const*)
{
    auto const one = [&]<class Verb>(std::type_identity<Verb>) {
        if (py::isinstance<Verb>(object)) found.emplace(object.cast<Verb const&>());
        return found.has_value();
    };
    return (one(std::type_identity<Verbs>{}) || ...);
}

std::string name_of(py::handle callable)
{
    auto const named = py::hasattr(callable, "__name__") ? callable : py::handle{py::type::of(callable)};
    return py::str(named.attr("__name__")).cast<std::string>();
}

std::string text_of(effect::Tool const& tool)
{
    std::string verbs;
    for (auto const& effect : tool.effects) verbs += (verbs.empty() ? "" : ", ") + std::string{effect.name()};
    return "<Tool '" + tool.name + "': " + (verbs.empty() ? "no effect" : verbs) + ">";
}

} // namespace

effect::Effect effect_of(py::handle object)
{
    std::optional<effect::Effect> found;
    if (find_verb(object, found, static_cast<effect::Verb const*>(nullptr))) return *found;
    if (py::isinstance<CustomEffect>(object)) return object.cast<CustomEffect const&>().effect;
    if (!PyCallable_Check(object.ptr())) return base::decode<effect::Effect>(to_value(object));
    auto const name = name_of(object);
    return {PythonEffect{py::reinterpret_borrow<py::object>(object), name}, name};
}

std::vector<effect::Effect> effects_of(py::handle object)
{
    std::vector<effect::Effect> effects;
    if (object.is_none()) return effects;
    if (!py::isinstance<py::list>(object) && !py::isinstance<py::tuple>(object)) return {effect_of(object)};
    for (auto const& element : py::iter(object)) effects.push_back(effect_of(element));
    return effects;
}

effect::Portfolio portfolio_of(py::handle object)
{
    if (py::isinstance<effect::Portfolio>(object)) return object.cast<effect::Portfolio const&>();
    if (py::isinstance<effect::Tool>(object)) return {object.cast<effect::Tool const&>()};
    if (object.is_none()) return {};
    if (!py::isinstance<py::list>(object) && !py::isinstance<py::tuple>(object))
        throw py::type_error{"expected a list of tools, found " + py::repr(object).cast<std::string>()};
    effect::Portfolio portfolio;
    for (auto const& element : py::iter(object)) {
        if (!py::isinstance<effect::Tool>(element))
            throw py::type_error{"expected a Tool, found " + py::repr(element).cast<std::string>()};
        portfolio.tools.push_back(element.cast<effect::Tool const&>());
    }
    return portfolio;
}

void bind_tools(py::module_& module)
{
    py::class_<CustomEffect>(module, "CustomEffect", "An effect that is user code.")
        .def_property_readonly(
            "name", [](CustomEffect const& c) { return std::string{c.effect.name()}; }, "name(self) -> str")
        .def(
            "__call__",
            [](CustomEffect const& c, pathway::Pathway const& pathway) { return c.effect.apply(pathway, {}); },
            "__call__(self, pathway: pathecon._core.pathway.Pathway) -> pathecon._core.pathway.Pathway")
        .def(
            "__repr__", [](CustomEffect const& c) { return "<effect " + std::string{c.effect.name()} + ">"; },
            "__repr__(self) -> str");

    bind_noun<effect::ToolCost>(module, "ToolCost");
    auto tool = bind_noun<effect::Tool>(module, "Tool");
    // What is user code cannot be written down, so these two do without the encoder.
    py::is_method const method{tool};
    tool.attr("__repr__") = py::cpp_function{&text_of, py::name("__repr__"), method, "__repr__(self) -> str"};
    tool.attr("__hash__") = py::cpp_function{[](effect::Tool const& t) { return py::hash(py::str(t.name)); },
                                             py::name("__hash__"), method, "__hash__(self) -> int"};

    py::class_<effect::Portfolio>(module, "Portfolio", "The tools of an arm, in their order.")
        .def(py::init([](py::handle tools) { return portfolio_of(tools); }), py::arg("tools") = py::none{},
             "__init__(self, tools: typing.Any = None) -> None")
        .def_property_readonly(
            "tools", [](effect::Portfolio const& p) { return to_python(p.tools); },
            "tools(self) -> pathecon.nouns.Nouns[Tool]")
        .def("__len__", &effect::Portfolio::size, "__len__(self) -> int")
        .def(
            "__iter__", [](py::handle self) { return py::iter(self.attr("tools")); },
            "__iter__(self) -> collections.abc.Iterator[Tool]")
        .def(
            "__eq__", [](effect::Portfolio const& a, effect::Portfolio const& b) { return a == b; }, py::is_operator(),
            "__eq__(self, other: object) -> bool")
        .def(
            "__repr__",
            [](py::handle self) {
                return "Portfolio(" + py::repr(py::list(self.attr("tools"))).cast<std::string>() + ")";
            },
            "__repr__(self) -> str");
}

} // namespace pathecon::python
