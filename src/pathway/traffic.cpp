// SPDX-License-Identifier: MIT
#include <algorithm>
#include <set>

#include <Eigen/Sparse>
#include <Eigen/SparseLU>
#include <fmt/format.h>

#include "codes.hpp"
#include "flow.hpp"
#include "states.hpp"

namespace pathecon::pathway::detail {

namespace {

/// Says from which states the exit can be reached; surely: not by ways whose share is not known.
std::vector<bool> leaving(StateSpace const& space, bool surely)
{
    std::vector<std::vector<int>> before(space.states.size());
    std::vector<bool> leaves(space.states.size());
    std::vector<int> open;
    auto const mark = [&](int state) {
        if (leaves[static_cast<std::size_t>(state)]) return;
        leaves[static_cast<std::size_t>(state)] = true;
        open.push_back(state);
    };
    auto const counts = [&](Edge const& edge) { return !surely || edge.p > 0; };
    for (auto const& edge : space.edges)
        if (edge.to >= 0 && counts(edge)) before[static_cast<std::size_t>(edge.to)].push_back(edge.from);
    for (auto const& edge : space.edges)
        if (edge.to < 0 && counts(edge)) mark(edge.from);
    while (!open.empty()) {
        int const state = open.back();
        open.pop_back();
        for (int const from : before[static_cast<std::size_t>(state)]) mark(from);
    }
    return leaves;
}

/// Finds the cycles of some edges, each once, as ways of steps that end where they begin.
template <class Within, class Report>
void each_cycle(StateSpace const& space, Within within, Report report)
{
    std::vector<std::vector<int>> next(space.states.size());
    for (auto const& edge : space.edges)
        if (edge.to >= 0 && within(edge)) next[static_cast<std::size_t>(edge.from)].push_back(edge.to);
    enum : char { fresh, on_way, done };
    std::vector<char> colour(space.states.size(), fresh);
    std::vector<std::pair<int, std::size_t>> way;
    for (std::size_t start = 0; start < space.states.size(); ++start) {
        if (colour[start] != fresh || next[start].empty()) continue;
        way.assign(1, {static_cast<int>(start), 0});
        colour[start] = on_way;
        while (!way.empty()) {
            auto& [state, tried] = way.back();
            auto const& successors = next[static_cast<std::size_t>(state)];
            if (tried == successors.size()) {
                colour[static_cast<std::size_t>(state)] = done;
                way.pop_back();
                continue;
            }
            int const to = successors[tried++];
            if (colour[static_cast<std::size_t>(to)] == fresh) {
                colour[static_cast<std::size_t>(to)] = on_way;
                way.emplace_back(to, 0);
            } else if (colour[static_cast<std::size_t>(to)] == on_way) {
                auto const begin = std::find_if(way.begin(), way.end(), [&](auto const& at) { return at.first == to; });
                std::vector<int> steps;
                for (auto at = begin; at != way.end(); ++at)
                    steps.push_back(space.states[static_cast<std::size_t>(at->first)].step);
                steps.push_back(steps.front());
                report(steps, to);
            }
        }
    }
}

void report_cycles(StateSpace const& space, std::vector<bool> const& leaves, Flow const& flow, Graph const& graph,
                   Vocabulary const& vocabulary, base::Diagnostics& faults)
{
    std::set<std::set<int>> shown;
    auto const fresh = [&](std::vector<int> const& steps) {
        return shown.insert(std::set<int>(steps.begin(), steps.end())).second;
    };
    auto const who = [&](int state) {
        auto const& at = space.states[static_cast<std::size_t>(state)];
        auto text = vocabulary.describe(at.word, flow.steps[static_cast<std::size_t>(at.step)].live);
        return text.empty() ? text : " (" + text + ")";
    };
    auto const path = [&](int step) { return graph.steps()[static_cast<std::size_t>(step)].path; };
    auto const by_form = graph.reaches_exit();
    each_cycle(
        space,
        [&](Edge const& edge) {
            return !leaves[static_cast<std::size_t>(edge.from)] && !leaves[static_cast<std::size_t>(edge.to)];
        },
        [&](auto const& steps, int state) {
            // What no patient can leave was seen in the form of the graph.
            if (by_form[static_cast<std::size_t>(steps.front())] && fresh(steps))
                faults.error(code::no_way_out, path(steps.front()),
                             "patients who come here" + who(state) + " never leave: " + graph.text(steps),
                             "give them a branch that leads on or to 'exit'");
        });
    shown.clear();
    each_cycle(
        space, [](Edge const& edge) { return edge.timeless; },
        [&](auto const& steps, int state) {
            if (fresh(steps))
                faults.error(code::zero_time_loop, path(steps.front()),
                             "patients" + who(state) + " go round without any time passing: " + graph.text(steps),
                             "give one of these steps a time, a slot or a meeting");
        });
}

/// Solves visits = external + visits x chances for the states from which patients leave.
std::vector<double> visits_of(StateSpace const& space, std::vector<bool> const& leaves)
{
    using Matrix = Eigen::SparseMatrix<double>;
    if (space.states.empty()) return {};
    auto const n = static_cast<Eigen::Index>(space.states.size());
    std::vector<Eigen::Triplet<double>> entries;
    for (Eigen::Index i = 0; i < n; ++i) entries.emplace_back(static_cast<int>(i), static_cast<int>(i), 1.0);
    for (auto const& edge : space.edges)
        if (edge.to >= 0 && leaves[static_cast<std::size_t>(edge.to)] && leaves[static_cast<std::size_t>(edge.from)])
            entries.emplace_back(edge.to, edge.from, -edge.p);
    Matrix balance(n, n);
    balance.setFromTriplets(entries.begin(), entries.end());
    balance.makeCompressed();
    Eigen::VectorXd enter(n);
    for (Eigen::Index i = 0; i < n; ++i)
        enter[i] = leaves[static_cast<std::size_t>(i)] ? space.external[static_cast<std::size_t>(i)] : 0.0;
    Eigen::SparseLU<Matrix> solver;
    solver.compute(balance);
    Eigen::VectorXd const visits = solver.solve(enter);
    return {visits.begin(), visits.end()};
}

} // namespace

Traffic::Demand::Demand(Flow const& flow)
    : visits(flow.steps.size())
    , ticks(flow.steps.size())
    , places(flow.steps.size())
    , held(flow.stays.size())
    , stays(flow.stays.size())
{}

void report_not_total(int step, Word word, double sum, bool closed, Flow const& flow, Graph const& graph,
                      Vocabulary const& vocabulary, base::Diagnostics& faults)
{
    auto const& from = graph.steps()[static_cast<std::size_t>(step)];
    // What distinguishes these patients is what the route looks at.
    auto who = vocabulary.describe(word, flow.steps[static_cast<std::size_t>(step)].route_reads);
    if (!who.empty()) who = " for patients with " + who;
    auto const& here = flow.steps[static_cast<std::size_t>(step)];
    for (auto const& spell : here.spells) {
        double const there = here.each_way_now(
            word, graph.exit(), [&](FlowBranch const& branch) { return here.closes(spell, branch); },
            [](int, double, FlowBranch const&) {});
        if (std::abs(there - 1.0) <= 1e-9) continue;
        who += " on " + text_of_time(spell.from);
        break;
    }
    if (closed)
        who += who.empty() ? " for patients who took one of them as often as they may"
                           : ", who took one of them as often as they may";
    faults.error(code::route_not_total, from.route_path + "/to",
                 fmt::format("the branches from '{}' sum to {:.10g}, not 1{}", from.name, sum, who),
                 sum < 1 ? "leave out the last 'p' so that it takes everybody who is left, or add { to = 'exit' }"
                         : "lower the probabilities");
}

void report_no_show(int step, Word word, Flow const& flow, Graph const& graph, Vocabulary const& vocabulary,
                    base::Diagnostics& faults)
{
    auto const& no_show = *flow.steps[static_cast<std::size_t>(step)].no_show;
    double const missed = no_show.missed.at(word), cancelled = no_show.cancelled.at(word);
    Word reads = 0;
    for (auto const* table : {&no_show.missed, &no_show.cancelled})
        for (auto const& [where, p] : table->cases) reads |= where.reads();
    auto who = vocabulary.describe(word, reads);
    if (!who.empty()) who = " for patients with " + who;
    faults.error(code::queue_fault, graph.steps()[static_cast<std::size_t>(step)].path + "/no_show",
                 fmt::format("missed {:.6g} and cancelled {:.6g} sum to {:.6g}{}: more than all places", missed,
                             cancelled, missed + cancelled, who),
                 "lower one of them: they are shares of the same bookings");
}

Traffic traffic_of(Flow const& flow, Graph const& graph, Vocabulary const& vocabulary, base::Diagnostics& faults)
{
    StateSpace space{flow, graph};
    auto const why = flow.shared_luck ? std::string{"some decisions share their luck"} : space.explore();
    if (!why.empty()) {
        auto traffic = sample_traffic(flow, graph, vocabulary, faults);
        traffic.sampled_because = why;
        return traffic;
    }
    for (auto const& [step, odd] : space.not_total)
        report_not_total(step, odd.word, odd.sum, odd.closed, flow, graph, vocabulary, faults);
    for (auto const& [step, word] : space.over_booked) report_no_show(step, word, flow, graph, vocabulary, faults);
    auto const leaves = leaving(space, false), surely = leaving(space, true);
    report_cycles(space, leaves, flow, graph, vocabulary, faults);
    auto const visits = visits_of(space, surely);
    Traffic traffic;
    auto& demand = traffic.batches.emplace_back(flow);
    for (std::size_t i = 0; i < space.states.size(); ++i) {
        auto const [step, word, carried] = space.states[i];
        auto const n = static_cast<std::size_t>(step);
        auto const& here = flow.steps[n];
        if (leaves[i] && !surely[i]) {
            traffic.endless.resize(flow.steps.size());
            traffic.endless[n] = true;
        }
        if (!here.where.holds(word)) continue;
        auto const [came, places] =
            here.no_show ? StateSpace::attend(*here.no_show, word) : std::pair<double, double>{1.0, 1.0};
        double const served = visits[i] * came, takes = here.takes.mean(word);
        demand.visits[n] += served;
        demand.places[n] += visits[i] * places;
        demand.ticks[n] += served * takes;
        for (std::size_t s = 0; s < flow.stays.size(); ++s) {
            bool const begins = flow.stays[s].from == step, has = Carried::holds(carried, s);
            if (begins && !has) demand.stays[s] += served;
            if (has || begins) demand.held[s] += served * takes;
            if (has) demand.held[s] += visits[i] * here.lag.mean(word);
        }
    }
    return traffic;
}

} // namespace pathecon::pathway::detail
