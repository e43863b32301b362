// SPDX-License-Identifier: MIT
/// \file
/// How the loop leads a patient from step to step.
#pragma once

#include <pathecon/sim/loop.hpp>

namespace pathecon::sim {

/// Leads a token on until it must wait or has left.
template <Shape shape, Recorder R>
void Loop<shape, R>::go(std::uint32_t who, Index step) {
    for (;;) {
        if (step == none) return leave(who);
        StepNode const& node = network_.steps[step];
        Token& token = tokens_[who];
        token.step = static_cast<std::uint16_t>(step);
        if constexpr (full) {
            token.visit = node.visit_slot == none ? std::uint16_t{0} : visits_[token.root * network_.visit_slots + node.visit_slot]++;
            if (!holds(node.where, root_of(token).bits)) {
                step = next_step(who, node);
                continue;
            }
            pass(who, node.marks[static_cast<std::size_t>(Point::arrive)], now_);
            if (node.kind == StepKind::fork) return split(who, step);
            if (node.kind == StepKind::join) {
                std::uint32_t const parent = parent_[who];
                tokens_.give(who);
                if (--tokens_[parent].slot != 0) return;
                who = parent;
                tokens_[who].work = 0;
                tokens_[who].step = static_cast<std::uint16_t>(step);
                finish(who, node);
                step = next_step(who, node);
                continue;
            }
            if (node.kind == StepKind::timed) return join_line(who, node);
        }
        if (node.kind == StepKind::work) {
            if (!can_start(node)) return join_line(who, node);
            Ticks const work = duration_of(who, node);
            recorder_.on_queue(now_, patient_of(token), step);
            note_start(token, node, now_, now_);
            if (work > 0) return begin(who, node, work);
            token.work = 0;
        } else {
            token.work = duration_of(who, node);
            recorder_.on_start(now_, patient_of(token), step, 0);
            if constexpr (full) pass(who, node.marks[static_cast<std::size_t>(Point::start)], now_);
            if (token.work > 0) return agenda_.push({now_ + token.work, order_of(token, 0)}, who);
        }
        finish(who, node);      // work that takes no time is done inside this event
        step = next_step(who, node);
    }
}

/// Counts the step, gives its results and passes its end.
template <Shape shape, Recorder R>
void Loop<shape, R>::finish(std::uint32_t who, StepNode const& node) {
    Token& token = tokens_[who];
    std::size_t const sources = network_.sources.size();
    if (token.cohort) {
        result_.visits[node.label * sources + token.source] += 1;
        if constexpr (full) result_.step_ticks[node.label * sources + token.source] += token.work;
    }
    if (in_window(now_)) ++result_.calendar_visits[node.label];
    if constexpr (full) {
        for (Index a = node.attended.begin; a < node.attended.end; ++a) {
            AttendanceNode const& attendance = network_.attended[a];
            auto const time = static_cast<double>(attendance.time < 0 ? token.work : attendance.time);
            auto const ticks = static_cast<Ticks>(time * attendance.people + 0.5);
            if (token.cohort) result_.resource_ticks[attendance.resource * sources + token.source] += ticks;
            if (in_window(now_)) result_.calendar_ticks[attendance.resource] += ticks;
        }
        if (node.kind == StepKind::timed) {
            Index const resource = network_.timetables[node.timetable].resource;
            if (resource != none) {
                if (token.cohort) result_.resource_ticks[resource * sources + token.source] += token.work;
                note_work(resource, now_ - token.work, now_, 1);
            }
        }
        for (Index t = node.tests.begin; t < node.tests.end; ++t)
            draw(network_.tests[t], token, token.visit, root_of(token).bits);
        pass(who, node.marks[static_cast<std::size_t>(Point::end)], now_);
    }
    recorder_.on_end(now_, patient_of(token), token.step);
}

template <Shape shape, Recorder R>
Index Loop<shape, R>::next_step(std::uint32_t who, StepNode const& node) {
    Index last = none;
    double u = -1.0, sum = 0.0;
    Token const& token = tokens_[who];
    std::uint64_t const bits = attributed ? root_of(token).bits : 0;
    for (Index b = node.branches.begin; b < node.branches.end; ++b) {
        BranchNode const& branch = network_.branches[b];
        if constexpr (attributed)
            if (!holds(branch.where, bits)) continue;
        if (branch.certain) return branch.step;
        if (u < 0) u = uniform(node.route_decision, token, token.visit);
        sum += chance_of(branch.chance, bits);
        if (u < sum) return branch.step;
        last = branch.step;     // the probabilities add up to 1 but for a rounding
    }
    return last;
}

/// The drawn time, after what tools do to it: time' = time x by + add, not below 0.
template <Shape shape, Recorder R>
Ticks Loop<shape, R>::duration_of(std::uint32_t who, StepNode const& node) {
    Token const& token = tokens_[who];
    Index law = node.takes.law;
    if constexpr (full)
        for (Index c = node.takes.cases.begin; c < node.takes.cases.end; ++c)
            if (holds(network_.time_cases[c].where, root_of(token).bits)) {
                law = network_.time_cases[c].law;
                break;
            }
    random::Distribution const& distribution = network_.laws[law];
    double time = distribution.family() == random::Family::constant
                      ? distribution.mean()
                      : distribution.sample(uniform(node.takes_decision, token, token.visit));
    if constexpr (full)
        for (Index a = node.adjustments.begin; a < node.adjustments.end; ++a) {
            AdjustmentNode const& adjustment = network_.adjustments[a];
            if (!holds(adjustment.where, root_of(token).bits)) continue;
            if (adjustment.share < 1 && uniform(adjustment.decision, token, token.visit) >= adjustment.share) continue;
            time = time * adjustment.by + static_cast<double>(adjustment.add);
            time = time > 0 ? time : 0;
        }
    return static_cast<Ticks>(time + 0.5);
}

/// Sends a token's branches on their ways; the token itself waits for them.
template <Shape shape, Recorder R>
void Loop<shape, R>::split(std::uint32_t who, Index step) {
    StepNode const& node = network_.steps[step];
    tokens_[who].work = 0;
    finish(who, node);
    Index const branches = node.forked.end - node.forked.begin;
    tokens_[who].slot = branches;
    for (Index b = 0; b < branches; ++b) {
        std::uint32_t const child = tokens_.take();
        tokens_[child] = tokens_[who];
        tokens_[child].root = tokens_[who].root;
        tokens_[child].branch = static_cast<std::uint8_t>(node.first_branch + b);
        tokens_[child].left = -1;
        tokens_[child].working = false;
        if (parent_.size() < tokens_.size()) parent_.resize(tokens_.size());
        parent_[child] = who;
        go(child, network_.fork_steps[node.forked.begin + b]);
    }
}

} // namespace pathecon::sim
