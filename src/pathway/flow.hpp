// SPDX-License-Identifier: MIT
/// \file
/// A flow is a pathway made ready to be followed on paper: chances and times by a patient's word, without the waiting.
///
/// Parts at fault take no time and lead to the exit, and so do parts that depend on them. What is found in the rest, a
/// list that grows, say, is then true of the whole as well, and is reported with the other faults.
#pragma once

#include <cmath>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <pathecon/base/diagnostic.hpp>
#include <pathecon/pathway/pathway.hpp>
#include <pathecon/random/distribution.hpp>

#include "graph.hpp"
#include "vocabulary.hpp"

namespace pathecon::pathway::detail {

/// The probability of the first case that holds, `otherwise` when none does.
struct ChanceTable {
    std::vector<std::pair<Condition, double>> cases{};
    double otherwise = 0;
    [[nodiscard]] double at(Word word) const;
};

struct FlowAttribute {
    Condition where{};
    ChanceTable is{};
    std::vector<double> shares{}; ///< Of the levels, summing to 1; empty for yes or no.
    Variable const* variable = nullptr;
    std::string luck;
    Word reads = 0;
    bool needed = false; ///< Something that patients meet depends on it.
};

struct FlowTest {
    Condition condition{};
    std::vector<std::pair<Condition, double>> cases{};
    double sensitivity = 1, specificity = 1;
    Word bit = 0;
    std::string luck;
    [[nodiscard]] double positive(Word word) const;
};

/// A point that a patient passes: the step, and whether on coming to it, at its start or at its end.
struct FlowPoint {
    enum class When { arrival, arrive, start, end } when = When::arrival;
    int step = Graph::nowhere;
};

struct FlowBranch {
    int to = Graph::nowhere;
    Condition where{};
    std::optional<ChanceTable> p{};
    int counter = -1; ///< Of the times that a patient took it, when that is limited.
    int most = 0;
    bool timed = false; ///< Open for a time since a point.
    FlowPoint since{};
    double at_least = 0, at_most = 0; ///< In ticks.
    double weight = 0; ///< Server hours of a week, where the shortest queue is taken.
};

/// A part of the week in which the same ways of a route are open by the clock.
struct FlowSpell {
    std::vector<bool> closed{}; ///< [branch].
    double share = 0;           ///< Of the time.
    units::Duration from{};     ///< When it first begins, since the start.
};

/// Returns the spells of a route; none where the clock closes nothing.
std::vector<FlowSpell> spells_of(Route const& route, std::string const& starts);

/// Returns the server hours of a week of what an activity waits for first; 0 where that is nothing.
double weight_of(std::string const& activity, Pathway const& pathway);

/// Returns such as "Sat 00:00", with the week where it is not the first.
std::string text_of_time(units::Duration since_start);

/// A way out of a queue, or by an event. How many take it depends on the waits: it is followed for where it leads
/// alone.
struct FlowWay {
    int to = Graph::nowhere;
    Condition where{};
    bool timeless = false; ///< It can be taken without any time passing.
};

/// Booked patients who do not come.
struct FlowNoShow {
    ChanceTable missed{}, cancelled{};
    int rebooked = 0, to = Graph::nowhere;
    std::string luck;
};

/// Something held across steps: taken with `from`, given back with `to`.
struct FlowStay {
    int from = Graph::nowhere, to = Graph::nowhere;
};

/// What a tool does to a time, for the visits that its decision picks.
struct FlowAdjustment {
    Condition where{};
    double share = 1, by = 1, add = 0;
    std::string luck;
};

/// A time that depends on the patient: the first case that holds, then the adjustments. In ticks.
struct FlowTime {
    std::vector<std::pair<Condition, random::Distribution>> cases{};
    random::Distribution otherwise{};
    std::vector<FlowAdjustment> adjustments{};

    /// The mean over the time and the decisions of the adjustments.
    [[nodiscard]] double mean(Word word) const;
    /// The mean over the time alone, with decision i taken where chosen(i) says so.
    template <class Chosen>
    [[nodiscard]] double mean_if(Word word, Chosen chosen) const;
    /// The time of a patient by a uniform number, with decision i taken where chosen(i) says so.
    template <class Chosen>
    [[nodiscard]] double sample(Word word, double u, Chosen chosen) const;
};

struct FlowStep {
    Condition where{};
    FlowTime takes{}, lag{};
    bool waits = false; ///< For a slot or a meeting, so that time passes.
    std::vector<FlowTest> tests{};
    std::vector<FlowBranch> branches{};
    std::vector<FlowWay> ways{};
    std::optional<FlowNoShow> no_show{};
    std::string luck; ///< Of the route.
    std::string takes_luck, lag_luck;
    bool route_sound = true;
    std::vector<FlowSpell> spells{};
    bool shortest = false; ///< The shortest queue is taken.
    Word live = 0;        ///< Bits that matter from here on.
    Word route_reads = 0; ///< Bits that the route looks at.

