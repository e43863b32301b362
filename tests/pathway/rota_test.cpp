// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <pathecon/base/contract.hpp>
#include <pathecon/pathway/rota.hpp>
#include <pathecon/units/week.hpp>

using namespace pathecon;
using namespace pathecon::pathway;
using namespace pathecon::test;
using namespace pathecon::units::literals;
using Steps = RotaSteps;

namespace {

std::vector<Steps> weeks(Rota const& rota)
{
    std::string why;
    auto found = weeks_of(rota, why);
    INFO(why);
    REQUIRE(why.empty());
    return found;
}

/// Of a rota of which every week is alike.
Steps steps(Rota const& rota)
{
    auto const found = weeks(rota);
    REQUIRE(found.size() == 1);
    return found.front();
}

} // namespace

TEST_CASE("a rota that is always open is one step")
{
    CHECK(steps(Rota::always(3)) == Steps{{0_h, 3}});
    CHECK(open_time_per_week(Rota::always(3)) == 3 * 7_d);
}

TEST_CASE("a rota without shifts has nobody there")
{
    CHECK(steps(Rota{}) == Steps{{0_h, 0}});
    CHECK(open_time_per_week(Rota{}) == 0_h);
}

TEST_CASE("office hours open and close five times a week")
{
    auto const found = steps(Rota::weekdays(9_h, 17_h, 2));
    REQUIRE(found.size() == 11);
    CHECK(found[0] == RotaStep{0_h, 0});
    CHECK(found[1] == RotaStep{9_h, 2});
    CHECK(found[2] == RotaStep{17_h, 0});
    CHECK(found[9] == RotaStep{4 * 24_h + 9_h, 2});
    CHECK(found[10] == RotaStep{4 * 24_h + 17_h, 0});
    CHECK(open_time_per_week(Rota::weekdays(9_h, 17_h, 2)) == 80_h);
}

TEST_CASE("shifts that overlap add up, and shifts that meet make no step")
{
    Rota const rota{{{.days = "Mon", .from = "08:00", .to = "12:00", .servers = 1},
                     {.days = "Mon", .from = "10:00", .to = "14:00", .servers = 2},
                     {.days = "Mon", .from = "14:00", .to = "16:00", .servers = 2}}};
    CHECK(steps(rota) == Steps{{0_h, 0}, {8_h, 1}, {10_h, 3}, {12_h, 2}, {16_h, 0}});
    CHECK(open_time_per_week(rota) == 16_h);
}

TEST_CASE("a night shift ends on the next day, that of Sunday on Monday")
{
    Rota const night{{{.days = "Sun", .from = "22:00", .to = "06:00"}}};
    CHECK(steps(night) == Steps{{0_h, 1}, {6_h, 0}, {6 * 24_h + 22_h, 1}});
    CHECK(open_time_per_week(night) == 8_h);
    Rota const every{{{.days = "daily", .from = "22:00", .to = "06:00"}}};
    CHECK(open_time_per_week(every) == 56_h);
    CHECK(steps(every).front() == RotaStep{0_h, 1});
}

TEST_CASE("a length goes before the end, to the second")
{
    Rota const rota{{{.days = "Tue Fri", .from = "09:00", .to = "10:00", .lasts = 2.98_h, .servers = 3}}};
    CHECK(steps(rota)[2].at == 24_h + 9_h + 2.98_h);
    CHECK(open_time_per_week(rota).hours() == Approx(2 * 3 * 2.98).epsilon(1e-12));
    Rota const week{{{.days = "Sat", .from = "00:00", .lasts = 7_d}}};
    CHECK(steps(week) == Steps{{0_h, 1}});
}

TEST_CASE("a shift that cannot be says why")
{
    CHECK_THAT(why_not(Shift{.from = "09:00", .to = "09:00"}), contains("around the clock"));
    CHECK_FALSE(why_not(Shift{.days = "Mo-Fr"}).empty());
    CHECK_FALSE(why_not(Shift{.from = "9 o'clock"}).empty());
    CHECK_FALSE(why_not(Shift{.to = "25:00"}).empty());
    CHECK_THAT(why_not(Shift{.servers = -1}), contains("-1 servers"));
    CHECK_THAT(why_not(Shift{.lasts = 8_d}), contains("at most a week"));
    CHECK_THAT(why_not(Shift{.lasts = 0_h}), contains("longer than nothing"));
    std::string why;
    CHECK(weeks_of(Rota{{Shift{}, Shift{.days = "Mo-Fr"}}}, why).empty());
    CHECK_THAT(why, contains("shift 2"));
    CHECK_THROWS_AS(open_time_per_week(Rota{{Shift{.days = "Mo-Fr"}}}), base::ContractViolation);
    CHECK_THROWS_AS(Rota::weekdays(17_h, 9_h), base::ContractViolation);
}

