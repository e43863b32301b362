// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <algorithm>

#include "trace_fixture.hpp"

using namespace story;

namespace {

Pathway reading(pathway::EndOfShift end) {
    return Pathway{"reading"}
        .add(Arrivals{.name = "films", .rate = units::Rate::from_per_hour(0.9)})
        .add(Resource{.name = "reader", .rota = {{{.days = "Tue Fri", .from = "09:00", .to = "13:00", .servers = 2}}}, .end_of_shift = end})
        .add(Activity{.name = "read", .uses = {{"reader"}}, .takes = pathway::exponential(5 * minute)});
}

constexpr sim::Ticks at(int weekday, double clock_hours) {
    return weekday * day.ticks() + static_cast<sim::Ticks>(clock_hours * static_cast<double>(hour.ticks()));
}

bool open(sim::Ticks time) {
    sim::Ticks const t = time_of_week(time);
    return (t >= at(1, 9) && t < at(1, 13)) || (t >= at(4, 9) && t < at(4, 13));
}

} // namespace

TEST_CASE("work starts only while somebody is on duty, and what is in hand at the end of a shift is finished") {
    auto const told = tell(reading(pathway::EndOfShift::finish), 364 * day);
    int overtime = 0;
    for (Visit const& visit : told.of("read")) {
        REQUIRE(open(visit.started));
        overtime += !open(visit.ended - 1);
    }
    CHECK(overtime > 0);
}

TEST_CASE("work that is put back at the end of a shift is resumed at the next and takes no longer in all") {
    auto const finished = tell(reading(pathway::EndOfShift::finish), 364 * day);
    auto const resumed = tell(reading(pathway::EndOfShift::resume), 364 * day);
    int overnight = 0;
    for (Visit const& visit : resumed.of("read")) {
        REQUIRE(open(visit.ended - 1));
        overnight += visit.ended - visit.started > day.ticks();
    }
    CHECK(overnight > 0);
    // The same patients with the same luck: the same work.
    CHECK(resumed.run.resource_ticks == finished.run.resource_ticks);
}

TEST_CASE("open time is what the rota says: two readers, eight hours a week, 52 weeks") {
    auto const told = tell(reading(pathway::EndOfShift::finish), 364 * day);
    CHECK(told.run.open_ticks[0] == 52 * 2 * 8 * hour.ticks());
}

TEST_CASE("arrivals come only while they may") {
    auto pathway = reading(pathway::EndOfShift::finish);
    pathway.arrivals[0].open = Rota::weekdays(9 * hour, 17 * hour);
    auto const told = tell(pathway, 364 * day);
    std::int64_t films = 0;
    for (auto const& row : told.trace)
        if (row.what == What::arrival && row.time < 364 * day.ticks()) {
            ++films;
            sim::Ticks const t = time_of_week(row.time);
            REQUIRE(t / day.ticks() < 5);
            REQUIRE(t % day.ticks() >= 9 * hour.ticks());
            REQUIRE(t % day.ticks() <= 17 * hour.ticks());
        }
    double const expected = 0.9 * 8 * 260;
    CHECK(std::abs(static_cast<double>(films) - expected) < 4.89 * std::sqrt(expected));
}

TEST_CASE("a weekly meeting takes those referred before its cut-off, up to its cap, and its queue grows at the cap") {
    auto const meeting = [](double per_week, int cap) {
        return Pathway{"meeting"}
            .add(Arrivals{.name = "cases", .rate = units::Rate::from_per_hour(per_week / 168)})
            .add(Activity{.name = "MDT", .batch = pathway::Batch{.days = "Thu", .at = "09:00", .cut_off = day, .cap = cap}, .takes = 3 * minute});
    };
    auto const told = tell(meeting(16, 20), 364 * day);
    std::map<sim::Ticks, int> held;
    for (Visit const& visit : told.of("MDT")) {
        sim::Ticks const t = time_of_week(visit.started);
        REQUIRE(t >= at(3, 9));
        REQUIRE(t < at(3, 10));                     // twenty cases of three minutes
        sim::Ticks const meeting_time = visit.started - (t - at(3, 9));
        REQUIRE(meeting_time - visit.queued >= day.ticks());
        ++held[meeting_time];
    }
    for (auto const& [time, cases] : held) REQUIRE(cases <= 20);
    CHECK(std::any_of(held.begin(), held.end(), [](auto const& h) { return h.second == 20; }));

    auto overloaded = meeting(24, 20);
    overloaded.overload_allowed = true;
    auto const grown = tell(overloaded, 364 * day).of("MDT");
    auto const wait = [](Visit const& visit) { return visit.started - visit.queued; };
    CHECK(wait(grown[1000]) > wait(grown[20]) + 4 * week.ticks());   // 4 more a week than places: after 42 weeks 8 meetings behind
}

TEST_CASE("a clinic list gives each patient the next free slot with enough notice, one after the other") {
    auto pathway = Pathway{"clinic"}
                       .add(Arrivals{.name = "referrals", .rate = units::Rate::from_per_hour(0.09)})
                       .add(Resource{.name = "consultant"})
                       .add(Activity{.name = "see", .session = "list", .takes = pathway::exponential(14 * minute)});
    pathway::Session list{.name = "list", .resource = "consultant", .slot = 16 * minute, .lead = 2 * day};
    list.lists = {{.days = "Tue", .from = "09:00", .lasts = 160 * minute}, {.days = "Fri", .from = "09:00", .lasts = 144 * minute}};
    auto const told = tell(pathway.add(list), 364 * day);
    sim::Ticks before = 0;
    std::map<sim::Ticks, int> of_week;
    for (Visit const& visit : told.of("see")) {
        REQUIRE(visit.started - visit.queued >= 2 * day.ticks());
        REQUIRE(visit.started >= before);
        before = visit.ended;                       // the consultant sees one at a time, late if need be
        ++of_week[visit.started / week.ticks()];
    }
    for (auto const& [w, seen] : of_week) REQUIRE(seen <= 19);
}
