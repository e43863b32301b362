// SPDX-License-Identifier: MIT
#include <pathecon/pathway/check.hpp>

#include <pathecon/pathway/fields.hpp>

#include "checks.hpp"
#include "conditions.hpp"

namespace pathecon::pathway {

namespace detail {

base::Diagnostics faults_before_flow(Pathway const& pathway) {
    Graph const graph{pathway};
    Vocabulary const vocabulary{pathway};
    base::Diagnostics faults;
    base::check_bounds(pathway, "", faults);
    check_names(pathway, graph, vocabulary, faults);
    check_references(pathway, graph, faults);
    check_values(pathway, faults);
    check_capacity(pathway, faults);
    check_conditions(pathway, graph, vocabulary, faults);
    check_structure(pathway, graph, faults);
    return faults;
}

} // namespace detail

base::Diagnostics faults_of(Pathway const& pathway) {
    auto faults = detail::faults_before_flow(pathway);
    detail::check_flow(pathway, detail::Graph{pathway}, detail::Vocabulary{pathway}, faults);
    return faults;
}

Checked<Pathway> check(Pathway pathway) {
    auto faults = faults_of(pathway);
    if (!faults.ok()) throw base::InvalidInput{std::move(faults)};
    return {std::move(pathway), std::move(faults)};
}

} // namespace pathecon::pathway
