// SPDX-License-Identifier: MIT
/// \file
/// How the loop lets patients wait, starts their work, and frees what they held.
#pragma once

#include <pathecon/sim/loop.hpp>

namespace pathecon::sim {

template <Shape shape, Recorder R>
void Loop<shape, R>::join_line(std::uint32_t who, StepNode const& node) {
    Token& token = tokens_[who];
    token.since = now_;
    Index line = node.lines - 1;
    if constexpr (attributed)
        for (Index p = node.priorities.begin; p < node.priorities.end; ++p)
            if (holds(network_.priorities[p].where, root_of(token).bits)) {
                line = network_.priorities[p].line;
                break;
            }
    recorder_.on_queue(now_, patient_of(token), token.step);
    lines_[node.first_line + line].push(tokens_, who);
}

template <Shape shape, Recorder R>
bool Loop<shape, R>::can_start(StepNode const& node) const {
    if constexpr (full) {
        for (Index u = node.uses.begin; u < node.uses.end; ++u)
            if (pools_[network_.uses[u].pool].idle() < network_.uses[u].count) return false;
        return true;
    }
    return pools_[network_.uses[node.uses.begin].pool].idle() > 0;
}

/// Takes the servers and puts the end of the work into the calendar.
template <Shape shape, Recorder R>
void Loop<shape, R>::begin(std::uint32_t who, StepNode const& node, Ticks work) {
    Token& token = tokens_[who];
    Ticks const rest = token.left >= 0 ? token.left : work;
    if (token.left < 0) token.work = work;
    token.left = -1;
    token.since = now_;
    token.working = true;
    Index const first = network_.uses[node.uses.begin].pool;
    if constexpr (full) {
        for (Index u = node.uses.begin; u < node.uses.end; ++u) pools_[network_.uses[u].pool].seize(network_.uses[u].count);
    } else {
        pools_[first].seize(1);
    }
    token.slot = pools_[first].take_slot();
    server_[token.slot] = who;
    calendar_.set(token.slot, {now_ + rest, order_of(token, token.slot)});
}

/// Gives back what a token holds; its slot still has its old event.
template <Shape shape, Recorder R>
void Loop<shape, R>::release(std::uint32_t who, StepNode const& node) {
    Token& token = tokens_[who];
    token.working = false;
    for (Index u = node.uses.begin; u < node.uses.end; ++u) {
        UseNode const use = network_.uses[u];
        pools_[use.pool].release(use.count);
        note_work(network_.pools[use.pool].resource, token.since, now_, use.count);
        if constexpr (!full) break;
    }
    server_[token.slot] = des::nobody;
    pools_[slot_pool_[token.slot]].give_slot(token.slot);
}

/// Ends the work at a slot. Those who wait for the servers start before the one who is done moves on.
template <Shape shape, Recorder R>
void Loop<shape, R>::complete(std::uint32_t slot) {
    std::uint32_t const who = server_[slot];
    Token& token = tokens_[who];
    StepNode const& node = network_.steps[token.step];
    release(who, node);
    if (token.cohort) {
        std::size_t const sources = network_.sources.size();
        for (Index u = node.uses.begin; u < node.uses.end; ++u) {
            Index const resource = network_.pools[network_.uses[u].pool].resource;
            result_.resource_ticks[resource * sources + token.source] += token.work * network_.uses[u].count;
            if constexpr (!full) break;
        }
    }
    for (Index u = node.uses.begin; u < node.uses.end; ++u) {
        dispatch(network_.uses[u].pool);
        if constexpr (!full) break;
    }
    if (server_[slot] == des::nobody) calendar_.clear(slot);   // whoever started may have taken the same slot
    finish(who, node);
    go(who, next_step(who, node));
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
        Token& token = tokens_[who];
        StepNode const& step = network_.steps[token.step];
        if (token.left >= 0) {
            begin(who, step, 0);
            continue;
        }
        Ticks const work = duration_of(who, step);
        note_start(token, step, token.since, now_);
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
    if (!full || pool.simple) {
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
            if (level_a != level_b ? level_a > level_b : a.since != b.since ? a.since > b.since : order_of(a, 0) > order_of(b, 0))
                continue;
        }
        best = candidate;
        line = candidate_line;
    }
    return best;
}

template <Shape shape, Recorder R>
void Loop<shape, R>::schedule_rota_change(Index pool) {
    std::uint32_t const slot = rota_slot_[pool];
    calendar_.set(slot, {rota_[pool].next_change(), des::order_of(des::Rank::rota_change, 0, pool, 0, slot)});
}

