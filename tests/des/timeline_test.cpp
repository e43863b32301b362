// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <pathecon/des/timeline.hpp>

using namespace pathecon::des;

namespace {
// A cycle of 100: nobody, two from 20, one from 50, nobody from 80.
Timeline const shifts{100, {{0, 0}, {20, 2}, {50, 1}, {80, 0}}, {}};
} // namespace

TEST_CASE("a timeline holds a value from its step on, in every cycle") {
    CHECK(shifts.at(0) == 0);
    CHECK(shifts.at(19) == 0);
    CHECK(shifts.at(20) == 2);
    CHECK(shifts.at(150) == 1);
    CHECK(shifts.at(199) == 0);
    CHECK(shifts.most() == 2);
}

TEST_CASE("the integral over any stretch is the sum of what a clock would count") {
    auto const counted = [](std::int64_t from, std::int64_t to) {
        std::int64_t sum = 0;
        for (std::int64_t t = from; t < to; ++t) sum += shifts.at(t);
        return sum;
    };
    for (std::int64_t const from : {0, 10, 20, 49, 99, 130})
        for (std::int64_t const to : {0, 20, 55, 100, 180, 345}) CHECK(shifts.integral(from, to) == (to > from ? counted(from, to) : 0));
}

TEST_CASE("a cursor meets every change once, in order, for ever") {
    TimelineCursor cursor{&shifts};
    std::vector<std::int64_t> changes;
    std::vector<std::int32_t> values;
    for (int k = 0; k < 6; ++k) {
        changes.push_back(cursor.next_change());
        cursor.advance();
        values.push_back(cursor.value());
    }
    CHECK(changes == std::vector<std::int64_t>{20, 50, 80, 100, 120, 150});
    CHECK(values == std::vector<std::int32_t>{2, 1, 0, 0, 2, 1});
}

TEST_CASE("cycles with steps of their own come round one after the other, and exceptions go before them") {
    Timeline const weeks{100, {{0, 0}, {20, 2}, {50, 0}}, {{3, {{0, 7}}}}, {{{0, 1}}, {{0, 0}, {90, 5}}}};
    CHECK(weeks.at(30) == 2);
    CHECK(weeks.at(130) == 1);
    CHECK(weeks.at(295) == 5);
    CHECK(weeks.at(330) == 7);      // the fourth, which would have been the first again
    CHECK(weeks.at(630) == 2);
    CHECK(weeks.most() == 7);
    CHECK_FALSE(weeks.constant());
    auto const counted = [&](std::int64_t from, std::int64_t to) {
        std::int64_t sum = 0;
        for (std::int64_t t = from; t < to; ++t) sum += weeks.at(t);
        return sum;
    };
    for (std::int64_t const from : {0, 10, 150, 299, 301})
        for (std::int64_t const to : {0, 55, 100, 345, 400, 731}) CHECK(weeks.integral(from, to) == (to > from ? counted(from, to) : 0));
    TimelineCursor cursor{&weeks};
    for (std::int64_t k = 0; k < 12; ++k) {
        auto const time = cursor.next_change();
        cursor.advance();
        CHECK(cursor.value() == weeks.at(time));
    }
}

TEST_CASE("a timeline with one step is constant") {
    Timeline const always{100, {{0, 4}}, {}};
    CHECK(always.constant());
    CHECK(always.integral(0, 250) == 1000);
    CHECK_FALSE(shifts.constant());
}

TEST_CASE("a cycle that is an exception has steps of its own: a week with a bank holiday") {
    Timeline line = shifts;
    line.exceptions = {{2, {{0, 3}, {60, 0}}}, {3, {{0, 0}}}};
    CHECK_FALSE(line.constant());
    CHECK(line.most() == 3);
    CHECK(line.at(199) == 0);
    CHECK(line.at(200) == 3);
    CHECK(line.at(260) == 0);
    CHECK(line.at(320) == 0);
    CHECK(line.at(420) == 2);
    std::int64_t counted = 0;
    for (std::int64_t t = 150; t < 450; ++t) counted += line.at(t);
    CHECK(line.integral(150, 450) == counted);
    std::vector<std::int64_t> changes;
    for (TimelineCursor cursor{&line}; changes.size() < 9; cursor.advance()) {
        REQUIRE(cursor.value() == line.at(changes.empty() ? 0 : changes.back()));
        changes.push_back(cursor.next_change());
    }
    CHECK(changes == std::vector<std::int64_t>{20, 50, 80, 100, 120, 150, 180, 200, 260});
}
