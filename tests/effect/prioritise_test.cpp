// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <pathecon/effect/prevalence.hpp>
#include <pathecon/effect/prioritise.hpp>
#include <pathecon/random/normal.hpp>

#include "chest_xray.hpp"

namespace pathecon::test {
using effect::Prioritise;
using effect::sensitivity_at;

TEST_CASE("a flag is an attribute with its own luck, and a level in the queue; the reader's findings stay")
{
    auto expected = chest_xray();
    expected.attributes.push_back(
        {.name = "Triage/flag", .is = {.p = Probability{0.21}, .cases = {{"cancer", Probability{0.9}}}}});
    expected.activities[1].priority = {{.where = "Triage/flag", .level = 0}};
    CHECK(Prioritise{
              .activity = "read", .condition = "cancer", .sensitivity = Probability{0.9}, .flags = Probability{0.21}}(
              chest_xray(), tool("Triage")) == expected);
}

TEST_CASE("an area under the curve flags the share of all films that is asked for")
{
    auto const after = Prioritise{.activity = "read",
                                  .condition = "cancer",
                                  .auc = Probability{0.88},
                                  .flags = Probability{0.2},
                                  .flag = "flagged"}(chest_xray(), tool("Triage"));
    std::string why;
    CHECK(effect::prevalence(after, "flagged", "", "read", why).value() == Approx(0.2).epsilon(1e-12));
    CHECK(effect::prevalence(after, "flagged", "cancer", "read", why).value() ==
          Approx(sensitivity_at(0.88, 0.2, 0.006)));
}

TEST_CASE("the binormal sensitivity lies on the curve of its area")
{
    // Without prevalence the share flagged is the false positive rate: Phi(d + Phi^-1(f)), d = sqrt(2) Phi^-1(auc).
    double const d = std::sqrt(2.0) * random::normal_quantile(0.88);
    CHECK(sensitivity_at(0.88, 0.2, 0.0) ==
          Approx(random::normal_cdf(d + random::normal_quantile(0.2))).epsilon(1e-12));
    CHECK(sensitivity_at(0.5, 0.3, 0.1) == Approx(0.3).epsilon(1e-12));
    CHECK(sensitivity_at(0.88, 0.0, 0.1) == 0.0);
    CHECK(sensitivity_at(0.88, 1.0, 0.1) == 1.0);
    CHECK(sensitivity_at(0.9999, 0.1, 0.1) > 0.95);
    CHECK(sensitivity_at(0.3, 0.2, 0.1) < 0.2);
    // The area under the curve is the integral of the sensitivity over the false positive rate.
    double area = 0;
    for (int i = 0; i < 2000; ++i) area += sensitivity_at(0.88, (i + 0.5) / 2000, 0.0) / 2000;
    CHECK(area == Approx(0.88).margin(1e-4));
}

TEST_CASE("whoever is served sooner already is not put back by a flag")
{
    auto usual = chest_xray();
    usual.attributes.push_back({.name = "urgent", .is = pathway::bernoulli(0.1)});
    usual.attributes.push_back({.name = "late", .is = pathway::bernoulli(0.1)});
    usual.activities[1].priority = {{"urgent", 0}, {"late", 200}};
    auto const after = Prioritise{.activity = "read",
                                  .condition = "cancer",
                                  .sensitivity = Probability{0.9},
                                  .flags = Probability{0.2},
                                  .level = 10}(usual, tool("Triage"));
    CHECK(after.activities[1].priority ==
          std::vector<pathway::Priority>{{"urgent", 0}, {"Triage/flag", 10}, {"late", 200}});
}

TEST_CASE("a tool flags only the patients it looks at")
{
    auto const after = Prioritise{.activity = "read",
                                  .condition = "cancer",
                                  .sensitivity = Probability{0.9},
                                  .flags = Probability{0.2},
                                  .where = "source = GP"}(chest_xray(), used_by_patient("Triage", 0.5));
    CHECK(the(after.attributes, "Triage/flag").where == "Triage/use and source = GP");
}

TEST_CASE("flags that also book sooner carry the remark that somebody else waits longer")
{
    auto const trap = Prioritise{.activity = "read",
                                 .condition = "cancer",
                                 .sensitivity = Probability{0.9},
                                 .flags = Probability{0.21},
                                 .urgent_booking = effect::UrgentBooking{.activity = "CT", .lag = 72_h}};
    auto const after = trap(chest_xray(), tool("Triage"));
    CHECK(the(after.activities, "CT").booking->cases == std::vector<pathway::TimeCase>{{"Triage/flag", 72_h}});
    CHECK(the(after.activities, "CT").booking->lag == chest_xray().activities[2].booking->lag);
    REQUIRE(after.remarks.size() == 1);
    CHECK(after.remarks[0].code == 401);
    CHECK(after.remarks[0].tool == "Triage");
    CHECK_THAT(after.remarks[0].text, contains("Triage") && contains("opportunity cost not modelled"));
    auto alone = trap;
    alone.urgent_booking.reset();
    CHECK(alone(chest_xray(), tool("Triage")).remarks.empty());
}

TEST_CASE("a tool's name may have words that conditions are made of")
{
    auto const after =
        Prioritise{.activity = "read",
                   .condition = "cancer",
                   .sensitivity = Probability{0.9},
                   .flags = Probability{0.2}}(chest_xray(), used_by_patient("Scan and sort (not AI)", 0.5));
    CHECK(the(after.attributes, "Scan + sort _not AI_/flag").where == "Scan + sort _not AI_/use");
    std::string why;
    CHECK(effect::prevalence(after, "Scan + sort _not AI_/flag", "", "read", why).value() ==
          Approx(0.5 * (0.006 * 0.9 + 0.994 * 0.2)));
}

TEST_CASE("a fault in prioritising is told with its field and its remedy")
{
    auto const prioritise = [](Prioritise verb) { return faults([&] { return verb(chest_xray(), tool("Triage")); }); };
    CHECK_THAT(prioritise({.activity = "read", .condition = "cancer", .flags = Probability{0.2}}),
               contains("exactly one of 'sensitivity', 'auc'"));
    CHECK_THAT(
        prioritise(
            {.activity = "read", .condition = "cancer", .sensitivity = Probability{1.1}, .flags = Probability{0.2}}),
        contains("PE0110"));
    CHECK_THAT(
        prioritise({.activity = "read", .condition = "cancer", .auc = Probability{1.0}, .flags = Probability{0.2}}),
        contains("PE0406"));
    CHECK_THAT(
        prioritise(
            {.activity = "read", .condition = "positive", .sensitivity = Probability{0.9}, .flags = Probability{0.2}}),
        contains("known only after"));
    CHECK_THAT(prioritise({.activity = "read",
                           .condition = "cancer",
                           .sensitivity = Probability{0.9},
                           .flags = Probability{0.2},
                           .flag = "cancer"}),
               contains("PE0405"));
    CHECK_THAT(prioritise({.activity = "read",
                           .condition = "cancer",
                           .sensitivity = Probability{0.9},
                           .flags = Probability{0.2},
                           .urgent_booking = effect::UrgentBooking{.activity = "read", .lag = 1_h}}),
               contains("has no booking lag"));
}

} // namespace pathecon::test
