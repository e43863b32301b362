// SPDX-License-Identifier: MIT
/// \file
/// What the tests of the loop share: run a pathway with its trace and read who did what when.
#pragma once

#include <map>
#include <string>
#include <vector>

#include <pathecon/pathway/check.hpp>
#include <pathecon/sim/compile.hpp>
#include <pathecon/sim/simulate.hpp>

namespace story {

using namespace pathecon;
using pathway::Activity, pathway::Arrivals, pathway::Attribute, pathway::Pathway, pathway::Resource, pathway::Rota, pathway::Route;
using units::day, units::hour, units::minute, units::week;
using What = sim::TraceRow::What;

/// One visit of one patient to one step, in ticks; -1 where it did not happen.
struct Visit {
    std::int64_t patient = 0;
    std::string step;
    sim::Ticks queued = -1, started = -1, ended = -1;
};

struct Told {
    sim::Replication run;
    std::vector<sim::TraceRow> trace;
    std::vector<Visit> visits;      ///< In the order in which they began to queue (or started, where nobody queues).

    [[nodiscard]] std::vector<Visit> of(std::string const& step) const {
        std::vector<Visit> some;
        for (Visit const& visit : visits)
            if (visit.step == step) some.push_back(visit);
        return some;
    }
};

inline Told tell(Pathway const& pathway, units::Duration window = 30 * day, std::uint64_t seed = 1) {
    auto const network = sim::compile(pathway::check(pathway));
    Told told;
    told.run = sim::simulate(network, {.seed = seed}, {.window = window, .follow_up = 365 * day}, told.trace);
    std::map<std::pair<std::int64_t, std::int32_t>, std::size_t> open;
    for (auto const& row : told.trace) {
        if (row.step < 0) continue;
        auto const key = std::pair{row.patient, row.step};
        if (row.what == What::queue || (row.what == What::start && !open.contains(key))) {
            open[key] = told.visits.size();
            told.visits.push_back({row.patient, network.labels.steps[static_cast<std::size_t>(row.step)]});
        }
        if (!open.contains(key)) continue;
        Visit& visit = told.visits[open.at(key)];
        if (row.what == What::queue) visit.queued = row.time;
        if (row.what == What::start) visit.started = row.time;
        if (row.what == What::end) {
            visit.ended = row.time;
            open.erase(key);
        }
    }
    // Who came after the window may still be on the way when the last of the cohort leaves.
    std::erase_if(told.visits, [](Visit const& visit) { return visit.ended < 0; });
    return told;
}

inline sim::Ticks time_of_week(sim::Ticks time) { return time % week.ticks(); }

} // namespace story
