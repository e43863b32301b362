// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include "story.hpp"

using namespace story;

TEST_CASE("fork and join: branches run at once, the join waits for the last") {
    auto arrivals = at({0 * minute, 5 * minute});
    arrivals.to = "tests";
    auto const pathway = Pathway{"fork"}.add(arrivals).add(staff("radiographer")).add(staff("nurse")).add(staff("doctor"))
                             .add(work("scan", "radiographer", 30 * minute)).add(work("blood", "nurse", 10 * minute)).add(work("see", "doctor", 5 * minute))
                             .add(pathway::Fork{.name = "tests", .branches = {"scan", "blood"}, .join = "results"}).add(pathway::Join{.name = "results"})
                             .add(Route{.from = "scan", .to = {{"results"}}}).add(Route{.from = "blood", .to = {{"results"}}})
                             .add(Route{.from = "results", .to = {{"see"}}});
    CHECK(read(pathway).only(What::start) == Lines{"0:00 0 scan", "0:00 0 blood", "0:10 1 blood", "0:30 1 scan", "0:30 0 see", "1:00 1 see"});
}

TEST_CASE("a loop with a limit: two repeats at most, whatever the route says after that") {
    auto pathway = clinic(at({0 * minute}), 10 * minute).add(Delay{.name = "home", .takes = day});
    pathway = pathway.add(Route{.from = "see", .to = {{.to = "home", .most = 2}, {.to = "exit"}}}).add(Route{.from = "home", .to = {{"see"}}});
    auto const story = read(pathway);
    CHECK(story.only(What::start) == Lines{"0:00 0 see", "0:10 0 home", "Tue 0:10 0 see", "Tue 0:20 0 home", "Wed 0:20 0 see"});
    CHECK(story.run.visits == std::vector<std::int64_t>{3, 2});
}

TEST_CASE("a route on elapsed time: those who took too long go another way, both bounds included") {
    auto pathway = clinic(at({0 * minute, 0 * minute, 0 * minute, 0 * minute}), 30 * minute)
                       .add(Delay{.name = "late", .takes = minute}).add(Delay{.name = "middling", .takes = minute}).add(Delay{.name = "prompt", .takes = minute});
    pathway = pathway.add(Route{.from = "see", .to = {{.to = "late", .elapsed = pathway::Elapsed{.at_least = 2 * hour}},
                                                      {.to = "middling", .elapsed = pathway::Elapsed{.since = "arrival", .at_least = hour, .at_most = 90 * minute}},
                                                      {.to = "prompt"}}});
    // They are done at 0:30, 1:00, 1:30 and 2:00 after arrival.
    CHECK(read(pathway).lines() == Lines{"0:00 0 start see", "0:30 1 start see", "0:30 0 end see", "0:30 0 start prompt", "0:31 0 end prompt",
                                         "1:00 2 start see", "1:00 1 end see", "1:00 1 start middling", "1:01 1 end middling",
                                         "1:30 3 start see", "1:30 2 end see", "1:30 2 start middling", "1:31 2 end middling",
                                         "2:00 3 end see", "2:00 3 start late", "2:01 3 end late"});
}

TEST_CASE("a branch on the time since a point is closed to those who never passed it") {
    auto pathway = clinic(at({{0 * minute, "known"}, {5 * minute, "not known"}}), 10 * minute).add(known("known"))
                       .add(Delay{.name = "wait", .takes = hour}).add(Delay{.name = "again", .takes = minute});
    pathway.activities[0].where = "known";
    pathway = pathway.add(Route{.from = "see", .to = {{"wait"}}})
                  .add(Route{.from = "wait", .to = {{.to = "again", .elapsed = pathway::Elapsed{.since = "see.start", .at_least = hour}}, {.to = "exit"}}});
    CHECK(read(pathway).only(What::start) == Lines{"0:00 0 see", "0:05 1 wait", "0:10 0 wait", "1:10 0 again"});
}

