// SPDX-License-Identifier: MIT
#include "states.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

#include <fmt/format.h>

namespace pathecon::pathway::detail {

namespace {

constexpr std::size_t most_kinds = 4096, most_states = 100'000;
constexpr double tolerance = 1e-9;

} // namespace

Carried::Carried(Flow const& flow)
    : bits_{static_cast<int>(flow.stays.size())}
{
    for (int const most : flow.most) {
        int const bits = static_cast<int>(std::bit_width(static_cast<unsigned>(most)));
        counters_.push_back({bits_, bits, most});
        bits_ += bits;
    }
}

int Carried::count(std::uint64_t carried, int counter) const
{
    auto const& c = counters_[static_cast<std::size_t>(counter)];
    return static_cast<int>(carried >> c.shift & ((std::uint64_t{1} << c.bits) - 1));
}

void Carried::add(std::uint64_t& carried, int counter) const
{
    auto const& c = counters_[static_cast<std::size_t>(counter)];
    if (count(carried, counter) < c.most) carried += std::uint64_t{1} << c.shift;
}

std::string StateSpace::explore()
{
    if (flow_.timed) return "some ways are open for a time since a point, which is judged by times without waits";
    if (carried_.bits() > 63) return "stays and limited branches are more than can be followed";
    for (auto const& source : flow_.sources) {
        if (source.entry == Graph::nowhere) continue;
        std::map<Word, double> kinds{{source.word, 1.0}};
        for (auto const& attribute : flow_.attributes) {
            if (!attribute.needed) continue;
            split(kinds, attribute, source);
            if (kinds.size() > most_kinds) return fmt::format("there are more than {} kinds of patient", most_kinds);
        }
        for (auto const& [word, share] : kinds) {
            auto const state = state_of(source.entry, word, 0);
            external[static_cast<std::size_t>(state)] += share * source.per_week;
        }
    }
    for (std::size_t i = 0; i < states.size(); ++i) {
        if (states.size() > most_states) return fmt::format("they can be in more than {} states", most_states);
        leave(static_cast<int>(i));
    }
    return {};
}

std::pair<double, double> StateSpace::attend(FlowNoShow const& no_show, Word word)
{
    double const cancelled = no_show.cancelled.at(word);
    double const away = std::min(1.0, no_show.missed.at(word) + cancelled);
    double attempts = 0, still = 1;
    for (int k = 0; k <= no_show.rebooked && still > 0; ++k) attempts += still, still *= away;
    return {1.0 - still, attempts * (1.0 - cancelled)};
}

void StateSpace::split(std::map<Word, double>& kinds, FlowAttribute const& attribute, FlowSource const& source) const
{
    auto const mask = attribute.variable->mask();
    std::map<Word, double> after;
    for (auto const& [word, share] : kinds) {
        auto const add = [&, w = word, s = share](std::size_t level, double p) {
            if (p > 0) after[w | attribute.variable->at_level(level)] += s * p;
        };
        if ((source.fixed & mask) != 0)
            after[word | (source.fixed_at & mask)] += share;
        else if (!attribute.where.holds(word))
            add(0, 1.0);
        else if (attribute.shares.empty())
            add(1, attribute.is.at(word)), add(0, 1.0 - attribute.is.at(word));
        else
            for (std::size_t level = 0; level < attribute.shares.size(); ++level) add(level, attribute.shares[level]);
    }
    kinds = std::move(after);
}

int StateSpace::state_of(int step, Word word, std::uint64_t carried)
{
    State const state{step, word & flow_.steps[static_cast<std::size_t>(step)].live, carried};
    auto const [at, fresh] = ids_.emplace(state, static_cast<int>(states.size()));
    if (fresh) states.push_back(state), external.push_back(0);
    return at->second;
}

void StateSpace::leave(int from)
{
    auto const [step, word, before] = states[static_cast<std::size_t>(from)];
    auto const& here = flow_.steps[static_cast<std::size_t>(step)];
    bool const needed = here.where.holds(word), timeless = here.takes_no_time(word);
    auto const go = [&](Word w, std::uint64_t carried, int next, double p, bool no_time) {
        int const to = graph_.in_sequence(step, next);
        edges.push_back(
            {from, to == graph_.exit() || to == Graph::nowhere ? -1 : state_of(to, w, carried), p, no_time});
    };
    if (needed)
        for (auto const& way : here.ways)
            if (way.where.holds(word)) go(word, before, way.to, 0.0, way.timeless);
    double came = 1;
    if (needed && here.no_show) {
        if (here.no_show->missed.at(word) + here.no_show->cancelled.at(word) > 1.0 + tolerance)
            over_booked.try_emplace(step, word);
        came = attend(*here.no_show, word).first;
        if (came < 1) go(word, before, here.no_show->to, 1.0 - came, false);
    }
    auto carried = before;
    for (std::size_t s = 0; s < flow_.stays.size(); ++s) {
        if (needed && flow_.stays[s].from == step) Carried::take(carried, s);
        if (flow_.stays[s].to == step) Carried::give(carried, s);
    }
    std::vector<std::pair<Word, double>> results{{word, came}};
    if (needed)
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
            go(w, carried, graph_.exit(), p, timeless);
            continue;
        }
        bool closed = false;
        double const sum = here.each_way(
            w, graph_.exit(),
            [&](FlowBranch const& branch) {
                bool const full = branch.counter >= 0 && carried_.count(carried, branch.counter) >= branch.most;
                closed = closed || full;
                return full;
            },
            [&, result = w, weight = p](int to, double share, FlowBranch const& branch) {
                auto then = carried;
                if (branch.counter >= 0) carried_.add(then, branch.counter);
                go(result, then, to, weight * share, timeless);
            });
        if (std::abs(sum - 1.0) > tolerance) not_total.try_emplace(step, Odd{w, sum, closed});
        if (sum < 1.0 - tolerance) edges.push_back({from, -1, p * (1.0 - sum), timeless});
    }
}

} // namespace pathecon::pathway::detail
