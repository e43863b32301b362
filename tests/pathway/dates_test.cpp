// SPDX-License-Identifier: MIT
#include "pathway/clinic.hpp"

using namespace pathecon;
using namespace pathecon::test;

namespace {

Pathway closed_on_holidays(std::string const& starts)
{
    auto pathway = reading_room();
    pathway.starts = starts;
    pathway.resources[1].rota.holidays = HolidayRule::closed;
    return pathway;
}

} // namespace

TEST_CASE("day 0 is a Monday of the calendar")
{
    auto pathway = reading_room();
    pathway.starts = "2026-01-05";
    CHECK(said_of(pathway).empty());
    pathway.starts = "2026-01-08";
    auto const fault = only_fault(pathway);
    CHECK(fault.code == 228);
    CHECK(fault.path == "starts");
    CHECK_THAT(fault.message, contains("2026-01-08 is a Thu"));
    CHECK_THAT(fault.hint, contains("2026-01-05"));
    pathway.starts = "2026-02-30";
    CHECK_THAT(only_fault(pathway).message, contains("February 2026 has 28 days"));
}

TEST_CASE("who uses dates needs the date of day 0")
{
    CHECK(said_of(closed_on_holidays("2026-01-05")).empty());
    CHECK(only_fault(closed_on_holidays("")).code == 228);
    CHECK(only_fault(closed_on_holidays("")).path == "resource/reader/rota/holidays");
    auto pathway = reading_room();
    pathway.arrivals[0].open.exceptions = {{.from = "2026-12-24"}};
    CHECK(only_fault(pathway).path == "arrivals/lane/open/exceptions");
    pathway.starts = "2026-01-05";
    CHECK(said_of(pathway).empty());
    auto listed = reading_room();
    listed.activities[1].uses.clear();
    listed.resources.pop_back();
    listed.activities[1].session = "list";
    listed.sessions = {{.name = "list", .lists = {{.days = "Mon", .slots = 400}}, .slot = 1_min}};
    CHECK(said_of(listed).empty());
    listed.sessions[0].bank_holidays = false;
    CHECK(only_fault(listed).path == "session/list/bank_holidays");
}

TEST_CASE("an exception has dates, shifts that can be, and its dates to itself")
{
    auto pathway = closed_on_holidays("2026-01-05");
    auto& exceptions = pathway.resources[1].rota.exceptions;
    exceptions = {{.from = "2026-12-24", .until = "2026-12-31"}, {.from = "2027-01-01"}};
    CHECK(said_of(pathway).empty());
    exceptions[1].from = "2026-12-31";
    CHECK(only_fault(pathway).path == "resource/reader/rota/exceptions/#2");
    CHECK_THAT(only_fault(pathway).message, contains("holds on 2026-12-31 too"));
    exceptions[1].from = "2026-11-31";
    CHECK_THAT(only_fault(pathway).message, contains("November 2026 has 30 days"));
    exceptions[1] = {.from = "2027-01-01", .shifts = {{.from = "9"}}};
    CHECK_THAT(only_fault(pathway).message, contains("shift 1"));
    exceptions[1] = {.from = "2025-01-01"};
    CHECK(only_fault(pathway).severity == base::Severity::warning);
    CHECK_THAT(only_fault(pathway).message, contains("ends before day 0"));
}

TEST_CASE("exceptions are from shifts that there are")
{
    auto pathway = reading_room().add(Resource{.name = "porter"});
    pathway.starts = "2026-01-05";
    pathway.activities[0].uses.push_back({"porter"});
    CHECK(said_of(pathway).empty());
    pathway.resources[2].rota.holidays = HolidayRule::closed;
    CHECK(only_fault(pathway).path == "resource/porter/rota/shifts");
}

TEST_CASE("lists, meetings and appointments that are not held on some dates need the date of day 0")
{
    auto pathway = reading_room();
    pathway.activities[1].uses.clear();
    pathway.resources.pop_back();
    pathway.activities[1].batch = Batch{.days = "daily", .bank_holidays = false};
    CHECK(only_fault(pathway).path == "activity/read/batch/bank_holidays");
    pathway.activities[1].batch = Batch{.days = "daily", .exceptions = {{.from = "2026-04-10"}}};
    CHECK(only_fault(pathway).path == "activity/read/batch/exceptions");
    pathway.starts = "2026-01-05";
    CHECK(said_of(pathway).empty());
    auto& exceptions = pathway.activities[1].batch->exceptions;
    exceptions = {{.from = "2026-04-10", .until = "2026-04-09"}};
    CHECK(only_fault(pathway).path == "activity/read/batch/exceptions/#1");
    exceptions = {{.from = "2026-04-10", .until = "2026-04-12"}, {.from = "2026-04-12"}};
    CHECK(only_fault(pathway).path == "activity/read/batch/exceptions/#2");
    exceptions = {{.from = "2025-04-10"}};
    CHECK_THAT(only_fault(pathway).message, contains("before day 0"));
    exceptions.clear();
    pathway.starts.clear();
    pathway.arrivals[0] = {.name = "lane", .appointments = Appointments{.lists = {{.days = "Mon", .slots = 10}}, .slot = 10_min, .bank_holidays = false}};
    CHECK(only_fault(pathway).path == "arrivals/lane/appointments/bank_holidays");
}

TEST_CASE("closed days are those that are named, and bank holidays unless they are worked")
{
    std::string why;
    using Days = std::vector<std::int64_t>;
    CHECK(closed_days({}, true, "", 10, why) == Days{});
    CHECK(closed_days({}, false, "2026-03-30", 14, why) == Days{4, 7}); // Good Friday and Easter Monday
    CHECK(closed_days({{.from = "2026-04-03", .until = "2026-04-04"}, {.from = "2026-03-31"}}, true, "2026-03-30", 14, why) == Days{1, 4, 5});
    CHECK(why.empty());
    CHECK(closed_days({{.from = "2026-04-31"}}, true, "2026-03-30", 14, why).empty());
    CHECK_THAT(why, contains("April"));
}
