// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <algorithm>
#include <atomic>

#include <pathecon/study/replay.hpp>
#include <pathecon/study/run.hpp>
#include <pathecon/study/steady_state.hpp>
#include <pathecon/study/verify.hpp>

#include "clinic.hpp"

using namespace pathecon;
using study::Verdict;

namespace {

study::Verified const& about(std::vector<study::Verified> const& all, std::string const& word)
{
    return *std::find_if(all.begin(), all.end(), [&](auto const& one) { return one.claim.find(word) != std::string::npos; });
}

} // namespace

TEST_CASE("a sound study passes every question that can be put to it", "[verify]")
{
    auto study = clinic::study();
    ledger::Tariff const tariff{.name = "prices", .prices = {{.item = "see nurse", .per = ledger::Per::visit, .amount = units::pounds(40)}}};
    auto const all = study::verify(study, tariff, 2);
    CHECK(all.size() == 9);
    for (auto const& one : all) {
        INFO(one.claim << ": " << one.found);
        CHECK(one.verdict != Verdict::fails);
    }
    CHECK(study::is_verified(all));
    CHECK(about(all, "changes nothing").verdict == Verdict::holds);
    CHECK(about(all, "Every patient").verdict == Verdict::holds);
}

TEST_CASE("a question that cannot be put is skipped and says why", "[verify]")
{
    auto study = clinic::study();
    study.arms.resize(1);
    auto const all = study::verify(study, {}, 1);
    CHECK(about(all, "unit price").verdict == Verdict::skipped);
    CHECK(about(all, "order of the arms").found == "the study has one arm");
}

TEST_CASE("a replication can be replayed alone, with its trace, to the bit", "[replay]")
{
    auto const study = clinic::study();
    auto const result = study::run(study);
    for (int arm = 0; arm < 3; ++arm) {
        auto const name = study.arms[static_cast<std::size_t>(arm)].name;
        auto const seen = study::replay(study, {.arm = name, .replication = 1});
        auto const& happened = result.runs.at(arm, 0, 1);
        CHECK(seen.happened.visits == happened.visits);
        CHECK(seen.happened.stays == happened.stays);
        CHECK(seen.happened.resource_ticks == happened.resource_ticks);
        CHECK(static_cast<std::int64_t>(std::count_if(seen.trace.begin(), seen.trace.end(), [](auto const& row) {
                  return row.what == sim::TraceRow::What::exit;
              })) >= happened.exits.front());
    }
}

TEST_CASE("an arm or a draw that is not there is refused with what there is", "[replay]")
{
    auto const study = clinic::study();
    CHECK_THROWS_AS(study::replay(study, {.arm = "no such arm"}), base::InvalidInput);
    CHECK_THROWS_AS(study::replay(study, {.draw = 1}), base::InvalidInput);
    CHECK_THROWS_AS(study::replay(study, {.replication = -1}), base::InvalidInput);
}

TEST_CASE("the occupancy of an arm adds up its replications, and agrees with the utilisation of the run", "[replay]")
{
    auto const study = clinic::study();
    auto const result = study::run(study);
    auto const seen = study::occupancy_of(study);
    sim::Ticks worked = 0, busy = 0;
    for (int replication = 0; replication < study.replications; ++replication) worked += result.runs.at(0, 0, replication).calendar_ticks.front();
    for (std::size_t hour = 0; hour < sim::Occupancy::hours; ++hour) busy += seen.occupancy.busy[hour];
    CHECK(busy == worked);
    CHECK(seen.by_hour().rows() == seen.labels.resources.size() * sim::Occupancy::hours);
}

TEST_CASE("questions, replays and occupancies that are cancelled end early, and say what there is", "[verify]")
{
    auto study = clinic::study();
    study.horizon = units::weeks(5000);
    std::atomic<bool> cancel{false};
    int looks = 0;
    study::RunOptions options;
    options.progress = [&](study::Progress const&) { cancel = ++looks > 1; };
    options.cancel = &cancel;
    CHECK(study::replay(study, {}, options).happened.status == sim::RunStatus::cancelled);
    cancel = false, looks = 0;
    CHECK(study::verify(study, {}, 1, options).size() < 9);
    cancel = false, looks = 0;
    CHECK(study::occupancy_of(study, {}, 0, options).occupancy.window < (3 * study.horizon).ticks());
    cancel = false, looks = 0;
    auto const state = study::steady_state(study, "usual care", "visit", options);
    CHECK(state.is_too_short);
    CHECK(state.replications == 0);
}
