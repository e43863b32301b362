// SPDX-License-Identifier: MIT
/// \file
/// How the loop finds whether somebody can start, and with whom: alternatives, persons, pre-emption.
#pragma once

#include <pathecon/sim/loop.hpp>

namespace pathecon::sim {

template <Shape shape, Recorder R>
auto Loop<shape, R>::wanted_by(std::uint32_t who, StepNode const& node) const -> Wanted {
    RuleNode const& rules = rules_of(node);
    Wanted wanted;
    auto const add = [&](Range needs) {
        for (Index n = needs.begin; n < needs.end; ++n) wanted.needs[wanted.count++] = &network_.needs[n];
    };
    add(rules.needs);
    wanted.own = wanted.count;
    for (std::uint64_t stays = rules.stays_from & ~extras_[who].stays; stays != 0; stays &= stays - 1)
        add(network_.stays[static_cast<std::size_t>(std::countr_zero(stays))].needs);
    return wanted;
}

/// Looks for idle servers first, then for patients of higher levels who may be pre-empted.
template <Shape shape, Recorder R>
[[gnu::always_inline]] inline auto Loop<shape, R>::choose(std::uint32_t who, StepNode const& node) const -> Choice {
    RuleNode const& rules = rules_of(node);
    if (!rules.one_need) return choose_all(who, node);
    Choice choice;
    std::int32_t short_of = rules.count - pools_[rules.pool].idle();
    choice.possible = short_of <= 0;
    if (choice.possible || !rules.preemptive) return choice;
    std::int32_t const* const at = &at_level_[rules.pool * levels_.size()];
    for (std::size_t level = level_of_line_[tokens_[who].line] + 1; level < levels_.size(); ++level) short_of -= at[level];
    choice.possible = choice.preempts = short_of <= 0;
    return choice;
}

/// The same for steps that need more than one resource, or choose among several.
template <Shape shape, Recorder R>
auto Loop<shape, R>::choose_all(std::uint32_t who, StepNode const& node) const -> Choice {
    RuleNode const& rules = rules_of(node);
    Choice choice;
    Wanted const wanted = wanted_by(who, node);
    choice.possible = assign(wanted, 0, tokens_[who], choice);
    if (choice.possible || !rules.preemptive) return choice;
    choice = {};
    choice.possible = choice.preempts = can_preempt(wanted, tokens_[who]);
    return choice;
}

/// Serves the needs from the k-th on, by the first options that can be had together.
template <Shape shape, Recorder R>
bool Loop<shape, R>::assign(Wanted const& wanted, std::size_t k, Token const& token, Choice& choice) const {
    if (k == wanted.count) return true;
    NeedNode const& need = *wanted.needs[k];
    for (Index option = need.options.begin; option < need.options.end; ++option) {
        Index const pool = network_.options[option].pool;
        std::int32_t taken = 0;
        for (std::size_t j = 0; j < k; ++j)
            if (network_.options[wanted.needs[j]->options.begin + (choice.options >> (4 * j) & 15U)].pool == pool)
                taken += wanted.needs[j]->count;
        if (pools_[pool].idle() - taken < need.count) continue;
        if (persons_[pool].kept()) {
            std::uint16_t const person = person_for(need, pool, token, wanted, k, choice);
            if (person == Extra::no_person) continue;
            choice.persons[k] = person;
        }
        choice.options = (choice.options & ~(15U << (4 * k))) | (option - need.options.begin) << (4 * k);
        if (assign(wanted, k + 1, token, choice)) return true;
    }
    return false;
}

/// Returns who of a pool would serve a need; no_person when nobody who may is free.
template <Shape shape, Recorder R>
std::uint16_t Loop<shape, R>::person_for(NeedNode const& need, Index pool, Token const& token, Wanted const& wanted, std::size_t k,
                                         Choice const& choice) const {
    auto const taken = [&](std::uint32_t person) {
        for (std::size_t j = 0; j < k; ++j)
            if (network_.options[wanted.needs[j]->options.begin + (choice.options >> (4 * j) & 15U)].pool == pool && choice.persons[j] == person)
                return true;
        return false;
    };
    std::size_t const memory = token.root * std::size_t{network_.memory_slots};
    if (need.same_as != none)
        if (std::uint32_t const same = memory_[memory + need.same_as]; same != none) {
            bool among = false;
            for (Index option = need.options.begin; option < need.options.end; ++option) among |= network_.options[option].pool == same >> 16;
            if (among) {
                std::uint32_t const person = same & 0xFFFF;
                bool const here = same >> 16 == pool && persons_[pool].is_free(person) && !taken(person);
                return here ? static_cast<std::uint16_t>(person) : Extra::no_person;
            }
        }
    std::uint32_t other = des::Persons::no_one;
    if (need.not_same_as != none)
        if (std::uint32_t const same = memory_[memory + need.not_same_as]; same != none && same >> 16 == pool) other = same & 0xFFFF;
    for (std::uint32_t person = 0; person < static_cast<std::uint32_t>(network_.pools[pool].most); ++person)
        if (person != other && persons_[pool].is_free(person) && !taken(person)) return static_cast<std::uint16_t>(person);
    return Extra::no_person;
}

/// Whether pre-empting patients of higher levels would free what is wanted of the preferred pools.
template <Shape shape, Recorder R>
bool Loop<shape, R>::can_preempt(Wanted const& wanted, Token const& token) const {
    std::uint32_t const level = level_of_line_[token.line];
    for (std::size_t k = 0; k < wanted.count; ++k) {
        Index const pool = network_.options[wanted.needs[k]->options.begin].pool;
        std::int32_t short_of = -pools_[pool].idle();
        for (std::size_t j = 0; j < wanted.count; ++j)
            if (network_.options[wanted.needs[j]->options.begin].pool == pool) short_of += wanted.needs[j]->count;
        if (short_of <= 0) continue;
        if (network_.pools[pool].preemption == InHand::finish) return false;
        for (std::size_t l = level + 1; l < levels_.size(); ++l) short_of -= at_level_[pool * levels_.size() + l];
        if (short_of > 0) return false;
    }
    return true;
}

/// Returns how many servers of a pool a token at work holds by its step.
template <Shape shape, Recorder R>
std::int32_t Loop<shape, R>::holds_of(std::uint32_t who, Index pool) const {
    if (extras_[who].state != State::working) return 0;
    Range const needs = rules_of(network_.steps[tokens_[who].step]).needs;
    std::int32_t held = 0;
    for (Index k = 0; k < needs.end - needs.begin; ++k) {
        NeedNode const& need = network_.needs[needs.begin + k];
        if (option_of(extras_[who], k, need).pool == pool) held += need.count;
    }
    return held;
}

/// Returns who at work at a pool gives way first: of those above a rank of levels, the highest level; then who began last; then
/// the last in the order of patients. Nobody when there is none. `any_level` asks for who began last, whatever the level.
template <Shape shape, Recorder R>
std::uint32_t Loop<shape, R>::victim_of(Index pool, std::int32_t above) const {
    bool const own = network_.pools[pool].primary;
    std::uint32_t const first = own ? pool_slot_[pool] : first_server_slot_;
    std::uint32_t const end = own ? first + static_cast<std::uint32_t>(network_.pools[pool].most) : static_cast<std::uint32_t>(server_.size());
    if (!own) return victim_among(pool, above, first, end);
    // Without branches on what nobody can guess. Whoever stands at a slot of the pool's own, and is at work, holds it.
    Stint const* const stints = stints_.data();
    std::int32_t highest = above;
    for (std::uint32_t slot = first; slot < end; ++slot) highest = std::max(highest, stints[slot].level);
    if (highest == above) return des::nobody;
    std::int32_t const least = above == any_level ? 0 : highest;
    std::uint32_t latest = first;
    Ticks since = -1;
    bool tie = false;
    for (std::uint32_t slot = first; slot < end; ++slot) {
        Ticks const began = stints[slot].level >= least ? stints[slot].since : -1;
        tie |= (began == since) & (began >= 0);
        latest = began > since ? slot : latest;
        since = std::max(since, began);
    }
    return tie ? victim_among(pool, above, first, end) : server_[latest];
}

/// The same with every tie, of those at some slots who hold the pool.
template <Shape shape, Recorder R>
std::uint32_t Loop<shape, R>::victim_among(Index pool, std::int32_t above, std::uint32_t first, std::uint32_t end) const {
    std::uint32_t victim = des::nobody;
    Stint last;
    for (std::uint32_t slot = first; slot < end; ++slot) {
        std::uint32_t const who = server_[slot];
        Stint const stint = stints_[slot];
        if (stint.level <= above || holds_of(who, pool) == 0) continue;
        if (victim != des::nobody) {
            std::int32_t const level_of_last = above == any_level ? stint.level : last.level;
            if (stint.level != level_of_last ? stint.level < level_of_last
                : stint.since != last.since  ? stint.since < last.since
                                             : order_of(tokens_[who]) < order_of(tokens_[victim]))
                continue;
        }
        victim = who;
        last = stint;
    }
    return victim;
}

} // namespace pathecon::sim
