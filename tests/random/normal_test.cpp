// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <cmath>
#include <limits>
#include <span>

#include <pathecon/random/normal.hpp>

#include "oracle.hpp"

using namespace pathecon;

namespace {

double worst_relative(std::span<oracle::Point const> points, double (*f)(double))
{
    double worst = 0.0;
    for (auto const& p : points) {
        worst = std::max(worst, std::abs(((f(p.x) - p.upper) - p.lower) / p.upper));
    }
    return worst;
}

} // namespace

TEST_CASE("the normal law agrees with mpmath, in both tails")
{
    CHECK(worst_relative(oracle::normal_cdf, random::normal_cdf) < 2e-15);
    CHECK(worst_relative(oracle::erfc, random::erfc) < 2e-15);
    CHECK(worst_relative(oracle::normal_quantile, random::normal_quantile) < 4e-15);
}

TEST_CASE("the normal quantile undoes the distribution function")
{
    for (double z = -8.0; z <= 5.0; z += 0.01) {
        // Above 0 a probability holds fewer digits of z.
        double const room = z > 0.0 ? 0x1p-53 / random::normal_density(z) : 0.0;
        CHECK(std::abs(random::normal_quantile(random::normal_cdf(z)) - z) < 2e-14 + room);
    }
}

TEST_CASE("the normal quantile is odd, rises and meets its cells without a step")
{
    CHECK(random::normal_quantile(0.5) == 0.0);
    double last = -std::numeric_limits<double>::infinity();
    for (int i = 1; i < 1 << 16; ++i) {
        double const p = i * 0x1p-16;
        double const z = random::normal_quantile(p);
        CHECK(z == -random::normal_quantile(1.0 - p));
        CHECK(z > last);
        last = z;
    }
    // Cells end at eighths of a power of two: a hair to the left of an end must not jump.
    for (double octave = 0x1p-13; octave < 0.5; octave *= 2.0) {
        for (int eighth = 8; eighth < 16; ++eighth) {
            double const edge = octave * eighth / 8.0;
            double const left = std::nextafter(edge, 0.0);
            double const gap = random::normal_quantile(edge) - random::normal_quantile(left);
            CHECK(std::abs(gap) < 4e-15);
        }
    }
}

TEST_CASE("the ends of the normal law are infinite, and beyond them is nothing")
{
    CHECK(random::normal_quantile(0.0) == -std::numeric_limits<double>::infinity());
    CHECK(random::normal_quantile(1.0) == std::numeric_limits<double>::infinity());
    CHECK(std::isnan(random::normal_quantile(1.5)));
    CHECK(random::normal_cdf(-60.0) == 0.0);
    CHECK(random::normal_cdf(60.0) == 1.0);
    CHECK(random::normal_cdf(0.0) == 0.5);
    CHECK(random::erfc(-30.0) == 2.0);
}
