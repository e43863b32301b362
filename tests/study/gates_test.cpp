// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <cmath>

#include <pathecon/study/gates.hpp>

#include "clinic.hpp"

using namespace pathecon;

namespace {

/// Rows of one interval in hours by patient.
using Times = std::vector<std::pair<std::int64_t, double>>;

sim::Replication with_rows(Times const& times, std::int64_t population)
{
    sim::Replication replication;
    for (auto const& [patient, hours] : times)
        replication.rows.push_back({.interval = 0, .patient = patient, .ticks = units::hours(hours).ticks()});
    replication.outcomes = {population};
    return replication;
}

/// Two arms, typed by hand; one draw.
sim::Runs typed(std::vector<Times> const& usual, std::vector<Times> const& now)
{
    sim::Runs runs;
    runs.arms = {"usual", "now"};
    sim::Labels const labels{.sources = {"all"},
                             .steps = {},
                             .resources = {},
                             .groups = {},
                             .sessions = {},
                             .intervals = {"wait"},
                             .outcomes = {"ill"},
                             .group_of = {}};
    runs.labels = {labels, labels};
    runs.replications = static_cast<int>(usual.size());
    for (auto const& times : usual) runs.results.push_back(with_rows(times, 4));
    for (auto const& times : now) runs.results.push_back(with_rows(times, 4));
    return runs;
}

} // namespace

TEST_CASE("the ratio of geometric means is that of the same patients, whatever the order in which they came", "[study]")
{
    auto const runs =
        typed({{{1, 10.0}, {2, 40.0}}, {{1, 20.0}, {2, 5.0}}}, {{{2, 20.0}, {1, 5.0}}, {{2, 2.5}, {1, 10.0}}});
    auto const gate = study::gate_of(runs, 1, "wait");
    CHECK(gate.pairs == 4);
    CHECK(gate.clusters == 2);
    CHECK(gate.geometric_mean_ratio.mean == Approx(0.5).epsilon(1e-14));
    CHECK(gate.geometric_mean_ratio.standard_error == Approx(0.0).margin(1e-14));
    CHECK(gate.comparator_median_hours == Approx(15.0));
    CHECK(gate.median_hours == Approx(7.5));
    CHECK(gate.median_ratio.mean == Approx(0.5));
}

TEST_CASE("patients whose clock stops in one arm only are counted, not compared", "[study]")
{
    auto const runs = typed({{{1, 8.0}, {2, 8.0}}, {{1, 8.0}}}, {{{1, 4.0}, {3, 1.0}}, {{1, 16.0}, {9, 1.0}}});
    auto const gate = study::gate_of(runs, 1, "wait", 0, "ill");
    CHECK(gate.pairs == 2);
    CHECK(gate.only_arm == 2);
    CHECK(gate.only_comparator == 1);
    CHECK(gate.geometric_mean_ratio.mean == Approx(1.0));
    // ln(1/2) and ln(2) in two clusters of one: standard error ln 2, on the scale of the ratio, which is 1.
    CHECK(gate.geometric_mean_ratio.standard_error == Approx(std::log(2.0)));
    CHECK(gate.share.mean == Approx(2.0 / 8.0));
}

TEST_CASE("a time of zero has no logarithm and is left out by name", "[study]")
{
    auto const runs = typed({{{1, 8.0}, {2, 0.0}}, {{1, 8.0}, {2, 3.0}}}, {{{1, 4.0}, {2, 5.0}}, {{1, 4.0}, {2, 0.0}}});
    auto const gate = study::gate_of(runs, 1, "wait");
    CHECK(gate.pairs == 4);
    CHECK(gate.zeros == 2);
    CHECK(gate.geometric_mean_ratio.mean == Approx(0.5));
}

TEST_CASE("a gate needs two clusters", "[study]")
{
    auto const runs = typed({{{1, 8.0}}}, {{{1, 4.0}}});
    CHECK_THROWS_AS(study::gate_of(runs, 1, "wait"), base::ContractViolation);
}

TEST_CASE("a study compares each interval with rows; the same patients give a ratio of exactly 1 under a tool that "
          "does nothing",
          "[study]")
{
    auto const result = study::run(clinic::study());
    auto const gates = study::gates_of(result);
    REQUIRE(gates.size() == 4); // two intervals, two arms
    for (auto const& gate : gates) {
        INFO(gate.arm << ": " << gate.interval);
        CHECK(gate.pairs > 100);
        if (gate.arm == "idle") {
            CHECK(gate.geometric_mean_ratio.mean == 1.0);
            CHECK(gate.geometric_mean_ratio.standard_error == 0.0);
        } else {
            CHECK(gate.geometric_mean_ratio.high < 1.0);
        }
        if (gate.interval == "urgent visit")
            CHECK(gate.share.mean == Approx(1.0).margin(0.02));
        else
            CHECK(gate.share.n == 0);
    }
}
