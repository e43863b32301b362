// SPDX-License-Identifier: MIT
// One hash of a run of some 100,000 events, published here: the same for every compiler, optimisation level, number of threads
// and way of sharing out the work. Every preset runs this test.
#include "catch.hpp"

#include <utility>

#include <pathecon/pathway/check.hpp>
#include <pathecon/sim/cascade.hpp>
#include <pathecon/sim/compile.hpp>
#include <pathecon/study/run.hpp>

using namespace pathecon;
using namespace pathecon::pathway;
using units::day, units::hour, units::minute;

namespace {

/// Every family of times, and most of what a queue can do.
Pathway busy_hospital()
{
    Pathway made{"one hash"};
    made.overload_allowed = true;
    made.starts = "2026-01-05";
    made = made.add(Attribute{.name = "urgent", .is = bernoulli(0.2)})
               .add(Attribute{.name = "age", .levels = {"child", "adult", "old"}, .shares = {0.2, 0.5, 0.3}})
               .add(Arrivals{.name = "walk in",
                             .rate = units::Rate::from_per_hour(6),
                             .profile = {{.from = "20:00", .to = "08:00", .by = 0.4}},
                             .season = {1.1, 1.1, 1, 1, 1, 0.9, 0.9, 0.9, 1, 1, 1, 1.1},
                             .growth = 0.03,
                             .dispersion = 0.1})
               .add(Resource{.name = "nurse", .rota = {{{.servers = 2}, {.days = "Mon-Fri", .from = "08:00", .to = "20:00", .servers = 1}}}, .end_of_shift = EndOfShift::resume})
               .add(Resource{.name = "doctor", .rota = Rota::always(4), .preemption = Preemption::repeat_different})
               .add(Resource{.name = "scanner", .rota = Rota::always(2)})
               .add(Resource{.name = "cubicle", .kind = ResourceKind::bed, .rota = Rota::always(9)})
               .add(Activity{.name = "triage", .uses = {{"nurse"}}, .takes = weibull(9 * minute, 4 * minute)})
               .add(Activity{.name = "see", .uses = {{"doctor"}}, .takes = lognormal(22 * minute, 14 * minute), .priority = {{"urgent", 0}, {"age = old", 10}},
                             .patience = Patience{.after = gamma(5 * hour, 3 * hour), .where = "not urgent"}})
               .add(Activity{.name = "scan", .uses = {{"scanner"}}, .takes = triangular(10 * minute, 20 * minute, 50 * minute)})
               .add(Activity{.name = "discharge", .uses = {{.resource = "nurse", .instead = {{"doctor", 0.8}}}}, .takes = erlang(3, 8 * minute)})
               .add(Delay{.name = "result", .takes = uniform(20 * minute, 60 * minute)})
               .add(Route{.from = "triage", .to = {{"see"}}})
               .add(Route{.from = "see", .to = {{.to = "scan", .p = bernoulli(0.4)}, {.to = "discharge"}}})
               .add(Route{.from = "scan", .to = {{"result"}}})
               .add(Route{.from = "result", .to = {{.to = "see", .p = bernoulli(0.3)}, {.to = "discharge"}}})
               .add(Stay{.name = "in a cubicle", .uses = {{"cubicle"}}, .from = "see", .to = "discharge"})
               .add(Downtime{.name = "scanner fails", .resources = {"scanner"}, .every = exponential(200 * hour), .lasts = normal(3 * hour, hour), .servers = 1})
               .add(Interval{.name = "in all", .standard = 4 * hour});
    return made;
}

/// One that is run station after station: the urgent first, two ways in, routes by chance and attribute.
Pathway walk_in_centre()
{
    return Pathway{"one hash of stations"}
        .add(Attribute{.name = "urgent", .is = bernoulli(0.2)})
        .add(Arrivals{.name = "walk in", .rate = units::Rate::from_per_hour(12)})
        .add(Arrivals{.name = "sent", .rate = units::Rate::from_per_hour(5), .to = "see"})
        .add(Resource{.name = "nurse", .rota = Rota::always(3)})
        .add(Resource{.name = "doctor", .rota = Rota::always(9)})
        .add(Resource{.name = "scanner", .rota = Rota::always(4)})
        .add(Resource{.name = "clerk", .rota = Rota::always(1)})
        .add(Activity{.name = "triage", .uses = {{"nurse"}}, .takes = weibull(12 * minute, 6 * minute), .priority = {{"urgent", 0}}})
        .add(Activity{.name = "see", .uses = {{"doctor"}}, .takes = lognormal(28 * minute, 14 * minute), .priority = {{"urgent", 0}, {"source = sent", 10}}})
        .add(Activity{.name = "scan", .uses = {{"scanner"}}, .takes = gamma(24 * minute, 10 * minute)})
        .add(Delay{.name = "result", .takes = erlang(2, 40 * minute)})
        .add(Activity{.name = "discharge", .uses = {{"clerk"}}, .takes = triangular(1 * minute, 3 * minute, 5 * minute)})
        .add(Route{.from = "triage", .to = {{"see"}}})
        .add(Route{.from = "see", .to = {{.to = "scan", .p = bernoulli(0.4)}, {.to = "discharge", .where = "not urgent"}, {"exit"}}})
        .add(Route{.from = "scan", .to = {{"result"}}});
}

study::Study study_of(Pathway made)
{
    study::Study study{.name = "one hash", .pathway = std::move(made)};
    study.arms = {{.name = "usual care"}};
    study.horizon = 28 * day;
    study.follow_up = 7 * day;
    study.replications = 8;
    study.seed = 2026;
    return study;
}

// The whole engine was compiled by g++ 12 at -O0, -O2 and -O3 -march=native and by clang 16 at -O2 to see both.
constexpr std::uint64_t published = 0x11cf1ca8ea4e9b42, published_of_stations = 0xaf61c02847f3fc18;

} // namespace

TEST_CASE("a run of some 100,000 events has the hash that is published, with 1, 2 and 8 threads", "[one hash]")
{
    for (auto const& [pathway, hash] : {std::pair{busy_hospital(), published}, std::pair{walk_in_centre(), published_of_stations}}) {
        INFO(pathway.name);
        auto const study = study_of(pathway);
        auto const runs = study::run(study, {.threads = 1}).runs;
        std::int64_t events = 0;
        for (auto const& run : runs.results) events += run.events;
        CHECK(events > 100'000);
        CHECK(sim::hash_of(runs) == hash);
        for (int const threads : {2, 8}) CHECK(sim::hash_of(study::run(study, {.threads = threads}).runs) == hash);
    }
    CHECK(sim::is_cascade(sim::compile(check(walk_in_centre()))));
    CHECK_FALSE(sim::is_cascade(sim::compile(check(busy_hospital()))));
}

TEST_CASE("more replications, or fewer, are the same replications: work may be shared out in any chunks", "[one hash]")
{
    auto study = study_of(busy_hospital());
    auto const all = study::run(study).runs;
    study.replications = 3;
    auto const some = study::run(study).runs;
    for (int replication = 0; replication < 3; ++replication) CHECK(some.at(0, 0, replication).stays == all.at(0, 0, replication).stays);
}
