// SPDX-License-Identifier: MIT
/// \file
/// A recorder is told what happens to whom and keeps what it likes; it is chosen at compile time and costs nothing if empty.
#pragma once

#include <concepts>
#include <cstdint>
#include <vector>

#include <pathecon/sim/network.hpp>
#include <pathecon/sim/simulate.hpp>

namespace pathecon::sim {

/// A recorder's verbs. `patient` = source << 40 | number of the arrival; `step` is an index of Network::steps; `bits` are the
/// patient's attributes and results so far.
/// `on_start` may be told a time later than the present one when the place is reserved ahead (a slot of a list).
template <class R>
concept Recorder = requires(R r, Ticks time, std::int64_t patient, Index step, std::uint64_t bits, TraceRow::What what) {
    { r.on_arrival(time, patient, bits) };
    { r.on_queue(time, patient, step) };
    { r.on_start(time, patient, step, time) };      // the last is the time spent waiting
    { r.on_end(time, patient, step) };
    { r.on_exit(time, patient, bits) };
    { r.on_other(time, patient, step, what) };      // balked, blocked, put back, ...
    { r.on_server(step, step) };                    // resource, number from 1: who serves where work was just told to start
    { r.on_work(step, time, time, time) };          // resource, from, to, servers: a stretch of work that is over
    { r.on_capacity(time, step, time) };            // so many servers of a resource are on duty from now on
    { r.on_length(time, step, time) };              // the number who wait at a step, from now on
    { r.on_busy(time, step, time) };                // so many servers of a resource with a rota are at work or held, from now on; told by the loop alone
    /// Whether all must be told in order of time. If not, only what happens to one patient is, and the lengths of one queue.
    { R::in_order } -> std::convertible_to<bool>;
    { R::lengths } -> std::convertible_to<bool>;    // whether on_length and on_busy are told
    { R::summary } -> std::convertible_to<bool>;    // whether the waits of steps are summed into the Replication
};

/// Keeps counts only.
struct Silent {
    static constexpr bool summary = false, lengths = false, in_order = true;
    void on_arrival(Ticks, std::int64_t, std::uint64_t) {}
    void on_queue(Ticks, std::int64_t, Index) {}
    void on_start(Ticks, std::int64_t, Index, Ticks) {}
    void on_end(Ticks, std::int64_t, Index) {}
    void on_exit(Ticks, std::int64_t, std::uint64_t) {}
    void on_other(Ticks, std::int64_t, Index, TraceRow::What) {}
    void on_server(Index, Index) {}
    void on_work(Index, Ticks, Ticks, std::int64_t) {}
    void on_capacity(Ticks, Index, std::int64_t) {}
    void on_length(Ticks, Index, std::int64_t) {}
    void on_busy(Ticks, Index, std::int64_t) {}
};

/// Keeps sums and histograms of every wait.
struct Summary : Silent {
    static constexpr bool summary = true, in_order = false;
};

/// Keeps the log of every patient as well.
struct Trace : Summary {
    static constexpr bool in_order = true;
    Network const* network;
    std::vector<TraceRow>* rows;

    Trace(Network const* of, std::vector<TraceRow>* into) : network(of), rows(into) {}

    void add(Ticks time, std::int64_t patient, Index step, TraceRow::What what) {
        rows->push_back({time, patient, step == none ? -1 : static_cast<std::int32_t>(network->steps[step].label), what, -1, -1, 0});
    }
    void on_server(Index resource, Index number) {
        rows->back().resource = static_cast<std::int32_t>(resource);
        rows->back().server = static_cast<std::int32_t>(number);
    }
    void on_arrival(Ticks t, std::int64_t patient, std::uint64_t) { add(t, patient, none, TraceRow::What::arrival); }
    void on_queue(Ticks t, std::int64_t patient, Index step) { add(t, patient, step, TraceRow::What::queue); }
    void on_start(Ticks t, std::int64_t patient, Index step, Ticks waited) {
        add(t, patient, step, TraceRow::What::start);
        rows->back().waited = waited;
    }
    void on_end(Ticks t, std::int64_t patient, Index step) { add(t, patient, step, TraceRow::What::end); }
    void on_exit(Ticks t, std::int64_t patient, std::uint64_t) { add(t, patient, none, TraceRow::What::exit); }
    void on_other(Ticks t, std::int64_t patient, Index step, TraceRow::What what) { add(t, patient, step, what); }
};

} // namespace pathecon::sim
