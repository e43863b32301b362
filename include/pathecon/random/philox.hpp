// SPDX-License-Identifier: MIT
/// \file
/// Philox4x64-10 turns a counter and a key into four random words, without any state.
///
/// Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011. It passes BigCrush. Its four
/// words for a counter do not depend on any other counter, so luck can be looked up by what it is for.
#pragma once

#include <array>
#include <cstdint>

#include <pathecon/base/wide.hpp>

namespace pathecon::random {

/// Four words: a counter that goes in, or the luck that comes out.
using Block = std::array<std::uint64_t, 4>;
using Key = std::array<std::uint64_t, 2>;

inline constexpr std::uint64_t philox_multiplier_0 = 0xD2E7470EE14C6C93U;
inline constexpr std::uint64_t philox_multiplier_1 = 0xCA5A826395121157U;

/// Returns the counter after one round under that round's key.
[[nodiscard]] constexpr Block philox_round(Block const& counter, Key const& key) noexcept
{
    auto const a = base::multiply_wide(philox_multiplier_0, counter[0]);
    auto const b = base::multiply_wide(philox_multiplier_1, counter[2]);
    return {b.high ^ counter[1] ^ key[0], b.low, a.high ^ counter[3] ^ key[1], a.low};
}

/// Returns the key of the next round.
[[nodiscard]] constexpr Key next_key(Key const& key) noexcept
{
    return {key[0] + 0x9E3779B97F4A7C15U, key[1] + 0xBB67AE8584CAA73BU}; // golden ratio; sqrt(3) - 1
}

/// Returns the four random words of `counter` under `key`, after ten rounds.
[[nodiscard]] constexpr Block philox4x64(Block counter, Key key) noexcept
{
#if defined(__GNUC__)
#pragma GCC unroll 10
#endif
    for (int round = 0; round < 10; ++round) {
        counter = philox_round(counter, key);
        key = next_key(key);
    }
    return counter;
}

} // namespace pathecon::random
