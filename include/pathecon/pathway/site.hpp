// SPDX-License-Identifier: MIT
/// \file
/// A site is one hospital, or one of its departments, with a pathway of its own; several of them are merged into one
/// pathway, with the resources that they share and the patients whom they transfer.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <pathecon/pathway/chance.hpp>
#include <pathecon/pathway/pathway.hpp>

namespace pathecon::pathway {

/// A pathway with the name that its nouns take in the merged one: 'decide' of 'north' is 'north/decide'.
struct Site {
    std::string name; ///< Without '/', and fit for a condition, because it becomes part of names that stand in conditions.
    Pathway pathway;
    bool operator==(Site const&) const = default;
};

/// Patients who go on at another site, in the words of the merged pathway.
struct Transfer {
    std::string from;           ///< Step that they come from: "north/decide".
    std::string to;             ///< Step where they go on: "south/ward".
    std::optional<Chance> p{};  ///< Probability of going there; everybody who meets `where` when left out.
    std::string where{};        ///< Patients who may go there.
    bool operator==(Transfer const&) const = default;
};

/// Returns one pathway of several sites, in which every noun of a site is called `<site>/<noun>`, and so is every name
/// that refers to it: steps, points, sessions, skills, tests and sources in conditions, names of luck.
///
/// What keeps its name:
/// - resources in `shared`: equal in every site that has them, of which there are two or more. They appear once, so that
///   patients of all these sites wait in one queue. A downtime that stops them appears once too, and must be the same in
///   all of these sites. Each site's skills are its own; a shared resource has those of all its sites.
/// - attributes: equal in every site that has them, and drawn once for each patient, also for those who come to a site
///   that does not have them. A case that names a source holds for each site's own source.
/// - staff groups, so that minutes are pooled over the sites; a resource without one keeps its name in the site as its
///   group, and thereby its price.
///
/// 'arrival' and 'exit' are those of the whole. With several sites, a clock, count or event that starts at 'arrival', and
/// a count at 'exit', is narrowed to the patients who arrived at its site: `source != <each source of the others>`.
/// Arrivals without a first step of their own enter at the first step of their site.
///
/// A transfer is tried before the other branches of the route from its step, in the order given; their probabilities stay
/// as written, so that those who go are taken from the branches behind. A step without a route gets one: the transfers,
/// then the exit.
///
/// Luck goes by names, so that the patients of a merged site have other luck than those of the site alone.
///
/// Throws base::InvalidInput with every fault of the merging at once (PE0237 to PE0243); what is wrong within a site is
/// for `check` to say of the whole.
Pathway merge(std::string name, std::vector<Site> const& sites, std::vector<std::string> const& shared = {},
              std::vector<Transfer> const& transfers = {});

/// Does the same into a pathway that has nouns of its own, in the words of the merged one: clocks over several sites, the
/// way between them, who comes by no site's door. A noun takes the place of the one of its kind and name, the others come
/// behind those of the sites; transfers may lead to its steps. Its own sources are those of no site.
Pathway merge(Pathway whole, std::vector<Site> const& sites, std::vector<std::string> const& shared = {},
              std::vector<Transfer> const& transfers = {});

} // namespace pathecon::pathway
