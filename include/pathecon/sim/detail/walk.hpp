// SPDX-License-Identifier: MIT
/// \file
/// How the loop leads a patient from step to step.
#pragma once

#include <utility>

#include <pathecon/sim/loop.hpp>

namespace pathecon::sim {

/// Leads a token on until it must wait or has left.
template <Shape shape, Recorder R>
void Loop<shape, R>::go(std::uint32_t who, Index step) {
    go_on(who, step);
}

template <Shape shape, Recorder R>
[[gnu::always_inline]] inline void Loop<shape, R>::go_on(std::uint32_t who, Index step) {
    Ticks since = now_;
    if constexpr (ruled) since -= std::exchange(waited_before_, 0);
    for (;; since = now_) {
        if (step == none) return leave(who);
        StepNode const& node = network_.steps[step];
        Token& token = tokens_[who];
        token.step = static_cast<std::uint16_t>(step);
        token.visit = 0;
        if (!node.bare) {
            if (node.visit_slot != none) {
                token.visit = visits_[token.root * network_.visit_slots + node.visit_slot]++;
                if (token.visit == 0xFFFF) [[unlikely]] {     // a loop that takes no time, or nearly none
                    result_.status = RunStatus::limit_reached;
                    return;
                }
            }
            if (!draws_.holds(node.where, root_of(token).bits)) {
                if constexpr (ruled)
                    if (std::uint64_t const ended = rules_of(node).stays_to & extras_[who].stays; ended != 0) end_stays(who, ended);
                step = next_step(who, node);
                continue;
            }
            if (Range const marks = node.marks[static_cast<std::size_t>(Point::arrive)]; !marks.empty()) pass(who, marks, now_);
        }
        if constexpr (ruled) {
            extras_[who].attempt = 0;
            if (node.plain) {
                if (enter_plain(who, node, desks_[step], since)) return;
                finish(who, node);
                step = next_step(who, node);
                continue;
            }
            if (node.kind == StepKind::work || node.kind == StepKind::timed) {
                if (enter_by_rule(who, node, step, since)) return;
                continue;
            }
            let_go(who);
        }
        if (node.kind == StepKind::fork) return split(who, step);
        if (node.kind == StepKind::join) {
            who = merge(who, step);
            if (who == des::nobody) return;
            finish(who, node);
            step = next_step(who, node);
            continue;
        }
        if (node.kind == StepKind::timed) return join_line(who, node, line_of(who, node), now_);
        if (node.kind == StepKind::work) {
            Index const line = line_of(who, node);
            if (!can_start(node)) return join_line(who, node, line, now_);
            token.line = line;
            Ticks const work = duration_of(who, node);
            recorder_.on_queue(now_, patient_of(token), step);
            note_start(who, node, now_, now_);
            if (work > 0) return begin(who, node, work);
            token.work = 0;
        } else {
            token.work = duration_of(who, node);
            recorder_.on_start(now_, patient_of(token), step, 0);
            pass(who, node.marks[static_cast<std::size_t>(Point::start)], now_);
            if (token.work > 0) return wait_for(who, now_ + token.work);
        }
        finish(who, node);      // work that takes no time is done inside this event
        step = next_step(who, node);
    }
}

/// Counts the step, gives its results and passes its end.
template <Shape shape, Recorder R>
[[gnu::always_inline]] inline void Loop<shape, R>::finish(std::uint32_t who, StepNode const& node) {
    if constexpr (ruled)
        if (!node.plain)
            if (std::uint64_t const ended = rules_of(node).stays_to & extras_[who].stays; ended != 0) end_stays(who, ended);
    Token const& token = tokens_[who];
    if (token.cohort) {
        Counts& counts = counts_of(token);
        counts.visits[node.label * sources_ + token.source] += 1;
        counts.step_ticks[node.label * sources_ + token.source] += token.work;
    }
    counts_at(now_).calendar_visits[node.label] += in_window(now_);
    if (!node.bare || node.kind == StepKind::timed) finish_more(who, node);
    recorder_.on_end(now_, patient_of(token), token.step);
}

/// Counts who attended the step, draws its tests and passes its end.
template <Shape shape, Recorder R>
void Loop<shape, R>::finish_more(std::uint32_t who, StepNode const& node) {
    Token const& token = tokens_[who];
    for (Index a = node.attended.begin; a < node.attended.end; ++a) {
        AttendanceNode const& attendance = network_.attended[a];
        auto const time = static_cast<double>(attendance.time < 0 ? token.work : attendance.time);
        auto const ticks = static_cast<Ticks>(time * attendance.people + 0.5);
        if (token.cohort) counts_of(token).resource_ticks[attendance.resource * sources_ + token.source] += ticks;
        if (in_window(now_)) counts_at(now_).calendar_ticks[attendance.resource] += ticks;
    }
    if (node.kind == StepKind::timed) {
        Index const resource = network_.timetables[node.timetable].resource;
        if (resource != none) note_used(token, resource, now_ - token.work, 1);
    }
    for (Index t = node.tests.begin; t < node.tests.end; ++t)
        draws_.draw(network_.tests[t], luck_of(token), token.visit, root_of(token).bits);
    if (Range const marks = node.marks[static_cast<std::size_t>(Point::end)]; !marks.empty()) pass(who, marks, now_);
}

/// Whether a patient may take a way on, by the time since a point, by the clock, and by how often it was taken.
template <Shape shape, Recorder R>
bool Loop<shape, R>::open(BranchNode const& branch, Token const& token) const {
    if (branch.stamp != none) {
        Ticks const passed = clocks_[token.root * clocks_each_ + network_.intervals.size() + branch.stamp];
        if (passed == not_started || now_ - passed < branch.at_least || now_ - passed > branch.at_most) return false;
    }
    if (branch.timeline != none && network_.timelines[branch.timeline].at(now_) == 0) return false;
    return branch.most == 0 || visits_[token.root * network_.visit_slots + branch.visit_slot] < branch.most;
}

/// Returns the way to the activity with the fewest waiting and in service for each server on duty, the first of equals, as
/// its place among the network's branches. Where nobody is on duty is behind all where somebody is.
template <Shape shape, Recorder R>
Index Loop<shape, R>::shortest_queue(StepNode const& node, Token const& token) const {
    Index best = none;
    std::int64_t best_length = 0, best_servers = 0;
    for (Index b = node.branches.begin; b < node.branches.end; ++b) {
        BranchNode const& branch = network_.branches[b];
        if (!draws_.holds(branch.where, root_of(token).bits) || !open(branch, token)) continue;
        StepNode const& to = network_.steps[branch.queue];
        des::Pool const& pool = pools_[network_.uses[to.uses.begin].pool];
        std::int64_t const length = waiting_at(to) + pool.busy(), servers = pool.capacity();
        bool const shorter = servers == 0 || best_servers == 0 ? servers == best_servers ? length < best_length : servers > 0
                                                               : length * best_servers < best_length * servers;
        if (best != none && !shorter) continue;
        best = b;
        best_length = length;
        best_servers = servers;
    }
    return best;
}

template <Shape shape, Recorder R>
[[gnu::always_inline]] inline Index Loop<shape, R>::next_step(std::uint32_t who, StepNode const& node) {
    if (node.one_way) return node.way;
    return next_of_many(who, node);
}

template <Shape shape, Recorder R>
Index Loop<shape, R>::next_of_many(std::uint32_t who, StepNode const& node) {
    Token const& token = tokens_[who];
    if constexpr (ruled)
        if (!node.branches.empty() && network_.branches[node.branches.begin].queue != none) {
            Index const way = shortest_queue(node, token);
            if (way == none) return none;
            if (network_.branches[way].most > 0) ++visits_[token.root * network_.visit_slots + network_.branches[way].visit_slot];
            return network_.branches[way].step;
        }
    Index const branch = draws_.branch_of(node, luck_of(token), token.visit, root_of(token).bits, [&]([[maybe_unused]] BranchNode const& way) {
        if constexpr (ruled) return open(way, token);
        else return true;
    });
    if (branch == none) return none;
    BranchNode const& taken = network_.branches[branch];
    if constexpr (ruled)
        if (taken.most > 0) ++visits_[token.root * network_.visit_slots + taken.visit_slot];
    return taken.step;
}

/// How long work takes. That of a bare step with one law for everybody is drawn, and nothing more.
template <Shape shape, Recorder R>
[[gnu::always_inline]] inline Ticks Loop<shape, R>::duration_of(std::uint32_t who, StepNode const& node) {
    if constexpr (!ruled)
        if (node.bare && node.one_law) return rounded(draws_.times(tokens_[who].step).at(luck_of(tokens_[who])));
    return changed_duration_of(who, node);
}

/// The drawn time, after what tools do to it: time' = time x by + add, not below 0.
template <Shape shape, Recorder R>
Ticks Loop<shape, R>::changed_duration_of(std::uint32_t who, StepNode const& node) {
    Token const& token = tokens_[who];
    std::uint32_t visit = token.visit;
    if constexpr (ruled) visit |= std::uint32_t{extras_[who].attempt} << 16;
    double time;
    if (node.one_law && visit == 0) time = draws_.times(token.step).at(luck_of(token));
    else time = draws_.time_of(node.takes, node.takes_decision, luck_of(token), visit, root_of(token).bits);
    if constexpr (ruled) {
        RuleNode const& rules = rules_of(node);
        for (Index k = 0; !rules.one_need && k < rules.needs.end - rules.needs.begin; ++k) {
            NeedNode const& need = network_.needs[rules.needs.begin + k];
            if (need.options.end - need.options.begin > 1 || network_.options[need.options.begin].by != 1)
                time *= option_of(extras_[who], k, need).by;
        }
    }
    for (Index a = node.adjustments.begin; a < node.adjustments.end; ++a) {
        AdjustmentNode const& adjustment = network_.adjustments[a];
        if (!draws_.holds(adjustment.where, root_of(token).bits)) continue;
        if (adjustment.share < 1 && draws_.uniform(adjustment.decision, luck_of(token), visit) >= adjustment.share) continue;
        time = detail::plus_product(static_cast<double>(adjustment.add), time, adjustment.by);
        time = time > 0 ? time : 0;
    }
    return rounded(time);
}

/// Sends a token's branches on their ways; the token itself waits for them.
template <Shape shape, Recorder R>
void Loop<shape, R>::split(std::uint32_t who, Index step) {
    StepNode const& node = network_.steps[step];
    tokens_[who].work = 0;
    finish(who, node);
    Index const branches = node.forked.end - node.forked.begin;
    tokens_[who].slot = branches;
    if constexpr (ruled) extras_[who].state = State::split;
    for (Index b = 0; b < branches; ++b) {
        std::uint32_t const child = tokens_.take();
        tokens_[child] = tokens_[who];
        tokens_[child].branch = static_cast<std::uint8_t>(node.first_branch + b);
        tokens_[child].working = false;
        if (parent_.size() < tokens_.size()) parent_.resize(tokens_.size());
        parent_[child] = who;
        if constexpr (ruled) {
            if (extras_.size() < tokens_.size()) grow_rules();
            extras_[child] = Extra{};
        }
        go(child, network_.fork_steps[node.forked.begin + b]);
    }
}

/// Ends a branch at its join; returns the parent when it was the last that was out, else nobody.
template <Shape shape, Recorder R>
std::uint32_t Loop<shape, R>::merge(std::uint32_t who, Index step) {
    std::uint32_t const parent = parent_[who];
    if constexpr (ruled)
        if (extras_[who].stays != 0) end_stays(who, extras_[who].stays);
    tokens_.give(who);
    if (--tokens_[parent].slot != 0) return des::nobody;
    tokens_[parent].work = 0;
    tokens_[parent].step = static_cast<std::uint16_t>(step);
    if constexpr (ruled) extras_[parent].state = State::moving;
    return parent;
}

} // namespace pathecon::sim
