// SPDX-License-Identifier: MIT
/// \file
/// An agenda holds any number of moments, each with the index of who it is for: patients in a delay have no server's slot.
///
/// It is a 4-ary heap: the four children of a node share a cache line pair, and there are half as many levels as in a binary one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include <pathecon/des/moment.hpp>

namespace pathecon::des {

class Agenda {
  public:
    struct Entry {
        Moment moment;
        std::uint32_t who = 0;
    };

    [[nodiscard]] bool empty() const { return heap_.empty(); }
    [[nodiscard]] std::size_t size() const { return heap_.size(); }
    [[nodiscard]] Entry const& top() const { return heap_.front(); }

    /// Adds an entry.
    void push(Moment moment, std::uint32_t who) {
        heap_.push_back({});
        std::size_t hole = heap_.size() - 1;
        while (hole > 0) {
            std::size_t const parent = (hole - 1) / 4;
            if (!(moment < heap_[parent].moment)) break;
            heap_[hole] = heap_[parent];
            hole = parent;
        }
        heap_[hole] = Entry{moment, who};
    }

    /// Takes the earliest entry out. Requires that there is one.
    Entry pop() {
        Entry const first = heap_.front();
        Entry const last = heap_.back();
        heap_.pop_back();
        std::size_t const n = heap_.size();
        if (n == 0) return first;
        std::size_t hole = 0;
        for (;;) {
            std::size_t const child = 4 * hole + 1;
            if (child >= n) break;
            std::size_t best = child;
            std::size_t const end = child + 4 < n ? child + 4 : n;
            for (std::size_t other = child + 1; other < end; ++other)
                if (heap_[other].moment < heap_[best].moment) best = other;
            if (!(heap_[best].moment < last.moment)) break;
            heap_[hole] = heap_[best];
            hole = best;
        }
        heap_[hole] = last;
        return first;
    }

  private:
    std::vector<Entry> heap_;
};

} // namespace pathecon::des
