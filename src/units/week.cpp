// SPDX-License-Identifier: MIT
#include <pathecon/units/week.hpp>

#include <algorithm>
#include <vector>

#include <pathecon/base/diagnostic.hpp>
#include <pathecon/base/number.hpp>

namespace pathecon::units {
namespace {

void explain(std::string* why, std::string text)
{
    if (why) *why = std::move(text);
}

std::string lower(std::string_view text)
{
    std::string made{text};
    for (char& c : made)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return made;
}

constexpr std::array<std::string_view, 7> full_names{"monday", "tuesday",  "wednesday", "thursday",
                                                     "friday", "saturday", "sunday"};

/// Finds `Tue`, `Tues`, `Thurs` or a full name, in any case.
std::optional<int> find_day(std::string_view word)
{
    std::string const wanted = lower(word);
    if (wanted.size() < 3) return std::nullopt;
    for (std::size_t i = 0; i < full_names.size(); ++i)
        if (full_names[i].starts_with(wanted)) return static_cast<int>(i);
    return std::nullopt;
}

std::vector<std::string_view> words(std::string_view text)
{
    std::vector<std::string_view> found;
    for (std::size_t at = 0; (at = text.find_first_not_of(" ,;", at)) != std::string_view::npos;) {
        std::size_t const stop = std::min(text.find_first_of(" ,;", at), text.size());
        found.push_back(text.substr(at, stop - at));
        at = stop;
    }
    return found;
}

std::string no_day(std::string_view word)
{
    std::string text = "'" + std::string{word} + "' is no day of the week";
    std::vector<std::string> known{full_names.begin(), full_names.end()};
    known.insert(known.end(), {"daily", "weekdays", "weekend"});
    std::string const hint = base::did_you_mean(lower(word), known);
    return hint.empty() ? text + ": write Mon, Tue, ..., Mon-Fri, weekdays, weekend or daily" : text + ": " + hint;
}

} // namespace

std::optional<Weekdays> parse_days(std::string_view text, std::string* why)
{
    Weekdays days;
    for (std::string_view const word : words(text)) {
        std::string const name = lower(word);
        unsigned extra = 0;
        if (name == "daily")
            extra = Weekdays::every_day().bits();
        else if (name == "weekdays")
            extra = Weekdays::monday_to_friday().bits();
        else if (name == "weekend" || name == "weekends")
            extra = Weekdays{Weekday::saturday, Weekday::sunday}.bits();
        else {
            std::size_t const dash = word.find('-');
            std::string_view const from_word = word.substr(0, dash);
            std::string_view const to_word = dash == std::string_view::npos ? from_word : word.substr(dash + 1);
            auto const from = find_day(from_word), to = find_day(to_word);
            if (!from || !to) return explain(why, no_day(from ? to_word : from_word)), std::nullopt;
            for (int day_index = *from;; day_index = (day_index + 1) % 7) { // Fri-Mon runs over the end of the week
                extra |= 1u << static_cast<unsigned>(day_index);
                if (day_index == *to) break;
            }
        }
        days = Weekdays::from_bits(days.bits() | extra);
    }
    if (days.empty()) return explain(why, "no day is named: write Mon-Fri, Tue Fri, weekdays or daily"), std::nullopt;
    return days;
}

std::optional<WeekCycle> parse_weeks(std::string_view text, std::string* why)
{
    auto const refuse = [&](std::string_view what) {
        explain(why, "'" + std::string{base::trim(text)} + "' " + std::string{what} + ": write '1 of 2', or '1 3 of 4'");
        return std::nullopt;
    };
    auto const found = words(text);
    if (found.empty()) return WeekCycle{};
    std::vector<int> numbers;
    for (std::size_t i = 0; i < found.size(); ++i) {
        if (i + 2 == found.size() && lower(found[i]) == "of") continue;
        auto const number = found[i].size() <= 2 && found[i].find_first_not_of("0123456789") == std::string_view::npos
                                ? base::parse_number(found[i])
                                : std::nullopt;
        if (!number) return refuse("names no weeks of a cycle");
        numbers.push_back(static_cast<int>(*number));
    }
    if (numbers.size() < 2 || numbers.size() + 1 != found.size()) return refuse("names no weeks of a cycle");
    int const weeks = numbers.back();
    numbers.pop_back();
    if (weeks < 1 || weeks > WeekCycle::longest) return refuse("is a cycle of fewer than 1 or more than 52 weeks");
    auto made = WeekCycle::of(weeks);
    for (int const number : numbers) {
        if (number < 1 || number > weeks) return refuse("names a week that its cycle does not have");
        made.add(number - 1);
    }
    return made;
}

std::optional<Duration> parse_clock(std::string_view text, std::string* why)
{
    std::string_view const whole = base::trim(text);
    std::string const refused = "'" + std::string{whole} + "' is no clock time: write 09:00, up to 24:00";
    std::array<std::string_view, 3> parts{};
    std::size_t count = 0;
    for (std::size_t at = 0; at <= whole.size();) {
        std::size_t const stop = std::min(whole.find(':', at), whole.size());
        if (count == parts.size()) return explain(why, refused), std::nullopt;
        parts[count++] = whole.substr(at, stop - at);
        at = stop + 1;
    }
    auto const plain = [](std::string_view part, bool fraction) {
        std::size_t const digits = std::min(part.find('.'), part.size());
        bool const well_formed =
            digits >= 1 && digits <= 2 && part.find_first_not_of("0123456789.") == std::string_view::npos;
        return well_formed && (fraction || digits == part.size());
    };
    if (count < 2 || !plain(parts[0], false) || !plain(parts[1], false) || parts[1].size() != 2 ||
        (count == 3 && !plain(parts[2], true)))
        return explain(why, refused), std::nullopt;
    auto const h = base::parse_number(parts[0]), m = base::parse_number(parts[1]);
    auto const s = count == 3 ? base::parse_number(parts[2]) : std::optional{0.0};
    if (!h || !m || !s || *m >= 60 || *s >= 60) return explain(why, refused), std::nullopt;
    Duration const clock = hours(*h) + minutes(*m) + seconds(*s);
    if (clock > day) return explain(why, refused), std::nullopt;
    return clock;
}

std::string days_text(Weekdays days)
{
    if (days == Weekdays::every_day()) return "daily";
    std::string text;
    for (std::size_t from = 0; from < 7; ++from) {
        if (!days.contains(static_cast<Weekday>(from))) continue;
        std::size_t to = from;
        while (to + 1 < 7 && days.contains(static_cast<Weekday>(to + 1))) ++to;
        if (!text.empty()) text += ' ';
        text += weekday_names[from];
        if (to >= from + 2)
            text.append("-").append(weekday_names[to]);
        else if (to == from + 1)
            text.append(" ").append(weekday_names[to]);
        from = to;
    }
    return text;
}

std::string clock_text(Duration since_midnight)
{
    auto const two = [](std::int64_t n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    std::int64_t const ticks = since_midnight.ticks();
    std::string text = two(ticks / hour.ticks()) + ":" + two(ticks / minute.ticks() % 60);
    std::int64_t const rest = ticks % minute.ticks();
    if (rest == 0) return text;
    text += ":" + two(rest / second.ticks());
    if (std::int64_t const fraction = rest % second.ticks(); fraction != 0) {
        std::string const digits = std::to_string(1'000'000 + fraction).substr(1);
        text += "." + digits.substr(0, digits.find_last_not_of('0') + 1);
    }
    return text;
}

} // namespace pathecon::units
