// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <pathecon/effect/add_capacity.hpp>

#include "chest_xray.hpp"

namespace pathecon::test {
using effect::AddCapacity;
using pathway::SessionList;
using pathway::Shift;

TEST_CASE("a shift is added to the rota, whether or not the tool is used")
{
    auto expected = chest_xray();
    expected.resources[1].rota.shifts.push_back({.days = "Sat", .from = "09:00", .to = "13:00"});
    AddCapacity const saturday{.resource = "reader", .shift = Shift{.days = "Sat", .from = "09:00", .to = "13:00"}};
    CHECK(saturday(chest_xray(), tool("Saturday")) == expected);
    CHECK(saturday(chest_xray(), used_by_patient("Saturday", 0.1)) == expected);
}

TEST_CASE("a session gets another list, or slots on the lists it has")
{
    auto const more =
        AddCapacity{.session = "list", .list = SessionList{.days = "Fri", .slots = 9}}(clinic(), tool("Hot clinic"));
    CHECK(more.sessions[0].lists.at(1) == SessionList{.days = "Fri", .slots = 9});
    auto const longer = AddCapacity{.session = "list", .slots = 2}(clinic(), tool("Hot clinic"));
    CHECK(slots_of(longer.sessions[0].lists[0], longer.sessions[0].slot.value) == 17);
}

TEST_CASE("a fault in adding capacity is told with its field and its remedy")
{
    auto const add = [](AddCapacity verb) { return faults([&] { return verb(chest_xray(), tool("Saturday")); }); };
    CHECK_THAT(add({}), contains("exactly one of 'resource', 'session'"));
    CHECK_THAT(add({.resource = "clerk", .shift = Shift{}}), contains("nobody waits for it"));
    CHECK_THAT(add({.resource = "reader"}), contains("the shift is missing"));
    CHECK_THAT(add({.resource = "reader", .shift = Shift{.days = "Sut"}}), contains("PE0406"));
    CHECK_THAT(add({.resource = "reader", .shift = Shift{}, .slots = 1}), contains("a resource has shifts"));
    CHECK_THAT(add({.session = "list", .slots = 1}), contains("no session 'list'"));
}

} // namespace pathecon::test
