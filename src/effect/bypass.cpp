// SPDX-License-Identifier: MIT
#include <pathecon/effect/bypass.hpp>

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include <pathecon/effect/prevalence.hpp>
#include <pathecon/units/format.hpp>

#include "edit.hpp"
#include "flow.hpp"

namespace pathecon::effect {

namespace {

/// Finds the test that those who skip need a result of: the one named, or the only one of the activity; null when there
/// is none.
pathway::Test const* test_of(Edit& edit, Bypass const& bypass, std::vector<std::string> const& tail)
{
    auto const hangs_on = [&](pathway::Test const& test) {
        return std::find(tail.begin(), tail.end(), test.at) != tail.end();
    };
    if (!bypass.test.empty()) {
        auto const* test = edit.need(edit.pathway.tests, "test", "test", bypass.test);
        if (test && !hangs_on(*test))
            edit.fault(code::cannot_act, "test",
                       fmt::format("'{}' is a result of '{}', not of '{}'", test->name, test->at, bypass.activity));
        return test;
    }
    std::vector<std::string> names;
    for (auto const& test : edit.pathway.tests)
        if (hangs_on(test)) names.push_back(test.name);
    if (names.size() == 1) return find(edit.pathway.tests, names.front());
    if (names.size() > 1)
        edit.fault(code::contradiction, "test",
                   fmt::format("'{}' gives several results: {}", bypass.activity, fmt::join(names, ", ")),
                   "say which one those who skip must get from elsewhere; they are negative in the others");
    else if (bypass.errors || bypass.recall.value.value() > 0)
        edit.fault(code::contradiction, bypass.errors ? "errors" : "recall",
                   fmt::format("'{}' gives no result that could be wrong", bypass.activity),
                   "leave it out, or add the test to the pathway");
    return nullptr;
}

/// The chance to skip: the same for everybody, or such that a share `errors` of those who skip has the condition.
pathway::Chance chance_to_skip(Edit& edit, Bypass const& bypass, pathway::Test const* test)
{
    if (!bypass.errors || !test) return {.p = bypass.share};
    std::string why;
    auto const common = prevalence(edit.pathway, test->condition, bypass.where, bypass.activity, why);
    if (!common) {
        edit.fault(code::impossible_number, "errors",
                   fmt::format("how common '{}' is cannot be found: {}", test->condition, why));
        return {};
    }
    double const share = bypass.share.value.value(), errors = bypass.errors->value.value();
    double const with = share * errors, without = share * (1.0 - errors);
    if (with > *common)
        edit.fault(
            code::impossible_number, "errors",
            fmt::format(
                "{} skipped with errors of {} are {} of the patients who have '{}' and skip, but only {} have it",
                bypass.share.value, bypass.errors->value, units::Probability{with}, test->condition,
                units::Probability{*common}),
            "'errors' is the share of those who skip who have what the test looks for");
    else if (without > 1.0 - *common)
        edit.fault(code::impossible_number, "share",
                   fmt::format("{} skip without '{}', but only {} are without it", units::Probability{without},
                               test->condition, units::Probability{1.0 - *common}));
    if (!edit.ok()) return {};
    auto const part = [](double of, double all) { return units::Probability{all > 0.0 ? of / all : 0.0}; };
    return {.p = part(without, 1.0 - *common), .cases = {{.where = test->condition, .p = part(with, *common)}}};
}

/// Moves what is measured, begins or ends at a step to another one that is passed at the same instant.
void move_measures(pathway::Pathway& pathway, std::string const& from, std::string const& to, std::string const& test)
{
    auto const move = [&](std::string& point) {
        if (point == from) point = to;
    };
    for (auto& interval : pathway.intervals) {
        for (auto* point : {&interval.from, &interval.to, &interval.unless}) move(*point);
        for (auto& pause : interval.pauses) move(pause.from), move(pause.to);
    }
    for (auto& event : pathway.events) move(event.from), move(event.until);
    for (auto& route : pathway.routes)
        for (auto& branch : route.to)
            if (branch.elapsed) move(branch.elapsed->since);
    for (auto& outcome : pathway.outcomes)
        if (outcome.at == from && (counts_uses(outcome) || (!test.empty() && mentions(outcome.where, test))))
            outcome.at = to;
}

} // namespace

pathway::Pathway Bypass::operator()(pathway::Pathway const& pathway, Context const& context) const
{
    Edit edit{pathway, context, *this};
    if (!edit.need_activity("activity", activity)) return edit.done();
    edit.need_condition("where", where, true);
    auto const tail = tail_of(edit.pathway, activity);
    auto const* result = test_of(edit, *this, tail);
    if (!edit.ok()) return edit.done();
    std::string const test_name = result ? result->name : "", anchor = result ? result->at : activity;
    auto const chance = chance_to_skip(edit, *this, result);
    std::string const skip = edit.add_attribute("skip", chance, edit.users(where));
    std::string const settle = edit.own("settle");

    std::string const needed = find(edit.pathway.activities, activity)->where;
    for (auto const& step : tail) {
        auto& skipped = find(edit.pathway.activities, step)->where;
        skipped = pathway::both(skipped, "not " + skip);
        if (step == anchor) break;
    }
    if (result) {
        std::string const first = edit.own(test_name);
        split_test(edit.pathway, test_name, first);
        auto known = final_test(*find(edit.pathway.tests, first), test_name, settle);
        known.cases.insert(known.cases.begin(),
                           {{.where = pathway::both(skip, known.condition), .p = missed.value.complement()},
                            {.where = skip, .p = recall}});
        known.luck_name = edit.tool() + "/skip/" + test_name;
        edit.pathway.tests.push_back(std::move(known));
    }
    put_after(edit.pathway, anchor, {.name = settle, .where = needed, .tool = edit.tool()});
    move_measures(edit.pathway, anchor, settle, test_name);
    return edit.done();
}

} // namespace pathecon::effect
