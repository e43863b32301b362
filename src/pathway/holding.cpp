// SPDX-License-Identifier: MIT
#include <algorithm>
#include <deque>
#include <map>
#include <set>

#include <fmt/format.h>

#include <pathecon/base/decode.hpp>
#include <pathecon/base/number.hpp>

#include "checks.hpp"
#include "codes.hpp"
#include "options.hpp"

namespace pathecon::pathway::detail {

std::vector<bool> held_at(Stay const& stay, Graph const& graph)
{
    std::vector<bool> held(graph.steps().size());
    int const from = graph.find_nearest(stay.from), to = graph.find_nearest(stay.to);
    std::vector<int> open;
    auto const come = [&](int step) {
        if (step == Graph::nowhere || step == graph.exit() || held[static_cast<std::size_t>(step)]) return;
        held[static_cast<std::size_t>(step)] = true;
        open.push_back(step);
    };
    come(from);
    while (!open.empty()) {
        int const at = open.back();
        open.pop_back();
        auto const& step = graph.steps()[static_cast<std::size_t>(at)];
        // Who leaves the queue of `from` holds nothing yet; who leaves that of `to` holds it on.
        if (at == from && at == to) continue;
        if (at == to)
            for (std::size_t i = step.by_route; i < step.next.size(); ++i) come(step.next[i]);
        else
            for (std::size_t i = 0; i < (at == from ? step.by_route : step.next.size()); ++i) come(step.next[i]);
    }
    return held;
}

namespace {

/// Who holds one resource may wait for another: in a circle, all of them may wait for ever.
class WaitFor {
public:
    WaitFor(Pathway const& pathway, Graph const& graph, base::Diagnostics& faults)
        : pathway_{pathway}
        , graph_{graph}
        , faults_{faults}
    {}

    void stays()
    {
        base::detail::ElementNames names;
        for (auto const& stay : pathway_.stays) {
            auto const path = "stay/" + names.next(stay.name);
            int const from = graph_.find(stay.from);
            auto const held = held_at(stay, graph_);
            for (std::size_t i = 0; i < held.size(); ++i) {
                auto const* const activity = activity_at(static_cast<int>(i));
                if (!held[i] || !activity || static_cast<int>(i) == from) continue;
                for (Use const* needed : taken_with(*activity, pathway_))
                    for (auto const& use : stay.uses)
                        add(use, *needed, path,
                            fmt::format("'{{}}' is held by the stay '{}' while '{{}}' is waited for at '{}'", stay.name,
                                        activity->name));
                never_enough(path, stay, *activity);
            }
        }
    }

    /// After a step whose patients stay where they are until there is room.
    void blocking()
    {
        for (std::size_t i = 0; i < graph_.steps().size(); ++i) {
            auto const* const before = activity_at(static_cast<int>(i));
            if (!before || before->uses.empty() || !before->session.empty()) continue;    // what is booked gives back when it ends
            for (int const next : comes_to(static_cast<int>(i))) {
                auto const* const activity = activity_at(next);
                if (!activity || !activity->room || moves_on(*activity)) continue;
                for (auto const& use : before->uses)
                    for (Use const* needed : taken_with(*activity, pathway_))
                        add(use, *needed, graph_.steps()[static_cast<std::size_t>(next)].path + "/room",
                            fmt::format("'{{}}' is held after '{}' until there is room at '{}', which needs '{{}}'",
                                        before->name, activity->name));
            }
        }
    }

    void report() const
    {
        std::set<std::set<Resource const*>> shown;
        for (auto const& edge : edges_) {
            auto const circle = circle_through(edge);
            std::set<Resource const*> who;
            for (auto const* one : circle) who.insert(one->holds);
            if (circle.empty() || !shown.insert(who).second) continue;
            std::string text;
            for (auto const* one : circle) text += (text.empty() ? "" : "; ") + one->why;
            faults_.warning(code::gridlock, edge.path, "patients may block each other for ever: " + text,
                            circle.size() == 1
                                ? "give one of the two a resource of its own, or let some leave the queue"
                                : "take them in one order, all at once, or let some leave the queue");
        }
    }

private:
    struct Edge {
        Resource const *holds, *wants;
        std::string path, why;
    };

    Activity const* activity_at(int step) const
    {
        if (step == graph_.exit() || graph_.steps()[static_cast<std::size_t>(step)].kind != StepKind::activity)
            return nullptr;
        return &pathway_.activities[static_cast<std::size_t>(graph_.steps()[static_cast<std::size_t>(step)].index)];
    }

    void add(Use const& held, Use const& needed, std::string const& path, std::string const& why)
    {
        for (auto const& h : options_of(held, pathway_))
            for (auto const& n : options_of(needed, pathway_)) {
                if (!is_pool(*h.resource) || !is_pool(*n.resource)) continue;
                bool const known = std::any_of(edges_.begin(), edges_.end(), [&](Edge const& e) {
                    return e.holds == h.resource && e.wants == n.resource;
                });
                if (!known)
                    edges_.push_back({h.resource, n.resource, path,
                                      fmt::format(fmt::runtime(why), h.resource->name, n.resource->name)});
            }
    }

