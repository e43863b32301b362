// SPDX-License-Identifier: MIT
/// \file
/// Demand is how many patients happened to come, beside how many come on average: a control for everything they wait
/// for.
#pragma once

#include <vector>

#include <pathecon/stats/control.hpp>
#include <pathecon/study/run.hpp>

namespace pathecon::study::detail {

/// The realised arrivals of the comparator, one column a control.
struct Demand {
    std::vector<std::vector<double>> columns{};
    std::vector<double> means{};

    /// Returns the controls; they live as long as the demand.
    [[nodiscard]] std::vector<stats::Control> controls() const;
};

/// Returns the demand of a result of a single draw: each plain stream by itself if there are ten replications for each,
/// otherwise all of them together. No column where there is none, or below five replications.
Demand demand_of(StudyResult const& result);

} // namespace pathecon::study::detail
