// SPDX-License-Identifier: MIT
// Results by period: who counts where, to the tick.
#include "catch.hpp"

#include <cmath>

#include "story.hpp"

using namespace story;

namespace {

constexpr auto tick = units::Duration::from_ticks(1);
using Counted = std::vector<std::int64_t>;

sim::Replication run(Pathway const& pathway, sim::Horizon const& horizon) {
    return sim::simulate(sim::compile(pathway::check(pathway)), {.seed = 1}, horizon);
}

/// One column's number in each period.
Counted each(sim::Replication const& run, std::vector<std::int64_t> sim::Counts::*column, std::size_t at = 0) {
    Counted numbers;
    for (sim::Counts const& period : run.periods) numbers.push_back((period.*column)[at]);
    return numbers;
}

Counted ticks_of(Times const& times) {
    Counted ticks;
    for (auto const time : times) ticks.push_back(time.ticks());
    return ticks;
}

} // namespace

TEST_CASE("who arrives at the last instant of a period counts in it and is followed into the next") {
    auto const pathway = clinic(at({day - tick, day, day + hour})).add(Interval{.name = "stay", .standard = 40 * minute});
    auto const told = run(pathway, {.window = 2 * day, .period = day});
    REQUIRE(told.periods.size() == 2);
    CHECK(each(told, &sim::Counts::arrivals) == Counted{1, 2});
    CHECK(each(told, &sim::Counts::exits) == Counted{1, 2});
    CHECK(each(told, &sim::Counts::visits) == Counted{1, 2});
    CHECK(each(told, &sim::Counts::calendar_visits) == Counted{0, 3});
    // 30 min of the first; the second waits for all of it but a tick, the third for nothing more.
    CHECK(told.periods[0].intervals[0].times.sum() == (30 * minute).ticks());
    CHECK(told.periods[1].intervals[0].times.sum() == (90 * minute - tick).ticks());
    CHECK(told.periods[0].intervals[0].within_standard == 1);
    CHECK(told.periods[1].intervals[0].within_standard == 1);
}

TEST_CASE("work that lies across the border of periods is split between them, and its patient counts in one") {
    auto const pathway = clinic(at({day - 10 * minute, 40 * hour}), pathway::empirical({60 * hour}));
    auto const told = run(pathway, {.window = 5 * day, .follow_up = 7 * day, .period = day});
    // From 23:50 on the first day to 11:50 on the fourth, and then the next for 60 h: to 23:50 on the sixth, outside.
    CHECK(each(told, &sim::Counts::calendar_ticks) == ticks_of({10 * minute, day, day, day, day}));
    CHECK(each(told, &sim::Counts::resource_ticks) == ticks_of({60 * hour, 60 * hour, 0 * hour, 0 * hour, 0 * hour}));
    CHECK(told.calendar_ticks == ticks_of({4 * day + 10 * minute}));
}

TEST_CASE("a wait counts in the period in which its queue was joined") {
    auto const told = run(clinic(at({day - 20 * minute, day - 10 * minute, day + 5 * minute})), {.window = 2 * day, .period = day});
    CHECK(told.periods[0].queues[0].times.count() == 2);
    CHECK(told.periods[0].queues[0].times.sum() == (20 * minute).ticks());
    CHECK(told.periods[1].queues[0].times.count() == 1);
    CHECK(told.periods[1].queues[0].times.sum() == (35 * minute).ticks());
    CHECK(told.periods[1].classes[0] == told.periods[1].queues[0]);
}

TEST_CASE("open time falls into the periods in which it is, with what a surge adds") {
    auto pathway = clinic(at({day - 20 * minute, day - 19 * minute, day - 18 * minute, day - 17 * minute, day - 16 * minute}));
    pathway.resources[0].surge = pathway::Surge{.of = "see", .open_at = 2, .close_at = 0, .servers = 1};
    auto const told = run(pathway, {.window = 3 * day, .period = day});
    // At 23:42 two wait and the second doctor comes; at 0:40 nobody does and the second doctor goes.
    CHECK(each(told, &sim::Counts::open_ticks) == ticks_of({day + 18 * minute, day + 40 * minute, day}));
    // Work: 23:40 and 23:42 on, without a pause until 1:12 and 1:10.
    CHECK(each(told, &sim::Counts::calendar_ticks) == ticks_of({38 * minute, 112 * minute, 0 * minute}));
}

TEST_CASE("a rota's hours fall into the days in which they are") {
    auto pathway = clinic(at({hour}));
    pathway.resources[0].rota = Rota::weekdays(9 * hour, 17 * hour);
    auto const told = run(pathway, {.window = 7 * day, .period = 36 * hour});
    // Monday and half of Tuesday, ..., Saturday noon to the end of Sunday.
    CHECK(each(told, &sim::Counts::open_ticks) ==
          ticks_of({11 * hour, 13 * hour, 11 * hour, 5 * hour, 0 * hour}));
    CHECK(each(told, &sim::Counts::calendar_visits) == Counted{1, 0, 0, 0, 0});
}

TEST_CASE("the last period is as long as is left of the window") {
    auto const told = run(clinic(at({0 * day, 5 * day - tick, 5 * day})), {.window = 5 * day, .period = 2 * day});
    CHECK(each(told, &sim::Counts::open_ticks) == ticks_of({2 * day, 2 * day, day}));
    CHECK(each(told, &sim::Counts::arrivals) == Counted{1, 0, 1});
}

