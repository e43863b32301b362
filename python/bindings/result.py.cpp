// SPDX-License-Identifier: MIT
// What a run gives: tables of what happened.
#include <algorithm>
#include <optional>
#include <type_traits>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <pathecon/study/difference.hpp>
#include <pathecon/study/review.hpp>
#include <pathecon/study/run.hpp>
#include <pybind11/stl.h>

#include "core.hpp"
#include "table.hpp"

namespace pathecon::python {

using study::StudyResult;

namespace {

/// Gives the number of a period from 0.
std::size_t period_index(StudyResult const& result, int period)
{
    auto const count = result.runs.periods().count();
    if (period < 1 || static_cast<std::size_t>(period) > count)
        throw py::key_error{fmt::format("no period {}: they are numbered from 1 to {}", period, count)};
    return static_cast<std::size_t>(period) - 1;
}

/// Gives the histograms of an arm, or of one of its periods.
sim::Histograms const& histograms_of(StudyResult const& result, std::size_t arm, std::optional<int> period)
{
    auto const& all = result.runs.pooled.at(arm);
    if (!period) return all;
    auto const index = period_index(result, *period);
    return all.periods.empty() ? all : all.periods.at(index);
}

/// What to raise of a name that is not there.
py::key_error unknown(char const* noun, std::string const& name, std::vector<std::string> const& names)
{
    auto const meant = base::did_you_mean(name, names);
    return py::key_error{fmt::format("no {} '{}' ({})", noun, name, meant.empty() ? fmt::format("known are '{}'", fmt::join(names, "', '")) : meant)};
}

/// Gives where the times of an interval lie, pooled over all draws and replications.
base::Table distribution_table(StudyResult const& result, int arm, std::string const& interval,
                               std::optional<int> period)
{
    auto const index = static_cast<std::size_t>(arm);
    auto const& names = result.runs.labels.at(index).intervals;
    auto const at = std::find(names.begin(), names.end(), interval);
    if (at == names.end()) throw unknown("interval", interval, names);
    std::vector<double> low, high;
    std::vector<std::int64_t> count;
    for (auto const& bucket :
         histograms_of(result, index, period).intervals.at(static_cast<std::size_t>(at - names.begin())).buckets()) {
        low.push_back(units::Duration::from_ticks(bucket.low).hours());
        high.push_back(units::Duration::from_ticks(bucket.low + bucket.width).hours());
        count.push_back(static_cast<std::int64_t>(bucket.count));
    }
    base::Table table;
    return table.add_column("low_hours", std::move(low))
        .add_column("high_hours", std::move(high))
        .add_column("count", std::move(count));
}

int arm_index(StudyResult const& result, std::string const& name)
{
    for (std::size_t i = 0; i < result.arms.size(); ++i)
        if (result.arms[i].name == name) return static_cast<int>(i);
    throw unknown("arm", name, result.runs.arms);
}

void bind_tables(py::class_<StudyResult, std::shared_ptr<StudyResult>>& type)
{
    auto const add = [&](char const* name, auto make, char const* sentence) {
        type.def(
            name,
            [make](StudyResult const& r, bool by_period) {
                auto const by = by_period ? sim::By::period : sim::By::horizon;
                if constexpr (std::is_invocable_v<decltype(make), StudyResult const&, sim::By>) return frame_of(make(r, by));
                else return frame_of(make(r.runs, by));
            },
            py::kw_only(), py::arg("by_period") = false,
            (std::string{name} + "(self, *, by_period: bool = False) -> typing.Any\n\n" + sentence).c_str());
    };
    add("visits", &sim::visits_table, "Visits and minutes of work by arm, draw, replication, step and source.");
    add("usage", &sim::usage_table, "Minutes worked by resource, staff group and source.");
    add("waits", &study::waits_table, "Each interval: patients, mean, median, 90th centile, within the standard.");
    add("queues", &sim::queues_table, "Waits for the work of each step.");
    add("classes", &sim::classes_table, "Waits for the work of each step by level of priority.");
    add("lost", &sim::lost_table, "Who left a queue, went elsewhere, did not come, or was still there at the end.");
    add("outcomes", &sim::outcomes_table, "Counts of each outcome by source.");
    add("utilisation", &sim::utilisation_table, "Worked and open hours of each resource.");
    add("rows", &sim::rows_table, "One row a patient of every interval that keeps rows.");
    type.def(
            "distribution",
            [](StudyResult const& r, std::string const& arm, std::string const& interval, std::optional<int> period) {
                return frame_of(distribution_table(r, arm_index(r, arm), interval, period));
            },
            py::arg("arm"), py::arg("interval"), py::kw_only(), py::arg("period") = py::none{},
            "distribution(self, arm: str, interval: str, *, period: int | None = None) -> typing.Any\n\nWhere the times "
            "of an interval lie, in all or in one period (from 1): low_hours, high_hours, count.")
        .def(
            "distribution_table",
            [](StudyResult const& r, std::string const& arm, std::string const& interval) {
                return std::make_shared<base::Table>(distribution_table(r, arm_index(r, arm), interval, {}));
            },
            py::arg("arm"), py::arg("interval"),
            "distribution_table(self, arm: str, interval: str) -> pathecon._core.base.Table\n\nThe same without "
            "pandas.")
        .def(
            "bottlenecks",
            [](StudyResult const& r, std::string const& arm) {
                return frame_of(study::bottlenecks(r, arm_index(r, arm)));
            },
            py::arg("arm"), "bottlenecks(self, arm: str) -> typing.Any\n\nRanks what is limited, the busiest first.")
        .def(
            "differences", [](StudyResult const& r) { return frame_of(study::differences_table(r)); },
            "differences(self) -> typing.Any\n\nTimes of each interval, arm less comparator, with the variance ratio "
            "that the same luck gained.")
        .def(
            "explain", [](StudyResult const& r) { return frame_of(study::explain(r.arms)); },
            "explain(self) -> typing.Any\n\nLists what the tools of each arm change.");
}

} // namespace

void bind_result(py::module_& module)
{
    py::class_<StudyResult, std::shared_ptr<StudyResult>> type{
        module, "StudyResult", "What happened in every arm, draw and replication of a study."};
    type.def_readonly("study", &StudyResult::study, "study(self) -> Study")
        .def_readonly("partial", &StudyResult::partial, "partial(self) -> bool")
        .def_readonly("simulated", &StudyResult::simulated, "simulated(self) -> int")
        .def_property_readonly(
            "arms", [](StudyResult const& r) { return r.runs.arms; }, "arms(self) -> list[str]")
        .def_property_readonly(
            "draws", [](StudyResult const& r) { return r.runs.draws; }, "draws(self) -> int")
        .def_property_readonly(
            "replications", [](StudyResult const& r) { return r.runs.replications; }, "replications(self) -> int")
        .def_property_readonly(
            "hash", [](StudyResult const& r) { return fmt::format("{:016x}", sim::hash_of(r.runs)); },
            "hash(self) -> str\n\nOf every integer that was simulated: equal on every machine and for any number of "
            "threads.")
        .def_property_readonly(
            "warnings",
            [](StudyResult const& r) {
                auto const found = study::review(r);
                return found.all();
            },
            "warnings(self) -> list[pathecon._core.base.Diagnostic]")
        .def(
            "pathway",
            [](StudyResult const& r, std::string const& arm) {
                return r.arms[static_cast<std::size_t>(arm_index(r, arm))].applied.pathway;
            },
            py::arg("arm"),
            "pathway(self, arm: str) -> pathecon._core.pathway.Pathway\n\nThe pathway after the arm's tools.")
        .def(
            "__repr__",
            [](StudyResult const& r) {
                return fmt::format("<StudyResult: {} arms x {} draws x {} replications{}>", r.arms.size(), r.runs.draws,
                                   r.runs.replications, r.partial ? ", partial" : "");
            },
            "__repr__(self) -> str");
    bind_tables(type);
}

} // namespace pathecon::python
