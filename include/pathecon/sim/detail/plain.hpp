// SPDX-License-Identifier: MIT
/// \file
/// How patients come to a plain step, one server of a pool that no other step uses, with no rule but patience and pre-emption:
/// the short ways through what rule.hpp and room.hpp do for all steps.
#pragma once

#include <pathecon/sim/loop.hpp>

namespace pathecon::sim {

/// Enters a plain step. Returns whether the token stays there; else its work took no time and is over.
template <Shape shape, Recorder R>
[[gnu::always_inline]] inline bool Loop<shape, R>::enter_plain(std::uint32_t who, StepNode const& node, Ticks since) {
    Index const line = line_of(who, node);
    let_go(who);
    tokens_[who].line = line;
    if (pools_[rules_of(node).pool].idle() > 0) return !start_plain(who, node, since, false);
    if (rules_of(node).preemptive)
        if (Choice const choice = choose(who, node); choice.possible) return !start_by_choice(who, node, choice, since, false);
    join_by_rule(who, node, line, since);
    return true;
}

/// Starts the work of a token that was not put back, at a plain step with an idle server. Returns whether it took no time and is over.
template <Shape shape, Recorder R>
[[gnu::always_inline]] inline bool Loop<shape, R>::start_plain(std::uint32_t who, StepNode const& node, Ticks since, bool queued) {
    Token& token = tokens_[who];
    token.work = duration_of(who, node);
    if (!queued) recorder_.on_queue(now_, patient_of(token), token.step);
    note_start(who, node, since, now_);
    if (token.work == 0 && !queued) return true;
    RuleNode const& rules = rules_of(node);
    Extra& extra = extras_[who];
    extra.options = 0;
    extra.level = static_cast<std::uint16_t>(level_of_line_[token.line]);
    pools_[rules.pool].seize(1);
    if (rules.preemptive) ++at_level_[rules.pool * levels_.size() + extra.level];
    take_server(who, rules.pool, token.work, 0);
    return false;
}

/// Takes a calendar slot of a pool for work that ends after `rest`. `person` is the number of who serves, where that matters.
template <Shape shape, Recorder R>
[[gnu::always_inline]] inline void Loop<shape, R>::take_server(std::uint32_t who, Index pool, Ticks rest, std::uint16_t person) {
    Token& token = tokens_[who];
    extras_[who].state = State::working;
    token.since = now_;
    token.working = true;
    std::uint32_t const slot = token.slot = pools_[pool].take_slot(next_free_);
    recorder_.on_server(network_.pools[pool].resource, (persons_[pool].kept() ? person : slot - pool_slot_[pool]) + 1);
    server_[slot] = who;
    stints_[slot] = {now_, network_.line_levels[token.line]};
    calendar_.bring_forward(slot, now_ + rest);
}

/// Ends the work of a token at a plain step, and lets the next one start.
template <Shape shape, Recorder R>
[[gnu::always_inline]] inline void Loop<shape, R>::complete_plain(std::uint32_t who, StepNode const& node, std::uint32_t slot) {
    Token& token = tokens_[who];
    RuleNode const& rules = rules_of(node);
    Index const pool = rules.pool;
    token.working = false;
    if (rules.preemptive) --at_level_[pool * levels_.size() + extras_[who].level];
    note_used(token, network_.pools[pool].resource, token.since, 1);
    pools_[pool].release(1);
    pools_[pool].give_slot(slot, next_free_);
    server_[slot] = des::nobody;
    if (first_line_waiting(node) != none) (void)dispatch_alone(pool);
}

/// Dispatches a pool that one step uses, one server at a time: nobody but the first of the best line can be next. Returns
/// whether that is so.
template <Shape shape, Recorder R>
bool Loop<shape, R>::dispatch_alone(Index pool) {
    StepNode const& step = network_.steps[network_.pool_users[network_.pools[pool].users.begin]];
    RuleNode const& rules = rules_of(step);
    if (!rules.one_need || rules.ageing != 0 || rules.room >= 0) return false;
    for (Index line; (line = first_line_waiting(step)) != none;) {
        std::uint32_t const who = lines_[line].head;
        if (pools_[pool].idle() > 0 && !extras_[who].put_back && step.plain) {
            leave_line(who, step);
            start_plain(who, step, tokens_[who].since, true);
            continue;
        }
        Choice const choice = choose(who, step);
        if (!choice.possible) return true;
        leave_line(who, step);
        start_by_choice(who, step, choice, tokens_[who].since, true);
    }
    return true;
}

} // namespace pathecon::sim
