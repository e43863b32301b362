// SPDX-License-Identifier: MIT
// Scenarios: whole cases from files, texts and dictionaries.
#include <filesystem>
#include <string>

#include <fmt/format.h>
#include <pathecon/io/scenario.hpp>
#include <pathecon/io/trace.hpp>

#include "core.hpp"
#include "portfolio.hpp"

namespace pathecon::python {

namespace {

using io::Scenario;

/// Makes a scenario of its parts, or a changed copy of one.
Scenario with(Scenario scenario, py::kwargs const& named)
{
    for (auto const& [key, object] : named) {
        auto const name = key.cast<std::string>();
        if (name == "title")
            scenario.title = object.cast<std::string>();
        else if (name == "study")
            scenario.study = object.cast<study::Study const&>();
        else if (name == "tariff")
            scenario.tariff = object.cast<ledger::Tariff const&>();
        else if (name == "terms")
            scenario.terms = object.cast<econ::Terms const&>();
        else
            throw py::type_error{"Scenario has no '" + name + "': title, study, tariff and terms can be given"};
    }
    scenario.tools = study::tools_of(scenario.study);
    return scenario;
}

std::string text_of(Scenario const& scenario)
{
    std::string arms;
    for (auto const& arm : scenario.study.arms) arms += (arms.empty() ? "" : ", ") + arm.name;
    return fmt::format("<Scenario '{}': {}>", scenario.title, arms);
}

std::filesystem::path path_of(py::handle path)
{
    return path.is_none() ? std::string{} : py::module_::import("os").attr("fspath")(path).cast<std::string>();
}

void bind_reading(py::module_& module)
{
    module.def(
        "load_scenario", [](py::handle path) { return io::load_scenario(path_of(path)); }, py::arg("path"),
        "load_scenario(path: str | os.PathLike[str]) -> Scenario\n\nReads a scenario file; raises InvalidInput with "
        "every fault, each at its line.");
    module.def(
        "parse_scenario",
        [](std::string const& text, std::string const& name, py::handle folder) {
            return io::parse_scenario(text, name, path_of(folder));
        },
        py::arg("text"), py::arg("name") = "scenario.toml", py::arg("folder") = py::none(),
        "parse_scenario(text: str, name: str = 'scenario.toml', folder: str | os.PathLike[str] | None = None) -> "
        "Scenario\n\nReads a scenario from TOML text; the files that it names are in the folder.");
    module.def(
        "decode_scenario",
        [](py::handle content, py::handle folder) { return io::decode_scenario(to_value(content), path_of(folder)); },
        py::arg("content"), py::arg("folder") = py::none(),
        "decode_scenario(content: dict[str, typing.Any], folder: str | os.PathLike[str] | None = None) -> "
        "Scenario\n\nReads a scenario from a dictionary; the files that it names are in the folder.");
    module.def(
        "load_trace",
        [](py::handle path, pathway::Pathway const& pathway) {
            return to_python(io::load_trace(path_of(path), pathway));
        },
        py::arg("path"), py::arg("pathway"),
        "load_trace(path: str | os.PathLike[str], pathway: pathecon._core.pathway.Pathway) -> "
        "pathecon.nouns.Nouns[pathecon._core.pathway.TracePatient]\n\nReads a CSV file of past arrivals: a column of "
        "times, 'at', 'minutes', 'hours' or 'days', and attributes of the pathway.");
    module.def(
        "parse_trace",
        [](std::string const& text, pathway::Pathway const& pathway, std::string const& name) {
            return to_python(io::parse_trace(text, pathway, name));
        },
        py::arg("text"), py::arg("pathway"), py::arg("name") = "trace.csv",
        "parse_trace(text: str, pathway: pathecon._core.pathway.Pathway, name: str = 'trace.csv') -> "
        "pathecon.nouns.Nouns[pathecon._core.pathway.TracePatient]\n\nReads CSV text of past arrivals.");
}

} // namespace

void bind_io(py::module_ module)
{
    auto const parts = std::string{"title: str, study: pathecon._core.study.Study, tariff: "
                                   "pathecon._core.ledger.Tariff, terms: pathecon._core.econ.Terms"};
    py::class_<Scenario>(module, "Scenario", "A whole case: pathway, tools, arms, prices and terms.")
        .def(py::init([](py::kwargs const& named) { return with({}, named); }),
             ("__init__(self, *, " + parts + ") -> None").c_str())
        .def(
            "replace", [](Scenario const& s, py::kwargs const& named) { return with(s, named); },
            "replace(self, **parts: typing.Any) -> Scenario\n\nReturns a copy with title, study, tariff or terms "
            "changed.")
        .def_readonly("title", &Scenario::title, "title(self) -> str")
        .def_readonly("study", &Scenario::study, "study(self) -> pathecon._core.study.Study")
        .def_readonly("tariff", &Scenario::tariff, "tariff(self) -> pathecon._core.ledger.Tariff")
        .def_readonly("terms", &Scenario::terms, "terms(self) -> pathecon._core.econ.Terms")
        .def_property_readonly(
            "pathway", [](Scenario const& s) { return s.study.pathway; },
            "pathway(self) -> pathecon._core.pathway.Pathway")
        .def_property_readonly(
            "tools", [](Scenario const& s) { return to_python(s.tools); },
            "tools(self) -> pathecon.nouns.Nouns[pathecon._core.effect.Tool]\n\nAll that the file defines, used by an "
            "arm or not.")
        .def_property_readonly(
            "warnings", [](Scenario const& s) { return s.warnings.all(); },
            "warnings(self) -> list[pathecon._core.base.Diagnostic]")
        .def_property_readonly(
            "hash", [](Scenario const& s) { return fmt::format("{:016x}", io::scenario_hash(s)); },
            "hash(self) -> str\n\nOf what the scenario says: comments and layout make no difference.")
        .def(
            "as_dict", [](Scenario const& s) { return from_value(io::encode_scenario(s)); },
            "as_dict(self) -> dict[str, typing.Any]")
        .def(
            "_repr_html_", [](py::handle self) { return self.attr("pathway").attr("_repr_html_")(); },
            "_repr_html_(self) -> str")
        .def("__repr__", &text_of, "__repr__(self) -> str");
    bind_reading(module);
}

} // namespace pathecon::python
