// SPDX-License-Identifier: MIT
#include <pathecon/effect/transfer.hpp>

#include <algorithm>
#include <cmath>
#include <tuple>

#include <fmt/format.h>

#include <pathecon/units/format.hpp>

#include "edit.hpp"
#include "flow.hpp"

namespace pathecon::effect {

namespace {

bool does_it(pathway::Pathway const& pathway, pathway::Activity const& activity, std::string const& resource)
{
    if (std::any_of(activity.uses.begin(), activity.uses.end(),
                    [&](auto const& use) { return use.resource == resource; }))
        return true;
    auto const* session = find(pathway.sessions, activity.session);
    return session && session->resource == resource;
}

void check_fields(Edit& edit, Transfer const& transfer)
{
    edit.need_one({{"time", transfer.time.has_value()}, {"share", transfer.share.has_value()}});
    edit.need_condition("where", transfer.where);
    std::ignore = edit.need(edit.pathway.resources, "resource", "from", transfer.from);
    std::ignore = edit.need(edit.pathway.resources, "resource", "to", transfer.to);
    if (transfer.from == transfer.to)
        edit.fault(code::contradiction, "to", fmt::format("'{}' does it already", transfer.to));
    auto const steps = steps_of(edit.pathway);
    if (std::find(steps.begin(), steps.end(), transfer.as_activity) != steps.end())
        edit.fault(code::name_taken, "as_activity",
                   fmt::format("'{}' is the name of a step already", transfer.as_activity));
    bool const for_some = edit.partly_used() || !transfer.where.empty();
    bool const all_of_it = transfer.share && transfer.share->value.value() >= 1.0;
    if (transfer.share && transfer.as_activity.empty() && for_some)
        edit.fault(code::contradiction, "as_activity", "a share for some visits needs an activity of its own",
                   "name it, or give a time in place of the share");
    if (all_of_it)
        edit.fault(code::impossible_number, "share",
                   "expected a share below 1: patients would go on waiting for somebody who does nothing",
                   "bypass the activity and insert one that uses the other resource");
}

/// Takes time from somebody who attends: their own time, or their number when they stay as long as the activity takes.
void take_from_attendance(Edit& edit, Transfer const& transfer, pathway::Attendance& attendance)
{
    if (edit.partly_used() || !transfer.where.empty() || !transfer.as_activity.empty())
        return edit.fault(code::cannot_act, "from",
                          fmt::format("'{}' attends '{}', and attendance is the same for every visit", transfer.from,
                                      transfer.activity),
                          "leave 'where', 'as_activity' and adoption out, or transfer from whoever does the activity");
    if (transfer.share) {
        attendance.people = attendance.people.value * (1.0 - transfer.share->value.value());
    } else if (!attendance.time || attendance.time->value < transfer.time->value) {
        edit.fault(code::impossible_number, "time", fmt::format("'{}' does not attend that long", transfer.from),
                   "give a share");
    } else
        attendance.time = attendance.time->value - transfer.time->value;
}

} // namespace

pathway::Pathway Transfer::operator()(pathway::Pathway const& pathway, Context const& context) const
{
    Edit edit{pathway, context, *this};
    auto* work = edit.need_activity("activity", activity);
    check_fields(edit, *this);
    if (!work || !edit.ok()) return edit.done();
    auto const attends = std::find_if(work->attended.begin(), work->attended.end(),
                                      [&](auto const& one) { return one.resource == from; });
    double const mean = mean_of(work->takes);
    double const part = share ? share->value.value() : 0.0;
    if (!does_it(edit.pathway, *work, from)) {
        if (attends == work->attended.end())
            edit.fault(code::cannot_act, "from", fmt::format("'{}' neither does '{}' nor attends it", from, activity));
        else {
            pathway::Attendance taken{.resource = to};
            if (share)
                taken = {.resource = to, .people = attends->people.value * part, .time = attends->time};
            else
                taken = {.resource = to, .people = attends->people, .time = time};
            take_from_attendance(edit, *this, *attends);
            work->attended.push_back(std::move(taken));
        }
    } else if (time && static_cast<double>(time->value.ticks()) > mean) {
        edit.fault(code::impossible_number, "time",
                   fmt::format("moves {} out of '{}', which takes {} on average", units::human(time->value), activity,
                               units::human(units::Duration::from_ticks(std::llround(mean)))));
    } else {
        pathway::Activity rest{.name = as_activity, .where = work->where, .tool = edit.tool()};
        auto change = edit.adjustment(where);
        if (share) {
            rest.takes = work->takes;
            rest.cases = work->cases;
            rest.luck_name = work->luck_name.empty() ? work->name : work->luck_name;
            rest.adjustments = work->adjustments;
            rest.adjustments.push_back({.tool = edit.tool(), .by = part});
            change.by = 1.0 - part;
        } else {
            rest.takes = pathway::constant(*time);
            change.add = -time->value;
        }
        bool const for_some = edit.partly_used() || !where.empty();
        if (as_activity.empty() && !for_some) {
            // What is left of the activity is (1 - part) of it: part / (1 - part) people for that long give the part.
            work->attended.push_back({.resource = to, .people = share ? part / (1.0 - part) : 1.0, .time = time});
        }
        work->adjustments.push_back(std::move(change));
        if (!as_activity.empty()) {
            rest.uses = {{.resource = to}};
        } else if (for_some) {
            rest.name = edit.own(to);
            rest.takes = {};
            rest.attended = {{.resource = to, .time = time}};
        }
        if (!rest.name.empty()) {
            if (work->bulk)
                edit.fault(code::cannot_act, as_activity.empty() ? "activity" : "as_activity",
                           fmt::format("'{}' serves several together, and a step of its own would serve them one by one", work->name),
                           "move all of its time, or change 'bulk' in the pathway");
            rest.where = pathway::both(edit.users(where), rest.where);
            put_after(edit.pathway, activity, std::move(rest));
        }
    }
    bool const nothing = share ? is_exactly(*share, units::Probability{0.0}) : is_exactly(*time, units::Duration{});
    auto changed = edit.done();
    return nothing ? pathway : changed;
}

} // namespace pathecon::effect