TEST_CASE("periods begin when the warm-up is over") {
    auto const told = run(clinic(at({3 * hour, day, 2 * day, 3 * day})), {.warm_up = day, .window = 2 * day, .period = day});
    CHECK(each(told, &sim::Counts::arrivals) == Counted{1, 1});
    CHECK(each(told, &sim::Counts::calendar_visits) == Counted{1, 1});
}

TEST_CASE("a waiting list that is judged counts in the first period, one that is not in none") {
    for (bool const judged : {true, false}) {
        auto const pathway = clinic(at({day + hour}))
                                 .add(pathway::Backlog{.name = "list", .at = "see", .waited = {3 * day, 10 * day}, .judged = judged})
                                 .add(Interval{.name = "all", .to = "see.start"});
        auto const told = run(pathway, {.window = 2 * day, .period = day});
        CHECK(each(told, &sim::Counts::arrivals, 1) == Counted{judged ? 2 : 0, 0});
        CHECK(told.periods[0].intervals[0].times.count() == (judged ? 2U : 0U));
        CHECK(told.periods[1].intervals[0].times.count() == 1);
    }
}

TEST_CASE("branches of a patient count where the patient does") {
    auto const pathway = Pathway{"fork"}
                             .add(at({day - minute}))
                             .add(staff("nurse", 2))
                             .add(Activity{.name = "come", .takes = pathway::empirical({2 * minute})})
                             .add(pathway::Fork{.name = "both", .branches = {"one", "other"}, .join = "met"})
                             .add(work("one", "nurse", hour))
                             .add(work("other", "nurse", 2 * hour))
                             .add(pathway::Join{.name = "met"})
                             .add(Route{.from = "come", .to = {{"both"}}})
                             .add(Route{.from = "one", .to = {{"met"}}})
                             .add(Route{.from = "other", .to = {{"met"}}});
    auto const told = run(pathway, {.window = 2 * day, .period = day});
    CHECK(each(told, &sim::Counts::resource_ticks) == ticks_of({3 * hour, 0 * hour}));
    CHECK(each(told, &sim::Counts::calendar_ticks) == ticks_of({0 * hour, 3 * hour}));
}

TEST_CASE("demand that grows shows in the counts of the years") {
    Arrivals arrivals{.name = "patients", .rate = units::Rate::of(20, day)};
    arrivals.growth = 0.5;
    auto const pathway = Pathway{"grows"}.add(arrivals).add(Activity{.name = "come"});
    auto const told = run(pathway, {.window = 3 * units::year, .period = units::year});
    auto const years = each(told, &sim::Counts::arrivals);
    REQUIRE(years.size() == 3);
    // The mean of 1.5^t over the year that begins at y is 1.5^y x 0.5 / ln 1.5; a day's rate is that of its midnight.
    for (int y = 0; y < 3; ++y) {
        double expected = 0;
        for (int d = 0; d < 365; ++d) expected += 20 * std::pow(1.5, (365 * y + d) / 365.0);
        CHECK(std::abs(static_cast<double>(years[static_cast<std::size_t>(y)]) - expected) <= 4.89 * std::sqrt(expected));
    }
    CHECK(years[0] + years[1] + years[2] == told.arrivals[0]);
}

TEST_CASE("rows say in which period their patient arrived") {
    auto const pathway = clinic(at({hour, day - tick, day})).add(Interval{.name = "stay", .rows = true});
    std::vector<int> periods;
    for (auto const& row : run(pathway, {.window = 2 * day, .period = day}).rows) periods.push_back(row.period);
    CHECK(periods == std::vector<int>{0, 0, 1});
}

TEST_CASE("a run of one period is the run without periods, to the bit") {
    auto const simple = clinic(Arrivals{.name = "patients", .rate = units::Rate::from_per_hour(1.5)});
    auto const timed = simple.add(Interval{.name = "stay", .standard = hour, .rows = true});
    auto const ruled = timed.add(pathway::Backlog{.name = "list", .at = "see", .waited = {day}, .judged = true});
    for (auto const& pathway : {simple, timed, ruled}) {
        sim::Horizon horizon{.warm_up = day, .window = 30 * day, .follow_up = day};
        auto const without = run(pathway, horizon);
        for (auto const period : {30 * day, 31 * day, 30 * day + tick}) {
            horizon.period = period;
            CHECK(run(pathway, horizon) == without);
        }
        horizon.period = 30 * day - tick;
        CHECK(run(pathway, horizon).periods.size() == 2);
    }
}

TEST_CASE("a log is kept of a run by period as of any other, and says the same") {
    auto const network = sim::compile(pathway::check(clinic(Arrivals{.name = "patients", .rate = units::Rate::from_per_hour(1.5)})));
    sim::Horizon const horizon{.window = 30 * day, .follow_up = day, .period = 7 * day};
    std::vector<sim::TraceRow> trace;
    auto const told = sim::simulate(network, {.seed = 9}, horizon, trace);
    CHECK(told == sim::simulate(network, {.seed = 9}, horizon));
    CHECK(told.periods.size() == 5);
    CHECK(trace.size() > 1000);
}
