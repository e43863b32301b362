// SPDX-License-Identifier: MIT
/// \file
/// A uniform number lies strictly between 0 and 1, and so does 1 minus it, exactly.
#pragma once

#include <cstdint>

namespace pathecon::random {

/// Returns ((word >> 12) + 1/2) * 2^-52: 2^52 equally likely numbers from 2^-53 to 1 - 2^-53, each exact in a double,
/// and so is 1 minus each. (With 53 bits kept, adding 1/2 would round, and the largest word would give 1.)
[[nodiscard]] constexpr double uniform(std::uint64_t word) noexcept
{
    return (static_cast<double>(word >> 12) + 0.5) * 0x1p-52;
}

} // namespace pathecon::random
