// SPDX-License-Identifier: MIT
#include <pathecon/stats/precision.hpp>

namespace pathecon::stats {

std::vector<std::uint64_t> totals_of(std::uint64_t first, std::uint64_t most)
{
    PATHECON_EXPECTS(first >= 10 && most >= first, "a plan looks at 10 replications first, or later");
    std::vector<std::uint64_t> totals;
    for (std::uint64_t n = first; n < most; n += (n + 4) / 5) { // ceil(1.2 n) in integers
        totals.push_back(n);
    }
    totals.push_back(most);
    return totals;
}

bool is_within(Interval const& interval, double beta) { return half_width(interval) <= beta; }

} // namespace pathecon::stats
