// SPDX-License-Identifier: MIT
#include "flow.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <set>

#include <pathecon/base/decode.hpp>
#include <pathecon/pathway/rates.hpp>
#include <pathecon/pathway/rota.hpp>

#include "conditions.hpp"

namespace pathecon::pathway::detail {

/// Says which parts have a fault, and compiles what has none.
class Sound {
public:
    Sound(Vocabulary const& vocabulary, base::Diagnostics const& faults)
        : vocabulary_{vocabulary}
        , faults_{faults}
    {}

    [[nodiscard]] bool path(std::string const& path) const
    {
        auto const below = path + "/";
        return std::none_of(faults_.all().begin(), faults_.all().end(), [&](auto const& fault) {
            return fault.severity == base::Severity::error && (fault.path == path || fault.path.starts_with(below));
        });
    }
    /// Compiles a condition; clears `sound` when it has a fault or reads bits that have one.
    Condition condition(std::string const& text, bool& sound) const
    {
        auto const compiled = vocabulary_.compile(text);
        if (!compiled || (compiled->reads() & tainted) != 0) return sound = false, Condition{};
        return *compiled;
    }
    template <class P>
    void cases(std::vector<Case> const& from, P& to, Word& reads, bool& sound) const
    {
        for (auto const& one : from) {
            to.emplace_back(condition(one.where, sound), one.p->value());
            reads |= to.back().first.reads();
        }
    }
    random::Distribution law(TimeDistribution const& time, bool& sound) const
    {
        if (why_not(time).empty()) return to_distribution(time);
        sound = false;
        return {};
    }
    FlowTime time(TimeDistribution const& takes, std::vector<TimeCase> const& cases, Word& reads, bool& sound) const
    {
        FlowTime made;
        made.otherwise = law(takes, sound);
        for (auto const& one : cases) {
            made.cases.emplace_back(condition(one.where, sound), law(one.takes, sound));
            reads |= made.cases.back().first.reads();
        }
        return made;
    }

