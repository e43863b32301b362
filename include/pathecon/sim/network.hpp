// SPDX-License-Identifier: MIT
/// \file
/// A network is a pathway as flat arrays and integer ids: nothing in it has a name but its labels.
///
/// A `Range` names a stretch of one of the network's arrays. A decision is an index of `purposes`: the stream of luck that it
/// draws from. A patient's attributes and test results are bit fields of one 64-bit word.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <vector>

#include <pathecon/des/timeline.hpp>
#include <pathecon/random/distribution.hpp>
#include <pathecon/sim/replication.hpp>

namespace pathecon::sim {

using Index = std::uint32_t;
inline constexpr Index none = std::numeric_limits<Index>::max();

struct Range {
    Index begin = 0, end = 0;
    [[nodiscard]] bool empty() const { return begin == end; }
};

/// A conjunction over the word: the bits under `mask` equal `want`, and none of the fields in `nots` has its value.
struct Condition {
    std::uint64_t mask = 0, want = 0;
    Range nots{};
    [[nodiscard]] bool always() const { return mask == 0 && want == 0 && nots.empty(); }
};
struct Field {
    std::uint64_t mask = 0, want = 0;
};

struct ChanceCase {
    Condition where;
    double p = 0;
};
/// The probability of the first case that holds, `p` when none does.
struct ChanceTable {
    Range cases{};
    double p = 0;
};

struct TimeTableCase {
    Condition where;
    Index law = 0;
};
/// The law of the first case that holds, `law` when none does.
struct TimeTable {
    Range cases{};
    Index law = 0;
};

struct SourceNode {
    std::uint64_t luck_key = 0;     ///< Patient n draws as patient luck_key + n.
    double rate = 0;                ///< Patients a tick while the timeline is 1.
    Index timeline = none;          ///< none means always open.
    Index decision = 0;             ///< Gaps between arrivals.
    Index first_step = 0;
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
};

/// Something measured when a point is passed.
struct Mark {
    enum class Action : std::uint8_t { start_clock, stop_clock, void_clock, count } action = Action::count;
    Index target = 0;               ///< Interval or outcome.
};
struct IntervalNode {
    Condition where;
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
    Range adjustments{}, uses{}, attended{}, priorities{}, tests{}, branches{};
    Index route_decision = 0;
    Index first_line = 0, lines = 0;
    Index timetable = none;
    Index visit_slot = none;        ///< Counter of the patient's passes; none where nobody passes twice.
    std::array<Range, 3> marks{};   ///< By Point.
    Range forked{};                 ///< First steps of a fork's branches, in `fork_steps`.
    Index join = none;
    std::uint8_t first_branch = 0;  ///< Number of the fork's first branch in the order of ties.
};

struct PoolNode {
    Index timeline = 0;
    std::int32_t most = 0;
    bool resume = false;            ///< Work in hand at the end of a shift is put back and resumed.
    Index resource = 0;             ///< Label.
    Range users{};                  ///< Steps that use it, in `pool_users`.
    bool simple = false;            ///< One step uses it, one server at a time, and nothing else.
};

/// Places in a week, one after the other, at one server.
struct TimetableNode {
    struct Place {
        Ticks at = 0;
        std::int32_t places = 1;    ///< Negative means no cap.
    };
    std::vector<Place> week;
    Ticks notice = 0;               ///< Patients must have been waiting this long.
    Index resource = none;
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
    Index visit_slots = 0;
    std::uint64_t model = 0;                    ///< Tag of the pathway's name in the key of its luck.
};

} // namespace pathecon::sim
