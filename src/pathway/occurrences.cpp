// SPDX-License-Identifier: MIT
#include <algorithm>
#include <set>

#include <fmt/format.h>

#include <pathecon/base/decode.hpp>
#include <pathecon/units/format.hpp>

#include "checks.hpp"
#include "codes.hpp"
#include "options.hpp"

namespace pathecon::pathway::detail {

namespace {

void check_event(std::string const& path, Event const& event, std::vector<bool> const& running, Pathway const& pathway,
                 Graph const& graph, base::Diagnostics& faults)
{
    if (event.from == exit_step)
        faults.error(code::event_fault, path + "/from", "nothing happens to patients who have left",
                     "name the point at which its clock starts");
    if (event.until == "arrival")
        faults.error(code::event_fault, path + "/until", "it would be over before it begins",
                     "name a later point, or 'exit'");
    if (event.from == event.until)
        faults.error(code::event_fault, path + "/until", fmt::format("it ends where it begins, at '{}'", event.from),
                     "name a later point, or 'exit'");
    for (std::size_t i = 0; i < running.size(); ++i) {
        auto const& step = graph.steps()[i];
        auto const* const activity = running[i] ? find(pathway.activities, step.name) : nullptr;
        if (activity && activity->bulk)
            faults.error(code::event_fault, path,
                         fmt::format("may happen at '{}', where patients are served together and end together", step.name),
                         "let it end before ('until'), or begin it behind");
    }
    for (std::size_t i = 0; i < running.size(); ++i) {
        auto const& step = graph.steps()[i];
        if (!running[i] || (step.kind != StepKind::fork && !graph.on_branch(static_cast<int>(i)))) continue;
        faults.error(code::event_fault, path,
                     fmt::format("may happen at '{}', where patients are on several branches at once", step.name),
                     "let it end before the fork ('until'), or begin it behind the join");
        break;
    }
}

void check_downtime(std::string const& path, Downtime const& downtime, Pathway const& pathway,
                    base::Diagnostics& faults)
{
    auto const fault = [&](std::string const& at, std::string message, std::string hint) {
        faults.error(code::downtime_fault, path + at, std::move(message), std::move(hint));
    };
    if (downtime.resources.empty())
        fault("/resources", "this downtime stops nothing", "write resources = [ 'scanner' ]");
    std::set<std::string> seen;
    base::detail::ElementNames names;
    for (auto const& name : downtime.resources) {
        auto const at = "/resources/" + names.next({});
        if (!seen.insert(name).second)
            faults.error(code::name_twice, path + at, fmt::format("'{}' stands twice", name), "name it once");
        auto const* const resource = find(pathway.resources, name);
        if (!resource) continue;
        if (!is_pool(*resource))
            fault(at, fmt::format("'{}' has no rota, so that nobody waits for it, working or not", name),
                  "give it a rota or servers");
        else if (int const most = most_servers(*resource); most > 0 && downtime.servers > most)
            faults.warning(
                code::downtime_fault, path + at,
                fmt::format("{} servers of '{}' fail, there are never more than {}", downtime.servers, name, most),
                "write servers = 0 for all of them");
    }
    auto const nothing = [](TimeDistribution const& time) {
        return why_not(time).empty() && to_distribution(time).mean() <= 0.0;
    };
    if (nothing(downtime.every))
        fault("/every", "it fails again as soon as it works: it is never there", "write every = '30 d'");
    if (nothing(downtime.lasts)) fault("/lasts", "it works again as soon as it fails", "write lasts = '4 h'");
}

void check_elapsed(std::string const& path, Elapsed const& elapsed, base::Diagnostics& faults)
{
    if (elapsed.since == exit_step)
        faults.error(code::elapsed_fault, path + "/since", "no time passes after the exit", "name an earlier point");
    if (!elapsed.at_least && !elapsed.at_most)
        faults.error(code::elapsed_fault, path, "for how long is this way open?",
                     "write at_least = '2 d', at_most = '30 d', or both");
    if (elapsed.at_least && elapsed.at_most && *elapsed.at_most < *elapsed.at_least)
        faults.error(code::elapsed_fault, path + "/at_most",
                     fmt::format("at most {} is less than at least {}: this way is never open",
                                 units::human(*elapsed.at_most), units::human(*elapsed.at_least)),
                     "exchange the two");
}

/// A rule by queues compares activities that wait for somebody on duty, and leaves nothing to chance.
void check_rule(std::string const& path, Route const& route, Pathway const& pathway, base::Diagnostics& faults)
{
    if (route.rule != RouteRule::shortest_queue) return;
    if (route.to.size() == 1)
        faults.warning(code::rule_fault, path + "/rule", "there is one way on: no queue is shorter",
                       "name the others, or leave 'rule' out");
    base::detail::ElementNames branches;
    for (auto const& branch : route.to) {
        auto const at = path + "/to/" + branches.next(branch.to);
        if (branch.p)
            faults.error(code::rule_fault, at + "/p", "the shortest queue is taken, not one by chance",
                         "leave 'p' out, or draw on a step before this one");
        auto const* const activity = find(pathway.activities, branch.to);
        if (activity && activity->bulk)
            faults.error(code::rule_fault, at, fmt::format("'{}' serves several together: how long its queue is says little of how long they wait", branch.to),
                         "leave 'rule' out, or 'bulk'");
        bool const waits = activity && activity->session.empty() && !activity->batch &&
                           std::any_of(activity->uses.begin(), activity->uses.end(), [&](auto const& use) {
                               auto const options = options_of(use, pathway);
                               return !options.empty() && is_pool(*options.front().resource);
                           });
        if (!waits && (activity || branch.to == exit_step || find(pathway.delays, branch.to) || find(pathway.forks, branch.to) || find(pathway.joins, branch.to)))
            faults.error(code::rule_fault, at, fmt::format("nobody waits for a server at '{}': it has no queue to compare", branch.to),
                         "name activities that use a resource with a rota");
    }
}

} // namespace

void check_occurrences(Pathway const& pathway, Graph const& graph, base::Diagnostics& faults)
{
    base::detail::ElementNames events, downtimes, routes;
    for (std::size_t i = 0; i < pathway.events.size(); ++i)
        check_event("event/" + events.next(pathway.events[i].name), pathway.events[i], graph.running()[i], pathway, graph,
                    faults);
    for (auto const& noun : pathway.downtimes)
        check_downtime("downtime/" + downtimes.next(noun.name), noun, pathway, faults);
    for (auto const& route : pathway.routes) {
        auto const path = "route/" + routes.next(route.from);
        check_rule(path, route, pathway, faults);
        base::detail::ElementNames branches;
        for (auto const& branch : route.to)
            if (auto const at = path + "/to/" + branches.next(branch.to); branch.elapsed)
                check_elapsed(at + "/elapsed", *branch.elapsed, faults);
    }
}

} // namespace pathecon::pathway::detail
