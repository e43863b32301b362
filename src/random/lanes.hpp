// SPDX-License-Identifier: MIT
/// \file
/// Lanes are doubles side by side: one source of the samplers' arithmetic serves a single value, two lanes (every
/// 64-bit processor) and four (x86 with AVX2), and each lane gets the bits that the single value gets.
///
/// Every operation is one of IEEE 754, in a fixed order, and nothing is fused, so the width cannot change a bit.
/// Functions of lanes that hold for most arguments only mark the others in `rare`; the caller then asks one by one.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace pathecon::random::detail {

// GCC and clang have vectors that need no header of a processor's own. Elsewhere a lane comes alone.
#if defined(__GNUC__)
#define PATHECON_INLINE [[gnu::always_inline]] inline
using Two = double __attribute__((vector_size(16)));
using TwoWords = std::uint64_t __attribute__((vector_size(16)));
using TwoHalves = std::uint32_t __attribute__((vector_size(16)));
using Four = double __attribute__((vector_size(32)));
using FourWords = std::uint64_t __attribute__((vector_size(32)));
using FourHalves = std::uint32_t __attribute__((vector_size(32)));
#else
#define PATHECON_INLINE inline
using Two = double;
#endif

/// The words as wide as V, and how many they are.
template <class V>
struct Lanes;

template <>
struct Lanes<double> {
    using Words = std::uint64_t;
    static constexpr std::size_t count = 1;
};

#if defined(__GNUC__)
template <>
struct Lanes<Two> {
    using Words = TwoWords;
    using Halves = TwoHalves;
    static constexpr std::size_t count = 2;
};

template <>
struct Lanes<Four> {
    using Words = FourWords;
    using Halves = FourHalves;
    static constexpr std::size_t count = 4;
};
#endif

template <class V>
using Words = typename Lanes<V>::Words;

// The builtin: where nothing is optimised, a function of the standard library is not inlined, and takes four lanes in
// another way than they are given.
template <class V>
PATHECON_INLINE Words<V> bits_of(V x) noexcept
{
    return __builtin_bit_cast(Words<V>, x);
}

template <class V>
PATHECON_INLINE V from_bits(Words<V> bits) noexcept
{
    return __builtin_bit_cast(V, bits);
}

/// Returns all ones where the comparison `yes` holds.
template <class V, class Yes>
PATHECON_INLINE Words<V> mask_of(Yes yes) noexcept
{
    if constexpr (Lanes<V>::count == 1) {
        return std::uint64_t{0} - static_cast<std::uint64_t>(yes);
    } else {
        return __builtin_bit_cast(Words<V>, yes);
    }
}

/// One instruction where the processor has it.
template <class V>
PATHECON_INLINE V smaller(V a, V b) noexcept
{
    return a < b ? a : b;
}

template <class V>
PATHECON_INLINE V larger(V a, V b) noexcept
{
    return a > b ? a : b;
}

/// Returns words below 2^32, raised to `least` where they are below it.
template <class V>
PATHECON_INLINE Words<V> at_least(Words<V> words, std::uint32_t least) noexcept
{
    if constexpr (Lanes<V>::count == 1) {
        return words > least ? words : least;
    } else {
        // By halves: processors compare these without a sign.
        using Halves = typename Lanes<V>::Halves;
        auto const a = __builtin_bit_cast(Halves, words);
        auto const b = __builtin_bit_cast(Halves, Words<V>{} + least);
        return __builtin_bit_cast(Words<V>, a > b ? a : b);
    }
}

template <class V>
PATHECON_INLINE bool any(Words<V> mask) noexcept
{
    if constexpr (Lanes<V>::count == 1) {
        return mask != 0;
    } else if constexpr (Lanes<V>::count == 2) {
        return (mask[0] | mask[1]) != 0;
    } else {
        return ((mask[0] | mask[1]) | (mask[2] | mask[3])) != 0;
    }
}

/// Returns words of 12 bits, the uppermost of which is a sign, as doubles, exactly.
template <class V>
PATHECON_INLINE V signed_twelve_bits(Words<V> words) noexcept
{
    return from_bits<V>(words ^ 0x4330000000000800U) - (0x1p52 + 2048.0);
}

/// Returns the number in [1, 2) that has the lowest 52 bits behind its point.
template <class V>
PATHECON_INLINE V mantissa_of(Words<V> bits) noexcept
{
    return from_bits<V>((bits & 0x000FFFFFFFFFFFFFU) | 0x3FF0000000000000U);
}

/// Returns `random::uniform(words)`; each step is exact.
template <class V>
PATHECON_INLINE V uniform_of(Words<V> words) noexcept
{
    return (from_bits<V>(words >> 12 | 0x3FF0000000000000U) - 1.0) + 0x1p-53;
}

template <class V>
PATHECON_INLINE V load(void const* from) noexcept
{
    V x;
    std::memcpy(&x, from, sizeof x);
    return x;
}

template <class V>
PATHECON_INLINE void store(double* to, V x) noexcept
{
    std::memcpy(to, &x, sizeof x);
}

/// Two neighbouring columns of a table.
template <class V>
struct Columns {
    V first;
    V second;
};

/// Returns the numbers at `column` and `column + 1` of a table of doubles, in the rows that begin `start` bytes behind
/// `before_table` bytes in front of it. Tables have rows of 2^n bytes, so that bits of an argument are such a place
/// without arithmetic.
template <class V>
PATHECON_INLINE Columns<V> look_up(void const* table, Words<V> start, std::size_t column,
                                   std::uint64_t before_table = 0) noexcept
{
    auto const at = [&](std::uint64_t one) {
        return static_cast<unsigned char const*>(table) + (one - before_table + column * sizeof(double));
    };
    if constexpr (Lanes<V>::count == 1) {
        return {load<double>(at(start)), load<double>(at(start) + sizeof(double))};
    } else {
#if defined(__GNUC__)
        if constexpr (Lanes<V>::count == 2) {
            Two const a = load<Two>(at(start[0]));
            Two const b = load<Two>(at(start[1]));
            return {__builtin_shufflevector(a, b, 0, 2), __builtin_shufflevector(a, b, 1, 3)};
        } else {
            // Rows 0 and 2, rows 1 and 3: halves come from memory, and one shuffle each is left.
            Four const a = __builtin_shufflevector(load<Two>(at(start[0])), load<Two>(at(start[2])), 0, 1, 2, 3);
            Four const b = __builtin_shufflevector(load<Two>(at(start[1])), load<Two>(at(start[3])), 0, 1, 2, 3);
            return {__builtin_shufflevector(a, b, 0, 4, 2, 6), __builtin_shufflevector(a, b, 1, 5, 3, 7)};
        }
#endif
    }
}

} // namespace pathecon::random::detail
