// SPDX-License-Identifier: MIT
/// \file
/// A trace is a CSV file of past arrivals: one patient a row, when they came and what is known of them.
///
/// The header names the columns. One of them is the time: `at`, where each cell is a date and time of local clocks
/// ("2026-01-05 07:12", counted from 00:00 of the day on which the pathway starts) or a time since the start with its
/// unit ("7.2 h"); or `minutes`, `hours` or `days`, plain numbers since the start. Every other column is an attribute
/// of the pathway: a level, or yes or no (also true or false, 1 or 0); an empty cell is unknown, and drawn. The rows
/// are in order of time.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <pathecon/pathway/pathway.hpp>

namespace pathecon::io {

/// Reads a trace; of the pathway it uses `starts` and the attributes. Throws base::InvalidInput with every fault of the
/// file, each at its line and column (PE0705 to PE0709).
std::vector<pathway::TracePatient> load_trace(std::filesystem::path const& path, pathway::Pathway const& pathway);

/// Does the same with a text; `name` is what messages call it.
std::vector<pathway::TracePatient> parse_trace(std::string_view text, pathway::Pathway const& pathway,
                                               std::string const& name = "trace.csv");

} // namespace pathecon::io
