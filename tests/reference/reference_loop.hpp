// SPDX-License-Identifier: MIT
/// \file
/// The reference loop simulates a pathway by its names, slowly and plainly: what the engine must agree with event by
/// event.
///
/// It shares with the engine only what lies below both: the pathway itself, the keyed luck, the laws and the units.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include <pathecon/pathway/pathway.hpp>
#include <pathecon/random/luck.hpp>

namespace reference {

using Ticks = std::int64_t;
using BySource = std::pair<std::string, std::string>; ///< Something's name, and the source's.

/// One line of the log. `patient` = source << 40 | number; no step at arrival and exit.
struct Row {
    Ticks time = 0;
    std::int64_t patient = 0;
    std::string step, what;
    bool operator==(Row const&) const = default;
};

struct Horizon {
    Ticks warm_up = 0, window = 0, follow_up = 0;
};

/// How many and how long in all.
struct Sum {
    std::int64_t count = 0, within = 0;
    Ticks ticks = 0;
    bool operator==(Sum const&) const = default;
};

/// What a run gives. Names that never occurred are not in the maps.
struct Told {
    std::vector<Row> trace;
    std::int64_t events = 0;
    Ticks end = 0;
    std::map<std::string, std::int64_t> arrivals, exits, unfinished;                      ///< By source, cohort.
    std::map<BySource, std::int64_t> visits, outcomes, reneged, balked, missed, put_off, happened; ///< Cohort.
    std::map<BySource, Ticks> step_ticks, resource_ticks;                                 ///< Cohort.
    std::map<BySource, std::int64_t> unfinished_at;                                       ///< By step, cohort.
    std::map<std::string, std::int64_t> calendar_visits;                                  ///< By step, in the window.
    std::map<std::string, Ticks> calendar_ticks, open_ticks;        ///< By resource, in the window.
    std::vector<std::tuple<std::string, std::int64_t, Ticks>> rows; ///< Interval, patient, time.
    std::map<std::string, Sum> intervals, waits;
};

/// What is done wrongly on purpose, to see that a difference is found.
enum class Fault {
    none,
    last_come_first,       ///< Of equals in a dispatch, the greater number is served first.
    impatient_before_work, ///< Patience ends before the work that ends at the same tick.
    shift_ends_late        ///< Rotas change one microsecond late.
};

/// Simulates `pathway`, which must be one that check() passes.
Told simulate(pathecon::pathway::Pathway const& pathway, pathecon::random::Luck const& luck, Horizon const& horizon,
              Fault fault = Fault::none);

} // namespace reference
