// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <cmath>
#include <cstdint>
#include <numeric>
#include <vector>

#include <boost/math/distributions/binomial.hpp>

#include <pathecon/base/contract.hpp>
#include <pathecon/stats/interval.hpp>

#include "stats/coverage.hpp"

using namespace pathecon;
using stats::Interval;
using stats_test::coverage_z;
using stats_test::covers;
using stats_test::Normals;

TEST_CASE("the t interval of hand-counted values")
{
    std::vector<double> const values{1.0, 2.0, 3.0, 4.0, 5.0};
    auto const interval = stats::mean_interval(values);
    CHECK(interval.mean == 3.0);
    CHECK(interval.standard_error == test::Approx(std::sqrt(0.5)).epsilon(1e-14));
    CHECK(interval.high - 3.0 == test::Approx(2.7764451051977987 * std::sqrt(0.5)).epsilon(1e-12)); // t(4, 0.975)
    CHECK(interval.low + interval.high == test::Approx(6.0).epsilon(1e-14));
    CHECK(interval.n == 5);
    CHECK(interval.level == 0.95);
}

TEST_CASE("with one value or none nothing is known")
{
    std::vector<double> const one{7.0};
    CHECK(stats::mean_interval(one).mean == 7.0);
    CHECK(stats::mean_interval(one).low == -INFINITY);
    CHECK(std::isnan(stats::mean_interval(one).standard_error));
    CHECK(std::isnan(stats::mean_interval({}).mean));
    CHECK_THROWS_AS(stats::mean_interval(one, 95.0), base::ContractViolation);
}

TEST_CASE("the t interval covers the truth as often as it says")
{
    // 40,000 samples of 6: the standard error of the coverage is 0.11 to 0.15 % of it.
    for (double const level : {0.8, 0.95}) {
        Normals normal{20250101};
        int hits = 0;
        constexpr int trials = 40000;
        for (int trial = 0; trial < trials; ++trial) {
            std::vector<double> values(6);
            for (double& value : values) {
                value = 10.0 + 3.0 * normal();
            }
            hits += covers(stats::mean_interval(values, level), 10.0) ? 1 : 0;
        }
        CHECK(std::abs(coverage_z(hits, trials, level)) < 4.89);
    }
}

TEST_CASE("pairs that share their luck give a far narrower difference, and equal columns exactly 0")
{
    Normals normal{1};
    std::vector<double> a;
    std::vector<double> b;
    for (int i = 0; i < 50; ++i) {
        double const shared = 100.0 + 20.0 * normal();
        a.push_back(shared + normal());
        b.push_back(shared + 1.0 + normal());
    }
    auto const paired = stats::paired_difference(a, b);
    CHECK(covers(paired, -1.0));
    CHECK(paired.standard_error < 0.1 * stats::mean_interval(a).standard_error);
    auto const none = stats::paired_difference(a, a);
    CHECK(none.mean == 0.0);
    CHECK(none.low == 0.0);
    CHECK(none.high == 0.0);
    CHECK_THROWS_AS(stats::paired_difference(a, std::span{b}.first(3)), base::ContractViolation);
}

TEST_CASE("Fieller's limits solve their quadratic")
{
    std::vector<double> const top{12.0, 15.0, 11.0, 14.0, 13.0};
    std::vector<double> const bottom{4.0, 5.5, 4.1, 4.6, 5.2};
    auto const ratio = stats::ratio_of_means(top, bottom);
    CHECK(ratio.mean == test::Approx(13.0 / 4.68).epsilon(1e-14));
    // At a limit r the mean of top - r bottom is exactly at the edge of its own t interval around 0.
    for (double const r : {ratio.low, ratio.high}) {
        std::vector<double> contrast(5);
        for (std::size_t i = 0; i < 5; ++i) {
            contrast[i] = top[i] - r * bottom[i];
        }
        auto const edge = stats::mean_interval(contrast);
        CHECK(std::min(std::abs(edge.low), std::abs(edge.high)) < 1e-12);
    }
    CHECK(ratio.low < ratio.mean);
    CHECK(ratio.high > ratio.mean);
}

TEST_CASE("a denominator that may be 0 bounds no ratio")
{
    std::vector<double> const top{1.0, 2.0, 3.0};
    std::vector<double> const bottom{-1.0, 0.5, 1.0};
    auto const ratio = stats::ratio_of_means(top, bottom);
    CHECK(ratio.low == -INFINITY);
    CHECK(ratio.high == INFINITY);
    CHECK(ratio.mean == test::Approx(12.0).epsilon(1e-14));
}

