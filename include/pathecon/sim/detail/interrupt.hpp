// SPDX-License-Identifier: MIT
/// \file
/// How work and waits are interrupted: pre-emption, the end of a shift, failures, surges, lost patience, events.
#pragma once

#include <pathecon/sim/loop.hpp>

namespace pathecon::sim {

/// Interrupts a token's work and puts it first in its line.
template <Shape shape, Recorder R>
void Loop<shape, R>::put_back(std::uint32_t who, InHand rule) {
    Token& token = tokens_[who];
    Extra& extra = extras_[who];
    StepNode const& node = network_.steps[token.step];
    switch (rule) {
        case InHand::repeat_identical: extra.left = token.work; break;
        case InHand::repeat_different:
            extra.left = -1;
            ++extra.attempt;
            break;
        default: extra.left = calendar_.time_at(token.slot) - now_;
    }
    calendar_.clear(token.slot);
    release_by_rule(who);
    extra.put_back = true;
    extra.state = State::queued;
    token.since = for_ever;
    recorder_.on_other(now_, patient_of(token), token.step, What::put_back);
    lines_[token.line].push_front(tokens_, who);
    note_length(node);
}

/// Puts back whom a pool can no longer serve, who began last first, unless work in hand is finished.
template <Shape shape, Recorder R>
void Loop<shape, R>::put_back_surplus(Index pool, InHand rule) {
    if (rule == InHand::finish) return;
    while (pools_[pool].idle() < 0) {
        std::uint32_t const latest = victim_of(pool, any_level);
        if (latest == des::nobody) return;
        Held const held = pools_held(latest);
        put_back(latest, rule);
        for (Index const other : held)
            if (other != pool) dispatch_by_rule(other);
    }
}

/// Sets a pool's capacity to what its rota, its surge and its failures leave.
template <Shape shape, Recorder R>
void Loop<shape, R>::set_capacity(Index pool) {
    note_deviation(pool);
    pools_[pool].set_capacity(std::max(0, rota_[pool].value() + surged_[pool] - down_[pool]));
    recorder_.on_capacity(now_, network_.pools[pool].resource, pools_[pool].capacity());
}

/// Counts the open time that a surge has added or a failure taken since the last change.
template <Shape shape, Recorder R>
void Loop<shape, R>::note_deviation(Index pool) {
    Deviation& deviation = deviation_[pool];
    Ticks const from = std::max(deviation.since, window_begin_), to = std::min(now_, window_end_);
    Index const resource = network_.pools[pool].resource;
    std::int64_t const more = pools_[pool].capacity() - deviation.rota;
    if constexpr (periodic) {
        periods_.split(from, to, [&](std::size_t period, Ticks part) { counts_[period].open_ticks[resource] += part * more; });
    } else {
        if (to > from) result_.open_ticks[resource] += (to - from) * more;
    }
    deviation.since = now_;
    deviation.rota = rota_[pool].value();
}

template <Shape shape, Recorder R>
void Loop<shape, R>::schedule_downtime(Index downtime) {
    DowntimeNode const& node = network_.downtimes[downtime];
    Failing const& state = failing_[downtime];
    double const u = draws_.uniform_at(state.down ? node.lasts_decision : node.every_decision, state.count);
    auto const time = static_cast<Ticks>(network_.laws[state.down ? node.lasts : node.every].sample(u) + 0.5);
    calendar_.set(state.slot, now_ + time);
}

/// Resources fail, or work again.
template <Shape shape, Recorder R>
void Loop<shape, R>::change_downtime(Index downtime) {
    DowntimeNode const& node = network_.downtimes[downtime];
    Failing& state = failing_[downtime];
    state.down = !state.down;
    if (!state.down) ++state.count;
    schedule_downtime(downtime);
    for (Index p = node.pools.begin; p < node.pools.end; ++p) {
        Index const pool = network_.downtime_pools[p];
        std::int32_t const servers = node.servers == 0 ? network_.pools[pool].most : node.servers;
        down_[pool] += state.down ? servers : -servers;
        set_capacity(pool);
        if (state.down) put_back_surplus(pool, node.in_hand);
    }
    if (!state.down)
        for (Index p = node.pools.begin; p < node.pools.end; ++p) dispatch_by_rule(network_.downtime_pools[p]);
}

/// Opens and closes surge capacity by the queues as they are at the end of an event.
template <Shape shape, Recorder R>
void Loop<shape, R>::judge_surges() {
    surge_due_ = false;
    for (std::size_t s = 0; s < network_.surges.size(); ++s) {
        SurgeNode const& surge = network_.surges[s];
        std::int64_t const length = waiting_at(network_.steps[surge.of]);
        bool const opens = !surge_open_[s] && length >= surge.open_at, closes = surge_open_[s] && length <= surge.close_at;
        if (!opens && !closes) continue;
        surge_open_[s] = opens;
        surged_[surge.pool] += opens ? surge.servers : -surge.servers;
        set_capacity(surge.pool);
        if (closes) put_back_surplus(surge.pool, network_.pools[surge.pool].end_of_shift);
        dispatch_by_rule(surge.pool);
    }
}

/// Somebody has waited long enough.
template <Shape shape, Recorder R>
void Loop<shape, R>::lose_patience() {
    std::uint32_t const who = patience_.near().top().who;
    Token& token = tokens_[who];
    StepNode const& node = network_.steps[token.step];
    recorder_.on_other(now_, patient_of(token), token.step, What::renege);
    if (token.cohort) ++counts_of(token).reneged[node.label * sources_ + token.source];
    leave_line(who, node);
    extras_[who].state = State::moving;
    unblock(node);
    go(who, network_.patiences[rules_of(node).patience].to);
}

/// An event takes a patient from whatever they wait for or undergo.
template <Shape shape, Recorder R>
void Loop<shape, R>::happen() {
    std::uint32_t const id = events_.pop().who;
    sync(events_, event_slot_);
    auto const events = static_cast<std::uint32_t>(network_.events.size());
    std::uint32_t const who = id / events, event = id % events;
    Token& token = tokens_[who];
    if (token.cohort) ++counts_of(token).happened[event * sources_ + token.source];
    recorder_.on_other(now_, patient_of(token), token.step, What::event);
    withdraw(who);
    go(who, network_.events[event].to);
}

template <Shape shape, Recorder R>
void Loop<shape, R>::withdraw(std::uint32_t who) {
    Token& token = tokens_[who];
    Extra& extra = extras_[who];
    StepNode const& node = network_.steps[token.step];
    State const state = std::exchange(extra.state, State::moving);
    extra.put_back = false;
    extra.left = -1;
    switch (state) {
        case State::queued:
            leave_line(who, node);
            return unblock(node);
        case State::delayed:
            strike(delays_, delay_slot_, who);
            if (token.working || legator_[who] != des::nobody) {
                bool const goes_on = heir_[who] != des::nobody || !token.working;
                Held const held = pools_held(who);
                pass_on(who);
                if (!goes_on)
                    for (Index const pool : held) dispatch_by_rule(pool);
            }
            return;
        case State::working: {
            std::uint32_t const slot = token.slot;
            Held const held = pools_held(who);
            calendar_.clear(slot);
            release_by_rule(who);
            for (Index const pool : held) dispatch_by_rule(pool);
            return;
        }
        case State::blocked:
            lines_[rules_of(node).blocked_line].remove(tokens_, who);
            return let_go(who);
        default: PATHECON_EXPECTS(false, "an event does not meet a patient who is in parallel branches: checked");
    }
}

} // namespace pathecon::sim