    /// The steps that patients may come to right after a step; those who do not need a step pass it.
    std::vector<int> comes_to(int from) const
    {
        std::vector<int> found, open{from};
        std::set<int> seen;
        while (!open.empty()) {
            auto const& step = graph_.steps()[static_cast<std::size_t>(open.back())];
            open.pop_back();
            for (std::size_t i = 0; i < step.by_route; ++i) {
                int const next = step.next[i];
                if (next == graph_.exit() || !seen.insert(next).second) continue;
                found.push_back(next);
                auto const* const activity = activity_at(next);
                if (activity && !base::trim(activity->where).empty()) open.push_back(next);
            }
        }
        return found;
    }

    /// Says whether nobody stays in the queue, or in front of it, for ever.
    static bool moves_on(Activity const& activity)
    {
        if (activity.patience && base::trim(activity.patience->where).empty()) return true;
        return std::any_of(activity.balk.begin(), activity.balk.end(), [&](Balk const& rule) {
            return rule.length <= *activity.room && (rule.of.empty() || rule.of == activity.name) &&
                   base::trim(rule.where).empty() && rule.p->value() >= 1.0;
        });
    }

    /// Reports a step that can never begin because the stay holds what it needs.
    void never_enough(std::string const& path, Stay const& stay, Activity const& activity)
    {
        for (auto const& use : stay.uses)
            for (Use const* needed : taken_with(activity, pathway_)) {
                auto const held = options_of(use, pathway_), wanted = options_of(*needed, pathway_);
                if (held.size() != 1 || wanted.size() != 1 || held[0].resource != wanted[0].resource) continue;
                int const most = most_servers(*held[0].resource);
                if (most > 0 && needed->count <= most && use.count + needed->count > most)
                    faults_.error(code::more_than_exist, path,
                                  fmt::format("holds {} of '{}' while '{}' needs {} more; there are never more than {}",
                                              use.count, use.resource, activity.name, needed->count, most),
                                  "end the stay before, or leave the use out of the activity");
            }
    }

    /// The shortest circle that begins with an edge; empty when there is none.
    std::vector<Edge const*> circle_through(Edge const& start) const
    {
        std::map<Resource const*, Edge const*> by{{start.wants, &start}};
        std::deque<Resource const*> open{start.wants};
        while (!open.empty()) {
            auto const* const at = open.front();
            open.pop_front();
            if (at == start.holds) {
                std::vector<Edge const*> circle;
                for (auto const* edge = by.at(at);; edge = by.at(edge->holds)) {
                    circle.push_back(edge);
                    if (edge == &start) break;
                }
                std::reverse(circle.begin(), circle.end());
                return circle;
            }
            for (auto const& edge : edges_)
                if (edge.holds == at && by.emplace(edge.wants, &edge).second) open.push_back(edge.wants);
        }
        return {};
    }

    Pathway const& pathway_;
    Graph const& graph_;
    base::Diagnostics& faults_;
    std::vector<Edge> edges_;
};

void check_stay(std::string const& path, Stay const& stay, Pathway const& pathway, Graph const& graph,
                base::Diagnostics& faults)
{
    auto const fault = [&](std::string const& at, std::string message, std::string hint) {
        faults.error(code::stay_fault, path + at, std::move(message), std::move(hint));
    };
    if (stay.uses.empty()) fault("/uses", "this stay holds nothing", "write uses = 'bed'");
    auto const* const first = find(pathway.activities, stay.from);
    auto const* const last = find(pathway.activities, stay.to);
    if (!first || !last || first == last) return;
    int const from = graph.find(stay.from), to = graph.find(stay.to);
    if (graph.way(from, to).empty())
        faults.warning(code::stay_fault, path + "/to",
                       fmt::format("nobody comes from '{}' to '{}': what is held is given back only on leaving",
                                   stay.from, stay.to),
                       "end it with an activity that comes later");
    auto const branch = [&](int step) {
        std::vector<int> on;
        for (auto const& fork : graph.forks()) on.push_back(fork.branch_of[static_cast<std::size_t>(step)]);
        return on;
    };
    if (branch(from) != branch(to))
        faults.warning(
            code::stay_fault, path,
            fmt::format("'{}' and '{}' are not on the same branch: what is taken on a branch is given back at "
                        "its join, and what is held before is held until the join",
                        stay.from, stay.to),
            "begin and end it on one branch, or outside the fork");
}

} // namespace

void check_holding(Pathway const& pathway, Graph const& graph, base::Diagnostics& faults)
{
    base::detail::ElementNames stays;
    for (auto const& stay : pathway.stays) check_stay("stay/" + stays.next(stay.name), stay, pathway, graph, faults);
    WaitFor wait_for{pathway, graph, faults};
    wait_for.stays();
    wait_for.blocking();
    wait_for.report();
}

} // namespace pathecon::pathway::detail
