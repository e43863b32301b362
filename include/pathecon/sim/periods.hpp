// SPDX-License-Identifier: MIT
/// \file
/// Periods cut a window into stretches of one length, of which the last may be shorter, to report each apart.
#pragma once

#include <algorithm>
#include <cstddef>

#include <pathecon/sim/node.hpp>

namespace pathecon::sim {

/// The periods of [begin, end). A length of 0 means one period, the whole window.
struct Periods {
    /// Ten years of months. What a replication keeps grows with the number of periods: a few kB each for a small pathway.
    static constexpr std::size_t most = 120;

    Ticks begin = 0, end = 0, length = 0;

    [[nodiscard]] std::size_t count() const {
        return length <= 0 || length >= end - begin ? 1 : static_cast<std::size_t>((end - begin + length - 1) / length);
    }
    [[nodiscard]] Ticks begin_of(std::size_t period) const { return begin + static_cast<Ticks>(period) * length; }
    [[nodiscard]] Ticks end_of(std::size_t period) const { return period + 1 == count() ? end : begin_of(period + 1); }
    /// Returns the period of a time in the window; the first of what was before it, the last of what is after.
    [[nodiscard]] std::size_t of(Ticks time) const {
        if (length <= 0 || time < begin) return 0;
        return std::min(static_cast<std::size_t>((time - begin) / length), count() - 1);
    }
    /// Calls `part(period, ticks)` for the part of a stretch of time that lies in each period.
    template <class Part>
    void split(Ticks from, Ticks to, Part part) const {
        from = std::max(from, begin);
        to = std::min(to, end);
        while (from < to) {
            std::size_t const period = of(from);
            Ticks const until = std::min(to, end_of(period));
            part(period, until - from);
            from = until;
        }
    }
    bool operator==(Periods const&) const = default;
};

} // namespace pathecon::sim
