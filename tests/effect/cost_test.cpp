// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <pathecon/effect/portfolio.hpp>

#include "chest_xray.hpp"

namespace pathecon::test {
using effect::apply;
using effect::Charge;
using effect::Cost;
using effect::Per;
using effect::Scale;
using effect::Tool;

TEST_CASE("a charge per use adds the outcome that counts it, on the visits that use the tool")
{
    Tool const voice{.name = "Voice",
                     .effects = {effect::Adopt{.usage = Probability{0.3}, .go_live = 180_d, .ramp = 90_d},
                                 Scale{.activity = "read", .by = 0.9}},
                     .cost = {.per_use = 1.20_gbp, .used_at = "read", .used_where = "not cancer", .price_year = 2025}};
    auto const applied = apply(chest_xray(), {voice});
    CHECK(the(applied.pathway.outcomes, "Voice/uses") == pathway::Outcome{.name = "Voice/uses",
                                                                          .at = "read",
                                                                          .where = "not cancer",
                                                                          .share = Probability{0.3},
                                                                          .luck_name = "Voice/use"});
    CHECK(applied.charges ==
          std::vector<Charge>{{"Voice", "per use", 1.20_gbp, Per::use, "Voice/uses", 180_d, 90_d, 2025}});
    CHECK(applied.rollouts.at(0).go_live == 180_d);
}

TEST_CASE("films that a tool lets skip the reader are uses of it all the same")
{
    Tool const autonomy{.name = "Autonomy",
                        .effects = {effect::Bypass{.activity = "read", .share = Probability{0.2}}},
                        .cost = {.per_use = 1.20_gbp, .used_at = "read"}};
    CHECK(the(apply(chest_xray(), {autonomy}).pathway.outcomes, "Autonomy/uses").at == "Autonomy/settle");
}

TEST_CASE("an activity that the tool itself makes can be what is charged")
{
    Tool const check{
        .name = "Safety",
        .effects = {effect::Insert{.activity = pathway::Activity{.name = "check", .takes = 1_min}, .after = "read"}},
        .cost = {.per_use = 1_gbp, .used_at = "check"}};
    CHECK(the(apply(chest_xray(), {check}).pathway.outcomes, "Safety/uses").at == "check");
}

TEST_CASE("each item of a cost is a charge, and its optimism bias another one")
{
    Tool const tool{.name = "Triage", .cost = {.once = 40'000_gbp, .per_year = 60'000_gbp, .optimism_bias = 0.1}};
    auto const applied = apply(chest_xray(), {tool});
    CHECK(applied.pathway == chest_xray());
    REQUIRE(applied.charges.size() == 4);
    CHECK(applied.charges[0] == Charge{.tool = "Triage", .item = "once", .amount = 40'000_gbp});
    CHECK(applied.charges[1] == Charge{.tool = "Triage", .item = "optimism bias, once", .amount = 4'000_gbp});
    CHECK(applied.charges[2].per == Per::year);
    CHECK(applied.charges[3].amount.value == 6'000_gbp);
}

TEST_CASE("further items are charged by the verb, a session by its lists")
{
    Tool const voice{.name = "Voice",
                     .effects = {Cost{.item = "training", .amount = 500_gbp},
                                 Cost{.item = "microphone", .amount = 2_gbp, .per = Per::session, .at = "list"},
                                 Cost{.item = "note", .amount = 0.1_gbp, .per = Per::use, .at = "visit"}},
                     .cost = {.per_session = 3_gbp, .used_at = "visit"}};
    auto const applied = apply(clinic(), {voice});
    REQUIRE(applied.charges.size() == 4);
    CHECK(applied.charges[0].counted_by == "list");
    CHECK(applied.charges[1] == Charge{.tool = "Voice", .item = "training", .amount = 500_gbp});
    CHECK(applied.charges[2].counted_by == "list");
    CHECK(applied.charges[3].counted_by == "Voice/note");
    CHECK(the(applied.pathway.outcomes, "Voice/note").at == "visit");
}

TEST_CASE("a fault in a cost is told with its field and its remedy")
{
    auto const refuse = [](Tool const& tool) { return faults([&] { return apply(chest_xray(), {tool}); }); };
    CHECK_THAT(refuse({.name = "Voice", .cost = {.per_use = 1_gbp}}),
               contains("tool/Voice/cost/used_at") || contains("what counts as a use is missing"));
    CHECK_THAT(refuse({.name = "Voice", .cost = {.per_use = 1_gbp, .used_at = "raed"}}),
               contains("did you mean 'read'?"));
    CHECK_THAT(refuse({.name = "Voice", .cost = {.per_session = 1_gbp, .used_at = "read"}}),
               contains("has no session"));
    CHECK_THAT(refuse({.name = "Voice", .cost = {.once = -1_gbp}}), contains("PE0110"));
    CHECK_THAT(refuse({.name = "Voice", .effects = {Cost{.item = "note", .amount = 1_gbp, .per = Per::use}}}),
               contains("name of an activity is missing"));
    CHECK_THAT(refuse({.name = "Voice",
                       .effects = {Cost{.item = "note", .amount = 1_gbp}, Cost{.item = "note", .amount = 1_gbp}}}),
               contains("charged already"));
    CHECK_THAT(refuse({.name = "Voice",
                       .cost = {.once = random::uncertain(40'000_gbp, 30'000_gbp, 60'000_gbp), .optimism_bias = 0.1}}),
               contains("would count twice"));
}

} // namespace pathecon::test
