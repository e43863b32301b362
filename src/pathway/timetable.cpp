// SPDX-License-Identifier: MIT
#include <pathecon/pathway/timetable.hpp>

#include <algorithm>
#include <numeric>

#include <pathecon/units/week.hpp>

namespace pathecon::pathway {

namespace {

/// Calls `add` with every day of a cycle of `all` weeks, as the time of its midnight, that is one of some days and weeks.
template <class Add>
void for_each_day(units::Weekdays days, units::WeekCycle weeks, int all, Add const& add)
{
    for (int week = 0; week < all; ++week)
        for (int d = 0; d < 7; ++d)
            if (weeks.contains(week) && days.contains(static_cast<units::Weekday>(d))) add(units::day * static_cast<double>(7 * week + d));
}

void sort(Timetable& made)
{
    std::stable_sort(made.places.begin(), made.places.end(), [](auto const& a, auto const& b) { return a.at < b.at; });
}

} // namespace

Timetable slots_of_cycle(std::vector<SessionList> const& lists, units::Duration slot)
{
    Timetable made;
    for (auto const& list : lists)
        if (auto const weeks = units::parse_weeks(list.weeks)) made.weeks = std::min(1'000, std::lcm(made.weeks, weeks->weeks()));
    if (made.weeks > units::WeekCycle::longest) return {.weeks = 0};
    auto const cycle = (units::week * static_cast<double>(made.weeks)).ticks();
    for (auto const& list : lists) {
        auto const days = units::parse_days(list.days);
        auto const weeks = units::parse_weeks(list.weeks);
        auto const from = units::parse_clock(list.from);
        if (!days || !weeks || !from) continue;
        int const slots = slots_of(list, slot);
        for_each_day(*days, *weeks, made.weeks, [&](units::Duration midnight) {
            for (int k = 0; k < slots; ++k) {
                auto const at = midnight + *from + slot * static_cast<double>(k);
                made.places.push_back({units::Duration::from_ticks(at.ticks() % cycle), k < list.overbooked ? 2 : 1});
            }
        });
    }
    sort(made);
    return made;
}

Timetable meetings_of_cycle(Batch const& batch)
{
    Timetable made;
    auto const days = units::parse_days(batch.days);
    auto const weeks = units::parse_weeks(batch.weeks);
    auto const at = units::parse_clock(batch.at), until = units::parse_clock(batch.until);
    if (!days || !weeks || !at || !until) return made;
    made.weeks = weeks->weeks();
    for_each_day(*days, *weeks, made.weeks, [&](units::Duration midnight) {
        made.places.push_back({midnight + *at, batch.cap});
        if (!batch.every || *batch.every <= units::Duration{}) return;
        for (auto time = *at + *batch.every; time < *until; time += *batch.every) made.places.push_back({midnight + time, batch.cap});
    });
    return made;
}

} // namespace pathecon::pathway
