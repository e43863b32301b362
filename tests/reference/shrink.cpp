// SPDX-License-Identifier: MIT
#include <algorithm>
#include <exception>
#include <optional>
#include <set>
#include <variant>
#include <vector>

#include <fmt/format.h>

#include <pathecon/base/codec.hpp>
#include <pathecon/pathway/check.hpp>
#include <pathecon/pathway/fields.hpp>

#include "engine.hpp"

namespace reference {

using pathecon::base::Value;
namespace pathway = pathecon::pathway;

namespace {

/// Leaves a step out: whoever was led to it goes where its last branch leads, and what names it goes with it.
pathway::Pathway without_step(pathway::Pathway pathway, std::string const& name)
{
    std::string next = pathway::exit_step;
    for (auto const& route : pathway.routes)
        if (route.from == name && !route.to.empty()) next = route.to.back().to;
    if (next == name) next = pathway::exit_step;
    auto const redirect = [&](std::string& to) {
        if (to == name) to = next;
    };
    auto const named = [&](std::string const& point) {
        return point == name || point == name + ".arrive" || point == name + ".start";
    };
    auto const is_it = [&](auto const& noun) { return noun.name == name; };
    bool const was_first = !pathway.activities.empty() && pathway.activities.front().name == name;
    std::erase_if(pathway.activities, is_it);
    std::erase_if(pathway.delays, is_it);
    std::erase_if(pathway.routes, [&](auto const& route) { return route.from == name; });
    std::erase_if(pathway.tests, [&](auto const& test) { return test.at == name; });
    std::erase_if(pathway.stays, [&](auto const& stay) { return stay.from == name || stay.to == name; });
    std::erase_if(pathway.backlogs, [&](auto const& backlog) { return backlog.at == name; });
    std::erase_if(pathway.outcomes, [&](auto const& outcome) { return named(outcome.at); });
    std::erase_if(pathway.events, [&](auto const& event) { return named(event.from) || named(event.until); });
    std::erase_if(pathway.intervals, [&](auto const& i) { return named(i.from) || named(i.to) || named(i.unless); });
    for (auto& route : pathway.routes)
        for (auto& branch : route.to) redirect(branch.to);
    for (auto& event : pathway.events) redirect(event.to);
    for (auto& fork : pathway.forks)
        for (auto& first : fork.branches) redirect(first);
    for (auto& arrivals : pathway.arrivals) redirect(arrivals.to);
    redirect(pathway.first);
    if (was_first && pathway.first.empty() && next != pathway::exit_step) pathway.first = next;
    for (auto& work : pathway.activities) {
        if (work.patience) redirect(work.patience->to);
        if (work.no_show) redirect(work.no_show->to);
        for (auto& rule : work.balk) {
            redirect(rule.to);
            if (rule.of == name) rule.of.clear();
        }
        for (auto& use : work.uses) {
            if (use.same_as == name) use.same_as.clear();
            if (use.not_same_as == name) use.not_same_as.clear();
        }
    }
    for (auto& resource : pathway.resources)
        if (resource.surge && resource.surge->of == name) resource.surge.reset();
    return pathway;
}

/// Leaves out a fork with its branches and its join.
pathway::Pathway without_fork(pathway::Pathway pathway)
{
    auto const fork = pathway.forks.back();
    for (auto const& first : fork.branches)
        for (auto step = first; step != fork.join;) {
            auto const route = std::find_if(pathway.routes.begin(), pathway.routes.end(),
                                            [&](auto const& r) { return r.from == step; });
            auto const next = route == pathway.routes.end() ? fork.join : route->to.front().to;
            pathway = without_step(pathway, step);
            step = next;
        }
    std::string next = pathway::exit_step;
    for (auto const& route : pathway.routes)
        if (route.from == fork.join) next = route.to.back().to;
    pathway.forks.pop_back();
    std::erase_if(pathway.joins, [&](auto const& join) { return join.name == fork.join; });
    for (auto const& name : {fork.name, fork.join}) {
        pathway.routes.push_back({.from = name, .to = {{.to = next}}});
        std::erase_if(pathway.routes,
                      [&](auto const& route) { return route.from == name && &route != &pathway.routes.back(); });
        pathway = without_step(pathway, name);
    }
    return pathway;
}

using Path = std::vector<std::size_t>;

/// Lists the places of a tree, those deep in it last.
void list_places(Value const& value, Path const& here, std::vector<Path>& all)
{
    std::size_t const size = value.items() ? value.items()->size() : value.entries() ? value.entries()->size() : 0;
    for (std::size_t i = size; i-- > 0;) {
        auto next = here;
        next.push_back(i);
        all.push_back(next);
    }
    for (std::size_t i = size; i-- > 0;) {
        auto next = here;
        next.push_back(i);
        list_places(value.items() ? (*value.items())[i] : (*value.entries())[i].value, next, all);
    }
}

/// Takes one place out of a tree; nothing when it is no longer there.
std::optional<Value> without(Value tree, Path const& path)
{
    Value* at = &tree;
    for (std::size_t k = 0; k < path.size(); ++k) {
        std::size_t const i = path[k], size = at->items()     ? at->items()->size()
                                              : at->entries() ? at->entries()->size()
                                                              : 0;
        if (i >= size) return std::nullopt;
        bool const last = k + 1 == path.size();
        if (last && at->items())
            at->items()->erase(at->items()->begin() + static_cast<std::ptrdiff_t>(i));
        else if (last)
            at->entries()->erase(at->entries()->begin() + static_cast<std::ptrdiff_t>(i));
        else
            at = at->items() ? &(*at->items())[i] : &(*at->entries())[i].value;
    }
    return tree;
}

class Shrinking {
public:
    Shrinking(RandomPathway drawn, Fault fault)
        : best_{std::move(drawn)}
        , fault_{fault}
    {}

