// SPDX-License-Identifier: MIT
/// \file
/// A line is a queue of patients, first come, first served, threaded through the patients' own records.
#pragma once

#include <cstdint>
#include <limits>

namespace pathecon::des {

inline constexpr std::uint32_t nobody = std::numeric_limits<std::uint32_t>::max();

/// `Records` is indexed by who and gives a record with members `next` and `prev`. A record is in at most one line at a
/// time.
struct Line {
    std::uint32_t head = nobody;
    std::uint32_t tail = nobody;
    std::int64_t length = 0;

    [[nodiscard]] bool empty() const { return head == nobody; }

    /// Joins the end.
    template <class Records>
    void push(Records& records, std::uint32_t who) {
        records[who].next = nobody;
        records[who].prev = tail;
        if (tail == nobody) head = who;
        else records[tail].next = who;
        tail = who;
        ++length;
    }

    /// Goes first: for work that was put back.
    template <class Records>
    void push_front(Records& records, std::uint32_t who) {
        records[who].next = head;
        records[who].prev = nobody;
        if (head == nobody) tail = who;
        else records[head].prev = who;
        head = who;
        ++length;
    }

    /// Stands right before somebody who is in this line.
    template <class Records>
    void insert(Records& records, std::uint32_t who, std::uint32_t before) {
        std::uint32_t const after = records[before].prev;
        if (after == nobody) return push_front(records, who);
        records[who].next = before;
        records[who].prev = after;
        records[before].prev = records[after].next = who;
        ++length;
    }

    /// Takes the first. Requires that there is one.
    template <class Records>
    std::uint32_t pop(Records& records) {
        std::uint32_t const who = head;
        head = records[who].next;
        if (head == nobody) tail = nobody;
        else records[head].prev = nobody;
        --length;
        return who;
    }

    /// Takes somebody who is in this line, wherever.
    template <class Records>
    void remove(Records& records, std::uint32_t who) {
        std::uint32_t const before = records[who].prev, after = records[who].next;
        if (before == nobody) head = after;
        else records[before].next = after;
        if (after == nobody) tail = before;
        else records[after].prev = before;
        --length;
    }
};

} // namespace pathecon::des
