// SPDX-License-Identifier: MIT
#include "renaming.hpp"

#include <algorithm>

#include <pathecon/pathway/condition.hpp>

namespace pathecon::pathway::detail {

namespace {

/// The step where arrivals enter that do not say otherwise.
std::string first_of(Pathway const& pathway)
{
    if (!pathway.first.empty()) return pathway.first;
    if (!pathway.activities.empty()) return pathway.activities.front().name;
    if (!pathway.delays.empty()) return pathway.delays.front().name;
    if (!pathway.forks.empty()) return pathway.forks.front().name;
    return pathway.joins.empty() ? std::string{} : pathway.joins.front().name;
}

std::string text_of(Term const& term)
{
    if (!term.level.empty()) return term.attribute + (term.negated ? " != " : " = ") + term.level;
    return (term.negated ? "not " : "") + term.attribute;
}

} // namespace

bool names_source(std::string const& condition)
{
    std::string why;
    auto const terms = parse_condition(condition, why);
    return terms &&
           std::any_of(terms->begin(), terms->end(), [](Term const& term) { return term.attribute == "source"; });
}

Renaming::Renaming(Site const& site, std::set<std::string> const& shared, std::vector<std::string> const& others)
    : prefix_{site.name + "/"}
    , first_{first_of(site.pathway)}
    , shared_{shared}
{
    for (auto const& test : site.pathway.tests) tests_.insert(test.name);
    for (auto const& other : others) not_of_others_ = both(not_of_others_, "source != " + other);
}

std::string Renaming::condition(std::string const& text) const
{
    std::string why;
    auto const terms = parse_condition(text, why);
    if (!terms) return text;
    bool changed = false;
    std::string written;
    for (auto term : *terms) {
        if (term.attribute == "source") {
            changed = changed || !term.level.empty();
            rename(term.level);
        } else if (tests_.contains(term.attribute)) {
            changed = true;
            rename(term.attribute);
        }
        written = both(written, text_of(term));
    }
    return changed ? written : text;
}

std::string Renaming::condition_for_all(std::string const& text) const
{
    std::string why;
    auto const terms = parse_condition(text, why);
    auto const is_source = [](Term const& term) { return term.attribute == "source" && !term.negated; };
    bool const here = !names_source(text) || std::any_of(terms->begin(), terms->end(), is_source);
    return both(condition(text), here ? std::string{} : not_of_others_);
}

void Renaming::point(std::string& name) const
{
    if (name != exit_step && name != "arrival") rename(name);
}

void Renaming::resource(std::string& name) const
{
    if (!shared_.contains(name)) rename(name);
}

void Renaming::uses(std::vector<Use>& uses) const
{
    for (auto& use : uses) {
        resource(use.resource);
        for (auto& other : use.instead) resource(other.resource);
        rename(use.skill);
        rename(use.same_as);
        rename(use.not_same_as);
    }
}

void Renaming::narrow(std::string& where) const { where = both(where, not_of_others_); }

template <class Noun>
void Renaming::conditions(Noun& noun) const
{
    if constexpr (requires { noun.where; }) noun.where = condition(noun.where);
    if constexpr (requires { noun.cases; })
        for (auto& one : noun.cases) one.where = condition(one.where);
    if constexpr (requires { noun.luck_name; }) rename(noun.luck_name);
}

void Renaming::operator()(Arrivals& noun) const
{
    rename(noun.name);
    if (noun.to.empty()) noun.to = first_;
    point(noun.to);
    if (noun.appointments) conditions(noun.appointments->no_show);
    for (auto& patient : noun.trace) patient.is = condition(patient.is);
}

void Renaming::operator()(Backlog& noun) const
{
    rename(noun.name);
    point(noun.at);
}

void Renaming::operator()(Test& noun) const
{
    rename(noun.name);
    rename(noun.at);
    noun.condition = condition(noun.condition);
    conditions(noun);
}

void Renaming::operator()(Resource& noun) const
{
    for (auto& skill : noun.skills) rename(skill);
    if (shared_.contains(noun.name)) return;
    if (noun.group.empty()) noun.group = noun.name; // its price and its minutes go by the group
    rename(noun.name);
    if (noun.surge) rename(noun.surge->of);
}

void Renaming::operator()(Session& noun) const
{
    rename(noun.name);
    resource(noun.resource);
}

void Renaming::operator()(Activity& noun) const
{
    rename(noun.name);
    uses(noun.uses);
    rename(noun.session);
    conditions(noun);
    for (auto& rule : noun.priority) conditions(rule);
    if (noun.booking) conditions(*noun.booking);
    for (auto& attendance : noun.attended) resource(attendance.resource);
    for (auto& adjustment : noun.adjustments) conditions(adjustment);
    if (noun.patience) {
        conditions(*noun.patience);
        point(noun.patience->to);
    }
    for (auto& rule : noun.balk) {
        conditions(rule);
        rename(rule.of);
        point(rule.to);
    }
    if (noun.no_show) {
        conditions(noun.no_show->missed);
        conditions(noun.no_show->cancelled);
        point(noun.no_show->to);
    }
}

void Renaming::operator()(Delay& noun) const
{
    rename(noun.name);
    conditions(noun);
}

void Renaming::operator()(Fork& noun) const
{
    rename(noun.name);
    for (auto& branch : noun.branches) point(branch);
    rename(noun.join);
}

void Renaming::operator()(Join& noun) const { rename(noun.name); }

void Renaming::operator()(Stay& noun) const
{
    rename(noun.name);
    uses(noun.uses);
    point(noun.from);
    point(noun.to);
}

void Renaming::operator()(Event& noun) const
{
    rename(noun.name);
    conditions(noun);
    if (noun.from == "arrival") narrow(noun.where);
    point(noun.from);
    point(noun.until);
    point(noun.to);
}

void Renaming::operator()(Downtime& noun) const
{
    rename(noun.name);
    for (auto& name : noun.resources) resource(name);
    conditions(noun);
}

void Renaming::operator()(Route& noun) const
{
    point(noun.from);
    conditions(noun);
    for (auto& branch : noun.to) {
        point(branch.to);
        conditions(branch);
        if (branch.p) conditions(*branch.p);
        if (branch.elapsed) point(branch.elapsed->since);
    }
}

void Renaming::operator()(Interval& noun) const
{
    rename(noun.name);
    conditions(noun);
    if (noun.from == "arrival") narrow(noun.where);
    point(noun.from);
    point(noun.to);
    point(noun.unless);
    for (auto& pause : noun.pauses) {
        point(pause.from);
        point(pause.to);
    }
}

void Renaming::operator()(Outcome& noun) const
{
    rename(noun.name);
    conditions(noun);
    if (noun.at == "arrival" || noun.at == exit_step) narrow(noun.where);
    point(noun.at);
}

void Renaming::operator()(BudgetLine& noun) const { rename(noun.name); }

} // namespace pathecon::pathway::detail
