// SPDX-License-Identifier: MIT
#include <pathecon/pathway/timetable.hpp>

#include <algorithm>

#include <pathecon/units/week.hpp>

namespace pathecon::pathway {

std::vector<PlaceOfWeek> slots_of_week(std::vector<SessionList> const& lists, units::Duration slot)
{
    std::vector<PlaceOfWeek> week;
    for (auto const& list : lists) {
        auto const days = units::parse_days(list.days);
        auto const from = units::parse_clock(list.from);
        if (!days || !from) continue;
        int const slots = slots_of(list, slot);
        for (int d = 0; d < 7; ++d) {
            auto const day = static_cast<units::Weekday>(d);
            if (!days->contains(day)) continue;
            for (int k = 0; k < slots; ++k)
                week.push_back({units::time_of_week(units::at(day, *from) + slot * static_cast<double>(k)),
                                k < list.overbooked ? 2 : 1});
        }
    }
    std::stable_sort(week.begin(), week.end(), [](auto const& a, auto const& b) { return a.at < b.at; });
    return week;
}

std::vector<PlaceOfWeek> meetings_of_week(Batch const& batch)
{
    std::vector<PlaceOfWeek> week;
    auto const days = units::parse_days(batch.days);
    auto const at = units::parse_clock(batch.at), until = units::parse_clock(batch.until);
    if (!days || !at || !until) return week;
    for (int d = 0; d < 7; ++d) {
        auto const day = static_cast<units::Weekday>(d);
        if (!days->contains(day)) continue;
        week.push_back({units::at(day, *at), batch.cap});
        if (!batch.every || *batch.every <= units::Duration{}) continue;
        for (auto time = *at + *batch.every; time < *until; time += *batch.every) week.push_back({units::at(day, time), batch.cap});
    }
    return week;
}

} // namespace pathecon::pathway
