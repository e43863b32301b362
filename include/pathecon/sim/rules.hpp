// SPDX-License-Identifier: MIT
/// \file
/// Rules are what queues do beyond waiting for a pool: patience, balking, room, persons, stays, events, failures.
///
/// They stand apart from a network's steps: a network that has none pays nothing for them.
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include <pathecon/sim/node.hpp>

namespace pathecon::sim {

/// What happens to work that is put back.
enum class InHand : std::uint8_t { finish, resume, repeat_identical, repeat_different };

/// Who is next in a line.
enum class Turn : std::uint8_t { first, last, random };

/// A pool that may serve a use, and how much longer the work takes then.
struct OptionNode {
    Index pool = 0;
    double by = 1;
};

/// What a step or a stay holds: the first option that can be had. `same_as` and `not_same_as` are memory slots.
struct NeedNode {
    Range options{};
    std::int32_t count = 1;
    Index same_as = none, not_same_as = none;
};

struct PatienceNode {
    Condition where;
    TimeTable after{};
    Index decision = 0;
    Index to = none;
    bool one_law = false;           ///< It is drawn, by the same law for everybody.
};

struct BalkNode {
    Condition where;
    std::int64_t length = 0;
    Index of = 0;                   ///< Step whose queue is counted.
    double p = 1;
    Index to = none;
};

/// How many are served together.
struct BulkNode {
    std::int32_t most = 1, least = 1;
    Ticks wait = 0;                 ///< Of the first, after which fewer are enough; 0 means never.
};

struct NoShowNode {
    ChanceTable missed{}, cancelled{};
    Index decision = 0;
    std::uint16_t rebooked = 0;
    Index to = none;
};

/// The rules of one step. Step 0 of `Network::rules` is the empty set of rules.
struct RuleNode {
    Range needs{};                  ///< What the step itself holds, in `Network::needs`.
    std::uint64_t stays_from = 0;   ///< Bits of the stays that begin here.
    std::uint64_t stays_to = 0;     ///< And of those that end here.
    Index patience = none;
    Range balks{};
    Index balk_decision = none;
    Index no_show = none;
    std::int64_t room = -1;         ///< Negative means no limit.
    Index blocked_line = none;      ///< Where those wait who found no room.
    Ticks ageing = 0;               ///< 0 means none.
    Index memory = none;            ///< Where it is kept who did the step.
    bool may_block = false;         ///< A step that comes directly after it has limited room.
    bool choosy = false;            ///< Whether those in one line differ in whom they can be served by.
    bool personal = false;          ///< Whether they do by who did something for them before.
    bool preemptive = false;        ///< Whether one of its preferred pools lets patients be pre-empted.
    bool one_need = false;          ///< One resource, anybody of it, and no stay begins: `count` of `pool`.
    Index pool = none;
    std::int32_t count = 1;
    bool watched = false;           ///< Whether a surge watches its queue.
    Turn turn = Turn::first;        ///< Who is next in one of its lines.
    Index turn_decision = none;
    Index bulk = none;
};

struct StayNode {
    Range needs{};
    Index label = 0;
};

struct EventNode {
    Condition where;
    TimeTable after{};
    Index decision = 0;
    Index to = none;
};

struct DowntimeNode {
    Range pools{};                  ///< In `Network::downtime_pools`.
    Index every = 0, lasts = 0;     ///< Laws.
    Index every_decision = 0, lasts_decision = 0;
    std::int32_t servers = 0;       ///< 0 means all.
    InHand in_hand = InHand::resume;
};

/// More servers of a pool while a queue is long.
struct SurgeNode {
    Index pool = 0;
    Index of = 0;                   ///< Step.
    std::int64_t open_at = 1, close_at = 0;
    std::int32_t servers = 1;
};

/// Patients who wait at the start, the longest first: ages in falling order, and the patients' numbers follow it.
struct BacklogNode {
    Index source = 0;
    Index step = 0;
    std::vector<Ticks> ages;        ///< Empty where they are drawn.
    std::int64_t count = 0;
    Index age = none;               ///< Law of the ages that are drawn.
    Index decision = 0;
    bool judged = false;
};

/// A factor on the rate that changes at midnight.
struct Daily {
    std::vector<double> season;     ///< By month, January first; empty or 12.
    std::int32_t first_day = 0;     ///< Day 0 since 1970-01-01, or `undated`.
    double growth = 0;              ///< A year of 365 days.
    Index factor = none;            ///< Law of the luck of a day.
    Index decision = 0;
    static constexpr std::int32_t undated = std::numeric_limits<std::int32_t>::min();
};

/// One step of a rate over the week: from `at` on it is `rate` patients a tick.
struct RateStep {
    Ticks at = 0;
    double rate = 0;
};

struct AppointmentNode {
    std::vector<Ticks> slots;       ///< Of a cycle, rising; one a patient.
    Ticks cycle = 0;                ///< So many weeks.
    Ticks early = 0;
    TimeTable late{};
    Index late_decision = 0;
    double no_show = 0;
    Index no_show_decision = 0;
    std::vector<std::int64_t> closed{};     ///< Days (0 is the first) without slots, rising.
};

/// Who comes when, and the fields of the word that are known of them.
struct TraceNode {
    struct Patient {
        Ticks at = 0;
        std::uint64_t known = 0, bits = 0;
    };
    std::vector<Patient> patients;
};

} // namespace pathecon::sim
