// SPDX-License-Identifier: MIT
/// \file
/// A review reads a study's result as a sceptic would and says what does not hold.
#pragma once

#include <string>
#include <vector>

#include <pathecon/base/column.hpp>
#include <pathecon/base/diagnostic.hpp>
#include <pathecon/study/run.hpp>

namespace pathecon::study {

/// How much more cohort than calendar work a step had: 0 in steady operation, positive while the queue before it grows.
struct Drift {
    std::string arm, step;
    double gap = 0; ///< (cohort visits - calendar completions) / cohort visits, over all draws and replications.
    double standard_error = 0;
    bool drifting = false; ///< The gap is above 2 % and its 99.9 % interval excludes 0.
};

/// Tests every step of every arm for drift. Repeating one simulated year as if it were five is right only where none
/// drifts.
std::vector<Drift> drifts_of(sim::Runs const& runs);

/// Says whether Little's law holds exactly on every run: the time-integral of the number in the system equals the sum
/// of the times in it, integer for integer. Anything else is a fault of the engine.
bool little_holds(sim::Runs const& runs);

/// Adds what effects left to be said of an arm (PE0401, PE0402); known before anything runs.
void add_remarks(ArmModel const& arm, base::Diagnostics& diagnostics);

/// The waits of every replication (sim::waits_table), within_standard missing (NaN) where an interval has no standard.
base::Table waits_table(StudyResult const& result, sim::By by = sim::By::horizon);

/// Gathers every warning of a result: overloads, drift, runs that ended at a limit, patients not followed to their end,
/// remarks of the tools, and whether the run is partial. A breach of Little's law is an error.
base::Diagnostics review(StudyResult const& result);

/// Ranks what is limited in an arm, the busiest first: rank, name, kind (resource, session, batch), load (asked for
/// over what there is, computed), utilisation (simulated, resources only, otherwise NaN), standard_error of it, and
/// mean_wait_hours of the steps that it holds up.
base::Table bottlenecks(StudyResult const& result, int arm);

} // namespace pathecon::study
