// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <cmath>
#include <cstdint>
#include <vector>

#include <pathecon/base/contract.hpp>
#include <pathecon/stats/quantile.hpp>

#include "stats/coverage.hpp"

using namespace pathecon;
using stats_test::coverage_z;
using stats_test::covers;
using stats_test::Normals;

TEST_CASE("the ranks about a median are those of Nair's table")
{
    // Nair, Sankhya 4 (1940), 551-558: n, lower rank; the coverage is 1 - 2 P(B < rank) at p = 1/2.
    struct Row {
        std::uint64_t n, low;
        double coverage;
    };
    for (auto const& row : {Row{6, 1, 0.96875}, Row{10, 2, 0.978515625}, Row{20, 6, 0.958610534667969},
                            Row{30, 10, 0.957226}, Row{50, 18, 0.967161}}) {
        auto const ranks = stats::quantile_ranks(row.n, 0.5);
        CHECK(ranks.low == row.low);
        CHECK(ranks.high == row.n + 1 - row.low);
        CHECK(ranks.coverage == test::Approx(row.coverage).epsilon(2e-6));
    }
    // Five values cannot hold a median in 95 %: 1 - 2/32.
    CHECK(stats::quantile_ranks(5, 0.5).low == 0);
    CHECK(stats::quantile_ranks(5, 0.5).high == 6);
    CHECK(stats::quantile_ranks(5, 0.5, 0.9375).low == 1);
    CHECK(stats::quantile_ranks(0, 0.5).high == 1);
    CHECK_THROWS_AS(stats::quantile_ranks(5, 1.0), base::ContractViolation);
}

TEST_CASE("ranks are as close as the level allows, at every size and quantile")
{
    for (std::uint64_t n = 1; n <= 120; n += 7)
        for (double const p : {0.05, 0.3, 0.5, 0.9}) {
            auto const ranks = stats::quantile_ranks(n, p);
            CHECK(ranks.coverage >= 0.95 - 1e-12);
            auto const mirrored = stats::quantile_ranks(n, 1.0 - p);
            CHECK(mirrored.low == n + 1 - ranks.high);
            CHECK(mirrored.high == n + 1 - ranks.low);
        }
}

TEST_CASE("limits of a sample stand at its order statistics, in whatever order it comes")
{
    std::vector<double> const values{9, 2, 7, 4, 5, 6, 3, 8, 1, 10};
    auto const median = stats::quantile_of_sample(values, 0.5);
    CHECK(median.mean == 5.5);
    CHECK(median.low == 2.0);
    CHECK(median.high == 9.0);
    CHECK(median.n == 10);
    CHECK(stats::quantile_of_sample(values, 0.9).high == INFINITY);
    CHECK(std::isnan(stats::quantile_of_sample({}, 0.5).mean));
}

TEST_CASE("the limits of a sample cover as often as the binomial says, for a skewed distribution")
{
    Normals normal{77};
    constexpr int trials = 20000;
    for (double const p : {0.5, 0.9}) {
        double const truth = -std::log(1.0 - p);
        auto const ranks = stats::quantile_ranks(60, p);
        REQUIRE(ranks.high <= 60);
        int hits = 0;
        double error = 0, sum = 0, squares = 0;
        for (int trial = 0; trial < trials; ++trial) {
            std::vector<double> values(60);
            for (double& value : values) value = -std::log(normal.uniform());
            auto const found = stats::quantile_of_sample(values, p);
            hits += covers(found, truth) ? 1 : 0;
            error += found.standard_error / trials;
            sum += found.mean / trials;
            squares += found.mean * found.mean / trials;
        }
        CHECK(std::abs(coverage_z(hits, trials, ranks.coverage)) < 4.89);
        CHECK(error == test::Approx(std::sqrt(squares - sum * sum)).epsilon(0.1));
    }
}

TEST_CASE("quantiles of replications cover where patients of one replication are alike, and a single sample does not")
{
    // Each replication adds its own luck to all of its 40 patients; the median of one is, by symmetry, 5 on average.
    Normals normal{78};
    constexpr int trials = 4000;
    int by_replication = 0, as_one = 0;
    for (int trial = 0; trial < trials; ++trial) {
        std::vector<std::vector<double>> replications(10);
        std::vector<double> all;
        for (auto& values : replications) {
            double const shared = normal();
            for (int i = 0; i < 40; ++i) {
                values.push_back(5.0 + shared + normal());
                all.push_back(values.back());
            }
        }
        by_replication += covers(stats::quantile_of_replications(replications, 0.5), 5.0) ? 1 : 0;
        as_one += covers(stats::quantile_of_sample(all, 0.5), 5.0) ? 1 : 0;
    }
    CHECK(std::abs(coverage_z(by_replication, trials, 0.95)) < 4.89);
    CHECK(as_one < trials / 2);
}

TEST_CASE("an empty replication says nothing of a quantile")
{
    std::vector<std::vector<double>> const replications{{1, 2, 3}, {}, {3, 4, 5}};
    auto const found = stats::quantile_of_replications(replications, 0.5);
    CHECK(found.mean == 3.0);
    CHECK(found.n == 2);
}