TEST_CASE("several kinds of patient enter at several steps, and those who do not need a step pass it at once") {
    auto front = at({0 * minute, 1 * minute}, "front door"), ambulance = at({2 * minute}, "ambulance"), transfer = at({3 * minute}, "transfer");
    ambulance.to = "see";
    transfer.to = "ward";
    auto pathway = Pathway{"doors"}.add(front).add(ambulance).add(transfer).add(known("seen before")).add(staff("nurse")).add(staff("doctor"))
                       .add(work("triage", "nurse", 5 * minute)).add(work("see", "doctor", 20 * minute)).add(Delay{.name = "ward", .takes = hour})
                       .add(Route{.from = "triage", .to = {{"see"}}}).add(Route{.from = "see", .to = {{.to = "ward", .where = "source = ambulance"}, {.to = "exit"}}});
    pathway.arrivals[0].trace[0].is = "not seen before";
    pathway.arrivals[0].trace[1].is = "seen before";
    pathway.activities[0].where = "not seen before";
    CHECK(read(pathway).lines() == Lines{"0:00 front door 0 start triage", "0:01 front door 1 start see", "0:03 transfer 0 start ward", "0:05 front door 0 end triage",
                                         "0:21 ambulance 0 start see", "0:21 front door 1 end see", "0:41 front door 0 start see", "0:41 ambulance 0 end see",
                                         "0:41 ambulance 0 start ward", "1:01 front door 0 end see", "1:03 transfer 0 end ward", "1:41 ambulance 0 end ward"});
}

TEST_CASE("a clock stands still between the points of a pause and goes on after it") {
    auto pathway = Pathway{"pause"}.add(at({0 * minute})).add(staff("doctor")).add(work("offer", "doctor", 10 * minute))
                       .add(Delay{.name = "patient's choice", .takes = 5 * day}).add(Delay{.name = "booked", .takes = 2 * day}).add(work("treat", "doctor", hour))
                       .add(Route{.from = "offer", .to = {{"patient's choice"}}}).add(Route{.from = "patient's choice", .to = {{"booked"}}})
                       .add(Route{.from = "booked", .to = {{"treat"}}});
    Interval running{.name = "running", .to = "treat.start"}, paused = running, stopped = running;
    paused.name = "paused", stopped.name = "stopped while paused";
    paused.pauses = {{"offer", "patient's choice"}};
    stopped.pauses = {{"offer", "treat"}};
    auto const story = read(pathway.add(running).add(paused).add(stopped));
    CHECK(story.run.intervals[0].times.least() == (7 * day + 10 * minute).ticks());
    CHECK(story.run.intervals[1].times.least() == (2 * day + 10 * minute).ticks());
    CHECK(story.run.intervals[2].times.least() == (10 * minute).ticks());
}

TEST_CASE("a clock runs once, from the first passage of its start to the first passage of its end after that") {
    auto pathway = clinic(at({0 * minute}), 10 * minute).add(Delay{.name = "home", .takes = hour});
    pathway = pathway.add(Route{.from = "see", .to = {{.to = "home", .most = 1}, {.to = "exit"}}}).add(Route{.from = "home", .to = {{"see"}}})
                  .add(Interval{.name = "visit", .from = "see.start", .to = "see"}).add(Interval{.name = "whole", .from = "see.start", .to = "exit"})
                  .add(Interval{.name = "return", .from = "home.start", .to = "see.start"});
    auto const story = read(pathway);
    for (std::size_t k = 0; k < 3; ++k) REQUIRE(story.run.intervals[k].times.count() == 1);
    CHECK(story.run.intervals[0].times.least() == (10 * minute).ticks());
    CHECK(story.run.intervals[1].times.least() == (80 * minute).ticks());
    CHECK(story.run.intervals[2].times.least() == hour.ticks());
}

