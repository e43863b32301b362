// SPDX-License-Identifier: MIT
// Results by period on pathways drawn over the whole vocabulary: against the run without periods, and against runs whose
// window is one of the periods.
#include <algorithm>

#include "catch.hpp"

#include <pathecon/sim/compile.hpp>
#include <pathecon/sim/simulate.hpp>

#include "random_pathway.hpp"

using namespace reference;
namespace sim = pathecon::sim;
using pathecon::units::Duration;

namespace {

Duration ticks(Ticks time) { return Duration::from_ticks(time); }

/// The drawn horizon, cut into a few periods that fit it or do not.
sim::Horizon horizon_of(RandomPathway const& drawn, std::uint64_t seed)
{
    auto const parts = static_cast<Ticks>(2 + seed % 5);
    auto const period = std::max(drawn.horizon.window / parts + static_cast<Ticks>(seed % 3) - 1, Ticks{1});
    return {ticks(drawn.horizon.warm_up), ticks(drawn.horizon.window), ticks(drawn.horizon.follow_up), ticks(period)};
}

constexpr auto cohort = {&sim::Counts::arrivals,   &sim::Counts::exits,          &sim::Counts::unfinished,
                         &sim::Counts::visits,     &sim::Counts::resource_ticks, &sim::Counts::step_ticks,
                         &sim::Counts::outcomes,   &sim::Counts::reneged,        &sim::Counts::balked,
                         &sim::Counts::missed,     &sim::Counts::put_off,        &sim::Counts::happened,       &sim::Counts::unfinished_at};
constexpr auto calendar = {&sim::Counts::calendar_visits, &sim::Counts::calendar_ticks, &sim::Counts::open_ticks};

template <class Times>
void check_sum(std::vector<Times> whole, sim::Replication const& run, std::vector<Times> sim::Counts::*column)
{
    for (std::size_t k = 0; k < whole.size(); ++k) {
        pathecon::stats::ExactSum times;
        pathecon::stats::Histogram histogram{whole[k].histogram.bits()};
        for (auto const& period : run.periods) {
            times.merge((period.*column)[k].times);
            histogram.merge((period.*column)[k].histogram);
        }
        CHECK(times == whole[k].times);
        CHECK(histogram == whole[k].histogram);
    }
}

/// Every column's sum over the periods is the column of the whole.
void check_sums(sim::Replication const& run)
{
    for (auto const& columns : {std::vector(cohort), std::vector(calendar)})
        for (auto const column : columns)
            for (std::size_t k = 0; k < (run.*column).size(); ++k) {
                std::int64_t sum = 0;
                for (auto const& period : run.periods) sum += (period.*column)[k];
                CHECK(sum == (run.*column)[k]);
            }
    check_sum(run.queues, run, &sim::Counts::queues);
    check_sum(run.classes, run, &sim::Counts::classes);
    check_sum(run.intervals, run, &sim::Counts::intervals);
    for (std::size_t k = 0; k < run.intervals.size(); ++k) {
        std::int64_t within = 0;
        for (auto const& period : run.periods) within += period.intervals[k].within_standard;
        CHECK(within == run.intervals[k].within_standard);
    }
}

/// The same without what is by period.
sim::Replication whole_of(sim::Replication run)
{
    run.periods.clear();
    for (auto& row : run.rows) row.period = 0;
    return run;
}

} // namespace

TEST_CASE("The periods of a run add up to the run without periods, to the bit")
{
    int several = 0;
    for (std::uint64_t seed = 0; seed < 320; ++seed) {
        INFO("seed " << seed);
        auto const drawn = random_pathway(seed, seed % 4 == 0 ? Words::queues : Words::all);
        auto const network = sim::compile(*drawn.checked);
        auto horizon = horizon_of(drawn, seed);
        auto const by_period = sim::simulate(network, drawn.luck, horizon);
        horizon.period = {};
        CHECK(whole_of(by_period) == sim::simulate(network, drawn.luck, horizon));
        if (by_period.periods.empty()) continue;
        ++several;
        check_sums(by_period);
    }
    CHECK(several > 300);
}

TEST_CASE("A period of a run holds what a run holds whose window is that period")
{
    std::int64_t patients = 0, times = 0;
    for (std::uint64_t seed = 0; seed < 120; ++seed) {
        auto drawn = random_pathway(seed, Words::all);
        auto const horizon = horizon_of(drawn, seed);
        auto const network = sim::compile(*drawn.checked);
        auto const run = sim::simulate(network, drawn.luck, horizon);
        if (run.status != sim::RunStatus::ok) continue;
        auto const periods = sim::periods_of(horizon);
        // Only the first period has the waiting list: the others are compared with runs in which it is not judged.
        auto later = network;
        for (auto& backlog : later.backlogs) backlog.judged = false;
        for (std::size_t p = 0; p < run.periods.size(); ++p) {
            INFO("seed " << seed << ", period " << p);
            auto const begin = periods.begin_of(p), end = periods.end_of(p);
            auto const own = sim::simulate(p == 0 ? network : later, drawn.luck,
                                           {ticks(begin), ticks(end - begin), ticks(periods.end - end) + horizon.follow_up});
            auto const& period = run.periods[p];
            for (auto const column : cohort) CHECK(period.*column == own.*column);
            CHECK(period.calendar_visits == own.calendar_visits);
            CHECK(period.open_ticks == own.open_ticks);
            // A list's work counts when it is done: what is going on as a run of its own ends is not in that run.
            for (std::size_t k = 0; k < period.calendar_ticks.size(); ++k)
                CHECK((network.timetables.empty() ? period.calendar_ticks[k] == own.calendar_ticks[k]
                                                  : period.calendar_ticks[k] >= own.calendar_ticks[k]));
            CHECK(period.intervals == own.intervals);
            // A run of its own may be over before the last who joined a queue in its window has started.
            for (std::size_t k = 0; k < period.queues.size(); ++k)
                CHECK(period.queues[k].times.count() >= own.queues[k].times.count());
            for (auto const count : period.arrivals) patients += count;
            for (auto const& interval : period.intervals) times += static_cast<std::int64_t>(interval.times.count());
        }
    }
    CHECK(patients > 10'000);
    CHECK(times > 3'000);
}
