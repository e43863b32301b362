// SPDX-License-Identifier: MIT
#include <pathecon/study/difference.hpp>

#include <algorithm>
#include <limits>
#include <utility>

#include <pathecon/base/field.hpp>
#include <pathecon/base/pause.hpp>
#include <pathecon/stats/holm.hpp>
#include <pathecon/stats/nested.hpp>
#include <pathecon/stats/pairing.hpp>

#include "study/demand.hpp"
#include "study/sample.hpp"

namespace pathecon::study {
namespace {

/// What a difference is made of: the numbers of an arm and of the comparator, pair by pair.
struct Pairs {
    std::vector<double> arm, comparator, difference;
    int draws, replications;
};

void estimate(Difference& made, Pairs const& pairs, std::vector<stats::Control> const& controls)
{
    auto const size = static_cast<std::size_t>(pairs.replications);
    auto const parts = stats::nested(pairs.difference, size);
    if (pairs.draws > 1) {
        made.value = stats::percentile_interval(detail::means_of(pairs.difference, pairs.replications)).draws;
        made.between_draws = parts.between;
        made.within_draws = parts.within;
        made.p_value = stats::p_value(parts.mean);
    } else {
        made.value = stats::mean_interval(pairs.difference);
        made.p_value = stats::p_value(made.value);
        bool const is_quantile = made.measure == Measure::median || made.measure == Measure::p90;
        if (!controls.empty() && !is_quantile) made.controlled = stats::controlled_mean(pairs.difference, controls);
    }
    made.variance_ratio = stats::variance_ratio(pairs.arm, pairs.comparator, size);
}

bool is_judged(ArmModel const& arm, std::string const& interval)
{
    auto const* const found = pathway::find(arm.applied.pathway.intervals, interval);
    return found && found->standard;
}

void adjust(std::vector<Difference>& all)
{
    for (auto& one : all) {
        std::vector<Difference*> family;
        for (auto& other : all)
            if (other.interval == one.interval && other.measure == one.measure) family.push_back(&other);
        if (family.front() != &one) continue;
        std::vector<double> p;
        for (auto const* member : family) p.push_back(member->p_value);
        auto const adjusted = stats::holm(p);
        for (std::size_t i = 0; i < family.size(); ++i) family[i]->p_adjusted = adjusted[i];
    }
}

} // namespace

std::vector<Difference> differences_of(StudyResult const& result)
{
    std::vector<Difference> all;
    auto const& runs = result.runs;
    if (runs.results.empty()) return all;
    auto const demand = detail::demand_of(result);
    auto const controls = demand.controls();
    auto const usual = detail::sample_of(runs, 0);
    for (int arm = 1; static_cast<std::size_t>(arm) < runs.arms.size(); ++arm) {
        auto const sample = detail::sample_of(runs, arm);
        auto const& intervals = runs.labels.front().intervals;
        for (std::size_t there = 0; there < intervals.size(); ++there) {
            auto const here = detail::interval_of(runs.labels[static_cast<std::size_t>(arm)], intervals[there]);
            if (!here) continue;
            for (auto const& [measure, name] : base::EnumNames<Measure>::names) {
                if (measure == Measure::share_within_standard &&
                    !(is_judged(result.arms[static_cast<std::size_t>(arm)], intervals[there]) &&
                      is_judged(result.arms.front(), intervals[there])))
                    continue;
                base::pause();
                Pairs pairs{.arm = detail::values_of(sample, *here, measure),
                            .comparator = detail::values_of(usual, there, measure),
                            .difference = {},
                            .draws = runs.draws,
                            .replications = runs.replications};
                for (std::size_t i = 0; i < pairs.arm.size(); ++i)
                    pairs.difference.push_back(pairs.arm[i] - pairs.comparator[i]);
                all.push_back({.arm = runs.arms[static_cast<std::size_t>(arm)],
                               .comparator = runs.arms.front(),
                               .interval = intervals[there],
                               .measure = measure});
                estimate(all.back(), pairs, controls);
            }
        }
    }
    adjust(all);
    return all;
}

base::Table differences_table(StudyResult const& result)
{
    std::vector<std::string> arm, interval, measure, unit;
    std::vector<double> difference, low, high, error, ratio, controlled, controlled_error, p;
    for (auto const& one : differences_of(result)) {
        arm.push_back(one.arm);
        interval.push_back(one.interval);
        measure.emplace_back(base::enum_name(one.measure));
        unit.emplace_back(one.measure == Measure::share_within_standard ? "share" : "hours");
        difference.push_back(one.value.mean);
        low.push_back(one.value.low);
        high.push_back(one.value.high);
        error.push_back(one.value.standard_error);
        ratio.push_back(one.variance_ratio.mean);
        auto const nothing = std::numeric_limits<double>::quiet_NaN();
        controlled.push_back(one.controlled ? one.controlled->mean.mean : nothing);
        controlled_error.push_back(one.controlled ? one.controlled->mean.standard_error : nothing);
        p.push_back(one.p_adjusted);
    }
    base::Table table;
    table.add_column("arm", std::move(arm));
    table.add_column("interval", std::move(interval));
    table.add_column("measure", std::move(measure));
    table.add_column("unit", std::move(unit));
    table.add_column("difference", std::move(difference));
    table.add_column("low", std::move(low));
    table.add_column("high", std::move(high));
    table.add_column("standard_error", std::move(error));
    table.add_column("variance_ratio", std::move(ratio));
    table.add_column("controlled", std::move(controlled));
    table.add_column("controlled_standard_error", std::move(controlled_error));
    table.add_column("p_adjusted", std::move(p));
    return table;
}

std::optional<stats::Controlled> controlled_mean_of(StudyResult const& result, int arm, std::string_view interval)
{
    auto const& runs = result.runs;
    if (runs.results.empty()) return std::nullopt;
    auto const sample = detail::sample_of(runs, arm);
    auto const at = detail::interval_of(runs.labels[static_cast<std::size_t>(arm)], interval);
    auto const demand = detail::demand_of(result);
    if (!at || demand.columns.empty()) return std::nullopt;
    return stats::controlled_mean(detail::values_of(sample, *at, Measure::mean), demand.controls());
}

} // namespace pathecon::study
