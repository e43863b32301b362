// SPDX-License-Identifier: MIT
/// \file
/// How a cascade goes from stretch to stretch, and how it ends.
#pragma once

#include <algorithm>
#include <atomic>
#include <limits>
#include <utility>
#include <vector>

#include <pathecon/base/contract.hpp>
#include <pathecon/sim/cascade.hpp>
#include <pathecon/sim/detail/results.hpp>

namespace pathecon::sim {

template <Recorder R>
Cascade<R>::Cascade(Network const& network, random::Luck const& luck, Horizon const& horizon, Limits const& limits, R recorder)
    : network_(network), draws_(network, {luck.seed, luck.model ^ network.model, luck.replication}), limits_(limits),
      recorder_(std::move(recorder)), result_(detail::blank(network)), window_begin_(horizon.warm_up.ticks()),
      window_end_(window_begin_ + horizon.window.ticks()), end_(window_end_ + horizon.follow_up.ticks()),
      sources_(network.sources.size()), tallies_(network.steps.size() * sources_), arriving_(sources_) {
    PATHECON_EXPECTS(is_cascade(network), "somebody may return, or a pool is shared or changes: use the loop");
    PATHECON_EXPECTS(periods_of(horizon).count() == 1, "results by period need the loop");
    prepare();
}

/// Puts the steps in the order of the way, and gives each an inbox for every way in.
template <Recorder R>
void Cascade<R>::prepare() {
    std::size_t const steps = network_.steps.size();
    std::vector<std::vector<Index>> ways(steps), upstream(steps);      // upstream: stations' steps, then steps + source
    std::vector<Index> missing(steps, 0);
    auto const add_way = [&](Index from, Index to) {
        if (to == none || std::find(upstream[to].begin(), upstream[to].end(), from) != upstream[to].end()) return;
        upstream[to].push_back(from);
        if (from >= steps) return;
        ways[from].push_back(to);
        ++missing[to];
    };
    for (Index s = 0; s < steps; ++s)
        for (Index b = network_.steps[s].branches.begin; b < network_.steps[s].branches.end; ++b) add_way(s, network_.branches[b].step);
    for (Index source = 0; source < sources_; ++source) add_way(static_cast<Index>(steps + source), network_.sources[source].first_step);
    std::vector<Index> order;
    for (Index s = 0; s < steps; ++s)
        if (missing[s] == 0) order.push_back(s);
    for (std::size_t k = 0; k < order.size(); ++k)
        for (Index const to : ways[order[k]])
            if (--missing[to] == 0) order.push_back(to);
    PATHECON_EXPECTS(order.size() == steps, "nobody returns to a step of a cascade");

    for (PoolNode const& pool : network_.pools) recorder_.on_capacity(0, pool.resource, network_.timelines[pool.timeline].at(0));
    std::vector<Index> first_inbox(steps);
    for (Index const s : order) {
        first_inbox[s] = static_cast<Index>(inboxes_.size());
        inboxes_.resize(inboxes_.size() + upstream[s].size());
    }
    auto const inbox = [&](Index from, Index to) {
        if (to == none) return static_cast<Inbox*>(nullptr);
        auto const found = std::find(upstream[to].begin(), upstream[to].end(), from);
        return &inboxes_[first_inbox[to] + static_cast<std::size_t>(found - upstream[to].begin())];
    };
    for (Index const s : order) {
        StepNode const& node = network_.steps[s];
        Station station{.node = &node, .step = s, .first_inbox = first_inbox[s], .inboxes = static_cast<Index>(upstream[s].size())};
        station.tally = tallies_.data() + s * sources_;
        if (node.one_law) station.time = &draws_.times(s);
        else station.constant = rounded(network_.laws[node.takes.law].mean());
        station.waits_for_nobody = node.kind == StepKind::pass;
        if (!station.waits_for_nobody) {
            PoolNode const& pool = network_.pools[network_.uses[node.uses.begin].pool];
            auto const servers = static_cast<std::uint32_t>(network_.timelines[pool.timeline].at(0));
            station.resource = pool.resource;
            station.lines.resize(node.lines);
            station.first_come = node.lines == 1;
            if (node.priorities.end - node.priorities.begin == 1) {
                PriorityNode const& priority = network_.priorities[node.priorities.begin];
                station.by_one_rule = priority.where.nots.empty();
                station.rule = {priority.where.mask, priority.where.want};
                station.line_by_rule = {node.usual_line, priority.line};
            }
            station.servers.resize(servers);
            station.idle = servers;
            for (std::uint32_t slot = 0; slot < servers; ++slot) station.idle_servers.push_back(slot);
            if (servers <= des::Handful::most) station.handful = des::Handful{servers};
            else station.calendar = des::Calendar{servers};
            PATHECON_EXPECTS(end_ < std::min(des::Handful::never(), des::Calendar::never_of(servers)),
                             "a run ends before the calendar of so many servers does");
            PATHECON_EXPECTS(servers > 0, "a pool has servers");
        }
        station.first_outlet = static_cast<Index>(outlets_.size());
        for (Index b = node.branches.begin; b < node.branches.end; ++b) outlets_.push_back(inbox(s, network_.branches[b].step));
        if (node.branches.empty()) outlets_.push_back(nullptr);
        station.outlet = outlets_[station.first_outlet];
        auto const branch = [&](Index k) -> BranchNode const& { return network_.branches[node.branches.begin + k]; };
        auto const takes_all = [](BranchNode const& way) { return way.certain && way.where.always(); };
        if (node.branches.empty() || takes_all(branch(0))) {
            station.ways = Station::Ways::one;
        } else if (node.branches.end - node.branches.begin == 2 && branch(0).where.always() && branch(0).chance.cases.empty() &&
                   branch(1).where.always()) {      // the second takes whom the first leaves, whatever its own chance
            station.ways = Station::Ways::two_by_chance;
            station.chance = branch(0).chance.p;
        }
        stations_.push_back(std::move(station));
    }
    for (Index source = 0; source < sources_; ++source)
        arriving_[source].outlet = inbox(static_cast<Index>(steps + source), network_.sources[source].first_step);
}

template <Recorder R>
Replication Cascade<R>::run() {
    Ticks now = 0;
    while (now < end_ && !(now >= window_end_ && cohort_has_left()) && result_.status == RunStatus::ok) {
        if (limits_.cancel != nullptr && limits_.cancel->load(std::memory_order_relaxed)) {
            result_.status = RunStatus::cancelled;
            break;
        }
        in_window_ = now >= window_begin_ && now < window_end_;
        late_ = now >= window_end_;
        Ticks const begun = now, bound = look_ahead(now);
        if (is_tight()) {
            now = one_by_one(bound);
        } else {
            for (Index source = 0; source < sources_; ++source) admit(source, bound, arriving_[source].times.size());
            pass_all(bound);
            now = bound;
        }
        if (late_) book_late();
        if (begun < now && now == window_begin_) cross(now, -1);
        if (begun < now && now == window_end_) cross(now, +1);
    }
    if (now >= window_begin_ && now < window_end_) cross(now, +1);
    close(now);
    return std::move(result_);
}

/// Draws the next arrivals and returns up to where they are all known: no further than to where the window changes.
template <Recorder R>
Ticks Cascade<R>::look_ahead(Ticks now) {
    // More in a stretch would leave the near caches, fewer would go through the stations for little.
    std::size_t const some = std::max<std::size_t>(32, 512 / std::max<std::size_t>(1, sources_));
    Ticks bound = now < window_begin_ ? window_begin_ : now < window_end_ ? window_end_ : end_;
    for (Index source = 0; source < sources_; ++source) {
        Arriving& state = arriving_[source];
        if (network_.sources[source].rate <= 0) continue;
        std::size_t length = state.times.size() - 1 - state.place;
        if (state.place > 0) std::copy_n(state.times.data() + state.place, length, state.times.data());
        state.place = 0;
        std::uint64_t patient = network_.sources[source].luck_key + state.number + length;
        double const rate = network_.sources[source].rate;
        double time = state.time;
        // Should they all come at this instant, more are drawn until one does not.
        for (std::size_t more = state.last > now ? some : length + some; length < more && state.last < end_; more += state.last > now ? 0 : some) {
            state.times.resize(more + 1);
            gaps_.resize(more - length);
            draws_.gaps(source, patient, gaps_);
            patient += gaps_.size();
            Ticks last = state.last;
            for (double const gap : gaps_) {
                time += gap / rate;
                last = rounded(time);
                state.times[length++] = last;
                if (last >= end_) break;
            }
            state.last = last;
        }
        state.time = time;
        bound = std::min(bound, state.last);
        state.times.resize(length + 1);
        state.times[length] = std::numeric_limits<Ticks>::max();
    }
    return bound;
}

/// Whether a limit might be reached by those who are known to come.
template <Recorder R>
bool Cascade<R>::is_tight() const {
    std::int64_t more = people();
    bool numbers = false;
    for (Arriving const& state : arriving_) {
        more += static_cast<std::int64_t>(state.times.size());
        numbers = numbers || state.number + state.times.size() + 1 >= des::max_number;
    }
    return more >= limits_.patients_in_system || numbers;
}

/// Lets patients come one at a time, so that it is known how many are here when each comes. Returns how far it went.
template <Recorder R>
Ticks Cascade<R>::one_by_one(Ticks bound) {
    for (;;) {
        Index source = none;
        Ticks time = bound;
        for (Index s = 0; s < sources_; ++s)
            if (Arriving const& state = arriving_[s]; state.times[state.place] < time) {
                source = s;
                time = state.times[state.place];
            }
        if (source == none) {
            pass_all(bound);
            return bound;
        }
        pass_all(time + 1);     // at one moment, work ends before anybody comes
        if (late_ && cohort_has_left()) return time;
        if (people() >= limits_.patients_in_system || arriving_[source].number + std::uint64_t{1} >= des::max_number) {
            ++result_.events;
            result_.status = RunStatus::limit_reached;
            return time;
        }
        admit(source, bound, 1);
        pass_all(time + 1);
        if (late_ && cohort_has_left()) return time;
    }
}

template <Recorder R>
void Cascade<R>::pass_all(Ticks bound) {
    for (Station& station : stations_)
        if (late_) pass<true>(station, bound);
        else pass<false>(station, bound);
}

/// Lets those in who come before `bound`, so many at most.
template <Recorder R>
void Cascade<R>::admit(Index source, Ticks bound, std::size_t most) {
    Arriving& state = arriving_[source];
    Ticks const* const times = state.times.data() + state.place;
    Ticks const* const end = state.times.data() + state.times.size();
    std::size_t const came = std::min(most, static_cast<std::size_t>(std::lower_bound(times, end, bound) - times));
    while (frees_ < came) make_room();
    frees_ -= came;
    Patient* const* const free = free_.data() + frees_;
    Passage* const passages = state.outlet->extend(came);
    std::uint64_t const luck = network_.sources[source].luck_key + state.number;
    std::int64_t const id = static_cast<std::int64_t>(source) << 40 | state.number;
    std::uint64_t const completion = order_of(des::Rank::completion, source, state.number) | static_cast<std::uint64_t>(in_window_);
    std::uint64_t const arrival = order_of(des::Rank::arrival, source, state.number);
    constexpr std::uint64_t step = std::uint64_t{1} << (chain_bits + des::branch_bits);     // from one number to the next
    Draw const* const first_attribute = network_.attributes.data();
    Draw const* const end_attribute = first_attribute + network_.attributes.size();
    for (std::size_t k = 0; k < came; ++k) {
        Patient& patient = *free[came - 1 - k];
        std::uint64_t bits = source;
        for (Draw const* attribute = first_attribute; attribute != end_attribute; ++attribute) draws_.draw(*attribute, luck + k, 0, bits);
        patient.arrived = times[k];
        patient.bits = bits;
        patient.luck = luck + k;
        patient.order = completion + k * step;
        patient.id = id + static_cast<std::int64_t>(k);
        passages[k].time = times[k];
        passages[k].order = arrival + k * step;
        passages[k].who = &patient;
        recorder_.on_arrival(times[k], patient.id, bits);
    }
    if (late_)
        for (std::size_t k = 0; k < came; ++k) lates_.push_back({{times[k], arrival + k * step}, +1, 1});
    state.place += came;
    state.number += static_cast<std::uint32_t>(came);
    result_.events += static_cast<std::int64_t>(came);
    if (in_window_) result_.arrivals[source] += static_cast<std::int64_t>(came);
}

template <Recorder R>
void Cascade<R>::make_room() {
    Patient& patient = patients_.emplace_back();
    patient.place = static_cast<std::uint32_t>(patients_.size() - 1);
    free_.resize(patients_.size());
    free_[frees_++] = &patient;
}

/// Counts who of the cohort has left; in a pass each station counts its own.
template <Recorder R>
void Cascade<R>::count_exits() {
    std::fill(result_.exits.begin(), result_.exits.end(), 0);
    for (std::size_t k = 0; k < tallies_.size(); ++k) result_.exits[k % sources_] += tallies_[k].exits;
}

template <Recorder R>
template <class Do>
void Cascade<R>::for_each_busy(Station const& station, Do const& act) {
    std::vector<bool> idle(station.servers.size());
    for (std::int64_t k = 0; k < station.idle; ++k) idle[station.idle_servers[static_cast<std::size_t>(k)]] = true;
    for (std::size_t slot = 0; slot < idle.size(); ++slot)
        if (!idle[slot]) act(station.servers[slot]);
}

/// Work that lies across a border of the window, counted when it ends, is counted by its part inside.
template <Recorder R>
void Cascade<R>::cross(Ticks border, std::int64_t sign) {
    for (Station& station : stations_) for_each_busy(station, [&](Server const& server) { station.used += sign * (border - server.since); });
}

/// After the window, what a stretch brought is booked when it is known whether the run ended within it: when the last of
/// the cohort has left, whatever would have come after them does not happen.
template <Recorder R>
void Cascade<R>::book_late() {
    bool const over = result_.status == RunStatus::ok && cohort_has_left();
    for (Late const& late : lates_) {
        if (over && last_of_cohort_ < late.event) {
            result_.events -= late.events;
            undone_ += static_cast<base::i128>(late.people) * (late.event.time - last_of_cohort_.time);
        } else if (late.row != none) {
            result_.classes[late.row].add(late.waited);
        }
    }
    lates_.clear();
}

/// The run ends when the last of the cohort has left, or at the end of the follow-up.
template <Recorder R>
void Cascade<R>::close(Ticks now) {
    count_exits();
    if (result_.status == RunStatus::ok) {
        now = end_;
        if (cohort_has_left() && last_of_cohort_.time < end_) now = std::max(last_of_cohort_.time, window_end_);
    }
    result_.end = now;
    base::i128 area = undone_, stays = undone_ + static_cast<base::i128>(stays_);
    for (Station& station : stations_) {
        area += static_cast<base::i128>(station.area);
        close_station(station, now, area, stays);
    }
    detail::summarise(network_, window_begin_, window_end_, result_);
    result_.number_integral = area;
    result_.stays = stays;
    PATHECON_EXPECTS(area == stays, "Little's law holds on every run: this is a fault of the engine");
}

/// Books what a station counted, and those who are still there.
template <Recorder R>
void Cascade<R>::close_station(Station& station, Ticks now, base::i128& area, base::i128& stays) {
    std::size_t const row = station.node->label * sources_;
    auto const stays_here = [&](Patient const& patient) {
        stays += now - patient.arrived;
        result_.unfinished_at[row + source_of(patient)] += static_cast<std::int64_t>(patient.order & cohort_bit);
    };
    for (auto const& line : station.lines)
        for (std::size_t k = 0; k < line.size(); ++k) {
            stays_here(*line[k].who);
            area += now - line[k].since;
        }
    while (!station.delays.empty()) {
        auto const [moment, who] = station.delays.pop();
        stays_here(patients_[who]);
        area += now - (moment.time - patients_[who].work);
    }
    for_each_busy(station, [&](Server const& server) {
        Patient const& patient = *server.who;
        stays_here(patient);
        area += now - server.joined;
        if (server.since >= now) return;
        if ((patient.order & cohort_bit) != 0) result_.resource_ticks[station.resource * sources_ + source_of(patient)] += now - server.since;
        recorder_.on_work(station.resource, server.since, now, 1);
    });
    for (std::size_t s = 0; s < sources_; ++s) {
        result_.visits[row + s] += station.tally[s].visits;
        result_.step_ticks[row + s] += station.tally[s].work;
        if (station.resource != none) result_.resource_ticks[station.resource * sources_ + s] += station.tally[s].work;
    }
    result_.calendar_visits[station.node->label] += station.visits;
    if (station.resource != none) result_.calendar_ticks[station.resource] += station.used;
}

} // namespace pathecon::sim
