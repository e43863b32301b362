// SPDX-License-Identifier: MIT
#pragma once

/// \file
/// A probability is a number that ought to lie between 0 and 1; it is never clamped, so that a wrong one is seen.

#include <compare>

namespace pathecon::units {

class Probability {
public:
    constexpr Probability() = default;
    constexpr Probability(double value)
        : value_{value}
    {}
    [[nodiscard]] constexpr double value() const noexcept { return value_; }
    /// Says whether it lies between 0 and 1, both included; a NaN does not.
    [[nodiscard]] constexpr bool valid() const noexcept { return value_ >= 0.0 && value_ <= 1.0; }
    [[nodiscard]] constexpr Probability complement() const noexcept { return {1.0 - value_}; }
    /// Gives p / (1 - p); infinite for 1.
    [[nodiscard]] constexpr double odds() const noexcept { return value_ / (1.0 - value_); }
    friend constexpr auto operator<=>(Probability, Probability) = default;

private:
    double value_ = 0;
};

/// Multiplies the odds by a factor >= 0, so that a valid probability stays valid: p f / (1 - p + p f). A factor of 1
/// returns p unchanged, bit for bit.
[[nodiscard]] constexpr Probability on_odds(Probability p, double factor) noexcept
{
    if (factor == 1.0) return p;
    double const scaled = p.value() * factor;
    return {scaled / (1.0 - p.value() + scaled)};
}

} // namespace pathecon::units
