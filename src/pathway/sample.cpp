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
    {}

    void follow(std::size_t source, std::uint64_t patient, Traffic::Demand& demand)
    {
        auto const& from = flow_.sources[source];
        luck_ = {.seed = 0, .model = random::tag_of("traffic"), .replication = source};
        patient_ = patient;
        std::fill(visit_.begin(), visit_.end(), 0U);
        double const weight = from.per_week / patients_a_batch;
        Word word = draw_attributes(from.word);
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
            if (here.where.holds(word)) {
                demand.visits[n] += weight;
                demand.ticks[n] += weight * here.takes.mean_if(word, [&](std::size_t i) {
                    auto const& adjustment = here.takes.adjustments[i];
                    return uniform(adjustment.luck, visit_[n]) < adjustment.share;
                });
                for (auto const& test : here.tests)
                    word = uniform(test.luck, visit_[n]) < test.positive(word) ? word | test.bit : word & ~test.bit;
            }
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

    Word draw_attributes(Word word) const
    {
        for (auto const& attribute : flow_.attributes) {
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
        int chosen = graph_.exit();
        double reached = 0;
        double const sum = here.each_way(word, graph_.exit(), [&](int to, double share) {
            if (reached <= u && u < reached + share) chosen = to;
            reached += share;
        });
        bool const total = sum > 1.0 - 1e-9 && sum < 1.0 + 1e-9;
        if (!total && blamed_.insert({code::route_not_total, step}).second)
            report_not_total(step, word, sum, flow_, graph_, vocabulary_, faults_);
        return chosen;
    }

    void blame(int code, int step, std::string const& what)
    {
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
    std::set<std::pair<int, int>> blamed_;
};

} // namespace

Traffic sample_traffic(Flow const& flow, Graph const& graph, Vocabulary const& vocabulary, base::Diagnostics& faults)
{
    Walk walk{flow, graph, vocabulary, faults};
    Traffic traffic;
    for (int batch = 0; batch < batches; ++batch) {
        auto& demand = traffic.batches.emplace_back();
        demand.visits.assign(flow.steps.size(), 0.0);
        demand.ticks.assign(flow.steps.size(), 0.0);
        for (std::size_t source = 0; source < flow.sources.size(); ++source) {
            if (flow.sources[source].entry == Graph::nowhere) continue;
            for (int i = 0; i < patients_a_batch; ++i)
                walk.follow(source, static_cast<std::uint64_t>(batch * patients_a_batch + i), demand);
        }
    }
    return traffic;
}

} // namespace pathecon::pathway::detail
