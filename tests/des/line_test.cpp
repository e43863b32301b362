// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <pathecon/des/line.hpp>

using namespace pathecon::des;

namespace {
struct Record {
    std::uint32_t next = nobody, prev = nobody;
};
} // namespace

TEST_CASE("who joined first is served first") {
    std::vector<Record> records(5);
    Line line;
    for (std::uint32_t const who : {3U, 0U, 4U}) line.push(records, who);
    CHECK(line.length == 3);
    CHECK(line.pop(records) == 3);
    CHECK(line.pop(records) == 0);
    CHECK(line.pop(records) == 4);
    CHECK(line.empty());
    CHECK(line.length == 0);
}

TEST_CASE("work that was put back goes first, also into an empty line") {
    std::vector<Record> records(3);
    Line line;
    line.push_front(records, 2);
    line.push(records, 1);
    line.push_front(records, 0);
    CHECK(line.pop(records) == 0);
    CHECK(line.pop(records) == 2);
    CHECK(line.pop(records) == 1);
    CHECK(line.empty());
}

TEST_CASE("who loses patience leaves from the head, the middle or the tail, and the others keep their order") {
    std::vector<Record> records(6);
    Line line;
    for (std::uint32_t who = 0; who < 6; ++who) line.push(records, who);
    line.remove(records, 3);
    line.remove(records, 0);
    line.remove(records, 5);
    CHECK(line.length == 3);
    line.push(records, 0);
    for (std::uint32_t const who : {1U, 2U, 4U, 0U}) CHECK(line.pop(records) == who);
    CHECK(line.empty());
}
