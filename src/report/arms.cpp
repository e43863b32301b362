// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cstdint>
#include <numeric>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include <pathecon/base/codec.hpp>
#include <pathecon/study/difference.hpp>
#include <pathecon/study/review.hpp>
#include <pathecon/units/codec.hpp>

#include "report/figures.hpp"
#include "report/parts.hpp"

namespace pathecon::report {
namespace {

constexpr double ticks_per_hour = static_cast<double>(units::hour.ticks());

double hours(double ticks) { return ticks / ticks_per_hour; }

double sum_of(std::vector<std::int64_t> const& column, std::size_t first, std::size_t count)
{
    auto const begin = column.begin() + static_cast<std::ptrdiff_t>(first);
    return static_cast<double>(std::accumulate(begin, begin + static_cast<std::ptrdiff_t>(count), std::int64_t{0}));
}

/// What one arm's runs say, estimate by estimate: of the whole horizon, or of one of its periods.
class ArmReport {
public:
    ArmReport(study::StudyResult const& result, int arm, std::optional<std::size_t> period = {})
        : result_{result}
        , runs_{result.runs}
        , model_{result.arms[static_cast<std::size_t>(arm)]}
        , labels_{result.runs.labels[static_cast<std::size_t>(arm)]}
        , arm_{arm}
        , period_{period}
    {}

    [[nodiscard]] base::Value intervals() const
    {
        auto list = base::Value::list();
        for (std::size_t i = 0; i < labels_.intervals.size(); ++i) {
            auto const* const interval = pathway::find(model_.applied.pathway.intervals, labels_.intervals[i]);
            auto entry = base::Value::table();
            entry.set("name", labels_.intervals[i]);
            entry.set("patients", mean([&](auto const& r) { return r.intervals[i].times.count(); }));
            entry.set("mean_hours", mean_of_times([&](auto const& r) -> auto& { return r.intervals[i].times; }));
            if (!period_) {
                auto const controlled = study::controlled_mean_of(result_, arm_, labels_.intervals[i]);
                entry.set("controlled_mean_hours", controlled ? controlled_figure(*controlled) : base::Value{});
            }
            auto const times = [i](sim::Counts const& r) -> auto& { return r.intervals[i]; };
            auto const pooled = [i](sim::Histograms const& all) -> auto& { return all.intervals[i]; };
            entry.set("median_hours", quantile(times, pooled, 0.5));
            entry.set("p90_hours", quantile(times, pooled, 0.9));
            bool const is_judged = interval && interval->standard;
            entry.set("standard_hours", is_judged ? base::Value{interval->standard->hours()} : base::Value{});
            entry.set("target", is_judged && interval->target ? base::Value{interval->target->value()} : base::Value{});
            auto const within = [&](auto const& r) {
                return Part{static_cast<double>(r.intervals[i].within_standard),
                            static_cast<double>(r.intervals[i].times.count())};
            };
            entry.set("share_within_standard", is_judged ? ratio(within) : base::Value{});
            list.push(std::move(entry));
        }
        return list;
    }

    [[nodiscard]] base::Value resources() const
    {
        auto list = base::Value::list();
        auto const sources = labels_.sources.size();
        for (std::size_t i = 0; i < labels_.resources.size(); ++i) {
            auto entry = base::Value::table();
            entry.set("name", labels_.resources[i]);
            entry.set("group", labels_.groups[static_cast<std::size_t>(labels_.group_of[i])]);
            entry.set("worked_hours",
                      mean([&](auto const& r) { return hours(sum_of(r.resource_ticks, i * sources, sources)); }));
            auto const busy = [&](auto const& r) {
                return Part{hours(static_cast<double>(r.calendar_ticks[i])),
                            hours(static_cast<double>(r.open_ticks[i]))};
            };
            entry.set("utilisation", is_ever_open(i) ? ratio(busy) : base::Value{});
            list.push(std::move(entry));
        }
        return list;
    }

