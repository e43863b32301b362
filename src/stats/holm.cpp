// SPDX-License-Identifier: MIT
#include <pathecon/stats/holm.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "stats/limits.hpp"

namespace pathecon::stats {

double p_value(Interval const& mean)
{
    if (mean.n < 2 || std::isnan(mean.standard_error)) {
        return detail::not_a_number;
    }
    if (mean.standard_error == 0.0) {
        return mean.mean == 0.0 ? 1.0 : 0.0;
    }
    return detail::t_beyond(mean.n - 1, mean.mean / mean.standard_error);
}

std::vector<double> holm(std::span<double const> p_values)
{
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < p_values.size(); ++i) {
        if (!std::isnan(p_values[i])) {
            order.push_back(i);
        }
    }
    std::sort(order.begin(), order.end(), [&](std::size_t i, std::size_t j) {
        return p_values[i] != p_values[j] ? p_values[i] < p_values[j] : i < j;
    });
    std::vector<double> adjusted(p_values.begin(), p_values.end());
    double greatest = 0.0;
    for (std::size_t rank = 0; rank < order.size(); ++rank) {
        double const factor = static_cast<double>(order.size() - rank);
        greatest = std::max(greatest, std::min(1.0, factor * p_values[order[rank]]));
        adjusted[order[rank]] = greatest;
    }
    return adjusted;
}

} // namespace pathecon::stats
