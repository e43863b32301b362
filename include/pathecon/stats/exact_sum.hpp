// SPDX-License-Identifier: MIT
/// \file
/// An exact sum accumulates integers (ticks) without rounding, so the order of adding and merging does not matter.
#pragma once

#include <cstdint>
#include <limits>

#include <pathecon/base/wide.hpp>

namespace pathecon::stats {

/// Count, sum, sum of squares, least and greatest of integers. All are exact up to 2^22 values of any size below 2^53
/// (285 years of 1 µs ticks), or 2^32 values below 2^48 (nine years).
class ExactSum {
public:
    constexpr void add(std::int64_t value) noexcept
    {
        auto const wide = static_cast<base::i128>(value);
        ++count_;
        sum_ += wide;
        sum_of_squares_ += static_cast<base::u128>(wide * wide);
        least_ = value < least_ ? value : least_;
        greatest_ = value > greatest_ ? value : greatest_;
    }

    /// Adds a value so many times, as one by one would.
    constexpr void add(std::int64_t value, std::uint64_t times) noexcept
    {
        if (times == 0) return;
        auto const wide = static_cast<base::i128>(value);
        count_ += times;
        sum_ += wide * static_cast<base::i128>(times);
        sum_of_squares_ += static_cast<base::u128>(wide * wide) * times;
        least_ = value < least_ ? value : least_;
        greatest_ = value > greatest_ ? value : greatest_;
    }

    /// Adds all that another one holds.
    constexpr void merge(ExactSum const& other) noexcept
    {
        count_ += other.count_;
        sum_ += other.sum_;
        sum_of_squares_ += other.sum_of_squares_;
        least_ = other.least_ < least_ ? other.least_ : least_;
        greatest_ = other.greatest_ > greatest_ ? other.greatest_ : greatest_;
    }

    [[nodiscard]] constexpr std::uint64_t count() const noexcept { return count_; }
    [[nodiscard]] constexpr base::i128 sum() const noexcept { return sum_; }
    [[nodiscard]] constexpr base::u128 sum_of_squares() const noexcept { return sum_of_squares_; }
    /// Returns the least value; the greatest int64 if there is none.
    [[nodiscard]] constexpr std::int64_t least() const noexcept { return least_; }
    /// Returns the greatest value; the least int64 if there is none.
    [[nodiscard]] constexpr std::int64_t greatest() const noexcept { return greatest_; }

    /// Returns the mean, correctly rounded twice; NaN without values.
    [[nodiscard]] double mean() const noexcept;
    /// Returns the sample variance (divisor n - 1), computed about an integer centre so that nothing cancels; NaN below
    /// two values.
    [[nodiscard]] double variance() const noexcept;
    [[nodiscard]] double sd() const noexcept;

    bool operator==(ExactSum const&) const = default;

private:
    std::uint64_t count_ = 0;
    base::i128 sum_ = 0;
    base::u128 sum_of_squares_ = 0;
    std::int64_t least_ = std::numeric_limits<std::int64_t>::max();
    std::int64_t greatest_ = std::numeric_limits<std::int64_t>::min();
};

} // namespace pathecon::stats
