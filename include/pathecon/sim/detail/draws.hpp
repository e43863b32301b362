// SPDX-License-Identifier: MIT
/// \file
/// What a network leaves to luck: chances, attributes, test results and times, drawn by decision, patient and visit.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <pathecon/random/column.hpp>
#include <pathecon/random/luck.hpp>
#include <pathecon/sim/network.hpp>

namespace pathecon::sim::detail {

/// The draws of one run. A patient is here the key of their luck: that of the source, plus the number of the arrival.
class Draws {
  public:
    Draws(Network const& network, random::Luck const& luck) : network_(network), luck_(luck) {
        columns_.reserve(network.purposes.size());
        streams_.reserve(network.purposes.size());
        for (std::uint32_t const purpose : network.purposes) {
            columns_.emplace_back(purpose).bind(luck);
            streams_.emplace_back(purpose);
        }
        for (StepNode const& step : network.steps) {
            place_.push_back(step.one_law ? static_cast<Index>(times_.size()) : none);
            if (step.one_law) times_.emplace_back(network.purposes[step.takes_decision], network.laws[step.takes.law]).bind(luck);
        }
        for (PatienceNode const& patience : network.patiences) {
            patience_place_.push_back(patience.one_law ? static_cast<Index>(patience_.size()) : none);
            if (patience.one_law) patience_.emplace_back(network.purposes[patience.decision], network.laws[patience.after.law]).bind(luck);
        }
        for (SourceNode const& source : network.sources)
            gaps_.emplace_back(network.purposes[source.decision], source.gap == none ? random::exponential(1.0) : network.laws[source.gap]).bind(luck);
    }

    /// Whether a word meets a condition.
    [[nodiscard, gnu::always_inline]] bool holds(Condition const& condition, std::uint64_t bits) const {
        if ((bits & condition.mask) != condition.want) return false;
        for (Index n = condition.nots.begin; n < condition.nots.end; ++n)
            if ((bits & network_.nots[n].mask) == network_.nots[n].want) return false;
        return true;
    }

    [[nodiscard]] double chance_of(ChanceTable const& table, std::uint64_t bits) const {
        for (Index c = table.cases.begin; c < table.cases.end; ++c)
            if (holds(network_.chance_cases[c].where, bits)) return network_.chance_cases[c].p;
        return table.p;
    }

    /// First visits are drawn ahead by column, the others when they come: the same numbers.
    [[nodiscard]] double uniform(Index decision, std::uint64_t patient, std::uint32_t visit) {
        return visit == 0 ? columns_[decision].at(patient) : streams_[decision].uniform(luck_, patient, visit);
    }

    /// The luck of a server, a day, or a patient who is not here yet.
    [[nodiscard]] double uniform_at(Index decision, std::uint64_t patient) { return streams_[decision].uniform(luck_, patient, 0); }

    /// Draws an attribute or a test result into its field of the word.
    void draw(Draw const& draw, std::uint64_t patient, std::uint32_t visit, std::uint64_t& bits) {
        bits &= ~draw.field;
        if (!holds(draw.where, bits)) return;
        if (draw.levels.empty()) {
            double const p = chance_of(draw.chance, bits);
            // A certain answer needs no luck; and u lies strictly between 0 and 1, so the comparison agrees.
            bool const yes = p > 0 && (p >= 1 || uniform(draw.decision, patient, visit) < p);
            bits |= static_cast<std::uint64_t>(yes) << draw.shift;
            return;
        }
        double const u = uniform(draw.decision, patient, visit);
        Index level = draw.levels.begin;
        while (level + 1 < draw.levels.end && u >= network_.level_shares[level]) ++level;
        bits |= static_cast<std::uint64_t>(level - draw.levels.begin) << draw.shift;
    }

    /// The time drawn by a table of laws, in ticks before rounding.
    [[nodiscard]] double time_of(TimeTable const& table, Index decision, std::uint64_t patient, std::uint32_t visit, std::uint64_t bits) {
        Index law = table.law;
        for (Index c = table.cases.begin; c < table.cases.end; ++c)
            if (holds(network_.time_cases[c].where, bits)) {
                law = network_.time_cases[c].law;
                break;
            }
        random::Distribution const& distribution = network_.laws[law];
        return distribution.family() == random::Family::constant ? distribution.mean() : distribution.sample(uniform(decision, patient, visit));
    }

    /// Returns the line of a patient's level at a step, counted from the step's first.
    [[nodiscard, gnu::always_inline]] Index line_of(StepNode const& node, std::uint64_t bits) const {
        for (Index p = node.priorities.begin; p < node.priorities.end; ++p)
            if (holds(network_.priorities[p].where, bits)) return network_.priorities[p].line;
        return node.usual_line;
    }

    /// Returns which way a patient goes on: the first that is open to the patient and that chance does not pass by, as its
    /// place among the network's branches; none where there is none.
    template <class Open>
    [[nodiscard]] Index branch_of(StepNode const& node, std::uint64_t patient, std::uint32_t visit, std::uint64_t bits, Open const& open) {
        Index last = none;
        double u = -1.0, sum = 0.0;
        for (Index b = node.branches.begin; b < node.branches.end; ++b) {
            BranchNode const& branch = network_.branches[b];
            if (!holds(branch.where, bits) || !open(branch)) continue;
            last = b;
            if (branch.certain) break;
            if (u < 0) u = uniform(node.route_decision, patient, visit);
            sum += chance_of(branch.chance, bits);
            if (u < sum) break;     // should none do, the probabilities add up to 1 but for a rounding: the last
        }
        return last;
    }

    /// The time of a step with one law for everybody, on the first visit.
    [[nodiscard]] random::Column& times(Index step) { return times_[place_[step]]; }
    /// How long those wait at a step on the first visit whose patience has one law for everybody.
    [[nodiscard]] random::Column& patience(Index which) { return patience_[patience_place_[which]]; }
    /// What must pass at a source's rate before its n-th arrival: a unit exponential, or a draw of its law.
    [[nodiscard]] double gap(Index source, std::uint64_t patient) { return gaps_[source].at(patient); }
    /// The same before so many that come one after the other.
    void gaps(Index source, std::uint64_t patient, std::span<double> into) { gaps_[source].copy(patient, into); }

  private:
    Network const& network_;
    random::Luck const luck_;
    std::vector<random::Column> columns_;   // [decision]: uniforms of first visits
    std::vector<random::Column> times_;     // of first visits, of steps with one law for everybody
    std::vector<Index> place_;              // [step]: among them
    std::vector<random::Column> patience_;  // of first visits, where it has one law for everybody
    std::vector<Index> patience_place_;     // [patience]: among them
    std::vector<random::Stream> streams_;   // [decision]: of other visits
    std::vector<random::Column> gaps_;      // [source]
};

} // namespace pathecon::sim::detail
