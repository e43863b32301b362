// SPDX-License-Identifier: MIT
#include <pathecon/base/number.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace pathecon::base {
namespace {

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

/// Removes separators of full groups of three from the whole part; false when one stands elsewhere.
bool ungroup(std::string& text)
{
    std::size_t const start = text.find_first_of("0123456789");
    if (start == std::string::npos) return true;
    std::size_t const stop = std::min(text.find_first_of(".eE", start), text.size());
    std::string const whole = text.substr(start, stop - start);
    std::size_t const first = whole.find_first_of(", ");
    if (first == std::string::npos) return text.find_first_of(", ", stop) == std::string::npos;
    char const separator = whole[first];
    if (first == 0 || first > 3 || (whole.size() - first) % 4 != 0) return false;
    std::string digits;
    for (std::size_t i = 0; i < whole.size(); ++i) {
        bool const expects_separator = i >= first && (i - first) % 4 == 0;
        if (expects_separator ? whole[i] != separator : !is_digit(whole[i])) return false;
        if (!expects_separator) digits += whole[i];
    }
    text.replace(start, stop - start, digits);
    return text.find_first_of(", ", start + digits.size()) == std::string::npos;
}

/// Guesses what is odd about a text that is no number.
std::string oddity(std::string_view text)
{
    if (text.empty()) return "it is empty";
    if (text.front() == '#') return "a spreadsheet's error";
    if (text.find("\xe2\x88\x92") != std::string_view::npos) return "write the plain minus sign -";
    bool const has_digit = std::any_of(text.begin(), text.end(), is_digit);
    if (!has_digit) return {};
    for (char const letter : {'O', 'o', 'l', 'I'}) {
        std::string repaired{text};
        std::replace(repaired.begin(), repaired.end(), letter, letter == 'O' || letter == 'o' ? '0' : '1');
        if (repaired == text) continue;
        bool const number_like = repaired.find_first_not_of("0123456789.,+- ") == std::string::npos;
        if (number_like) return std::string{"letter "} + letter + "?";
    }
    if (text.find_first_not_of("0123456789.,+-") == std::string_view::npos) {
        std::size_t const comma = text.find(',');
        if (comma != std::string_view::npos && comma == text.rfind(',') && text.find('.') == std::string_view::npos) {
            std::string repaired{text};
            repaired[comma] = '.';
            return "decimal comma? write " + repaired;
        }
        if (comma != std::string_view::npos) return "thousands are separated in groups of three";
        if (text.find('-', 1) != std::string_view::npos) return "a range or a date?";
    }
    return {};
}

} // namespace

std::string_view trim(std::string_view text) noexcept
{
    std::size_t const first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::optional<double> parse_number(std::string_view text, std::string* why)
{
    std::string plain{trim(text)};
    if (plain.size() > 1 && plain[0] == '+' && plain[1] != '-') plain.erase(0, 1);
    std::size_t const first = !plain.empty() && plain[0] == '-' ? 1 : 0;
    // The standard reader also takes "inf" and "nan", which no user means by a number.
    bool const starts_well = first < plain.size() && (is_digit(plain[first]) || plain[first] == '.');
    double number = 0;
    if (starts_well && ungroup(plain)) {
        auto const [end, fault] = std::from_chars(plain.data(), plain.data() + plain.size(), number);
        if (fault == std::errc{} && end == plain.data() + plain.size()) return number;
        if (fault == std::errc::result_out_of_range && end == plain.data() + plain.size()) {
            if (why) *why = "too large or too small for a number";
            return std::nullopt;
        }
    }
    if (why) *why = oddity(trim(text));
    return std::nullopt;
}

std::string number_text(double number)
{
    if (std::isnan(number)) return "nan";
    char buffer[32];
    auto const [end, fault] = std::to_chars(buffer, buffer + sizeof buffer, number);
    return {buffer, end};
}

} // namespace pathecon::base
