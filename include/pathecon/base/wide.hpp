// SPDX-License-Identifier: MIT
/// \file
/// A wide integer holds 128 bits: exact products of 64-bit words, and exact sums of squares of ticks.
///
/// Two words and plain code on every compiler; only the product of two 64-bit words has a fast path, because only
/// there does a compiler need help. Sums and products wrap modulo 2^128, as unsigned integers do.
#pragma once

#include <compare>
#include <cstdint>

#if defined(_MSC_VER) && defined(_M_X64)
#include <intrin.h>
#endif

namespace pathecon::base {

/// An unsigned integer of 128 bits.
struct u128 {
    std::uint64_t low = 0;
    std::uint64_t high = 0;

    constexpr u128() = default;
    constexpr u128(std::uint64_t value) noexcept : low{value} {}
    constexpr u128(std::uint64_t high_word, std::uint64_t low_word) noexcept : low{low_word}, high{high_word} {}

    constexpr u128& operator+=(u128 other) noexcept;
    constexpr u128& operator-=(u128 other) noexcept;

    /// Returns the nearest double, ties to even.
    explicit constexpr operator double() const noexcept;

    friend constexpr bool operator==(u128, u128) = default;
    friend constexpr std::strong_ordering operator<=>(u128 a, u128 b) noexcept
    {
        return a.high != b.high ? a.high <=> b.high : a.low <=> b.low;
    }
};

/// Returns the exact product of two words.
[[nodiscard]] constexpr u128 multiply(std::uint64_t a, std::uint64_t b) noexcept;

constexpr u128& u128::operator+=(u128 other) noexcept
{
    low += other.low;
    high += other.high + (low < other.low ? 1U : 0U);
    return *this;
}

constexpr u128& u128::operator-=(u128 other) noexcept
{
    high -= other.high + (low < other.low ? 1U : 0U);
    low -= other.low;
    return *this;
}

[[nodiscard]] constexpr u128 operator+(u128 a, u128 b) noexcept { return a += b; }
[[nodiscard]] constexpr u128 operator-(u128 a, u128 b) noexcept { return a -= b; }

/// Returns the product modulo 2^128.
[[nodiscard]] constexpr u128 operator*(u128 a, u128 b) noexcept
{
    u128 product = multiply(a.low, b.low);
    product.high += a.low * b.high + a.high * b.low;
    return product;
}

/// The whole and the rest of a division.
struct Quotient {
    u128 whole;
    std::uint64_t rest = 0;
};

/// Divides by a word that is not 0, bit by bit: for the end of a run, not for its loop.
[[nodiscard]] constexpr Quotient divide(u128 dividend, std::uint64_t divisor) noexcept
{
    Quotient result;
    u128 rest;
    for (int bit = 127; bit >= 0; --bit) {
        rest += rest;
        auto const word = bit >= 64 ? dividend.high : dividend.low;
        rest += u128{(word >> (bit & 63)) & 1U};
        result.whole += result.whole;
        if (rest >= u128{divisor}) {
            rest -= u128{divisor};
            result.whole += u128{1};
        }
    }
    result.rest = rest.low;
    return result;
}

/// A signed integer of 128 bits, two's complement.
struct i128 {
    u128 bits;

    constexpr i128() = default;
    constexpr i128(std::int64_t value) noexcept
        : bits{value < 0 ? ~std::uint64_t{0} : std::uint64_t{0}, static_cast<std::uint64_t>(value)}
    {
    }
    explicit constexpr i128(u128 pattern) noexcept : bits{pattern} {}

    [[nodiscard]] constexpr bool negative() const noexcept { return (bits.high >> 63) != 0; }
    [[nodiscard]] constexpr u128 magnitude() const noexcept { return negative() ? u128{} - bits : bits; }

    constexpr i128& operator+=(i128 other) noexcept { bits += other.bits; return *this; }
    constexpr i128& operator-=(i128 other) noexcept { bits -= other.bits; return *this; }

    /// Returns the nearest double, ties to even.
    explicit constexpr operator double() const noexcept
    {
        auto const size = static_cast<double>(magnitude());
        return negative() ? -size : size;
    }

    friend constexpr bool operator==(i128, i128) = default;
    friend constexpr std::strong_ordering operator<=>(i128 a, i128 b) noexcept
    {
        return a.negative() != b.negative() ? b.negative() <=> a.negative() : a.bits <=> b.bits;
    }
};

[[nodiscard]] constexpr i128 operator+(i128 a, i128 b) noexcept { return a += b; }
[[nodiscard]] constexpr i128 operator-(i128 a, i128 b) noexcept { return a -= b; }
[[nodiscard]] constexpr i128 operator-(i128 a) noexcept { return i128{} - a; }
[[nodiscard]] constexpr i128 operator*(i128 a, i128 b) noexcept { return i128{a.bits * b.bits}; }

/// Returns the exact square of a 64-bit integer.
[[nodiscard]] constexpr u128 square(std::int64_t value) noexcept
{
    auto const word = static_cast<std::uint64_t>(value);
    auto const size = value < 0 ? std::uint64_t{0} - word : word;
    return multiply(size, size);
}

namespace detail {

[[nodiscard]] constexpr u128 multiply_by_halves(std::uint64_t a, std::uint64_t b) noexcept
{
    constexpr std::uint64_t half = 0xFFFFFFFFU;
    std::uint64_t const a0 = a & half;
    std::uint64_t const a1 = a >> 32;
    std::uint64_t const b0 = b & half;
    std::uint64_t const b1 = b >> 32;
    std::uint64_t const low = a0 * b0;
    std::uint64_t const cross = a1 * b0 + (low >> 32);
    std::uint64_t const middle = a0 * b1 + (cross & half);
    return {a1 * b1 + (cross >> 32) + (middle >> 32), (middle << 32) | (low & half)};
}

} // namespace detail

constexpr u128 multiply(std::uint64_t a, std::uint64_t b) noexcept
{
#if defined(__SIZEOF_INT128__)
    __extension__ using native = unsigned __int128;
    native const product = static_cast<native>(a) * b;
    return {static_cast<std::uint64_t>(product >> 64), static_cast<std::uint64_t>(product)};
#else
#if defined(_MSC_VER) && defined(_M_X64)
    if (!__builtin_is_constant_evaluated()) {
        u128 product;
        product.low = _umul128(a, b, &product.high);
        return product;
    }
#endif
    return detail::multiply_by_halves(a, b);
#endif
}

constexpr u128::operator double() const noexcept
{
    if (high == 0) {
        return static_cast<double>(low);
    }
    // Keeps the top 64 bits, and in the last of them whether anything below was lost, so that one rounding is right.
    std::uint64_t top = high;
    std::uint64_t rest = low;
    int shift = 64;
    while ((top >> 63) == 0) {
        top = (top << 1) | (rest >> 63);
        rest <<= 1;
        --shift;
    }
    double value = static_cast<double>(top | (rest != 0 ? 1U : 0U));
    for (; shift > 0; --shift) {
        value *= 2.0;
    }
    return value;
}

} // namespace pathecon::base
