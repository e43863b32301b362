// SPDX-License-Identifier: MIT
#pragma once

/// \file
/// A duration is a length of time in whole microseconds: exact to compare and to add.

#include <compare>
#include <cstdint>

#include <pathecon/base/contract.hpp>

namespace pathecon::units {

namespace detail {
/// Rounds to the nearest integer, ties to even, whatever the processor's rounding mode. Throws `ContractViolation` for
/// a number that is not finite or does not fit (beyond 292,000 years).
[[nodiscard]] constexpr std::int64_t round_to_tick(double ticks)
{
    PATHECON_EXPECTS(ticks > -9.2e18 && ticks < 9.2e18, "a duration is finite and below 292,000 years");
    auto whole = static_cast<std::int64_t>(ticks);
    double const rest = ticks - static_cast<double>(whole);
    if (rest > 0.5 || (rest == 0.5 && whole % 2 != 0)) ++whole;
    if (rest < -0.5 || (rest == -0.5 && whole % 2 != 0)) --whole;
    return whole;
}
} // namespace detail

class Duration {
public:
    static constexpr std::int64_t ticks_per_second = 1'000'000;

    constexpr Duration() = default;
    /// Makes a duration of whole microseconds.
    [[nodiscard]] static constexpr Duration from_ticks(std::int64_t ticks) { return Duration{ticks}; }
    /// Makes a duration of `count` times a unit, rounded to the nearest microsecond, ties to even.
    [[nodiscard]] static constexpr Duration of(double count, Duration unit)
    {
        return Duration{detail::round_to_tick(count * static_cast<double>(unit.ticks_))};
    }

    [[nodiscard]] constexpr std::int64_t ticks() const noexcept { return ticks_; }
    /// Gives the number of units in the duration.
    [[nodiscard]] constexpr double in(Duration unit) const noexcept
    {
        return static_cast<double>(ticks_) / static_cast<double>(unit.ticks_);
    }
    [[nodiscard]] constexpr double seconds() const noexcept;
    [[nodiscard]] constexpr double minutes() const noexcept;
    [[nodiscard]] constexpr double hours() const noexcept;
    [[nodiscard]] constexpr double days() const noexcept;
    [[nodiscard]] constexpr double weeks() const noexcept;
    [[nodiscard]] constexpr double years() const noexcept;

    constexpr Duration& operator+=(Duration other) noexcept { return ticks_ += other.ticks_, *this; }
    constexpr Duration& operator-=(Duration other) noexcept { return ticks_ -= other.ticks_, *this; }
    friend constexpr Duration operator+(Duration a, Duration b) noexcept { return a += b; }
    friend constexpr Duration operator-(Duration a, Duration b) noexcept { return a -= b; }
    friend constexpr Duration operator-(Duration a) noexcept { return Duration{-a.ticks_}; }
    /// Scales, rounded to the nearest microsecond, ties to even.
    friend constexpr Duration operator*(Duration a, double factor) { return of(factor, a); }
    friend constexpr Duration operator*(double factor, Duration a) { return of(factor, a); }
    friend constexpr Duration operator/(Duration a, double divisor)
    {
        return Duration{detail::round_to_tick(static_cast<double>(a.ticks_) / divisor)};
    }
    /// Gives the ratio of two durations.
    friend constexpr double operator/(Duration a, Duration b) noexcept { return a.in(b); }
    friend constexpr auto operator<=>(Duration, Duration) = default;

private:
    explicit constexpr Duration(std::int64_t ticks)
        : ticks_{ticks}
    {}
    std::int64_t ticks_ = 0;
};

inline constexpr Duration second = Duration::from_ticks(Duration::ticks_per_second);
inline constexpr Duration minute = second * 60;
inline constexpr Duration hour = minute * 60;
inline constexpr Duration day = hour * 24;
inline constexpr Duration week = day * 7;
inline constexpr Duration year = day * 365; ///< 365 days, by definition here.

constexpr double Duration::seconds() const noexcept { return in(second); }
constexpr double Duration::minutes() const noexcept { return in(minute); }
constexpr double Duration::hours() const noexcept { return in(hour); }
constexpr double Duration::days() const noexcept { return in(day); }
constexpr double Duration::weeks() const noexcept { return in(week); }
constexpr double Duration::years() const noexcept { return in(year); }

[[nodiscard]] constexpr Duration seconds(double count) { return Duration::of(count, second); }
[[nodiscard]] constexpr Duration minutes(double count) { return Duration::of(count, minute); }
[[nodiscard]] constexpr Duration hours(double count) { return Duration::of(count, hour); }
[[nodiscard]] constexpr Duration days(double count) { return Duration::of(count, day); }
[[nodiscard]] constexpr Duration weeks(double count) { return Duration::of(count, week); }
[[nodiscard]] constexpr Duration years(double count) { return Duration::of(count, year); }

inline namespace literals {
// clang-format off
constexpr Duration operator""_s(unsigned long long n) { return seconds(static_cast<double>(n)); }
constexpr Duration operator""_min(unsigned long long n) { return minutes(static_cast<double>(n)); }
constexpr Duration operator""_h(unsigned long long n) { return hours(static_cast<double>(n)); }
constexpr Duration operator""_d(unsigned long long n) { return days(static_cast<double>(n)); }
constexpr Duration operator""_days(unsigned long long n) { return days(static_cast<double>(n)); }
constexpr Duration operator""_weeks(unsigned long long n) { return weeks(static_cast<double>(n)); }
constexpr Duration operator""_years(unsigned long long n) { return years(static_cast<double>(n)); }
constexpr Duration operator""_s(long double n) { return seconds(static_cast<double>(n)); }
constexpr Duration operator""_min(long double n) { return minutes(static_cast<double>(n)); }
constexpr Duration operator""_h(long double n) { return hours(static_cast<double>(n)); }
constexpr Duration operator""_d(long double n) { return days(static_cast<double>(n)); }
constexpr Duration operator""_days(long double n) { return days(static_cast<double>(n)); }
constexpr Duration operator""_weeks(long double n) { return weeks(static_cast<double>(n)); }
constexpr Duration operator""_years(long double n) { return years(static_cast<double>(n)); }
// clang-format on
} // namespace literals

} // namespace pathecon::units
