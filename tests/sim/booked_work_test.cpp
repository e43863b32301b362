// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include "story.hpp"

using namespace story;

namespace {

/// A theatre list on Tuesdays and Wednesdays, two slots of an hour from 9:00; recovery takes until the next day, in a bed.
Pathway theatre(Times const& times, int beds, units::Duration recovery = 20 * hour)
{
    pathway::Session list{.name = "theatre", .resource = "surgeon", .slot = hour};
    list.lists = {{.days = "Tue Wed", .from = "09:00", .slots = 2}};
    Stay bed{.name = "in bed", .from = "operate", .to = "recover"};
    bed.uses = {{"bed"}};
    auto pathway = Pathway{"elective"}.add(at(times)).add(Resource{.name = "surgeon"}).add(staff("bed", beds)).add(std::move(list))
        .add(Activity{.name = "operate", .session = "theatre", .takes = 45 * minute}).add(Activity{.name = "recover", .takes = recovery})
        .add(Route{.from = "operate", .to = {{"recover"}}}).add(std::move(bed));
    pathway.overload_allowed = true;
    return pathway;
}

/// The same list without beds, and an anaesthetist who is there as a rota says.
Pathway with_anaesthetist(Times const& times, pathway::Rota rota)
{
    auto pathway = theatre(times, 1, minute);
    pathway.stays.clear();
    pathway.resources[1] = Resource{.name = "anaesthetist", .rota = std::move(rota)};
    pathway.activities[0].uses = {{"anaesthetist"}};
    return pathway;
}

Times monday(int patients)
{
    Times times;
    for (int k = 0; k < patients; ++k) times.push_back(8 * hour + k * minute);
    return times;
}

} // namespace

TEST_CASE("an operation takes a bed with its slot; without a free bed the slot stays empty and the patient is put off") {
    auto const story = read(theatre(monday(2), 1));
    // The only bed is free again at 5:45 on Wednesday.
    CHECK(story.lines() == Lines{"Tue 9:00 0 start operate", "Tue 9:45 0 end operate", "Tue 9:45 0 start recover", "Tue 10:00 1 put_off operate",
                                 "Wed 5:45 0 end recover", "Wed 9:00 1 start operate", "Wed 9:45 1 end operate", "Wed 9:45 1 start recover",
                                 "Thu 5:45 1 end recover"});
    CHECK(story.run.put_off[0] == 1);
    CHECK(story.run.resource_ticks[1] == 2 * (20 * hour + 45 * minute).ticks());
}

TEST_CASE("with a bed for each nobody is put off") {
    auto const story = read(theatre(monday(2), 2));
    CHECK(story.only(What::start) == Lines{"Tue 9:00 0 operate", "Tue 9:45 0 recover", "Tue 10:00 1 operate", "Tue 10:45 1 recover"});
    CHECK(story.run.put_off[0] == 0);
}

TEST_CASE("a slot that one patient cannot have for want of a bed goes to the next who needs none, and nobody is put off") {
    auto pathway = theatre(monday(3), 1);
    auto arrivals = at({{.at = 8 * hour}, {.at = 8 * hour + minute}, {.at = 8 * hour + 2 * minute, .is = "day case"}});
    pathway.arrivals[0].trace = arrivals.trace;
    pathway.attributes.push_back(known("day case"));
    pathway.activities.push_back({.name = "day surgery", .session = "theatre", .takes = 30 * minute});
    pathway.activities.push_back({.name = "triage"});
    pathway.first = "triage";
    pathway.routes.push_back({.from = "triage", .to = {{.to = "day surgery", .where = "day case"}, {.to = "operate"}}});
    auto const story = read(pathway);
    CHECK(story.only(What::start) == Lines{"8:00 0 triage", "8:01 1 triage", "8:02 2 triage", "Tue 9:00 0 operate", "Tue 9:45 0 recover",
                                           "Tue 10:00 2 day surgery", "Wed 9:00 1 operate", "Wed 9:45 1 recover"});
    CHECK(story.only(What::put_off).empty());
}

TEST_CASE("the bed is taken at the slot, though the list runs late") {
    auto pathway = theatre(monday(3), 2);
    pathway.activities[0].takes = 90 * minute;
    auto const story = read(pathway);
    // The second operation begins at 10:30, but its patient has the bed from 10:00 on.
    CHECK(story.only(What::start) == Lines{"Tue 9:00 0 operate", "Tue 10:30 1 operate", "Tue 10:30 0 recover", "Tue 12:00 1 recover",
                                           "Wed 9:00 2 operate", "Wed 10:30 2 recover"});
    CHECK(story.run.resource_ticks[1] == (21 * hour + 30 * minute + 22 * hour + 21 * hour + 30 * minute).ticks());
}

