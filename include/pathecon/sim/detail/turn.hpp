// SPDX-License-Identifier: MIT
/// \file
/// How the loop takes event after event, and how it ends.
#pragma once

#include <pathecon/sim/loop.hpp>

namespace pathecon::sim {

template <Shape shape, Recorder R>
Replication Loop<shape, R>::run() {
    turn();
    close();
    return std::move(result_);
}

/// Takes event after event until the horizon.
template <Shape shape, Recorder R>
void Loop<shape, R>::turn() {
    for (;;) {
        Ticks next = calendar_.next_time();
        if constexpr (ruled)
            if (next >= patience_.horizon()) [[unlikely]] {
                if (patience_.look_ahead(next)) sync(patience_.near(), patience_slot_);
                next = calendar_.next_time();
            }
        if (next >= end_ || (next >= window_end_ && cohort_live_ == 0)) break;
        if ((++result_.events & 1023) == 0 && limits_.cancel != nullptr && limits_.cancel->load(std::memory_order_relaxed)) {
            result_.status = RunStatus::cancelled;
            break;
        }
        now_ = next;
        std::uint32_t const slot = calendar_.take([this](std::uint32_t tied) { return order_at(tied); });
        if (slot >= first_server_slot_) complete(slot);
        else if (slot < sources_) come(slot);
        else if (slot == delay_slot_) end_delay();
        else take_place(slot);
        if constexpr (ruled)
            if (surge_due_) judge_surges();
        if (result_.status != RunStatus::ok) [[unlikely]] break;
    }
}

/// Returns the order word of what is pending at a slot.
template <Shape shape, Recorder R>
std::uint64_t Loop<shape, R>::order_at(std::uint32_t slot) const {
    if (slot >= first_server_slot_) return order_of(tokens_[server_[slot]]);
    if (slot < sources_) return des::order_of(des::Rank::arrival, slot, arriving_[slot].number, 0);
    if (slot == delay_slot_) return delays_.top().moment.order;
    Other const other = others_[slot - first_other_slot_];
    switch (other.kind) {
        case Other::Kind::rota: return des::order_of(des::Rank::capacity, 0, other.which, 0);
        case Other::Kind::downtime: return des::order_of(des::Rank::capacity, 0, network_.pools.size() + other.which, 0);
        case Other::Kind::list: return des::order_of(des::Rank::timed, 0, other.which, 0);
        case Other::Kind::patience: return patience_.near().top().moment.order;
        case Other::Kind::event: return events_.top().moment.order;
        case Other::Kind::bulk: return bulk_waits_.top().moment.order;
        default: return arriving_[other.which].expected.top().moment.order;
    }
}

/// What is neither an arrival, nor the end of a delay, nor of work.
template <Shape shape, Recorder R>
void Loop<shape, R>::take_place(std::uint32_t slot) {
    Other const other = others_[slot - first_other_slot_];
    switch (other.kind) {
        case Other::Kind::rota: return change_rota(other.which);
        case Other::Kind::list: return hold_list(other.which);
        default: break;
    }
    if constexpr (ruled) switch (other.kind) {
            case Other::Kind::patience: return lose_patience();
            case Other::Kind::event: return happen();
            case Other::Kind::bulk: return end_bulk_wait();
            case Other::Kind::downtime: return change_downtime(other.which);
            default: {
                Arriving& state = arriving_[other.which];
                std::uint32_t const number = state.expected.pop().who;
                sync(state.expected, state.slot);
                arrive(other.which, number, now_, in_window(now_));
            }
        }
}

/// Gives the calendar the first entry of an agenda.
template <Shape shape, Recorder R>
void Loop<shape, R>::sync(des::Agenda const& agenda, std::uint32_t slot) {
    if (agenda.empty()) calendar_.clear(slot);
    else calendar_.set(slot, agenda.top().moment.time);
}

/// Puts somebody into an agenda; the calendar is told only if that one is now the first.
template <Shape shape, Recorder R>
[[gnu::always_inline]] inline void Loop<shape, R>::note(des::Agenda& agenda, std::uint32_t slot, des::Moment moment, std::uint32_t who) {
    agenda.push(moment, who);
    if (agenda.top().who == who) sync(agenda, slot);
}

/// Takes somebody out of an agenda, if there.
template <Shape shape, Recorder R>
[[gnu::always_inline]] inline void Loop<shape, R>::strike(des::Agenda& agenda, std::uint32_t slot, std::uint32_t who) {
    if (!agenda.holds(who)) return;
    bool const first = agenda.top().who == who;
    agenda.erase(who);
    if (first) sync(agenda, slot);
}

template <Shape shape, Recorder R>
void Loop<shape, R>::wait_for(std::uint32_t who, Ticks until) {
    if constexpr (ruled) extras_[who].state = State::delayed;
    note(delays_, delay_slot_, {until, order_of(tokens_[who])}, who);
}

template <Shape shape, Recorder R>
void Loop<shape, R>::end_delay() {
    std::uint32_t const who = delays_.pop().who;
    sync(delays_, delay_slot_);
    StepNode const& node = network_.steps[tokens_[who].step];
    if constexpr (ruled)
        if (tokens_[who].working || legator_[who] != des::nobody) end_place(who, node);
    finish(who, node);
    go(who, next_step(who, node));
}

template <Shape shape, Recorder R>
void Loop<shape, R>::close() {
    if (result_.status == RunStatus::ok) {
        // The run ends when the last of the cohort has left, or at the end of the follow-up.
        Ticks const idle = std::max(now_, window_end_);
        now_ = cohort_live_ == 0 && idle < end_ ? idle : end_;
    }
    result_.end = now_;
    count_people(0);
    for (std::uint32_t who = 0; who < tokens_.size(); ++who) {
        Token const& token = tokens_[who];
        if (!token.live) continue;
        if (token.cohort && token.root == who) ++counts_of(token).unfinished_at[network_.steps[token.step].label * sources_ + token.source];
        if constexpr (ruled) {
            release_by_rule(who);
            free_stays(who, extras_[who].stays);
        } else if (token.working) {
            StepNode const& node = network_.steps[token.step];
            for (Index u = node.uses.begin; u < node.uses.end; ++u)
                note_used(token, network_.pools[network_.uses[u].pool].resource, token.since, network_.uses[u].count);
        }
        // Little's law: those still here have stayed until now.
        if (token.root == who) stays_ += now_ - std::max(token.arrived, Ticks{0});
    }
    if constexpr (ruled)
        for (Index p = 0; p < pools_.size(); ++p) note_deviation(p);
    if constexpr (periodic) {
        detail::summarise(network_, periods_, std::move(counts_), result_);
    } else {
        for (std::size_t line = 0; line < at_once_.size(); ++line) result_.classes[line].add(0, at_once_[line]);
        detail::summarise(network_, window_begin_, window_end_, result_);
    }
    result_.number_integral = area_;
    result_.stays = stays_;
    PATHECON_EXPECTS(area_ == stays_, "Little's law holds on every run: this is a fault of the engine");
}

} // namespace pathecon::sim
