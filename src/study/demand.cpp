// SPDX-License-Identifier: MIT
#include "study/demand.hpp"

#include <algorithm>
#include <cstdint>
#include <string>

#include <pathecon/pathway/pathway.hpp>
#include <pathecon/pathway/rota.hpp>
#include <pathecon/study/difference.hpp>

namespace pathecon::study {

namespace {

bool is_plain(pathway::Arrivals const& arrivals)
{
    return arrivals.profile.empty() && arrivals.season.empty() && arrivals.growth.value == 0 &&
           arrivals.dispersion.value == 0 && arrivals.group == 1 && !arrivals.between && !arrivals.appointments && arrivals.trace.empty() &&
           arrivals.open.exceptions.empty() && arrivals.open.holidays == pathway::HolidayRule::worked;
}

/// The time before `until` that a stream is open, since Monday 00:00, times how often its rate counts.
double open_hours(pathway::Rota const& rota, units::Duration until)
{
    if (rota.shifts.empty()) return until.hours();
    std::string why;
    auto const cycle = pathway::weeks_of(rota, why);
    auto const weeks = until.ticks() / units::week.ticks();
    auto const rest = units::Duration::from_ticks(until.ticks() % units::week.ticks());
    auto const open_in = [](pathway::RotaSteps const& steps, units::Duration before) {
        double hours = 0;
        for (std::size_t i = 0; i < steps.size() && steps[i].at < before; ++i) {
            auto const end = std::min(before, i + 1 < steps.size() ? steps[i + 1].at : units::week);
            hours += (end - steps[i].at).hours() * steps[i].servers;
        }
        return hours;
    };
    auto const week_of = [&](std::int64_t number) -> pathway::RotaSteps const& { return cycle[static_cast<std::size_t>(number) % cycle.size()]; };
    double hours = open_in(week_of(weeks), rest);
    for (std::int64_t week = 0; week < weeks; ++week) hours += open_in(week_of(week), units::week);
    return hours;
}

} // namespace

std::optional<double> expected_arrivals(pathway::Arrivals const& arrivals, units::Duration from, units::Duration until)
{
    if (!is_plain(arrivals)) return std::nullopt;
    return arrivals.rate->per_hour() * (open_hours(arrivals.open, until) - open_hours(arrivals.open, from));
}

namespace detail {
namespace {

constexpr int least_replications = 5;
constexpr std::size_t replications_a_control = 10;

} // namespace

std::vector<stats::Control> Demand::controls() const
{
    std::vector<stats::Control> controls;
    for (std::size_t i = 0; i < columns.size(); ++i) controls.push_back({columns[i], means[i]});
    return controls;
}

Demand demand_of(StudyResult const& result)
{
    Demand demand;
    auto const& runs = result.runs;
    if (runs.draws != 1 || runs.replications < least_replications) return demand;
    auto const& sources = runs.labels.front().sources;
    auto const until = result.study.warm_up + result.study.horizon;
    for (auto const& arrivals : result.arms.front().applied.pathway.arrivals) {
        auto const source = std::find(sources.begin(), sources.end(), arrivals.name);
        auto const mean = expected_arrivals(arrivals, result.study.warm_up, until);
        if (source == sources.end() || !mean || !(*mean > 0)) continue;
        std::vector<double> column;
        for (int replication = 0; replication < runs.replications; ++replication)
            column.push_back(static_cast<double>(
                runs.at(0, 0, replication).arrivals[static_cast<std::size_t>(source - sources.begin())]));
        demand.columns.push_back(std::move(column));
        demand.means.push_back(*mean);
    }
    std::size_t const streams = demand.columns.size();
    if (streams < 2 || static_cast<std::size_t>(runs.replications) >= replications_a_control * streams) return demand;
    for (std::size_t stream = 1; stream < streams; ++stream) {
        for (std::size_t r = 0; r < demand.columns[0].size(); ++r) demand.columns[0][r] += demand.columns[stream][r];
        demand.means[0] += demand.means[stream];
    }
    demand.columns.resize(1);
    demand.means.resize(1);
    return demand;
}

} // namespace detail
} // namespace pathecon::study
