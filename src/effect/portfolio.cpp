// SPDX-License-Identifier: MIT
#include <pathecon/effect/portfolio.hpp>

#include <algorithm>

#include <fmt/format.h>

#include "charge.hpp"
#include "edit.hpp"

namespace pathecon::effect {

namespace {

/// Applies one tool after the other to a growing result.
class Application {
public:
    Application(pathway::Pathway const& pathway, Changes changes)
        : applied{pathway, {}, {}, {}}
        , changes_{changes}
    {}

    void add(Tool const& tool)
    {
        collect(faults_of(tool));
        auto const adopts = std::find_if(tool.effects.begin(), tool.effects.end(),
                                         [](Effect const& effect) { return effect.as<Adopt>(); });
        auto const* adopt = adopts == tool.effects.end() ? nullptr : adopts->as<Adopt>();
        Context context{.tool = tool.name};
        if (adopt) context.adoption = adoption_of(*adopt, tool.name, drawn_of(tool));
        auto const rollout = adopt ? rollout_of(*adopt, tool.name) : Rollout{.tool = tool.name};
        applied.rollouts.push_back(rollout);

        // Uses are counted from before the tool acts, so that what it leaves out has been a use; unless it makes the
        // activity.
        bool const counts = !tool.cost.used_at.empty();
        bool const there_already = find(applied.pathway.activities, tool.cost.used_at) != nullptr;
        if (counts && there_already) count_uses(tool, context);
        bool acts = false;
        base::detail::ElementNames names;
        for (auto const& effect : tool.effects) {
            context.path = fmt::format("tool/{}/effects/{}", tool.name, names.next(effect.name()));
            bool const changed = change(tool, effect.name(), sources_of(effect),
                                        [&](auto const& before) { return effect.apply(before, context); });
            auto const* burden = effect.as<Burden>();
            bool const reaches_all = effect.as<Cost>() || effect.as<AddCapacity>() || (burden && !burden->users_only);
            acts = acts || (changed && !reaches_all);
        }
        if (counts && !there_already) count_uses(tool, context);
        if (acts && !adopt)
            applied.pathway.remarks.push_back(
                {code::no_adoption, tool.name,
                 fmt::format("'{}' says nothing of its adoption: every visit uses it from the first day", tool.name)});
        auto const charges = charges_of(tool, rollout, applied.pathway);
        applied.charges.insert(applied.charges.end(), charges.begin(), charges.end());
        if (std::any_of(charges.begin(), charges.end(),
                        [](auto const& c) { return c.per == Per::session && c.counted_by.empty(); }))
            faults_.error(code::cannot_act, fmt::format("tool/{}/cost/per_session", tool.name),
                          fmt::format("'{}' has no session", tool.cost.used_at), "charge each use, or each year");
    }

    void refuse_twice(Portfolio const& portfolio)
    {
        for (auto tool = portfolio.begin(); tool != portfolio.end(); ++tool)
            if (std::any_of(portfolio.begin(), tool,
                            [&](auto const& other) { return handle_of(other.name) == handle_of(tool->name); }))
                faults_.error(code::tools_contradict, fmt::format("tool/{}/name", tool->name),
                              fmt::format("two tools have the name '{}'", handle_of(tool->name)));
    }

    Applied done()
    {
        if (!faults_.ok()) throw base::InvalidInput{faults_};
        return std::move(applied);
    }

    Applied applied;

private:
    void collect(base::Diagnostics const& others)
    {
        for (auto const& one : others.all())
            if (std::find(faults_.all().begin(), faults_.all().end(), one) == faults_.all().end()) faults_.add(one);
    }

    static std::string sources_of(Effect const& effect)
    {
        std::vector<std::string> sources;
        for (auto const& row : random::list_inputs(effect))
            if (!row.source.empty() && std::find(sources.begin(), sources.end(), row.source) == sources.end())
                sources.push_back(row.source);
        return fmt::format("{}", fmt::join(sources, "; "));
    }

    /// Replaces the pathway by what `make` gives, and lists the changes; tells whether there were any.
    template <class Make>
    bool change(Tool const& tool, std::string_view effect, std::string const& source, Make make)
    {
        try {
            auto after = make(applied.pathway);
            if (after == applied.pathway) return false;
            if (changes_ == Changes::listed)
                for (auto& one : changes_between(applied.pathway, after)) {
                    one.tool = tool.name;
                    one.effect = effect;
                    one.source = source;
                    applied.changes.push_back(std::move(one));
                }
            applied.pathway = std::move(after);
            return true;
        } catch (base::InvalidInput const& refused) {
            collect(refused.diagnostics());
            return false;
        }
    }

    void count_uses(Tool const& tool, Context context)
    {
        context.path = fmt::format("tool/{}/cost", tool.name);
        change(tool, "cost", "", [&](pathway::Pathway const& before) {
            Edit edit{before, context, tool.cost};
            edit.need_condition("used_where", tool.cost.used_where);
            if (edit.need_activity("used_at", tool.cost.used_at) && edit.ok())
                edit.pathway.outcomes.push_back(
                    count_of_uses(edit, edit.tool() + "/uses", tool.cost.used_at, tool.cost.used_where));
            return edit.done();
        });
    }

    Changes changes_;
    base::Diagnostics faults_;
};

} // namespace

Applied apply(pathway::Pathway const& pathway, Portfolio const& portfolio, Changes changes)
{
    Application application{pathway, changes};
    application.refuse_twice(portfolio);
    for (auto const& tool : portfolio) application.add(tool);
    return application.done();
}

Portfolio draw(Portfolio const& portfolio, std::uint64_t seed, std::int64_t draw, std::int64_t n_draws)
{
    Portfolio drawn;
    for (auto const& tool : portfolio) drawn.tools.push_back(effect::draw(tool, seed, draw, n_draws));
    return drawn;
}

} // namespace pathecon::effect
