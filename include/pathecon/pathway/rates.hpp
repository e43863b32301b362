// SPDX-License-Identifier: MIT
/// \file
/// What comes in a week and what there is in a week, on average over the first year: 52 weeks from day 0.
#pragma once

#include <string>
#include <vector>

#include <pathecon/pathway/pathway.hpp>

namespace pathecon::pathway {

inline constexpr int weeks_judged = 52; ///< Weeks that a load is judged over.

/// Returns the patients of a week: by the rate with its factors and groups, by appointments (all, come or not), or by
/// the trace over its own weeks.
double patients_per_week(Arrivals const& arrivals, std::string const& starts);

/// Returns the server hours of a week: the rota with its exceptions and holidays, a surge as if it were always open,
/// less what fails. Exact for downtimes that are independent of each other.
double hours_per_week(Resource const& resource, Pathway const& pathway);

/// Returns the places of a week: whole slots, those given twice counted twice, without the lists of bank holidays and
/// exceptions.
double places_per_week(Session const& session, std::string const& starts);

/// Returns the meetings of a week, without those of bank holidays and exceptions.
double meetings_per_week(Batch const& batch, std::string const& starts);

} // namespace pathecon::pathway
