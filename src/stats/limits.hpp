// SPDX-License-Identifier: MIT
/// \file
/// What the estimates of this floor share: sums that lose no digits, and the factors that make limits of an error.
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>

#include <pathecon/stats/interval.hpp>

namespace pathecon::stats::detail {

inline constexpr double infinity = std::numeric_limits<double>::infinity();
inline constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

void expect_level(double level);

/// Returns Student's t that leaves (1 - level)/2 above it.
double t_factor(std::uint64_t degrees, double level);

/// Returns the probability that Student's t lies farther from 0 than `t`.
double t_beyond(std::uint64_t degrees, double t);

/// Returns the normal quantile that leaves (1 - level)/2 above it.
double z_factor(double level);

/// Makes an interval of an estimate, its standard error and Student's t.
Interval by_t(double estimate, double standard_error, std::uint64_t n, std::uint64_t degrees, double level);

/// Makes the interval of an estimate whose error nobody knows.
Interval unknown(double estimate, std::uint64_t n, double level);

/// Neumaier's sum: the rounding of each addition is kept, so a long column costs no digits.
class Sum {
public:
    void add(double x) noexcept
    {
        double const total = total_ + x;
        lost_ += std::abs(total_) >= std::abs(x) ? (total_ - total) + x : (x - total) + total_;
        total_ = total;
    }
    [[nodiscard]] double value() const noexcept { return total_ + lost_; }

private:
    double total_ = 0.0;
    double lost_ = 0.0;
};

template <class Term>
double sum_over(std::size_t n, Term const& term)
{
    Sum sum;
    for (std::size_t i = 0; i < n; ++i) {
        sum.add(term(i));
    }
    return sum.value();
}

double mean_of(std::span<double const> values);

/// Returns the sum of (a - mean a)(b - mean b).
double cross(std::span<double const> a, double mean_a, std::span<double const> b, double mean_b);

/// Returns the sample variance (divisor n - 1).
double variance_of(std::span<double const> values);

} // namespace pathecon::stats::detail
