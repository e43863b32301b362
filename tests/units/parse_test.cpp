// SPDX-License-Identifier: MIT
#include <cmath>
#include <string>

#include "catch.hpp"

#include <pathecon/units/parse.hpp>

using namespace pathecon::units;

namespace {

/// Gives the message, hint and code of what is refused.
template <class T>
std::string refusal(std::optional<T> (*parse)(std::string_view, ParseFault*), std::string const& text)
{
    ParseFault fault;
    if (parse(text, &fault)) return "accepted";
    return std::to_string(fault.code) + " " + fault.message + (fault.hint.empty() ? "" : " (" + fault.hint + ")");
}

std::string no_probability(std::string const& text)
{
    return refusal<Probability>(
        static_cast<std::optional<Probability> (*)(std::string_view, ParseFault*)>(parse_probability), text);
}

} // namespace

TEST_CASE("durations are read with their unit")
{
    CHECK(parse_duration("14 min") == 14_min);
    CHECK(parse_duration("2.98 h") == hours(2.98));
    CHECK(parse_duration("15 d") == 15_d);
    CHECK(parse_duration("30s") == 30_s);
    CHECK(parse_duration("1 week") == 7_d);
    CHECK(parse_duration("5 years") == 5_years);
    CHECK(parse_duration("1 h 30 min") == 90_min);
    CHECK(parse_duration("1,440 min") == 1_d);
    CHECK(parse_duration("1e3 s") == 1000_s);
    CHECK(parse_duration("-1 h 30 min") == -90_min);
    CHECK(parse_duration("25 us") == Duration::from_ticks(25));
    CHECK(parse_duration("0 min") == Duration{});
}

TEST_CASE("a bare number is no duration, amount or rate: the message says what to write")
{
    CHECK(refusal(parse_duration, "14") == "105 expected a duration with its unit, found 14 (14 what? write '14 min')");
    CHECK(refusal(parse_money, "60,000") ==
          "105 expected an amount with its unit, found 60,000 (60,000 what? write '£60,000')");
    CHECK(refusal(parse_rate, "9") == "105 expected a rate with its unit, found 9 (9 what? write '9 per h')");
    CHECK(refusal(parse_duration, "1 h 30") ==
          "105 expected a duration with its unit, found 1 h 30 (30 what? write '30 min')");
}

TEST_CASE("a duration that cannot be understood is refused with the likely slip")
{
    CHECK(refusal(parse_duration, "14 m") == "102 'm' is no unit of time (write '14 min' for minutes)");
    CHECK(refusal(parse_duration, "3 months") ==
          "102 'months' is no unit of time (months differ in length: write weeks or days)");
    CHECK(refusal(parse_duration, "14 minuts") ==
          "102 'minuts' is no unit of time (units are s, min, h, d, week and year)");
    CHECK(refusal(parse_duration, "12,00O") ==
          "102 expected a duration such as '14 min' or '2.5 h', found '12,00O' (letter O?)");
    for (auto const* text : {"", "min", "14 min 1 h", "1 h 1 h", "1 h -5 min", "1,5 h", "£5", "14 min x", "1 h; 5 min",
                             "999999999 years"}) {
        INFO(text);
        CHECK(refusal(parse_duration, text) != "accepted");
    }
}

TEST_CASE("amounts are read in pounds")
{
    CHECK(parse_money("£60,000") == 60000_gbp);
    CHECK(parse_money("£1.20") == 1.2_gbp);
    CHECK(parse_money("60000 gbp") == 60000_gbp);
    CHECK(parse_money("GBP 12") == 12_gbp);
    CHECK(parse_money("12 pounds") == 12_gbp);
    CHECK(parse_money("£60k") == 60000_gbp);
    CHECK(parse_money("£2.3m") == 2300000_gbp);
    CHECK(parse_money("£1.1 bn") == 1100000000_gbp);
    CHECK(parse_money("-£5") == -5_gbp);
    CHECK(refusal(parse_money, "$5") == "102 expected an amount such as '£60,000' or '£1.20', found '$5' (amounts are "
                                        "in pounds: convert it and name the source)");
    CHECK(refusal(parse_money, "£12,00O") ==
          "102 expected an amount such as '£60,000' or '£1.20', found '£12,00O' (letter O?)");
    CHECK(refusal(parse_money, "£1,5") ==
          "102 expected an amount such as '£60,000' or '£1.20', found '£1,5' (decimal comma? write 1.5)");
    for (auto const* text : {"", "£", "£5 per year", "£-5", "--£5", "£5 £5", "£5 gbp", "£nan"}) {
        INFO(text);
        CHECK(refusal(parse_money, text) != "accepted");
    }
}

