// SPDX-License-Identifier: MIT
#include <pathecon/study/steady_state.hpp>

#include <algorithm>
#include <span>
#include <vector>

#include <fmt/format.h>

#include <pathecon/stats/mser.hpp>

#include "study/sample.hpp"

namespace pathecon::study {
namespace {

constexpr double ticks_per_hour = static_cast<double>(units::hour.ticks());
constexpr std::size_t batches = 20;
constexpr int source_bits = 40;

[[noreturn]] void refuse(std::string path, std::string message, std::string hint)
{
    base::Diagnostics faults;
    faults.error(620, std::move(path), std::move(message), std::move(hint));
    throw base::InvalidInput{std::move(faults)};
}

/// The study of one arm from empty, with the rows of the interval.
Study alone(Study const& study, std::string_view arm, std::string_view interval)
{
    auto const is_it = [&](Arm const& candidate) { return candidate.name == arm; };
    auto const found = std::find_if(study.arms.begin(), study.arms.end(), is_it);
    std::vector<std::string> names;
    for (auto const& candidate : study.arms) names.push_back(candidate.name);
    if (found == study.arms.end())
        refuse("arm", fmt::format("there is no arm '{}'", arm), base::did_you_mean(arm, names));
    Study one = study;
    one.arms = {*found};
    one.arms.front().role = Role::comparator;
    one.draws = 1;
    one.precision.reset();
    one.period.reset();
    one.horizon = study.warm_up + study.horizon;
    one.warm_up = {};
    names.clear();
    bool is_there = false;
    for (auto& candidate : one.pathway.intervals) {
        names.push_back(candidate.name);
        candidate.rows = candidate.name == interval;
        is_there = is_there || candidate.rows;
    }
    if (!is_there)
        refuse("interval", fmt::format("there is no interval '{}'", interval), base::did_you_mean(interval, names));
    return one;
}

/// The hours of an interval's patients in the order in which they arrived.
std::vector<double> series_of(sim::Replication const& replication, std::size_t interval, std::string_view name)
{
    std::vector<sim::IntervalRow> rows;
    for (auto const& row : replication.rows)
        if (static_cast<std::size_t>(row.interval) == interval) rows.push_back(row);
    std::sort(rows.begin(), rows.end(), [](auto const& a, auto const& b) { return a.patient < b.patient; });
    if (!rows.empty() && rows.front().patient >> source_bits != rows.back().patient >> source_bits)
        refuse(fmt::format("interval/{}", name),
               fmt::format("patients of several sources are in '{}', and their order is not known", name),
               "ask about an interval whose 'where' names one source");
    std::vector<double> hours;
    hours.reserve(rows.size());
    for (auto const& row : rows) hours.push_back(static_cast<double>(row.ticks) / ticks_per_hour);
    return hours;
}

/// The means of successive batches of equal length; what does not fill one is left out at the start.
std::vector<double> batch_means(std::span<double const> series)
{
    std::vector<double> means;
    std::size_t const length = series.size() / batches;
    if (length == 0) return means;
    auto const used = series.last(length * batches);
    for (std::size_t at = 0; at < used.size(); at += length)
        means.push_back(stats::mean_interval(used.subspan(at, length)).mean);
    return means;
}

} // namespace

SteadyState steady_state(Study const& study, std::string_view arm, std::string_view interval, RunOptions const& options)
{
    auto const one = alone(study, arm, interval);
    auto const result = run(one, options);
    auto const& runs = result.runs;
    if (result.partial) return {.arm = std::string{arm}, .interval = std::string{interval}, .is_too_short = true};
    SteadyState state{.arm = std::string{arm}, .interval = std::string{interval}, .replications = runs.replications};
    std::vector<std::vector<double>> series;
    for (int replication = 0; static_cast<std::size_t>(replication) < runs.results.size(); ++replication) {
        auto const at = detail::interval_of(runs.labels.front(), interval);
        if (!at) refuse("interval", fmt::format("the arm '{}' has no interval '{}'", arm, interval), {});
        series.push_back(series_of(runs.at(0, 0, replication), *at, interval));
    }
    auto const averaged = stats::mean_series(series);
    auto const cut = stats::mser(averaged);
    state.patients = averaged.size();
    state.is_too_short = cut.is_too_short;
    state.warm_up_patients = cut.truncated;
    state.mean = stats::mean_interval({});
    if (averaged.empty()) return state;
    double const share = static_cast<double>(cut.truncated) / static_cast<double>(averaged.size());
    state.warm_up = one.horizon * share;
    std::vector<double> means;
    if (series.size() == 1) {
        means = batch_means(std::span{averaged}.subspan(cut.truncated));
    } else {
        for (auto const& values : series)
            means.push_back(stats::mean_interval(std::span{values}.first(averaged.size()).subspan(cut.truncated)).mean);
    }
    state.mean = stats::mean_interval(means);
    return state;
}

} // namespace pathecon::study
