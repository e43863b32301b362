// SPDX-License-Identifier: MIT
/// \file
/// Whether a study is precise enough: where it looks, and what it has achieved by then.
#pragma once

#include <vector>

#include <pathecon/base/diagnostic.hpp>
#include <pathecon/sim/runs.hpp>
#include <pathecon/study/run.hpp>

namespace pathecon::study {
class Record;
}

namespace pathecon::study::detail {

/// Appends what is wrong with the precision of a study.
void check_precision(Study const& study, base::Diagnostics& faults);

/// Returns the totals of replications at which a study looks whether its goals are met; one total without a precision.
std::vector<int> looks_of(Study const& study);

/// Returns what is achieved by the first `replications`, which the record holds of every arm.
std::vector<Achieved> achieved_by(Study const& study, std::vector<sim::Labels> const& labels, int replications,
                                  Record const& record);
/// Returns what is achieved by all that a run has kept.
std::vector<Achieved> achieved_by(Study const& study, sim::Runs const& runs);

} // namespace pathecon::study::detail
