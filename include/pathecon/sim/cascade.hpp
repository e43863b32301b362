// SPDX-License-Identifier: MIT
/// \file
/// A cascade runs a network that nobody returns in, station after station: the same run as the loop's, to the bit.
///
/// Where nobody comes to a step twice and every pool serves one step, a station knows of the others only the patients who
/// come from upstream, each at their moment. So time is cut into stretches of some hundreds of arrivals, and in a stretch each
/// station, in the order of the way, takes its whole stream: its few servers and its queue stay in the first cache, and
/// no common calendar is asked who is next. Streams are in order of moments, ties included, so that a station meets its
/// events in the order in which the loop would give it them.
#pragma once

#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

#include <pathecon/base/wide.hpp>
#include <pathecon/des/agenda.hpp>
#include <pathecon/des/calendar.hpp>
#include <pathecon/des/line.hpp>
#include <pathecon/random/luck.hpp>
#include <pathecon/sim/detail/draws.hpp>
#include <pathecon/sim/detail/ring.hpp>
#include <pathecon/sim/network.hpp>
#include <pathecon/sim/recorder.hpp>
#include <pathecon/sim/replication.hpp>
#include <pathecon/sim/simulate.hpp>

namespace pathecon::sim {

/// Whether a cascade can run the network: steps that take time or use one server of a pool of their own, none of them
/// twice by the same patient; constant rates and pools; attributes, levels of priority and routes by chance and attribute.
/// Whatever else a pathway has, an interval or a test among them, needs the loop.
bool is_cascade(Network const& network);

/// Requires `is_cascade(network)`, and a recorder that need not be told in order of time (`in_order` is false). After the
/// window, such a recorder may hear of a little that would have come after the last of the cohort had left; the replication
/// does not count it.
template <Recorder R>
class Cascade {
    static_assert(!R::in_order, "a cascade tells a recorder of one station after the other: use the loop");

  public:
    Cascade(Cascade const&) = delete;       // stations point at each other's inboxes, which a move leaves where they are
    Cascade(Cascade&&) = default;
    Cascade(Network const& network, random::Luck const& luck, Horizon const& horizon, Limits const& limits, R recorder);

    /// Runs to the end. Once.
    Replication run();

    /// Gives away what was recorded.
    [[nodiscard]] R take_recorder() && { return std::move(recorder_); }

  private:
    /// Below an order word: how many events that took no time led to this one from the one that the moment began with, a
    /// million at most; and at the very bottom whether the patient arrived inside the window.
    static constexpr int chain_bits = 17;
    static constexpr std::uint64_t next_in_chain = 2, cohort_bit = 1;

    struct Patient {
        Ticks arrived = 0;
        std::uint64_t bits = 0;             // attributes; the source is the field at the bottom
        std::uint64_t luck = 0;             // key
        std::uint64_t order = 0;            // of completions
        std::int64_t id = 0;                // source << 40 | number of the arrival at that source
    };
    [[nodiscard]] static std::size_t source_of(Patient const& patient) { return static_cast<std::size_t>(patient.id >> 40); }
    [[nodiscard]] static std::uint64_t order_of(des::Rank rank, Index source, std::uint32_t number) {
        return des::order_of(rank, source, number, 0) << chain_bits;
    }
    /// Somebody goes from one station to the next, or arrives. `order` is that of the event in which it happens.
    struct Passage {
        Ticks time = 0;
        std::uint64_t order = 0;
        std::uint32_t who = 0;
    };
    /// Passages in order of moments. Written field by field: a record that is stored whole and read in parts stalls.
    class Inbox {
      public:
        [[nodiscard]] Passage const* first() const { return places_.data(); }
        void push(Ticks time, std::uint64_t order, std::uint32_t who) {
            if (end_ == limit_) [[unlikely]] grow();
            end_->time = time;
            end_->order = order;
            end_->who = who;
            ++end_;
        }
        void clear() { end_ = places_.data(); }

