// SPDX-License-Identifier: MIT
#include <pathecon/sim/detail/results.hpp>

#include <algorithm>

namespace pathecon::sim::detail {

Replication blank(Network const& network) {
    Replication result;
    std::size_t const sources = network.sources.size(), resources = network.labels.resources.size(), steps = network.labels.steps.size();
    for (auto* column : {&result.arrivals, &result.exits, &result.unfinished}) column->assign(sources, 0);
    for (auto* column : {&result.visits, &result.step_ticks, &result.reneged, &result.balked, &result.missed, &result.unfinished_at})
        column->assign(steps * sources, 0);
    result.resource_ticks.assign(resources * sources, 0);
    result.outcomes.assign(network.outcomes.size() * sources, 0);
    result.happened.assign(network.events.size() * sources, 0);
    result.calendar_visits.assign(steps, 0);
    result.calendar_ticks.assign(resources, 0);
    result.open_ticks.assign(resources, 0);
    result.queues.resize(steps);
    result.classes.resize(network.line_levels.size());
    result.intervals.resize(network.intervals.size());
    return result;
}

void summarise(Network const& network, Ticks window_begin, Ticks window_end, Replication& result) {
    for (PoolNode const& pool : network.pools)
        result.open_ticks[pool.resource] += network.timelines[pool.timeline].integral(window_begin, std::min(window_end, result.end));
    for (std::size_t s = 0; s < result.arrivals.size(); ++s) result.unfinished[s] = result.arrivals[s] - result.exits[s];
    for (std::size_t line = 0; line < result.classes.size(); ++line) {
        QueueTimes& queue = result.queues[static_cast<std::size_t>(network.labels.classes[line].step)];
        queue.times.merge(result.classes[line].times);
        queue.histogram.merge(result.classes[line].histogram);
    }
    auto const take_quantiles = [](auto& all) {
        for (auto& one : all)
            if (one.times.count() > 0) {
                one.p50 = static_cast<Ticks>(one.histogram.quantile(0.5));
                one.p90 = static_cast<Ticks>(one.histogram.quantile(0.9));
            }
    };
    take_quantiles(result.intervals);
    take_quantiles(result.queues);
    take_quantiles(result.classes);
}

} // namespace pathecon::sim::detail
