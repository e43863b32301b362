// SPDX-License-Identifier: MIT
#include <pathecon/random/special.hpp>

#include <cmath>

#include <pathecon/random/elementary.hpp>
#include <pathecon/random/normal.hpp>

#include "elementary_kernel.hpp"
#include "special_kernel.hpp"
#include "special_tables.hpp"

namespace pathecon::random {

namespace detail {

double deviance(double relative, double ratio) noexcept
{
    double const s = relative / (2.0 + relative);
    double const square = s * s;
    if (!(square < 0.04)) {
        return relative - log(ratio);
    }
    // ln(1 + m) = 2 atanh(s), and m - 2 s = m s.
    double sum = 0.0;
    for (int n = 25; n >= 3; n -= 2) {
        sum = sum * square + 1.0 / n;
    }
    return relative * s - 2.0 * s * square * sum;
}

double stirling_error(double x) noexcept
{
    if (x < 16.0) {
        // ln Gamma(x) by way of ln Gamma(x + n); the product stays below 16!.
        double product = 1.0;
        double shifted = x;
        while (shifted < 16.0) {
            product *= shifted;
            shifted += 1.0;
        }
        double const log_x = log_positive(x);
        return stirling_error(shifted) + (shifted - 0.5) * log_positive(shifted) - shifted - log_positive(product) -
               ((x - 0.5) * log_x - x);
    }
    double const inverse = 1.0 / x;
    double const square = inverse * inverse;
    // Bernoulli numbers B_2m/(2m (2m - 1)).
    double sum = -691.0 / 360360.0;
    sum = sum * square + 1.0 / 1188.0;
    sum = sum * square - 1.0 / 1680.0;
    sum = sum * square + 1.0 / 1260.0;
    sum = sum * square - 1.0 / 360.0;
    sum = sum * square + 1.0 / 12.0;
    return sum * inverse;
}

} // namespace detail

namespace {

using detail::deviance;
using detail::infinity;
using detail::log_positive;
using detail::not_a_number;
using detail::stirling_error;

constexpr double half_log_two_pi = 0.91893853320467274178;
constexpr double root_two_pi = 2.50662827463100050242;
constexpr double rounding = 0x1p-53;

/// Returns x^shape e^-x / Gamma(shape + 1), without the cancellation of its logarithms (Loader's saddle-point form).
double gamma_term(double shape, double x) noexcept
{
    double const distance = shape * deviance((x - shape) / shape, x / shape);
    return exp(-distance - stirling_error(shape)) / (root_two_pi * std::sqrt(shape));
}

/// P(shape, x) by its power series: for x below about the shape.
double gamma_series(double shape, double x) noexcept
{
    double term = 1.0;
    double sum = 1.0;
    for (int n = 1; n < 5000 && term > sum * rounding * 0.25; ++n) {
        term *= x / (shape + n);
        sum += term;
    }
    return sum * gamma_term(shape, x);
}

/// Q(shape, x) by Legendre's continued fraction (modified Lentz; DLMF 8.9.2): for x above about the shape.
double gamma_fraction(double shape, double x) noexcept
{
    double b = x + 1.0 - shape;
    double d = 1.0 / b;
    double c = 0x1p1000;
    double fraction = d;
    for (int n = 1; n < 5000; ++n) {
        double const a = -n * (n - shape);
        b += 2.0;
        d = 1.0 / (a * d + b);
        c = b + a / c;
        double const step = c * d;
        fraction *= step;
        if (step < 1.0 + rounding * 2.0 && step > 1.0 - rounding * 2.0) {
            break;
        }
    }
    return fraction * shape * gamma_term(shape, x);
}

/// One tail of a large shape by Temme's uniform expansion; sign is -1 for the lower tail and 1 for the upper.
double gamma_uniform(double shape, double x, double sign) noexcept
{
    double const relative = (x - shape) / shape;
    double const half_eta_square = deviance(relative, x / shape);
    double const eta = (relative < 0.0 ? -1.0 : 1.0) * std::sqrt(2.0 * half_eta_square);
    double correction = 0.0;
    for (int k = 5; k >= 0; --k) {
        double order = 0.0;
        for (int n = 25; n >= 0; --n) {
            order = order * eta + detail::temme_series[k][n];
        }
        correction = correction / shape + order;
    }
    return 0.5 * erfc(sign * eta * std::sqrt(0.5 * shape)) +
           sign * correction * exp(-shape * half_eta_square) / (root_two_pi * std::sqrt(shape));
}

bool uniform_region(double shape, double x) noexcept { return shape >= 200.0 && x > 0.5 * shape && x < 1.8 * shape; }

/// Returns x^a y^b / B(a, b), where x + y = 1.
double beta_term(double a, double b, double x, double y) noexcept
{
    double const total = a + b;
    double const above = b * x - a * y; // total x - a
    double const distance = a * deviance(above / a, total * x / a) + b * deviance(-above / b, total * y / b);
    return exp(stirling_error(total) - stirling_error(a) - stirling_error(b) - distance) * std::sqrt(a * (b / total)) /
           root_two_pi;
}

/// I_x(a, b) by its continued fraction (modified Lentz; DLMF 8.17.22): for x below about the mean.
double beta_fraction(double a, double b, double x, double y) noexcept
{
    double c = 1.0;
    double d = 1.0 / (1.0 - (a + b) * x / (a + 1.0));
    double fraction = d;
    for (int m = 1; m < 20000; ++m) {
        double const even = m * (b - m) * x / ((a + 2 * m - 1.0) * (a + 2 * m));
        d = 1.0 / (1.0 + even * d);
        c = 1.0 + even / c;
        fraction *= c * d;
        double const odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1.0));
        d = 1.0 / (1.0 + odd * d);
        c = 1.0 + odd / c;
        double const step = c * d;
        fraction *= step;
        if (step < 1.0 + rounding * 2.0 && step > 1.0 - rounding * 2.0) {
            break;
        }
    }
    return fraction * beta_term(a, b, x, y) / a;
}

} // namespace

