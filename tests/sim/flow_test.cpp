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
