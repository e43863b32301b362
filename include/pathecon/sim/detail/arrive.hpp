// SPDX-License-Identifier: MIT
/// \file
/// How the loop begins, turns and ends, and how patients come and leave.
#pragma once

#include <pathecon/base/contract.hpp>
#include <pathecon/sim/loop.hpp>

namespace pathecon::sim {

template <Shape shape, Recorder R>
Loop<shape, R>::Loop(Network const& network, random::Luck const& luck, Horizon const& horizon, Limits const& limits, R recorder)
    : network_(network), luck_{luck.seed, luck.model ^ network.model, luck.replication}, limits_(limits),
      recorder_(std::move(recorder)), window_begin_(horizon.warm_up.ticks()),
      window_end_(window_begin_ + horizon.window.ticks()), end_(window_end_ + horizon.follow_up.ticks()) {
    prepare();
}

template <Shape shape, Recorder R>
void Loop<shape, R>::prepare() {
    std::size_t const sources = network_.sources.size(), resources = network_.labels.resources.size();
    std::size_t const steps = network_.labels.steps.size();
    result_.arrivals.assign(sources, 0);
    result_.exits.assign(sources, 0);
    result_.unfinished.assign(sources, 0);
    result_.visits.assign(steps * sources, 0);
    result_.step_ticks.assign(steps * sources, 0);
    result_.resource_ticks.assign(resources * sources, 0);
    result_.outcomes.assign(network_.outcomes.size() * sources, 0);
    result_.calendar_visits.assign(steps, 0);
    result_.calendar_ticks.assign(resources, 0);
    result_.open_ticks.assign(resources, 0);
    result_.queues.resize(steps);
    result_.intervals.resize(network_.intervals.size());

    streams_.reserve(network_.purposes.size());
    for (std::uint32_t const purpose : network_.purposes) streams_.emplace_back(purpose);
    lines_.resize(network_.line_levels.size());

    first_rota_slot_ = static_cast<std::uint32_t>(sources);
    // Only a rota that changes needs a slot: a calendar of fewer slots has fewer levels.
    rota_slot_.assign(network_.pools.size(), none);
    for (std::size_t p = 0; p < network_.pools.size(); ++p)
        if (!network_.timelines[network_.pools[p].timeline].constant()) {
            rota_slot_[p] = first_rota_slot_ + static_cast<std::uint32_t>(rota_pool_.size());
            rota_pool_.push_back(static_cast<Index>(p));
        }
    first_list_slot_ = first_rota_slot_ + static_cast<std::uint32_t>(rota_pool_.size());
    first_server_slot_ = first_list_slot_ + static_cast<std::uint32_t>(network_.timetables.size());
    std::uint32_t slots = first_server_slot_;
    for (PoolNode const& pool : network_.pools) {
        pools_.emplace_back(slots, pool.most);
        slots += static_cast<std::uint32_t>(pool.most);
    }
    PATHECON_EXPECTS(slots < des::max_slots, "a network has fewer servers than the calendar has slots");
    server_.assign(slots, des::nobody);
    slot_pool_.assign(slots, none);
    std::uint32_t slot = first_server_slot_;
    for (std::size_t p = 0; p < pools_.size(); ++p)
        for (std::int32_t k = 0; k < network_.pools[p].most; ++k) slot_pool_[slot++] = static_cast<Index>(p);
    calendar_ = des::Calendar{slots};

    for (std::size_t p = 0; p < pools_.size(); ++p) {
        des::Timeline const& rota = network_.timelines[network_.pools[p].timeline];
        rota_.emplace_back(&rota);
        pools_[p].set_capacity(rota.at(0));
        if (rota_slot_[p] != none) schedule_rota_change(static_cast<Index>(p));
    }
    listing_.resize(network_.timetables.size());
    for (std::size_t s = 0; s < network_.steps.size(); ++s)
        if (network_.steps[s].kind == StepKind::timed) listing_[network_.steps[s].timetable].users.push_back(static_cast<Index>(s));
    for (Index t = 0; t < listing_.size(); ++t) schedule_place(t);

    arriving_.resize(sources);
    for (Index s = 0; s < sources; ++s) {
        if (network_.sources[s].timeline != none) arriving_[s].cursor = des::TimelineCursor{&network_.timelines[network_.sources[s].timeline]};
        if (network_.sources[s].rate > 0) schedule_arrival(s);
    }
}

template <Shape shape, Recorder R>
Replication Loop<shape, R>::run() {
    if constexpr (full) turn();
    else turn_flat();
    close();
    return std::move(result_);
}

/// An event of a small network takes some hundred instructions, of which calls between the loop's parts would be a seventh.
/// The full loop is left alone: flattened, it would take minutes to compile.
template <Shape shape, Recorder R>
[[gnu::flatten]] void Loop<shape, R>::turn_flat() {
    turn();
}

/// Takes event after event until the horizon.
template <Shape shape, Recorder R>
void Loop<shape, R>::turn() {
    for (;;) {
        des::Moment next = calendar_.next();
        bool const from_agenda = !agenda_.empty() && agenda_.top().moment < next;
        if (from_agenda) next = agenda_.top().moment;
        if (next.time >= end_ || (next.time >= window_end_ && cohort_live_ == 0)) break;
        if ((++result_.events & 1023) == 0 && limits_.cancel != nullptr && limits_.cancel->load(std::memory_order_relaxed)) {
            result_.status = RunStatus::cancelled;
            break;
        }
        now_ = next.time;
        if (from_agenda) {
            std::uint32_t const who = agenda_.pop().who;
            StepNode const& node = network_.steps[tokens_[who].step];
            finish(who, node);
            go(who, next_step(who, node));
            continue;
        }
        std::uint32_t const slot = next.slot();
        if (slot >= first_server_slot_) complete(slot);
        else if (slot < first_rota_slot_) arrive(slot);
        else if (slot < first_list_slot_) change_rota(rota_pool_[slot - first_rota_slot_]);
        else hold_list(slot - first_list_slot_);
        if (result_.status != RunStatus::ok) break;
    }
}

/// Arrivals come by inversion of the cumulative rate: one unit exponential of rate-time each.
template <Shape shape, Recorder R>
void Loop<shape, R>::schedule_arrival(Index source) {
    SourceNode const& node = network_.sources[source];
    Arriving& state = arriving_[source];
    double unit = gap_.sample(streams_[node.decision].uniform(luck_, node.luck_key + state.number, 0));
    if (node.timeline == none) {
        state.time += unit / node.rate;
    } else {
        for (;;) {
            double const rate = node.rate * state.cursor.value();
            auto const change = static_cast<double>(state.cursor.next_change());
            if (rate > 0 && state.time + unit / rate < change) {
                state.time += unit / rate;
                break;
            }
            unit -= (change - state.time) * rate;
            unit = unit > 0 ? unit : 0;     // the subtraction can undershoot by a rounding
            state.time = change;
            state.cursor.advance();
        }
    }
    auto const time = static_cast<Ticks>(state.time + 0.5);
    calendar_.set(source, {time, des::order_of(des::Rank::arrival, source, state.number, 0, source)});
}

template <Shape shape, Recorder R>
void Loop<shape, R>::count_people(std::int64_t change) {
    area_ += static_cast<base::i128>(people_) * (now_ - area_since_);
    area_since_ = now_;
    people_ += change;
}

template <Shape shape, Recorder R>
void Loop<shape, R>::arrive(Index source) {
    if (tokens_.live() >= limits_.patients_in_system || arriving_[source].number + 1 >= des::max_number) {
        result_.status = RunStatus::limit_reached;
        return;
    }
    std::uint32_t const who = tokens_.take();
    Token& token = tokens_[who];
    token.arrived = now_;
    token.left = -1;
    token.bits = source;    // the source is the field at the bottom of the word
    token.root = who;
    token.number = arriving_[source].number++;
    token.source = static_cast<std::uint8_t>(source);
    token.branch = 0;
    token.visit = 0;
    token.cohort = in_window(now_);
    schedule_arrival(source);
    count_people(+1);
    result_.arrivals[source] += token.cohort;
    cohort_live_ += token.cohort;
    if constexpr (attributed)
        for (Draw const& attribute : network_.attributes) draw(attribute, token, 0, token.bits);
    if constexpr (full) {
        std::size_t const clocks = network_.intervals.size();
        if (clocks_.size() < tokens_.size() * clocks) clocks_.resize(tokens_.size() * clocks);
        std::fill_n(clocks_.begin() + static_cast<std::ptrdiff_t>(who * clocks), clocks, Ticks{-1});
        std::size_t const slots = network_.visit_slots;
        if (visits_.size() < tokens_.size() * slots) visits_.resize(tokens_.size() * slots);
        std::fill_n(visits_.begin() + static_cast<std::ptrdiff_t>(who * slots), slots, std::uint16_t{0});
        pass(who, network_.arrival_marks, now_);
    }
    recorder_.on_arrival(now_, patient_of(token), token.bits);
    go(who, network_.sources[source].first_step);
}

template <Shape shape, Recorder R>
void Loop<shape, R>::leave(std::uint32_t who) {
    if constexpr (full) pass(who, network_.exit_marks, now_);
    Token const& token = tokens_[who];
    result_.exits[token.source] += token.cohort;
    cohort_live_ -= token.cohort;
    count_people(-1);
    stays_ += now_ - token.arrived;
    recorder_.on_exit(now_, patient_of(token), token.bits);
    tokens_.give(who);
}

} // namespace pathecon::sim
