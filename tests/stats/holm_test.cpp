// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include <pathecon/stats/holm.hpp>

#include "stats/coverage.hpp"

using namespace pathecon;
using stats_test::coverage_z;
using stats_test::Normals;

TEST_CASE("Student's ten sleepers")
{
    // Student, Biometrika 6 (1908), 1-25: extra hours of sleep with two drugs; t = -4.0621 at 9 degrees of freedom, p =
    // 0.002833, 95 % limits -2.4599 and -0.7001.
    std::vector<double> const first{0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};
    std::vector<double> const second{1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};
    auto const difference = stats::paired_difference(first, second);
    CHECK(difference.mean == test::Approx(-1.58).epsilon(1e-12));
    CHECK(difference.mean / difference.standard_error == test::Approx(-4.0621).epsilon(1e-4));
    CHECK(difference.low == test::Approx(-2.4598858).epsilon(1e-7));
    CHECK(difference.high == test::Approx(-0.7001142).epsilon(1e-7));
    CHECK(stats::p_value(difference) == test::Approx(0.00283289).epsilon(1e-5));
}

TEST_CASE("a difference without error is certain, one without replications says nothing")
{
    std::vector<double> const a{1, 2, 3}, b{2, 3, 4}, one{5};
    CHECK(stats::p_value(stats::paired_difference(a, a)) == 1.0);
    CHECK(stats::p_value(stats::paired_difference(a, b)) == 0.0);
    CHECK(std::isnan(stats::p_value(stats::mean_interval(one))));
}

TEST_CASE("adjusted p values step down and never fall, as counted by hand")
{
    std::vector<double> const p{0.03, 0.01, 0.05, 0.02, 0.04};
    std::vector<double> const expected{0.09, 0.05, 0.09, 0.08, 0.09};
    auto const adjusted = stats::holm(p);
    for (std::size_t i = 0; i < p.size(); ++i) CHECK(adjusted[i] == test::Approx(expected[i]).epsilon(1e-14));
    CHECK(stats::holm(std::vector<double>{0.6, 0.7}) == std::vector<double>{1.0, 1.0});
    auto const with_nothing = stats::holm(std::vector<double>{0.02, NAN});
    CHECK(with_nothing[0] == 0.02);
    CHECK(std::isnan(with_nothing[1]));
    CHECK(stats::holm({}).empty());
}

TEST_CASE("four arms that do nothing are called different as seldom as was promised")
{
    // Independent p values: anything is found iff the least is at most alpha/4, with probability 1 - (1 - alpha/4)^4.
    Normals normal{1979};
    constexpr int trials = 20000;
    int found = 0, naive = 0;
    for (int trial = 0; trial < trials; ++trial) {
        std::vector<double> p;
        for (int arm = 0; arm < 4; ++arm) {
            std::vector<double> differences(8);
            for (double& difference : differences) difference = normal();
            p.push_back(stats::p_value(stats::mean_interval(differences)));
        }
        auto const adjusted = stats::holm(p);
        found += *std::min_element(adjusted.begin(), adjusted.end()) <= 0.05 ? 1 : 0;
        naive += *std::min_element(p.begin(), p.end()) <= 0.05 ? 1 : 0;
    }
    CHECK(std::abs(coverage_z(found, trials, 1.0 - std::pow(1.0 - 0.05 / 4, 4))) < 4.89);
    CHECK(naive > 3 * found);
}