TEST_CASE("a shift of some weeks of a cycle: what is worked then, and what reaches into the next week")
{
    Rota rota{{{.days = "Tue", .from = "09:00", .to = "12:00", .servers = 2, .weeks = "1 of 2"}, {.days = "Sun", .from = "22:00", .to = "06:00", .weeks = "2 of 2"}}};
    CHECK(weeks(rota) == std::vector<Steps>{{{0_h, 1}, {6_h, 0}, {33_h, 2}, {36_h, 0}}, {{0_h, 0}, {166_h, 1}}});
    CHECK(open_time_per_week(rota) == 7_h);
    CHECK(weeks({{{.days = "Mon", .weeks = "1 of 2"}, {.days = "Mon", .weeks = "2 of 2"}}}).size() == 1);
    rota.shifts.push_back({.days = "Wed", .weeks = "3 of 3"});
    CHECK(weeks(rota).size() == 6);
    rota.exceptions = {{.from = "2026-01-20"}}; // a Tuesday of the third week, which is again a first one
    std::string why;
    auto const found = exceptional_weeks(rota, "2026-01-05", 20, why);
    REQUIRE(found.size() == 1);
    CHECK(found[0].week == 2);
    CHECK(found[0].steps == Steps{{0_h, 1}, {6_h, 0}, {48_h, 1}, {72_h, 0}});
    CHECK_THAT(why_not(Shift{.weeks = "3 of 2"}), contains("a week that its cycle does not have"));
    CHECK(weeks_of({{{.weeks = "1 of 50"}, {.weeks = "1 of 51"}}}, why).empty());
    CHECK_THAT(why, contains("52 are the most"));
}

namespace {

std::vector<RotaWeek> exceptional(Rota const& rota, std::string const& starts, std::int64_t weeks)
{
    std::string why;
    auto found = exceptional_weeks(rota, starts, weeks, why);
    INFO(why);
    REQUIRE(why.empty());
    return found;
}

std::string no_weeks(Rota const& rota, std::string const& starts)
{
    std::string why;
    CHECK(exceptional_weeks(rota, starts, 10, why).empty());
    return why;
}

/// A day of the week, 0 for Monday, and the hours of it in which so many are there.
struct Opening {
    int day;
    units::Duration from, until;
    int servers;
};

/// A week that is closed at its start and between its openings.
Steps opened(std::vector<Opening> const& openings)
{
    Steps steps{{0_h, 0}};
    for (auto const& [day, from, until, servers] : openings) {
        steps.push_back({day * 24_h + from, servers});
        steps.push_back({day * 24_h + until, 0});
    }
    return steps;
}

Shift const office{.days = "Mon-Fri", .from = "09:00", .to = "17:00"};

} // namespace

TEST_CASE("without exceptions and holidays every week is alike, and no date is needed")
{
    CHECK(exceptional(Rota::always(2), "", 100).empty());
    CHECK(exceptional(Rota{}, "", 100).empty());
}

TEST_CASE("a closed bank holiday takes its shift out of its week")
{
    // 2026: Good Friday is 3 April (week 12 from 5 January), Easter Monday 6 April (week 13).
    Rota const rota{{office}, {}, HolidayRule::closed};
    auto const found = exceptional(rota, "2026-01-05", 17);
    REQUIRE(found.size() == 2);
    CHECK(found[0].week == 12);
    CHECK(found[0].steps == opened({{0, 9_h, 17_h, 1}, {1, 9_h, 17_h, 1}, {2, 9_h, 17_h, 1}, {3, 9_h, 17_h, 1}}));
    CHECK(found[1].week == 13);
    REQUIRE(found[1].steps.size() == 9);
    CHECK(found[1].steps[1] == RotaStep{24_h + 9_h, 1});
    CHECK(exceptional(Rota{{office}, {}, HolidayRule::worked}, "2026-01-05", 52).empty());
    CHECK(exceptional(rota, "2026-01-05", 52).size() == 7); // the last with Boxing Day and New Year
}

TEST_CASE("a bank holiday worked as a Sunday has the shifts of a Sunday")
{
    Rota const rota{
        {office, {.days = "Sun", .from = "10:00", .to = "14:00", .servers = 3}}, {}, HolidayRule::as_sunday};
    auto const found = exceptional(rota, "2026-05-04", 1);
    REQUIRE(found.size() == 1);
    CHECK(found[0].steps[0] == RotaStep{0_h, 0});
    CHECK(found[0].steps[1] == RotaStep{10_h, 3});
    CHECK(found[0].steps[2] == RotaStep{14_h, 0});
    CHECK(found[0].steps[3] == RotaStep{24_h + 9_h, 1});
}

