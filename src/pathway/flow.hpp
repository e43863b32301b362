// SPDX-License-Identifier: MIT
/// \file
/// A flow is a pathway made ready to be followed on paper: chances and times by a patient's word, without the waiting.
///
/// Parts at fault take no time and lead to the exit, and so do parts that depend on them. What is found in the rest, a
/// list that grows, say, is then true of the whole as well, and is reported with the other faults.
#pragma once

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

struct FlowBranch {
    int to = Graph::nowhere;
    Condition where{};
    std::optional<ChanceTable> p{};
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
};

struct FlowStep {
    Condition where{};
    FlowTime takes{}, lag{};
    bool waits = false; ///< For a slot or a meeting, so that time passes.
    std::vector<FlowTest> tests{};
    std::vector<FlowBranch> branches{};
    std::string luck; ///< Of the route.
    bool route_sound = true;
    Word live = 0;        ///< Bits that matter from here on.
    Word route_reads = 0; ///< Bits that the route looks at.

    /// Calls emit(to, share) for each way on; returns the sum of the shares, which ought to be 1.
    template <class Emit>
    double each_way(Word word, int exit, Emit emit) const;
    [[nodiscard]] bool takes_no_time(Word word) const
    {
        return !where.holds(word) || (!waits && takes.mean(word) == 0.0 && lag.mean(word) == 0.0);
    }
};

struct FlowSource {
    double per_week = 0;
    int entry = Graph::nowhere; ///< Nowhere when it has a fault.
    Word word = 0;
};

struct Flow {
    Flow(Pathway const& pathway, Graph const& graph, Vocabulary const& vocabulary, base::Diagnostics const& faults);

    std::vector<FlowAttribute> attributes;
    std::vector<FlowStep> steps;
    std::vector<FlowSource> sources;
    /// Some decisions on the way share their luck, so that they are not independent of each other.
    bool shared_luck = false;
};

template <class Emit>
double FlowStep::each_way(Word word, int exit, Emit emit) const
{
    if (branches.empty() || !route_sound) return emit(exit, 1.0), 1.0;
    double sum = 0;
    for (auto const& branch : branches) {
        if (!branch.where.holds(word)) continue;
        if (!branch.p) {
            if (sum < 1.0) emit(branch.to, 1.0 - sum);
            return sum > 1.0 ? sum : 1.0;
        }
        double const p = branch.p->at(word), left = 1.0 - sum;
        sum += p;
        if (p > 0 && left > 0) emit(branch.to, p < left ? p : left);
    }
    return sum;
}

/// What a week's patients ask of each step, on average.
struct Traffic {
    struct Demand {
        std::vector<double> visits; ///< [step]: those who need it, a week.
        std::vector<double> ticks;  ///< [step]: the time that it takes, a week.
    };
    std::vector<Demand> batches;   ///< One when exact; otherwise independent estimates, to be averaged.
    std::string sampled_because{}; ///< Empty when exact.
};

/// Follows every kind of patient through the pathway and solves the traffic equations. Reports routes that lose
/// patients, kinds of patient who never leave, and loops in which no time passes. Above 4,096 kinds of patient, 100,000
/// states, or with shared luck, it follows sampled patients instead.
Traffic traffic_of(Flow const& flow, Graph const& graph, Vocabulary const& vocabulary, base::Diagnostics& faults);

/// The fallback of `traffic_of`: 16 batches of 1,024 patients of each source, by keyed luck, so that it is always the
/// same.
Traffic sample_traffic(Flow const& flow, Graph const& graph, Vocabulary const& vocabulary, base::Diagnostics& faults);

/// Reports a route whose shares do not sum to 1 for some patients.
void report_not_total(int step, Word word, double sum, Flow const& flow, Graph const& graph,
                      Vocabulary const& vocabulary, base::Diagnostics& faults);

} // namespace pathecon::pathway::detail
