// SPDX-License-Identifier: MIT
#include "study/model.hpp"

#include <algorithm>
#include <utility>

#include <pathecon/pathway/fields.hpp>
#include <pathecon/random/input.hpp>

namespace pathecon::study {
namespace detail {

Study drawn(Study const& study, std::int64_t draw)
{
    auto const seed = static_cast<std::uint64_t>(study.seed);
    Study made = study;
    random::draw_inputs(made.pathway, "", seed, draw, study.draws);
    for (auto& arm : made.arms) arm.tools = effect::draw(arm.tools, seed, draw, study.draws);
    return made;
}

std::vector<Overload> overloads_of(std::vector<pathway::Load> const& loads, int draw)
{
    std::vector<Overload> overloads;
    for (auto const& load : loads)
        if (load.ratio() >= 1) overloads.push_back({.draw = draw, .name = load.name, .load = load.ratio()});
    return overloads;
}

void append_new(base::Diagnostics& known, base::Diagnostics const& others)
{
    for (auto const& fault : others.all())
        if (std::find(known.all().begin(), known.all().end(), fault) == known.all().end()) known.add(fault);
}

} // namespace detail

std::vector<ArmModel> models_of(Study const& study, base::Diagnostics& diagnostics)
{
    detail::append_new(diagnostics, faults_of(study));
    for (auto const& tool : tools_of(study)) detail::append_new(diagnostics, effect::faults_of(tool));
    auto const base_study = detail::drawn(study, detail::base_values);
    auto overload_is_fine = [](pathway::Pathway pathway) {
        pathway.overload_allowed = true;
        return pathway;
    };
    detail::append_new(diagnostics, pathway::faults_of(overload_is_fine(base_study.pathway)));

    std::vector<ArmModel> models;
    for (auto const& arm : base_study.arms) {
        ArmModel model{.name = arm.name, .role = arm.role};
        model.applied.pathway = base_study.pathway;
        try {
            model.applied = effect::apply(base_study.pathway, arm.tools);
            bool const is_comparator = models.empty();
            detail::append_new(diagnostics,
                               pathway::faults_of(is_comparator ? model.applied.pathway : overload_is_fine(model.applied.pathway)));
        } catch (base::InvalidInput const& invalid) {
            detail::append_new(diagnostics, invalid.diagnostics());
        }
        models.push_back(std::move(model));
    }
    if (diagnostics.ok())
        for (auto& model : models) model.loads = pathway::loads_of(model.applied.pathway);
    return models;
}

base::Table explain(std::vector<ArmModel> const& arms)
{
    std::vector<std::string> arm, path, before, after, tool, effect, source;
    for (auto const& model : arms)
        for (auto const& change : model.applied.changes) {
            arm.push_back(model.name);
            path.push_back(change.path);
            before.push_back(change.before);
            after.push_back(change.after);
            tool.push_back(change.tool);
            effect.push_back(change.effect);
            source.push_back(change.source);
        }
    base::Table table;
    table.add_column("arm", std::move(arm));
    table.add_column("path", std::move(path));
    table.add_column("before", std::move(before));
    table.add_column("after", std::move(after));
    table.add_column("tool", std::move(tool));
    table.add_column("effect", std::move(effect));
    table.add_column("source", std::move(source));
    return table;
}

base::Table explain(Study const& study)
{
    base::Diagnostics diagnostics;
    auto const models = models_of(study, diagnostics);
    if (!diagnostics.ok()) throw base::InvalidInput{diagnostics};
    return explain(models);
}

} // namespace pathecon::study
