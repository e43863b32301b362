// SPDX-License-Identifier: MIT
#include <pathecon/pathway/check.hpp>

#include <utility>

#include <pathecon/pathway/fields.hpp>

#include "checks.hpp"
#include "conditions.hpp"

namespace pathecon::pathway {

namespace detail {
namespace {

/// Everything that can be said of a pathway, but for the judgement of its loads.
std::pair<base::Diagnostics, std::vector<LoadAt>> look_at(Pathway const& pathway)
{
    Graph const graph{pathway};
    Vocabulary const vocabulary{pathway};
    base::Diagnostics faults;
    base::check_bounds(pathway, "", faults);
    check_names(pathway, graph, vocabulary, faults);
    check_references(pathway, graph, faults);
    check_values(pathway, faults);
    check_dates(pathway, faults);
    check_demand(pathway, vocabulary, faults);
    check_uses(pathway, graph, faults);
    check_queues(pathway, faults);
    check_capacity(pathway, faults);
    check_conditions(pathway, graph, vocabulary, faults);
    check_structure(pathway, graph, faults);
    check_holding(pathway, graph, faults);
    check_occurrences(pathway, graph, faults);
    auto loads = check_flow(pathway, graph, vocabulary, faults);
    return {std::move(faults), std::move(loads)};
}

std::vector<Load> plain(std::vector<LoadAt> found)
{
    std::vector<Load> loads;
    for (auto& at : found) loads.push_back(std::move(at.load));
    return loads;
}

} // namespace
} // namespace detail

base::Diagnostics faults_of(Pathway const& pathway)
{
    auto [faults, loads] = detail::look_at(pathway);
    for (auto const& at : loads) detail::judge(at, pathway.overload_allowed, faults);
    return std::move(faults);
}

Checked<Pathway> check(Pathway pathway)
{
    auto [faults, loads] = detail::look_at(pathway);
    for (auto const& at : loads) detail::judge(at, pathway.overload_allowed, faults);
    if (!faults.ok()) throw base::InvalidInput{std::move(faults)};
    return {std::move(pathway), std::move(faults), detail::plain(std::move(loads))};
}

std::vector<Load> loads_of(Pathway const& pathway)
{
    auto [faults, loads] = detail::look_at(pathway);
    if (!faults.ok()) throw base::InvalidInput{std::move(faults)};
    return detail::plain(std::move(loads));
}

} // namespace pathecon::pathway
