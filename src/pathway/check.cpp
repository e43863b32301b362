// SPDX-License-Identifier: MIT
#include <pathecon/pathway/check.hpp>

#include <algorithm>
#include <utility>

#include <pathecon/pathway/fields.hpp>

#include "checks.hpp"
#include "codes.hpp"
#include "conditions.hpp"

namespace pathecon::pathway {

namespace detail {
namespace {

/// Finds how much of each load is asked for by traces: what is asked for with them, less what is asked for without.
void find_traced(Pathway const& pathway, std::vector<LoadAt>& loads)
{
    auto without = pathway;
    std::erase_if(without.arrivals, [](Arrivals const& arrivals) { return !arrivals.trace.empty(); });
    if (without.arrivals.size() == pathway.arrivals.size()) return;
    base::Diagnostics known;
    Graph const graph{without};
    auto const lasting =
        without.arrivals.empty() ? std::vector<LoadAt>(loads.size()) : check_flow(without, graph, Vocabulary{without}, known);
    for (std::size_t i = 0; i < loads.size(); ++i)
        loads[i].traced = loads[i].load.per_week - loads[i].listed - (lasting[i].load.per_week - lasting[i].listed);
}

/// Leaves out what follows from a name that is taken: the noun that was meant to have another cannot be found under it.
base::Diagnostics without_followers(base::Diagnostics const& faults)
{
    auto const is_taken = [&](bool step) {
        return std::any_of(faults.all().begin(), faults.all().end(), [&](base::Diagnostic const& fault) {
            bool const of_step = fault.path.starts_with("activity/") || fault.path.starts_with("delay/");
            return fault.code == code::name_twice && std::count(fault.path.begin(), fault.path.end(), '/') == 1 &&
                   (step ? of_step : fault.path.starts_with("resource/"));
        });
    };
    bool const step = is_taken(true), resource = is_taken(false);
    if (!step && !resource) return faults;
    base::Diagnostics kept;
    for (auto const& fault : faults.all()) {
        bool const of_step = fault.code == code::route_to_nowhere || fault.code == code::unreachable ||
                             (fault.code == code::unknown_reference && fault.message.starts_with("no step "));
        bool const of_resource = fault.code == code::unknown_reference && fault.message.starts_with("no resource ");
        if (!(step && of_step) && !(resource && of_resource)) kept.add(fault);
    }
    return kept;
}

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
    if (faults.ok()) find_traced(pathway, loads);
    return {without_followers(faults), std::move(loads)};
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
