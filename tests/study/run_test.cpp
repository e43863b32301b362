// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <atomic>
#include <chrono>
#include <stdexcept>
#include <thread>
#include <vector>

#include <pathecon/random/evidence.hpp>
#include <pathecon/study/run.hpp>

#include "clinic.hpp"

using namespace pathecon;
using namespace pathecon::units::literals;

namespace {

/// The clinic with two uncertain inputs, one of the pathway and one of a tool.
study::Study uncertain_study()
{
    auto study = clinic::study();
    study.pathway.routes.front().to.front().p = pathway::Chance{.p = random::uncertain(0.6, 0.5, 0.7)};
    study.arms[2].tools.tools.front().effects = {
        effect::Scale{.activity = "see nurse", .by = random::uncertain(0.8, 0.7, 0.9)}};
    study.draws = 4;
    study.replications = 2;
    return study;
}

sim::Runs run_with(study::Study const& study, int threads) { return study::run(study, {.threads = threads}).runs; }

} // namespace

TEST_CASE("one, two and four threads give the same bytes", "[study]")
{
    for (auto const& study : {clinic::study(), uncertain_study()}) {
        auto const one = run_with(study, 1);
        REQUIRE(one.results.size() == static_cast<std::size_t>(study.draws * study.replications) * 3);
        for (int const threads : {2, 4}) {
            auto const more = run_with(study, threads);
            CHECK(more == one);
            CHECK(sim::hash_of(more) == sim::hash_of(one));
        }
    }
}

TEST_CASE("a tool that changes nothing leaves every replication as it was, bit for bit, in every draw", "[study]")
{
    auto const runs = study::run(uncertain_study()).runs;
    for (int draw = 0; draw < runs.draws; ++draw)
        for (int replication = 0; replication < runs.replications; ++replication) {
            auto const& usual = runs.at(0, draw, replication);
            CHECK(usual.arrivals.front() > 1000);
            CHECK(runs.at(1, draw, replication) == usual);
            CHECK_FALSE(runs.at(2, draw, replication) == usual);
        }
    CHECK(runs.pooled[1] == runs.pooled[0]);
}

TEST_CASE("asking for more replications reshuffles nothing", "[study]")
{
    auto study = clinic::study();
    auto const three = study::run(study).runs;
    study.replications = 5;
    auto const five = study::run(study).runs;
    for (int arm = 0; arm < 3; ++arm)
        for (int replication = 0; replication < 3; ++replication)
            CHECK(five.at(arm, 0, replication) == three.at(arm, 0, replication));
}

TEST_CASE("different draws differ, and a single draw takes the base values", "[study]")
{
    auto study = uncertain_study();
    auto const drawn = study::run(study).runs;
    CHECK_FALSE(drawn.at(0, 0, 0) == drawn.at(0, 1, 0));
    study.draws = 1;
    auto plain = clinic::study();
    plain.replications = 2;
    CHECK(study::run(study).runs == study::run(plain).runs);
}

TEST_CASE("progress is told on the calling thread and ends with everything done", "[study]")
{
    auto const caller = std::this_thread::get_id();
    std::vector<study::Progress> told;
    bool elsewhere = false;
    auto const result = study::run(clinic::study(), {.threads = 2, .progress = [&](study::Progress const& progress) {
                                                         told.push_back(progress);
                                                         elsewhere = elsewhere || std::this_thread::get_id() != caller;
                                                     }});
    REQUIRE_FALSE(told.empty());
    CHECK_FALSE(elsewhere);
    CHECK(told.back().done == 9);
    CHECK(told.back().total == 9);
    CHECK(result.simulated == 9);
    CHECK_FALSE(result.partial);
}

TEST_CASE("a callable that fails while it is told of progress ends the run with its exception", "[study]")
{
    auto study = clinic::study();
    study.replications = 500;
    auto const fail = [](study::Progress const&) { throw std::runtime_error{"interrupted"}; };
    CHECK_THROWS_WITH(study::run(study, {.threads = 2, .progress = fail}), "interrupted");
}

TEST_CASE("a run that is cancelled keeps whole replications, the same as those of the whole run", "[study]")
{
    for (int const threads : {1, 2}) {
        auto study = clinic::study();
        study.replications = 400;
        std::atomic<bool> cancel{false};
        auto const result =
            study::run(study, {.threads = threads,
                               .progress = [&](study::Progress const& p) { cancel = cancel || p.done >= 6; },
                               .cancel = &cancel});
        CHECK(result.partial);
        REQUIRE(result.runs.replications < 400);
        CHECK(result.runs.results.size() == 3 * static_cast<std::size_t>(result.runs.replications));
        // Two threads may leave the first replication behind; one cannot.
        if (threads == 1) REQUIRE(result.runs.replications >= 2);
        if (result.runs.replications == 0) continue;
        study.replications = result.runs.replications;
        CHECK(result.runs == study::run(study).runs);
    }
}

