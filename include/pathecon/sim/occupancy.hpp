// SPDX-License-Identifier: MIT
/// \file
/// An occupancy says how busy resources are at each hour of the week, and for how much of the time how many are taken and how
/// many wait.
#pragma once

#include <cstdint>
#include <vector>

#include <pathecon/base/column.hpp>
#include <pathecon/sim/recorder.hpp>

namespace pathecon::sim {

/// Times inside the window, as exact integers; those of many replications add up.
struct Occupancy {
    static constexpr std::size_t hours = 168;   ///< Of a week, from Monday 00:00.

    std::vector<Ticks> busy, open;              ///< [resource * hours + hour], server-ticks: worked, and on duty.
    std::vector<Ticks> waiting;                 ///< [step * hours + hour], patient-ticks in the queue.
    std::vector<std::vector<Ticks>> lengths;    ///< [step][n]: how long exactly n waited.
    std::vector<std::vector<Ticks>> taken;      ///< [resource][n]: how long exactly n servers were at work or held; nothing of those without a rota.
    Ticks window = 0;                           ///< Time observed.

    void merge(Occupancy const& other);
    bool operator==(Occupancy const&) const = default;
};

/// One row a resource and hour of the week: resource, hour, busy (mean servers at work), open (mean servers on duty),
/// utilisation (busy over open; 0 where nobody is on duty).
base::Table occupancy_table(Labels const& labels, Occupancy const& occupancy);

/// One row a step and hour of the week: step, hour, waiting (mean number in the queue).
base::Table waiting_table(Labels const& labels, Occupancy const& occupancy);

/// One row a step and length that was seen: step, length, share (of the time).
base::Table lengths_table(Labels const& labels, Occupancy const& occupancy);

/// One row a resource with a rota and number that was seen: resource, taken, share (of the time).
base::Table taken_table(Labels const& labels, Occupancy const& occupancy);

/// The recorder that keeps an occupancy. Waiting is summed when queues change, work when it ends.
class Watch : public Summary {
  public:
    static constexpr bool lengths = true;

    Watch(Network const& network, Horizon const& horizon, Occupancy* into);

    void on_work(Index resource, Ticks from, Ticks to, std::int64_t servers) { add(&into_->busy[resource * Occupancy::hours], from, to, servers); }
    void on_capacity(Ticks time, Index resource, std::int64_t servers);
    void on_length(Ticks time, Index step, std::int64_t waiting);
    void on_busy(Ticks time, Index resource, std::int64_t taken);
    /// Counts what holds at the end of the run.
    void finish(Ticks end);

  private:
    void add(Ticks* by_hour, Ticks from, Ticks to, std::int64_t count) const;
    struct Since {
        Ticks time = 0;
        std::int64_t count = 0;
    };
    void count_time(std::vector<Ticks>& seen_at, Since const& since, Ticks until) const;
    void count_length(std::size_t step, Ticks until);

    Ticks begin_, end_;
    Occupancy* into_;
    std::vector<Since> capacity_, length_, busy_;       // [resource], [step], [resource]
    std::vector<Index> with_rota_;              // resources
};

/// Simulates with the same luck as ever and keeps the occupancy of the window as well.
Replication simulate(Network const& network, random::Luck const& luck, Horizon const& horizon, Occupancy& occupancy,
                     Limits const& limits = {});

} // namespace pathecon::sim
