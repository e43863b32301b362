// SPDX-License-Identifier: MIT
#include <algorithm>
#include <set>

#include <pathecon/random/luck.hpp>

#include "codes.hpp"
#include "flow.hpp"
#include "flow_time.hpp"

namespace pathecon::pathway::detail {

namespace {

constexpr int batches = 16, patients_a_batch = 1024, most_passes = 10'000;

/// Follows patients one by one, each decision by the luck of its name, patient and visit.
class Walk {
public:
    Walk(Flow const& flow, Graph const& graph, Vocabulary const& vocabulary, base::Diagnostics& faults)
        : flow_{flow}
        , graph_{graph}
        , vocabulary_{vocabulary}
        , faults_{faults}
        , visit_(flow.steps.size())
        , held_(flow.stays.size())
    {}

    void follow(std::size_t source, std::uint64_t patient, Traffic::Demand& demand)
    {
        auto const& from = flow_.sources[source];
        luck_ = {.seed = 0, .model = random::tag_of("traffic"), .replication = source};
        patient_ = patient;
        std::fill(visit_.begin(), visit_.end(), 0U);
        double const weight = from.per_week / patients_a_batch;
        std::fill(held_.begin(), held_.end(), false);
        taken_.assign(flow_.most.size(), 0);
        passed_.assign(3 * flow_.steps.size(), -1.0);
        now_ = 0;
        Word word = draw_attributes(from);
        int step = from.entry, passes = 0;
        std::vector<int> still;
        while (step != graph_.exit() && step != Graph::nowhere) {
            auto const n = static_cast<std::size_t>(step);
            auto const& here = flow_.steps[n];
            if (!here.takes_no_time(word))
                still.clear();
            else if (std::find(still.begin(), still.end(), step) != still.end())
                return blame(code::zero_time_loop, step, "go round without any time passing");
            else
                still.push_back(step);
            if (++passes > most_passes) return blame(code::no_way_out, step, "go round thousands of times");
            bool const needed = here.where.holds(word);
            if (int away = Graph::nowhere; needed && !attends(step, word, weight, demand, away)) {
                ++visit_[n];
                step = graph_.in_sequence(step, away);
                continue;
            }
            if (needed) word = work(step, word, weight, demand);
            for (std::size_t s = 0; s < held_.size(); ++s)
                if (flow_.stays[s].to == step) held_[s] = false;
            int const next = way_on(step, word);
            ++visit_[n];
            step = graph_.in_sequence(step, next);
        }
    }

private:
    double uniform(std::string const& name, std::uint32_t visit) const
    {
        return random::uniform(random::word(luck_, random::purpose_of(name), patient_, visit));
    }

    /// Draws whether a booked patient comes, each time that they are booked; otherwise says where they go.
    bool attends(int step, Word word, double weight, Traffic::Demand& demand, int& away)
    {
        auto const n = static_cast<std::size_t>(step);
        auto const& no_show = flow_.steps[n].no_show;
        if (!no_show) return demand.places[n] += weight, true;
        double const cancelled = no_show->cancelled.at(word), missed = no_show->missed.at(word);
        if (cancelled + missed > 1.0 + 1e-9 && blamed_.insert({code::queue_fault, step}).second)
            report_no_show(step, word, flow_, graph_, vocabulary_, faults_);
        for (int attempt = 0; attempt <= no_show->rebooked; ++attempt) {
            double const u = uniform(no_show->luck, visit_[n] | static_cast<std::uint32_t>(attempt) << 16);
            if (u < cancelled) continue;
            demand.places[n] += weight;
            if (u >= cancelled + missed) return true;
        }
        away = no_show->to;
        return false;
    }

    /// Counts the work of a step; returns what is known of the patient after it.
    Word work(int step, Word word, double weight, Traffic::Demand& demand)
    {
        auto const n = static_cast<std::size_t>(step);
        auto const& here = flow_.steps[n];
        auto const chosen = [&](std::size_t i) {
            auto const& adjustment = here.takes.adjustments[i];
            return uniform(adjustment.luck, visit_[n]) < adjustment.share;
        };
        double const takes = here.takes.mean_if(word, chosen);
        demand.visits[n] += weight;
        demand.ticks[n] += weight * takes;
        for (std::size_t s = 0; s < held_.size(); ++s) {
            if (held_[s]) demand.held[s] += weight * here.lag.mean(word);
            if (flow_.stays[s].from == step && !held_[s]) held_[s] = true, demand.stays[s] += weight;
            if (held_[s]) demand.held[s] += weight * takes;
        }
        if (flow_.timed) {
            pass(3 * n);
            now_ += here.lag.sample(word, uniform(here.lag_luck, visit_[n]), [](std::size_t) { return false; });
            pass(3 * n + 1);
            now_ += here.takes.sample(word, uniform(here.takes_luck, visit_[n]), chosen);
            pass(3 * n + 2);
        }
        for (auto const& test : here.tests)
            word = uniform(test.luck, visit_[n]) < test.positive(word) ? word | test.bit : word & ~test.bit;
        return word;
    }

