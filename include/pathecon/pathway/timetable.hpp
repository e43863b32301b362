// SPDX-License-Identifier: MIT
/// \file
/// A timetable is the places of a week, or of a cycle of weeks: the slots of lists, the meetings of a batch.
#pragma once

#include <vector>

#include <pathecon/pathway/activity.hpp>
#include <pathecon/pathway/resource.hpp>
#include <pathecon/units/duration.hpp>

namespace pathecon::pathway {

struct Timetable {
    /// One slot of a list, or one meeting.
    struct Place {
        units::Duration at; ///< From Monday 00:00 of the first week of the cycle.
        int places;         ///< So many patients can have it; 0 means no cap.
        bool operator==(Place const&) const = default;
    };
    int weeks = 1;               ///< After which it comes round again; 0 when they are more than `units::WeekCycle::longest`.
    std::vector<Place> places{}; ///< Rising.
    bool operator==(Timetable const&) const = default;
};

/// Returns the slots of lists without exceptions; those at one time are in the order of their lists. What reaches past the
/// last Sunday midnight comes back at the start. A list whose days, weeks or clock time cannot be read is left out.
Timetable slots_of_cycle(std::vector<SessionList> const& lists, units::Duration slot);

/// Returns the meetings of a batch without exceptions; none where days, weeks or clock times cannot be read.
Timetable meetings_of_cycle(Batch const& batch);

} // namespace pathecon::pathway
