// SPDX-License-Identifier: MIT
#pragma once

/// \file
/// A wide integer has 128 bits; this header is the only place that knows how a compiler spells it.

#include <cstdint>

#if !defined(__SIZEOF_INT128__)
#include <__msvc_int128.hpp>
#include <intrin.h>
#include <type_traits>
#endif

namespace pathecon::base {

#if defined(__SIZEOF_INT128__)
__extension__ using u128 = unsigned __int128;
__extension__ using i128 = __int128;
#else
using u128 = std::_Unsigned128;
using i128 = std::_Signed128;
#endif

/// Holds a 128-bit product as two words.
struct WidePair {
    std::uint64_t high, low;
};

/// Multiplies two words without losing a bit.
[[nodiscard]] constexpr WidePair multiply_wide(std::uint64_t a, std::uint64_t b) noexcept
{
#if !defined(__SIZEOF_INT128__)
    if (!std::is_constant_evaluated()) {
        WidePair product{};
        product.low = _umul128(a, b, &product.high);
        return product;
    }
#endif
    u128 const product = static_cast<u128>(a) * b;
    return {static_cast<std::uint64_t>(product >> 64), static_cast<std::uint64_t>(product)};
}

} // namespace pathecon::base
