// SPDX-License-Identifier: MIT
#include <pathecon/study/review.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include <fmt/format.h>

#include <pathecon/stats/interval.hpp>

#include "study/model.hpp"

namespace pathecon::study {
namespace {

constexpr double drift_of_note = 0.02;
constexpr double drift_level = 0.999;
constexpr double unfinished_of_note = 0.01;

std::string percent(double share) { return fmt::format("{:.1f} %", 100 * share); }

template <class Visit>
void each_replication(sim::Runs const& runs, int arm, Visit visit)
{
    for (int draw = 0; draw < runs.draws; ++draw)
        for (int replication = 0; replication < runs.replications; ++replication)
            visit(runs.at(arm, draw, replication));
}

/// Of a single draw the checks have warned already.
void warn_of_overloads(ArmModel const& arm, int draws, base::Diagnostics& diagnostics)
{
    std::vector<Overload> worst;
    std::vector<int> counts;
    for (auto const& overload : arm.overloads) {
        auto const same_name = [&](Overload const& other) { return other.name == overload.name; };
        auto const known = std::find_if(worst.begin(), worst.end(), same_name);
        auto const at = static_cast<std::size_t>(known - worst.begin());
        if (known == worst.end()) {
            worst.push_back(overload);
            counts.push_back(0);
        }
        if (overload.load > worst[at].load) worst[at] = overload;
        ++counts[at];
    }
    for (std::size_t i = 0; i < worst.size(); ++i)
        diagnostics.warning(
            611, base::join_path("arm", arm.name),
            fmt::format("{} at worst, and for more than it can give in {} of {} draws{}", detail::overload_text(worst[i]),
                        counts[i], draws, detail::growth_text(arm.loads, worst[i].name)),
            "read its waits as those of this horizon only, or add capacity");
}

constexpr int gridlock_code = 232;

bool is_stuck(ArmModel const& arm, base::Diagnostics const& checks)
{
    auto const is_over = [](pathway::Load const& load) { return load.ratio() >= 1; };
    return !arm.overloads.empty() || std::any_of(arm.loads.begin(), arm.loads.end(), is_over) ||
           std::any_of(checks.all().begin(), checks.all().end(), [](auto const& one) { return one.code == gridlock_code; });
}

/// `is_stuck` where a queue grows without end, or patients may block each other for ever.
void warn_of_ends(sim::Runs const& runs, int arm, bool is_stuck, base::Diagnostics& diagnostics)
{
    std::int64_t limited = 0, arrived = 0, unfinished = 0;
    each_replication(runs, arm, [&](sim::Replication const& replication) {
        limited += replication.status == sim::RunStatus::limit_reached;
        arrived = std::accumulate(replication.arrivals.begin(), replication.arrivals.end(), arrived);
        unfinished = std::accumulate(replication.unfinished.begin(), replication.unfinished.end(), unfinished);
    });
    auto const path = base::join_path("arm", runs.arms[static_cast<std::size_t>(arm)]);
    if (limited > 0)
        diagnostics.warning(
            613, path, fmt::format("{} simulations ended early because too many patients were in the system", limited),
            "see which queue grows with the bottlenecks of the arm");
    if (arrived > 0 && static_cast<double>(unfinished) > unfinished_of_note * static_cast<double>(arrived))
        diagnostics.warning(614, path,
                            percent(static_cast<double>(unfinished) / static_cast<double>(arrived)) +
                                " of the patients had not finished when the simulation ended",
                            is_stuck ? "their times are missing, and a longer follow-up would not end it: give more of what is short"
                                     : "their times are missing: make study/follow_up longer");
}

void warn_of_empty_intervals(sim::Runs const& runs, int arm, ArmModel const& model, base::Diagnostics& diagnostics)
{
    auto const& names = runs.labels[static_cast<std::size_t>(arm)].intervals;
    for (std::size_t i = 0; i < names.size(); ++i) {
        std::uint64_t count = 0;
        each_replication(runs, arm, [&](sim::Replication const& replication) { count += replication.intervals[i].times.count(); });
        if (count > 0) continue;
        auto const* const interval = pathway::find(model.applied.pathway.intervals, names[i]);
        auto const from_to = interval ? fmt::format(" from '{}' to '{}'", interval->from, interval->to) : std::string{};
        diagnostics.warning(624, base::join_path("interval", names[i]),
                            fmt::format("nobody of the horizon passed{} in arm '{}': there is no time to report", from_to, model.name),
                            "look at its from, to and where, and at where patients went");
    }
}

void warn_of_drift(sim::Runs const& runs, base::Diagnostics& diagnostics)
{
    for (auto const& arm : runs.arms) {
        Drift worst{};
        int steps = 0;
        for (auto const& drift : drifts_of(runs))
            if (drift.arm == arm && drift.drifting) {
                ++steps;
                if (std::abs(drift.gap) > std::abs(worst.gap)) worst = drift;
            }
        if (steps > 0)
            diagnostics.warning(
                612, base::join_path("arm", arm),
                fmt::format(
                    "not in steady operation: at '{}' the work of the horizon's patients differs by {} from the work "
                    "done in it",
                    worst.step, percent(worst.gap)),
                "make study/warm_up longer; if a queue grows without end, one year must not stand for the others");
    }
}

void warn_of_precision(StudyResult const& result, base::Diagnostics& diagnostics)
{
    for (auto const& one : result.achieved) {
        if (one.is_met()) continue;
        bool const is_share = one.measure == Measure::share_within_standard;
        auto const width = [&](double value) {
            if (!std::isfinite(value)) return std::string{"unknown"};
            return is_share ? percent(value) : fmt::format("{:.3g} min", 60 * value);
        };
        diagnostics.warning(
            619, "study/precision",
            fmt::format("after {} replications the {} of '{}' in arm '{}' is known to within {}, not {}",
                        result.runs.replications, base::enum_name(one.measure), one.interval, one.arm,
                        width(stats::half_width(one.value)), width(one.asked)),
            "raise study/precision/most, or ask for less");
    }
}

} // namespace

void add_remarks(ArmModel const& arm, base::Diagnostics& diagnostics)
{
    for (auto const& remark : arm.applied.pathway.remarks) {
        bool const names_its_tool = remark.text.find(remark.tool) != std::string::npos;
        diagnostics.warning(remark.code, base::join_path("arm", arm.name),
                            names_its_tool ? remark.text : fmt::format("{}: {}", remark.tool, remark.text));
    }
}

std::vector<Drift> drifts_of(sim::Runs const& runs)
{
    std::vector<Drift> drifts;
    if (runs.results.empty()) return drifts;
    for (int arm = 0; static_cast<std::size_t>(arm) < runs.arms.size(); ++arm) {
        auto const& labels = runs.labels[static_cast<std::size_t>(arm)];
        auto const sources = labels.sources.size();
        for (std::size_t step = 0; step < labels.steps.size(); ++step) {
            std::vector<double> gaps;
            double visits = 0;
            each_replication(runs, arm, [&](sim::Replication const& replication) {
                auto const first = replication.visits.begin() + static_cast<std::ptrdiff_t>(step * sources);
                auto const cohort =
                    std::accumulate(first, first + static_cast<std::ptrdiff_t>(sources), std::int64_t{0});
                visits += static_cast<double>(cohort);
                gaps.push_back(static_cast<double>(cohort - replication.calendar_visits[step]));
            });
            if (!(visits > 0)) continue;
            auto const mean_visits = visits / static_cast<double>(gaps.size());
            auto const gap = stats::mean_interval(gaps, drift_level);
            drifts.push_back(
                {.arm = runs.arms[static_cast<std::size_t>(arm)],
                 .step = labels.steps[step],
                 .gap = gap.mean / mean_visits,
                 .standard_error = gap.standard_error / mean_visits,
                 .drifting = std::abs(gap.mean) > drift_of_note * mean_visits && (gap.low > 0 || gap.high < 0)});
        }
    }
    return drifts;
}

bool little_holds(sim::Runs const& runs)
{
    return std::all_of(runs.results.begin(), runs.results.end(), [](sim::Replication const& replication) {
        return replication.number_integral == replication.stays;
    });
}

base::Table waits_table(StudyResult const& result, sim::By by)
{
    auto const all = sim::waits_table(result.runs, by);
    auto const& arms = all.column<std::string>("arm");
    auto const& intervals = all.column<std::string>("interval");
    auto const& counts = all.column<std::int64_t>("within_standard");
    std::vector<double> within;
    for (std::size_t row = 0; row < all.rows(); ++row) {
        auto const arm = std::find_if(result.arms.begin(), result.arms.end(), [&](ArmModel const& one) { return one.name == arms[row]; });
        auto const* const interval = arm == result.arms.end() ? nullptr : pathway::find(arm->applied.pathway.intervals, intervals[row]);
        within.push_back(interval && interval->standard ? static_cast<double>(counts[row]) : std::numeric_limits<double>::quiet_NaN());
    }
    base::Table table;
    for (auto const& name : all.names())
        if (name == "within_standard") table.add_column(name, std::move(within));
        else table.add_column(name, all.any_column(name));
    return table;
}

base::Diagnostics review(StudyResult const& result)
{
    base::Diagnostics diagnostics = result.warnings;
    auto const& runs = result.runs;
    if (!little_holds(runs))
        diagnostics.error(610, "", "Little's law does not hold on every run: the engine is at fault, not your input",
                          "please report the scenario and its seed");
    if (result.partial)
        diagnostics.warning(615, "study",
                            fmt::format("the run was cancelled: {} of {} draws with {} of {} replications are kept",
                                        runs.draws, result.study.draws, runs.replications, result.study.replications));
    if (runs.results.empty()) return diagnostics;
    if (!result.partial) warn_of_precision(result, diagnostics);
    for (int arm = 0; static_cast<std::size_t>(arm) < runs.arms.size(); ++arm) {
        auto const& model = result.arms[static_cast<std::size_t>(arm)];
        if (runs.draws > 1) warn_of_overloads(model, runs.draws, diagnostics);
        warn_of_ends(runs, arm, is_stuck(model, result.warnings), diagnostics);
        warn_of_empty_intervals(runs, arm, model, diagnostics);
        add_remarks(model, diagnostics);
    }
    warn_of_drift(runs, diagnostics);
    return diagnostics;
}

} // namespace pathecon::study
