// SPDX-License-Identifier: MIT
/// \file
/// The loop takes the next event, moves whom it concerns, and starts what has become possible, until the horizon.
///
/// It is one class template. `Shape` says whether the network has rules and whether results are by period, so that they cost
/// nothing where they are not; the recorder says what is kept. The instantiations for the library's recorders are in src/; a researcher's own recorder instantiates it anew.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

#include <pathecon/base/contract.hpp>
#include <pathecon/base/wide.hpp>
#include <pathecon/des/agenda.hpp>
#include <pathecon/des/calendar.hpp>
#include <pathecon/des/deadlines.hpp>
#include <pathecon/des/line.hpp>
#include <pathecon/des/pool.hpp>
#include <pathecon/des/timeline.hpp>
#include <pathecon/random/elementary.hpp>
#include <pathecon/random/luck.hpp>
#include <pathecon/sim/detail/draws.hpp>
#include <pathecon/sim/detail/results.hpp>
#include <pathecon/sim/network.hpp>
#include <pathecon/sim/recorder.hpp>
#include <pathecon/sim/replication.hpp>
#include <pathecon/sim/simulate.hpp>
#include <pathecon/sim/token.hpp>

namespace pathecon::sim {

/// What a run has; each has what those before it have.
enum class Shape : std::uint8_t {
    clinical,       ///< Everything but rules.
    ruled,          ///< And every rule of rules.hpp.
    periodic        ///< And results by period.
};

template <Shape shape, Recorder R>
class Loop {
  public:
    Loop(Network const& network, random::Luck const& luck, Horizon const& horizon, Limits const& limits, R recorder);
    Loop(Loop&&) = default;
    Loop(Loop const&) = delete;     // desks point into it

    /// Runs to the end. Once.
    Replication run();

    /// Gives away what was recorded.
    [[nodiscard]] R take_recorder() && { return std::move(recorder_); }

  private:
    static constexpr bool ruled = shape >= Shape::ruled, periodic = shape == Shape::periodic;
    using What = TraceRow::What;
    using State = Extra::State;
    /// Of a clock: before its start point was passed, and for good after it was stopped or void.
    static constexpr Ticks not_started = -(Ticks{1} << 62), done = not_started + 1;
    /// Of those who were put back: before everybody who was not.
    static constexpr Ticks for_ever = not_started;

    // prepare.hpp
    void prepare_calendar();
    void prepare_rules();

    // turn.hpp
    void turn();
    [[nodiscard]] std::uint64_t order_at(std::uint32_t slot) const;
    void take_place(std::uint32_t slot);
    void end_delay();
    void wait_for(std::uint32_t who, Ticks until);
    void sync(des::Agenda const& agenda, std::uint32_t slot);
    void note(des::Agenda& agenda, std::uint32_t slot, des::Moment moment, std::uint32_t who);
    void strike(des::Agenda& agenda, std::uint32_t slot, std::uint32_t who);
    void close();

    // arrive.hpp
    void schedule_arrival(Index source);
    void come(Index source);
    void arrive(Index source, std::uint32_t number, Ticks arrived, bool cohort);
    void enter_backlog(BacklogNode const& backlog);
    void reset_rules(std::uint32_t who);
    void expect_appointment(Index source);
    void leave(std::uint32_t who);
    void count_people(std::int64_t change);
    [[nodiscard]] std::vector<RateStep> const& week_of(SourceNode const& node, Ticks begin) const;
    [[nodiscard]] double day_factor(Index source, std::int64_t day);

    // walk.hpp
    void go(std::uint32_t who, Index step);
    void go_on(std::uint32_t who, Index step);
    void finish(std::uint32_t who, StepNode const& node);
    void finish_more(std::uint32_t who, StepNode const& node);
    [[nodiscard]] Index next_step(std::uint32_t who, StepNode const& node);
    [[nodiscard]] Index next_of_many(std::uint32_t who, StepNode const& node);
    [[nodiscard]] Ticks duration_of(std::uint32_t who, StepNode const& node);
    [[nodiscard]] Ticks changed_duration_of(std::uint32_t who, StepNode const& node);
    void split(std::uint32_t who, Index step);
    [[nodiscard]] std::uint32_t merge(std::uint32_t who, Index step);
    [[nodiscard]] bool open(BranchNode const& branch, Token const& token) const;
    [[nodiscard]] Index shortest_queue(StepNode const& node, Token const& token) const;

