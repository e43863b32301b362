// SPDX-License-Identifier: MIT
#include <pathecon/ledger/usage.hpp>

#include "catch.hpp"
#include "ledger/story.hpp"
#include <pathecon/ledger/staffing.hpp>

using namespace pathecon;
using namespace pathecon::test;

TEST_CASE("usage adds up the replications of a draw, by name") {
    auto const runs = runs_of({{{Year{.worked = 10, .films = 3}, Year{.worked = 20, .films = 4}, Year{.worked = 60, .films = 5}}}});
    auto const all = ledger::usage_of(runs, 0, 0, reading_room());
    CHECK(all.worked.at("consultant") == ticks(90));
    CHECK(all.visits.at("read") == 12);
    CHECK(all.simulated == 3 * units::year.ticks());
    CHECK(all.per_year(12) == 4);
    CHECK(all.hours_per_year(ticks(90)) == 30);
    auto const without = ledger::usage_of(runs, 0, 0, reading_room(), ledger::Sources::all, 1);
    CHECK(without.worked.at("consultant") == ticks(70));
    CHECK(without.simulated == 2 * units::year.ticks());
}

TEST_CASE("other pathways' patients are not among the pathway's own") {
    auto runs = runs_of(Year{}, Year{});
    for (auto& labels : runs.labels) labels.sources = {"films", "others"};
    for (auto& result : runs.results) {
        result.visits = {5000, 700};
        result.step_ticks = {ticks(1000), ticks(50)};
        result.resource_ticks = {ticks(1000), ticks(50), ticks(100), 0};
        result.outcomes = {30, 2, 0, 0};
    }
    auto room = reading_room();
    pathway::Arrivals others;
    others.name = "others";
    others.background = true;
    room.arrivals.push_back(others);
    CHECK(ledger::usage_of(runs, 0, 0, room).visits.at("read") == 5700);
    CHECK(ledger::usage_of(runs, 0, 0, room, ledger::Sources::own).visits.at("read") == 5000);
    CHECK(ledger::usage_of(runs, 0, 0, room, ledger::Sources::own).worked.at("consultant") == ticks(1000));
}

TEST_CASE("a session's lists are open time of whoever runs it") {
    auto room = reading_room();
    pathway::Session clinic;
    clinic.name = "clinic";
    clinic.resource = "clerk";
    clinic.slot = 15_min;
    pathway::SessionList by_slots, by_length;
    by_slots.days = "Tue Fri";
    by_slots.slots = 16;        // 4 h
    by_length.days = "Mon";
    by_length.lasts = 3_h;
    clinic.lists = {by_slots, by_length};
    room.sessions = {clinic};
    auto runs = runs_of(Year{}, Year{});
    runs.window = 52_weeks;
    CHECK(ledger::usage_of(runs, 0, 0, room).open.at("admin") == ticks(52 * 11));
    room.sessions[0].lists[1].weeks = "1 3 of 4";
    CHECK(ledger::usage_of(runs, 0, 0, room).open.at("admin") == ticks(26 * (8 + 11)));
}

TEST_CASE("who works at a step is who it uses and who attends, for as long") {
    auto room = reading_room();
    room.activities[0].uses[0].count = 2;
    room.activities[0].attended[0].people = 1.5;
    room.activities[0].attended[0].time = 4_min;
    auto const usage = ledger::usage_of(runs_of(Year{}, Year{}), 0, 0, room);
    CHECK(ledger::groups_at(room, "read") == std::set<std::string, std::less<>>{"admin", "consultant"});
    auto const worked = ledger::worked_at(room, usage, {"read"});
    CHECK(worked.at("consultant") == ticks(2000));
    CHECK(worked.at("admin") == ticks(5000 * 6 / 60.0));
    CHECK(ledger::worked_at(room, usage, {"no such step"}).empty());
}
