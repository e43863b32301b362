// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <pathecon/effect/scale.hpp>

#include "chest_xray.hpp"

namespace pathecon::test {
using effect::Scale;

TEST_CASE("scaling an activity notes the tool, its factor and its time on that activity and nowhere else")
{
    auto expected = chest_xray();
    expected.activities[1].adjustments = {{.tool = "Draft", .where = "not cancer", .by = 0.845, .add = 5_s}};
    CHECK(Scale{.activity = "read", .by = 0.845, .add = 5_s, .where = "not cancer"}(chest_xray(), tool("Draft")) ==
          expected);
}

TEST_CASE("scaling by 1 gives the same pathway back")
{
    CHECK(Scale{.activity = "read"}(chest_xray(), tool("Draft")) == chest_xray());
    CHECK(Scale{.activity = "read"}(chest_xray(), used_by_patient("Draft", 0.3)) == chest_xray());
    CHECK(Scale{.session = "list"}(clinic(), tool("Voice")) == clinic());
}

TEST_CASE("a tool used on 30 % of visits scales that share of them, picked by the luck of its use")
{
    auto const after = Scale{.activity = "read", .by = 0.9}(chest_xray(), used_by_visit("Draft", 0.3));
    auto const& change = after.activities[1].adjustments.at(0);
    CHECK(change.share.value == Probability{0.3});
    CHECK(change.luck_name == "Draft/use");
    CHECK(after.attributes == chest_xray().attributes);
}

TEST_CASE("a tool used on 30 % of patients scales the visits of those who have its attribute")
{
    auto const after =
        Scale{.activity = "read", .by = 0.9, .where = "cancer"}(chest_xray(), used_by_patient("Draft", 0.3));
    CHECK(the(after.attributes, "Draft/use").is == pathway::bernoulli(0.3));
    CHECK(after.activities[1].adjustments.at(0).where == "Draft/use and cancer");
    CHECK(after.activities[1].adjustments.at(0).share.value == Probability{1.0});
}

TEST_CASE("a four-hour clinic of 16-minute slots gains a slot at -8.2 % and none at -41 s")
{
    auto const slots = [](Scale const& scale) {
        auto const after = scale(clinic(), tool("Voice"));
        return slots_of(after.sessions[0].lists[0], after.sessions[0].slot.value);
    };
    CHECK(slots({.session = "list"}) == 15);
    CHECK(slots({.session = "list", .by = 0.918}) == 16);
    CHECK(slots({.session = "list", .add = -41_s}) == 15);
}

TEST_CASE("a list that is given as 15 slots gains as many as one that is given as four hours")
{
    auto usual = clinic();
    usual.sessions[0].lists = {{.days = "Tue", .slots = 15}};
    CHECK(Scale{.session = "list", .by = 0.918}(usual, tool("Voice")).sessions[0].lists[0].slots == 16);
    CHECK(Scale{.session = "list", .add = -41_s}(usual, tool("Voice")).sessions[0].lists[0].slots == 15);
}

TEST_CASE("a template is set for the mix of visits with and without the tool: a third of them gain no slot")
{
    auto const after = Scale{.session = "list", .by = 0.918}(clinic(), used_by_visit("Voice", 0.32));
    CHECK(after.sessions[0].slot.value.minutes() == Approx(16 * (1 - 0.32 * 0.082)));
    CHECK(slots_of(after.sessions[0].lists[0], after.sessions[0].slot.value) == 15);
}

TEST_CASE("a fault in scaling is told with its field and its remedy")
{
    CHECK_THAT(faults([] { return Scale{.activity = "raed", .by = 0.9}(chest_xray(), tool("Draft")); }),
               contains("PE0403") && contains("raed") && contains("did you mean 'read'?"));
    CHECK_THAT(faults([] { return Scale{.by = 0.9}(chest_xray(), tool("Draft")); }),
               contains("exactly one of 'activity', 'session'"));
    CHECK_THAT(faults([] { return Scale{.activity = "read", .by = -0.9}(chest_xray(), tool("Draft")); }),
               contains("PE0110"));
    CHECK_THAT(faults([] { return Scale{.activity = "read", .add = -4_min}(chest_xray(), tool("Draft")); }),
               contains("PE0406"));
    CHECK_THAT(faults([] { return Scale{.session = "list", .add = -16_min}(clinic(), tool("Voice")); }),
               contains("longer than 0"));
    CHECK_THAT(
        faults([] { return Scale{.session = "list", .by = 0.9, .where = "source = GP"}(clinic(), tool("Voice")); }),
        contains("same for everybody"));
    try {
        static_cast<void>(Scale{.activity = "raed"}(chest_xray(), tool("Draft")));
        FAIL("the fault was not told");
    } catch (base::InvalidInput const& refused) {
        CHECK(refused.diagnostics().all().at(0).path == "tool/Draft/effects/scale/activity");
    }
}

} // namespace pathecon::test
