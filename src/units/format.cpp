// SPDX-License-Identifier: MIT
#include <pathecon/units/format.hpp>

#include <algorithm>
#include <cmath>
#include <string_view>

namespace pathecon::units {
namespace {

std::string with_commas(std::string digits)
{
    std::size_t const first = digits.starts_with('-') ? 1 : 0;
    std::size_t const point = std::min(digits.find('.'), digits.size());
    for (std::size_t place = point; place > first + 3; place -= 3) digits.insert(place - 3, 1, ',');
    return digits;
}

std::string with_unit(double number, int digits, std::string_view unit) { return human(number, digits).append(unit); }

} // namespace

std::string human(double number, int digits)
{
    if (std::isnan(number)) return "not a number";
    if (std::isinf(number)) return number > 0 ? "infinite" : "-infinite";
    if (number == 0) return "0";
    // The exponent after rounding: 9.996 with three digits is 10.0, not 10.00.
    std::string const scientific = fmt::format("{:.{}e}", number, digits - 1);
    int const exponent = std::stoi(scientific.substr(scientific.find('e') + 1));
    if (int const decimals = digits - 1 - exponent; decimals >= 0)
        return with_commas(fmt::format("{:.{}f}", number, decimals));
    return with_commas(fmt::format("{:.0f}", std::stod(scientific)));
}

std::string human(Duration duration, int digits)
{
    Duration const length = duration < Duration{} ? -duration : duration;
    if (length < minute * 2) return with_unit(duration.seconds(), digits, " s");
    if (length < hour * 2) return with_unit(duration.minutes(), digits, " min");
    if (length < hour * 48) return with_unit(duration.hours(), digits, " h");
    if (length < year * 2) return with_unit(duration.days(), digits, " d");
    return with_unit(duration.years(), digits, " years");
}

std::string human(Money money, int digits)
{
    double const amount = std::abs(money.pounds());
    std::string const sign = money.pounds() < 0 ? "-£" : "£";
    if (!std::isfinite(amount)) return sign + human(amount);
    if (digits > 0) return sign + human(amount, digits);
    if (amount == 0) return "£0";
    std::string const text = with_commas(fmt::format("{:.{}f}", amount, amount < 100 ? 2 : 0));
    return text.find_first_not_of("0.") == std::string::npos ? "£" + text : sign + text; // no minus before £0.00
}

std::string human(Rate rate, int digits)
{
    if (std::abs(rate.per_hour()) >= 1 || rate.per_hour() == 0) return with_unit(rate.per_hour(), digits, " per h");
    if (std::abs(rate.per_day()) >= 1) return with_unit(rate.per_day(), digits, " per d");
    if (std::abs(rate.per_week()) >= 1) return with_unit(rate.per_week(), digits, " per week");
    return with_unit(rate.per_year(), digits, " per year");
}

std::string human(Probability probability, int digits) { return with_unit(probability.value() * 100, digits, " %"); }

} // namespace pathecon::units
