// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <algorithm>

#include <pathecon/study/run.hpp>
#include <pathecon/study/study.hpp>

#include "clinic.hpp"

using namespace pathecon;
using namespace pathecon::units::literals;

namespace {

std::vector<int> codes_of(base::Diagnostics const& diagnostics)
{
    std::vector<int> codes;
    for (auto const& d : diagnostics.all()) codes.push_back(d.code);
    std::sort(codes.begin(), codes.end());
    return codes;
}

} // namespace

TEST_CASE("a study in order has no faults", "[study]") { CHECK(study::faults_of(clinic::study()).text() == ""); }

TEST_CASE("a study names all that is wrong with its arms at once", "[study]")
{
    auto study = clinic::study();
    study.replications = 0;
    study.arms[1].name = "usual care";
    study.arms[2].role = study::Role::comparator;
    study.arms.push_back({.name = "twice", .tools = {clinic::idle_tool(), clinic::idle_tool()}});
    auto other = clinic::voice_notes();
    other.cost.once = units::pounds(5);
    study.arms.push_back({.name = "other voice", .tools = {other}});
    CHECK(codes_of(study::faults_of(study)) == std::vector{110, 602, 603, 604, 605});

    study.arms.clear();
    CHECK(codes_of(study::faults_of(study)) == std::vector{110, 601});
}

TEST_CASE("a tool that is in several arms is one tool", "[study]")
{
    auto study = clinic::study();
    study.arms.push_back({.name = "both", .tools = {clinic::idle_tool(), clinic::voice_notes()}});
    auto const tools = study::tools_of(study);
    REQUIRE(tools.size() == 2);
    CHECK(tools[0].name == "Idle");
    CHECK(tools[1].name == "Voice notes");
}

TEST_CASE("explain lists what the tools of each arm change, and nothing for one that changes nothing", "[study]")
{
    auto const table = study::explain(clinic::study());
    auto const& arms = table.column<std::string>("arm");
    auto const& paths = table.column<std::string>("path");
    CHECK(std::count(arms.begin(), arms.end(), "usual care") == 0);
    REQUIRE(std::count(arms.begin(), arms.end(), "voice") > 0);
    for (std::size_t row = 0; row < table.rows(); ++row) CHECK(paths[row].starts_with("activity/see nurse/"));
}

TEST_CASE("all faults of the study, the pathway and the tools come at once", "[study]")
{
    auto study = clinic::study();
    study.pathway.routes.front().to.front().to = "see docter";
    study.arms[2].tools.tools.front().effects = {effect::Scale{.activity = "see norse", .by = 0.8}};
    study.draws = 0;
    base::Diagnostics faults;
    auto const models = study::models_of(study, faults);
    auto const codes = codes_of(faults);
    CHECK(models.size() == 3);
    for (int const code : {110, 205, 403}) {
        INFO(faults.text());
        CHECK(std::count(codes.begin(), codes.end(), code) == 1);
    }
    CHECK_THROWS_AS(study::run(study), base::InvalidInput);
}

TEST_CASE("a noun that waits for a tool is not called unused; one that no arm uses is", "[study]")
{
    auto study = clinic::study();
    study.pathway = study.pathway.add(pathway::Resource{.name = "clerk"}).add(pathway::Resource{.name = "porter"});
    auto helped = clinic::voice_notes();
    helped.effects = {effect::Effect{[](pathway::Pathway usual) {
                                         usual.activities.front().attended.push_back({.resource = "clerk"});
                                         return usual;
                                     },
                                     "bring the clerk"}};
    study.arms.back().tools = {helped};
    base::Diagnostics faults;
    (void)study::models_of(study, faults);
    CHECK(faults.ok());
    std::string const text = faults.text();
    CHECK(text.find("'porter'") != std::string::npos);
    CHECK(text.find("'clerk'") == std::string::npos);
}

TEST_CASE("a trace that ends before the horizon, or goes on after it, is warned of where it stands", "[study]")
{
    auto study = clinic::study(); // a week of warm-up, eight of horizon, one of follow-up
    auto& arrivals = study.pathway.arrivals[0];
    arrivals = pathway::Arrivals{.name = "walk-in"};
    auto const told = [&](std::initializer_list<int> days) {
        arrivals.trace.clear();
        for (int const day : days) arrivals.trace.push_back({.at = units::days(day)});
        auto const faults = study::faults_of(study);
        return faults.empty() ? std::string{} : faults.text();
    };
    CHECK(told({10, 20, 30, 40, 50, 60}) == "");
    CHECK(told({10, 20, 30}) == "PE0304 warning: arrivals/walk-in/trace: nobody comes after 30.0 d, and warm_up and horizon last 63.0 d: the rest of "
                                "them is empty (make study/horizon as long as the trace)\n");
    CHECK(told({10, 30, 62, 63, 69, 70}) == "PE0305 warning: arrivals/walk-in/trace: 3 of 6 patients come after the horizon, which ends after 63.0 d: "
                                            "they are not counted, and 1 of them are never simulated (make study/horizon longer, or leave these rows "
                                            "out)\n");
}