    void pass(std::size_t point)
    {
        if (passed_[point] < 0) passed_[point] = now_;
    }
    /// Says whether a way is closed to the patient: taken as often as may be, or not open at this time.
    bool is_closed(FlowBranch const& branch) const
    {
        if (branch.counter >= 0 && taken_[static_cast<std::size_t>(branch.counter)] >= branch.most) return true;
        if (!branch.timed) return false;
        double since = 0;
        if (branch.since.when != FlowPoint::When::arrival) {
            auto const point = 3 * branch.since.step + static_cast<int>(branch.since.when) - 1;
            since = passed_[static_cast<std::size_t>(point)];
        }
        double const elapsed = now_ - since;
        return since < 0 || elapsed < branch.at_least || elapsed > branch.at_most;
    }

    Word draw_attributes(FlowSource const& source) const
    {
        Word word = source.word;
        for (auto const& attribute : flow_.attributes) {
            if (auto const mask = attribute.variable->mask(); (source.fixed & mask) != 0) {
                word |= source.fixed_at & mask;
                continue;
            }
            if (!attribute.needed || !attribute.where.holds(word)) continue;
            double const u = uniform(attribute.luck, 0);
            std::size_t level = 0;
            if (attribute.shares.empty())
                level = u < attribute.is.at(word) ? 1 : 0;
            else
                for (double sum = attribute.shares[0]; u >= sum && level + 1 < attribute.shares.size();)
                    sum += attribute.shares[++level];
            word |= attribute.variable->at_level(level);
        }
        return word;
    }

    int way_on(int step, Word word)
    {
        auto const& here = flow_.steps[static_cast<std::size_t>(step)];
        double const u = uniform(here.luck, visit_[static_cast<std::size_t>(step)]);
        int chosen = graph_.exit(), counter = -1;
        double reached = 0;
        bool closed = false;
        double const sum = here.each_way(
            word, graph_.exit(),
            [&](FlowBranch const& branch) {
                bool const shut = is_closed(branch);
                closed = closed || shut;
                return shut;
            },
            [&](int to, double share, FlowBranch const& branch) {
                if (reached <= u && u < reached + share) chosen = to, counter = branch.counter;
                reached += share;
            });
        if (counter >= 0) ++taken_[static_cast<std::size_t>(counter)];
        bool const total = sum > 1.0 - 1e-9 && sum < 1.0 + 1e-9;
        if (!total && blamed_.insert({code::route_not_total, step}).second)
            report_not_total(step, word, sum, closed, flow_, graph_, vocabulary_, faults_);
        return chosen;
    }

    void blame(int code, int step, std::string const& what)
    {
        // Who leaves a queue early, or by an event, leaves a circle too; that is not followed here.
        if (code == detail::code::no_way_out &&
            std::any_of(flow_.steps.begin(), flow_.steps.end(), [](auto const& one) { return !one.ways.empty(); }))
            return;
        if (blamed_.insert({code, step}).second)
            faults_.error(code, graph_.steps()[static_cast<std::size_t>(step)].path,
                          "patients " + what + " at '" + graph_.name(step) + "'",
                          "give them time on the way round, and a branch that leads out of it");
    }

    Flow const& flow_;
    Graph const& graph_;
    Vocabulary const& vocabulary_;
    base::Diagnostics& faults_;
    random::Luck luck_;
    std::uint64_t patient_ = 0;
    std::vector<std::uint32_t> visit_;
    std::vector<bool> held_;
    std::vector<int> taken_;     ///< [counter]
    std::vector<double> passed_; ///< First passages of the points of each step: on coming, at its start, at its end.
    double now_ = 0;             ///< In ticks since the arrival, without waits.
    std::set<std::pair<int, int>> blamed_;
};

} // namespace

Traffic sample_traffic(Flow const& flow, Graph const& graph, Vocabulary const& vocabulary, base::Diagnostics& faults)
{
    Walk walk{flow, graph, vocabulary, faults};
    Traffic traffic;
    for (int batch = 0; batch < batches; ++batch) {
        auto& demand = traffic.batches.emplace_back(flow);
        for (std::size_t source = 0; source < flow.sources.size(); ++source) {
            if (flow.sources[source].entry == Graph::nowhere) continue;
            for (int i = 0; i < patients_a_batch; ++i)
                walk.follow(source, static_cast<std::uint64_t>(batch * patients_a_batch + i), demand);
        }
    }
    return traffic;
}

} // namespace pathecon::pathway::detail
