// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <pathecon/base/diagnostic.hpp>

using namespace pathecon::base;

TEST_CASE("a diagnostic is one line: place, code, severity, path, message and hint")
{
    Diagnostic fault{
        Severity::error, 104, {"s.toml", 12, 1, ""}, "", "unknown key 'disount_rate'", "did you mean 'discount_rate'?"};
    CHECK(fault.text() == "s.toml:12:1 PE0104 error: unknown key 'disount_rate' (did you mean 'discount_rate'?)");
    fault.place = {"", 0, 0, "Inputs!C14"};
    fault.path = "volume per year";
    fault.message = "\"12,00O\" is not a number";
    fault.hint = "letter O?";
    CHECK(fault.text() == "Inputs!C14 PE0104 error: volume per year: \"12,00O\" is not a number (letter O?)");
    fault.place = {};
    fault.code = 12345;
    fault.hint.clear();
    fault.severity = Severity::note;
    CHECK(fault.text() == "PE12345 note: volume per year: \"12,00O\" is not a number");
}

TEST_CASE("warnings and notes do not spoil an input, errors do")
{
    Diagnostics diagnostics;
    CHECK(diagnostics.ok());
    diagnostics.warning(210, "a", "odd");
    diagnostics.note(211, "a", "by the way");
    CHECK(diagnostics.ok());
    CHECK(diagnostics.warnings() == 1u);
    diagnostics.error(101, "b", "'x' is missing");
    CHECK_FALSE(diagnostics.ok());
    CHECK(diagnostics.errors() == 1u);
    diagnostics.append(diagnostics);
    CHECK(diagnostics.all().size() == 6u);
}

TEST_CASE("a fault found by path gets the nearest place the file has")
{
    Places places;
    places.set("", {"s.toml", 1, 1, ""});
    places.set("activity/read", {"s.toml", 7, 1, ""});
    places.set("activity/read/takes", {"s.toml", 9, 9, ""});
    places.set("activity/reader", {"s.toml", 20, 1, ""});
    places.set("nowhere", {});

    Diagnostics diagnostics;
    diagnostics.error(110, "activity/read/takes/mean", "-14 min must be at least 0");
    diagnostics.error(110, "activity/read/share", "2 must lie between 0 and 1");
    diagnostics.error(110, "route/#1", "leads nowhere");
    diagnostics.locate(places);
    CHECK(diagnostics.all()[0].place == Place{"s.toml", 9, 9, ""});
    CHECK(diagnostics.all()[1].place == Place{"s.toml", 7, 1, ""});
    CHECK(diagnostics.all()[2].place == Place{"s.toml", 1, 1, ""});
    CHECK_FALSE(places.contains("nowhere"));
}

TEST_CASE("faults are listed in the order of files and lines, those without a place last")
{
    Diagnostics diagnostics;
    diagnostics.error(1, "", "nowhere");
    diagnostics.add({Severity::error, 2, {"b.toml", 9, 1, ""}, "", "ninth", ""});
    diagnostics.add({Severity::error, 3, {"a.toml", 1, 1, ""}, "", "other file", ""});
    diagnostics.add({Severity::error, 4, {"b.toml", 2, 7, ""}, "", "second, right", ""});
    diagnostics.add({Severity::error, 5, {"b.toml", 2, 3, ""}, "", "second, left", ""});
    CHECK(diagnostics.text() == "b.toml:2:3 PE0005 error: second, left\n"
                                "b.toml:2:7 PE0004 error: second, right\n"
                                "b.toml:9:1 PE0002 error: ninth\n"
                                "a.toml:1:1 PE0003 error: other file\n"
                                "PE0001 error: nowhere\n");
    CHECK(InvalidInput{diagnostics}.what() == diagnostics.text());
}

TEST_CASE("a misspelled word suggests the nearest known one, a strange word none")
{
    std::vector<std::string> const known{"discount_rate", "horizon", "price_year", "name", "takes"};
    CHECK(suggest("disount_rate", known) == "discount_rate");
    CHECK(suggest("Discount-Rate", known) == "discount_rate");
    CHECK(suggest("horzion", known) == "horizon");
    CHECK(suggest("takse", known) == "takes");
    CHECK(suggest("nam", known) == "name");
    CHECK(suggest("zebra", known).empty());
    CHECK(suggest("nose", known).empty()); // half of its letters are not enough
    CHECK(suggest("x", known).empty());
    CHECK(suggest("", known).empty());
    CHECK(suggest("name", std::vector<std::string>{}).empty());
    CHECK(did_you_mean("nmae", known) == "did you mean 'name'?");
}
