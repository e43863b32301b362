// SPDX-License-Identifier: MIT
/// \file
/// The loop takes the next event, moves whom it concerns, and starts what has become possible, until the horizon.
///
/// It is one class template. `Shape` says what the network has, so that what it has not costs nothing; the recorder says
/// what is kept. The instantiations for the library's recorders are in src/; a researcher's own recorder instantiates it anew.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include <pathecon/base/wide.hpp>
#include <pathecon/des/agenda.hpp>
#include <pathecon/des/calendar.hpp>
#include <pathecon/des/line.hpp>
#include <pathecon/des/pool.hpp>
#include <pathecon/des/timeline.hpp>
#include <pathecon/random/luck.hpp>
#include <pathecon/sim/network.hpp>
#include <pathecon/sim/recorder.hpp>
#include <pathecon/sim/replication.hpp>
#include <pathecon/sim/simulate.hpp>
#include <pathecon/sim/token.hpp>

namespace pathecon::sim {

/// What a network has.
enum class Shape : std::uint8_t {
    plain,          ///< Queues at constant pools, delays, routes by chance.
    attributed,     ///< And attributes, for priority and routes.
    full            ///< Everything.
};

/// Returns the smallest shape that serves.
Shape shape_of(Network const& network);

template <Shape shape, Recorder R>
class Loop {
  public:
    Loop(Network const& network, random::Luck const& luck, Horizon const& horizon, Limits const& limits, R recorder);

    /// Runs to the end. Once.
    Replication run();

    /// Gives away what was recorded.
    [[nodiscard]] R take_recorder() && { return std::move(recorder_); }

  private:
    static constexpr bool attributed = shape != Shape::plain;
    static constexpr bool full = shape == Shape::full;

    // arrive.hpp
    void prepare();
    void turn();
    void turn_flat();
    void schedule_arrival(Index source);
    void arrive(Index source);
    void leave(std::uint32_t who);
    void count_people(std::int64_t change);

    // walk.hpp
    void go(std::uint32_t who, Index step);
    void finish(std::uint32_t who, StepNode const& node);
    [[nodiscard]] Index next_step(std::uint32_t who, StepNode const& node);
    [[nodiscard]] Ticks duration_of(std::uint32_t who, StepNode const& node);
    void split(std::uint32_t who, Index step);

    // serve.hpp
    void join_line(std::uint32_t who, StepNode const& node);
    [[nodiscard]] bool can_start(StepNode const& node) const;
    void begin(std::uint32_t who, StepNode const& node, Ticks work);
    void complete(std::uint32_t slot);
    void release(std::uint32_t who, StepNode const& node);
    void dispatch(Index pool);
    [[nodiscard]] std::uint32_t best_waiting(PoolNode const& pool, Index& line) const;
    [[nodiscard]] Index first_line_waiting(StepNode const& node) const;
    void schedule_rota_change(Index pool);
    void change_rota(Index pool);
    void put_back_latest(Index pool);
    void hold_list(Index timetable);
    [[nodiscard]] std::uint32_t first_eligible(Index timetable, Index& line) const;
    void schedule_place(Index timetable);

    // measure.hpp
    [[nodiscard]] bool holds(Condition const& condition, std::uint64_t bits) const;
    [[nodiscard]] double chance_of(ChanceTable const& table, std::uint64_t bits) const;
    [[nodiscard]] double uniform(Index decision, Token const& token, std::uint32_t visit);
    void draw(Draw const& draw, Token const& token, std::uint32_t visit, std::uint64_t& bits);
    void pass(std::uint32_t who, Range marks, Ticks time);
    void stop_clock(Token const& root, Index interval, Ticks time_taken);
    void note_start(Token const& token, StepNode const& node, Ticks joined, Ticks start);
    void note_work(Index resource, Ticks from, Ticks to, std::int64_t servers);
    void close();

    [[nodiscard]] std::int64_t patient_of(Token const& token) const {
        return static_cast<std::int64_t>(token.source) << 40 | static_cast<std::int64_t>(token.number);
    }
    [[nodiscard]] std::uint64_t order_of(Token const& token, std::uint32_t slot) const {
        return des::order_of(des::Rank::completion, token.source, token.number, token.branch, slot);
    }
    [[nodiscard]] Token& root_of(Token const& token) { return tokens_[token.root]; }
    [[nodiscard]] bool in_window(Ticks time) const { return time >= window_begin_ && time < window_end_; }

    Network const& network_;
    random::Luck const luck_;
    Limits const limits_;
    R recorder_;
    Replication result_;

    Ticks now_ = 0, window_begin_, window_end_, end_;
    std::int64_t people_ = 0, cohort_live_ = 0;
    base::i128 area_ = 0, stays_ = 0;   // of Little's law, accumulated apart
    Ticks area_since_ = 0;

    TokenStore tokens_;
    std::vector<random::Stream> streams_;
    des::Calendar calendar_;
    des::Agenda agenda_;
    std::vector<des::Line> lines_;
    std::vector<des::Pool> pools_;
    std::vector<std::uint32_t> server_;             // [calendar slot]: who is served there
    std::vector<Index> slot_pool_;                  // [calendar slot]: whose server it is
    std::uint32_t first_rota_slot_ = 0, first_list_slot_ = 0, first_server_slot_ = 0;

    struct Arriving {
        double time = 0;                            // of the last arrival, in ticks, before rounding
        std::uint32_t number = 0;
        des::TimelineCursor cursor{};
    };
    std::vector<Arriving> arriving_;
    std::vector<des::TimelineCursor> rota_;         // [pool]
    std::vector<std::uint32_t> rota_slot_;          // [pool]: calendar slot of its rota; none where it never changes
    std::vector<Index> rota_pool_;                  // [rota slot]: whose rota it is
    struct Listing {
        std::size_t place = 0;
        Ticks week = 0, free_from = 0;
        std::vector<Index> users{};                 // steps that wait for its places
    };
    std::vector<Listing> listing_;
    std::vector<Ticks> clocks_;                     // [token * intervals + interval]: -1 not started, -2 done
    std::vector<std::uint16_t> visits_;             // [token * visit slots + slot]
    std::vector<std::uint32_t> parent_;             // [token]: who forked it
    random::Distribution gap_ = random::exponential(1.0);
};

} // namespace pathecon::sim

#include <pathecon/sim/detail/arrive.hpp>
#include <pathecon/sim/detail/measure.hpp>
#include <pathecon/sim/detail/serve.hpp>
#include <pathecon/sim/detail/walk.hpp>
