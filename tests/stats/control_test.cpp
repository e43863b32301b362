// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <cmath>
#include <vector>

#include <pathecon/base/contract.hpp>
#include <pathecon/stats/control.hpp>

#include "stats/coverage.hpp"

using namespace pathecon;
using stats::Control;
using stats_test::coverage_z;
using stats_test::covers;
using stats_test::Normals;

TEST_CASE("a straight line through five points, as every textbook fits it")
{
    // Slope 6/10, sum of squares left 2.4 at 3 degrees; at a known mean of 2 the line is at 4 - 0.6 (3 - 2) with
    // variance 0.8 (1/5 + 1/10).
    std::vector<double> const y{2, 4, 5, 4, 5}, c{1, 2, 3, 4, 5};
    std::vector<Control> const controls{{c, 2.0}};
    auto const found = stats::controlled_mean(y, controls);
    CHECK(found.slopes.at(0) == test::Approx(0.6).epsilon(1e-13));
    CHECK(found.mean.mean == test::Approx(3.4).epsilon(1e-13));
    CHECK(found.mean.standard_error == test::Approx(std::sqrt(0.24)).epsilon(1e-13));
    CHECK(found.mean.high - 3.4 == test::Approx(3.182446305284263 * std::sqrt(0.24)).epsilon(1e-11)); // t(3, 0.975)
    CHECK(found.controls == 1);
    CHECK(found.plain.mean == 4.0);
    CHECK(found.variance_ratio == test::Approx(0.3 / 0.24).epsilon(1e-12)); // variance of y 1.5, a fifth of it
}

TEST_CASE("a result that its controls explain wholly is known wholly")
{
    Normals normal{9};
    std::vector<double> y, a, b;
    for (int i = 0; i < 12; ++i) {
        a.push_back(1000.0 + 30.0 * normal());
        b.push_back(0.02 + 0.001 * normal());
        y.push_back(3.0 + 0.2 * (a.back() - 1000.0) - 500.0 * (b.back() - 0.02));
    }
    std::vector<Control> const controls{{a, 1000.0}, {b, 0.02}};
    auto const found = stats::controlled_mean(y, controls);
    CHECK(found.mean.mean == test::Approx(3.0).epsilon(1e-11));
    CHECK(found.mean.standard_error < 1e-10);
    CHECK(found.slopes[0] == test::Approx(0.2).epsilon(1e-9));
    CHECK(found.slopes[1] == test::Approx(-500.0).epsilon(1e-9));
}

TEST_CASE("a control that tells nothing new is left out and costs nothing")
{
    Normals normal{10};
    std::vector<double> y, c, twice, constant(10, 7.0);
    for (int i = 0; i < 10; ++i) {
        c.push_back(normal());
        y.push_back(c.back() + normal());
        twice.push_back(2.0 * c.back() + 1.0);
    }
    std::vector<Control> const one{{c, 0.0}}, three{{c, 0.0}, {constant, 7.0}, {twice, 1.0}};
    auto const alone = stats::controlled_mean(y, one);
    auto const beside = stats::controlled_mean(y, three);
    CHECK(beside.controls == 1);
    CHECK(beside.slopes[1] == 0.0);
    CHECK(beside.mean.mean == test::Approx(alone.mean.mean).epsilon(1e-12));
    CHECK(beside.mean.high == test::Approx(alone.mean.high).epsilon(1e-12));
    auto const none = stats::controlled_mean(y, {});
    CHECK(none.mean.mean == none.plain.mean);
    CHECK(none.variance_ratio == 1.0);
}

TEST_CASE("with hardly more replications than controls nothing is known of the error")
{
    std::vector<double> const y{1, 2, 4}, c{1, 2, 3};
    std::vector<Control> const controls{{c, 2.0}};
    auto const found = stats::controlled_mean(y, controls);
    CHECK(found.mean.high == INFINITY);
    CHECK(std::isnan(found.variance_ratio));
    std::vector<double> const longer{1, 2, 3, 4};
    std::vector<Control> const wrong{{longer, 2.0}};
    CHECK_THROWS_AS(stats::controlled_mean(y, wrong), base::ContractViolation);
}

TEST_CASE("the controlled interval covers as often as it says, and its variance is what theory promises")
{
    // Lavenberg and Welch: Var = (1 - R^2) (n - 2)/(n - q - 2) of the plain variance; here R^2 = 5/6, n = 12, q = 2.
    Normals normal{20250611};
    constexpr int trials = 40000;
    constexpr int n = 12;
    int hits = 0;
    double squares = 0;
    for (int trial = 0; trial < trials; ++trial) {
        std::vector<double> y, a, b;
        for (int i = 0; i < n; ++i) {
            a.push_back(5.0 + normal());
            b.push_back(-2.0 + normal());
            y.push_back(10.0 + 2.0 * (a.back() - 5.0) + 1.0 * (b.back() + 2.0) + normal());
        }
        std::vector<Control> const controls{{a, 5.0}, {b, -2.0}};
        auto const found = stats::controlled_mean(y, controls);
        hits += covers(found.mean, 10.0) ? 1 : 0;
        squares += (found.mean.mean - 10.0) * (found.mean.mean - 10.0);
    }
    CHECK(std::abs(coverage_z(hits, trials, 0.95)) < 4.89);
    double const theory = (6.0 / n) * (1.0 / 6.0) * 10.0 / 8.0;
    // The estimates are a little heavier in the tails than normal ones: kurtosis 3.5 at most bounds the error.
    double const error = theory * std::sqrt(2.5 / trials);
    CHECK(std::abs(squares / trials - theory) < 4.89 * error);
}
