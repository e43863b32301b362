// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <span>

#include <pathecon/random/distribution.hpp>
#include <pathecon/random/elementary.hpp>
#include <pathecon/random/luck.hpp>
#include <pathecon/random/normal.hpp>
#include <pathecon/random/special.hpp>

#include "oracle.hpp"

using namespace pathecon;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

double ulp_of(double x) { return std::nextafter(std::abs(x), infinity) - std::abs(x); }

double worst_ulp(std::span<oracle::Point const> points, double (*f)(double))
{
    double worst = 0.0;
    for (auto const& p : points) {
        worst = std::max(worst, std::abs((f(p.x) - p.upper) - p.lower) / ulp_of(p.upper));
    }
    return worst;
}

double u_at(std::uint64_t i) { return random::uniform(random::word({9, 9, 9}, 9, i, 0)); }

} // namespace

TEST_CASE("log and exp err by less than 0.7 ulp")
{
    CHECK(worst_ulp(oracle::log, random::log) < 0.7);
    CHECK(worst_ulp(oracle::exp, random::exp) < 0.7);
}

TEST_CASE("log and exp stay below 0.7 ulp over a hundred thousand keyed points")
{
    // The oracle is the platform's long double, where that is longer.
    if (std::numeric_limits<long double>::digits < 64) {
        return;
    }
    auto const ulps = [](double got, long double wanted) {
        return static_cast<double>(std::abs(got - wanted)) / ulp_of(static_cast<double>(wanted));
    };
    double worst_log = 0.0;
    double worst_exp = 0.0;
    double worst_pow = 0.0;
    for (std::uint64_t i = 0; i < 100000; ++i) {
        double const u = u_at(i);
        double const anywhere = std::ldexp(1.0 + u, static_cast<int>(i % 2000) - 1000);
        double const x = i % 3 == 0 ? u : (i % 3 == 1 ? 1.0 + 0.02 * (u - 0.5) : anywhere);
        worst_log = std::max(worst_log, ulps(random::log(x), std::log(static_cast<long double>(x))));
        double const y = (i % 2 == 0 ? 2.0 : 1400.0) * (u - 0.5);
        worst_exp = std::max(worst_exp, ulps(random::exp(y), std::exp(static_cast<long double>(y))));
        double const base = 3.0 * u;
        double const power = 40.0 * u_at(i + 1000000) - 20.0;
        worst_pow = std::max(worst_pow, ulps(random::pow(base, power), std::pow(static_cast<long double>(base),
                                                                                static_cast<long double>(power))));
    }
    CHECK(worst_log < 0.7);
    CHECK(worst_exp < 0.7);
    CHECK(worst_pow < 1.0);
}

TEST_CASE("log1p and expm1 keep their digits near 0")
{
    CHECK(worst_ulp(oracle::log1p, random::log1p) < 2.0);
    CHECK(worst_ulp(oracle::expm1, random::expm1) < 3.0);
}

TEST_CASE("elementary functions have the limits of mathematics")
{
    CHECK(random::log(1.0) == 0.0);
    CHECK(random::log(0.0) == -infinity);
    CHECK(random::log(infinity) == infinity);
    CHECK(std::isnan(random::log(-1.0)));
    CHECK(random::exp(0.0) == 1.0);
    CHECK(random::exp(710.0) == infinity);
    CHECK(random::exp(709.782712893384) < infinity);
    CHECK(random::exp(-746.0) == 0.0);
    for (double x = -709.0; x < -706.0; x += 0.01) {
        CHECK(random::exp(x) == test::Approx(std::exp(x)).epsilon(1e-15));
    }
    CHECK(random::exp(-744.0) == 2 * std::numeric_limits<double>::denorm_min());
    CHECK(std::isnan(random::exp(std::nan(""))));
    CHECK(random::pow(2.0, 0.5) == std::sqrt(2.0));
    CHECK(random::pow(2.0, 1023.0) == 0x1p1023);
    CHECK(random::pow(2.0, -1074.0) == std::numeric_limits<double>::denorm_min());
    CHECK(random::pow(0.0, 2.0) == 0.0);
    CHECK(random::pow(0.0, -2.0) == infinity);
    CHECK(random::pow(7.0, 0.0) == 1.0);
    CHECK(std::isnan(random::pow(-2.0, 2.0)));
    CHECK(random::log1p(-1.0) == -infinity);
    CHECK(random::log1p(1e-300) == 1e-300);
    CHECK(random::expm1(1e-300) == 1e-300);
    CHECK(random::expm1(-50.0) == -1.0);
}

TEST_CASE("one hash over every sampling function is the same with every compiler and processor")
{
    // FNV-1a over the bits of 600,000 results. If it changes, results that users have published change with it.
    std::uint64_t hash = 0xCBF29CE484222325U;
    auto const take = [&](double x) {
        auto bits = std::bit_cast<std::uint64_t>(x);
        for (int i = 0; i < 8; ++i, bits >>= 8) {
            hash = (hash ^ (bits & 255U)) * 0x100000001B3U;
        }
    };
    auto const laws = {random::exponential(0.3),       random::lognormal(8.0, 3.0), random::gamma(14.0, 6.0),
                       random::gamma(1.0, 3.0),        random::erlang(3, 2.0),      random::weibull(2.0, 1.0),
                       random::normal_truncated(1, 1), random::triangular(1, 2, 4), random::beta(0.75, 0.04),
                       random::pert(1.0, 2.0, 7.0)};
    for (std::uint64_t i = 0; i < 40000; ++i) {
        double const u = u_at(i);
        take(random::log(u));
        take(random::exp(20.0 * u - 10.0));
        take(random::pow(u, 0.7));
        take(random::log1p(u));
        take(random::normal_quantile(u));
        for (auto const& law : laws) {
            take(law.sample(u));
        }
    }
    for (std::uint64_t i = 0; i < 1000; ++i) {
        double const u = u_at(i);
        take(random::log_gamma(30.0 * u));
        take(random::gamma_quantile(500.0 * u, u_at(i + 1000)));
        take(random::beta_quantile(5.0 * u, 3.0, u_at(i + 2000)));
        take(random::normal_cdf(8.0 * u - 4.0));
    }
    CHECK(hash == 0xe449bc9797fdf97fU);
}
