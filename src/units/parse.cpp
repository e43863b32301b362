// SPDX-License-Identifier: MIT
#include <pathecon/units/parse.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <utility>

#include <pathecon/base/number.hpp>

namespace pathecon::units {
namespace {

using base::number_text;
using base::parse_number;
using base::trim;

struct UnitName {
    std::string_view name;
    Duration unit;
};

constexpr std::array unit_names{UnitName{"us", Duration::from_ticks(1)},
                                UnitName{"s", second},
                                UnitName{"sec", second},
                                UnitName{"secs", second},
                                UnitName{"second", second},
                                UnitName{"seconds", second},
                                UnitName{"min", minute},
                                UnitName{"mins", minute},
                                UnitName{"minute", minute},
                                UnitName{"minutes", minute},
                                UnitName{"h", hour},
                                UnitName{"hr", hour},
                                UnitName{"hrs", hour},
                                UnitName{"hour", hour},
                                UnitName{"hours", hour},
                                UnitName{"d", day},
                                UnitName{"day", day},
                                UnitName{"days", day},
                                UnitName{"week", week},
                                UnitName{"weeks", week},
                                UnitName{"year", year},
                                UnitName{"years", year}};

template <class T>
std::optional<T> refuse(ParseFault* fault, int code, std::string message, std::string hint = {})
{
    if (fault) *fault = {code, std::move(message), std::move(hint)};
    return std::nullopt;
}

std::string not_a(std::string_view what, std::string_view text)
{
    return "expected " + std::string{what} + ", found '" + std::string{text} + "'";
}

std::optional<Duration> find_unit(std::string_view name)
{
    for (UnitName const& candidate : unit_names)
        if (candidate.name == name) return candidate.unit;
    return std::nullopt;
}

bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Gives the length of the number at the start of a text, an exponent included.
std::size_t number_length(std::string_view text)
{
    std::size_t i = 0;
    while (i < text.size() && !is_letter(text[i]) && text[i] != '%' && text[i] != '/') ++i;
    bool const exponent = i > 0 && i + 1 < text.size() && (text[i] == 'e' || text[i] == 'E') && is_digit(text[i - 1]) &&
                          (is_digit(text[i + 1]) || (i + 2 < text.size() && is_digit(text[i + 2])));
    if (!exponent) return i;
    for (i += 2; i < text.size() && is_digit(text[i]);) ++i;
    return i;
}

std::size_t word_length(std::string_view text)
{
    return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_letter) - text.begin());
}

/// Says what is odd about a quantity that cannot be read: a letter among the digits, or its number.
std::string slip(std::string_view whole, std::string_view number)
{
    std::string letter, why;
    if (!parse_number(whole, &letter) && letter.starts_with("letter")) return letter;
    if (!parse_number(number, &why) && (!trim(number).empty() || trim(whole).empty())) return why;
    return {};
}

std::string unit_hint(std::string_view unit, std::string_view number)
{
    std::string const count{trim(number)};
    if (unit == "m") return "write '" + count + " min' for minutes";
    if (unit.starts_with("month")) return "months differ in length: write weeks or days";
    return "units are s, min, h, d, week and year";
}

} // namespace

std::optional<Duration> parse_duration(std::string_view text, ParseFault* fault)
{
    constexpr std::string_view what = "a duration such as '14 min' or '2.5 h'";
    std::string_view rest = trim(text);
    std::int64_t total = 0;
    Duration before = Duration::from_ticks(std::numeric_limits<std::int64_t>::max());
    bool first = true;
    do {
        std::size_t const length = number_length(rest);
        std::string_view const count = trim(rest.substr(0, length));
        auto const number = parse_number(count);
        if (!number) return refuse<Duration>(fault, 102, not_a(what, text), slip(rest, count));
        std::string_view const after = trim(rest.substr(length));
        std::string_view const name = after.substr(0, word_length(after));
        if (name.empty()) {
            if (!after.empty()) return refuse<Duration>(fault, 102, not_a(what, text));
            std::string const shown{trim(rest)};
            return refuse<Duration>(fault, 105, "expected a duration with its unit, found " + std::string{trim(text)},
                                    shown + " what? write '" + shown + " min'");
        }
        auto const unit = find_unit(name);
        if (!unit) {
            std::string const letter = slip(rest, "0");
            if (!letter.empty()) return refuse<Duration>(fault, 102, not_a(what, text), letter);
            return refuse<Duration>(fault, 102, "'" + std::string{name} + "' is no unit of time",
                                    unit_hint(name, count));
        }
        // A compound runs from large to small units, with a sign only in front: 1 h 30 min.
        if (!(*unit < before) || (!first && *number < 0)) return refuse<Duration>(fault, 102, not_a(what, text));
        double const ticks = std::abs(*number) * static_cast<double>(unit->ticks());
        if (!(ticks + static_cast<double>(total) < 9.2e18))
            return refuse<Duration>(fault, 102, "'" + std::string{trim(text)} + "' is longer than 292,000 years");
        std::int64_t exact = 0; // a double does not hold every microsecond beyond 285 years
        auto const [end, not_whole] = std::from_chars(count.data(), count.data() + count.size(), exact);
        bool const whole = unit->ticks() == 1 && not_whole == std::errc{} && end == count.data() + count.size();
        total += whole ? std::abs(exact) : detail::round_to_tick(ticks);
        before = *unit;
        first = false;
        rest = trim(after.substr(name.size()));
    } while (!rest.empty());
    return Duration::from_ticks(trim(text).front() == '-' ? -total : total);
}

