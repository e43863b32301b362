// SPDX-License-Identifier: MIT
/// \file
/// A design spreads the draws of a probabilistic analysis evenly over each parameter.
///
/// Latin hypercube (McKay, Beckman and Conover, Technometrics 21 (1979), 239-245): each of the n equal strata of a
/// parameter is hit by exactly one of the n draws. Any draw can be computed alone, in any order, on any machine.
#pragma once

#include <cstdint>
#include <string_view>

namespace pathecon::random {

/// Returns the uniform number in (0, 1) of parameter `name` in draw `draw` of `n_draws`; draw < n_draws <= 2^20.
/// The parameters are independent of each other, and of the patients' luck under the same seed.
[[nodiscard]] double design_uniform(std::uint64_t seed, std::uint64_t draw, std::uint64_t n_draws,
                                    std::string_view name);

/// Returns where `index` goes in a keyed random order of 0 .. n-1.
/// Swap-or-not shuffle: Hoang, Morris and Rogaway, "An enciphering scheme based on a card shuffle", CRYPTO 2012.
[[nodiscard]] std::uint64_t keyed_permutation(std::uint64_t seed, std::uint64_t purpose, std::uint64_t index,
                                              std::uint64_t n);

} // namespace pathecon::random
