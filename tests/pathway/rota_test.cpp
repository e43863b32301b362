// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <pathecon/base/contract.hpp>
#include <pathecon/pathway/rota.hpp>
#include <pathecon/units/week.hpp>

using namespace pathecon;
using namespace pathecon::pathway;
using namespace pathecon::test;
using namespace pathecon::units::literals;
using Steps = std::vector<RotaStep>;

namespace {

Steps steps(Rota const& rota)
{
    std::string why;
    auto found = steps_of(rota, why);
    INFO(why);
    REQUIRE(why.empty());
    return found;
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
    CHECK(steps_of(Rota{{Shift{}, Shift{.days = "Mo-Fr"}}}, why).empty());
    CHECK_THAT(why, contains("shift 2"));
    CHECK_THROWS_AS(open_time_per_week(Rota{{Shift{.days = "Mo-Fr"}}}), base::ContractViolation);
    CHECK_THROWS_AS(Rota::weekdays(17_h, 9_h), base::ContractViolation);
}
