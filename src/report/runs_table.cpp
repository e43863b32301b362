// SPDX-License-Identifier: MIT
#include <pathecon/base/pause.hpp>
#include <pathecon/report/results.hpp>

#include <numeric>
#include <utility>

namespace pathecon::report {
namespace {

constexpr double ticks_per_hour = static_cast<double>(units::hour.ticks());

/// Collects rows under the run that is at hand.
struct Rows {
    std::vector<std::string> arm{}, measure{}, item{};
    std::vector<std::int32_t> draw{}, replication{}, period{};
    std::vector<double> value{}, start{};
    std::string arm_now{};
    std::int32_t draw_now = 0, replication_now = 0, period_now = 0;
    double start_now = 0;

    void add(char const* what, std::string const& of, double number)
    {
        arm.push_back(arm_now);
        draw.push_back(draw_now);
        replication.push_back(replication_now);
        period.push_back(period_now);
        start.push_back(start_now);
        measure.emplace_back(what);
        item.push_back(of);
        value.push_back(number);
    }
};

template <class T>
double sum(std::vector<T> const& column, std::size_t row, std::size_t width)
{
    auto const first = column.begin() + static_cast<std::ptrdiff_t>(row * width);
    return static_cast<double>(std::accumulate(first, first + static_cast<std::ptrdiff_t>(width), T{0}));
}

void add_run(Rows& rows, sim::Labels const& labels, sim::Counts const& run)
{
    auto const sources = labels.sources.size();
    for (std::size_t i = 0; i < sources; ++i) {
        rows.add("arrivals", labels.sources[i], static_cast<double>(run.arrivals[i]));
        rows.add("unfinished", labels.sources[i], static_cast<double>(run.unfinished[i]));
    }
    for (std::size_t i = 0; i < labels.steps.size(); ++i) {
        rows.add("visits", labels.steps[i], sum(run.visits, i, sources));
        rows.add("unfinished_at", labels.steps[i], sum(run.unfinished_at, i, sources));
        for (auto const& [name, column] :
             {std::pair{"reneged", &run.reneged}, std::pair{"balked", &run.balked}, std::pair{"missed", &run.missed},
              std::pair{"put_off", &run.put_off}})
            if (double const count = sum(*column, i, sources); count > 0) rows.add(name, labels.steps[i], count);
        if (run.queues[i].times.count() > 0)
            rows.add("mean_wait_hours", labels.steps[i], run.queues[i].times.mean() / ticks_per_hour);
    }
    for (std::size_t i = 0; i < labels.resources.size(); ++i) {
        rows.add("worked_hours", labels.resources[i], sum(run.resource_ticks, i, sources) / ticks_per_hour);
        if (run.open_ticks[i] > 0)
            rows.add("utilisation", labels.resources[i],
                     static_cast<double>(run.calendar_ticks[i]) / static_cast<double>(run.open_ticks[i]));
    }
    for (std::size_t i = 0; i < labels.outcomes.size(); ++i)
        rows.add("outcomes", labels.outcomes[i], sum(run.outcomes, i, sources));
    for (std::size_t i = 0; i < labels.events.size(); ++i)
        rows.add("events", labels.events[i], sum(run.happened, i, sources));
    for (std::size_t i = 0; i < labels.intervals.size(); ++i) {
        auto const& interval = run.intervals[i];
        auto const& name = labels.intervals[i];
        rows.add("interval_patients", name, static_cast<double>(interval.times.count()));
        if (interval.times.count() == 0) continue;
        rows.add("interval_mean_hours", name, interval.times.mean() / ticks_per_hour);
        rows.add("interval_median_hours", name, static_cast<double>(interval.p50) / ticks_per_hour);
        rows.add("interval_p90_hours", name, static_cast<double>(interval.p90) / ticks_per_hour);
        rows.add("interval_within_standard", name, static_cast<double>(interval.within_standard));
    }
}

} // namespace

base::Table runs_table(sim::Runs const& runs, sim::By by)
{
    Rows rows;
    auto const periods = runs.periods();
    for (int draw = 0; draw < runs.draws; ++draw)
        for (int arm = 0; static_cast<std::size_t>(arm) < runs.arms.size(); ++arm)
            for (int replication = 0; replication < runs.replications; ++replication) {
                base::pause();
                rows.arm_now = runs.arms[static_cast<std::size_t>(arm)];
                rows.draw_now = draw;
                rows.replication_now = replication;
                auto const& labels = runs.labels[static_cast<std::size_t>(arm)];
                auto const& run = runs.at(arm, draw, replication);
                if (by == sim::By::horizon) add_run(rows, labels, run);
                for (std::size_t p = 0; by == sim::By::period && p < periods.count(); ++p) {
                    rows.period_now = static_cast<std::int32_t>(p) + 1;
                    rows.start_now = units::Duration::from_ticks(periods.begin_of(p)).days();
                    add_run(rows, labels, sim::counts_in(run, p));
                }
            }
    base::Table table;
    table.add_column("arm", std::move(rows.arm));
    table.add_column("draw", std::move(rows.draw));
    table.add_column("replication", std::move(rows.replication));
    if (by == sim::By::period) {
        table.add_column("period", std::move(rows.period));
        table.add_column("start_days", std::move(rows.start));
    }
    table.add_column("measure", std::move(rows.measure));
    table.add_column("item", std::move(rows.item));
    table.add_column("value", std::move(rows.value));
    return table;
}

} // namespace pathecon::report
