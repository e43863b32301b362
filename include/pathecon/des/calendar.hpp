// SPDX-License-Identifier: MIT
/// \file
/// A calendar holds the next event of every slot and always knows the earliest.
///
/// A slot is whatever can have one pending event: a server, a source of arrivals, a rota, a heap of delays. The calendar
/// is a winner tree: the leaves are the slots' events, every inner node repeats the earlier of its two children, the root
/// is the next event. Setting a slot rewrites the path from its leaf to the root, so scheduling, rescheduling and
/// cancelling are the same operation, without handles, tombstones or searches: log2(slots) comparisons; fewer for an event
/// in an empty slot, whose way up ends below the first that is earlier.
///
/// A node is one word, the time above the slot, so that a comparison is one instruction and ties cost nothing until they
/// are met: only when the next event is taken is it seen whether another is due at the same time, and then the order
/// words decide, never the slots.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace pathecon::des {

class Calendar {
  public:
    /// Makes a calendar of empty slots.
    explicit Calendar(std::size_t slots = 1)
        : leaves_(std::bit_ceil(slots < 2 ? std::size_t{2} : slots)), shift_(std::countr_zero(leaves_)), never_(never_of(slots)),
          nodes_(2 * leaves_) {
        for (std::size_t leaf = 0; leaf < leaves_; ++leaf) nodes_[leaves_ + leaf] = key(never_ + static_cast<std::int64_t>(leaf), leaf);
        for (std::size_t at = leaves_ - 1; at > 0; --at) nodes_[at] = nodes_[2 * at];
    }

    /// Returns the time from which on nothing can be pending in a calendar of so many slots: 36,000 years for 18, 35 for
    /// 4,000, two for 65,000.
    [[nodiscard]] static std::int64_t never_of(std::size_t slots) {
        return std::int64_t{1} << (62 - std::countr_zero(std::bit_ceil(slots < 2 ? std::size_t{2} : slots)));
    }
    [[nodiscard]] std::int64_t never() const { return never_; }

    /// Returns when the next event is; `never()` or later when there is none.
    [[nodiscard]] std::int64_t next_time() const { return static_cast<std::int64_t>(nodes_[1] >> shift_); }

    /// Returns whose the next event is. `order` gives the order word of what is pending at a slot; it is asked at ties only.
    template <class Order>
    [[nodiscard]] std::uint32_t next_slot(Order const& order) const {
        std::uint64_t const first = nodes_[1], below = leaves_;
        std::size_t const leaf = first & (leaves_ - 1);
        bool tie = false;
        for (std::size_t at = leaves_ + leaf; at > 1; at >>= 1) tie |= (nodes_[at ^ 1] ^ first) < below;
        if (tie) [[unlikely]] return static_cast<std::uint32_t>(first_due(1, first >> shift_, order));
        return static_cast<std::uint32_t>(leaf);
    }

    /// Returns when a slot's event is; `never()` or later when it has none.
    [[nodiscard]] std::int64_t time_at(std::uint32_t slot) const { return static_cast<std::int64_t>(nodes_[leaves_ + slot] >> shift_); }

    /// Puts a slot's next event, in place of what it had. One at `never()` or later never comes.
    void set(std::uint32_t slot, std::int64_t time) {
        if (time >= never_) [[unlikely]] return clear(slot);
        put(slot, time);
    }

    /// Puts an event into a slot that has none, or one that is later. The walk ends where something else is earlier.
    [[gnu::always_inline]] void bring_forward(std::uint32_t slot, std::int64_t time) {
        if (time >= never_) [[unlikely]] return;
        if (leaves_ < 8) [[unlikely]] return put(slot, time);
        std::uint64_t* const nodes = nodes_.data();
        std::size_t at = leaves_ + slot;
        std::uint64_t const own = key(time, slot);
        // Mostly something within three levels is earlier: these are walked without asking, as no processor guesses where.
        std::uint64_t const first = std::min(own, nodes[at ^ 1]);
        std::uint64_t const second = std::min(first, nodes[at >> 1 ^ 1]);
        std::uint64_t const third = std::min(second, nodes[at >> 2 ^ 1]);
        nodes[at] = own;
        nodes[at >> 1] = first;
        nodes[at >> 2] = second;
        nodes[at >> 3] = third;
        if (third != own) return;
        for (at >>= 3; at > 1 && nodes[at ^ 1] > own;) {
            at >>= 1;
            nodes[at] = own;
        }
    }

    /// Takes the next event out and returns whose it was; there must be one. Whether another is due at the same time is seen
    /// from what is next without it.
    template <class Order>
    std::uint32_t take(Order const& order) {
        std::uint64_t const first = nodes_[1];
        auto slot = static_cast<std::uint32_t>(first & (leaves_ - 1));
        walk(slot, never_ + slot);
        if ((nodes_[1] ^ first) < leaves_) [[unlikely]] {
            put(slot, static_cast<std::int64_t>(first >> shift_));
            slot = static_cast<std::uint32_t>(first_due(1, first >> shift_, order));
            clear(slot);
        }
        return slot;
    }

    /// Leaves a slot without an event. Empty slots differ in time, so that they are no ties.
    void clear(std::uint32_t slot) { put(slot, never_ + slot); }

  private:
    [[nodiscard]] std::uint64_t key(std::int64_t time, std::size_t slot) const { return static_cast<std::uint64_t>(time) << shift_ | slot; }

    void put(std::uint32_t slot, std::int64_t time) { walk(slot, time); }

    [[gnu::always_inline]] void walk(std::uint32_t slot, std::int64_t time) {
        std::uint64_t* const nodes = nodes_.data();
        std::size_t at = leaves_ + slot;
        std::uint64_t winner = key(time, slot);
        nodes[at] = winner;
        do {
            std::uint64_t const other = nodes[at ^ 1];
            winner = other < winner ? other : winner;
            at >>= 1;
            nodes[at] = winner;
        } while (at > 1);
    }

    /// Of the slots below a node that are due at a time, returns the one that comes first.
    template <class Order>
    [[nodiscard]] std::size_t first_due(std::size_t at, std::uint64_t time, Order const& order) const {
        if (at >= leaves_) return at - leaves_;
        bool const left = nodes_[2 * at] >> shift_ == time, right = nodes_[2 * at + 1] >> shift_ == time;
        if (!right) return first_due(2 * at, time, order);
        if (!left) return first_due(2 * at + 1, time, order);
        std::size_t const a = first_due(2 * at, time, order), b = first_due(2 * at + 1, time, order);
        return order(static_cast<std::uint32_t>(a)) < order(static_cast<std::uint32_t>(b)) ? a : b;
    }

    std::size_t leaves_;
    int shift_;
    std::int64_t never_;
    std::vector<std::uint64_t> nodes_;
};

} // namespace pathecon::des
