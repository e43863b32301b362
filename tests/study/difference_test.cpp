// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <cmath>
#include <vector>

#include <pathecon/random/evidence.hpp>
#include <pathecon/study/difference.hpp>
#include <pathecon/study/run.hpp>

#include "clinic.hpp"

using namespace pathecon;
using namespace pathecon::units::literals;

namespace {

study::Difference const& find(std::vector<study::Difference> const& all, std::string_view arm,
                              std::string_view interval, study::Measure measure = study::Measure::mean)
{
    for (auto const& one : all)
        if (one.arm == arm && one.interval == interval && one.measure == measure) return one;
    throw std::logic_error{"no such difference"};
}

/// The mean over every patient of an arm, in hours.
double mean_hours(sim::Runs const& runs, int arm, std::size_t interval)
{
    double sum = 0, count = 0;
    for (int r = 0; r < runs.replications; ++r) {
        auto const& times = runs.at(arm, 0, r).intervals[interval].times;
        sum += static_cast<double>(times.sum()) / 3.6e9;
        count += static_cast<double>(times.count());
    }
    return sum / count;
}

/// One server with exponential work and, as an arm, work that takes a little less.
study::Study queue(double arrivals_per_hour, units::Duration horizon, int replications)
{
    auto const pathway =
        pathway::Pathway{"queue"}
            .add(pathway::Arrivals{.name = "patients", .rate = units::Rate::from_per_hour(arrivals_per_hour)})
            .add(pathway::Resource{.name = "server", .rota = pathway::Rota::always(1)})
            .add(
                pathway::Activity{.name = "work", .uses = {{.resource = "server"}}, .takes = pathway::exponential(1_h)})
            .add(pathway::Interval{.name = "stay"});
    return {.name = "queue",
            .pathway = pathway,
            .arms = {{.name = "usual"},
                     {.name = "faster",
                      .tools = {{.name = "Faster", .effects = {effect::Scale{.activity = "work", .by = 0.9}}}}}},
            .horizon = horizon,
            .warm_up = 4_weeks,
            .follow_up = 4_weeks,
            .replications = replications,
            .seed = 11};
}

} // namespace

TEST_CASE("a difference is the difference of the arms' means, and pairs make it far narrower", "[study]")
{
    auto study = clinic::study();
    study.replications = 12;
    auto const result = study::run(study);
    auto const all = study::differences_of(result);
    auto const& visit = find(all, "voice", "visit");
    CHECK(visit.value.mean == Approx(mean_hours(result.runs, 2, 0) - mean_hours(result.runs, 0, 0)).epsilon(1e-9));
    CHECK(visit.value.high < 0);
    CHECK(visit.value.n == 12);
    CHECK(visit.variance_ratio.mean > 1.5);
    CHECK(visit.variance_ratio.low < visit.variance_ratio.mean);
    CHECK(visit.p_value < 1e-3);
    CHECK(std::isnan(visit.between_draws));
    // Medians are compared replication by replication.
    double median = 0;
    for (int r = 0; r < 12; ++r)
        median +=
            static_cast<double>(result.runs.at(2, 0, r).intervals[0].p50 - result.runs.at(0, 0, r).intervals[0].p50) /
            3.6e9 / 12;
    CHECK(find(all, "voice", "visit", study::Measure::median).value.mean == Approx(median).epsilon(1e-9));
    // Only the visit has a standard: three measures of the other interval, four of this one, in two arms.
    CHECK(all.size() == 14);
    auto const table = study::differences_table(result);
    REQUIRE(table.rows() == 14);
    CHECK(table.column<std::string>("measure")[10] == "share_within_standard");
    CHECK(table.column<std::string>("unit")[10] == "share");
    CHECK(table.column<double>("difference")[7] == visit.value.mean);
    CHECK(table.column<double>("variance_ratio")[7] == visit.variance_ratio.mean);
    CHECK(find(all, "voice", "visit", study::Measure::share_within_standard).value.mean > 0);
}

TEST_CASE("a tool that changes nothing differs by exactly nothing", "[study]")
{
    auto const all = study::differences_of(study::run(clinic::study()));
    for (auto const& one : all) {
        if (one.arm != "idle") continue;
        CHECK(one.value.low == 0.0);
        CHECK(one.value.high == 0.0);
        CHECK(one.p_value == 1.0);
        CHECK(one.p_adjusted == 1.0);
    }
    // Of two arms, the one that differs has its p value doubled by Holm.
    auto const& voice = find(all, "voice", "visit");
    CHECK(voice.p_adjusted == Approx(2 * voice.p_value).epsilon(1e-12));
}

