// SPDX-License-Identifier: MIT
/// \file
/// A quantile with limits: of one sample by its order statistics, of several replications by their own quantiles.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <pathecon/stats/interval.hpp>

namespace pathecon::stats {

/// Ranks, counted from 1, of the order statistics that enclose a quantile. 0 and n + 1 stand for no limit: the sample
/// is too small to have one.
struct Ranks {
    std::uint64_t low = 0, high = 0;
    double coverage = 0.0; ///< Probability that the quantile lies between them, whatever the distribution (continuous).
};

/// Returns the closest ranks that leave at most (1 - level)/2 on either side (Conover, Practical Nonparametric
/// Statistics, 3rd ed., 1999, section 3.2; binomial, exact), for 0 < p < 1.
[[nodiscard]] Ranks quantile_ranks(std::uint64_t n, double p, double level = 0.95);

/// Returns the quantile of one sample of independent values with the limits at those ranks, infinite where the sample
/// is too small. Covers at least as often as it says. The standard error is half the distance of the order statistics
/// one binomial standard error below and above; no shape is assumed. Waits in one queue are not independent: use
/// replications.
[[nodiscard]] Interval quantile_of_sample(std::span<double const> values, double p, double level = 0.95);

/// Returns the mean of the replications' own quantiles with limits by Student's t: what is alike within a replication
/// does no harm. Its bias is that of a quantile of one replication. An empty replication says nothing.
[[nodiscard]] Interval quantile_of_replications(std::span<std::vector<double> const> replications, double p,
                                                double level = 0.95);

} // namespace pathecon::stats
