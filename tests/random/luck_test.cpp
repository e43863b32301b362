// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include <pathecon/random/luck.hpp>

using namespace pathecon;
using random::Luck;
using random::Stream;

namespace {

constexpr Luck luck{.seed = 42, .model = 7, .replication = random::replication_id(3, 1)};
constexpr std::uint32_t takes = random::purpose_of("read/takes");

} // namespace

TEST_CASE("the luck of a decision is a word of the block its counter names")
{
    auto const block = random::philox4x64({luck.replication, 25, std::uint64_t{takes} << 32 | 6, 0}, {42, 7});
    for (std::uint64_t i = 0; i < 4; ++i) {
        CHECK(random::word(luck, takes, 100 + i, 6) == block[i]);
    }
}

TEST_CASE("a stream gives the keyed luck whatever the order of asking")
{
    // Overtaking patients, rework visits, replications in turn, and patients who share a place in the stream's store.
    Stream stream{takes};
    std::uint64_t order = 12345;
    for (int n = 0; n < 20000; ++n) {
        order = order * 6364136223846793005U + 1442695040888963407U;
        Luck asked = luck;
        asked.replication += (order >> 60) == 0 ? 1 : 0;
        asked.seed += (order >> 54 & 63U) == 0 ? 1 : 0;
        asked.model += (order >> 50 & 63U) == 0 ? 1 : 0;
        std::uint64_t const patient = static_cast<std::uint64_t>(n) / 4 + (order >> 33 & 31U);
        auto const visit = static_cast<std::uint32_t>(order >> 40 & 1U);
        REQUIRE(stream.word(asked, patient, visit) == random::word(asked, takes, patient, visit));
        REQUIRE(stream.uniform(asked, patient, visit) == random::uniform(random::word(asked, takes, patient, visit)));
    }
}

TEST_CASE("a fresh stream does not take patient 0 of an all-zero luck for one it has seen")
{
    Stream stream{0};
    CHECK(stream.word(Luck{}, 0, 0) == random::philox4x64({0, 0, 0, 0}, {0, 0})[0]);
}

TEST_CASE("purposes come from names, and are part of the published contract")
{
    CHECK(random::purpose_of("read/takes") == 0x93026591U);
    CHECK(random::purpose_of("") == 0xefd01f60U);
    CHECK(random::tag_of("read/takes") >> 32 == random::purpose_of("read/takes"));
}

TEST_CASE("ten thousand decisions of one model have different purposes")
{
    std::vector<std::uint32_t> purposes;
    for (int i = 0; i < 10000; ++i) {
        purposes.push_back(random::purpose_of("activity " + std::to_string(i) + "/takes"));
    }
    std::sort(purposes.begin(), purposes.end());
    CHECK(std::adjacent_find(purposes.begin(), purposes.end()) == purposes.end());
}

TEST_CASE("more draws or more replications reshuffle nothing")
{
    CHECK(random::replication_id(0, 5) == 5);
    CHECK(random::replication_id(2, 0) == std::uint64_t{2} << 20);
    CHECK(random::replication_id(1, 0) > random::replication_id(0, (1U << 20) - 1));
}

TEST_CASE("neighbours, visits, purposes and replications are uncorrelated")
{
    constexpr int n = 40000;
    double neighbour = 0.0;
    double visits = 0.0;
    double purposes = 0.0;
    double replications = 0.0;
    auto const u = [](std::uint32_t purpose, std::uint64_t patient, std::uint32_t visit, std::uint64_t replication) {
        return random::uniform(random::word({1, 2, replication}, purpose, patient, visit)) - 0.5;
    };
    for (std::uint64_t i = 0; i < n; ++i) {
        double const here = u(1, i, 0, 0);
        neighbour += here * u(1, i + 1, 0, 0);
        visits += here * u(1, i, 1, 0);
        purposes += here * u(2, i, 0, 0);
        replications += here * u(1, i, 0, 1);
    }
    double const error = std::sqrt(static_cast<double>(n)) / 12.0; // the variance of a product of two uniforms is 1/144
    for (double const sum : {neighbour, visits, purposes, replications}) {
        CHECK(std::abs(sum / error) < 4.89);
    }
}