/// Changes how many are on duty.
template <Shape shape, Recorder R>
void Loop<shape, R>::change_rota(Index pool) {
    PoolNode const& node = network_.pools[pool];
    rota_[pool].advance();
    pools_[pool].set_capacity(rota_[pool].value());
    schedule_rota_change(pool);
    if (node.resume)
        while (pools_[pool].idle() < 0) put_back_latest(pool);
    dispatch(pool);
}

/// Interrupts the work that began last (on a tie, of the last patient) and puts it first in its line.
template <Shape shape, Recorder R>
void Loop<shape, R>::put_back_latest(Index pool) {
    std::uint32_t latest = des::nobody;
    for (std::uint32_t slot = first_server_slot_; slot < server_.size(); ++slot) {
        std::uint32_t const who = server_[slot];
        if (who == des::nobody) continue;
        StepNode const& step = network_.steps[tokens_[who].step];
        bool uses_it = false;
        for (Index u = step.uses.begin; u < step.uses.end; ++u) uses_it |= network_.uses[u].pool == pool;
        if (!uses_it) continue;
        if (latest == des::nobody || tokens_[who].since > tokens_[latest].since ||
            (tokens_[who].since == tokens_[latest].since && order_of(tokens_[who], 0) > order_of(tokens_[latest], 0)))
            latest = who;
    }
    Token& token = tokens_[latest];
    StepNode const& step = network_.steps[token.step];
    std::uint32_t const slot = token.slot;
    token.left = calendar_.at(slot).time - now_;
    release(latest, step);
    calendar_.clear(slot);
    token.since = -1;   // before everybody else of its level
    Index line = step.lines - 1;
    for (Index p = step.priorities.begin; p < step.priorities.end; ++p)
        if (holds(network_.priorities[p].where, root_of(token).bits)) {
            line = network_.priorities[p].line;
            break;
        }
    lines_[step.first_line + line].push_front(tokens_, latest);
    for (Index u = step.uses.begin; u < step.uses.end; ++u)
        if (network_.uses[u].pool != pool) dispatch(network_.uses[u].pool);
}

template <Shape shape, Recorder R>
void Loop<shape, R>::schedule_place(Index timetable) {
    TimetableNode const& node = network_.timetables[timetable];
    Listing const& listing = listing_[timetable];
    std::uint32_t const slot = first_list_slot_ + timetable;
    calendar_.set(slot, {listing.week + node.week[listing.place].at, des::order_of(des::Rank::timed, 0, timetable, 0, slot)});
}

/// Gives the places of this moment to those who have waited long enough; one is seen after the other.
template <Shape shape, Recorder R>
void Loop<shape, R>::hold_list(Index timetable) {
    TimetableNode const& node = network_.timetables[timetable];
    Listing& listing = listing_[timetable];
    for (std::int32_t places = node.week[listing.place].places; places != 0; --places) {
        Index line = none;
        std::uint32_t const who = first_eligible(timetable, line);
        if (who == des::nobody) break;
        lines_[line].pop(tokens_);
        Token& token = tokens_[who];
        StepNode const& step = network_.steps[token.step];
        Ticks const start = std::max(now_, listing.free_from);
        token.work = duration_of(who, step);
        listing.free_from = start + token.work;
        note_start(token, step, token.since, start);
        agenda_.push({listing.free_from, order_of(token, 0)}, who);
    }
    if (++listing.place == node.week.size()) {
        listing.place = 0;
        listing.week += units::week.ticks();
    }
    schedule_place(timetable);
}

/// Returns who takes a place: the lowest level, then who has waited longest, among those who have had their notice.
template <Shape shape, Recorder R>
std::uint32_t Loop<shape, R>::first_eligible(Index timetable, Index& line) const {
    Ticks const notice = network_.timetables[timetable].notice;
    std::uint32_t best = des::nobody;
    for (Index const user : listing_[timetable].users) {
        StepNode const& step = network_.steps[user];
        for (Index candidate_line = step.first_line; candidate_line < step.first_line + step.lines; ++candidate_line) {
            std::uint32_t const candidate = lines_[candidate_line].head;
            if (candidate == des::nobody || tokens_[candidate].since + notice > now_) continue;
            if (best != des::nobody) {
                Token const &a = tokens_[candidate], &b = tokens_[best];
                std::int32_t const level_a = network_.line_levels[candidate_line], level_b = network_.line_levels[line];
                if (level_a != level_b ? level_a > level_b : a.since != b.since ? a.since > b.since : order_of(a, 0) > order_of(b, 0))
                    continue;
            }
            best = candidate;
            line = candidate_line;
        }
    }
    return best;
}

} // namespace pathecon::sim
