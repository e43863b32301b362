// SPDX-License-Identifier: MIT
#include <limits>

#include "catch.hpp"

#include <pathecon/units/format.hpp>

using namespace pathecon::units;

TEST_CASE("durations are shown in the unit that reads best")
{
    CHECK(human(45.83_h) == "45.8 h");
    CHECK(human(16_d) == "16.0 d");
    CHECK(human(14_min) == "14.0 min");
    CHECK(human(30_s) == "30.0 s");
    CHECK(human(5_years, 2) == "5.0 years");
    CHECK(human(-3_h) == "-3.00 h");
    CHECK(human(Duration{}) == "0 s");
}

TEST_CASE("amounts are shown with £ and thousands, small ones with pence")
{
    CHECK(human(1234_gbp) == "£1,234");
    CHECK(human(-1234567_gbp) == "-£1,234,567");
    CHECK(human(1.2_gbp) == "£1.20");
    CHECK(human(1234567_gbp, 3) == "£1,230,000");
    CHECK(human(0_gbp) == "£0");
    CHECK(human(-0.001_gbp) == "£0.00");
}

TEST_CASE("a number shows so many significant digits, also when rounding carries")
{
    CHECK(human(9.996) == "10.0");
    CHECK(human(999.6) == "1,000");
    CHECK(human(0.04567) == "0.0457");
    CHECK(human(1234567.0, 3) == "1,230,000");
    CHECK(human(-1234.5, 6) == "-1,234.50");
    CHECK(human(std::numeric_limits<double>::infinity()) == "infinite");
}

TEST_CASE("fmt writes quantities, with the digits asked for")
{
    CHECK(fmt::format("{} and {}", 45.83_h, 1234_gbp) == "45.8 h and £1,234");
    CHECK(fmt::format("{:.2}", 45.83_h) == "46 h");
    CHECK(fmt::format("{:.2}", 1234_gbp) == "£1,200");
    CHECK(fmt::format("{}", 10.8_per_week) == "1.54 per d");
    CHECK(fmt::format("{}", Probability{0.3}) == "30.0 %");
}
