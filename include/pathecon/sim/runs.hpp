// SPDX-License-Identifier: MIT
/// \file
/// Runs hold what happened in every arm, draw and replication of a study, placed by index.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <pathecon/base/column.hpp>
#include <pathecon/sim/periods.hpp>
#include <pathecon/sim/replication.hpp>
#include <pathecon/units/duration.hpp>

namespace pathecon::sim {

/// The replications of a study, [(draw * n_arms + arm) * n_replications + replication]. Nothing in it depends on how many
/// threads made it. Economics reads it and can as well read one typed by hand.
struct Runs {
    std::vector<std::string> arms;              ///< The first is the comparator.
    std::vector<Labels> labels;                 ///< [arm].
    int draws = 1, replications = 1;
    std::uint64_t seed = 0;
    units::Duration window{};                   ///< Length of the time in which cohort patients arrive.
    units::Duration period{};                   ///< Length of the periods that are told apart; 0 where the window is one.
    std::vector<Replication> results;
    std::vector<Pooled> pooled;                 ///< [arm], over all draws and replications; may be empty in hand-typed runs.

    [[nodiscard]] Replication const& at(int arm, int draw, int replication) const {
        return results[(static_cast<std::size_t>(draw) * arms.size() + static_cast<std::size_t>(arm)) *
                           static_cast<std::size_t>(replications) + static_cast<std::size_t>(replication)];
    }
    /// Returns the periods of the window, counted from its start.
    [[nodiscard]] Periods periods() const { return {0, window.ticks(), period.ticks()}; }
    bool operator==(Runs const&) const = default;
};

/// Returns what is counted of a period of a replication, from 0; a replication that has none is one period itself.
[[nodiscard]] inline Counts const& counts_in(Replication const& replication, std::size_t period) {
    return replication.periods.empty() ? replication : replication.periods[period];
}

/// A hash of every integer in the runs: equal runs have equal hashes on every machine.
std::uint64_t hash_of(Runs const& runs);

/// What a table has rows of: the whole horizon, or each of its periods apart.
enum class By { horizon, period };

/// Long tables, one row a number: arm, draw, replication, then the keys named. By period, they have after these `period` (from
/// 1) and `start_days` (of it, since the start of the horizon). A patient counts in the period of the arrival, a wait for a
/// step in that of joining the queue, open and worked time in that in which it is.
base::Table visits_table(Runs const& runs, By by = By::horizon);            ///< step, source, visits, minutes.
base::Table usage_table(Runs const& runs, By by = By::horizon);             ///< resource, group, source, minutes.
base::Table waits_table(Runs const& runs, By by = By::horizon);             ///< interval, n, mean_hours, sd_hours, p50_hours, p90_hours, within_standard.
base::Table queues_table(Runs const& runs, By by = By::horizon);            ///< step, n, mean_hours, p50_hours, p90_hours, max_hours.
base::Table classes_table(Runs const& runs, By by = By::horizon);           ///< step, level (of priority), n, mean_hours, p50_hours, p90_hours.
base::Table lost_table(Runs const& runs, By by = By::horizon);              ///< step, source, reneged, balked, missed (places not come to), unfinished (there at the end).
base::Table outcomes_table(Runs const& runs, By by = By::horizon);          ///< outcome, source, count.
base::Table utilisation_table(Runs const& runs, By by = By::horizon);       ///< resource, worked_hours, open_hours, utilisation.
base::Table rows_table(Runs const& runs, By by = By::horizon);              ///< interval, source, patient, hours.

} // namespace pathecon::sim
