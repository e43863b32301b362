// SPDX-License-Identifier: MIT
#include <cmath>
#include <limits>

#include "catch.hpp"

#include <pathecon/units/duration.hpp>
#include <pathecon/units/probability.hpp>

using namespace pathecon::units;

TEST_CASE("durations convert to any unit and sum exactly")
{
    CHECK((36_h).days() == 1.5);
    CHECK((90_s).minutes() == 1.5);
    CHECK((73_d).years() == 0.2);
    Duration total;
    for (int i = 0; i < 1000; ++i) total += 0.1_s;
    CHECK(total == 100_s); // a thousand tenths of a double would not be
}

TEST_CASE("minutes or hours give the same duration")
{
    CHECK(minutes(14) == hours(14.0 / 60));
    CHECK(hours(2.98) == minutes(178.8));
    CHECK(days(0.25) == 6_h);
}

TEST_CASE("a duration that is not finite or does not fit is refused at the door")
{
    CHECK_THROWS_AS(minutes(std::numeric_limits<double>::quiet_NaN()), pathecon::base::ContractViolation);
    CHECK_THROWS_AS(hours(std::numeric_limits<double>::infinity()), pathecon::base::ContractViolation);
    CHECK_THROWS_AS(years(300'000), pathecon::base::ContractViolation);
    CHECK_THROWS_AS(5_min / 0.0, pathecon::base::ContractViolation);
    CHECK(years(290'000) > years(1));
}

TEST_CASE("a probability keeps a wrong value, so that it is seen")
{
    CHECK(Probability{0.0}.valid());
    CHECK(Probability{1.0}.valid());
    CHECK_FALSE(Probability{1.0000001}.valid());
    CHECK(Probability{1.2}.value() == 1.2);
    CHECK_FALSE(Probability{std::nan("")}.valid());
}

TEST_CASE("a factor on the odds never leaves the range of probabilities, and a factor of 1 changes no bit")
{
    CHECK(on_odds(0.5, 3.0).value() == 0.75);
    CHECK(on_odds(0.9, 1e9).valid());
    CHECK(on_odds(0.0, 5.0).value() == 0.0);
    CHECK(on_odds(1.0, 0.25).value() == 1.0);
    CHECK(on_odds(0.3, 0.0).value() == 0.0);
    for (int i = 0; i <= 1000; ++i) {
        Probability const p{i / 1000.0};
        REQUIRE(on_odds(p, 1.0) == p);
        REQUIRE(on_odds(p, 7.3).valid());
    }
    CHECK_THAT(on_odds(0.2, 2.0).odds(), pathecon::test::within_rel(2.0 * Probability{0.2}.odds(), 1e-15));
}
