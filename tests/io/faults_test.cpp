// SPDX-License-Identifier: MIT
// What an analyst sees who mistypes a scenario: the messages of the user journeys, word for word.
#include <string>
#include <vector>

#include "catch.hpp"

#include <pathecon/base/walk.hpp>
#include <pathecon/io/json.hpp>
#include <pathecon/io/toml.hpp>
#include <pathecon/random/evidence.hpp>
#include <pathecon/random/input.hpp>

using namespace pathecon;
using namespace pathecon::units;
using random::Input;

namespace {

struct Step {
    std::string name;
    Input<Duration> takes{};
    Input<Probability> flags{};
};

struct Bill {
    Input<Money> once{}, per_year{};
    Input<double> discount_rate{0.035};
};

struct Scenario {
    int schema = 1;
    Rate volume{};
    std::vector<Step> activity{};
    Bill cost{};
};

} // namespace

template <>
struct pathecon::base::Fields<Step> {
    static constexpr std::string_view noun = "activity", sentence = "Work.";
    static constexpr auto table = std::tuple{field("name", &Step::name, "Name of the activity.").required().key(),
                                             field("takes", &Step::takes, "How long it lasts.").required().positive(),
                                             field("flags", &Step::flags, "Share flagged.")};
};

template <>
struct pathecon::base::Fields<Bill> {
    static constexpr std::string_view noun = "cost", sentence = "Money.";
    static constexpr auto table =
        std::tuple{field("once", &Bill::once, "Paid once."), field("per_year", &Bill::per_year, "Paid every year."),
                   field("discount_rate", &Bill::discount_rate, "Discount a year.").bounds(0, 1).unit("probability")};
};

template <>
struct pathecon::base::Fields<Scenario> {
    static constexpr std::string_view noun = "scenario", sentence = "A scenario.";
    static constexpr auto table = std::tuple{field("schema", &Scenario::schema, "Version of the format."),
                                             field("volume", &Scenario::volume, "How many come."),
                                             field("activity", &Scenario::activity, "What is done."),
                                             field("cost", &Scenario::cost, "What it costs.")};
};

namespace {

/// Reads, decodes and checks, as the command line does.
std::string faults_of(base::Value const& value, base::Diagnostics diagnostics)
{
    if (!diagnostics.ok()) return diagnostics.text();
    base::Places places;
    auto const scenario = base::decode<Scenario>(value, diagnostics, places);
    base::check_bounds(scenario, "", diagnostics);
    diagnostics.locate(places);
    return diagnostics.text();
}

std::string toml_faults(std::string const& text)
{
    base::Diagnostics diagnostics;
    base::Value const value = io::read_toml(text, "s.toml", diagnostics);
    return faults_of(value, diagnostics);
}

} // namespace

TEST_CASE("a mistyped scenario lists all of its faults at once with file, line, column and remedy")
{
    CHECK(toml_faults("schema = 1\n"
                      "volume = 12000\n"
                      "\n"
                      "[[activity]]\n"
                      "name  = \"read\"\n"
                      "takes = 14\n"
                      "flags = 3.5\n"
                      "\n"
                      "[[activity]]\n"
                      "name  = \"check\"\n"
                      "\n"
                      "[cost]\n"
                      "once = { mean = \"£40,000\", low = \"£50,000\", high = \"£60,000\" }\n"
                      "per_year = \"£12,00O\"\n"
                      "disount_rate = 3.5\n") ==
          "s.toml:2:10 PE0105 error: volume: expected a rate with its unit, found 12000 (12000 what? write '12000 per "
          "h')\n"
          "s.toml:6:9 PE0105 error: activity/read/takes: expected a duration with its unit, found 14 (14 what? write "
          "'14 min')\n"
          "s.toml:6:9 PE0110 error: activity/read/takes: 0 min must be above 0\n"
          "s.toml:7:9 PE0106 error: activity/read/flags: a probability of 3.5 is above 1 (did you mean 3.5 %?)\n"
          "s.toml:9:1 PE0101 error: activity/check/takes: is missing (How long it lasts.)\n"
          "s.toml:9:1 PE0110 error: activity/check/takes: 0 min must be above 0\n"
          "s.toml:13:8 PE0111 error: cost/once: mean 40000 lies outside its interval from 50000 to 60000\n"
          "s.toml:14:12 PE0102 error: cost/per_year: expected an amount such as '£60,000' or '£1.20', found '£12,00O' "
          "(letter O?)\n"
          "s.toml:15:1 PE0104 error: cost: unknown key 'disount_rate' (did you mean 'discount_rate'?)\n");
}

TEST_CASE("3.5 above 1 asks whether 3.5 % was meant, and 3.5 % is then understood")
{
    CHECK(toml_faults("[cost]\ndiscount_rate = 3.5\n") ==
          "s.toml:2:17 PE0110 error: cost/discount_rate: 3.5 must lie between 0 and 1 (did you mean 3.5 %?)\n");
    CHECK(toml_faults("[cost]\ndiscount_rate = \"3.5 %\"\n").empty());
}

TEST_CASE("a fault that only a check can see is still placed in the file, through the object")
{
    CHECK(toml_faults("[[activity]]\nname = \"read\"\ntakes = { value = \"-14 min\", source = \"audit\" }\n") ==
          "s.toml:3:9 PE0110 error: activity/read/takes: -14 min must be above 0\n");
}

TEST_CASE("JSON gives the same messages as TOML")
{
    base::Diagnostics diagnostics;
    std::string const text = "{\n  \"volume\": 9,\n  \"cots\": {}\n}\n";
    base::Value const value = io::read_json(text, "s.json", diagnostics);
    CHECK(faults_of(value, diagnostics) ==
          "s.json:2:13 PE0105 error: volume: expected a rate with its unit, found 9 (9 what? write '9 per h')\n"
          "s.json:3:3 PE0104 error: unknown key 'cots' (did you mean 'cost'?)\n");
}

TEST_CASE("a wrong cell of a workbook is named by sheet and cell")
{
    base::Value cell{"12,00O"};
    cell.set_place({"", 0, 0, "Inputs!C14"});
    base::Diagnostics diagnostics;
    base::Places places;
    static_cast<void>(base::decode<double>(cell, diagnostics, places, "volume per year"));
    CHECK(diagnostics.text() == "Inputs!C14 PE0102 error: volume per year: \"12,00O\" is not a number (letter O?)\n");
}