TEST_CASE("a study of many draws that is cancelled keeps whole draws", "[study]")
{
    auto study = uncertain_study();
    study.draws = 300;
    std::atomic<bool> cancel{false};
    auto const result =
        study::run(study, {.threads = 1,
                           .progress = [&](study::Progress const& p) { cancel = cancel || p.done >= 30; },
                           .cancel = &cancel});
    CHECK(result.partial);
    REQUIRE(result.runs.draws >= 2);
    REQUIRE(result.runs.draws < 300);
    CHECK(result.runs.replications == 2);
    CHECK(result.runs.results.size() == static_cast<std::size_t>(result.runs.draws) * 6);
    for (auto const& replication : result.runs.results) CHECK(replication.status == sim::RunStatus::ok);
}

TEST_CASE("a long simulation is back within half a second of being cancelled", "[study]")
{
    auto study = clinic::study();
    study.horizon = 2000_years;
    for (auto& interval : study.pathway.intervals) interval.rows = false;
    std::atomic<bool> cancel{false};
    std::chrono::steady_clock::time_point asked;
    std::thread impatient{[&] {
        std::this_thread::sleep_for(std::chrono::milliseconds{200});
        asked = std::chrono::steady_clock::now();
        cancel = true;
    }};
    auto const result = study::run(study, {.threads = 2, .cancel = &cancel});
    impatient.join();
    CHECK(std::chrono::steady_clock::now() - asked < std::chrono::milliseconds{500});
    CHECK(result.partial);
    CHECK(result.runs.draws == 0);
    CHECK(result.runs.results.empty());
}

TEST_CASE("an effect that is a callable is called on the calling thread only", "[study]")
{
    auto study = clinic::study();
    auto const caller = std::this_thread::get_id();
    std::atomic<int> calls{0}, elsewhere{0};
    study.arms.push_back(
        {.name = "custom",
         .tools = {effect::Tool{.name = "Custom",
                                .effects = {effect::Effect{[&](pathway::Pathway const& usual) {
                                                               ++calls;
                                                               elsewhere += std::this_thread::get_id() != caller;
                                                               return usual;
                                                           },
                                                           "nothing"}}}}});
    study.draws = 3;
    study.replications = 2;
    auto const result = study::run(study, {.threads = 4});
    CHECK(calls >= 3);
    CHECK(elsewhere == 0);
    CHECK(result.runs.at(3, 2, 1) == result.runs.at(0, 2, 1));
}

TEST_CASE("a comparator whose queue would grow for ever is refused; in another arm this is simulated and counted",
          "[study]")
{
    auto study = clinic::study();
    study.horizon = 2_weeks;
    auto slow = clinic::voice_notes();
    slow.effects = {effect::Scale{.activity = "see nurse", .by = 1.5}};
    study.arms = {{.name = "usual care"}, {.name = "slow", .tools = {slow}}};
    auto const result = study::run(study);
    CHECK(result.arms[0].overloads.empty());
    REQUIRE(result.arms[1].overloads.size() == 1);
    CHECK(result.arms[1].overloads.front().name == "nurse");
    CHECK(result.arms[1].overloads.front().load == Approx(1.125));

    study.pathway.arrivals.front().rate = units::per_hour(8);
    try {
        (void)study::run(study);
        FAIL("an overloaded comparator was accepted");
    } catch (base::InvalidInput const& invalid) {
        CHECK(invalid.diagnostics().all().front().code == 301);
    }
    study.pathway.overload_allowed = true;
    CHECK(study::run(study).arms[0].overloads.size() == 1);
}

TEST_CASE("an input that a prior makes impossible is refused with the draw and the arm in which it happens", "[study]")
{
    auto study = uncertain_study();
    study.arms[2].tools.tools.front().effects = {
        effect::Scale{.activity = "see nurse", .by = random::uncertain(0.5, -3.0, 4.0)}};
    study.draws = 50;
    study.replications = 1;
    try {
        (void)study::run(study);
        FAIL("a negative factor was accepted");
    } catch (base::InvalidInput const& invalid) {
        auto const text = invalid.diagnostics().text();
        INFO(text);
        CHECK(text.find("of arm 'voice'") != std::string::npos);
        CHECK(text.find("in draw ") != std::string::npos);
    }
}
