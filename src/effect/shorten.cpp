// SPDX-License-Identifier: MIT
#include <pathecon/effect/shorten.hpp>

#include <vector>

#include <fmt/format.h>

#include "edit.hpp"
#include "flow.hpp"

namespace pathecon::effect {

namespace {

/// Shortens a time and its cases for the patients who meet `group`; empty means everybody.
void shorten(Shorten const& verb, std::string const& group, pathway::TimeDistribution& time,
             std::vector<pathway::TimeCase>& cases)
{
    auto const shorter = [&](pathway::TimeDistribution const& old) {
        return verb.to ? *verb.to : scaled(old, verb.by->value);
    };
    if (group.empty()) {
        time = shorter(time);
        if (verb.to) cases.clear();
        for (auto& one : cases) one.takes = shorter(one.takes);
        return;
    }
    std::vector<pathway::TimeCase> made;
    if (!verb.to)
        for (auto const& one : cases) made.push_back({pathway::both(group, one.where), shorter(one.takes)});
    made.push_back({group, shorter(time)});
    made.insert(made.end(), cases.begin(), cases.end());
    cases = std::move(made);
}

} // namespace

pathway::Pathway Shorten::operator()(pathway::Pathway const& pathway, Context const& context) const
{
    Edit edit{pathway, context, *this};
    edit.need_one({{"activity", !activity.empty()}, {"delay", !delay.empty()}});
    edit.need_one({{"by", by.has_value()}, {"to", to.has_value()}});
    edit.need_condition("where", where, share.has_value());
    if (to)
        if (auto const why = pathway::why_not(*to); !why.empty()) edit.fault(code::impossible_number, "to", why);
    auto* booked = activity.empty() ? nullptr : edit.need_activity("activity", activity);
    auto* lag = delay.empty() ? nullptr : edit.need(edit.pathway.delays, "delay", "delay", delay);
    if (booked && !booked->booking)
        edit.fault(code::cannot_act, "activity", fmt::format("'{}' has no booking lag", activity),
                   "give it one in the pathway, or scale its time");
    if (!edit.ok()) return edit.done();
    if (by && !share && where.empty() && !edit.partly_used() && is_exactly(*by, 1.0)) return pathway;

    std::string group = edit.users(where);
    if (share) group = edit.add_attribute("sooner", {.p = *share}, group);
    if (booked)
        shorten(*this, group, booked->booking->lag, booked->booking->cases);
    else
        shorten(*this, group, lag->takes, lag->cases);
    edit.note_opportunity_cost(booked ? fmt::format("shortens the booking lag of '{}'", activity)
                                      : fmt::format("shortens the delay '{}'", delay));
    return edit.done();
}

} // namespace pathecon::effect
