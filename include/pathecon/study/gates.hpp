// SPDX-License-Identifier: MIT
/// \file
/// A gate is what a trial would have measured: the times of the same patients in two arms, compared on the log scale.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <pathecon/sim/runs.hpp>

namespace pathecon::study {

/// A figure with its 95 % interval and its Monte Carlo standard error.
struct GateFigure {
    double value = 0, low = 0, high = 0, standard_error = 0;
    bool operator==(GateFigure const&) const = default;
};

/// An interval in an arm against the comparator. Clusters are draws when the runs have several, replications otherwise: patients
/// of one simulated operation share its queues and are not independent. Limits are Student's t on clusters - 1 degrees of freedom
/// with the cluster-robust variance of a mean (Cameron and Miller, 2015, J Hum Resour 50:317).
struct Gate {
    std::string interval, arm, comparator;
    std::int64_t pairs = 0;                 ///< Patients whose clock stopped in both arms.
    std::int64_t only_arm = 0;              ///< Whose clock stopped in the arm alone.
    std::int64_t only_comparator = 0;
    std::int64_t zeros = 0;                 ///< Pairs left out because a time of 0 has no logarithm.
    int clusters = 0;
    GateFigure geometric_mean_ratio;        ///< exp(mean log(arm / comparator)) over the pairs.
    GateFigure median_ratio;                ///< Of the same pairs; a lattice where meetings are weekly.
    GateFigure median_hours, comparator_median_hours;
    double share = 0;                       ///< Pairs over patients counted by the outcome named, in the comparator; 0 when none was named.
};

/// Compares the rows of an interval. Requires an interval with `rows` in both arms and at least two clusters.
/// `population` names an outcome that counts those whom the interval is about, for the share that is inside the estimand.
Gate gate_of(sim::Runs const& runs, int arm, std::string_view interval, int comparator = 0, std::string_view population = {});

/// Compares every interval that keeps rows in both arms, for every arm but the first. Gives none for a single cluster.
std::vector<Gate> gates_of(sim::Runs const& runs);

} // namespace pathecon::study
