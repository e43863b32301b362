// SPDX-License-Identifier: MIT
#include <pathecon/effect/insert.hpp>

#include <algorithm>

#include <fmt/format.h>

#include "edit.hpp"
#include "flow.hpp"

namespace pathecon::effect {

pathway::Pathway Insert::operator()(pathway::Pathway const& pathway, Context const& context) const
{
    Edit edit{pathway, context, *this};
    edit.need_one({{"after", !after.empty()}, {"before", !before.empty()}});
    std::string_view const field = after.empty() ? "before" : "after";
    std::string const& step = after.empty() ? before : after;
    auto const steps = steps_of(pathway);
    auto const has = [&](std::string const& name) {
        return std::find(steps.begin(), steps.end(), name) != steps.end();
    };
    if (!step.empty() && !has(step))
        edit.fault(code::unknown_name, field, fmt::format("the pathway has no step '{}'", step),
                   base::did_you_mean(step, steps));
    if (!after.empty() && find(pathway.forks, after))
        edit.fault(code::cannot_act, field, fmt::format("'{}' is a fork: nothing comes right after it", after),
                   "name the first step of a branch");
    if (!before.empty() && find(pathway.joins, before))
        edit.fault(code::cannot_act, field, fmt::format("'{}' is a join: nothing comes right before it", before),
                   "name the last step of a branch");
    if (activity.name.empty())
        edit.fault(code::contradiction, "activity/name", "the new activity has no name");
    else if (has(activity.name) || activity.name == pathway::exit_step)
        edit.fault(code::name_taken, "activity/name", fmt::format("'{}' is the name of a step already", activity.name));
    edit.need_condition("where", where);
    if (!luck_name.empty() && !activity.luck_name.empty() && luck_name != activity.luck_name)
        edit.fault(code::contradiction, "luck_name",
                   fmt::format("the activity has the luck of '{}' already", activity.luck_name));
    if (!edit.ok()) return edit.done();

    auto added = activity;
    added.tool = edit.tool();
    added.where = edit.users(pathway::both(where, activity.where));
    if (!luck_name.empty()) added.luck_name = luck_name;
    if (after.empty())
        put_before(edit.pathway, step, std::move(added));
    else
        put_after(edit.pathway, step, std::move(added));
    return edit.done();
}

} // namespace pathecon::effect
