// SPDX-License-Identifier: MIT
/// \file
/// An activity is work done for a patient, with what it uses and who attends.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <pathecon/pathway/chance.hpp>
#include <pathecon/pathway/rota.hpp>
#include <pathecon/pathway/time_distribution.hpp>

namespace pathecon::pathway {

/// What may be taken when the resource that is preferred is not free.
struct Alternative {
    std::string resource;
    random::Input<double> by{1.0}; ///< The time is multiplied by this.
    bool operator==(Alternative const&) const = default;
};

/// A resource that is held for the whole activity. Several uses are taken at once or not at all.
struct Use {
    std::string resource{};
    int count = 1;
    std::vector<Alternative> instead{}; ///< In order of preference.
    std::string skill{};       ///< In place of `resource`: whoever has this skill, in the order of the pathway's resources.
    std::string same_as{};     ///< An activity: whoever did it for this patient; anybody when nobody did.
    std::string not_same_as{}; ///< An activity: anybody but whoever did it for this patient.
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

/// Work done for many at once: a weekly meeting with a cap, whose queue grows at the cap; or, with `every`, a round.
struct Batch {
    std::string days; ///< "Thu".
    std::string at = "09:00";
    std::optional<units::Duration> every{}; ///< Held again and again from `at` until `until`.
    std::string until = "24:00";
    int least = 1; ///< Held only when so many can come.
    units::Duration cut_off{}; ///< Patients must have been referred this long before.
    int cap = 0;               ///< Most patients at one meeting; 0 means no cap.
    bool bank_holidays = true; ///< Whether it is held on bank holidays.
    std::vector<Closure> exceptions{}; ///< Dates on which it is not held.
    std::string weeks{}; ///< In which weeks: "1 of 2" is every other week from the first on; empty means every week.
    bool operator==(Batch const&) const = default;
};

/// Bulk service: patients are served together by what one of them takes, for one time. It starts when `least` wait, or the
/// first has waited for `wait`, and what it uses is free; up to `most` go in, in the order of the queue, and nobody after that.
struct Bulk {
    int most = 1;
    int least = 1;
    std::optional<units::Duration> wait{}; ///< Without it the first waits until there are `least`.
    bool operator==(Bulk const&) const = default;
};

/// A booking lag that stands for a waiting list: shortening it has an opportunity cost that is not modelled.
struct Booking {
    TimeDistribution lag{};
    std::vector<TimeCase> cases{};
    bool operator==(Booking const&) const = default;
};

/// Patients leave the queue when they have waited this long. The clock starts once, on joining.
struct Patience {
    TimeDistribution after{};
    std::vector<TimeCase> cases{};
    std::string to = "exit";
    std::string where{}; ///< Patients who may lose patience; the others wait.
    bool operator==(Patience const&) const = default;
};

/// Patients who cannot start at once and find so many waiting go elsewhere: they balk, or are diverted.
struct Balk {
    int length = 0;
    std::string of{}; ///< Activity whose queue is counted; empty means this one's.
    std::string to = "exit";
    random::Input<units::Probability> p{units::Probability{1.0}}; ///< Share of them, by one draw for all the rules.
    std::string where{};
    bool operator==(Balk const&) const = default;
};

/// Patients who do not come to their slot or meeting.
struct NoShow {
    Chance missed{};    ///< Does not come: the place is lost.
    Chance cancelled{}; ///< Says so in time: the place goes to the next.
    int rebooked = 0;   ///< How often a patient is booked again, at the end of the queue.
    std::string to = "exit"; ///< Where they go after that.
    bool operator==(NoShow const&) const = default;
};

/// Who is next in a queue, within a level of priority: who came first, who came last, or anybody by luck.
enum class QueueOrder { first, last, random };

/// Work for a patient. It needs resources (`uses`), a slot of a `session`, a place in a `batch`, or none of these.
struct Activity {
    std::string name;
    std::vector<Use> uses{};
    std::string session{};
    std::optional<Batch> batch{};
    TimeDistribution takes{};
    std::vector<TimeCase> cases{};    ///< How long it takes for some patients; the first that holds.
    std::string where{};              ///< Patients who need it; the others pass at once.
    std::vector<Priority> priority{}; ///< Within a level `order` decides.
    std::optional<Booking> booking{};
    std::vector<Attendance> attended{};
    std::vector<Adjustment> adjustments{};
    std::string luck_name{}; ///< Name of its luck; empty means its own name.
    std::string tool{};      ///< Tool that made it; empty for usual care.
    std::optional<units::Duration> ageing{}; ///< A wait as long as this counts as much as one level of priority.
    std::optional<Patience> patience{};
    std::vector<Balk> balk{};   ///< The first rule that holds.
    std::optional<int> room{};  ///< Most who can wait; others wait where they are, holding what they hold (blocking after service).
    std::optional<NoShow> no_show{};
    QueueOrder order = QueueOrder::first;
    std::optional<Bulk> bulk{};
    bool operator==(Activity const&) const = default;
};

} // namespace pathecon::pathway
