// SPDX-License-Identifier: MIT
#include <pathecon/study/run.hpp>

#include <algorithm>
#include <memory>
#include <utility>

#include <fmt/format.h>

#include <pathecon/base/contract.hpp>
#include <pathecon/random/luck.hpp>
#include <pathecon/sim/compile.hpp>
#include <pathecon/sim/simulate.hpp>

#include "study/crew.hpp"
#include "study/model.hpp"
#include "study/precise.hpp"
#include "study/record.hpp"

namespace pathecon::study {
namespace {

/// One an arm, shared by the tasks of a draw.
using Networks = std::shared_ptr<std::vector<sim::Network>>;

/// Says in which draw and arm an input became impossible.
base::InvalidInput in_draw(base::InvalidInput const& invalid, int draw, std::string const& arm)
{
    base::Diagnostics located;
    for (auto fault : invalid.diagnostics().all()) {
        fault.message += fmt::format(" (in draw {} of arm '{}')", draw, arm);
        located.add(std::move(fault));
    }
    return base::InvalidInput{located};
}

/// The network of an arm in one draw. An overload is no fault here: it is kept in the model and simulated.
sim::Network network_of(Study const& drawn, std::size_t arm, int draw, ArmModel& model)
{
    try {
        auto pathway = effect::apply(drawn.pathway, drawn.arms[arm].tools, effect::Changes::skipped).pathway;
        pathway.overload_allowed = true;
        auto const checked = pathway::check(std::move(pathway));
        auto const overloads = detail::overloads_of(checked.loads(), draw);
        model.overloads.insert(model.overloads.end(), overloads.begin(), overloads.end());
        return sim::compile(checked);
    } catch (base::InvalidInput const& invalid) {
        throw in_draw(invalid, draw, model.name);
    }
}

} // namespace

StudyResult run(Study const& study, RunOptions const& options)
{
    base::Diagnostics diagnostics;
    StudyResult result{.study = study, .arms = models_of(study, diagnostics)};
    if (!diagnostics.ok()) throw base::InvalidInput{diagnostics};
    result.warnings = std::move(diagnostics);

    auto const arms = study.arms.size();
    auto& runs = result.runs;
    for (auto const& arm : study.arms) runs.arms.push_back(arm.name);
    runs.labels.resize(arms);
    runs.seed = static_cast<std::uint64_t>(study.seed);
    runs.window = study.horizon;
    runs.period = study.period.value_or(units::Duration{});
    auto const horizon = horizon_of(study);
    auto const model = random::tag_of(study.pathway.name);

    auto const looks = detail::looks_of(study);
    Record record{arms, study.draws, looks.front()};
    auto const look_up = [&] {
        if (options.progress) options.progress({.done = record.done(), .total = record.total()});
    };
    Crew crew{options.threads > 0 ? options.threads : Crew::hands_of_machine(), options.cancel, look_up};
    bool going_on = true;
    auto const simulate = [&](Networks const& networks, int draw, int first, int end) {
        for (int replication = first; replication < end && going_on; ++replication)
            for (std::size_t arm = 0; arm < arms && going_on; ++arm)
                going_on =
                    crew.add([&record, &crew, horizon, model, seed = runs.seed, networks, draw, replication, arm] {
                        auto const id = random::replication_id(static_cast<std::uint64_t>(draw),
                                                               static_cast<std::uint64_t>(replication));
                        random::Luck const luck{.seed = seed, .model = model, .replication = id};
                        sim::Limits limits;
                        limits.cancel = crew.going_home();
                        record.store(arm, draw, replication, sim::simulate((*networks)[arm], luck, horizon, limits));
                    });
    };
    Networks networks;
    for (int draw = 0; draw < study.draws && going_on; ++draw) {
        auto const drawn = detail::drawn(study, study.draws == 1 ? detail::base_values : draw);
        networks = std::make_shared<std::vector<sim::Network>>();
        for (std::size_t arm = 0; arm < arms; ++arm) {
            networks->push_back(network_of(drawn, arm, draw, result.arms[arm]));
            auto const& labels = networks->back().labels;
            if (draw == 0) runs.labels[arm] = labels;
            PATHECON_EXPECTS(labels == runs.labels[arm],
                             "an effect makes the same steps, resources and measures in every draw");
        }
        simulate(networks, draw, 0, looks.front());
    }
    crew.finish();
    auto const is_whole = [&] { return record.done() == record.total(); };
    for (std::size_t next = 1; next < looks.size() && is_whole(); ++next) {
        auto const achieved = detail::achieved_by(study, runs.labels, looks[next - 1], record);
        if (std::all_of(achieved.begin(), achieved.end(), [](Achieved const& one) { return one.is_met(); })) break;
        record.grow(looks[next]);
        simulate(networks, 0, looks[next - 1], looks[next]);
        crew.finish();
    }
    result.simulated = record.done();
    result.partial = !is_whole();
    record.hand_over(runs);
    if (!runs.results.empty()) result.achieved = detail::achieved_by(study, runs);
    for (auto& arm : result.arms) std::erase_if(arm.overloads, [&](Overload const& o) { return o.draw >= runs.draws; });
    return result;
}

} // namespace pathecon::study
