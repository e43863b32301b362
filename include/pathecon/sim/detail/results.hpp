// SPDX-License-Identifier: MIT
/// \file
/// How a run's results begin and end, whichever way it is run.
#pragma once

#include <vector>

#include <pathecon/sim/network.hpp>
#include <pathecon/sim/periods.hpp>
#include <pathecon/sim/replication.hpp>

namespace pathecon::sim::detail {

/// Returns results of nothing yet, with a place for everything that the network has.
[[nodiscard]] Replication blank(Network const& network);

/// Sums what follows from something else in the results or from the rotas, up to `result.end`, and takes the quantiles.
void summarise(Network const& network, Ticks window_begin, Ticks window_end, Replication& result);

/// The same of each period; they add up to the whole.
void summarise(Network const& network, Periods const& periods, std::vector<Counts> counts, Replication& result);

} // namespace pathecon::sim::detail
