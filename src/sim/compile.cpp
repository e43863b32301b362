// SPDX-License-Identifier: MIT
#include <pathecon/sim/compile.hpp>

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include <pathecon/base/contract.hpp>
#include <pathecon/des/moment.hpp>
#include <pathecon/random/luck.hpp>
#include <pathecon/units/duration.hpp>
#include <pathecon/units/week.hpp>

#include "compiler.hpp"

namespace pathecon::sim {

Compiler::Compiler(pathway::Pathway const& pathway) : pathway_(pathway), naming_(pathway, network_) {}

Network Compiler::compile() {
    network_.model = random::tag_of(pathway_.name);
    number_steps();
    add_resources();
    add_steps();
    add_sources();
    add_backlogs();
    add_attributes();
    find_loops();
    add_routes();
    add_rules();
    add_measures();
    add_pool_users();
    find_persons();
    find_short_ways();
    if (naming_.collisions.errors() > 0) throw base::InvalidInput(naming_.collisions);
    return std::move(network_);
}

void Compiler::number_steps() {
    auto const number = [this](std::string const& name) {
        step_of_.emplace(name, static_cast<Index>(network_.labels.steps.size()));
        entry_of_.emplace(name, static_cast<Index>(network_.labels.steps.size()));
        network_.labels.steps.push_back(name);
        network_.steps.emplace_back().label = static_cast<Index>(network_.labels.steps.size() - 1);
    };
    for (auto const& activity : pathway_.activities) number(activity.name);
    for (auto const& delay : pathway_.delays) number(delay.name);
    for (auto const& fork : pathway_.forks) number(fork.name);
    for (auto const& join : pathway_.joins) number(join.name);
    for (auto const& activity : pathway_.activities)
        if (activity.booking) {
            number(booking_name(activity.name));
            entry_of_[activity.name] = step_of_.at(booking_name(activity.name));
        }
}

Range Compiler::take_priorities(pathway::Activity const& activity, StepNode& node) {
    std::set<std::int32_t> levels{usual_level};
    for (auto const& rule : activity.priority) levels.insert(rule.level);
    node.first_line = static_cast<Index>(network_.line_levels.size());
    node.lines = static_cast<Index>(levels.size());
    node.usual_line = static_cast<Index>(std::distance(levels.begin(), levels.find(usual_level)));
    for (std::int32_t const level : levels) {
        network_.line_levels.push_back(level);
        network_.labels.classes.push_back({static_cast<std::int32_t>(node.label), level});
    }
    return append(network_.priorities, activity.priority, [&](pathway::Priority const& rule) {
        return PriorityNode{naming_.condition(rule.where), static_cast<Index>(std::distance(levels.begin(), levels.find(rule.level)))};
    });
}

void Compiler::add_steps() {
    for (auto const& activity : pathway_.activities) add_activity(activity);
    for (auto const& delay : pathway_.delays) {
        StepNode& node = network_.steps[step_of_.at(delay.name)];
        node.where = naming_.condition(delay.where);
        node.takes = naming_.times(delay.takes, delay.cases);
        node.takes_decision = naming_.decision((delay.luck_name.empty() ? delay.name : delay.luck_name) + "/takes");
        node.one_law = is_one_law(node.takes);
    }
    Index branch_number = 1;
    for (auto const& fork : pathway_.forks) {
        StepNode& node = network_.steps[step_of_.at(fork.name)];
        node.kind = StepKind::fork;
        node.forked = append(network_.fork_steps, fork.branches, [this](std::string const& first) { return entry_of_.at(first); });
        node.join = step_of_.at(fork.join);
        node.first_branch = static_cast<std::uint8_t>(branch_number);
        branch_number += static_cast<Index>(fork.branches.size());
        if (branch_number > des::max_branches)
            naming_.collisions.error(311, "fork/" + fork.name, fmt::format("there are more than {} branches of forks", des::max_branches - 1),
                                     "join some of the parallel branches into one");
    }
    for (auto const& join : pathway_.joins) network_.steps[step_of_.at(join.name)].kind = StepKind::join;
}

void Compiler::add_activity(pathway::Activity const& activity) {
    std::string const& luck = activity.luck_name.empty() ? activity.name : activity.luck_name;
    Index const step = step_of_.at(activity.name);
    StepNode node = network_.steps[step];
    node.where = naming_.condition(activity.where);
    node.takes = naming_.times(activity.takes, activity.cases);
    node.takes_decision = naming_.decision(luck + "/takes");
    node.one_law = is_one_law(node.takes);
    node.adjustments = append(network_.adjustments, activity.adjustments, [this](pathway::Adjustment const& a) {
        return AdjustmentNode{naming_.condition(a.where), a.share.value.value(),
                              naming_.decision(a.luck_name.empty() ? a.tool + "/use" : a.luck_name), a.by.value, a.add.value.ticks()};
    });
    std::vector<UseNode> uses;
    std::vector<AttendanceNode> attended;
    for (auto const& use : activity.uses) {
        if (auto const options = options_of(use); !options.empty()) uses.push_back({options.front().pool, use.count});
        else attended.push_back({resource_of_.at(use.resource), static_cast<double>(use.count), -1});
    }
    for (auto const& a : activity.attended)
        attended.push_back({resource_of_.at(a.resource), a.people.value, a.time ? a.time->value.ticks() : Ticks{-1}});
    node.uses = append(network_.uses, uses, [](UseNode const& use) { return use; });
    node.attended = append(network_.attended, attended, [](AttendanceNode const& a) { return a; });
    if (!activity.session.empty()) {
        node.kind = StepKind::timed;
        node.timetable = timetable_of_.at(activity.session);
    } else if (activity.batch) {
        node.kind = StepKind::timed;
        node.timetable = add_meeting(activity);
    } else if (!uses.empty()) {
        node.kind = StepKind::work;
    }
    if (node.kind != StepKind::pass) node.priorities = take_priorities(activity, node);
    network_.steps[step] = node;
    if (!activity.booking) return;
    StepNode& booking = network_.steps[step_of_.at(booking_name(activity.name))];
    booking.where = node.where;
    booking.takes = naming_.times(activity.booking->lag, activity.booking->cases);
    booking.takes_decision = naming_.decision(luck + "/booking");
    booking.one_law = is_one_law(booking.takes);
    booking.branches = append(network_.branches, std::vector<Index>{step}, [](Index to) {
        BranchNode branch;
        branch.step = to;
        return branch;
    });
}

/// Finds the steps that a patient can pass more than once; only these need a counter.
void Compiler::find_loops() {
    std::size_t const n = network_.steps.size();
    std::vector<std::set<Index>> next(n);
    auto const way = [&](Index from, std::string const& to) {
        if (to != pathway::exit_step) next[from].insert(entry_of_.at(to));
    };
    for (auto const& route : pathway_.routes)
        for (auto const& branch : route.to) way(step_of_.at(route.from), branch.to);
    for (auto const& activity : pathway_.activities) {
        Index const from = step_of_.at(activity.name);
        if (activity.patience) way(from, activity.patience->to);
        if (activity.no_show) way(from, activity.no_show->to);
        for (auto const& balk : activity.balk) way(from, balk.to);
    }
    for (auto const& event : pathway_.events)
        for (Index from = 0; from < n; ++from) way(from, event.to);
    for (auto const& activity : pathway_.activities)
        if (activity.booking) next[entry_of_.at(activity.name)].insert(step_of_.at(activity.name));
    for (auto const& fork : pathway_.forks)
        for (auto const& first : fork.branches) next[step_of_.at(fork.name)].insert(entry_of_.at(first));
    for (Index start = 0; start < n; ++start) {
        std::vector<Index> todo(next[start].begin(), next[start].end());
        std::set<Index> seen(todo.begin(), todo.end());
        while (!todo.empty() && !seen.contains(start)) {
            Index const step = todo.back();
            todo.pop_back();
            for (Index const to : next[step])
                if (seen.insert(to).second) todo.push_back(to);
        }
        if (seen.contains(start)) network_.steps[start].visit_slot = network_.visit_slots++;
    }
}

void Compiler::add_routes() {
    for (auto const& route : pathway_.routes) {
        StepNode& node = network_.steps[step_of_.at(route.from)];
        node.route_decision = naming_.decision((route.luck_name.empty() ? route.from : route.luck_name) + "/route");
        node.branches = append(network_.branches, route.to, [&](pathway::Branch const& branch) {
            BranchNode made;
            made.where = naming_.condition(branch.where);
            if (branch.p) made.chance = naming_.chance(*branch.p);
            // Luck lies below 1: it need not be asked about what is certain.
            made.certain = !branch.p || (made.chance.cases.empty() && made.chance.p >= 1);
            made.step = step_or_exit(branch.to);
            if (branch.elapsed) {
                made.stamp = stamp_of(branch.elapsed->since);
                if (branch.elapsed->at_least) made.at_least = branch.elapsed->at_least->ticks();
                if (branch.elapsed->at_most) made.at_most = branch.elapsed->at_most->ticks();
            }
            if (branch.most > 0) {
                made.most = static_cast<std::uint16_t>(std::min(branch.most, 0xFFFF));
                made.visit_slot = network_.visit_slots++;
            }
            if (!branch.open.shifts.empty()) made.timeline = add_timeline(branch.open);
            if (route.rule == pathway::RouteRule::shortest_queue) made.queue = step_of_.at(branch.to);
            network_.ruled = network_.ruled || branch.elapsed || branch.most > 0 || made.timeline != none || made.queue != none;
            return made;
        });
    }
}

void Compiler::add_pool_users() {
    for (Index p = 0; p < network_.pools.size(); ++p) {
        std::vector<Index> users;
        bool simple = true;
        for (Index s = 0; s < network_.steps.size(); ++s) {
            // Who takes it with a place is never called by the pool.
            if (network_.steps[s].kind == StepKind::timed) {
                simple = simple && !may_need(network_.steps[s], p);
                continue;
            }
            Range const uses = network_.steps[s].uses;
            bool used = false;
            for (Index u = uses.begin; u < uses.end; ++u)
                if (network_.uses[u].pool == p) {
                    used = true;
                    simple = simple && uses.end - uses.begin == 1 && network_.uses[u].count == 1;
                }
            if (used || may_need(network_.steps[s], p)) users.push_back(s);
        }
        network_.pools[p].simple = simple && users.size() == 1;
        network_.pools[p].users = append(network_.pool_users, users, [](Index step) { return step; });
    }
}

/// Says of each step what the loop need not look for there.
void Compiler::find_short_ways() {
    for (StepNode& step : network_.steps) {
        bool const marked = std::any_of(step.marks.begin(), step.marks.end(), [](Range marks) { return !marks.empty(); });
        step.bare = step.where.always() && step.visit_slot == none && step.adjustments.empty() && step.attended.empty() && step.tests.empty() && !marked;
        step.one_way = step.branches.empty();
        if (!step.branches.empty()) {
            BranchNode const& first = network_.branches[step.branches.begin];
            step.one_way = first.certain && first.where.always() && first.stamp == none && first.most == 0 && first.timeline == none && first.queue == none;
            step.way = step.one_way ? first.step : none;
        }
        RuleNode const& rules = network_.rules[step.rules];
        step.plain = step.kind == StepKind::work && rules.one_need && network_.pools[rules.pool].simple && !rules.choosy && !rules.may_block &&
                     rules.room < 0 && rules.balks.empty() && rules.ageing == 0 && rules.stays_to == 0 && rules.bulk == none;
    }
}

Network compile(pathway::Checked<pathway::Pathway> const& pathway) { return Compiler{*pathway}.compile(); }

} // namespace pathecon::sim
