// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <pathecon/des/pool.hpp>

using namespace pathecon::des;

TEST_CASE("a pool hands out each of its slots once") {
    Pool pool{10, 3};
    pool.set_capacity(3);
    std::vector<std::uint32_t> slots{pool.take_slot(), pool.take_slot(), pool.take_slot()};
    std::sort(slots.begin(), slots.end());
    CHECK(slots == std::vector<std::uint32_t>{10, 11, 12});
    pool.give_slot(11);
    CHECK(pool.take_slot() == 11);
}

TEST_CASE("overtime counts against the next shift until it is over") {
    Pool pool{0, 2};
    pool.set_capacity(2);
    pool.seize(2);
    pool.set_capacity(0);
    CHECK(pool.idle() == -2);
    pool.set_capacity(2);
    CHECK(pool.idle() == 0);
    pool.release(1);
    CHECK(pool.idle() == 1);
}
