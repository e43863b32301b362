// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// A story is a hand-typed year of one reading room: runs, pathway and prices small enough to add up on paper.

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include <pathecon/effect/portfolio.hpp>
#include <pathecon/ledger/pricing.hpp>
#include <pathecon/sim/runs.hpp>

namespace pathecon::test {

using namespace pathecon::units::literals;

/// What one arm did in one replication of a year.
struct Year {
    double worked = 1000;           ///< Hours of the consultants for the year's patients.
    double calendar = 1000;         ///< Hours they worked in the year.
    double open = 2000;             ///< Hours they were there.
    std::int64_t films = 5000;
    std::int64_t missed = 30;
    std::int64_t uses = 0;
    double clerk = 100;             ///< Hours of a clerk for whom nobody waits.
};

inline sim::Ticks ticks(double hours) { return units::hours(hours).ticks(); }

inline sim::Replication replication(Year const& year) {
    sim::Replication made;
    made.arrivals = made.exits = {year.films};
    made.unfinished = {0};
    made.visits = made.calendar_visits = {year.films};
    made.step_ticks = {ticks(year.worked)};
    made.resource_ticks = {ticks(year.worked), ticks(year.clerk)};
    made.calendar_ticks = {ticks(year.calendar), ticks(year.clerk)};
    made.open_ticks = {ticks(year.open), 0};
    made.outcomes = {year.missed, year.uses};
    return made;
}

/// Makes runs of [draw][arm][replication] years.
inline sim::Runs runs_of(std::vector<std::vector<std::vector<Year>>> const& draws) {
    sim::Runs runs;
    sim::Labels const labels{.sources = {"films"}, .steps = {"read"}, .resources = {"reader", "clerk"},
                             .groups = {"consultant", "admin"}, .sessions = {}, .intervals = {},
                             .outcomes = {"missed", "Triage/uses"}, .group_of = {0, 1}};
    for (std::size_t arm = 0; arm < draws.front().size(); ++arm) {
        runs.arms.push_back(arm == 0 ? "usual care" : arm == 1 ? "with AI" : "arm " + std::to_string(arm));
        runs.labels.push_back(labels);
    }
    runs.draws = static_cast<int>(draws.size());
    runs.replications = static_cast<int>(draws.front().front().size());
    runs.window = units::year;
    for (auto const& arms : draws)
        for (auto const& replications : arms)
            for (auto const& year : replications) runs.results.push_back(replication(year));
    return runs;
}

/// Usual care against one arm, one draw, one replication.
inline sim::Runs runs_of(Year const& usual, Year const& now) { return runs_of({{{usual}, {now}}}); }

inline pathway::Pathway reading_room() {
    pathway::Pathway room;
    room.name = "reading room";
    pathway::Arrivals films;
    films.name = "films";
    room.arrivals = {films};
    pathway::Resource reader, clerk;
    reader.name = "reader";
    reader.group = "consultant";
    clerk.name = "clerk";
    clerk.group = "admin";
    room.resources = {reader, clerk};
    pathway::Activity read;
    read.name = "read";
    read.uses = {{.resource = "reader"}};
    read.attended = {{.resource = "clerk"}};
    room.activities = {read};
    pathway::Outcome missed, uses;
    missed.name = "missed";
    missed.at = "read";
    uses.name = "Triage/uses";
    uses.at = "read";
    room.outcomes = {missed, uses};
    return room;
}

inline pathway::BudgetLine outsourcing() {
    pathway::BudgetLine line;
    line.name = "outsourced reading";
    line.group = "consultant";
    line.baseline = 300'000_gbp;
    line.step = 1650_h;
    line.step_value = 100'000_gbp;
    return line;
}

inline ledger::Price per_hour(std::string group, units::Money amount) {
    ledger::Price price;
    price.item = std::move(group);
    price.per = ledger::Per::hour;
    price.amount = amount;
    return price;
}

inline ledger::Price per_visit(std::string step, units::Money amount) {
    ledger::Price price;
    price.item = std::move(step);
    price.per = ledger::Per::visit;
    price.amount = amount;
    return price;
}

inline ledger::Price per_event(std::string outcome, units::Money amount, double qalys = 0) {
    ledger::Price price;
    price.item = std::move(outcome);
    price.per = ledger::Per::event;
    price.amount = amount;
    price.qalys = qalys;
    return price;
}

inline ledger::Tariff tariff(std::vector<ledger::Price> prices) {
    ledger::Tariff made;
    made.prices = std::move(prices);
    return made;
}

inline effect::Charge charge(std::string item, units::Money amount, effect::Per per) {
    effect::Charge made;
    made.tool = "Triage";
    made.item = std::move(item);
    made.amount = amount;
    made.per = per;
    if (per == effect::Per::use) made.counted_by = "Triage/uses";
    return made;
}

/// One model an arm: usual care first, then the same with the charges of the tools.
inline std::vector<effect::Applied> arms_of(pathway::Pathway const& pathway, std::vector<effect::Charge> charges = {},
                                            std::vector<effect::Rollout> rollouts = {}) {
    effect::Applied usual, now;
    usual.pathway = now.pathway = pathway;
    now.charges = std::move(charges);
    now.rollouts = std::move(rollouts);
    return {usual, now};
}

/// The lines of a ledger that are changes, as they were added, of all replications together.
inline std::vector<ledger::Line> changes(ledger::Ledger const& ledger) {
    std::vector<ledger::Line> lines;
    for (std::size_t row = 0; row < ledger.size(); ++row)
        if (ledger.account[row] == ledger::Account::change && ledger.without[row] < 0) lines.push_back(ledger.line(row));
    return lines;
}

/// Sums the amounts of the changes of a kind.
inline double total(ledger::Ledger const& ledger, ledger::Kind kind) {
    double sum = 0;
    for (auto const& line : changes(ledger))
        if (line.kind == kind && !line.outlay) sum += line.amount;
    return sum;
}

/// Says whether a diagnostic of that code is there.
inline bool has(base::Diagnostics const& diagnostics, int code) {
    for (auto const& diagnostic : diagnostics.all())
        if (diagnostic.code == code) return true;
    return false;
}

} // namespace pathecon::test