    /// Calls emit(to, share, branch) for each way on by the route but those with closed(branch); returns the sum of the
    /// shares, which ought to be 1. Patients come at any time of the week alike; of its spells the sum is the worst.
    template <class Closed, class Emit>
    double each_way(Word word, int exit, Closed closed, Emit emit) const;
    /// The same at one time.
    template <class Closed, class Emit>
    double each_way_now(Word word, int exit, Closed closed, Emit emit) const;
    /// Whether a spell closes one of the branches.
    [[nodiscard]] bool closes(FlowSpell const& spell, FlowBranch const& branch) const
    {
        return spell.closed[static_cast<std::size_t>(&branch - branches.data())];
    }
    [[nodiscard]] bool takes_no_time(Word word) const
    {
        return !where.holds(word) || (!waits && takes.mean(word) == 0.0 && lag.mean(word) == 0.0);
    }
};

struct FlowSource {
    double per_week = 0;
    int entry = Graph::nowhere; ///< Nowhere when it has a fault.
    Word word = 0;
    Word fixed = 0, fixed_at = 0; ///< Bits of attributes that are known of these patients, and what they are.
};

class Sound;

struct Flow {
    Flow(Pathway const& pathway, Graph const& graph, Vocabulary const& vocabulary, base::Diagnostics const& faults);

    std::vector<FlowAttribute> attributes;
    std::vector<FlowStep> steps;
    std::vector<FlowSource> sources;
    std::vector<FlowStay> stays; ///< Those with a fault are nowhere.
    std::vector<int> most;       ///< [counter]: how often a patient takes a limited branch.
    bool timed = false;          ///< Some branches are open for a time since a point.
    /// Some decisions on the way share their luck, so that they are not independent of each other.
    bool shared_luck = false;

private:
    void add_events(Pathway const& pathway, Graph const& graph, Sound const& sound);
};

template <class Closed, class Emit>
double FlowStep::each_way(Word word, int exit, Closed closed, Emit emit) const
{
    if (spells.empty() || branches.empty() || !route_sound) return each_way_now(word, exit, closed, emit);
    double worst = 1;
    for (auto const& spell : spells) {
        double const sum = each_way_now(
            word, exit, [&](FlowBranch const& branch) { return closes(spell, branch) || closed(branch); },
            [&](int to, double share, FlowBranch const& branch) { emit(to, share * spell.share, branch); });
        if (std::abs(sum - 1.0) > std::abs(worst - 1.0)) worst = sum;
    }
    return worst;
}

template <class Closed, class Emit>
double FlowStep::each_way_now(Word word, int exit, Closed closed, Emit emit) const
{
    static FlowBranch const out{};
    if (branches.empty() || !route_sound) return emit(exit, 1.0, out), 1.0;
    if (shortest) {
        // Who finds which queue shorter is not known: as many go to each as its servers have hours.
        double all = 0;
        std::vector<FlowBranch const*> open;
        for (auto const& branch : branches)
            if (branch.where.holds(word) && !closed(branch)) open.push_back(&branch), all += branch.weight;
        for (auto const* branch : open)
            emit(branch->to, all > 0 ? branch->weight / all : 1.0 / static_cast<double>(open.size()), *branch);
        return open.empty() ? 0.0 : 1.0;
    }
    double sum = 0;
    for (auto const& branch : branches) {
        if (!branch.where.holds(word) || closed(branch)) continue;
        if (!branch.p) {
            if (sum < 1.0) emit(branch.to, 1.0 - sum, branch);
            return sum > 1.0 ? sum : 1.0;
        }
        double const p = branch.p->at(word), left = 1.0 - sum;
        sum += p;
        if (p > 0 && left > 0) emit(branch.to, p < left ? p : left, branch);
    }
    return sum;
}

/// What a week's patients ask of each step, on average.
struct Traffic {
    struct Demand {
        std::vector<double> visits; ///< [step]: those who need it and come, a week.
        std::vector<double> ticks;  ///< [step]: the time that it takes, a week.
        std::vector<double> places; ///< [step]: slots or places that are given and not cancelled, a week.
        std::vector<double> held;   ///< [stay]: the time for which it is held, a week, without waits.
        std::vector<double> stays;  ///< [stay]: those who begin it, a week.
        explicit Demand(Flow const& flow);
    };
    std::vector<Demand> batches;   ///< One when exact; otherwise independent estimates, to be averaged.
    std::string sampled_because{}; ///< Empty when exact.
    std::vector<bool> endless{}; ///< [step]: some patients leave it only by a way that is not counted; empty for none.
};

/// Follows every kind of patient through the pathway and solves the traffic equations. Reports routes that lose
/// patients, kinds of patient who never leave, and loops in which no time passes. Above 4,096 kinds of patient, 100,000
/// states, or with shared luck, it follows sampled patients instead.
Traffic traffic_of(Flow const& flow, Graph const& graph, Vocabulary const& vocabulary, base::Diagnostics& faults);

/// The fallback of `traffic_of`: 16 batches of 1,024 patients of each source, by keyed luck, so that it is always the
/// same.
Traffic sample_traffic(Flow const& flow, Graph const& graph, Vocabulary const& vocabulary, base::Diagnostics& faults);

/// Reports a route whose shares do not sum to 1 for some patients; `closed` when one of its branches was closed to
/// them.
void report_not_total(int step, Word word, double sum, bool closed, Flow const& flow, Graph const& graph,
                      Vocabulary const& vocabulary, base::Diagnostics& faults);

/// Reports a booking that more than all miss or cancel, for some patients.
void report_no_show(int step, Word word, Flow const& flow, Graph const& graph, Vocabulary const& vocabulary,
                    base::Diagnostics& faults);

} // namespace pathecon::pathway::detail
