// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <cmath>
#include <limits>

#include <pathecon/base/contract.hpp>
#include <pathecon/pathway/time_distribution.hpp>
#include <pathecon/random/evidence.hpp>

using namespace pathecon;
using namespace pathecon::pathway;
using namespace pathecon::test;
using namespace pathecon::units::literals;

namespace {

double mean_minutes(TimeDistribution const& time) { return to_distribution(time).mean() / 6e7; }
double sd_minutes(TimeDistribution const& time) { return to_distribution(time).sd() / 6e7; }

} // namespace

TEST_CASE("every family keeps its mean and standard deviation, in ticks")
{
    CHECK(mean_minutes(3_min) == 3);
    CHECK(mean_minutes(exponential(3_min)) == Approx(3));
    CHECK(sd_minutes(exponential(3_min)) == Approx(3));
    for (auto const& time : {lognormal(14_min, 6_min), gamma(14_min, 6_min), weibull(14_min, 6_min)}) {
        CHECK(mean_minutes(time) == Approx(14).epsilon(1e-9));
        CHECK(sd_minutes(time) == Approx(6).epsilon(1e-9));
    }
    CHECK(sd_minutes(erlang(4, 20_min)) == Approx(10));
    CHECK(mean_minutes(triangular(1_min, 2_min, 6_min)) == Approx(3));
    CHECK(mean_minutes(uniform(1_min, 2_min)) == Approx(1.5));
    CHECK(mean_minutes(empirical({1_min, 2_min, 6_min})) == Approx(3));
    CHECK(mean_minutes(empirical({1_min, 2_min, 6_min}, {2, 1, 1})) == Approx(2.5));
}

TEST_CASE("a lognormal may be given by its median and sigma, or by its cv")
{
    auto const booking = to_distribution(lognormal_median(15_d, 0.8));
    CHECK(booking.quantile(0.5) == Approx(15 * 86400e6));
    CHECK(booking.mean() == Approx(15 * 86400e6 * std::exp(0.32)));
    auto film = lognormal(10_min, {});
    film.cv = 0.4;
    CHECK(sd_minutes(film) == Approx(4));
    auto contour = lognormal_median(60_min, 0.0);
    contour.cv = 0.6;
    CHECK(to_distribution(contour).quantile(0.5) == Approx(3600e6));
    CHECK(sd_minutes(contour) / mean_minutes(contour) == Approx(0.6));
}

TEST_CASE("a normal time is that of the parent, cut at 0")
{
    auto const time = to_distribution(normal(1_min, 2_min));
    CHECK(time.quantile(1e-9) >= 0);
    CHECK(time.mean() > 60e6);
}

TEST_CASE("a time that cannot be says why")
{
    CHECK(why_not(constant(0_min)).empty());
    CHECK_THAT(why_not(constant(-14_min)), contains("-14 min must not be negative"));
    CHECK_THAT(why_not(exponential(0_min)), contains("mean 0"));
    CHECK_THAT(why_not(gamma(-1_min, 1_min)), contains("must be positive"));
    CHECK_THAT(why_not(gamma(1_min, -1_min)), contains("sd -1 min"));
    CHECK_THAT(why_not(gamma(1_min, 40_min)), contains("40 times"));
    CHECK_THAT(why_not(weibull(1_min, 200_min)), contains("200 times"));
    CHECK_THAT(why_not(erlang(0, 1_min)), contains("k 0"));
    CHECK_THAT(why_not(triangular(1_min, 9_min, 6_min)), contains("mode 9 min"));
    CHECK_THAT(why_not(uniform(3_min, 2_min)), contains("high 2 min is below low 3 min"));
    CHECK_THAT(why_not(empirical({})), contains("no values"));
    CHECK_THAT(why_not(empirical({1_min}, {1, 2})), contains("1 values and 2 weights"));
    CHECK_THAT(why_not(empirical({1_min}, {0})), contains("all 0"));
    CHECK_THAT(why_not(empirical({1_min}, {std::nan("")})), contains("weight"));
    CHECK_THROWS_AS(to_distribution(exponential(0_min)), base::ContractViolation);
}

TEST_CASE("a lognormal has one measure of place and one of spread")
{
    auto both = lognormal(10_min, 2_min);
    both.median = 9_min;
    CHECK_THAT(why_not(both), contains("a mean and a median"));
    auto crossed = lognormal(10_min, {});
    crossed.sigma = 0.5;
    CHECK_THAT(why_not(crossed), contains("sigma goes with a median"));
    auto two = lognormal(10_min, 2_min);
    two.cv = 0.2;
    CHECK_THAT(why_not(two), contains("two measures of spread"));
    CHECK_THAT(why_not(lognormal({}, {})), contains("neither"));
    auto infinite = lognormal_median(10_min, std::numeric_limits<double>::infinity());
    CHECK_THAT(why_not(infinite), contains("finite"));
}

TEST_CASE("times are equal when their parameters and sources are")
{
    CHECK(gamma(14_min, 6_min) == gamma(14_min, 6_min));
    CHECK_FALSE(gamma(14_min, 6_min) == lognormal(14_min, 6_min));
    auto sourced = gamma(14_min, 6_min), again = sourced;
    sourced.evidence = std::make_shared<random::Evidence const>(random::Evidence{.source = "audit"});
    CHECK_FALSE(sourced == again);
    again.evidence = std::make_shared<random::Evidence const>(random::Evidence{.source = "audit"});
    CHECK(sourced == again);
}
