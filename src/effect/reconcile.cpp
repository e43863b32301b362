// SPDX-License-Identifier: MIT
#include <pathecon/effect/reconcile.hpp>

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "edit.hpp"
#include "flow.hpp"

namespace pathecon::effect {

namespace {

void check_fields(Edit& edit, Reconcile const& review)
{
    edit.need_one({{"flag", !review.flag.empty()}, {"discordance", review.discordance.has_value()}});
    edit.need_condition("where", review.where);
    if (!review.flag.empty() && !find(edit.pathway.tests, review.flag))
        std::ignore = edit.need(edit.pathway.attributes, "attribute or test", "flag", review.flag);
    for (auto const& use : review.uses)
        if (use.skill.empty()) std::ignore = edit.need(edit.pathway.resources, "resource", "uses", use.resource);
    if (review.uses.empty())
        edit.fault(code::contradiction, "uses", "nobody is named who reviews", "a review takes somebody's time");
    if (auto const why = pathway::why_not(review.review); !why.empty())
        edit.fault(code::impossible_number, "review", why);
    auto const conditions = [&](std::string const& field, pathway::Chance const& chance) {
        for (std::size_t i = 0; i < chance.cases.size(); ++i)
            edit.need_condition(fmt::format("{}/cases/#{}/where", field, i + 1), chance.cases[i].where);
    };
    if (review.discordance) conditions("discordance", *review.discordance);
    conditions("actionable", review.actionable);
    auto const steps = steps_of(edit.pathway);
    if (std::find(steps.begin(), steps.end(), review.name) != steps.end())
        edit.fault(code::name_taken, "name", fmt::format("'{}' is the name of a step already", review.name));
}

/// Who is reviewed, as a result known at `at`.
pathway::Test discordant(Edit& edit, Reconcile const& review, std::string const& test, pathway::Test const& first,
                         std::string const& at)
{
    pathway::Test made{
        .name = edit.own("discordant"), .at = at, .condition = first.condition, .sensitivity = units::Probability{0.0}};
    auto const users = edit.users(review.where);
    if (review.discordance) {
        for (auto const& one : review.discordance->cases)
            made.cases.push_back({pathway::both(users, renamed(one.where, test, first.name)), one.p});
        if (!users.empty())
            made.cases.push_back({users, review.discordance->p});
        else
            made.sensitivity = review.discordance->p, made.specificity = review.discordance->p.value.complement();
    } else {
        made.cases = {{pathway::both(users, pathway::both(review.flag, "not " + first.name)), units::Probability{1.0}},
                      {pathway::both(users, pathway::both("not " + review.flag, first.name)), units::Probability{1.0}}};
    }
    return made;
}

} // namespace

pathway::Pathway Reconcile::operator()(pathway::Pathway const& pathway, Context const& context) const
{
    Edit edit{pathway, context, *this};
    auto const* work = edit.need_activity("activity", activity);
    auto const* finding = edit.need(edit.pathway.tests, "test", "test", test);
    check_fields(edit, *this);
    if (!work || !finding) return edit.done();
    auto const tail = tail_of(edit.pathway, activity);
    if (std::find(tail.begin(), tail.end(), finding->at) == tail.end())
        edit.fault(code::cannot_act, "test",
                   fmt::format("'{}' is a result of '{}', not of '{}'", test, finding->at, activity));
    if (!edit.ok()) return edit.done();

    std::string const anchor = finding->at, needed = find(edit.pathway.activities, anchor)->where;
    std::string const compare = edit.own("compare"), look = name.empty() ? edit.own("review") : name,
                      settle = edit.own("settle");
    std::string const first = edit.own(test);
    split_test(edit.pathway, test, first);
    for (auto& interval : edit.pathway.intervals)
        if (interval.to == anchor) interval.where = renamed(interval.where, test, first);
    for (auto& outcome : edit.pathway.outcomes)
        if (outcome.at == anchor && mentions(outcome.where, test)) outcome.at = settle;

    auto const before = *find(edit.pathway.tests, first);
    auto const differs = discordant(edit, *this, test, before, compare);
    auto known = final_test(before, test, settle);
    auto const acted_on = [&](random::Input<units::Probability> const& p) {
        return units::Probability{p.value.value() * action.value.value()};
    };
    for (auto const& one : actionable.cases)
        known.cases.push_back({pathway::both(differs.name, renamed(one.where, test, first)), acted_on(one.p)});
    known.cases.push_back({differs.name, acted_on(actionable.p)});
    known.luck_name = edit.tool() + "/review/" + test;

    pathway::Activity second_look{
        .name = look, .uses = uses, .takes = review, .where = pathway::both(needed, differs.name), .tool = edit.tool()};
    if (level != 100) second_look.priority = {{.where = differs.name, .level = level}};
    edit.pathway.tests.push_back(differs);
    edit.pathway.tests.push_back(std::move(known));
    put_after(edit.pathway, anchor, {.name = compare, .where = needed, .tool = edit.tool()});
    put_after(edit.pathway, compare, std::move(second_look));
    put_after(edit.pathway, look, {.name = settle, .where = needed, .tool = edit.tool()});
    return edit.done();
}

} // namespace pathecon::effect
