// SPDX-License-Identifier: MIT
#include <pathecon/ledger/usage.hpp>

#include <vector>

#include <pathecon/base/contract.hpp>
#include <pathecon/base/wide.hpp>
#include <pathecon/ledger/staffing.hpp>
#include <pathecon/units/week.hpp>

namespace pathecon::ledger {
namespace {

/// Sums one column over replications, folding the cells [row * width + i] for the i that count.
std::vector<std::int64_t> sum_of(std::vector<sim::Replication const*> const& replications,
                                 std::vector<std::int64_t> sim::Replication::*column, std::size_t rows, std::size_t width,
                                 std::vector<std::size_t> const& counted) {
    std::vector<std::int64_t> sums(rows, 0);
    for (auto const* replication : replications) {
        auto const& cells = replication->*column;
        PATHECON_EXPECTS(cells.size() == rows * width, "a replication has one cell for every label");
        for (std::size_t row = 0; row < rows; ++row)
            for (auto const i : counted) sums[row] += cells[row * width + i];
    }
    return sums;
}

Tally by_name(std::vector<std::string> const& names, std::vector<std::int64_t> const& sums) {
    Tally tally;
    for (std::size_t row = 0; row < names.size(); ++row) tally[names[row]] += sums[row];
    return tally;
}

Tally by_group(sim::Labels const& labels, std::vector<std::int64_t> const& sums) {
    Tally tally;
    for (std::size_t row = 0; row < labels.resources.size(); ++row)
        tally[labels.groups[static_cast<std::size_t>(labels.group_of[row])]] += sums[row];
    return tally;
}

/// The time of a session's lists in one week, as a mean over their cycle.
units::Duration lists_per_week(pathway::Session const& session) {
    units::Duration total{};
    for (auto const& list : session.lists) {
        auto const days = units::parse_days(list.days);
        auto const weeks = units::parse_weeks(list.weeks);
        if (!days || !weeks) continue;      // the checks of the pathway have refused it already
        auto const length = list.lasts ? *list.lasts : session.slot.value * static_cast<double>(list.slots.value_or(0));
        total += length * (static_cast<double>(days->size()) * weeks->share());
    }
    return total;
}

} // namespace

std::int64_t count_of(Tally const& tally, std::string_view name) {
    auto const found = tally.find(name);
    return found == tally.end() ? 0 : found->second;
}

double Usage::per_year(std::int64_t sum) const {
    return static_cast<double>(sum) * (static_cast<double>(units::year.ticks()) / static_cast<double>(simulated));
}

double Usage::hours_per_year(sim::Ticks sum) const { return per_year(sum) / static_cast<double>(units::hour.ticks()); }

Usage usage_of(sim::Runs const& runs, int arm, int draw, pathway::Pathway const& pathway, Sources sources, int left_out) {
    auto const& labels = runs.labels[static_cast<std::size_t>(arm)];
    std::vector<sim::Replication const*> replications;
    for (int replication = 0; replication < runs.replications; ++replication)
        if (replication != left_out) replications.push_back(&runs.at(arm, draw, replication));

    std::size_t const width = labels.sources.size();
    std::vector<std::size_t> counted;
    for (std::size_t source = 0; source < width; ++source) {
        auto const* const arrivals = pathway::find(pathway.arrivals, labels.sources[source]);
        if (sources == Sources::all || !arrivals || !arrivals->background) counted.push_back(source);
    }
    using R = sim::Replication;
    auto const cohort = [&](auto column, std::size_t rows) { return sum_of(replications, column, rows, width, counted); };
    auto const calendar = [&](auto column, std::size_t rows) { return sum_of(replications, column, rows, 1, {0}); };

    Usage usage;
    usage.simulated = runs.window.ticks() * static_cast<std::int64_t>(replications.size());
    usage.worked = by_group(labels, cohort(&R::resource_ticks, labels.resources.size()));
    usage.calendar = by_group(labels, calendar(&R::calendar_ticks, labels.resources.size()));
    usage.open = by_group(labels, calendar(&R::open_ticks, labels.resources.size()));
    usage.visits = by_name(labels.steps, cohort(&R::visits, labels.steps.size()));
    usage.step_time = by_name(labels.steps, cohort(&R::step_ticks, labels.steps.size()));
    usage.outcomes = by_name(labels.outcomes, cohort(&R::outcomes, labels.outcomes.size()));
    for (auto const& session : pathway.sessions)
        if (!session.resource.empty())
            usage.open[group_of(pathway, session.resource)] += static_cast<std::int64_t>(
                static_cast<base::i128>(lists_per_week(session).ticks()) * usage.simulated / units::week.ticks());
    return usage;
}

} // namespace pathecon::ledger
