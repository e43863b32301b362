// SPDX-License-Identifier: MIT
/// \file
/// Realisation says what becomes of released time: cash, capacity, or nothing.
///
/// A staff group's released time is pooled over all tools of an arm before anything is rounded, and each tick is given once:
/// released = cash + capacity + absorbed, as integers. Cash comes first and in whole steps of a budget line that names the
/// group. Capacity is what the simulated queue really uses: by how much less the work that is owed grows in the window than
/// without the tools. In steady operation that is nothing but chance, which averages out over draws, and released time is absorbed.
/// An arm whose list grows more has negative capacity, down to what it released.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include <pathecon/ledger/usage.hpp>
#include <pathecon/pathway/measure.hpp>
#include <pathecon/units/money.hpp>

namespace pathecon::ledger {

/// By how much a budget falls.
struct Cut {
    std::string budget_line, owner, source;
    std::int64_t steps = 0;         ///< Whole steps taken.
    sim::Ticks ticks = 0;           ///< The time that they take; 0 for a cut that is not of time.
    units::Money per_year{};        ///< What the budget falls by.
    units::Duration lead{};
};

/// What becomes of one staff group's time. In ticks over the simulated time of the usage.
struct Release {
    std::string group;
    sim::Ticks released = 0, cash = 0, capacity = 0, absorbed = 0;
    sim::Ticks used = 0;        ///< What the queue used of the released, or lost; more than `capacity` when cash takes the same time.
    sim::Ticks opened = 0;      ///< Rota and lists that the arm has more than the comparator.
    sim::Ticks added = 0;       ///< Work added beyond `opened`: it displaces other work.
    std::vector<Cut> cuts{};
};

/// Compares two usages of the same simulated time and gives every staff group in which something changed.
std::vector<Release> realise(Usage const& usual, Usage const& now, std::span<pathway::BudgetLine const> lines);

/// Takes an amount a year that is not spent on an item (a step or an outcome) from the budget lines that name the item, in whole
/// steps of `step_value`.
std::vector<Cut> cuts_of(std::string const& item, units::Money saved_per_year, std::span<pathway::BudgetLine const> lines);

} // namespace pathecon::ledger
