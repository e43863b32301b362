// SPDX-License-Identifier: MIT
/// \file
/// Pairing is what the same luck in two arms gains over independent luck.
#pragma once

#include <cstddef>
#include <span>

#include <pathecon/stats/interval.hpp>

namespace pathecon::stats {

/// Returns (Var a + Var b)/Var(a - b): how many times more replications independent luck would need for the same error
/// of the difference. `a` and `b` are pairs in groups of `group` successive ones (the replications of a draw), the
/// whole by default; variances are those inside the groups, pooled, so that what the groups differ by counts for
/// nothing. Limits by the jackknife of the logarithm (Miller, Ann Math Stat 39 (1968), 567-582) with Student's t:
/// leaving out a pair if there is one group, otherwise a group; these are approximate (the tests hold the coverage
/// within 2 % of 95 % from 20 pairs on). Infinite, with unknown error, when the difference does not vary at all.
[[nodiscard]] Interval variance_ratio(std::span<double const> a, std::span<double const> b, std::size_t group = 0,
                                      double level = 0.95);

} // namespace pathecon::stats
