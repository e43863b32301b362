// SPDX-License-Identifier: MIT
#include <pathecon/stats/pairing.hpp>

#include <cmath>
#include <vector>

#include <pathecon/base/contract.hpp>

#include "stats/limits.hpp"

namespace pathecon::stats {

namespace {

/// Sums of squares about the groups' own means: of a and b together, and of a - b.
struct Squares {
    double apart = 0.0, paired = 0.0;
    [[nodiscard]] double log_ratio() const { return std::log(apart / paired); }
};

Squares squares_of(std::span<double const> a, std::span<double const> b, std::span<double const> difference)
{
    auto const about_mean = [](std::span<double const> x) {
        double const mean = detail::mean_of(x);
        return detail::cross(x, mean, x, mean);
    };
    return {about_mean(a) + about_mean(b), about_mean(difference)};
}

/// What is left of a sum of squares about the mean when value x of n goes: S - (x - mean)^2 n/(n - 1).
double without(double squares, double x, double mean, double n)
{
    return squares - (x - mean) * (x - mean) * n / (n - 1.0);
}

std::vector<Squares> leave_pairs_out(std::span<double const> a, std::span<double const> b,
                                     std::span<double const> difference, Squares const& all)
{
    double const n = static_cast<double>(a.size());
    double const mean_a = detail::mean_of(a);
    double const mean_b = detail::mean_of(b);
    double const mean_difference = detail::mean_of(difference);
    std::vector<Squares> left;
    for (std::size_t i = 0; i < a.size(); ++i) {
        double const half = without(all.apart, a[i], mean_a, n);
        left.push_back({without(half, b[i], mean_b, n), without(all.paired, difference[i], mean_difference, n)});
    }
    return left;
}

} // namespace

Interval variance_ratio(std::span<double const> a, std::span<double const> b, std::size_t group, double level)
{
    detail::expect_level(level);
    PATHECON_EXPECTS(a.size() == b.size(), "pairs come in columns of the same length");
    std::size_t const n = a.size();
    std::size_t const size = group == 0 ? n : group;
    PATHECON_EXPECTS(n == 0 || n % size == 0, "all groups of pairs are of one size");
    if (n < 2 || size < 2) {
        return detail::unknown(detail::not_a_number, n, level);
    }
    std::vector<double> difference(n);
    for (std::size_t i = 0; i < n; ++i) {
        difference[i] = a[i] - b[i];
    }
    std::span<double const> const differences{difference};
    std::vector<Squares> groups;
    Squares all;
    for (std::size_t at = 0; at < n; at += size) {
        groups.push_back(squares_of(a.subspan(at, size), b.subspan(at, size), differences.subspan(at, size)));
        all.apart += groups.back().apart;
        all.paired += groups.back().paired;
    }
    std::vector<Squares> left;
    if (groups.size() == 1) {
        left = leave_pairs_out(a, b, differences, all);
    } else {
        for (Squares const& one : groups) {
            left.push_back({all.apart - one.apart, all.paired - one.paired});
        }
    }
    double const ratio = all.apart / all.paired;
    double const count = static_cast<double>(left.size());
    std::vector<double> pseudo;
    for (Squares const& rest : left) {
        pseudo.push_back(count * all.log_ratio() - (count - 1.0) * rest.log_ratio());
    }
    Interval const logs = mean_interval(pseudo, level);
    // Two pairs, or a difference that hardly varies once one is left out, have no jackknife.
    if (!(all.paired > 0.0) || !std::isfinite(logs.standard_error)) {
        return detail::unknown(ratio, left.size(), level);
    }
    double const t = half_width(logs);
    return {ratio, ratio * std::exp(-t), ratio * std::exp(t), ratio * logs.standard_error, level, left.size()};
}

} // namespace pathecon::stats
