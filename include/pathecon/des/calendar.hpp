// SPDX-License-Identifier: MIT
/// \file
/// A calendar holds the next event of every slot and always knows the earliest.
///
/// A slot is whatever can have one pending event: a server, a source of arrivals, a rota, a heap of delays. The calendar
/// is a winner tree: the leaves are the slots' moments, every inner node repeats the earlier of its two children, the
/// root is the next event. Setting a slot rewrites the path from its leaf to the root, so scheduling, rescheduling and
/// cancelling are the same operation, without handles, tombstones or searches: log2(slots) comparisons of times. Only
/// where two times are equal are the order words looked at.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <pathecon/des/moment.hpp>

namespace pathecon::des {

class Calendar {
  public:
    /// Times from here on mean that nothing is pending.
    static constexpr std::int64_t never = std::int64_t{1} << 62;

    /// Makes a calendar of empty slots.
    explicit Calendar(std::size_t slots = 1)
        : leaves_(std::bit_ceil(slots < 2 ? std::size_t{2} : slots)), nodes_(2 * leaves_), orders_(leaves_) {
        for (std::size_t slot = 0; slot < leaves_; ++slot) clear(static_cast<std::uint32_t>(slot));
    }

    /// Returns when the next event is; `never` or later when there is none.
    [[nodiscard]] std::int64_t next_time() const { return nodes_[1].time; }
    /// Returns whose the next event is.
    [[nodiscard]] std::uint32_t next_slot() const { return nodes_[1].slot; }

    /// Returns when a slot's event is; `never` or later when it has none.
    [[nodiscard]] std::int64_t time_at(std::uint32_t slot) const { return nodes_[leaves_ + slot].time; }

    /// Puts a slot's next event, in place of what it had.
    void set(std::uint32_t slot, Moment moment) {
        orders_[slot] = moment.order;
        Node* const nodes = nodes_.data();
        std::size_t at = leaves_ + slot;
        Node winner{moment.time, slot};
        nodes[at] = winner;
        do {
            Node const other = nodes[at ^ 1];
            bool earlier = other.time < winner.time;
            if (other.time == winner.time) [[unlikely]] earlier = orders_[other.slot] < orders_[winner.slot];
            winner.time = earlier ? other.time : winner.time;
            winner.slot = earlier ? other.slot : winner.slot;
            at >>= 1;
            nodes[at] = winner;
        } while (at > 1);
    }

    /// Leaves a slot without an event. Empty slots differ in time, so that they are no ties.
    void clear(std::uint32_t slot) { set(slot, {never + slot, 0}); }

  private:
    struct Node {
        std::int64_t time = never;
        std::uint32_t slot = 0;
    };
    std::size_t leaves_;
    std::vector<Node> nodes_;
    std::vector<std::uint64_t> orders_;
};

} // namespace pathecon::des