    Word tainted = 0; ///< Bits of attributes and tests with a fault.

private:
    Vocabulary const& vocabulary_;
    base::Diagnostics const& faults_;
};

namespace {

// Decisions are named as the engine names them: the same name is the same luck.
std::string own_or(std::string const& luck_name, std::string const& otherwise)
{
    return luck_name.empty() ? otherwise : luck_name;
}

FlowAttribute attribute_of(Attribute const& attribute, Variable const& variable, Sound const& sound, bool& ok)
{
    FlowAttribute made{.variable = &variable, .luck = "attribute/" + own_or(attribute.luck_name, attribute.name)};
    made.where = sound.condition(attribute.where, ok);
    made.reads = made.where.reads();
    made.is.otherwise = attribute.is.p->value();
    sound.cases(attribute.is.cases, made.is.cases, made.reads, ok);
    double sum = 0;
    for (auto const& share : attribute.shares) sum += *share;
    for (auto const& share : attribute.shares) made.shares.push_back(*share / sum);
    if (made.shares.size() != attribute.levels.size()) ok = false;
    return made;
}

FlowTest test_of(Test const& test, Variable const& variable, Sound const& sound, Word& reads, bool& ok)
{
    FlowTest made{.sensitivity = test.sensitivity->value(),
                  .specificity = test.specificity->value(),
                  .bit = variable.mask(),
                  .luck = "test/" + own_or(test.luck_name, test.name)};
    made.condition = sound.condition(test.condition, ok);
    reads |= made.condition.reads();
    sound.cases(test.cases, made.cases, reads, ok);
    return made;
}

/// Marks the bits whose attribute or test has a fault or depends on one that has.
void taint(Sound& sound, Pathway const& pathway, Graph const& graph, Vocabulary const& vocabulary)
{
    auto const bits = [](Variable const& v) { return v.shift + v.bits > Vocabulary::most_bits ? Word{0} : v.mask(); };
    for (Word before = ~Word{0}; before != sound.tainted;) {
        before = sound.tainted;
        base::detail::ElementNames attributes, tests;
        for (std::size_t i = 0; i < pathway.attributes.size(); ++i) {
            bool ok = sound.path("attribute/" + attributes.next(pathway.attributes[i].name));
            attribute_of(pathway.attributes[i], vocabulary.attribute(i), sound, ok);
            if (!ok) sound.tainted |= bits(vocabulary.attribute(i));
        }
        for (std::size_t i = 0; i < pathway.tests.size(); ++i) {
            auto const& test = pathway.tests[i];
            bool ok = sound.path("test/" + tests.next(test.name));
            Word reads = 0;
            test_of(test, vocabulary.test(i), sound, reads, ok);
            if (auto const* const activity = find(pathway.activities, test.at)) {
                ok = ok && sound.path(graph.steps()[static_cast<std::size_t>(graph.find(test.at))].path);
                sound.condition(activity->where, ok);
            } else
                ok = false;
            if (!ok) sound.tainted |= bits(vocabulary.test(i));
        }
    }
}

void add_work(FlowStep& made, Activity const& activity, Sound const& sound, Word& reads, bool& ok)
{
    made.where = sound.condition(activity.where, ok);
    made.takes = sound.time(activity.takes, activity.cases, reads, ok);
    made.waits = !activity.session.empty() || activity.batch;
    if (activity.booking) made.lag = sound.time(activity.booking->lag, activity.booking->cases, reads, ok);
    made.takes_luck = own_or(activity.luck_name, activity.name) + "/takes";
    made.lag_luck = own_or(activity.luck_name, activity.name) + "/booking";
    for (auto const& a : activity.adjustments) {
        made.takes.adjustments.push_back({.where = sound.condition(a.where, ok),
                                          .share = a.share->value(),
                                          .by = *a.by,
                                          .add = static_cast<double>(a.add->ticks()),
                                          .luck = own_or(a.luck_name, a.tool + "/use")});
        reads |= made.takes.adjustments.back().where.reads();
    }
}

/// Says whether some patients take this time as nothing.
bool may_be_nothing(FlowTime const& time)
{
    return time.otherwise.mean() <= 0.0 ||
           std::any_of(time.cases.begin(), time.cases.end(), [](auto const& one) { return one.second.mean() <= 0.0; });
}

void add_ways(FlowStep& made, Step const& step, Activity const& activity, Sound const& sound, Word& reads, bool& ok)
{
    for (auto const& way : step.ways) {
        FlowWay on{.to = way.to};
        if (way.kind == Way::Kind::patience) {
            on.where = sound.condition(activity.patience->where, ok);
            Word unused = 0;
            on.timeless = may_be_nothing(sound.time(activity.patience->after, activity.patience->cases, unused, ok));
        } else if (way.kind == Way::Kind::balk) {
            on.where = sound.condition(activity.balk[way.rule].where, ok);
            on.timeless = true;
        } else {
            auto& no_show = made.no_show.emplace();
            no_show.rebooked = activity.no_show->rebooked;
            no_show.to = way.to;
            no_show.luck = own_or(activity.luck_name, activity.name) + "/attends";
            no_show.missed.otherwise = activity.no_show->missed.p->value();
            no_show.cancelled.otherwise = activity.no_show->cancelled.p->value();
            sound.cases(activity.no_show->missed.cases, no_show.missed.cases, reads, ok);
            sound.cases(activity.no_show->cancelled.cases, no_show.cancelled.cases, reads, ok);
            continue;
        }
        reads |= on.where.reads();
        made.ways.push_back(std::move(on));
    }
}

FlowPoint flow_point(std::string_view name, Graph const& graph)
{
    auto const point = find_point(name, graph);
    if (point.arrival) return {};
    using When = FlowPoint::When;
    return {.when = point.done ? When::end : point.arrive ? When::arrive : When::start, .step = point.step};
}

void add_route(FlowStep& made, Step const& step, Pathway const& pathway, Graph const& graph, Sound const& sound, Word& reads)
{
    if (!step.route) return;
    made.spells = spells_of(*step.route, pathway.starts);
    made.shortest = step.route->rule == RouteRule::shortest_queue;
    made.luck = own_or(step.route->luck_name, step.name) + "/route";
    made.route_sound = sound.path(step.route_path);
    for (auto const& branch : step.route->to) {
        FlowBranch way{.to = graph.find(branch.to), .where = sound.condition(branch.where, made.route_sound)};
        made.route_reads |= way.where.reads();
        if (branch.p) {
            way.p.emplace().otherwise = branch.p->p->value();
            sound.cases(branch.p->cases, way.p->cases, made.route_reads, made.route_sound);
        }
        way.most = branch.most;
        if (made.shortest) way.weight = weight_of(branch.to, pathway);
        if (branch.elapsed) {
            way.timed = true;
            way.since = flow_point(branch.elapsed->since, graph);
            if (branch.elapsed->at_least) way.at_least = static_cast<double>(branch.elapsed->at_least->ticks());
            way.at_most = branch.elapsed->at_most ? static_cast<double>(branch.elapsed->at_most->ticks())
                                                  : std::numeric_limits<double>::infinity();
        }
        made.branches.push_back(std::move(way));
    }
    reads |= made.route_reads;
}

} // namespace

double ChanceTable::at(Word word) const
{
    for (auto const& [where, p] : cases)
        if (where.holds(word)) return p;
    return otherwise;
}

double FlowTest::positive(Word word) const
{
    for (auto const& [where, p] : cases)
        if (where.holds(word)) return p;
    return condition.holds(word) ? sensitivity : 1.0 - specificity;
}

Flow::Flow(Pathway const& pathway, Graph const& graph, Vocabulary const& vocabulary, base::Diagnostics const& faults)
{
    Sound sound{vocabulary, faults};
    taint(sound, pathway, graph, vocabulary);

    std::vector<Word> reads(graph.steps().size());
    for (std::size_t i = 0; i < graph.steps().size(); ++i) {
        auto const& step = graph.steps()[i];
        FlowStep made;
        bool ok = sound.path(step.path);
        if (step.kind == StepKind::activity) {
            auto const& activity = pathway.activities[static_cast<std::size_t>(step.index)];
            add_work(made, activity, sound, reads[i], ok);
            add_ways(made, step, activity, sound, reads[i], ok);
            for (std::size_t t = 0; t < pathway.tests.size(); ++t) {
                auto const& variable = vocabulary.test(t);
                if (pathway.tests[t].at != step.name || variable.shift + variable.bits > Vocabulary::most_bits)
                    continue;
                if ((variable.mask() & sound.tainted) == 0)
                    made.tests.push_back(test_of(pathway.tests[t], variable, sound, reads[i], ok));
            }
        } else if (step.kind == StepKind::delay) {
            auto const& delay = pathway.delays[static_cast<std::size_t>(step.index)];
            made.where = sound.condition(delay.where, ok);
            made.takes = sound.time(delay.takes, delay.cases, reads[i], ok);
            made.takes_luck = own_or(delay.luck_name, delay.name) + "/takes";
        }
        if (!ok) {
            made.where = {};
            made.takes = made.lag = {};
            made.waits = true; // It might take time, so no loop is blamed.
            made.ways.clear();
            made.no_show.reset();
        }
        reads[i] |= made.where.reads();
        add_route(made, step, pathway, graph, sound, reads[i]);
        steps.push_back(std::move(made));
    }
    add_events(pathway, graph, sound);
    for (auto& step : steps)
        for (auto& branch : step.branches) {
            if (branch.most > 0) branch.counter = static_cast<int>(most.size()), most.push_back(branch.most);
            timed = timed || (branch.timed && step.route_sound);
        }
    base::detail::ElementNames stay_names;
    for (auto const& stay : pathway.stays) {
        FlowStay made{};
        if (sound.path("stay/" + stay_names.next(stay.name)))
            made = {.from = graph.find(stay.from), .to = graph.find(stay.to)};
        stays.push_back(made);
    }
    for (bool changed = true; changed;) {
        changed = false;
        for (std::size_t i = steps.size(); i-- > 0;) {
            Word live = steps[i].live | reads[i];
            for (int const next : graph.steps()[i].next)
                if (int const to = graph.in_sequence(static_cast<int>(i), next);
                    to != graph.exit() && to != Graph::nowhere)
                    live |= steps[static_cast<std::size_t>(to)].live;
            changed = changed || live != steps[i].live;
            steps[i].live = live;
        }
    }

    base::detail::ElementNames names, backlog_names;
    Word needed = 0;
    for (std::size_t i = 0; i < pathway.arrivals.size(); ++i) {
        auto const& arrivals = pathway.arrivals[i];
        FlowSource source{.entry = graph.entry(i), .word = vocabulary.source().at_level(i)};
        bool ok = true;
        if (source.entry == graph.exit() || !sound.path("arrivals/" + names.next(arrivals.name)) ||
            !sound.path("first"))
            source.entry = Graph::nowhere;
        if (source.entry != Graph::nowhere) {
            // The traffic goes through parallel branches one after the other, also when it enters at a join.
            needed |= steps[static_cast<std::size_t>(source.entry)].live;
            source.per_week = patients_per_week(arrivals, pathway.starts);
            if (arrivals.appointments) {
                ChanceTable away{.otherwise = arrivals.appointments->no_show.p->value()};
                Word reads_source = 0;
                sound.cases(arrivals.appointments->no_show.cases, away.cases, reads_source, ok);
                source.per_week *= 1.0 - away.at(source.word);
            }
        }
        if (arrivals.trace.empty() || source.entry == Graph::nowhere) {
            sources.push_back(source);
            continue;
        }
        // Patients of whom the same is known are one stream.
        std::map<std::string, int> known;
        for (auto const& patient : arrivals.trace) ++known[patient.is];
        for (auto const& [is, count] : known) {
            auto& part = sources.emplace_back(source);
            part.per_week *= static_cast<double>(count) / static_cast<double>(arrivals.trace.size());
            for (auto const& term : sound.condition(is, ok).terms) {
                part.fixed |= term.mask;
                part.fixed_at |= term.negated ? 0 : term.want;
            }
        }
    }
    for (std::size_t i = 0; i < pathway.backlogs.size(); ++i) {
        std::size_t const n = pathway.arrivals.size() + i;
        FlowSource source{.entry = graph.entry(n), .word = vocabulary.source().at_level(n)};
        if (source.entry == graph.exit() || !sound.path("backlog/" + backlog_names.next(pathway.backlogs[i].name)))
            source.entry = Graph::nowhere;
        if (source.entry != Graph::nowhere) needed |= steps[static_cast<std::size_t>(source.entry)].live;
        sources.push_back(source); // they come once, not every week
    }
    for (std::size_t i = 0; i < pathway.attributes.size(); ++i) {
        bool ok = true;
        attributes.push_back(attribute_of(pathway.attributes[i], vocabulary.attribute(i), sound, ok));
    }
    for (auto attribute = attributes.rbegin(); attribute != attributes.rend(); ++attribute) {
        if (attribute->variable->shift + attribute->variable->bits > Vocabulary::most_bits) continue;
        attribute->needed = (attribute->variable->mask() & needed & ~sound.tainted) != 0;
        if (attribute->needed) needed |= attribute->reads;
    }

    // Adjustments may share their luck among themselves: the mean of a sum does not mind.
    std::map<std::string, int> deciding;
    for (auto const& attribute : attributes)
        if (attribute.needed) ++deciding[attribute.luck];
    std::set<std::string> adjusting;
    for (auto const& step : steps) {
        for (auto const& test : step.tests)
            if ((test.bit & step.live) != 0) ++deciding[test.luck];
        if (std::any_of(step.branches.begin(), step.branches.end(),
                        [](auto const& branch) { return branch.p.has_value(); }))
            ++deciding[step.luck];
        if (step.no_show) ++deciding[step.no_show->luck];
        for (auto const& adjustment : step.takes.adjustments) adjusting.insert(adjustment.luck);
    }
    shared_luck = std::any_of(deciding.begin(), deciding.end(),
                              [&](auto const& one) { return one.second > 1 || adjusting.contains(one.first); });
}

void Flow::add_events(Pathway const& pathway, Graph const& graph, Sound const& sound)
{
    base::detail::ElementNames names;
    for (std::size_t e = 0; e < pathway.events.size(); ++e) {
        auto const& event = pathway.events[e];
        bool ok = sound.path("event/" + names.next(event.name));
        Word unused = 0;
        FlowWay way{.to = graph.find_nearest(event.to)};
        way.timeless = may_be_nothing(sound.time(event.after, event.cases, unused, ok));
        if (!ok) continue;
        for (std::size_t i = 0; i < steps.size(); ++i)
            if (graph.running()[e][i] && !graph.on_branch(static_cast<int>(i))) steps[i].ways.push_back(way);
    }
}

} // namespace pathecon::pathway::detail
