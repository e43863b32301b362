// SPDX-License-Identifier: MIT
/// \file
/// How patients come and go at a desk, one server at a time of a pool that no other step uses, and at a plain step, which is a desk
/// with no rule but patience and pre-emption: the short ways through what rule.hpp and room.hpp do for all steps.
#pragma once

#include <pathecon/sim/loop.hpp>

namespace pathecon::sim {

/// Enters a plain step. Returns whether the token stays there; else its work took no time and is over.
template <Shape shape, Recorder R>
[[gnu::always_inline]] inline bool Loop<shape, R>::enter_plain(std::uint32_t who, StepNode const& node, Desk const& desk, Ticks since) {
    Index const line = line_of(who, node);
    if (extras_[who].holding) let_go(who);
    tokens_[who].line = line;
    if (desk.pool->idle() > 0) return !start_at_desk(who, node, desk, since, false);
    if (desk.at_level != nullptr)
        if (Choice const choice = choose(who, node); choice.possible) return !start_by_choice(who, node, choice, since, false);
    join_by_rule(who, node, line, since);
    return true;
}

/// Starts the work of a token that was not put back, at a desk with an idle server. Returns whether it took no time and is over.
template <Shape shape, Recorder R>
[[gnu::always_inline]] inline bool Loop<shape, R>::start_at_desk(std::uint32_t who, StepNode const& node, Desk const& desk, Ticks since, bool queued) {
    Token& token = tokens_[who];
    token.work = desk.times != nullptr ? rounded(desk.times->at(luck_of(token))) : duration_of(who, node);
    if (!queued) recorder_.on_queue(now_, patient_of(token), token.step);
    note_start(who, node, since, now_);
    if (token.work == 0 && !queued) return true;
    Extra& extra = extras_[who];
    extra.options = 0;
    extra.level = static_cast<std::uint16_t>(level_of_line_[token.line]);
    desk.pool->seize(1);
    if constexpr (R::lengths) note_busy(rules_of(node).pool);
    if (desk.at_level != nullptr) ++desk.at_level[extra.level];
    extra.state = State::working;
    token.since = now_;
    token.working = true;
    std::uint32_t const slot = token.slot = desk.pool->take_slot(next_free_);
    recorder_.on_server(desk.resource, slot - desk.first_slot + 1);
    seat(who, slot, now_ + token.work);
    return false;
}

/// Puts the end of work at a slot into the calendar.
template <Shape shape, Recorder R>
[[gnu::always_inline]] inline void Loop<shape, R>::seat(std::uint32_t who, std::uint32_t slot, Ticks end) {
    server_[slot] = who;
    stints_[slot] = {now_, extras_[who].level};
    calendar_.bring_forward(slot, end);
}

/// Ends the work of a token at a plain step, and lets the next one start.
template <Shape shape, Recorder R>
[[gnu::always_inline]] inline void Loop<shape, R>::complete_plain(std::uint32_t who, StepNode const& node, std::uint32_t slot) {
    Token& token = tokens_[who];
    Desk const& desk = desks_[token.step];
    token.working = false;
    if (desk.at_level != nullptr) --desk.at_level[extras_[who].level];
    note_used(token, desk.resource, token.since, 1);
    desk.pool->release(1);
    if constexpr (R::lengths) note_busy(rules_of(node).pool);
    desk.pool->give_slot(slot, next_free_);
    server_[slot] = des::nobody;
    stints_[slot].level = any_level;
    for (des::Line const* line = desk.lines; line != desk.end_of_lines; ++line)
        if (!line->empty()) return dispatch_desk(node, desk);
}

/// Lets those start who wait at a desk, while they can: nobody but the first of the best line can be next.
template <Shape shape, Recorder R>
void Loop<shape, R>::dispatch_desk(StepNode const& node, Desk const& desk) {
    for (Index line; (line = first_line_waiting(node)) != none;) {
        std::uint32_t const who = lines_[line].head;
        if (desk.pool->idle() > 0 && !extras_[who].put_back) {
            leave_line(who, node);
            start_at_desk(who, node, desk, tokens_[who].since, true);
            continue;
        }
        Choice const choice = choose(who, node);
        if (!choice.possible) return;
        leave_line(who, node);
        start_by_choice(who, node, choice, tokens_[who].since, true);
    }
}

/// Finds the desks, and gathers what each is made of.
template <Shape shape, Recorder R>
void Loop<shape, R>::prepare_desks() {
    desks_.resize(network_.steps.size());
    for (Index s = 0; s < desks_.size(); ++s) {
        StepNode const& step = network_.steps[s];
        RuleNode const& rules = rules_of(step);
        Index const pool = rules.pool;
        if (step.kind != StepKind::work || !rules.one_need || !network_.pools[pool].simple || rules.ageing != 0 || rules.room >= 0 || rules.bulk != none) continue;
        desks_[s] = {.pool = &pools_[pool],
                     .at_level = rules.preemptive ? &at_level_[pool * levels_.size()] : nullptr,
                     .times = step.one_law && step.bare ? &draws_.times(s) : nullptr,
                     .lines = lines_.data() + step.first_line,
                     .end_of_lines = lines_.data() + step.first_line + step.lines,
                     .resource = network_.pools[pool].resource,
                     .first_slot = pool_slot_[pool]};
    }
}

} // namespace pathecon::sim