TEST_CASE("rates are read as so many per time")
{
    CHECK(parse_rate("10.8 per week") == 10.8_per_week);
    CHECK(parse_rate("9 per h") == 9_per_h);
    CHECK(parse_rate("9/h") == 9_per_h);
    CHECK(parse_rate("3 a day") == 3_per_d);
    CHECK(parse_rate("1 per 30 min") == 2_per_h);
    CHECK(parse_rate("52 per year") == 52_per_year);
    CHECK(refusal(parse_rate, "9 per month") ==
          "102 'month' is no unit of time (months differ in length: write weeks or days)");
    for (auto const* text : {"", "per h", "9 h", "9 per", "9 per 0 min", "9 per -1 h", "9 per h per h"}) {
        INFO(text);
        CHECK(refusal(parse_rate, text) != "accepted");
    }
}

TEST_CASE("a probability is a share or a percentage, and 3.5 asks whether 3.5 % was meant")
{
    CHECK(parse_probability("30 %") == Probability{0.3});
    CHECK(parse_probability("0.1%") == Probability{0.001});
    CHECK(parse_probability("0.3") == Probability{0.3});
    CHECK(parse_probability(1.0) == Probability{1.0});
    CHECK(no_probability("3.5") == "106 a probability of 3.5 is above 1 (did you mean 3.5 %?)");
    CHECK(no_probability("350") == "106 a probability lies between 0 and 1, found 350");
    CHECK(no_probability("-0.1") == "106 a probability lies between 0 and 1, found -0.1");
    CHECK(no_probability("130 %") == "106 a probability lies between 0 and 100 %, found 130 %");
    CHECK(no_probability("half") == "102 expected a probability such as 0.3 or '30 %', found 'half'");
    CHECK_FALSE(parse_probability(std::nan("")));
}

TEST_CASE("what is written exactly reads back to the same bits, in the unit that is shortest")
{
    CHECK(exact_text(14_min) == "14 min");
    CHECK(exact_text(2.98_h) == "2.98 h");
    CHECK(exact_text(24_h) == "1 d");
    CHECK(exact_text(365_d) == "1 year");
    CHECK(exact_text(5_years) == "5 years");
    CHECK(exact_text(Duration{}) == "0 min");
    CHECK(exact_text(-30_s) == "-30 s");
    CHECK(exact_text(60000_gbp) == "£60,000");
    CHECK(exact_text(1.2_gbp) == "£1.20");
    CHECK(exact_text(-1234567.125_gbp) == "-£1,234,567.125");
    CHECK(exact_text(10.8_per_week) == "10.8 per week");
    CHECK(exact_text(9_per_h) == "9 per h");

    std::int64_t ticks = 1;
    for (int i = 0; i < 60; ++i, ticks = ticks * 2 + (i % 3)) {
        Duration const d = Duration::from_ticks(ticks);
        INFO(exact_text(d));
        REQUIRE(parse_duration(exact_text(d)) == d);
        REQUIRE(parse_duration(exact_text(-d)) == -d);
    }
    double x = 1e-9;
    for (int i = 0; i < 200; ++i, x *= 1.37) {
        INFO(x);
        REQUIRE(parse_money(exact_text(pounds(x))) == pounds(x));
        REQUIRE(parse_rate(exact_text(per_hour(x))) == per_hour(x));
        REQUIRE(parse_rate(exact_text(per_week(x))) == per_week(x));
        REQUIRE(parse_money(exact_text(pounds(-x))) == pounds(-x));
    }
}
