// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include "story.hpp"

using namespace story;

namespace {

/// One hour a day from nine, in the weeks from Monday 21 December 2026: Christmas Day is the Friday, the 28th (for Boxing Day,
/// a Saturday) the next Monday, New Year's Day the Friday after that. A patient comes at noon each day.
Pathway christmas(Rota rota, int days)
{
    Times noons;
    for (int k = 0; k < days; ++k) noons.push_back(12 * hour + k * day);
    auto pathway = clinic(at(noons));
    pathway.resources[0].rota = std::move(rota);
    pathway.starts = "2026-12-21";
    return pathway;
}

Rota nine_to_five() { return {{{.days = "Mon-Fri", .from = "09:00", .to = "17:00"}}}; }

} // namespace

TEST_CASE("a rota: who comes at the weekend is seen on Monday") {
    CHECK(read(christmas(nine_to_five(), 7)).only(What::start) ==
          Lines{"12:00 0 see", "Tue 12:00 1 see", "Wed 12:00 2 see", "Thu 12:00 3 see", "Fri 12:00 4 see", "Mon+1 9:00 5 see", "Mon+1 9:30 6 see"});
}

TEST_CASE("closed on England's bank holidays: Christmas Day, and the Monday that stands in for Boxing Day") {
    auto rota = nine_to_five();
    rota.holidays = pathway::HolidayRule::closed;
    CHECK(read(christmas(rota, 7)).only(What::start) ==
          Lines{"12:00 0 see", "Tue 12:00 1 see", "Wed 12:00 2 see", "Thu 12:00 3 see", "Tue+1 9:00 4 see", "Tue+1 9:30 5 see", "Tue+1 10:00 6 see"});
}

TEST_CASE("on bank holidays as on a Sunday") {
    auto rota = nine_to_five();
    rota.shifts.push_back({.days = "Sun", .from = "18:00", .to = "19:00"});
    rota.holidays = pathway::HolidayRule::as_sunday;
    CHECK(read(christmas(rota, 7)).only(What::start) ==
          Lines{"12:00 0 see", "Tue 12:00 1 see", "Wed 12:00 2 see", "Thu 12:00 3 see", "Fri 18:00 4 see", "Sun 18:00 5 see", "Sun 18:30 6 see"});
}

TEST_CASE("an exception goes before a holiday, and changes the shifts that start on its dates") {
    auto rota = nine_to_five();
    rota.holidays = pathway::HolidayRule::closed;
    rota.exceptions = {{.from = "2026-12-25", .shifts = {{.from = "10:00", .to = "15:00"}}}, {.from = "2026-12-21", .until = "2026-12-23"}};
    CHECK(read(christmas(rota, 5)).only(What::start) ==
          Lines{"Thu 9:00 0 see", "Thu 9:30 1 see", "Thu 10:00 2 see", "Thu 12:00 3 see", "Fri 12:00 4 see"});
}

TEST_CASE("a night shift that began the day before goes on into a day that is closed") {
    auto rota = Rota{{{.days = "daily", .from = "20:00", .to = "13:00"}}};
    rota.exceptions = {{.from = "2026-12-22"}};
    // Tuesday is closed: the night from Monday is worked until Tuesday 13:00, that of Tuesday is not, that of Wednesday is.
    CHECK(read(christmas(rota, 4)).only(What::start) == Lines{"12:00 0 see", "Tue 12:00 1 see", "Wed 20:00 2 see", "Thu 12:00 3 see"});
}

TEST_CASE("planned downtime is an exception of the machine's rota, and open hours are what is left") {
    auto rota = Rota::always(1);
    rota.exceptions = {{.from = "2026-12-22", .shifts = {{.from = "00:00", .to = "08:00"}, {.from = "16:00", .to = "24:00"}}}};
    auto const story = read(christmas(rota, 3));
    CHECK(story.only(What::start) == Lines{"12:00 0 see", "Tue 16:00 1 see", "Wed 12:00 2 see"});
    CHECK(story.run.open_ticks[0] == (7 * day - 8 * hour).ticks());
}

TEST_CASE("clinic lists that do not run on bank holidays") {
    auto const seen = [](bool bank_holidays) {
        pathway::Session list{.name = "list", .resource = "doctor", .slot = 20 * minute};
        list.lists = {{.days = "Fri", .from = "09:00", .slots = 1}};
        list.bank_holidays = bank_holidays;
        auto pathway = Pathway{"clinic"}.add(at({8 * hour, 9 * hour})).add(Resource{.name = "doctor"}).add(list)
                           .add(Activity{.name = "see", .session = "list", .takes = 15 * minute});
        pathway.starts = "2026-12-21";
        pathway.overload_allowed = true;
        return read(pathway).only(What::start);
    };
    CHECK(seen(true) == Lines{"Fri 9:00 0 see", "Fri+1 9:00 1 see"});
    // Christmas Day and New Year's Day are Fridays.
    CHECK(seen(false) == Lines{"Fri+2 9:00 0 see", "Fri+3 9:00 1 see"});
}

