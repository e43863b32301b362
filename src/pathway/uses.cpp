// SPDX-License-Identifier: MIT
#include <algorithm>
#include <set>

#include <fmt/format.h>

#include <pathecon/base/decode.hpp>

#include "checks.hpp"
#include "codes.hpp"
#include "options.hpp"

namespace pathecon::pathway::detail {

namespace {

bool constrained(Use const& use) { return !use.same_as.empty() || !use.not_same_as.empty(); }

class Uses {
public:
    Uses(Pathway const& pathway, Graph const& graph, base::Diagnostics& faults)
        : pathway_{pathway}
        , graph_{graph}
        , faults_{faults}
    {}

    void activity(std::string const& path, Activity const& noun)
    {
        each(path, noun.uses, true);
        base::detail::ElementNames names;
        auto const* const session = find(pathway_.sessions, noun.session);
        for (auto const& use : noun.uses) {
            auto const options = options_of(use, pathway_);
            if (session && std::any_of(options.begin(), options.end(), [&](auto const& o) { return o.resource->name == session->resource; }))
                fault(path + "/uses", fmt::format("'{}' runs the lists of '{}': it is there already, and would be counted twice", session->resource, session->name),
                      "leave it out of 'uses'");
        }
        for (auto const& use : noun.uses)
            if (auto const at = path + "/uses/" + names.next(use.resource); constrained(use)) person(at, use, noun);
    }
    void stay(std::string const& path, Stay const& noun)
    {
        each(path, noun.uses, false);
        base::detail::ElementNames names;
        for (auto const& use : noun.uses) {
            auto const at = path + "/uses/" + names.next(use.resource);
            if (constrained(use))
                fault(at, "who holds a stay is not chosen by who did something before",
                      "leave 'same_as' and 'not_same_as' out, or put the use into an activity");
            for (auto const& option : options_of(use, pathway_)) must_wait(at, *option.resource, "a stay");
            for (auto const& other : use.instead)
                if (*other.by != 1.0)
                    fault(at + "/instead",
                          fmt::format("a stay lasts from step to step: '{}' cannot make it {} times "
                                      "as long",
                                      other.resource, *other.by),
                          "leave 'by' out");
        }
    }

private:
    void fault(std::string const& at, std::string message, std::string hint)
    {
        faults_.error(code::use_fault, at, std::move(message), std::move(hint));
    }

    void must_wait(std::string const& at, Resource const& resource, std::string_view what)
    {
        if (!is_pool(resource))
            fault(
                at,
                fmt::format("{} is waited for, but '{}' has no rota, so that it is always there", what, resource.name),
                fmt::format("give '{}' a rota or servers", resource.name));
    }

    /// Checks what a use may take.
    void each(std::string const& path, std::vector<Use> const& uses, bool timed)
    {
        base::detail::ElementNames names;
        std::set<std::string> plain;
        for (auto const& use : uses) {
            auto const at = path + "/uses/" + names.next(use.resource);
            if (use.resource.empty() && use.skill.empty())
                faults_.error(101, at + "/resource", "is missing: a use names a resource or a skill",
                              "write { resource = 'doctor' } or { skill = 'endoscopy' }");
            if (!use.resource.empty() && !use.skill.empty())
                faults_.error(108, at + "/skill", "'resource' and 'skill' are both given, where one is expected",
                              "keep one of them");
            if (!use.skill.empty() && !use.instead.empty())
                fault(at + "/instead", "a skill has its own order of preference, that of the resources",
                      "name the first resource in place of the skill, or leave 'instead' out");
            bool const alone = use.skill.empty() && use.instead.empty() && !constrained(use);
            if (alone && !use.resource.empty() && !plain.insert(use.resource).second)
                faults_.error(code::name_twice, at,
                              fmt::format("'{}' is used twice by one {}", use.resource, timed ? "activity" : "stay"),
                              "write count = 2");
            if (alone) continue;
            std::string_view const what = !use.skill.empty()     ? "somebody with a skill"
                                          : !use.instead.empty() ? "something that has alternatives"
                                                                 : "a person";
            std::set<Resource const*> seen;
            for (auto const& option : options_of(use, pathway_)) {
                if (timed) must_wait(at, *option.resource, what);
                if (!seen.insert(option.resource).second && use.skill.empty())
                    fault(at + "/instead", fmt::format("'{}' is taken in place of itself", option.resource->name),
                          "name each resource once");
            }
        }
    }

    /// Checks a use that wants, or does not want, whoever did another activity for the patient.
    void person(std::string const& at, Use const& use, Activity const& activity)
    {
        if (!use.same_as.empty() && !use.not_same_as.empty())
            fault(at, "'same_as' and 'not_same_as' are both given, where one is expected", "keep one of them");
        if (use.count != 1)
            fault(at + "/count", fmt::format("{} people cannot be one and the same", use.count), "write count = 1");
        auto const taken = taken_with(activity, pathway_);
        for (Use const* one : taken)
            for (auto const& option : options_of(*one, pathway_))
                if (option.resource->preemption != Preemption::none)
                    return fault(at,
                                 fmt::format("'{}' is pre-emptive: who is taken from whom and who must be whom "
                                             "cannot both be decided",
                                             option.resource->name),
                                 "leave one of them out");
        bool const same = !use.same_as.empty();
        auto const& name = same ? use.same_as : use.not_same_as;
        auto const* const done = find(pathway_.activities, name);
        if (!done) return; // reported as an unknown reference
        auto const field = at + (same ? "/same_as" : "/not_same_as");
        if (done->uses.empty())
            return fault(field, fmt::format("nobody does '{}': it uses no resource", name),
                         "name an activity that uses one");
        auto const& first = done->uses.front();
        if (first.count != 1)
            fault(field, fmt::format("{} do '{}' at once: which of them?", first.count, name),
                  "name an activity whose first use is of one");
        auto const theirs = options_of(first, pathway_), ours = options_of(use, pathway_);
        for (auto const& option : theirs) must_wait(field, *option.resource, "who did it");
        bool const meet = std::any_of(theirs.begin(), theirs.end(), [&](auto const& a) {
            return std::any_of(ours.begin(), ours.end(), [&](auto const& b) { return a.resource == b.resource; });
        });
        if (!theirs.empty() && !ours.empty() && !meet)
            faults_.warning(
                code::use_fault, field,
                fmt::format("'{}' is done by {}, which this cannot take: it decides nothing", name, text_of(first)),
                "name the same resource in both");
        int const here = graph_.find(activity.name), there = graph_.find(name);
        if (meet && here != Graph::nowhere && there != Graph::nowhere && graph_.way(there, here).empty())
            faults_.warning(code::use_fault, field,
                            fmt::format("nobody comes from '{}' to '{}': it decides nothing", name, activity.name),
                            "name an activity that comes before");
    }

    Pathway const& pathway_;
    Graph const& graph_;
    base::Diagnostics& faults_;
};

} // namespace

void check_uses(Pathway const& pathway, Graph const& graph, base::Diagnostics& faults)
{
    Uses uses{pathway, graph, faults};
    base::detail::ElementNames activities, stays;
    for (auto const& noun : pathway.activities) uses.activity("activity/" + activities.next(noun.name), noun);
    for (auto const& noun : pathway.stays) uses.stay("stay/" + stays.next(noun.name), noun);
}

} // namespace pathecon::pathway::detail
