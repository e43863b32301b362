// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <pathecon/effect/bypass.hpp>
#include <pathecon/effect/detect.hpp>
#include <pathecon/effect/prioritise.hpp>
#include <pathecon/effect/reconcile.hpp>
#include <pathecon/pathway/check.hpp>

#include "chest_xray.hpp"

namespace pathecon::test {
using effect::Reconcile;
using Cases = std::vector<pathway::Case>;

namespace {

Reconcile by_share()
{
    return {.activity = "read",
            .test = "positive",
            .discordance = pathway::bernoulli(0.303),
            .review = 3_min,
            .uses = {{.resource = "reader"}},
            .actionable = pathway::bernoulli(0.239)};
}
Reconcile by_flag()
{
    auto verb = by_share();
    verb.discordance.reset();
    verb.flag = "flagged";
    return verb;
}
pathway::Pathway flagged_films()
{
    return effect::Prioritise{.activity = "read",
                              .condition = "cancer",
                              .sensitivity = Probability{0.9},
                              .flags = Probability{0.21},
                              .flag = "flagged"}(chest_xray(), tool("Triage"));
}
double reader_hours_a_year(pathway::Pathway const& pathway)
{
    for (auto const& load : loads_of(pathway))
        if (load.name == "reader") return load.per_week * 365.0 / 7.0;
    return 0.0;
}

} // namespace

TEST_CASE("a review of 30.3 % of 18,300 films for 3 minutes takes 277 hours a year")
{
    auto const after = by_share()(chest_xray(), tool("Second look"));
    CHECK(reader_hours_a_year(after) - reader_hours_a_year(chest_xray()) ==
          Approx(0.303 * 18'300 * 3 / 60.0).epsilon(1e-9));
    CHECK(0.303 * 18'300 == Approx(5'545).margin(0.5));
    CHECK(reader_hours_a_year(after) - reader_hours_a_year(chest_xray()) == Approx(277.2).margin(0.1));
}

TEST_CASE("reviews by the flag are as many as there are films on which flag and finding differ")
{
    auto const after = by_flag()(flagged_films(), tool("Second look"));
    auto const differ = [](double flag, double finding) { return flag * (1 - finding) + (1 - flag) * finding; };
    double const share = 0.006 * differ(0.9, 0.754) + 0.994 * differ(0.21, 0.098);
    CHECK(reader_hours_a_year(after) - reader_hours_a_year(flagged_films()) ==
          Approx(share * 18'300 * 3 / 60.0).epsilon(1e-9));
}

TEST_CASE("a reviewed negative turns positive with the share that is actionable and acted on, a positive stays")
{
    auto verb = by_share();
    verb.actionable.cases = {{"cancer and not positive", Probability{0.9}}};
    verb.action = Probability{0.5};
    auto const after = verb(chest_xray(), tool("Second look"));
    auto first = chest_xray().tests[0];
    first.name = "Second look/positive";
    first.luck_name = "positive";
    CHECK(the(after.tests, "Second look/positive") == first);
    auto const& known = the(after.tests, "positive");
    CHECK(known.at == "Second look/settle");
    CHECK(known.cases ==
          Cases{{"Second look/positive", Probability{1.0}},
                {"Second look/discordant and cancer and not Second look/positive", Probability{0.9 * 0.5}},
                {"Second look/discordant", Probability{0.239 * 0.5}}});
    CHECK(known.sensitivity.value == Probability{0.0});
    CHECK(known.specificity.value == Probability{1.0});
    CHECK(pathway::faults_of(after).ok());
}

TEST_CASE("the review stands between the reading and what follows from it")
{
    auto const after = by_share()(chest_xray(), tool("Second look"));
    CHECK(route_from(after, "read").to.at(0).to == "Second look/compare");
    CHECK(route_from(after, "Second look/compare").to.at(0).to == "Second look/review");
    CHECK(route_from(after, "Second look/review").to.at(0).to == "Second look/settle");
    CHECK(route_from(after, "Second look/settle") ==
          pathway::Route{.from = "Second look/settle", .to = chest_xray().routes[1].to, .luck_name = "read"});
    auto const& review = the(after.activities, "Second look/review");
    CHECK(review.where == "Second look/discordant");
    CHECK(review.uses == std::vector<pathway::Use>{{.resource = "reader"}});
    CHECK(review.priority.empty());
    CHECK(the(after.outcomes, "missed").at == "Second look/settle");
    CHECK(the(after.outcomes, "films read").at == "read");
}

TEST_CASE("reviews may go before or after the other films")
{
    auto verb = by_share();
    verb.level = 10;
    verb.name = "discrepancy meeting";
    auto const after = verb(chest_xray(), tool("Second look"));
    CHECK(the(after.activities, "discrepancy meeting").priority ==
          std::vector<pathway::Priority>{{"Second look/discordant", 10}});
}

TEST_CASE("the joint table of flag, finding and disease may say who is reviewed")
{
    auto verb = by_share();
    verb.discordance =
        pathway::Chance{.p = Probability{0.25}, .cases = {{"flagged and not positive", Probability{0.95}}}};
    auto const after = verb(flagged_films(), used_by_patient("Second look", 0.5));
    CHECK(the(after.tests, "Second look/discordant").cases ==
          Cases{{"Second look/use and flagged and not Second look/positive", Probability{0.95}},
                {"Second look/use", Probability{0.25}}});
    CHECK(the(after.tests, "Second look/discordant").sensitivity.value == Probability{0.0});
}

TEST_CASE("films that are skipped after a review was set up are neither read nor reviewed")
{
    auto const reviewed = by_share()(chest_xray(), tool("Second look"));
    auto const after =
        effect::Bypass{.activity = "read", .share = Probability{0.2}, .test = "positive"}(reviewed, tool("Autonomy"));
    CHECK(reader_hours_a_year(after) == Approx(0.8 * reader_hours_a_year(reviewed)).epsilon(1e-9));
    CHECK(pathway::faults_of(after).ok());
}

TEST_CASE("a better reader behind a review is a better first reader, even when every review is acted on")
{
    auto verb = by_share();
    verb.actionable = pathway::bernoulli(1.0);
    auto const after = effect::Detect{.test = "positive", .sensitivity = Probability{0.9}}(
        verb(chest_xray(), tool("Second look")), tool("Overlay"));
    CHECK(the(after.tests, "Second look/positive").sensitivity.value == Probability{0.9});
    CHECK(the(after.tests, "Second look/discordant").sensitivity.value == Probability{0.303});
}

TEST_CASE("a fault in reconciling is told with its field and its remedy")
{
    auto const reconcile = [](Reconcile const& verb) {
        return faults([&] { return verb(flagged_films(), tool("Second look")); });
    };
    auto both = by_share();
    both.flag = "flagged";
    CHECK_THAT(reconcile(both), contains("exactly one of 'flag', 'discordance'"));
    auto nobody = by_share();
    nobody.uses.clear();
    CHECK_THAT(reconcile(nobody), contains("nobody is named who reviews"));
    auto unknown = by_flag();
    unknown.flag = "flaged";
    CHECK_THAT(reconcile(unknown), contains("did you mean 'flagged'?"));
    auto elsewhere = by_share();
    elsewhere.activity = "CT";
    CHECK_THAT(reconcile(elsewhere), contains("'positive' is a result of 'read', not of 'CT'"));
    auto too_much = by_share();
    too_much.discordance = pathway::bernoulli(1.303);
    CHECK_THAT(reconcile(too_much), contains("PE0110"));
}

} // namespace pathecon::test
