// SPDX-License-Identifier: MIT
/// \file
/// Special functions: the gamma and beta integrals and their inverses, with the same bits everywhere.
///
/// An upper tail is a function of its own, because 1 minus a probability near 1 has lost its digits.
#pragma once

namespace pathecon::random {

/// Returns the logarithm of the gamma function for x > 0, with an absolute error below 1e-14 (1 + |result|).
[[nodiscard]] double log_gamma(double x) noexcept;

/// Returns P(shape, x), the probability that a gamma number of scale 1 lies below x >= 0. Relative accuracy about
/// 1e-13.
[[nodiscard]] double gamma_cdf(double shape, double x) noexcept;

/// Returns Q(shape, x) = 1 - P(shape, x), accurate in the upper tail.
[[nodiscard]] double gamma_tail(double shape, double x) noexcept;

/// Returns the x with P(shape, x) = u, for 0 <= u <= 1; above 1/2 it solves for the upper tail 1 - u.
[[nodiscard]] double gamma_quantile(double shape, double u) noexcept;

/// Returns I_x(a, b), the probability that a beta number lies below x, for 0 <= x <= 1. Relative accuracy about 1e-13.
[[nodiscard]] double beta_cdf(double a, double b, double x) noexcept;

/// Returns the x with I_x(a, b) = u, for 0 <= u <= 1; above 1/2 it solves for the upper tail 1 - u.
[[nodiscard]] double beta_quantile(double a, double b, double u) noexcept;

} // namespace pathecon::random
