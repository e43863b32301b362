// SPDX-License-Identifier: MIT
#include <pathecon/stats/mser.hpp>

#include <algorithm>
#include <cmath>

#include <pathecon/base/contract.hpp>

#include "stats/limits.hpp"

namespace pathecon::stats {

namespace {

constexpr std::size_t least_remaining = 5;

std::vector<double> batch_means(std::span<double const> series, std::size_t batch)
{
    std::vector<double> means;
    means.reserve(series.size() / batch);
    for (std::size_t at = 0; at + batch <= series.size(); at += batch) {
        means.push_back(detail::mean_of(series.subspan(at, batch)));
    }
    return means;
}

} // namespace

WarmUp mser(std::span<double const> series, std::size_t batch)
{
    PATHECON_EXPECTS(batch >= 1, "a batch has one observation at least");
    auto const means = batch_means(series, batch);
    if (means.size() < 2 * least_remaining) {
        return {.is_too_short = true, .standard_error = detail::not_a_number};
    }
    // From the end, mean and sum of squares by Welford's recurrence: each step puts one batch more in front.
    std::size_t best = 0;
    double least = detail::infinity;
    double mean = 0.0;
    double squares = 0.0;
    for (std::size_t remaining = 1; remaining <= means.size(); ++remaining) {
        std::size_t const cut = means.size() - remaining;
        double const count = static_cast<double>(remaining);
        double const step = means[cut] - mean;
        mean += step / count;
        squares += step * (means[cut] - mean);
        double const error = std::sqrt(std::max(0.0, squares)) / count;
        if (remaining >= least_remaining && error <= least) {
            least = error;
            best = cut;
        }
    }
    bool const is_late = 2 * best > means.size();
    return {.truncated = is_late ? 0 : best * batch, .is_too_short = is_late, .standard_error = least};
}

std::vector<double> mean_series(std::span<std::vector<double> const> series)
{
    if (series.empty()) {
        return {};
    }
    std::size_t shortest = series.front().size();
    for (auto const& one : series) {
        shortest = std::min(shortest, one.size());
    }
    std::vector<double> means(shortest);
    for (std::size_t i = 0; i < shortest; ++i) {
        means[i] = detail::sum_over(series.size(), [&](std::size_t k) { return series[k][i]; }) /
                   static_cast<double>(series.size());
    }
    return means;
}

} // namespace pathecon::stats
