// SPDX-License-Identifier: MIT
/// \file
/// A prevalence is how common a condition on attributes is among the patients who can come to a step.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <pathecon/pathway/pathway.hpp>

namespace pathecon::effect {

/// Returns P(condition | given) among the patients of all arrivals from which `step` can be reached, each weighed by
/// its mean rate, as they arrive; by enumerating the attributes concerned, exactly. An empty `step` takes all arrivals.
/// Tests are not known at arrival. Returns nothing and says why for a name that is no attribute, a fault in a
/// condition, or when nobody meets `given`.
[[nodiscard]] std::optional<double> prevalence(pathway::Pathway const& pathway, std::string_view condition,
                                               std::string_view given, std::string_view step, std::string& why);

} // namespace pathecon::effect
