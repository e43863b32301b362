// SPDX-License-Identifier: MIT
/// \file
/// How the loop lets patients wait, starts their work, and frees what they held.
#pragma once

#include <pathecon/sim/loop.hpp>

namespace pathecon::sim {

/// Returns the line of a patient's level at a step.
template <Shape shape, Recorder R>
[[gnu::always_inline]] inline Index Loop<shape, R>::line_of(std::uint32_t who, StepNode const& node) const {
    return node.first_line + draws_.line_of(node, root_of(tokens_[who]).bits);
}

template <Shape shape, Recorder R>
[[gnu::always_inline]] inline void Loop<shape, R>::join_line(std::uint32_t who, StepNode const& node, Index line, Ticks since) {
    Token& token = tokens_[who];
    token.since = since;
    token.line = line;
    recorder_.on_queue(now_, patient_of(token), token.step);
    lines_[line].push(tokens_, who);
    note_length(node);
}

template <Shape shape, Recorder R>
bool Loop<shape, R>::can_start(StepNode const& node) const {
    for (Index u = node.uses.begin; u < node.uses.end; ++u)
        if (pools_[network_.uses[u].pool].idle() < network_.uses[u].count) return false;
    return true;
}

/// Takes the servers and puts the end of the work into the calendar.
template <Shape shape, Recorder R>
void Loop<shape, R>::begin(std::uint32_t who, StepNode const& node, Ticks work) {
    Token& token = tokens_[who];
    token.work = work;
    token.since = now_;
    token.working = true;
    Index const first = network_.uses[node.uses.begin].pool;
    for (Index u = node.uses.begin; u < node.uses.end; ++u) take_servers(network_.uses[u].pool, network_.uses[u].count);
    token.slot = pools_[first].take_slot(next_free_);
    server_[token.slot] = who;
    calendar_.bring_forward(token.slot, now_ + work);
}

/// Gives back what a token holds.
template <Shape shape, Recorder R>
void Loop<shape, R>::release(std::uint32_t who, StepNode const& node) {
    Token& token = tokens_[who];
    token.working = false;
    for (Index u = node.uses.begin; u < node.uses.end; ++u) {
        UseNode const use = network_.uses[u];
        give_servers(use.pool, use.count);
        note_used(token, network_.pools[use.pool].resource, token.since, use.count);
    }
    server_[token.slot] = des::nobody;
    pools_[slot_pool_[token.slot]].give_slot(token.slot, next_free_);
}

/// Ends the work at a slot, whose event was taken out. Those who wait for the servers start before the one who is done moves on.
template <Shape shape, Recorder R>
[[gnu::always_inline]] inline void Loop<shape, R>::complete(std::uint32_t slot) {
    std::uint32_t const who = server_[slot];
    StepNode const& node = network_.steps[tokens_[who].step];
    if constexpr (ruled) {
        complete_by_rule(who, slot);
    } else if (network_.pools[slot_pool_[slot]].simple) {
        hand_over(slot);
    } else {
        release(who, node);
        for (Index u = node.uses.begin; u < node.uses.end; ++u) dispatch(network_.uses[u].pool);
    }
    if constexpr (!ruled) {
        finish(who, node);
        go_on(who, next_step(who, node));
    }
}

/// A server of a pool that only one step uses, and one at a time, takes the next patient of that step.
template <Shape shape, Recorder R>
[[gnu::always_inline]] inline void Loop<shape, R>::hand_over(std::uint32_t slot) {
    std::uint32_t const who = server_[slot];
    Token& token = tokens_[who];
    StepNode const& node = network_.steps[token.step];
    Index const pool = slot_pool_[slot];
    token.working = false;
    note_used(token, network_.pools[pool].resource, token.since, 1);
    Index const line = first_line_waiting(node);
    if (line == none || pools_[pool].idle() < 0) {
        give_servers(pool, 1);
        pools_[pool].give_slot(slot, next_free_);
        server_[slot] = des::nobody;
        return;
    }
    std::uint32_t const next = lines_[line].pop(tokens_);
    note_length(node);
    Token& taken = tokens_[next];
    taken.work = duration_of(next, node);
    note_start(next, node, taken.since, now_);
    taken.since = now_;
    taken.working = true;
    taken.slot = slot;
    server_[slot] = next;
    calendar_.bring_forward(slot, now_ + taken.work);
}

/// Starts everybody whom the pool's idle servers allow to start.
template <Shape shape, Recorder R>
void Loop<shape, R>::dispatch(Index pool) {
    PoolNode const& node = network_.pools[pool];
    while (pools_[pool].idle() > 0) {
        Index line = none;
        std::uint32_t const who = best_waiting(node, line);
        if (who == des::nobody) return;
        lines_[line].pop(tokens_);
        StepNode const& step = network_.steps[tokens_[who].step];
        note_length(step);
        Ticks const work = duration_of(who, step);
        note_start(who, step, tokens_[who].since, now_);
        begin(who, step, work);
    }
}

/// Returns the first of the best line of a step, or none.
template <Shape shape, Recorder R>
Index Loop<shape, R>::first_line_waiting(StepNode const& node) const {
    for (Index line = node.first_line; line < node.first_line + node.lines; ++line)
        if (!lines_[line].empty()) return line;
    return none;
}

/// Returns who is served next: the lowest level, then who has waited longest, then the order of patients; passing over
/// those whose other resources are not idle.
template <Shape shape, Recorder R>
std::uint32_t Loop<shape, R>::best_waiting(PoolNode const& pool, Index& line) const {
    if (pool.simple) {
        line = first_line_waiting(network_.steps[network_.pool_users[pool.users.begin]]);
        return line == none ? des::nobody : lines_[line].head;
    }
    std::uint32_t best = des::nobody;
    for (Index s = pool.users.begin; s < pool.users.end; ++s) {
        StepNode const& step = network_.steps[network_.pool_users[s]];
        Index const candidate_line = first_line_waiting(step);
        if (candidate_line == none || !can_start(step)) continue;
        std::uint32_t const candidate = lines_[candidate_line].head;
        if (best != des::nobody) {
            Token const &a = tokens_[candidate], &b = tokens_[best];
            std::int32_t const level_a = network_.line_levels[candidate_line], level_b = network_.line_levels[line];
            if (level_a != level_b ? level_a > level_b : a.since != b.since ? a.since > b.since : order_of(a) > order_of(b)) continue;
        }
        best = candidate;
        line = candidate_line;
    }
    return best;
}

template <Shape shape, Recorder R>
void Loop<shape, R>::schedule_rota_change(Index pool) {
    calendar_.set(rota_slot_[pool], rota_[pool].next_change());
}

/// Changes how many are on duty.
template <Shape shape, Recorder R>
void Loop<shape, R>::change_rota(Index pool) {
    rota_[pool].advance();
    schedule_rota_change(pool);
    if constexpr (ruled) {
        set_capacity(pool);
        put_back_surplus(pool, network_.pools[pool].end_of_shift);
        dispatch_by_rule(pool);
    } else {
        pools_[pool].set_capacity(rota_[pool].value());
        recorder_.on_capacity(now_, network_.pools[pool].resource, pools_[pool].capacity());
        dispatch(pool);
    }
}

} // namespace pathecon::sim
