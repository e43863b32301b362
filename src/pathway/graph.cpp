// SPDX-License-Identifier: MIT
#include "graph.hpp"

#include <algorithm>
#include <deque>

#include <pathecon/base/decode.hpp>
#include <pathecon/base/diagnostic.hpp>

#include "conditions.hpp"

namespace pathecon::pathway::detail {

Graph::Graph(Pathway const& pathway)
{
    auto const add = [&](StepKind kind, std::string const& noun, auto const& list) {
        base::detail::ElementNames element;
        for (int i = 0; auto const& step : list)
            steps_.push_back(
                {.kind = kind, .index = i++, .name = step.name, .path = noun + "/" + element.next(step.name)});
    };
    add(StepKind::activity, "activity", pathway.activities);
    add(StepKind::delay, "delay", pathway.delays);
    add(StepKind::fork, "fork", pathway.forks);
    add(StepKind::join, "join", pathway.joins);
    for (auto const& step : steps_) names_.push_back(step.name);
    names_.emplace_back(exit_step);
    for (int i = 0; auto const& name : names_) by_name_.emplace(name, i++);

    base::detail::ElementNames element;
    for (auto const& route : pathway.routes) {
        auto path = "route/" + element.next(route.from);
        int const from = find_nearest(route.from);
        if (from == nowhere || from == exit() || steps_[static_cast<std::size_t>(from)].route) continue;
        steps_[static_cast<std::size_t>(from)].route = &route;
        steps_[static_cast<std::size_t>(from)].route_path = std::move(path);
    }
    for (auto& step : steps_) {
        auto const add_next = [&](std::string const& name) {
            int const to = find_nearest(name);
            if (std::find(step.next.begin(), step.next.end(), to) == step.next.end())
                step.next.push_back(to == nowhere ? exit() : to);
        };
        if (step.kind == StepKind::fork) {
            auto const& fork = pathway.forks[static_cast<std::size_t>(step.index)];
            ForkShape shape{.fork = find(step.name), .join = find_nearest(fork.join)};
            for (auto const& branch : fork.branches) {
                shape.firsts.push_back(find_nearest(branch));
                add_next(branch);
            }
            forks_.push_back(std::move(shape));
        } else if (step.route) {
            for (auto const& branch : step.route->to) add_next(branch.to);
        }
        if (step.next.empty()) step.next.push_back(exit());
    }
    for (auto const& arrivals : pathway.arrivals) {
        auto const& name = arrivals.to.empty() ? pathway.first : arrivals.to;
        entries_.push_back(name.empty() ? (steps_.empty() ? nowhere : 0) : find_nearest(name));
    }
    for (auto const& backlog : pathway.backlogs) entries_.push_back(find_nearest(backlog.at));
    find_ways(pathway);
    find_branches();
    find_events(pathway);
    find_branches(); // once more: an event may lead into a branch
}

std::string const& Graph::name(int step) const { return names_[static_cast<std::size_t>(step)]; }

int Graph::find(std::string_view name) const
{
    auto const found = by_name_.find(name);
    return found == by_name_.end() ? nowhere : found->second;
}

int Graph::find_nearest(std::string_view name) const
{
    int const found = find(name);
    if (found != nowhere || name.empty()) return found;
    auto const near = base::suggest(name, names_);
    return near.empty() ? nowhere : find(near);
}

ForkShape const* Graph::fork_of(int join) const
{
    ForkShape const* found = nullptr;
    for (auto const& fork : forks_) {
        if (fork.join != join) continue;
        if (found) return nullptr;
        found = &fork;
    }
    return found;
}

std::vector<bool> Graph::reachable_from(std::vector<int> const& starts) const
{
    std::vector<bool> seen(steps_.size() + 1);
    std::vector<int> open;
    auto const visit = [&](int step) {
        if (step == nowhere || seen[static_cast<std::size_t>(step)]) return;
        seen[static_cast<std::size_t>(step)] = true;
        if (step != exit()) open.push_back(step);
    };
    for (int const start : starts) visit(start);
    while (!open.empty()) {
        int const step = open.back();
        open.pop_back();
        for (int const next : steps_[static_cast<std::size_t>(step)].next) visit(next);
    }
    return seen;
}

std::vector<bool> Graph::reaches_exit() const
{
    std::vector<bool> reaches(steps_.size() + 1);
    reaches.back() = true;
    for (bool changed = true; changed;) {
        changed = false;
        for (std::size_t i = steps_.size(); i-- > 0;) {
            if (reaches[i]) continue;
            auto const& next = steps_[i].next;
            reaches[i] =
                std::any_of(next.begin(), next.end(), [&](int to) { return reaches[static_cast<std::size_t>(to)]; });
            changed = changed || reaches[i];
        }
    }
    return reaches;
}

std::vector<int> Graph::way(int from, int to, int avoided) const
{
    std::vector<int> before(steps_.size() + 1, nowhere);
    std::deque<int> open{from};
    while (!open.empty()) {
        int const step = open.front();
        open.pop_front();
        if (step == exit()) continue;
        for (int const next : steps_[static_cast<std::size_t>(step)].next) {
            if (next == to) {
                std::vector<int> found{to, step};
                for (int at = step; at != from;) found.push_back(at = before[static_cast<std::size_t>(at)]);
                std::reverse(found.begin(), found.end());
                return found;
            }
            if (next == from || next == avoided || before[static_cast<std::size_t>(next)] != nowhere) continue;
            before[static_cast<std::size_t>(next)] = step;
            open.push_back(next);
        }
    }
    return {};
}

bool Graph::on_branch(int step) const
{
    return std::any_of(forks_.begin(), forks_.end(),
                       [&](auto const& fork) { return fork.branch_of[static_cast<std::size_t>(step)] != -1; });
}

std::string Graph::text(std::vector<int> const& steps) const
{
    std::string written;
    for (int const step : steps) {
        if (!written.empty()) written += " -> ";
        written += name(step);
    }
    return written;
}

int Graph::in_sequence(int from, int to) const
{
    auto const next_branch = [&](ForkShape const& fork, std::size_t branch) {
        while (branch < fork.firsts.size() && fork.firsts[branch] == fork.join) ++branch;
        return branch < fork.firsts.size() ? fork.firsts[branch] : fork.join;
    };
    if (from != nowhere && steps_[static_cast<std::size_t>(from)].kind == StepKind::fork) {
        auto const found =
            std::find_if(forks_.begin(), forks_.end(), [&](auto const& fork) { return fork.fork == from; });
        return found != forks_.end() && found->well_formed ? next_branch(*found, 0) : exit();
    }
    if (to == exit() || to == nowhere || steps_[static_cast<std::size_t>(to)].kind != StepKind::join) return to;
    auto const* const fork = fork_of(to);
    if (!fork || !fork->well_formed) return exit();
    return next_branch(*fork, static_cast<std::size_t>(fork->branch_of[static_cast<std::size_t>(from)] + 1));
}

void Graph::find_ways(Pathway const& pathway)
{
    for (auto& step : steps_) {
        step.by_route = step.next.size();
        if (step.kind == StepKind::activity) {
            auto const& activity = pathway.activities[static_cast<std::size_t>(step.index)];
            auto const add = [&](Way::Kind kind, std::string const& to, std::size_t rule = 0) {
                step.ways.push_back({.kind = kind, .rule = rule, .to = find_nearest(to)});
                int const next = step.ways.back().to == nowhere ? exit() : step.ways.back().to;
                if (std::find(step.next.begin(), step.next.end(), next) == step.next.end()) step.next.push_back(next);
            };
            if (activity.patience) add(Way::Kind::patience, activity.patience->to);
            for (std::size_t i = 0; i < activity.balk.size(); ++i) add(Way::Kind::balk, activity.balk[i].to, i);
            if (activity.no_show) add(Way::Kind::no_show, activity.no_show->to);
        }
        step.routed = step.next.size();
    }
}

std::vector<bool> Graph::running_of(Event const& event, Pathway const& pathway) const
{
    std::vector<bool> running(steps_.size()), seen(steps_.size());
    auto const from = find_point(event.from, *this), until = find_point(event.until, *this);
    std::vector<int> open;
    auto const come = [&](int step) {
        if (step == nowhere || step == exit() || seen[static_cast<std::size_t>(step)]) return;
        seen[static_cast<std::size_t>(step)] = true;
        running[static_cast<std::size_t>(step)] = until.step != step || !until.arrive;
        open.push_back(step);
    };
    if (from.arrival)
        for (int const entry : entries_) come(entry);
    else if (from.step != nowhere && from.step != exit() && from.done)
        for (int const next : steps_[static_cast<std::size_t>(from.step)].next) come(next);
    else
        come(from.step);
    while (!open.empty()) {
        int const at = open.back();
        open.pop_back();
        auto const& step = steps_[static_cast<std::size_t>(at)];
        auto const n = static_cast<std::size_t>(step.index);
        // Who does not need a step passes none of its points; who leaves its queue passes only its arrival.
        bool const passed_by = (step.kind == StepKind::activity && !pathway.activities[n].where.empty()) ||
                               (step.kind == StepKind::delay && !pathway.delays[n].where.empty());
        if (until.step != at || passed_by) {
            for (int const next : step.next) come(next);
        } else if (!until.arrive) {
            for (auto const& way : step.ways) come(way.to);
        }
    }
    return running;
}

void Graph::find_events(Pathway const& pathway)
{
    running_.resize(pathway.events.size());
    // An event may take patients to where another one is running: again until nothing is new.
    for (bool changed = true; changed;) {
        changed = false;
        for (std::size_t e = 0; e < pathway.events.size(); ++e) {
            auto running = running_of(pathway.events[e], pathway);
            int const to = find_nearest(pathway.events[e].to);
            for (std::size_t i = 0; i < steps_.size(); ++i) {
                auto& next = steps_[i].next;
                int const target = to == nowhere ? exit() : to;
                // That it runs where patients are split is a fault of its own.
                if (!running[i] || on_branch(static_cast<int>(i)) ||
                    std::find(next.begin(), next.end(), target) != next.end())
                    continue;
                next.push_back(target);
                changed = true;
            }
            running_[e] = std::move(running);
        }
    }
}

void Graph::find_branches()
{
    for (auto& fork : forks_) {
        fork.branch_of.assign(steps_.size() + 1, -1);
        bool sound = fork.join != nowhere && fork.join != exit() && fork_of(fork.join) && fork.firsts.size() >= 2 &&
                     steps_[static_cast<std::size_t>(fork.join)].kind == StepKind::join;
        for (std::size_t branch = 0; branch < fork.firsts.size() && sound; ++branch) {
            std::vector<int> open;
            auto const visit = [&](int step) {
                if (step == fork.join) return;
                if (step == nowhere || step == exit() || step == fork.fork) return void(sound = false);
                int& lies_on = fork.branch_of[static_cast<std::size_t>(step)];
                if (lies_on == static_cast<int>(branch)) return;
                if (lies_on != -1) return void(sound = false);
                lies_on = static_cast<int>(branch);
                open.push_back(step);
            };
            visit(fork.firsts[branch]);
            while (!open.empty()) {
                int const step = open.back();
                open.pop_back();
                auto const& at = steps_[static_cast<std::size_t>(step)];
                for (std::size_t i = 0; i < at.routed; ++i) visit(at.next[i]);
            }
        }
        // Nobody may come in from outside: not into a branch, not into the join.
        for (std::size_t i = 0; i < steps_.size() && sound; ++i) {
            if (static_cast<int>(i) == fork.fork) continue;
            int const here = fork.branch_of[i];
            for (std::size_t n = 0; n < (here == -1 ? steps_[i].next.size() : steps_[i].routed); ++n) {
                int const next = steps_[i].next[n];
                if (next == fork.join ? here == -1
                                      : fork.branch_of[static_cast<std::size_t>(next)] != here && here == -1)
                    sound = false;
            }
        }
        for (int const entry : entries_)
            if (entry == fork.join || (entry != nowhere && fork.branch_of[static_cast<std::size_t>(entry)] != -1))
                sound = false;
        fork.well_formed = sound;
    }
}

} // namespace pathecon::pathway::detail
