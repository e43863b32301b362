// SPDX-License-Identifier: MIT
/// \file
/// A gate is what a trial would have measured: the times of the same patients in two arms, compared on the log scale.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <pathecon/sim/runs.hpp>
#include <pathecon/stats/interval.hpp>
#include <pathecon/study/run.hpp>

namespace pathecon::study {

/// An interval in an arm against the comparator. Clusters are draws when the runs have several, replications otherwise:
/// patients of one simulated operation share its queues and are not independent.
struct Gate {
    std::string interval{}, arm{}, comparator{};
    std::int64_t pairs = 0;    ///< Patients whose clock stopped in both arms.
    std::int64_t only_arm = 0; ///< Whose clock stopped in the arm alone.
    std::int64_t only_comparator = 0;
    std::int64_t zeros = 0; ///< Pairs left out because a time of 0 has no logarithm.
    int clusters = 0;
    stats::Interval geometric_mean_ratio{}; ///< exp(mean of ln(arm / comparator)) over the pairs.
    stats::Interval median_ratio{}; ///< Of the same pairs; its error from the clusters' own medians; a lattice where
                                    ///< meetings are weekly.
    double median_hours = 0;        ///< Of the pairs, in the arm.
    double comparator_median_hours = 0;
    stats::Interval share{}; ///< Pairs over the patients whom the outcome named counts in the comparator.
};

/// Compares the rows of an interval. Requires an interval with `rows` in both arms and at least two clusters.
/// `population` names an outcome that counts those whom the interval is about, for the share that is inside the
/// estimand.
Gate gate_of(sim::Runs const& runs, int arm, std::string_view interval, int comparator = 0,
             std::string_view population = {});

/// Compares every interval that keeps rows in both arms, for every arm but the first. Gives none for a single cluster.
/// Where an outcome counts the interval's own patients at its start (the same `where`, counted at `from`), the share
/// says how many of them are inside the estimand.
std::vector<Gate> gates_of(StudyResult const& result);

} // namespace pathecon::study
