// SPDX-License-Identifier: MIT
#include "study/model.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

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

std::string overload_text(Overload const& overload)
{
    return fmt::format("'{}' is asked for {:.1f} % of what it can give", overload.name, 100 * overload.load);
}

std::string growth_text(std::vector<pathway::Load> const& loads, std::string_view name)
{
    std::string const text = ": its queue grows for as long as the simulation lasts";
    auto const found = std::find_if(loads.begin(), loads.end(), [&](auto const& load) { return load.name == name; });
    if (found == loads.end() || found->leaves_out.empty()) return text;
    return fmt::format("{}, as far as can be told beforehand (the load {})", text, found->leaves_out);
}

void append_new(base::Diagnostics& known, base::Diagnostics const& others)
{
    for (auto const& fault : others.all())
        if (std::find(known.all().begin(), known.all().end(), fault) == known.all().end()) known.add(fault);
}

} // namespace detail

namespace {

/// Gathers the faults of the pathways of a study, each once.
class Faults {
public:
    /// An overload is a fault of the comparator alone; elsewhere it is simulated, and warned of by arm.
    enum class Overload { fault, fine };

    explicit Faults(base::Diagnostics& all)
        : all_{all}
    {}

    void add(pathway::Pathway pathway, Overload overload)
    {
        bool const is_fine = overload == Overload::fine;
        pathway.overload_allowed = pathway.overload_allowed || is_fine;
        base::Diagnostics kept;
        std::vector<base::Diagnostic> unused;
        auto const found = pathway::faults_of(pathway);
        for (auto const& fault : found.all()) {
            if (fault.code == detail::unused_code)
                unused.push_back(fault);
            else if (!is_fine || fault.code != detail::overload_code)
                kept.add(fault);
        }
        detail::append_new(all_, kept);
        unused_.push_back(std::move(unused));
    }

    /// Adds what is used in no pathway: a noun may wait there for a tool.
    void add_unused()
    {
        for (auto const& warning : unused_.front()) {
            auto const has_it = [&](auto const& list) {
                return std::find(list.begin(), list.end(), warning) != list.end();
            };
            if (std::all_of(unused_.begin(), unused_.end(), has_it)) all_.add(warning);
        }
    }

private:
    base::Diagnostics& all_;
    std::vector<std::vector<base::Diagnostic>> unused_;
};

} // namespace

std::vector<ArmModel> models_of(Study const& study, base::Diagnostics& diagnostics)
{
    detail::append_new(diagnostics, faults_of(study));
    for (auto const& tool : tools_of(study)) detail::append_new(diagnostics, effect::faults_of(tool));
    auto const base_study = detail::drawn(study, detail::base_values);
    Faults faults{diagnostics};
    faults.add(base_study.pathway, Faults::Overload::fine);
    std::vector<ArmModel> models;
    for (auto const& arm : base_study.arms) {
        ArmModel model{.name = arm.name, .role = arm.role};
        model.applied.pathway = base_study.pathway;
        try {
            model.applied = effect::apply(base_study.pathway, arm.tools);
            faults.add(model.applied.pathway, models.empty() ? Faults::Overload::fault : Faults::Overload::fine);
        } catch (base::InvalidInput const& invalid) {
            detail::append_new(diagnostics, invalid.diagnostics());
        }
        models.push_back(std::move(model));
    }
    faults.add_unused();
    if (!diagnostics.ok()) return models;
    for (auto& model : models) {
        model.loads = pathway::loads_of(model.applied.pathway);
        if (&model != &models.front())
            for (auto const& overload : detail::overloads_of(model.loads, 0))
                diagnostics.warning(611, base::join_path("arm", model.name),
                                    detail::overload_text(overload) + detail::growth_text(model.loads, overload.name),
                                    "read its waits as those of this horizon only, or add capacity");
    }
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
