// SPDX-License-Identifier: MIT
#include <pathecon/random/dirichlet.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>

#include <pathecon/base/contract.hpp>
#include <pathecon/random/special.hpp>

namespace pathecon::random {

std::vector<double> dirichlet(std::span<double const> counts, std::span<double const> u)
{
    PATHECON_EXPECTS(counts.size() >= 2, "there are at least two shares");
    PATHECON_EXPECTS(u.size() + 1 == counts.size(), "there is one uniform number for each share but the last");
    PATHECON_EXPECTS(std::all_of(counts.begin(), counts.end(), [](double c) { return c > 0.0 && std::isfinite(c); }),
                     "the counts are finite and > 0");
    PATHECON_EXPECTS(std::all_of(u.begin(), u.end(), [](double x) { return x > 0.0 && x < 1.0; }),
                     "the uniform numbers lie between 0 and 1");
    std::vector<double> shares;
    shares.reserve(counts.size());
    double left = 1.0;
    for (std::size_t i = 0; i < u.size(); ++i) {
        double const others = std::accumulate(counts.begin() + static_cast<std::ptrdiff_t>(i) + 1, counts.end(), 0.0);
        shares.push_back(left * beta_quantile(counts[i], others, u[i]));
        left -= shares.back();
    }
    shares.push_back(left);
    return shares;
}

} // namespace pathecon::random
