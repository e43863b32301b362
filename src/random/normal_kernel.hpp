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

/// Returns the z below which a normal number lies with probability p, for 0 < p < 1.
inline double normal_inverse(double p) noexcept
{
    // Which half p lies in is a coin toss that no processor predicts: no branch depends on it.
    double const above = 1.0 - p;
    double const tail = p < above ? p : above;
    double z = 0.0;
    if (tail >= 0x1p-12 && tail < 0.5) [[likely]] {
        constexpr int cell_bits = 49;                           // 52 less three: eight cells to a power of two
        constexpr std::uint64_t first_place = (1023 - 12) << 3; // of 2^-12
        constexpr std::uint64_t within = (std::uint64_t{1} << cell_bits) - 1;
        auto const bits = std::bit_cast<std::uint64_t>(tail);
        double const s = 2.0 - std::bit_cast<double>(0x3FF0000000000000U | (bits & within) << 3);
        double const(&c)[10] = normal_cells[(bits >> cell_bits) - first_place];
        double const s2 = s * s;
        double const s4 = s2 * s2;
        z = (((c[0] + c[1] * s) + s2 * (c[2] + c[3] * s)) + s4 * ((c[4] + c[5] * s) + s2 * (c[6] + c[7] * s))) +
            (s4 * s4) * (c[8] + c[9] * s);
    } else if (tail < 0.5) {
        z = -normal_tail_inverse(tail);
    }
    constexpr std::uint64_t sign = std::uint64_t{1} << 63;
    return std::bit_cast<double>(std::bit_cast<std::uint64_t>(z) ^ (std::bit_cast<std::uint64_t>(0.5 - p) & sign));
}

} // namespace pathecon::random::detail