      private:
        [[gnu::noinline]] void grow() {
            std::size_t const length = places_.size();
            places_.resize(length == 0 ? 256 : 2 * length);
            end_ = places_.data() + length;
            limit_ = places_.data() + places_.size();
        }
        std::vector<Passage> places_;
        Passage* end_ = nullptr;
        Passage* limit_ = nullptr;
    };
    /// Who begins, since when they are here, and in which event it is.
    struct Taking {
        std::uint32_t who = 0;
        Ticks joined = 0;
        des::Moment event{};
        bool is_own = true;                 // the event that brings them
    };
    struct Server {
        Ticks joined = 0, since = 0;        // when the patient came here, and when the work began
        std::uint64_t order = 0;            // of the completion
        std::uint32_t who = 0;
    };
    struct Tally {                          // of one source's cohort
        std::int64_t visits = 0;
        Ticks work = 0;
    };
    struct Station {
        StepNode const* node = nullptr;
        Index step = none;
        random::Column* time = nullptr;     // none where the time is constant
        Ticks constant = 0;
        Tally* tally = nullptr;             // [source]
        std::vector<detail::Ring> lines{};
        std::int64_t waiting = 0;
        std::vector<Server> servers{};
        std::int64_t idle = 0;
        std::vector<std::uint32_t> idle_servers{};  // the first so many
        des::Calendar calendar{};           // by server
        Ticks end = des::Calendar::never_of(1);     // in its place, of a single server
        des::Agenda delays{};               // in its place, where nobody is waited for
        base::u128 area = 0;                // time spent here by those who have gone on
        std::int64_t visits = 0;            // inside the window, of everybody
        Ticks used = 0;                     // likewise, but for what began before and ends after
        Index resource = none;
        Index first_inbox = 0, inboxes = 0;
        Index first_outlet = 0;             // of its branches
        bool one_way = false;               // no choice after it, but
        Inbox* outlet = nullptr;
        bool waits_for_nobody = false;      // a delay
        bool first_come = false;            // no levels of priority
    };
    struct Arriving {
        double time = 0;                    // of the last one drawn, in ticks, before rounding
        Ticks last = -1;                    // the same, rounded
        std::uint32_t number = 0;           // of the next to come
        std::size_t place = 0;
        std::vector<Ticks> times{std::numeric_limits<Ticks>::max()};   // of those ahead, from `place` on, and then never
        Inbox* outlet = nullptr;
    };
    /// What happened after the window, or will not have happened.
    struct Late {
        des::Moment event{};
        std::int64_t people = 0;            // who came, less who left
        std::int64_t events = 0;
        Index row = none;                   // of a wait that ended
        Ticks waited = 0;
    };

    // detail/stretch.hpp
    void prepare();
    [[nodiscard]] Ticks look_ahead(Ticks now);
    [[nodiscard]] bool is_tight() const;
    [[nodiscard]] Ticks one_by_one(Ticks bound);
    void pass_all(Ticks bound);
    void admit(Index source, Ticks bound, std::size_t most);
    void make_room();
    void leave(std::uint32_t who, des::Moment event);
    void note_event(des::Moment event);
    void book_late();
    template <class Do>
    static void for_each_busy(Station const& station, Do const& act);
    void cross(Ticks border, std::int64_t sign);
    [[nodiscard]] std::int64_t people() const { return static_cast<std::int64_t>(patients_.size() - frees_); }
    [[nodiscard]] bool cohort_has_left() const { return result_.arrivals == result_.exits; }
    void close(Ticks now);
    void close_station(Station& station, Ticks now, base::i128& area, base::i128& stays);

    // detail/pass.hpp
    void pass(Station& station, Ticks bound);
    template <bool single, class Stream>
    void pass_servers(Station& station, Stream& stream, Ticks bound);
    template <class Stream>
    void pass_delay(Station& station, Stream& stream, Ticks bound);
    void tell_queue(Station const& station, Passage const& passage);
    template <bool single>
    bool begin(Station& station, std::uint32_t slot, Taking const& taking);
    void end_work(Station& station, Server const& done, Ticks now);
    template <bool single>
    void end_before(Station& station, des::Moment moment);
    template <bool single>
    [[nodiscard]] Ticks next_end(Station const& station) const {
        if constexpr (single) return station.end;
        else return station.calendar.next_time();
    }
    template <bool single>
    [[nodiscard]] std::uint32_t next_slot(Station const& station) const {
        if constexpr (single) return 0;
        else return station.calendar.next_slot([&station](std::uint32_t slot) { return station.servers[slot].order; });
    }
    void go_on(Station& station, std::uint32_t who, Ticks work, Ticks now, std::uint64_t order);
    [[nodiscard]] Inbox* outlet_of(Station const& station, Patient const& patient);
    void note_start(Station& station, Patient const& patient, Taking const& taking);
    [[nodiscard]] Ticks time_at(Station& station, Patient const& patient);

    Network const& network_;
    detail::Draws draws_;
    Limits const limits_;
    R recorder_;
    Replication result_;
    Ticks window_begin_, window_end_, end_;
    std::size_t sources_ = 0;

    std::vector<Patient> patients_;
    std::vector<std::uint32_t> free_;               // places among them: the first so many
    std::size_t frees_ = 0;
    base::u128 stays_ = 0;                          // Little's law: against the stations' areas
    base::i128 undone_ = 0;                         // of both, after the end
    std::vector<Station> stations_;                 // in the order of the way
    std::vector<Tally> tallies_;
    std::vector<Arriving> arriving_;                // [source]
    std::vector<Inbox> inboxes_;                    // by station and whence; each in order of moments
    std::vector<Inbox*> outlets_;                   // [branch of a station]: none is the exit
    std::vector<Passage const*> heads_;             // of the inboxes of the station whose turn it is
    std::vector<Ticks> delay_work_;                 // [patient]
    bool in_window_ = false, late_ = false;         // of the present stretch
    std::vector<Late> lates_;
    des::Moment last_of_cohort_{-1, 0};             // who left after the window
};

} // namespace pathecon::sim

#include <pathecon/sim/detail/pass.hpp>
#include <pathecon/sim/detail/stretch.hpp>
