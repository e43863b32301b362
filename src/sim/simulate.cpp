// SPDX-License-Identifier: MIT
#include <pathecon/sim/simulate.hpp>

#include <algorithm>

#include <pathecon/sim/cascade.hpp>
#include <pathecon/sim/loop.hpp>

namespace pathecon::sim {

double detail::plus_product(double a, double b, double c) noexcept { return a + b * c; }

bool is_cascade(Network const& network) {
    bool const steps = std::all_of(network.steps.begin(), network.steps.end(), [&](StepNode const& step) {
        return (step.kind == StepKind::pass || (step.kind == StepKind::work && step.uses.end - step.uses.begin == 1 &&
                                                network.pools[network.uses[step.uses.begin].pool].simple)) &&
               step.where.always() && step.takes.cases.empty() && step.adjustments.empty() && step.attended.empty() &&
               step.tests.empty() && step.visit_slot == none;
    });
    bool const pools = std::all_of(network.pools.begin(), network.pools.end(), [&](PoolNode const& pool) {
        return network.timelines[pool.timeline].constant();
    });
    bool const rates = std::all_of(network.sources.begin(), network.sources.end(), [](SourceNode const& source) { return source.week.empty() && source.gap == none; });
    return !network.ruled && network.timetables.empty() && steps && pools && rates && network.intervals.empty() && network.outcomes.empty();
}

Replication simulate(Network const& network, random::Luck const& luck, Horizon const& horizon, Limits const& limits) {
    if (is_cascade(network)) return Cascade<Summary>{network, luck, horizon, limits, {}}.run();
    if (!network.ruled) return Loop<Shape::clinical, Summary>{network, luck, horizon, limits, {}}.run();
    return Loop<Shape::ruled, Summary>{network, luck, horizon, limits, {}}.run();
}

Replication simulate(Network const& network, random::Luck const& luck, Horizon const& horizon, std::vector<TraceRow>& trace,
                     Limits const& limits) {
    // Every network can be run with rules, and gives the same: one loop keeps logs.
    return Loop<Shape::ruled, Trace>{network, luck, horizon, limits, Trace{&network, &trace}}.run();
}

void pool(Replication& replication, Pooled& pooled) {
    auto const merge = [](auto& times, std::vector<stats::Histogram>& into) {
        for (std::size_t k = into.size(); k < times.size(); ++k) into.emplace_back(times[k].histogram.bits());
        for (std::size_t k = 0; k < times.size(); ++k) {
            into[k].merge(times[k].histogram);
            times[k].histogram = stats::Histogram{times[k].histogram.bits()};
        }
    };
    merge(replication.intervals, pooled.intervals);
    merge(replication.queues, pooled.queues);
    merge(replication.classes, pooled.classes);
}

} // namespace pathecon::sim
