// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <pathecon/pathway/resource.hpp>

using namespace pathecon;
using namespace pathecon::pathway;
using namespace pathecon::units::literals;

namespace {

int slots(units::Duration lasts, units::Duration slot) { return slots_of({.days = "Tue", .lasts = lasts}, slot); }

} // namespace

TEST_CASE("a list has as many whole slots as fit")
{
    CHECK(slots(240_min, 16_min) == 15);
    CHECK(slots(240_min, 14.688_min) == 16);                       // 8.2 % shorter appointments: one more patient
    CHECK(slots(240_min, units::minutes(16.0 - 41.0 / 60)) == 15); // 41 s shorter: none
    CHECK(slots(239_min, 16_min) == 14);
    CHECK(slots(10_min, 16_min) == 0);
}

TEST_CASE("a slot that was rounded to a tick still fits as often as its fraction does")
{
    for (int n = 1; n <= 500; ++n) {
        INFO(n);
        CHECK(slots(1_h, 1_h / n) == n);
        CHECK(slots(4_h, 4_h / n) == n);
    }
}

TEST_CASE("slots that are given go before the length of the list")
{
    CHECK(slots_of({.days = "Tue", .lasts = 1_h, .slots = 9}, 16_min) == 9);
    CHECK(slots_of({.days = "Tue", .slots = 0}, 16_min) == 0);
    CHECK(slots_of({.days = "Tue"}, 16_min) == 0);
    CHECK(slots_of({.days = "Tue", .lasts = 1_h}, 0_min) == 0);
}
