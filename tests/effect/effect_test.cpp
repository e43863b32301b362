// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <functional>

#include <pathecon/effect/effect.hpp>
#include <pathecon/effect/tool.hpp>

#include "chest_xray.hpp"

namespace pathecon::test {
using effect::Effect;
using effect::EffectLike;
using effect::Scale;

namespace {

/// A researcher's own effect, with an input that is drawn.
struct Hurry {
    random::Input<double> by{1.0};
    pathway::Pathway operator()(pathway::Pathway const& usual) const
    {
        auto hurried = usual;
        for (auto& activity : hurried.activities) activity.adjustments.push_back({.tool = "Hurry", .by = by});
        return hurried;
    }
};
struct NoPathwayBack {
    int operator()(pathway::Pathway const&) const { return 0; }
};
struct WantsToChange {
    pathway::Pathway operator()(pathway::Pathway& usual) const { return usual; }
};

static_assert(EffectLike<Hurry>);
static_assert(EffectLike<Scale>);
static_assert(EffectLike<std::function<pathway::Pathway(pathway::Pathway const&)>>);
static_assert(!EffectLike<int>);
static_assert(!EffectLike<NoPathwayBack>);
static_assert(!EffectLike<WantsToChange>);
static_assert(!std::constructible_from<Effect, NoPathwayBack>);

template <class T>
T decoded(base::Value const& value, std::string& text)
{
    base::Diagnostics diagnostics;
    base::Places places;
    T made = base::decode<T>(value, diagnostics, places, "tool/Draft/effects");
    text = diagnostics.text();
    return made;
}

} // namespace

} // namespace pathecon::test

template <>
struct pathecon::base::Fields<pathecon::test::Hurry> {
    static constexpr std::string_view noun = "hurry", sentence = "Makes everybody hurry.";
    static constexpr auto table = std::tuple{field("by", &test::Hurry::by, "Factor.")};
};

