// SPDX-License-Identifier: MIT
#pragma once

/// \file
/// Money is an amount in pounds; its price year is said by the evidence that goes with it.

#include <compare>

namespace pathecon::units {

class Money {
public:
    constexpr Money() = default;
    [[nodiscard]] static constexpr Money from_pounds(double pounds) { return Money{pounds}; }
    [[nodiscard]] constexpr double pounds() const noexcept { return pounds_; }

    constexpr Money& operator+=(Money other) noexcept { return pounds_ += other.pounds_, *this; }
    constexpr Money& operator-=(Money other) noexcept { return pounds_ -= other.pounds_, *this; }
    constexpr Money& operator*=(double factor) noexcept { return pounds_ *= factor, *this; }
    friend constexpr Money operator+(Money a, Money b) noexcept { return a += b; }
    friend constexpr Money operator-(Money a, Money b) noexcept { return a -= b; }
    friend constexpr Money operator-(Money a) noexcept { return Money{-a.pounds_}; }
    friend constexpr Money operator*(Money a, double factor) noexcept { return a *= factor; }
    friend constexpr Money operator*(double factor, Money a) noexcept { return a *= factor; }
    friend constexpr Money operator/(Money a, double divisor) noexcept { return Money{a.pounds_ / divisor}; }
    /// Gives the ratio of two amounts.
    friend constexpr double operator/(Money a, Money b) noexcept { return a.pounds_ / b.pounds_; }
    friend constexpr auto operator<=>(Money, Money) = default;

private:
    explicit constexpr Money(double pounds)
        : pounds_{pounds}
    {}
    double pounds_ = 0;
};

[[nodiscard]] constexpr Money pounds(double amount) { return Money::from_pounds(amount); }

inline namespace literals {
constexpr Money operator""_gbp(unsigned long long n) { return pounds(static_cast<double>(n)); }
constexpr Money operator""_gbp(long double n) { return pounds(static_cast<double>(n)); }
} // namespace literals

} // namespace pathecon::units
