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
template <bool late>
void Cascade<R>::pass(Station& station, Ticks bound) {
    for (Index i = station.first_inbox; i < station.first_inbox + station.inboxes; ++i)
        inboxes_[i].push(std::numeric_limits<Ticks>::max(), 0, nullptr);
    auto const serve = [&](auto stream) {
        Books books;
        if (station.waits_for_nobody) pass_delay<late>(station, books, stream, bound);
        else if (station.servers.size() == 1 && station.first_come && !R::lengths) pass_server<late>(station, books, stream, bound);
        else if (station.servers.size() <= des::Handful::most) pass_servers<late>(station, station.handful, books, stream, bound);
        else pass_servers<late>(station, station.calendar, books, stream, bound);
        book(station, books);
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
template <bool late, class Calendar, class Stream>
[[gnu::flatten]] void Cascade<R>::pass_servers(Station& station, Calendar& calendar, Books& booked, Stream stream, Ticks bound) {
    Books books = booked;
    Server* const servers = station.servers.data();
    detail::Ring<Patient*>* const lines = station.lines.data();
    bool const first_come = station.first_come;
    auto const order_at = [servers](std::uint32_t slot) { return servers[slot].order; };
    // Whose own event it is that they start in.
    auto const serve = [&](Taking const& taking, std::uint32_t slot) {
        Ticks const work = time_at(station, taking.who);
        note_start(station, taking);
        if (work == 0) [[unlikely]] return false;
        servers[slot].take(taking, taking.who.order);
        calendar.set(slot, taking.event.time + work);
        return true;
    };
    // What takes no time is done inside the event that brings it, after what ended before.
    auto const pass_by = [&](Taking const& taking) {
        end_before<late>(station, calendar, books, taking.event);
        go_on<late>(station, books, taking.who, 0, taking.event);
    };
    for (;;) {
        Passage const& next = *stream.head;
        if (station.idle > 0) {
            if (next.who == nullptr) break;
            tell_queue(station, next);
            Taking const taking{*next.who, next.time, {next.time, next.order}};
            stream.advance();
            if (serve(taking, station.idle_servers[static_cast<std::size_t>(station.idle - 1)])) --station.idle;
            else pass_by(taking);
            continue;
        }
        Ticks const end = calendar.next_time();
        bool busy = end > next.time;
        if (end == next.time) [[unlikely]] busy = servers[calendar.next_slot(order_at)].order > next.order;
        if (busy && (R::lengths || !first_come || station.waiting > 0 || end >= bound)) {
            tell_queue(station, next);
            lines[line_of(station, *next.who)].push(next.time, next.who);
            ++station.waiting;
            if constexpr (R::lengths) recorder_.on_length(next.time, station.node->label, station.waiting);
            stream.advance();
            continue;
        }
        bool const waited = station.waiting > 0;
        if (waited ? end >= bound : next.who == nullptr) break;
        std::uint32_t const slot = calendar.next_slot(order_at);
        std::uint64_t const order = servers[slot].order;
        end_work<late>(station, books, servers[slot], end);
        auto const follow = [&](Patient& who, Ticks joined) {
            Taking const taking{who, joined, {end, order}};
            Ticks const work = time_at(station, who);
            note_start(station, taking);
            servers[slot].take(taking, order_after(taking, work));
            calendar.set(slot, end + work);
        };
        if (waited) {
            detail::Ring<Patient*>* line = lines;
            // Of two, chosen without a branch that nobody could foresee.
            line += station.lines.size() == 2 ? static_cast<std::size_t>(line->empty()) : 0;
            while (line->empty()) ++line;
            auto const& first = line->pop();
            --station.waiting;
            if constexpr (R::lengths) recorder_.on_length(end, station.node->label, station.waiting);
            follow(*first.who, first.since);
            continue;
        }
        tell_queue(station, next);
        Taking const taking{*next.who, next.time, {next.time, next.order}};
        stream.advance();
        if (busy) {
            follow(taking.who, taking.joined);
        } else if (!serve(taking, slot)) {
            station.idle_servers[static_cast<std::size_t>(station.idle++)] = slot;
            calendar.clear(slot);
            pass_by(taking);
        }
    }
    if (station.waiting == 0) end_before<late>(station, calendar, books, {bound, 0});
    booked = books;
}

/// Serves the stream where there is one server and no levels of priority. Who is served next, from when and until when, follows
/// from who came before alone: a patient is one turn, and where no time is 0, no order of ties matters.
template <Recorder R>
template <bool late, class Stream>
[[gnu::flatten]] void Cascade<R>::pass_server(Station& station, Books& booked, Stream stream, Ticks bound) {
    Books books = booked;
    detail::Ring<Patient*>& line = station.lines.front();
    Server& server = station.servers.front();
    Ticks end = station.end;                        // of the work before
    std::uint64_t order = server.order;             // of that end
    bool held = station.idle == 0;                  // it lies in another stretch
    if (held && end < bound) {
        end_work<late>(station, books, server, end);
        held = false;
    }
    // `arrival` is the order word of the event in which they joined.
    auto const serve = [&](Patient& who, Ticks joined, std::uint64_t arrival) {
        Ticks const since = end > joined ? end : joined;
        auto const event = [&] { return des::Moment{end, order} < des::Moment{joined, arrival} ? des::Moment{joined, arrival} : des::Moment{end, order}; };
        Ticks const work = time_at(station, who);
        if constexpr (late) note_start(station, {who, joined, event()});
        else note_start(station, {who, joined, {since, 0}});
        std::uint64_t completion = who.order;
        if (work == 0) [[unlikely]] {
            Taking const taking{who, joined, event()};
            if (taking.event.order == arrival && taking.event.time == joined) return go_on<late>(station, books, who, 0, taking.event);
            completion = order_after(taking, work);
        }
        end = since + work;
        order = completion;
        held = end >= bound;
        if (held) [[unlikely]] server = {joined, since, completion, &who};
        else end_work<late>(station, books, {joined, since, completion, &who}, end);
    };
    while (!held && !line.empty()) {
        auto const& first = line.pop();
        serve(*first.who, first.since, 0);
    }
    for (; !held && stream.head->who != nullptr; stream.advance()) {
        tell_queue(station, *stream.head);
        serve(*stream.head->who, stream.head->time, stream.head->order);
    }
    for (; stream.head->who != nullptr; stream.advance()) {
        tell_queue(station, *stream.head);
        line.push(stream.head->time, stream.head->who);
    }
    station.end = end;
    station.idle = held ? 0 : 1;
    booked = books;
}

template <Recorder R>
void Cascade<R>::tell_queue(Station const& station, Passage const& passage) {
    recorder_.on_queue(passage.time, passage.who->id, station.step);
}

/// The commonest rules without a branch, since whose turn it is cannot be foreseen.
template <Recorder R>
Index Cascade<R>::line_of(Station const& station, Patient const& patient) const {
    if (station.first_come) return 0;
    if (station.by_one_rule) [[likely]] return station.line_by_rule[(patient.bits & station.rule.mask) == station.rule.want ? 1 : 0];
    return draws_.line_of(*station.node, patient.bits);
}

/// The order word of the end of work that began in the event in which other work ended. What takes no time ends after that
/// event, whatever its own place among this moment's.
template <Recorder R>
std::uint64_t Cascade<R>::order_after(Taking const& taking, Ticks work) {
    std::uint64_t const order = taking.who.order;
    if (work == 0) [[unlikely]] return std::max(order, taking.event.order + next_in_chain);
    return order;
}

/// Sends on whom a server is done with.
template <Recorder R>
template <bool late>
[[gnu::always_inline]] inline void Cascade<R>::end_work(Station& station, Books& books, Server const& done, Ticks now) {
    Ticks const work = now - done.since;
    if constexpr (late) lates_.push_back({{now, done.order}, 0, 1});
    ++books.ends;
    books.area.add(now - done.joined);
    books.used += work;
    recorder_.on_work(station.resource, done.since, now, 1);
    go_on<late>(station, books, *done.who, work, {now, done.order});
}

/// Ends the work that ends before a moment, and leaves those servers idle.
template <Recorder R>
template <bool late, class Calendar>
[[gnu::noinline]] void Cascade<R>::end_before(Station& station, Calendar& calendar, Books& books, des::Moment moment) {
    while (static_cast<std::size_t>(station.idle) < station.servers.size()) {
        Ticks const end = calendar.next_time();
        std::uint32_t const slot = calendar.next_slot([&station](std::uint32_t tied) { return station.servers[tied].order; });
        if (!(des::Moment{end, station.servers[slot].order} < moment)) return;
        end_work<late>(station, books, station.servers[slot], end);
        station.idle_servers[static_cast<std::size_t>(station.idle)] = slot;
        calendar.clear(slot);
        ++station.idle;
    }
}

template <Recorder R>
template <bool late, class Stream>
void Cascade<R>::pass_delay(Station& station, Books& books, Stream stream, Ticks bound) {
    for (;;) {
        Passage const& next = *stream.head;
        des::Moment const own = station.delays.empty() ? des::Moment{} : station.delays.top().moment;
        if (own < des::Moment{next.time, next.order}) {
            if (own.time >= bound) return;
            Patient& patient = patients_[station.delays.pop().who];
            if constexpr (late) lates_.push_back({own, 0, 1});
            ++books.ends;
            books.area.add(patient.work);
            go_on<late>(station, books, patient, patient.work, own);
            continue;
        }
        if (next.who == nullptr) return;
        Patient& patient = *next.who;
        Ticks const work = time_at(station, patient);
        recorder_.on_start(next.time, patient.id, station.step, 0);
        if (work == 0) {
            go_on<late>(station, books, patient, 0, {next.time, next.order});
        } else {
            patient.work = work;
            station.delays.push({next.time + work, patient.order}, patient.place);
        }
        stream.advance();
    }
}

/// Counts the visit and sends the patient on.
template <Recorder R>
template <bool late>
[[gnu::always_inline]] inline void Cascade<R>::go_on(Station& station, Books& books, Patient& patient, Ticks work, des::Moment event) {
    recorder_.on_end(event.time, patient.id, station.step);
    Inbox* const outlet = station.ways == Station::Ways::one ? station.outlet : outlet_of(station, patient);
    ++books.visits;
    bool const cohort = (patient.order & cohort_bit) != 0;
    if (cohort) [[likely]] {
        Tally& tally = station.tally[source_of(patient)];
        ++tally.visits;
        tally.work += work;
        if (outlet == nullptr) ++tally.exits;
    }
    if (outlet != nullptr) return outlet->push(event.time, event.order, &patient);
    books.stays.add(event.time - patient.arrived);
    if constexpr (late) {
        lates_.push_back({event, -1});
        if (cohort && last_of_cohort_ < event) last_of_cohort_ = event;
    }
    recorder_.on_exit(event.time, patient.id, patient.bits);
    free_[frees_++] = &patient;
}

template <Recorder R>
void Cascade<R>::book(Station& station, Books const& books) {
    result_.events += books.ends;
    station.area += books.area.value();
    stays_ += books.stays.value();
    if (!in_window_) return;
    station.used += books.used;
    station.visits += books.visits;
}

template <Recorder R>
auto Cascade<R>::outlet_of(Station const& station, Patient const& patient) -> Inbox* {
    StepNode const& node = *station.node;
    if (station.ways == Station::Ways::two_by_chance)
        return outlets_[station.first_outlet + (draws_.uniform(node.route_decision, patient.luck, 0) < station.chance ? 0 : 1)];
    Index const branch = draws_.branch_of(node, patient.luck, 0, patient.bits, [](BranchNode const&) { return true; });
    return branch == none ? nullptr : outlets_[station.first_outlet + (branch - node.branches.begin)];
}

template <Recorder R>
void Cascade<R>::note_start(Station& station, Taking const& taking) {
    Ticks const waited = taking.event.time - taking.joined;
    recorder_.on_start(taking.event.time, taking.who.id, station.step, waited);
    if constexpr (R::summary)
        if (taking.joined >= window_begin_ && taking.joined < window_end_) {
            Index const row = station.node->first_line + line_of(station, taking.who);
            if (late_) [[unlikely]] lates_.push_back({taking.event, 0, 0, row, waited});
            else result_.classes[row].add(waited);
        }
}

template <Recorder R>
Ticks Cascade<R>::time_at(Station& station, Patient const& patient) {
    return station.time == nullptr ? station.constant : rounded(station.time->at(patient.luck));
}

} // namespace pathecon::sim
