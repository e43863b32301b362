// SPDX-License-Identifier: MIT
#include <pathecon/random/normal.hpp>

#include "normal_kernel.hpp"
#include "special_tables.hpp"

namespace pathecon::random {

namespace {

/// Returns exp(x^2) erfc(x) for x >= 0: it falls slowly, so a relative error of x hardly matters to it.
double scaled_erfc(double x) noexcept
{
    double const t = (x - 3.75) / (x + 3.75);
    double b1 = 0.0;
    double b2 = 0.0;
    for (std::size_t n = detail::erfc_series.size() - 1; n > 0; --n) { // Clenshaw
        double const b0 = (2.0 * t * b1 - b2) + detail::erfc_series[n];
        b2 = b1;
        b1 = b0;
    }
    return (t * b1 - b2 + detail::erfc_series[0]) / (1.0 + 2.0 * x);
}

/// Returns exp(-factor x^2), with the square held in two parts; `factor` is a power of two.
double bell(double x, double factor) noexcept
{
    if (!(x < 60.0)) {
        return 0.0;
    }
    auto const [square, lower] = detail::multiply_exactly(x, x);
    return detail::exp_sum(-factor * square, -factor * lower);
}

} // namespace

double erfc(double x) noexcept
{
    if (x != x) {
        return x;
    }
    double const size = x < 0.0 ? -x : x;
    double const tail = size < 60.0 ? bell(size, 1.0) * scaled_erfc(size) : 0.0;
    return x < 0.0 ? 2.0 - tail : tail;
}

double normal_density(double z) noexcept
{
    constexpr double one_over_root_2_pi = 0.39894228040143267794;
    return one_over_root_2_pi * bell(z < 0.0 ? -z : z, 0.5);
}

double normal_cdf(double z) noexcept
{
    if (z != z) {
        return z;
    }
    constexpr double root_half = 0.70710678118654752440;
    double const size = z < 0.0 ? -z : z;
    double const tail = size < 60.0 ? 0.5 * bell(size, 0.5) * scaled_erfc(size * root_half) : 0.0;
    return z < 0.0 ? tail : 1.0 - tail;
}

double normal_quantile(double p) noexcept
{
    if (p > 0.0 && p < 1.0) [[likely]] {
        return detail::normal_inverse(p);
    }
    if (p == 0.0) {
        return -detail::infinity;
    }
    return p == 1.0 ? detail::infinity : detail::not_a_number;
}

} // namespace pathecon::random
