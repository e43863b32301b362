// SPDX-License-Identifier: MIT
/// \file
/// A network is a pathway as flat arrays and integer ids: nothing in it has a name but its labels.
///
/// A decision is an index of `purposes`: the stream of luck that it draws from. A patient's attributes and test results are bit fields of one 64-bit word.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <vector>

#include <pathecon/des/timeline.hpp>
#include <pathecon/random/distribution.hpp>
#include <pathecon/sim/node.hpp>
#include <pathecon/sim/replication.hpp>
#include <pathecon/sim/rules.hpp>

namespace pathecon::sim {

struct SourceNode {
    std::uint64_t luck_key = 0;     ///< Patient n draws as patient luck_key + n.
    double rate = 0;                ///< Patients a tick, where the rate never changes; else 0.
    Index decision = 0;             ///< Gaps between arrivals.
    Index gap = none;               ///< Their law; none is the unit exponential of a Poisson stream.
    Index first_step = 0;
    std::vector<RateStep> week{};   ///< The rate over the week, where it changes.
    std::vector<std::vector<RateStep>> following_weeks{};  ///< After it, where weeks come in cycles; then `week` again.
    struct Week {
        std::int64_t number = 0;
        std::vector<RateStep> steps;
    };
    std::vector<Week> other_weeks{};    ///< Weeks unlike the others, by rising number.
    Index daily = none;             ///< Factors on it by day.
    std::uint32_t group = 1;
    Index appointments = none, trace = none;
    bool backlog = false;           ///< Nobody arrives: they are there at the start.
};

/// A bit field that is drawn: yes/no by `chance`, or a level by the cumulative shares in `levels`.
struct Draw {
    Condition where;
    ChanceTable chance;
    Range levels{};
    Index decision = 0;
    std::uint8_t shift = 0;
    std::uint64_t field = 0;        ///< Mask of the whole field.
};

struct AdjustmentNode {
    Condition where;
    double share = 1;
    Index decision = 0;
    double by = 1;
    Ticks add = 0;
};

struct UseNode {
    Index pool = 0;
    std::int32_t count = 1;
};
struct AttendanceNode {
    Index resource = 0;
    double people = 1;
    Ticks time = -1;                ///< Negative means as long as the step takes.
};
struct PriorityNode {
    Condition where;
    Index line = 0;                 ///< Offset among the step's lines.
};
struct BranchNode {
    Condition where;
    bool certain = true;            ///< Without a probability it takes everybody who is left.
    ChanceTable chance{};
    Index step = none;              ///< none is the exit.
    Index stamp = none;             ///< Point since whose passage the time counts.
    Ticks at_least = 0, at_most = std::numeric_limits<Ticks>::max();
    std::uint16_t most = 0;         ///< Taken so often by a patient at most; 0 means no limit.
    Index visit_slot = none;        ///< Counter of that.
    Index timeline = none;          ///< When it is open by the clock; none means always.
    Index queue = none;             ///< Step whose queue is compared, where the shortest is taken.
};

/// Something measured when a point is passed.
struct Mark {
    enum class Action : std::uint8_t {
        start_clock, stop_clock, void_clock, pause_clock, resume_clock, count, stamp, start_event, stop_event
    } action = Action::count;
    Index target = 0;               ///< Interval, outcome, stamp or event.
};
struct IntervalNode {
    Condition where;
    Index pause = none;             ///< Where it is kept since when the clock stands still.
    Ticks standard = std::numeric_limits<Ticks>::max();
    bool rows = false;
};
struct OutcomeNode {
    Condition where;
    double share = 1;
    Index decision = 0;
};

enum class StepKind : std::uint8_t {
    work,       ///< Waits for pools, holds them, goes on.
    pass,       ///< Takes time but waits for nobody.
    timed,      ///< Waits for a place of a timetable: a slot of a list, a meeting.
    fork,
    join
};
enum class Point : std::uint8_t { arrive, start, end };

struct StepNode {
    StepKind kind = StepKind::pass;
    Index label = 0;
    Condition where;
    TimeTable takes{};
    Index takes_decision = 0;
    bool one_law = false;           ///< The time is drawn, by the same law for everybody.
    Range adjustments{}, uses{}, attended{}, priorities{}, tests{}, branches{};
    Index route_decision = 0;
    Index first_line = 0, lines = 0;
    Index usual_line = 0;           ///< Offset of the line of those for whom no rule of priority holds.
    Index timetable = none;
    Index visit_slot = none;        ///< Counter of the patient's passes; none where nobody passes twice.
    std::array<Range, 3> marks{};   ///< By Point.
    Range forked{};                 ///< First steps of a fork's branches, in `fork_steps`.
    Index join = none;
    std::uint8_t first_branch = 0;  ///< Number of the fork's first branch in the order of ties.
    Index rules = 0;                ///< In `Network::rules`.
    Index way = none;               ///< Where everybody goes on, if `one_way`; none is the exit.
    bool one_way = false;
    bool bare = false;              ///< Everybody has it, once, and nothing is adjusted, attended, tested or measured at it.
    bool plain = false;             ///< It has no rules but patience and pre-emption, and its one pool no other user.
};

struct PoolNode {
    Index timeline = 0;
    std::int32_t most = 0;
    InHand end_of_shift = InHand::finish;
    InHand preemption = InHand::finish;     ///< `finish` means that nobody is pre-empted.
    Index resource = 0;             ///< Label.
    Range users{};                  ///< Steps that use it, in `pool_users`.
    bool simple = false;            ///< One step uses it, one server at a time, and nothing else.
    bool persons = false;           ///< It matters who serves.
    bool primary = true;            ///< Whoever holds it by a step has a calendar slot of its own.
};

/// Places in a cycle of weeks, one after the other, at one server.
struct TimetableNode {
    struct Place {
        Ticks at = 0;
        std::int32_t places = 1;    ///< Negative means no cap.
    };
    std::vector<Place> places;
    Ticks cycle = 0;
    Ticks notice = 0;               ///< Patients must have been waiting this long.
    Index resource = none;
    std::int32_t least = 1;         ///< Held only if so many can come.
    std::vector<std::int64_t> closed{};     ///< Days (0 is the first) without places, rising.
};

struct Network {
    Labels labels;
    std::vector<SourceNode> sources;
    std::vector<des::Timeline> timelines;
    std::vector<Field> nots;
    std::vector<ChanceCase> chance_cases;
    std::vector<double> level_shares;           ///< Cumulative.
    std::vector<Draw> attributes, tests;
    std::vector<random::Distribution> laws;
    std::vector<TimeTableCase> time_cases;
    std::vector<AdjustmentNode> adjustments;
    std::vector<UseNode> uses;
    std::vector<AttendanceNode> attended;
    std::vector<PriorityNode> priorities;
    std::vector<BranchNode> branches;
    std::vector<StepNode> steps;
    std::vector<Index> fork_steps;
    std::vector<PoolNode> pools;
    std::vector<Index> pool_users;
    std::vector<std::int32_t> line_levels;      ///< [line]: the level as the user wrote it.
    std::vector<TimetableNode> timetables;
    std::vector<Mark> marks;
    Range arrival_marks{}, exit_marks{};
    std::vector<IntervalNode> intervals;
    std::vector<OutcomeNode> outcomes;
    std::vector<std::uint32_t> purposes;        ///< [decision].
    std::vector<RuleNode> rules{RuleNode{}};
    std::vector<NeedNode> needs;
    std::vector<OptionNode> options;
    std::vector<PatienceNode> patiences;
    std::vector<BalkNode> balks;
    std::vector<BulkNode> bulks;
    std::vector<NoShowNode> no_shows;
    std::vector<StayNode> stays;
    std::vector<EventNode> events;
    std::vector<DowntimeNode> downtimes;
    std::vector<Index> downtime_pools;
    std::vector<SurgeNode> surges;
    std::vector<BacklogNode> backlogs;
    std::vector<Daily> dailies;
    std::vector<AppointmentNode> appointments;
    std::vector<TraceNode> traces;
    Index memory_slots = 0;                     ///< Persons remembered of a patient.
    Index stamps = 0, pauses = 0;               ///< Times kept of a patient.
    Index visit_slots = 0;
    bool ruled = false;                         ///< Whether any rule of rules.hpp is in use.
    std::uint64_t model = 0;                    ///< Tag of the pathway's name in the key of its luck.
};

} // namespace pathecon::sim
