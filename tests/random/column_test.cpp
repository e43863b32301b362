// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

#include <pathecon/random/column.hpp>

#include "same_bits.hpp"

using namespace pathecon;
using random::Column;
using random::Distribution;
using random::Luck;

namespace {

constexpr Luck luck{.seed = 42, .model = 7, .replication = random::replication_id(3, 1)};
constexpr std::uint32_t takes = random::purpose_of("read/takes");

double on_demand(Distribution const& law, Luck const& asked, std::uint64_t patient)
{
    return law.sample(random::uniform(random::word(asked, takes, patient, 0)));
}

} // namespace

TEST_CASE("a column gives what is drawn on demand, for every family")
{
    for (Distribution const& law : same_bits::laws()) {
        INFO(random::name_of(law.family()));
        Column column{takes, law};
        column.bind(luck);
        int different = 0;
        for (std::uint64_t patient = 0; patient < 20000; ++patient) {
            different += column.at(patient) == on_demand(law, luck, patient) ? 0 : 1;
        }
        CHECK(different == 0);
    }
}

TEST_CASE("a column without a law gives the uniform numbers themselves")
{
    Column column{takes};
    column.bind(luck);
    for (std::uint64_t patient = 0; patient < 2000; ++patient) {
        REQUIRE(column.at(patient) == random::uniform(random::word(luck, takes, patient, 0)));
    }
}

TEST_CASE("a column gives the same whatever the order of asking, and to several sources in turn")
{
    Distribution const law = random::exponential(2.0);
    for (std::uint64_t const sources : {1U, 2U, 5U, 40U}) {
        Column column{takes, law};
        column.bind(luck);
        std::uint64_t order = 12345;
        for (std::uint64_t n = 0; n < 40000; ++n) {
            order = order * 6364136223846793005U + 1442695040888963407U;
            // Patients who overtake each other, a few from long ago, and now and then anybody at all.
            std::uint64_t number = n / sources + (order >> 60);
            number -= (order >> 50 & 15U) == 0 ? std::min<std::uint64_t>(number, 1000) : 0;
            number = (order >> 40 & 255U) == 0 ? order >> 33 : number;
            std::uint64_t const source = random::tag_of("source") * (1 + (order >> 20) % sources) >> 42;
            std::uint64_t const patient = source << 41 | number;
            REQUIRE(column.at(patient) == on_demand(law, luck, patient));
        }
    }
}

TEST_CASE("a column copies neighbours as it gives them one by one, from any place on")
{
    Distribution const law = random::gamma(3.0, 2.0);
    for (std::uint64_t const first : {std::uint64_t{0}, std::uint64_t{5}, std::uint64_t{31}, (std::uint64_t{3} << 41) + 77}) {
        Column column{takes, law};
        column.bind(luck);
        std::uint64_t patient = first;
        for (std::size_t const length : {1U, 500U, 0U, 33U, 700U}) {
            std::vector<double> copied(length);
            column.copy(patient, copied);
            for (double const value : copied) {
                REQUIRE(value == on_demand(law, luck, patient++));
            }
        }
    }
}

TEST_CASE("a column that few patients need, then all, then few again, gives the same")
{
    Distribution const law = random::lognormal(2.0, 1.0);
    Column column{takes, law};
    column.bind(luck);
    std::uint64_t patient = 0;
    for (std::uint64_t const step : {100U, 1U, 3U, 1U, 100U, 1U}) {
        for (int n = 0; n < 10000; ++n) {
            patient += step;
            REQUIRE(column.at(patient) == on_demand(law, luck, patient));
        }
    }
}

TEST_CASE("a column forgets what it drew under other luck")
{
    Distribution const law = random::gamma(2.0, 1.0);
    Column column{takes, law};
    for (std::uint64_t replication = 0; replication < 300; ++replication) {
        Luck const other{
            .seed = luck.seed + replication % 2, .model = luck.model + replication % 3, .replication = replication / 6};
        column.bind(other);
        for (std::uint64_t patient = 0; patient < 200; ++patient) {
            REQUIRE(column.at(patient) == on_demand(law, other, patient));
        }
    }
}

TEST_CASE("a column that was copied draws on, apart from the first")
{
    Column first{takes, random::exponential(2.0)};
    first.bind(luck);
    static_cast<void>(first.at(5));
    Column second = first;
    second.bind({.seed = 1, .model = 2, .replication = 3});
    CHECK(first.at(6) == on_demand(random::exponential(2.0), luck, 6));
    CHECK(second.at(6) == on_demand(random::exponential(2.0), {1, 2, 3}, 6));
}

TEST_CASE("a fresh column does not take anybody for a patient it has seen")
{
    Column column;
    CHECK(column.at(0) == random::uniform(random::word({}, 0, 0, 0)));
    std::uint64_t const last = ~std::uint64_t{0};
    Column other;
    CHECK(other.at(last) == random::uniform(random::word({}, 0, last, 0)));
}

namespace {

/// Counts the numbers a law samples otherwise in a column than one by one.
int differences(Distribution const& law, std::vector<double> const& u)
{
    std::vector<double> values(u.size());
    law.sample(u, values);
    int different = 0;
    for (std::size_t i = 0; i < u.size(); ++i) {
        different += values[i] == law.sample(u[i]) ? 0 : 1;
    }
    return different;
}

} // namespace

TEST_CASE("a law samples a column and single values to the same bits")
{
    auto u = same_bits::uniforms(luck, 200003); // no multiple of any width
    u.push_back(1e-300);
    u.push_back(5e-324);
    for (Distribution const& law : same_bits::laws()) {
        INFO(random::name_of(law.family()));
        CHECK(differences(law, u) == 0);
    }
    u.resize(1001);
    for (Distribution const& law : same_bits::laws_by_iteration()) {
        INFO(random::name_of(law.family()));
        CHECK(differences(law, u) == 0);
    }
}
