// SPDX-License-Identifier: MIT
// Running a study with the interpreter free and Ctrl-C obeyed, and what it gives.
#include <fmt/format.h>
#include <pathecon/study/appraise.hpp>
#include <pathecon/study/gates.hpp>
#include <pathecon/study/review.hpp>
#include <pathecon/study/run.hpp>
#include <pathecon/study/steady_state.hpp>
#include <pathecon/units/format.hpp>

#include "core.hpp"
#include "noun.hpp"
#include "table.hpp"
#include "watch.hpp"

namespace pathecon::python {

namespace {

using study::StudyResult;

/// Raises `Interrupted`, which carries what was finished.
[[noreturn]] void interrupt(py::handle type, std::shared_ptr<StudyResult> const& result)
{
    bool const usable = result && result->runs.draws * result->runs.replications > 0 && !result->runs.results.empty();
    auto const text =
        usable
            ? fmt::format(
                  "interrupted; {} of {} draws x {} replications are finished: they are in .result of this exception",
                  result->runs.draws, result->study.draws, result->runs.replications)
            : std::string{"interrupted before anything was finished"};
    py::object const exception = type(text);
    exception.attr("result") = usable ? py::cast(result) : py::none{};
    PyErr_SetObject(type.ptr(), exception.ptr());
    throw py::error_already_set{};
}

std::shared_ptr<StudyResult> run(py::handle interrupted, study::Study const& study, int threads, py::object progress)
{
    Watch watch{std::move(progress)};
    auto const options = watch.options(threads);
    std::shared_ptr<StudyResult> result;
    {
        py::gil_scoped_release const free;
        result = std::make_shared<StudyResult>(study::run(study, options));
    }
    if (!watch.fault()) return result;
    if (watch.fault()->matches(PyExc_KeyboardInterrupt)) interrupt(interrupted, result);
    throw *watch.fault();
}

/// Runs for a steady state; an interrupted one has nothing to keep.
study::SteadyState steady_state(study::Study const& study, std::string const& arm, std::string const& interval,
                                int threads)
{
    Watch watch{py::none{}};
    auto const options = watch.options(threads);
    study::SteadyState state;
    {
        py::gil_scoped_release const free;
        state = study::steady_state(study, arm, interval, options);
    }
    if (watch.fault()) throw *watch.fault();
    return state;
}

void bind_steady_state(py::module_& module)
{
    using study::SteadyState;
    py::class_<SteadyState>(module, "SteadyState", "What the times of one interval settle to.")
        .def(
            "__repr__",
            [](SteadyState const& s) {
                auto const what = s.is_too_short ? std::string{"too short to tell"}
                                                 : fmt::format("mean {:.6g} h ({:.6g} to {:.6g}) after a warm-up of {}", s.mean.mean, s.mean.low,
                                                               s.mean.high, units::human(s.warm_up));
                return fmt::format("SteadyState(arm='{}', interval='{}', {} replications of {} patients: {})", s.arm, s.interval, s.replications,
                                   s.patients, what);
            },
            "__repr__(self) -> str")
        .def_readonly("arm", &SteadyState::arm, "arm(self) -> str")
        .def_readonly("interval", &SteadyState::interval, "interval(self) -> str")
        .def_readonly("replications", &SteadyState::replications, "replications(self) -> int")
        .def_readonly("patients", &SteadyState::patients,
                      "patients(self) -> int\n\nIn the series of each replication.")
        .def_readonly("is_too_short", &SteadyState::is_too_short,
                      "is_too_short(self) -> bool\n\nThe series has not settled: take a longer horizon.")
        .def_readonly("warm_up_patients", &SteadyState::warm_up_patients,
                      "warm_up_patients(self) -> int\n\nTo leave out at the start.")
        .def_property_readonly(
            "warm_up", [](SteadyState const& s) { return to_python(s.warm_up); },
            ("warm_up(self) -> " + given_type<units::Duration>() + "\n\nThe time in which as many come.").c_str())
        .def_property_readonly(
            "mean_hours",
            [](SteadyState const& s) {
                return econ::Estimate{.mean = s.mean.mean,
                                      .low = s.mean.low,
                                      .high = s.mean.high,
                                      .standard_error = s.mean.standard_error,
                                      .level = s.mean.level,
                                      .n = static_cast<int>(s.mean.n),
                                      .over = econ::Over::replications};
            },
            "mean_hours(self) -> pathecon._core.econ.Estimate\n\nOf the patients after the warm-up.");
    module.def(
        "steady_state", &steady_state, py::arg("study"), py::arg("arm"), py::arg("interval"), py::kw_only(),
        py::arg("threads") = 0,
        "steady_state(study: Study, arm: str, interval: str, *, threads: int = 0) -> SteadyState\n\n"
        "Simulates one arm from empty, finds its warm-up by MSER-5 and gives the mean of an interval after it.");
}

} // namespace

void bind_run(py::module_& module)
{
    bind_steady_state(module);
    // Lives as long as the interpreter: run() refers to it.
    static PyObject* const interrupted = PyErr_NewExceptionWithDoc(
        "pathecon.Interrupted", "A run was stopped by Ctrl-C; `result` holds what was finished, or None.",
        PyExc_KeyboardInterrupt, nullptr);
    module.attr("Interrupted") = py::handle{interrupted};
    module.def(
        "run",
        [](study::Study const& study, int threads, py::object progress) {
            return run(interrupted, study, threads, std::move(progress));
        },
        py::arg("study"), py::kw_only(), py::arg("threads") = 0, py::arg("progress") = py::none{},
        "run(study: Study, *, threads: int = 0, progress: collections.abc.Callable[[int, int], object] | None = None) "
        "-> StudyResult\n\n"
        "Simulates every arm under the same luck. Ctrl-C raises Interrupted, with what is finished.");
    module.def(
        "appraise",
        [](StudyResult const& result, ledger::Tariff const& tariff, econ::Terms const& terms) {
            Attention const attention;
            py::gil_scoped_release const free;
            return study::appraise(result, tariff, terms);
        },
        py::arg("result"), py::arg("tariff"), py::arg("terms"),
        "appraise(result: StudyResult, tariff: pathecon._core.ledger.Tariff, terms: pathecon._core.econ.Terms) -> "
        "pathecon._core.econ.Appraisal");
    module.def(
        "ledger_of",
        [](StudyResult const& result, ledger::Tariff const& tariff, econ::Terms const& terms) {
            Attention const attention;
            py::gil_scoped_release const free;
            return study::ledger_of(result, tariff, terms);
        },
        py::arg("result"), py::arg("tariff"), py::arg("terms") = econ::Terms{},
        "ledger_of(result: StudyResult, tariff: pathecon._core.ledger.Tariff, terms: pathecon._core.econ.Terms = ...) "
        "-> pathecon._core.ledger.Ledger");
}

} // namespace pathecon::python
