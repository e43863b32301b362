// SPDX-License-Identifier: MIT
/// \file
/// An event log tells every patient's way in the columns that other tools read.
#pragma once

#include <atomic>
#include <span>
#include <string>
#include <vector>

#include <pathecon/base/column.hpp>
#include <pathecon/sim/network.hpp>
#include <pathecon/sim/simulate.hpp>

namespace pathecon::sim {

/// Whose columns: of vidigi (animations), of bupaR (process mining in R: an activity log), of pm4py (XES names).
enum class LogFormat { vidigi, bupar, pm4py };

/// Day 0 of a log whose pathway has no start date: a Monday.
inline constexpr char const* epoch = "1970-01-05";

/// Returns the trace of one replication as a table. vidigi's times are hours since the start; bupaR and pm4py have timestamps
/// `2026-01-05T09:30:00`, counted from the start date, or from `epoch` where there is none. Patients are named
/// `<source> <number>`, servers `<resource> <n>`.
/// vidigi: entity_id, pathway, event_type (arrival_departure, queue, resource_use, resource_use_end), event, time, resource_id.
/// bupaR: case_id, activity, activity_instance_id, lifecycle_id (schedule, start, suspend, resume, complete, withdraw from a
/// queue, ate_abort of work in hand, manualskip of who would not wait), timestamp, resource_id.
/// pm4py: case:concept:name, concept:name, lifecycle:transition, time:timestamp, org:resource, concept:instance.
///
/// Who finds no room at a step is at `<step> (blocked)` until there is some, and holds the server of the work before till then:
/// `resource_use_end` is at the release, and bupaR and pm4py name the server at that activity. Who starts straight from there
/// has queued since then. Who is done comes before the next on the same server. When `cancel` becomes true, what is told so far.
base::Table event_log(Network const& network, std::span<TraceRow const> trace, LogFormat format, std::string const& starts = {},
                      std::atomic<bool> const* cancel = nullptr);

} // namespace pathecon::sim
