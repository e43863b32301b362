// SPDX-License-Identifier: MIT
#include <pathecon/study/review.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

#include <pathecon/base/contract.hpp>
#include <pathecon/stats/interval.hpp>
#include <pathecon/units/duration.hpp>

namespace pathecon::study {
namespace {

struct Suspect {
    std::string name, kind;
    double load = 0;
    double utilisation = std::numeric_limits<double>::quiet_NaN(),
           standard_error = std::numeric_limits<double>::quiet_NaN();
    stats::ExactSum waits{};
    [[nodiscard]] double busy() const { return std::isnan(utilisation) ? load : utilisation; }
};

bool holds_up(Suspect const& suspect, pathway::Activity const& activity)
{
    if (suspect.kind == "session") return activity.session == suspect.name;
    if (suspect.kind == "batch") return activity.batch && activity.name == suspect.name;
    return std::any_of(activity.uses.begin(), activity.uses.end(),
                       [&](auto const& use) { return use.resource == suspect.name; });
}

std::string kind_of(pathway::Pathway const& pathway, std::string const& name)
{
    if (pathway::find(pathway.resources, name)) return "resource";
    return pathway::find(pathway.sessions, name) ? "session" : "batch";
}

/// Worked over open time of a resource, a ratio of means over the replications.
void measure(Suspect& suspect, sim::Runs const& runs, int arm)
{
    auto const& labels = runs.labels[static_cast<std::size_t>(arm)];
    auto const found = std::find(labels.resources.begin(), labels.resources.end(), suspect.name);
    std::vector<double> worked, open;
    for (int draw = 0; draw < runs.draws && found != labels.resources.end(); ++draw)
        for (int replication = 0; replication < runs.replications; ++replication) {
            auto const& happened = runs.at(arm, draw, replication);
            auto const resource = static_cast<std::size_t>(found - labels.resources.begin());
            if (happened.open_ticks[resource] <= 0) continue;
            worked.push_back(static_cast<double>(happened.calendar_ticks[resource]));
            open.push_back(static_cast<double>(happened.open_ticks[resource]));
        }
    if (worked.empty()) return;
    auto const ratio = stats::ratio_of_means(worked, open);
    suspect.utilisation = ratio.mean;
    suspect.standard_error = ratio.standard_error;
}

void add_waits(Suspect& suspect, pathway::Pathway const& pathway, sim::Runs const& runs, int arm)
{
    auto const& steps = runs.labels[static_cast<std::size_t>(arm)].steps;
    for (auto const& activity : pathway.activities) {
        auto const found = std::find(steps.begin(), steps.end(), activity.name);
        if (!holds_up(suspect, activity) || found == steps.end()) continue;
        for (int draw = 0; draw < runs.draws; ++draw)
            for (int replication = 0; replication < runs.replications; ++replication)
                suspect.waits.merge(
                    runs.at(arm, draw, replication).queues[static_cast<std::size_t>(found - steps.begin())].times);
    }
}

} // namespace

base::Table bottlenecks(StudyResult const& result, int arm)
{
    PATHECON_EXPECTS(arm >= 0 && static_cast<std::size_t>(arm) < result.arms.size(),
                     "bottlenecks are those of an arm of the result");
    auto const& model = result.arms[static_cast<std::size_t>(arm)];
    std::vector<Suspect> suspects;
    for (auto const& load : model.loads) {
        Suspect suspect{.name = load.name, .kind = kind_of(model.applied.pathway, load.name), .load = load.ratio()};
        if (suspect.kind == "resource") measure(suspect, result.runs, arm);
        add_waits(suspect, model.applied.pathway, result.runs, arm);
        suspects.push_back(std::move(suspect));
    }
    std::stable_sort(suspects.begin(), suspects.end(),
                     [](auto const& a, auto const& b) { return a.busy() > b.busy(); });

    std::vector<std::int32_t> rank;
    std::vector<std::string> name, kind;
    std::vector<double> load, utilisation, standard_error, wait;
    for (auto const& suspect : suspects) {
        rank.push_back(static_cast<std::int32_t>(rank.size() + 1));
        name.push_back(suspect.name);
        kind.push_back(suspect.kind);
        load.push_back(suspect.load);
        utilisation.push_back(suspect.utilisation);
        standard_error.push_back(suspect.standard_error);
        wait.push_back(suspect.waits.mean() / static_cast<double>(units::hour.ticks()));
    }
    base::Table table;
    table.add_column("rank", std::move(rank));
    table.add_column("name", std::move(name));
    table.add_column("kind", std::move(kind));
    table.add_column("load", std::move(load));
    table.add_column("utilisation", std::move(utilisation));
    table.add_column("standard_error", std::move(standard_error));
    table.add_column("mean_wait_hours", std::move(wait));
    return table;
}

} // namespace pathecon::study
