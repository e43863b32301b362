// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <atomic>
#include <set>

#include "trace_fixture.hpp"

using namespace story;

namespace {

/// A test finds most of those who have it; the missed come back after a while.
Pathway screening() {
    return Pathway{"screening"}
        .add(Arrivals{.name = "people", .rate = units::Rate::from_per_hour(4)})
        .add(Attribute{.name = "ill", .is = pathway::bernoulli(0.1)})
        .add(Activity{.name = "screen", .takes = 10 * minute})
        .add(pathway::Test{.name = "positive", .at = "screen", .condition = "ill", .sensitivity = 0.8, .specificity = 0.95})
        .add(pathway::Delay{.name = "back", .takes = pathway::exponential(20 * day)})
        .add(Activity{.name = "treat", .takes = hour})
        .add(Route{.from = "screen", .to = {{"treat", {}, "positive"}, {"back", {}, "ill"}, {"exit"}}})
        .add(Route{.from = "back", .to = {{"treat"}}})
        .add(pathway::Interval{.name = "direct", .from = "arrival", .to = "treat", .where = "ill", .unless = "back", .rows = true})
        .add(pathway::Interval{.name = "all", .from = "arrival", .to = "treat", .where = "ill", .standard = 2 * day})
        .add(pathway::Outcome{.name = "found", .at = "screen", .where = "ill and positive"})
        .add(pathway::Outcome{.name = "missed", .at = "screen", .where = "ill and not positive"})
        .add(pathway::Outcome{.name = "false alarm", .at = "screen", .where = "positive and not ill"})
        .add(pathway::Outcome{.name = "half of all", .at = "screen", .share = 0.5});
}

void check_share(std::int64_t yes, std::int64_t of, double p) {
    auto const n = static_cast<double>(of);
    INFO(yes << " of " << of << ", expected a share of " << p);
    CHECK(std::abs(static_cast<double>(yes) - n * p) <= 4.89 * std::sqrt(n * p * (1 - p)));
}

} // namespace

TEST_CASE("a test finds what its sensitivity says and alarms as its specificity says") {
    auto const run = tell(screening(), 2000 * day).run;
    auto const people = run.arrivals[0], ill = run.outcomes[0] + run.outcomes[1];
    double const expected = 4 * 24 * 2000;
    CHECK(std::abs(static_cast<double>(people) - expected) <= 4.89 * std::sqrt(expected)); // of nobody every share is right
    check_share(ill, people, 0.1);
    check_share(run.outcomes[0], ill, 0.8);
    check_share(run.outcomes[2], people - ill, 0.05);
    check_share(run.outcomes[3], people, 0.5);
}

TEST_CASE("a clock with `unless` leaves out those who took the other way; one without has everybody") {
    auto const run = tell(screening(), 400 * day).run;
    auto const found = static_cast<std::uint64_t>(run.outcomes[0]), missed = static_cast<std::uint64_t>(run.outcomes[1]);
    CHECK(run.intervals[0].times.count() == found);
    CHECK(run.intervals[0].times.least() == (70 * minute).ticks());
    CHECK(run.intervals[0].times.greatest() == (70 * minute).ticks());
    CHECK(run.intervals[1].times.count() == found + missed);
    CHECK(run.intervals[1].within_standard >= run.outcomes[0]);
    CHECK(run.rows.size() == found);
    std::set<std::int64_t> patients;
    for (auto const& row : run.rows) patients.insert(row.patient);
    CHECK(patients.size() == found);
}

TEST_CASE("a better test keeps the patients whom the worse one found, and finds more") {
    auto better = screening();
    better.tests[0].sensitivity = 0.9;
    auto const found = [](Pathway const& pathway) {
        std::set<std::int64_t> patients;
        for (auto const& row : tell(pathway, 200 * day).run.rows) patients.insert(row.patient);
        return patients;
    };
    auto const few = found(screening()), more = found(better);
    CHECK(more.size() > few.size());
    CHECK(std::includes(more.begin(), more.end(), few.begin(), few.end()));
}

TEST_CASE("an adjustment acts on its share of the visits and leaves the others alone to the tick") {
    auto base = Pathway{"adjusted"}
                    .add(Arrivals{.name = "people", .rate = units::Rate::from_per_hour(2)})
                    .add(Activity{.name = "note", .takes = pathway::exponential(10 * minute)});
    auto with = base;
    with.activities[0].adjustments = {{.tool = "voice", .share = 0.3, .by = 0.5}};
    auto const before = tell(base).of("note"), after = tell(with).of("note");
    REQUIRE(before.size() == after.size());
    std::int64_t used = 0;
    for (std::size_t k = 0; k < before.size(); ++k) {
        auto const full = before[k].ended - before[k].started, taken = after[k].ended - after[k].started;
        REQUIRE((taken == full || std::abs(2 * taken - full) <= 1));
        used += taken != full;
    }
    check_share(used, static_cast<std::int64_t>(before.size()), 0.3);
}

TEST_CASE("attributes may depend on earlier ones, and categories come in their shares") {
    auto const pathway = Pathway{"attributes"}
                             .add(Arrivals{.name = "people", .rate = units::Rate::from_per_hour(10)})
                             .add(Attribute{.name = "old", .is = pathway::bernoulli(0.4)})
                             .add(Attribute{.name = "frail", .is = {.p = 0.05, .cases = {{"old", 0.5}}}})
                             .add(Attribute{.name = "band", .levels = {"a", "b", "c"}, .shares = {1.0, 2.0, 1.0}})
                             .add(Activity{.name = "come"})
                             .add(pathway::Outcome{.name = "old", .at = "come", .where = "old"})
                             .add(pathway::Outcome{.name = "old and frail", .at = "come", .where = "old and frail"})
                             .add(pathway::Outcome{.name = "young and frail", .at = "come", .where = "not old and frail"})
                             .add(pathway::Outcome{.name = "b", .at = "come", .where = "band = b"})
                             .add(pathway::Outcome{.name = "not b", .at = "come", .where = "band != b"});
    auto const run = tell(pathway, 200 * day).run;
    auto const people = run.arrivals[0];
    check_share(run.outcomes[0], people, 0.4);
    check_share(run.outcomes[1], run.outcomes[0], 0.5);
    check_share(run.outcomes[2], people - run.outcomes[0], 0.05);
    check_share(run.outcomes[3], people, 0.5);
    CHECK(run.outcomes[3] + run.outcomes[4] == people);
}

TEST_CASE("a run that is cancelled says so and keeps what it has") {
    std::atomic<bool> const cancel{true};
    auto const network = sim::compile(pathway::check(screening()));
    auto const run = sim::simulate(network, {}, {.window = 400 * day}, {.cancel = &cancel});
    CHECK(run.status == sim::RunStatus::cancelled);
    CHECK(run.events < 2000);
}

TEST_CASE("a run with more patients than its limit ends as such and not by running out of memory") {
    auto const network = sim::compile(pathway::check(screening()));
    auto const run = sim::simulate(network, {}, {.window = 400 * day}, {.patients_in_system = 50});
    CHECK(run.status == sim::RunStatus::limit_reached);
}

TEST_CASE("the trace does not change what happens") {
    auto const network = sim::compile(pathway::check(screening()));
    std::vector<sim::TraceRow> trace;
    sim::Horizon const horizon{.warm_up = 10 * day, .window = 50 * day, .follow_up = 300 * day};
    CHECK(sim::simulate(network, {.seed = 9}, horizon) == sim::simulate(network, {.seed = 9}, horizon, trace));
    CHECK(trace.size() > 10'000);
}
