// SPDX-License-Identifier: MIT
/// \file
/// Pricing turns what happened in the runs into dated lines; it never simulates.
#pragma once

#include <span>

#include <pathecon/effect/portfolio.hpp>
#include <pathecon/ledger/ledger.hpp>
#include <pathecon/ledger/tariff.hpp>
#include <pathecon/sim/runs.hpp>

namespace pathecon::ledger {

/// Prices the runs: for each arm and draw its gross cost, and for each arm but the first its change against the first. `arms`
/// are the models of the runs' arms in the same order: pathway (for budget lines and who works where) and the tools' charges.
///
/// The simulated window stands for a year of steady operation, repeated to `horizon`. Inputs with priors are drawn when the
/// runs have more than one draw, and are at their base values otherwise. The replications of a draw are pooled before any
/// rounding; with a single draw every line is made again without each replication in turn, for the Monte Carlo error.
///
/// Throws base::InvalidInput with every fault of the tariff and the budget lines.
Ledger price(sim::Runs const& runs, Tariff const& tariff, std::span<effect::Applied const> arms,
             units::Duration horizon = units::year * 5);

} // namespace pathecon::ledger
