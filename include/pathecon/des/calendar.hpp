// SPDX-License-Identifier: MIT
/// \file
/// A calendar holds the next event of every slot and always knows the earliest.
///
/// A slot is whatever can have one pending event: a server, a source of arrivals, a rota. The calendar is a winner tree:
/// the leaves are the slots' moments, every inner node repeats the earlier of its two children, the root is the next event.
/// Setting a slot rewrites the path from its leaf to the root, so scheduling, rescheduling and cancelling are the same
/// operation, without handles, tombstones or searches. Cost: one comparison a level, log2(slots) levels.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <pathecon/des/moment.hpp>

namespace pathecon::des {

class Calendar {
  public:
    /// Makes a calendar of empty slots.
    explicit Calendar(std::size_t slots = 1)
        : leaves_(std::bit_ceil(slots < 2 ? std::size_t{2} : slots)), nodes_(2 * leaves_) {}

    /// Returns the earliest pending moment; its time is the largest integer when nothing is pending.
    [[nodiscard]] Moment const& next() const { return nodes_[1]; }

    /// Returns what is pending at a slot.
    [[nodiscard]] Moment const& at(std::size_t slot) const { return nodes_[leaves_ + slot]; }

    /// Puts a slot's next event, in place of what it had.
    void set(std::size_t slot, Moment moment) {
        std::size_t node = leaves_ + slot;
        Moment* const nodes = nodes_.data();
        nodes[node] = moment;
        while (node > 1) {
            Moment const sibling = nodes[node ^ 1];
            bool const other = sibling < moment;
            moment.time = other ? sibling.time : moment.time;
            moment.order = other ? sibling.order : moment.order;
            node >>= 1;
            nodes[node] = moment;
        }
    }

    /// Leaves a slot without an event.
    void clear(std::size_t slot) { set(slot, Moment{}); }

  private:
    std::size_t leaves_;
    std::vector<Moment> nodes_;
};

} // namespace pathecon::des
