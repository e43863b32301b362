// SPDX-License-Identifier: MIT
/// \file
/// The kernel of the elementary functions, inline for the samplers of this folder (and for nobody else: a consumer's
/// compiler may fuse a multiplication and an addition, which changes the last bit).
///
/// Tables of 128 cells and short polynomials (Tang, ACM TOMS 15 (1989), 144-157; 16 (1990), 378-400), arranged so that
/// no fused multiply-add is needed: factors are cut so that products are exact.
#pragma once

#include <bit>
#include <cfloat>
#include <cstdint>
#include <limits>

#include "elementary_tables.hpp"
#include "lanes.hpp"

#if defined(__FAST_MATH__)
#error "Compile pathecon without -ffast-math: its numbers are the same on every machine"
#endif

namespace pathecon::random::detail {

static_assert(std::numeric_limits<double>::is_iec559 && FLT_EVAL_METHOD == 0,
              "doubles must be IEEE 754 binary64, evaluated as such");

inline constexpr double infinity = std::numeric_limits<double>::infinity();
inline constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

/// A number as the unevaluated sum of two doubles, the lower at most half an ulp of the upper or close to it.
struct Pair {
    double upper;
    double lower;
};

/// Returns a + b exactly, for |a| >= |b| or a = 0.
inline Pair add_exactly(double a, double b) noexcept
{
    double const sum = a + b;
    return {sum, (a - sum) + b};
}

/// Returns the upper 26 bits of x, so that products of such halves are exact.
inline double upper_half(double x) noexcept
{
    return std::bit_cast<double>(std::bit_cast<std::uint64_t>(x) & 0xFFFFFFFFF8000000U);
}

/// Returns a * b exactly (Dekker), if nothing overflows or underflows.
inline Pair multiply_exactly(double a, double b) noexcept
{
    double const product = a * b;
    double const a1 = upper_half(a);
    double const a2 = a - a1;
    double const b1 = upper_half(b);
    double const b2 = b - b1;
    return {product, ((a1 * b1 - product) + (a1 * b2 + a2 * b1)) + a2 * b2};
}

/// ln x of a positive x, in parts: x = 2^k c (1 + r), so ln x = base + r - r^2/2 + tail.
template <class V>
struct LogParts {
    V base;       ///< k ln 2 + ln c, exact: a multiple of 2^-42
    V base_lower; ///< what `base` lacks
    V r;          ///< |r| < 2^-7
    V r_lower;    ///< what `r` lacks
    V square;     ///< r^2, rounded
    V tail;       ///< log1p(r) - r + r^2/2
};

/// Takes the bits of a positive normal number; of a subnormal one those of x 2^54, with 54 taken from the exponent.
template <class V>
PATHECON_INLINE LogParts<V> log_parts(Words<V> bits) noexcept
{
    constexpr std::uint64_t first_interval = 0x3FE6000000000000U; // 0.6875
    Words<V> const offset = bits - first_interval;
    // The exponent is the upper 12 bits of the offset, with their sign.
    V const k = signed_twelve_bits<V>(offset >> 52);
    static_assert(sizeof(LogCell) == 32);
    Words<V> const cell = (offset >> 40) & (127U << 5); // the next seven bits
    auto const [inverse, log_upper] = look_up<V>(log_cells.data(), cell, 0);
    V const log_lower = look_up<V>(log_cells.data(), cell, 2).first;
    Words<V> const mantissa = bits - (offset & 0xFFF0000000000000U);
    V const z = from_bits<V>(mantissa);
    V const z1 = from_bits<V>(mantissa & 0xFFFFFFFFF8000000U);
    // 26 and 27 bits of z times 16 bits of 1/c: both products are exact, and so is the difference from 1.
    V const r1 = z1 * inverse - 1.0;
    V const r2 = (z - z1) * inverse;
    V const r = r1 + r2;
    V const square = r * r;
    V const low_terms = (1.0 / 3.0 - 0.25 * r) + square * (0.2 - r * (1.0 / 6.0));
    V const high_terms = (1.0 / 7.0 - 0.125 * r) + square * (1.0 / 9.0);
    return {
        k * ln2_upper + log_upper,
        k * ln2_lower + log_lower,
        r,
        (r1 - r) + r2,
        square,
        square * r * (low_terms + square * square * high_terms),
    };
}

/// Takes a positive number, normal or subnormal.
inline LogParts<double> log_parts(double x) noexcept
{
    auto const bits = std::bit_cast<std::uint64_t>(x);
    if (bits < 0x0010000000000000U) [[unlikely]] {
        return log_parts<double>(std::bit_cast<std::uint64_t>(x * 0x1p54) - (std::uint64_t{54} << 52));
    }
    return log_parts<double>(bits);
}

template <class V>
PATHECON_INLINE V log_of_parts(LogParts<V> const& p) noexcept
{
    V const sum = p.base + p.r; // exact with what follows, for |base| >= |r| or base = 0
    return sum + (((p.base - sum) + p.r) + (p.base_lower + p.r_lower + (p.tail - 0.5 * p.square)));
}

/// Returns ln x of a positive finite x; error below 0.52 ulp.
inline double log_positive(double x) noexcept { return log_of_parts(log_parts(x)); }

/// Returns ln x of positive normal numbers.
template <class V>
PATHECON_INLINE V log_normal_number(V x) noexcept
{
    return log_of_parts(log_parts<V>(bits_of(x)));
}

/// Returns ln x of a positive finite x with about 68 bits.
inline Pair log_extended(double x) noexcept
{
    LogParts<double> const p = log_parts(x);
    double const r1 = upper_half(p.r);
    double const r2 = p.r - r1;
    double const half_square = 0.5 * r1 * r1; // exact; the rest of r^2/2 follows
    Pair const sum = add_exactly(p.base, p.r);
    Pair const upper = add_exactly(sum.upper, -half_square);
    double const lower =
        sum.lower + upper.lower + (p.base_lower + p.r_lower * (1.0 - p.r) + (p.tail - 0.5 * r2 * (p.r + r1)));
    return add_exactly(upper.upper, lower);
}

/// e^x = 2^k value: `value` lies in [1, 2) or just below, and k stands where a double has its exponent.
template <class V>
struct ExpParts {
    V value;
    Words<V> exponent;
};

/// By e^x = 2^(n/128) e^r.
template <class V>
PATHECON_INLINE ExpParts<V> exp_parts(V x, V x_lower) noexcept
{
    constexpr double to_integer = 0x1.8p52; // adding it rounds to an integer, which then stands in the lowest bits
    V const shifted = x * exp_steps_per_unit + to_integer;
    Words<V> const n = bits_of(shifted);
    V const k = shifted - to_integer;
    V const r = ((x - k * exp_step_upper) - k * exp_step_lower) + x_lower;
    V const square = r * r;
    V const growth = r + square * ((0.5 + r * (1.0 / 6.0)) + square * (1.0 / 24.0 + r * (1.0 / 120.0)));
    static_assert(sizeof(ExpCell) == 16);
    auto const [upper, lower] = look_up<V>(exp_cells.data(), (n & 127U) << 4, 0);
    return {upper + (lower + upper * growth), (n << 45) & 0xFFF0000000000000U};
}

/// Returns e^(x + x_lower) for -707 < x < 709.79.
inline double exp_core(double x, double x_lower) noexcept
{
    auto const [value, exponent] = exp_parts(x, x_lower);
    // Two steps, as 2^1024 is no double.
    return value * std::bit_cast<double>(exponent + (std::uint64_t{1022} << 52)) * 2.0;
}

/// Returns e^x for -707 < x < 707.
template <class V>
PATHECON_INLINE V exp_lanes(V x) noexcept
{
    auto const [value, exponent] = exp_parts(x, V{});
    return from_bits<V>(bits_of(value) + exponent);
}

/// Returns what `exp_sum` does where `exp_core` does not reach: overflow, gradual underflow, NaN.
double exp_edge(double x, double x_lower) noexcept;

/// Returns e^(x + x_lower) for |x_lower| below an ulp of x or so; error below 0.52 ulp while the result is a normal
/// number.
inline double exp_sum(double x, double x_lower) noexcept
{
    if (x < 709.79 && x > -707.0) [[likely]] {
        return exp_core(x, x_lower);
    }
    return exp_edge(x, x_lower);
}

} // namespace pathecon::random::detail
