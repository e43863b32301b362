// SPDX-License-Identifier: MIT
#include <pathecon/random/elementary.hpp>

#include "elementary_kernel.hpp"

namespace pathecon::random {

using detail::infinity;
using detail::not_a_number;

double detail::exp_edge(double x, double x_lower) noexcept
{
    if (x != x) {
        return x;
    }
    if (x > 709.0) {
        return infinity;
    }
    if (x < -746.0) {
        return 0.0;
    }
    // The result times 2^64 is a normal number, and one multiplication rounds it.
    return exp_core(x + 64.0 * ln2_upper, x_lower + 64.0 * ln2_lower) * 0x1p-64;
}

double log(double x) noexcept
{
    if (x > 0.0 && x < infinity) [[likely]] {
        return detail::log_positive(x);
    }
    if (x == 0.0) {
        return -infinity;
    }
    return x > 0.0 ? x : not_a_number;
}

double exp(double x) noexcept { return detail::exp_sum(x, 0.0); }

double pow(double x, double y) noexcept
{
    if (y == 0.0 || x == 1.0) {
        return 1.0;
    }
    if (!(x >= 0.0) || y != y) {
        return not_a_number;
    }
    if (x == 0.0 || x == infinity) {
        return (x == 0.0) == (y < 0.0) ? infinity : 0.0;
    }
    detail::Pair const logarithm = detail::log_extended(x);
    double const rough = y * logarithm.upper;
    if (!(rough < 800.0 && rough > -800.0)) {
        return rough > 0.0 ? infinity : 0.0;
    }
    if (rough < 0x1p-60 && rough > -0x1p-60) {
        return 1.0 + rough;
    }                                  // here the exact product might underflow
    if (y > 0x1p900 || y < -0x1p900) { // and here its halves might overflow
        return detail::exp_sum(rough, 0.0);
    }
    detail::Pair const product = detail::multiply_exactly(y, logarithm.upper);
    return detail::exp_sum(product.upper, product.lower + y * logarithm.lower);
}

double log1p(double x) noexcept
{
    if (!(x > -1.0 && x < infinity)) {
        if (x == -1.0) {
            return -infinity;
        }
        return x > 0.0 ? x : not_a_number;
    }
    if (x < 0x1p-54 && x > -0x1p-54) {
        return x;
    }
    // 1 + x is rounded to u; what was lost comes back through the derivative of the logarithm at u.
    double const u = 1.0 + x;
    double const lost = x > 1.0 ? 1.0 - (u - x) : x - (u - 1.0);
    return detail::log_positive(u) + lost / u;
}

double expm1(double x) noexcept
{
    if (x > -0.35 && x < 0.35) {
        // Taylor to x^13; the leading x keeps the relative accuracy.
        double sum = 0.0;
        for (int n = 13; n >= 3; --n) {
            sum = (sum + 1.0) * (x / n);
        }
        return x + 0.5 * x * x * (1.0 + sum);
    }
    if (x < -40.0) {
        return x != x ? x : -1.0;
    }
    return detail::exp_sum(x, 0.0) - 1.0;
}

} // namespace pathecon::random
