// SPDX-License-Identifier: MIT
/// \file
/// The places of a week: the slots of lists, the meetings of a batch.
#pragma once

#include <vector>

#include <pathecon/pathway/activity.hpp>
#include <pathecon/pathway/resource.hpp>
#include <pathecon/units/duration.hpp>

namespace pathecon::pathway {

/// One slot of a list, or one meeting.
struct PlaceOfWeek {
    units::Duration at; ///< Time of the week, from Monday 00:00.
    int places;         ///< So many patients can have it; 0 means no cap.
    bool operator==(PlaceOfWeek const&) const = default;
};

/// Returns the slots of a week without exceptions, rising; those at one time in the order of their lists. What reaches past
/// Sunday midnight comes back at the start of the week: every week is alike. A list whose days or clock time cannot be
/// read is left out.
std::vector<PlaceOfWeek> slots_of_week(std::vector<SessionList> const& lists, units::Duration slot);

/// Returns the meetings of a week without exceptions, day by day; none where days or clock times cannot be read.
std::vector<PlaceOfWeek> meetings_of_week(Batch const& batch);

} // namespace pathecon::pathway