TEST_CASE("a consultant's leave: who was booked on that list is seen on the next, in order") {
    pathway::Session list{.name = "list", .slot = 20 * minute};
    list.lists = {{.days = "Tue", .from = "09:00", .slots = 2}};
    list.exceptions = {{.from = "2026-12-15", .until = "2026-12-22"}};
    auto pathway = Pathway{"clinic"}.add(at({8 * hour, 9 * hour, 10 * hour})).add(list).add(Activity{.name = "see", .session = "list", .takes = 15 * minute});
    pathway.starts = "2026-12-14";
    pathway.overload_allowed = true;
    CHECK(read(pathway).only(What::start) == Lines{"Tue+2 9:00 0 see", "Tue+2 9:20 1 see", "Tue+3 9:00 2 see"});
}

TEST_CASE("a Friday meeting is not held on Good Friday nor when it is called off; the queue waits for the next") {
    auto meet = Activity{.name = "meet", .takes = 5 * minute};
    meet.batch = pathway::Batch{.days = "Fri", .at = "09:00", .cap = 2, .bank_holidays = false};
    auto pathway = Pathway{"meeting"}.add(at({8 * hour, 9 * hour, 10 * hour})).add(meet);
    pathway.starts = "2026-03-30"; // Good Friday is 3 April
    pathway.overload_allowed = true;
    CHECK(read(pathway).only(What::start) == Lines{"Fri+1 9:00 0 meet", "Fri+1 9:05 1 meet", "Fri+2 9:00 2 meet"});
    pathway.activities[0].batch->exceptions = {{.from = "2026-04-10"}};
    CHECK(read(pathway).only(What::start) == Lines{"Fri+2 9:00 0 meet", "Fri+2 9:05 1 meet", "Fri+3 9:00 2 meet"});
    pathway.activities[0].batch->bank_holidays = true;
    CHECK(read(pathway).only(What::start) == Lines{"Fri 9:00 0 meet", "Fri 9:05 1 meet", "Fri+2 9:00 2 meet"});
}

TEST_CASE("nobody is given an appointment on a day that is closed, and numbers go on") {
    pathway::Appointments lists{.lists = {{.days = "Thu Fri", .from = "09:00", .slots = 1}}, .slot = 20 * minute};
    lists.bank_holidays = false;
    lists.exceptions = {{.from = "2026-12-31"}};
    auto pathway = clinic(Arrivals{.appointments = lists}, minute);
    pathway.starts = "2026-12-21"; // Christmas Day and New Year's Day are Fridays
    CHECK(read(pathway, 21 * day).only(What::arrival) == Lines{"Thu 9:00 0", "Thu+2 9:00 1", "Fri+2 9:00 2"});
}

TEST_CASE("a rota of every other week: in between nobody is served, but for what a date brings") {
    Rota rota{{{.days = "Mon-Fri", .from = "09:00", .to = "17:00", .weeks = "1 of 2"}}};
    // The Tuesday of the second week is worked like the first.
    rota.exceptions = {{.from = "2026-12-29", .shifts = {{.from = "13:00", .to = "14:00"}}}};
    CHECK(read(christmas(rota, 12), 3 * week).only(What::start) ==
          Lines{"12:00 0 see", "Tue 12:00 1 see", "Wed 12:00 2 see", "Thu 12:00 3 see", "Fri 12:00 4 see", "Tue+1 13:00 5 see", "Tue+1 13:30 6 see",
                "Tue+1 14:00 7 see", "Mon+2 9:00 8 see", "Mon+2 9:30 9 see", "Mon+2 10:00 10 see", "Mon+2 10:30 11 see"});
}

TEST_CASE("arrivals and ways that are open in some weeks only") {
    auto pathway = Pathway{"weeks"}
        .add(Arrivals{.name = "patients", .between = pathway::TimeDistribution{hour}, .open = {{{.days = "Wed", .from = "10:00", .to = "12:00", .weeks = "2 of 3"}}}})
        .add(Activity{.name = "desk"}).add(Activity{.name = "early"}).add(Activity{.name = "late"});
    pathway = pathway.add(Route{.from = "desk", .to = {{.to = "early", .open = {{{.weeks = "1 of 2"}}}}, {.to = "late"}}});
    pathway.first = "desk";
    auto const story = read(pathway, 10 * week);
    // An hour of open time each: what ends as the doors close falls on when they open again. The odd weeks go early.
    CHECK(story.only(What::arrival) == Lines{"Wed+1 11:00 0", "Wed+4 10:00 1", "Wed+4 11:00 2", "Wed+7 10:00 3", "Wed+7 11:00 4"});
    CHECK(story.only(What::start) == Lines{"Wed+1 11:00 0 desk", "Wed+1 11:00 0 late", "Wed+4 10:00 1 desk", "Wed+4 10:00 1 early", "Wed+4 11:00 2 desk",
                                           "Wed+4 11:00 2 early", "Wed+7 10:00 3 desk", "Wed+7 10:00 3 late", "Wed+7 11:00 4 desk", "Wed+7 11:00 4 late"});
}

TEST_CASE("appointments of the first week of two") {
    pathway::Appointments booked{.lists = {{.days = "Tue", .from = "09:00", .slots = 2, .weeks = "1 of 2"}}};
    booked.slot = 30 * minute;
    Arrivals arrivals{.name = "patients"};
    arrivals.appointments = booked;
    CHECK(read(clinic(arrivals, 10 * minute), 4 * week).only(What::start) == Lines{"Tue 9:00 0 see", "Tue 9:30 1 see", "Tue+2 9:00 2 see", "Tue+2 9:30 3 see"});
}