TEST_CASE("Fieller and the jackknife cover the true ratio")
{
    Normals normal{7};
    constexpr int trials = 12000;
    int fieller = 0;
    int jackknife = 0;
    for (int trial = 0; trial < trials; ++trial) {
        std::vector<double> top(20);
        std::vector<double> bottom(20);
        for (std::size_t i = 0; i < 20; ++i) {
            double const shared = normal();
            top[i] = 6.0 + shared + normal();
            bottom[i] = 3.0 + 0.5 * shared + 0.5 * normal();
        }
        fieller += covers(stats::ratio_of_means(top, bottom), 2.0) ? 1 : 0;
        jackknife += covers(stats::ratio_by_jackknife(top, bottom), 2.0) ? 1 : 0;
    }
    CHECK(std::abs(coverage_z(fieller, trials, 0.95)) < 4.89);
    CHECK(std::abs(static_cast<double>(jackknife) / trials - 0.95) < 0.015); // the jackknife is approximate
}

TEST_CASE("the jackknife takes out the bias of a ratio")
{
    // E[top]/E[bottom] = 1, but the ratio of the means of four pairs is 1.04 on average.
    Normals normal{11};
    double plain = 0.0;
    double corrected = 0.0;
    constexpr int trials = 40000;
    for (int trial = 0; trial < trials; ++trial) {
        std::vector<double> top(4);
        std::vector<double> bottom(4);
        for (std::size_t i = 0; i < 4; ++i) {
            top[i] = 1.0 + 0.1 * normal();
            bottom[i] = 1.0 + 0.4 * (2.0 * normal.uniform() - 1.0) * 1.7320508;
        }
        plain += stats::ratio_of_means(top, bottom).mean / trials;
        corrected += stats::ratio_by_jackknife(top, bottom).mean / trials;
    }
    CHECK(plain > 1.03);
    CHECK(std::abs(corrected - 1.0) < 0.012);
}

TEST_CASE("clusters of one are the plain t interval")
{
    std::vector<double> const values{1.0, 4.0, 2.0, 8.0};
    std::vector<stats::Cluster> clusters;
    for (double const value : values) {
        clusters.push_back({value, 1});
    }
    auto const plain = stats::mean_interval(values);
    auto const clustered = stats::clustered_mean(clusters);
    CHECK(clustered.mean == test::Approx(plain.mean).epsilon(1e-14));
    CHECK(clustered.low == test::Approx(plain.low).epsilon(1e-13));
    CHECK(clustered.standard_error == test::Approx(plain.standard_error).epsilon(1e-13));
    auto const scores = stats::linearised(clusters);
    for (std::size_t i = 0; i < values.size(); ++i) CHECK(scores[i] == test::Approx(values[i]).epsilon(1e-13));
    clusters.push_back({0.0, 0}); // an empty replication says nothing
    CHECK(stats::clustered_mean(clusters).low == test::Approx(plain.low).epsilon(1e-13));
    CHECK(stats::clustered_mean(clusters).n == 4);
}

TEST_CASE(
    "the ratio of geometric means of patients within replications covers the truth; ignoring replications does not")
{
    // Patients of one replication share a queue: a replication effect of 0.1 beside a patient's own 0.3.
    Normals normal{3};
    constexpr int trials = 6000;
    int clustered = 0;
    int naive = 0;
    double const truth = std::exp(-0.2);
    for (int trial = 0; trial < trials; ++trial) {
        std::vector<double> logs;
        std::vector<std::uint64_t> replication;
        for (std::uint64_t r = 0; r < 12; ++r) {
            double const shared = 0.1 * normal();
            for (int patient = 0; patient < 40; ++patient) {
                logs.push_back(-0.2 + shared + 0.3 * normal());
                replication.push_back(r);
            }
        }
        clustered += covers(stats::geometric_mean_ratio(logs, replication), truth) ? 1 : 0;
        std::vector<std::uint64_t> alone(logs.size());
        std::iota(alone.begin(), alone.end(), 0U);
        naive += covers(stats::geometric_mean_ratio(logs, alone), truth) ? 1 : 0;
    }
    CHECK(std::abs(coverage_z(clustered, trials, 0.95)) < 4.89);
    CHECK(naive < 0.75 * trials);
}

