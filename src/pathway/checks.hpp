// SPDX-License-Identifier: MIT
/// \file
/// The parts of check(): each reports every fault of its kind.
#pragma once

#include <string>
#include <vector>

#include <pathecon/base/diagnostic.hpp>
#include <pathecon/pathway/check.hpp>
#include <pathecon/pathway/pathway.hpp>
#include <pathecon/pathway/rota.hpp>

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

/// Day 0, and the exceptions and bank holidays that need its date.
void check_dates(Pathway const& pathway, base::Diagnostics& faults);

/// How patients come: by a rate with its factors, by appointment, by a trace, or from a list that is there.
void check_demand(Pathway const& pathway, Vocabulary const& vocabulary, base::Diagnostics& faults);

/// What activities and stays take: resources or skills, alternatives, the same or another person.
void check_uses(Pathway const& pathway, Graph const& graph, base::Diagnostics& faults);

/// Queues: patience, balking, ageing, room, missed places, pre-emption, surges.
void check_queues(Pathway const& pathway, base::Diagnostics& faults);

/// Stays, and circles in which who holds one thing waits for another.
void check_holding(Pathway const& pathway, Graph const& graph, base::Diagnostics& faults);

/// What may happen by the clock: events, downtimes, ways that open and close.
void check_occurrences(Pathway const& pathway, Graph const& graph, base::Diagnostics& faults);

/// Returns the most servers that a resource ever has, a surge included; 0 when its rota has a fault.
int most_servers(Resource const& resource);

/// Says whether a list of the session is held while somebody of a rota is on duty.
bool meets(Session const& session, std::vector<RotaSteps> const& rota);

/// Says at which steps a stay may be held.
std::vector<bool> held_at(Stay const& stay, Graph const& graph);

/// Routes, forks and joins, steps that nobody reaches or that nobody leaves.
void check_structure(Pathway const& pathway, Graph const& graph, base::Diagnostics& faults);

/// A load with where it stands and how it was found.
struct LoadAt {
    Load load;
    std::string path;
    bool timed = false;        ///< In hours; otherwise in places.
    double visits = 0;         ///< Patients who ask for it in a week.
    double standard_error = 0; ///< Of load.per_week; 0 when exact.
    std::string shared{};      ///< Which load counts what others can do as well.
    bool at_most = false;      ///< Patients are counted who may leave a queue early.
    double traced = 0;         ///< Of load.per_week: asked for by traces, which end.
    double listed = 0;         ///< Of load.per_week: the time of lists, which are held whatever else is asked for.
};

/// Routes that lose patients, traps and loops without time, found by following every kind of patient; returns the
/// loads.
std::vector<LoadAt> check_flow(Pathway const& pathway, Graph const& graph, Vocabulary const& vocabulary,
                               base::Diagnostics& faults);

/// Reports a load of 1 or more, as a warning when that is allowed or no list grows without end for it.
void judge(LoadAt const& at, bool allowed, base::Diagnostics& faults);

} // namespace pathecon::pathway::detail
