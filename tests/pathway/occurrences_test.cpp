// SPDX-License-Identifier: MIT
#include "pathway/clinic.hpp"

using namespace pathecon;
using namespace pathecon::test;

namespace {

Pathway with(Event event)
{
    if (event.after == TimeDistribution{}) event.after = exponential(30_d);
    return reading_room().add(std::move(event));
}
Pathway with(Downtime downtime) { return reading_room().add(std::move(downtime)); }
Pathway with(Elapsed elapsed)
{
    auto pathway = reading_room();
    pathway.routes[1].to[0] = {.to = "ct", .elapsed = std::move(elapsed)};
    return pathway;
}

} // namespace

TEST_CASE("an event begins at a point, ends at a later one and leads to a step")
{
    CHECK(faults_of(with(Event{.name = "worse"})).ok());
    CHECK(faults_of(with(Event{.name = "worse", .from = "x-ray", .until = "read.start", .to = "ct"})).ok());
    CHECK(found(faults_of(with(Event{.name = "worse", .from = "exit"})), 234, "event/worse/from"));
    CHECK(found(faults_of(with(Event{.name = "worse", .until = "arrival"})), 234, "event/worse/until"));
    CHECK(found(faults_of(with(Event{.name = "worse", .from = "read", .until = "read"})), 234, "event/worse/until"));
    CHECK(found(faults_of(with(Event{.name = "worse", .from = "red"})), 224, "event/worse/from"));
    CHECK(found(faults_of(with(Event{.name = "worse", .until = "red"})), 224, "event/worse/until"));
    CHECK(found(faults_of(with(Event{.name = "worse", .to = "cct"})), 205, "event/worse/to"));
    CHECK(found(faults_of(with(Event{.name = "worse", .after = gamma(1_d, 100_d)})), 211, "event/worse/after"));
    CHECK(found(faults_of(with(Event{.name = "worse", .cases = {{"cancr", 1_d}}})), 207, "event/worse/cases/#1/where"));
    CHECK(found(faults_of(with(Event{.name = "worse", .where = "positive"})), 210,
                "event/worse/where")); // nothing is found at arrival
    CHECK(found(faults_of(with(Event{.name = "worse", .from = "read.start", .where = "positive"})), 209,
                "event/worse/where"));
    CHECK_FALSE(
        found(faults_of(with(Event{.name = "worse", .from = "read", .where = "positive"})), 209, "event/worse/where"));
}

TEST_CASE("an event is a way to its step")
{
    auto pathway =
        with(Event{.name = "worse", .from = "x-ray", .to = "rescue"}).add(Activity{.name = "rescue", .takes = 1_h});
    CHECK(faults_of(pathway).ok());
    pathway.events[0].from = "rescue"; // which nobody reaches
    CHECK(found(faults_of(pathway), 215, "activity/rescue"));
}

TEST_CASE("nothing happens to patients who are on several branches at once")
{
    auto const forked = [](Event event) {
        event.after = exponential(30_d);
        return faults_of(Pathway{"forked"}
                             .add(Arrivals{.name = "all", .rate = 1_per_d})
                             .add(Activity{.name = "start", .takes = 1_d})
                             .add(Activity{.name = "scan", .takes = 1_d})
                             .add(Activity{.name = "biopsy", .takes = 1_d})
                             .add(Activity{.name = "meet", .takes = 1_d})
                             .add(Fork{.name = "both", .branches = {"scan", "biopsy"}, .join = "met"})
                             .add(Join{"met"})
                             .add(Route{.from = "start", .to = {{"both"}}})
                             .add(Route{.from = "scan", .to = {{"met"}}})
                             .add(Route{.from = "biopsy", .to = {{"met"}}})
                             .add(Route{.from = "met", .to = {{"meet"}}})
                             .add(std::move(event)));
    };
    CHECK(forked({.name = "worse", .until = "start"}).ok());
    CHECK(forked({.name = "worse", .from = "meet.arrive"}).ok());
    CHECK(forked({.name = "worse", .from = "met"}).ok());
    auto const faults = forked({.name = "worse"});
    REQUIRE(faults.errors() == 1);
    CHECK(found(faults, 234, "event/worse"));
    CHECK_THAT(faults.text(), contains("on several branches at once"));
    CHECK(found(forked({.name = "worse", .from = "scan.start"}), 234, "event/worse"));
    CHECK(found(forked({.name = "worse", .from = "meet.arrive", .to = "scan"}), 223,
                "fork/both")); // into a branch from outside
}

