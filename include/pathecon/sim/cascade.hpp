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

#include <array>
#include <cstdint>
#include <deque>
#include <limits>
#include <utility>
#include <vector>

#include <pathecon/base/wide.hpp>
#include <pathecon/des/agenda.hpp>
#include <pathecon/des/calendar.hpp>
#include <pathecon/des/handful.hpp>
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
        Ticks work = 0;                     // of a delay
        std::uint32_t place = 0;            // among all
    };
    [[nodiscard]] static std::size_t source_of(Patient const& patient) { return static_cast<std::size_t>(patient.id >> 40); }
    [[nodiscard]] static std::uint64_t order_of(des::Rank rank, Index source, std::uint32_t number) {
        return des::order_of(rank, source, number, 0) << chain_bits;
    }
    /// Somebody goes from one station to the next, or arrives. `order` is that of the event in which it happens.
    struct Passage {
        Ticks time = 0;
        std::uint64_t order = 0;
        Patient* who = nullptr;
    };
    /// Passages in order of moments. Written field by field: a record that is stored whole and read in parts stalls.
    class Inbox {
      public:
        [[nodiscard]] Passage const* first() const { return places_.data(); }
        void push(Ticks time, std::uint64_t order, Patient* who) {
            if (end_ == limit_) [[unlikely]] grow();
            end_->time = time;
            end_->order = order;
            end_->who = who;
            ++end_;
        }
        /// Makes room for so many more and returns where they go: all of them must be written.
        [[nodiscard]] Passage* extend(std::size_t more) {
            while (static_cast<std::size_t>(limit_ - end_) < more) grow();
            Passage* const first = end_;
            end_ += more;
            return first;
        }
        void clear() { end_ = places_.data(); }

      private:
        [[gnu::noinline]] void grow() {
            auto const length = end_ - places_.data();
            places_.resize(places_.empty() ? 256 : 2 * places_.size());
            end_ = places_.data() + length;
            limit_ = places_.data() + places_.size();
        }
        std::vector<Passage> places_;
        Passage* end_ = nullptr;
        Passage* limit_ = nullptr;
    };
    /// Who begins, since when they are here, and in which event it is.
    struct Taking {
        Patient& who;
        Ticks joined;
        des::Moment event;
    };
    struct Server {
        Ticks joined = 0, since = 0;        // when the patient came here, and when the work began
        std::uint64_t order = 0;            // of the completion
        Patient* who = nullptr;

        void take(Taking const& taking, std::uint64_t completion) {
            joined = taking.joined;
            since = taking.event.time;
            order = completion;
            who = &taking.who;
        }
    };
    /// A sum of times without overflow; two words that a compiler keeps in registers, which it does not with one of 128 bits.
    class Sum {
      public:
        void add(Ticks time) {
            low_ += static_cast<std::uint64_t>(time);
            high_ += low_ < static_cast<std::uint64_t>(time);
        }
        [[nodiscard]] base::u128 value() const { return static_cast<base::u128>(high_) << 64 | low_; }

      private:
        std::uint64_t low_ = 0, high_ = 0;
    };
    /// What a pass adds up, near at hand; the station and the run get it when the pass is over.
    struct Books {
        Sum area{}, stays{};
        std::int64_t ends = 0, visits = 0;
        Ticks used = 0;
    };
    struct Tally {                          // of one source's cohort
        std::int64_t visits = 0;
        Ticks work = 0;
        std::int64_t exits = 0;
    };
    struct Station {
        StepNode const* node = nullptr;
        Index step = none;
        random::Column* time = nullptr;     // none where the time is constant
        Ticks constant = 0;
        Tally* tally = nullptr;             // [source]
        std::vector<detail::Ring<Patient*>> lines{};
        std::int64_t waiting = 0;
        std::vector<Server> servers{};
        std::int64_t idle = 0;
        std::vector<std::uint32_t> idle_servers{};  // the first so many
        des::Calendar calendar{};           // by server, of many
        des::Handful handful{};             // in its place, of few
        Ticks end = -1;                     // in its place, where one server takes whoever comes first: of the last work
        des::Agenda delays{};               // in its place, where nobody is waited for
        base::u128 area = 0;                // time spent here by those who have gone on
        std::int64_t visits = 0;            // inside the window, of everybody
        Ticks used = 0;                     // likewise, but for what began before and ends after
        Index resource = none;
        Index first_inbox = 0, inboxes = 0;
        Index first_outlet = 0;             // of its branches
        enum class Ways : std::uint8_t { one, two_by_chance, more } ways = Ways::more;
        Inbox* outlet = nullptr;            // of one way
        double chance = 0;                  // of the first of two ways
        bool waits_for_nobody = false;      // a delay
        bool first_come = false;            // no levels of priority
        bool by_one_rule = false;           // of priority: whether these bits are so says which line
        Field rule{};
        std::array<Index, 2> line_by_rule{};
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
    void book_late();
    template <class Do>
    static void for_each_busy(Station const& station, Do const& act);
    void cross(Ticks border, std::int64_t sign);
    [[nodiscard]] std::int64_t people() const { return static_cast<std::int64_t>(patients_.size() - frees_); }
    void count_exits();
    [[nodiscard]] bool cohort_has_left() {
        count_exits();
        return result_.arrivals == result_.exits;
    }
    void close(Ticks now);
    void close_station(Station& station, Ticks now, base::i128& area, base::i128& stays);

    // detail/pass.hpp: `late` says whether the stretch lies after the window
    template <bool late>
    void pass(Station& station, Ticks bound);
    template <bool late, class Calendar, class Stream>
    void pass_servers(Station& station, Calendar& calendar, Books& booked, Stream stream, Ticks bound);
    template <bool late, class Stream>
    void pass_server(Station& station, Books& booked, Stream stream, Ticks bound);
    template <bool late, class Stream>
    void pass_delay(Station& station, Books& books, Stream stream, Ticks bound);
    void tell_queue(Station const& station, Passage const& passage);
    [[nodiscard]] Index line_of(Station const& station, Patient const& patient) const;
    [[nodiscard]] static std::uint64_t order_after(Taking const& taking, Ticks work);
    template <bool late>
    void end_work(Station& station, Books& books, Server const& done, Ticks now);
    template <bool late, class Calendar>
    void end_before(Station& station, Calendar& calendar, Books& books, des::Moment moment);
    template <bool late>
    void go_on(Station& station, Books& books, Patient& patient, Ticks work, des::Moment event);
    void book(Station& station, Books const& books);
    [[nodiscard]] Inbox* outlet_of(Station const& station, Patient const& patient);
    void note_start(Station& station, Taking const& taking);
    [[nodiscard]] Ticks time_at(Station& station, Patient const& patient);

    Network const& network_;
    detail::Draws draws_;
    Limits const limits_;
    R recorder_;
    Replication result_;
    Ticks window_begin_, window_end_, end_;
    std::size_t sources_ = 0;

    std::deque<Patient> patients_;                  // who stay where they are
    std::vector<Patient*> free_;                    // of them: the first so many
    std::size_t frees_ = 0;
    base::u128 stays_ = 0;                          // Little's law: against the stations' areas
    base::i128 undone_ = 0;                         // of both, after the end
    std::vector<Station> stations_;                 // in the order of the way
    std::vector<Tally> tallies_;
    std::vector<Arriving> arriving_;                // [source]
    std::vector<double> gaps_;                      // between arrivals that are drawn
    std::vector<Inbox> inboxes_;                    // by station and whence; each in order of moments
    std::vector<Inbox*> outlets_;                   // [branch of a station]: none is the exit
    std::vector<Passage const*> heads_;             // of the inboxes of the station whose turn it is
    bool in_window_ = false, late_ = false;         // of the present stretch
    std::vector<Late> lates_;
    des::Moment last_of_cohort_{-1, 0};             // who left after the window
};

} // namespace pathecon::sim

#include <pathecon/sim/detail/pass.hpp>
#include <pathecon/sim/detail/stretch.hpp>