    [[nodiscard]] base::Value steps() const
    {
        auto list = base::Value::list();
        auto const sources = labels_.sources.size();
        for (std::size_t i = 0; i < labels_.steps.size(); ++i) {
            auto entry = base::Value::table();
            entry.set("name", labels_.steps[i]);
            entry.set("visits", mean([&](auto const& r) { return sum_of(r.visits, i * sources, sources); }));
            auto by_source = base::Value::table();
            for (std::size_t s = 0; s < sources; ++s)
                by_source.set(labels_.sources[s], mean([&](auto const& r) { return r.visits[i * sources + s]; }));
            entry.set("visits_by_source", std::move(by_source));
            entry.set("mean_wait_hours", mean_of_times([&](auto const& r) -> auto& { return r.queues[i].times; }));
            entry.set("p90_wait_hours", quantile([i](sim::Counts const& r) -> auto& { return r.queues[i]; },
                                                 [i](sim::Histograms const& all) -> auto& { return all.queues[i]; }, 0.9));
            entry.set("levels", levels(static_cast<std::int32_t>(i)));
            for (auto const& [name, column] :
                 {std::pair{"reneged", &sim::Counts::reneged}, std::pair{"balked", &sim::Counts::balked},
                  std::pair{"missed", &sim::Counts::missed}, std::pair{"put_off", &sim::Counts::put_off},
                  std::pair{"unfinished", &sim::Counts::unfinished_at}})
                entry.set(name, mean([&, at = column](auto const& r) { return sum_of(r.*at, i * sources, sources); }));
            list.push(std::move(entry));
        }
        return list;
    }

    [[nodiscard]] base::Value outcomes() const
    {
        auto list = base::Value::list();
        auto const sources = labels_.sources.size();
        for (std::size_t i = 0; i < labels_.outcomes.size(); ++i) {
            auto entry = base::Value::table();
            entry.set("name", labels_.outcomes[i]);
            entry.set("count", mean([&](auto const& r) { return sum_of(r.outcomes, i * sources, sources); }));
            list.push(std::move(entry));
        }
        return list;
    }

    [[nodiscard]] base::Value events() const
    {
        auto list = base::Value::list();
        auto const sources = labels_.sources.size();
        for (std::size_t i = 0; i < labels_.events.size(); ++i) {
            auto entry = base::Value::table();
            entry.set("name", labels_.events[i]);
            entry.set("count", mean([&](auto const& r) { return sum_of(r.happened, i * sources, sources); }));
            list.push(std::move(entry));
        }
        return list;
    }

    [[nodiscard]] base::Value patients() const
    {
        auto list = base::Value::list();
        for (std::size_t s = 0; s < labels_.sources.size(); ++s) {
            auto entry = base::Value::table();
            entry.set("source", labels_.sources[s]);
            entry.set("arrivals", mean([&](auto const& r) { return r.arrivals[s]; }));
            entry.set("unfinished", mean([&](auto const& r) { return r.unfinished[s]; }));
            list.push(std::move(entry));
        }
        return list;
    }

private:
    /// The waits of each level of priority, of a step that has several. Those who wait outside for want of room have a
    /// class of their own, of a level that is there already: nobody starts from it.
    [[nodiscard]] base::Value levels(std::int32_t step) const
    {
        std::vector<std::size_t> classes;
        for (std::size_t k = 0; k < labels_.classes.size(); ++k) {
            auto const begin = labels_.classes.begin();
            bool const is_first = std::find(begin, begin + static_cast<std::ptrdiff_t>(k), labels_.classes[k]) ==
                                  begin + static_cast<std::ptrdiff_t>(k);
            if (labels_.classes[k].step == step && is_first) classes.push_back(k);
        }
        std::sort(classes.begin(), classes.end(),
                  [&](auto a, auto b) { return labels_.classes[a].level < labels_.classes[b].level; });
        auto list = base::Value::list();
        if (classes.size() < 2) return list;
        for (auto const k : classes) {
            auto entry = base::Value::table();
            entry.set("level", labels_.classes[k].level);
            entry.set("patients", mean([&](auto const& r) { return r.classes[k].times.count(); }));
            entry.set("mean_wait_hours", mean_of_times([&](auto const& r) -> auto& { return r.classes[k].times; }));
            entry.set("p90_wait_hours", quantile([k](sim::Counts const& r) -> auto& { return r.classes[k]; },
                                                 [k](sim::Histograms const& all) -> auto& { return all.classes[k]; }, 0.9));
            list.push(std::move(entry));
        }
        return list;
    }

