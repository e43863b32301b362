// SPDX-License-Identifier: MIT
/// \file
/// The standard normal law: its density, distribution function and quantile, with the same bits everywhere.
#pragma once

namespace pathecon::random {

/// Returns the density at z.
[[nodiscard]] double normal_density(double z) noexcept;

/// Returns the probability below z, with relative accuracy in the lower tail too (below 1e-14 for z > -37).
[[nodiscard]] double normal_cdf(double z) noexcept;

/// Returns the z below which a normal number lies with probability p: -infinity at 0, infinity at 1, NaN outside [0,
/// 1]. Relative accuracy better than 4e-15. Within [2^-12, 1 - 2^-12] by a table of polynomials, beyond by the tail of
/// algorithm AS 241 (PPND16; Wichura, Applied Statistics 37 (1988), 477-484).
[[nodiscard]] double normal_quantile(double p) noexcept;

/// Returns the complementary error function, with relative accuracy below 1e-14 while the result is a normal number.
[[nodiscard]] double erfc(double x) noexcept;

} // namespace pathecon::random
