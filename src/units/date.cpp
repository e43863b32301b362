// SPDX-License-Identifier: MIT
#include <pathecon/units/date.hpp>

#include <algorithm>
#include <array>
#include <chrono>

#include <fmt/format.h>

#include <pathecon/base/number.hpp>

namespace pathecon::units {
namespace {

namespace chrono = std::chrono;

constexpr chrono::year_month_day civil(Date date)
{
    return chrono::year_month_day{chrono::sys_days{chrono::days{date.days}}};
}

constexpr Date from_civil(int year, unsigned month, unsigned day)
{
    chrono::sys_days const made{chrono::year{year} / chrono::month{month} / chrono::day{day}};
    return {static_cast<std::int32_t>(made.time_since_epoch().count())};
}

constexpr std::array<std::string_view, 12> month_names{"January",   "February", "March",    "April",
                                                       "May",       "June",     "July",     "August",
                                                       "September", "October",  "November", "December"};

/// A day of the list of bank holidays that no rule gives, or a day by rule on which there was none.
struct OneOff {
    Date date;
    bool holiday;
};

// Royal proclamations under the Banking and Financial Dealings Act 1971, as listed by GOV.UK (Open Government Licence
// v3.0) and its archive, in order of time.
constexpr std::array one_offs{
    OneOff{from_civil(1981, 7, 29), true},  // royal wedding
    OneOff{from_civil(1995, 5, 1), false},  // early May moved to VE Day's 50th anniversary
    OneOff{from_civil(1995, 5, 8), true},   //
    OneOff{from_civil(1999, 12, 31), true}, // millennium
    OneOff{from_civil(2002, 5, 27), false}, // spring moved to the Golden Jubilee
    OneOff{from_civil(2002, 6, 3), true},   // Golden Jubilee
    OneOff{from_civil(2002, 6, 4), true},   // spring
    OneOff{from_civil(2011, 4, 29), true},  // royal wedding
    OneOff{from_civil(2012, 5, 28), false}, // spring moved to the Diamond Jubilee
    OneOff{from_civil(2012, 6, 4), true},   // spring
    OneOff{from_civil(2012, 6, 5), true},   // Diamond Jubilee
    OneOff{from_civil(2020, 5, 4), false},  // early May moved to VE Day's 75th anniversary
    OneOff{from_civil(2020, 5, 8), true},   //
    OneOff{from_civil(2022, 5, 30), false}, // spring moved to the Platinum Jubilee
    OneOff{from_civil(2022, 6, 2), true},   // spring
    OneOff{from_civil(2022, 6, 3), true},   // Platinum Jubilee
    OneOff{from_civil(2022, 9, 19), true},  // state funeral of Queen Elizabeth II
    OneOff{from_civil(2023, 5, 8), true},   // coronation of King Charles III
};

/// Gives Easter Sunday by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, 2nd ed., chapter 8).
Date easter(int year)
{
    int const a = year % 19, b = year / 100, c = year % 100;
    int const d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
    int const h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4;
    int const l = (32 + 2 * e + 2 * i - h - k) % 7, m = (a + 11 * h + 22 * l) / 451;
    int const n = h + l - 7 * m + 114;
    return from_civil(year, static_cast<unsigned>(n / 31), static_cast<unsigned>(n % 31 + 1));
}

bool by_rule(Date date)
{
    Weekday const weekday = date.weekday();
    if (weekday == Weekday::saturday || weekday == Weekday::sunday) return false; // the substitute is listed instead
    bool const monday = weekday == Weekday::monday, tuesday = weekday == Weekday::tuesday;
    int const day = date.day();
    switch (date.month()) {
    case 1:
        return day == 1 || (monday && day <= 3);
    case 5:
        return monday && (day <= 7 || day > 24); // the first and the last Monday
    case 8:
        return monday && day > 24;
    case 12: // Saturday's Christmas goes to Monday 27, Sunday's to Tuesday 27, after Boxing Day; so does the 28th
        return day == 25 || day == 26 || ((day == 27 || day == 28) && (monday || tuesday));
    case 3:
    case 4: {
        int const after = date - easter(date.year());
        return after == -2 || after == 1;
    }
    default:
        return false;
    }
}

} // namespace

int Date::year() const { return static_cast<int>(civil(*this).year()); }
int Date::month() const { return static_cast<int>(static_cast<unsigned>(civil(*this).month())); }
int Date::day() const { return static_cast<int>(static_cast<unsigned>(civil(*this).day())); }
Weekday Date::weekday() const
{
    return static_cast<Weekday>(detail::phase(std::int64_t{days} + 3, 7)); // 1970-01-01 was a Thursday
}

std::optional<Date> date_of(int y, int m, int d)
{
    if (m < 1 || m > 12 || d < 1 || d > 31) return std::nullopt;
    chrono::year_month_day const made{chrono::year{y}, chrono::month{static_cast<unsigned>(m)},
                                      chrono::day{static_cast<unsigned>(d)}};
    if (!made.ok()) return std::nullopt;
    return from_civil(y, static_cast<unsigned>(m), static_cast<unsigned>(d));
}

std::optional<Date> parse_date(std::string_view text, std::string* why)
{
    std::string_view const whole = base::trim(text);
    auto const refuse = [&](std::string reason) {
        if (why) *why = "'" + std::string{whole} + "' is no date: " + std::move(reason);
        return std::nullopt;
    };
    bool well_formed = whole.size() == 10;
    for (std::size_t i = 0; well_formed && i < whole.size(); ++i)
        well_formed = i == 4 || i == 7 ? whole[i] == '-' : whole[i] >= '0' && whole[i] <= '9';
    if (!well_formed) return refuse("write year, month and day as 2026-01-05");
    auto const number = [&](std::size_t at, std::size_t length) {
        int value = 0;
        for (char const digit : whole.substr(at, length)) value = 10 * value + (digit - '0');
        return value;
    };
    int const y = number(0, 4), m = number(5, 2), d = number(8, 2);
    if (y < 1900 || y > 2199) return refuse(fmt::format("its year {} is not between 1900 and 2199", y));
    if (m < 1 || m > 12) return refuse(fmt::format("there is no month {}; write year-month-day", m));
    if (auto const date = date_of(y, m, d)) return date;
    auto const last =
        chrono::year_month_day_last{chrono::year{y}, chrono::month_day_last{chrono::month{static_cast<unsigned>(m)}}};
    return refuse(fmt::format("{} {} has {} days", month_names[static_cast<std::size_t>(m - 1)], y,
                              static_cast<unsigned>(last.day())));
}

std::string date_text(Date date) { return fmt::format("{:04}-{:02}-{:02}", date.year(), date.month(), date.day()); }

bool is_bank_holiday(Date date)
{
    auto const found = std::find_if(one_offs.begin(), one_offs.end(), [&](OneOff const& o) { return o.date == date; });
    return found != one_offs.end() ? found->holiday : by_rule(date);
}

} // namespace pathecon::units
