// SPDX-License-Identifier: MIT
/// \file
/// Resources are the staff, rooms and machines that patients wait for; sessions are lists of slots.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <pathecon/pathway/rota.hpp>
#include <pathecon/pathway/time_distribution.hpp>
#include <pathecon/random/input.hpp>

namespace pathecon::pathway {

enum class ResourceKind { staff, room, bed, machine };

/// What happens to the work in hand when a shift ends or a machine fails: it is finished (in overtime), or it is put
/// back first in the queue and later resumed where it stopped, or done again from the start with the same time
/// (repeat_identical) or a new one (repeat_different).
enum class EndOfShift { finish, resume, repeat_identical, repeat_different };

/// Whether a patient of a lower level takes the servers from one of a higher level, and how that one's work goes on.
enum class Preemption { none, resume, repeat_identical, repeat_different };

/// More servers while a queue is long: they open when `open_at` wait at the step and go when no more than `close_at` do.
struct Surge {
    std::string of;      ///< Activity whose queue is watched.
    int open_at = 1;
    int close_at = 0;    ///< Below `open_at`.
    int servers = 1;
    bool operator==(Surge const&) const = default;
};

struct Resource {
    std::string name;
    ResourceKind kind = ResourceKind::staff;
    Rota rota{}; ///< An empty rota never makes anybody wait: its time is counted, its capacity is not.
    EndOfShift end_of_shift = EndOfShift::finish;
    std::string group{}; ///< Staff group that the ledger pools minutes by; empty means the resource's own name.
    Preemption preemption = Preemption::none;
    std::vector<std::string> skills{}; ///< What a `Use` may ask for in place of a name.
    std::optional<Surge> surge{};
    bool operator==(Resource const&) const = default;
};

/// When a list runs: `slots` if given, else as many whole slots as fit into `lasts`.
struct SessionList {
    std::string days;
    std::string from = "09:00";
    std::optional<units::Duration> lasts{};
    std::optional<int> slots{};
    int overbooked = 0; ///< So many slots, from the first on, are given twice.
    std::string weeks{}; ///< In which weeks: "1 of 2" is every other week from the first on; empty means every week.
    bool operator==(SessionList const&) const = default;
};

/// A clinic list: each patient is given the next free slot that is at least `lead` away.
struct Session {
    std::string name;
    std::string resource{}; ///< Who runs it: their time is counted.
    std::vector<SessionList> lists{};
    random::Input<units::Duration> slot{}; ///< Length of the slot template.
    units::Duration lead{};                ///< Shortest notice between referral and slot.
    bool bank_holidays = true;             ///< Whether lists run on bank holidays.
    std::vector<Closure> exceptions{};     ///< Dates on which none of its lists runs.
    bool operator==(Session const&) const = default;
};

/// Times at which resources fail or are taken out of use, again and again, by the clock: up for `every`, down for
/// `lasts`. One cause may stop several resources (a network that fails). Planned dates are a rota's exceptions.
struct Downtime {
    std::string name;
    std::vector<std::string> resources{};
    TimeDistribution every{};
    TimeDistribution lasts{};
    int servers = 0; ///< So many of each resource; 0 means all.
    EndOfShift in_hand = EndOfShift::resume; ///< What happens to the work in hand.
    std::string luck_name{};
    bool operator==(Downtime const&) const = default;
};

/// Returns how many whole slots a list has.
int slots_of(SessionList const& list, units::Duration slot);

} // namespace pathecon::pathway
