// SPDX-License-Identifier: MIT
/// \file
/// An activity is work done for a patient, with what it uses and who attends.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <pathecon/pathway/chance.hpp>
#include <pathecon/pathway/time_distribution.hpp>

namespace pathecon::pathway {

/// A resource that is held for the whole activity.
struct Use {
    std::string resource;
    int count = 1;
    bool operator==(Use const&) const = default;
};

/// Somebody whose time is used without being waited for (attendees of a meeting, a booking clerk).
struct Attendance {
    std::string resource;
    random::Input<double> people{1.0};
    std::optional<random::Input<units::Duration>> time{}; ///< Empty means as long as the activity takes.
    bool operator==(Attendance const&) const = default;
};

/// Served before higher levels; the first rule that holds gives the level, no rule means level 100.
struct Priority {
    std::string where;
    int level = 0;
    bool operator==(Priority const&) const = default;
};

/// How long it takes for some patients.
struct TimeCase {
    std::string where;
    TimeDistribution takes{};
    bool operator==(TimeCase const&) const = default;
};

/// What a tool does to the time of some visits: time' = time x by + add, never below 0.
struct Adjustment {
    std::string tool;
    std::string where{};
    random::Input<units::Probability> share{units::Probability{1.0}}; ///< Share of the visits, drawn per visit.
    std::string luck_name{}; ///< Decision's name; the same name gives the same visits.
    random::Input<double> by{1.0};
    random::Input<units::Duration> add{};
    bool operator==(Adjustment const&) const = default;
};

/// Work done for many at once: a weekly meeting with a cap, whose queue grows at the cap.
struct Batch {
    std::string days; ///< "Thu".
    std::string at = "09:00";
    units::Duration cut_off{}; ///< Patients must have been referred this long before.
    int cap = 0;               ///< Most patients at one meeting; 0 means no cap.
    bool operator==(Batch const&) const = default;
};

/// A booking lag that stands for a waiting list: shortening it has an opportunity cost that is not modelled.
struct Booking {
    TimeDistribution lag{};
    std::vector<TimeCase> cases{};
    bool operator==(Booking const&) const = default;
};

/// Work for a patient. It needs resources (`uses`), a slot of a `session`, a place in a `batch`, or none of these.
struct Activity {
    std::string name;
    std::vector<Use> uses{};
    std::string session{};
    std::optional<Batch> batch{};
    TimeDistribution takes{};
    std::vector<TimeCase> cases{};    ///< How long it takes for some patients; the first that holds.
    std::string where{};              ///< Patients who need it; the others pass at once.
    std::vector<Priority> priority{}; ///< First come, first served within a level.
    std::optional<Booking> booking{};
    std::vector<Attendance> attended{};
    std::vector<Adjustment> adjustments{};
    std::string luck_name{}; ///< Name of its luck; empty means its own name.
    std::string tool{};      ///< Tool that made it; empty for usual care.
    bool operator==(Activity const&) const = default;
};

} // namespace pathecon::pathway
