// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <map>
#include <random>

#include <pathecon/des/calendar.hpp>

using namespace pathecon::des;

namespace {
Moment at(std::int64_t time, Rank rank = Rank::completion, std::uint64_t number = 0) { return {time, order_of(rank, 0, number, 0)}; }
} // namespace

TEST_CASE("an empty calendar has nothing pending before the end of time") {
    Calendar const calendar{7};
    CHECK(calendar.next_time() >= Calendar::never);
}

TEST_CASE("the earliest event is next, and it is known whose it is") {
    Calendar calendar{5};
    calendar.set(0, at(30));
    calendar.set(3, at(10));
    calendar.set(4, at(20));
    CHECK(calendar.next_time() == 10);
    CHECK(calendar.next_slot() == 3);
    calendar.clear(3);
    CHECK(calendar.next_slot() == 4);
}

TEST_CASE("rescheduling is setting again: no stale event is left behind") {
    Calendar calendar{4};
    calendar.set(1, at(10));
    calendar.set(2, at(15));
    calendar.set(1, at(50));
    CHECK(calendar.next_slot() == 2);
    calendar.clear(2);
    CHECK(calendar.next_time() == 50);
    calendar.clear(1);
    CHECK(calendar.next_time() >= Calendar::never);
}

TEST_CASE("at one instant a completion goes before a change of capacity, a timed start, lost patience, an event and an arrival, whatever their slots") {
    Calendar calendar{8};
    calendar.set(0, at(10, Rank::arrival));
    calendar.set(1, at(10, Rank::event));
    calendar.set(2, at(10, Rank::patience));
    calendar.set(3, at(10, Rank::timed));
    calendar.set(4, at(10, Rank::capacity));
    calendar.set(7, at(10, Rank::completion));
    std::vector<std::uint32_t> order;
    for (int k = 0; k < 6; ++k) {
        order.push_back(calendar.next_slot());
        calendar.clear(order.back());
    }
    CHECK(order == std::vector<std::uint32_t>{7, 4, 3, 2, 1, 0});
}

TEST_CASE("two completions at one instant go by the number of the patient, not by the server") {
    Calendar calendar{4};
    calendar.set(0, at(10, Rank::completion, 8));
    calendar.set(3, at(10, Rank::completion, 5));
    CHECK(calendar.next_slot() == 3);
}

TEST_CASE("against a sorted map: 100,000 random settings and clearings, for calendars of 1 to 300 slots") {
    std::mt19937_64 engine{7};
    for (std::uint32_t const slots : {1U, 2U, 3U, 17U, 64U, 300U}) {
        Calendar calendar{slots};
        std::map<std::pair<std::int64_t, std::uint64_t>, std::uint32_t> naive;
        std::vector<Moment> pending(slots);
        bool same = true;
        for (int k = 0; k < 100'000; ++k) {
            auto const slot = static_cast<std::uint32_t>(engine() % slots);
            naive.erase({pending[slot].time, pending[slot].order});
            if (engine() % 4 == 0) {
                pending[slot] = Moment{};
                calendar.clear(slot);
            } else {
                // Few times, so that ties are the rule; no two pending moments have the same order.
                pending[slot] = at(static_cast<std::int64_t>(engine() % 50), static_cast<Rank>(engine() % 6), engine() % 9 * slots + slot);
                calendar.set(slot, pending[slot]);
                naive[{pending[slot].time, pending[slot].order}] = slot;
            }
            if (naive.empty()) same = same && calendar.next_time() >= Calendar::never;
            else same = same && calendar.next_slot() == naive.begin()->second && calendar.next_time() == naive.begin()->first.first;
        }
        CHECK(same);
    }
}
