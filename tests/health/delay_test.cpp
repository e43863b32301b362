// SPDX-License-Identifier: MIT
#include <pathecon/health/delay.hpp>

#include <cmath>

#include "catch.hpp"
#include <pathecon/base/diagnostic.hpp>

using namespace pathecon;
using namespace pathecon::test;
using namespace pathecon::units::literals;

namespace {

health::Delay delay() {
    health::Delay made;
    made.interval = "diagnosis to treatment";
    made.measured_on = "diagnosis to first treatment";
    made.hazard_ratio = 1.10;
    made.excess_hazard = 0.20;
    made.other_hazard = 0.02;
    made.utility = 0.8;
    return made;
}

/// Runs of [arm] with the waits of patients 0, 1, ... in days; a negative wait is no row.
sim::Runs runs_of(std::vector<std::vector<double>> const& arms) {
    sim::Runs runs;
    runs.window = units::year;
    for (auto const& waits : arms) {
        runs.arms.push_back(runs.arms.empty() ? "usual care" : "with AI");
        sim::Labels labels;
        labels.intervals = {"diagnosis to treatment"};
        runs.labels.push_back(labels);
        sim::Replication result;
        result.intervals.resize(1);
        for (std::size_t patient = 0; patient < waits.size(); ++patient)
            if (waits[patient] >= 0) {
                auto const ticks = units::days(waits[patient]).ticks();
                result.rows.insert(result.rows.begin(), {.patient = static_cast<std::int64_t>(patient), .ticks = ticks});
                result.intervals[0].times.add(ticks);
            }
        runs.results.push_back(result);
    }
    return runs;
}

ledger::Ledger book() {
    ledger::Ledger made;
    made.horizon = 5_years;
    return made;
}

} // namespace

TEST_CASE("without an effect of delay all waits are worth the same") {
    auto none = delay();
    none.hazard_ratio = 1.0;
    CHECK(health::qalys(none, 0_s, 0.015) == health::qalys(none, 20_weeks, 0.015));
    auto book_ = book();
    health::add_delays(book_, runs_of({{20, 30}, {10, 12}}), std::vector{none}, 0.015);
    CHECK(book_.size() == 0);
}

TEST_CASE("four weeks multiply the excess hazard once, eight weeks twice, and the other hazard never") {
    auto const by_hand = [](double hazard) { return 0.8 * (1 - std::exp(-hazard * 5)) / hazard; };
    CHECK(health::qalys(delay(), 0_s, 0) == Approx(by_hand(0.02 + 0.20)).epsilon(1e-12));
    CHECK(health::qalys(delay(), 4_weeks, 0) == Approx(by_hand(0.02 + 0.22)).epsilon(1e-12));
    CHECK(health::qalys(delay(), 8_weeks, 0) == Approx(by_hand(0.02 + 0.242)).epsilon(1e-12));
}

TEST_CASE("survivors keep their later QALYs, discounted") {
    auto cured = delay();
    cured.utility = 0.0;
    cured.qalys_after = 10.0;
    CHECK(health::qalys(cured, 0_s, 0.035) == Approx(10 * std::exp(-0.22 * 5) * std::pow(1.035, -5)).epsilon(1e-12));
    cured.excess_hazard = cured.other_hazard = 0.0;
    CHECK(health::qalys(cured, 0_s, 0) == 10);
}

TEST_CASE("the health of a delay is that of the same patients in both arms, a year") {
    auto made = book();
    health::add_delays(made, runs_of({{56, 28, 10}, {28, 28, 10}}), std::vector{delay()}, 0.0);
    REQUIRE(made.size() == 1);
    auto const line = made.line(0);
    CHECK(line.amount == Approx(5 * (health::qalys(delay(), 28_days, 0) - health::qalys(delay(), 56_days, 0))).epsilon(1e-12));
    CHECK(line.amount > 0);
    CHECK(line.unit == ledger::Unit::qaly);
    CHECK(line.kind == ledger::Kind::health);
    CHECK(line.owner == "patient");
    CHECK(line.quantity == 15);
    CHECK(made.warnings.empty());
}

TEST_CASE("patients whose clock stopped in one arm only are left out, and said") {
    auto made = book();
    health::add_delays(made, runs_of({{56, -1, 20}, {56, 5, -1}}), std::vector{delay()}, 0.0);
    CHECK(made.size() == 0);
    REQUIRE(made.warnings.warnings() == 1);
    CHECK(made.warnings.all()[0].code == 803);
}

TEST_CASE("an unknown interval, one without rows and a ratio of no known clock are refused together") {
    auto runs = runs_of({{56}, {28}});
    for (auto& result : runs.results) result.rows.clear();
    auto no_rows = delay(), unknown = delay();
    unknown.interval = "diagnosis to treatmant";
    unknown.measured_on.clear();
    auto made = book();
    try {
        health::add_delays(made, runs, std::vector{no_rows, unknown}, 0.0);
        FAIL("expected faults");
    } catch (base::InvalidInput const& fault) {
        CHECK_THAT(fault.what(), contains("PE0802") && contains("PE0801") && contains("PE0804") && contains("did you mean"));
    }
}

TEST_CASE("a single draw has its health without each replication in turn") {
    auto runs = runs_of({{56}, {28}});
    runs.replications = 2;
    auto const usual = runs.results[0], now = runs.results[1];
    runs.results = {usual, usual, usual, now};      // the second replication of the arm alone is better
    auto made = book();
    made.left_out = 2;
    health::add_delays(made, runs, std::vector{delay()}, 0.0);
    REQUIRE(made.size() == 2);
    CHECK(made.line(0).left_out == -1);
    CHECK(made.line(1).left_out == 0);
    CHECK(made.line(1).amount == Approx(2 * made.line(0).amount).epsilon(1e-12));
}
