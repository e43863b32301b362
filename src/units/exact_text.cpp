// SPDX-License-Identifier: MIT
#include <array>
#include <cmath>
#include <string>
#include <utility>

#include <pathecon/base/number.hpp>
#include <pathecon/units/parse.hpp>

namespace pathecon::units {
namespace {

/// Puts a comma between groups of three digits of the whole part, unless the number has an exponent.
std::string grouped(std::string digits)
{
    if (digits.find('e') != std::string::npos) return digits;
    std::size_t const point = digits.find('.');
    auto place = static_cast<std::ptrdiff_t>(point == std::string::npos ? digits.size() : point);
    for (place -= 3; place > 0; place -= 3) digits.insert(static_cast<std::size_t>(place), 1, ',');
    return digits;
}

} // namespace

std::string exact_text(Duration duration)
{
    static constexpr std::array<std::pair<Duration, std::string_view>, 5> units{
        {{minute, " min"}, {second, " s"}, {hour, " h"}, {day, " d"}, {year, " years"}}};
    std::string best_number, best;
    for (auto const& [unit, name] : units) {
        double const count = duration.in(unit);
        std::string number = base::number_text(count);
        if (!best.empty() && number.size() >= best_number.size()) continue;
        if (std::abs(count) > 9e15 || Duration::of(count, unit) != duration) continue;
        best_number = number;
        best = number.append(name);
        if (unit == year && (count == 1 || count == -1)) best.pop_back();
    }
    return best.empty() ? std::to_string(duration.ticks()) + " us" : best;
}

std::string exact_text(Money money)
{
    double const amount = std::abs(money.pounds());
    std::string digits = base::number_text(amount);
    if (digits.find('e') == std::string::npos && digits.size() >= 2 && digits[digits.size() - 2] == '.') digits += '0';
    return (std::signbit(money.pounds()) && amount != 0 ? "-£" : "£") + grouped(std::move(digits));
}

std::string exact_text(Rate rate)
{
    static constexpr std::array<std::pair<Duration, std::string_view>, 5> spans{
        {{hour, " per h"}, {day, " per d"}, {week, " per week"}, {year, " per year"}, {minute, " per min"}}};
    std::string best_number, best;
    for (auto const& [span, name] : spans) {
        double const count = rate.per(span);
        std::string number = base::number_text(count);
        if (!best.empty() && number.size() >= best_number.size()) continue;
        if (!best.empty() && Rate::of(count, span) != rate) continue; // the first, per hour, is always exact
        best_number = number;
        best = number.append(name);
    }
    return best;
}

std::string exact_text(Probability probability) { return base::number_text(probability.value()); }

} // namespace pathecon::units
