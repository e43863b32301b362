// SPDX-License-Identifier: MIT
// The nouns of a pathway, and the pathway that they are added to.
#include <tuple>

#include <pathecon/pathway/check.hpp>

#include "core.hpp"
#include "read_pathway.hpp"
#include "table.hpp"

namespace pathecon::python {

namespace {

using pathway::Pathway;

/// Says whether an object is one of the nouns that a pathway holds, and then does something with it.
template <class Do>
bool with_noun(py::handle object, Do action)
{
    auto const one = [&]<class Noun>(std::type_identity<Noun>) {
        if (!py::isinstance<Noun>(object)) return false;
        action(object.cast<Noun const&>());
        return true;
    };
    return std::apply([&](auto... noun) { return (one(std::type_identity<decltype(noun)>{}) || ...); },
                      std::tuple<pathway::Arrivals, pathway::Attribute, pathway::Test, pathway::Resource,
                                 pathway::Session, pathway::Activity, pathway::Delay, pathway::Fork, pathway::Join,
                                 pathway::Stay, pathway::Event, pathway::Downtime, pathway::Backlog, pathway::Route,
                                 pathway::Interval, pathway::Outcome, pathway::BudgetLine>{});
}

/// Adds a noun, or each of several.
Pathway add(Pathway pathway, py::handle object)
{
    if (with_noun(object, [&](auto const& noun) { pathway = pathway.add(noun); })) return pathway;
    bool const several = py::isinstance<py::list>(object) || py::isinstance<py::tuple>(object);
    if (!several)
        throw py::type_error{"a pathway takes nouns such as Activity or Route, not " +
                             py::repr(object).cast<std::string>()};
    for (auto const& element : py::iter(object)) pathway = add(std::move(pathway), element);
    return pathway;
}

template <class Noun>
std::string const& name_of(Noun const& noun)
{
    if constexpr (requires { noun.name; })
        return noun.name;
    else
        return noun.from;
}

/// Finds the list that holds the nouns of a kind.
template <class Noun>
std::vector<Noun>& list_of(Pathway& pathway)
{
    std::vector<Noun>* found = nullptr;
    auto const look = [&](auto const& field) {
        if constexpr (std::is_same_v<std::remove_cvref_t<decltype(pathway.*(field.member))>, std::vector<Noun>>)
            found = &(pathway.*(field.member));
    };
    std::apply([&](auto const&... field) { (look(field), ...); }, base::Fields<Pathway>::table);
    return *found;
}

/// Puts a noun in the place of the one of its kind and name, or adds it.
Pathway put(Pathway pathway, py::handle object)
{
    bool const known = with_noun(object, [&]<class Noun>(Noun const& noun) {
        for (auto& there : list_of<Noun>(pathway))
            if (name_of(there) == name_of(noun)) {
                there = noun;
                return;
            }
        pathway = pathway.add(noun);
    });
    if (!known)
        throw py::type_error{"a pathway takes nouns such as Activity or Route, not " +
                             py::repr(object).cast<std::string>()};
    return pathway;
}

base::Table loads_table(Pathway const& pathway)
{
    std::vector<std::string> names, left_out;
    std::vector<double> asked, capacity, ratio;
    for (auto const& load : pathway::loads_of(pathway)) {
        names.push_back(load.name);
        asked.push_back(load.per_week);
        capacity.push_back(load.capacity);
        ratio.push_back(load.ratio());
        left_out.push_back(load.leaves_out);
    }
    base::Table table;
    table.add_column("name", std::move(names)).add_column("per_week", std::move(asked));
    table.add_column("capacity", std::move(capacity)).add_column("load", std::move(ratio));
    return table.add_column("leaves_out", std::move(left_out));
}

void bind_whole(py::module_& module)
{
    auto type = bind_noun<Pathway>(module, "Pathway");
    type.def(
            "add", [](Pathway pathway, py::args const& nouns) { return add(std::move(pathway), nouns); },
            "add(self, *nouns: typing.Any) -> Pathway\n\nReturns a copy with nouns added.")
        .def("put", &put,
             "put(self, noun: typing.Any) -> Pathway\n\nReturns a copy in which the noun takes the place of the one of "
             "its name.")
        .def("__add__", &add, "__add__(self, nouns: typing.Any) -> Pathway")
        .def(
            "check", [](Pathway const& pathway) { return pathway::check(pathway).warnings().all(); },
            "check(self) -> list[pathecon._core.base.Diagnostic]\n\nReturns the warnings; raises InvalidInput with "
            "every fault.")
        .def(
            "loads", [](Pathway const& pathway) { return frame_of(loads_table(pathway)); },
            "loads(self) -> typing.Any\n\nGives what is asked of everything limited in a week, beside what it can "
            "give, and what a load leaves out because it depends on waits.")
        .def(
            "inputs", [](Pathway const& pathway) { return frame_of(random::to_table(random::list_inputs(pathway))); },
            "inputs(self) -> typing.Any\n\nLists every input with its value, prior, source and status.");
    auto const draw = [](char const* function) {
        return [function](py::handle self) { return py::module_::import("pathecon.picture").attr(function)(self); };
    };
    type.def("picture", draw("svg_of"), "picture(self) -> str\n\nDraws the steps and the ways between them as SVG.")
        .def("_repr_html_", draw("html_of"), "_repr_html_(self) -> str");
    type.attr("__repr__") =
        py::cpp_function{draw("text_of"), py::name("__repr__"), py::is_method(type), "__repr__(self) -> str"};
}

} // namespace

void bind_pathway(py::module_ module)
{
    bind_values(module);
    bind_nouns_of_work(module);
    bind_nouns_of_patients(module);
    bind_whole(module);
    bind_sites(module);
}

} // namespace pathecon::python
