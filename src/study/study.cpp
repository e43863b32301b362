// SPDX-License-Identifier: MIT
#include <pathecon/study/study.hpp>

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include <pathecon/base/codec.hpp>
#include <pathecon/base/decode.hpp>
#include <pathecon/base/walk.hpp>
#include <pathecon/units/format.hpp>

#include "study/precise.hpp"

namespace pathecon::study {
namespace {

/// Replications are numbered in 20 bits of the luck's key, draws in the design's 20.
constexpr int most_draws = 1 << 20;

void check_period(Study const& study, base::Diagnostics& faults)
{
    constexpr auto* path = "study/period";
    if (*study.period <= units::Duration{}) return; // check_bounds has said so
    if (*study.period > study.horizon)
        faults.error(623, path,
                     fmt::format("a period of {} does not fit into the horizon of {}", units::human(*study.period),
                                 units::human(study.horizon)),
                     "leave it out, or make the horizon longer");
    else if (auto const count = sim::periods_of(horizon_of(study)).count(); count > sim::Periods::most)
        faults.error(623, path,
                     fmt::format("periods of {} cut the horizon of {} into {}, and {} are the most",
                                 units::human(*study.period), units::human(study.horizon), count, sim::Periods::most),
                     "make the period longer: every period keeps all counts of every replication");
}

void check_numbers(Study const& study, base::Diagnostics& faults)
{
    base::check_bounds(study, "study", faults);
    auto const at_most = [&](char const* name, int value) {
        if (value > most_draws)
            faults.error(110, fmt::format("study/{}", name),
                         fmt::format("expected at most {}, found {}", most_draws, value));
    };
    at_most("draws", study.draws);
    at_most("replications", study.replications);
    if (study.horizon == units::Duration{})
        faults.error(110, "study/horizon", "expected a time above 0", "a year is \"365 d\"");
    if (study.period) check_period(study, faults);
}

void check_arms(Study const& study, base::Diagnostics& faults)
{
    if (study.arms.empty())
        faults.error(601, "arm", "a study needs at least one arm",
                     "the first arm is the comparator: usual care, with no tools");
    std::set<std::string_view> names;
    for (auto const& arm : study.arms) {
        auto const path = base::join_path("arm", arm.name);
        if (arm.name.empty())
            faults.error(101, "arm", "an arm needs a name");
        else if (!names.insert(arm.name).second)
            faults.error(602, path, fmt::format("two arms are called '{}'", arm.name),
                         "give each arm a name of its own");
        if (arm.role == Role::comparator && &arm != &study.arms.front())
            faults.error(603, base::join_path(path, "role"),
                         fmt::format("the comparator is the first arm, '{}'", study.arms.front().name),
                         fmt::format("move '{}' to the front", arm.name));
        std::set<std::string_view> tools;
        for (auto const& tool : arm.tools.tools)
            if (!tools.insert(tool.name).second)
                faults.error(604, base::join_path(path, "tools"),
                             fmt::format("the tool '{}' is in arm '{}' twice", tool.name, arm.name));
    }
}

/// Warns of a trace that does not fit the horizon.
void check_traces(Study const& study, base::Diagnostics& faults)
{
    auto const end = study.warm_up + study.horizon, last_of_all = end + study.follow_up;
    base::detail::ElementNames names;
    for (auto const& arrivals : study.pathway.arrivals) {
        auto const path = "arrivals/" + names.next(arrivals.name) + "/trace";
        if (arrivals.trace.empty() || study.horizon <= units::Duration{}) continue;
        units::Duration before{}, longest{};
        std::size_t late = 0, never = 0;
        for (auto const& patient : arrivals.trace) {
            longest = std::max(longest, patient.at - before);
            before = patient.at;
            late += patient.at >= end;
            never += patient.at >= last_of_all;
        }
        if (late > 0)
            faults.warning(305, path,
                           fmt::format("{} of {} patients come after the horizon, which ends after {}: they are not counted, and {} of "
                                       "them are never simulated",
                                       late, arrivals.trace.size(), units::human(end), never),
                           "make study/horizon longer, or leave these rows out");
        else if (end - before > longest)
            faults.warning(304, path,
                           fmt::format("nobody comes after {}, and warm_up and horizon last {}: the rest of them is empty",
                                       units::human(before), units::human(end)),
                           "make study/horizon as long as the trace");
    }
}

} // namespace

sim::Horizon horizon_of(Study const& study)
{
    return {.warm_up = study.warm_up,
            .window = study.horizon,
            .follow_up = study.follow_up,
            .period = study.period.value_or(units::Duration{})};
}

base::Diagnostics faults_of(Study const& study)
{
    base::Diagnostics faults;
    check_numbers(study, faults);
    check_arms(study, faults);
    detail::check_precision(study, faults);
    check_traces(study, faults);
    std::vector<effect::Tool> seen;
    for (auto const& arm : study.arms)
        for (auto const& tool : arm.tools.tools) {
            auto const same_name = [&](effect::Tool const& other) { return other.name == tool.name; };
            auto const known = std::find_if(seen.begin(), seen.end(), same_name);
            if (known == seen.end())
                seen.push_back(tool);
            else if (!(*known == tool))
                faults.error(605, base::join_path("tool", tool.name),
                             fmt::format("two different tools are called '{}'", tool.name),
                             "a tool must be the same in every arm; give the other a name of its own");
        }
    return faults;
}

std::vector<effect::Tool> tools_of(Study const& study)
{
    std::vector<effect::Tool> tools;
    for (auto const& arm : study.arms)
        for (auto const& tool : arm.tools.tools)
            if (std::none_of(tools.begin(), tools.end(), [&](auto const& known) { return known.name == tool.name; }))
                tools.push_back(tool);
    return tools;
}

} // namespace pathecon::study
