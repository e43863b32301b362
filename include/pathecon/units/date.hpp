// SPDX-License-Identifier: MIT
#pragma once

/// \file
/// A date is a day of the Gregorian calendar, counted from 1 January 1970.

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <pathecon/units/week.hpp>

namespace pathecon::units {

struct Date {
    std::int32_t days = 0; ///< Days since 1970-01-01; negative before it.

    [[nodiscard]] int year() const;
    [[nodiscard]] int month() const; ///< 1 to 12.
    [[nodiscard]] int day() const;   ///< Day of the month, 1 to 31.
    [[nodiscard]] Weekday weekday() const;

    [[nodiscard]] friend constexpr Date operator+(Date date, std::int32_t later) { return {date.days + later}; }
    [[nodiscard]] friend constexpr Date operator-(Date date, std::int32_t earlier) { return {date.days - earlier}; }
    /// Gives the days from `from` to `to`.
    [[nodiscard]] friend constexpr std::int32_t operator-(Date to, Date from) { return to.days - from.days; }
    friend constexpr auto operator<=>(Date, Date) = default;
};

/// Makes the date of a year, month and day; none where the calendar has no such day.
[[nodiscard]] std::optional<Date> date_of(int year, int month, int day);

/// Reads `2026-01-05`, years 1900 to 2199; `why` says what is wrong, for instance that February 2026 has 28 days.
[[nodiscard]] std::optional<Date> parse_date(std::string_view text, std::string* why = nullptr);
/// Writes `2026-01-05`.
[[nodiscard]] std::string date_text(Date date);

/// Says whether GOV.UK lists the date among the bank holidays of England and Wales. Where a holiday falls on a weekend
/// its substitute day is on that list and the weekend day is not. By rule for every year from 1978, with the days that
/// were proclaimed or moved once; for coming years that holds until another day is proclaimed.
/// Source: GOV.UK, UK bank holidays (Open Government Licence v3.0); Banking and Financial Dealings Act 1971,
/// schedule 1.
[[nodiscard]] bool is_bank_holiday(Date date);

} // namespace pathecon::units