TEST_CASE("somebody of a rota is needed beside the list: only the slots at which they are there are used") {
    auto const story = read(with_anaesthetist(monday(3), {.shifts = {{.days = "Tue", .from = "09:30", .to = "12:00"}, {.days = "Wed", .from = "08:00", .to = "12:00"}}}));
    CHECK(story.lines({}) == Lines{"Tue 9:00 0 put_off operate", "Tue 10:00 0 start operate", "Tue 10:45 0 end operate", "Tue 10:45 0 start recover",
                                   "Tue 10:46 0 end recover", "Wed 9:00 1 start operate", "Wed 9:45 1 end operate", "Wed 9:45 1 start recover",
                                   "Wed 9:46 1 end recover", "Wed 10:00 2 start operate", "Wed 10:45 2 end operate", "Wed 10:45 2 start recover", "Wed 10:46 2 end recover"});
    CHECK(story.run.resource_ticks[1] == 3 * (45 * minute).ticks());
    CHECK(story.run.resource_ticks[0] == 3 * (45 * minute).ticks());
}

TEST_CASE("who is with a patient of a list is not taken away, neither by a higher level nor at the end of the shift") {
    auto pathway = with_anaesthetist({8 * hour}, {.shifts = {{.days = "Tue", .from = "08:00", .to = "09:20"}, {.days = "Wed", .from = "08:00", .to = "12:00"}}});
    pathway.resources[1].preemption = Preemption::resume;
    pathway.resources[1].end_of_shift = EndOfShift::resume;
    pathway.arrivals.push_back(at({day + 9 * hour + 10 * minute}, "emergencies"));
    pathway.arrivals[1].to = "resuscitate";
    auto emergency = work("resuscitate", "anaesthetist", 20 * minute);
    emergency.priority = {{"source = emergencies", 1}};
    pathway = pathway.add(emergency);
    auto const story = read(pathway);
    CHECK(story.only(What::start) == Lines{"Tue 9:00 patients 0 operate", "Tue 9:45 patients 0 recover", "Wed 8:00 emergencies 0 resuscitate"});
    CHECK(story.only(What::put_back).empty());
}

TEST_CASE("who waits for a bed is served as soon as an operation has given it back") {
    auto pathway = theatre({8 * hour}, 1);
    pathway.stays[0].to = "operate";
    pathway.arrivals.push_back(at({day + 9 * hour + 5 * minute}, "emergencies"));
    pathway.arrivals[1].to = "admit";
    pathway = pathway.add(work("admit", "bed", hour));
    CHECK(read(pathway).only(What::start) == Lines{"Tue 9:00 patients 0 operate", "Tue 9:45 emergencies 0 admit", "Tue 9:45 patients 0 recover"});
}

TEST_CASE("the work of a list takes longer by another's hand, and the same person may be wanted after it") {
    auto pathway = with_anaesthetist(monday(2), pathway::Rota::always(1));
    pathway.resources.push_back(staff("trainee"));
    pathway.activities[0].uses[0].instead = {{"trainee", 2.0}};
    auto visit = work("visit", "anaesthetist", 10 * minute);
    visit.uses[0].same_as = "operate";
    pathway = pathway.add(visit).add(Route{.from = "recover", .to = {{"visit"}}});
    pathway.arrivals.push_back(at({day + 8 * hour + 30 * minute}, "others"));
    pathway.arrivals[1].to = "round";
    pathway = pathway.add(work("round", "anaesthetist", 75 * minute));
    // From 8:30 to 9:45 the anaesthetist is on a round: the trainee takes 90 minutes for the first, and as the list runs late goes on with it.
    CHECK(read(pathway).only(What::start) == Lines{"Tue 8:30 others 0 round", "Tue 9:00 patients 0 operate", "Tue 10:30 patients 1 operate",
                                                   "Tue 10:30 patients 0 recover", "Tue 10:31 patients 0 visit", "Tue 12:00 patients 1 recover", "Tue 12:01 patients 1 visit"});
    CHECK(read(pathway).run.resource_ticks[4] == (180 * minute).ticks()); // the trainee's, for patients
}

