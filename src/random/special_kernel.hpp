// SPDX-License-Identifier: MIT
/// \file
/// What the special functions share with their inverses, inside this folder.
#pragma once

namespace pathecon::random::detail {

/// Returns m - ln(1 + m) without cancellation, given m = `relative` and 1 + m = `ratio` (which may be tiny).
double deviance(double relative, double ratio) noexcept;

/// Returns ln Gamma(x) - ((x - 1/2) ln x - x + ln(2 pi)/2), for x > 0.
double stirling_error(double x) noexcept;

/// Returns the density of a gamma number of scale 1 at x > 0.
double gamma_density(double shape, double x) noexcept;

/// Returns I_x(a, b), given both x and y = 1 - x.
double beta_cdf(double a, double b, double x, double y) noexcept;

/// Returns the density of a beta number at x, given both x > 0 and y = 1 - x > 0.
double beta_density(double a, double b, double x, double y) noexcept;

/// A point of (0, 1) with its distance to 1.
struct Share {
    double x;
    double y;
};

/// Returns the x with P(shape, x) = u for 0 < u < 1, from a positive guess (0: no guess).
double gamma_inverse(double shape, double u, double guess = 0.0) noexcept;

/// Returns the x with I_x(a, b) = u for 0 < u < 1, from a guess (0, 0: no guess).
Share beta_inverse(double a, double b, double u, Share guess = {0.0, 0.0}) noexcept;

} // namespace pathecon::random::detail