    // serve.hpp
    [[nodiscard]] Index line_of(std::uint32_t who, StepNode const& node) const;
    void join_line(std::uint32_t who, StepNode const& node, Index line, Ticks since);
    [[nodiscard]] bool can_start(StepNode const& node) const;
    void begin(std::uint32_t who, StepNode const& node, Ticks work);
    void hand_over(std::uint32_t slot);
    void complete(std::uint32_t slot);
    void release(std::uint32_t who, StepNode const& node);
    void dispatch(Index pool);
    [[nodiscard]] std::uint32_t best_waiting(PoolNode const& pool, Index& line) const;
    [[nodiscard]] Index first_line_waiting(StepNode const& node) const;
    void schedule_rota_change(Index pool);
    void change_rota(Index pool);

    // choose.hpp
    /// Whether a token can start, and with whom.
    struct Choice {
        bool possible = false, preempts = false, inherits = false;
        std::uint32_t options = 0;
        std::array<std::uint16_t, Extra::most_needs> persons{};
    };
    /// What is needed: the step's needs, then those of the stays that begin with it.
    struct Wanted {
        std::array<NeedNode const*, Extra::most_needs> needs{};
        std::size_t count = 0, own = 0;
    };
    [[nodiscard]] Wanted wanted_by(std::uint32_t who, StepNode const& node) const;
    [[nodiscard]] Choice choose(std::uint32_t who, StepNode const& node) const;
    [[nodiscard]] Choice choose_all(std::uint32_t who, StepNode const& node) const;
    [[nodiscard]] bool assign(Wanted const& wanted, std::size_t k, Token const& token, Choice& choice) const;
    [[nodiscard]] std::uint16_t person_for(NeedNode const& need, Index pool, Token const& token, Wanted const& wanted, std::size_t k,
                                           Choice const& choice) const;
    [[nodiscard]] bool can_preempt(Wanted const& wanted, Token const& token) const;
    static constexpr std::int32_t any_level = -1;
    [[nodiscard]] std::uint32_t victim_of(Index pool, std::int32_t above) const;
    [[nodiscard]] std::uint32_t victim_among(Index pool, std::int32_t above, std::uint32_t first, std::uint32_t end) const;
    [[nodiscard]] std::int32_t holds_of(std::uint32_t who, Index pool) const;
    [[nodiscard]] OptionNode const& option_of(Extra const& extra, std::size_t k, NeedNode const& need) const {
        return network_.options[need.options.begin + (extra.options >> (4 * k) & 15U)];
    }

    // rule.hpp
    /// The pools that a token holds by its step, in the order of the step's uses.
    struct Held {
        std::array<Index, Extra::most_needs> pools{};
        std::size_t count = 0;
        [[nodiscard]] Index const* begin() const { return pools.data(); }
        [[nodiscard]] Index const* end() const { return pools.data() + count; }
    };
    void grow_rules();
    bool start_by_choice(std::uint32_t who, StepNode const& node, Choice const& choice, Ticks since, bool queued);
    void start_by_preemption(std::uint32_t who, StepNode const& node, Choice const& choice, Ticks since, bool queued);
    bool start_with_idle(std::uint32_t who, StepNode const& node, Choice const& choice, Ticks since, bool queued);
    void preempt(Wanted const& wanted, std::int32_t rank, std::vector<Index>& freed);
    [[nodiscard]] Held pools_held(std::uint32_t who) const;
    void begin_by_choice(std::uint32_t who, StepNode const& node, Choice const& choice, Ticks rest);
    [[nodiscard]] Index begin_all(std::uint32_t who, StepNode const& node, Choice const& choice);
    void release_by_rule(std::uint32_t who);
    void free_stays(std::uint32_t who, std::uint64_t which);
    void dispatch_stays(std::uint32_t who, std::uint64_t which);
    void count_levels(Extra const& extra, StepNode const& node, std::int32_t change);
    struct Holding {                                // of a stay
        Ticks since = 0;
        std::uint32_t options = 0;                  // four bits a need
        std::array<std::uint16_t, Extra::most_needs> persons{};
    };
    [[nodiscard]] Index pool_of(Holding const& holding, Index need, Range needs) const {
        return network_.options[network_.needs[need].options.begin + (holding.options >> (4 * (need - needs.begin)) & 15U)].pool;
    }
    void end_stays(std::uint32_t who, std::uint64_t which);
    void give_back_all(std::uint32_t who, StepNode const& node);
    void complete_by_rule(std::uint32_t who, std::uint32_t slot);
    void dispatch_by_rule(Index pool);
    [[nodiscard]] bool goes_before(std::uint32_t a, std::uint32_t b) const;
    [[nodiscard]] Ticks waits_since(std::uint32_t who) const {
        return extras_[who].state == State::blocked ? extras_[who].blocked_since : tokens_[who].since;
    }

