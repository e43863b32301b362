// SPDX-License-Identifier: MIT
/// \file
/// Elementary functions that give the same bits with every compiler, every optimisation level and every processor.
///
/// A platform's own `log` differs in the last bit between processors. These use only +, -, *, /, sqrt and operations
/// on bits, are compiled once (never with a consumer's flags), and err by less than the bound stated, in units of the
/// last place (ulp).
#pragma once

namespace pathecon::random {

/// Returns the natural logarithm; error below 0.7 ulp. -infinity at 0, NaN below.
[[nodiscard]] double log(double x) noexcept;

/// Returns e to the power x; error below 0.7 ulp. Gradual underflow; infinity above 709.78.
[[nodiscard]] double exp(double x) noexcept;

/// Returns x to the power y for x >= 0 (NaN for x < 0); error below 1 ulp for results that are normal numbers.
[[nodiscard]] double pow(double x, double y) noexcept;

/// Returns log(1 + x) without loss near 0; error below 2 ulp.
[[nodiscard]] double log1p(double x) noexcept;

/// Returns exp(x) - 1 without loss near 0; error below 3 ulp.
[[nodiscard]] double expm1(double x) noexcept;

} // namespace pathecon::random
