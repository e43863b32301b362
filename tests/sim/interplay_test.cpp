// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include "story.hpp"

using namespace story;

namespace {

/// A nurse takes ten minutes, then the doctor an hour; nobody can wait between them.
Pathway tight(Times const& times)
{
    auto pathway = Pathway{"tight"}.add(at(times)).add(staff("nurse")).add(staff("doctor")).add(work("weigh", "nurse", 10 * minute)).add(work("see", "doctor", hour))
                       .add(Delay{.name = "home", .takes = minute}).add(Route{.from = "weigh", .to = {{"see"}}}).add(Route{.from = "see", .to = {{"exit"}}});
    pathway.activities[1].room = 0;
    return pathway;
}

} // namespace

TEST_CASE("an event takes a blocked patient away, and the nurse they kept serves the next") {
    auto const pathway = tight({0 * minute, 1 * minute, 2 * minute})
                             .add(pathway::Event{.name = "goes home", .from = "weigh", .until = "see.start", .after = 25 * minute, .to = "home"});
    // 1 is weighed at 0:20 and blocks the nurse until 0:45; then 2 is weighed, blocks from 0:55 and starts when the doctor is free.
    auto const story = read(pathway);
    CHECK(story.lines() == Lines{"0:00 0 start weigh", "0:10 0 end weigh", "0:10 0 start see", "0:10 1 start weigh", "0:20 1 end weigh", "0:20 1 block see",
                                 "0:45 1 event see", "0:45 2 start weigh", "0:45 1 start home", "0:46 1 end home", "0:55 2 end weigh", "0:55 2 block see",
                                 "1:10 2 start see", "1:10 0 end see", "2:10 2 end see"});
    CHECK(story.run.resource_ticks[0] == (10 * minute + 35 * minute + 25 * minute).ticks());
}

TEST_CASE("an event takes a patient out of a delay") {
    auto const pathway = Pathway{"delay"}.add(at({0 * minute})).add(Activity{.name = "come"}).add(Delay{.name = "wait", .takes = 2 * hour}).add(Delay{.name = "ward", .takes = minute})
                             .add(Route{.from = "come", .to = {{"wait"}}}).add(Route{.from = "wait", .to = {{"exit"}}})
                             .add(pathway::Event{.name = "admitted", .until = "wait", .after = hour, .to = "ward"});
    CHECK(read(pathway).lines({What::exit}) == Lines{"0:00 0 start come", "0:00 0 end come", "0:00 0 start wait", "1:00 0 event wait", "1:00 0 start ward", "1:01 0 end ward", "1:01 0 exit"});
}

TEST_CASE("who loses patience makes a place in a full room") {
    auto pathway = tight({0 * minute, 1 * minute, 2 * minute, 3 * minute});
    pathway.activities[1].room = 1;
    pathway.activities[1].patience = pathway::Patience{.after = 15 * minute, .to = "home"};
    // 1 joins at 0:20 and leaves at 0:35; 2, blocked since 0:30, joins then, and 3 is weighed.
    CHECK(read(pathway).lines() == Lines{"0:00 0 start weigh", "0:10 0 end weigh", "0:10 0 start see", "0:10 1 start weigh", "0:20 1 end weigh", "0:20 2 start weigh",
                                         "0:30 2 end weigh", "0:30 2 block see", "0:35 1 renege see", "0:35 3 start weigh", "0:35 1 start home", "0:36 1 end home",
                                         "0:45 3 end weigh", "0:45 3 block see", "0:50 2 renege see", "0:50 2 start home", "0:51 2 end home",
                                         "1:05 3 renege see", "1:05 3 start home", "1:06 3 end home", "1:10 0 end see"});
}

TEST_CASE("who is put back keeps the bed of their stay") {
    auto pathway = clinic(at({{0 * minute, "not urgent"}, {10 * minute, "urgent"}}), 40 * minute).add(known("urgent")).add(staff("bed", 2));
    pathway.resources[0].preemption = Preemption::resume;
    pathway.activities[0].priority = {{"urgent", 0}};
    Stay stay{.name = "in bed", .from = "see", .to = "see"};
    stay.uses = {{"bed"}};
    auto const story = read(pathway.add(stay));
    CHECK(story.lines() == Lines{"0:00 0 start see", "0:10 0 put_back see", "0:10 1 start see", "0:50 0 resume see", "0:50 1 end see", "1:20 0 end see"});
    CHECK(story.run.resource_ticks == std::vector<sim::Ticks>{(80 * minute).ticks(), (120 * minute).ticks()});
}

