// SPDX-License-Identifier: MIT
#include <pathecon/sim/detail/results.hpp>

#include <algorithm>
#include <utility>

namespace pathecon::sim::detail {
namespace {

/// Sums what follows from something else in the counts of [begin, end), or from the rotas.
void sum_up(Network const& network, Ticks begin, Ticks end, Counts& counts) {
    for (PoolNode const& pool : network.pools)
        counts.open_ticks[pool.resource] += network.timelines[pool.timeline].integral(begin, end);
    for (std::size_t s = 0; s < counts.arrivals.size(); ++s) counts.unfinished[s] = counts.arrivals[s] - counts.exits[s];
    for (std::size_t line = 0; line < counts.classes.size(); ++line) {
        QueueTimes& queue = counts.queues[static_cast<std::size_t>(network.labels.classes[line].step)];
        queue.times.merge(counts.classes[line].times);
        queue.histogram.merge(counts.classes[line].histogram);
    }
}

void take_quantiles(Counts& counts) {
    auto const take = [](auto& all) {
        for (auto& one : all)
            if (one.times.count() > 0) {
                one.p50 = static_cast<Ticks>(one.histogram.quantile(0.5));
                one.p90 = static_cast<Ticks>(one.histogram.quantile(0.9));
            }
    };
    take(counts.intervals);
    take(counts.queues);
    take(counts.classes);
}

void add(Counts& whole, Counts const& part) {
    for (auto const column : {&Counts::arrivals, &Counts::exits, &Counts::unfinished, &Counts::visits, &Counts::resource_ticks,
                              &Counts::step_ticks, &Counts::outcomes, &Counts::reneged, &Counts::balked, &Counts::missed, &Counts::put_off,
                              &Counts::happened, &Counts::unfinished_at, &Counts::calendar_visits, &Counts::calendar_ticks,
                              &Counts::open_ticks})
        for (std::size_t k = 0; k < (whole.*column).size(); ++k) (whole.*column)[k] += (part.*column)[k];
    auto const merge = [](auto& into, auto const& from) {
        for (std::size_t k = 0; k < into.size(); ++k) {
            into[k].times.merge(from[k].times);
            into[k].histogram.merge(from[k].histogram);
        }
    };
    merge(whole.queues, part.queues);
    merge(whole.classes, part.classes);
    merge(whole.intervals, part.intervals);
    for (std::size_t k = 0; k < whole.intervals.size(); ++k) whole.intervals[k].within_standard += part.intervals[k].within_standard;
}

} // namespace

Replication blank(Network const& network) {
    Replication result;
    std::size_t const sources = network.sources.size(), resources = network.labels.resources.size(), steps = network.labels.steps.size();
    for (auto* column : {&result.arrivals, &result.exits, &result.unfinished}) column->assign(sources, 0);
    for (auto* column : {&result.visits, &result.step_ticks, &result.reneged, &result.balked, &result.missed, &result.put_off, &result.unfinished_at})
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
    sum_up(network, window_begin, std::min(window_end, result.end), result);
    take_quantiles(result);
}

void summarise(Network const& network, Periods const& periods, std::vector<Counts> counts, Replication& result) {
    for (std::size_t p = 0; p < counts.size(); ++p) {
        sum_up(network, periods.begin_of(p), std::min(periods.end_of(p), result.end), counts[p]);
        add(result, counts[p]);
        take_quantiles(counts[p]);
    }
    take_quantiles(result);
    if (counts.size() > 1) result.periods = std::move(counts);
}

} // namespace pathecon::sim::detail
