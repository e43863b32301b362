// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <thread>
#include <vector>

#include <pathecon/base/contract.hpp>
#include <pathecon/random/distribution.hpp>
#include <pathecon/random/luck.hpp>
#include <pathecon/random/normal.hpp>

using namespace pathecon;
using random::Distribution;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

struct Named {
    std::string name;
    Distribution law;
};

std::vector<Named> smooth_laws()
{
    return {{"exponential", random::exponential(0.25)},
            {"lognormal", random::lognormal(0.5, 0.3)},
            {"lognormal_median", random::lognormal_median(15.0, 0.8)},
            {"gamma", random::gamma(14.0, 6.0)},
            {"gamma, cv 0.02", random::gamma(3.0, 0.06)},
            {"gamma, cv 1.6", random::gamma(1.0, 1.6)},
            {"gamma, cv 2.5 (logarithmic table)", random::gamma(1.0, 2.5)},
            {"erlang", random::erlang(3, 2.0)},
            {"erlang 1", random::erlang(1, 2.0)},
            {"weibull, cv 0.4", random::weibull(3.0, 1.2)},
            {"weibull, cv 1.5", random::weibull(3.0, 4.5)},
            {"normal", random::normal(-2.0, 3.0)},
            {"normal, lightly truncated", random::normal_truncated(10.0, 4.0)},
            {"normal, heavily truncated", random::normal_truncated(-6.0, 2.0)},
            {"uniform", random::uniform(2.0, 5.0)},
            {"beta", random::beta(0.75, 0.04)},
            {"beta, skewed", random::beta(0.1, 0.12)},
            {"pert", random::pert(2.0, 3.0, 9.0)}};
}

std::vector<Named> all_laws()
{
    auto laws = smooth_laws();
    laws.push_back({"triangular", random::triangular(1.0, 2.0, 6.0)});
    laws.push_back({"triangular, mode at an end", random::triangular(0.0, 0.0, 2.0)});
    laws.push_back({"constant", random::constant(4.0)});
    laws.push_back({"empirical", random::empirical(std::vector{5.0, 1.0, 3.0, 3.0})});
    laws.push_back({"empirical, weighted", random::empirical(std::vector{5.0, 1.0, 3.0}, std::vector{1.0, 4.0, 3.0})});
    return laws;
}

double u_at(std::uint64_t i) { return random::uniform(random::word({1, 1, 1}, 77, i, 0)); }

/// The mean of f(quantile(U)) by the trapezoidal rule in the normal score of u, which no end disturbs.
template <class F>
double expect(Distribution const& law, F const& f)
{
    double sum = 0.0;
    constexpr double step = 1.0 / 64.0;
    for (double z = -8.0; z <= 8.0; z += step) {
        sum += f(law.quantile(random::normal_cdf(z))) * random::normal_density(z) * step;
    }
    return sum;
}

} // namespace

TEST_CASE("mean and sd of each family are those of its quantile")
{
    for (auto const& [name, law] : smooth_laws()) {
        INFO(name);
        double const mean = expect(law, [](double x) { return x; });
        double const variance = expect(law, [mean](double x) { return (x - mean) * (x - mean); });
        CHECK(law.mean() == test::Approx(mean).epsilon(1e-7));
        CHECK(law.sd() == test::Approx(std::sqrt(variance)).epsilon(2e-5));
    }
}

TEST_CASE("a factory keeps the mean and sd it was asked for")
{
    auto const check = [](Distribution const& law, double mean, double sd) {
        INFO(name_of(law.family()) << " " << mean << " " << sd);
        CHECK(law.mean() == test::Approx(mean).epsilon(1e-12));
        CHECK(law.sd() == test::Approx(sd).epsilon(1e-9));
    };
    for (double const cv : {0.01, 0.05, 0.3, 0.9, 1.0, 1.1, 3.0, 10.0}) {
        check(random::lognormal(8.0, 8.0 * cv), 8.0, 8.0 * cv);
        check(random::gamma(8.0, 8.0 * cv), 8.0, 8.0 * cv);
        check(random::weibull(8.0, 8.0 * cv), 8.0, 8.0 * cv);
    }
    check(random::exponential(0.3), 0.3, 0.3);
    check(random::erlang(4, 2.0), 2.0, 1.0);
    check(random::normal(-1.0, 2.0), -1.0, 2.0);
    check(random::beta(0.75, 0.04), 0.75, 0.04);
    check(random::uniform(0.0, 12.0), 6.0, std::sqrt(12.0));
    check(random::triangular(0.0, 0.0, 3.0), 1.0, std::sqrt(0.5));
    check(random::pert(1.0, 2.0, 9.0), 3.0, 8.0 * std::sqrt(1.5 * 4.5 / (36.0 * 7.0)));
    check(random::empirical(std::vector{1.0, 2.0, 3.0, 6.0}), 3.0, std::sqrt(3.5));
}

