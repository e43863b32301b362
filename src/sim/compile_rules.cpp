// SPDX-License-Identifier: MIT
#include <algorithm>
#include <set>

#include <fmt/format.h>

#include <pathecon/des/moment.hpp>
#include <pathecon/sim/token.hpp>
#include <pathecon/units/duration.hpp>

#include "compiler.hpp"

namespace pathecon::sim {

Index Compiler::step_or_exit(std::string const& to) const { return to == pathway::exit_step ? none : entry_of_.at(to); }

/// Points since whose first passage time counts.
Index Compiler::stamp_of(std::string const& point) {
    auto const [found, fresh] = stamp_.emplace(point, network_.stamps);
    network_.stamps += fresh;
    return found->second;
}

/// Returns the pools that may serve a use, the preferred first; none where nobody is ever waited for.
std::vector<OptionNode> Compiler::options_of(pathway::Use const& use) const {
    std::vector<OptionNode> options;
    auto const add = [&](std::string const& resource, double by) {
        if (auto const pool = pool_of_.find(resource); pool != pool_of_.end()) options.push_back({pool->second, by});
    };
    if (use.skill.empty()) add(use.resource, 1.0);
    else
        for (auto const& resource : pathway_.resources)
            if (std::find(resource.skills.begin(), resource.skills.end(), use.skill) != resource.skills.end()) add(resource.name, 1.0);
    for (auto const& other : use.instead) add(other.resource, other.by.value);
    return options;
}

/// Adds what a step or a stay holds. `plain` becomes false when it is more than one resource, anybody of it.
Range Compiler::add_needs(std::vector<pathway::Use> const& uses, bool& plain) {
    std::vector<NeedNode> made;
    for (auto const& use : uses) {
        auto const options = options_of(use);
        if (options.empty()) continue;
        NeedNode need;
        need.options = append(network_.options, options, [](OptionNode const& option) { return option; });
        need.count = use.count;
        if (!use.same_as.empty()) need.same_as = memory_of(use.same_as);
        if (!use.not_same_as.empty()) need.not_same_as = memory_of(use.not_same_as);
        if (options.size() > 16)
            naming_.collisions.error(311, "use/" + (use.skill.empty() ? use.resource : use.skill), "there are more than 16 alternatives",
                                     "make resources that do the same work one resource");
        plain = plain && options.size() == 1 && options.front().by == 1 && need.same_as == none && need.not_same_as == none;
        made.push_back(need);
    }
    return append(network_.needs, made, [](NeedNode const& need) { return need; });
}

Index Compiler::memory_of(std::string const& activity) {
    auto const [found, fresh] = memory_.emplace(activity, network_.memory_slots);
    network_.memory_slots += fresh;
    return found->second;
}

/// Every step where patients wait has rules of its own, though most say nothing.
void Compiler::add_rules() {
    for (auto const& activity : pathway_.activities) add_rules_of(activity);
    for (auto const& [activity, slot] : memory_) {
        network_.rules[network_.steps[step_of_.at(activity)].rules].memory = slot;
        network_.ruled = true;
    }
    add_stays();
    for (auto const& activity : pathway_.activities) {
        StepNode const& node = network_.steps[step_of_.at(activity.name)];
        RuleNode& rules = network_.rules[node.rules];
        rules.one_need = rules.one_need && rules.stays_from == 0;
        rules.choosy = rules.choosy || rules.stays_from != 0;
        std::size_t needs = rules.needs.end - rules.needs.begin;
        for (std::size_t stay = 0; stay < network_.stays.size(); ++stay)
            if ((rules.stays_from >> stay & 1) != 0) needs += network_.stays[stay].needs.end - network_.stays[stay].needs.begin;
        if (needs > Extra::most_needs)
            naming_.collisions.error(311, "activity/" + activity.name,
                                     fmt::format("it takes {} resources at once; the engine holds {}", needs, Extra::most_needs),
                                     "make resources that are always taken together one resource");
    }
    add_events();
    add_downtimes();
    add_surges();
    find_blocking();
}

void Compiler::add_rules_of(pathway::Activity const& activity) {
    std::string const luck = activity.luck_name.empty() ? activity.name : activity.luck_name;
    Index const step = step_of_.at(activity.name);
    RuleNode rules;
    bool plain = true;
    bool const booked = network_.steps[step].kind == StepKind::timed;
    if (booked || network_.steps[step].kind == StepKind::work) rules.needs = add_needs(activity.uses, plain);
    for (Index n = rules.needs.begin; n < rules.needs.end; ++n) {
        NeedNode const& need = network_.needs[n];
        rules.personal = rules.personal || need.same_as != none || need.not_same_as != none;
        rules.choosy = rules.choosy || rules.personal;
        rules.preemptive = rules.preemptive || (!booked && network_.pools[network_.options[need.options.begin].pool].preemption != InHand::finish);
    }
    rules.one_need = plain && !booked && rules.needs.end - rules.needs.begin == 1;
    bool special = !plain || (booked && !rules.needs.empty());
    if (activity.patience) {
        PatienceNode patience;
        patience.where = naming_.condition(activity.patience->where);
        patience.after = naming_.times(activity.patience->after, activity.patience->cases);
        patience.decision = naming_.decision(luck + "/patience");
        patience.to = step_or_exit(activity.patience->to);
        patience.one_law = is_one_law(patience.after);
        rules.patience = static_cast<Index>(network_.patiences.size());
        network_.patiences.push_back(patience);
        special = true;
    }
    if (!activity.balk.empty()) {
        rules.balk_decision = naming_.decision(luck + "/balk");
        rules.balks = append(network_.balks, activity.balk, [&](pathway::Balk const& balk) {
            return BalkNode{naming_.condition(balk.where), balk.length, balk.of.empty() ? step : step_of_.at(balk.of),
                            balk.p.value.value(), step_or_exit(balk.to)};
        });
        special = true;
    }
    if (activity.no_show) {
        NoShowNode no_show;
        no_show.missed = naming_.chance(activity.no_show->missed);
        no_show.cancelled = naming_.chance(activity.no_show->cancelled);
        no_show.decision = naming_.decision(luck + "/attends");
        no_show.rebooked = static_cast<std::uint16_t>(std::min(activity.no_show->rebooked, 0xFFFE));
        no_show.to = step_or_exit(activity.no_show->to);
        rules.no_show = static_cast<Index>(network_.no_shows.size());
        network_.no_shows.push_back(no_show);
        special = true;
    }
    if (activity.room) {
        rules.room = *activity.room;
        rules.blocked_line = static_cast<Index>(network_.line_levels.size());
        network_.line_levels.push_back(usual_level);
        network_.labels.classes.push_back({static_cast<std::int32_t>(network_.steps[step].label), usual_level});
        special = true;
    }
    if (activity.ageing) {
        rules.ageing = activity.ageing->ticks();
        special = true;
    }
    if (activity.order == pathway::QueueOrder::last) rules.turn = Turn::last;
    if (activity.order == pathway::QueueOrder::random) {
        rules.turn = Turn::random;
        rules.turn_decision = naming_.decision(luck + "/turn");
    }
    if (activity.bulk) {
        rules.bulk = static_cast<Index>(network_.bulks.size());
        network_.bulks.push_back({activity.bulk->most, activity.bulk->least, activity.bulk->wait ? activity.bulk->wait->ticks() : 0});
    }
    special = special || rules.turn != Turn::first || rules.bulk != none;
    network_.steps[step].rules = static_cast<Index>(network_.rules.size());
    network_.rules.push_back(rules);
    network_.ruled = network_.ruled || special;
}

void Compiler::add_stays() {
    for (auto const& stay : pathway_.stays) {
        if (network_.stays.size() == 64) {
            naming_.collisions.error(311, "stay/" + stay.name, "there are more than 64 stays", "make stays that begin and end together one stay");
            return;
        }
        std::uint64_t const bit = std::uint64_t{1} << network_.stays.size();
        bool plain = true;
        network_.labels.stays.push_back(stay.name);
        network_.stays.push_back({add_needs(stay.uses, plain), static_cast<Index>(network_.stays.size())});
        StepNode& first = network_.steps[step_of_.at(stay.from)];
        // Work that needs nobody still waits for what the stay takes.
        if (first.kind == StepKind::pass) {
            first.kind = StepKind::work;
            auto const found = std::find_if(pathway_.activities.begin(), pathway_.activities.end(), [&](auto const& a) { return a.name == stay.from; });
            first.priorities = take_priorities(*found, first);
        }
        network_.rules[first.rules].stays_from |= bit;
        network_.rules[network_.steps[step_of_.at(stay.to)].rules].stays_to |= bit;
        network_.ruled = true;
    }
}

void Compiler::add_events() {
    for (auto const& event : pathway_.events) {
        EventNode node;
        node.where = naming_.condition(event.where);
        node.after = naming_.times(event.after, event.cases);
        node.decision = naming_.decision("event/" + (event.luck_name.empty() ? event.name : event.luck_name));
        node.to = step_or_exit(event.to);
        network_.events.push_back(node);
        network_.labels.events.push_back(event.name);
        network_.ruled = true;
    }
    // Two events of one patient at one instant go by their numbers, which share the place of a branch's.
    if (network_.events.size() > des::max_branches)
        naming_.collisions.error(311, "event", fmt::format("there are {} events; the engine holds {}", network_.events.size(), des::max_branches),
                                 "make events that lead to the same step one event");
}

/// Finds the steps whose servers may be held on because what comes directly after them has limited room.
void Compiler::find_blocking() {
    for (StepNode& node : network_.steps) {
        if (node.kind != StepKind::work || network_.rules[node.rules].needs.empty()) continue;
        std::vector<Index> todo;
        std::set<Index> seen;
        auto const add_ways = [&](StepNode const& from) {
            for (Index b = from.branches.begin; b < from.branches.end; ++b)
                if (Index const to = network_.branches[b].step; to != none && seen.insert(to).second) todo.push_back(to);
        };
        add_ways(node);
        while (!todo.empty()) {
            StepNode const& next = network_.steps[todo.back()];
            todo.pop_back();
            if (network_.rules[next.rules].room >= 0) network_.rules[node.rules].may_block = true;
            if (!next.where.always()) add_ways(next);    // those who do not need it pass it at once
        }
    }
}

/// Whether a step may hold a pool, by any alternative or by a stay that begins with it.
bool Compiler::may_need(StepNode const& step, Index pool) const {
    RuleNode const& rules = network_.rules[step.rules];
    auto const any = [&](Range needs) {
        for (Index n = needs.begin; n < needs.end; ++n)
            for (Index o = network_.needs[n].options.begin; o < network_.needs[n].options.end; ++o)
                if (network_.options[o].pool == pool) return true;
        return false;
    };
    if (any(rules.needs)) return true;
    for (std::size_t stay = 0; stay < network_.stays.size(); ++stay)
        if ((rules.stays_from >> stay & 1) != 0 && any(network_.stays[stay].needs)) return true;
    return false;
}

/// Finds the pools of which it matters who serves, and those whose patients all have one of the pool's own calendar slots.
void Compiler::find_persons() {
    auto const mark = [&](Range options) {
        for (Index o = options.begin; o < options.end; ++o) network_.pools[network_.options[o].pool].persons = true;
    };
    for (StepNode const& step : network_.steps) {
        RuleNode const& rules = network_.rules[step.rules];
        for (Index n = rules.needs.begin; n < rules.needs.end; ++n) {
            NeedNode const& need = network_.needs[n];
            if (need.same_as != none || need.not_same_as != none || (rules.memory != none && n == rules.needs.begin)) mark(need.options);
            if (n == rules.needs.begin) continue;
            for (Index o = need.options.begin; o < need.options.end; ++o) network_.pools[network_.options[o].pool].primary = false;
        }
        // Work that only a stay's beds do has a slot of theirs, but holds nothing by the step that could be taken away.
        if (!rules.needs.empty()) continue;
        for (std::size_t stay = 0; stay < network_.stays.size(); ++stay)
            if ((rules.stays_from >> stay & 1) != 0) {
                Range const needs = network_.stays[stay].needs;
                for (Index n = needs.begin; n < needs.end; ++n)
                    for (Index o = network_.needs[n].options.begin; o < network_.needs[n].options.end; ++o)
                        network_.pools[network_.options[o].pool].primary = false;
            }
    }
    for (StepNode const& step : network_.steps) {
        RuleNode& rules = network_.rules[step.rules];
        for (Index n = rules.needs.begin; n < rules.needs.end; ++n)
            for (Index o = network_.needs[n].options.begin; o < network_.needs[n].options.end; ++o)
                rules.one_need = rules.one_need && !network_.pools[network_.options[o].pool].persons;
        if (!rules.one_need) continue;
        rules.pool = network_.options[network_.needs[rules.needs.begin].options.begin].pool;
        rules.count = network_.needs[rules.needs.begin].count;
    }
}

} // namespace pathecon::sim
