// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <cmath>
#include <limits>

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/gamma.hpp>

#include <pathecon/random/special.hpp>

#include "oracle.hpp"

using namespace pathecon;

TEST_CASE("log gamma agrees with mpmath")
{
    for (auto const& p : oracle::log_gamma) {
        CHECK(std::abs((random::log_gamma(p.x) - p.upper) - p.lower) < 1e-14 * (1.0 + std::abs(p.upper)));
    }
}

TEST_CASE("the gamma and beta integrals agree with mpmath in both tails")
{
    for (auto const& p : oracle::laws) {
        INFO("shapes " << p.a << ", " << p.b << " at " << p.x);
        if (p.b == 0.0) {
            CHECK(random::gamma_cdf(p.a, p.x) == test::Approx(p.lower).epsilon(1e-12));
            CHECK(random::gamma_tail(p.a, p.x) == test::Approx(p.upper).epsilon(1e-12));
        } else {
            CHECK(random::beta_cdf(p.a, p.b, p.x) == test::Approx(p.lower).epsilon(1e-12));
            CHECK(random::beta_cdf(p.b, p.a, 1.0 - p.x) == test::Approx(p.upper).epsilon(1e-12));
        }
    }
}

TEST_CASE("the gamma quantile agrees with Boost from shape 0.05 to 100,000")
{
    for (double const shape : {0.05, 0.3, 1.0, 2.5, 25.0, 199.0, 201.0, 1e5}) {
        boost::math::gamma_distribution<double> const law{shape, 1.0};
        for (double const u : {1e-12, 1e-4, 0.02, 0.3, 0.5, 0.51, 0.9, 0.999}) {
            INFO("shape " << shape << ", u " << u);
            CHECK(random::gamma_quantile(shape, u) == test::Approx(boost::math::quantile(law, u)).epsilon(1e-10));
        }
        CHECK(random::gamma_quantile(shape, 1.0 - 0x1p-40) ==
              test::Approx(boost::math::quantile(boost::math::complement(law, 0x1p-40))).epsilon(1e-10));
    }
}

TEST_CASE("the beta quantile agrees with Boost for shapes of every kind")
{
    double const shapes[][2] = {
        {0.1, 0.2}, {0.5, 0.5}, {0.3, 40.0}, {2.0, 5.0}, {1.0, 1.0}, {60.0, 0.7}, {87.140625, 29.046875}, {3e4, 2e3}};
    for (auto const& [a, b] : shapes) {
        boost::math::beta_distribution<double> const law{a, b};
        for (double const u : {1e-9, 1e-3, 0.2, 0.5, 0.7, 0.99}) {
            INFO("shapes " << a << ", " << b << ", u " << u);
            CHECK(random::beta_quantile(a, b, u) == test::Approx(boost::math::quantile(law, u)).epsilon(1e-10));
        }
    }
}

TEST_CASE("a quantile undoes its integral at the ends of the range of shapes")
{
    for (double const shape : {0.002, 0.01, 1e6, 1e9}) {
        for (double const u : {0.001, 0.4, 0.5, 0.6, 0.999}) {
            double const x = random::gamma_quantile(shape, u);
            INFO("shape " << shape << ", u " << u << ", x " << x);
            if (x < 1e-280) {
                continue;
            } // a shape of 0.002 has its lower half below the least double
            CHECK(random::gamma_cdf(shape, x) == test::Approx(u).epsilon(1e-9));
        }
    }
    for (double const total : {0.02, 1e6}) {
        for (double const u : {0.001, 0.4, 0.6, 0.999}) {
            double const x = random::beta_quantile(0.3 * total, 0.7 * total, u);
            if (x < 1e-280 || x > 1.0 - 1e-12) {
                continue;
            }
            INFO("total " << total << ", u " << u << ", x " << x);
            CHECK(random::beta_cdf(0.3 * total, 0.7 * total, x) == test::Approx(u).epsilon(1e-9));
        }
    }
}

TEST_CASE("arguments outside the domain give no number")
{
    CHECK(std::isnan(random::log_gamma(0.0)));
    CHECK(std::isnan(random::gamma_cdf(-1.0, 2.0)));
    CHECK(std::isnan(random::gamma_quantile(1.0, 1.1)));
    CHECK(std::isnan(random::beta_cdf(1.0, 1.0, 1.1)));
    CHECK(random::gamma_quantile(2.0, 0.0) == 0.0);
    CHECK(random::gamma_quantile(2.0, 1.0) == std::numeric_limits<double>::infinity());
    CHECK(random::beta_quantile(2.0, 3.0, 1.0) == 1.0);
}
