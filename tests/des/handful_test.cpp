// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <array>
#include <random>

#include <pathecon/des/calendar.hpp>
#include <pathecon/des/handful.hpp>
#include <pathecon/des/moment.hpp>

using namespace pathecon::des;

TEST_CASE("an empty handful has nothing pending before the end of time")
{
    for (std::uint32_t slots = 1; slots <= Handful::most; ++slots) {
        Handful const handful{slots};
        CHECK(handful.next_time() >= Handful::never());
    }
}

TEST_CASE("of what is due at one instant in a handful, the lowest order word is first, whatever the slots")
{
    Handful handful{4};
    std::array<std::uint64_t, 4> const orders{order_of(Rank::completion, 0, 9, 0), order_of(Rank::completion, 0, 2, 0),
                                              order_of(Rank::completion, 0, 1, 0), order_of(Rank::completion, 0, 5, 0)};
    auto const order_at = [&](std::uint32_t slot) { return orders[slot]; };
    handful.set(0, 10);
    handful.set(1, 10);
    handful.set(2, 11);
    handful.set(3, 10);
    CHECK(handful.next_time() == 10);
    CHECK(handful.next_slot(order_at) == 1);
    handful.clear(1);
    CHECK(handful.next_slot(order_at) == 3);
    handful.set(3, 12);
    CHECK(handful.next_slot(order_at) == 0);
    handful.clear(0);
    CHECK(handful.next_slot(order_at) == 2);
}

TEST_CASE("an event that is put at the end of time never comes")
{
    Handful handful{2};
    handful.set(0, Handful::never());
    handful.set(1, Handful::never() + 5);
    CHECK(handful.next_time() >= Handful::never());
    handful.set(1, Handful::never() - 1);
    CHECK(handful.next_time() == Handful::never() - 1);
}

TEST_CASE("a handful says what a calendar says, ties included")
{
    std::mt19937_64 draw{20261129};
    std::int64_t ties = 0;
    for (std::uint32_t slots = 1; slots <= Handful::most; ++slots) {
        Handful handful{slots};
        Calendar calendar{slots};
        std::array<std::uint64_t, Handful::most> orders{};
        auto const order_at = [&](std::uint32_t slot) {
            ++ties;
            return orders[slot];
        };
        for (std::uint64_t step = 0; step < 20'000; ++step) {
            auto const slot = static_cast<std::uint32_t>(draw() % slots);
            if (draw() % 5 == 0) {
                handful.clear(slot);
                calendar.clear(slot);
            } else {
                auto const time = static_cast<std::int64_t>(draw() % 12);
                orders[slot] = draw() % 1000 * 20'000 + step;
                handful.set(slot, time);
                calendar.set(slot, time);
            }
            bool const empty = calendar.next_time() >= calendar.never();
            REQUIRE((handful.next_time() >= Handful::never()) == empty);
            if (empty) continue;
            REQUIRE(handful.next_time() == calendar.next_time());
            REQUIRE(handful.next_slot(order_at) == calendar.next_slot(order_at));
        }
    }
    CHECK(ties > 10'000);
}
