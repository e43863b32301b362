// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <pathecon/io/scenario.hpp>
#include <pathecon/report/decision.hpp>
#include <pathecon/study/appraise.hpp>

#include "clinic_text.hpp"

using namespace pathecon;

namespace {

/// The clinic's run with three more arms, and an appraisal typed by hand over it.
struct Story {
    io::Scenario scenario = io::parse_scenario(clinic::text);
    study::StudyResult run;
    econ::Appraisal appraisal;

    Story()
    {
        auto& arms = scenario.study.arms;
        arms.push_back({.name = "lists", .tools = arms[1].tools, .role = study::Role::alternative});
        arms.push_back({.name = "perfect", .tools = arms[1].tools, .role = study::Role::bound});
        scenario.study.horizon = units::days(7);
        run = study::run(scenario.study);
        appraisal = study::appraise(run, scenario.tariff, scenario.terms);
    }
    void npv(std::string const& arm, double mean, double low, double high, double cash)
    {
        for (auto& appraised : appraisal.arms) {
            if (appraised.arm != arm) continue;
            for (auto& level : appraised.levels)
                level.npv = {.mean = mean,
                             .low = low,
                             .high = high,
                             .standard_error = (high - low) / 4,
                             .n = 3,
                             .over = econ::Over::replications};
            appraised.levels[0].npv.mean = cash;
        }
    }
    [[nodiscard]] report::Decision decide() const { return report::decide(scenario, run, appraisal); }
};

bool says(std::string const& text, std::string const& part) { return text.find(part) != std::string::npos; }

} // namespace

TEST_CASE("the choice is the arm of greatest expected value that can be bought, never the bound", "[report]")
{
    Story story;
    story.npv("voice", 1'234'567, 900'000, 1'500'000, -20'000);
    story.npv("lists", 400'000, 300'000, 500'000, 10'000);
    story.npv("perfect", 9e6, 8e6, 1e7, 9e6);
    auto const decision = story.decide();
    CHECK(decision.buys);
    CHECK(decision.choice == "voice");
    CHECK(decision.certainty == report::Certainty::gain);
    CHECK_FALSE(decision.inputs_drawn);
    CHECK(decision.what_to_buy == "Buy 'voice'.");
    // The standard error is £150,000: no digit beyond it.
    CHECK(says(decision.what_it_returns, "£1.2 million over 5 years"));
    CHECK(says(decision.how_sure, "lies above £0"));
    CHECK(says(decision.how_sure, "3 replications only"));
    CHECK(says(decision.what_is_cash, "In cash alone it returns −£20,000"));
    CHECK(says(decision.text(), decision.what_is_not_cash));
}

TEST_CASE("the same money spent on lists is chosen where it returns more", "[report]")
{
    Story story;
    story.npv("voice", 100'000, -50'000, 250'000, 0);
    story.npv("lists", 400'000, 300'000, 500'000, 10'000);
    CHECK(story.decide().choice == "lists");
}

TEST_CASE("where nothing returns more than 0, usual care is kept, and the best of the others is named", "[report]")
{
    Story story;
    story.npv("voice", -10'000, -40'000, 20'000, -30'000);
    story.npv("lists", -900'000, -950'000, -850'000, -900'000);
    story.npv("perfect", 5e6, 4e6, 6e6, 0);
    auto const decision = story.decide();
    CHECK_FALSE(decision.buys);
    CHECK(decision.choice == "usual care");
    CHECK(decision.best == "voice");
    CHECK(decision.certainty == report::Certainty::open);
    CHECK(says(decision.what_to_buy, "Buy nothing and keep 'usual care'"));
    CHECK(says(decision.how_sure, "includes £0"));
}

TEST_CASE("a scenario with uncertain inputs that were not drawn says so", "[report]")
{
    Story story;
    story.npv("voice", 10'000, 5'000, 15'000, 0);
    CHECK(says(story.decide().how_sure, "No input of the scenario has a range"));
    story.scenario =
        io::parse_scenario(clinic::with("by = { value = 0.8,", "by = { mean = 0.8, low = 0.7, high = 0.9,"));
    CHECK(says(story.decide().how_sure, "ask for several draws"));
}

TEST_CASE("time that is released and not used is told in hours, not in pounds", "[report]")
{
    Story const story;
    auto const decision = story.decide();
    CHECK(says(decision.what_is_not_cash, "absorbed and worth nothing here"));
}
