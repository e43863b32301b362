// SPDX-License-Identifier: MIT
/// \file
/// Simulating a network under keyed luck gives one replication.
#pragma once

#include <atomic>
#include <cstdint>
#include <vector>

#include <pathecon/random/luck.hpp>
#include <pathecon/sim/network.hpp>
#include <pathecon/sim/periods.hpp>
#include <pathecon/sim/replication.hpp>
#include <pathecon/units/duration.hpp>

namespace pathecon::sim {

/// The times of a run. Patients who arrive in [warm_up, warm_up + window) are the cohort; everybody's arrivals go on until
/// the last of the cohort has left or `follow_up` after the window is over, so that the cohort meets loaded queues to its end.
struct Horizon {
    units::Duration warm_up{};
    units::Duration window{};
    units::Duration follow_up{};
    units::Duration period{};       ///< Results of each such stretch of the window apart, too; 0 means of the whole alone.
    bool operator==(Horizon const&) const = default;
};

/// Returns the periods of a horizon's window.
[[nodiscard]] inline Periods periods_of(Horizon const& horizon) {
    Ticks const begin = horizon.warm_up.ticks();
    return {begin, begin + horizon.window.ticks(), horizon.period.ticks()};
}

/// Ends a run early, in an orderly way.
struct Limits {
    std::int64_t patients_in_system = 10'000'000;   ///< More at once end the run as `limit_reached`.
    std::atomic<bool> const* cancel = nullptr;      ///< Polled; true ends the run as `cancelled`.
};

/// One line of a patient's log, in the order in which it happened.
struct TraceRow {
    /// The last eight: interrupted and put back in the queue, resumed, went elsewhere from a full queue, waits where it is for
    /// want of room, lost patience, did not come to a slot, was taken away by an event, was not given a slot for want of a bed or whatever else it takes.
    enum class What : std::int32_t { arrival, queue, start, end, exit, put_back, resume, balk, block, renege, missed, event, put_off };
    Ticks time = 0;
    std::int64_t patient = 0;   ///< source << 40 | number of the arrival at that source.
    std::int32_t step = -1;     ///< -1 at arrival and exit.
    What what = What::arrival;
    std::int32_t resource = -1; ///< Who serves from a start or resumption on: the resource first named, and
    std::int32_t server = -1;   ///< which of them, from 1.
    Ticks waited = 0;           ///< Before a start.
    bool operator==(TraceRow const&) const = default;
};

namespace detail {
/// a + b x c, rounded twice: compiled here, because a consumer's flags may fuse it where a loop is instantiated.
[[nodiscard]] double plus_product(double a, double b, double c) noexcept;
} // namespace detail

/// Simulates; keeps what a Replication holds.
Replication simulate(Network const& network, random::Luck const& luck, Horizon const& horizon, Limits const& limits = {});

/// Simulates again with the same luck and keeps the log of every patient as well.
Replication simulate(Network const& network, random::Luck const& luck, Horizon const& horizon, std::vector<TraceRow>& trace,
                     Limits const& limits = {});

} // namespace pathecon::sim