    // plain.hpp
    /// What a step is made of that takes one server at a time of a pool that no other uses, first come, first served at a level.
    struct alignas(64) Desk {
        des::Pool* pool = nullptr;
        std::int32_t* at_level = nullptr;           // how many are at work, by level; null where nobody is pre-empted
        random::Column* times = nullptr;            // null where times are not drawn by one law, or changed after that
        des::Line const* lines = nullptr;           // its own, best first
        des::Line const* end_of_lines = nullptr;
        Index resource = 0, first_slot = 0;
    };
    bool enter_plain(std::uint32_t who, StepNode const& node, Desk const& desk, Ticks since);
    bool start_at_desk(std::uint32_t who, StepNode const& node, Desk const& desk, Ticks since, bool queued);
    void seat(std::uint32_t who, std::uint32_t slot, Ticks end);
    [[nodiscard]] std::int32_t rank_of(Token const& token) const { return static_cast<std::int32_t>(level_of_line_[token.line]); }
    void complete_plain(std::uint32_t who, StepNode const& node, std::uint32_t slot);
    void dispatch_desk(StepNode const& node, Desk const& desk);
    void prepare_desks();

    // interrupt.hpp
    void put_back(std::uint32_t who, InHand rule);
    void put_back_surplus(Index pool, InHand rule);
    void set_capacity(Index pool);
    void note_deviation(Index pool);
    void schedule_downtime(Index downtime);
    void change_downtime(Index downtime);
    void judge_surges();
    void lose_patience();
    void happen();
    void withdraw(std::uint32_t who);

    // room.hpp
    static constexpr Index stays_here = none - 1;
    Held free_held(std::uint32_t who);
    void let_go(std::uint32_t who);
    bool enter_by_rule(std::uint32_t who, StepNode const& node, Index& step, Ticks since);
    bool admit(std::uint32_t who, StepNode const& node, Choice const& choice, Ticks since);
    void join_by_rule(std::uint32_t who, StepNode const& node, Index line, Ticks since);
    void stand_by_wait(std::uint32_t who, Index line);
    void take_turn(std::uint32_t who, StepNode const& node, Index line);
    void leave_line(std::uint32_t who, StepNode const& node);
    [[nodiscard]] Index balks_to(std::uint32_t who, StepNode const& node);
    void unblock(StepNode const& node);

    // bulk.hpp
    [[nodiscard]] bool is_bulk_due(StepNode const& node, std::int64_t more, Ticks since) const;
    [[nodiscard]] std::uint32_t first_in_turn(StepNode const& node) const;
    bool enter_bulk(std::uint32_t who, StepNode const& node, Ticks since);
    void start_bulk(StepNode const& node, Choice const& choice);
    void end_bulk_wait();

    // list.hpp
    void hold_list(Index timetable);
    [[nodiscard]] std::uint32_t first_eligible(Index timetable, std::int32_t places, Index& line) const;
    [[nodiscard]] std::int64_t eligible(Index timetable) const;
    bool comes(std::uint32_t who, StepNode const& node, bool& place_lost);
    void schedule_place(Index timetable);

