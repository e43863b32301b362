// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include "story.hpp"

using namespace story;

namespace {

/// A doctor whose work for one patient may be broken off for one of a lower level.
Pathway ward(std::vector<pathway::TracePatient> rows, Preemption rule, pathway::TimeDistribution takes = 40 * minute, int doctors = 1)
{
    auto pathway = clinic(at(std::move(rows)), std::move(takes)).add(known("urgent")).add(known("soon"));
    pathway.resources[0].rota = Rota::always(doctors);
    pathway.resources[0].preemption = rule;
    pathway.activities[0].priority = {{"urgent", 0}, {"soon", 50}};
    return pathway;
}

auto const routine_then_urgent = std::vector<pathway::TracePatient>{{0 * minute, "not urgent and not soon"}, {10 * minute, "urgent and not soon"}};

/// A film that is still being read when the shift ends at 10:00.
Pathway evening(EndOfShift rule, pathway::TimeDistribution takes)
{
    auto pathway = clinic(at({9 * hour + 40 * minute}), std::move(takes));
    pathway.resources[0].rota = Rota{{{.from = "09:00", .to = "10:00"}}};
    pathway.resources[0].end_of_shift = rule;
    return pathway;
}

sim::Ticks last(Story const& story, What what, std::int64_t patient)
{
    sim::Ticks time = -1;
    for (auto const& row : story.trace)
        if (row.what == what && row.patient == patient) time = row.time;
    return time;
}

} // namespace

TEST_CASE("without pre-emption the urgent wait for the end of what is in hand") {
    CHECK(read(ward(routine_then_urgent, Preemption::none)).lines() ==
          Lines{"0:00 0 start see", "0:40 1 start see", "0:40 0 end see", "1:20 1 end see"});
}

TEST_CASE("pre-emption with resume: the urgent start at once, and only what was left is done afterwards") {
    auto const story = read(ward(routine_then_urgent, Preemption::resume));
    CHECK(story.lines() == Lines{"0:00 0 start see", "0:10 0 put_back see", "0:10 1 start see", "0:50 0 resume see", "0:50 1 end see", "1:20 0 end see"});
    CHECK(story.run.resource_ticks[0] == (80 * minute).ticks());
}

TEST_CASE("pre-emption with repeat_identical: the whole time again, and what was done is lost") {
    auto const story = read(ward(routine_then_urgent, Preemption::repeat_identical));
    CHECK(story.lines() == Lines{"0:00 0 start see", "0:10 0 put_back see", "0:10 1 start see", "0:50 0 resume see", "0:50 1 end see", "1:30 0 end see"});
    CHECK(story.run.resource_ticks[0] == (90 * minute).ticks());
}

TEST_CASE("pre-emption with repeat_different: a new time, where repeat_identical has the old one") {
    auto const takes = pathway::uniform(30 * minute, 60 * minute);
    auto const whole = [&](Preemption rule) {
        auto const story = read(ward(routine_then_urgent, rule, takes));
        return last(story, What::end, 0) - last(story, What::resume, 0);
    };
    auto const resumed = whole(Preemption::resume) + (10 * minute).ticks();
    CHECK(whole(Preemption::repeat_identical) == resumed);
    auto const anew = whole(Preemption::repeat_different);
    CHECK(anew != resumed);
    CHECK(anew >= (30 * minute).ticks());
    CHECK(anew <= (60 * minute).ticks());
}

TEST_CASE("nobody is taken from a patient of the same level") {
    CHECK(read(ward({{0 * minute, "urgent and not soon"}, {10 * minute, "urgent and not soon"}}, Preemption::resume)).only(What::put_back).empty());
}

TEST_CASE("of two at work the one of the higher level is put back, though the other began last") {
    CHECK(read(ward({{0 * minute, "not urgent and not soon"}, {5 * minute, "soon and not urgent"}, {10 * minute, "urgent and not soon"}},
                    Preemption::resume, 40 * minute, 2)).lines() ==
          Lines{"0:00 0 start see", "0:05 1 start see", "0:10 0 put_back see", "0:10 2 start see", "0:45 0 resume see", "0:45 1 end see", "0:50 2 end see", "1:15 0 end see"});
}

TEST_CASE("of two of one level the one who began last is put back, and stands before all others of that level") {
    auto const story = read(ward({{0 * minute, "not urgent and not soon"}, {5 * minute, "not urgent and not soon"},
                                  {6 * minute, "not urgent and not soon"}, {10 * minute, "urgent and not soon"}},
                                 Preemption::resume, 40 * minute, 2));
    CHECK(story.lines() == Lines{"0:00 0 start see", "0:05 1 start see", "0:10 1 put_back see", "0:10 3 start see", "0:40 1 resume see", "0:40 0 end see",
                                 "0:50 2 start see", "0:50 3 end see", "1:15 1 end see", "1:30 2 end see"});
}

TEST_CASE("servers that a put-back patient also held serve others at once") {
    auto pathway = ward(routine_then_urgent, Preemption::resume);
    pathway = pathway.add(staff("room"));
    pathway.activities[0].where = "not urgent";
    pathway.activities[0].uses.push_back({"room"});
    auto urgent = work("crash call", "doctor", 20 * minute);
    urgent.priority = {{"urgent", 0}};
    urgent.where = "urgent";
    auto clean = at({5 * minute}, "cleaner");
    clean.to = "clean";
    pathway = pathway.add(urgent).add(clean).add(work("clean", "room", 15 * minute))
                  .add(Route{.from = "see", .to = {{"crash call"}}}).add(Route{.from = "crash call", .to = {{"exit"}}});
    CHECK(read(pathway).lines() == Lines{"0:00 patients 0 start see", "0:10 patients 0 put_back see", "0:10 patients 1 start crash call",
                                         "0:10 cleaner 0 start clean", "0:25 cleaner 0 end clean", "0:30 patients 0 resume see",
                                         "0:30 patients 1 end crash call", "1:00 patients 0 end see"});
}

TEST_CASE("the end of a shift: work in hand is finished in overtime") {
    CHECK(read(evening(EndOfShift::finish, 30 * minute)).lines() == Lines{"9:40 0 start see", "10:10 0 end see"});
}

TEST_CASE("the end of a shift: work is resumed at the next, with what was left") {
    CHECK(read(evening(EndOfShift::resume, 30 * minute)).lines() ==
          Lines{"9:40 0 start see", "10:00 0 put_back see", "Tue 9:00 0 resume see", "Tue 9:10 0 end see"});
}

TEST_CASE("the end of a shift: work is done again, with the same time or a new one") {
    CHECK(read(evening(EndOfShift::repeat_identical, 30 * minute)).lines() ==
          Lines{"9:40 0 start see", "10:00 0 put_back see", "Tue 9:00 0 resume see", "Tue 9:30 0 end see"});
    auto const story = read(evening(EndOfShift::repeat_different, pathway::uniform(21 * minute, 50 * minute)));
    auto const same = read(evening(EndOfShift::repeat_identical, pathway::uniform(21 * minute, 50 * minute)));
    CHECK(story.only(What::resume) == same.only(What::resume));
    CHECK(last(story, What::end, 0) != last(same, What::end, 0));
}
