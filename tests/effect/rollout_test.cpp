// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <pathecon/base/contract.hpp>
#include <pathecon/effect/rollout.hpp>

namespace pathecon::test {
using namespace units::literals;
using effect::Rollout;

TEST_CASE("benefits begin below nothing at the first use and climb in a straight line")
{
    Rollout const slow{.tool = "Voice", .go_live = 180_d, .ramp = 100_d, .dip = 0.25};
    CHECK(realised_at(slow, 179_d) == 0.0);
    CHECK(realised_at(slow, 180_d) == -0.25);
    CHECK(realised_at(slow, 230_d) == Approx(0.375));
    CHECK(realised_at(slow, 280_d) == 1.0);
    CHECK(realised_at(Rollout{}, 0_d) == 1.0);
}

TEST_CASE("the mean over a span is the integral of what is realised at each time")
{
    Rollout const slow{.tool = "Voice", .go_live = 180_d, .ramp = 100_d, .dip = 0.25};
    double sum = 0;
    for (int day = 0; day < 365; ++day)
        for (int part = 0; part < 100; ++part) sum += realised_at(slow, units::days(day + (part + 0.5) / 100)) / 100;
    CHECK(realised_between(slow, 0_d, 365_d) == Approx(sum / 365).epsilon(1e-6));
    CHECK(realised_between(slow, 365_d, 730_d) == 1.0);
    CHECK(realised_between(slow, 0_d, 180_d) == 0.0);
    CHECK(realised_between(slow, 180_d, 200_d) == Approx((-0.25 + 0.0) / 2));
    CHECK(realised_between(Rollout{}, 0_d, 365_d) == 1.0);
    CHECK_THROWS_AS(realised_between(slow, 5_d, 5_d), base::ContractViolation);
}

} // namespace pathecon::test
