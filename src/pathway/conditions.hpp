// SPDX-License-Identifier: MIT
/// \file
/// Every condition of a pathway, with its path and the moment at which it is judged.
#pragma once

#include <string>
#include <vector>

#include <pathecon/base/diagnostic.hpp>
#include <pathecon/pathway/pathway.hpp>

#include "graph.hpp"
#include "vocabulary.hpp"

namespace pathecon::pathway::detail {

struct ConditionAt {
    enum class Moment {
        source,     ///< Before anything is drawn: only the source is known.
        arrival,    ///< When attribute number `limit` is drawn: only those before it are known.
        attributes, ///< Whenever attributes alone may be named.
        before,     ///< When `step` starts.
        result,     ///< When test number `limit` is drawn, at the end of `step`: earlier tests there are known.
        after       ///< When `step` is done.
    } moment = Moment::before;
    int step = Graph::nowhere; ///< May be the exit.
    int limit = 0;
    std::string path{};
    std::string_view text{};
};

/// Lists every condition that is not empty. It refers to the texts of the pathway.
std::vector<ConditionAt> conditions_of(Pathway const& pathway, Graph const& graph);

/// Where a point is: its step (or the exit) and whether results of that step are known there.
struct PointAt {
    int step = Graph::nowhere;
    bool arrival = false, done = false, arrive = false; ///< `arrive`: on coming to the step, before it starts.
    [[nodiscard]] bool known() const { return arrival || step != Graph::nowhere; }
};
PointAt find_point(std::string_view point, Graph const& graph);

/// Reports conditions that cannot be read, name what does not exist, or come too early.
void check_conditions(Pathway const& pathway, Graph const& graph, Vocabulary const& vocabulary,
                      base::Diagnostics& faults);

} // namespace pathecon::pathway::detail
