// SPDX-License-Identifier: MIT
#include <string>

#include "catch.hpp"

#include <pathecon/units/week.hpp>

using namespace pathecon::units;

namespace {
std::string no_days(std::string const& text)
{
    std::string why;
    return parse_days(text, &why) ? "accepted" : why;
}
} // namespace

TEST_CASE("days are read as names, ranges and groups")
{
    CHECK(parse_days("Mon-Fri") == Weekdays::monday_to_friday());
    CHECK(parse_days("weekdays") == Weekdays::monday_to_friday());
    CHECK(parse_days("daily") == Weekdays::every_day());
    CHECK(parse_days("Tue Fri") == Weekdays{Weekday::tuesday, Weekday::friday});
    CHECK(parse_days("tuesday, Fri") == Weekdays{Weekday::tuesday, Weekday::friday});
    CHECK(parse_days("Fri-Mon") == Weekdays{Weekday::friday, Weekday::saturday, Weekday::sunday, Weekday::monday});
    CHECK(parse_days("weekend") == Weekdays{Weekday::saturday, Weekday::sunday});
    CHECK(parse_days("Mon-Tue Thurs") == Weekdays{Weekday::monday, Weekday::tuesday, Weekday::thursday});
    CHECK(no_days("Mon-Fry") ==
          "'Fry' is no day of the week: write Mon, Tue, ..., Mon-Fri, weekdays, weekend or daily");
    CHECK(no_days("wekdays") == "'wekdays' is no day of the week: did you mean 'weekdays'?");
    CHECK(no_days("") == "no day is named: write Mon-Fri, Tue Fri, weekdays or daily");
    CHECK(no_days("T") != "accepted");
    CHECK(no_days("Mon-") != "accepted");
    CHECK(no_days("1-5") != "accepted");
}

TEST_CASE("every set of days is written so that it reads back")
{
    CHECK(days_text(Weekdays::monday_to_friday()) == "Mon-Fri");
    CHECK(days_text({Weekday::tuesday, Weekday::friday}) == "Tue Fri");
    CHECK(days_text({Weekday::saturday, Weekday::sunday}) == "Sat Sun");
    for (unsigned bits = 1; bits < 128; ++bits) {
        INFO(days_text(Weekdays::from_bits(bits)));
        REQUIRE(parse_days(days_text(Weekdays::from_bits(bits))) == Weekdays::from_bits(bits));
    }
    CHECK(Weekdays::from_bits(0b1010101).size() == 4);
}

TEST_CASE("weeks of a cycle are read, counted from the first, and come round again")
{
    auto const weeks = parse_weeks("1 3 of 4");
    REQUIRE(weeks);
    CHECK(weeks->weeks() == 4);
    CHECK(weeks->share() == 0.5);
    CHECK(WeekCycle{}.share() == 1.0);
    for (std::int64_t week = 0; week < 12; ++week) CHECK(weeks->contains(week) == (week % 2 == 0));
    CHECK(parse_weeks("2 of 2")->contains(-1));
    CHECK_FALSE(parse_weeks("2 of 2")->contains(-2));
    CHECK(parse_weeks("") == WeekCycle{});
    CHECK(parse_weeks("1 of 1") == WeekCycle{});
    CHECK(parse_weeks("1,3 of 4") == weeks);
    CHECK(parse_weeks("52 of 52")->contains(51));
    for (auto const* text : {"2", "1 2", "of 2", "1 of", "0 of 2", "3 of 2", "1 of 53", "1 of 0", "odd", "1.5 of 2", "-1 of 2", "1 of 2 of 3", "100 of 200"}) {
        INFO(text);
        std::string why;
        CHECK_FALSE(parse_weeks(text, &why));
        CHECK(why.find("write '1 of 2'") != std::string::npos);
    }
}

TEST_CASE("clock times are read up to 24:00")
{
    CHECK(parse_clock("09:00") == 9_h);
    CHECK(parse_clock("9:30") == 9.5_h);
    CHECK(parse_clock("11:58:48") == 11_h + 58_min + 48_s);
    CHECK(parse_clock("24:00") == 24_h);
    CHECK(parse_clock("00:00:00.5") == 0.5_s);
    for (auto const* text : {"", "9", "24:01", "25:00", "12:60", "12:5", "12:00:60", "12:00:00:00", "12.5:00", "-1:00",
                             "1e1:00", "ab:cd", ":", "12:"}) {
        INFO(text);
        std::string why;
        CHECK_FALSE(parse_clock(text, &why));
        CHECK_FALSE(why.empty());
    }
    for (Duration const clock : {9_h, 11_h + 58_min + 48_s, 24_h, 0.25_s, Duration{}})
        CHECK(parse_clock(clock_text(clock)) == clock);
    CHECK(clock_text(9_h) == "09:00");
}

TEST_CASE("time of the week runs on over weeks, and backwards before tick 0")
{
    CHECK(weekday(at(Weekday::sunday, 23_h) + 2_h) == Weekday::monday);
    CHECK(minute_of_week(3_weeks + 1_d + 1_min) == 1441);
    CHECK(time_of_week(-1_h) == 167_h);
    CHECK(time_of_day(-1_h) == 23_h);
}
