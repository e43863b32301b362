// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <cmath>
#include <cstddef>
#include <span>
#include <vector>

#include <pathecon/base/contract.hpp>
#include <pathecon/stats/mser.hpp>

#include "stats/coverage.hpp"

using namespace pathecon;
using stats_test::Normals;

namespace {

/// White's definition as it is written, one truncation after the other, on means of five.
stats::WarmUp by_definition(std::vector<double> const& series)
{
    std::vector<double> batches;
    for (std::size_t at = 0; at + 5 <= series.size(); at += 5)
        batches.push_back((series[at] + series[at + 1] + series[at + 2] + series[at + 3] + series[at + 4]) / 5);
    double least = INFINITY;
    std::size_t best = 0;
    for (std::size_t cut = 0; cut + 5 <= batches.size(); ++cut) {
        double const n = static_cast<double>(batches.size() - cut);
        double sum = 0, squares = 0;
        for (std::size_t i = cut; i < batches.size(); ++i) sum += batches[i];
        for (std::size_t i = cut; i < batches.size(); ++i) squares += std::pow(batches[i] - sum / n, 2);
        if (std::sqrt(squares) / n < least - 1e-12) {
            least = std::sqrt(squares) / n;
            best = cut;
        }
    }
    bool const is_late = 2 * best > batches.size();
    return {is_late ? 0 : 5 * best, is_late, least};
}

/// A first-order autoregression that starts far above its mean of 0.
std::vector<double> settling(Normals& normal, std::size_t n, double start)
{
    std::vector<double> series;
    double noise = 0;
    double away = start;
    for (std::size_t i = 0; i < n; ++i) {
        noise = 0.7 * noise + normal();
        series.push_back(noise + away);
        away *= 0.95;
    }
    return series;
}

double mean_after(std::vector<double> const& series, std::size_t cut)
{
    double sum = 0;
    for (std::size_t i = cut; i < series.size(); ++i) sum += series[i];
    return sum / static_cast<double>(series.size() - cut);
}

} // namespace

TEST_CASE("one far value at the start is cut, and nothing more, as counted by hand")
{
    // Without the 10: mean 1.5, ten squares of 1/2, so sqrt(2.5)/10. Without the next: sqrt(20/9)/9, which is more.
    std::vector<double> const series{10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2};
    auto const found = stats::mser(series, 1);
    CHECK(found.truncated == 1);
    CHECK_FALSE(found.is_too_short);
    CHECK(found.standard_error == test::Approx(std::sqrt(2.5) / 10).epsilon(1e-13));
}

TEST_CASE("the recurrence from the end finds what the definition finds")
{
    Normals normal{42};
    int cut = 0;
    for (int trial = 0; trial < 200; ++trial) {
        auto const series = settling(normal, 203 + static_cast<std::size_t>(trial), 20.0 * normal.uniform());
        auto const expected = by_definition(series);
        auto const found = stats::mser(series);
        CHECK(found.truncated == expected.truncated);
        CHECK(found.is_too_short == expected.is_too_short);
        CHECK(found.standard_error == test::Approx(expected.standard_error).epsilon(1e-9));
        cut += found.truncated > 0 ? 1 : 0;
    }
    CHECK(cut > 100);
}

TEST_CASE("a series that never settles is called too short, not cut")
{
    std::vector<double> ramp;
    for (int i = 0; i < 500; ++i) ramp.push_back(i);
    CHECK(stats::mser(ramp).is_too_short);
    CHECK(stats::mser(ramp).truncated == 0);
    CHECK(stats::mser(std::vector<double>(49, 1.0)).is_too_short); // nine batches
    CHECK(std::isnan(stats::mser({}).standard_error));
    CHECK_THROWS_AS(stats::mser(ramp, 0), base::ContractViolation);
}

TEST_CASE("a series in steady state from the start loses nothing when it is constant, and little otherwise")
{
    CHECK(stats::mser(std::vector<double>(60, 3.0)).truncated == 0);
    Normals normal{3};
    double share = 0;
    for (int trial = 0; trial < 200; ++trial)
        share += static_cast<double>(stats::mser(settling(normal, 1000, 0.0)).truncated) / 1000 / 200;
    CHECK(share < 0.15);
}

TEST_CASE("what does not fill a batch is not looked at")
{
    Normals normal{5};
    auto series = settling(normal, 300, 10.0);
    auto const whole = stats::mser(series);
    series.insert(series.end(), {1e6, -1e6, 1e6, 1e6});
    CHECK(stats::mser(series).truncated == whole.truncated);
    CHECK(stats::mser(series).standard_error == whole.standard_error);
}

TEST_CASE("cutting the averaged series takes out the bias of the start")
{
    // 10 replications of 500: the bias is 10 (1 - 0.95^500)/(0.05 x 500) = 0.4; what is left is a twentieth of it.
    Normals normal{20240607};
    constexpr int trials = 300;
    int settled = 0;
    double plain = 0, cut = 0, squares = 0;
    for (int trial = 0; trial < trials; ++trial) {
        std::vector<std::vector<double>> replications;
        for (int r = 0; r < 10; ++r) replications.push_back(settling(normal, 500 + static_cast<std::size_t>(r), 10.0));
        auto const averaged = stats::mean_series(replications);
        REQUIRE(averaged.size() == 500);
        auto const found = stats::mser(averaged);
        plain += mean_after(averaged, 0) / trials;
        if (found.is_too_short) continue;
        ++settled;
        double const rest = mean_after(averaged, found.truncated);
        cut += rest;
        squares += rest * rest;
    }
    cut /= settled;
    double const error = std::sqrt(squares) / settled;
    CAPTURE(settled, plain, cut, error);
    CHECK(settled > 0.9 * trials);
    CHECK(plain == test::Approx(0.4).margin(0.05));
    CHECK(std::abs(cut) < 0.02 + 4.89 * error);
}

TEST_CASE("series are averaged observation by observation up to the end of the shortest")
{
    std::vector<std::vector<double>> const series{{1, 2, 3}, {3, 6}};
    CHECK(stats::mean_series(series) == std::vector<double>{2, 4});
    CHECK(stats::mean_series({}).empty());
}