double log_gamma(double x) noexcept
{
    if (!(x > 0.0)) {
        return not_a_number;
    }
    if (x == infinity) {
        return x;
    }
    if (x < 16.0) {
        double product = 1.0;
        double shifted = x;
        while (shifted < 16.0) {
            product *= shifted;
            shifted += 1.0;
        }
        return log_gamma(shifted) - log_positive(product);
    }
    return (x - 0.5) * log_positive(x) - x + half_log_two_pi + stirling_error(x);
}

double gamma_cdf(double shape, double x) noexcept
{
    if (!(shape > 0.0) || !(x >= 0.0)) {
        return not_a_number;
    }
    if (x == 0.0) {
        return 0.0;
    }
    if (x == infinity) {
        return 1.0;
    }
    if (uniform_region(shape, x)) {
        return gamma_uniform(shape, x, -1.0);
    }
    return x < shape + 1.0 ? gamma_series(shape, x) : 1.0 - gamma_fraction(shape, x);
}

double gamma_tail(double shape, double x) noexcept
{
    if (!(shape > 0.0) || !(x >= 0.0)) {
        return not_a_number;
    }
    if (x == 0.0) {
        return 1.0;
    }
    if (x == infinity) {
        return 0.0;
    }
    if (uniform_region(shape, x)) {
        return gamma_uniform(shape, x, 1.0);
    }
    return x < shape + 1.0 ? 1.0 - gamma_series(shape, x) : gamma_fraction(shape, x);
}

namespace detail {

double beta_cdf(double a, double b, double x, double y) noexcept
{
    if (x <= 0.0) {
        return 0.0;
    }
    if (y <= 0.0) {
        return 1.0;
    }
    return x * (a + b + 2.0) < a + 1.0 ? beta_fraction(a, b, x, y) : 1.0 - beta_fraction(b, a, y, x);
}

double gamma_density(double shape, double x) noexcept { return gamma_term(shape, x) * (shape / x); }

double beta_density(double a, double b, double x, double y) noexcept { return beta_term(a, b, x, y) / (x * y); }

} // namespace detail

double beta_cdf(double a, double b, double x) noexcept
{
    if (!(a > 0.0) || !(b > 0.0) || !(x >= 0.0) || !(x <= 1.0)) {
        return not_a_number;
    }
    return detail::beta_cdf(a, b, x, 1.0 - x);
}

} // namespace pathecon::random
