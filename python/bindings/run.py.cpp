// SPDX-License-Identifier: MIT
// Running a study with the interpreter free and Ctrl-C obeyed, and what it gives.
#include <atomic>
#include <optional>

#include <fmt/format.h>
#include <pathecon/study/appraise.hpp>
#include <pathecon/study/gates.hpp>
#include <pathecon/study/review.hpp>
#include <pathecon/study/run.hpp>

#include "core.hpp"
#include "noun.hpp"
#include "table.hpp"

namespace pathecon::python {

namespace {

using study::StudyResult;

/// Looks after Python while a run goes on: signals, the progress callback, and what went wrong in either.
class Watch {
public:
    explicit Watch(py::object progress) : progress_{std::move(progress)} {}

    /// Is called by the run on this thread, about every 50 ms.
    void look(study::Progress const& now) {
        py::gil_scoped_acquire const lock;
        if (fault_) return;
        if (PyErr_CheckSignals() != 0) return stop(py::error_already_set{});
        if (progress_.is_none()) return;
        try {
            progress_(now.done, now.total);
        } catch (py::error_already_set const& fault) {
            stop(fault);
        }
    }

    [[nodiscard]] std::atomic<bool> const* cancel() const noexcept { return &cancelled_; }
    [[nodiscard]] std::optional<py::error_already_set> const& fault() const noexcept { return fault_; }

private:
    void stop(py::error_already_set fault) {
        fault_.emplace(std::move(fault));
        cancelled_ = true;
    }

