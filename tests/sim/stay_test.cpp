// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include "story.hpp"

using namespace story;

namespace {

/// Admission, two hours in bed, discharge: the bed is held from the first to the last.
Pathway ward(Times const& times, int beds)
{
    Stay bed{.name = "in bed", .from = "admit", .to = "discharge"};
    bed.uses = {{"bed"}};
    return Pathway{"ward"}.add(at(times)).add(staff("bed", beds)).add(staff("doctor", 2))
        .add(work("admit", "doctor", 10 * minute)).add(Delay{.name = "rest", .takes = 2 * hour}).add(work("discharge", "doctor", 5 * minute))
        .add(Route{.from = "admit", .to = {{"rest"}}}).add(Route{.from = "rest", .to = {{"discharge"}}}).add(bed);
}

} // namespace

TEST_CASE("a bed is taken together with the doctor who admits, and held until the discharge is done") {
    auto const story = read(ward({0 * minute, 60 * minute}, 1));
    CHECK(story.only(What::start) == Lines{"0:00 0 admit", "0:10 0 rest", "2:10 0 discharge", "2:15 1 admit", "2:25 1 rest", "4:25 1 discharge"});
    CHECK(story.run.resource_ticks[0] == (4 * hour + 30 * minute).ticks());
    CHECK(story.run.resource_ticks[1] == (30 * minute).ticks());
}

TEST_CASE("with a second bed nobody waits") {
    CHECK(read(ward({0 * minute, 60 * minute}, 2)).only(What::start) ==
          Lines{"0:00 0 admit", "0:10 0 rest", "1:00 1 admit", "1:10 1 rest", "2:10 0 discharge", "3:10 1 discharge"});
}

TEST_CASE("who leaves before the discharge gives the bed back on leaving") {
    auto pathway = ward({0 * minute, 60 * minute}, 1).add(known("goes home"));
    pathway.arrivals[0].trace[0].is = "goes home";
    pathway.arrivals[0].trace[1].is = "not goes home";
    pathway.routes[1].to = {{.to = "exit", .where = "goes home"}, {.to = "discharge"}};
    CHECK(read(pathway).only(What::start) == Lines{"0:00 0 admit", "0:10 0 rest", "2:10 1 admit", "2:20 1 rest", "4:20 1 discharge"});
}

TEST_CASE("a stay keeps the bed that was taken, though another was preferred") {
    auto pathway = ward({0 * minute, 60 * minute, 2 * hour}, 1).add(staff("trolley"));
    pathway.stays[0].uses[0].instead = {{"trolley"}};
    auto const story = read(pathway);
    CHECK(story.only(What::start) == Lines{"0:00 0 admit", "0:10 0 rest", "1:00 1 admit", "1:10 1 rest", "2:10 0 discharge", "2:15 2 admit",
                                           "2:25 2 rest", "3:10 1 discharge", "4:25 2 discharge"});
    CHECK(story.run.resource_ticks[0] == (4 * hour + 30 * minute).ticks());
    CHECK(story.run.resource_ticks[2] == (2 * hour + 15 * minute).ticks());
}

TEST_CASE("a bed that is held is kept when beds are taken out of use, even by work that needs nothing else") {
    Stay bed{.name = "in bed", .from = "rest", .to = "rest"};
    bed.uses = {{"bed"}};
    auto pathway = Pathway{"ward"}.add(at({0 * minute, 50 * minute, 100 * minute})).add(staff("bed", 2)).add(Activity{.name = "rest", .takes = 2 * hour}).add(bed)
        .add(pathway::Downtime{.name = "closed", .resources = {"bed"}, .every = hour, .lasts = 3 * hour});
    // Both in bed at one o'clock stay there; the third waits until the ward opens again at four.
    CHECK(read(pathway).lines() == Lines{"0:00 0 start rest", "0:50 1 start rest", "2:00 0 end rest", "2:50 1 end rest", "4:00 2 start rest", "6:00 2 end rest"});
}

namespace {

/// A review that nobody need do, with a bed from the admission to the discharge: the review sends a patient back to the admission.
Pathway reviewed(std::string const& until, int room = -1)
{
    Stay bed{.name = "in bed", .from = "admit", .to = until};
    bed.uses = {{"bed"}};
    auto pathway = Pathway{"ward"}.add(at({0 * minute, 60 * minute})).add(staff("bed")).add(staff("doctor")).add(known("again"))
        .add(Activity{.name = "admit", .takes = 10 * minute}).add(work("review", "doctor", 20 * minute))
        .add(Activity{.name = "discharge", .takes = 5 * minute})
        .add(Route{.from = "admit", .to = {{"review"}}})
        .add(Route{.from = "review", .to = {{.to = "admit", .where = "again", .most = 1}, {"discharge"}}}).add(bed);
    pathway.arrivals[0].trace[0].is = "again";
    if (room >= 0) pathway.activities[1].room = room;
    return pathway;
}

} // namespace

TEST_CASE("who returns to the admission with the bed needs nothing there, and the work takes its time without a server") {
    auto const story = read(reviewed("discharge"));
    CHECK(story.only(What::start) == Lines{"0:00 0 admit", "0:10 0 review", "0:30 0 admit", "0:40 0 review", "1:00 0 discharge",
                                           "1:05 1 admit", "1:15 1 review", "1:35 1 discharge"});
    CHECK(story.run.resource_ticks[0] == (65 * minute + 35 * minute).ticks());
}

TEST_CASE("so it is where the pathway has no other step at which time merely passes") {
    auto pathway = reviewed("admit");
    pathway.activities.pop_back();
    pathway.routes[1].to = {{.to = "admit", .where = "again", .most = 1}, {"exit"}};
    pathway = pathway.add(pathway::Event{.name = "sent back", .after = 5 * minute, .to = "review", .where = "again"});
    // The event takes the first patient from the admission, whose end would have given the bed back; so it is held on.
    CHECK(read(pathway).only(What::start) == Lines{"0:00 0 admit", "0:05 0 review", "0:25 0 admit", "0:35 0 review", "1:00 1 admit", "1:10 1 review"});
}

TEST_CASE("a stay of one step is taken and given back each time") {
    auto pathway = reviewed("admit");
    pathway.arrivals[0].trace[1].at = 25 * minute;
    auto const story = read(pathway);
    CHECK(story.only(What::start) == Lines{"0:00 0 admit", "0:10 0 review", "0:25 1 admit", "0:35 0 admit", "0:35 1 review", "0:55 0 review",
                                           "0:55 1 discharge", "1:15 0 discharge"});
    CHECK(story.run.resource_ticks[0] == (30 * minute).ticks());
}

TEST_CASE("who is blocked after a stay of one step holds nothing") {
    auto pathway = reviewed("admit", 0);
    for (auto& patient : pathway.arrivals[0].trace) patient = {};
    pathway.arrivals[0].trace.push_back({});
    auto const story = read(pathway);
    CHECK(story.only(What::start) == Lines{"0:00 0 admit", "0:10 1 admit", "0:10 0 review", "0:20 2 admit", "0:30 1 review", "0:30 0 discharge",
                                           "0:50 2 review", "0:50 1 discharge", "1:10 2 discharge"});
    CHECK(story.run.resource_ticks[0] == (30 * minute).ticks());
}
