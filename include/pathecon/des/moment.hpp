// SPDX-License-Identifier: MIT
/// \file
/// A moment is an instant with its place in the total order of everything that can happen at that instant.
///
/// Ties never depend on insertion nor on which server was used. At equal ticks the order is: completion (of work, of a
/// delay), change of capacity (a rota, a failure), timed start (a slot of a list, a meeting), end of the wait for company,
/// lost patience, event, arrival; within a kind by source, number of the arrival, branch. Work that one of these makes
/// possible starts inside it, so a patient who queued first is served before one who arrives at the instant of release.
#pragma once

#include <compare>
#include <cstdint>
#include <limits>

namespace pathecon::des {

enum class Rank : std::uint64_t { completion = 0, capacity = 1, timed = 2, bulk = 3, patience = 4, event = 5, arrival = 6 };

/// What the order word can hold; compiling a network refuses more.
inline constexpr int source_bits = 6, number_bits = 31, branch_bits = 4;
inline constexpr std::uint64_t max_sources = 1ULL << source_bits, max_number = 1ULL << number_bits,
                               max_branches = 1ULL << branch_bits, max_slots = 1ULL << 20;

/// Packs the order word: no two things that are pending at once have the same one.
constexpr std::uint64_t order_of(Rank rank, std::uint64_t source, std::uint64_t number, std::uint64_t branch) {
    return static_cast<std::uint64_t>(rank) << (source_bits + number_bits + branch_bits) |
           source << (number_bits + branch_bits) | number << branch_bits | branch;
}

/// Compares by time, then by order.
struct Moment {
    std::int64_t time = std::numeric_limits<std::int64_t>::max();
    std::uint64_t order = std::numeric_limits<std::uint64_t>::max();

    friend bool operator<(Moment const& a, Moment const& b) {
        return (a.time < b.time) | ((a.time == b.time) & (a.order < b.order));
    }
    bool operator==(Moment const&) const = default;
};

} // namespace pathecon::des
