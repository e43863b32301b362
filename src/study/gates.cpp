// SPDX-License-Identifier: MIT
#include <pathecon/study/gates.hpp>

#include <algorithm>
#include <cmath>
#include <optional>

#include <pathecon/base/contract.hpp>
#include <pathecon/base/pause.hpp>
#include <pathecon/units/duration.hpp>

namespace pathecon::study {
namespace {

constexpr double ticks_per_hour = 3600.0 * 1e6;

std::optional<std::int32_t> position(std::vector<std::string> const& names, std::string_view name)
{
    auto const found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) return std::nullopt;
    return static_cast<std::int32_t>(found - names.begin());
}

/// The rows of one interval in one replication, by patient.
std::vector<sim::IntervalRow> rows_of(sim::Replication const& replication, std::int32_t interval)
{
    std::vector<sim::IntervalRow> rows;
    for (auto const& row : replication.rows)
        if (row.interval == interval) rows.push_back(row);
    std::sort(rows.begin(), rows.end(), [](auto const& a, auto const& b) { return a.patient < b.patient; });
    return rows;
}

/// What one cluster brings: the pairs' times in hours, and the sums that the estimates need.
struct PairsOfCluster {
    std::vector<double> arm, comparator;
    stats::Cluster log_ratios;
    double pairs = 0, population = 0;
};

void pair_up(std::vector<sim::IntervalRow> const& arm, std::vector<sim::IntervalRow> const& comparator,
             PairsOfCluster& cluster, Gate& gate)
{
    auto a = arm.begin();
    auto c = comparator.begin();
    while (a != arm.end() || c != comparator.end()) {
        if (c == comparator.end() || (a != arm.end() && a->patient < c->patient)) {
            ++gate.only_arm;
            ++a;
        } else if (a == arm.end() || c->patient < a->patient) {
            ++gate.only_comparator;
            ++c;
        } else {
            ++gate.pairs;
            cluster.pairs += 1;
            if (a->ticks <= 0 || c->ticks <= 0) {
                ++gate.zeros;
            } else {
                auto const there = static_cast<double>(a->ticks), here = static_cast<double>(c->ticks);
                cluster.log_ratios.sum += a->ticks == c->ticks ? 0.0 : std::log(there / here);
                ++cluster.log_ratios.count;
            }
            cluster.arm.push_back(static_cast<double>(a->ticks) / ticks_per_hour);
            cluster.comparator.push_back(static_cast<double>(c->ticks) / ticks_per_hour);
            ++a;
            ++c;
        }
    }
}

double median_of(std::vector<PairsOfCluster> const& clusters, std::vector<double> PairsOfCluster::*times)
{
    std::vector<double> all;
    for (auto const& cluster : clusters) all.insert(all.end(), (cluster.*times).begin(), (cluster.*times).end());
    return stats::sample_quantile(all, 0.5);
}

/// The ratio of the pooled medians; its error from the ratios of the clusters' own medians.
stats::Interval ratio_of_medians(std::vector<PairsOfCluster> const& clusters, double pooled)
{
    std::vector<double> ratios;
    for (auto const& cluster : clusters) {
        double const below = stats::sample_quantile(cluster.comparator, 0.5);
        if (!cluster.arm.empty() && below > 0) ratios.push_back(stats::sample_quantile(cluster.arm, 0.5) / below);
    }
    auto interval = stats::mean_interval(ratios);
    double const shift = pooled - interval.mean;
    interval.mean = pooled;
    interval.low += shift;
    interval.high += shift;
    return interval;
}

} // namespace

Gate gate_of(sim::Runs const& runs, int arm, std::string_view interval, int comparator, std::string_view population)
{
    PATHECON_EXPECTS(arm >= 0 && comparator >= 0 &&
                         static_cast<std::size_t>(std::max(arm, comparator)) < runs.arms.size(),
                     "the arms of a gate are arms of the runs");
    auto const& labels = runs.labels[static_cast<std::size_t>(arm)];
    auto const& comparator_labels = runs.labels[static_cast<std::size_t>(comparator)];
    auto const here = position(labels.intervals, interval), there = position(comparator_labels.intervals, interval);
    PATHECON_EXPECTS(here && there, "the interval of a gate is known in both arms");
    auto const counted = position(comparator_labels.outcomes, population);
    PATHECON_EXPECTS(population.empty() || counted, "the population of a gate is an outcome of the comparator");
    bool const by_draw = runs.draws > 1;
    PATHECON_EXPECTS(by_draw || runs.replications > 1,
                     "a gate needs two clusters: two draws, or two replications of one");

    Gate gate{.interval = std::string{interval},
              .arm = runs.arms[static_cast<std::size_t>(arm)],
              .comparator = runs.arms[static_cast<std::size_t>(comparator)]};
    std::vector<PairsOfCluster> clusters(static_cast<std::size_t>(by_draw ? runs.draws : runs.replications));
    auto const sources = comparator_labels.sources.size();
    for (int draw = 0; draw < runs.draws; ++draw)
        for (int replication = 0; replication < runs.replications; ++replication) {
            base::pause();
            auto& cluster = clusters[static_cast<std::size_t>(by_draw ? draw : replication)];
            auto const& usual = runs.at(comparator, draw, replication);
            pair_up(rows_of(runs.at(arm, draw, replication), *here), rows_of(usual, *there), cluster, gate);
            if (counted)
                for (std::size_t source = 0; source < sources; ++source)
                    cluster.population +=
                        static_cast<double>(usual.outcomes[static_cast<std::size_t>(*counted) * sources + source]);
        }
    gate.clusters = static_cast<int>(clusters.size());

    std::vector<stats::Cluster> sums;
    std::vector<double> pairs, populations;
    for (auto const& cluster : clusters) {
        sums.push_back(cluster.log_ratios);
        pairs.push_back(cluster.pairs);
        populations.push_back(cluster.population);
    }
    gate.geometric_mean_ratio = stats::geometric_mean_ratio(sums);
    gate.median_hours = median_of(clusters, &PairsOfCluster::arm);
    gate.comparator_median_hours = median_of(clusters, &PairsOfCluster::comparator);
    gate.median_ratio = ratio_of_medians(clusters, gate.median_hours / gate.comparator_median_hours);
    if (counted) gate.share = stats::ratio_of_means(pairs, populations);
    return gate;
}

namespace {

bool keeps_rows(ArmModel const& arm, std::string const& interval)
{
    auto const* const found = pathway::find(arm.applied.pathway.intervals, interval);
    return found && found->rows;
}

/// The outcome that counts the patients whom the interval is about, empty when there is none.
std::string population_of(pathway::Pathway const& pathway, pathway::Interval const& interval)
{
    for (auto const& outcome : pathway.outcomes)
        if (outcome.at == interval.from && outcome.where == interval.where && outcome.share->value() == 1.0)
            return outcome.name;
    return {};
}

} // namespace

std::vector<Gate> gates_of(StudyResult const& result)
{
    std::vector<Gate> gates;
    auto const& runs = result.runs;
    if (runs.results.empty() || (runs.draws < 2 && runs.replications < 2)) return gates;
    auto const& usual = result.arms.front().applied.pathway;
    for (int arm = 1; static_cast<std::size_t>(arm) < runs.arms.size(); ++arm)
        for (auto const& interval : usual.intervals)
            if (interval.rows && keeps_rows(result.arms[static_cast<std::size_t>(arm)], interval.name))
                gates.push_back(gate_of(runs, arm, interval.name, 0, population_of(usual, interval)));
    return gates;
}

} // namespace pathecon::study
