// SPDX-License-Identifier: MIT
/// \file
/// How patients pass the stations of a small network: a step with a pool of its own whose size never changes.
///
/// All that an event there needs stands together, and what it counts is summed where it happens and booked at the end.
#pragma once

#include <pathecon/sim/loop.hpp>

namespace pathecon::sim {

template <Shape shape, Recorder R>
void Loop<shape, R>::prepare_stations() {
    stations_.resize(network_.steps.size());
    tallies_.resize(network_.steps.size() * sources_);
    for (SourceNode const& source : network_.sources) luck_keys_.push_back(source.luck_key);
    for (Index s = 0; s < stations_.size(); ++s) {
        StepNode const& node = network_.steps[s];
        if (node.kind != StepKind::work) continue;
        Station& station = stations_[s];
        Index const pool = network_.uses[node.uses.begin].pool;
        station.lines = &lines_[node.first_line];
        station.idle = pools_[pool].capacity();
        station.free = pool_slot_[pool];
        station.tally = &tallies_[s * sources_];
        if (node.one_law) station.time = &times_[s];
        else station.constant = static_cast<Ticks>(network_.laws[node.takes.law].mean() + 0.5);
        station.node = &node;
        for (std::int32_t k = 0; k < network_.pools[pool].most; ++k) slot_station_.push_back(s);
    }
}

template <Shape shape, Recorder R>
Ticks Loop<shape, R>::time_at(Station& station, Token const& token) {
    if (station.time == nullptr) return station.constant;
    return static_cast<Ticks>(station.time->at(luck_keys_[token.source] + token.number) + 0.5);
}

/// Sees a patient who comes to a station: starts, or waits. Returns whether the patient stays.
template <Shape shape, Recorder R>
bool Loop<shape, R>::enter(std::uint32_t who, Station& station, Index step) {
    Token& token = tokens_[who];
    StepNode const& node = *station.node;
    Index const line = line_of(who, node) - node.first_line;
    recorder_.on_queue(now_, patient_of(token), step);
    token.line = node.first_line + line;
    token.since = now_;
    if (station.idle <= 0) {
        station.lines[line].push(tokens_, who);
        ++station.waiting;
        if constexpr (R::lengths) recorder_.on_length(now_, node.label, station.waiting);
        return true;
    }
    token.work = time_at(station, token);
    note_start(who, node, now_, now_);
    if (token.work == 0) return false;      // work that takes no time is done inside this event
    --station.idle;
    std::uint32_t const slot = station.free;
    station.free = next_free_[slot];
    token.working = true;
    token.slot = slot;
    server_[slot] = who;
    calendar_.set(slot, now_ + token.work);
    return true;
}

/// Ends the work at a slot; the next who waits takes the server before the one who is done moves on.
template <Shape shape, Recorder R>
void Loop<shape, R>::complete_at_station(std::uint32_t slot) {
    std::uint32_t const who = server_[slot];
    Token& token = tokens_[who];
    Index const step = slot_station_[slot - first_server_slot_];
    Station& station = stations_[step];
    StepNode const& node = *station.node;
    token.working = false;
    Ticks const from = std::max(token.since, window_begin_), to = std::min(now_, window_end_);
    station.used += to > from ? to - from : 0;
    recorder_.on_work(network_.pools[slot_pool_[slot]].resource, token.since, now_, 1);
    if (station.waiting == 0) {
        ++station.idle;
        next_free_[slot] = station.free;
        station.free = slot;
        server_[slot] = des::nobody;
        calendar_.clear(slot);
    } else {
        des::Line* line = station.lines;
        while (line->empty()) ++line;
        std::uint32_t const next = line->pop(tokens_);
        --station.waiting;
        if constexpr (R::lengths) recorder_.on_length(now_, node.label, station.waiting);
        Token& taken = tokens_[next];
        taken.work = time_at(station, taken);
        note_start(next, node, taken.since, now_);
        taken.since = now_;
        taken.working = true;
        taken.slot = slot;
        server_[slot] = next;
        calendar_.set(slot, now_ + taken.work);
    }
    count_visit(token, station);
    if (token.cohort) station.tally[token.source].used += token.work;
    go(who, next_step(who, node));
}

template <Shape shape, Recorder R>
void Loop<shape, R>::count_visit(Token const& token, Station& station) {
    if (token.cohort) {
        Tally& tally = station.tally[token.source];
        ++tally.visits;
        tally.work += token.work;
    }
    station.visits += in_window(now_);
    recorder_.on_end(now_, patient_of(token), token.step);
}

template <Shape shape, Recorder R>
void Loop<shape, R>::book_stations() {
    for (Station const& station : stations_) {
        if (station.node == nullptr) continue;
        StepNode const& node = *station.node;
        Index const resource = network_.pools[network_.uses[node.uses.begin].pool].resource;
        for (std::size_t s = 0; s < sources_; ++s) {
            result_.visits[node.label * sources_ + s] += station.tally[s].visits;
            result_.step_ticks[node.label * sources_ + s] += station.tally[s].work;
            result_.resource_ticks[resource * sources_ + s] += station.tally[s].used;
        }
        result_.calendar_visits[node.label] += station.visits;
        result_.calendar_ticks[resource] += station.used;
    }
}

} // namespace pathecon::sim
