// SPDX-License-Identifier: MIT
/// \file
/// How the loop draws, judges conditions, runs clocks and counts.
#pragma once

#include <pathecon/base/contract.hpp>
#include <pathecon/sim/loop.hpp>

namespace pathecon::sim {

template <Shape shape, Recorder R>
bool Loop<shape, R>::holds(Condition const& condition, std::uint64_t bits) const {
    if ((bits & condition.mask) != condition.want) return false;
    for (Index n = condition.nots.begin; n < condition.nots.end; ++n)
        if ((bits & network_.nots[n].mask) == network_.nots[n].want) return false;
    return true;
}

template <Shape shape, Recorder R>
double Loop<shape, R>::chance_of(ChanceTable const& table, std::uint64_t bits) const {
    if constexpr (attributed)
        for (Index c = table.cases.begin; c < table.cases.end; ++c)
            if (holds(network_.chance_cases[c].where, bits)) return network_.chance_cases[c].p;
    return table.p;
}

template <Shape shape, Recorder R>
double Loop<shape, R>::uniform(Index decision, Token const& token, std::uint32_t visit) {
    return streams_[decision].uniform(luck_, network_.sources[token.source].luck_key + token.number, visit);
}

/// Draws an attribute or a test result into its field of the word.
template <Shape shape, Recorder R>
void Loop<shape, R>::draw(Draw const& draw, Token const& token, std::uint32_t visit, std::uint64_t& bits) {
    bits &= ~draw.field;
    if (!holds(draw.where, bits)) return;
    if (draw.levels.empty()) {
        double const p = chance_of(draw.chance, bits);
        // A certain answer needs no luck; and u lies strictly between 0 and 1, so the comparison agrees.
        bool const yes = p > 0 && (p >= 1 || uniform(draw.decision, token, visit) < p);
        bits |= static_cast<std::uint64_t>(yes) << draw.shift;
        return;
    }
    double const u = uniform(draw.decision, token, visit);
    Index level = draw.levels.begin;
    while (level + 1 < draw.levels.end && u >= network_.level_shares[level]) ++level;
    bits |= static_cast<std::uint64_t>(level - draw.levels.begin) << draw.shift;
}

/// Passes a point at `time`, which may lie ahead where a place was reserved.
template <Shape shape, Recorder R>
void Loop<shape, R>::pass(std::uint32_t who, Range marks, Ticks time) {
    if (marks.empty()) return;
    Token const& token = tokens_[who];
    Token const& root = root_of(token);
    for (Index m = marks.begin; m < marks.end; ++m) {
        Mark const mark = network_.marks[m];
        if (mark.action == Mark::Action::count) {
            OutcomeNode const& outcome = network_.outcomes[mark.target];
            if (!token.cohort || !holds(outcome.where, root.bits)) continue;
            if (outcome.share < 1 && uniform(outcome.decision, token, token.visit) >= outcome.share) continue;
            ++result_.outcomes[mark.target * network_.sources.size() + token.source];
            continue;
        }
        Ticks& clock = clocks_[token.root * network_.intervals.size() + mark.target];
        switch (mark.action) {
            case Mark::Action::start_clock:
                if (clock == -1) clock = time;
                break;
            case Mark::Action::void_clock: clock = -2; break;
            default:
                if (clock < 0) break;
                stop_clock(root, mark.target, time - clock);
                clock = -2;
        }
    }
}

template <Shape shape, Recorder R>
void Loop<shape, R>::stop_clock(Token const& root, Index interval, Ticks time_taken) {
    IntervalNode const& node = network_.intervals[interval];
    if (!root.cohort || !holds(node.where, root.bits)) return;
    IntervalTimes& times = result_.intervals[interval];
    times.times.add(time_taken);
    times.histogram.add(time_taken);
    times.within_standard += time_taken <= node.standard;
    if (node.rows) result_.rows.push_back({static_cast<std::int32_t>(interval), patient_of(root), time_taken});
}

/// Notes that work begins at `start`, which may lie ahead, for a token that joined the queue at `joined`.
template <Shape shape, Recorder R>
void Loop<shape, R>::note_start(Token const& token, StepNode const& node, Ticks joined, Ticks start) {
    recorder_.on_start(start, patient_of(token), token.step, start - joined);
    if constexpr (R::summary)
        if (in_window(joined)) {
            QueueTimes& queue = result_.queues[node.label];
            queue.times.add(start - joined);
            queue.histogram.add(start - joined);
        }
    if constexpr (full)
        pass(static_cast<std::uint32_t>(&token - &tokens_[0]), node.marks[static_cast<std::size_t>(Point::start)], start);
}

/// Counts worked server-time that falls inside the window.
template <Shape shape, Recorder R>
void Loop<shape, R>::note_work(Index resource, Ticks from, Ticks to, std::int64_t servers) {
    from = std::max(from, window_begin_);
    to = std::min(to, window_end_);
    if (to > from) result_.calendar_ticks[resource] += (to - from) * servers;
}

template <Shape shape, Recorder R>
void Loop<shape, R>::close() {
    if (result_.status == RunStatus::ok) {
        // The run ends when the last of the cohort has left, or at the end of the follow-up.
        Ticks const idle = std::max(now_, window_end_);
        now_ = cohort_live_ == 0 && idle < end_ ? idle : end_;
    }
    result_.end = now_;
    for (std::uint32_t who = 0; who < tokens_.size(); ++who) {
        Token const& token = tokens_[who];
        if (!token.working) continue;
        StepNode const& node = network_.steps[token.step];
        for (Index u = node.uses.begin; u < node.uses.end; ++u)
            note_work(network_.pools[network_.uses[u].pool].resource, token.since, now_, network_.uses[u].count);
    }
    for (PoolNode const& pool : network_.pools)
        result_.open_ticks[pool.resource] += network_.timelines[pool.timeline].integral(window_begin_, std::min(window_end_, now_));
    for (std::size_t s = 0; s < result_.arrivals.size(); ++s) result_.unfinished[s] = result_.arrivals[s] - result_.exits[s];
    for (IntervalTimes& interval : result_.intervals)
        if (interval.times.count() > 0) {
            interval.p50 = static_cast<Ticks>(interval.histogram.quantile(0.5));
            interval.p90 = static_cast<Ticks>(interval.histogram.quantile(0.9));
        }
    for (QueueTimes& queue : result_.queues)
        if (queue.times.count() > 0) {
            queue.p50 = static_cast<Ticks>(queue.histogram.quantile(0.5));
            queue.p90 = static_cast<Ticks>(queue.histogram.quantile(0.9));
        }
    // Little's law: those still here have stayed until now.
    count_people(0);
    for (std::uint32_t who = 0; who < tokens_.size(); ++who)
        if (tokens_[who].live && tokens_[who].root == who) stays_ += now_ - tokens_[who].arrived;
    result_.number_integral = area_;
    result_.stays = stays_;
    PATHECON_EXPECTS(area_ == stays_, "Little's law holds on every run: this is a fault of the engine");
}

} // namespace pathecon::sim
