// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <pathecon/base/walk.hpp>
#include <pathecon/units/codec.hpp>

using namespace pathecon::base;
using namespace pathecon::units;

namespace {
struct Scan {
    std::string name;
    Duration takes = 10_min;
    Duration shift = Duration{};
    Money price{};
    Rate arrivals{};
    Probability recall = 0.0;
    Weekdays days = Weekdays::every_day();
    bool operator==(Scan const&) const = default;
};

std::string faults_of(Value const& value)
{
    Diagnostics diagnostics;
    Places places;
    auto const scan = decode<Scan>(value, diagnostics, places);
    check_bounds(scan, "", diagnostics);
    return diagnostics.text();
}
} // namespace

template <>
struct pathecon::base::Fields<Scan> {
    static constexpr std::string_view noun = "scan", sentence = "A scan.";
    static constexpr auto table = std::tuple{field("name", &Scan::name, "Its name.").required().key(),
                                             field("takes", &Scan::takes, "How long it lasts.").bounds(1_min, 2_h),
                                             field("shift", &Scan::shift, "Earlier or later.").any_sign(),
                                             field("price", &Scan::price, "What it costs."),
                                             field("arrivals", &Scan::arrivals, "How many come."),
                                             field("recall", &Scan::recall, "Share recalled."),
                                             field("days", &Scan::days, "When it is open.")};
};

TEST_CASE("quantities travel as texts with their unit, bit for bit")
{
    Scan const scan{"CT", 14_min, -90_s, 1.2_gbp, 10.8_per_week, 0.3, Weekdays::monday_to_friday()};
    Value const value = encode(scan, Omit::defaults);
    CHECK(
        to_json_text(value, KeyOrder::written) ==
        "{\"name\":\"CT\",\"takes\":\"14 min\",\"shift\":\"-90 s\",\"price\":\"£1.20\",\"arrivals\":\"10.8 per week\","
        "\"recall\":0.3,\"days\":\"Mon-Fri\"}");
    CHECK(decode<Scan>(value) == scan);
}

TEST_CASE("a bare number is refused where a unit is possible, all at once")
{
    Value const value = Value::table(
        {{"name", "CT"}, {"takes", 14}, {"price", 60000}, {"arrivals", 9.5}, {"recall", 3.5}, {"days", "Mon-Fry"}});
    CHECK(
        faults_of(value) ==
        "PE0105 error: takes: expected a duration with its unit, found 14 (14 what? write '14 min')\n"
        "PE0105 error: price: expected an amount with its unit, found 60000 (60000 what? write '£60000')\n"
        "PE0105 error: arrivals: expected a rate with its unit, found 9.5 (9.5 what? write '9.5 per h')\n"
        "PE0106 error: recall: a probability of 3.5 is above 1 (did you mean 3.5 %?)\n"
        "PE0102 error: days: 'Fry' is no day of the week: write Mon, Tue, ..., Mon-Fri, weekdays, weekend or daily\n");
    CHECK(faults_of(Value::table({{"name", "CT"}, {"takes", true}})) ==
          "PE0102 error: takes: expected a duration such as '14 min' or '2.5 h', found true\n");
}

TEST_CASE("a quantity outside its bounds is named in its own unit")
{
    CHECK(faults_of(Value::table({{"name", "CT"}, {"takes", "3 h"}})) ==
          "PE0110 error: takes: 3 h must lie between 1 min and 2 h\n");
    CHECK(faults_of(Value::table({{"name", "CT"}, {"price", "-£5"}})) ==
          "PE0110 error: price: -£5 must be at least 0\n");
    CHECK(faults_of(Value::table({{"name", "CT"}, {"shift", "-5 min"}})).empty());
}
