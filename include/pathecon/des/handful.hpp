// SPDX-License-Identifier: MIT
/// \file
/// A handful is a calendar of few slots: it looks through all of them when one changes, and so knows the first two.
///
/// Up to some eight slots that costs less than a walk through a tree, and whether the first is tied is one comparison.
#pragma once

#include <array>
#include <cstdint>
#include <limits>

namespace pathecon::des {

class Handful {
  public:
    static constexpr std::uint32_t most = 8;

    /// Makes a handful of empty slots. Requires `most` of them at most.
    explicit Handful(std::uint32_t slots = 1) : slots_(slots) {
        for (std::uint32_t slot = 0; slot < slots_; ++slot) keys_[slot] = key(never() + slot, slot);
        look();
    }

    /// Returns the time from which on nothing can be pending: 18,000 years.
    [[nodiscard]] static constexpr std::int64_t never() { return std::int64_t{1} << (62 - bits); }

    /// Returns when the next event is; `never()` or later when there is none.
    [[nodiscard]] std::int64_t next_time() const { return static_cast<std::int64_t>(first_ >> bits); }

    /// Returns whose the next event is. `order` gives the order word of what is pending at a slot; it is asked at ties only.
    template <class Order>
    [[nodiscard]] std::uint32_t next_slot(Order const& order) const {
        if ((first_ ^ second_) < most) [[unlikely]] return first_due(order);
        return static_cast<std::uint32_t>(first_ & (most - 1));
    }

    /// Puts a slot's next event, in place of what it had. One at `never()` or later never comes.
    void set(std::uint32_t slot, std::int64_t time) {
        if (time >= never()) [[unlikely]] return clear(slot);
        keys_[slot] = key(time, slot);
        look();
    }

    /// Leaves a slot without an event. Empty slots differ in time, so that they are no ties.
    void clear(std::uint32_t slot) {
        keys_[slot] = key(never() + slot, slot);
        look();
    }

  private:
    static constexpr int bits = 3;

    [[nodiscard]] static std::uint64_t key(std::int64_t time, std::uint32_t slot) { return static_cast<std::uint64_t>(time) << bits | slot; }

    void look() {
        std::uint64_t first = keys_[0], second = std::numeric_limits<std::uint64_t>::max();
        for (std::uint32_t slot = 1; slot < slots_; ++slot) {
            std::uint64_t const one = keys_[slot], later = one < first ? first : one;
            first = one < first ? one : first;
            second = later < second ? later : second;
        }
        first_ = first;
        second_ = second;
    }

    /// Of the slots that are due first, returns the one whose order word is lowest.
    template <class Order>
    [[nodiscard]] std::uint32_t first_due(Order const& order) const {
        auto best = static_cast<std::uint32_t>(first_ & (most - 1));
        for (std::uint32_t slot = 0; slot < slots_; ++slot)
            if (keys_[slot] >> bits == first_ >> bits && order(slot) < order(best)) best = slot;
        return best;
    }

    std::array<std::uint64_t, most> keys_{};
    std::uint64_t first_ = 0, second_ = 0;
    std::uint32_t slots_;
};

} // namespace pathecon::des
