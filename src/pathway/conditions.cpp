// SPDX-License-Identifier: MIT
#include "conditions.hpp"

#include <algorithm>

#include <fmt/format.h>

#include <pathecon/base/decode.hpp>
#include <pathecon/base/number.hpp>

#include "codes.hpp"

namespace pathecon::pathway::detail {

namespace {

using Moment = ConditionAt::Moment;

/// Writes paths as walking does: elements by their key, otherwise "#1".
class Listing {
public:
    explicit Listing(std::vector<ConditionAt>& found)
        : found_{found}
    {}

    void add(ConditionAt at, std::string path, std::string_view text)
    {
        if (base::trim(text).empty()) return;
        at.path = std::move(path);
        at.text = text;
        found_.push_back(std::move(at));
    }
    template <class Element>
    void add_each(ConditionAt const& at, std::string const& path, std::vector<Element> const& elements)
    {
        base::detail::ElementNames names;
        for (auto const& element : elements) {
            std::string_view key{};
            if constexpr (requires { element.tool; }) key = element.tool;
            add(at, path + "/" + names.next(key) + "/where", element.where);
        }
    }

private:
    std::vector<ConditionAt>& found_;
};

void list_steps(Listing& list, Pathway const& pathway, Graph const& graph)
{
    for (int i = 0; auto const& step : graph.steps()) {
        ConditionAt const before{.moment = Moment::before, .step = i}, after{.moment = Moment::after, .step = i};
        ++i;
        auto const n = static_cast<std::size_t>(step.index);
        if (step.kind == StepKind::activity) {
            auto const& activity = pathway.activities[n];
            list.add(before, step.path + "/where", activity.where);
            list.add_each(before, step.path + "/cases", activity.cases);
            list.add_each(before, step.path + "/priority", activity.priority);
            if (activity.booking) list.add_each(before, step.path + "/booking/cases", activity.booking->cases);
            list.add_each(before, step.path + "/adjustments", activity.adjustments);
            if (activity.patience) {
                list.add(before, step.path + "/patience/where", activity.patience->where);
                list.add_each(before, step.path + "/patience/cases", activity.patience->cases);
            }
            list.add_each(before, step.path + "/balk", activity.balk);
            if (activity.no_show) {
                list.add_each(before, step.path + "/no_show/missed/cases", activity.no_show->missed.cases);
                list.add_each(before, step.path + "/no_show/cancelled/cases", activity.no_show->cancelled.cases);
            }
        } else if (step.kind == StepKind::delay) {
            auto const& delay = pathway.delays[n];
            list.add(before, step.path + "/where", delay.where);
            list.add_each(before, step.path + "/cases", delay.cases);
        }
        if (!step.route) continue;
        base::detail::ElementNames names;
        for (auto const& branch : step.route->to) {
            auto const path = step.route_path + "/to/" + names.next(branch.to);
            list.add(after, path + "/where", branch.where);
            if (branch.p) list.add_each(after, path + "/p/cases", branch.p->cases);
        }
    }
}

void list_measures(Listing& list, Pathway const& pathway, Graph const& graph)
{
    auto const at_point = [&](std::string_view name) {
        auto const point = find_point(name, graph);
        if (point.arrival) return ConditionAt{.moment = Moment::attributes};
        return ConditionAt{.moment = point.done ? Moment::after : Moment::before, .step = point.step};
    };
    base::detail::ElementNames events, intervals, outcomes;
    for (auto const& event : pathway.events) {
        auto const path = "event/" + events.next(event.name);
        list.add(at_point(event.from), path + "/where", event.where);
        list.add_each(at_point(event.from), path + "/cases", event.cases);
    }
    for (auto const& interval : pathway.intervals)
        list.add(at_point(interval.to), "interval/" + intervals.next(interval.name) + "/where", interval.where);
    for (auto const& outcome : pathway.outcomes)
        list.add(at_point(outcome.at), "outcome/" + outcomes.next(outcome.name) + "/where", outcome.where);
}

/// Says which tests some patient may have had: [test][step], before the step; the exit last.
std::vector<std::vector<bool>> known_before(Pathway const& pathway, Graph const& graph)
{
    std::vector<std::vector<bool>> known;
    for (auto const& test : pathway.tests) {
        int const at = graph.find_nearest(test.at);
        if (at == Graph::nowhere || at == graph.exit())
            known.emplace_back(graph.steps().size() + 1, true); // a fault of its own, reported there
        else
            known.push_back(graph.reachable_from(graph.steps()[static_cast<std::size_t>(at)].next));
    }
    return known;
}

/// Says whether two steps lie on different branches of one fork.
bool side_by_side(Graph const& graph, int a, int b)
{
    auto const branch = [](ForkShape const& fork, int step) { return fork.branch_of[static_cast<std::size_t>(step)]; };
    return a != Graph::nowhere && b != Graph::nowhere &&
           std::any_of(graph.forks().begin(), graph.forks().end(), [&](auto const& fork) {
               return branch(fork, a) != -1 && branch(fork, b) != -1 && branch(fork, a) != branch(fork, b);
           });
}

} // namespace

std::vector<ConditionAt> conditions_of(Pathway const& pathway, Graph const& graph)
{
    std::vector<ConditionAt> found;
    Listing list{found};
    base::detail::ElementNames arrivals, attributes, tests;
    for (auto const& stream : pathway.arrivals)
        if (auto const path = "arrivals/" + arrivals.next(stream.name); stream.appointments)
            list.add_each({.moment = Moment::source}, path + "/appointments/no_show/cases",
                          stream.appointments->no_show.cases);
    for (int i = 0; auto const& attribute : pathway.attributes) {
        ConditionAt const at{.moment = Moment::arrival, .limit = i++};
        auto const path = "attribute/" + attributes.next(attribute.name);
        list.add(at, path + "/where", attribute.where);
        list.add_each(at, path + "/is/cases", attribute.is.cases);
    }
    for (int i = 0; auto const& test : pathway.tests) {
        auto const path = "test/" + tests.next(test.name);
        list.add({.moment = Moment::attributes}, path + "/condition", test.condition);
        list.add_each({.moment = Moment::result, .step = graph.find_nearest(test.at), .limit = i}, path + "/cases",
                      test.cases);
        ++i;
    }
    list_steps(list, pathway, graph);
    list_measures(list, pathway, graph);
    return found;
}

PointAt find_point(std::string_view point, Graph const& graph)
{
    if (point == "arrival") return {.arrival = true};
    if (int const step = graph.find(point); step != Graph::nowhere) return {.step = step, .done = true};
    for (std::string_view const ending : {".arrive", ".start"}) {
        if (!point.ends_with(ending)) continue;
        int const step = graph.find(point.substr(0, point.size() - ending.size()));
        if (step != graph.exit()) return {.step = step, .arrive = ending == ".arrive"};
    }
    return {};
}

void check_conditions(Pathway const& pathway, Graph const& graph, Vocabulary const& vocabulary,
                      base::Diagnostics& faults)
{
    auto const known = known_before(pathway, graph);
    for (auto const& at : conditions_of(pathway, graph)) {
        auto const terms = vocabulary.check(at.path, at.text, faults);
        if (!terms) continue;
        for (auto const& term : *terms) {
            auto const& variable = *vocabulary.find(term.attribute);
            if (at.moment == Moment::source) {
                if (variable.kind != Variable::Kind::source)
                    faults.error(
                        code::attribute_not_known, at.path,
                        fmt::format("condition '{}' names '{}', but who does not come has nothing but a source",
                                    at.text, variable.name),
                        "name 'source' alone, or let them come and leave by a route");
                continue;
            }
            if (variable.kind == Variable::Kind::attribute && at.moment == Moment::arrival &&
                variable.index >= at.limit)
                faults.error(code::attribute_not_known, at.path,
                             fmt::format("condition '{}' names '{}', which is drawn later", at.text, variable.name),
                             "attributes are drawn in the order of declaration: declare it before");
            if (variable.kind != Variable::Kind::test) continue;
            if (at.moment == Moment::arrival || at.moment == Moment::attributes) {
                faults.error(code::attribute_not_known, at.path,
                             fmt::format("condition '{}' names the test '{}', but only attributes are known here",
                                         at.text, variable.name),
                             "name attributes; P(positive) after another test is said by 'cases' of the test");
                continue;
            }
            if (at.step == Graph::nowhere) continue;
            auto const n = static_cast<std::size_t>(variable.index);
            bool const here =
                at.step != graph.exit() && graph.find_nearest(pathway.tests[n].at) == at.step &&
                (at.moment == Moment::after || (at.moment == Moment::result && variable.index < at.limit));
            if (here || known[n][static_cast<std::size_t>(at.step)]) continue;
            bool const beside = side_by_side(graph, at.step, graph.find_nearest(pathway.tests[n].at));
            faults.warning(
                code::test_not_known, at.path,
                fmt::format("condition '{}' names '{}', {}", at.text, variable.name,
                            beside ? "which is found at the same time on another branch: chance decides whether "
                                     "it is known"
                                   : "but nobody has had it by then, so it is no for everybody"),
                fmt::format("it is done at '{}'", pathway.tests[n].at));
        }
    }
}

} // namespace pathecon::pathway::detail
