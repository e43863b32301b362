// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <map>
#include <random>

#include <pathecon/des/calendar.hpp>
#include <pathecon/des/moment.hpp>

using namespace pathecon::des;

namespace {
/// A calendar with the order words that its owner would know.
struct Ordered {
    Calendar calendar;
    std::vector<std::uint64_t> orders;
    explicit Ordered(std::size_t slots) : calendar{slots}, orders(slots) {}
    void set(std::uint32_t slot, std::int64_t time, Rank rank = Rank::completion, std::uint64_t number = 0) {
        orders[slot] = order_of(rank, 0, number, 0);
        calendar.set(slot, time);
    }
    [[nodiscard]] std::uint32_t next() const {
        return calendar.next_slot([this](std::uint32_t slot) { return orders[slot]; });
    }
};
} // namespace

TEST_CASE("an empty calendar has nothing pending before the end of time") {
    Calendar const calendar{7};
    CHECK(calendar.next_time() >= calendar.never());
}

TEST_CASE("the earliest event is next, and it is known whose it is") {
    Ordered all{5};
    all.set(0, 30);
    all.set(3, 10);
    all.set(4, 20);
    CHECK(all.calendar.next_time() == 10);
    CHECK(all.next() == 3);
    all.calendar.clear(3);
    CHECK(all.next() == 4);
}

TEST_CASE("rescheduling is setting again: no stale event is left behind") {
    Ordered all{4};
    all.set(1, 10);
    all.set(2, 15);
    all.set(1, 50);
    CHECK(all.next() == 2);
    all.calendar.clear(2);
    CHECK(all.calendar.next_time() == 50);
    all.calendar.clear(1);
    CHECK(all.calendar.next_time() >= all.calendar.never());
}

TEST_CASE("at one instant a completion goes before a change of capacity, a timed start, lost patience, an event and an arrival, whatever their slots") {
    Ordered all{8};
    all.set(0, 10, Rank::arrival);
    all.set(1, 10, Rank::event);
    all.set(2, 10, Rank::patience);
    all.set(3, 10, Rank::timed);
    all.set(4, 10, Rank::capacity);
    all.set(7, 10, Rank::completion);
    std::vector<std::uint32_t> order;
    for (int k = 0; k < 6; ++k) {
        order.push_back(all.next());
        all.calendar.clear(order.back());
    }
    CHECK(order == std::vector<std::uint32_t>{7, 4, 3, 2, 1, 0});
}

TEST_CASE("two completions at one instant go by the number of the patient, not by the server") {
    Ordered all{4};
    all.set(0, 10, Rank::completion, 8);
    all.set(3, 10, Rank::completion, 5);
    CHECK(all.next() == 3);
}

TEST_CASE("the next event is taken out of the calendar, and with ties the one that goes first") {
    Ordered all{20};
    all.set(0, 10, Rank::arrival);
    all.set(7, 10, Rank::completion);
    all.set(19, 5, Rank::completion);
    auto const take = [&] { return all.calendar.take([&](std::uint32_t slot) { return all.orders[slot]; }); };
    CHECK(take() == 19);
    CHECK(all.calendar.time_at(19) >= all.calendar.never());
    CHECK(take() == 7);
    CHECK(all.calendar.next_time() == 10);
    CHECK(take() == 0);
    CHECK(all.calendar.next_time() >= all.calendar.never());
}

TEST_CASE("what comes after the end of time never comes") {
    Ordered all{3};
    all.set(1, all.calendar.never());
    all.set(2, all.calendar.never() - 1);
    CHECK(all.next() == 2);
    all.calendar.clear(2);
    CHECK(all.calendar.next_time() >= all.calendar.never());
}

TEST_CASE("against a sorted map: 100,000 random settings, clearings and takings, for calendars of 1 to 300 slots") {
    std::mt19937_64 engine{7};
    for (std::uint32_t const slots : {1U, 2U, 3U, 17U, 64U, 300U}) {
        Ordered all{slots};
        std::map<std::pair<std::int64_t, std::uint64_t>, std::uint32_t> naive;
        bool same = true;
        for (int k = 0; k < 100'000; ++k) {
            auto const slot = static_cast<std::uint32_t>(engine() % slots);
            naive.erase({all.calendar.time_at(slot), all.orders[slot]});
            // Few times, so that ties are the rule; no two pending events have the same order.
            auto const time = static_cast<std::int64_t>(engine() % 50);
            std::uint64_t const order = order_of(static_cast<Rank>(engine() % 6), 0, engine() % 9 * slots + slot, 0);
            std::uint64_t const what = engine() % 8;
            if (what < 2) {
                all.calendar.clear(slot);
            } else {
                if (what < 5 && time < all.calendar.time_at(slot)) all.calendar.bring_forward(slot, time);
                else all.calendar.set(slot, time);
                all.orders[slot] = order;
                naive[{time, order}] = slot;
            }
            if (what == 7 && !naive.empty()) {
                same = same && all.calendar.take([&](std::uint32_t tied) { return all.orders[tied]; }) == naive.begin()->second;
                naive.erase(naive.begin());
            }
            if (naive.empty()) same = same && all.calendar.next_time() >= all.calendar.never();
            else same = same && all.next() == naive.begin()->second && all.calendar.next_time() == naive.begin()->first.first;
        }
        CHECK(same);
    }
}
