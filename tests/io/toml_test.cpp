// SPDX-License-Identifier: MIT
#include <string>

#include "catch.hpp"

#include <pathecon/io/toml.hpp>

using namespace pathecon;
using base::Diagnostics;
using base::Place;
using base::Value;

namespace {

std::string faults_of(std::string const& text)
{
    Diagnostics diagnostics;
    Value const value = io::read_toml(text, "s.toml", diagnostics);
    if (!diagnostics.ok()) CHECK(value.is_null());
    return diagnostics.text();
}

Value read(std::string const& text)
{
    Diagnostics diagnostics;
    Value value = io::read_toml(text, "s.toml", diagnostics);
    INFO(diagnostics.text());
    REQUIRE(diagnostics.ok());
    return value;
}

} // namespace

TEST_CASE("a scenario becomes a value, keys in the order written")
{
    Value const value = read("zeta = 1\nalpha = 2.5\nopen = true\nday = 2025-04-01\n\n[[step]]\nname = \"read\"\n"
                             "takes = { mean = \"14 min\", sd = \"6 min\" }\n\n[[step]]\nname = \"x\"\nweights = [1, "
                             "2.0]\n[terms]\nhorizon = \"5 years\"\n");
    CHECK(base::to_json_text(value, base::KeyOrder::written) ==
          "{\"zeta\":1,\"alpha\":2.5,\"open\":true,\"day\":\"2025-04-01\",\"step\":[{\"name\":\"read\",\"takes\":{"
          "\"mean\":\"14 min\","
          "\"sd\":\"6 min\"}},{\"name\":\"x\",\"weights\":[1,2.0]}],\"terms\":{\"horizon\":\"5 years\"}}");
}

TEST_CASE("in TOML every key and value knows its line and column, counted in characters")
{
    Value const value = read("# a £ comment\n  name = \"£\"\n[[step]]\nuses = [ \"£\", \"room\" ]\n");
    CHECK(value.place() == Place{"s.toml", 1, 1, ""});
    CHECK((*value.entries())[0].place == Place{"s.toml", 2, 3, ""});
    CHECK(value.find("name")->place() == Place{"s.toml", 2, 10, ""});
    Value const& step = (*value.find("step")->items())[0];
    CHECK(step.place() == Place{"s.toml", 3, 1, ""});
    CHECK((*step.find("uses")->items())[1].place() == Place{"s.toml", 4, 15, ""});
}

TEST_CASE("a byte order mark and CRLF change nothing")
{
    std::string const plain = "name = \"a\"\n[terms]\nhorizon = \"5 years\"\n";
    std::string windows = "\xef\xbb\xbf";
    for (char const letter : plain) windows += letter == '\n' ? std::string{"\r\n"} : std::string{letter};
    CHECK(read(windows) == read(plain));
    CHECK(read(windows).find("terms")->find("horizon")->place() == Place{"s.toml", 3, 11, ""});
    CHECK(faults_of("\xef\xbb\xbf"
                    "a = 1\r\na = 2\r\n") == "s.toml:2:1 PE0103 error: duplicate key 'a' (first given on line 1)\n");
}

TEST_CASE("all syntax faults of a text are listed at once")
{
    CHECK(faults_of("name = \"a\"\n"
                    "takes = 14 min\n"
                    "[[step]\n"
                    "name = \"read\"\n"
                    "uses = [\"room\", \"bed\"\n"
                    "share = 0.5\n"
                    "name = \"again\"\n"
                    "title = \"open\n"
                    "price = £60,000\n"
                    "rate = { value = 9 per h, source = \"x\" }\n"
                    "last = 3\n") ==
          "s.toml:2:12 PE0001 error: key-value pair: expected a comment or whitespace, saw 'm' (put it in quotes: \"14 "
          "min\")\n"
          "s.toml:3:8 PE0001 error: table header: expected ']', saw the end of the line\n"
          "s.toml:6:1 PE0001 error: array: expected comma or closing ']', saw 's'\n"
          "s.toml:7:1 PE0103 error: duplicate key 'name' (first given on line 4)\n"
          "s.toml:8:14 PE0001 error: string: unescaped control characters other than TAB (U+0009) are explicitly "
          "prohibited\n"
          "s.toml:9:9 PE0001 error: '£' stands outside quotes (put it in quotes: \"£60,000\")\n"
          "s.toml:10:20 PE0001 error: inline table: expected comma or closing '}', saw 'p' (put it in quotes: \"9 per "
          "h\")\n");
}

