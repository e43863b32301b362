// SPDX-License-Identifier: MIT
#include <string>
#include <vector>

#include "catch.hpp"

#include <pathecon/units/date.hpp>

using namespace pathecon::units;

namespace {

std::string no_date(std::string const& text)
{
    std::string why;
    return parse_date(text, &why) ? "accepted" : why;
}

std::vector<std::string> bank_holidays(int year)
{
    std::vector<std::string> found;
    for (Date date = *date_of(year, 1, 1); date.year() == year; date = date + 1)
        if (is_bank_holiday(date)) found.push_back(date_text(date).substr(5));
    return found;
}

using Days = std::vector<std::string>;

} // namespace

TEST_CASE("a date is read, counted and written")
{
    auto const date = parse_date("2026-01-05");
    REQUIRE(date);
    CHECK(date->year() == 2026);
    CHECK(date->month() == 1);
    CHECK(date->day() == 5);
    CHECK(date->weekday() == Weekday::monday);
    CHECK(date->days == 20458);
    CHECK(date_text(*date) == "2026-01-05");
    CHECK(parse_date(" 2026-01-05 ") == date);
    CHECK(*parse_date("2026-01-12") - *date == 7);
    CHECK(*date < *date + 1);
}

TEST_CASE("every day of three centuries goes to text and back, and weekdays follow one another")
{
    Date const first = *parse_date("1900-01-01"), last = *parse_date("2199-12-31");
    CHECK(first.weekday() == Weekday::monday);
    CHECK(last - first + 1 == 300 * 365 + 73); // leap years but 1900 and 2100
    int expected = 0;
    for (Date date = first; date <= last; date = date + 1, expected = (expected + 1) % 7) {
        if (static_cast<int>(date.weekday()) != expected || parse_date(date_text(date)) != date) FAIL(date_text(date));
        if (date_of(date.year(), date.month(), date.day()) != date) FAIL(date_text(date));
    }
}

TEST_CASE("a text that is no date says why")
{
    CHECK(no_date("2026-02-30") == "'2026-02-30' is no date: February 2026 has 28 days");
    CHECK(no_date("2028-02-29") == "accepted");
    CHECK(no_date("2100-02-29") == "'2100-02-29' is no date: February 2100 has 28 days");
    CHECK(no_date("2026-06-31") == "'2026-06-31' is no date: June 2026 has 30 days");
    CHECK(no_date("2026-06-00") == "'2026-06-00' is no date: June 2026 has 30 days");
    CHECK(no_date("2026-13-01") == "'2026-13-01' is no date: there is no month 13; write year-month-day");
    CHECK(no_date("0026-01-01") == "'0026-01-01' is no date: its year 26 is not between 1900 and 2199");
    for (auto const* text : {"", "2026", "05/01/2026", "2026-1-5", "2026-01-05T00:00", "2026-01-0x", "20260105--"}) {
        INFO(text);
        CHECK(no_date(text) == "'" + std::string{text} + "' is no date: write year, month and day as 2026-01-05");
    }
    CHECK_FALSE(date_of(2026, 2, 29));
    CHECK_FALSE(date_of(2026, 0, 1));
}

TEST_CASE("bank holidays are those that GOV.UK lists for England and Wales")
{
    CHECK(bank_holidays(2019) == Days{"01-01", "04-19", "04-22", "05-06", "05-27", "08-26", "12-25", "12-26"});
    CHECK(bank_holidays(2020) == Days{"01-01", "04-10", "04-13", "05-08", "05-25", "08-31", "12-25", "12-28"});
    CHECK(bank_holidays(2021) == Days{"01-01", "04-02", "04-05", "05-03", "05-31", "08-30", "12-27", "12-28"});
    CHECK(bank_holidays(2022) ==
          Days{"01-03", "04-15", "04-18", "05-02", "06-02", "06-03", "08-29", "09-19", "12-26", "12-27"});
    CHECK(bank_holidays(2023) == Days{"01-02", "04-07", "04-10", "05-01", "05-08", "05-29", "08-28", "12-25", "12-26"});
    CHECK(bank_holidays(2024) == Days{"01-01", "03-29", "04-01", "05-06", "05-27", "08-26", "12-25", "12-26"});
    CHECK(bank_holidays(2025) == Days{"01-01", "04-18", "04-21", "05-05", "05-26", "08-25", "12-25", "12-26"});
    CHECK(bank_holidays(2026) == Days{"01-01", "04-03", "04-06", "05-04", "05-25", "08-31", "12-25", "12-28"});
    CHECK(bank_holidays(2027) == Days{"01-01", "03-26", "03-29", "05-03", "05-31", "08-30", "12-27", "12-28"});
    CHECK(bank_holidays(2028) == Days{"01-03", "04-14", "04-17", "05-01", "05-29", "08-28", "12-25", "12-26"});
}

TEST_CASE("earlier proclaimed days are known too")
{
    CHECK(bank_holidays(2011) == Days{"01-03", "04-22", "04-25", "04-29", "05-02", "05-30", "08-29", "12-26", "12-27"});
    CHECK(bank_holidays(2012) == Days{"01-02", "04-06", "04-09", "05-07", "06-04", "06-05", "08-27", "12-25", "12-26"});
}

TEST_CASE("a year without a proclamation has eight bank holidays, none at a weekend")
{
    for (int year = 2024; year <= 2199; ++year) {
        INFO(year);
        REQUIRE(bank_holidays(year).size() == 8);
    }
}
