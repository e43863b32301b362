// SPDX-License-Identifier: MIT
/// \file
/// A pool is a number of like servers: how many are on duty now, how many of them are busy, which calendar slots are free.
///
/// Busy may exceed capacity for a while after a shift has ended, when the work in hand is finished in overtime; until it is,
/// those servers count against the next shift.
#pragma once

#include <bit>
#include <cstdint>
#include <vector>

namespace pathecon::des {

class Pool {
  public:
    Pool() = default;
    /// The pool's calendar slots are first_slot ... first_slot + most - 1; `next_free` is indexed by slot and threads those
    /// that are free.
    Pool(std::uint32_t first_slot, std::int32_t most, std::vector<std::uint32_t>& next_free) : free_(first_slot) {
        for (std::int32_t k = 0; k < most; ++k) next_free[first_slot + static_cast<std::uint32_t>(k)] = first_slot + static_cast<std::uint32_t>(k) + 1;
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
    std::uint32_t take_slot(std::vector<std::uint32_t> const& next_free) {
        std::uint32_t const slot = free_;
        free_ = next_free[slot];
        return slot;
    }
    void give_slot(std::uint32_t slot, std::vector<std::uint32_t>& next_free) {
        next_free[slot] = free_;
        free_ = slot;
    }

  private:
    std::int32_t capacity_ = 0;
    std::int32_t busy_ = 0;
    std::uint32_t free_ = 0;
};

/// Which of the persons of a pool are free, numbered from 0: for work that must be done by the same person as before, or by
/// another.
class Persons {
  public:
    static constexpr std::uint32_t no_one = ~std::uint32_t{0};

    explicit Persons(std::int32_t most = 0) : free_((static_cast<std::size_t>(most) + 63) / 64) {
        for (std::uint32_t k = 0; k < static_cast<std::uint32_t>(most); ++k) give(k);
    }
    [[nodiscard]] bool kept() const { return !free_.empty(); }
    [[nodiscard]] bool is_free(std::uint32_t person) const { return (free_[person / 64] >> (person % 64) & 1) != 0; }
    /// Returns the free person with the lowest number other than `but`; `no_one` when there is none.
    [[nodiscard]] std::uint32_t lowest(std::uint32_t but = no_one) const {
        for (std::size_t w = 0; w < free_.size(); ++w) {
            std::uint64_t word = free_[w];
            if (but / 64 == w) word &= ~(std::uint64_t{1} << (but % 64));
            if (word != 0) return static_cast<std::uint32_t>(w * 64) + static_cast<std::uint32_t>(std::countr_zero(word));
        }
        return no_one;
    }
    void take(std::uint32_t person) { free_[person / 64] &= ~(std::uint64_t{1} << (person % 64)); }
    void give(std::uint32_t person) { free_[person / 64] |= std::uint64_t{1} << (person % 64); }

  private:
    std::vector<std::uint64_t> free_;
};

} // namespace pathecon::des