TEST_CASE("sampled moments meet the law's")
{
    constexpr int n = 400000;
    for (auto const& [name, law] : all_laws()) {
        if (law.family() == random::Family::constant) {
            continue;
        }
        INFO(name);
        double sum = 0.0;
        for (std::uint64_t i = 0; i < n; ++i) {
            sum += law.sample(u_at(i));
        }
        double const error = law.sd() / std::sqrt(static_cast<double>(n));
        REQUIRE(error <= 0.005 * std::abs(law.mean()));
        CHECK(std::abs(sum / n - law.mean()) / error < 4.89);
    }
}

TEST_CASE("the share of samples below each decile is that decile")
{
    constexpr int n = 200000;
    for (auto const& [name, law] : smooth_laws()) {
        INFO(name);
        std::vector<int> below(9, 0);
        std::vector<double> deciles;
        for (int d = 1; d <= 9; ++d) {
            deciles.push_back(law.quantile(0.1 * d));
        }
        for (std::uint64_t i = 0; i < n; ++i) {
            double const x = law.sample(u_at(i));
            for (std::size_t d = 0; d < 9; ++d) {
                below[d] += x < deciles[d] ? 1 : 0;
            }
        }
        for (std::size_t d = 0; d < 9; ++d) {
            double const p = 0.1 * static_cast<double>(d + 1);
            CHECK(std::abs(below[d] - n * p) / std::sqrt(n * p * (1.0 - p)) < 4.89);
        }
    }
}

TEST_CASE("a value rises with its uniform number, across cells and into both tails")
{
    for (auto const& [name, law] : all_laws()) {
        INFO(name);
        double last = -infinity;
        double last_u = 0.0;
        bool strict = law.family() != random::Family::constant && law.family() != random::Family::empirical;
        auto const visit = [&](double u) {
            double const x = law.sample(u);
            if (strict ? !(x > last) : !(x >= last)) {
                FAIL("falls from " << last << " at " << last_u << " to " << x << " at " << u);
            }
            last = x;
            last_u = u;
        };
        for (double tail = 0x1p-20; tail < 0x1p-11; tail *= 1.01) {
            visit(tail);
        }
        for (int i = 4; i < 1 << 13; ++i) {
            visit(i * 0x1p-13 + 0x1p-30);
        }
        for (double tail = 0x1p-14; tail > 0x1p-20; tail /= 1.01) {
            visit(1.0 - tail);
        }
        CHECK(last < infinity);
    }
}

TEST_CASE("the sampled quantile follows the exact one within a relative 1e-7, and equals it outside the tables")
{
    for (auto const& [name, law] : all_laws()) {
        INFO(name);
        bool const tabled = law.family() == random::Family::gamma || law.family() == random::Family::erlang ||
                            law.family() == random::Family::beta || law.family() == random::Family::pert;
        double worst = 0.0;
        for (std::uint64_t i = 0; i < 20000; ++i) {
            double const u = u_at(i);
            double const exact = law.quantile(u);
            double const sampled = law.sample(u);
            bool const tail = u < 0x1p-12 || u > 1.0 - 0x1p-12;
            if (!tabled || tail) {
                REQUIRE(sampled == exact);
            } else {
                worst = std::max(worst, std::abs(sampled - exact) / exact);
            }
        }
        CHECK(worst < 1e-7);
    }
}

TEST_CASE("tables meet the exact tails without a step")
{
    for (auto const& law : {random::gamma(1.0, 0.5), random::gamma(1.0, 3.0), random::beta(0.3, 0.1)}) {
        for (double const edge : {0x1p-12, 1.0 - 0x1p-12, 0.25, 0.5, 0.75}) {
            double const gap = law.sample(std::nextafter(edge, 1.0)) - law.sample(std::nextafter(edge, 0.0));
            CHECK(std::abs(gap) < 1e-12 * law.sample(edge));
        }
    }
}

