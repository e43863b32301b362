// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <cmath>
#include <vector>

#include <pathecon/base/contract.hpp>
#include <pathecon/stats/nested.hpp>

#include "stats/coverage.hpp"

using namespace pathecon;
using stats_test::coverage_z;
using stats_test::covers;
using stats_test::Normals;

TEST_CASE("two draws of two, taken apart by hand")
{
    // Means 2 and 6 with variance 8; 2 within; so 8 - 2/2 between.
    std::vector<double> const values{1, 3, 5, 7};
    auto const parts = stats::nested(values, 2);
    CHECK(parts.mean.mean == 4.0);
    CHECK(parts.mean.standard_error == 2.0);
    CHECK(parts.mean.n == 2);
    CHECK(parts.within == 2.0);
    CHECK(parts.between == 7.0);
    CHECK(parts.icc() == test::Approx(7.0 / 9.0).epsilon(1e-14));
}

TEST_CASE("one draw, or one replication a draw, cannot be taken apart")
{
    std::vector<double> const values{1, 3, 5, 7};
    CHECK(std::isnan(stats::nested(values, 4).within));
    CHECK(std::isnan(stats::nested(values, 1).between));
    CHECK(stats::nested(values, 1).mean.n == 4);
    CHECK_THROWS_AS(stats::nested(values, 3), base::ContractViolation);
}

TEST_CASE("the parts are right on average and the mean's interval covers, even with little between draws")
{
    // Variance 0.5 between 12 draws, 4 within them, 3 replications.
    Normals normal{555};
    constexpr int trials = 40000;
    int hits = 0;
    double between = 0, within = 0, between_squares = 0, within_squares = 0;
    bool fell_below = false;
    for (int trial = 0; trial < trials; ++trial) {
        std::vector<double> values;
        for (int draw = 0; draw < 12; ++draw) {
            double const level = 20.0 + std::sqrt(0.5) * normal();
            for (int r = 0; r < 3; ++r) values.push_back(level + 2.0 * normal());
        }
        auto const parts = stats::nested(values, 3);
        hits += covers(parts.mean, 20.0) ? 1 : 0;
        between += parts.between / trials;
        within += parts.within / trials;
        between_squares += parts.between * parts.between / trials;
        within_squares += parts.within * parts.within / trials;
        fell_below = fell_below || parts.between < 0;
    }
    auto const z = [&](double mean, double squares, double truth) {
        return (mean - truth) / std::sqrt((squares - mean * mean) / trials);
    };
    CHECK(std::abs(coverage_z(hits, trials, 0.95)) < 4.89);
    CHECK(std::abs(z(between, between_squares, 0.5)) < 4.89);
    CHECK(std::abs(z(within, within_squares, 4.0)) < 4.89);
    CHECK(fell_below); // shown as it is: cutting it off at 0 would make the average too large
}
