// SPDX-License-Identifier: MIT
/// \file
/// An agenda holds any number of moments, each under the id of who it is for: patients in a delay, patients' patience.
///
/// It is a 4-ary heap that knows where each id stands, so that an entry can be taken out before its time. The four
/// children of a node share a cache line pair, and there are half as many levels as in a binary heap.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
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
    [[nodiscard]] bool holds(std::uint32_t who) const { return who < place_.size() && place_[who] != absent; }

    /// Adds an entry for somebody who has none.
    void push(Moment moment, std::uint32_t who) {
        if (who >= place_.size()) place_.resize(who + std::size_t{1} + place_.size() / 2, absent);
        heap_.emplace_back();
        rise(heap_.size() - 1, {moment, who});
    }

    /// Takes the earliest entry out. Requires that there is one.
    Entry pop() {
        Entry const first = heap_.front();
        remove(0);
        return first;
    }

    /// Takes somebody's entry out. Requires that there is one.
    void erase(std::uint32_t who) { remove(place_[who]); }

  private:
    static constexpr std::uint32_t absent = std::numeric_limits<std::uint32_t>::max();

    void put(std::size_t at, Entry const& entry) {
        heap_[at] = entry;
        place_[entry.who] = static_cast<std::uint32_t>(at);
    }
    void rise(std::size_t hole, Entry const& entry) {
        while (hole > 0) {
            std::size_t const parent = (hole - 1) / 4;
            if (!(entry.moment < heap_[parent].moment)) break;
            put(hole, heap_[parent]);
            hole = parent;
        }
        put(hole, entry);
    }
    void sink(std::size_t hole, Entry const& entry) {
        std::size_t const n = heap_.size();
        for (;;) {
            std::size_t const child = 4 * hole + 1;
            if (child >= n) break;
            std::size_t best = child;
            std::size_t const end = child + 4 < n ? child + 4 : n;
            for (std::size_t other = child + 1; other < end; ++other)
                if (heap_[other].moment < heap_[best].moment) best = other;
            if (!(heap_[best].moment < entry.moment)) break;
            put(hole, heap_[best]);
            hole = best;
        }
        put(hole, entry);
    }
    void remove(std::size_t at) {
        place_[heap_[at].who] = absent;
        Entry const last = heap_.back();
        heap_.pop_back();
        if (at == heap_.size()) return;
        if (at > 0 && last.moment < heap_[(at - 1) / 4].moment) rise(at, last);
        else sink(at, last);
    }

    std::vector<Entry> heap_;
    std::vector<std::uint32_t> place_;     // [who]: index in the heap
};

} // namespace pathecon::des
