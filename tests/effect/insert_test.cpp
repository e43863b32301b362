// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <pathecon/effect/insert.hpp>

#include "chest_xray.hpp"

namespace pathecon::test {
using effect::Insert;
using pathway::Activity;

TEST_CASE("an activity after a step takes over the step's ways on, with the step's luck")
{
    auto expected = chest_xray();
    expected.activities.push_back({.name = "check", .takes = 1_min, .tool = "Safety"});
    expected.routes = {
        {.from = "x-ray", .to = {{.to = "read"}}},
        {.from = "check", .to = {{.to = "CT", .where = "positive"}, {.to = "exit"}}, .luck_name = "read"},
        {.from = "read", .to = {{.to = "check"}}}};
    CHECK(Insert{.activity = Activity{.name = "check", .takes = 1_min}, .after = "read"}(chest_xray(),
                                                                                         tool("Safety")) == expected);
}

TEST_CASE("an activity after the last step stands before the exit")
{
    auto const after =
        Insert{.activity = Activity{.name = "letter", .takes = 5_min}, .after = "CT"}(chest_xray(), tool("Letters"));
    CHECK(route_from(after, "CT").to == std::vector<pathway::Branch>{{.to = "letter"}});
    CHECK(after.routes.size() == chest_xray().routes.size() + 1);
}

TEST_CASE("an activity before the first step receives the arrivals")
{
    auto const after =
        Insert{.activity = Activity{.name = "greet", .takes = 1_min}, .before = "x-ray"}(chest_xray(), tool("Desk"));
    CHECK(after.first == "greet");
    CHECK(route_from(after, "greet").to.at(0).to == "x-ray");
}

TEST_CASE("an activity before a step receives whoever came to the step")
{
    auto const after =
        Insert{.activity = Activity{.name = "protocol", .takes = 2_min}, .before = "CT"}(chest_xray(), tool("Vetting"));
    CHECK(route_from(after, "read").to.at(0) == pathway::Branch{.to = "protocol", .where = "positive"});
    CHECK(route_from(after, "protocol").to.at(0).to == "CT");
    CHECK(after.first.empty());
}

TEST_CASE("who comes out of a queue or by an event comes to the new activity first as well; a backlog is past it")
{
    auto usual = chest_xray();
    usual.activities[1].patience = pathway::Patience{.after = 2_d, .to = "CT"};
    usual.activities[1].balk = {{.length = 50, .to = "CT"}, {.length = 20}};
    usual.activities[0].no_show = pathway::NoShow{.to = "CT"};
    usual.events = {{.name = "worse", .after = 30_d, .to = "CT"}};
    usual.backlogs = {{.name = "list", .at = "CT", .count = 3}};
    auto const after =
        Insert{.activity = Activity{.name = "protocol", .takes = 2_min}, .before = "CT"}(usual, tool("Vetting"));
    CHECK(after.activities[1].patience->to == "protocol");
    CHECK(after.activities[1].balk[0].to == "protocol");
    CHECK(after.activities[1].balk[1].to == "exit");
    CHECK(after.activities[0].no_show->to == "protocol");
    CHECK(after.events[0].to == "protocol");
    CHECK(after.backlogs[0].at == "CT");
}

TEST_CASE("those who do not use the tool, or do not need it, pass the new activity at once")
{
    auto const after = Insert{.activity = Activity{.name = "check", .takes = 1_min, .where = "cancer"},
                              .after = "read",
                              .where = "positive"}(chest_xray(), used_by_patient("Safety", 0.5));
    CHECK(the(after.activities, "check").where == "Safety/use and positive and cancer");
}

TEST_CASE("an activity that stands in for another has its luck")
{
    auto const after = Insert{.activity = Activity{.name = "quick read", .takes = 2_min},
                              .after = "read",
                              .luck_name = "read"}(chest_xray(), tool("Quick"));
    CHECK(the(after.activities, "quick read").luck_name == "read");
}

TEST_CASE("a fault in inserting is told with its field and its remedy")
{
    auto const insert = [](Insert verb) { return faults([&] { return verb(chest_xray(), tool("Safety")); }); };
    Activity const check{.name = "check", .takes = 1_min};
    CHECK_THAT(insert({.activity = check}), contains("exactly one of 'after', 'before'"));
    CHECK_THAT(insert({.activity = check, .after = "reed"}), contains("did you mean 'read'?"));
    CHECK_THAT(insert({.activity = Activity{.name = "CT"}, .after = "read"}), contains("PE0405"));
    CHECK_THAT(insert({.activity = check, .after = "read", .where = "smoker"}), contains("PE0403"));
    auto forked = chest_xray();
    forked.forks = {{.name = "split", .branches = {"read"}, .join = "meet"}};
    forked.joins = {{.name = "meet"}};
    CHECK_THAT(faults([&] { return Insert{.activity = check, .after = "split"}(forked, tool("Safety")); }),
               contains("is a fork"));
    CHECK_THAT(faults([&] { return Insert{.activity = check, .before = "meet"}(forked, tool("Safety")); }),
               contains("is a join"));
}

} // namespace pathecon::test
