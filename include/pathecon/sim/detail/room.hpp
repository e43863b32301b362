// SPDX-License-Identifier: MIT
/// \file
/// How the loop lets patients in where room is limited, turns them away, and holds them back.
#pragma once

#include <pathecon/sim/loop.hpp>

namespace pathecon::sim {

/// Gives back the servers of the last step, if they are still held; nobody starts yet.
template <Shape shape, Recorder R>
auto Loop<shape, R>::free_held(std::uint32_t who) -> Held {
    if (!extras_[who].holding) return {};
    Held const held = pools_held(who);
    release_by_rule(who);
    extras_[who].holding = false;
    return held;
}

template <Shape shape, Recorder R>
void Loop<shape, R>::let_go(std::uint32_t who) {
    if (!extras_[who].holding) return;
    Held const held = free_held(who);
    for (Index const pool : held) dispatch_by_rule(pool);
}

/// Enters a step where patients wait. Returns whether the token stays there; else `step` says where it goes on.
template <Shape shape, Recorder R>
[[gnu::always_inline]] inline bool Loop<shape, R>::enter_by_rule(std::uint32_t who, StepNode const& node, Index& step, Ticks since) {
    RuleNode const& rules = rules_of(node);
    Index const line = line_of(who, node);
    if (rules.room < 0) let_go(who);
    tokens_[who].line = line;
    if (rules.bulk != none) [[unlikely]] {
        if (enter_bulk(who, node, since)) return true;
    } else if (node.kind == StepKind::work) {
        if (Choice const choice = choose(who, node); choice.possible) {
            if (!admit(who, node, choice, since)) return true;
            step = next_step(who, node);
            return false;
        }
    }
    if (!rules.balks.empty())
        if (Index const to = balks_to(who, node); to != stays_here) {
            if (tokens_[who].cohort) ++counts_of(tokens_[who]).balked[node.label * sources_ + tokens_[who].source];
            recorder_.on_other(now_, patient_of(tokens_[who]), tokens_[who].step, What::balk);
            step = to;
            return false;
        }
    if (rules.room >= 0 && waiting_at(node) >= rules.room) {
        extras_[who].state = State::blocked;
        extras_[who].blocked_since = since;
        recorder_.on_other(now_, patient_of(tokens_[who]), tokens_[who].step, What::block);
        lines_[rules.blocked_line].push(tokens_, who);
        return true;
    }
    Held const held = free_held(who);
    join_by_rule(who, node, line, since);
    for (Index const pool : held) dispatch_by_rule(pool);
    return true;
}

/// Starts a token that stands in no line, giving back what it still held. Returns whether its work took no time and is over.
template <Shape shape, Recorder R>
[[gnu::always_inline]] inline bool Loop<shape, R>::admit(std::uint32_t who, StepNode const& node, Choice const& choice, Ticks since) {
    Held const held = free_held(who);
    bool const over = start_by_choice(who, node, choice, since, false);
    for (Index const pool : held) dispatch_by_rule(pool);
    if (over) finish(who, node);
    return over;
}

template <Shape shape, Recorder R>
void Loop<shape, R>::join_by_rule(std::uint32_t who, StepNode const& node, Index line, Ticks since) {
    extras_[who].state = State::queued;
    join_line(who, node, line, since);
    if (since < now_) [[unlikely]] stand_by_wait(who, line);
    RuleNode const& rules = rules_of(node);
    if (rules.turn != Turn::first) [[unlikely]] take_turn(who, node, line);
    if (rules.bulk != none) [[unlikely]]
        if (Ticks const wait = network_.bulks[rules.bulk].wait; wait > 0)
            note(bulk_waits_, bulk_slot_, {std::max(since + wait, now_), order_of(tokens_[who], des::Rank::bulk)}, who);
    if (rules.patience == none) return;
    PatienceNode const& patience = network_.patiences[rules.patience];
    Token const& token = tokens_[who];
    std::uint64_t const bits = root_of(token).bits;
    if (!draws_.holds(patience.where, bits)) return;
    std::uint32_t const visit = token.visit | std::uint32_t{extras_[who].attempt} << 16;
    double const after = patience.one_law && visit == 0 ? draws_.patience(rules.patience).at(luck_of(token))
                                                        : draws_.time_of(patience.after, patience.decision, luck_of(token), visit, bits);
    if (patience_.push({now_ + static_cast<Ticks>(after + 0.5), order_of(token, des::Rank::patience)}, who)) sync(patience_.near(), patience_slot_);
}

/// Lets a token that has waited since before it joined a line stand before those who have waited less.
template <Shape shape, Recorder R>
void Loop<shape, R>::stand_by_wait(std::uint32_t who, Index line) {
    std::uint32_t before = who;
    while (tokens_[before].prev != des::nobody && tokens_[tokens_[before].prev].since > tokens_[who].since) before = tokens_[before].prev;
    if (before == who) return;
    lines_[line].remove(tokens_, who);
    lines_[line].insert(tokens_, who, before);
}

/// Lets a token that has joined a line stand where its order says: before all who came, or at a place drawn among theirs,
/// so that whoever is first is any of them alike. Those who were put back stay before everybody.
template <Shape shape, Recorder R>
void Loop<shape, R>::take_turn(std::uint32_t who, StepNode const& node, Index line) {
    RuleNode const& rules = rules_of(node);
    des::Line& others = lines_[line];
    others.remove(tokens_, who);
    std::int64_t came = others.length;
    std::uint32_t before = others.head;
    for (; before != des::nobody && extras_[before].put_back; before = tokens_[before].next) --came;
    if (rules.turn == Turn::random) {
        Token const& token = tokens_[who];
        double const u = draws_.uniform(rules.turn_decision, luck_of(token), token.visit | std::uint32_t{extras_[who].attempt} << 16);
        for (auto place = static_cast<std::int64_t>(u * static_cast<double>(came + 1)); place > 0; --place) before = tokens_[before].next;
    }
    if (before == des::nobody) others.push(tokens_, who);
    else others.insert(tokens_, who, before);
}

/// Takes a token out of the line where it waits, and its patience with it.
template <Shape shape, Recorder R>
[[gnu::always_inline]] inline void Loop<shape, R>::leave_line(std::uint32_t who, StepNode const& node) {
    lines_[tokens_[who].line].remove(tokens_, who);
    note_length(node);
    if (rules_of(node).bulk != none) [[unlikely]] strike(bulk_waits_, bulk_slot_, who);
    if (rules_of(node).patience != none && patience_.strike(who)) sync(patience_.near(), patience_slot_);
}

/// Where a patient goes who will not wait at a step; `stays_here` for one who will.
template <Shape shape, Recorder R>
Index Loop<shape, R>::balks_to(std::uint32_t who, StepNode const& node) {
    RuleNode const& rules = rules_of(node);
    Token const& token = tokens_[who];
    double u = -1;
    for (Index b = rules.balks.begin; b < rules.balks.end; ++b) {
        BalkNode const& balk = network_.balks[b];
        if (waiting_at(network_.steps[balk.of]) < balk.length || !draws_.holds(balk.where, root_of(token).bits)) continue;
        if (balk.p <= 0) continue;
        if (balk.p < 1) {
            if (u < 0) u = draws_.uniform(rules.balk_decision, luck_of(token), token.visit);
            if (u >= balk.p) continue;
        }
        return balk.to;
    }
    return stays_here;
}

/// Lets in those who found no room, as there is some now.
template <Shape shape, Recorder R>
void Loop<shape, R>::unblock(StepNode const& node) {
    RuleNode const& rules = rules_of(node);
    if (rules.room < 0) return;
    des::Line& blocked = lines_[rules.blocked_line];
    while (!blocked.empty() && waiting_at(node) < rules.room) {
        std::uint32_t const who = blocked.pop(tokens_);
        extras_[who].state = State::moving;
        if (Choice const choice = choose(who, node); choice.possible) {
            if (admit(who, node, choice, extras_[who].blocked_since)) go(who, next_step(who, node));
            continue;
        }
        Held const held = free_held(who);
        join_by_rule(who, node, tokens_[who].line, now_);
        for (Index const pool : held) dispatch_by_rule(pool);
    }
}

} // namespace pathecon::sim