TEST_CASE("a downtime stops what is waited for, for a time, again and again")
{
    auto const ok =
        Downtime{.name = "network", .resources = {"reader", "room"}, .every = exponential(30_d), .lasts = 4_h};
    CHECK(faults_of(with(ok)).ok());
    auto const fault = [&](auto change) {
        auto changed = ok;
        change(changed);
        return only_fault(with(changed));
    };
    CHECK(fault([](Downtime& d) { d.resources.clear(); }).path == "downtime/network/resources");
    CHECK(fault([](Downtime& d) { d.resources[1] = "rom"; }).code == 204);
    CHECK(fault([](Downtime& d) { d.resources[1] = "reader"; }).path == "downtime/network/resources/#2");
    CHECK(fault([](Downtime& d) { d.every = {}; }).path == "downtime/network/every");
    CHECK(fault([](Downtime& d) { d.lasts = {}; }).path == "downtime/network/lasts");
    CHECK(fault([](Downtime& d) { d.lasts = triangular(1_h, 3_h, 2_h); }).code == 211);
    CHECK(fault([](Downtime& d) { d.servers = 3; }).severity == base::Severity::warning); // of the two rooms
    auto unwaited = with(ok).add(Resource{.name = "porter"});
    unwaited.activities[0].uses.push_back({"porter"});
    unwaited.downtimes[0].resources = {"porter"};
    CHECK(only_fault(unwaited).path == "downtime/network/resources/#1");
    auto unused = with(ok).add(Resource{.name = "spare", .rota = Rota::always(1)});
    unused.downtimes[0].resources = {"spare"};
    CHECK(only_fault(unused).code == 218); // what fails is not yet used
}

TEST_CASE("a way is open for a time since a point")
{
    CHECK(faults_of(with(Elapsed{.at_least = 2_d, .at_most = 3_d})).ok());
    CHECK(faults_of(with(Elapsed{.since = "x-ray.start", .at_most = 3_d})).ok());
    CHECK(found(faults_of(with(Elapsed{})), 236, "route/read/to/ct/elapsed"));
    CHECK(found(faults_of(with(Elapsed{.at_least = 4_d, .at_most = 3_d})), 236, "route/read/to/ct/elapsed/at_most"));
    CHECK(found(faults_of(with(Elapsed{.since = "exit", .at_least = 4_d})), 236, "route/read/to/ct/elapsed/since"));
    CHECK(found(faults_of(with(Elapsed{.since = "reed", .at_least = 4_d})), 224, "route/read/to/ct/elapsed/since"));
}

TEST_CASE("a clock stands still between two points that there are")
{
    auto pathway = reading_room();
    pathway.intervals[0].pauses = {{.from = "read.arrive", .to = "read.start"}};
    CHECK(said_of(pathway).empty());
    pathway.intervals[0].pauses.push_back({.from = "reed", .to = "read"});
    CHECK(only_fault(pathway).path == "interval/report/pauses/#2/from");
    pathway.intervals[0].pauses[1] = {.from = "read", .to = "read"};
    CHECK(only_fault(pathway).path == "interval/report/pauses/#2");
}

TEST_CASE("a way is open at times of the week that can be")
{
    auto const on = [](Rota open, std::string starts = {}) {
        auto pathway = reading_room();
        pathway.starts = std::move(starts);
        pathway.routes[1].to = {{.to = "ct", .where = "positive", .open = std::move(open)}, {"exit"}};
        return faults_of(pathway);
    };
    CHECK(on(Rota::weekdays(9_h, 17_h)).ok());
    CHECK(found(on({{{.days = "Satday"}}}), 221, "route/read/to/ct/open/#1"));
    CHECK(found(on({{{.servers = 0}}}), 219, "route/read/to/ct/open"));
    auto closed = Rota::weekdays(9_h, 17_h);
    closed.holidays = HolidayRule::closed;
    CHECK(found(on(closed), 228, "route/read/to/ct/open/holidays"));
    CHECK(on(closed, "2026-01-05").ok());
    closed.exceptions = {{.from = "2026-13-05"}};
    CHECK(found(on(closed, "2026-01-05"), 228, "route/read/to/ct/open/exceptions/#1"));
}

TEST_CASE("the shortest queue is one of several that wait for servers, and leaves nothing to chance")
{
    auto const with_ways = [](std::vector<Branch> to) {
        auto pathway = reading_room()
                           .add(Resource{.name = "second", .rota = Rota::always(2)})
                           .add(Resource{.name = "third", .rota = Rota::always(2)})
                           .add(Activity{.name = "left", .uses = {{"second"}}, .takes = 5_min})
                           .add(Activity{.name = "right", .uses = {{"third"}}, .takes = 5_min})
                           .add(Activity{.name = "free", .takes = 5_min});
        pathway.routes[1] = {.from = "read", .to = std::move(to), .rule = RouteRule::shortest_queue};
        for (auto const* const from : {"left", "right", "free"}) pathway = pathway.add(Route{.from = from, .to = {{"ct"}}});
        return faults_of(pathway);
    };
    CHECK(with_code(with_ways({{"left"}, {"right"}}), 245).empty());
    CHECK(found(with_ways({{"left"}}), 245, "route/read/rule"));
    CHECK(found(with_ways({{.to = "left", .p = bernoulli(0.5)}, {"right"}}), 245, "route/read/to/left/p"));
    CHECK(found(with_ways({{"left"}, {"free"}}), 245, "route/read/to/free"));
    CHECK(found(with_ways({{"left"}, {"ct"}}), 245, "route/read/to/ct"));
    CHECK(found(with_ways({{"left"}, {"exit"}}), 245, "route/read/to/exit"));
    CHECK(with_code(with_ways({{"left"}, {"rihgt"}}), 244).empty()); // that is another fault
}
