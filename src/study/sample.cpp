// SPDX-License-Identifier: MIT
#include "study/sample.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

#include <pathecon/base/contract.hpp>
#include <pathecon/stats/interval.hpp>
#include <pathecon/units/duration.hpp>

namespace pathecon::study::detail {
namespace {

constexpr double ticks_per_hour = static_cast<double>(units::hour.ticks());

double quantile_of(sim::IntervalTimes const& times, Measure measure)
{
    if (times.times.count() == 0) return std::numeric_limits<double>::quiet_NaN();
    return static_cast<double>(measure == Measure::median ? times.p50 : times.p90) / ticks_per_hour;
}

stats::Cluster cluster_of(sim::IntervalTimes const& times, Measure measure)
{
    double const sum = measure == Measure::mean ? static_cast<double>(times.times.sum()) / ticks_per_hour
                                                : static_cast<double>(times.within_standard);
    return {sum, times.times.count()};
}

} // namespace

Sample sample_of(sim::Runs const& runs, int arm)
{
    PATHECON_EXPECTS(arm >= 0 && static_cast<std::size_t>(arm) < runs.arms.size(), "an arm is one of the runs' arms");
    return {runs.draws, runs.replications, [&runs, arm](int draw, int replication) -> sim::Replication const& {
                return runs.at(arm, draw, replication);
            }};
}

std::optional<std::size_t> interval_of(sim::Labels const& labels, std::string_view name)
{
    auto const found = std::find(labels.intervals.begin(), labels.intervals.end(), name);
    if (found == labels.intervals.end()) return std::nullopt;
    return static_cast<std::size_t>(found - labels.intervals.begin());
}

std::vector<double> values_of(Sample const& sample, std::size_t interval, Measure measure)
{
    bool const is_quantile = measure == Measure::median || measure == Measure::p90;
    std::vector<double> values;
    for (int draw = 0; draw < sample.draws; ++draw) {
        std::vector<stats::Cluster> clusters;
        for (int replication = 0; replication < sample.replications; ++replication) {
            auto const& times = sample.at(draw, replication).intervals[interval];
            if (is_quantile)
                values.push_back(quantile_of(times, measure));
            else
                clusters.push_back(cluster_of(times, measure));
        }
        if (is_quantile) continue;
        auto const scores = stats::linearised(clusters);
        values.insert(values.end(), scores.begin(), scores.end());
    }
    return values;
}

std::vector<double> means_of(std::vector<double> const& values, int replications)
{
    std::vector<double> means;
    for (auto at = values.begin(); at != values.end(); at += replications)
        means.push_back(std::accumulate(at, at + replications, 0.0) / replications);
    return means;
}

} // namespace pathecon::study::detail
