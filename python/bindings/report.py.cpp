// SPDX-License-Identifier: MIT
// Results as one object, and the files of a run.
#include <pathecon/io/json.hpp>
#include <pathecon/report/decision.hpp>
#include <pathecon/report/results.hpp>

#include "core.hpp"
#include "read.hpp"
#include "watch.hpp"

namespace pathecon::python {

namespace {
using Run = study::StudyResult;
constexpr char const* parts = "(scenario: pathecon._core.io.Scenario, run: pathecon._core.study.StudyResult, "
                              "appraisal: pathecon._core.econ.Appraisal";
} // namespace

void bind_report(py::module_ module)
{
    auto const doc = [](std::string const& name, std::string const& rest) { return name + parts + rest; };
    module.def(
        "results",
        [](io::Scenario const& s, Run const& r, econ::Appraisal const& a) {
            Attention const attention;
            return from_value(report::results(s, r, a));
        },
        py::arg("scenario"), py::arg("run"), py::arg("appraisal"),
        doc("results",
            ") -> dict[str, typing.Any]\n\nGives everything a run found, as docs/reference/results.md describes it.")
            .c_str());
    module.def(
        "results_json",
        [](io::Scenario const& s, Run const& r, econ::Appraisal const& a) {
            Attention const attention;
            return io::write_json(report::results(s, r, a));
        },
        py::arg("scenario"), py::arg("run"), py::arg("appraisal"),
        doc("results_json", ") -> str\n\nGives the same as JSON text.").c_str());
    module.def(
        "decision",
        [](io::Scenario const& s, Run const& r, econ::Appraisal const& a) {
            Attention const attention;
            return report::decide(s, r, a).text();
        },
        py::arg("scenario"), py::arg("run"), py::arg("appraisal"),
        doc("decision", ") -> str\n\nSays what to buy and what it returns.").c_str());
    module.def(
        "write_outputs",
        [](io::Scenario const& s, Run const& r, ledger::Ledger const& l, econ::Appraisal const& a, py::handle folder,
           std::vector<std::string> const& others) {
            Attention const attention;
            report::write_outputs(s, r, l, a, py::module_::import("os").attr("fspath")(folder).cast<std::string>(),
                                  others);
        },
        py::arg("scenario"), py::arg("run"), py::arg("ledger"), py::arg("appraisal"), py::arg("folder"),
        py::arg("others") = std::vector<std::string>{},
        "write_outputs(scenario: pathecon._core.io.Scenario, run: pathecon._core.study.StudyResult, ledger: "
        "pathecon._core.ledger.Ledger, "
        "appraisal: pathecon._core.econ.Appraisal, folder: str | os.PathLike[str], others: list[str] = []) -> None\n\n"
        "Writes results.json, ledger.csv, runs.csv, with periods periods.csv, and manifest.json, each whole or not at "
        "all.");
}

} // namespace pathecon::python
