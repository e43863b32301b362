// SPDX-License-Identifier: MIT
#include "report/staff.hpp"

#include <array>
#include <cmath>
#include <map>
#include <numeric>
#include <span>

#include <pathecon/ledger/realisation.hpp>
#include <pathecon/ledger/usage.hpp>
#include <pathecon/random/input.hpp>
#include <pathecon/stats/interval.hpp>

#include "report/figures.hpp"

namespace pathecon::report {
namespace {

/// released, cash, capacity, absorbed, opened, added.
using Hours = std::array<double, 6>;
using HoursByGroup = std::map<std::string, Hours>;

HoursByGroup hours_in(study::StudyResult const& run, int arm, int draw, int left_out)
{
    auto const& usual_pathway = run.arms.front().applied.pathway;
    auto const& pathway = run.arms[static_cast<std::size_t>(arm)].applied.pathway;
    auto lines = pathway.budget_lines;
    random::draw_inputs(lines, "budget_line", run.runs.seed, run.runs.draws > 1 ? draw : -1, run.runs.draws);
    auto const usual = ledger::usage_of(run.runs, 0, draw, usual_pathway, ledger::Sources::all, left_out);
    auto const now = ledger::usage_of(run.runs, arm, draw, pathway, ledger::Sources::all, left_out);
    HoursByGroup hours;
    for (auto const& r : ledger::realise(usual, now, lines)) {
        std::array const ticks{r.released, r.cash, r.capacity, r.absorbed, r.opened, r.added};
        for (std::size_t i = 0; i < ticks.size(); ++i) hours[r.group][i] = now.hours_per_year(ticks[i]);
    }
    return hours;
}

/// The value of a single draw with its error by the jackknife over replications (Efron and Stein, 1981, Ann Stat
/// 9:586): what is pooled and rounded in whole steps has no mean of replications.
econ::Estimate jackknifed(double value, std::span<double const> without)
{
    econ::Estimate estimate{.mean = value, .n = static_cast<int>(without.size())};
    if (without.size() < 2) return estimate;
    auto const n = static_cast<double>(without.size());
    double const mean = std::accumulate(without.begin(), without.end(), 0.0) / n;
    // The pseudovalues n value - (n - 1) without, about the mean of what is left; Student's t on them gives the limits.
    std::vector<double> pseudovalues;
    for (double const one : without) pseudovalues.push_back(mean + (n - 1) * (mean - one));
    auto const spread = stats::mean_interval(pseudovalues);
    estimate.low = value + (spread.low - spread.mean);
    estimate.high = value + (spread.high - spread.mean);
    estimate.standard_error = spread.standard_error;
    estimate.over = econ::Over::replications;
    return estimate;
}

econ::Estimate over_draws(std::span<double const> values)
{
    auto const interval = stats::percentile_interval(values).draws;
    return {.mean = interval.mean,
            .low = interval.low,
            .high = interval.high,
            .standard_error = interval.standard_error,
            .n = static_cast<int>(interval.n),
            .over = econ::Over::draws};
}

} // namespace

std::vector<StaffHours> staff_hours(study::StudyResult const& run, int arm)
{
    std::vector<HoursByGroup> samples;
    HoursByGroup whole;
    bool const by_draws = run.runs.draws > 1;
    if (by_draws) {
        for (int draw = 0; draw < run.runs.draws; ++draw) samples.push_back(hours_in(run, arm, draw, -1));
    } else {
        whole = hours_in(run, arm, 0, -1);
        for (int r = 0; run.runs.replications > 1 && r < run.runs.replications; ++r)
            samples.push_back(hours_in(run, arm, 0, r));
    }
    HoursByGroup groups = whole;
    for (auto const& sample : samples) groups.insert(sample.begin(), sample.end());

    std::vector<StaffHours> list;
    for (auto const& [group, ignored] : groups) {
        StaffHours hours{.group = group};
        std::array const members{&hours.released, &hours.cash,   &hours.capacity,
                                 &hours.absorbed, &hours.opened, &hours.added};
        for (std::size_t i = 0; i < members.size(); ++i) {
            std::vector<double> values;
            for (auto const& sample : samples) {
                auto const found = sample.find(group);
                values.push_back(found == sample.end() ? 0 : found->second[i]);
            }
            auto const found = whole.find(group);
            *members[i] =
                by_draws ? over_draws(values) : jackknifed(found == whole.end() ? 0 : found->second[i], values);
        }
        list.push_back(std::move(hours));
    }
    return list;
}

} // namespace pathecon::report
