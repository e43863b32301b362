// SPDX-License-Identifier: MIT
/// \file
/// The parts of check(): each reports every fault of its kind.
#pragma once

#include <pathecon/base/diagnostic.hpp>
#include <pathecon/pathway/pathway.hpp>

#include "graph.hpp"
#include "vocabulary.hpp"

namespace pathecon::pathway::detail {

/// Names: there, unique, not reserved, fit for conditions.
void check_names(Pathway const& pathway, Graph const& graph, Vocabulary const& vocabulary, base::Diagnostics& faults);

/// References: resources, sessions, activities of tests, points, groups; and what nobody uses.
void check_references(Pathway const& pathway, Graph const& graph, base::Diagnostics& faults);

/// Numbers that belong together: times, shares and levels, rotas, lists, meetings, capacity.
void check_values(Pathway const& pathway, base::Diagnostics& faults);

/// Rotas, sessions and meetings, and that there is ever what an activity needs.
void check_capacity(Pathway const& pathway, base::Diagnostics& faults);

/// Routes, forks and joins, steps that nobody reaches or that nobody leaves.
void check_structure(Pathway const& pathway, Graph const& graph, base::Diagnostics& faults);

/// Routes that lose patients, traps and loops without time, found by following every kind of patient; and the load.
void check_flow(Pathway const& pathway, Graph const& graph, Vocabulary const& vocabulary, base::Diagnostics& faults);

/// All of the above but the flow.
base::Diagnostics faults_before_flow(Pathway const& pathway);

} // namespace pathecon::pathway::detail
