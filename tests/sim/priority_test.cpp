// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <cmath>
#include <map>

#include "story.hpp"

using namespace story;

namespace {

Attribute urgency()
{
    return {.name = "urgency", .levels = {"none", "a", "b", "c", "late"}, .shares = {1.0, 1.0, 1.0, 1.0, 1.0}};
}

/// One at work until 1:00; then somebody routine and somebody urgent wait, three levels apart.
Pathway two_wait(units::Duration routine, units::Duration urgent)
{
    auto pathway = clinic(at({{0 * minute, "urgency = none"}, {routine, "urgency = a"}, {urgent, "urgency = b"}}), hour).add(urgency());
    pathway.activities[0].priority = {{"urgency = a", 3}, {"urgency = b", 0}};
    return pathway;
}

} // namespace

TEST_CASE("any number of levels: the lowest first, those without a rule at 100, and levels above that after them") {
    auto pathway = clinic(at({{0 * minute, "urgency = none"}, {1 * minute, "urgency = late"}, {2 * minute, "urgency = none"},
                              {3 * minute, "urgency = c"}, {4 * minute, "urgency = b"}, {5 * minute, "urgency = a"}, {6 * minute, "urgency = b"}}),
                          10 * minute).add(urgency());
    pathway.activities[0].priority = {{"urgency = a", 10}, {"urgency = b", 20}, {"urgency = c", 30}, {"urgency = late", 150}};
    CHECK(read(pathway).only(What::start) == Lines{"0:00 0 see", "0:10 5 see", "0:20 4 see", "0:30 6 see", "0:40 3 see", "0:50 2 see", "1:00 1 see"});
}

TEST_CASE("without ageing the urgent go first however long the others have waited") {
    CHECK(read(two_wait(5 * minute, 59 * minute)).only(What::start) == Lines{"0:00 0 see", "1:00 2 see", "2:00 1 see"});
}

TEST_CASE("ageing: a wait longer by three times as much makes up for three levels, and a tie goes to who waited longer") {
    auto const starts = [](units::Duration urgent) {
        auto pathway = two_wait(5 * minute, urgent);
        pathway.activities[0].ageing = 10 * minute;
        return read(pathway).only(What::start);
    };
    CHECK(starts(34 * minute) == Lines{"0:00 0 see", "1:00 2 see", "2:00 1 see"});
    CHECK(starts(35 * minute) == Lines{"0:00 0 see", "1:00 1 see", "2:00 2 see"});
    CHECK(starts(36 * minute) == Lines{"0:00 0 see", "1:00 1 see", "2:00 2 see"});
}

TEST_CASE("who is next for a doctor of two queues: the lower level, then the longer wait, whichever queue it is") {
    auto sick = at({{0 * minute, "urgency = none"}, {2 * minute, "urgency = none"}, {3 * minute, "urgency = a"}});
    sick.name = "sick";
    auto calls = at({1 * minute, 4 * minute}, "calls");
    calls.to = "call";
    auto pathway = clinic(sick, 10 * minute).add(urgency()).add(calls).add(work("call", "doctor", 5 * minute)).add(Route{.from = "see", .to = {{"exit"}}});
    pathway.activities[0].priority = {{"urgency = a", 1}};
    CHECK(read(pathway).only(What::start) == Lines{"0:00 sick 0 see", "0:10 sick 2 see", "0:20 calls 0 call", "0:25 sick 1 see", "0:35 calls 1 call"});
}

TEST_CASE("the waits of each level are told apart") {
    auto const story = read(two_wait(5 * minute, 40 * minute));
    auto const& labels = story.labels;
    for (std::size_t k = 0; k < labels.classes.size(); ++k) {
        auto const& times = story.run.classes[k].times;
        INFO("level " << labels.classes[k].level);
        REQUIRE(times.count() == 1);
        auto const expected = labels.classes[k].level == 0 ? 20 * minute : labels.classes[k].level == 3 ? 115 * minute : 0 * minute;
        CHECK(times.least() == expected.ticks());
    }
    CHECK(labels.classes.size() == 3);
}

TEST_CASE("who came last is served first, within a level") {
    auto pathway = clinic(at({0 * minute, 1 * minute, 2 * minute, 3 * minute, 15 * minute}), 10 * minute);
    pathway.activities[0].order = pathway::QueueOrder::last;
    CHECK(read(pathway).only(What::start) == Lines{"0:00 0 see", "0:10 3 see", "0:20 4 see", "0:30 2 see", "0:40 1 see"});
    auto levels = clinic(at({{0 * minute, "not urgent"}, {1 * minute, "urgent"}, {2 * minute, "not urgent"}, {3 * minute, "not urgent"}}), 10 * minute).add(known("urgent"));
    levels.activities[0].priority = {{"urgent", 1}};
    levels.activities[0].order = pathway::QueueOrder::last;
    CHECK(read(levels).only(What::start) == Lines{"0:00 0 see", "0:10 1 see", "0:20 3 see", "0:30 2 see"});
}

TEST_CASE("who was put back stays first in a queue where the last are served first") {
    auto pathway = clinic(at({8 * hour, 8 * hour + 30 * minute, 8 * hour + 50 * minute, 10 * hour}), 45 * minute);
    pathway.resources[0].rota = {{{.from = "08:00", .to = "09:00"}}};
    pathway.resources[0].end_of_shift = EndOfShift::resume;
    pathway.activities[0].order = pathway::QueueOrder::last;
    CHECK(read(pathway).only(What::start) == Lines{"8:00 0 see", "8:45 1 see", "Tue 8:30 3 see", "Wed 8:15 2 see"});
}

TEST_CASE("by luck: each of three who wait is next as often, and by the luck of patients always the same") {
    auto pathway = clinic(at({0 * minute, 1 * minute, 2 * minute, 3 * minute}), 10 * minute);
    pathway.activities[0].order = pathway::QueueOrder::random;
    std::map<std::string, int> next, after;
    int const runs = 900;
    for (std::uint64_t seed = 1; seed <= runs; ++seed) {
        auto const starts = read(pathway, week, seed).only(What::start);
        REQUIRE(starts.size() == 4);
        ++next[starts[1]];
        ++after[starts[2]];
    }
    for (auto const* counts : {&next, &after}) {
        REQUIRE(counts->size() == 3);
        for (auto const& [who, count] : *counts) CHECK(std::abs(count - runs / 3) <= 4.89 * std::sqrt(runs * 2.0 / 9));
    }
    CHECK(read(pathway, week, 7).lines() == read(pathway, week, 7).lines());
}
