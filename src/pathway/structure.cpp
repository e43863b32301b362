// SPDX-License-Identifier: MIT
#include <algorithm>
#include <set>

#include <fmt/format.h>

#include <pathecon/base/decode.hpp>

#include "checks.hpp"
#include "codes.hpp"

namespace pathecon::pathway::detail {

namespace {

void check_routes(Pathway const& pathway, Graph const& graph, base::Diagnostics& faults)
{
    std::set<std::string> from;
    base::detail::ElementNames routes;
    for (auto const& route : pathway.routes) {
        auto const path = "route/" + routes.next(route.from);
        int const step = graph.find(route.from);
        if (step == graph.exit())
            faults.error(code::route_to_nowhere, path + "/from", "nobody comes back from the exit");
        else if (step == Graph::nowhere)
            faults.error(code::route_to_nowhere, path + "/from", fmt::format("no step has the name '{}'", route.from),
                         base::did_you_mean(route.from, graph.names()));
        else if (graph.steps()[static_cast<std::size_t>(step)].kind == StepKind::fork)
            faults.error(code::fork_malformed, path,
                         fmt::format("a fork leads to its branches, but '{}' has a route as well", route.from),
                         "let the route start from its join");
        if (step != Graph::nowhere && !from.insert(route.from).second)
            faults.error(code::route_twice, path, fmt::format("a second route from '{}'", route.from),
                         "put its branches into the first");
        if (route.to.empty())
            faults.error(code::route_to_nowhere, path + "/to", "this route has no branches", "write to = 'exit'");
        base::detail::ElementNames branches;
        for (auto const& branch : route.to) {
            auto const at = path + "/to/" + branches.next(branch.to);
            if (graph.find(branch.to) == Graph::nowhere)
                faults.error(code::route_to_nowhere, at, fmt::format("leads to '{}', which is no step", branch.to),
                             base::did_you_mean(branch.to, graph.names()));
        }
    }
}

void check_branches(Fork const& fork, ForkShape const& shape, std::string const& path, Graph const& graph,
                    base::Diagnostics& faults)
{
    auto const before = faults.errors();
    auto const fault = [&](std::string const& at, std::string message, std::string hint = {}) {
        faults.error(code::fork_malformed, path + at, std::move(message), std::move(hint));
    };
    auto const& steps = graph.steps();
    int const join = graph.find(fork.join);
    if (join == Graph::nowhere || join == graph.exit() || steps[static_cast<std::size_t>(join)].kind != StepKind::join)
        return fault("/join", fmt::format("'{}' is no join", fork.join), base::did_you_mean(fork.join, graph.names()));
    if (!graph.fork_of(join))
        fault("/join", fmt::format("the join '{}' belongs to several forks", fork.join), "give each fork its own join");
    if (fork.branches.size() < 2)
        fault("/branches", fmt::format("{} branches; a fork has two or more", fork.branches.size()));
    base::detail::ElementNames names;
    std::vector<int> firsts;
    for (auto const& branch : fork.branches) {
        auto const at = "/branches/" + names.next({});
        int const first = graph.find(branch);
        if (first == Graph::nowhere) {
            fault(at, fmt::format("no step has the name '{}'", branch), base::did_you_mean(branch, graph.names()));
            continue;
        }
        if (first == join) continue;
        if (std::find(firsts.begin(), firsts.end(), first) != firsts.end())
            fault(at, fmt::format("'{}' starts two branches", branch));
        firsts.push_back(first);
        if (first == graph.exit())
            fault(at, "a branch leads to its join, this one to the exit");
        else if (auto const way = graph.way(first, graph.exit(), join); !way.empty())
            fault(at, fmt::format("a branch leads to its join and nowhere else, this one to the exit: {}",
                                  graph.text(way)));
        else if (graph.way(first, join).empty())
            fault(at, fmt::format("this branch never comes to the join '{}'", fork.join));
    }
    if (!shape.well_formed && faults.errors() == before)
        fault("", "its branches share steps with each other or with the way around it",
              fmt::format("a step between '{}' and '{}' lies on one branch and is entered from there alone", fork.name,
                          fork.join));
}

void check_forks(Pathway const& pathway, Graph const& graph, base::Diagnostics& faults)
{
    base::detail::ElementNames forks, joins;
    for (std::size_t i = 0; i < pathway.forks.size(); ++i)
        check_branches(pathway.forks[i], graph.forks()[i], "fork/" + forks.next(pathway.forks[i].name), graph, faults);
    for (auto const& join : pathway.joins) {
        auto const path = "join/" + joins.next(join.name);
        int const step = graph.find(join.name);
        if (std::none_of(graph.forks().begin(), graph.forks().end(),
                         [&](auto const& fork) { return fork.join == step; }))
            faults.error(code::fork_malformed, path, fmt::format("no fork leads to the join '{}'", join.name),
                         "name it as 'join' of a fork");
    }
}

/// The cycle that patients go round when they come from `start` and never reach the exit.
std::vector<int> cycle_from(int start, Graph const& graph)
{
    auto const reached = graph.reachable_from({start});
    for (int step = 0; step < graph.exit(); ++step)
        if (reached[static_cast<std::size_t>(step)])
            if (auto const way = graph.way(step, step); !way.empty()) return way;
    return {};
}

void check_ways(Graph const& graph, base::Diagnostics& faults)
{
    auto const reached = graph.reachable_from(graph.entries());
    auto const leaves = graph.reaches_exit();
    std::set<std::string> shown;
    for (int i = 0; i < graph.exit(); ++i) {
        auto const n = static_cast<std::size_t>(i);
        auto const& step = graph.steps()[n];
        if (!reached[n] && !graph.entries().empty() && step.kind != StepKind::join)
            faults.error(code::unreachable, step.path, fmt::format("no way leads to '{}'", step.name),
                         "name it in a route or as the first step of an arrival, or take it out");
        if (!reached[n] || leaves[n]) continue;
        auto const cycle = cycle_from(i, graph);
        if (cycle.empty() || !shown.insert(graph.text(cycle)).second) continue;
        faults.error(code::no_way_out, graph.steps()[static_cast<std::size_t>(cycle.front())].path,
                     "patients who come here never leave: " + graph.text(cycle),
                     "add a branch that leads on or to 'exit'");
    }
}

} // namespace

void check_structure(Pathway const& pathway, Graph const& graph, base::Diagnostics& faults)
{
    check_routes(pathway, graph, faults);
    check_forks(pathway, graph, faults);
    check_ways(graph, faults);
}

} // namespace pathecon::pathway::detail
