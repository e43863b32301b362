// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <pathecon/base/decode.hpp>
#include <pathecon/base/number.hpp>
#include <pathecon/pathway/condition.hpp>
#include <pathecon/pathway/fields.hpp>

#include "checks.hpp"
#include "codes.hpp"
#include "conditions.hpp"

namespace pathecon::pathway::detail {

namespace {

/// One space of names, in which every name may stand once.
class NameSpace {
public:
    explicit NameSpace(base::Diagnostics& faults)
        : faults_{faults}
    {}

    template <class Noun>
    void add(std::vector<Noun> const& nouns)
    {
        std::string const noun{base::Fields<Noun>::noun};
        base::detail::ElementNames elements;
        for (auto const& element : nouns) {
            auto const path = noun + "/" + elements.next(element.name);
            if (base::trim(element.name).empty())
                faults_.error(code::name_missing, path, "this " + noun + " has no name");
            else if (base::trim(element.name) != element.name)
                faults_.error(code::name_missing, path,
                              fmt::format("the name '{}' begins or ends with a space", element.name));
            else if (auto const [at, fresh] = taken_.emplace(element.name, noun); !fresh)
                faults_.error(code::name_twice, path,
                              fmt::format("'{}' is already the name of {} {}", element.name,
                                          at->second == "arrivals" || at->second[0] == 'a' ? "an" : "a", at->second),
                              "give each a name of its own");
        }
    }

private:
    base::Diagnostics& faults_;
    std::map<std::string, std::string> taken_;
};

void check_reserved(Pathway const& pathway, Graph const& graph, base::Diagnostics& faults)
{
    for (auto const& step : graph.steps()) {
        if (step.name == exit_step || step.name == "arrival")
            faults.error(code::name_reserved, step.path,
                         fmt::format("'{}' is a point that every pathway has", step.name),
                         "give the step another name");
        for (std::string_view const ending : {".arrive", ".start"})
            if (std::string_view{step.name}.ends_with(ending))
                faults.error(
                    code::name_reserved, step.path,
                    fmt::format("the name '{}' ends with '{}', which means a point of a step", step.name, ending),
                    "give the step another name");
    }
    auto const fit = [&](std::string const& path, std::string const& name) {
        if (auto const why = why_not_in_conditions(name); !name.empty() && !why.empty())
            faults.error(code::name_reserved, path, fmt::format("'{}' cannot be written in a condition: {}", name, why),
                         "use letters, digits, spaces, '-', '_', '/'");
    };
    auto const source = [&](std::string const& path, std::string const& name) {
        if (name == "source")
            faults.error(code::name_reserved, path,
                         "'source' is an attribute that every patient has: the name of the arrivals",
                         "give it another name");
    };
    base::detail::ElementNames attributes, tests;
    for (auto const& attribute : pathway.attributes) {
        auto const path = "attribute/" + attributes.next(attribute.name);
        fit(path, attribute.name);
        source(path, attribute.name);
        base::detail::ElementNames elements;
        for (auto const& level : attribute.levels) fit(path + "/levels/" + elements.next({}), level);
    }
    for (auto const& test : pathway.tests) {
        auto const path = "test/" + tests.next(test.name);
        fit(path, test.name);
        source(path, test.name);
    }
}

/// Looks names up and reports those that are not there.
class References {
public:
    References(Pathway const& pathway, Graph const& graph, base::Diagnostics& faults)
        : pathway_{pathway}
        , graph_{graph}
        , faults_{faults}
    {
        for (auto const& resource : pathway.resources) resources_.push_back(resource.name);
        for (auto const& session : pathway.sessions) sessions_.push_back(session.name);
        for (auto const& activity : pathway.activities) activities_.push_back(activity.name);
        for (auto const& resource : pathway.resources)
            groups_.push_back(resource.group.empty() ? resource.name : resource.group);
    }