TEST_CASE("extreme shapes are sampled exactly")
{
    for (auto const& law : {random::gamma(1.0, 12.0), random::beta(0.9, 0.29), random::beta(0.02, 0.13)}) {
        for (std::uint64_t i = 0; i < 300; ++i) {
            CHECK(law.sample(u_at(i)) == law.quantile(u_at(i)));
        }
    }
}

TEST_CASE("closed forms of the quantile")
{
    CHECK(random::exponential(2.0).quantile(0.5) == test::Approx(2.0 * std::log(2.0)).epsilon(1e-15));
    CHECK(random::lognormal_median(15.0, 0.8).quantile(0.5) == 15.0);
    CHECK(random::normal(3.0, 2.0).quantile(0.975) == test::Approx(3.0 + 2.0 * 1.959963984540054).epsilon(1e-15));
    CHECK(random::triangular(1.0, 2.0, 6.0).quantile(0.2) == test::Approx(2.0).epsilon(1e-15)); // F(mode) = 1/5
    CHECK(random::uniform(2.0, 5.0).quantile(0.25) == 2.75);
    CHECK(random::gamma(2.0, 2.0).quantile(0.3) == test::Approx(-2.0 * std::log(0.7)).epsilon(1e-13));
    CHECK(random::beta(0.5, std::sqrt(1.0 / 12.0)).quantile(0.3) == test::Approx(0.3).epsilon(1e-12));
    CHECK(random::erlang(1, 2.0).quantile(0.8) == test::Approx(-2.0 * std::log(0.2)).epsilon(1e-13));
    // Weibull with shape 2 (Rayleigh): mean sqrt(pi)/2, variance 1 - pi/4, quantile sqrt(-ln(1 - u)).
    double const pi = 3.14159265358979323846;
    auto const rayleigh = random::weibull(std::sqrt(pi) / 2.0, std::sqrt(1.0 - pi / 4.0));
    CHECK(rayleigh.quantile(0.7) == test::Approx(std::sqrt(-std::log(0.3))).epsilon(1e-12));
    // PERT at (0, 1/2, 1) is beta(3, 3), symmetric, with F(1/4) = 53/512.
    CHECK(random::pert(0.0, 0.5, 1.0).quantile(53.0 / 512.0) == test::Approx(0.25).epsilon(1e-12));
}

TEST_CASE("a truncated normal number never passes its limit, and its parent keeps its name")
{
    auto const law = random::normal_truncated(5.0, 3.0, 2.0);
    CHECK(law.quantile(0.0) == 2.0);
    CHECK(law.sample(0x1p-53) >= 2.0);
    double const below = random::normal_cdf(-1.0);
    CHECK(law.quantile(0.5) ==
          test::Approx(5.0 + 3.0 * random::normal_quantile(below + 0.5 * (1.0 - below))).epsilon(1e-14));
    CHECK(law.mean() > 5.0);
    CHECK(law.sd() < 3.0);
    CHECK(random::normal_truncated(100.0, 1.0).mean() == 100.0); // nothing is cut off
}

TEST_CASE("an empirical law gives back its values, in order, by their weights")
{
    auto const law = random::empirical(std::vector{30.0, 10.0, 20.0}, std::vector{1.0, 2.0, 0.0});
    CHECK(law.quantile(0.6) == 10.0);
    CHECK(law.quantile(0.7) == 30.0);
    CHECK(law.quantile(0.0) == 10.0);
    CHECK(law.quantile(1.0) == 30.0);
    CHECK(law.mean() == test::Approx(50.0 / 3.0));
    auto const equal = random::empirical(std::vector{3.0, 1.0, 2.0});
    CHECK(equal.quantile(1.0 / 3.0) == 1.0);
    CHECK(equal.quantile(0.667) == 3.0);
    CHECK(equal.sample(1.0 - 0x1p-53) == 3.0);
    CHECK(equal == random::empirical(std::vector{1.0, 2.0, 3.0}));
    CHECK_FALSE(equal == random::empirical(std::vector{1.0, 2.0, 4.0}));
}

TEST_CASE("scaling a law scales its values, its mean and its sd")
{
    for (auto const& [name, law] : all_laws()) {
        INFO(name);
        auto const longer = law.scaled(1.7);
        CHECK(longer.family() == law.family());
        CHECK(longer.mean() == test::Approx(1.7 * law.mean()).epsilon(1e-14));
        CHECK(longer.sd() == test::Approx(1.7 * law.sd()).epsilon(1e-13));
        for (double const u : {1e-6, 0.1, 0.45, 0.8, 0.99999}) {
            CHECK(longer.sample(u) == test::Approx(1.7 * law.sample(u)).epsilon(1e-13).margin(1e-13 * law.sd()));
        }
        CHECK(law.scaled(1.0) == law);
        CHECK(law.scaled(0.0) == random::constant(0.0));
    }
}

