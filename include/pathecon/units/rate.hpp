// SPDX-License-Identifier: MIT
#pragma once

/// \file
/// A rate is a number of events in a length of time.

#include <compare>

#include <pathecon/units/duration.hpp>

namespace pathecon::units {

class Rate {
public:
    constexpr Rate() = default;
    /// Makes a rate of `count` events in every `span`.
    [[nodiscard]] static constexpr Rate of(double count, Duration span) { return Rate{count / span.hours()}; }
    [[nodiscard]] static constexpr Rate from_per_hour(double count) { return Rate{count}; }

    [[nodiscard]] constexpr double per_hour() const noexcept { return per_hour_; }
    /// Gives the number of events in `span`.
    [[nodiscard]] constexpr double per(Duration span) const noexcept { return per_hour_ * span.hours(); }
    [[nodiscard]] constexpr double per_day() const noexcept { return per(day); }
    [[nodiscard]] constexpr double per_week() const noexcept { return per(week); }
    [[nodiscard]] constexpr double per_year() const noexcept { return per(year); }

    friend constexpr Rate operator+(Rate a, Rate b) noexcept { return Rate{a.per_hour_ + b.per_hour_}; }
    friend constexpr Rate operator-(Rate a, Rate b) noexcept { return Rate{a.per_hour_ - b.per_hour_}; }
    friend constexpr Rate operator*(Rate a, double factor) noexcept { return Rate{a.per_hour_ * factor}; }
    friend constexpr Rate operator*(double factor, Rate a) noexcept { return Rate{a.per_hour_ * factor}; }
    friend constexpr Rate operator/(Rate a, double divisor) noexcept { return Rate{a.per_hour_ / divisor}; }
    friend constexpr double operator/(Rate a, Rate b) noexcept { return a.per_hour_ / b.per_hour_; }
    /// Gives the expected number of events in a length of time.
    friend constexpr double operator*(Rate a, Duration span) noexcept { return a.per(span); }
    friend constexpr double operator*(Duration span, Rate a) noexcept { return a.per(span); }
    friend constexpr auto operator<=>(Rate, Rate) = default;

private:
    explicit constexpr Rate(double per_hour)
        : per_hour_{per_hour}
    {}
    double per_hour_ = 0;
};

/// Makes a rate of so many events in every span: `per(10.8, week)`.
[[nodiscard]] constexpr Rate per(double count, Duration span) { return Rate::of(count, span); }
[[nodiscard]] constexpr Rate per_hour(double count) { return Rate::from_per_hour(count); }
[[nodiscard]] constexpr Rate per_day(double count) { return Rate::of(count, day); }
[[nodiscard]] constexpr Rate per_week(double count) { return Rate::of(count, week); }
[[nodiscard]] constexpr Rate per_year(double count) { return Rate::of(count, year); }

inline namespace literals {
constexpr Rate operator""_per_h(unsigned long long n) { return per_hour(static_cast<double>(n)); }
constexpr Rate operator""_per_d(unsigned long long n) { return per_day(static_cast<double>(n)); }
constexpr Rate operator""_per_week(unsigned long long n) { return per_week(static_cast<double>(n)); }
constexpr Rate operator""_per_year(unsigned long long n) { return per_year(static_cast<double>(n)); }
constexpr Rate operator""_per_h(long double n) { return per_hour(static_cast<double>(n)); }
constexpr Rate operator""_per_d(long double n) { return per_day(static_cast<double>(n)); }
constexpr Rate operator""_per_week(long double n) { return per_week(static_cast<double>(n)); }
constexpr Rate operator""_per_year(long double n) { return per_year(static_cast<double>(n)); }
} // namespace literals

} // namespace pathecon::units
