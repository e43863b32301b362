// SPDX-License-Identifier: MIT
/// \file
/// Counts are what is counted of a stretch of time: of a run's whole window, or of one of its periods. Integers only.
#pragma once

#include <cstdint>
#include <vector>

#include <pathecon/sim/node.hpp>
#include <pathecon/stats/exact_sum.hpp>
#include <pathecon/stats/histogram.hpp>

namespace pathecon::sim {

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

/// "Cohort" means patients who arrive inside the stretch, followed to their end; "calendar" means whatever happens inside it.
/// Two-way columns are laid out [first * n_sources + source].
struct Counts {
    std::vector<std::int64_t> arrivals, exits, unfinished;                  ///< [source], cohort.
    std::vector<std::int64_t> visits;                                       ///< [step * n_sources + source], cohort.
    std::vector<Ticks> resource_ticks;                                      ///< [resource * n_sources + source], worked for the cohort.
    std::vector<Ticks> step_ticks;                                          ///< [step * n_sources + source], time in the step's work, cohort.
    std::vector<std::int64_t> outcomes;                                     ///< [outcome * n_sources + source], cohort.
    std::vector<std::int64_t> reneged, balked, missed;                      ///< [step * n_sources + source], cohort: left the queue, went elsewhere, did not come.
    std::vector<std::int64_t> put_off;                                      ///< [step * n_sources + source], cohort: places that stayed empty, as what this patient needed was not free.
    std::vector<std::int64_t> happened;                                     ///< [event * n_sources + source], cohort.
    std::vector<std::int64_t> unfinished_at;                                ///< [step * n_sources + source], cohort: where the unfinished are.

    std::vector<std::int64_t> calendar_visits;                              ///< [step], completions.
    std::vector<Ticks> calendar_ticks, open_ticks;                          ///< [resource], worked and open server-time.

    std::vector<QueueTimes> queues;                                         ///< [step], from joining the queue to the start of work, of all who join inside the window.
    std::vector<QueueTimes> classes;                                        ///< [class], the same by step and level of priority (`Labels::classes`).
    std::vector<IntervalTimes> intervals;                                   ///< [interval], cohort.

    bool operator==(Counts const&) const = default;
};

} // namespace pathecon::sim
