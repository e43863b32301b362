// SPDX-License-Identifier: MIT
/// \file
/// The mean of a time that tools adjust.
#pragma once

#include <algorithm>
#include <utility>
#include <vector>

#include "flow.hpp"

namespace pathecon::pathway::detail {

/// Returns the mean of a time after changes, each time' = max(0, time x first + second), in order.
/// Exact where no change can cut at 0, otherwise by 4,096 quantiles.
double mean_adjusted(random::Distribution const& law, std::vector<std::pair<double, double>> const& changes);

template <class Chosen>
double FlowTime::mean_if(Word word, Chosen chosen) const
{
    auto const* law = &otherwise;
    for (auto const& [where, other] : cases)
        if (where.holds(word)) {
            law = &other;
            break;
        }
    std::vector<std::pair<double, double>> changes;
    for (std::size_t i = 0; i < adjustments.size(); ++i)
        if (adjustments[i].where.holds(word) && chosen(i)) changes.emplace_back(adjustments[i].by, adjustments[i].add);
    return mean_adjusted(*law, changes);
}

template <class Chosen>
double FlowTime::sample(Word word, double u, Chosen chosen) const
{
    auto const* law = &otherwise;
    for (auto const& [where, other] : cases)
        if (where.holds(word)) {
            law = &other;
            break;
        }
    double time = law->sample(u);
    for (std::size_t i = 0; i < adjustments.size(); ++i)
        if (adjustments[i].where.holds(word) && chosen(i))
            time = std::max(0.0, time * adjustments[i].by + adjustments[i].add);
    return time;
}

} // namespace pathecon::pathway::detail