TEST_CASE("a standard deviation of 0 is the constant")
{
    for (auto const& law :
         {random::lognormal(3.0, 0.0), random::lognormal_median(3.0, 0.0), random::gamma(3.0, 0.0),
          random::weibull(3.0, 0.0), random::normal(3.0, 0.0), random::normal_truncated(3.0, 0.0),
          random::uniform(3.0, 3.0), random::triangular(3.0, 3.0, 3.0), random::pert(3.0, 3.0, 3.0)}) {
        CHECK(law == random::constant(3.0));
    }
    CHECK(random::beta(0.5, 0.0) == random::constant(0.5));
    CHECK(Distribution{} == random::constant(0.0));
}

TEST_CASE("a column holds the same bits as one value at a time")
{
    std::vector<double> u;
    for (std::uint64_t i = 0; i < 1000; ++i) {
        u.push_back(u_at(i));
    }
    std::vector<double> column(u.size());
    for (auto const& [name, law] : all_laws()) {
        INFO(name);
        law.sample(u, column);
        for (std::size_t i = 0; i < u.size(); ++i) {
            REQUIRE(column[i] == law.sample(u[i]));
        }
    }
    CHECK_THROWS_AS(random::constant(1.0).sample(u, std::span{column}.first(3)), base::ContractViolation);
}

TEST_CASE("threads that sample one fresh shape at once get the same values")
{
    for (int round = 0; round < 20; ++round) {
        double const sd = 0.4 + 0.001 * round;
        std::vector<double> sums(4, 0.0);
        std::vector<std::thread> threads;
        for (auto& sum : sums) {
            threads.emplace_back([&sum, sd] {
                auto const law = random::gamma(1.0, sd);
                for (std::uint64_t i = 0; i < 500; ++i) {
                    sum += law.sample(u_at(i));
                }
            });
        }
        for (auto& thread : threads) {
            thread.join();
        }
        CHECK(std::all_of(sums.begin(), sums.end(), [&](double s) { return s == sums[0]; }));
    }
}

TEST_CASE("more shapes than the store keeps still sample right")
{
    auto const first = random::gamma(1.0, 0.5);
    double const before = first.sample(0.3);
    for (int i = 0; i < 1500; ++i) {
        auto const other = random::gamma(1.0, 0.5 + 1e-6 * (i + 1));
        if (i % 500 == 0) {
            CHECK(other.sample(0.3) == test::Approx(other.quantile(0.3)).epsilon(1e-7));
        }
    }
    CHECK(first.sample(0.3) == before);
    CHECK(random::gamma(1.0, 0.5).sample(0.3) == before);
    CHECK(random::gamma(1.0, 0.5) == first);
}

TEST_CASE("impossible parameters are refused at the door")
{
    auto const refused = [](auto const& make) { CHECK_THROWS_AS(make(), base::ContractViolation); };
    refused([] { return random::constant(std::nan("")); });
    refused([] { return random::exponential(0.0); });
    refused([] { return random::lognormal(-1.0, 1.0); });
    refused([] { return random::lognormal(1.0, -1.0); });
    refused([] { return random::gamma(1.0, 40.0); });
    refused([] { return random::erlang(0, 1.0); });
    refused([] { return random::weibull(1.0, 1e-5); });
    refused([] { return random::normal(infinity, 1.0); });
    refused([] { return random::normal_truncated(-100.0, 1.0); });
    refused([] { return random::triangular(1.0, 5.0, 4.0); });
    refused([] { return random::uniform(2.0, 1.0); });
    refused([] { return random::beta(1.2, 0.1); });
    refused([] { return random::beta(0.5, 0.5); });
    refused([] { return random::pert(1.0, 0.5, 4.0); });
    refused([] { return random::empirical({}); });
    refused([] { return random::empirical(std::vector{1.0}, std::vector{1.0, 2.0}); });
    refused([] { return random::empirical(std::vector{1.0}, std::vector{0.0}); });
    refused([] { return random::constant(1.0).scaled(-1.0); });
    CHECK(std::isnan(random::exponential(1.0).quantile(-0.1)));
}
