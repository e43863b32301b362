// SPDX-License-Identifier: MIT
/// \file
/// A ring is a first-come-first-served queue that nobody leaves but from the front.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include <pathecon/sim/node.hpp>

namespace pathecon::sim::detail {

/// Who waits, and since when. Its memory follows the longest that it ever was.
template <class Who>
class Ring {
  public:
    struct Waiting {
        Ticks since = 0;
        Who who{};
    };

    [[nodiscard]] bool empty() const { return first_ == end_; }
    [[nodiscard]] std::size_t size() const { return end_ - first_; }
    /// Returns the k-th, from the front.
    [[nodiscard]] Waiting const& operator[](std::size_t k) const { return places_[(first_ + k) & mask_]; }

    void push(Ticks since, Who who) {
        if (end_ - first_ > mask_) [[unlikely]] grow();
        Waiting& last = places_[end_++ & mask_];
        last.since = since;
        last.who = who;
    }
    /// Takes the first. Requires that there is one.
    Waiting const& pop() { return places_[first_++ & mask_]; }

  private:
    [[gnu::noinline]] void grow() {
        std::vector<Waiting> more(2 * places_.size());
        std::size_t const length = size();
        for (std::size_t k = 0; k < length; ++k) more[k] = (*this)[k];
        places_.swap(more);
        mask_ = places_.size() - 1;
        first_ = 0;
        end_ = length;
    }

    std::vector<Waiting> places_ = std::vector<Waiting>(16);  // a power of two of them
    std::size_t mask_ = 15, first_ = 0, end_ = 0;
};

} // namespace pathecon::sim::detail
