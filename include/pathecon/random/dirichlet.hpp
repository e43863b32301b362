// SPDX-License-Identifier: MIT
/// \file
/// A Dirichlet draw splits 1 into shares: how sure we are of the probabilities of several outcomes at once.
#pragma once

#include <span>
#include <vector>

namespace pathecon::random {

/// Returns as many shares as `counts`, with sum 1. `counts` are those observed (plus a prior's), each > 0; share i has
/// mean counts[i]/total. `u` holds one uniform number in (0, 1) for each share but the last: each splits what its
/// predecessors left by a beta quantile (stick breaking), so every share rises with its own uniform number.
[[nodiscard]] std::vector<double> dirichlet(std::span<double const> counts, std::span<double const> u);

} // namespace pathecon::random
