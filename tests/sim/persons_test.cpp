// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include "story.hpp"

using namespace story;

namespace {

Pathway two_steps(Times const& times, pathway::Use second)
{
    auto again = Activity{.name = "second", .takes = 10 * minute};
    again.uses = {std::move(second)};
    return Pathway{"persons"}.add(at(times)).add(staff("nurse", 2)).add(work("first", "nurse", 10 * minute)).add(again)
        .add(Route{.from = "first", .to = {{"second"}}});
}

} // namespace

TEST_CASE("the same person: who waits for their own nurse is overtaken by those whose nurse is free") {
    // Nurse A takes 0 at 0:00 and 2 at 0:10, nurse B takes 1 at 0:01. At 0:11 B is free for 1 alone; 0 waits for A.
    CHECK(read(two_steps({0 * minute, 1 * minute, 2 * minute}, {.resource = "nurse", .same_as = "first"})).lines() ==
          Lines{"0:00 0 start first", "0:01 1 start first", "0:10 2 start first", "0:10 0 end first", "0:11 1 end first", "0:11 1 start second",
                "0:20 0 start second", "0:20 2 end first", "0:21 1 end second", "0:30 2 start second", "0:30 0 end second", "0:40 2 end second"});
}

TEST_CASE("without it anybody will do: the first to have waited is served first") {
    CHECK(read(two_steps({0 * minute, 1 * minute, 2 * minute}, {.resource = "nurse"})).only(What::start) ==
          Lines{"0:00 0 first", "0:01 1 first", "0:10 2 first", "0:11 0 second", "0:20 1 second", "0:21 2 second"});
}

TEST_CASE("another person: a second reading waits for somebody else, however idle the first reader is") {
    CHECK(read(two_steps({0 * minute, 5 * minute}, {.resource = "nurse", .not_same_as = "first"})).lines() ==
          Lines{"0:00 0 start first", "0:05 1 start first", "0:10 0 end first", "0:15 0 start second", "0:15 1 end first", "0:15 1 start second",
                "0:25 0 end second", "0:25 1 end second"});
    CHECK(read(two_steps({0 * minute, 5 * minute}, {.resource = "nurse"})).only(What::start) ==
          Lines{"0:00 0 first", "0:05 1 first", "0:10 0 second", "0:15 1 second"});
}

TEST_CASE("the same person as one who never did it is anybody") {
    auto pathway = two_steps({0 * minute, 1 * minute}, {.resource = "nurse", .same_as = "first"});
    pathway.activities[0].where = "known";
    pathway = pathway.add(known("known"));
    CHECK(read(pathway).only(What::start) == Lines{"0:00 0 second", "0:01 1 second"});
}
