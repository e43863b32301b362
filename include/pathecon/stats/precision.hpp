// SPDX-License-Identifier: MIT
/// \file
/// Precision is bought with replications: a plan looks at totals that were fixed beforehand and stops at the first that
/// is precise enough.
///
/// The totals, and nothing about time or threads, decide where it can stop, and it looks at complete prefixes of the
/// replications only: the same study stops at the same place everywhere.
#pragma once

#include <concepts>
#include <cstdint>
#include <span>
#include <vector>

#include <pathecon/base/contract.hpp>
#include <pathecon/stats/interval.hpp>

namespace pathecon::stats {

/// Returns the totals at which a plan looks: `first` (at least 10), then each time ceil(1.2 n), and at last `most`.
[[nodiscard]] std::vector<std::uint64_t> totals_of(std::uint64_t first, std::uint64_t most);

/// Says whether half the distance of the limits is at most `beta`: t S/sqrt(n) <= beta for a mean.
[[nodiscard]] bool is_within(Interval const& interval, double beta);

/// Where a plan ended.
struct Stopped {
    std::uint64_t n = 0;
    bool is_met = false; ///< False when the last total was reached first.
};

/// Goes through the totals until `met(n)` holds.
///
/// An interval read at a place that its own width chose covers a little less often than it says (Chow and Robbins, Ann
/// Math Stat 36 (1965), 457-462: as often in the limit of small beta). Normal data with the first look at 10 cover in
/// 93.5 % at the worst beta and in more than 94 % once a plan goes beyond 40, where the level is 95 %; the tests hold
/// it.
template <std::predicate<std::uint64_t> Met>
[[nodiscard]] Stopped stop_at(std::span<std::uint64_t const> totals, Met met)
{
    PATHECON_EXPECTS(!totals.empty(), "a plan looks at one total at least");
    for (std::uint64_t const n : totals) {
        if (met(n)) {
            return {n, true};
        }
    }
    return {totals.back(), false};
}

} // namespace pathecon::stats
