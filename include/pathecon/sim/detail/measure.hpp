// SPDX-License-Identifier: MIT
/// \file
/// How the loop measures.
#pragma once

#include <pathecon/sim/loop.hpp>

namespace pathecon::sim {

/// Passes a point at `time`, which may lie ahead where a place was reserved.
template <Shape shape, Recorder R>
void Loop<shape, R>::pass(std::uint32_t who, Range marks, Ticks time) {
    using Action = Mark::Action;
    for (Index m = marks.begin; m < marks.end; ++m) {
        Mark const mark = network_.marks[m];
        Token const& token = tokens_[who];
        switch (mark.action) {
            case Action::count: {
                OutcomeNode const& outcome = network_.outcomes[mark.target];
                if (!token.cohort || !draws_.holds(outcome.where, root_of(token).bits)) break;
                if (outcome.share < 1 && draws_.uniform(outcome.decision, luck_of(token), token.visit) >= outcome.share) break;
                ++counts_of(token).outcomes[mark.target * sources_ + token.source];
                break;
            }
            case Action::stamp: {
                Ticks& stamp = clock(token.root, network_.intervals.size() + mark.target);
                if (stamp == not_started) stamp = time;
                break;
            }
            case Action::start_event:
            case Action::stop_event:
                if constexpr (ruled) mark_event(token.root, mark, time);
                break;
            default: mark_clock(root_of(token), mark, time);
        }
    }
}

template <Shape shape, Recorder R>
void Loop<shape, R>::mark_clock(Token const& root, Mark const& mark, Ticks time) {
    using Action = Mark::Action;
    IntervalNode const& interval = network_.intervals[mark.target];
    Ticks& started = clock(root.root, mark.target);
    if (mark.action == Action::start_clock) {
        if (started == not_started) started = time;
        return;
    }
    if (mark.action == Action::void_clock) {
        started = done;
        return;
    }
    if (started <= done) return;
    Ticks none_paused = not_started;
    Ticks& paused = interval.pause == none ? none_paused : clock(root.root, network_.intervals.size() + network_.stamps + interval.pause);
    switch (mark.action) {
        case Action::pause_clock:
            if (paused == not_started) paused = time;
            break;
        case Action::resume_clock:
            if (paused != not_started) started += time - paused;
            paused = not_started;
            break;
        default: {
            // A clock that starts when a place that was reserved comes may be stopped before: it never ran.
            Ticks const taken = (paused != not_started ? paused : time) - started;
            if (taken >= 0) stop_clock(root, mark.target, taken);
            started = done;
        }
    }
}

template <Shape shape, Recorder R>
void Loop<shape, R>::stop_clock(Token const& root, Index interval, Ticks time_taken) {
    IntervalNode const& node = network_.intervals[interval];
    if (!root.cohort || !draws_.holds(node.where, root.bits)) return;
    IntervalTimes& times = counts_of(root).intervals[interval];
    times.times.add(time_taken);
    times.histogram.add(time_taken);
    times.within_standard += time_taken <= node.standard;
    if (node.rows) result_.rows.push_back({static_cast<std::int32_t>(interval), root.period, patient_of(root), time_taken});
}

/// Starts or stops the clock of an event.
template <Shape shape, Recorder R>
void Loop<shape, R>::mark_event(std::uint32_t root, Mark const& mark, Ticks time) {
    auto const id = static_cast<std::uint32_t>(root * network_.events.size() + mark.target);
    if (mark.action == Mark::Action::stop_event) return strike(events_, event_slot_, id);
    EventNode const& event = network_.events[mark.target];
    Token const& token = tokens_[root];
    if (events_.holds(id) || !draws_.holds(event.where, token.bits)) return;
    double const after = draws_.time_of(event.after, event.decision, luck_of(token), event_starts_[id]++, token.bits);
    // The clock of one who waited before the start may have run out already.
    Ticks const due = std::max(time + static_cast<Ticks>(after + 0.5), now_);
    note(events_, event_slot_, {due, des::order_of(des::Rank::event, token.source, token.number, mark.target)}, id);
}

/// Notes that work begins at `start`, which may lie ahead, for a token that joined the queue at `joined`.
template <Shape shape, Recorder R>
[[gnu::always_inline]] inline void Loop<shape, R>::note_start(std::uint32_t who, StepNode const& node, Ticks joined, Ticks start) {
    Token const& token = tokens_[who];
    recorder_.on_start(start, patient_of(token), token.step, start - joined);
    if constexpr (R::summary)
        if (in_window(joined)) {
            if constexpr (periodic) counts_at(joined).classes[token.line].add(start - joined);
            else if (start == joined) ++at_once_[token.line];
            else result_.classes[token.line].add(start - joined);
        }
    if (Range const marks = node.marks[static_cast<std::size_t>(Point::start)]; !marks.empty()) pass(who, marks, start);
}

/// Counts worked server-time that falls inside the window.
template <Shape shape, Recorder R>
[[gnu::always_inline]] inline void Loop<shape, R>::note_work(Index resource, Ticks from, Ticks to, std::int64_t servers) {
    recorder_.on_work(resource, from, to, servers);
    from = std::max(from, window_begin_);
    to = std::min(to, window_end_);
    if constexpr (periodic) {
        periods_.split(from, to, [&](std::size_t period, Ticks part) { counts_[period].calendar_ticks[resource] += part * servers; });
    } else {
        if (to > from) result_.calendar_ticks[resource] += (to - from) * servers;
    }
}

/// Counts server-time from `since` to now, for the patient and for the calendar.
template <Shape shape, Recorder R>
[[gnu::always_inline]] inline void Loop<shape, R>::note_used(Token const& token, Index resource, Ticks since, std::int64_t servers) {
    if (token.cohort) counts_of(token).resource_ticks[resource * sources_ + token.source] += (now_ - since) * servers;
    note_work(resource, since, now_, servers);
}

/// Where it is counted what happens to a patient: in the period of the arrival.
template <Shape shape, Recorder R>
[[gnu::always_inline]] inline Counts& Loop<shape, R>::counts_of([[maybe_unused]] Token const& token) {
    if constexpr (periodic) return counts_[token.period];
    else return result_;
}

/// Where it is counted what happens at a time.
template <Shape shape, Recorder R>
[[gnu::always_inline]] inline Counts& Loop<shape, R>::counts_at([[maybe_unused]] Ticks time) {
    if constexpr (periodic) return counts_[periods_.of(time)];
    else return result_;
}

/// Notes that a queue has changed.
template <Shape shape, Recorder R>
[[gnu::always_inline]] inline void Loop<shape, R>::note_length(StepNode const& node) {
    if constexpr (ruled) surge_due_ = surge_due_ || rules_of(node).watched;
    if constexpr (R::lengths) recorder_.on_length(now_, node.label, waiting_at(node));
}

template <Shape shape, Recorder R>
std::int64_t Loop<shape, R>::waiting_at(StepNode const& node) const {
    std::int64_t length = 0;
    for (Index line = node.first_line; line < node.first_line + node.lines; ++line) length += lines_[line].length;
    return length;
}

template <Shape shape, Recorder R>
[[gnu::always_inline]] inline void Loop<shape, R>::note_busy([[maybe_unused]] Index pool) {
    if constexpr (R::lengths) recorder_.on_busy(now_, network_.pools[pool].resource, pools_[pool].busy());
}

template <Shape shape, Recorder R>
[[gnu::always_inline]] inline void Loop<shape, R>::take_servers(Index pool, std::int32_t count) {
    pools_[pool].seize(count);
    note_busy(pool);
}

template <Shape shape, Recorder R>
[[gnu::always_inline]] inline void Loop<shape, R>::give_servers(Index pool, std::int32_t count) {
    pools_[pool].release(count);
    note_busy(pool);
}

} // namespace pathecon::sim
