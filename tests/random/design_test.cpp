// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <cmath>
#include <cstdint>
#include <vector>

#include <pathecon/base/contract.hpp>
#include <pathecon/random/design.hpp>

using namespace pathecon;
using random::design_uniform;
using random::keyed_permutation;

TEST_CASE("each stratum of a parameter is hit by exactly one draw")
{
    for (std::uint64_t const n : {1U, 2U, 3U, 7U, 64U, 511U, 512U, 1000U}) {
        std::vector<int> hits(n, 0);
        for (std::uint64_t draw = 0; draw < n; ++draw) {
            double const u = design_uniform(42, draw, n, "Triage.auc");
            REQUIRE(u > 0.0);
            REQUIRE(u < 1.0);
            ++hits[static_cast<std::size_t>(u * static_cast<double>(n))];
        }
        CHECK(hits == std::vector<int>(n, 1));
    }
}

TEST_CASE("the last of 2^20 strata stays below 1")
{
    std::uint64_t const n = std::uint64_t{1} << 20;
    std::uint64_t draw = 0;
    while (keyed_permutation(42, 5, draw, n) != n - 1) {
        ++draw;
    }
    CHECK(draw < n);
    CHECK((static_cast<double>(n - 1) + (1.0 - 0x1p-33)) / static_cast<double>(n) < 1.0);
    CHECK_THROWS_AS(design_uniform(1, 0, n + 1, "x"), base::ContractViolation);
    CHECK_THROWS_AS(design_uniform(1, 8, 8, "x"), base::ContractViolation);
}

TEST_CASE("all orders of four draws are equally likely over seeds")
{
    std::vector<int> seen(256, 0);
    constexpr int seeds = 24000;
    for (std::uint64_t seed = 0; seed < seeds; ++seed) {
        std::size_t order = 0;
        for (std::uint64_t i = 0; i < 4; ++i) {
            order = 4 * order + static_cast<std::size_t>(keyed_permutation(seed, 1, i, 4));
        }
        ++seen[order];
    }
    int orders = 0;
    double chi_square = 0.0;
    for (int const count : seen) {
        if (count == 0) {
            continue;
        }
        ++orders;
        chi_square += (count - 1000.0) * (count - 1000.0) / 1000.0;
    }
    CHECK(orders == 24);
    CHECK(chi_square < 23.0 + 4.89 * std::sqrt(2.0 * 23.0));
}

TEST_CASE("parameters, seeds and neighbouring draws are uncorrelated")
{
    constexpr std::uint64_t n = 4096;
    double names = 0.0;
    double seeds = 0.0;
    double neighbours = 0.0;
    for (std::uint64_t draw = 0; draw < n; ++draw) {
        double const here = design_uniform(1, draw, n, "a") - 0.5;
        names += here * (design_uniform(1, draw, n, "b") - 0.5);
        seeds += here * (design_uniform(2, draw, n, "a") - 0.5);
        neighbours += here * (design_uniform(1, (draw + 1) % n, n, "a") - 0.5);
    }
    double const error = std::sqrt(static_cast<double>(n)) / 12.0;
    for (double const sum : {names, seeds, neighbours}) {
        CHECK(std::abs(sum) / error < 4.89);
    }
}

TEST_CASE("a mean over the design is far closer than one over independent draws")
{
    constexpr std::uint64_t n = 512;
    double sum = 0.0;
    for (std::uint64_t draw = 0; draw < n; ++draw) {
        double const u = design_uniform(3, draw, n, "x");
        sum += u * u;
    }
    // Independent draws: standard error sqrt(4/45/512) = 0.013. Stratified: about 1/512 of that.
    CHECK(std::abs(sum / n - 1.0 / 3.0) < 2e-4);
}
