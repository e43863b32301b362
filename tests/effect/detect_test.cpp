// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <pathecon/effect/bypass.hpp>
#include <pathecon/effect/detect.hpp>

#include "chest_xray.hpp"

namespace pathecon::test {
using effect::Detect;
using Cases = std::vector<pathway::Case>;

TEST_CASE("an odds ratio of 2 moves a sensitivity of 0.9 to 0.947")
{
    auto usual = chest_xray();
    usual.tests[0].sensitivity = Probability{0.9};
    auto const after = Detect{.test = "positive", .odds_sensitivity = 2.0}(usual, tool("Overlay"));
    CHECK(after.tests[0].sensitivity.value.value() == Approx(18.0 / 19.0));
    CHECK(after.tests[0].specificity == usual.tests[0].specificity);
}

TEST_CASE("no odds ratio, however large, makes a probability of more than 1")
{
    auto const after =
        Detect{.test = "positive", .odds_sensitivity = 1e12, .odds_specificity = 1e12}(chest_xray(), tool("Overlay"));
    CHECK(after.tests[0].sensitivity.value.valid());
    CHECK(after.tests[0].specificity.value.valid());
}

TEST_CASE("a new sensitivity replaces the old one and leaves the test its luck")
{
    auto expected = chest_xray();
    expected.tests[0].sensitivity = Probability{0.82};
    CHECK(Detect{.test = "positive", .sensitivity = Probability{0.82}}(chest_xray(), tool("Overlay")) == expected);
}

TEST_CASE("an odds ratio of 1 gives the same pathway back")
{
    CHECK(Detect{.test = "positive", .odds_sensitivity = 1.0, .odds_specificity = 1.0}(
              chest_xray(), used_by_patient("Overlay", 0.5)) == chest_xray());
}

TEST_CASE("a change for some patients is told by cases, and the others keep every number")
{
    auto usual = chest_xray();
    usual.attributes.push_back({.name = "old", .is = pathway::bernoulli(0.5)});
    usual.tests[0].cases = {{"old", Probability{0.3}}};
    auto const after = Detect{.test = "positive", .odds_sensitivity = 2.0}(usual, used_by_patient("Overlay", 0.5));
    CHECK(after.tests[0].sensitivity == usual.tests[0].sensitivity);
    auto const up = [](double p) { return units::on_odds(p, 2.0); };
    CHECK(after.tests[0].cases == Cases{{"Overlay/use and cancer and old", up(0.3)},
                                        {"Overlay/use and cancer", up(0.754)},
                                        {"Overlay/use and old", Probability{0.3}},
                                        {"Overlay/use", Probability{0.902}.complement()},
                                        {"old", Probability{0.3}}});
}

TEST_CASE("a shift for everybody moves subgroups as well")
{
    auto usual = chest_xray();
    usual.attributes.push_back({.name = "old", .is = pathway::bernoulli(0.5)});
    usual.tests[0].cases = {{"old", Probability{0.3}}};
    auto const after =
        Detect{.test = "positive", .odds_sensitivity = 2.0, .odds_specificity = 4.0}(usual, tool("Overlay"));
    REQUIRE(after.tests[0].cases.size() == 3);
    CHECK(after.tests[0].cases[0].where == "cancer and old");
    CHECK(after.tests[0].cases[0].p.value.value() == Approx(0.6 / 1.3));
    CHECK(after.tests[0].cases[1].where == "cancer");
    CHECK(after.tests[0].cases[2].where == "old");
    CHECK(after.tests[0].cases[2].p.value.value() == Approx(0.3 / (0.3 + 4 * 0.7)));
    CHECK(after.tests[0].specificity.value.value() == Approx(4 * 0.902 / (0.098 + 4 * 0.902)));
}

TEST_CASE("a set sensitivity holds in subgroups, whose other patients keep their own")
{
    auto usual = chest_xray();
    usual.attributes.push_back({.name = "old", .is = pathway::bernoulli(0.5)});
    usual.tests[0].cases = {{"old", Probability{0.3}}};
    auto const after = Detect{.test = "positive", .sensitivity = Probability{0.9}}(usual, tool("Overlay"));
    CHECK(after.tests[0].cases == Cases{{"cancer", Probability{0.9}}, {"old", Probability{0.3}}});
    auto const both = Detect{.test = "positive", .sensitivity = Probability{0.9}, .specificity = Probability{0.8}}(
        usual, tool("Overlay"));
    CHECK(both.tests[0].cases.empty());
    CHECK(both.tests[0].specificity.value == Probability{0.8});
}

TEST_CASE("a better reader behind a tool that skips reads no better what is not read")
{
    auto const skipping = effect::Bypass{.activity = "read", .share = Probability{0.2}}(chest_xray(), tool("Autonomy"));
    auto const after = Detect{.test = "positive", .sensitivity = Probability{0.9}}(skipping, tool("Overlay"));
    CHECK(the(after.tests, "positive") == the(skipping.tests, "positive"));
    CHECK(the(after.tests, "Autonomy/positive").sensitivity.value == Probability{0.9});
}

TEST_CASE("a fault in detecting is told with its field and its remedy")
{
    auto const detect = [](Detect verb) { return faults([&] { return verb(chest_xray(), tool("Overlay")); }); };
    CHECK_THAT(detect({.test = "positive", .sensitivity = Probability{1.02}}),
               contains("PE0110") && contains("sensitivity"));
    CHECK_THAT(detect({.test = "positive"}), contains("nothing to change"));
    CHECK_THAT(detect({.test = "postive", .sensitivity = Probability{0.9}}), contains("did you mean 'positive'?"));
    CHECK_THAT(detect({.test = "positive", .sensitivity = Probability{0.9}, .odds_sensitivity = 2.0}),
               contains("set already"));
    CHECK_THAT(detect({.test = "positive", .odds_sensitivity = 0.0}), contains("PE0110"));
}

} // namespace pathecon::test
