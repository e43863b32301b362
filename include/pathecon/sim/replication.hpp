// SPDX-License-Identifier: MIT
/// \file
/// A replication is what happened in one simulated run of one arm: integers only, so that it is the same bits everywhere.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <pathecon/base/wide.hpp>
#include <pathecon/sim/node.hpp>
#include <pathecon/stats/exact_sum.hpp>
#include <pathecon/stats/histogram.hpp>

namespace pathecon::sim {

/// Names of what the columns of a replication are about; a position in one of these lists is the id used below.
/// Arms may differ (a tool can add a step), so there is one set an arm.
struct Labels {
    std::vector<std::string> sources, steps, resources, groups, sessions, intervals, outcomes;
    std::vector<std::int32_t> group_of;         ///< One a resource: its staff group.
    std::vector<std::string> events, stays, downtimes;
    /// The levels of priority of each step where patients wait; a class is one of them. Steps without levels have one.
    struct Class {
        std::int32_t step = 0, level = 0;
        bool operator==(Class const&) const = default;
    };
    std::vector<Class> classes;
    bool operator==(Labels const&) const = default;
};

/// How a run ended.
enum class RunStatus { ok, limit_reached, cancelled };

/// The times of one interval: exact sums, a histogram for quantiles and the share within the standard.
struct IntervalTimes {
    stats::ExactSum times{};
    stats::Histogram histogram{7};
    std::int64_t within_standard = 0;
    Ticks p50 = 0, p90 = 0;                     ///< Quantiles of this replication, from the histogram.
    bool operator==(IntervalTimes const&) const = default;
};

/// The waits for the work of one step.
struct QueueTimes {
    stats::ExactSum times{};
    stats::Histogram histogram{5};
    Ticks p50 = 0, p90 = 0;

    void add(Ticks time) {
        times.add(time);
        histogram.add(time);
    }
    void add(Ticks time, std::uint64_t times_of_it) {
        times.add(time, times_of_it);
        histogram.add(time, times_of_it);
    }
    bool operator==(QueueTimes const&) const = default;
};

/// One patient's time on an interval whose rows are kept. `patient` = source << 40 | number of the arrival at that source.
struct IntervalRow {
    std::int32_t interval = 0;
    std::int64_t patient = 0;
    Ticks ticks = 0;
    bool operator==(IntervalRow const&) const = default;
};

/// Everything that a replication keeps. "Cohort" means patients who arrive inside the window, followed to their end;
/// "calendar" means whatever happens inside the window. Two-way columns are laid out [first * n_sources + source].
struct Replication {
    RunStatus status = RunStatus::ok;
    std::int64_t events = 0;
    Ticks end = 0;                                      ///< Simulated time at which the run stopped.

    std::vector<std::int64_t> arrivals, exits, unfinished;                  ///< [source], cohort.
    std::vector<std::int64_t> visits;                                       ///< [step * n_sources + source], cohort.
    std::vector<Ticks> resource_ticks;                                      ///< [resource * n_sources + source], worked for the cohort.
    std::vector<Ticks> step_ticks;                                          ///< [step * n_sources + source], time in the step's work, cohort.
    std::vector<std::int64_t> outcomes;                                     ///< [outcome * n_sources + source], cohort.
    std::vector<std::int64_t> reneged, balked, missed;                      ///< [step * n_sources + source], cohort: left the queue, went elsewhere, did not come.
    std::vector<std::int64_t> happened;                                     ///< [event * n_sources + source], cohort.
    std::vector<std::int64_t> unfinished_at;                                ///< [step * n_sources + source], cohort: where the unfinished are.

    std::vector<std::int64_t> calendar_visits;                              ///< [step], completions.
    std::vector<Ticks> calendar_ticks, open_ticks;                          ///< [resource], worked and open server-time.

    std::vector<QueueTimes> queues;                                         ///< [step], from joining the queue to the start of work, of all who join inside the window.
    std::vector<QueueTimes> classes;                                        ///< [class], the same by step and level of priority (`Labels::classes`).
    std::vector<IntervalTimes> intervals;                                   ///< [interval], cohort.
    std::vector<IntervalRow> rows;                                          ///< In the order of the clocks' stops.

    /// Little's law on the sample path, in patient-ticks: the time-integral of the number in the system up to `end`, and the
    /// sum of everybody's time in it up to then, accumulated apart. They are the same integer; every run checks it.
    base::i128 number_integral = 0, stays = 0;

    bool operator==(Replication const&) const = default;
};

/// Histograms of many replications of one arm, merged: a replication's own are large, and only their sum is reported.
struct Pooled {
    std::vector<stats::Histogram> intervals, queues, classes;
    bool operator==(Pooled const&) const = default;
};

/// Adds a replication's histograms to the pool and takes them out of the replication; its quantiles stay.
void pool(Replication& replication, Pooled& pooled);

} // namespace pathecon::sim
