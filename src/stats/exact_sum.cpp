// SPDX-License-Identifier: MIT
#include <pathecon/stats/exact_sum.hpp>

#include <cmath>

namespace pathecon::stats {

double ExactSum::mean() const noexcept
{
    if (count_ == 0) {
        return std::numeric_limits<double>::quiet_NaN();
    }
    return static_cast<double>(sum_) / static_cast<double>(count_);
}

double ExactSum::variance() const noexcept
{
    if (count_ < 2) {
        return std::numeric_limits<double>::quiet_NaN();
    }
    // About the integer c next to the mean, exactly: sum (x - c)^2 = sum x^2 - c (2 sum x - n c). Modulo 2^128, as
    // the product may pass it while the result does not.
    auto const n = static_cast<base::i128>(count_);
    base::i128 const half = sum_ < 0 ? -(n / 2) : n / 2;
    base::i128 const centre = (sum_ + half) / n;
    base::i128 const rest = sum_ - centre * n; // |rest| <= n/2
    base::u128 const about_centre =
        sum_of_squares_ - static_cast<base::u128>(centre) * static_cast<base::u128>(sum_ + rest);
    double const r = static_cast<double>(rest);
    double const count = static_cast<double>(count_);
    return (static_cast<double>(about_centre) - r * (r / count)) / (count - 1.0);
}

double ExactSum::sd() const noexcept { return std::sqrt(variance()); }

} // namespace pathecon::stats
