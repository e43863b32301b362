// SPDX-License-Identifier: MIT
/// \file
/// A moment is an instant with its place in the total order of everything that can happen at that instant.
///
/// Ties never depend on insertion nor on which server was used. At equal ticks the order is: completion (of work, of a
/// delay), rota change, timed start (a slot of a list, a meeting), arrival; within a kind by source, number of the arrival,
/// branch. Work that one of these makes possible starts inside that event, so a patient who queued first is served
/// before one who arrives at the instant of release.
#pragma once

#include <compare>
#include <cstdint>
#include <limits>

namespace pathecon::des {

enum class Rank : std::uint64_t { completion = 0, rota_change = 1, timed = 2, arrival = 3 };

/// What the order word can hold; compiling a network refuses more.
inline constexpr int source_bits = 6, number_bits = 31, branch_bits = 4, slot_bits = 20;
inline constexpr std::uint64_t max_sources = 1ULL << source_bits, max_number = 1ULL << number_bits,
                               max_branches = 1ULL << branch_bits, max_slots = 1ULL << slot_bits;

/// Compares by time, then by order. The slot in the lowest bits is carried along and decides nothing, because rank,
/// source, number and branch differ between any two pending events of different slots.
struct Moment {
    std::int64_t time = std::numeric_limits<std::int64_t>::max();
    std::uint64_t order = std::numeric_limits<std::uint64_t>::max();

    [[nodiscard]] std::uint32_t slot() const { return static_cast<std::uint32_t>(order & (max_slots - 1)); }

    // Written out: the compiler turns the pair of comparisons into two instructions without a branch.
    friend bool operator<(Moment const& a, Moment const& b) {
        return (a.time < b.time) | ((a.time == b.time) & (a.order < b.order));
    }
    bool operator==(Moment const&) const = default;
};

/// Packs the order word.
constexpr std::uint64_t order_of(Rank rank, std::uint64_t source, std::uint64_t number, std::uint64_t branch,
                                 std::uint64_t slot) {
    return static_cast<std::uint64_t>(rank) << (source_bits + number_bits + branch_bits + slot_bits) |
           source << (number_bits + branch_bits + slot_bits) | number << (branch_bits + slot_bits) |
           branch << slot_bits | slot;
}

} // namespace pathecon::des
