// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <pathecon/des/pool.hpp>

using namespace pathecon::des;

TEST_CASE("a pool hands out each of its slots once") {
    std::vector<std::uint32_t> next_free(14);
    Pool pool{10, 3, next_free};
    pool.set_capacity(3);
    std::vector<std::uint32_t> slots{pool.take_slot(next_free), pool.take_slot(next_free), pool.take_slot(next_free)};
    std::sort(slots.begin(), slots.end());
    CHECK(slots == std::vector<std::uint32_t>{10, 11, 12});
    pool.give_slot(11, next_free);
    CHECK(pool.take_slot(next_free) == 11);
}

TEST_CASE("overtime counts against the next shift until it is over") {
    std::vector<std::uint32_t> next_free(3);
    Pool pool{0, 2, next_free};
    pool.set_capacity(2);
    pool.seize(2);
    pool.set_capacity(0);
    CHECK(pool.idle() == -2);
    pool.set_capacity(2);
    CHECK(pool.idle() == 0);
    pool.release(1);
    CHECK(pool.idle() == 1);
}
