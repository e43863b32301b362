// SPDX-License-Identifier: MIT
#include <pathecon/stats/nested.hpp>

#include <vector>

#include <pathecon/base/contract.hpp>

#include "stats/limits.hpp"

namespace pathecon::stats {

Nested nested(std::span<double const> values, std::size_t replications, double level)
{
    PATHECON_EXPECTS(replications >= 1 && values.size() % replications == 0, "each draw has as many replications");
    std::vector<double> means;
    double within = 0.0;
    for (std::size_t at = 0; at < values.size(); at += replications) {
        auto const draw = values.subspan(at, replications);
        means.push_back(detail::mean_of(draw));
        within += detail::cross(draw, means.back(), draw, means.back());
    }
    Nested result{.mean = mean_interval(means, level), .between = detail::not_a_number, .within = detail::not_a_number};
    if (means.size() >= 2 && replications >= 2) {
        result.within = within / static_cast<double>(values.size() - means.size());
        result.between = detail::variance_of(means) - result.within / static_cast<double>(replications);
    }
    return result;
}

} // namespace pathecon::stats
