// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <cmath>
#include <cstddef>
#include <vector>

#include <pathecon/base/contract.hpp>
#include <pathecon/stats/pairing.hpp>

#include "stats/coverage.hpp"

using namespace pathecon;
using stats_test::covers;
using stats_test::Normals;

namespace {

struct Pairs {
    std::vector<double> a, b;

    /// Pairs of unit variance with a correlation, each group about a level of its own.
    Pairs(Normals& normal, std::size_t n, double correlation, std::size_t group = 0, double spread = 0.0)
    {
        double level = 0.0;
        for (std::size_t i = 0; i < n; ++i) {
            if (group > 0 && i % group == 0) level = spread * normal();
            double const x = normal();
            a.push_back(level + x);
            b.push_back(level + correlation * x + std::sqrt(1.0 - correlation * correlation) * normal());
        }
    }
};

} // namespace

TEST_CASE("the ratio of hand-counted pairs")
{
    // Variances 1 and 7/3; the differences 0, 0, -1 have variance 1/3.
    std::vector<double> const a{1, 2, 3}, b{1, 2, 4};
    CHECK(stats::variance_ratio(a, b).mean == test::Approx(10.0).epsilon(1e-13));
}

TEST_CASE("a difference that does not vary has an infinite ratio, a single pair none")
{
    std::vector<double> const a{1, 2, 3, 5}, b{2, 3, 4, 6}, one{1};
    CHECK(stats::variance_ratio(a, b).mean == INFINITY);
    CHECK(std::isnan(stats::variance_ratio(a, b).standard_error));
    CHECK(std::isnan(stats::variance_ratio(one, one).mean));
    CHECK(std::isnan(stats::variance_ratio(a, b, 1).mean));
    CHECK_THROWS_AS(stats::variance_ratio(a, b, 3), base::ContractViolation);
}

TEST_CASE("leaving a pair out by the recurrence is leaving it out")
{
    Normals normal{4};
    Pairs const pairs{normal, 12, 0.8};
    auto const all = stats::variance_ratio(pairs.a, pairs.b);
    std::vector<double> pseudo;
    for (std::size_t i = 0; i < 12; ++i) {
        auto a = pairs.a, b = pairs.b;
        a.erase(a.begin() + static_cast<std::ptrdiff_t>(i));
        b.erase(b.begin() + static_cast<std::ptrdiff_t>(i));
        pseudo.push_back(12.0 * std::log(all.mean) - 11.0 * std::log(stats::variance_ratio(a, b).mean));
    }
    auto const logs = stats::mean_interval(pseudo);
    CHECK(std::log(all.high / all.mean) == test::Approx(stats::half_width(logs)).epsilon(1e-9));
    CHECK(all.standard_error == test::Approx(all.mean * logs.standard_error).epsilon(1e-9));
}

TEST_CASE("what draws differ by counts for nothing in the ratio")
{
    Normals one{5}, other{5};
    Pairs const plain{one, 40, 0.8};
    Pairs shifted = plain;
    for (std::size_t i = 0; i < 40; ++i) {
        double const level = 100.0 * static_cast<double>(i / 4);
        shifted.a[i] += level;
        shifted.b[i] -= level;
    }
    auto const expected = stats::variance_ratio(plain.a, plain.b, 4);
    auto const found = stats::variance_ratio(shifted.a, shifted.b, 4);
    CHECK(found.mean == test::Approx(expected.mean).epsilon(1e-9));
    CHECK(found.high == test::Approx(expected.high).epsilon(1e-8));
    CHECK(found.n == 10);
}

TEST_CASE("the ratio's limits cover what a correlation promises, 1/(1 - rho)")
{
    constexpr int trials = 6000;
    struct Setting {
        std::size_t n, group;
        double correlation;
    };
    for (auto const& setting : {Setting{20, 0, 0.9}, Setting{50, 0, 0.9}, Setting{50, 0, 0.0}, Setting{80, 4, 0.95}}) {
        Normals normal{20250101};
        int hits = 0;
        double logs = 0;
        for (int trial = 0; trial < trials; ++trial) {
            Pairs const pairs{normal, setting.n, setting.correlation, setting.group, 3.0};
            auto const found = stats::variance_ratio(pairs.a, pairs.b, setting.group);
            hits += covers(found, 1.0 / (1.0 - setting.correlation)) ? 1 : 0;
            logs += std::log(found.mean) / trials;
        }
        CAPTURE(setting.n, setting.group, setting.correlation, hits);
        // The jackknife is approximate; the estimate itself is right in the middle.
        CHECK(std::abs(static_cast<double>(hits) / trials - 0.95) < 0.02);
        CHECK(std::exp(logs) == test::Approx(1.0 / (1.0 - setting.correlation)).epsilon(0.05));
    }
}