    [[nodiscard]] sim::Counts const& counts_of(sim::Replication const& r) const
    {
        return period_ ? sim::counts_in(r, *period_) : r;
    }
    [[nodiscard]] bool is_ever_open(std::size_t resource) const
    {
        return counts_of(runs_.at(arm_, 0, 0)).open_ticks[resource] > 0;
    }
    template <class F>
    [[nodiscard]] base::Value ratio(F const& part) const
    {
        auto const of_run = [&](sim::Replication const& r) { return part(counts_of(r)); };
        return figure(ratio_in(runs_, arm_, of_run), over_of(runs_));
    }
    template <class F>
    [[nodiscard]] base::Value mean(F const& one) const
    {
        return ratio([&](sim::Counts const& r) { return Part{static_cast<double>(one(r)), 1}; });
    }
    /// The mean of exact sums over all that they count.
    template <class F>
    [[nodiscard]] base::Value mean_of_times(F const& times) const
    {
        return ratio([&](sim::Counts const& r) {
            auto const count = static_cast<double>(times(r).count());
            return Part{count > 0 ? hours(times(r).mean()) * count : 0, count};
        });
    }

    /// The median or the 90th percentile of all patients; its error from the quantiles of the replications, or of the
    /// draws.
    template <class Times, class Histogram>
    [[nodiscard]] base::Value quantile(Times const& times_of, Histogram const& histogram_of, double p) const
    {
        std::vector<double> quantiles;
        for (int draw = 0; draw < runs_.draws; ++draw) {
            double sum = 0;
            int filled = 0;
            for (int replication = 0; replication < runs_.replications; ++replication) {
                auto const& times = times_of(counts_of(runs_.at(arm_, draw, replication)));
                if (times.times.count() == 0) continue;
                auto const one = hours(static_cast<double>(p == 0.5 ? times.p50 : times.p90));
                if (runs_.draws == 1) quantiles.push_back(one);
                sum += one;
                ++filled;
            }
            if (runs_.draws > 1 && filled > 0) quantiles.push_back(sum / filled);
        }
        auto interval = mean_over(runs_, quantiles);
        if (runs_.pooled.empty()) return figure(interval, over_of(runs_));
        auto const& all = runs_.pooled[static_cast<std::size_t>(arm_)];
        bool const is_part = period_ && !all.periods.empty();
        sim::Histograms const& histograms = is_part ? all.periods[*period_] : all;
        double const pooled = hours(histogram_of(histograms).quantile(p));
        interval.low += pooled - interval.mean;
        interval.high += pooled - interval.mean;
        interval.mean = pooled;
        return figure(interval, over_of(runs_));
    }

    study::StudyResult const& result_;
    sim::Runs const& runs_;
    study::ArmModel const& model_;
    sim::Labels const& labels_;
    int arm_;
    std::optional<std::size_t> period_;
};

/// What is known of a stretch of time, whatever it is.
void add_parts(base::Value& entry, ArmReport const& report)
{
    entry.set("patients", report.patients());
    entry.set("intervals", report.intervals());
    entry.set("steps", report.steps());
    entry.set("resources", report.resources());
    entry.set("outcomes", report.outcomes());
    entry.set("events", report.events());
}

/// One entry a period, where the study asks for them.
base::Value periods_of(study::StudyResult const& run, int arm)
{
    auto list = base::Value::list();
    if (!run.study.period) return list;
    auto const days = [](sim::Ticks ticks) { return units::Duration::from_ticks(ticks).days(); };
    auto const periods = run.runs.periods();
    for (std::size_t p = 0; p < periods.count(); ++p) {
        auto entry = base::Value::table();
        entry.set("period", static_cast<std::int64_t>(p) + 1);
        entry.set("start_days", days(periods.begin_of(p)));
        entry.set("days", days(periods.end_of(p) - periods.begin_of(p)));
        add_parts(entry, ArmReport{run, arm, p});
        list.push(std::move(entry));
    }
    return list;
}

} // namespace

base::Value arms_part(study::StudyResult const& run)
{
    auto list = base::Value::list();
    for (int arm = 0; static_cast<std::size_t>(arm) < run.arms.size(); ++arm) {
        auto const& model = run.arms[static_cast<std::size_t>(arm)];
        ArmReport const report{run, arm};
        auto entry = base::Value::table();
        entry.set("name", model.name);
        entry.set("role", base::encode(model.role));
        auto tools = base::Value::list();
        for (auto const& tool : run.study.arms[static_cast<std::size_t>(arm)].tools) tools.push(tool.name);
        entry.set("tools", std::move(tools));
        add_parts(entry, report);
        entry.set("periods", periods_of(run, arm));
        entry.set("bottlenecks", rows_part(study::bottlenecks(run, arm)));
        list.push(std::move(entry));
    }
    return list;
}

} // namespace pathecon::report
