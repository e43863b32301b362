// SPDX-License-Identifier: MIT
#pragma once

/// \file
/// Formatting writes quantities for people: few digits, the unit that reads best, £ with thousands.

#include <string>

#include <fmt/format.h>

#include <pathecon/units/duration.hpp>
#include <pathecon/units/money.hpp>
#include <pathecon/units/probability.hpp>
#include <pathecon/units/rate.hpp>

namespace pathecon::units {

/// Writes a number with so many significant digits and thousands separators: `1,230`, `0.0457`.
[[nodiscard]] std::string human(double number, int digits = 3);
/// Writes `45.8 h`, `16.0 d`, `14.0 min`: minutes below 2 h, hours below 48 h, days below 2 years, then years.
[[nodiscard]] std::string human(Duration, int digits = 3);
/// Writes `£1,234`, or `£1.20` below £100; with `digits` > 0 rounds to so many significant digits: `£1,230`.
[[nodiscard]] std::string human(Money, int digits = 0);
/// Writes `10.8 per week` in the unit that gives a number of at least 1.
[[nodiscard]] std::string human(Rate, int digits = 3);
/// Writes `30.0 %`.
[[nodiscard]] std::string human(Probability, int digits = 3);

namespace detail {
/// Formats as `human` does; a precision gives the significant digits: `{:.2}`.
template <class T>
struct HumanFormatter {
    int digits = -1;
    constexpr auto parse(fmt::format_parse_context& context)
    {
        auto at = context.begin();
        if (at != context.end() && *at == '.')
            for (digits = 0, ++at; at != context.end() && *at >= '0' && *at <= '9'; ++at)
                digits = digits * 10 + (*at - '0');
        if (at != context.end() && *at != '}') throw fmt::format_error("a quantity takes only a precision");
        return at;
    }
    template <class Context>
    auto format(T const& value, Context& context) const
    {
        auto const text = digits < 0 ? human(value) : human(value, digits);
        return fmt::format_to(context.out(), "{}", text);
    }
};
} // namespace detail

} // namespace pathecon::units

template <>
struct fmt::formatter<pathecon::units::Duration> : pathecon::units::detail::HumanFormatter<pathecon::units::Duration> {
};
template <>
struct fmt::formatter<pathecon::units::Money> : pathecon::units::detail::HumanFormatter<pathecon::units::Money> {};
template <>
struct fmt::formatter<pathecon::units::Rate> : pathecon::units::detail::HumanFormatter<pathecon::units::Rate> {};
template <>
struct fmt::formatter<pathecon::units::Probability>
    : pathecon::units::detail::HumanFormatter<pathecon::units::Probability> {};
