// SPDX-License-Identifier: MIT
/// \file
/// How the loop lets a patient take a bed, a room or a team with a place of a list.
///
/// The team of a list goes on from patient to patient: while the list runs late, what the one before holds by the step is
/// the next one's as soon as they are done. Who waits for it so is the heir of the one before.
#pragma once

#include <pathecon/sim/loop.hpp>

namespace pathecon::sim {

/// Whether a booked step takes something beside the place: by its own uses or by a stay that begins with it.
template <Shape shape, Recorder R>
bool Loop<shape, R>::takes_more(StepNode const& node) const {
    return !rules_of(node).needs.empty() || rules_of(node).stays_from != 0;
}

/// Whether what somebody holds by a list, or will hold as an heir, is what a step needs; `options` becomes which.
template <Shape shape, Recorder R>
bool Loop<shape, R>::can_inherit(StepNode const& node, std::uint32_t from, std::uint32_t& options) const {
    if (from == des::nobody) return false;
    Range const needs = rules_of(node).needs, theirs = rules_of(network_.steps[tokens_[from].step]).needs;
    if (needs.empty() || needs.end - needs.begin != theirs.end - theirs.begin) return false;
    options = 0;
    for (Index k = 0; k < needs.end - needs.begin; ++k) {
        NeedNode const &need = network_.needs[needs.begin + k], &held = network_.needs[theirs.begin + k];
        if (need.count != held.count || need.same_as != none || need.not_same_as != none) return false;
        Index const pool = option_of(extras_[from], k, held).pool;
        Index option = need.options.begin;
        while (option < need.options.end && network_.options[option].pool != pool) ++option;
        if (option == need.options.end) return false;
        options |= (option - need.options.begin) << (4 * k);
    }
    return true;
}

/// Finds how a patient can have a place now: all that it takes must be idle, or come from the patient before. Nobody is pre-empted for it.
template <Shape shape, Recorder R>
auto Loop<shape, R>::choose_for_place(std::uint32_t who, StepNode const& node, Listing const& listing) const -> Choice {
    std::uint32_t options = 0;
    if (listing.free_from <= now_ || !can_inherit(node, listing.last, options)) return choose_all(who, node);
    Wanted const wanted = wanted_by(who, node);
    Wanted stays;
    for (std::size_t k = wanted.own; k < wanted.count; ++k) stays.needs[stays.count++] = wanted.needs[k];
    Choice of_stays, choice;
    choice.possible = assign(stays, 0, tokens_[who], of_stays);
    choice.inherits = true;
    choice.options = options | of_stays.options << (4 * wanted.own);
    std::copy_n(of_stays.persons.begin(), stays.count, choice.persons.begin() + static_cast<std::ptrdiff_t>(wanted.own));
    return choice;
}

/// Takes what the step needs, and begins its stays, at the place's own moment, though the work may begin later; nobody pre-empts it.
template <Shape shape, Recorder R>
void Loop<shape, R>::take_with_place(std::uint32_t who, StepNode const& node, Choice const& choice, Listing& listing) {
    std::uint32_t const before = std::exchange(listing.last, des::nobody);
    if (!choice.possible) return;       // it takes nothing
    extras_[who].options = choice.options;
    (void)begin_all(who, node, choice);
    if (rules_of(node).needs.empty()) return;
    listing.last = who;
    tokens_[who].since = now_;
    tokens_[who].working = !choice.inherits;
    if (!choice.inherits) return;
    heir_[before] = who;
    legator_[who] = before;
}

/// Gives what a token holds by a list to its heir, or back; nobody starts yet. Who only waits for it leaves it to the next.
template <Shape shape, Recorder R>
void Loop<shape, R>::pass_on(std::uint32_t who) {
    StepNode const& node = network_.steps[tokens_[who].step];
    if (Listing& listing = listing_[node.timetable]; listing.last == who) listing.last = des::nobody;
    std::uint32_t const heir = std::exchange(heir_[who], des::nobody), legator = std::exchange(legator_[who], des::nobody);
    if (!tokens_[who].working) {
        if (legator != des::nobody) heir_[legator] = heir;
        if (heir != des::nobody) legator_[heir] = legator;
        return;
    }
    release_by_rule(who);
    if (heir == des::nobody) return;
    legator_[heir] = des::nobody;
    Token& token = tokens_[heir];
    Range const needs = rules_of(network_.steps[token.step]).needs;
    for (Index k = 0; k < needs.end - needs.begin; ++k) {
        NeedNode const& need = network_.needs[needs.begin + k];
        Index const pool = option_of(extras_[heir], k, need).pool;
        take_servers(pool, need.count);
        extras_[heir].persons[k] = extras_[who].persons[k];
        if (persons_[pool].kept()) persons_[pool].take(extras_[heir].persons[k]);
        if (Index const memory = rules_of(network_.steps[token.step]).memory; k == 0 && memory != none)
            memory_[token.root * std::size_t{network_.memory_slots} + memory] = pool << 16 | extras_[heir].persons[0];
    }
    token.since = now_;
    token.working = true;
}

/// Ends booked work: its team goes on to the next of the list, or is given back; so are the stays that end with it.
template <Shape shape, Recorder R>
void Loop<shape, R>::end_place(std::uint32_t who, StepNode const& node) {
    bool const goes_on = heir_[who] != des::nobody || !tokens_[who].working;
    Held const held = pools_held(who);
    pass_on(who);
    std::uint64_t const ended = rules_of(node).stays_to & extras_[who].stays;
    free_stays(who, ended);
    if (!goes_on)
        for (Index const pool : held) dispatch_by_rule(pool);
    dispatch_stays(who, ended);
}

/// Passes over a patient who cannot have the place: what has to be taken with it is not idle.
template <Shape shape, Recorder R>
void Loop<shape, R>::put_off(std::uint32_t who) {
    if (last_put_off_.size() < lines_.size()) {
        last_put_off_.resize(lines_.size(), des::nobody);
        refused_.resize(network_.steps.size());
    }
    Token const& token = tokens_[who];
    last_put_off_[token.line] = who;
    put_off_.push_back(who);
    StepNode const& node = network_.steps[token.step];
    refused_[token.step] |= node.visit_slot == none && !rules_of(node).personal;    // nobody there holds anything, or wants somebody, in particular
}

/// Whether nobody of a step need be asked for one of so many places: all take the same, which is not idle, and enough are put off already.
template <Shape shape, Recorder R>
bool Loop<shape, R>::is_refused(Index step, std::int32_t places) const {
    return refused_[step] != 0 && places > 0 && put_off_.size() >= static_cast<std::size_t>(places);
}

/// Counts the places that stayed empty, at those whose turn it was.
template <Shape shape, Recorder R>
void Loop<shape, R>::book_put_off(std::int32_t places) {
    for (std::uint32_t const who : put_off_) {
        Token const& token = tokens_[who];
        last_put_off_[token.line] = des::nobody;
        refused_[token.step] = 0;
        if (places == 0) continue;
        --places;
        if (token.cohort) ++counts_of(token).put_off[network_.steps[token.step].label * sources_ + token.source];
        recorder_.on_other(now_, patient_of(token), token.step, What::put_off);
    }
    put_off_.clear();
}

} // namespace pathecon::sim
