// SPDX-License-Identifier: MIT
/// \file
/// A record takes in the replications of a run in any order, from any thread, and gives them out by index.
///
/// A run that is cancelled keeps a whole number of units from the first on: a unit is a draw of every arm, or, in a
/// study of one draw, a replication of every arm. Histograms are pooled as units complete, because all of them together
/// are too large to hold.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include <pathecon/sim/replication.hpp>
#include <pathecon/sim/runs.hpp>

#include "study/crew.hpp"

namespace pathecon::study {

class Record {
public:
    Record(std::size_t arms, int draws, int replications);

    /// Takes a replication; one that was cancelled leaves its unit incomplete.
    void store(std::size_t arm, int draw, int replication, sim::Replication happened);
    [[nodiscard]] std::int64_t total() const { return static_cast<std::int64_t>(results_.size()); }
    [[nodiscard]] std::int64_t done() const { return done_; }

    [[nodiscard]] sim::Replication const& at(std::size_t arm, std::size_t draw, std::size_t replication) const
    {
        return results_[place(arm, draw, replication)];
    }
    /// Makes room for more replications of a study of one draw. Call it when nobody stores.
    void grow(int replications);

    /// Moves what is kept into runs: results, pooled, draws and replications. Call it once, when nobody stores any
    /// more.
    void hand_over(sim::Runs& runs);

private:
    struct Unit {
        std::size_t missing = 0;
        std::vector<sim::Pooled> pooled{}; ///< [arm], while replications come in.
    };
    [[nodiscard]] std::size_t place(std::size_t arm, std::size_t draw, std::size_t replication) const
    {
        return (draw * arms_ + arm) * replications_ + replication;
    }
    void advance();

    Mutex mutex_;
    std::size_t arms_, draws_, replications_;
    std::vector<sim::Replication> results_;
    std::vector<Unit> units_;
    std::size_t complete_ = 0;        ///< Units from the first on that are complete.
    std::vector<sim::Pooled> pooled_; ///< Of those units.
    std::atomic<std::int64_t> done_{0};
};

} // namespace pathecon::study
