// SPDX-License-Identifier: MIT
/// \file
/// What happens at a station of a cascade: its stream comes in, its servers end their work, its patients go on.
#pragma once

#include <algorithm>
#include <cstddef>
#include <limits>
#include <vector>

#include <pathecon/sim/cascade.hpp>

namespace pathecon::sim {

namespace detail {

/// Every stream ends with somebody who never comes.
template <class Passage>
struct OneStream {
    Passage const* head;
    void advance() { ++head; }
};

/// Several streams, the earliest moment first.
template <class Passage>
struct Streams {
    std::vector<Passage const*>& heads;
    Passage const* head = nullptr;
    std::size_t first = 0;

    explicit Streams(std::vector<Passage const*>& all) : heads(all) { find(); }
    void advance() {
        ++heads[first];
        find();
    }
    void find() {
        first = 0;
        for (std::size_t k = 1; k < heads.size(); ++k)
            if (des::Moment{heads[k]->time, heads[k]->order} < des::Moment{heads[first]->time, heads[first]->order}) first = k;
        head = heads[first];
    }
};

} // namespace detail

/// Takes the stream of a stretch, and ends what ends before `bound`.
template <Recorder R>
void Cascade<R>::pass(Station& station, Ticks bound) {
    for (Index i = station.first_inbox; i < station.first_inbox + station.inboxes; ++i)
        inboxes_[i].push(std::numeric_limits<Ticks>::max(), 0, des::nobody);
    auto const serve = [&](auto stream) {
        if (station.waits_for_nobody) pass_delay(station, stream, bound);
        else if (station.servers.size() == 1) pass_servers<true>(station, stream, bound);
        else pass_servers<false>(station, stream, bound);
    };
    if (station.inboxes == 1) {
        serve(detail::OneStream<Passage>{inboxes_[station.first_inbox].first()});
    } else {
        heads_.clear();
        for (Index i = station.first_inbox; i < station.first_inbox + station.inboxes; ++i) heads_.push_back(inboxes_[i].first());
        if (!heads_.empty()) serve(detail::Streams<Passage>{heads_});
    }
    for (Index i = station.first_inbox; i < station.first_inbox + station.inboxes; ++i) inboxes_[i].clear();
}

/// Serves the stream. Work that ends while nobody waits is no event of its own: whose it was goes on when the server is
/// taken again, or at the end of the stretch. So a patient who need not wait is one turn, and one who waits two; where there
/// are no levels of priority, it is known at once when they begin, and that is one too.
template <Recorder R>
template <bool single, class Stream>
[[gnu::flatten]] void Cascade<R>::pass_servers(Station& station, Stream& stream, Ticks bound) {
    for (;;) {
        Passage const& next = *stream.head;
        if (station.idle > 0) {
            if (next.who == des::nobody) break;
            tell_queue(station, next);
            stream.advance();
            std::uint32_t const slot = single ? 0 : station.idle_servers[static_cast<std::size_t>(station.idle - 1)];
            if (begin<single>(station, slot, {next.who, next.time, {next.time, next.order}})) --station.idle;
            continue;
        }
        Ticks const end = next_end<single>(station);
        bool const busy = end > next.time || (end == next.time && station.servers[next_slot<single>(station)].order > next.order);
        if (busy && (R::lengths || !station.first_come || station.waiting > 0 || end >= bound)) {
            tell_queue(station, next);
            station.lines[draws_.line_of(*station.node, patients_[next.who].bits)].push(next.time, next.who);
            ++station.waiting;
            if constexpr (R::lengths) recorder_.on_length(next.time, station.node->label, station.waiting);
            stream.advance();
            continue;
        }
        std::uint32_t const slot = next_slot<single>(station);
        Server const& server = station.servers[slot];
        Server const done{server.joined, server.since, server.order, server.who};
        std::uint32_t who = next.who;
        Ticks joined = next.time, start = end;
        std::uint64_t order = done.order;
        bool own = false;
        if (!busy && station.waiting > 0) {
            if (end >= bound) return;
            std::size_t line = 0;
            while (station.lines[line].empty()) ++line;
            detail::Ring::Waiting const& first = station.lines[line].pop();
            who = first.who;
            joined = first.since;
            --station.waiting;
            if constexpr (R::lengths) recorder_.on_length(end, station.node->label, station.waiting);
        } else {
            if (next.who == des::nobody) break;
            tell_queue(station, next);
            if (!busy) {
                own = true;
                start = next.time;
                order = next.order;
            }
            stream.advance();
        }
        if (begin<single>(station, slot, {who, joined, {start, order}, own})) end_work(station, done, end);
    }
    end_before<single>(station, {bound, 0});
}

template <Recorder R>
void Cascade<R>::tell_queue(Station const& station, Passage const& passage) {
    recorder_.on_queue(passage.time, patients_[passage.who].id, station.step);
}

/// Lets somebody begin at a server. Returns whether that takes any time.
template <Recorder R>
template <bool single>
bool Cascade<R>::begin(Station& station, std::uint32_t slot, Taking const& taking) {
    Patient const& patient = patients_[taking.who];
    Ticks const work = time_at(station, patient), now = taking.event.time;
    note_start(station, patient, taking);
    std::uint64_t order = patient.order;
    if (work == 0) [[unlikely]] {
        if (taking.is_own) {     // inside the event that brings the patient
            end_before<single>(station, taking.event);
            go_on(station, taking.who, 0, now, taking.event.order);
            return false;
        }
        // It ends after the event that began it, whatever its own place among this moment's.
        order = std::max(order, taking.event.order + next_in_chain);
    }
    Server& server = station.servers[slot];
    server.joined = taking.joined;
    server.since = now;
    server.order = order;
    server.who = taking.who;
    if constexpr (single) station.end = now + work;
    else station.calendar.set(slot, now + work);
    return true;
}

/// Sends on whom a server is done with.
template <Recorder R>
void Cascade<R>::end_work(Station& station, Server const& done, Ticks now) {
    Ticks const work = now - done.since;
    note_event({now, done.order});
    station.area += static_cast<std::uint64_t>(now - done.joined);
    if (in_window_) station.used += work;
    recorder_.on_work(station.resource, done.since, now, 1);
    go_on(station, done.who, work, now, done.order);
}

/// Ends the work that ends before a moment, and leaves those servers idle.
template <Recorder R>
template <bool single>
[[gnu::noinline]] void Cascade<R>::end_before(Station& station, des::Moment moment) {
    while (static_cast<std::size_t>(station.idle) < station.servers.size()) {
        Ticks const end = next_end<single>(station);
        std::uint32_t const slot = next_slot<single>(station);
        if (!(des::Moment{end, station.servers[slot].order} < moment)) return;
        end_work(station, station.servers[slot], end);
        if constexpr (!single) {
            station.idle_servers[static_cast<std::size_t>(station.idle)] = slot;
            station.calendar.clear(slot);
        }
        ++station.idle;
    }
}

template <Recorder R>
template <class Stream>
void Cascade<R>::pass_delay(Station& station, Stream& stream, Ticks bound) {
    for (;;) {
        Passage const& next = *stream.head;
        des::Moment const own = station.delays.empty() ? des::Moment{} : station.delays.top().moment;
        if (own < des::Moment{next.time, next.order}) {
            if (own.time >= bound) return;
            std::uint32_t const who = station.delays.pop().who;
            note_event(own);
            station.area += static_cast<std::uint64_t>(delay_work_[who]);
            go_on(station, who, delay_work_[who], own.time, own.order);
            continue;
        }
        if (next.who == des::nobody) return;
        Patient const& patient = patients_[next.who];
        Ticks const work = time_at(station, patient);
        recorder_.on_start(next.time, patient.id, station.step, 0);
        if (work == 0) {
            go_on(station, next.who, 0, next.time, next.order);
        } else {
            if (delay_work_.size() < patients_.size()) delay_work_.resize(patients_.size());
            delay_work_[next.who] = work;
            station.delays.push({next.time + work, patient.order}, next.who);
        }
        stream.advance();
    }
}

/// Counts the visit and sends the patient on.
template <Recorder R>
void Cascade<R>::go_on(Station& station, std::uint32_t who, Ticks work, Ticks now, std::uint64_t order) {
    Patient const& patient = patients_[who];
    if ((patient.order & cohort_bit) != 0) {
        Tally& tally = station.tally[source_of(patient)];
        ++tally.visits;
        tally.work += work;
    }
    station.visits += in_window_;
    recorder_.on_end(now, patient.id, station.step);
    Inbox* const outlet = station.one_way ? station.outlet : outlet_of(station, patient);
    if (outlet == nullptr) leave(who, {now, order});
    else outlet->push(now, order, who);
}

template <Recorder R>
auto Cascade<R>::outlet_of(Station const& station, Patient const& patient) -> Inbox* {
    StepNode const& node = *station.node;
    Index const branch = draws_.branch_of(node, patient.luck, 0, patient.bits, [](BranchNode const&) { return true; });
    return branch == none ? nullptr : outlets_[station.first_outlet + (branch - node.branches.begin)];
}

template <Recorder R>
void Cascade<R>::note_start(Station& station, Patient const& patient, Taking const& taking) {
    Ticks const waited = taking.event.time - taking.joined;
    recorder_.on_start(taking.event.time, patient.id, station.step, waited);
    if constexpr (R::summary)
        if (taking.joined >= window_begin_ && taking.joined < window_end_) {
            Index const row = station.node->first_line + draws_.line_of(*station.node, patient.bits);
            if (late_) [[unlikely]] lates_.push_back({taking.event, 0, 0, row, waited});
            else result_.classes[row].add(waited);
        }
}

template <Recorder R>
Ticks Cascade<R>::time_at(Station& station, Patient const& patient) {
    return station.time == nullptr ? station.constant : rounded(station.time->at(patient.luck));
}

} // namespace pathecon::sim
