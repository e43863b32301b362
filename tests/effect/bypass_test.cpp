// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <pathecon/effect/bypass.hpp>
#include <pathecon/effect/prevalence.hpp>
#include <pathecon/pathway/check.hpp>

#include "chest_xray.hpp"

namespace pathecon::test {
using effect::Bypass;

namespace {

/// Films with something to see on 30 % of them, which is what the report is about.
pathway::Pathway normal_or_not()
{
    auto usual = chest_xray();
    usual.attributes.push_back({.name = "abnormal", .is = pathway::bernoulli(0.3)});
    usual.tests = {{.name = "found",
                    .at = "read",
                    .condition = "abnormal",
                    .sensitivity = Probability{0.9},
                    .specificity = Probability{0.95}}};
    usual.routes[1].to[0].where = "found";
    usual.outcomes = {{.name = "films read", .at = "read"},
                      {.name = "missed", .at = "read", .where = "abnormal and not found"},
                      {.name = "Triage/uses", .at = "read", .luck_name = "Triage/use"}};
    return usual;
}
Bypass const high_confidence_normal{.activity = "read", .share = Probability{0.2}, .errors = Probability{36.0 / 931.0}};

double share_of(pathway::Pathway const& pathway, std::string_view condition, std::string_view given = "")
{
    std::string why;
    auto const found = effect::prevalence(pathway, condition, given, "read", why);
    INFO(why);
    REQUIRE(found.has_value());
    return *found;
}
double reading_hours_a_year(pathway::Pathway const& pathway)
{
    for (auto const& load : loads_of(pathway))
        if (load.name == "reader") return load.per_week * 365.0 / 7.0;
    return 0.0;
}

} // namespace

TEST_CASE("20 % of 18,300 films reported without a reader free 183 hours a year")
{
    auto const after = high_confidence_normal(normal_or_not(), tool("Autonomy"));
    CHECK(share_of(after, "Autonomy/skip") == Approx(0.2).epsilon(1e-12));
    CHECK(reading_hours_a_year(normal_or_not()) == Approx(18'300 * 3 / 60.0));
    CHECK(reading_hours_a_year(normal_or_not()) - reading_hours_a_year(after) == Approx(183.0));
}

TEST_CASE("errors in 3.9 % of the films skipped misclassify 0.77 % of all films, 141 a year")
{
    auto const after = high_confidence_normal(normal_or_not(), tool("Autonomy"));
    double const misclassified = share_of(after, "Autonomy/skip and abnormal");
    CHECK(misclassified == Approx(0.2 * 36.0 / 931.0).epsilon(1e-12));
    CHECK(18'300 * misclassified == Approx(141.5).margin(0.1));
    CHECK(share_of(after, "abnormal", "Autonomy/skip") == Approx(36.0 / 931.0).epsilon(1e-12));
    CHECK(share_of(after, "abnormal") == Approx(0.3).epsilon(1e-12));
}

TEST_CASE("those who skip get their result from the tool, the others the reader's, with the reader's luck")
{
    auto const after =
        Bypass{.activity = "read", .share = Probability{0.2}, .missed = Probability{0.9}, .recall = Probability{0.05}}(
            normal_or_not(), tool("Autonomy"));
    auto first = normal_or_not().tests[0];
    first.name = "Autonomy/found";
    first.luck_name = "found";
    CHECK(the(after.tests, "Autonomy/found") == first);
    auto const& known = the(after.tests, "found");
    CHECK(known.at == "Autonomy/settle");
    CHECK(known.cases == std::vector<pathway::Case>{{"Autonomy/skip and abnormal", Probability{1.0 - 0.9}},
                                                    {"Autonomy/skip", Probability{0.05}},
                                                    {"Autonomy/found", Probability{1.0}}});
    CHECK(known.sensitivity.value == Probability{0.0});
    CHECK(known.specificity.value == Probability{1.0});
    CHECK(the(after.activities, "read").where == "not Autonomy/skip");
    CHECK(pathway::faults_of(after).ok());
}

TEST_CASE("clocks, uses and misses are told behind the activity that some skip; films read are not")
{
    auto const after = high_confidence_normal(normal_or_not(), tool("Autonomy"));
    CHECK(after.intervals[0].to == "Autonomy/settle");
    CHECK(the(after.outcomes, "missed").at == "Autonomy/settle");
    CHECK(the(after.outcomes, "Triage/uses").at == "Autonomy/settle");
    CHECK(the(after.outcomes, "films read").at == "read");
}

TEST_CASE("what begins, ends or pauses at the activity that some skip does so behind it")
{
    auto usual = normal_or_not();
    usual.events = {{.name = "worse", .from = "read", .until = "CT", .after = 30_d},
                    {.name = "lost", .until = "read", .after = 90_d},
                    {.name = "other", .from = "read.start", .after = 90_d}};
    usual.intervals[0].pauses = {{.from = "x-ray", .to = "read"}};
    usual.routes[1].to[0].elapsed = pathway::Elapsed{.since = "read", .at_most = 30_d};
    auto const after = high_confidence_normal(usual, tool("Autonomy"));
    CHECK(after.events[0].from == "Autonomy/settle");
    CHECK(after.events[1].until == "Autonomy/settle");
    CHECK(after.events[2].from == "read.start"); // of those who are read
    CHECK(after.intervals[0].pauses[0] == pathway::Pause{"x-ray", "Autonomy/settle"});
    auto const& branch = route_from(after, "Autonomy/settle").to.at(0);
    CHECK(branch.elapsed->since == "Autonomy/settle");
}

TEST_CASE("two tools that skip the same activity build on each other")
{
    auto const one = Bypass{.activity = "read", .share = Probability{0.2}}(normal_or_not(), tool("First"));
    auto const two = Bypass{.activity = "read", .share = Probability{0.1}, .test = "found"}(one, tool("Second"));
    CHECK(the(two.activities, "read").where == "not First/skip and not Second/skip");
    CHECK(the(two.tests, "found").at == "Second/settle");
    CHECK(the(two.tests, "Second/found").at == "First/settle");
    CHECK(pathway::faults_of(two).ok());
    CHECK(reading_hours_a_year(two) == Approx(18'300 * 3 / 60.0 * 0.8 * 0.9));
}

TEST_CASE("an activity without a result is skipped without an answer for one")
{
    auto const after = Bypass{.activity = "x-ray", .where = "cancer"}(chest_xray(), used_by_patient("Direct", 0.5));
    CHECK(the(after.attributes, "Direct/skip") ==
          pathway::Attribute{.name = "Direct/skip", .is = pathway::bernoulli(1.0), .where = "Direct/use and cancer"});
    CHECK(after.tests == chest_xray().tests);
    CHECK(after.intervals[0].from == "Direct/settle");
}

TEST_CASE("more misclassified patients than have the condition are refused, not cut")
{
    // 0.77 % of all films among those with cancer, which 0.6 % of all films have.
    CHECK_THAT(faults([] { return high_confidence_normal(chest_xray(), tool("Autonomy")); }),
               contains("PE0406") && contains("cancer") && contains("share of those who skip"));
    CHECK_THAT(
        faults([] { return Bypass{.activity = "read", .share = Probability{1.2}}(normal_or_not(), tool("Autonomy")); }),
        contains("PE0110"));
    CHECK_THAT(faults([] { return Bypass{.activity = "read", .where = "found"}(normal_or_not(), tool("Autonomy")); }),
               contains("known only after 'read'"));
    CHECK_THAT(
        faults([] { return Bypass{.activity = "x-ray", .errors = Probability{0.1}}(chest_xray(), tool("Autonomy")); }),
        contains("no result"));
    CHECK_THAT(faults([] { return Bypass{.activity = "x-ray", .test = "positive"}(chest_xray(), tool("Autonomy")); }),
               contains("not of 'x-ray'"));
}

} // namespace pathecon::test
