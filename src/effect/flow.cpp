// SPDX-License-Identifier: MIT
#include "flow.hpp"

#include <algorithm>
#include <limits>

#include <pathecon/pathway/condition.hpp>
#include <pathecon/pathway/time_distribution.hpp>

namespace pathecon::effect {

namespace {

pathway::Route* route_from(pathway::Pathway& pathway, std::string const& step)
{
    auto const found = std::find_if(pathway.routes.begin(), pathway.routes.end(),
                                    [&](auto const& route) { return route.from == step; });
    return found == pathway.routes.end() ? nullptr : &*found;
}

void replace(std::string& text, std::string const& from, std::string const& to)
{
    if (text == from) text = to;
}

} // namespace

std::vector<std::string> steps_of(pathway::Pathway const& pathway)
{
    std::vector<std::string> names;
    auto const add = [&](auto const& nouns) {
        for (auto const& noun : nouns) names.push_back(noun.name);
    };
    add(pathway.activities);
    add(pathway.delays);
    add(pathway.forks);
    add(pathway.joins);
    return names;
}

void put_after(pathway::Pathway& pathway, std::string const& step, pathway::Activity activity)
{
    if (auto* route = route_from(pathway, step)) {
        if (route->luck_name.empty()) route->luck_name = step;
        route->from = activity.name;
    }
    pathway.routes.push_back({.from = step, .to = {{.to = activity.name}}});
    pathway.activities.push_back(std::move(activity));
}

void put_before(pathway::Pathway& pathway, std::string const& step, pathway::Activity activity)
{
    std::string const& name = activity.name;
    for (auto& route : pathway.routes)
        for (auto& branch : route.to) replace(branch.to, step, name);
    for (auto& arrivals : pathway.arrivals) replace(arrivals.to, step, name);
    for (auto& fork : pathway.forks)
        for (auto& branch : fork.branches) replace(branch, step, name);
    for (auto& other : pathway.activities) {
        if (other.patience) replace(other.patience->to, step, name);
        for (auto& rule : other.balk) replace(rule.to, step, name);
        if (other.no_show) replace(other.no_show->to, step, name);
    }
    for (auto& event : pathway.events) replace(event.to, step, name);
    if (pathway.first.empty() && !pathway.activities.empty() && pathway.activities.front().name == step)
        pathway.first = step;
    replace(pathway.first, step, name);
    pathway.routes.push_back({.from = name, .to = {{.to = step}}});
    pathway.activities.push_back(std::move(activity));
}

std::vector<std::string> tail_of(pathway::Pathway const& pathway, std::string const& activity)
{
    std::vector<std::string> tail{activity};
    for (;;) {
        auto const route = std::find_if(pathway.routes.begin(), pathway.routes.end(),
                                        [&](auto const& r) { return r.from == tail.back(); });
        if (route == pathway.routes.end() || route->to.size() != 1) return tail;
        auto const& branch = route->to.front();
        auto const* next = find(pathway.activities, branch.to);
        bool const known = std::find(tail.begin(), tail.end(), branch.to) != tail.end();
        if (branch.p || !branch.where.empty() || !next || next->tool.empty() || known) return tail;
        tail.push_back(branch.to);
    }
}

std::string renamed(std::string const& condition, std::string_view from, std::string_view to)
{
    std::string why, text;
    auto const terms = pathway::parse_condition(condition, why);
    if (!terms) return condition;
    for (auto const& term : *terms) {
        std::string const name{term.attribute == from ? to : term.attribute};
        std::string const one = term.level.empty() ? (term.negated ? "not " : "") + name
                                                   : name + (term.negated ? " != " : " = ") + term.level;
        text = pathway::both(text, one);
    }
    return text;
}

bool mentions(std::string const& condition, std::string_view name)
{
    std::string why;
    auto const terms = pathway::parse_condition(condition, why);
    return terms && std::any_of(terms->begin(), terms->end(), [&](auto const& term) { return term.attribute == name; });
}

void split_test(pathway::Pathway& pathway, std::string const& test, std::string const& first_finding)
{
    auto* finding = find(pathway.tests, test);
    std::string const at = finding->at;
    if (finding->luck_name.empty()) finding->luck_name = test;
    finding->name = first_finding;
    for (auto& other : pathway.tests)
        if (other.at == at)
            for (auto& one : other.cases) one.where = renamed(one.where, test, first_finding);
}

pathway::Test final_test(pathway::Test const& first_finding, std::string const& name, std::string const& at)
{
    return {.name = name,
            .at = at,
            .condition = first_finding.condition,
            .sensitivity = units::Probability{0.0},
            .specificity = units::Probability{1.0},
            .cases = {{.where = first_finding.name, .p = units::Probability{1.0}}}};
}

pathway::Test* first_finding_of(pathway::Pathway& pathway, pathway::Test* test)
{
    auto const behind = [&]() -> pathway::Test* {
        if (test->sensitivity.value.value() != 0.0 || test->specificity.value.value() != 1.0) return nullptr;
        for (auto const& one : test->cases)
            if (auto* found = find(pathway.tests, one.where); found && one.p.value.value() == 1.0) return found;
        return nullptr;
    };
    while (auto* before = behind()) test = before;
    return test;
}

bool counts_uses(pathway::Outcome const& outcome) { return outcome.luck_name.ends_with("/use"); }

pathway::TimeDistribution scaled(pathway::TimeDistribution time, double by)
{
    for (auto* part : {&time.mean, &time.sd, &time.median, &time.low, &time.mode, &time.high}) *part = part->value * by;
    for (auto& value : time.values) value = value * by;
    time.evidence.reset();
    return time;
}

double mean_of(pathway::TimeDistribution const& time)
{
    if (!pathway::why_not(time).empty()) return std::numeric_limits<double>::quiet_NaN();
    return pathway::to_distribution(time).mean();
}

} // namespace pathecon::effect
