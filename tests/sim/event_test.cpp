// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include "story.hpp"

using namespace story;

namespace {

Pathway waiting_room()
{
    return clinic(at({0 * minute, 10 * minute}), hour).add(staff("crash team")).add(work("resuscitate", "crash team", 10 * minute))
        .add(Delay{.name = "ward", .takes = 2 * hour})
        .add(Route{.from = "see", .to = {{"exit"}}}).add(Route{.from = "resuscitate", .to = {{"exit"}}});
}

} // namespace

TEST_CASE("who waits too long deteriorates: the event takes them out of the queue") {
    auto const pathway = waiting_room().add(pathway::Event{.name = "deteriorates", .until = "see.start", .after = 40 * minute, .to = "resuscitate"})
                             .add(pathway::Event{.name = "sent to the ward", .until = "see.start", .after = 5 * hour, .to = "ward"});
    auto const story = read(pathway);
    CHECK(story.lines() == Lines{"0:00 0 start see", "0:50 1 event see", "0:50 1 start resuscitate", "1:00 0 end see", "1:00 1 end resuscitate"});
    CHECK(story.run.happened == std::vector<std::int64_t>{1, 0});
    CHECK(story.run.visits[0] == 1);
}

TEST_CASE("of two that compete the one that comes first happens; passing `until` stops the other") {
    auto const pathway = waiting_room().add(pathway::Event{.name = "deteriorates", .until = "ward.arrive", .after = 40 * minute, .to = "resuscitate"})
                             .add(pathway::Event{.name = "bed found", .until = "see.start", .after = 25 * minute, .to = "ward"});
    CHECK(read(pathway).lines() == Lines{"0:00 0 start see", "0:35 1 event see", "0:35 1 start ward", "0:40 0 event see", "0:40 0 start resuscitate",
                                         "0:50 0 end resuscitate", "2:35 1 end ward"});
}

TEST_CASE("an event takes patients from the work in hand, and whoever waits for the doctor starts") {
    auto const pathway = waiting_room()
                             .add(pathway::Event{.name = "collapses", .from = "see.start", .until = "see", .after = 20 * minute, .to = "resuscitate"})
                             .add(pathway::Event{.name = "never", .until = "see", .after = 9 * hour, .to = "ward"});
    auto const story = read(pathway);
    CHECK(story.lines() == Lines{"0:00 0 start see", "0:20 0 event see", "0:20 1 start see", "0:20 0 start resuscitate", "0:30 0 end resuscitate",
                                 "0:40 1 event see", "0:40 1 start resuscitate", "0:50 1 end resuscitate"});
    // What was done is time worked, though no visit came of it.
    CHECK(story.run.resource_ticks[0] == (40 * minute).ticks());
    CHECK(story.run.visits[0] == 0);
}

TEST_CASE("what is finished at the tick at which an event was due is finished") {
    auto const pathway = waiting_room().add(pathway::Event{.name = "late", .from = "see.start", .until = "see", .after = 60 * minute, .to = "resuscitate"})
                             .add(pathway::Event{.name = "never", .until = "see", .after = 9 * hour, .to = "ward"});
    CHECK(read(pathway).run.happened == std::vector<std::int64_t>{0, 0});
}

TEST_CASE("an event is for some, at a time of their kind, and can end the whole way") {
    auto pathway = waiting_room().add(known("frail")).add(known("ill"))
                       .add(pathway::Event{.name = "goes", .until = "see.start", .after = 3 * hour, .cases = {{"frail", 15 * minute}}, .where = "ill"})
                       .add(pathway::Event{.name = "x", .until = "see", .after = 9 * hour, .to = "resuscitate"})
                       .add(pathway::Event{.name = "y", .until = "see", .after = 9 * hour, .to = "ward"});
    pathway.arrivals[0].trace = {{0 * minute, "frail and ill"}, {1 * minute, "frail and not ill"}, {2 * minute, "frail and ill"}};
    CHECK(read(pathway).lines() == Lines{"0:00 0 start see", "0:17 2 event see", "1:00 1 start see", "1:00 0 end see", "2:00 1 end see"});
}

TEST_CASE("an event that starts anew has a new clock") {
    // The doctor sends the patient back to the delay once; the clock of each delay runs from its own start.
    auto const pathway = Pathway{"twice"}.add(at({0 * minute})).add(staff("doctor")).add(work("see", "doctor", 10 * minute))
                             .add(Delay{.name = "home", .takes = 30 * minute}).add(Delay{.name = "gone", .takes = minute})
                             .add(Route{.from = "see", .to = {{.to = "home", .most = 2}, {.to = "exit"}}})
                             .add(Route{.from = "home", .to = {{"see"}}})
                             .add(pathway::Event{.name = "moves away", .from = "home.start", .until = "home", .after = 31 * minute, .to = "gone"});
    auto const story = read(pathway);
    CHECK(story.run.happened == std::vector<std::int64_t>{0});
    CHECK(story.only(What::start) == Lines{"0:00 0 see", "0:10 0 home", "0:40 0 see", "0:50 0 home", "1:20 0 see"});
}

TEST_CASE("two events of one patient at the same tick: the first in the file happens, and can stop the other") {
    pathway::Event const ward{.name = "a bed is found", .until = "home.arrive", .after = 40 * minute, .to = "ward"},
        home{.name = "went home", .until = "ward.arrive", .after = pathway::empirical({40 * minute, 40 * minute}), .to = "home"};
    auto const pathway = Pathway{"two"}.add(at({0 * minute})).add(Activity{.name = "come"}).add(Delay{.name = "wait", .takes = 2 * hour})
                             .add(Delay{.name = "ward", .takes = minute}).add(Delay{.name = "home", .takes = minute})
                             .add(Route{.from = "come", .to = {{"wait"}}}).add(Route{.from = "wait", .to = {{"exit"}}}).add(Route{.from = "ward", .to = {{"exit"}}});
    CHECK(read(pathway.add(ward).add(home)).only(What::start) == Lines{"0:00 0 come", "0:00 0 wait", "0:40 0 ward"});
    CHECK(read(pathway.add(home).add(ward)).only(What::start) == Lines{"0:00 0 come", "0:00 0 wait", "0:40 0 home"});
}

TEST_CASE("for those who have waited since before the start an event is due at the start at the earliest") {
    auto const pathway = waiting_room().add(pathway::Backlog{.name = "list", .at = "see", .waited = {15 * hour}})
                             .add(pathway::Event{.name = "fetched", .until = "see", .after = 105 * minute, .where = "source = list"})
                             .add(pathway::Event{.name = "x", .until = "see", .after = 9 * hour, .to = "resuscitate"})
                             .add(pathway::Event{.name = "y", .until = "see", .after = 9 * hour, .to = "ward", .where = "source = patients"});
    CHECK(read(pathway).lines() == Lines{"0:00 list 0 start see", "0:00 list 0 event see", "0:00 patients 0 start see", "1:00 patients 1 start see",
                                         "1:00 patients 0 end see", "2:00 patients 1 end see"});
}
