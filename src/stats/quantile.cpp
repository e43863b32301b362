// SPDX-License-Identifier: MIT
#include <pathecon/stats/quantile.hpp>

#include <algorithm>
#include <cmath>

#include <boost/math/distributions/binomial.hpp>

#include <pathecon/base/contract.hpp>

#include "stats/limits.hpp"

namespace pathecon::stats {

namespace {

void expect_inside(double p) { PATHECON_EXPECTS(p > 0.0 && p < 1.0, "limits of a quantile are asked at 0 < p < 1"); }

/// The least k of 0 .. n with cdf(k) >= q. Boost's own inverse rounds outwards by policy; the ranks are to be exact.
template <class Binomial>
std::uint64_t least_reaching(Binomial const& binomial, std::uint64_t n, double q)
{
    std::uint64_t low = 0;
    std::uint64_t high = n;
    while (low < high) {
        std::uint64_t const middle = low + (high - low) / 2;
        if (boost::math::cdf(binomial, static_cast<double>(middle)) >= q) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return low;
}

} // namespace

Ranks quantile_ranks(std::uint64_t n, double p, double level)
{
    expect_inside(p);
    detail::expect_level(level);
    if (n == 0) {
        return {0, 1, 1.0};
    }
    // X(l) <= quantile < X(u) has the probability that l <= B < u, B the number of values below the quantile.
    boost::math::binomial_distribution<double> const below{static_cast<double>(n), p};
    double const tail = 0.5 * (1.0 - level);
    auto const cdf = [&](double k) { return k < 0.0 ? 0.0 : boost::math::cdf(below, k); };
    // The greatest l with P(B < l) <= tail, and the least u with P(B >= u) <= tail.
    std::uint64_t low = least_reaching(below, n, tail);
    if (cdf(static_cast<double>(low)) <= tail) {
        ++low;
    }
    std::uint64_t const high = least_reaching(below, n, 1.0 - tail) + 1;
    double const coverage =
        cdf(static_cast<double>(high) - 1.0) - (low == 0 ? 0.0 : cdf(static_cast<double>(low) - 1.0));
    return {low, high, coverage};
}

Interval quantile_of_sample(std::span<double const> values, double p, double level)
{
    std::uint64_t const n = values.size();
    Ranks const ranks = quantile_ranks(n, p, level);
    double const estimate = sample_quantile(values, p);
    if (n < 2) {
        return detail::unknown(estimate, n, level);
    }
    std::vector<double> sorted(values.begin(), values.end());
    std::sort(sorted.begin(), sorted.end());
    double const count = static_cast<double>(n);
    double const step = std::sqrt(p * (1.0 - p) / count);
    double const above = sample_quantile(sorted, std::min(1.0, p + step));
    double const below = sample_quantile(sorted, std::max(0.0, p - step));
    return {estimate,
            ranks.low == 0 ? -detail::infinity : sorted[static_cast<std::size_t>(ranks.low - 1)],
            ranks.high > n ? detail::infinity : sorted[static_cast<std::size_t>(ranks.high - 1)],
            0.5 * (above - below),
            level,
            n};
}

Interval quantile_of_replications(std::span<std::vector<double> const> replications, double p, double level)
{
    expect_inside(p);
    std::vector<double> quantiles;
    for (auto const& values : replications) {
        if (!values.empty()) {
            quantiles.push_back(sample_quantile(values, p));
        }
    }
    return mean_interval(quantiles, level);
}

} // namespace pathecon::stats