    void resource(std::string const& path, std::string const& name) { look_up(path, "resource", name, resources_); }
    void session(std::string const& path, std::string const& name) { look_up(path, "session", name, sessions_); }
    void activity(std::string const& path, std::string const& name) { look_up(path, "activity", name, activities_); }
    void resource_named(std::string const& path, std::string const& name) // which is no use of it
    {
        look_up(path, "resource", name, resources_, false);
    }
    void skill(std::string const& path, std::string const& name)
    {
        std::vector<std::string> known;
        bool found = false;
        for (auto const& resource : pathway_.resources)
            for (auto const& skill : resource.skills) {
                if (skill == name) used_.insert("resource/" + resource.name), found = true;
                if (std::find(known.begin(), known.end(), skill) == known.end()) known.push_back(skill);
            }
        if (found) return;
        auto hint = base::did_you_mean(name, known);
        if (hint.empty())
            hint = known.empty() ? "write skills = [ '...' ] in the resources that have it"
                                 : fmt::format("known is '{}'", fmt::join(known, "', '"));
        faults_.error(code::unknown_reference, path, fmt::format("nobody has the skill '{}'", name), hint);
    }
    void uses(std::string const& path, std::vector<Use> const& uses)
    {
        base::detail::ElementNames names;
        for (auto const& use : uses) {
            auto const at = path + "/uses/" + names.next(use.resource);
            if (!use.resource.empty()) resource(at, use.resource);
            if (!use.skill.empty()) skill(at + "/skill", use.skill);
            base::detail::ElementNames others;
            for (auto const& other : use.instead)
                resource(at + "/instead/" + others.next(other.resource), other.resource);
            if (!use.same_as.empty()) activity(at + "/same_as", use.same_as);
            if (!use.not_same_as.empty()) activity(at + "/not_same_as", use.not_same_as);
        }
    }
    /// A step that patients go to by another way than a route, or the exit.
    void target(std::string const& path, std::string const& name)
    {
        if (graph_.find(name) == Graph::nowhere)
            faults_.error(code::route_to_nowhere, path, fmt::format("leads to '{}', which is no step", name),
                          base::did_you_mean(name, graph_.names()));
    }
    void group(std::string const& path, std::string const& name) { look_up(path, "staff group", name, groups_); }

    void step(std::string const& path, std::string const& name)
    {
        if (name == exit_step)
            faults_.error(code::unknown_reference, path, "patients cannot enter at the exit");
        else
            look_up(path, "step", name, graph_.names());
    }
    void point(std::string const& path, std::string const& name)
    {
        if (find_point(name, graph_).known()) return;
        auto points = graph_.names();
        points.emplace_back("arrival");
        for (auto const& step : graph_.steps())
            points.insert(points.end(), {step.name + ".arrive", step.name + ".start"});
        auto hint = base::did_you_mean(name, points);
        faults_.error(code::point_unknown, path, fmt::format("'{}' is no point of this pathway", name),
                      hint.empty() ? "a point is 'arrival', 'exit', a step (its end), '<step>.arrive' or '<step>.start'"
                                   : hint);
    }

    void unused() const
    {
        auto const report = [&](std::string const& noun, std::vector<std::string> const& names) {
            for (auto const& name : names)
                if (!used_.contains(noun + "/" + name))
                    faults_.warning(code::unused, noun + "/" + name, fmt::format("nobody uses the {} '{}'", noun, name),
                                    "name it in an activity, or take it out");
        };
        report("resource", resources_);
        report("session", sessions_);
    }

private:
    void look_up(std::string const& path, std::string const& noun, std::string const& name,
                 std::vector<std::string> const& known, bool used = true)
    {
        if (used) used_.insert(noun + "/" + name);
        if (std::find(known.begin(), known.end(), name) != known.end()) return;
        auto hint = base::did_you_mean(name, known);
        if (hint.empty())
            hint = known.empty() ? fmt::format("there is no {} yet", noun)
                                 : fmt::format("known is '{}'", fmt::join(known, "', '"));
        faults_.error(code::unknown_reference, path, fmt::format("no {} has the name '{}'", noun, name), hint);
    }

