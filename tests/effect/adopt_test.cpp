// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <pathecon/effect/adopt.hpp>
#include <pathecon/effect/portfolio.hpp>

#include "chest_xray.hpp"

namespace pathecon::test {
using effect::Adopt;
using effect::apply;
using effect::Scale;

TEST_CASE("adopting alone changes nothing")
{
    CHECK(Adopt{.usage = Probability{0.32}}(chest_xray(), tool("Voice")) == chest_xray());
}

TEST_CASE("usage times consent is the share of visits of every other effect of the tool, wherever it stands")
{
    effect::Tool const voice{.name = "Voice",
                             .effects = {Scale{.activity = "read", .by = 0.9},
                                         Adopt{.usage = Probability{0.32}, .consent = Probability{0.92}},
                                         Scale{.activity = "CT", .by = 0.8}}};
    auto const after = apply(chest_xray(), {voice}).pathway;
    for (auto const* name : {"read", "CT"}) {
        auto const& change = the(after.activities, name).adjustments.at(0);
        CHECK(change.share.value.value() == Approx(0.32 * 0.92));
        CHECK(change.luck_name == "Voice/use");
    }
    CHECK(after.attributes == chest_xray().attributes);
}

TEST_CASE("a tool that flags is used patient by patient, in all of its effects")
{
    effect::Tool const triage{.name = "Triage",
                              .effects = {Scale{.activity = "read", .by = 0.95}, Adopt{.usage = Probability{0.5}},
                                          effect::Prioritise{.activity = "read",
                                                             .condition = "cancer",
                                                             .sensitivity = Probability{0.9},
                                                             .flags = Probability{0.2}}},
                              .cost = {.per_use = 1.20_gbp, .used_at = "read"}};
    CHECK(drawn_of(triage) == effect::Drawn::per_patient);
    auto const after = apply(chest_xray(), {triage}).pathway;
    CHECK(the(after.activities, "read").adjustments.at(0).where == "Triage/use");
    CHECK(the(after.attributes, "Triage/flag").where == "Triage/use");
    CHECK(the(after.outcomes, "Triage/uses").where == "Triage/use");
    CHECK(std::count_if(after.attributes.begin(), after.attributes.end(),
                        [](auto const& one) { return one.name == "Triage/use"; }) == 1);
}

TEST_CASE("one tool's adoption does not touch another tool")
{
    effect::Tool const voice{.name = "Voice",
                             .effects = {Adopt{.usage = Probability{0.3}}, Scale{.activity = "read", .by = 0.9}}};
    effect::Tool const draft{.name = "Draft", .effects = {Scale{.activity = "read", .by = 0.8}}};
    auto const after = apply(chest_xray(), {voice, draft}).pathway;
    CHECK(after.activities[1].adjustments.at(1) == pathway::Adjustment{.tool = "Draft", .by = 0.8});
}

TEST_CASE("a tool that says nothing of its adoption is remarked on, one that says it is not")
{
    effect::Tool draft{.name = "Draft", .effects = {Scale{.activity = "read", .by = 0.8}}};
    auto const after = apply(chest_xray(), {draft}).pathway;
    REQUIRE(after.remarks.size() == 1);
    CHECK(after.remarks[0].code == 402);
    CHECK(after.remarks[0].tool == "Draft");
    draft.effects.push_back(Adopt{.usage = Probability{1.0}});
    CHECK(apply(chest_xray(), {draft}).pathway.remarks.empty());
    draft.effects = {effect::AddCapacity{.resource = "reader", .shift = pathway::Shift{}}};
    CHECK(apply(chest_xray(), {draft}).pathway.remarks.empty());
}

TEST_CASE("a tool that is adopted twice is refused")
{
    effect::Tool const twice{.name = "Voice",
                             .effects = {Adopt{.usage = Probability{0.3}}, Adopt{.usage = Probability{0.4}}}};
    CHECK_THAT(faults([&] { return apply(chest_xray(), {twice}); }), contains("PE0408"));
}

} // namespace pathecon::test
