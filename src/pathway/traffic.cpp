// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <unordered_map>

#include <Eigen/Sparse>
#include <Eigen/SparseLU>
#include <fmt/format.h>

#include "codes.hpp"
#include "flow.hpp"

namespace pathecon::pathway::detail {

namespace {

constexpr std::size_t most_kinds = 4096, most_states = 100'000;
constexpr double tolerance = 1e-9;

struct State {
    int step;
    Word word;
    bool operator==(State const&) const = default;
};
struct StateHash {
    std::size_t operator()(State const& s) const noexcept
    {
        return static_cast<std::size_t>((s.word ^ (Word{static_cast<unsigned>(s.step)} << 48)) * 0x9E3779B97F4A7C15U >>
                                        7);
    }
};
struct Edge {
    int from, to; ///< States; `to` is -1 for the exit.
    double p;
};

/// The states that patients can be in, and the chances of going from one to the next.
class StateSpace {
public:
    StateSpace(Flow const& flow, Graph const& graph)
        : flow_{flow}
        , graph_{graph}
    {}

    /// Returns why there are too many, empty when all is found.
    std::string explore()
    {
        for (auto const& source : flow_.sources) {
            if (source.entry == Graph::nowhere) continue;
            std::map<Word, double> kinds{{source.word, 1.0}};
            for (auto const& attribute : flow_.attributes) {
                if (!attribute.needed) continue;
                split(kinds, attribute);
                if (kinds.size() > most_kinds)
                    return fmt::format("there are more than {} kinds of patient", most_kinds);
            }
            for (auto const& [word, share] : kinds) {
                auto const state = state_of(source.entry, word);
                external[static_cast<std::size_t>(state)] += share * source.per_week;
            }
        }
        for (std::size_t i = 0; i < states.size(); ++i) {
            if (states.size() > most_states) return fmt::format("they can be in more than {} states", most_states);
            leave(static_cast<int>(i));
        }
        return {};
    }

    std::vector<State> states;
    std::vector<double> external; ///< [state]: patients who enter there in a week.
    std::vector<Edge> edges;
    std::map<int, std::pair<Word, double>>
        not_total; ///< [step]: the first kind of patient whose shares do not sum to 1.

private:
    static void split(std::map<Word, double>& kinds, FlowAttribute const& attribute)
    {
        std::map<Word, double> after;
        for (auto const& [word, share] : kinds) {
            auto const add = [&, w = word, s = share](std::size_t level, double p) {
                if (p > 0) after[w | attribute.variable->at_level(level)] += s * p;
            };
            if (!attribute.where.holds(word))
                add(0, 1.0);
            else if (attribute.shares.empty())
                add(1, attribute.is.at(word)), add(0, 1.0 - attribute.is.at(word));
            else
                for (std::size_t level = 0; level < attribute.shares.size(); ++level)
                    add(level, attribute.shares[level]);
        }
        kinds = std::move(after);
    }

    int state_of(int step, Word word)
    {
        State const state{step, word & flow_.steps[static_cast<std::size_t>(step)].live};
        auto const [at, fresh] = ids_.emplace(state, static_cast<int>(states.size()));
        if (fresh) states.push_back(state), external.push_back(0);
        return at->second;
    }

    void leave(int from)
    {
        auto const [step, word] = states[static_cast<std::size_t>(from)];
        auto const& here = flow_.steps[static_cast<std::size_t>(step)];
        auto const go = [&](Word w, int next, double p) {
            int const to = graph_.in_sequence(step, next);
            edges.push_back({from, to == graph_.exit() || to == Graph::nowhere ? -1 : state_of(to, w), p});
        };
        std::vector<std::pair<Word, double>> results{{word, 1.0}};
        if (here.where.holds(word))
            for (auto const& test : here.tests) {
                std::vector<std::pair<Word, double>> after;
                for (auto const& [w, p] : results) {
                    double const yes = test.positive(w);
                    if (yes > 0) after.emplace_back(w | test.bit, p * yes);
                    if (yes < 1) after.emplace_back(w & ~test.bit, p * (1.0 - yes));
                }
                results = std::move(after);
            }
        for (auto const& [w, p] : results) {
            if (graph_.steps()[static_cast<std::size_t>(step)].kind == StepKind::fork) {
                go(w, graph_.exit(), p);
                continue;
            }
            double const sum = here.each_way(w, graph_.exit(), [&, result = w, weight = p](int to, double share) {
                go(result, to, weight * share);
            });
            if (std::abs(sum - 1.0) > tolerance) not_total.try_emplace(step, w, sum);
            if (sum < 1.0 - tolerance) edges.push_back({from, -1, p * (1.0 - sum)});
        }
    }