    // measure.hpp
    void pass(std::uint32_t who, Range marks, Ticks time);
    void mark_clock(Token const& root, Mark const& mark, Ticks time);
    void mark_event(std::uint32_t who, Mark const& mark, Ticks time);
    void stop_clock(Token const& root, Index interval, Ticks time_taken);
    void note_start(std::uint32_t who, StepNode const& node, Ticks joined, Ticks start);
    void note_work(Index resource, Ticks from, Ticks to, std::int64_t servers);
    void note_used(Token const& token, Index resource, Ticks since, std::int64_t servers);
    void note_length(StepNode const& node);
    void note_busy(Index pool);
    void take_servers(Index pool, std::int32_t count);
    void give_servers(Index pool, std::int32_t count);
    [[nodiscard]] Counts& counts_of(Token const& token);
    [[nodiscard]] Counts& counts_at(Ticks time);
    [[nodiscard]] std::int64_t waiting_at(StepNode const& node) const;

    [[nodiscard]] std::int64_t patient_of(Token const& token) const {
        return static_cast<std::int64_t>(token.source) << 40 | static_cast<std::int64_t>(token.number);
    }
    /// The key of a patient's luck.
    [[nodiscard]] std::uint64_t luck_of(Token const& token) const { return network_.sources[token.source].luck_key + token.number; }
    [[nodiscard]] std::uint64_t order_of(Token const& token, des::Rank rank = des::Rank::completion) const {
        return des::order_of(rank, token.source, token.number, token.branch);
    }
    [[nodiscard]] Token& root_of(Token const& token) { return tokens_[token.root]; }
    [[nodiscard]] Token const& root_of(Token const& token) const { return tokens_[token.root]; }
    [[nodiscard]] RuleNode const& rules_of(StepNode const& node) const { return network_.rules[node.rules]; }
    [[nodiscard]] bool in_window(Ticks time) const { return time >= window_begin_ && time < window_end_; }
    [[nodiscard]] Ticks& clock(std::uint32_t root, std::size_t which) { return clocks_[root * clocks_each_ + which]; }

    Network const& network_;
    detail::Draws draws_;
    Limits const limits_;
    R recorder_;
    Replication result_;
    Periods periods_;
    std::vector<Counts> counts_;        // [period], where results are by period: in place of the result's own

    Ticks now_ = 0, window_begin_, window_end_, end_;
    std::int64_t people_ = 0, cohort_live_ = 0;
    base::i128 area_ = 0, stays_ = 0;   // of Little's law, accumulated apart
    Ticks area_since_ = 0;
    Ticks waited_before_ = 0;           // of the backlog's patient who comes in
    std::size_t sources_ = 0;

    TokenStore tokens_;
    des::Calendar calendar_;
    des::Agenda delays_;
    std::vector<des::Line> lines_;
    std::vector<std::uint64_t> at_once_;            // [line]: who did not wait, to be summed at the end
    std::vector<des::Pool> pools_;
    std::vector<std::uint32_t> next_free_;          // [calendar slot]: the next free one of its pool
    std::vector<std::uint32_t> server_;             // [calendar slot]: who is served there
    std::vector<Index> slot_pool_;                  // [calendar slot]: whose server it is
    std::uint32_t delay_slot_ = 0, first_other_slot_ = 0, first_server_slot_ = 0;

    struct Arriving {
        double time = 0;                            // of the last arrival, in ticks, before rounding
        std::uint32_t number = 0;
        std::size_t place = 0;                      // in the week of rates or slots
        Ticks week = 0;                             // or cycle, when the present one began
        std::int64_t day = -1;                      // whose factor is known
        double factor = 1;
        des::Agenda expected{};                     // appointments: by number, on their way
        std::uint32_t slot = 0;                     // of `expected`
    };
    std::vector<Arriving> arriving_;

    /// What a calendar slot between sources and servers stands for.
    struct Other {
        enum class Kind : std::uint8_t { rota, list, patience, event, downtime, expected, bulk } kind;
        Index which = 0;
    };
    std::vector<Other> others_;                     // [slot - first_other_slot_]
    std::vector<des::TimelineCursor> rota_;         // [pool]
    std::vector<std::uint32_t> rota_slot_;          // [pool]: calendar slot of its rota; none where it never changes
    std::vector<std::uint32_t> list_slot_;          // [timetable]
    struct Listing {
        std::size_t place = 0;
        Ticks cycle = 0, free_from = 0;             // when the present cycle began, and when the one before is over
        std::vector<Index> users{};                 // steps that wait for its places
        bool takes_more = false;                    // one of them takes something else with the place
        std::uint32_t last = des::nobody;           // given a place, with a team that may go on to the next
    };
    std::vector<Listing> listing_;

