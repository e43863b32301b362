// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <array>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <vector>

#include <pathecon/base/contract.hpp>
#include <pathecon/random/design.hpp>
#include <pathecon/random/dirichlet.hpp>

using namespace pathecon;

TEST_CASE("the shares of a Dirichlet draw have the published means and variances")
{
    // The transitions 1251, 350, 116, 17 of the zidovudine model: means m = count/1734, variances m (1 - m)/1735.
    constexpr std::array<double, 4> counts{1251.0, 350.0, 116.0, 17.0};
    constexpr std::uint64_t draws = 16384;
    std::array<double, 4> sums{};
    std::array<double, 4> squares{};
    for (std::uint64_t draw = 0; draw < draws; ++draw) {
        std::array<double, 3> const u{random::design_uniform(1, draw, draws, "stay"),
                                      random::design_uniform(1, draw, draws, "worse"),
                                      random::design_uniform(1, draw, draws, "much worse")};
        auto const shares = random::dirichlet(counts, u);
        REQUIRE(std::accumulate(shares.begin(), shares.end(), 0.0) == test::Approx(1.0).epsilon(1e-15));
        for (std::size_t i = 0; i < 4; ++i) {
            double const excess = shares[i] - counts[i] / 1734.0;
            sums[i] += excess / draws;
            squares[i] += excess * excess / draws;
        }
    }
    for (std::size_t i = 0; i < 4; ++i) {
        double const mean = counts[i] / 1734.0;
        double const sd = std::sqrt(mean * (1.0 - mean) / 1735.0);
        CHECK(std::abs(sums[i]) < 4.89 * sd / std::sqrt(static_cast<double>(draws)));
        // The standard error of an sd is sd/sqrt(2 n): 0.55 %.
        CHECK(std::sqrt(squares[i]) == test::Approx(sd).epsilon(4.89 * 0.0056));
    }
}

TEST_CASE("two shares are a beta number and the rest")
{
    auto const shares = random::dirichlet(std::vector{1.0, 1.0}, std::vector{0.3}); // beta(1, 1) is uniform
    CHECK(shares[0] == test::Approx(0.3).epsilon(1e-13));
    CHECK(shares[1] == test::Approx(0.7).epsilon(1e-13));
}

TEST_CASE("a Dirichlet draw refuses counts and numbers that do not fit")
{
    CHECK_THROWS_AS(random::dirichlet(std::vector{1.0}, {}), base::ContractViolation);
    CHECK_THROWS_AS(random::dirichlet(std::vector{1.0, 0.0}, std::vector{0.5}), base::ContractViolation);
    CHECK_THROWS_AS(random::dirichlet(std::vector{1.0, 2.0}, std::vector{0.5, 0.5}), base::ContractViolation);
    CHECK_THROWS_AS(random::dirichlet(std::vector{1.0, 2.0}, std::vector{1.0}), base::ContractViolation);
}
