// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <pathecon/effect/portfolio.hpp>
#include <pathecon/pathway/check.hpp>

#include "chest_xray.hpp"

namespace pathecon::test {
using effect::Adopt;
using effect::apply;
using effect::Effect;
using effect::Portfolio;
using effect::Scale;
using effect::Tool;

namespace {

Tool triage()
{
    return {.name = "Triage",
            .effects = {effect::Prioritise{.activity = "read",
                                           .condition = "cancer",
                                           .auc = random::uncertain(0.88, 0.84, 0.91),
                                           .flags = Probability{0.2}},
                        Scale{.activity = "read", .by = random::uncertain(0.95, 0.9, 1.0)},
                        Adopt{.usage = Probability{0.8}}},
            .cost = {.once = 40'000_gbp, .per_year = 60'000_gbp, .per_use = 1.20_gbp, .used_at = "read"}};
}

} // namespace

TEST_CASE("the empty portfolio gives the same pathway back")
{
    auto const applied = apply(chest_xray(), {});
    CHECK(applied.pathway == chest_xray());
    CHECK(applied.charges.empty());
    CHECK(applied.changes.empty());
    CHECK(applied.rollouts.empty());
}

TEST_CASE("tools act in their order, each on what the one before it made")
{
    Tool const first{.name = "First",
                     .effects = {Adopt{.usage = Probability{1.0}}, Effect{[](pathway::Pathway const& usual) {
                                     auto made = usual;
                                     made.name += " first";
                                     return made;
                                 }}}};
    Tool second = first;
    second.name = "Second";
    second.effects[1] = Effect{[](pathway::Pathway const& usual) {
        auto made = usual;
        made.name += " second";
        return made;
    }};
    CHECK(apply(chest_xray(), {first, second}).pathway.name == "chest X-ray first second");
    CHECK(apply(chest_xray(), {second, first}).pathway.name == "chest X-ray second first");
}

TEST_CASE("a pathway that several tools of all kinds have changed is still without a fault")
{
    Tool const autonomy{
        .name = "Autonomy",
        .effects = {effect::Bypass{.activity = "read", .share = Probability{0.2}}, Adopt{.usage = Probability{0.5}}}};
    Tool const review{.name = "Second look",
                      .effects = {effect::Reconcile{.activity = "read",
                                                    .test = "positive",
                                                    .flag = "Triage/flag",
                                                    .review = 3_min,
                                                    .uses = {{.resource = "reader"}},
                                                    .actionable = pathway::bernoulli(0.239),
                                                    .where = "not Autonomy/skip"},
                                  Adopt{.usage = Probability{0.9}}}};
    Tool const admin{
        .name = "Admin",
        .effects = {effect::Transfer{.activity = "read", .from = "reader", .to = "clerk", .time = 30_s},
                    effect::Insert{.activity = pathway::Activity{.name = "vet", .takes = 2_min}, .before = "CT"},
                    effect::Shorten{.activity = "CT", .by = 0.9}, Adopt{.usage = Probability{0.7}}}};
    auto const applied = apply(chest_xray(), {triage(), autonomy, review, admin});
    INFO(pathway::faults_of(applied.pathway).text());
    CHECK(pathway::faults_of(applied.pathway).ok());
    CHECK(applied.rollouts.size() == 4);
}

TEST_CASE("the shape of an arm does not depend on what was drawn")
{
    auto const labels = [](pathway::Pathway const& pathway) {
        std::vector<std::string> names;
        for (auto const& one : pathway.activities) names.push_back(one.name);
        for (auto const& one : pathway.attributes) names.push_back(one.name);
        for (auto const& one : pathway.outcomes) names.push_back(one.name);
        return names;
    };
    auto const base = apply(chest_xray(), {triage()}).pathway;
    for (int k = 0; k < 8; ++k) {
        auto const drawn = apply(chest_xray(), draw(Portfolio{triage()}, 7, k, 8), effect::Changes::skipped);
        CHECK(labels(drawn.pathway) == labels(base));
        CHECK_FALSE(drawn.pathway == base);
        CHECK(drawn.changes.empty());
    }
    CHECK(apply(chest_xray(), draw(Portfolio{triage()}, 7, -1, 8)).pathway == base);
}

TEST_CASE("the order of different verbs in a tool does not change what is drawn")
{
    auto turned = triage();
    std::swap(turned.effects[0], turned.effects[1]);
    auto const by = [](Tool const& tool) {
        for (auto const& effect : draw(tool, 7, 3, 8).effects)
            if (auto const* scale = effect.as<Scale>()) return scale->by.value;
        return 0.0;
    };
    CHECK(by(triage()) == by(turned));
}

TEST_CASE("the faults of all effects of all tools are told at once, each in its place")
{
    Tool const one{.name = "One",
                   .effects = {Scale{.activity = "raed", .by = 0.9}, Scale{.activity = "CT", .by = -1.0}}};
    Tool const two{.name = "Two", .effects = {effect::Detect{.test = "postive", .sensitivity = Probability{0.9}}}};
    try {
        static_cast<void>(apply(chest_xray(), {one, two, two}));
        FAIL("the faults were not told");
    } catch (base::InvalidInput const& refused) {
        std::vector<std::string> paths;
        for (auto const& fault : refused.diagnostics().all()) paths.push_back(fault.path);
        for (auto const* path : {"tool/One/effects/scale/activity", "tool/One/effects/scale#2/by",
                                 "tool/Two/effects/detect/test", "tool/Two/name"})
            CHECK(std::count(paths.begin(), paths.end(), path) == 1);
        CHECK(paths.size() == 4);
    }
}

TEST_CASE("two tools whose names read alike in conditions are refused")
{
    Tool const one{.name = "Read and sort"}, two{.name = "Read + sort"};
    CHECK_THAT(faults([&] { return apply(chest_xray(), {one, two}); }), contains("PE0408"));
}

TEST_CASE("what a user's code throws on its own account comes through as it is")
{
    Tool const broken{.name = "Broken", .effects = {Effect{[](pathway::Pathway const&) -> pathway::Pathway {
                                            throw std::out_of_range{"mine"};
                                        }}}};
    CHECK_THROWS_AS(apply(chest_xray(), {broken}), std::out_of_range);
}

} // namespace pathecon::test
