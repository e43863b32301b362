// SPDX-License-Identifier: MIT
/// \file
/// A histogram counts integers (ticks) in buckets whose width grows with the value, so that quantiles keep their
/// relative accuracy.
///
/// Each power of two is cut into 2^bits equal buckets (log-linear, after G. Tene's HdrHistogram): integer counts only,
/// so merging is exact and its order does not matter.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace pathecon::stats {

/// How many values lie below a threshold: exactly known when the threshold is a bucket's edge.
struct CountBelow {
    std::uint64_t least = 0;
    std::uint64_t most = 0;
    bool operator==(CountBelow const&) const = default;
};

/// Counts of values >= 0 in log-linear buckets.
class Histogram {
public:
    /// Makes buckets with a relative width of at most 2^-bits; 1 <= bits <= 16.
    explicit Histogram(int bits = 8);

    /// Counts a value >= 0.
    void add(std::int64_t value)
    {
        std::size_t const index = bucket(value);
        if (index >= counts_.size()) [[unlikely]] {
            grow(index, value);
        }
        ++counts_[index];
    }

    /// Counts a value >= 0 so many times.
    void add(std::int64_t value, std::uint64_t times)
    {
        if (times == 0) {
            return;
        }
        add(value);
        counts_[bucket(value)] += times - 1;
    }

    /// Adds all that another one of the same `bits` holds.
    void merge(Histogram const& other);

    [[nodiscard]] int bits() const noexcept { return bits_; }
    [[nodiscard]] std::uint64_t count() const noexcept;

    /// Returns the middle of the bucket that holds the value of rank ceil(p n), for 0 <= p <= 1 (rank 1 at p = 0):
    /// within 2^-(bits + 1) of that value, relatively, and exact below 2^(bits + 1). NaN without values.
    [[nodiscard]] double quantile(double p) const;

    /// Returns how many values lie strictly below `threshold` ticks.
    [[nodiscard]] CountBelow count_below(std::int64_t threshold) const;

    /// Returns the mean of the buckets' middles; the exact mean is kept by `ExactSum`.
    [[nodiscard]] double mean() const;

    /// One bucket: values from `low` up to, not including, `low + width`.
    struct Bucket {
        std::int64_t low = 0;
        std::int64_t width = 1;
        std::uint64_t count = 0;
        bool operator==(Bucket const&) const = default;
    };
    /// Returns the buckets that are not empty, in rising order.
    [[nodiscard]] std::vector<Bucket> buckets() const;

    bool operator==(Histogram const&) const = default;

private:
    [[nodiscard]] std::size_t bucket(std::int64_t value) const noexcept
    {
        auto const size = static_cast<std::uint64_t>(value);
        // Below 2^(bits + 1) the shift is 0 and each value has a bucket of its own.
        int const shift = static_cast<int>(std::bit_width(size | mask_)) - bits_ - 1;
        return (static_cast<std::size_t>(shift) << bits_) + static_cast<std::size_t>(size >> shift);
    }
    [[nodiscard]] Bucket edges(std::size_t index) const noexcept;
    void grow(std::size_t index, std::int64_t value);

    std::uint64_t mask_;
    int bits_;
    std::vector<std::uint64_t> counts_; // never ends with a 0, so equal contents are equal
};

} // namespace pathecon::stats
