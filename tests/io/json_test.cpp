// SPDX-License-Identifier: MIT
#include <cmath>
#include <limits>
#include <string>

#include "catch.hpp"

#include <pathecon/io/json.hpp>

using namespace pathecon;
using base::Diagnostics;
using base::Place;
using base::Value;

namespace {

std::string faults_of(std::string const& text)
{
    Diagnostics diagnostics;
    Value const value = io::read_json(text, "s.json", diagnostics);
    if (!diagnostics.ok()) CHECK(value.is_null());
    return diagnostics.text();
}

Value read(std::string const& text)
{
    Diagnostics diagnostics;
    Value value = io::read_json(text, "s.json", diagnostics);
    INFO(diagnostics.text());
    REQUIRE(diagnostics.ok());
    return value;
}

} // namespace

TEST_CASE("JSON reads and writes back the same, in the order written")
{
    std::string const text =
        "{\"z\":1,\"a\":[true,null,-2.5,1e+300,\"\\\"£\\\\\"],\"m\":{},\"e\":[],\"big\":9007199254740993}";
    CHECK(io::write_json(read(text), io::Layout::compact) == text);
    CHECK(read(io::write_json(read(text))) == read(text));
    CHECK(io::write_json(read("{\"a\":[1,{}]}")) == "{\n  \"a\": [\n    1,\n    {}\n  ]\n}\n");
    CHECK(read("18446744073709551615") == Value{18446744073709551615.0});
    CHECK(read("3") != read("3.0"));
}

TEST_CASE("numbers travel through JSON bit for bit")
{
    for (double const number : {0.1, 1.0 / 3, 5e-324, std::numeric_limits<double>::max(), -0.0, 123456.789}) {
        double const back = *read(io::write_json(number, io::Layout::compact)).real();
        CHECK(back == number);
        CHECK(std::signbit(back) == std::signbit(number));
    }
}

TEST_CASE("in JSON every key and value knows its line and column, counted in characters")
{
    Value const value =
        read("\xef\xbb\xbf{\r\n  \"£\\\"{\": [ 10, -2.5e3,\r\n    \"a, ]b\" , null,true, {\"k\" :\t[] } ]\r\n}\r\n");
    CHECK(value.place() == Place{"s.json", 1, 1, ""});
    auto const& entry = (*value.entries())[0];
    CHECK(entry.key == "£\"{");
    CHECK(entry.place == Place{"s.json", 2, 3, ""});
    auto const& items = *entry.value.items();
    REQUIRE(items.size() == 6u);
    CHECK(entry.value.place() == Place{"s.json", 2, 11, ""});
    CHECK(items[0].place() == Place{"s.json", 2, 13, ""});
    CHECK(items[1].place() == Place{"s.json", 2, 17, ""});
    CHECK(items[2].place() == Place{"s.json", 3, 5, ""});
    CHECK(items[3].place() == Place{"s.json", 3, 15, ""});
    CHECK(items[4].place() == Place{"s.json", 3, 20, ""});
    CHECK(items[5].place() == Place{"s.json", 3, 26, ""});
    CHECK(items[5].entries()->front().place == Place{"s.json", 3, 27, ""});
    CHECK(items[5].find("k")->place() == Place{"s.json", 3, 33, ""});
}

TEST_CASE("a syntax fault is placed where reading stopped, and all duplicates are named")
{
    CHECK_THAT(faults_of("{\n  \"a\": 1,\n  \"b\" 2\n}"), test::contains("s.json:3:7 PE0001 error: "));
    CHECK_THAT(faults_of("{\"a\": 01}"), test::contains("s.json:1:8 PE0001 error: "));
    CHECK_THAT(faults_of(""), test::contains("s.json:1:1 PE0001 error: "));
    CHECK(faults_of("{\"a\":1,\n\"a\":2,\n\"b\":{\"a\":3,\"a\":4}}") ==
          "s.json:2:1 PE0103 error: duplicate key 'a' (first given on line 1)\n"
          "s.json:3:12 PE0103 error: duplicate key 'a' (first given on line 3)\n");
}

TEST_CASE("hostile JSON ends in a fault, not in a crash")
{
    CHECK_THAT(faults_of(std::string(100'000, '[')), test::contains("nested more than 200 levels deep"));
    CHECK(faults_of(std::string(200, '[') + std::string(200, ']')).empty());
    CHECK_FALSE(faults_of("\"\xff\"").empty());
    CHECK_FALSE(faults_of("1e999").empty());
    CHECK_FALSE(faults_of("NaN").empty());
    CHECK_FALSE(faults_of("[1,]").empty());
    CHECK_FALSE(faults_of("{} {}").empty());
    CHECK_FALSE(faults_of("// a comment\n1").empty());
    CHECK_FALSE(faults_of(std::string("[1\0]", 4)).empty());
}

TEST_CASE("what JSON cannot say is written as a text")
{
    double const inf = std::numeric_limits<double>::infinity();
    CHECK(io::write_json(Value::list({inf, -inf, std::nan("")}), io::Layout::compact) ==
          "[\"Infinity\",\"-Infinity\",\"NaN\"]");
}
