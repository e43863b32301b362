// SPDX-License-Identifier: MIT
/// \file
/// How the loop serves patients together: the first in turn takes what is needed, the others go along.
#pragma once

#include <pathecon/sim/loop.hpp>

namespace pathecon::sim {

/// Whether enough wait, or the first has waited long enough; counting `more` who join and have waited since `since`.
template <Shape shape, Recorder R>
bool Loop<shape, R>::is_bulk_due(StepNode const& node, std::int64_t more, Ticks since) const {
    BulkNode const& bulk = network_.bulks[rules_of(node).bulk];
    std::int64_t const waiting = waiting_at(node) + more;
    if (waiting >= bulk.least) return true;
    if (bulk.wait == 0 || waiting == 0) return false;
    for (Index line = node.first_line; line < node.first_line + node.lines; ++line)
        if (!lines_[line].empty()) since = std::min(since, tokens_[lines_[line].head].since);
    return now_ - since >= bulk.wait;
}

/// Returns who is first in turn of those who wait at a step; nobody where nobody waits.
template <Shape shape, Recorder R>
std::uint32_t Loop<shape, R>::first_in_turn(StepNode const& node) const {
    std::uint32_t first = des::nobody;
    for (Index line = node.first_line; line < node.first_line + node.lines; ++line)
        if (std::uint32_t const head = lines_[line].head; head != des::nobody && (first == des::nobody || goes_before(head, first))) first = head;
    return first;
}

/// Joins those who wait, if with this one they can be served at once. Returns whether they are.
template <Shape shape, Recorder R>
bool Loop<shape, R>::enter_bulk(std::uint32_t who, StepNode const& node, Ticks since) {
    if (!is_bulk_due(node, 1, since)) return false;
    Choice const choice = choose(who, node);    // whoever leads takes the same
    if (!choice.possible) return false;
    join_by_rule(who, node, tokens_[who].line, since);
    start_bulk(node, choice);
    return true;
}

/// Serves as many together as may be, from the first in turn on; the time is that of the first.
template <Shape shape, Recorder R>
void Loop<shape, R>::start_bulk(StepNode const& node, Choice const& choice) {
    std::uint32_t const leader = first_in_turn(node);
    leave_line(leader, node);
    (void)start_with_idle(leader, node, choice, tokens_[leader].since, true);
    for (std::int32_t more = network_.bulks[rules_of(node).bulk].most - 1; more > 0; --more) {
        std::uint32_t const who = first_in_turn(node);
        if (who == des::nobody) return;
        leave_line(who, node);
        Token& token = tokens_[who];
        token.work = 0;     // the leader's counts for all
        note_start(who, node, token.since, now_);
        if (Index const memory = rules_of(node).memory; memory != none) {
            std::size_t const slots = network_.memory_slots;
            memory_[token.root * slots + memory] = memory_[tokens_[leader].root * slots + memory];
        }
        wait_for(who, now_ + tokens_[leader].work);
    }
}

/// Somebody has waited so long that fewer than enough are enough.
template <Shape shape, Recorder R>
void Loop<shape, R>::end_bulk_wait() {
    std::uint32_t const waited = bulk_waits_.pop().who;
    sync(bulk_waits_, bulk_slot_);
    StepNode const& node = network_.steps[tokens_[waited].step];
    if (Choice const choice = choose(first_in_turn(node), node); choice.possible) start_bulk(node, choice);
}

} // namespace pathecon::sim
