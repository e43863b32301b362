// SPDX-License-Identifier: MIT
#pragma once

/// \file
/// A week starts on Monday at 00:00, which is tick 0 of simulated time; it repeats every seven days.

#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include <pathecon/units/duration.hpp>

namespace pathecon::units {

enum class Weekday : std::uint8_t { monday, tuesday, wednesday, thursday, friday, saturday, sunday };

inline constexpr std::array<std::string_view, 7> weekday_names{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
inline constexpr int minutes_per_day = 1440;
inline constexpr int minutes_per_week = 7 * minutes_per_day;

/// Holds a set of weekdays.
class Weekdays {
public:
    constexpr Weekdays() = default;
    constexpr Weekdays(std::initializer_list<Weekday> days)
    {
        for (Weekday const d : days) add(d);
    }
    [[nodiscard]] static constexpr Weekdays every_day() { return from_bits(0b111'1111); }
    [[nodiscard]] static constexpr Weekdays monday_to_friday() { return from_bits(0b001'1111); }
    [[nodiscard]] static constexpr Weekdays from_bits(unsigned bits)
    {
        Weekdays made;
        made.bits_ = static_cast<std::uint8_t>(bits & 0b111'1111u);
        return made;
    }

    constexpr Weekdays& add(Weekday d) { return bits_ = static_cast<std::uint8_t>(bits_ | bit(d)), *this; }
    [[nodiscard]] constexpr bool contains(Weekday d) const { return (bits_ & bit(d)) != 0; }
    [[nodiscard]] constexpr bool empty() const { return bits_ == 0; }
    [[nodiscard]] constexpr unsigned bits() const { return bits_; }
    [[nodiscard]] constexpr int size() const
    {
        int count = 0;
        for (unsigned rest = bits_; rest != 0; rest >>= 1) count += static_cast<int>(rest & 1u);
        return count;
    }
    friend constexpr bool operator==(Weekdays, Weekdays) = default;

private:
    static constexpr unsigned bit(Weekday d) { return 1u << static_cast<unsigned>(d); }
    std::uint8_t bits_ = 0;
};

/// Some weeks of a cycle that comes round again and again; week 0 is the one in which time starts.
class WeekCycle {
public:
    static constexpr int longest = 52;

    constexpr WeekCycle() = default; ///< Every week.
    /// Requires 1 <= weeks <= longest.
    static constexpr WeekCycle of(int weeks)
    {
        WeekCycle made;
        made.weeks_ = weeks;
        made.bits_ = 0;
        return made;
    }
    /// Adds the n-th week of the cycle, from 0.
    constexpr WeekCycle& add(int n) { return bits_ |= std::uint64_t{1} << n, *this; }
    [[nodiscard]] constexpr int weeks() const { return weeks_; }
    /// Gives the share of all weeks.
    [[nodiscard]] constexpr double share() const
    {
        int count = 0;
        for (std::uint64_t rest = bits_; rest != 0; rest >>= 1) count += static_cast<int>(rest & 1);
        return static_cast<double>(count) / weeks_;
    }
    [[nodiscard]] constexpr bool contains(std::int64_t n) const { return (bits_ >> ((n % weeks_ + weeks_) % weeks_) & 1) != 0; }
    friend constexpr bool operator==(WeekCycle, WeekCycle) = default;

private:
    int weeks_ = 1;
    std::uint64_t bits_ = 1;
};

namespace detail {
/// Divides towards minus infinity and returns what is left, in [0, period).
[[nodiscard]] constexpr std::int64_t phase(std::int64_t ticks, std::int64_t period)
{
    std::int64_t const rest = ticks % period;
    return rest < 0 ? rest + period : rest;
}
} // namespace detail

/// Gives the time since the last Monday 00:00, in [0, 7 d); times before tick 0 count too.
[[nodiscard]] constexpr Duration time_of_week(Duration since_start)
{
    return Duration::from_ticks(detail::phase(since_start.ticks(), week.ticks()));
}
/// Gives the time since the last midnight, in [0, 24 h).
[[nodiscard]] constexpr Duration time_of_day(Duration since_start)
{
    return Duration::from_ticks(detail::phase(since_start.ticks(), day.ticks()));
}
[[nodiscard]] constexpr Weekday weekday(Duration since_start)
{
    return static_cast<Weekday>(time_of_week(since_start).ticks() / day.ticks());
}
/// Gives the whole minute of the week, 0 to 10,079.
[[nodiscard]] constexpr int minute_of_week(Duration since_start)
{
    return static_cast<int>(time_of_week(since_start).ticks() / minute.ticks());
}
/// Gives the time from Monday 00:00 to a clock time on a weekday.
[[nodiscard]] constexpr Duration at(Weekday d, Duration clock) { return day * static_cast<double>(d) + clock; }

/// Reads `Mon-Fri`, `Tue Fri`, `Sat,Sun`, `Fri-Mon`, `weekdays`, `weekend` or `daily`; `why` says what is wrong.
[[nodiscard]] std::optional<Weekdays> parse_days(std::string_view text, std::string* why = nullptr);
/// Reads `1 of 2`, `1 3 of 4`; nothing means every week. `why` says what is wrong.
[[nodiscard]] std::optional<WeekCycle> parse_weeks(std::string_view text, std::string* why = nullptr);
/// Reads a clock time `09:00`, `11:58:48`, up to `24:00`.
[[nodiscard]] std::optional<Duration> parse_clock(std::string_view text, std::string* why = nullptr);

/// Writes the shortest text that reads back: `Mon-Fri`, `Tue Fri`, `daily`.
[[nodiscard]] std::string days_text(Weekdays days);
/// Writes `09:00`, or `11:58:48` where seconds are needed; fractions of a second are kept.
[[nodiscard]] std::string clock_text(Duration since_midnight);

} // namespace pathecon::units
