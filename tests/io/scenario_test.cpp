// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include <pathecon/io/file.hpp>
#include <pathecon/io/json.hpp>
#include <pathecon/io/scenario.hpp>

#include "clinic_text.hpp"

using namespace pathecon;
using namespace pathecon::units::literals;

namespace {

std::vector<base::Diagnostic> faults_of(std::string const& text)
{
    try {
        (void)io::parse_scenario(text, "s.toml");
    } catch (base::InvalidInput const& invalid) {
        return invalid.diagnostics().all();
    }
    return {};
}

/// Line of the file on which a text stands, from 1.
int line_of(std::string const& text, std::string const& what)
{
    auto const at = text.find(what);
    return at == std::string::npos
               ? -1
               : 1 + static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

} // namespace

TEST_CASE("a scenario file becomes a study, its tools, prices and terms", "[io]")
{
    auto const scenario = io::parse_scenario(clinic::text);
    CHECK(scenario.title == "A small clinic");
    CHECK(scenario.study.pathway.name == "clinic");
    CHECK(scenario.study.horizon == 8_weeks);
    CHECK(scenario.study.replications == 3);
    REQUIRE(scenario.study.arms.size() == 2);
    CHECK(scenario.study.arms[0].role == study::Role::comparator);
    CHECK(scenario.study.arms[0].tools.empty());
    REQUIRE(scenario.study.arms[1].tools.size() == 1);
    CHECK(scenario.study.arms[1].tools.tools.front().name == "Voice notes");
    CHECK(scenario.study.pathway.arrivals.front().rate.evidence->source == "front desk log");
    CHECK(scenario.terms.horizon == 5_years);
}

TEST_CASE("of the reference tariff a scenario keeps what its pathway has, and its own prices go first", "[io]")
{
    auto const scenario = io::parse_scenario(clinic::text);
    REQUIRE(scenario.tariff.prices.size() == 2);
    CHECK(ledger::find_price(scenario.tariff, "consultant_medical", ledger::Per::hour)->amount->pounds() == 140);
    CHECK(ledger::find_price(scenario.tariff, "nurse", ledger::Per::hour)->amount->pounds() == 50);
    auto const own = io::parse_scenario(
        clinic::text + "[[price]]\nitem = \"consultant_medical\"\nper = \"hour\"\namount = \"£150\"\n");
    CHECK(ledger::find_price(own.tariff, "consultant_medical", ledger::Per::hour)->amount->pounds() == 150);
}

TEST_CASE("a price may point at one of the reference tariff and keep its source", "[io]")
{
    auto const scenario =
        io::parse_scenario(clinic::text + "[[price]]\nitem = \"seen by doctor\"\nper = \"event\"\nreference = "
                                          "\"gp_consultation_10min\"\nkind = \"unmonetised\"\n");
    auto const* const price = ledger::find_price(scenario.tariff, "seen by doctor", ledger::Per::event);
    REQUIRE(price);
    CHECK(price->amount->pounds() == 36);
    CHECK(price->amount.evidence->source.find("doi") != std::string::npos);
    CHECK(price->kind == ledger::Kind::unmonetised);
}

TEST_CASE("an interval may name a standard of the library", "[io]")
{
    auto const scenario = io::parse_scenario(clinic::text);
    auto const* const interval = pathway::find(scenario.study.pathway.intervals, "to the doctor");
    REQUIRE(interval);
    CHECK(interval->standard == 4_h);
    CHECK(interval->target->value() == 0.95);
}

TEST_CASE("six faults of six kinds come at once, each with its line and a remedy", "[io]")
{
    auto text = clinic::with("[terms]\n", "[terms]\ndisount_rate = 0.035\n");                  // unknown key
    text = clinic::with("mean = \"10 min\"", "mean = 10", text);                               // wrong unit
    text = clinic::with("is = 0.2", "is = 3.5", text);                                         // probability above 1
    text = clinic::with("to = \"see doctor\", p = 0.6", "to = \"see docter\", p = 0.6", text); // route to nowhere
    text = clinic::with("rate = { value = \"5 per h\"", "rate = { value = \"9 per h\"", text); // unstable queue
    text = clinic::with("scale = { activity = \"see nurse\"", "scale = { activity = \"see norse\"",
                        text); // effect on nothing
    auto const faults = faults_of(text);
    struct Expected {
        std::string where, says, hints;
    };
    for (auto const& [where, says, hints] : {
             Expected{"disount_rate", "unknown key 'disount_rate'", "did you mean 'discount_rate'?"},
             Expected{"is = 3.5", "3.5", "did you mean 3.5 %?"},
             Expected{"name = \"nurse\"", "unstable", "overload_allowed"},
             Expected{"mean = 10 ", "10", "10 min"},
             Expected{"see docter", "see docter", "did you mean 'see doctor'?"},
             Expected{"see norse", "see norse", "did you mean 'see nurse'?"},
         }) {
        INFO("expected: " << says);
        auto const line = line_of(text, where) - (says == "unstable" ? 1 : 0); // a noun stands where its section begins
        auto const found = std::find_if(faults.begin(), faults.end(), [&, &says = says](auto const& f) {
            return f.severity == base::Severity::error && f.message.find(says) != std::string::npos && f.place.line > 0;
        });
        REQUIRE(found != faults.end());
        CHECK(found->place.file == "s.toml");
        CHECK(found->place.line == line);
        CHECK_FALSE(found->hint.empty());
        if (!hints.empty()) CHECK(found->hint.find(hints) != std::string::npos);
    }
    CHECK(std::count_if(faults.begin(), faults.end(),
                        [](auto const& f) { return f.severity == base::Severity::error; }) == 6);
    CHECK(std::is_sorted(faults.begin(), faults.end(), [](auto const& a, auto const& b) {
        return a.place.line < b.place.line || (a.place.line == b.place.line && a.place.column < b.place.column);
    }));
}

TEST_CASE("each fault of the file's own layout is told in the user's words", "[io]")
{
    struct Case {
        std::string text;
        int code;
        std::string says;
    };
    for (auto const& [text, code, says] : {
             Case{clinic::with("schema = 1\n", ""), 101, "is missing"},
             Case{clinic::with("schema = 1", "schema = 2"), 704, "found 2"},
             Case{clinic::with("[study]", "[studdy]"), 104, "unknown key 'studdy'"},
             Case{clinic::with("tariff = \"nhs-2025\"", "tariff = \"nhs-2052\""), 701, "nhs-2052"},
             Case{clinic::with("tools = [\"Voice notes\"]", "tools = [\"Voice note\"]"), 606,
                  "there is no tool 'Voice note'"},
             Case{clinic::with("role = \"comparator\"", "role = \"comparison\""), 107, "'comparison'"},
             Case{clinic::with("name = \"voice\"", "name = \"usual care\""), 602, "two arms are called"},
             Case{clinic::with("replications = 3", "replications = 0"), 110, "0 must"},
             Case{clinic::with("standard = \"ed_4h\"", "standard = \"ed_4hours\""), 107, "ed_4hours"},
             Case{clinic::text + "[[price]]\nitem = \"nurse\"\nper = \"visit\"\nreference = \"cxr\"\n", 703,
                  "no price of 'cxr'"},
             Case{clinic::text + "[[price]]\nitem = \"nurse\"\nper = \"hour\"\namount = \"£51\"\n", 702, "two prices"},
             Case{clinic::with("horizon = \"5 years\"", "bound = \"perfect\""), 609, "there is no arm 'perfect'"},
             Case{clinic::with("horizon = \"5 years\"", "delay = [ { interval = \"visits\", measured_on = \"x\" } ]"),
                  608, "no interval 'visits'"},
             Case{clinic::with("horizon = \"5 years\"",
                               "delay = [ { interval = \"to the doctor\", measured_on = \"x\" } ]"),
                  608, "keeps no rows"},
         }) {
        INFO("expected PE" << code << ": " << says);
        auto const faults = faults_of(text);
        std::string all;
        for (auto const& fault : faults) all += fault.text() + "\n";
        INFO(all);
        CHECK(std::any_of(faults.begin(), faults.end(), [&, code = code, &says = says](auto const& f) {
            return f.code == code && f.place.line > 0 && (f.message + f.hint).find(says) != std::string::npos;
        }));
    }
}

TEST_CASE("a syntax fault stops the reading and is located", "[io]")
{
    auto const faults = faults_of(clinic::with("seed = 7", "seed = = 7"));
    REQUIRE_FALSE(faults.empty());
    CHECK(faults.front().code == 1);
    CHECK(faults.front().place.line == line_of(clinic::text, "seed = 7"));
}

TEST_CASE("a tool that is in no arm is checked all the same, and warned of", "[io]")
{
    auto const unused =
        clinic::text + "[[tool]]\nname = \"Spare\"\neffects = [ { scale = { activity = \"see nurse\", by = 0.9 } } ]\n";
    auto const scenario = io::parse_scenario(unused);
    REQUIRE(scenario.warnings.warnings() >= 1);
    CHECK(std::any_of(scenario.warnings.all().begin(), scenario.warnings.all().end(),
                      [](auto const& w) { return w.code == 607; }));
    auto const broken =
        clinic::with("activity = \"see nurse\", by = 0.9", "activity = \"see norse\", by = 0.9", unused);
    CHECK(faults_of(broken).size() >= 1);
}

TEST_CASE("a scenario that is written and read again is the same, by its hash", "[io]")
{
    auto const scenario = io::parse_scenario(clinic::text);
    auto const value = io::encode_scenario(scenario);
    auto const from_value = io::decode_scenario(value);
    auto const from_json = io::parse_scenario(io::write_json(value), "scenario.json");
    for (auto const& again : {from_value, from_json}) {
        CHECK(again.study == scenario.study);
        CHECK(again.tools == scenario.tools);
        CHECK(again.tariff == scenario.tariff);
        CHECK(again.terms == scenario.terms);
        CHECK(io::scenario_hash(again) == io::scenario_hash(scenario));
    }
}

TEST_CASE("the hash minds what a scenario says, not how it is written", "[io]")
{
    auto const hash = io::scenario_hash(io::parse_scenario(clinic::text));
    CHECK(io::scenario_hash(io::parse_scenario("# a comment\n" + clinic::with("\"9 min\"", "\"540 s\""))) == hash);
    CHECK(io::scenario_hash(io::parse_scenario(clinic::with("\"9 min\"", "\"9.1 min\""))) != hash);
    CHECK(io::scenario_hash(io::parse_scenario(clinic::with("£2,000", "£2,001"))) != hash);
    CHECK(io::scenario_hash(io::parse_scenario(clinic::with("seed = 7", "seed = 8"))) != hash);
}

TEST_CASE("a scenario is loaded from a file, and a file that is not there is named", "[io]")
{
    auto const folder = std::filesystem::temp_directory_path() / "pathecon-scenario-test";
    io::write_file(folder / "s.toml", clinic::text);
    CHECK(io::scenario_hash(io::load_scenario(folder / "s.toml")) ==
          io::scenario_hash(io::parse_scenario(clinic::text)));
    CHECK_THROWS_AS(io::load_scenario(folder / "none.toml"), base::InvalidInput);
    CHECK_THROWS_AS(io::load_scenario(folder / "none.json"), base::InvalidInput);
    std::filesystem::remove_all(folder);
}
