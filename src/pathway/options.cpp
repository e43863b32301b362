// SPDX-License-Identifier: MIT
#include "options.hpp"

#include <algorithm>

namespace pathecon::pathway::detail {

std::vector<Option> options_of(Use const& use, Pathway const& pathway)
{
    std::vector<Option> options;
    if (!use.skill.empty())
        for (auto const& resource : pathway.resources)
            if (std::find(resource.skills.begin(), resource.skills.end(), use.skill) != resource.skills.end())
                options.push_back({&resource, 1.0});
    if (auto const* const preferred = find(pathway.resources, use.resource)) options.push_back({preferred, 1.0});
    for (auto const& other : use.instead)
        if (auto const* const resource = find(pathway.resources, other.resource))
            options.push_back({resource, *other.by});
    return options;
}

std::vector<Use const*> taken_with(Activity const& activity, Pathway const& pathway)
{
    std::vector<Use const*> taken;
    for (auto const& use : activity.uses) taken.push_back(&use);
    for (auto const& stay : pathway.stays)
        if (stay.from == activity.name)
            for (auto const& use : stay.uses) taken.push_back(&use);
    return taken;
}

bool takes_pools(Activity const& activity, Pathway const& pathway)
{
    auto const taken = taken_with(activity, pathway);
    return std::any_of(taken.begin(), taken.end(), [&](Use const* use) {
        auto const options = options_of(*use, pathway);
        return std::any_of(options.begin(), options.end(),
                           [](auto const& option) { return is_pool(*option.resource); });
    });
}

bool can_queue(Activity const& activity, Pathway const& pathway)
{
    return !activity.session.empty() || activity.batch || takes_pools(activity, pathway);
}

std::string text_of(Use const& use)
{
    if (!use.skill.empty()) return "the skill '" + use.skill + "'";
    std::string text = "'" + use.resource + "'";
    for (auto const& other : use.instead) text += " or '" + other.resource + "'";
    return text;
}

} // namespace pathecon::pathway::detail
