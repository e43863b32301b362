// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <limits>
#include <map>
#include <random>

#include <pathecon/des/calendar.hpp>

using namespace pathecon::des;

namespace {
Moment at(std::int64_t time, std::size_t slot, Rank rank = Rank::completion, std::uint64_t number = 0) {
    return {time, order_of(rank, 0, number, 0, slot)};
}
} // namespace

TEST_CASE("an empty calendar has nothing pending before the end of time") {
    Calendar const calendar{7};
    CHECK(calendar.next().time == std::numeric_limits<std::int64_t>::max());
}

TEST_CASE("the earliest event is next, and its slot can be read from it") {
    Calendar calendar{5};
    calendar.set(0, at(30, 0));
    calendar.set(3, at(10, 3));
    calendar.set(4, at(20, 4));
    CHECK(calendar.next().time == 10);
    CHECK(calendar.next().slot() == 3);
    calendar.clear(3);
    CHECK(calendar.next().slot() == 4);
}

TEST_CASE("rescheduling is setting again: no stale event is left behind") {
    Calendar calendar{4};
    calendar.set(1, at(10, 1));
    calendar.set(2, at(15, 2));
    calendar.set(1, at(50, 1));
    CHECK(calendar.next().slot() == 2);
    calendar.clear(2);
    CHECK(calendar.next().time == 50);
    calendar.clear(1);
    CHECK(calendar.next().time == std::numeric_limits<std::int64_t>::max());
}

TEST_CASE("at one instant a completion goes before a rota change, a timed start and an arrival, whatever their slots") {
    Calendar calendar{8};
    calendar.set(0, at(10, 0, Rank::arrival));
    calendar.set(1, at(10, 1, Rank::timed));
    calendar.set(2, at(10, 2, Rank::rota_change));
    calendar.set(7, at(10, 7, Rank::completion));
    std::vector<std::uint32_t> order;
    for (int k = 0; k < 4; ++k) {
        order.push_back(calendar.next().slot());
        calendar.clear(order.back());
    }
    CHECK(order == std::vector<std::uint32_t>{7, 2, 1, 0});
}

TEST_CASE("two completions at one instant go by the number of the patient, not by the server") {
    Calendar calendar{4};
    calendar.set(0, at(10, 0, Rank::completion, 8));
    calendar.set(3, at(10, 3, Rank::completion, 5));
    CHECK(calendar.next().slot() == 3);
}

TEST_CASE("against a sorted map: 100,000 random settings and clearings, for calendars of 1 to 300 slots") {
    std::mt19937_64 engine{7};
    for (std::size_t const slots : {1U, 2U, 3U, 17U, 64U, 300U}) {
        Calendar calendar{slots};
        std::map<std::pair<std::int64_t, std::uint64_t>, std::size_t> naive;
        std::vector<Moment> pending(slots);
        bool same = true;
        for (int k = 0; k < 100'000; ++k) {
            std::size_t const slot = engine() % slots;
            naive.erase({pending[slot].time, pending[slot].order});
            if (engine() % 4 == 0) {
                pending[slot] = Moment{};
                calendar.clear(slot);
            } else {
                pending[slot] = at(static_cast<std::int64_t>(engine() % 50), slot, static_cast<Rank>(engine() % 4), engine() % 9);
                calendar.set(slot, pending[slot]);
                naive[{pending[slot].time, pending[slot].order}] = slot;
            }
            Moment const expected = naive.empty() ? Moment{} : pending[naive.begin()->second];
            same = same && calendar.next() == expected && calendar.at(slot) == pending[slot];
        }
        CHECK(same);
    }
}
