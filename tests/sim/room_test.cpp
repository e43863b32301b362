// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include "story.hpp"

using namespace story;

namespace {

/// A nurse takes ten minutes, then the doctor thirty; `room` chairs before the doctor.
Pathway tandem(Times const& times, int room)
{
    auto pathway = Pathway{"tandem"}.add(at(times)).add(staff("nurse")).add(staff("doctor"))
                       .add(work("weigh", "nurse", 10 * minute)).add(work("see", "doctor", 30 * minute))
                       .add(Route{.from = "weigh", .to = {{"see"}}});
    pathway.activities[1].room = room;
    return pathway;
}

} // namespace

TEST_CASE("no room before the doctor: the nurse is held until the doctor is free (blocking after service)") {
    auto const story = read(tandem({0 * minute, 1 * minute, 2 * minute}, 0));
    CHECK(story.lines() == Lines{"0:00 0 start weigh", "0:10 0 end weigh", "0:10 0 start see", "0:10 1 start weigh", "0:20 1 end weigh", "0:20 1 block see",
                                 "0:40 1 start see", "0:40 2 start weigh", "0:40 0 end see", "0:50 2 end weigh", "0:50 2 block see",
                                 "1:10 2 start see", "1:10 1 end see", "1:40 2 end see"});
    // The nurse is held from 0:00 to 0:10, 0:10 to 0:40 and 0:40 to 1:10.
    CHECK(story.run.resource_ticks[0] == (70 * minute).ticks());
    // A wait before the doctor counts from when it began, outside: 0, 20 and 20 minutes.
    CHECK(story.run.queues[1].times.greatest() == (20 * minute).ticks());
}

TEST_CASE("one chair before the doctor: one waits there, the next keeps the nurse until the chair is free") {
    auto const story = read(tandem({0 * minute, 1 * minute, 2 * minute, 3 * minute}, 1));
    CHECK(story.lines() == Lines{"0:00 0 start weigh", "0:10 0 end weigh", "0:10 0 start see", "0:10 1 start weigh",
                                 "0:20 1 end weigh", "0:20 2 start weigh", "0:30 2 end weigh", "0:30 2 block see",
                                 "0:40 1 start see", "0:40 3 start weigh", "0:40 0 end see", "0:50 3 end weigh", "0:50 3 block see",
                                 "1:10 2 start see", "1:10 1 end see", "1:40 3 start see", "1:40 2 end see", "2:10 3 end see"});
}

TEST_CASE("who has come from outside waits outside, holding nothing") {
    auto pathway = clinic(at({0 * minute, 1 * minute, 2 * minute}));
    pathway.activities[0].room = 1;
    auto const story = read(pathway);
    CHECK(story.lines() == Lines{"0:00 0 start see", "0:02 2 block see", "0:30 1 start see", "0:30 0 end see", "1:00 2 start see", "1:00 1 end see", "1:30 2 end see"});
}

TEST_CASE("a full room with a rule of length: who would be blocked goes elsewhere, and the nurse is free") {
    auto pathway = tandem({0 * minute, 1 * minute, 2 * minute, 3 * minute}, 1);
    pathway.activities[1].balk = {{.length = 1}};
    CHECK(read(pathway).lines() == Lines{"0:00 0 start weigh", "0:10 0 end weigh", "0:10 0 start see", "0:10 1 start weigh",
                                         "0:20 1 end weigh", "0:20 2 start weigh", "0:30 2 end weigh", "0:30 2 balk see", "0:30 3 start weigh",
                                         "0:40 1 start see", "0:40 0 end see", "0:40 3 end weigh", "1:10 3 start see", "1:10 1 end see", "1:40 3 end see"});
}

TEST_CASE("a room without a limit never blocks") {
    auto pathway = tandem({0 * minute, 1 * minute, 2 * minute}, 0);
    pathway.activities[1].room.reset();
    auto const story = read(pathway);
    CHECK(story.only(What::block).empty());
    CHECK(story.only(What::start) == Lines{"0:00 0 weigh", "0:10 1 weigh", "0:10 0 see", "0:20 2 weigh", "0:40 1 see", "1:10 2 see"});
}
