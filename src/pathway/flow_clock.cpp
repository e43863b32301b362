// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>
#include <numeric>

#include <pathecon/pathway/rates.hpp>
#include <pathecon/units/format.hpp>
#include <pathecon/units/week.hpp>

#include "checks.hpp"
#include "flow.hpp"
#include "options.hpp"

namespace pathecon::pathway::detail {

std::vector<FlowSpell> spells_of(Route const& route, std::string const& starts)
{
    auto const clocked = [](Branch const& branch) { return !branch.open.shifts.empty(); };
    if (std::none_of(route.to.begin(), route.to.end(), clocked)) return {};
    bool const dated = std::any_of(route.to.begin(), route.to.end(), [](Branch const& branch) {
        return !branch.open.exceptions.empty() || branch.open.holidays != HolidayRule::worked;
    });
    std::int64_t weeks = dated ? weeks_judged : 1;
    std::vector<std::vector<RotaSteps>> usual;
    std::vector<std::vector<RotaWeek>> others;
    for (auto const& branch : route.to) {
        std::string why;
        usual.push_back(weeks_of(branch.open, why));
        if (!clocked(branch) || usual.back().empty()) usual.back() = {{{units::Duration{}, 1}}}; // a fault is told elsewhere
        others.push_back(exceptional_weeks(branch.open, starts, weeks_judged, why));
        if (!dated) weeks = std::lcm(weeks, static_cast<std::int64_t>(usual.back().size()));
    }
    weeks = std::min<std::int64_t>(weeks, 10 * weeks_judged);
    std::map<std::vector<bool>, FlowSpell> found;
    for (std::int64_t week = 0; week < weeks; ++week) {
        std::vector<RotaSteps const*> steps;
        std::vector<units::Duration> cuts;
        for (std::size_t b = 0; b < route.to.size(); ++b) {
            auto const other = std::find_if(others[b].begin(), others[b].end(), [&](auto const& one) { return one.week == week; });
            steps.push_back(other == others[b].end() ? &usual[b][static_cast<std::size_t>(week) % usual[b].size()] : &other->steps);
            for (auto const& step : *steps.back()) cuts.push_back(step.at);
        }
        std::sort(cuts.begin(), cuts.end());
        cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
        for (std::size_t i = 0; i < cuts.size(); ++i) {
            std::vector<bool> closed;
            for (auto const* of_branch : steps) {
                auto const after = std::upper_bound(of_branch->begin(), of_branch->end(), cuts[i],
                                                    [](units::Duration at, auto const& step) { return at < step.at; });
                closed.push_back(std::prev(after)->servers == 0);
            }
            auto const end = i + 1 < cuts.size() ? cuts[i + 1] : units::week;
            auto const [spell, fresh] = found.emplace(closed, FlowSpell{.closed = closed});
            if (fresh) spell->second.from = cuts[i] + units::week * static_cast<double>(week);
            spell->second.share += (end - cuts[i]) / units::week / static_cast<double>(weeks);
        }
    }
    std::vector<FlowSpell> spells;
    for (auto& [closed, spell] : found) spells.push_back(std::move(spell));
    return spells;
}

std::string text_of_time(units::Duration since_start)
{
    auto const week = since_start.ticks() / units::week.ticks();
    auto const at = units::Duration::from_ticks(since_start.ticks() % units::week.ticks());
    auto const day = static_cast<std::size_t>(at.ticks() / units::day.ticks());
    std::string text = std::string{units::weekday_names[day]} + " " + units::clock_text(at - units::day * static_cast<double>(day));
    return week == 0 ? text : text + " of week " + std::to_string(week + 1);
}

double weight_of(std::string const& activity, Pathway const& pathway)
{
    auto const* const work = find(pathway.activities, activity);
    for (auto const& use : work ? work->uses : std::vector<Use>{})
        if (auto const options = options_of(use, pathway); !options.empty() && is_pool(*options.front().resource) &&
                                                           most_servers(*options.front().resource) > 0)
            return hours_per_week(*options.front().resource, pathway);
    return 0;
}

} // namespace pathecon::pathway::detail