    Pathway const& pathway_;
    Graph const& graph_;
    base::Diagnostics& faults_;
    std::vector<std::string> resources_, sessions_, activities_, groups_;
    std::set<std::string> used_;
};

} // namespace

void check_names(Pathway const& pathway, Graph const& graph, Vocabulary const& vocabulary, base::Diagnostics& faults)
{
    NameSpace sources{faults};
    sources.add(pathway.arrivals);
    sources.add(pathway.backlogs);
    NameSpace{faults}.add(pathway.resources);
    NameSpace{faults}.add(pathway.sessions);
    NameSpace{faults}.add(pathway.stays);
    NameSpace{faults}.add(pathway.events);
    NameSpace{faults}.add(pathway.downtimes);
    NameSpace{faults}.add(pathway.intervals);
    NameSpace{faults}.add(pathway.outcomes);
    NameSpace{faults}.add(pathway.budget_lines);
    NameSpace conditions{faults};
    conditions.add(pathway.attributes);
    conditions.add(pathway.tests);
    NameSpace steps{faults};
    steps.add(pathway.activities);
    steps.add(pathway.delays);
    steps.add(pathway.forks);
    steps.add(pathway.joins);
    check_reserved(pathway, graph, faults);
    if (vocabulary.bits() > Vocabulary::most_bits)
        faults.error(
            code::too_many_bits, "attribute",
            fmt::format("sources, attributes and tests take {} bits, a patient has {}", vocabulary.bits(),
                        Vocabulary::most_bits),
            "a yes or no takes 1 bit, n levels take log2(n) rounded up: join rare levels or leave attributes out");
}

namespace {

/// The references of what happens besides the routes.
void refer_occurrences(References& refer, Pathway const& pathway)
{
    base::detail::ElementNames resources, stays, events, downtimes, backlogs, routes;
    for (auto const& noun : pathway.resources)
        if (auto const path = "resource/" + resources.next(noun.name); noun.surge)
            refer.activity(path + "/surge/of", noun.surge->of);
    for (auto const& noun : pathway.stays) {
        auto const path = "stay/" + stays.next(noun.name);
        refer.uses(path, noun.uses);
        refer.activity(path + "/from", noun.from);
        refer.activity(path + "/to", noun.to);
    }
    for (auto const& noun : pathway.events) {
        auto const path = "event/" + events.next(noun.name);
        refer.point(path + "/from", noun.from);
        refer.point(path + "/until", noun.until);
        refer.target(path + "/to", noun.to);
    }
    for (auto const& noun : pathway.downtimes) {
        auto const path = "downtime/" + downtimes.next(noun.name);
        base::detail::ElementNames names;
        for (auto const& name : noun.resources) refer.resource_named(path + "/resources/" + names.next({}), name);
    }
    for (auto const& noun : pathway.backlogs) refer.step("backlog/" + backlogs.next(noun.name) + "/at", noun.at);
    for (auto const& route : pathway.routes) {
        auto const path = "route/" + routes.next(route.from);
        base::detail::ElementNames branches;
        for (auto const& branch : route.to)
            if (auto const at = path + "/to/" + branches.next(branch.to); branch.elapsed)
                refer.point(at + "/elapsed/since", branch.elapsed->since);
    }
}

} // namespace

void check_references(Pathway const& pathway, Graph const& graph, base::Diagnostics& faults)
{
    References refer{pathway, graph, faults};
    base::detail::ElementNames arrivals, tests, sessions, activities, intervals, outcomes, budget_lines;
    for (auto const& noun : pathway.arrivals)
        if (auto const path = "arrivals/" + arrivals.next(noun.name); !noun.to.empty())
            refer.step(path + "/to", noun.to);
    if (!pathway.first.empty()) refer.step("first", pathway.first);
    for (auto const& noun : pathway.tests) refer.activity("test/" + tests.next(noun.name) + "/at", noun.at);
    for (auto const& noun : pathway.sessions)
        if (auto const path = "session/" + sessions.next(noun.name); !noun.resource.empty())
            refer.resource(path + "/resource", noun.resource);
    for (auto const& noun : pathway.activities) {
        auto const path = "activity/" + activities.next(noun.name);
        base::detail::ElementNames attended, rules;
        refer.uses(path, noun.uses);
        for (auto const& who : noun.attended)
            refer.resource(path + "/attended/" + attended.next(who.resource), who.resource);
        if (!noun.session.empty()) refer.session(path + "/session", noun.session);
        if (noun.patience) refer.target(path + "/patience/to", noun.patience->to);
        for (auto const& rule : noun.balk) {
            auto const at = path + "/balk/" + rules.next({});
            if (!rule.of.empty()) refer.activity(at + "/of", rule.of);
            refer.target(at + "/to", rule.to);
        }
        if (noun.no_show) refer.target(path + "/no_show/to", noun.no_show->to);
    }
    refer_occurrences(refer, pathway);
    for (auto const& noun : pathway.intervals) {
        auto const path = "interval/" + intervals.next(noun.name);
        refer.point(path + "/from", noun.from);
        refer.point(path + "/to", noun.to);
        if (!noun.unless.empty()) refer.point(path + "/unless", noun.unless);
        if (noun.from == exit_step)
            faults.error(code::point_unknown, path + "/from", "a clock that starts at the exit never stops");
        if (noun.to == "arrival")
            faults.error(code::point_unknown, path + "/to", "a clock cannot stop at the arrival: nothing goes before");
        base::detail::ElementNames pauses;
        for (auto const& pause : noun.pauses) {
            auto const at = path + "/pauses/" + pauses.next({});
            refer.point(at + "/from", pause.from);
            refer.point(at + "/to", pause.to);
            if (pause.from == pause.to || pause.from == exit_step)
                faults.error(code::point_unknown, at,
                             fmt::format("a pause from '{}' to '{}' is none", pause.from, pause.to),
                             "name a point at which the clock stops and a later one at which it goes on");
        }
        if (noun.target && !noun.standard)
            faults.error(code::target_without_standard, path + "/target",
                         "a target needs the standard that it is a share of", "write standard = '62 d'");
    }
    for (auto const& noun : pathway.outcomes) refer.point("outcome/" + outcomes.next(noun.name) + "/at", noun.at);
    for (auto const& noun : pathway.budget_lines)
        refer.group("budget_line/" + budget_lines.next(noun.name) + "/group", noun.group);
    refer.unused();
}

} // namespace pathecon::pathway::detail
