// SPDX-License-Identifier: MIT
#include <pathecon/stats/interval.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <vector>

#include <pathecon/base/contract.hpp>

#include "stats/limits.hpp"

namespace pathecon::stats {

using detail::by_t, detail::cross, detail::expect_level, detail::mean_of, detail::not_a_number, detail::sum_over,
    detail::t_factor, detail::unknown, detail::z_factor;

namespace {

void expect_pairs(std::size_t a, std::size_t b)
{
    PATHECON_EXPECTS(a == b, "pairs come in columns of the same length");
}

} // namespace

double half_width(Interval const& interval)
{
    double const half = 0.5 * (interval.high - interval.low);
    return std::isnan(half) ? detail::infinity : half;
}

Interval mean_interval(std::span<double const> values, double level)
{
    expect_level(level);
    std::uint64_t const n = values.size();
    if (n < 2) {
        return unknown(n == 0 ? not_a_number : values[0], n, level);
    }
    double const mean = mean_of(values);
    double const count = static_cast<double>(n);
    double const error = std::sqrt(cross(values, mean, values, mean) / (count - 1.0) / count);
    return by_t(mean, error, n, n - 1, level);
}

Interval paired_difference(std::span<double const> a, std::span<double const> b, double level)
{
    expect_pairs(a.size(), b.size());
    std::vector<double> differences(a.size());
    std::transform(a.begin(), a.end(), b.begin(), differences.begin(), [](double x, double y) { return x - y; });
    return mean_interval(differences, level);
}

Interval ratio_of_means(std::span<double const> numerators, std::span<double const> denominators, double level)
{
    expect_level(level);
    expect_pairs(numerators.size(), denominators.size());
    std::uint64_t const n = numerators.size();
    if (n == 0) {
        return unknown(not_a_number, 0, level);
    }
    double const top = mean_of(numerators);
    double const bottom = mean_of(denominators);
    double const ratio = top / bottom;
    if (n < 2) {
        return unknown(ratio, n, level);
    }
    // Variances and covariance of the two means.
    double const scale = 1.0 / (static_cast<double>(n) * (static_cast<double>(n) - 1.0));
    double const v11 = cross(numerators, top, numerators, top) * scale;
    double const v22 = cross(denominators, bottom, denominators, bottom) * scale;
    double const v12 = cross(numerators, top, denominators, bottom) * scale;
    Interval result = unknown(ratio, n, level);
    result.standard_error = std::sqrt(std::max(0.0, v11 - 2.0 * ratio * v12 + ratio * ratio * v22)) / std::abs(bottom);
    // The ratios r with (top - r bottom)^2 <= t^2 (v11 - 2 r v12 + r^2 v22): between the roots if a > 0.
    double const t = t_factor(n - 1, level);
    double const a = bottom * bottom - t * t * v22;
    double const b = top * bottom - t * t * v12;
    double const c = top * top - t * t * v11;
    if (a > 0.0) {
        double const root = std::sqrt(std::max(0.0, b * b - a * c));
        result.low = (b - root) / a;
        result.high = (b + root) / a;
    }
    return result;
}

Interval ratio_by_jackknife(std::span<double const> numerators, std::span<double const> denominators, double level)
{
    expect_level(level);
    expect_pairs(numerators.size(), denominators.size());
    std::size_t const n = numerators.size();
    if (n == 0) {
        return unknown(not_a_number, 0, level);
    }
    double const count = static_cast<double>(n);
    double const top = mean_of(numerators) * count;
    double const bottom = mean_of(denominators) * count;
    if (n < 2) {
        return unknown(top / bottom, n, level);
    }
    std::vector<double> pseudo(n);
    for (std::size_t i = 0; i < n; ++i) {
        double const without = (top - numerators[i]) / (bottom - denominators[i]);
        pseudo[i] = count * (top / bottom) - (count - 1.0) * without;
    }
    return mean_interval(pseudo, level);
}

Interval clustered_mean(std::span<Cluster const> clusters, double level)
{
    expect_level(level);
    double const sum = sum_over(clusters.size(), [&](std::size_t i) { return clusters[i].sum; });
    double const members =
        sum_over(clusters.size(), [&](std::size_t i) { return static_cast<double>(clusters[i].count); });
    auto const n = static_cast<std::uint64_t>(
        std::count_if(clusters.begin(), clusters.end(), [](Cluster const& c) { return c.count > 0; }));
    double const mean = sum / members;
    if (n < 2) {
        return unknown(mean, n, level);
    }
    double const squares = sum_over(clusters.size(), [&](std::size_t i) {
        double const excess = clusters[i].sum - mean * static_cast<double>(clusters[i].count);
        return excess * excess;
    });
    double const count = static_cast<double>(n);
    return by_t(mean, std::sqrt(squares * (count / (count - 1.0))) / members, n, n - 1, level);
}

std::vector<double> linearised(std::span<Cluster const> clusters)
{
    double const sum = sum_over(clusters.size(), [&](std::size_t i) { return clusters[i].sum; });
    double const members =
        sum_over(clusters.size(), [&](std::size_t i) { return static_cast<double>(clusters[i].count); });
    double const mean = sum / members;
    double const average = members / static_cast<double>(clusters.size());
    std::vector<double> values;
    values.reserve(clusters.size());
    for (Cluster const& cluster : clusters) {
        values.push_back(mean + (cluster.sum - mean * static_cast<double>(cluster.count)) / average);
    }
    return values;
}

Interval geometric_mean_ratio(std::span<Cluster const> clusters, double level)
{
    Interval const logs = clustered_mean(clusters, level);
    double const ratio = std::exp(logs.mean);
    return {ratio, std::exp(logs.low), std::exp(logs.high), ratio * logs.standard_error, level, logs.n};
}

Interval geometric_mean_ratio(std::span<double const> log_ratios, std::span<std::uint64_t const> clusters, double level)
{
    PATHECON_EXPECTS(log_ratios.size() == clusters.size(), "each pair belongs to a cluster");
    struct Running {
        detail::Sum sum;
        std::uint64_t count = 0;
    };
    std::map<std::uint64_t, Running> by_cluster;
    for (std::size_t i = 0; i < log_ratios.size(); ++i) {
        Running& running = by_cluster[clusters[i]];
        running.sum.add(log_ratios[i]);
        ++running.count;
    }
    std::vector<Cluster> sums;
    sums.reserve(by_cluster.size());
    for (auto const& [id, running] : by_cluster) {
        sums.push_back({running.sum.value(), running.count});
    }
    return geometric_mean_ratio(sums, level);
}

Interval proportion(std::uint64_t successes, std::uint64_t n, double level)
{
    expect_level(level);
    PATHECON_EXPECTS(successes <= n, "there are at most n successes");
    if (n == 0) {
        return {not_a_number, 0.0, 1.0, not_a_number, level, 0};
    }
    double const count = static_cast<double>(n);
    double const share = static_cast<double>(successes) / count;
    double const z = z_factor(level);
    double const shrink = 1.0 / (1.0 + z * z / count);
    double const centre = (share + 0.5 * z * z / count) * shrink;
    double const half = z * shrink * std::sqrt(share * (1.0 - share) / count + 0.25 * z * z / (count * count));
    // At 0 and n successes the limit is 0 or 1 exactly, but for rounding.
    double const low = successes == 0 ? 0.0 : centre - half;
    double const high = successes == n ? 1.0 : centre + half;
    return {share, low, high, std::sqrt(share * (1.0 - share) / count), level, n};
}

namespace {

/// Interpolates sorted values at place h, counted from 0; beyond the ends stands the end.
double at_place(std::vector<double> const& sorted, double h)
{
    double const last = static_cast<double>(sorted.size() - 1);
    if (h <= 0.0) {
        return sorted.front();
    }
    if (h >= last) {
        return sorted.back();
    }
    double const below = std::floor(h);
    auto const i = static_cast<std::size_t>(below);
    return sorted[i] + (h - below) * (sorted[i + 1] - sorted[i]);
}

std::vector<double> sorted_copy(std::span<double const> values)
{
    std::vector<double> sorted(values.begin(), values.end());
    std::sort(sorted.begin(), sorted.end());
    return sorted;
}

double place_of(std::vector<double> const& sorted, double p) { return p * static_cast<double>(sorted.size() - 1); }

} // namespace

double sample_quantile(std::span<double const> values, double p)
{
    PATHECON_EXPECTS(p >= 0.0 && p <= 1.0, "a quantile is asked at 0 <= p <= 1");
    if (values.empty()) {
        return not_a_number;
    }
    auto const sorted = sorted_copy(values);
    return at_place(sorted, place_of(sorted, p));
}

PercentileInterval percentile_interval(std::span<double const> draws, double level)
{
    PercentileInterval result{mean_interval(draws, level), not_a_number, not_a_number};
    if (draws.size() < 2) {
        return result;
    }
    auto const sorted = sorted_copy(draws);
    double const count = static_cast<double>(draws.size());
    auto const error_at = [&](double p) {
        double const step = std::sqrt(count * p * (1.0 - p));
        double const place = place_of(sorted, p);
        return 0.5 * (at_place(sorted, place + step) - at_place(sorted, place - step));
    };
    double const tail = 0.5 * (1.0 - level);
    result.draws.low = at_place(sorted, place_of(sorted, tail));
    result.draws.high = at_place(sorted, place_of(sorted, 1.0 - tail));
    result.low_error = error_at(tail);
    result.high_error = error_at(1.0 - tail);
    return result;
}

} // namespace pathecon::stats
