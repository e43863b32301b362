// SPDX-License-Identifier: MIT
/// \file
/// What the nodes of a network are made of: indices, ranges, conditions over a patient's word, tables of chances and times.
#pragma once

#include <cstdint>
#include <limits>

namespace pathecon::sim {

using Ticks = std::int64_t;     ///< Microseconds of simulated time.
using Index = std::uint32_t;

/// Rounds a time in ticks. What lies beyond 2^61, 73,000 years, lies beyond every run and is 2^61.
[[nodiscard]] inline Ticks rounded(double time) {
    constexpr double beyond = 0x1p61;
    return static_cast<Ticks>((time < beyond ? time : beyond) + 0.5);
}

inline constexpr Index none = std::numeric_limits<Index>::max();

/// A stretch of one of the network's arrays.
struct Range {
    Index begin = 0, end = 0;
    [[nodiscard]] bool empty() const { return begin == end; }
};

/// A conjunction over the word: the bits under `mask` equal `want`, and none of the fields in `nots` has its value.
struct Condition {
    std::uint64_t mask = 0, want = 0;
    Range nots{};
    [[nodiscard]] bool always() const { return mask == 0 && want == 0 && nots.empty(); }
};
struct Field {
    std::uint64_t mask = 0, want = 0;
};

struct ChanceCase {
    Condition where;
    double p = 0;
};
/// The probability of the first case that holds, `p` when none does.
struct ChanceTable {
    Range cases{};
    double p = 0;
};

struct TimeTableCase {
    Condition where;
    Index law = 0;
};
/// The law of the first case that holds, `law` when none does.
struct TimeTable {
    Range cases{};
    Index law = 0;
};

} // namespace pathecon::sim
