// SPDX-License-Identifier: MIT
/// \file
/// An event log tells every patient's way in the columns that other tools read.
#pragma once

#include <span>
#include <string>
#include <vector>

#include <pathecon/base/column.hpp>
#include <pathecon/sim/network.hpp>
#include <pathecon/sim/simulate.hpp>

namespace pathecon::sim {

/// Whose columns: of vidigi (animations), of bupaR (process mining in R: an activity log), of pm4py (XES names).
enum class LogFormat { vidigi, bupar, pm4py };

/// Returns the trace of one replication as a table. Times are hours since the start; with a start date (`"2026-01-05"`) bupaR
/// and pm4py have timestamps `2026-01-05T09:30:00` instead. Patients are named `<source> <number>`, servers `<resource> <n>`.
/// vidigi: entity_id, pathway, event_type (arrival_departure, queue, resource_use, resource_use_end), event, time, resource_id.
/// bupaR: case_id, activity, activity_instance_id, lifecycle_id (schedule, start, suspend, resume, complete, ate_abort), timestamp, resource_id.
/// pm4py: case:concept:name, concept:name, lifecycle:transition, time:timestamp, org:resource, concept:instance.
base::Table event_log(Network const& network, std::span<TraceRow const> trace, LogFormat format, std::string const& starts = {});

} // namespace pathecon::sim
