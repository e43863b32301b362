// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include "story.hpp"

using namespace story;

namespace {

/// Tuesdays at 9:00, three slots of twenty minutes.
Pathway tuesdays(Arrivals arrivals, pathway::TimeDistribution takes, int overbooked = 0)
{
    pathway::Session list{.name = "list", .resource = "doctor", .slot = 20 * minute};
    list.lists = {{.days = "Tue", .from = "09:00", .slots = 3, .overbooked = overbooked}};
    auto pathway = Pathway{"clinic"}.add(std::move(arrivals)).add(Resource{.name = "doctor"}).add(std::move(list))
                       .add(Activity{.name = "see", .session = "list", .takes = std::move(takes)});
    pathway.overload_allowed = true; // a trace of a day is judged as if it came every week
    return pathway;
}

Times monday(int patients)
{
    Times times;
    for (int k = 0; k < patients; ++k) times.push_back(8 * hour + k * minute);
    return times;
}

/// A ward round at nine, eleven and one o'clock on Mondays and Tuesdays.
Pathway round(Times const& times, int least, int cap = 0)
{
    auto visit = Activity{.name = "round", .takes = 5 * minute};
    visit.batch = pathway::Batch{.days = "Mon Tue", .at = "09:00", .every = 2 * hour, .until = "15:00", .least = least, .cap = cap};
    return Pathway{"round"}.add(at(times)).add(visit);
}

} // namespace

TEST_CASE("a clinic list: a slot each, in order of referral; who finds the list full comes a week later") {
    CHECK(read(tuesdays(at(monday(4)), 15 * minute)).lines() ==
          Lines{"Tue 9:00 0 start see", "Tue 9:15 0 end see", "Tue 9:20 1 start see", "Tue 9:35 1 end see", "Tue 9:40 2 start see", "Tue 9:55 2 end see",
                "Tue+1 9:00 3 start see", "Tue+1 9:15 3 end see"});
}

TEST_CASE("a clinic that runs late sees one after the other: lateness is carried down the list") {
    CHECK(read(tuesdays(at(monday(3)), 25 * minute)).only(What::start) == Lines{"Tue 9:00 0 see", "Tue 9:25 1 see", "Tue 9:50 2 see"});
}

TEST_CASE("the shortest notice: a referral within it has to wait for the next list") {
    auto pathway = tuesdays(at({8 * hour, 9 * hour + 21 * minute}), 15 * minute);
    pathway.sessions[0].lead = day;
    // The slots at 9:00, 9:20 and 9:40 on Tuesday: 24 hours after Monday 9:21 only the last is far enough away.
    CHECK(read(pathway).only(What::start) == Lines{"Tue 9:00 0 see", "Tue 9:40 1 see"});
}

TEST_CASE("overbooking: the first slot is given twice, and the second of the two is seen after the first") {
    CHECK(read(tuesdays(at(monday(4)), 15 * minute, 1)).only(What::start) == Lines{"Tue 9:00 0 see", "Tue 9:15 1 see", "Tue 9:30 2 see", "Tue 9:45 3 see"});
}

TEST_CASE("who does not come loses the slot, is booked again once, and is sent away after that") {
    auto arrivals = at(monday(3));
    arrivals.trace[0].is = "forgets", arrivals.trace[1].is = "not forgets", arrivals.trace[2].is = "not forgets";
    auto pathway = tuesdays(arrivals, 15 * minute).add(known("forgets")).add(Delay{.name = "letter", .takes = day});
    pathway.activities[0].no_show = pathway::NoShow{.missed = {.p = 0.0, .cases = {{"forgets", 1.0}}}, .rebooked = 1, .to = "letter"};
    pathway = pathway.add(Route{.from = "see", .to = {{"exit"}}});
    auto const story = read(pathway);
    // 9:00 is lost; 9:20 and 9:40 go to the others, who stand before the one booked again; that one misses the next list, too.
    CHECK(story.lines() == Lines{"Tue 9:00 0 missed see", "Tue 9:20 1 start see", "Tue 9:35 1 end see", "Tue 9:40 2 start see", "Tue 9:55 2 end see",
                                 "Tue+1 9:00 0 missed see", "Tue+1 9:00 0 start letter", "Wed+1 9:00 0 end letter"});
    CHECK(story.run.missed[0] == 2);
}

TEST_CASE("a cancelled slot goes to the next in the queue at once") {
    auto arrivals = at(monday(3));
    arrivals.trace[0].is = "cancels", arrivals.trace[1].is = "not cancels", arrivals.trace[2].is = "not cancels";
    auto pathway = tuesdays(arrivals, 15 * minute).add(known("cancels"));
    pathway.activities[0].no_show = pathway::NoShow{.missed = {}, .cancelled = {.p = 0.0, .cases = {{"cancels", 1.0}}}};
    CHECK(read(pathway).lines({What::exit}) == Lines{"Tue 9:00 0 missed see", "Tue 9:00 0 exit", "Tue 9:00 1 start see", "Tue 9:15 1 end see", "Tue 9:15 1 exit",
                                                     "Tue 9:20 2 start see", "Tue 9:35 2 end see", "Tue 9:35 2 exit"});
}