TEST_CASE("an event on the table gives back what was taken for the work, and keeps the stay until its end") {
    auto pathway = theatre({8 * hour, day + 9 * hour + 15 * minute}, 2);
    pathway.resources.push_back(staff("anaesthetist"));
    pathway.activities[0].uses = {{"anaesthetist"}};
    pathway = pathway.add(pathway::Event{.name = "arrest", .from = "operate.start", .until = "operate", .after = 20 * minute, .to = "recover"});
    auto const story = read(pathway);
    CHECK(story.lines() == Lines{"Tue 9:00 0 start operate", "Tue 9:20 0 event operate", "Tue 9:20 0 start recover", "Tue 10:00 1 start operate",
                                 "Tue 10:20 1 event operate", "Tue 10:20 1 start recover", "Wed 5:20 0 end recover", "Wed 6:20 1 end recover"});
    CHECK(story.run.resource_ticks[2] == 2 * (20 * minute).ticks());
    CHECK(story.run.resource_ticks[1] == 2 * (20 * hour + 20 * minute).ticks());
}

TEST_CASE("a stay may begin at a meeting") {
    auto pathway = theatre(monday(3), 1);
    pathway.sessions.clear();
    pathway.activities[0].session.clear();
    pathway.activities[0].batch = pathway::Batch{.days = "Tue Wed", .at = "09:00"};
    auto const story = read(pathway);
    CHECK(story.only(What::start) == Lines{"Tue 9:00 0 operate", "Tue 9:45 0 recover", "Wed 9:00 1 operate", "Wed 9:45 1 recover", "Tue+1 9:00 2 operate", "Tue+1 9:45 2 recover"});
    CHECK(story.run.put_off[0] == 3);
}

TEST_CASE("while a list runs late its team goes on from patient to patient: no slot is lost, and nobody else gets them in between") {
    auto pathway = with_anaesthetist(monday(3), pathway::Rota::always(1));
    pathway.sessions[0].lists[0].slots = 3;
    pathway.activities[0].takes = 70 * minute;
    pathway.arrivals.push_back(at({day + 9 * hour + 30 * minute}, "emergencies"));
    pathway.arrivals[1].to = "resuscitate";
    pathway = pathway.add(work("resuscitate", "anaesthetist", 20 * minute));
    auto const story = read(pathway);
    CHECK(story.only(What::start) == Lines{"Tue 9:00 patients 0 operate", "Tue 10:10 patients 1 operate", "Tue 10:10 patients 0 recover", "Tue 11:20 patients 2 operate",
                                           "Tue 11:20 patients 1 recover", "Tue 12:30 emergencies 0 resuscitate", "Tue 12:30 patients 2 recover"});
    CHECK(story.only(What::put_off).empty());
    CHECK(story.run.resource_ticks[2] == 3 * (70 * minute).ticks());    // from each one's start on, though the slots were earlier
}

TEST_CASE("who is to have the team next and is taken away leaves it to the one after") {
    auto pathway = with_anaesthetist(monday(3), pathway::Rota::always(1));
    pathway.sessions[0].lists[0] = {.days = "Tue", .from = "09:00", .slots = 3, .overbooked = 3};
    pathway.activities[0].takes = 45 * minute;
    pathway.arrivals[0].trace[1].is = "frail";
    pathway = pathway.add(known("frail")).add(pathway::Event{.name = "worse", .from = "arrival", .until = "operate", .after = day + hour + 10 * minute, .to = "recover", .where = "frail"});
    auto const story = read(pathway);
    // The first slot is given to two, the second to the third: the second patient is taken away at 9:11, before their turn at 9:45.
    CHECK(story.lines({What::start}) == Lines{"Tue 9:00 0 start operate", "Tue 9:45 1 start operate", "Tue 9:11 1 event operate", "Tue 9:11 1 start recover", "Tue 9:12 1 end recover",
                                              "Tue 9:45 0 end operate", "Tue 9:45 0 start recover", "Tue 9:46 0 end recover", "Tue 10:30 2 start operate", "Tue 11:15 2 end operate",
                                              "Tue 11:15 2 start recover", "Tue 11:16 2 end recover"});
    CHECK(story.run.resource_ticks[1] > 0);
}

TEST_CASE("two lists share an anaesthetist: the second list loses the slots at which the first has them") {
    auto pathway = with_anaesthetist(monday(3), pathway::Rota::always(1));
    pathway::Session other{.name = "other", .slot = hour};
    other.lists = {{.days = "Tue", .from = "09:30", .slots = 2}};
    pathway = pathway.add(other).add(known("other")).add(Activity{.name = "see", .takes = 0 * minute}).add(Activity{.name = "scope", .uses = {{"anaesthetist"}}, .session = "other", .takes = 20 * minute});
    pathway.first = "see";
    pathway.arrivals[0].trace[2].is = "other";
    pathway.routes.push_back({.from = "see", .to = {{.to = "scope", .where = "other"}, {.to = "operate"}}});
    auto const story = read(pathway);
    CHECK(story.only(What::put_off) == Lines{"Tue 9:30 2 scope", "Tue 10:30 2 scope"});
    CHECK(story.run.put_off[3] == 2);
}
