// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <pathecon/effect/transfer.hpp>

#include "chest_xray.hpp"

namespace pathecon::test {
using effect::Transfer;

TEST_CASE("a minute moved from the reader to the clerk leaves the reader and is counted for the clerk")
{
    auto expected = chest_xray();
    expected.activities[1].adjustments = {{.tool = "Admin", .add = -1_min}};
    expected.activities[1].attended = {{.resource = "clerk", .time = 1_min}};
    CHECK(Transfer{.activity = "read", .from = "reader", .to = "clerk", .time = 1_min}(chest_xray(), tool("Admin")) ==
          expected);
}

TEST_CASE("a quarter of the time moved gives the clerk a third of what is left, which is that quarter")
{
    auto const after = Transfer{.activity = "read", .from = "reader", .to = "clerk", .share = Probability{0.25}}(
        chest_xray(), tool("Admin"));
    CHECK(after.activities[1].adjustments.at(0).by.value == 0.75);
    CHECK(after.activities[1].attended.at(0).people.value * 0.75 == Approx(0.25));
    CHECK_FALSE(after.activities[1].attended.at(0).time.has_value());
}

TEST_CASE("work moved for some patients is a step of no time that only they pass")
{
    auto const after = Transfer{.activity = "read", .from = "reader", .to = "clerk", .time = 1_min, .where = "cancer"}(
        chest_xray(), used_by_patient("Admin", 0.4));
    CHECK(after.activities[1].attended.empty());
    CHECK(after.activities[1].adjustments.at(0).where == "Admin/use and cancer");
    auto const& moved = the(after.activities, "Admin/clerk");
    CHECK(moved.where == "Admin/use and cancer");
    CHECK(moved.attended == std::vector<pathway::Attendance>{{.resource = "clerk", .time = 1_min}});
    CHECK(moved.takes == pathway::TimeDistribution{});
}

TEST_CASE("a share moved to somebody patients wait for takes that share of the same visit's time")
{
    auto const after = Transfer{.activity = "read",
                                .from = "reader",
                                .to = "room",
                                .share = Probability{0.4},
                                .as_activity = "prepare"}(chest_xray(), tool("Admin"));
    auto const& prepare = the(after.activities, "prepare");
    CHECK(prepare.luck_name == "read");
    CHECK(prepare.takes == after.activities[1].takes);
    CHECK(prepare.uses == std::vector<pathway::Use>{{.resource = "room"}});
    CHECK(prepare.adjustments.at(0).by.value + after.activities[1].adjustments.at(0).by.value == Approx(1.0));
    CHECK(route_from(after, "read").to.at(0).to == "prepare");
}

TEST_CASE("work that is done for several together does not move to where it would be done one by one")
{
    auto together = chest_xray();
    together.activities[1].bulk = pathway::Bulk{.most = 4};
    CHECK(Transfer{.activity = "read", .from = "reader", .to = "clerk", .time = 1_min}(together, tool("Admin")).activities[1].attended.size() == 1);
    for (auto const& verb : {Transfer{.activity = "read", .from = "reader", .to = "room", .share = Probability{0.4}, .as_activity = "prepare"},
                             Transfer{.activity = "read", .from = "reader", .to = "clerk", .time = 1_min, .where = "cancer"}})
        CHECK_THAT(faults([&] { return verb(together, tool("Admin")); }), contains("serves several together"));
}

TEST_CASE("an attendee's share moves by their number")
{
    auto usual = chest_xray();
    usual.activities[1].attended = {{.resource = "room", .people = 4.0}};
    auto const after =
        Transfer{.activity = "read", .from = "room", .to = "clerk", .share = Probability{0.25}}(usual, tool("Admin"));
    CHECK(after.activities[1].attended ==
          std::vector<pathway::Attendance>{{.resource = "room", .people = 3.0}, {.resource = "clerk", .people = 1.0}});
    CHECK(after.activities[1].adjustments.empty());
}

TEST_CASE("moving nothing gives the same pathway back")
{
    CHECK(Transfer{.activity = "read", .from = "reader", .to = "clerk", .time = 0_min}(chest_xray(), tool("Admin")) ==
          chest_xray());
    CHECK(Transfer{.activity = "read", .from = "reader", .to = "clerk", .share = Probability{0.0}}(
              chest_xray(), tool("Admin")) == chest_xray());
}

TEST_CASE("a fault in transferring is told with its field and its remedy")
{
    auto const transfer = [](Transfer verb) { return faults([&] { return verb(chest_xray(), tool("Admin")); }); };
    CHECK_THAT(transfer({.activity = "read", .from = "room", .to = "clerk", .time = 1_min}),
               contains("neither does 'read' nor attends it"));
    CHECK_THAT(transfer({.activity = "read", .from = "reader", .to = "clerk", .time = 4_min}),
               contains("PE0406") && contains("3.00 min on average"));
    CHECK_THAT(transfer({.activity = "read", .from = "reader", .to = "nurse", .time = 1_min}),
               contains("no resource 'nurse'"));
    CHECK_THAT(transfer({.activity = "read", .from = "reader", .to = "clerk"}),
               contains("exactly one of 'time', 'share'"));
    CHECK_THAT(
        transfer({.activity = "read", .from = "reader", .to = "clerk", .share = Probability{0.2}, .where = "cancer"}),
        contains("activity of its own"));
    CHECK_THAT(transfer({.activity = "read", .from = "reader", .to = "clerk", .share = Probability{1.0}}),
               contains("below 1"));
}

} // namespace pathecon::test
