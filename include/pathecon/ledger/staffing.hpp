// SPDX-License-Identifier: MIT
/// \file
/// Staffing says which staff groups work at a step and for how long.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <pathecon/ledger/usage.hpp>
#include <pathecon/pathway/pathway.hpp>

namespace pathecon::ledger {

/// Returns the staff group of a resource: its `group`, or its own name.
std::string group_of(pathway::Pathway const& pathway, std::string_view resource);

/// Returns every staff group of the pathway.
std::set<std::string, std::less<>> groups_of(pathway::Pathway const& pathway);

/// Returns the staff groups that work at a step: those it uses, who attend, and who run its session.
std::set<std::string, std::less<>> groups_at(pathway::Pathway const& pathway, std::string_view step);

/// Returns the ticks that each staff group worked at the steps named.
Tally worked_at(pathway::Pathway const& pathway, Usage const& usage, std::vector<std::string> const& steps);

} // namespace pathecon::ledger
