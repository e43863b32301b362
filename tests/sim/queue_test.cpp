// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <algorithm>
#include <queue>

#include "trace_fixture.hpp"

using namespace story;

namespace {

Pathway station(double per_hour, int servers, pathway::TimeDistribution takes) {
    return Pathway{"station"}
        .add(Arrivals{.name = "patients", .rate = units::Rate::from_per_hour(per_hour)})
        .add(Resource{.name = "doctor", .rota = Rota::always(servers)})
        .add(Activity{.name = "see", .uses = {{"doctor"}}, .takes = std::move(takes)});
}

} // namespace

TEST_CASE("one server, first come first served: every start is Lindley's, to the tick") {
    for (auto const& takes : {pathway::constant(50 * minute), pathway::exponential(50 * minute)}) {
        auto const visits = tell(station(1.0, 1, takes)).of("see");
        REQUIRE(visits.size() > 600);
        sim::Ticks free_from = 0;
        bool exact = true;
        for (Visit const& visit : visits) {
            exact = exact && visit.started == std::max(visit.queued, free_from);
            free_from = visit.ended;
        }
        CHECK(exact);
    }
}

TEST_CASE("three servers: every start is the earlier of a free server and the first in the queue (Kiefer and Wolfowitz), to the tick") {
    auto const visits = tell(station(3.4, 3, pathway::lognormal(50 * minute, 30 * minute))).of("see");
    REQUIRE(visits.size() > 2000);
    std::priority_queue<sim::Ticks, std::vector<sim::Ticks>, std::greater<>> free;
    for (int k = 0; k < 3; ++k) free.push(0);
    bool exact = true;
    for (Visit const& visit : visits) {
        exact = exact && visit.started == std::max(visit.queued, free.top());
        free.pop();
        free.push(visit.ended);
    }
    CHECK(exact);
}

TEST_CASE("the urgent are served before the others, and nobody who is being served is interrupted") {
    auto const pathway = station(1.7, 2, pathway::exponential(hour))
                             .add(Attribute{.name = "urgent", .is = pathway::bernoulli(0.3)});
    auto prioritised = pathway;
    prioritised.activities[0].priority = {{"urgent", 0}};
    prioritised = prioritised.add(pathway::Interval{.name = "urgent", .from = "see.arrive", .to = "see.start", .where = "urgent"})
                      .add(pathway::Interval{.name = "others", .from = "see.arrive", .to = "see.start", .where = "not urgent"});
    auto const plain = tell(pathway, 200 * day), first = tell(prioritised, 200 * day);
    CHECK(first.run.intervals[0].times.mean() < 0.4 * first.run.intervals[1].times.mean());
    // Work is conserved: only the order changed, so the same work is done at every moment and the busy time is the same.
    CHECK(first.run.calendar_ticks == plain.run.calendar_ticks);
    for (Visit const& visit : first.of("see")) REQUIRE(visit.ended >= visit.started);
}

TEST_CASE("the same patients come whatever the pathway does with them: luck is keyed") {
    auto const arrivals = [](Told const& told) {
        std::vector<std::pair<sim::Ticks, std::int64_t>> made;
        for (auto const& row : told.trace)
            if (row.what == What::arrival && row.time < 20 * day.ticks()) made.emplace_back(row.time, row.patient);
        return made;
    };
    auto const base = station(1.0, 2, pathway::exponential(hour));
    auto changed = base.add(Attribute{.name = "new", .is = pathway::bernoulli(0.5)})
                       .add(Activity{.name = "more", .takes = pathway::exponential(day)})
                       .add(Route{.from = "see", .to = {{"more", pathway::bernoulli(0.5)}, {"exit"}}});
    CHECK(arrivals(tell(base)) == arrivals(tell(changed)));
}

TEST_CASE("an activity of two resources starts when both are free and holds both") {
    auto const pathway = Pathway{"pair"}
                             .add(Arrivals{.name = "patients", .rate = units::Rate::from_per_hour(1.2)})
                             .add(Resource{.name = "doctor", .rota = Rota::always(2)})
                             .add(Resource{.name = "room", .rota = Rota::always(1)})
                             .add(Activity{.name = "treat", .uses = {{"doctor"}, {"room"}}, .takes = pathway::exponential(30 * minute)})
                             .add(Activity{.name = "talk", .uses = {{"doctor"}}, .takes = pathway::exponential(30 * minute)})
                             .add(Route{.from = "treat", .to = {{"talk"}}});
    auto const told = tell(pathway, 60 * day);
    std::vector<std::pair<sim::Ticks, int>> doctors, rooms;
    for (Visit const& visit : told.visits) {
        doctors.insert(doctors.end(), {{visit.started, +1}, {visit.ended, -1}});
        if (visit.step == "treat") rooms.insert(rooms.end(), {{visit.started, +1}, {visit.ended, -1}});
    }
    auto const most = [](auto changes) {
        std::sort(changes.begin(), changes.end());      // -1 before +1 at one instant
        int now = 0, peak = 0;
        for (auto const& [time, change] : changes) peak = std::max(peak, now += change);
        return peak;
    };
    CHECK(most(doctors) == 2);
    CHECK(most(rooms) == 1);
}

TEST_CASE("parallel branches: the join waits for the later of the two") {
    auto const pathway = Pathway{"parallel"}
                             .add(Arrivals{.name = "patients", .rate = units::Rate::from_per_hour(0.5), .to = "split"})
                             .add(Activity{.name = "after"})
                             .add(pathway::Delay{.name = "scan", .takes = pathway::exponential(3 * day)})
                             .add(pathway::Delay{.name = "biopsy", .takes = pathway::exponential(5 * day)})
                             .add(pathway::Fork{.name = "split", .branches = {"scan", "biopsy"}, .join = "both"})
                             .add(pathway::Join{.name = "both"})
                             .add(Route{.from = "scan", .to = {{"both"}}})
                             .add(Route{.from = "biopsy", .to = {{"both"}}})
                             .add(Route{.from = "both", .to = {{"after"}}});
    auto const told = tell(pathway);
    std::map<std::int64_t, sim::Ticks> later;
    for (Visit const& visit : told.visits)
        if (visit.step == "scan" || visit.step == "biopsy") later[visit.patient] = std::max(later[visit.patient], visit.ended);
    auto const after = told.of("after");
    REQUIRE(after.size() > 300);
    CHECK(std::all_of(after.begin(), after.end(), [&](Visit const& visit) { return visit.started == later.at(visit.patient); }));
    CHECK(told.run.number_integral == told.run.stays);
}
