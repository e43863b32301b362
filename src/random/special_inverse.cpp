// SPDX-License-Identifier: MIT
#include <cmath>

#include <pathecon/random/elementary.hpp>
#include <pathecon/random/normal.hpp>
#include <pathecon/random/special.hpp>

#include "elementary_kernel.hpp"
#include "special_kernel.hpp"

// Newton's method for the logarithm of the smaller tail. The logarithm of a gamma number and the logit of a beta number
// have log-concave densities for every shape, so the logarithms of both tails are concave in them: after its first step
// Newton comes from one side and cannot miss. The first steps are cut to 3, in case the guess was poor.

namespace pathecon::random {

namespace detail {

namespace {

constexpr int most_steps = 200;
constexpr double close_enough = 1e-9; // Newton squares it

double cut(double step) noexcept { return step > 3.0 ? 3.0 : step < -3.0 ? -3.0 : step; }

double gamma_guess(double shape, double u) noexcept
{
    // P(shape, x) <= x^shape / Gamma(shape + 1) gives a lower bound; Wilson and Hilferty's cube is close for large
    // shapes.
    double const bound = exp((log(u) + log_gamma(shape + 1.0)) / shape);
    double const ninth = 1.0 / (9.0 * shape);
    double const root = 1.0 - ninth + normal_quantile(u) * std::sqrt(ninth);
    double const cube = shape * root * root * root;
    double const guess = cube > bound ? cube : bound;
    return guess > 1e-290 ? guess : 1e-290;
}

Share share_of_logit(double t) noexcept
{
    double const e = exp(t < 0.0 ? t : -t);
    double const small = e / (1.0 + e);
    double const large = 1.0 / (1.0 + e);
    return t < 0.0 ? Share{small, large} : Share{large, small};
}

double beta_guess(double a, double b, double u) noexcept
{
    if (a >= 1.0 && b >= 1.0) {
        return log(a / b) + normal_quantile(u) * std::sqrt(1.0 / a + 1.0 / b);
    }
    double const log_x = (log(u * a) + log_gamma(a) + log_gamma(b) - log_gamma(a + b)) / a;
    return log_x < -1.0 ? log_x : -1.0;
}

/// The lower tail: u <= 1/2.
Share beta_lower_inverse(double a, double b, double u, Share guess) noexcept
{
    double const target = log(u);
    double t = guess.x > 0.0 ? log(guess.x / guess.y) : beta_guess(a, b, u);
    Share at = share_of_logit(t);
    for (int n = 0; n < most_steps; ++n) {
        double const below = beta_cdf(a, b, at.x, at.y);
        double const slope = at.x * at.y * beta_density(a, b, at.x, at.y) / below;
        double const step = below > 0.0 && slope > 0.0 ? cut((target - log(below)) / slope) : 3.0;
        t += step;
        at = share_of_logit(t);
        if (step < close_enough && step > -close_enough) {
            break;
        }
    }
    return at;
}

} // namespace

double gamma_inverse(double shape, double u, double guess) noexcept
{
    bool const upper = u > 0.5;
    double const target = log(upper ? 1.0 - u : u);
    double x = guess > 0.0 ? guess : gamma_guess(shape, u);
    for (int n = 0; n < most_steps; ++n) {
        double const tail = upper ? gamma_tail(shape, x) : gamma_cdf(shape, x);
        double const slope = x * gamma_density(shape, x) / tail;
        // A tail or a slope of 0 is an underflow: the point lies beyond the tail it measures.
        double step = upper ? -3.0 : 3.0;
        if (tail > 0.0 && slope > 0.0) {
            step = cut(upper ? (log(tail) - target) / slope : (target - log(tail)) / slope);
        } else if (x <= 1e-290) {
            return 0.0;
        }
        x *= exp(step);
        if (step < close_enough && step > -close_enough) {
            break;
        }
    }
    return x;
}

Share beta_inverse(double a, double b, double u, Share guess) noexcept
{
    if (u <= 0.5) {
        return beta_lower_inverse(a, b, u, guess);
    }
    Share const mirrored = beta_lower_inverse(b, a, 1.0 - u, {guess.y, guess.x});
    return {mirrored.y, mirrored.x};
}

} // namespace detail

double gamma_quantile(double shape, double u) noexcept
{
    if (!(shape > 0.0) || !(u >= 0.0) || !(u <= 1.0)) {
        return detail::not_a_number;
    }
    if (u == 0.0) {
        return 0.0;
    }
    return u == 1.0 ? detail::infinity : detail::gamma_inverse(shape, u);
}

double beta_quantile(double a, double b, double u) noexcept
{
    if (!(a > 0.0) || !(b > 0.0) || !(u >= 0.0) || !(u <= 1.0)) {
        return detail::not_a_number;
    }
    return u == 0.0 || u == 1.0 ? u : detail::beta_inverse(a, b, u).x;
}

} // namespace pathecon::random
