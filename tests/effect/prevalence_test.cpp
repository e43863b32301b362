// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <pathecon/effect/prevalence.hpp>

#include "chest_xray.hpp"

namespace pathecon::test {
using effect::prevalence;

TEST_CASE("attributes that depend on each other are enumerated in the order in which they are drawn")
{
    auto usual = chest_xray();
    usual.attributes = {{.name = "age", .levels = {"young", "old"}, .shares = {3.0, 1.0}},
                        {.name = "cancer", .is = {.p = Probability{0.01}, .cases = {{"age = old", Probability{0.05}}}}},
                        {.name = "late", .is = pathway::bernoulli(0.5), .where = "cancer"}};
    std::string why;
    CHECK(prevalence(usual, "cancer", "", "", why).value() == Approx(0.75 * 0.01 + 0.25 * 0.05));
    CHECK(prevalence(usual, "age = old", "cancer", "", why).value() == Approx(0.0125 / 0.02));
    CHECK(prevalence(usual, "late", "", "", why).value() == Approx(0.01));
    CHECK(prevalence(usual, "not cancer and age != old", "", "", why).value() == Approx(0.75 * 0.99));
}

TEST_CASE("only arrivals that can come to the step count, each by its mean rate")
{
    auto usual = chest_xray();
    usual.attributes = {
        {.name = "cancer", .is = {.p = Probability{0.006}, .cases = {{"source = ward", Probability{0.2}}}}}};
    usual.arrivals.push_back({.name = "ward", .rate = units::per_year(18'300), .to = "CT", .background = true});
    std::string why;
    CHECK(prevalence(usual, "cancer", "", "read", why).value() == Approx(0.006));
    CHECK(prevalence(usual, "cancer", "", "CT", why).value() == Approx(0.103));
    CHECK(prevalence(usual, "cancer", "source = ward", "CT", why).value() == Approx(0.2));
}

TEST_CASE("patients by appointment and by a trace count as they come, with what is known of them")
{
    auto usual = chest_xray();
    usual.attributes = {
        {.name = "cancer", .is = {.p = Probability{0.01}, .cases = {{"source = list", Probability{0.1}}}}},
        {.name = "late", .is = pathway::bernoulli(0.5), .where = "cancer"}};
    usual.arrivals = {{.name = "GP", .rate = units::per_week(10), .group = 3},
                      {.name = "list",
                       .appointments = pathway::Appointments{.lists = {{.days = "Mon", .slots = 20}},
                                                             .slot = 5_min,
                                                             .no_show = pathway::bernoulli(0.25)}}};
    std::string why;
    CHECK(prevalence(usual, "cancer", "", "", why).value() == Approx((30 * 0.01 + 15 * 0.1) / 45));
    usual.arrivals = {{.name = "GP", .trace = {{1_d, "cancer"}, {2_d}, {3_d, "not cancer"}, {4_d, "cancer and late"}}}};
    CHECK(prevalence(usual, "cancer", "", "", why).value() == Approx((2 + 0.01) / 4));
    CHECK(prevalence(usual, "late", "cancer", "", why).value() == Approx((1.5 + 0.005) / 2.01));
}

TEST_CASE("patients reach a step out of a queue and by an event too")
{
    auto usual = chest_xray();
    usual.attributes = {
        {.name = "cancer", .is = {.p = Probability{0.006}, .cases = {{"source = GP", Probability{0.2}}}}}};
    usual.arrivals.push_back({.name = "ward", .rate = units::per_year(18'300), .to = "CT"});
    usual.routes[1].to = {{.to = "exit"}};
    std::string why;
    CHECK(prevalence(usual, "cancer", "", "CT", why).value() == Approx(0.006)); // the ward alone
    auto impatient = usual;
    impatient.activities[1].patience = pathway::Patience{.after = 1_d, .to = "CT"};
    CHECK(prevalence(impatient, "cancer", "", "CT", why).value() == Approx(0.103));
    usual.events = {{.name = "worse", .after = 30_d, .to = "CT"}};
    CHECK(prevalence(usual, "cancer", "", "CT", why).value() == Approx(0.103));
}

TEST_CASE("a test result is not known at arrival, and nobody is no denominator")
{
    std::string why;
    CHECK_FALSE(prevalence(chest_xray(), "positive", "", "", why));
    CHECK_THAT(why, contains("no attribute"));
    CHECK_FALSE(prevalence(chest_xray(), "cancer", "source = elsewhere", "", why));
    CHECK_FALSE(why.empty());
}

} // namespace pathecon::test
