// SPDX-License-Identifier: MIT
/// \file
/// Resources are the staff, rooms and machines that patients wait for; sessions are lists of slots.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <pathecon/pathway/rota.hpp>
#include <pathecon/random/input.hpp>

namespace pathecon::pathway {

enum class ResourceKind { staff, room, bed, machine };

/// What happens to the work in hand when a shift ends: it is finished in overtime, or put back first in the queue and
/// resumed where it stopped.
enum class EndOfShift { finish, resume };

struct Resource {
    std::string name;
    ResourceKind kind = ResourceKind::staff;
    Rota rota{}; ///< An empty rota never makes anybody wait: its time is counted, its capacity is not.
    EndOfShift end_of_shift = EndOfShift::finish;
    std::string group{}; ///< Staff group that the ledger pools minutes by; empty means the resource's own name.
    bool operator==(Resource const&) const = default;
};

/// When a list runs: `slots` if given, else as many whole slots as fit into `lasts`.
struct SessionList {
    std::string days;
    std::string from = "09:00";
    std::optional<units::Duration> lasts{};
    std::optional<int> slots{};
    bool operator==(SessionList const&) const = default;
};

/// A clinic list: each patient is given the next free slot that is at least `lead` away.
struct Session {
    std::string name;
    std::string resource{}; ///< Who runs it: their time is counted.
    std::vector<SessionList> lists{};
    random::Input<units::Duration> slot{}; ///< Length of the slot template.
    units::Duration lead{};                ///< Shortest notice between referral and slot.
    bool operator==(Session const&) const = default;
};

/// Returns how many whole slots a list has.
int slots_of(SessionList const& list, units::Duration slot);

} // namespace pathecon::pathway