TEST_CASE("a way that is open by the clock: from its first tick until just before its last") {
    auto arrivals = at({8 * hour - units::Duration::from_ticks(1), 8 * hour, 16 * hour - units::Duration::from_ticks(1), 16 * hour, 5 * day + 12 * hour});
    auto pathway = Pathway{"phone"}.add(arrivals).add(Activity{.name = "phone", .takes = hour}).add(Delay{.name = "day", .takes = minute}).add(Delay{.name = "night", .takes = minute});
    pathway = pathway.add(Route{.from = "phone", .to = {{.to = "day", .open = Rota::weekdays(9 * hour, 17 * hour)}, {.to = "night"}}});
    Lines ways;
    auto const of = [&](Pathway const& some) {
        ways.clear();
        for (auto const& line : read(some).only(What::start))
            if (!line.ends_with("phone")) ways.push_back(line.substr(line.rfind(' ') + 1));
        return ways;
    };
    CHECK(of(pathway) == Lines{"night", "day", "day", "night", "night"});
    // A night that begins on Friday reaches into Saturday: who comes at noon there is late by hours.
    pathway.routes[0].to[0].open = {{{.days = "Fri", .from = "20:00", .to = "13:00"}}};
    CHECK(of(pathway) == Lines{"night", "night", "night", "night", "night"});
    pathway.routes[0].to[0].open = {{{.days = "Fri", .from = "20:00", .to = "13:01"}}};
    CHECK(of(pathway) == Lines{"night", "night", "night", "night", "day"});
}

TEST_CASE("a way that is closed on bank holidays leads on Christmas Day where nights lead") {
    auto arrivals = at({3 * day + 12 * hour, 4 * day + 12 * hour});
    auto pathway = Pathway{"phone"}.add(arrivals).add(Activity{.name = "phone"}).add(Delay{.name = "day", .takes = minute}).add(Delay{.name = "night", .takes = minute});
    auto open = Rota::weekdays(9 * hour, 17 * hour);
    open.holidays = pathway::HolidayRule::closed;
    pathway.starts = "2026-12-21";
    pathway = pathway.add(Route{.from = "phone", .to = {{.to = "day", .open = open}, {.to = "night"}}});
    CHECK(read(pathway).lines() == Lines{"Thu 12:00 0 start phone", "Thu 12:00 0 end phone", "Thu 12:00 0 start day", "Thu 12:01 0 end day",
                                         "Fri 12:00 1 start phone", "Fri 12:00 1 end phone", "Fri 12:00 1 start night", "Fri 12:01 1 end night"});
}

TEST_CASE("the shortest queue: the fewest waiting and at work for each server on duty, the first of equals") {
    auto pathway = Pathway{"desks"}.add(at({0 * minute, 1 * minute, 2 * minute, 3 * minute, 4 * minute, 5 * minute, 6 * minute}))
                       .add(staff("one")).add(staff("two", 2)).add(Activity{.name = "door"}).add(work("a", "one", hour)).add(work("b", "two", hour));
    pathway = pathway.add(Route{.from = "door", .to = {{"a"}, {"b"}}, .rule = pathway::RouteRule::shortest_queue}).add(Route{.from = "a", .to = {{"exit"}}});
    Lines starts;
    for (auto const& line : read(pathway).only(What::start))
        if (!line.ends_with("door")) starts.push_back(line);
    CHECK(starts == Lines{"0:00 0 a", "0:01 1 b", "0:02 2 b", "1:00 3 a", "1:01 4 b", "1:02 5 b", "2:00 6 a"});
}

TEST_CASE("the shortest queue: a desk with nobody on duty comes after all others") {
    auto pathway = Pathway{"desks"}.add(at({8 * hour, 8 * hour + minute, 9 * hour})).add(staff("one")).add(staff("two"))
                       .add(Activity{.name = "door"}).add(work("a", "one", hour)).add(work("b", "two", hour));
    pathway.resources[0].rota = Rota::weekdays(9 * hour, 17 * hour);
    pathway = pathway.add(Route{.from = "door", .to = {{"a"}, {"b"}}, .rule = pathway::RouteRule::shortest_queue}).add(Route{.from = "a", .to = {{"exit"}}});
    Lines starts;
    for (auto const& line : read(pathway).only(What::start))
        if (!line.ends_with("door")) starts.push_back(line);
    CHECK(starts == Lines{"8:00 0 b", "9:00 1 b", "9:00 2 a"});
}
