// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include "story.hpp"

using namespace story;

namespace {

/// An analyser that takes up to three samples at a time, for half an hour.
Pathway laboratory(Arrivals arrivals, pathway::Bulk bulk, int analysers = 1)
{
    auto analyse = work("analyse", "analyser", 30 * minute);
    analyse.bulk = bulk;
    auto pathway = Pathway{"laboratory"}.add(std::move(arrivals)).add(staff("analyser", analysers)).add(analyse);
    pathway.overload_allowed = true;
    return pathway;
}

Times minutes(std::vector<double> const& all)
{
    Times times;
    for (double const one : all) times.push_back(one * minute);
    return times;
}

} // namespace

TEST_CASE("the first starts alone; who comes meanwhile is served together after that, three at a time") {
    auto const story = read(laboratory(at(minutes({0, 5, 10, 15, 20})), {.most = 3}));
    CHECK(story.lines() == Lines{"0:00 0 start analyse", "0:30 1 start analyse", "0:30 2 start analyse", "0:30 3 start analyse", "0:30 0 end analyse",
                                 "1:00 4 start analyse", "1:00 1 end analyse", "1:00 2 end analyse", "1:00 3 end analyse", "1:30 4 end analyse"});
    CHECK(story.run.resource_ticks[0] == (90 * minute).ticks());    // of the analyser, not of the samples
    CHECK(story.run.step_ticks[0] == (90 * minute).ticks());    // once for all who are served together
}

TEST_CASE("it starts when enough wait") {
    CHECK(read(laboratory(at(minutes({0, 5, 10, 15, 20, 21})), {.most = 3, .least = 3})).only(What::start) ==
          Lines{"0:10 0 analyse", "0:10 1 analyse", "0:10 2 analyse", "0:40 3 analyse", "0:40 4 analyse", "0:40 5 analyse"});
    // With two analysers the second starts as soon as there are three again.
    CHECK(read(laboratory(at(minutes({0, 5, 10, 15, 20, 21})), {.most = 3, .least = 3}, 2)).only(What::start) ==
          Lines{"0:10 0 analyse", "0:10 1 analyse", "0:10 2 analyse", "0:21 3 analyse", "0:21 4 analyse", "0:21 5 analyse"});
}

TEST_CASE("or when the first has waited long enough, if somebody is free; else as soon as somebody is") {
    CHECK(read(laboratory(at(minutes({0, 5, 22, 24})), {.most = 3, .least = 3, .wait = 20 * minute})).only(What::start) ==
          Lines{"0:20 0 analyse", "0:20 1 analyse", "0:50 2 analyse", "0:50 3 analyse"});
    // Those of 0:35 and 0:36 have not waited for 20 minutes when the analyser is free again, at 0:50.
    CHECK(read(laboratory(at(minutes({0, 5, 35, 36})), {.most = 3, .least = 3, .wait = 20 * minute})).only(What::start) ==
          Lines{"0:20 0 analyse", "0:20 1 analyse", "0:55 2 analyse", "0:55 3 analyse"});
}

TEST_CASE("too few wait for ever") {
    auto const story = read(laboratory(at(minutes({0, 5})), {.most = 3, .least = 3}));
    CHECK(story.only(What::start).empty());
    CHECK(story.run.unfinished[0] == 2);
}

TEST_CASE("the urgent go first, and the time is that of the first in turn") {
    auto arrivals = at({{.at = 0 * minute}, {.at = 1 * minute}, {.at = 2 * minute}, {.at = 3 * minute, .is = "urgent"}, {.at = 4 * minute}});
    auto pathway = laboratory(arrivals, {.most = 2}).add(known("urgent"));
    pathway.activities[0].priority = {{"urgent", 1}};
    pathway.activities[0].cases = {{"urgent", pathway::TimeDistribution{10 * minute}}};
    CHECK(read(pathway).only(What::end) == Lines{"0:30 0 analyse", "0:40 1 analyse", "0:40 3 analyse", "1:10 2 analyse", "1:10 4 analyse"});
}

TEST_CASE("a class at its hours: the rota of who holds it says when, and who attends is counted once") {
    auto pathway = laboratory(at({8 * hour, 8 * hour + 10 * minute, 8 * hour + 20 * minute, 11 * hour}), {.most = 8});
    pathway.activities[0].takes = hour;
    pathway.resources[0].rota = {{{.days = "Mon", .from = "10:00", .to = "10:30", .weeks = "1 of 2"}}};
    pathway = pathway.add(Resource{.name = "assistant"});
    pathway.activities[0].attended = {{"assistant"}};
    auto const story = read(pathway);
    CHECK(story.only(What::start) == Lines{"10:00 0 analyse", "10:00 1 analyse", "10:00 2 analyse", "Mon+2 10:00 3 analyse"});
    CHECK(story.run.resource_ticks[0] == 2 * hour.ticks());
    CHECK(story.run.resource_ticks[1] == 2 * hour.ticks());
}

TEST_CASE("who loses patience before there are enough goes, and the others wait on") {
    auto pathway = laboratory(at(minutes({0, 5, 20, 25})), {.most = 3, .least = 3});
    pathway.activities[0].patience = pathway::Patience{.after = 10 * minute};
    auto const story = read(pathway);
    CHECK(story.lines() == Lines{"0:10 0 renege analyse", "0:15 1 renege analyse", "0:30 2 renege analyse", "0:35 3 renege analyse"});
    pathway.arrivals[0].trace.push_back({.at = 29 * minute});
    CHECK(read(pathway).only(What::start) == Lines{"0:29 2 analyse", "0:29 3 analyse", "0:29 4 analyse"});
}