std::optional<Money> parse_money(std::string_view text, ParseFault* fault)
{
    constexpr std::string_view what = "an amount such as '£60,000' or '£1.20'";
    constexpr std::string_view pound = "£";
    std::string_view rest = trim(text);
    bool const negative = rest.starts_with('-');
    if (negative) rest = trim(rest.substr(1));
    bool has_unit = false;
    for (std::string_view const unit : {pound, std::string_view{"gbp"}, std::string_view{"GBP"}})
        if (!has_unit && rest.starts_with(unit)) rest = trim(rest.substr(unit.size())), has_unit = true;
    std::size_t const length = number_length(rest);
    std::string_view const number_part = trim(rest.substr(0, length));
    std::string_view suffix = trim(rest.substr(length));
    for (std::string_view const unit : {std::string_view{"gbp"}, std::string_view{"GBP"}, std::string_view{"pounds"}})
        if (!has_unit && suffix.ends_with(unit))
            suffix = trim(suffix.substr(0, suffix.size() - unit.size())), has_unit = true;
    if (!parse_number(number_part) || number_part.starts_with('-') || number_part.starts_with('+')) {
        bool const foreign = text.find('$') != std::string_view::npos || text.find("€") != std::string_view::npos;
        return refuse<Money>(fault, 102, not_a(what, text),
                             foreign ? "amounts are in pounds: convert it and name the source"
                                     : slip(rest, number_part));
    }
    // Shifting the decimal text rounds once, where multiplying would round twice.
    std::string digits{number_part};
    if (suffix == "k")
        digits += "e3";
    else if (suffix == "m" || suffix == "million")
        digits += "e6";
    else if (suffix == "bn" || suffix == "billion")
        digits += "e9";
    else if (!suffix.empty())
        return refuse<Money>(fault, 102, not_a(what, text), slip(rest, number_part));
    auto const amount = parse_number(digits);
    if (!amount) return refuse<Money>(fault, 102, not_a(what, text));
    if (!has_unit) {
        std::string const shown{trim(text)};
        return refuse<Money>(fault, 105, "expected an amount with its unit, found " + shown,
                             shown + " what? write '£" + shown + "'");
    }
    return pounds(negative ? -*amount : *amount);
}

std::optional<Rate> parse_rate(std::string_view text, ParseFault* fault)
{
    constexpr std::string_view what = "a rate such as '9 per h' or '10.8 per week'";
    std::string_view const whole = trim(text);
    std::size_t const length = number_length(whole);
    auto const count = parse_number(whole.substr(0, length));
    std::string_view span = trim(whole.substr(length));
    if (!count) return refuse<Rate>(fault, 102, not_a(what, text), slip(whole, whole.substr(0, length)));
    if (span.empty())
        return refuse<Rate>(fault, 105, "expected a rate with its unit, found " + std::string{whole},
                            std::string{whole} + " what? write '" + std::string{whole} + " per h'");
    if (span.starts_with('/'))
        span = trim(span.substr(1));
    else if (span.starts_with("per "))
        span = trim(span.substr(4));
    else if (span.starts_with("a "))
        span = trim(span.substr(2));
    else if (span.starts_with("an "))
        span = trim(span.substr(3));
    else
        return refuse<Rate>(fault, 102, not_a(what, text));
    std::optional<Duration> each = find_unit(span);
    if (!each && !span.empty() && is_digit(span[0])) each = parse_duration(span);
    if (!each || each->ticks() <= 0)
        return refuse<Rate>(fault, 102, "'" + std::string{span} + "' is no unit of time",
                            unit_hint(span, whole.substr(0, length)));
    return Rate::of(*count, *each);
}

std::optional<Probability> parse_probability(double number, ParseFault* fault)
{
    if (Probability{number}.valid()) return Probability{number};
    std::string const shown = number_text(number);
    if (number > 1 && number <= 100)
        return refuse<Probability>(fault, 106, "a probability of " + shown + " is above 1",
                                   "did you mean " + shown + " %?");
    return refuse<Probability>(fault, 106, "a probability lies between 0 and 1, found " + shown);
}

std::optional<Probability> parse_probability(std::string_view text, ParseFault* fault)
{
    std::string_view const whole = trim(text);
    bool const per_cent = whole.ends_with('%');
    std::string_view const digits = per_cent ? trim(whole.substr(0, whole.size() - 1)) : whole;
    std::string why;
    auto number = parse_number(digits, &why);
    if (number && per_cent) {
        bool const has_exponent = digits.find_first_of("eE") != std::string_view::npos;
        number = has_exponent ? *number / 100 : parse_number(std::string{digits} + "e-2"); // shifting rounds once
    }
    if (!number) return refuse<Probability>(fault, 102, not_a("a probability such as 0.3 or '30 %'", text), why);
    if (per_cent && !Probability{*number}.valid())
        return refuse<Probability>(fault, 106, "a probability lies between 0 and 100 %, found " + std::string{whole});
    return parse_probability(*number, fault);
}

} // namespace pathecon::units
