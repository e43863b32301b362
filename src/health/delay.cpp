// SPDX-License-Identifier: MIT
#include <pathecon/health/delay.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <pathecon/random/evidence.hpp>
#include <pathecon/units/format.hpp>

namespace pathecon::health {
namespace {

using Waits = std::vector<std::pair<std::int64_t, sim::Ticks>>;     // patient, ticks, by patient

int interval_index(sim::Labels const& labels, std::string const& name) {
    auto const found = std::find(labels.intervals.begin(), labels.intervals.end(), name);
    return found == labels.intervals.end() ? -1 : static_cast<int>(found - labels.intervals.begin());
}

Waits waits_of(sim::Replication const& replication, int interval) {
    Waits waits;
    for (auto const& row : replication.rows)
        if (row.interval == interval) waits.emplace_back(row.patient, row.ticks);
    std::sort(waits.begin(), waits.end());
    return waits;
}

/// What a delay comes to in one replication.
struct Change {
    double qalys = 0;
    std::int64_t pairs = 0, alone = 0;
    Change& operator+=(Change const& other) {
        qalys += other.qalys;
        pairs += other.pairs;
        alone += other.alone;
        return *this;
    }
};

Change compare(Delay const& delay, Waits const& usual, Waits const& now, double rate) {
    Change change;
    auto a = usual.begin();
    auto b = now.begin();
    while (a != usual.end() && b != now.end()) {
        if (a->first != b->first) {
            ++change.alone;
            a->first < b->first ? ++a : ++b;
            continue;
        }
        if (a->second != b->second)
            change.qalys += qalys(delay, units::Duration::from_ticks(b->second), rate) -
                            qalys(delay, units::Duration::from_ticks(a->second), rate);
        ++change.pairs;
        ++a;
        ++b;
    }
    change.alone += (usual.end() - a) + (now.end() - b);
    return change;
}

void check(sim::Runs const& runs, std::span<Delay const> delays) {
    base::Diagnostics diagnostics;
    for (auto const& delay : delays) {
        auto const path = "terms/delay/" + delay.interval;
        base::check_bounds(delay, path, diagnostics);
        if (delay.measured_on.empty())
            diagnostics.error(804, path + "/measured_on", "the clock on which the hazard ratio was measured is missing",
                              "name it, such as 'diagnosis to first treatment': on any other clock there is no known effect");
        for (std::size_t arm = 0; arm < runs.arms.size(); ++arm) {
            auto const& names = runs.labels[arm].intervals;
            if (interval_index(runs.labels[arm], delay.interval) < 0) {
                diagnostics.error(801, path, fmt::format("arm '{}' has no interval '{}'", runs.arms[arm], delay.interval),
                                  base::did_you_mean(delay.interval, names));
                continue;
            }
            auto const index = static_cast<std::size_t>(interval_index(runs.labels[arm], delay.interval));
            bool stopped = false, kept = false;
            for (int draw = 0; draw < runs.draws && !kept; ++draw)
                for (int replication = 0; replication < runs.replications && !kept; ++replication) {
                    auto const& result = runs.at(static_cast<int>(arm), draw, replication);
                    stopped = stopped || (index < result.intervals.size() && result.intervals[index].times.count() > 0);
                    kept = !waits_of(result, static_cast<int>(index)).empty();
                }
            if (stopped && !kept)
                diagnostics.error(802, path, fmt::format("interval '{}' keeps no rows, and patients' times are needed", delay.interval),
                                  fmt::format("set rows = true in interval '{}'", delay.interval));
        }
    }
    if (!diagnostics.ok()) throw base::InvalidInput{std::move(diagnostics)};
}

void add_line(ledger::Ledger& ledger, Delay const& delay, ledger::Line line, Change const& change, double years) {
    line.owner = delay.owner;
    line.payer.clear();
    line.kind = ledger::Kind::health;
    line.unit = ledger::Unit::qaly;
    line.item = delay.interval;
    line.measure = "patients";
    if (delay.hazard_ratio.evidence) line.source = delay.hazard_ratio.evidence->source;
    if (change.qalys == 0) return;
    auto const arm = static_cast<std::size_t>(line.arm);
    auto const rollout = arm < ledger.onsets.size() ? ledger.onsets[arm].rollout(change.qalys) : effect::Rollout{};
    add_yearly(ledger, std::move(line), change.qalys / years, static_cast<double>(change.pairs) / years, rollout);
}

void warn_of_unpaired(ledger::Ledger& ledger, Delay const& delay, int arm, Change const& total) {
    if (total.alone * 100 <= total.pairs) return;
    auto const share = static_cast<double>(total.alone) / static_cast<double>(total.alone + total.pairs);
    ledger.warnings.warning(
        803, "terms/delay/" + delay.interval,
        fmt::format("the clock of {} of the patients stopped in one of '{}' and '{}' only; they are left out of the health of the delay",
                    units::human(units::Probability{share}), ledger.arms[0], ledger.arms[static_cast<std::size_t>(arm)]),
        "count what becomes of them as an outcome with its own QALYs");
}

} // namespace

double qalys(Delay const& delay, units::Duration wait, double rate) {
    double const ratio = std::pow(delay.hazard_ratio.value, wait / (units::week * 4));
    double const hazard = delay.other_hazard.value + delay.excess_hazard.value * ratio;
    double const discount = std::log1p(rate);
    double const years = delay.lasts->years();
    double const decline = hazard + discount;
    double const lived = decline == 0 ? years : -std::expm1(-decline * years) / decline;
    return delay.utility.value * lived + delay.qalys_after.value * std::exp(-decline * years);
}

void add_delays(ledger::Ledger& ledger, sim::Runs const& runs, std::span<Delay const> delays, double rate) {
    if (delays.empty()) return;
    check(runs, delays);
    double const window = runs.window.years();
    for (int draw = 0; draw < runs.draws; ++draw) {
        std::vector<Delay> drawn{delays.begin(), delays.end()};
        random::draw_inputs(drawn, "terms/delay", runs.seed, runs.draws > 1 ? draw : -1, runs.draws);
        for (auto const& delay : drawn)
            for (int arm = 1; static_cast<std::size_t>(arm) < runs.arms.size(); ++arm) {
                int const usual = interval_index(runs.labels[0], delay.interval);
                int const now = interval_index(runs.labels[static_cast<std::size_t>(arm)], delay.interval);
                std::vector<Change> changes;
                Change total;
                for (int replication = 0; replication < runs.replications; ++replication) {
                    changes.push_back(compare(delay, waits_of(runs.at(0, draw, replication), usual),
                                              waits_of(runs.at(arm, draw, replication), now), rate));
                    total += changes.back();
                }
                if (draw == 0) warn_of_unpaired(ledger, delay, arm, total);
                ledger::Line line;
                line.arm = arm;
                line.draw = draw;
                add_line(ledger, delay, line, total, window * runs.replications);
                for (line.left_out = 0; line.left_out < ledger.left_out; ++line.left_out) {
                    Change rest = total;
                    auto const& without = changes[static_cast<std::size_t>(line.left_out)];
                    rest.qalys -= without.qalys;
                    rest.pairs -= without.pairs;
                    add_line(ledger, delay, line, rest, window * (runs.replications - 1));
                }
            }
    }
}

} // namespace pathecon::health
