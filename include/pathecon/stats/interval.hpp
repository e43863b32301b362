// SPDX-License-Identifier: MIT
/// \file
/// An interval carries an estimate with its standard error and confidence limits.
///
/// One function a quantity. Observations are independent of each other unless a cluster is named; replications are.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace pathecon::stats {

/// An estimate with confidence limits. With too few observations to say anything the limits are infinite and the
/// standard error is NaN.
struct Interval {
    double mean = 0.0;
    double low = 0.0;
    double high = 0.0;
    double standard_error = 0.0;
    double level = 0.95; ///< Coverage asked for, in (0, 1).
    std::uint64_t n = 0; ///< Independent observations: replications, clusters, or draws.
};

/// Returns half the distance of the limits; infinite when nothing is known of them.
[[nodiscard]] double half_width(Interval const& interval);

/// Returns the mean of independent observations with limits by Student's t.
[[nodiscard]] Interval mean_interval(std::span<double const> values, double level = 0.95);

/// Returns the mean of a - b over pairs (the same replication in two arms), limits by Student's t.
[[nodiscard]] Interval paired_difference(std::span<double const> a, std::span<double const> b, double level = 0.95);

/// Returns mean(numerators)/mean(denominators) over pairs with Fieller's limits (Fieller, J R Stat Soc B 16 (1954),
/// 175-185). When the denominator is not distinguishable from 0 at that level the set of Fieller is not an interval,
/// and the limits are infinite. The standard error is by the delta method.
[[nodiscard]] Interval ratio_of_means(std::span<double const> numerators, std::span<double const> denominators,
                                      double level = 0.95);

/// Returns the same ratio, corrected for bias by the jackknife (leave one pair out), limits by Student's t.
[[nodiscard]] Interval ratio_by_jackknife(std::span<double const> numerators, std::span<double const> denominators,
                                          double level = 0.95);

/// Sum and count of one cluster (a replication): all that a clustered mean needs of it.
struct Cluster {
    double sum = 0.0;
    std::uint64_t count = 0;
};

/// Returns the mean over all members of all clusters, with a standard error that allows for members of a cluster being
/// alike (linearised ratio estimator; Cochran, Sampling Techniques, 3rd ed., 1977, section 9A.1); t with clusters - 1
/// degrees of freedom.
[[nodiscard]] Interval clustered_mean(std::span<Cluster const> clusters, double level = 0.95);

/// Returns one number a cluster whose plain mean is the mean over all members of all clusters, and whose scatter is
/// that of the linearised ratio estimator: R + (sum - R count)/(mean count), R being that mean. So what is made for
/// independent observations (pairs, controls) serves clusters of different sizes as well.
[[nodiscard]] std::vector<double> linearised(std::span<Cluster const> clusters);

/// Returns the ratio of geometric means, exp(mean of ln(a/b)), of paired observations (the same patient in two arms)
/// that are nested in clusters. `log_ratios` holds ln(a) - ln(b) of each pair, `clusters` the replication it belongs
/// to. The limits are those of the clustered mean, exponentiated; the standard error is of the ratio (delta method).
[[nodiscard]] Interval geometric_mean_ratio(std::span<double const> log_ratios, std::span<std::uint64_t const> clusters,
                                            double level = 0.95);

/// The same from the sums of ln(a/b), one cluster a replication.
[[nodiscard]] Interval geometric_mean_ratio(std::span<Cluster const> clusters, double level = 0.95);

/// Returns the share of `successes` in `n` independent trials with Wilson's score limits (J Am Stat Assoc 22 (1927),
/// 209-212). Always within [0, 1]; the standard error is the binomial one at the estimate.
[[nodiscard]] Interval proportion(std::uint64_t successes, std::uint64_t n, double level = 0.95);

/// The middle `level` of parameter draws (a credible interval), and how far its ends may move with other draws.
struct PercentileInterval {
    Interval draws;          ///< Mean of the draws, its Monte Carlo standard error, and the percentiles.
    double low_error = 0.0;  ///< Monte Carlo standard error of `draws.low`.
    double high_error = 0.0; ///< Monte Carlo standard error of `draws.high`.
};

/// Returns the percentile interval of draws. The errors of its ends are half the distance of the order statistics one
/// binomial standard error below and above their rank, so they assume no shape.
[[nodiscard]] PercentileInterval percentile_interval(std::span<double const> draws, double level = 0.95);

/// Returns the quantile of a sample by linear interpolation of its order statistics (definition 7 of Hyndman and Fan,
/// Am Stat 50 (1996), 361-365), for 0 <= p <= 1. NaN without values.
[[nodiscard]] double sample_quantile(std::span<double const> values, double p);

} // namespace pathecon::stats