TEST_CASE("at one instant: completion, rota, patience, event, arrival") {
    // The doctor's shift begins at nine. 0 loses patience at nine, but is seen; 1, who comes at nine, finds the doctor busy.
    auto pathway = clinic(at({8 * hour + 40 * minute, 9 * hour}), 10 * minute);
    pathway.resources[0].rota = Rota{{{.from = "09:00", .to = "17:00"}}};
    pathway.activities[0].patience = pathway::Patience{.after = 20 * minute};
    CHECK(read(pathway).lines() == Lines{"9:00 0 start see", "9:10 1 start see", "9:10 0 end see", "9:20 1 end see"});
    // Patience before an event: both are due at 0:30, and the patient has left when the event would come.
    auto two = clinic(at({0 * minute, 10 * minute}), hour).add(Delay{.name = "ward", .takes = minute})
                   .add(pathway::Event{.name = "fetched", .until = "see.start", .after = 20 * minute, .to = "ward"}).add(Route{.from = "see", .to = {{"exit"}}});
    two.activities[0].patience = pathway::Patience{.after = 20 * minute};
    auto const story = read(two);
    CHECK(story.only(What::renege) == Lines{"0:30 1 see"});
    CHECK(story.only(What::event).empty());
    // An event before an arrival: at 0:30 the doctor's patient is taken away, and who comes then is seen at once.
    auto third = clinic(at({0 * minute, 30 * minute}), hour).add(Delay{.name = "ward", .takes = minute}).add(Route{.from = "see", .to = {{"exit"}}})
                     .add(pathway::Event{.name = "fetched", .until = "see", .after = 30 * minute, .to = "ward"});
    CHECK(read(third).only(What::start) == Lines{"0:00 0 see", "0:30 0 ward", "0:30 1 see", "1:00 1 ward"});
}

TEST_CASE("a branch's own stay ends at its join; the parent's lasts") {
    auto arrivals = at({0 * minute, 1 * minute});
    auto scan = work("scan", "radiographer", 10 * minute), blood = work("blood", "nurse", 50 * minute);
    Stay gown{.name = "gown", .from = "scan", .to = "rest"}, chair{.name = "chair", .from = "greet", .to = "see"};
    gown.uses = {{"cabin"}};
    chair.uses = {{"chair"}};
    auto const pathway = Pathway{"branches"}.add(arrivals).add(staff("clerk")).add(staff("radiographer", 2)).add(staff("nurse", 2)).add(staff("doctor")).add(staff("cabin")).add(staff("chair", 2))
                             .add(work("greet", "clerk", minute)).add(scan).add(blood).add(work("rest", "nurse", 5 * minute)).add(work("see", "doctor", 5 * minute))
                             .add(pathway::Fork{.name = "tests", .branches = {"scan", "blood"}, .join = "done"}).add(pathway::Join{.name = "done"})
                             .add(Route{.from = "greet", .to = {{"tests"}}})
                             .add(Route{.from = "scan", .to = {{.to = "rest", .where = "tired"}, {.to = "done"}}}).add(Route{.from = "rest", .to = {{"done"}}})
                             .add(Route{.from = "blood", .to = {{"done"}}}).add(Route{.from = "done", .to = {{"see"}}}).add(known("tired")).add(gown).add(chair);
    // Nobody is tired, so nobody comes to the end of the gown's stay: the cabin is given back when the branch comes to its join, at 0:11,
    // not at 0:51 when all have. The chairs are held from 0:00 to 0:56 and from 0:01 to 1:01.
    auto const story = read(pathway);
    CHECK(story.only(What::start) == Lines{"0:00 0 greet", "0:01 0 scan", "0:01 0 blood", "0:01 1 greet", "0:02 1 blood", "0:11 1 scan", "0:51 0 see", "0:56 1 see"});
    CHECK(story.run.resource_ticks[4] == (20 * minute).ticks());
    CHECK(story.run.resource_ticks[5] == (56 * minute + 60 * minute).ticks());
}