    RandomPathway run()
    {
        for (bool again = true; again && tried_ < most_tries;) {
            again = false;
            while (shorten() || leave_steps_out() || slow_down()) again = true;
            again = leave_parts_out() || again;
        }
        return best_;
    }

private:
    static constexpr int most_tries = 4000;

    /// Takes the candidate when it is a pathway that still differs.
    bool keep(RandomPathway candidate)
    {
        if (++tried_ > most_tries ||
            (candidate.pathway == best_.pathway && candidate.horizon.window == best_.horizon.window &&
             candidate.horizon.warm_up == best_.horizon.warm_up &&
             candidate.horizon.follow_up == best_.horizon.follow_up))
            return false;
        try {
            if (!pass_check(candidate) || difference(candidate, fault_).empty()) return false;
        } catch (std::exception const&) {
            return false; // no pathway, or one that cannot be told
        }
        best_ = std::move(candidate);
        return true;
    }
    bool keep(pathway::Pathway pathway)
    {
        auto candidate = best_;
        candidate.pathway = std::move(pathway);
        return keep(std::move(candidate));
    }

    bool shorten()
    {
        auto const with = [&](Ticks Horizon::*part, Ticks value) {
            auto candidate = best_;
            if (candidate.horizon.*part == value) return false;
            candidate.horizon.*part = value;
            return keep(std::move(candidate));
        };
        Ticks const hour = pathecon::units::hour.ticks(), window = best_.horizon.window;
        return with(&Horizon::warm_up, 0) || with(&Horizon::follow_up, 0) ||
               with(&Horizon::follow_up, best_.horizon.follow_up / 2) ||
               (window > hour && (with(&Horizon::window, window / 2) || with(&Horizon::window, window / 10 * 9)));
    }

    bool leave_steps_out()
    {
        if (!best_.pathway.forks.empty() && keep(without_fork(best_.pathway))) return true;
        std::vector<std::string> names;
        for (auto const& noun : best_.pathway.activities) names.push_back(noun.name);
        for (auto const& noun : best_.pathway.delays) names.push_back(noun.name);
        return std::any_of(names.begin(), names.end(),
                           [&](auto const& name) { return keep(without_step(best_.pathway, name)); });
    }

    bool slow_down()
    {
        for (std::size_t s = 0; s < best_.pathway.arrivals.size(); ++s) {
            auto slower = best_.pathway;
            auto& rate = slower.arrivals[s].rate;
            if (rate->per_day() < 1) continue;
            rate = *rate * 0.5;
            if (keep(std::move(slower))) return true;
        }
        return false;
    }

    /// Takes every part of its text away that can be spared.
    bool leave_parts_out()
    {
        bool any = false;
        auto tree = pathecon::base::encode(best_.pathway, pathecon::base::Omit::defaults);
        std::vector<Path> places;
        list_places(tree, {}, places);
        for (auto const& path : places) {
            auto const smaller = without(tree, path);
            if (!smaller) continue;
            pathecon::base::Diagnostics faults;
            pathecon::base::Places where;
            auto made = pathecon::base::decode<pathway::Pathway>(*smaller, faults, where);
            if (!faults.ok() || !keep(std::move(made))) continue;
            tree = *smaller;
            any = true;
        }
        return any;
    }

    RandomPathway best_;
    Fault const fault_;
    int tried_ = 0;
};

std::string inline_text(Value const& value)
{
    std::string out;
    if (auto const* items = value.items()) {
        for (auto const& item : *items) out += (out.empty() ? "" : ", ") + inline_text(item);
        return "[" + out + "]";
    }
    if (auto const* entries = value.entries()) {
        for (auto const& entry : *entries)
            out += (out.empty() ? "" : ", ") + entry.key + " = " + inline_text(entry.value);
        return "{ " + out + " }";
    }
    if (auto const* text = value.string()) return "'" + *text + "'";
    return pathecon::base::to_json_text(value);
}

} // namespace

RandomPathway shrink(RandomPathway drawn, Fault fault) { return Shrinking{std::move(drawn), fault}.run(); }

std::string text_of(RandomPathway const& drawn)
{
    auto const days = [](Ticks ticks) { return pathecon::units::Duration::from_ticks(ticks).days(); };
    std::string out = fmt::format("# seed {} replication {} warm_up {} d window {} d follow_up {} d\n", drawn.luck.seed,
                                  drawn.luck.replication, days(drawn.horizon.warm_up), days(drawn.horizon.window),
                                  days(drawn.horizon.follow_up));
    auto const tree = pathecon::base::encode(drawn.pathway, pathecon::base::Omit::defaults);
    for (auto const& entry : *tree.entries()) {
        if (!entry.value.is_list()) {
            out += entry.key + " = " + inline_text(entry.value) + '\n';
            continue;
        }
        for (auto const& noun : *entry.value.items()) {
            out += "[[" + entry.key + "]]\n";
            if (!noun.entries()) {
                out += "# " + inline_text(noun) + '\n';
                continue;
            }
            for (auto const& member : *noun.entries()) out += member.key + " = " + inline_text(member.value) + '\n';
        }
    }
    return out;
}

} // namespace reference
