// SPDX-License-Identifier: MIT
/// \file
/// How the loop is made ready: columns of results, calendar slots, luck, and what rules need.
#pragma once

#include <pathecon/sim/loop.hpp>

namespace pathecon::sim {

template <Shape shape, Recorder R>
Loop<shape, R>::Loop(Network const& network, random::Luck const& luck, Horizon const& horizon, Limits const& limits, R recorder)
    : network_(network), draws_(network, {luck.seed, luck.model ^ network.model, luck.replication}), limits_(limits),
      recorder_(std::move(recorder)), result_(detail::blank(network)), periods_(periods_of(horizon)), window_begin_(periods_.begin),
      window_end_(periods_.end), end_(window_end_ + horizon.follow_up.ticks()) {
    PATHECON_EXPECTS(periods_.count() <= (periodic ? Periods::most : 1), "a loop of shape `periodic` gives results by period, of so many at most");
    if constexpr (periodic) counts_.assign(periods_.count(), result_);
    sources_ = network_.sources.size();
    lines_.resize(network_.line_levels.size());
    at_once_.resize(lines_.size());
    clocks_each_ = network_.intervals.size() + network_.stamps + network_.pauses;
    prepare_calendar();
    if constexpr (ruled) prepare_rules();
}

/// The fewer slots, the fewer levels has the calendar: only what can have an event gets one.
template <Shape shape, Recorder R>
void Loop<shape, R>::prepare_calendar() {
    auto slots = static_cast<std::uint32_t>(sources_);
    delay_slot_ = none;
    bool const delays = std::any_of(network_.steps.begin(), network_.steps.end(), [this](StepNode const& step) {
        bool const by_stay_alone = step.kind == StepKind::work && step.uses.empty();   // who holds it already only passes time
        return step.kind == StepKind::pass || step.kind == StepKind::timed || by_stay_alone || network_.rules[step.rules].bulk != none;
    });
    if (delays) delay_slot_ = slots++;
    first_other_slot_ = slots;
    auto const other = [&](typename Other::Kind kind, std::size_t which) {
        others_.push_back({kind, static_cast<Index>(which)});
        return slots++;
    };
    using Kind = typename Other::Kind;
    rota_slot_.assign(network_.pools.size(), none);
    for (std::size_t p = 0; p < network_.pools.size(); ++p)
        if (!network_.timelines[network_.pools[p].timeline].constant()) rota_slot_[p] = other(Kind::rota, p);
    for (std::size_t t = 0; t < network_.timetables.size(); ++t) list_slot_.push_back(other(Kind::list, t));
    arriving_.resize(sources_);
    if constexpr (ruled) {
        patience_slot_ = other(Kind::patience, 0);
        event_slot_ = other(Kind::event, 0);
        if (!network_.bulks.empty()) bulk_slot_ = other(Kind::bulk, 0);
        for (std::size_t d = 0; d < network_.downtimes.size(); ++d) failing_.push_back({.slot = other(Kind::downtime, d)});
        for (std::size_t s = 0; s < sources_; ++s)
            if (network_.sources[s].appointments != none) arriving_[s].slot = other(Kind::expected, s);
    }
    first_server_slot_ = slots;
    for (PoolNode const& pool : network_.pools) slots += static_cast<std::uint32_t>(pool.most);
    next_free_.resize(slots + std::size_t{1});
    slots = first_server_slot_;
    for (PoolNode const& pool : network_.pools) {
        pool_slot_.push_back(slots);
        pools_.emplace_back(slots, pool.most, next_free_);
        slots += static_cast<std::uint32_t>(pool.most);
    }
    PATHECON_EXPECTS(end_ < des::Calendar::never_of(slots), "a run ends before the calendar of so many servers does");
    server_.assign(slots, des::nobody);
    if constexpr (ruled) stints_.resize(slots);
    slot_pool_.assign(slots, none);
    std::uint32_t slot = first_server_slot_;
    for (std::size_t p = 0; p < pools_.size(); ++p)
        for (std::int32_t k = 0; k < network_.pools[p].most; ++k) slot_pool_[slot++] = static_cast<Index>(p);
    calendar_ = des::Calendar{slots};

    for (std::size_t p = 0; p < pools_.size(); ++p) {
        des::Timeline const& rota = network_.timelines[network_.pools[p].timeline];
        rota_.emplace_back(&rota);
        pools_[p].set_capacity(rota.at(0));
        recorder_.on_capacity(0, network_.pools[p].resource, pools_[p].capacity());
        if (rota_slot_[p] != none) schedule_rota_change(static_cast<Index>(p));
    }
    listing_.resize(network_.timetables.size());
    for (std::size_t s = 0; s < network_.steps.size(); ++s)
        if (network_.steps[s].kind == StepKind::timed) listing_[network_.steps[s].timetable].users.push_back(static_cast<Index>(s));
    for (Index t = 0; t < listing_.size(); ++t) schedule_place(t);
    for (Index s = 0; s < sources_; ++s) schedule_arrival(s);
}

template <Shape shape, Recorder R>
void Loop<shape, R>::prepare_rules() {
    std::size_t const pools = network_.pools.size();
    for (PoolNode const& pool : network_.pools) persons_.emplace_back(pool.persons ? pool.most : 0);
    deviation_.resize(pools);
    for (std::size_t p = 0; p < pools; ++p) deviation_[p].rota = rota_[p].value();
    down_.assign(pools, 0);
    surged_.assign(pools, 0);
    surge_open_.assign(network_.surges.size(), false);
    levels_ = network_.line_levels;
    std::sort(levels_.begin(), levels_.end());
    levels_.erase(std::unique(levels_.begin(), levels_.end()), levels_.end());
    for (std::int32_t const level : network_.line_levels)
        level_of_line_.push_back(static_cast<std::uint32_t>(std::lower_bound(levels_.begin(), levels_.end(), level) - levels_.begin()));
    at_level_.assign(pools * levels_.size(), 0);
    prepare_desks();
    for (Listing& listing : listing_)
        listing.takes_more = std::any_of(listing.users.begin(), listing.users.end(), [this](Index s) { return takes_more(network_.steps[s]); });
    for (Index d = 0; d < failing_.size(); ++d) schedule_downtime(d);
    for (BacklogNode const& backlog : network_.backlogs) enter_backlog(backlog);
    if (surge_due_) judge_surges();
}

} // namespace pathecon::sim