TEST_CASE("a duplicate is reported with the line of the first, whichever way it is written")
{
    CHECK(faults_of("[terms]\na = 1\n[other]\na = 1\n[terms]\nb = 2\n") ==
          "s.toml:5:1 PE0103 error: duplicate table [terms] (first given on line 1)\n");
    CHECK(faults_of("[x]\na = 1\nb = 2\na = 3\na = 4\n") ==
          "s.toml:4:1 PE0103 error: duplicate key 'a' (first given on line 2)\n"
          "s.toml:5:1 PE0103 error: duplicate key 'a' (first given on line 2)\n");
    CHECK(faults_of("a = { b = 1, b = 2 }\n") == "s.toml:1:18 PE0103 error: duplicate key 'b'\n");
    CHECK_THAT(faults_of("[[x]]\nn = 1\n[x]\ny = 2\n"), test::contains("s.toml:3:1 PE0103 error: "));
}

TEST_CASE("what word processors and price lists leave behind is named with its remedy")
{
    CHECK(faults_of("name = \u201cread\u201d\nprice =\u00a0\"5\"\n\u00a3 = 1\na = 1 # \u00a3\nb = \"\u00a3\"\n") ==
          "s.toml:1:8 PE0001 error: '\u201c' stands outside quotes (use straight quotes: \")\n"
          "s.toml:2:8 PE0001 error: '\u00a0' stands outside quotes (a no-break space: use a plain one)\n"
          "s.toml:3:1 PE0001 error: '\u00a3' stands outside quotes\n");
    CHECK(faults_of("z = 0`=\"£\nprice = 5\"£\"\n\"£\" = 1\n\"€\" = 2\n\"£\" = 3\nc = \"\\£\"\n") ==
          "s.toml:1:6 PE0001 error: decimal integer: expected digit, saw '`'\n"
          "s.toml:2:10 PE0001 error: decimal integer: expected digit, saw '\"'\n"
          "s.toml:5:1 PE0103 error: duplicate key '\"£\"' (first given on line 3)\n"
          "s.toml:6:7 PE0001 error: string: unknown escape sequence '\\£'\n");
    CHECK(read("\"£\" = 1\n\"€\" = 2\n").entries()->size() == 2u);
    CHECK(read("a = [\"\"\"x\"\"\"\", \"£\", '''y''''', '£'] # £").find("a")->items()->size() == 4u);
}

TEST_CASE("a table in braces that breaks the line says so")
{
    CHECK_THAT(faults_of("effects = [\n  { scale = {\n      by = 0.9 } },\n]\nb = 1 2\n"),
               test::contains("(a table in braces stays on one line)\n"));
    CHECK_THAT(faults_of("effects = [\n  { scale = {\n      by = 0.9 } },\n]\nb = 1 2\n"),
               test::contains("s.toml:5:7 PE0001"));
}

TEST_CASE("a text that is no text, and a text of faults only, end in faults, not in a crash")
{
    // A price list saved by an editor that does not know UTF-8: a pound sign is one byte.
    CHECK(faults_of("a = 1\nb = \"\xa3"
                    "5\"\nc = \"\xa3"
                    "6\"\n") ==
          "s.toml:2:6 PE0001 error: the text is not UTF-8 from here on (save the file as UTF-8)\n");
    for (auto const* garbled :
         {"\xc0\x80", "\xe0\x80\x80", "\xed\xa0\x80", "\xf5\x80\x80\x80", "\xf4\x90\x80\x80", "\xc3"})
        CHECK_THAT(faults_of("# " + std::string{garbled}),
                   test::contains("s.toml:1:3 PE0001 error: the text is not UTF-8"));
    CHECK(faults_of("# \u00a3 \u20ac \U0001f600 \U0010ffff \ud7ff").empty());
    CHECK_FALSE(faults_of(std::string("a = 1\0\nb = 2\n", 13)).empty());
    CHECK_FALSE(faults_of("a = '''never closed\n\n").empty());
    CHECK_FALSE(faults_of("= = =").empty());
    CHECK(faults_of("[[[a]]]\n[=]\n") ==
          "s.toml:1:3 PE0001 error: key: expected bare key starting character or string delimiter, saw '['\n"
          "s.toml:2:2 PE0001 error: key: expected bare key starting character or string delimiter, saw '='\n");
    CHECK_FALSE(faults_of(std::string(100'000, '[')).empty());
    CHECK_FALSE(faults_of("a = " + std::string(100'000, '[')).empty());
    std::string many;
    for (int i = 0; i < 200; ++i) many += "]\n";
    Diagnostics diagnostics;
    static_cast<void>(io::read_toml(many, "s.toml", diagnostics));
    CHECK(diagnostics.errors() == 50u); // enough to work on
    CHECK(faults_of("").empty());
    CHECK(faults_of("# nothing\n").empty());
}
