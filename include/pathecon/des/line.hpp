// SPDX-License-Identifier: MIT
/// \file
/// A line is a queue of patients, first come, first served, threaded through the patients' own records.
#pragma once

#include <cstdint>
#include <limits>

namespace pathecon::des {

inline constexpr std::uint32_t nobody = std::numeric_limits<std::uint32_t>::max();

/// `Records` is indexed by who and gives a record with a member `next`. A record is in at most one line at a time.
struct Line {
    std::uint32_t head = nobody;
    std::uint32_t tail = nobody;
    std::int64_t length = 0;

    [[nodiscard]] bool empty() const { return head == nobody; }

    /// Joins the end.
    template <class Records>
    void push(Records& records, std::uint32_t who) {
        records[who].next = nobody;
        if (tail == nobody) head = who;
        else records[tail].next = who;
        tail = who;
        ++length;
    }

    /// Goes first: for work that was put back.
    template <class Records>
    void push_front(Records& records, std::uint32_t who) {
        records[who].next = head;
        head = who;
        if (tail == nobody) tail = who;
        ++length;
    }

    /// Takes the first. Requires that there is one.
    template <class Records>
    std::uint32_t pop(Records& records) {
        std::uint32_t const who = head;
        head = records[who].next;
        if (head == nobody) tail = nobody;
        --length;
        return who;
    }
};

} // namespace pathecon::des