TEST_CASE("a round is held at its cadence until the end of its day, and then on the next day") {
    CHECK(read(round({8 * hour, 9 * hour + minute, 12 * hour, 14 * hour}, 1)).only(What::start) == Lines{"9:00 0 round", "11:00 1 round", "13:00 2 round", "Tue 9:00 3 round"});
}

TEST_CASE("a meeting that is held for two or more waits until two can come") {
    CHECK(read(round({8 * hour, 9 * hour + minute, 12 * hour, 14 * hour}, 2)).only(What::start) == Lines{"11:00 0 round", "11:05 1 round", "Tue 9:00 2 round", "Tue 9:05 3 round"});
}

TEST_CASE("a cap: the round takes two, the third waits for the next") {
    CHECK(read(round({7 * hour, 7 * hour, 7 * hour}, 1, 2)).only(What::start) == Lines{"9:00 0 round", "9:05 1 round", "11:00 2 round"});
}

TEST_CASE("appointments: patients come at their slots, some early and some late, and no-shows not at all") {
    auto const come = [](pathway::Appointments lists) {
        lists.slot = 20 * minute;
        lists.lists = {{.days = "Tue", .from = "09:00", .slots = 3, .overbooked = 1}};
        auto pathway = clinic(Arrivals{.appointments = lists}, minute);
        return read(pathway, week).only(What::arrival);
    };
    CHECK(come({}) == Lines{"Tue 9:00 0", "Tue 9:00 1", "Tue 9:20 2", "Tue 9:40 3"});
    CHECK(come({.early = 10 * minute}) == Lines{"Tue 8:50 0", "Tue 8:50 1", "Tue 9:10 2", "Tue 9:30 3"});
    CHECK(come({.late = 25 * minute, .early = 10 * minute}) == Lines{"Tue 9:15 0", "Tue 9:15 1", "Tue 9:35 2", "Tue 9:55 3"});
    CHECK(come({.no_show = pathway::bernoulli(1.0)}).empty());
}

TEST_CASE("a share of the appointments is missed, and those who come keep their number") {
    pathway::Appointments lists{.slot = 20 * minute, .no_show = pathway::bernoulli(0.3)};
    lists.lists = {{.days = "daily", .from = "00:00", .slots = 72}};
    auto const story = read(clinic(Arrivals{.appointments = lists}, minute), 280 * day);
    auto const n = 280.0 * 72, came = static_cast<double>(story.run.arrivals[0]);
    CHECK(std::abs(came - 0.7 * n) <= 4.89 * std::sqrt(n * 0.3 * 0.7));
    for (auto const& row : story.trace)
        if (row.what == What::arrival) REQUIRE(row.time == row.patient * (20 * minute).ticks());
}

TEST_CASE("a list of every other week: who is referred in between waits for it") {
    auto pathway = tuesdays(at(monday(4)), 15 * minute);
    pathway.sessions[0].lists[0].weeks = "2 of 2";
    CHECK(read(pathway).only(What::start) == Lines{"Tue+1 9:00 0 see", "Tue+1 9:20 1 see", "Tue+1 9:40 2 see", "Tue+3 9:00 3 see"});
}

TEST_CASE("lists of two and of three weeks: each in its own weeks") {
    auto pathway = tuesdays(at(monday(7)), 15 * minute);
    pathway.sessions[0].lists = {{.days = "Tue", .from = "09:00", .slots = 1, .weeks = "1 of 2"}, {.days = "Wed", .from = "09:00", .slots = 1, .weeks = "3 of 3"}};
    CHECK(read(pathway).only(What::start) == Lines{"Tue 9:00 0 see", "Tue+2 9:00 1 see", "Wed+2 9:00 2 see", "Tue+4 9:00 3 see", "Wed+5 9:00 4 see", "Tue+6 9:00 5 see", "Tue+8 9:00 6 see"});
}

TEST_CASE("a meeting of the second week of three") {
    auto pathway = round({8 * hour, 10 * day}, 1);
    pathway.activities[0].batch->days = "Mon";
    pathway.activities[0].batch->every.reset();
    pathway.activities[0].batch->until = "24:00";
    pathway.activities[0].batch->weeks = "2 of 3";
    CHECK(read(pathway, 3 * week).only(What::start) == Lines{"Mon+1 9:00 0 round", "Mon+4 9:00 1 round"});
}