    py::object progress_;
    std::atomic<bool> cancelled_{false};
    std::optional<py::error_already_set> fault_;
};

/// Raises `Interrupted`, which carries what was finished.
[[noreturn]] void interrupt(py::handle type, std::shared_ptr<StudyResult> const& result) {
    bool const usable = result && result->runs.draws * result->runs.replications > 0 && !result->runs.results.empty();
    auto const text = usable ? fmt::format("interrupted; {} of {} draws x {} replications are finished: they are in .result of this exception",
                                           result->runs.draws, result->study.draws, result->runs.replications)
                             : std::string{"interrupted before anything was finished"};
    py::object const exception = type(text);
    exception.attr("result") = usable ? py::cast(result) : py::none{};
    PyErr_SetObject(type.ptr(), exception.ptr());
    throw py::error_already_set{};
}

std::shared_ptr<StudyResult> run(py::handle interrupted, study::Study const& study, int threads, py::object progress) {
    Watch watch{std::move(progress)};
    study::RunOptions options;
    options.threads = threads;
    options.progress = [&watch](study::Progress const& now) { watch.look(now); };
    options.cancel = watch.cancel();
    std::shared_ptr<StudyResult> result;
    {
        py::gil_scoped_release const free;
        result = std::make_shared<StudyResult>(study::run(study, options));
    }
    if (!watch.fault()) return result;
    if (watch.fault()->matches(PyExc_KeyboardInterrupt)) interrupt(interrupted, result);
    throw *watch.fault();
}

/// Gives where the times of an interval lie, pooled over all draws and replications.
base::Table distribution_table(StudyResult const& result, int arm, std::string const& interval) {
    auto const index = static_cast<std::size_t>(arm);
    auto const& names = result.runs.labels.at(index).intervals;
    auto const at = std::find(names.begin(), names.end(), interval);
    if (at == names.end()) throw py::key_error{"no interval '" + interval + "'"};
    std::vector<double> low, high;
    std::vector<std::int64_t> count;
    for (auto const& bucket : result.runs.pooled.at(index).intervals.at(static_cast<std::size_t>(at - names.begin())).buckets()) {
        low.push_back(units::Duration::from_ticks(bucket.low).hours());
        high.push_back(units::Duration::from_ticks(bucket.low + bucket.width).hours());
        count.push_back(static_cast<std::int64_t>(bucket.count));
    }
    base::Table table;
    return table.add_column("low_hours", std::move(low)).add_column("high_hours", std::move(high)).add_column("count", std::move(count));
}

int arm_index(StudyResult const& result, std::string const& name) {
    for (std::size_t i = 0; i < result.arms.size(); ++i)
        if (result.arms[i].name == name) return static_cast<int>(i);
    throw py::key_error{"no arm '" + name + "'"};
}

void bind_tables(py::class_<StudyResult, std::shared_ptr<StudyResult>>& type) {
    auto const add = [&](char const* name, base::Table (*make)(sim::Runs const&), char const* sentence) {
        type.def(name, [make](StudyResult const& r) { return frame_of(make(r.runs)); },
                 (std::string{name} + "(self) -> typing.Any\n\n" + sentence).c_str());
    };
    add("visits", &sim::visits_table, "Visits and minutes of work by arm, draw, replication, step and source.");
    add("usage", &sim::usage_table, "Minutes worked by resource, staff group and source.");
    add("waits", &sim::waits_table, "Each interval: patients, mean, median, 90th centile, within the standard.");
    add("queues", &sim::queues_table, "Waits for the work of each step.");
    add("outcomes", &sim::outcomes_table, "Counts of each outcome by source.");
    add("utilisation", &sim::utilisation_table, "Worked and open hours of each resource.");
    add("rows", &sim::rows_table, "One row a patient of every interval that keeps rows.");
    type.def("distribution", [](StudyResult const& r, std::string const& arm, std::string const& interval) {
            return frame_of(distribution_table(r, arm_index(r, arm), interval)); }, py::arg("arm"), py::arg("interval"),
            "distribution(self, arm: str, interval: str) -> typing.Any\n\nWhere the times of an interval lie: low_hours, high_hours, count.")
        .def("distribution_table", [](StudyResult const& r, std::string const& arm, std::string const& interval) {
            return std::make_shared<base::Table>(distribution_table(r, arm_index(r, arm), interval)); }, py::arg("arm"), py::arg("interval"),
            "distribution_table(self, arm: str, interval: str) -> pathecon._core.base.Table\n\nThe same without pandas.")
        .def("bottlenecks", [](StudyResult const& r, std::string const& arm) { return frame_of(study::bottlenecks(r, arm_index(r, arm))); },
             py::arg("arm"), "bottlenecks(self, arm: str) -> typing.Any\n\nRanks what is limited, the busiest first.")
        .def("explain", [](StudyResult const& r) { return frame_of(study::explain(r.arms)); },
             "explain(self) -> typing.Any\n\nLists what the tools of each arm change.");
}

} // namespace

void bind_run(py::module_& module) {
    py::class_<StudyResult, std::shared_ptr<StudyResult>> type{module, "StudyResult", "What happened in every arm, draw and replication of a study."};
    type.def_readonly("study", &StudyResult::study, "study(self) -> Study")
        .def_readonly("partial", &StudyResult::partial, "partial(self) -> bool")
        .def_readonly("simulated", &StudyResult::simulated, "simulated(self) -> int")
        .def_property_readonly("arms", [](StudyResult const& r) { return r.runs.arms; }, "arms(self) -> list[str]")
        .def_property_readonly("draws", [](StudyResult const& r) { return r.runs.draws; }, "draws(self) -> int")
        .def_property_readonly("replications", [](StudyResult const& r) { return r.runs.replications; }, "replications(self) -> int")
        .def_property_readonly("hash", [](StudyResult const& r) { return fmt::format("{:016x}", sim::hash_of(r.runs)); },
                               "hash(self) -> str\n\nOf every integer that was simulated: equal on every machine and for any number of threads.")
        .def_property_readonly("warnings", [](StudyResult const& r) { return study::review(r).all(); }, "warnings(self) -> list[pathecon._core.base.Diagnostic]")
        .def("pathway", [](StudyResult const& r, std::string const& arm) { return r.arms[static_cast<std::size_t>(arm_index(r, arm))].applied.pathway; },
             py::arg("arm"), "pathway(self, arm: str) -> pathecon._core.pathway.Pathway\n\nThe pathway after the arm's tools.")
        .def("__repr__", [](StudyResult const& r) {
            return fmt::format("<StudyResult: {} arms x {} draws x {} replications{}>", r.arms.size(), r.runs.draws, r.runs.replications, r.partial ? ", partial" : ""); },
            "__repr__(self) -> str");
    bind_tables(type);

    // Lives as long as the interpreter: run() refers to it.
    static PyObject* const interrupted = PyErr_NewExceptionWithDoc("pathecon.Interrupted", "A run was stopped by Ctrl-C; `result` holds what was finished, or None.",
                                                                   PyExc_KeyboardInterrupt, nullptr);
    module.attr("Interrupted") = py::handle{interrupted};
    module.def("run", [](study::Study const& study, int threads, py::object progress) { return run(interrupted, study, threads, std::move(progress)); },
               py::arg("study"), py::kw_only(), py::arg("threads") = 0, py::arg("progress") = py::none{},
               "run(study: Study, *, threads: int = 0, progress: collections.abc.Callable[[int, int], object] | None = None) -> StudyResult\n\n"
               "Simulates every arm under the same luck. Ctrl-C raises Interrupted, with what is finished.");
    module.def("appraise", [](StudyResult const& result, ledger::Tariff const& tariff, econ::Terms const& terms) {
            py::gil_scoped_release const free;
            return study::appraise(result, tariff, terms);
        }, py::arg("result"), py::arg("tariff"), py::arg("terms"),
        "appraise(result: StudyResult, tariff: pathecon._core.ledger.Tariff, terms: pathecon._core.econ.Terms) -> pathecon._core.econ.Appraisal");
    module.def("ledger_of", [](StudyResult const& result, ledger::Tariff const& tariff, econ::Terms const& terms) {
            py::gil_scoped_release const free;
            return study::ledger_of(result, tariff, terms);
        }, py::arg("result"), py::arg("tariff"), py::arg("terms") = econ::Terms{},
        "ledger_of(result: StudyResult, tariff: pathecon._core.ledger.Tariff, terms: pathecon._core.econ.Terms = ...) -> pathecon._core.ledger.Ledger");
}

} // namespace pathecon::python
