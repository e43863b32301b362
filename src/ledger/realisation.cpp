// SPDX-License-Identifier: MIT
#include <pathecon/ledger/realisation.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

#include <pathecon/base/contract.hpp>
#include <pathecon/base/wide.hpp>
#include <pathecon/random/evidence.hpp>

namespace pathecon::ledger {
namespace {

/// How many steps a budget can fall by: down to what is promised elsewhere already, never below nothing.
std::int64_t headroom(pathway::BudgetLine const& line) {
    double const free = line.baseline->pounds() - line.promised.pounds();
    double const step = line.step_value->pounds();
    if (line.owner.empty() || !(free > 0) || !(step > 0)) return 0;
    return static_cast<std::int64_t>(std::min(std::floor(free / step), 1e9));
}

Cut cut(pathway::BudgetLine const& line, std::int64_t steps) {
    return {.budget_line = line.name,
            .owner = line.owner,
            .source = line.step_value.evidence ? line.step_value.evidence->source : std::string{},
            .steps = steps,
            .per_year = line.step_value.value * static_cast<double>(steps),
            .lead = line.lead};
}

/// Working time of a step over the simulated time; rounded up, so that a tick too few is no step.
sim::Ticks step_ticks(pathway::BudgetLine const& line, sim::Ticks simulated) {
    auto const product = static_cast<base::i128>(line.step->ticks()) * simulated;
    auto const year = static_cast<base::i128>(units::year.ticks());
    return static_cast<sim::Ticks>((product + year - 1) / year);
}

void take_cash(Release& release, sim::Ticks simulated, std::span<pathway::BudgetLine const> lines) {
    for (auto const& line : lines) {
        if (line.group != release.group || line.step->ticks() <= 0) continue;
        auto const step = step_ticks(line, simulated);
        auto const steps = std::min((release.released - release.cash) / step, headroom(line));
        if (steps <= 0) continue;
        release.cash += steps * step;
        release.cuts.push_back(cut(line, steps));
        release.cuts.back().ticks = steps * step;
    }
}

} // namespace

std::vector<Release> realise(Usage const& usual, Usage const& now, std::span<pathway::BudgetLine const> lines) {
    PATHECON_EXPECTS(usual.simulated == now.simulated, "two usages are of the same simulated time");
    Tally groups = usual.worked;
    groups.insert(now.worked.begin(), now.worked.end());
    groups.insert(now.open.begin(), now.open.end());

    std::vector<Release> releases;
    for (auto const& [group, ignored] : groups) {
        Release release{.group = group};
        auto const saved = count_of(usual.worked, group) - count_of(now.worked, group);
        auto const open = count_of(now.open, group);
        release.opened = std::max<sim::Ticks>(0, open - count_of(usual.open, group));
        release.released = std::max<sim::Ticks>(0, saved);
        release.added = std::max<sim::Ticks>(0, -saved - release.opened);
        if (release.released == 0 && release.added == 0 && release.opened == 0) continue;

        // Nobody waits for somebody without a rota, so nobody uses what is released of their time. What is owed at the ends of
        // the window differs by chance: limits on both sides, so that chance averages out.
        auto const worked_less = count_of(usual.calendar, group) - count_of(now.calendar, group);
        if (open > 0) release.used = std::clamp(release.released - worked_less, -release.released, release.released);
        take_cash(release, now.simulated, lines);
        release.capacity = std::min(release.used, release.released - release.cash);
        release.absorbed = release.released - release.cash - release.capacity;
        releases.push_back(std::move(release));
    }
    return releases;
}

std::vector<Cut> cuts_of(std::string const& item, units::Money saved_per_year, std::span<pathway::BudgetLine const> lines) {
    std::vector<Cut> cuts;
    for (auto const& line : lines) {
        if (line.group != item || !(line.step_value->pounds() > 0)) continue;
        auto const possible = std::floor(saved_per_year / line.step_value.value);
        auto const steps = std::min(static_cast<std::int64_t>(std::clamp(possible, 0.0, 1e9)), headroom(line));
        if (steps <= 0) continue;
        cuts.push_back(cut(line, steps));
        saved_per_year -= cuts.back().per_year;
    }
    return cuts;
}

} // namespace pathecon::ledger
