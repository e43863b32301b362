// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <numeric>

#include <pathecon/study/replay.hpp>
#include <pathecon/study/run.hpp>
#include <pathecon/study/steady_state.hpp>

#include "clinic.hpp"

using namespace pathecon;
using namespace pathecon::units::literals;

namespace {

study::Study by_period(units::Duration period)
{
    auto study = clinic::study();
    study.period = period;
    return study;
}

std::string faults_of(units::Duration period) { return study::faults_of(by_period(period)).text(); }

template <class T>
T sum(std::vector<T> const& numbers)
{
    return std::accumulate(numbers.begin(), numbers.end(), T{});
}

using sim::By;

} // namespace

TEST_CASE("a period that cannot be is refused with its place and the numbers", "[study]")
{
    CHECK(faults_of(2_weeks) == "");
    CHECK(faults_of(8_weeks) == "");
    CHECK(faults_of(0_h).find("PE0110 error: study/period: 0 min must be above 0") == 0);
    CHECK(faults_of(-1_h).find("PE0110 error: study/period: -1 h must be above 0") == 0);
    CHECK(faults_of(9_weeks).find("PE0623 error: study/period: a period of 63.0 d does not fit into the horizon of "
                                  "56.0 d") == 0);
    // 8 weeks are 1344 h: 120 periods of 11.2 h, and one more of anything less.
    CHECK(faults_of(11.2_h) == "");
    CHECK(faults_of(11_h).find("PE0623 error: study/period: periods of 11.0 h cut the horizon of 56.0 d into 123, and "
                               "120 are the most") == 0);
}

TEST_CASE("a study by period has the whole of the study without, and tables of both", "[study]")
{
    auto const without = study::run(clinic::study()).runs;
    auto const runs = study::run(by_period(3_weeks)).runs;
    REQUIRE(runs.periods().count() == 3);
    CHECK(sim::hash_of(runs) != sim::hash_of(without));
    for (auto const table : {&sim::visits_table, &sim::usage_table, &sim::waits_table, &sim::queues_table,
                             &sim::classes_table, &sim::lost_table, &sim::outcomes_table, &sim::utilisation_table,
                             &sim::rows_table})
        CHECK(table(runs, By::horizon) == table(without, By::horizon));
    CHECK(runs.pooled[2].intervals == without.pooled[2].intervals);
    auto pooled = runs.pooled[2].periods[0].intervals[0];
    for (auto const p : {1U, 2U}) pooled.merge(runs.pooled[2].periods[p].intervals[0]);
    CHECK(pooled == without.pooled[2].intervals[0]);
    // Replications keep no histograms.
    for (auto const& period : runs.at(2, 0, 0).periods) CHECK(period.intervals[0].histogram.count() == 0);
}

TEST_CASE("tables by period are numbered from 1, say when each starts, and add up", "[study]")
{
    auto const runs = study::run(by_period(3_weeks)).runs;
    auto const table = sim::waits_table(runs, By::period);
    CHECK(table.names() == std::vector<std::string>{"arm", "draw", "replication", "period", "start_days", "interval",
                                                    "n", "mean_hours", "sd_hours", "p50_hours", "p90_hours",
                                                    "within_standard"});
    auto const& period = table.column<std::int32_t>("period");
    auto const& start = table.column<double>("start_days");
    CHECK(table.rows() == 3U * 3U * 3U * 2U);
    CHECK(std::vector(period.begin(), period.begin() + 6) == std::vector<std::int32_t>{1, 1, 2, 2, 3, 3});
    CHECK(std::vector(start.begin(), start.begin() + 6) == std::vector<double>{0, 0, 21, 21, 42, 42});
    CHECK(sum(table.column<std::int64_t>("n")) == sum(sim::waits_table(runs).column<std::int64_t>("n")));
    CHECK(sum(sim::visits_table(runs, By::period).column<std::int64_t>("visits")) ==
          sum(sim::visits_table(runs).column<std::int64_t>("visits")));
    CHECK(sim::rows_table(runs, By::period).rows() == sim::rows_table(runs).rows());
    // The clinic opens 40 h a week.
    auto const use = sim::utilisation_table(runs, By::period);
    auto const& open = use.column<double>("open_hours");
    CHECK(std::vector(open.begin(), open.begin() + 6) == std::vector<double>{120, 120, 120, 120, 80, 80});
}

TEST_CASE("a study without periods has tables of one period", "[study]")
{
    auto const runs = study::run(clinic::study()).runs;
    auto const table = sim::visits_table(runs, By::period);
    CHECK(table.column<std::int64_t>("visits") == sim::visits_table(runs).column<std::int64_t>("visits"));
    CHECK(sum(table.column<std::int32_t>("period")) == static_cast<std::int32_t>(table.rows()));
}

TEST_CASE("one, two and four threads give the same periods", "[study]")
{
    auto study = by_period(1_weeks);
    study.replications = 5;
    auto const one = study::run(study, {.threads = 1}).runs;
    for (int const threads : {2, 4}) {
        auto const more = study::run(study, {.threads = threads}).runs;
        CHECK(more == one);
        CHECK(sim::hash_of(more) == sim::hash_of(one));
    }
}

TEST_CASE("a replay by period is to the bit what the study had there", "[study]")
{
    auto const study = by_period(1_weeks);
    auto const runs = study::run(study).runs;
    auto again = study::replay(study, {.arm = "voice", .draw = 0, .replication = 2}).happened;
    sim::Pooled pooled;
    sim::pool(again, pooled);
    CHECK(again == runs.at(2, 0, 2));
}

TEST_CASE("a steady state is asked of the whole horizon, however it is cut", "[study]")
{
    auto whole = clinic::study(), cut = by_period(12_h);
    for (auto* study : {&whole, &cut}) study->horizon = 8_weeks;
    auto const one = study::steady_state(whole, "voice", "visit"), other = study::steady_state(cut, "voice", "visit");
    CHECK(one.mean.mean == other.mean.mean);
    CHECK(one.patients == other.patients);
}
