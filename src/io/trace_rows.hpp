// SPDX-License-Identifier: MIT
/// \file
/// A trace row is one patient of a trace with the places of what is said of them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <pathecon/base/diagnostic.hpp>
#include <pathecon/pathway/pathway.hpp>

namespace pathecon::io::detail {

struct TraceRow {
    pathway::TracePatient patient{};
    base::Place at{}, is{};
};

/// Reads the rows that are sound, in order of time; `path` is what the faults are about.
std::vector<TraceRow> read_trace(std::string_view text, std::string const& file, pathway::Pathway const& pathway,
                                 std::string const& path, base::Diagnostics& diagnostics);

} // namespace pathecon::io::detail
