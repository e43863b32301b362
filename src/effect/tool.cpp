// SPDX-License-Identifier: MIT
#include <pathecon/effect/tool.hpp>

#include <algorithm>

#include <fmt/format.h>

#include "edit.hpp"

namespace pathecon::effect {

Tool draw(Tool const& tool, std::uint64_t seed, std::int64_t draw, std::int64_t n_draws)
{
    std::string const path = "tool/" + tool.name;
    Tool drawn = tool;
    random::draw_inputs(drawn, path, seed, draw, n_draws);
    base::detail::ElementNames names;
    for (auto& effect : drawn.effects) {
        std::string const name = names.next(effect.name());
        if (std::holds_alternative<Custom>(effect.content()))
            effect = effect.draw(seed, draw, n_draws, path + "/effects/" + name);
    }
    return drawn;
}

Drawn drawn_of(Tool const& tool)
{
    bool const by_visit = std::all_of(tool.effects.begin(), tool.effects.end(), [](Effect const& effect) {
        return effect.as<Scale>() || effect.as<Burden>() || effect.as<Adopt>() || effect.as<Cost>() ||
               effect.as<AddCapacity>() || std::holds_alternative<Custom>(effect.content());
    });
    return by_visit ? Drawn::per_visit : Drawn::per_patient;
}

base::Diagnostics faults_of(Tool const& tool)
{
    base::Diagnostics faults;
    std::string const path = "tool/" + tool.name;
    if (tool.name.empty()) faults.error(code::contradiction, "tool/name", "the tool has no name");
    base::check_bounds(tool, path, faults);
    auto const adopts = std::count_if(tool.effects.begin(), tool.effects.end(),
                                      [](Effect const& effect) { return effect.as<Adopt>() != nullptr; });
    if (adopts > 1)
        faults.error(code::tools_contradict, path + "/effects/adopt#2",
                     fmt::format("a tool is adopted once, found {} times", adopts));
    bool const by_use = tool.cost.per_use.value != units::Money{} || tool.cost.per_use.uncertain();
    bool const by_session = tool.cost.per_session.value != units::Money{} || tool.cost.per_session.uncertain();
    if (tool.cost.used_at.empty() && (by_use || by_session))
        faults.error(code::contradiction, path + "/cost/used_at", "what counts as a use is missing",
                     "name the activity whose visits use the tool");
    if (tool.cost.used_at.empty() && !tool.cost.used_where.empty())
        faults.error(code::contradiction, path + "/cost/used_where", "patients are named without the activity",
                     "name it in 'used_at'");
    bool const biased = tool.cost.optimism_bias.value != 0.0 || tool.cost.optimism_bias.uncertain();
    auto const once_only = [&](std::string_view field, random::Input<units::Money> const& amount) {
        if (biased && amount.uncertain())
            faults.error(code::contradiction, base::join_path(path, field),
                         "the amount has a prior and an optimism bias: its risk would count twice",
                         "keep one of the two");
    };
    once_only("cost/once", tool.cost.once);
    once_only("cost/per_year", tool.cost.per_year);
    once_only("cost/per_use", tool.cost.per_use);
    once_only("cost/per_session", tool.cost.per_session);
    std::vector<std::string> items;
    base::detail::ElementNames names;
    for (auto const& effect : tool.effects) {
        std::string const name = names.next(effect.name());
        auto const* cost = effect.as<Cost>();
        if (!cost) continue;
        once_only("effects/" + name + "/amount", cost->amount);
        if (std::find(items.begin(), items.end(), cost->item) != items.end())
            faults.error(code::name_taken, path + "/effects/" + name + "/item",
                         fmt::format("'{}' is charged already", cost->item));
        items.push_back(cost->item);
    }
    return faults;
}

} // namespace pathecon::effect
