// SPDX-License-Identifier: MIT
#include "study/precise.hpp"

#include <algorithm>
#include <functional>
#include <string>

#include <fmt/format.h>

#include <pathecon/base/field.hpp>
#include <pathecon/stats/precision.hpp>

#include "study/record.hpp"
#include "study/sample.hpp"

namespace pathecon::study::detail {
namespace {

constexpr int first_look = 10;

bool is_share(Goal const& goal) { return goal.measure == Measure::share_within_standard; }

/// The arms that a goal is about.
std::vector<std::size_t> arms_of(Study const& study, Goal const& goal)
{
    std::vector<std::size_t> arms;
    for (std::size_t arm = 0; arm < study.arms.size(); ++arm) {
        bool const is_meant = goal.arm.empty() ? arm > 0 || study.arms.size() == 1 : study.arms[arm].name == goal.arm;
        if (is_meant) arms.push_back(arm);
    }
    return arms;
}

void check_width(Goal const& goal, pathway::Interval const& interval, std::string const& path,
                 base::Diagnostics& faults)
{
    if (!is_share(goal)) {
        if (!goal.half_width || goal.half_share)
            faults.error(617, path,
                         fmt::format("the {} of '{}' is a time, so how closely it must be known is one",
                                     base::enum_name(goal.measure), goal.interval),
                         "write half_width = \"5 min\", and no half_share");
        return;
    }
    if (!goal.half_share || goal.half_width || goal.half_share->value() <= 0)
        faults.error(
            617, path,
            fmt::format("the share of '{}' within its standard must be known to within a share above 0", goal.interval),
            "write half_share = \"1 %\", and no half_width");
    if (!interval.standard)
        faults.error(617, path,
                     fmt::format("the interval '{}' has no standard, so no share of it is within", goal.interval),
                     "give the interval a standard, or choose another measure");
}

using SampleOf = std::function<Sample(std::size_t arm)>;

std::vector<Achieved> achieved(Study const& study, std::vector<sim::Labels> const& labels, SampleOf const& sample_of)
{
    std::vector<Achieved> all;
    if (!study.precision) return all;
    auto const values = [&](std::size_t arm, Goal const& goal) {
        auto const at = interval_of(labels[arm], goal.interval);
        return at ? values_of(sample_of(arm), *at, goal.measure) : std::vector<double>{};
    };
    for (auto const& goal : study.precision->goals)
        for (auto const arm : arms_of(study, goal)) {
            Achieved one{.interval = goal.interval,
                         .arm = study.arms[arm].name,
                         .measure = goal.measure,
                         .asked = is_share(goal) ? goal.half_share->value() : goal.half_width->hours()};
            auto const here = values(arm, goal);
            if (arm == 0) {
                one.value = stats::mean_interval(here);
            } else {
                one.comparator = study.arms.front().name;
                auto const there = values(0, goal);
                // An interval that only one of them has is compared with nothing.
                one.value =
                    here.size() == there.size() ? stats::paired_difference(here, there) : stats::mean_interval({});
            }
            all.push_back(std::move(one));
        }
    return all;
}

} // namespace

void check_precision(Study const& study, base::Diagnostics& faults)
{
    if (!study.precision) return;
    auto const& precision = *study.precision;
    if (study.draws > 1)
        faults.error(618, "study/precision",
                     fmt::format("replications make the answers of one draw precise, and there are {}", study.draws),
                     "leave out the precision, or take every input at its base value with draws = 1");
    if (precision.most < std::max(first_look, study.replications))
        faults.error(
            110, "study/precision/most",
            fmt::format("expected at least {}, found {}", std::max(first_look, study.replications), precision.most),
            "a study starts with its own replications, and with ten at least");
    if (precision.goals.empty())
        faults.error(617, "study/precision/goals", "a precision has one goal at least",
                     "name an interval and the half-width that is close enough");
    std::vector<std::string> intervals, arms;
    for (auto const& interval : study.pathway.intervals) intervals.push_back(interval.name);
    for (auto const& arm : study.arms) arms.push_back(arm.name);
    for (std::size_t i = 0; i < precision.goals.size(); ++i) {
        auto const& goal = precision.goals[i];
        auto const path = fmt::format("study/precision/goals/#{}", i + 1);
        auto const* const interval = pathway::find(study.pathway.intervals, goal.interval);
        if (!interval)
            faults.error(617, path + "/interval", fmt::format("there is no interval '{}'", goal.interval),
                         base::did_you_mean(goal.interval, intervals));
        else
            check_width(goal, *interval, path, faults);
        if (arms_of(study, goal).empty() && !goal.arm.empty())
            faults.error(617, path + "/arm", fmt::format("there is no arm '{}'", goal.arm),
                         base::did_you_mean(goal.arm, arms));
    }
}

std::vector<int> looks_of(Study const& study)
{
    if (!study.precision) return {study.replications};
    auto const first = static_cast<std::uint64_t>(std::max(first_look, study.replications));
    std::vector<int> looks;
    for (auto const total : stats::totals_of(first, static_cast<std::uint64_t>(study.precision->most)))
        looks.push_back(static_cast<int>(total));
    return looks;
}

std::vector<Achieved> achieved_by(Study const& study, std::vector<sim::Labels> const& labels, int replications,
                                  Record const& record)
{
    return achieved(study, labels, [&](std::size_t arm) {
        return Sample{1, replications, [&record, arm](int, int replication) -> sim::Replication const& {
                          return record.at(arm, 0, static_cast<std::size_t>(replication));
                      }};
    });
}

std::vector<Achieved> achieved_by(Study const& study, sim::Runs const& runs)
{
    return achieved(study, runs.labels, [&](std::size_t arm) { return sample_of(runs, static_cast<int>(arm)); });
}

} // namespace pathecon::study::detail