TEST_CASE("a ratio of geometric means by hand, whatever the order of the pairs")
{
    std::vector<double> const logs{std::log(0.5), std::log(0.8), std::log(0.4), std::log(0.9)};
    std::vector<std::uint64_t> const clusters{7, 2, 7, 2};
    auto const ratio = stats::geometric_mean_ratio(logs, clusters);
    CHECK(ratio.mean == test::Approx(std::pow(0.5 * 0.8 * 0.4 * 0.9, 0.25)).epsilon(1e-14));
    CHECK(ratio.n == 2);
    std::vector<stats::Cluster> const sums{{logs[1] + logs[3], 2}, {logs[0] + logs[2], 2}};
    CHECK(stats::geometric_mean_ratio(sums).low == test::Approx(ratio.low).epsilon(1e-13));
    CHECK(std::log(ratio.high) - std::log(ratio.mean) ==
          test::Approx(std::log(ratio.mean) - std::log(ratio.low)).epsilon(1e-12));
}

TEST_CASE("Wilson's interval: the published example, the ends, and its coverage by summing the binomial")
{
    auto const example = stats::proportion(81, 263); // Newcombe, Stat Med 17 (1998) 857: 0.2553 to 0.3662
    CHECK(example.low == test::Approx(0.2553).margin(5e-5));
    CHECK(example.high == test::Approx(0.3662).margin(5e-5));
    CHECK(stats::proportion(0, 20).low == 0.0);
    CHECK(stats::proportion(0, 20).high == test::Approx(0.1611).margin(5e-5)); // ibid.: 0.0000 to 0.1611
    CHECK(stats::proportion(20, 20).high == 1.0);
    CHECK(stats::proportion(0, 0).high == 1.0);
    CHECK_THROWS_AS(stats::proportion(3, 2), base::ContractViolation);
    double total = 0.0;
    int places = 0;
    for (double p = 0.05; p < 0.96; p += 0.01, ++places) {
        boost::math::binomial_distribution<double> const law{60.0, p};
        for (std::uint64_t k = 0; k <= 60; ++k) {
            total += covers(stats::proportion(k, 60), p) ? boost::math::pdf(law, static_cast<double>(k)) : 0.0;
        }
    }
    CHECK(total / places == test::Approx(0.95).margin(0.005));
}

TEST_CASE("the percentile interval of draws and the error of its ends")
{
    // The error of a quantile is sqrt(p (1 - p)/n)/density: 0.0844 at 1.96 with 1,000 draws. 2,000 such sets say how
    // far the ends really scatter, and what was reported of it.
    Normals normal{5};
    constexpr int sets = 2000;
    double reported = 0.0;
    double scatter = 0.0;
    double low = 0.0;
    double high = 0.0;
    std::vector<double> draws(1000);
    for (int set = 0; set < sets; ++set) {
        for (double& draw : draws) {
            draw = normal();
        }
        auto const interval = stats::percentile_interval(draws);
        reported += 0.5 * (interval.low_error + interval.high_error) / sets;
        scatter += (interval.draws.low + 1.959964) * (interval.draws.low + 1.959964) / sets;
        low += interval.draws.low / sets;
        high += interval.draws.high / sets;
    }
    CHECK(std::sqrt(scatter) == test::Approx(0.0844).epsilon(0.08));
    CHECK(reported == test::Approx(0.0844).epsilon(0.05));
    CHECK(low == test::Approx(-1.96).epsilon(0.01));
    CHECK(high == test::Approx(1.96).epsilon(0.01));
    auto const one = stats::percentile_interval(draws, 0.5);
    CHECK(one.draws.low == stats::sample_quantile(draws, 0.25));
    CHECK(one.draws.high == stats::sample_quantile(draws, 0.75));
    CHECK(one.draws.standard_error == stats::mean_interval(draws).standard_error);
}

TEST_CASE("sample quantiles interpolate the order statistics")
{
    std::vector<double> const values{30.0, 10.0, 20.0, 40.0};
    CHECK(stats::sample_quantile(values, 0.0) == 10.0);
    CHECK(stats::sample_quantile(values, 0.5) == 25.0);
    CHECK(stats::sample_quantile(values, 0.75) == 32.5);
    CHECK(stats::sample_quantile(values, 1.0) == 40.0);
    CHECK(std::isnan(stats::sample_quantile({}, 0.5)));
}

TEST_CASE("linearised clusters have the mean and the error of the clustered mean")
{
    std::vector<stats::Cluster> const clusters{{30.0, 10}, {55.0, 20}, {12.0, 5}, {44.0, 12}};
    auto const clustered = stats::clustered_mean(clusters);
    auto const scores = stats::mean_interval(stats::linearised(clusters));
    CHECK(scores.mean == test::Approx(141.0 / 47.0).epsilon(1e-14));
    CHECK(scores.low == test::Approx(clustered.low).epsilon(1e-13));
    CHECK(scores.high == test::Approx(clustered.high).epsilon(1e-13));
    CHECK(stats::half_width(scores) == test::Approx(scores.high - scores.mean).epsilon(1e-13));
}
