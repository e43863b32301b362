// SPDX-License-Identifier: MIT
/// \file
/// The kernel of the normal quantile, inline for the samplers of this folder.
///
/// The bulk comes from a table of polynomials, without a division or a logarithm; the outer tails from AS 241.
#pragma once

#include <cmath>

#include "elementary_kernel.hpp"
#include "normal_tables.hpp"

namespace pathecon::random::detail {

/// Returns the polynomial of degree 7, by pairs: fewer steps wait for each other than in Horner's way.
inline double polynomial(double const (&c)[8], double x) noexcept
{
    double const x2 = x * x;
    double const x4 = x2 * x2;
    return ((c[0] + c[1] * x) + x2 * (c[2] + c[3] * x)) + x4 * ((c[4] + c[5] * x) + x2 * (c[6] + c[7] * x));
}

// Coefficients of algorithm AS 241 (PPND16), Wichura, Applied Statistics 37 (1988), 477-484.
inline constexpr double tail_above[8] = {1.42343711074968357734e0,  4.63033784615654529590e0, 5.76949722146069140550e0,
                                         3.64784832476320460504e0,  1.27045825245236838258e0, 2.41780725177450611770e-1,
                                         2.27238449892691845833e-2, 7.74545014278341407640e-4};
inline constexpr double tail_below[8] = {1.0,
                                         2.05319162663775882187e0,
                                         1.67638483018380384940e0,
                                         6.89767334985100004550e-1,
                                         1.48103976427480074590e-1,
                                         1.51986665636164571966e-2,
                                         5.47593808499534494600e-4,
                                         1.05075007164441684324e-9};
inline constexpr double far_above[8] = {6.65790464350110377720e0,  5.46378491116411436990e0,  1.78482653991729133580e0,
                                        2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3,
                                        2.71155556874348757815e-5, 2.01033439929228813265e-7};
inline constexpr double far_below[8] = {1.0,
                                        5.99832206555887937690e-1,
                                        1.36929880922735805310e-1,
                                        1.48753612908506148525e-2,
                                        7.86869131145613259100e-4,
                                        1.84631831751005468180e-5,
                                        1.42151175831644588870e-7,
                                        2.04426310338993978564e-15};

/// The tail of AS 241: returns -z of a probability p below 0.075, p > 0.
inline double normal_tail_inverse(double p) noexcept
{
    double const distance = std::sqrt(-log_positive(p));
    return distance <= 5.0 ? polynomial(tail_above, distance - 1.6) / polynomial(tail_below, distance - 1.6)
                           : polynomial(far_above, distance - 5.0) / polynomial(far_below, distance - 5.0);
}

/// Tells the smaller tail of a probability: p itself or 1 - p.
template <class V>
PATHECON_INLINE V smaller_tail(V p) noexcept
{
    // Which half p lies in is a coin toss that no processor predicts: no branch depends on it.
    return smaller(p, V{1.0 - p});
}

/// Gives z < 0 the sign that the half of p wants.
template <class V>
PATHECON_INLINE V signed_like(V z, V p) noexcept
{
    constexpr std::uint64_t sign = std::uint64_t{1} << 63;
    return from_bits<V>(bits_of(z) ^ (bits_of(V{0.5 - p}) & sign));
}

constexpr double bulk = 0x1p-12; ///< Tail probabilities from here to 1/2 are looked up.

/// Returns the normal quantile of a tail probability in [2^-12, 1/2]; a smaller one gives anything.
template <class V>
PATHECON_INLINE V normal_bulk_inverse(V tail) noexcept
{
    // Eight cells to a power of two, of 128 bytes each: the exponent and the next three bits, 2^7 times.
    static_assert(sizeof(NormalCell) == 128);
    constexpr std::uint32_t first = ((1023 - 12) << 3) << 7; // of 2^-12
    Words<V> const bits = bits_of(tail);
    Words<V> const cell = at_least<V>((bits >> 42) & ~std::uint64_t{127}, first);
    V const s = 2.0 - mantissa_of<V>(bits << 3);
    auto const [c0, c1] = look_up<V>(normal_cells, cell, 0, first);
    auto const [c2, c3] = look_up<V>(normal_cells, cell, 2, first);
    auto const [c4, c5] = look_up<V>(normal_cells, cell, 4, first);
    auto const [c6, c7] = look_up<V>(normal_cells, cell, 6, first);
    auto const [c8, c9] = look_up<V>(normal_cells, cell, 8, first);
    V const s2 = s * s;
    V const s4 = s2 * s2;
    return (((c0 + c1 * s) + s2 * (c2 + c3 * s)) + s4 * ((c4 + c5 * s) + s2 * (c6 + c7 * s))) +
           (s4 * s4) * (c8 + c9 * s);
}

/// Returns the z below which a normal number lies with probability p, for 0 < p < 1.
inline double normal_inverse(double p) noexcept
{
    double const tail = smaller_tail(p);
    return signed_like(tail >= bulk ? normal_bulk_inverse(tail) : -normal_tail_inverse(tail), p);
}

/// Returns the same, and marks what lies outside the bulk.
template <class V>
PATHECON_INLINE V normal_lanes(V p, Words<V>& rare) noexcept
{
    V const tail = smaller_tail(p);
    rare |= mask_of<V>(tail < bulk);
    return signed_like(normal_bulk_inverse(tail), p);
}

} // namespace pathecon::random::detail
