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

// What a key gains from round to round.
inline constexpr std::uint64_t philox_weyl_0 = 0x9E3779B97F4A7C15U; // golden ratio
inline constexpr std::uint64_t philox_weyl_1 = 0xBB67AE8584CAA73BU; // sqrt(3) - 1

/// Returns the four random words of `counter` under `key`, after ten rounds.
[[nodiscard]] constexpr Block philox4x64(Block const& counter, Key const& key) noexcept
{
    // Compilers keep these in registers, and an array not always.
    std::uint64_t c0 = counter[0];
    std::uint64_t c1 = counter[1];
    std::uint64_t c2 = counter[2];
    std::uint64_t c3 = counter[3];
    std::uint64_t k0 = key[0];
    std::uint64_t k1 = key[1];
#if defined(__GNUC__)
#pragma GCC unroll 10
#endif
    for (int round = 0; round < 10; ++round) {
        auto const a = base::multiply_wide(philox_multiplier_0, c0);
        auto const b = base::multiply_wide(philox_multiplier_1, c2);
        c0 = b.high ^ c1 ^ k0;
        c1 = b.low;
        c2 = a.high ^ c3 ^ k1;
        c3 = a.low;
        k0 += philox_weyl_0;
        k1 += philox_weyl_1;
    }
    return {c0, c1, c2, c3};
}

} // namespace pathecon::random