TEST_CASE("over draws, what lies between them is told apart from what lies within", "[study]")
{
    auto study = clinic::study();
    study.arms[2].tools.tools.front().effects = {
        effect::Scale{.activity = "see nurse", .by = random::uncertain(0.8, 0.6, 1.0)}};
    study.draws = 12;
    study.replications = 3;
    auto const result = study::run(study);
    auto const visit = find(study::differences_of(result), "voice", "visit");
    CHECK(visit.value.n == 12);
    CHECK(visit.value.low < visit.value.mean);
    CHECK(visit.between_draws > visit.within_draws); // a wide prior, and the same patients in both arms
    CHECK(visit.within_draws > 0);
    CHECK(visit.variance_ratio.n == 12);
    CHECK(visit.variance_ratio.mean > 1.5);
    CHECK_FALSE(visit.controlled);
    std::vector<double> draws;
    for (int draw = 0; draw < 12; ++draw) {
        sim::Runs one{
            .arms = result.runs.arms, .labels = result.runs.labels, .replications = 3, .results = {}, .pooled = {}};
        for (int arm = 0; arm < 3; ++arm)
            for (int r = 0; r < 3; ++r) one.results.push_back(result.runs.at(arm, draw, r));
        draws.push_back(mean_hours(one, 2, 0) - mean_hours(one, 0, 0));
    }
    auto const percentiles = stats::percentile_interval(draws).draws;
    CHECK(visit.value.mean == Approx(percentiles.mean).epsilon(1e-9));
    CHECK(visit.value.low == Approx(percentiles.low).epsilon(1e-9));

    study.replications = 1;
    auto const alone = find(study::differences_of(study::run(study)), "voice", "visit");
    CHECK(std::isnan(alone.variance_ratio.mean));
    CHECK(std::isnan(alone.within_draws));
}

TEST_CASE("the mean of a Poisson stream is its rate times the time it is open", "[study]")
{
    pathway::Arrivals arrivals{.rate = units::per_hour(5), .open = pathway::Rota::weekdays(9_h, 17_h, 2)};
    CHECK(*study::expected_arrivals(arrivals, 0_h, 3_weeks) == Approx(5 * 2 * 40 * 3));
    CHECK(*study::expected_arrivals(arrivals, 10_h, 1_weeks + 33_h + 30_min) == Approx(10.0 * (7 + 32 + 8 + 0.5)));
    CHECK(*study::expected_arrivals({.rate = units::per_hour(2)}, 5_h, 8_h) == Approx(6.0));
    arrivals.profile = {{.days = "Mon", .by = 2.0}};
    CHECK_FALSE(study::expected_arrivals(arrivals, 0_h, 1_weeks));
    CHECK_FALSE(study::expected_arrivals({.rate = units::per_hour(2), .dispersion = 0.2}, 0_h, 1_weeks));
    CHECK_FALSE(study::expected_arrivals({.rate = units::per_hour(2), .group = 2}, 0_h, 1_weeks));
}

TEST_CASE("controls say the same with less error, beside the plain estimate", "[study]")
{
    // M/M/1 at load 1/2 stays 2 h on average.
    auto const result = study::run(queue(0.5, 104_weeks, 40));
    auto const controlled = study::controlled_mean_of(result, 0, "stay");
    REQUIRE(controlled);
    CHECK(controlled->controls == 1);
    CHECK(controlled->plain.mean == Approx(mean_hours(result.runs, 0, 0)).epsilon(1e-9));
    CHECK(std::abs(controlled->mean.mean - 2.0) < 4.89 * controlled->mean.standard_error);
    CHECK(controlled->variance_ratio > 1.2);
    CHECK(controlled->slopes.front() > 0); // more patients, longer stays
    auto const stay = find(study::differences_of(result), "faster", "stay");
    REQUIRE(stay.controlled);
    CAPTURE(controlled->variance_ratio, stay.controlled->variance_ratio, stay.variance_ratio.mean);
    CHECK(stay.value.mean == stay.controlled->plain.mean);

    auto bursts = queue(0.4, 4_weeks, 8);
    bursts.pathway.arrivals.front().dispersion = 0.3;
    if (study::faults_of(bursts).ok())
        CHECK_FALSE(study::expected_arrivals(bursts.pathway.arrivals.front(), 0_h, 1_weeks));
}

TEST_CASE("the limits of a simulated difference cover the true one as often as they say", "[study]")
{
    // 400 studies of 8 replications each; the truth is the mean over all 3,200 pairs, known twenty times better than
    // any.
    constexpr int studies = 400;
    std::vector<stats::Interval> intervals;
    double truth = 0;
    auto study = queue(0.5, 4_weeks, 8 * studies);
    study.warm_up = 1_weeks;
    study.follow_up = 1_weeks;
    auto const runs = study::run(study).runs;
    for (int s = 0; s < studies; ++s) {
        study::StudyResult part{.study = study, .arms = {{.name = "usual"}, {.name = "faster"}}};
        part.runs = {.arms = runs.arms, .labels = runs.labels, .replications = 8, .results = {}, .pooled = {}};
        for (int arm = 0; arm < 2; ++arm)
            for (int r = 0; r < 8; ++r) part.runs.results.push_back(runs.at(arm, 0, 8 * s + r));
        intervals.push_back(find(study::differences_of(part), "faster", "stay").value);
        truth += intervals.back().mean / studies;
    }
    int hits = 0;
    for (auto const& interval : intervals) hits += interval.low <= truth && truth <= interval.high ? 1 : 0;
    CAPTURE(hits, truth);
    CHECK(std::abs(hits - 0.95 * studies) / std::sqrt(studies * 0.95 * 0.05) < 4.89);
}
