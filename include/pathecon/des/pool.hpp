// SPDX-License-Identifier: MIT
/// \file
/// A pool is a number of like servers: how many are on duty now, how many of them are busy, which calendar slots are free.
///
/// Busy may exceed capacity for a while after a shift has ended, when the work in hand is finished in overtime; until it is,
/// those servers count against the next shift.
#pragma once

#include <cstdint>
#include <vector>

namespace pathecon::des {

class Pool {
  public:
    Pool() = default;
    /// The pool's calendar slots are first_slot ... first_slot + most - 1.
    Pool(std::uint32_t first_slot, std::int32_t most) {
        free_.reserve(static_cast<std::size_t>(most));
        for (std::int32_t k = most; k-- > 0;) free_.push_back(first_slot + static_cast<std::uint32_t>(k));
    }

    [[nodiscard]] std::int32_t capacity() const { return capacity_; }
    [[nodiscard]] std::int32_t busy() const { return busy_; }
    [[nodiscard]] std::int32_t idle() const { return capacity_ - busy_; }

    /// Changes how many are on duty.
    void set_capacity(std::int32_t capacity) { capacity_ = capacity; }

    /// Takes `count` servers; the caller has seen that so many are idle.
    void seize(std::int32_t count) { busy_ += count; }
    /// Gives `count` servers back.
    void release(std::int32_t count) { busy_ -= count; }

    /// Takes a calendar slot for a piece of work. There are as many as the pool ever has servers.
    std::uint32_t take_slot() {
        std::uint32_t const slot = free_.back();
        free_.pop_back();
        return slot;
    }
    void give_slot(std::uint32_t slot) { free_.push_back(slot); }

  private:
    std::int32_t capacity_ = 0;
    std::int32_t busy_ = 0;
    std::vector<std::uint32_t> free_;
};

} // namespace pathecon::des
