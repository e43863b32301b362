// SPDX-License-Identifier: MIT
/// \file
/// How work begins, ends and is handed on in a network with rules.
#pragma once

#include <pathecon/sim/loop.hpp>

namespace pathecon::sim {

template <Shape shape, Recorder R>
void Loop<shape, R>::reset_rules(std::uint32_t who) {
    if (extras_.size() < tokens_.size()) grow_rules();
    extras_[who] = Extra{};
    std::fill_n(memory_.begin() + static_cast<std::ptrdiff_t>(who * network_.memory_slots), network_.memory_slots, none);
    std::fill_n(event_starts_.begin() + static_cast<std::ptrdiff_t>(who * network_.events.size()), network_.events.size(), std::uint16_t{0});
}

template <Shape shape, Recorder R>
void Loop<shape, R>::grow_rules() {
    std::size_t const size = tokens_.size() + tokens_.size() / 2;
    extras_.resize(size);
    held_.resize(size * network_.stays.size());
    memory_.resize(size * network_.memory_slots, none);
    event_starts_.resize(size * network_.events.size());
    rebooked_.resize(size);
    heir_.resize(size, des::nobody);
    legator_.resize(size, des::nobody);
}

/// Starts or resumes the work of a token that stands in no line. Returns whether the work took no time and is over.
template <Shape shape, Recorder R>
bool Loop<shape, R>::start_by_choice(std::uint32_t who, StepNode const& node, Choice const& choice, Ticks since, bool queued) {
    if (choice.preempts) {
        start_by_preemption(who, node, choice, since, queued);
        return false;
    }
    bool const over = start_with_idle(who, node, choice, since, queued);
    if (queued) unblock(node);
    return over;
}

/// Starts or resumes work with the servers of those who give way, and then with whatever else these held.
template <Shape shape, Recorder R>
void Loop<shape, R>::start_by_preemption(std::uint32_t who, StepNode const& node, Choice const& choice, Ticks since, bool queued) {
    if (Desk const& desk = desks_[tokens_[who].step]; desk.pool != nullptr) {
        Index const pool = rules_of(node).pool;
        while (desk.pool->idle() < 1) put_back(victim_of(pool, rank_of(tokens_[who])), network_.pools[pool].preemption);
        (void)start_with_idle(who, node, choice, since, queued);
        return dispatch_desk(node, desk);
    }
    std::vector<Index> freed;
    preempt(wanted_by(who, node), rank_of(tokens_[who]), freed);
    (void)start_with_idle(who, node, choice, since, queued);
    if (queued) unblock(node);
    for (Index const pool : freed) dispatch_by_rule(pool);
}

/// Starts or resumes work with servers that are idle. Returns whether it took no time and is over.
template <Shape shape, Recorder R>
bool Loop<shape, R>::start_with_idle(std::uint32_t who, StepNode const& node, Choice const& choice, Ticks since, bool queued) {
    Token& token = tokens_[who];
    Extra& extra = extras_[who];
    extra.options = choice.options;
    if (extra.put_back) {
        Ticks rest = extra.left;
        if (rest < 0) rest = token.work = duration_of(who, node);
        extra.put_back = false;
        extra.left = -1;
        recorder_.on_other(now_, patient_of(token), token.step, What::resume);
        begin_by_choice(who, node, choice, rest);
    } else {
        token.work = duration_of(who, node);
        if (!queued) recorder_.on_queue(now_, patient_of(token), token.step);
        note_start(who, node, since, now_);
        if (token.work == 0 && !queued && !choice.preempts && (rules_of(node).stays_from & ~extra.stays) == 0) return true;
        begin_by_choice(who, node, choice, token.work);
    }
    return false;
}

/// Puts back as many as must give way, and says whose pools were freed.
template <Shape shape, Recorder R>
void Loop<shape, R>::preempt(Wanted const& wanted, std::int32_t rank, std::vector<Index>& freed) {
    for (std::size_t k = 0; k < wanted.count; ++k) {
        Index const pool = network_.options[wanted.needs[k]->options.begin].pool;
        std::int32_t total = 0;
        for (std::size_t j = 0; j < wanted.count; ++j)
            if (network_.options[wanted.needs[j]->options.begin].pool == pool) total += wanted.needs[j]->count;
        while (pools_[pool].idle() < total) {
            std::uint32_t const victim = victim_of(pool, rank);
            for (Index const other : pools_held(victim)) freed.push_back(other);
            put_back(victim, network_.pools[pool].preemption);
        }
    }
}

/// Returns the pools that a token holds by its step, in the order of the step's uses.
template <Shape shape, Recorder R>
auto Loop<shape, R>::pools_held(std::uint32_t who) const -> Held {
    Extra const& extra = extras_[who];
    Range const needs = rules_of(network_.steps[extra.holding ? extra.holder : tokens_[who].step]).needs;
    Held held;
    for (Index k = 0; k < needs.end - needs.begin; ++k) held.pools[held.count++] = option_of(extra, k, network_.needs[needs.begin + k]).pool;
    return held;
}

/// Takes the servers, begins the stays, and puts the end of the work into the calendar. Work that nobody need do, of a patient
/// who has its stays already, takes nothing and only passes time, as a delay does.
template <Shape shape, Recorder R>
[[gnu::always_inline]] inline void Loop<shape, R>::begin_by_choice(std::uint32_t who, StepNode const& node, Choice const& choice, Ticks rest) {
    Token& token = tokens_[who];
    Extra& extra = extras_[who];
    RuleNode const& rules = rules_of(node);
    extra.options = choice.options;
    extra.level = static_cast<std::uint16_t>(level_of_line_[token.line]);
    Index const first = rules.one_need ? rules.pool : begin_all(who, node, choice);
    if (first == none) {
        token.working = false;
        return wait_for(who, now_ + rest);
    }
    if (rules.one_need) {
        take_servers(first, rules.count);
        if (rules.preemptive) at_level_[first * levels_.size() + extra.level] += rules.count;
    }
    extra.state = State::working;
    token.since = now_;
    token.working = true;
    std::uint32_t const slot = token.slot = pools_[first].take_slot(next_free_);
    recorder_.on_server(network_.pools[first].resource, (persons_[first].kept() ? choice.persons[0] : slot - pool_slot_[first]) + 1);
    seat(who, slot, now_ + rest);
}

/// Takes all that is needed, persons and stays too; returns the pool of the first need, or none where nothing is needed.
template <Shape shape, Recorder R>
Index Loop<shape, R>::begin_all(std::uint32_t who, StepNode const& node, Choice const& choice) {
    Token const& token = tokens_[who];
    Extra& extra = extras_[who];
    RuleNode const& rules = rules_of(node);
    Wanted const wanted = wanted_by(who, node);
    extra.persons = choice.persons;
    Index first = none;
    if (node.kind == StepKind::work) count_levels(extra, node, +1);
    for (std::size_t n = choice.inherits ? wanted.own : 0; n < wanted.count; ++n) {
        NeedNode const& need = *wanted.needs[n];
        Index const pool = option_of(extra, n, need).pool;
        if (first == none) first = pool;
        take_servers(pool, need.count);
        if (persons_[pool].kept()) persons_[pool].take(choice.persons[n]);
    }
    std::size_t k = wanted.own;
    for (std::uint64_t stays = rules.stays_from & ~extra.stays; stays != 0; stays &= stays - 1) {
        auto const stay = static_cast<std::size_t>(std::countr_zero(stays));
        Range const needs = network_.stays[stay].needs;
        Holding& holding = held_[who * network_.stays.size() + stay];
        holding.since = now_;
        holding.options = extra.options >> (4 * k);
        for (Index n = 0; n < needs.end - needs.begin; ++n) holding.persons[n] = choice.persons[k++];
    }
    extra.stays |= rules.stays_from;
    if (rules.memory != none && wanted.own > 0 && !choice.inherits) memory_[token.root * std::size_t{network_.memory_slots} + rules.memory] = first << 16 | choice.persons[0];
    return first;
}

/// Counts who is at work at each level, where somebody may be pre-empted.
template <Shape shape, Recorder R>
void Loop<shape, R>::count_levels(Extra const& extra, StepNode const& node, std::int32_t change) {
    RuleNode const& rules = rules_of(node);
    if (rules.one_need) {
        if (rules.preemptive) at_level_[rules.pool * levels_.size() + extra.level] += change * rules.count;
        return;
    }
    Range const needs = rules.needs;
    for (Index k = 0; k < needs.end - needs.begin; ++k) {
        NeedNode const& need = network_.needs[needs.begin + k];
        at_level_[option_of(extra, k, need).pool * levels_.size() + extra.level] += change * need.count;
    }
}

/// Gives back what a token holds by a step; its slot has no event any more.
template <Shape shape, Recorder R>
void Loop<shape, R>::release_by_rule(std::uint32_t who) {
    Token& token = tokens_[who];
    if (!token.working) return;
    token.working = false;
    Extra& extra = extras_[who];
    StepNode const& node = network_.steps[extra.holding ? extra.holder : token.step];
    bool const at_slot = node.kind == StepKind::work;   // else it was taken with a place, and has no slot of its own
    if (at_slot && !extra.holding) count_levels(extra, node, -1);
    RuleNode const& rules = rules_of(node);
    Range const needs = rules.needs;
    if (rules.one_need) {
        give_servers(rules.pool, rules.count);
        note_used(token, network_.pools[rules.pool].resource, token.since, rules.count);
    }
    for (Index k = 0; !rules.one_need && k < needs.end - needs.begin; ++k) {
        NeedNode const& need = network_.needs[needs.begin + k];
        Index const pool = option_of(extra, k, need).pool;
        give_servers(pool, need.count);
        if (persons_[pool].kept()) persons_[pool].give(extra.persons[k]);
        note_used(token, network_.pools[pool].resource, token.since, need.count);
    }
    if (!at_slot) return;
    server_[token.slot] = des::nobody;
    stints_[token.slot].level = any_level;
    pools_[slot_pool_[token.slot]].give_slot(token.slot, next_free_);
}

/// Gives back the resources of stays; nobody starts yet.
template <Shape shape, Recorder R>
void Loop<shape, R>::free_stays(std::uint32_t who, std::uint64_t which) {
    extras_[who].stays &= ~which;
    for (; which != 0; which &= which - 1) {
        auto const stay = static_cast<std::size_t>(std::countr_zero(which));
        Range const needs = network_.stays[stay].needs;
        Holding const& holding = held_[who * network_.stays.size() + stay];
        for (Index n = needs.begin; n < needs.end; ++n) {
            Index const pool = pool_of(holding, n, needs);
            give_servers(pool, network_.needs[n].count);
            if (persons_[pool].kept()) persons_[pool].give(holding.persons[n - needs.begin]);
            note_used(tokens_[who], network_.pools[pool].resource, holding.since, network_.needs[n].count);
        }
    }
}

template <Shape shape, Recorder R>
void Loop<shape, R>::dispatch_stays(std::uint32_t who, std::uint64_t which) {
    for (; which != 0; which &= which - 1) {
        auto const stay = static_cast<std::size_t>(std::countr_zero(which));
        Range const needs = network_.stays[stay].needs;
        Holding const holding = held_[who * network_.stays.size() + stay];
        for (Index n = needs.begin; n < needs.end; ++n) dispatch_by_rule(pool_of(holding, n, needs));
    }
}

template <Shape shape, Recorder R>
void Loop<shape, R>::end_stays(std::uint32_t who, std::uint64_t which) {
    free_stays(who, which);
    dispatch_stays(who, which);
}

/// Gives back what the work held and the stays that end with it, before anybody else takes of either.
template <Shape shape, Recorder R>
void Loop<shape, R>::give_back_all(std::uint32_t who, StepNode const& node) {
    Held const held = pools_held(who);
    release_by_rule(who);
    std::uint64_t const ended = rules_of(node).stays_to & extras_[who].stays;
    free_stays(who, ended);
    for (Index const pool : held) dispatch_by_rule(pool);
    dispatch_stays(who, ended);
}

/// Ends the work at a slot, whose event was taken out. Where the next step has limited room, the servers are held until it is
/// known that there is some.
template <Shape shape, Recorder R>
[[gnu::always_inline]] inline void Loop<shape, R>::complete_by_rule(std::uint32_t who, std::uint32_t slot) {
    Token& token = tokens_[who];
    StepNode const& node = network_.steps[token.step];
    Extra& extra = extras_[who];
    extra.state = State::moving;
    if (node.plain) {
        complete_plain(who, node, slot);
    } else if (rules_of(node).may_block) {
        extra.holding = true;
        extra.holder = token.step;
        stints_[slot].level = any_level;
        count_levels(extra, node, -1);      // no longer at work: nobody can pre-empt it
    } else if (rules_of(node).one_need && rules_of(node).stays_to == 0) {
        release_by_rule(who);
        dispatch_by_rule(rules_of(node).pool);
    } else {
        give_back_all(who, node);
    }
    finish(who, node);
    go_on(who, next_step(who, node));
}

/// Starts everybody whom a pool allows to start: by level, then by time waited, then in the order of patients.
template <Shape shape, Recorder R>
void Loop<shape, R>::dispatch_by_rule(Index pool) {
    PoolNode const& node = network_.pools[pool];
    if (node.simple) {
        Index const step = network_.pool_users[node.users.begin];
        if (desks_[step].pool != nullptr) return dispatch_desk(network_.steps[step], desks_[step]);
    }
    while (pools_[pool].idle() > 0 || node.preemption != InHand::finish) {
        std::uint32_t best = des::nobody;
        Choice best_choice;
        auto const consider = [&](std::uint32_t who, StepNode const& step) {
            bool const choosy = rules_of(step).choosy;
            if (!choosy && best != des::nobody && !goes_before(who, best)) return true;
            Choice const choice = choose(who, step);
            if (!choice.possible) return false;
            if (choosy && best != des::nobody && !goes_before(who, best)) return true;
            best = who;
            best_choice = choice;
            return true;
        };
        for (Index s = node.users.begin; s < node.users.end; ++s) {
            StepNode const& step = network_.steps[network_.pool_users[s]];
            RuleNode const& rules = rules_of(step);
            if (rules.bulk != none && !is_bulk_due(step, 0, now_)) continue;
            bool waiting = false;
            for (Index line = step.first_line; line < step.first_line + step.lines; ++line) {
                if (lines_[line].empty()) continue;
                waiting = true;
                std::uint32_t who = lines_[line].head;
                while (who != des::nobody && !consider(who, step)) who = rules.choosy ? tokens_[who].next : des::nobody;
                if (!rules.choosy && rules.ageing == 0) break;     // who comes later in the step neither goes before nor can more
            }
            if (!waiting && rules.room >= 0 && !lines_[rules.blocked_line].empty()) consider(lines_[rules.blocked_line].head, step);
        }
        if (best == des::nobody) return;
        StepNode const& step = network_.steps[tokens_[best].step];
        if (extras_[best].state == State::blocked) {
            lines_[rules_of(step).blocked_line].remove(tokens_, best);
            extras_[best].state = State::moving;
            if (admit(best, step, best_choice, extras_[best].blocked_since)) go(best, next_step(best, step));
        } else if (rules_of(step).bulk != none) {
            start_bulk(step, best_choice);
        } else {
            leave_line(best, step);
            start_by_choice(best, step, best_choice, tokens_[best].since, true);
        }
    }
}

/// Whether `a` is served before `b`. Waiting a step's `ageing` counts as much as one level.
template <Shape shape, Recorder R>
bool Loop<shape, R>::goes_before(std::uint32_t a, std::uint32_t b) const {
    Token const &left = tokens_[a], &right = tokens_[b];
    Ticks const ageing_left = rules_of(network_.steps[left.step]).ageing, ageing_right = rules_of(network_.steps[right.step]).ageing;
    std::int32_t const level_left = network_.line_levels[left.line], level_right = network_.line_levels[right.line];
    Ticks const since_left = waits_since(a), since_right = waits_since(b);
    if (ageing_left == 0 && ageing_right == 0) {
        if (level_left != level_right) return level_left < level_right;
    } else {
        auto const scaled = [this](std::int32_t level, Ticks since, Ticks ageing) {
            return ageing == 0 ? base::i128{level} : base::i128{level} * ageing - (now_ - since);
        };
        base::i128 const x = scaled(level_left, since_left, ageing_left) * std::max(ageing_right, Ticks{1});
        base::i128 const y = scaled(level_right, since_right, ageing_right) * std::max(ageing_left, Ticks{1});
        if (x != y) return x < y;
    }
    if (since_left != since_right) return since_left < since_right;
    return order_of(left) < order_of(right);
}

} // namespace pathecon::sim
