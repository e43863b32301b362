// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <pathecon/effect/shorten.hpp>

#include "chest_xray.hpp"

namespace pathecon::test {
using effect::Shorten;

TEST_CASE("a booking lag at half its length keeps its shape, and the tool is named for what is not modelled")
{
    auto const after = Shorten{.activity = "CT", .by = 0.5}(chest_xray(), tool("Fast CT"));
    auto expected = chest_xray();
    expected.activities[2].booking->lag = pathway::lognormal_median(7.5_d, 0.8);
    expected.remarks = after.remarks;
    CHECK(after == expected);
    REQUIRE(after.remarks.size() == 1);
    CHECK(after.remarks[0].code == 401);
    CHECK(after.remarks[0].tool == "Fast CT");
    CHECK_THAT(after.remarks[0].text,
               contains("'Fast CT' shortens the booking lag of 'CT': opportunity cost not modelled"));
}

TEST_CASE("three quarters on the same day are an attribute, and the others wait as before")
{
    auto const after =
        Shorten{.activity = "CT", .to = pathway::TimeDistribution{1_h}, .where = "cancer", .share = Probability{0.75}}(
            chest_xray(), tool("Fast CT"));
    CHECK(the(after.attributes, "Fast CT/sooner") ==
          pathway::Attribute{.name = "Fast CT/sooner", .is = pathway::bernoulli(0.75), .where = "cancer"});
    CHECK(after.activities[2].booking->cases == std::vector<pathway::TimeCase>{{"Fast CT/sooner", 1_h}});
    CHECK(after.activities[2].booking->lag == chest_xray().activities[2].booking->lag);
}

TEST_CASE("a delay is shortened with its cases, for those who use the tool")
{
    auto usual = chest_xray();
    usual.delays = {{.name = "post", .takes = 3_d, .cases = {{"cancer", 2_d}}}};
    auto const after = Shorten{.delay = "post", .by = 0.5}(usual, used_by_patient("E-letters", 0.5));
    CHECK(after.delays[0].cases ==
          std::vector<pathway::TimeCase>{{"E-letters/use and cancer", 1_d}, {"E-letters/use", 1.5_d}, {"cancer", 2_d}});
}

TEST_CASE("a lag that a tool shortens for some and for the others is remarked on once")
{
    auto const once = Shorten{.activity = "CT", .by = 0.5}(chest_xray(), tool("Fast CT"));
    auto const twice =
        Shorten{.activity = "CT", .to = pathway::TimeDistribution{1_h}, .where = "cancer"}(once, tool("Fast CT"));
    CHECK(twice.remarks == once.remarks);
    CHECK(Shorten{.activity = "CT", .by = 0.5}(once, tool("Other")).remarks.size() == 2);
}

TEST_CASE("a lag multiplied by 1 is the same pathway, without a remark")
{
    CHECK(Shorten{.activity = "CT", .by = 1.0}(chest_xray(), tool("Fast CT")) == chest_xray());
}

TEST_CASE("a fault in shortening is told with its field and its remedy")
{
    auto const shorten = [](Shorten verb) { return faults([&] { return verb(chest_xray(), tool("Fast CT")); }); };
    CHECK_THAT(shorten({.activity = "CT", .by = 1.5}), contains("PE0110"));
    CHECK_THAT(shorten({.activity = "CT"}), contains("exactly one of 'by', 'to'"));
    CHECK_THAT(shorten({.activity = "read", .by = 0.5}), contains("has no booking lag"));
    CHECK_THAT(shorten({.delay = "post", .by = 0.5}), contains("the pathway has no delay"));
    CHECK_THAT(shorten({.activity = "CT", .to = pathway::lognormal(3_d, -1_d)}), contains("PE0406"));
}

} // namespace pathecon::test
