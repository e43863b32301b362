// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <cmath>

#include <pathecon/study/steady_state.hpp>

#include "clinic.hpp"

using namespace pathecon;
using namespace pathecon::units::literals;

namespace {

/// M/M/1 with work of an hour; the stay is 1/(1 - load) hours on average.
study::Study queue(double load, units::Duration horizon, int replications)
{
    auto const pathway = pathway::Pathway{"queue"}
                             .add(pathway::Arrivals{.name = "patients", .rate = units::Rate::from_per_hour(load)})
                             .add(pathway::Resource{.name = "server", .rota = pathway::Rota::always(1)})
                             .add(pathway::Activity{
                                 .name = "work", .uses = {{.resource = "server"}}, .takes = pathway::exponential(1_h)})
                             .add(pathway::Interval{.name = "stay"});
    return {.name = "queue",
            .pathway = pathway,
            .arms = {{.name = "usual"}},
            .horizon = horizon,
            .follow_up = 10_weeks,
            .replications = replications,
            .seed = 3};
}

} // namespace

TEST_CASE("a queue settles at its closed form", "[study]")
{
    auto const state = study::steady_state(queue(0.5, 200_weeks, 40), "usual", "stay");
    CHECK_FALSE(state.is_too_short);
    CHECK(state.replications == 40);
    CHECK(state.patients > 16'000);
    CHECK(state.mean.standard_error < 0.005 * 2.0);
    CHECK(std::abs(state.mean.mean - 2.0) < 4.89 * state.mean.standard_error);
    CHECK(state.warm_up_patients < state.patients / 10);
}

TEST_CASE("a busy queue that starts empty needs a warm-up, and without it the mean is too low", "[study]")
{
    auto const state = study::steady_state(queue(0.9, 40_weeks, 60), "usual", "stay");
    CHECK_FALSE(state.is_too_short);
    CHECK(state.warm_up_patients >= 50);
    CHECK(state.warm_up.hours() == Approx(static_cast<double>(state.warm_up_patients) / 0.9).epsilon(0.1));
    CHECK(std::abs(state.mean.mean - 10.0) < 4.89 * state.mean.standard_error);
    // A single replication speaks by its batches.
    auto const one = study::steady_state(queue(0.5, 100_weeks, 1), "usual", "stay");
    CHECK(one.mean.n == 20);
    CHECK(std::abs(one.mean.mean - 2.0) < 4.89 * one.mean.standard_error);
}

TEST_CASE("a queue that only grows is called too short", "[study]")
{
    auto study = queue(1.3, 10_weeks, 5);
    study.pathway.overload_allowed = true;
    study.follow_up = 30_weeks;
    CHECK(study::steady_state(study, "usual", "stay").is_too_short);
}

TEST_CASE("an arm or an interval that is not there, and patients without one order, are refused", "[study]")
{
    auto const study = queue(0.5, 2_weeks, 2);
    auto const message_of = [](auto const& question) {
        try {
            question();
        } catch (base::InvalidInput const& invalid) {
            return invalid.diagnostics().text();
        }
        return std::string{"accepted"};
    };
    CHECK(message_of([&] { (void)study::steady_state(study, "usal", "stay"); }).find("did you mean 'usual'?") !=
          std::string::npos);
    CHECK(message_of([&] { (void)study::steady_state(study, "usual", "star"); }).find("did you mean 'stay'?") !=
          std::string::npos);
    auto mixed = study;
    mixed.pathway = mixed.pathway.add(pathway::Arrivals{.name = "others", .rate = units::Rate::from_per_hour(0.2)});
    CHECK(message_of([&] { (void)study::steady_state(mixed, "usual", "stay"); }).find("several sources") !=
          std::string::npos);
}
