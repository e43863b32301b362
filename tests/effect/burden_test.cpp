// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <pathecon/effect/burden.hpp>

#include "chest_xray.hpp"

namespace pathecon::test {
using effect::Burden;

TEST_CASE("ten minutes of logging in over 15 patients eat 51, 98 and 174 % of what a voice tool saves")
{
    auto const after =
        Burden{.activity = "visit", .per_session = 10_min, .visits_per_session = 15.0}(clinic(), tool("Sign-on"));
    auto const added = after.activities[0].adjustments.at(0).add.value;
    CHECK(added == 40_s);
    CHECK(std::round(100 * (added / (16_min * 0.082))) == 51);
    CHECK(std::round(100 * (added / 41_s)) == 98);
    CHECK(std::round(100 * (added / 23_s)) == 174);
}

TEST_CASE("a burden reaches the visits that do not use the tool, unless it is for users only")
{
    auto const everybody = Burden{.activity = "visit", .add = 40_s}(clinic(), used_by_visit("Voice", 0.3));
    CHECK(everybody.activities[0].adjustments.at(0) == pathway::Adjustment{.tool = "Voice", .add = 40_s});
    auto const users =
        Burden{.activity = "visit", .add = 40_s, .users_only = true}(clinic(), used_by_visit("Voice", 0.3));
    CHECK(users.activities[0].adjustments.at(0).share.value == Probability{0.3});
}

TEST_CASE("no time added gives the same pathway back")
{
    CHECK(Burden{.activity = "visit"}(clinic(), tool("Sign-on")) == clinic());
    CHECK(Burden{.activity = "visit", .per_session = 0_min, .visits_per_session = 15.0}(clinic(), tool("Sign-on")) ==
          clinic());
}

TEST_CASE("a fault in a burden is told with its field and its remedy")
{
    auto const burden = [](Burden verb) { return faults([&] { return verb(clinic(), tool("Sign-on")); }); };
    CHECK_THAT(burden({.activity = "visit", .add = -10_s}), contains("PE0110"));
    CHECK_THAT(burden({.activity = "visit", .per_session = 10_min}), contains("go together"));
    CHECK_THAT(burden({.activity = "visit", .add = 1_s, .per_session = 10_min, .visits_per_session = 15.0}),
               contains("use two burdens"));
    CHECK_THAT(burden({.activity = "vist", .add = 1_s}), contains("did you mean 'visit'?"));
}

} // namespace pathecon::test