    // place.hpp
    [[nodiscard]] bool takes_more(StepNode const& node) const;
    [[nodiscard]] bool can_inherit(StepNode const& node, std::uint32_t from, std::uint32_t& options) const;
    [[nodiscard]] Choice choose_for_place(std::uint32_t who, StepNode const& node, Listing const& listing) const;
    void take_with_place(std::uint32_t who, StepNode const& node, Choice const& choice, Listing& listing);
    void pass_on(std::uint32_t who);
    void end_place(std::uint32_t who, StepNode const& node);
    void put_off(std::uint32_t who);
    [[nodiscard]] bool is_refused(Index step, std::int32_t places) const;
    void book_put_off(std::int32_t places);

    std::vector<Ticks> clocks_;                     // [token * clocks_each + clock]: intervals, stamps, pauses
    std::size_t clocks_each_ = 0;
    std::vector<std::uint16_t> visits_;             // [token * visit slots + slot]
    std::vector<std::uint32_t> parent_;             // [token]: who forked it

    // For rules.
    std::vector<Extra> extras_;                     // [token]
    std::vector<Holding> held_;                     // [token * stays + stay]
    std::vector<std::uint32_t> memory_;             // [root * memory slots + slot]: pool << 16 | person
    std::vector<std::uint16_t> event_starts_;       // [root * events + event]
    std::vector<des::Persons> persons_;             // [pool]
    struct Deviation {                              // of the capacity from the rota
        Ticks since = 0;
        std::int32_t rota = 0;
    };
    std::vector<Deviation> deviation_;              // [pool]
    std::vector<std::uint32_t> pool_slot_;          // [pool]: first of its calendar slots
    std::vector<std::int32_t> down_, surged_;       // [pool]: servers out of use, and more on duty
    std::vector<std::int32_t> at_level_;            // [pool * levels + level]: at work, of pools that pre-empt
    std::vector<std::int32_t> levels_;              // distinct, rising
    std::vector<std::uint32_t> level_of_line_;      // [line]: index in levels_
    struct Failing {
        std::uint64_t count = 0;
        bool down = false;
        std::uint32_t slot = 0;
    };
    std::vector<Failing> failing_;                  // [downtime]
    std::vector<bool> surge_open_;                  // [surge]
    bool surge_due_ = false;
    des::Deadlines patience_;                       // by token
    des::Agenda events_;                            // by token * events + event
    des::Agenda bulk_waits_;                        // by token: when fewer than enough are enough
    struct Stint {                                  // of work
        Ticks since = 0;
        std::int32_t level = any_level;             // its rank; `any_level` where nobody is at work
    };
    std::vector<Stint> stints_;                     // [calendar slot]: of whom is served there
    std::vector<Desk> desks_;                       // [step]
    std::uint32_t patience_slot_ = 0, event_slot_ = 0, bulk_slot_ = 0;
    std::vector<std::int64_t> rebooked_;            // [token]: number of the event in which it was
    std::vector<std::uint32_t> put_off_;            // at the present place: who could not have it, in order of turn
    std::vector<std::uint32_t> last_put_off_;       // [line]: of them, the last; nobody when there is none
    std::vector<std::uint8_t> refused_;             // [step]: whether that holds for all who wait there
    std::vector<std::uint32_t> heir_, legator_;     // [token]: who has the team after them, and whose it is now
};

} // namespace pathecon::sim

#include <pathecon/sim/detail/arrive.hpp>
#include <pathecon/sim/detail/bulk.hpp>
#include <pathecon/sim/detail/choose.hpp>
#include <pathecon/sim/detail/interrupt.hpp>
#include <pathecon/sim/detail/list.hpp>
#include <pathecon/sim/detail/measure.hpp>
#include <pathecon/sim/detail/place.hpp>
#include <pathecon/sim/detail/plain.hpp>
#include <pathecon/sim/detail/prepare.hpp>
#include <pathecon/sim/detail/room.hpp>
#include <pathecon/sim/detail/rule.hpp>
#include <pathecon/sim/detail/serve.hpp>
#include <pathecon/sim/detail/turn.hpp>
#include <pathecon/sim/detail/walk.hpp>