namespace pathecon::test {

TEST_CASE("a verb, a lambda, a struct and a std::function are all effects")
{
    std::vector<Effect> const effects{Scale{.activity = "read", .by = 0.9},
                                      Effect{[](pathway::Pathway const& usual) { return usual; }, "as before"},
                                      Hurry{0.5}, std::function<pathway::Pathway(pathway::Pathway const&)>{Hurry{0.5}}};
    CHECK(effects[0].name() == "scale");
    CHECK(effects[1].name() == "as before");
    CHECK(effects[2].name() == "custom");
    CHECK(effects[1].apply(chest_xray(), tool("Mine")) == chest_xray());
    CHECK(effects[2].apply(chest_xray(), tool("Mine")) == effects[3].apply(chest_xray(), tool("Mine")));
    CHECK(effects[0].as<Scale>()->by.value == 0.9);
    CHECK(effects[1].as<Scale>() == nullptr);
    CHECK(Effect{}.apply(chest_xray(), tool("Mine")) == chest_xray());
}

TEST_CASE("code that minds adoption is given the context")
{
    Effect const asks{[](pathway::Pathway const& usual, effect::Context const& context) {
        auto made = usual;
        made.name = context.tool;
        return made;
    }};
    CHECK(asks.apply(chest_xray(), tool("Mine")).name == "Mine");
}

TEST_CASE("effects compare by what they say, code by identity")
{
    CHECK(Effect{Scale{.activity = "read", .by = 0.9}} == Effect{Scale{.activity = "read", .by = 0.9}});
    CHECK_FALSE(Effect{Scale{.activity = "read", .by = 0.9}} == Effect{Scale{.activity = "read", .by = 0.8}});
    Effect const code{Hurry{0.5}};
    CHECK(code == Effect{code});
    CHECK_FALSE(code == Effect{Hurry{0.5}});
}

TEST_CASE("an empty std::function is refused when it is given, not when it is called")
{
    CHECK_THROWS_AS((Effect{std::function<pathway::Pathway(pathway::Pathway const&)>{}}), base::ContractViolation);
}

TEST_CASE("uncertain inputs are drawn by their names, in a verb as in a struct with a field table")
{
    Effect const verb{Scale{.activity = "read", .by = random::uncertain(0.9, 0.8, 1.0)}};
    auto const first = verb.draw(1, 0, 8, "tool/Draft/effects/scale");
    CHECK(first == verb.draw(1, 0, 8, "tool/Draft/effects/scale"));
    CHECK(first.as<Scale>()->by.value != verb.draw(1, 1, 8, "tool/Draft/effects/scale").as<Scale>()->by.value);
    CHECK(first.as<Scale>()->by.value != verb.draw(1, 0, 8, "tool/Other/effects/scale").as<Scale>()->by.value);
    CHECK(verb.draw(1, -1, 8, "tool/Draft/effects/scale").as<Scale>()->by.value == Approx(0.9));
    Effect const own{Hurry{random::uncertain(0.9, 0.8, 1.0)}};
    auto const by = [&](int draw) {
        return own.draw(1, draw, 8, "tool/Draft/effects/custom")
            .apply(chest_xray(), tool("Mine"))
            .activities[0]
            .adjustments[0]
            .by.value;
    };
    CHECK(by(0) != by(1));
    CHECK(by(-1) == Approx(0.9));
}

TEST_CASE("every verb is written as a file says it and read back as it was")
{
    std::vector<Effect> const effects{
        Scale{.activity = "read", .by = random::uncertain(0.9, 0.8, 1.0), .add = 5_s},
        effect::Insert{.activity = pathway::Activity{.name = "check", .takes = 1_min}, .after = "read"},
        effect::Bypass{.activity = "read", .share = Probability{0.2}, .errors = Probability{0.04}},
        effect::Transfer{.activity = "read", .from = "reader", .to = "clerk", .time = 1_min},
        effect::Prioritise{.activity = "read",
                           .condition = "cancer",
                           .auc = random::uncertain(0.88, 0.84, 0.91),
                           .flags = Probability{0.2},
                           .urgent_booking = effect::UrgentBooking{.activity = "CT", .lag = 72_h}},
        effect::Detect{.test = "positive", .odds_sensitivity = 2.0},
        effect::Reconcile{.activity = "read",
                          .test = "positive",
                          .discordance = pathway::bernoulli(0.303),
                          .review = 3_min,
                          .uses = {{.resource = "reader"}},
                          .actionable = {.p = Probability{0.239}, .cases = {{"cancer", Probability{0.9}}}}},
        effect::Adopt{.usage = Probability{0.32}, .go_live = 180_d},
        effect::Burden{.activity = "read", .per_session = 10_min, .visits_per_session = 15.0},
        effect::Cost{.item = "training", .amount = 500_gbp, .per = effect::Per::year},
        effect::AddCapacity{.resource = "reader", .shift = pathway::Shift{.days = "Sat"}},
        effect::Shorten{.activity = "CT", .to = pathway::TimeDistribution{1_d}}};
    CHECK(effects.size() == effect::verbs.size());
    for (std::size_t i = 0; i < effects.size(); ++i) {
        INFO(effects[i].name());
        CHECK(effects[i].name() == effect::verbs[i].name);
        CHECK(base::decode<Effect>(effects[i].encode()) == effects[i]);
    }
    CHECK(base::to_json_text(effects[7].encode()) == R"({"adopt":{"go_live":"180 d","usage":0.32}})");
    CHECK(base::decode<std::vector<Effect>>(base::encode(effects)) == effects);
}

TEST_CASE("code cannot be written to a file, and says so")
{
    CHECK_THAT(faults([] { return Effect{Hurry{0.5}}.encode(); }), contains("PE0409") && contains("is code"));
}

TEST_CASE("an unknown verb or field is told with the nearest that there is")
{
    using base::Value;
    std::string text;
    static_cast<void>(decoded<std::vector<Effect>>(
        Value::list({Value::table({{"scael", Value::table({{"activity", "read"}})}})}), text));
    CHECK_THAT(text, contains("PE0104") && contains("did you mean 'scale'?"));
    static_cast<void>(decoded<std::vector<Effect>>(
        Value::list({Value::table({{"scale", Value::table({{"activty", "read"}})}})}), text));
    CHECK_THAT(text, contains("PE0104") && contains("did you mean 'activity'?"));
    static_cast<void>(decoded<std::vector<Effect>>(Value::list({Value::table({{"adopt", Value::table()}})}), text));
    CHECK_THAT(text, contains("PE0101") && contains("usage"));
}

TEST_CASE("the inputs of a tool are listed by the verbs of its effects, not by their places")
{
    effect::Tool const tool{.name = "Draft",
                            .effects = {Scale{.activity = "read", .by = 0.9}, effect::Adopt{.usage = Probability{0.3}},
                                        Scale{.activity = "CT", .by = 0.8}}};
    std::vector<std::string> paths;
    for (auto const& row : random::list_inputs(tool, "tool/Draft")) paths.push_back(row.path);
    auto const has = [&](std::string const& path) {
        return std::find(paths.begin(), paths.end(), path) != paths.end();
    };
    CHECK(has("tool/Draft/effects/scale/by"));
    CHECK(has("tool/Draft/effects/scale#2/by"));
    CHECK(has("tool/Draft/effects/adopt/usage"));
    CHECK(has("tool/Draft/cost/per_use"));
}

} // namespace pathecon::test
