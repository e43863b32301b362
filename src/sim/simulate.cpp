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
    if (periods_of(horizon).count() > 1) return Loop<Shape::periodic, Summary>{network, luck, horizon, limits, {}}.run();
    if (is_cascade(network)) return Cascade<Summary>{network, luck, horizon, limits, {}}.run();
    if (!network.ruled) return Loop<Shape::clinical, Summary>{network, luck, horizon, limits, {}}.run();
    return Loop<Shape::ruled, Summary>{network, luck, horizon, limits, {}}.run();
}

Replication simulate(Network const& network, random::Luck const& luck, Horizon const& horizon, std::vector<TraceRow>& trace,
                     Limits const& limits) {
    // Every network can be run with rules and by period, and gives the same: one loop keeps logs.
    return Loop<Shape::periodic, Trace>{network, luck, horizon, limits, Trace{&network, &trace}}.run();
}

void pool(Replication& replication, Pooled& pooled) {
    auto const take = [](auto& times, std::vector<stats::Histogram>& into) {
        for (std::size_t k = into.size(); k < times.size(); ++k) into.emplace_back(times[k].histogram.bits());
        for (std::size_t k = 0; k < times.size(); ++k) {
            into[k].merge(times[k].histogram);
            times[k].histogram = stats::Histogram{times[k].histogram.bits()};
        }
    };
    auto const take_all = [&take](Counts& counts, Histograms& into) {
        take(counts.intervals, into.intervals);
        take(counts.queues, into.queues);
        take(counts.classes, into.classes);
    };
    take_all(replication, pooled);
    if (pooled.periods.size() < replication.periods.size()) pooled.periods.resize(replication.periods.size());
    for (std::size_t p = 0; p < replication.periods.size(); ++p) take_all(replication.periods[p], pooled.periods[p]);
}

void merge(Pooled& into, Pooled const& from) {
    auto const merge_all = [](Histograms& whole, Histograms const& part) {
        for (auto const histograms : {&Histograms::intervals, &Histograms::queues, &Histograms::classes}) {
            auto const& more = part.*histograms;
            auto& all = whole.*histograms;
            if (all.empty()) all = more;
            else
                for (std::size_t k = 0; k < more.size(); ++k) all[k].merge(more[k]);
        }
    };
    merge_all(into, from);
    if (into.periods.size() < from.periods.size()) into.periods.resize(from.periods.size());
    for (std::size_t p = 0; p < from.periods.size(); ++p) merge_all(into.periods[p], from.periods[p]);
}

} // namespace pathecon::sim
