// SPDX-License-Identifier: MIT
#include <limits>
#include <string>

#include "catch.hpp"

#include <pathecon/base/number.hpp>

using namespace pathecon::base;

namespace {
std::string why_not(std::string const& text)
{
    std::string why = "?";
    return parse_number(text, &why) ? "it is a number" : why;
}
} // namespace

TEST_CASE("numbers are read as people write them")
{
    CHECK(parse_number("14") == 14.0);
    CHECK(parse_number(" -2.98 ") == -2.98);
    CHECK(parse_number("+7") == 7.0);
    CHECK(parse_number(".5") == 0.5);
    CHECK(parse_number("1e-5") == 1e-5);
    CHECK(parse_number("60,000") == 60000.0);
    CHECK(parse_number("1,234,567.25") == 1234567.25);
    CHECK(parse_number("1 234 567") == 1234567.0);
}

TEST_CASE("what is no number is refused with the likely slip, never guessed")
{
    CHECK(why_not("12,00O") == "letter O?");
    CHECK(why_not("l2") == "letter l?");
    CHECK(why_not("1,5") == "decimal comma? write 1.5");
    CHECK(why_not("12,00") == "decimal comma? write 12.00");
    CHECK(why_not("1,23,456") == "thousands are separated in groups of three");
    CHECK(why_not("1-2") == "a range or a date?");
    CHECK(why_not("#N/A") == "a spreadsheet's error");
    CHECK(why_not("") == "it is empty");
    CHECK(why_not("\xe2\x88\x92 5") == "write the plain minus sign -");
    CHECK(why_not("1e999") == "too large or too small for a number");
    for (auto const* text : {"inf", "nan", "-inf", "0x10", "1,234 567", "1234,567", "1.5,000", "1.234,5", "--1", "+-1",
                             "12 34", ",5", "5,", "1e5,000"}) {
        INFO(text);
        CHECK_FALSE(parse_number(text));
    }
}

TEST_CASE("written numbers are the shortest that read back to the same bits")
{
    for (double const number : {0.1, 1.0 / 3, 2.98, 1e22, 5e-324, 123456789.123, std::numeric_limits<double>::max()})
        CHECK(parse_number(number_text(number)) == number);
    CHECK(number_text(14.0) == "14");
    CHECK(number_text(0.035) == "0.035");
}
