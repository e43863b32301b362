// SPDX-License-Identifier: MIT
#include <pathecon/effect/scale.hpp>

#include <cmath>

#include <fmt/format.h>

#include <pathecon/units/format.hpp>

#include "edit.hpp"
#include "flow.hpp"

namespace pathecon::effect {

namespace {

void scale_activity(Edit& edit, Scale const& scale)
{
    auto* activity = edit.need_activity("activity", scale.activity);
    edit.need_condition("where", scale.where);
    if (!activity || !edit.ok()) return;
    double const mean = mean_of(activity->takes);
    if (scale.add.value < units::Duration{} &&
        mean * scale.by.value + static_cast<double>(scale.add.value.ticks()) < 0.0)
        return edit.fault(code::impossible_number, "add",
                          fmt::format("takes {} from '{}', which takes {} on average", units::human(-scale.add.value),
                                      scale.activity, units::human(units::Duration::from_ticks(std::llround(mean)))),
                          "the average time cannot fall below 0");
    auto change = edit.adjustment(scale.where);
    change.by = scale.by;
    change.add = scale.add;
    activity->adjustments.push_back(std::move(change));
}

void scale_session(Edit& edit, Scale const& scale, double share)
{
    auto* session = edit.need(edit.pathway.sessions, "session", "session", scale.session);
    if (!scale.where.empty())
        edit.fault(code::contradiction, "where", "the slots of a session are the same for everybody",
                   "leave 'where' out, or scale the activity");
    if (!session) return;
    units::Duration const before = session->slot.value;
    double const by = 1.0 - share * (1.0 - scale.by.value);
    units::Duration const after = before * by + scale.add.value * share;
    if (before <= units::Duration{} || after <= units::Duration{})
        return edit.fault(
            code::impossible_number, "add",
            fmt::format("makes slots of {} out of slots of {}", units::human(after), units::human(before)),
            "a slot must be longer than 0");
    for (auto& list : session->lists) {
        if (!list.slots) continue; // the slots of the others follow from how long they last
        auto const lasts = list.lasts ? *list.lasts : before * *list.slots;
        pathway::SessionList const whole{.days = list.days, .from = list.from, .lasts = lasts};
        list.slots = *list.slots + slots_of(whole, after) - slots_of(whole, before);
        if (*list.slots < 0) list.slots = 0;
    }
    session->slot = after;
}

} // namespace

pathway::Pathway Scale::operator()(pathway::Pathway const& pathway, Context const& context) const
{
    Edit edit{pathway, context, *this};
    edit.need_one({{"activity", !activity.empty()}, {"session", !session.empty()}});
    bool const nothing = is_exactly(by, 1.0) && is_exactly(add, units::Duration{});
    if (!edit.ok()) return edit.done();
    if (!activity.empty())
        scale_activity(edit, *this);
    else
        scale_session(edit, *this, context.adoption ? context.adoption->share.value.value() : 1.0);
    auto changed = edit.done();
    return nothing ? pathway : changed;
}

} // namespace pathecon::effect
