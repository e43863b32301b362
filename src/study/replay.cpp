// SPDX-License-Identifier: MIT
#include <pathecon/study/replay.hpp>

#include <algorithm>
#include <string>

#include <fmt/format.h>

#include <pathecon/pathway/check.hpp>
#include <pathecon/random/luck.hpp>
#include <pathecon/sim/compile.hpp>
#include <pathecon/sim/simulate.hpp>

#include "study/crew.hpp"
#include "study/model.hpp"

namespace pathecon::study {
namespace {

[[noreturn]] void refuse(char const* path, std::string message, std::string hint)
{
    base::Diagnostics faults;
    faults.error(622, path, std::move(message), std::move(hint));
    throw base::InvalidInput{std::move(faults)};
}

/// What run() simulates at a place, but for the recorder.
struct Stage {
    sim::Network network;
    sim::Horizon horizon;
    std::uint64_t seed, model;
    [[nodiscard]] random::Luck luck(int draw, int replication) const
    {
        return {.seed = seed,
                .model = model,
                .replication = random::replication_id(static_cast<std::uint64_t>(draw), static_cast<std::uint64_t>(replication))};
    }
};

Stage stage_of(Study const& study, std::string_view arm, int draw)
{
    base::Diagnostics diagnostics;
    (void)models_of(study, diagnostics);
    if (!diagnostics.ok()) throw base::InvalidInput{diagnostics};
    auto const found = arm.empty() ? study.arms.begin()
                                   : std::find_if(study.arms.begin(), study.arms.end(), [&](Arm const& a) { return a.name == arm; });
    if (found == study.arms.end()) {
        std::vector<std::string> names;
        for (auto const& one : study.arms) names.push_back(one.name);
        refuse("arm", fmt::format("there is no arm '{}'", arm), base::did_you_mean(arm, names));
    }
    if (draw < 0 || draw >= study.draws)
        refuse("draw", fmt::format("there is no draw {}", draw), fmt::format("draws are numbered from 0 to {}", study.draws - 1));
    auto const drawn = detail::drawn(study, study.draws == 1 ? detail::base_values : draw);
    auto const index = static_cast<std::size_t>(found - study.arms.begin());
    auto pathway = effect::apply(drawn.pathway, drawn.arms[index].tools, effect::Changes::skipped).pathway;
    pathway.overload_allowed = true;
    return {.network = sim::compile(pathway::check(std::move(pathway))),
            .horizon = horizon_of(study),
            .seed = static_cast<std::uint64_t>(study.seed),
            .model = random::tag_of(study.pathway.name)};
}

} // namespace

Replay replay(Study const& study, Place place, RunOptions const& options)
{
    if (place.replication < 0)
        refuse("replication", fmt::format("there is no replication {}", place.replication), "replications are numbered from 0");
    Stage stage = stage_of(study, place.arm, place.draw);
    Replay made;
    attend(options, [&](std::atomic<bool> const* cancel) {
        sim::Limits limits;
        limits.cancel = cancel;
        made.happened = sim::simulate(stage.network, stage.luck(place.draw, place.replication), stage.horizon, made.trace, limits);
    });
    made.network = std::move(stage.network);
    return made;
}

base::Table event_log(Study const& study, Place place, sim::LogFormat format, RunOptions const& options)
{
    auto const seen = replay(study, place, options);
    base::Table made;
    attend(options, [&](std::atomic<bool> const* cancel) {
        made = sim::event_log(seen.network, seen.trace, format, study.pathway.starts, cancel);
    });
    return made;
}

Occupied occupancy_of(Study const& study, std::string_view arm, int draw, RunOptions const& options)
{
    Stage const stage = stage_of(study, arm, draw);
    Occupied made{.labels = stage.network.labels};
    attend(options, [&](std::atomic<bool> const* cancel) {
        sim::Limits limits;
        limits.cancel = cancel;
        for (int replication = 0; replication < study.replications && !*cancel; ++replication) {
            sim::Occupancy one;
            (void)sim::simulate(stage.network, stage.luck(draw, replication), stage.horizon, one, limits);
            made.occupancy.merge(one);
        }
    });
    return made;
}

} // namespace pathecon::study
