// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include <boost/math/distributions/normal.hpp>

#include <pathecon/base/contract.hpp>
#include <pathecon/stats/precision.hpp>

#include "stats/coverage.hpp"

using namespace pathecon;
using stats_test::Normals;

TEST_CASE("a plan's totals grow by a fifth, rounded up, and end with the last allowed")
{
    CHECK(stats::totals_of(10, 200) ==
          std::vector<std::uint64_t>{10, 12, 15, 18, 22, 27, 33, 40, 48, 58, 70, 84, 101, 122, 147, 177, 200});
    CHECK(stats::totals_of(25, 25) == std::vector<std::uint64_t>{25});
    CHECK_THROWS_AS(stats::totals_of(9, 100), base::ContractViolation);
    CHECK_THROWS_AS(stats::totals_of(20, 19), base::ContractViolation);
    for (auto const n : {10U, 11U, 12U, 13U, 14U, 15U, 999U})
        CHECK(stats::totals_of(n, 5000).at(1) == static_cast<std::uint64_t>(std::ceil(1.2 * n - 1e-9)));
}

TEST_CASE("a plan stops at the first total that is precise enough, or says that none was")
{
    auto const totals = stats::totals_of(10, 40);
    std::vector<std::uint64_t> asked;
    auto const stopped = stats::stop_at(totals, [&](std::uint64_t n) {
        asked.push_back(n);
        return n >= 20;
    });
    CHECK(stopped.n == 22);
    CHECK(stopped.is_met);
    CHECK(asked == std::vector<std::uint64_t>{10, 12, 15, 18, 22});
    auto const never = stats::stop_at(totals, [](std::uint64_t) { return false; });
    CHECK(never.n == 40);
    CHECK_FALSE(never.is_met);
}

TEST_CASE("an unknown error is never precise enough, no error always is")
{
    std::vector<double> const one{3.0}, equal{2.0, 2.0, 2.0};
    CHECK_FALSE(stats::is_within(stats::mean_interval(one), 1e300));
    CHECK_FALSE(stats::is_within(stats::mean_interval({}), 1e300));
    CHECK(stats::is_within(stats::mean_interval(equal), 0.0));
}

namespace {

struct Coverage {
    int hits = 0;
    double expected = 0.0, variance = 0.0; ///< Of the hits, given where each trial stopped and how wide it was.
    double mean_n = 0.0;
    [[nodiscard]] double z() const { return (hits - expected) / std::sqrt(variance); }
};

/// Runs a plan on standard normal data many times.
Coverage cover(double beta, int trials)
{
    Normals normal{20251121};
    boost::math::normal const standard;
    auto const totals = stats::totals_of(10, 100000);
    Coverage coverage;
    for (int trial = 0; trial < trials; ++trial) {
        std::vector<double> values;
        stats::Interval interval;
        auto const stopped = stats::stop_at(totals, [&](std::uint64_t n) {
            while (values.size() < n) values.push_back(normal());
            interval = stats::mean_interval(values);
            return stats::is_within(interval, beta);
        });
        double const root = std::sqrt(static_cast<double>(stopped.n));
        double const p = 2.0 * boost::math::cdf(standard, stats::half_width(interval) * root) - 1.0;
        coverage.hits += stats_test::covers(interval, 0.0) ? 1 : 0;
        coverage.expected += p;
        coverage.variance += p * (1.0 - p);
        coverage.mean_n += static_cast<double>(stopped.n) / trials;
    }
    return coverage;
}

} // namespace

TEST_CASE("sequential intervals of normal data cover exactly as the theory of Ray says")
{
    // The mean of normal data is independent of all the variances up to n, so given where a plan stops and how wide its
    // interval is, the coverage is 2 Phi(half width sqrt(n)) - 1 (Ray, J R Stat Soc B 19 (1957), 133-143).
    constexpr int trials = 20000;
    for (double const beta : {1.0, 0.5, 0.4, 0.25}) {
        auto const coverage = cover(beta, trials);
        double const share = coverage.expected / trials;
        CAPTURE(beta, coverage.mean_n, share);
        CHECK(std::abs(coverage.z()) < 4.89);
        CHECK(share > (coverage.mean_n > 40 ? 0.94 : 0.93));
        CHECK(share < 0.955);
    }
}
