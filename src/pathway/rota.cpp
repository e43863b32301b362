// SPDX-License-Identifier: MIT
#include <pathecon/pathway/rota.hpp>

#include <algorithm>
#include <map>
#include <numeric>

#include <fmt/format.h>

#include <pathecon/base/contract.hpp>
#include <pathecon/units/date.hpp>
#include <pathecon/units/format.hpp>
#include <pathecon/units/week.hpp>

namespace pathecon::pathway {

using units::Duration;

namespace {

/// A shift as numbers: the days it starts on, the time after midnight and the length.
struct Times {
    units::Weekdays days;
    units::WeekCycle weeks;
    Duration from, length;
    int servers;
};

std::optional<Times> times_of(Shift const& shift, std::string& why)
{
    auto const days = units::parse_days(shift.days, &why);
    if (!days) return std::nullopt;
    if (days->empty()) return why = "it has no day", std::nullopt;
    auto const weeks = units::parse_weeks(shift.weeks, &why);
    if (!weeks) return std::nullopt;
    auto const from = units::parse_clock(shift.from, &why);
    if (!from) return std::nullopt;
    if (shift.servers < 0) return why = fmt::format("it has {} servers", shift.servers), std::nullopt;
    if (shift.lasts) {
        if (*shift.lasts <= Duration{} || *shift.lasts > units::week)
            return why = fmt::format("it lasts {}; a shift is longer than nothing and at most a week", *shift.lasts),
                   std::nullopt;
        return Times{*days, *weeks, *from, *shift.lasts, shift.servers};
    }
    auto const to = units::parse_clock(shift.to, &why);
    if (!to) return std::nullopt;
    Duration length = *to - *from;
    if (length == Duration{})
        return why = fmt::format("it starts and ends at {} (around the clock is from '00:00' to '24:00')", shift.from),
               std::nullopt;
    if (length < Duration{}) length += units::day;
    return Times{*days, *weeks, *from, length, shift.servers};
}

/// After how many weeks all shifts come round.
int cycle_of(std::vector<Times> const& shifts)
{
    int weeks = 1;
    for (Times const& shift : shifts) weeks = std::min(1'000, std::lcm(weeks, shift.weeks.weeks()));
    return weeks;
}

/// Reads all shifts; none and why on the first fault.
std::vector<Times> times_of(std::vector<Shift> const& shifts, std::string& why)
{
    why.clear();
    std::vector<Times> made;
    for (std::size_t i = 0; i < shifts.size(); ++i) {
        auto const times = times_of(shifts[i], why);
        if (!times) return why = fmt::format("shift {}: {}", i + 1, why), std::vector<Times>{};
        made.push_back(*times);
    }
    if (int const weeks = cycle_of(made); weeks > units::WeekCycle::longest)
        return why = fmt::format("together its shifts come round only after {} weeks, {} are the most", weeks, units::WeekCycle::longest),
               std::vector<Times>{};
    return made;
}

/// Changes of the number present, by tick of the week; adds up what lies inside it.
class Changes {
public:
    void add(std::int64_t start, std::int64_t end, int servers)
    {
        std::int64_t const week = units::week.ticks();
        if (end <= 0 || start >= week) return;
        at_[std::max<std::int64_t>(start, 0)] += servers;
        if (end < week) at_[end] -= servers;
    }
    [[nodiscard]] std::vector<RotaStep> steps() const
    {
        std::vector<RotaStep> made;
        int servers = 0;
        for (auto const& [tick, change] : at_) {
            servers += change;
            if (made.empty() || made.back().servers != servers) made.push_back({Duration::from_ticks(tick), servers});
        }
        return made;
    }

private:
    std::map<std::int64_t, int> at_{{0, 0}};
};

/// An exception as dates and numbers.
struct Dates {
    units::Date from, until;
    std::vector<Times> shifts;
};

std::optional<Dates> dates_of(RotaException const& exception, std::string& why)
{
    auto const from = units::parse_date(exception.from, &why);
    if (!from) return std::nullopt;
    auto const until = exception.until.empty() ? from : units::parse_date(exception.until, &why);
    if (!until) return std::nullopt;
    if (*until < *from)
        return why = fmt::format("it ends on {}, before it begins on {}", exception.until, exception.from),
               std::nullopt;
    auto shifts = times_of(exception.shifts, why);
    if (!why.empty()) return std::nullopt;
    return Dates{*from, *until, std::move(shifts)};
}

} // namespace

Rota Rota::always(int servers) { return Rota{{Shift{.servers = servers}}}; }

Rota Rota::weekdays(Duration from, Duration to, int servers)
{
    PATHECON_EXPECTS(from >= Duration{} && from < to && to <= units::day,
                     "a weekday's shift lies between 00:00 and 24:00");
    return Rota{
        {Shift{.days = "Mon-Fri", .from = units::clock_text(from), .to = units::clock_text(to), .servers = servers}}};
}

std::string why_not(Shift const& shift)
{
    std::string why;
    return times_of(shift, why) ? std::string{} : why;
}

std::string why_not(RotaException const& exception)
{
    std::string why;
    return dates_of(exception, why) ? std::string{} : why;
}

std::vector<RotaSteps> weeks_of(Rota const& rota, std::string& why)
{
    auto const shifts = times_of(rota.shifts, why);
    if (!why.empty()) return {};
    std::vector<RotaSteps> weeks;
    std::int64_t const week = units::week.ticks();
    for (int number = 0, all = cycle_of(shifts); number < all; ++number) {
        Changes changes;
        for (Times const& shift : shifts)
            for (int day = 0; day < 7; ++day) {
                if (!shift.days.contains(static_cast<units::Weekday>(day))) continue;
                std::int64_t const start = units::at(static_cast<units::Weekday>(day), shift.from).ticks();
                std::int64_t const end = start + shift.length.ticks();
                if (shift.weeks.contains(number)) changes.add(start, end, shift.servers);
                // What reaches past Sunday midnight comes in at the start of the next week.
                if (shift.weeks.contains(number - 1)) changes.add(start - week, end - week, shift.servers);
            }
        weeks.push_back(changes.steps());
    }
    if (std::all_of(weeks.begin(), weeks.end(), [&](auto const& one) { return one == weeks.front(); })) weeks.resize(1);
    return weeks;
}

std::vector<RotaWeek> exceptional_weeks(Rota const& rota, std::string const& starts, std::int64_t weeks,
                                        std::string& why)
{
    PATHECON_EXPECTS(weeks <= 1'000'000, "dates are counted for at most a million weeks");
    auto const usual = times_of(rota.shifts, why);
    if (!why.empty() || (rota.exceptions.empty() && rota.holidays == HolidayRule::worked)) return {};
    std::vector<Dates> exceptions;
    for (std::size_t i = 0; i < rota.exceptions.size(); ++i) {
        auto dates = dates_of(rota.exceptions[i], why);
        if (!dates) return why = fmt::format("exception {}: {}", i + 1, why), std::vector<RotaWeek>{};
        exceptions.push_back(std::move(*dates));
    }
    if (starts.empty())
        return why = "exceptions and holidays need the date of day 0 ('starts' of the pathway)",
               std::vector<RotaWeek>{};
    auto const day_0 = units::parse_date(starts, &why);
    if (!day_0) return {};
    if (day_0->weekday() != units::Weekday::monday)
        return why = fmt::format("day 0, {}, is no Monday", starts), std::vector<RotaWeek>{};

    auto const exception_on = [&](units::Date date) {
        return std::find_if(exceptions.begin(), exceptions.end(),
                            [&](Dates const& e) { return e.from <= date && date <= e.until; });
    };
    auto const is_free = [&](units::Date date) {
        return rota.holidays != HolidayRule::worked && units::is_bank_holiday(date);
    };
    auto const normal = weeks_of(rota, why);
    std::vector<RotaWeek> found;
    for (std::int64_t week = 0; week < weeks; ++week) {
        auto const monday = *day_0 + static_cast<std::int32_t>(7 * week);
        Changes changes;
        bool special = false;
        // A shift lasts at most a week and begins at most a day after its date's midnight.
        for (std::int32_t day = -7; day < 7; ++day) {
            auto const date = monday + day;
            auto const exception = exception_on(date);
            bool const excepted = exception != exceptions.end(), free = !excepted && is_free(date);
            special = special || excepted || free;
            if (free && rota.holidays == HolidayRule::closed) continue;
            auto const weekday = free ? units::Weekday::sunday : date.weekday();
            for (Times const& shift : excepted ? exception->shifts : usual) {
                if (!shift.days.contains(weekday) || !shift.weeks.contains(day < 0 ? week - 1 : week)) continue;
                std::int64_t const start = day * units::day.ticks() + shift.from.ticks();
                changes.add(start, start + shift.length.ticks(), shift.servers);
            }
        }
        if (!special) continue;
        if (auto steps = changes.steps(); steps != normal[static_cast<std::size_t>(week) % normal.size()])
            found.push_back({week, std::move(steps)});
    }
    return found;
}

std::string why_not(Closure const& closure) { return why_not(RotaException{.from = closure.from, .until = closure.until}); }

std::vector<std::int64_t> closed_days(std::vector<Closure> const& closures, bool bank_holidays, std::string const& starts,
                                      std::int64_t days, std::string& why)
{
    why.clear();
    if (closures.empty() && bank_holidays) return {};
    std::vector<std::pair<units::Date, units::Date>> dates;
    for (auto const& closure : closures) {
        auto const read = dates_of({.from = closure.from, .until = closure.until}, why);
        if (!read) return {};
        dates.emplace_back(read->from, read->until);
    }
    if (starts.empty())
        return why = "exceptions and holidays need the date of day 0 ('starts' of the pathway)",
               std::vector<std::int64_t>{};
    auto const day_0 = units::parse_date(starts, &why);
    if (!day_0) return {};
    std::vector<std::int64_t> closed;
    for (std::int64_t day = 0; day < days; ++day) {
        auto const date = *day_0 + static_cast<std::int32_t>(day);
        if ((!bank_holidays && units::is_bank_holiday(date)) ||
            std::any_of(dates.begin(), dates.end(), [&](auto const& one) { return one.first <= date && date <= one.second; }))
            closed.push_back(day);
    }
    return closed;
}

Duration open_time_per_week(Rota const& rota)
{
    std::string why;
    auto const weeks = weeks_of(rota, why);
    PATHECON_EXPECTS(why.empty(), "a rota with a fault has no open time: " + why);
    Duration open{};
    for (RotaSteps const& steps : weeks)
        for (std::size_t i = 0; i < steps.size(); ++i) {
            Duration const until = i + 1 < steps.size() ? steps[i + 1].at : units::week;
            open += (until - steps[i].at) * steps[i].servers;
        }
    return open / static_cast<double>(weeks.size());
}

} // namespace pathecon::pathway
