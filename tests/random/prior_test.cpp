// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <cmath>

#include <pathecon/base/contract.hpp>
#include <pathecon/random/elementary.hpp>
#include <pathecon/random/prior.hpp>

using namespace pathecon;
using random::Family;
using random::Prior;
using random::to_distribution;
using random::why_not;

TEST_CASE("a beta prior of mean 0.75 and standard error 0.04 has the published shapes and quantiles")
{
    auto const law = to_distribution({.family = Family::beta, .mean = 0.75, .sd = 0.04});
    // Shapes 87.140625 and 29.046875: with those the variance is mean (1 - mean)/(a + b + 1).
    CHECK(law.sd() == test::Approx(std::sqrt(0.75 * 0.25 / (87.140625 + 29.046875 + 1.0))).epsilon(1e-12));
    CHECK(law.mean() == test::Approx(0.75).epsilon(1e-12));
    CHECK(law.quantile(0.025) == test::Approx(0.66774926762962).epsilon(1e-12));
    CHECK(law.quantile(0.975) == test::Approx(0.82410214727559).epsilon(1e-12));
}

TEST_CASE("a gamma prior of mean 1000 and standard error 200 has the published quantiles")
{
    auto const law = to_distribution({.family = Family::gamma, .mean = 1000, .sd = 200}); // shape 25, scale 40
    CHECK(law.mean() == test::Approx(1000).epsilon(1e-12));
    CHECK(law.sd() == test::Approx(200).epsilon(1e-12));
    CHECK(law.quantile(0.025) == test::Approx(647.14727391317).epsilon(1e-12));
    CHECK(law.quantile(0.975) == test::Approx(1428.4039037501).epsilon(1e-12));
}

TEST_CASE("a lognormal prior by moments has the published mean and sd of its logarithm")
{
    auto const law = to_distribution({.family = Family::lognormal, .mean = 1000, .sd = 200});
    double const log_median = std::log(law.quantile(0.5));
    double const log_upper = std::log(law.quantile(0.841344746068543)); // one sd above
    CHECK(log_median == test::Approx(6.8881449224055).epsilon(1e-12));
    CHECK(log_upper - log_median == test::Approx(0.19804220043537).epsilon(1e-11));
}

TEST_CASE("a hazard ratio of 0.70 (95 % interval 0.55 to 0.90) is read on its logarithm")
{
    Prior const ratio{.family = Family::lognormal, .mean = 0.70, .low = 0.55, .high = 0.90};
    auto const law = to_distribution(ratio);
    double const log_median = std::log(law.quantile(0.5));
    CHECK(log_median == test::Approx(-0.35667494393873).epsilon(1e-12));
    CHECK(std::log(law.quantile(0.841344746068543)) - log_median == test::Approx(0.12563406495792).epsilon(1e-11));
}

TEST_CASE("an interval is as wide as its level says")
{
    Prior prior{.family = Family::normal, .mean = 10.0, .low = 8.0, .high = 12.0};
    CHECK(to_distribution(prior).sd() == test::Approx(4.0 / (2.0 * 1.959963984540054)).epsilon(1e-12));
    CHECK(to_distribution(prior).quantile(0.975) == test::Approx(12.0).epsilon(1e-12));
    prior.level = 0.8;
    CHECK(to_distribution(prior).quantile(0.9) == test::Approx(12.0).epsilon(1e-12));
    prior.family = Family::gamma;
    CHECK(to_distribution(prior).mean() == test::Approx(10.0).epsilon(1e-12));
    CHECK(to_distribution(prior).sd() == test::Approx(4.0 / (2.0 * 1.2815515655446004)).epsilon(1e-12));
}

TEST_CASE("ranges: uniform, triangular and PERT")
{
    CHECK(to_distribution({.family = Family::uniform, .low = 2, .high = 4}) == random::uniform(2, 4));
    CHECK(to_distribution({.family = Family::triangular, .mean = 3, .low = 2, .high = 7}) ==
          random::triangular(2, 3, 7));
    CHECK(to_distribution({.family = Family::pert, .mean = 3, .low = 2, .high = 7}) == random::pert(2, 3, 7));
}

TEST_CASE("an impossible prior is refused in words that carry its numbers")
{
    auto const says = [](Prior const& prior, std::string const& part) {
        CHECK_THAT(why_not(prior), test::contains(part));
        CHECK_THROWS_AS(to_distribution(prior), base::ContractViolation);
    };
    says({.family = Family::beta, .mean = 0.5, .sd = 0.6}, "mean 0.5 has an sd below 0.5; here it is 0.6");
    says({.family = Family::beta, .mean = 1.2, .sd = 0.1}, "between 0 and 1");
    says({.family = Family::beta, .mean = 0.01, .low = 0.0, .high = 0.9}, "from the interval");
    says({.family = Family::gamma, .mean = -3, .sd = 1}, "here it is -3");
    says({.family = Family::gamma, .mean = 1, .sd = 50}, "31 times its mean");
    says({.family = Family::lognormal, .mean = 1, .low = -0.5, .high = 2}, "starts at -0.5");
    says({.family = Family::normal, .mean = 1}, "needs an sd, or an interval");
    says({.family = Family::normal, .sd = 1}, "needs a mean");
    says({.family = Family::normal, .mean = 1, .sd = 1, .low = 0, .high = 2}, "keep one");
    says({.family = Family::normal, .mean = 3, .low = 0, .high = 2}, "outside its interval");
    says({.family = Family::normal, .mean = 1, .low = 0}, "low is given without high");
    says({.family = Family::normal, .mean = 1, .low = 2, .high = 0}, "low 2 is above high 0");
    says({.family = Family::normal, .mean = 1, .low = 0, .high = 2, .level = 95}, "write 0.95");
    says({.family = Family::normal, .mean = 1, .sd = -2}, "negative");
    says({.family = Family::normal, .mean = 1, .sd = INFINITY}, "finite");
    says({.family = Family::uniform, .mean = 3, .sd = 1}, "low and high");
    says({.family = Family::uniform, .sd = 1, .low = 2, .high = 3}, "no sd");
    says({.family = Family::pert, .low = 2, .high = 3}, "most likely value");
    says({.family = Family::triangular, .mean = 9, .low = 2, .high = 3}, "outside the range");
    says({.family = Family::empirical, .mean = 9}, "no family of priors");
}

TEST_CASE("priors are equal when what is given is equal")
{
    Prior const prior{.family = Family::beta, .mean = 0.5, .sd = 0.1};
    CHECK(prior == Prior{.family = Family::beta, .mean = 0.5, .sd = 0.1});
    CHECK_FALSE(prior == Prior{.family = Family::beta, .mean = 0.5, .sd = 0.2});
    CHECK_FALSE(prior == Prior{.family = Family::beta, .mean = 0.5});
    CHECK(why_not(prior).empty());
}
