// SPDX-License-Identifier: MIT
#include <pathecon/pathway/rota.hpp>

#include <cstdint>
#include <map>

#include <fmt/format.h>

#include <pathecon/base/contract.hpp>
#include <pathecon/units/format.hpp>
#include <pathecon/units/week.hpp>

namespace pathecon::pathway {

using units::Duration;

namespace {

/// A shift as numbers: the days it starts on, the time after midnight and the length.
struct Times {
    units::Weekdays days;
    Duration from, length;
};

std::optional<Times> times_of(Shift const& shift, std::string& why)
{
    auto const days = units::parse_days(shift.days, &why);
    if (!days) return std::nullopt;
    if (days->empty()) return why = "it has no day", std::nullopt;
    auto const from = units::parse_clock(shift.from, &why);
    if (!from) return std::nullopt;
    if (shift.servers < 0) return why = fmt::format("it has {} servers", shift.servers), std::nullopt;
    if (shift.lasts) {
        if (*shift.lasts <= Duration{} || *shift.lasts > units::week)
            return why = fmt::format("it lasts {}; a shift is longer than nothing and at most a week", *shift.lasts),
                   std::nullopt;
        return Times{*days, *from, *shift.lasts};
    }
    auto const to = units::parse_clock(shift.to, &why);
    if (!to) return std::nullopt;
    Duration length = *to - *from;
    if (length == Duration{})
        return why = fmt::format("it starts and ends at {} (around the clock is from '00:00' to '24:00')", shift.from),
               std::nullopt;
    if (length < Duration{}) length += units::day;
    return Times{*days, *from, length};
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

std::vector<RotaStep> steps_of(Rota const& rota, std::string& why)
{
    why.clear();
    std::map<std::int64_t, int> changes{{0, 0}};
    for (std::size_t i = 0; i < rota.shifts.size(); ++i) {
        auto const& shift = rota.shifts[i];
        auto const times = times_of(shift, why);
        if (!times) return why = fmt::format("shift {}: {}", i + 1, why), std::vector<RotaStep>{};
        for (int day = 0; day < 7; ++day) {
            if (!times->days.contains(static_cast<units::Weekday>(day))) continue;
            // What reaches past Sunday midnight comes back at the start of the week: every week is alike.
            std::int64_t const week = units::week.ticks();
            std::int64_t const start = units::at(static_cast<units::Weekday>(day), times->from).ticks() % week;
            std::int64_t const end = start + times->length.ticks();
            changes[start] += shift.servers;
            if (end > week) {
                changes[0] += shift.servers;
                changes[end - week] -= shift.servers;
            } else if (end < week) {
                changes[end] -= shift.servers;
            }
        }
    }
    std::vector<RotaStep> steps;
    int servers = 0;
    for (auto const& [tick, change] : changes) {
        servers += change;
        if (steps.empty() || steps.back().servers != servers) steps.push_back({Duration::from_ticks(tick), servers});
    }
    return steps;
}

Duration open_time_per_week(Rota const& rota)
{
    std::string why;
    auto const steps = steps_of(rota, why);
    PATHECON_EXPECTS(why.empty(), "a rota with a fault has no open time: " + why);
    Duration open{};
    for (std::size_t i = 0; i < steps.size(); ++i) {
        Duration const until = i + 1 < steps.size() ? steps[i + 1].at : units::week;
        open += (until - steps[i].at) * steps[i].servers;
    }
    return open;
}

} // namespace pathecon::pathway