TEST_CASE("a shift that began the day before goes on, from an exceptional week into the next one too")
{
    Rota const nights{{{.from = "22:00", .to = "06:00"}}, {}, HolidayRule::closed};
    // Monday 4 May 2026 is a holiday: Sunday's night ends at 06:00, no night begins on Monday.
    auto const monday = exceptional(nights, "2026-05-04", 3);
    REQUIRE(monday.size() == 1);
    CHECK(monday[0].steps[0] == RotaStep{0_h, 1});
    CHECK(monday[0].steps[1] == RotaStep{6_h, 0});
    CHECK(monday[0].steps[2] == RotaStep{24_h + 22_h, 1});
    CHECK(monday[0].steps[3] == RotaStep{48_h + 6_h, 0});

    // Closed on Sunday 1 March 2026 (end of week 7): its night is missing in week 8 as well.
    Rota const sunday{{{.from = "22:00", .to = "06:00"}}, {{.from = "2026-03-01"}}};
    auto const found = exceptional(sunday, "2026-01-05", 20);
    REQUIRE(found.size() == 2);
    CHECK(found[0].week == 7);
    CHECK(found[0].steps.back() == RotaStep{6 * 24_h + 6_h, 0});
    CHECK(found[1].week == 8);
    CHECK(found[1].steps[0] == RotaStep{0_h, 0});
    CHECK(found[1].steps[1] == RotaStep{22_h, 1});

    // An exceptional Sunday may give the next week what no usual week has.
    Rota const extra{{office}, {{.from = "2026-03-01", .shifts = {{.from = "20:00", .lasts = 12_h, .servers = 5}}}}};
    auto const longer = exceptional(extra, "2026-01-05", 20);
    REQUIRE(longer.size() == 2);
    CHECK(longer[0].steps.back() == RotaStep{6 * 24_h + 20_h, 5});
    CHECK(longer[1].steps[0] == RotaStep{0_h, 5});
    CHECK(longer[1].steps[1] == RotaStep{8_h, 0});
    CHECK(longer[1].steps[2] == RotaStep{9_h, 1});
}

TEST_CASE("what began before day 0 counts in week 0")
{
    Rota const nights{{{.from = "22:00", .to = "06:00"}}, {{.from = "2026-01-04"}}};
    auto const found = exceptional(nights, "2026-01-05", 20);
    REQUIRE(found.size() == 1);
    CHECK(found[0].week == 0);
    CHECK(found[0].steps[0] == RotaStep{0_h, 0});
}

TEST_CASE("an exception goes before a holiday, and its shifts keep their days of the week")
{
    Shift const short_day{.days = "Mon-Fri", .from = "10:00", .to = "12:00", .servers = 2};
    Rota const rota{
        {office}, {{.from = "2026-12-24", .until = "2026-12-31", .shifts = {short_day}}}, HolidayRule::closed};
    auto const found = exceptional(rota, "2026-12-21", 3);
    REQUIRE(found.size() == 2); // Thursday 24 December to Thursday 31; Friday 1 January 2027 is a holiday
    CHECK(found[0].week == 0);
    CHECK(found[0].steps == opened({{0, 9_h, 17_h, 1},
                                    {1, 9_h, 17_h, 1},
                                    {2, 9_h, 17_h, 1},
                                    {3, 10_h, 12_h, 2},
                                    {4, 10_h, 12_h, 2}}));
    CHECK(found[1].week == 1);
    CHECK(found[1].steps.back() == RotaStep{72_h + 12_h, 0});
}

TEST_CASE("an exception that changes nothing makes no week exceptional")
{
    CHECK(exceptional(Rota{{office}, {{.from = "2026-03-02", .until = "2026-03-08", .shifts = {office}}}}, "2026-01-05",
                      20)
              .empty());
    CHECK(exceptional(Rota{{office}, {{.from = "2026-03-07"}}}, "2026-01-05", 20).empty()); // a Saturday
    CHECK(exceptional(Rota{{office}, {{.from = "2036-03-07"}}}, "2026-01-05", 20).empty()); // after the weeks asked for
}

TEST_CASE("dates that cannot be say why")
{
    Rota const closed{{office}, {}, HolidayRule::closed};
    CHECK_THAT(no_weeks(closed, ""), contains("need the date of day 0"));
    CHECK_THAT(no_weeks(closed, "2026-01-06"), contains("is no Monday"));
    CHECK_THAT(no_weeks(closed, "2026-02-30"), contains("February 2026 has 28 days"));
    CHECK_THAT(no_weeks(Rota{{office}, {{.from = "2026-02-02"}, {.from = "2026-02-30"}}}, "2026-01-05"),
               contains("exception 2: '2026-02-30' is no date"));
    CHECK_THAT(why_not(RotaException{.from = "2026-02-03", .until = "2026-02-02"}),
               contains("ends on 2026-02-02, before it begins on 2026-02-03"));
    CHECK_THAT(why_not(RotaException{.from = "2026-02-03", .shifts = {{.days = "Mo-Fr"}}}), contains("shift 1: "));
    CHECK(why_not(RotaException{.from = "2026-02-03"}).empty());
}
