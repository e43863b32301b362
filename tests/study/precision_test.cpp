// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <vector>

#include <pathecon/stats/precision.hpp>
#include <pathecon/study/difference.hpp>
#include <pathecon/study/review.hpp>
#include <pathecon/study/run.hpp>

#include "clinic.hpp"

using namespace pathecon;
using namespace pathecon::units::literals;

namespace {

/// The clinic over two weeks, with goals.
study::Study with_goals(std::vector<study::Goal> goals, int most = 120)
{
    auto study = clinic::study();
    study.horizon = 2_weeks;
    for (auto& interval : study.pathway.intervals) interval.rows = false;
    study.precision = study::Precision{.goals = std::move(goals), .most = most};
    return study;
}

/// How far apart the limits of an arm's mean difference are with so many replications and no precision.
double half_width_with(int replications, std::string_view arm)
{
    auto study = with_goals({});
    study.precision.reset();
    study.replications = replications;
    for (auto const& difference : study::differences_of(study::run(study)))
        if (difference.arm == arm && difference.interval == "visit" && difference.measure == study::Measure::mean)
            return stats::half_width(difference.value);
    throw std::logic_error{"no such difference"};
}

std::vector<int> codes_of(base::Diagnostics const& diagnostics)
{
    std::vector<int> codes;
    for (auto const& d : diagnostics.all()) codes.push_back(d.code);
    std::sort(codes.begin(), codes.end());
    return codes;
}

} // namespace

TEST_CASE("replications are added at predeclared totals until the goal is met, whatever the number of threads",
          "[study]")
{
    double const asked = 0.6 * half_width_with(10, "voice");
    auto const study =
        with_goals({{.interval = "visit", .arm = "voice", .half_width = units::Duration::of(asked, units::hour)}});
    auto const one = study::run(study, {.threads = 1});
    int const n = one.runs.replications;
    auto const totals = stats::totals_of(10, 120);
    auto const look = std::find(totals.begin(), totals.end(), static_cast<std::uint64_t>(n));
    REQUIRE(look != totals.end());
    REQUIRE(look != totals.begin());
    REQUIRE(n < 120);
    REQUIRE(one.achieved.size() == 1);
    auto const& achieved = one.achieved.front();
    CHECK(achieved.is_met());
    CHECK(achieved.comparator == "usual care");
    CHECK(stats::half_width(achieved.value) <= asked);
    CHECK(stats::half_width(achieved.value) == Approx(half_width_with(n, "voice")).epsilon(1e-12));
    CHECK(half_width_with(static_cast<int>(*(look - 1)), "voice") > asked);

    auto plain = study;
    plain.precision.reset();
    plain.replications = n;
    CHECK(study::run(plain).runs == one.runs);
    for (int const threads : {2, 4}) {
        auto const more = study::run(study, {.threads = threads});
        CHECK(more.runs == one.runs);
        CHECK(more.achieved.front().value.low == achieved.value.low);
    }
    CHECK(one.simulated == 3 * n);
    CHECK_FALSE(one.partial);
}

TEST_CASE("every goal must be met: of all arms, of quantiles, of shares, and of the comparator itself", "[study]")
{
    auto study = with_goals({{.interval = "visit", .half_width = 30_min},
                             {.interval = "visit", .measure = study::Measure::p90, .half_width = 1_h},
                             {.interval = "visit",
                              .arm = "usual care",
                              .measure = study::Measure::share_within_standard,
                              .half_share = units::Probability{0.01}}},
                            500);
    auto const result = study::run(study);
    REQUIRE(result.achieved.size() == 5);
    for (auto const& one : result.achieved) {
        CHECK(one.is_met());
        CHECK(one.value.n == static_cast<std::uint64_t>(result.runs.replications));
    }
    CHECK(result.achieved[0].arm == "idle");
    CHECK(result.achieved[0].value.high == 0.0); // a tool that changes nothing is known at once
    CHECK(result.achieved[4].comparator.empty());
    CHECK(result.achieved[4].value.mean > 0.5);
    CHECK(result.achieved[4].asked == 0.01);
    // The other goals are easy: this one decided.
    CHECK(result.runs.replications > 10);
}

TEST_CASE("a goal that is not met is warned of, and the run ends at the most replications", "[study]")
{
    auto const study =
        with_goals({{.interval = "visit", .arm = "voice", .half_width = units::Duration::of(1e-3, units::second)}}, 14);
    auto const result = study::run(study);
    CHECK(result.runs.replications == 14);
    CHECK_FALSE(result.achieved.front().is_met());
    auto const codes = codes_of(study::review(result));
    CHECK(std::count(codes.begin(), codes.end(), 619) == 1);
}

TEST_CASE("a cancelled search for precision keeps whole replications and says that it is partial", "[study]")
{
    auto study = with_goals(
        {{.interval = "visit", .arm = "voice", .half_width = units::Duration::of(1e-3, units::second)}}, 100'000);
    std::atomic<bool> cancel{false};
    auto const result =
        study::run(study, {.threads = 2,
                           .progress = [&](study::Progress const& p) { cancel = cancel || p.done >= 60; },
                           .cancel = &cancel});
    CHECK(result.partial);
    REQUIRE(result.runs.replications >= 10);
    auto plain = study;
    plain.precision.reset();
    plain.replications = result.runs.replications;
    CHECK(result.runs == study::run(plain).runs);
    auto const codes = codes_of(study::review(result));
    CHECK(std::count(codes.begin(), codes.end(), 619) == 0);
    CHECK(std::count(codes.begin(), codes.end(), 615) == 1);
}

TEST_CASE("a precision names all that is wrong with it at once", "[study]")
{
    auto study =
        with_goals({{.interval = "vist", .half_width = 1_min},
                    {.interval = "visit", .arm = "vioce", .half_width = 1_min},
                    {.interval = "visit"},
                    {.interval = "visit", .half_width = 1_min, .half_share = units::Probability{0.1}},
                    {.interval = "urgent visit",
                     .measure = study::Measure::share_within_standard,
                     .half_share = units::Probability{0.1}},
                    {.interval = "visit", .measure = study::Measure::share_within_standard, .half_width = 1_min}});
    auto const faults = study::faults_of(study);
    INFO(faults.text());
    CHECK(codes_of(faults) == std::vector<int>(6, 617));
    CHECK(faults.text().find("did you mean 'visit'?") != std::string::npos);
    CHECK(faults.text().find("did you mean 'voice'?") != std::string::npos);

    study = with_goals({});
    study.draws = 8;
    study.replications = 121;
    CHECK(codes_of(study::faults_of(study)) == std::vector<int>{110, 617, 618});
    CHECK_THROWS_AS(study::run(study), base::InvalidInput);
    study = with_goals({{.interval = "visit", .half_width = 1_min}}, 9);
    CHECK_FALSE(study::faults_of(study).ok());
}