    Flow const& flow_;
    Graph const& graph_;
    std::unordered_map<State, int, StateHash> ids_;
};

/// Says from which states the exit can be reached.
std::vector<bool> leaving(StateSpace const& space)
{
    std::vector<std::vector<int>> before(space.states.size());
    std::vector<bool> leaves(space.states.size());
    std::vector<int> open;
    auto const mark = [&](int state) {
        if (leaves[static_cast<std::size_t>(state)]) return;
        leaves[static_cast<std::size_t>(state)] = true;
        open.push_back(state);
    };
    for (auto const& edge : space.edges)
        if (edge.to >= 0) before[static_cast<std::size_t>(edge.to)].push_back(edge.from);
    for (auto const& edge : space.edges)
        if (edge.to < 0) mark(edge.from);
    while (!open.empty()) {
        int const state = open.back();
        open.pop_back();
        for (int const from : before[static_cast<std::size_t>(state)]) mark(from);
    }
    return leaves;
}

/// Finds the cycles among some states, each once, as ways of steps that end where they begin.
template <class Within, class Report>
void each_cycle(StateSpace const& space, Within within, Report report)
{
    std::vector<std::vector<int>> next(space.states.size());
    for (auto const& edge : space.edges)
        if (edge.to >= 0 && within(edge.from) && within(edge.to))
            next[static_cast<std::size_t>(edge.from)].push_back(edge.to);
    enum : char { fresh, on_way, done };
    std::vector<char> colour(space.states.size(), fresh);
    std::vector<std::pair<int, std::size_t>> way;
    for (std::size_t start = 0; start < space.states.size(); ++start) {
        if (colour[start] != fresh || !within(static_cast<int>(start))) continue;
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
        space, [&](int state) { return !leaves[static_cast<std::size_t>(state)]; },
        [&](auto const& steps, int state) {
            // What no patient can leave was seen in the form of the graph.
            if (by_form[static_cast<std::size_t>(steps.front())] && fresh(steps))
                faults.error(code::no_way_out, path(steps.front()),
                             "patients who come here" + who(state) + " never leave: " + graph.text(steps),
                             "give them a branch that leads on or to 'exit'");
        });
    shown.clear();
    auto const timeless = [&](int state) {
        auto const& at = space.states[static_cast<std::size_t>(state)];
        return flow.steps[static_cast<std::size_t>(at.step)].takes_no_time(at.word);
    };
    std::vector<bool> still(space.states.size());
    for (std::size_t i = 0; i < still.size(); ++i) still[i] = timeless(static_cast<int>(i));
    each_cycle(
        space, [&](int state) { return bool{still[static_cast<std::size_t>(state)]}; },
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

void report_not_total(int step, Word word, double sum, Flow const& flow, Graph const& graph,
                      Vocabulary const& vocabulary, base::Diagnostics& faults)
{
    auto const& from = graph.steps()[static_cast<std::size_t>(step)];
    // What distinguishes these patients is what the route looks at.
    auto who = vocabulary.describe(word, flow.steps[static_cast<std::size_t>(step)].route_reads);
    if (!who.empty()) who = " for patients with " + who;
    faults.error(code::route_not_total, from.route_path + "/to",
                 fmt::format("the branches from '{}' sum to {:.10g}, not 1{}", from.name, sum, who),
                 sum < 1 ? "leave out the last 'p' so that it takes everybody who is left, or add { to = 'exit' }"
                         : "lower the probabilities");
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
    for (auto const& [step, found] : space.not_total)
        report_not_total(step, found.first, found.second, flow, graph, vocabulary, faults);
    auto const leaves = leaving(space);
    report_cycles(space, leaves, flow, graph, vocabulary, faults);
    auto const visits = visits_of(space, leaves);
    Traffic traffic;
    auto& demand = traffic.batches.emplace_back();
    demand.visits.assign(flow.steps.size(), 0.0);
    demand.ticks.assign(flow.steps.size(), 0.0);
    for (std::size_t i = 0; i < space.states.size(); ++i) {
        auto const [step, word] = space.states[i];
        auto const& here = flow.steps[static_cast<std::size_t>(step)];
        if (!here.where.holds(word)) continue;
        demand.visits[static_cast<std::size_t>(step)] += visits[i];
        demand.ticks[static_cast<std::size_t>(step)] += visits[i] * here.takes.mean(word);
    }
    return traffic;
}

} // namespace pathecon::pathway::detail
