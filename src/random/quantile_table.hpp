// SPDX-License-Identifier: MIT
/// \file
/// A quantile table holds the bulk of a gamma or beta quantile as polynomials, so that sampling costs no iteration.
///
/// Cells halve towards u = 0 and u = 1 (eight to a power of two of the smaller tail), so their number comes from the
/// bits of u. Each holds the quintic that meets the quantile and its first two derivatives at both ends. Beyond 2^-12
/// of either end the caller inverts exactly. A table is filled when it is first sampled, and shared by all that have
/// its shape.
#pragma once

#include <array>
#include <atomic>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>

#include "normal_kernel.hpp"

namespace pathecon::random::detail {

/// A gamma law (shape `a` alone) or a beta law (shapes `a` and `b`).
struct Shapes {
    double a = 0.0;
    double b = 0.0; ///< 0 for gamma.
    auto operator<=>(Shapes const&) const = default;
};

/// Returns the standard quantile of that shape at u, for 0 <= u <= 1.
double by_iteration(Shapes shapes, double u) noexcept;

/// The standard quantile of one shape: x = quantile(u).
class QuantileTable {
public:
    struct alignas(64) Cell {
        double c[6];
    };

    explicit QuantileTable(Shapes shapes) noexcept
        : shapes_{shapes}
        , logarithmic_{shapes.a < least_plain_shape}
    {}

    /// Tells whether a table follows this shape closely enough; others are always inverted.
    static bool suits(Shapes shapes) noexcept
    {
        return shapes.a >= 0.01 && (shapes.b == 0.0 || shapes.b >= least_plain_shape);
    }

    /// Returns the table of that shape, shared with earlier askers; null if a table does not suit it.
    static std::shared_ptr<QuantileTable const> of(Shapes shapes);

    /// Fills the table, if no one has yet; `lanes` wants that done.
    void prepare() const noexcept
    {
        if (!filled_.load(std::memory_order_acquire)) [[unlikely]] {
            fill();
        }
    }

    [[nodiscard]] bool logarithmic() const noexcept { return logarithmic_; }

    /// Returns the quantile at u, by the table in the bulk and exactly in the outer tails; 0 < u < 1.
    [[nodiscard]] double at(double u) const noexcept
    {
        double const tail = smaller_tail(u);
        if (!(tail >= bulk)) [[unlikely]] {
            return exactly(u);
        }
        prepare();
        double const value = in_bulk(u, tail);
        return logarithmic_ ? exp_sum(value, 0.0) : value;
    }

    /// Returns the same (its logarithm where the table is logarithmic), and marks what lies outside the bulk.
    template <class V>
    PATHECON_INLINE V lanes(V u, Words<V>& rare) const noexcept
    {
        V const tail = smaller_tail(u);
        rare |= mask_of<V>(tail < bulk);
        return in_bulk(u, tail);
    }

    /// Returns the quantile at u by iteration.
    [[nodiscard]] double exactly(double u) const noexcept;

private:
    static constexpr double least_plain_shape = 0.2;     // below it the logarithm is smoother
    static constexpr std::size_t octaves = 11;           // from 2^-12 to 1/2
    static constexpr std::size_t side = octaves * 8 + 1; // cells; the last is for 1/2 itself

    template <class V>
    PATHECON_INLINE V in_bulk(V u, V tail) const noexcept
    {
        // The exponent and the next three bits, 2^6 times, as a cell has 64 bytes.
        constexpr std::uint32_t first = ((1023 - 12) << 3) << 6; // of 2^-12
        Words<V> const bits = bits_of(tail);
        Words<V> const cell =
            at_least<V>((bits >> 43) & ~std::uint64_t{63}, first) + (mask_of<V>(u > 0.5) & (side * sizeof(Cell)));
        V const t = mantissa_of<V>(bits << 3) - 1.0;
        auto const [c0, c1] = look_up<V>(cells_.data(), cell, 0, first);
        auto const [c2, c3] = look_up<V>(cells_.data(), cell, 2, first);
        auto const [c4, c5] = look_up<V>(cells_.data(), cell, 4, first);
        V const t2 = t * t;
        return (c0 + c1 * t) + t2 * ((c2 + c3 * t) + t2 * (c4 + c5 * t));
    }

    void fill() const noexcept;
    void fill_side(bool upper) const noexcept;

    Shapes shapes_;
    bool logarithmic_;
    mutable std::atomic<bool> filled_{false};
    mutable std::once_flag once_;
    mutable std::array<Cell, 2 * side> cells_;
};

} // namespace pathecon::random::detail
