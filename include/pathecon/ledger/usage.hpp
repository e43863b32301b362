// SPDX-License-Identifier: MIT
/// \file
/// Usage is what one arm used in one draw, by name, summed over its replications: integers only.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include <pathecon/pathway/pathway.hpp>
#include <pathecon/sim/runs.hpp>

namespace pathecon::ledger {

/// Counts or ticks by name.
using Tally = std::map<std::string, std::int64_t, std::less<>>;

/// Returns the count of a name, 0 when it has none.
std::int64_t count_of(Tally const& tally, std::string_view name);

/// Which patients are counted: all (a tool may change the work for other pathways' patients, too), or the pathway's own.
enum class Sources { all, own };

struct Usage {
    sim::Ticks simulated = 0;               ///< Replications x window: what the sums are of.
    Tally worked{}, calendar{}, open{};     ///< By staff group: worked for the cohort; worked and open in the window.
    Tally visits{}, step_time{};            ///< By step, cohort.
    Tally outcomes{};                       ///< By outcome, cohort.

    /// Returns how many a year a sum means.
    [[nodiscard]] double per_year(std::int64_t sum) const;
    /// Returns how many hours a year a sum of ticks means.
    [[nodiscard]] double hours_per_year(sim::Ticks sum) const;
};

/// Sums the replications of an arm in a draw, without the one `left_out` (-1 leaves out none). The pathway says which arrivals
/// are other pathways' and how long the lists of its sessions are, which count as open time of the resource that runs them.
Usage usage_of(sim::Runs const& runs, int arm, int draw, pathway::Pathway const& pathway, Sources sources = Sources::all,
               int left_out = -1);

} // namespace pathecon::ledger
