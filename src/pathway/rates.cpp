// SPDX-License-Identifier: MIT
#include <pathecon/pathway/rates.hpp>

#include <algorithm>
#include <array>
#include <cmath>

#include <pathecon/pathway/timetable.hpp>
#include <pathecon/random/elementary.hpp>
#include <pathecon/units/date.hpp>
#include <pathecon/units/week.hpp>

namespace pathecon::pathway {

namespace {

using units::Duration;

/// The steps of each of the weeks that are judged, whole cycles; of one cycle where all are alike.
std::vector<RotaSteps> judged_weeks_of(Rota const& rota, std::string const& starts, bool all)
{
    std::string why;
    auto const usual = weeks_of(rota, why);
    if (!why.empty()) return {};
    auto const exceptional = exceptional_weeks(rota, starts, weeks_judged, why);
    if (exceptional.empty() && !all) return usual;
    std::vector<RotaSteps> weeks(weeks_judged / usual.size() * usual.size());
    for (std::size_t week = 0; week < weeks.size(); ++week) weeks[week] = usual[week % usual.size()];
    for (auto const& week : exceptional)
        if (static_cast<std::size_t>(week.week) < weeks.size()) weeks[static_cast<std::size_t>(week.week)] = week.steps;
    return weeks;
}

/// Sums value(servers) x hours over a week.
template <class Value>
double integrate(RotaSteps const& steps, Value value)
{
    double sum = 0;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        Duration const until = i + 1 < steps.size() ? steps[i + 1].at : units::week;
        sum += (until - steps[i].at).hours() * value(steps[i].servers);
    }
    return sum;
}

/// A step function of the week as steps with real values.
struct Factor {
    std::int64_t at;
    double by;
};
std::vector<Factor> product_of(std::vector<Profile> const& profiles)
{
    // A profile is a shift of one server: where it is there, its factor holds.
    std::vector<std::pair<RotaSteps, double>> parts;
    std::vector<std::int64_t> cuts{0};
    for (auto const& profile : profiles) {
        std::string why;
        auto weeks = weeks_of(Rota{{{.days = profile.days, .from = profile.from, .to = profile.to}}}, why);
        if (!why.empty()) continue;
        for (auto const& step : weeks.front()) cuts.push_back(step.at.ticks());
        parts.emplace_back(std::move(weeks.front()), profile.by);
    }
    std::sort(cuts.begin(), cuts.end());
    cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
    std::vector<Factor> made;
    for (auto const cut : cuts) {
        double by = 1;
        for (auto const& [steps, factor] : parts) {
            auto const after = std::upper_bound(steps.begin(), steps.end(), cut,
                                                [](auto t, auto const& step) { return t < step.at.ticks(); });
            if (std::prev(after)->servers > 0) by *= factor;
        }
        made.push_back({cut, by});
    }
    return made;
}

/// Returns the hours of one day of a week, each times the number there and the factor.
double day_hours(RotaSteps const& steps, std::vector<Factor> const& factors, int day)
{
    std::int64_t const begin = day * units::day.ticks(), end = begin + units::day.ticks();
    double sum = 0;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        auto const from = std::max(steps[i].at.ticks(), begin);
        auto const to = std::min(i + 1 < steps.size() ? steps[i + 1].at.ticks() : units::week.ticks(), end);
        for (std::size_t f = 0; f < factors.size() && from < to; ++f) {
            auto const first = std::max(from, factors[f].at);
            auto const last = std::min(to, f + 1 < factors.size() ? factors[f + 1].at : units::week.ticks());
            if (first < last) sum += Duration::from_ticks(last - first).hours() * steps[i].servers * factors[f].by;
        }
    }
    return sum;
}

/// The month of a day, 0 to 11: by the date of day 0, without one as if that were 1 January of a common year.
int month_of(std::optional<units::Date> day_0, int day)
{
    units::Date const date = day_0 ? *day_0 + day : *units::date_of(2026, 1, 1) + day % 365;
    return date.month() - 1;
}

/// Returns what a week has, less what falls on closed days, as a mean over the weeks that are judged.
double held(std::array<double, 7> const& by_day, std::vector<Closure> const& closures, bool bank_holidays, std::string const& starts)
{
    double week = 0, lost = 0;
    for (double const day : by_day) week += day;
    std::string why;
    for (auto const day : closed_days(closures, bank_holidays, starts, 7 * weeks_judged, why))
        lost += by_day[static_cast<std::size_t>(day % 7)];
    return week - lost / weeks_judged;
}

/// Events of a stream in so much time while nothing changes it.
double events_in(Arrivals const& arrivals, units::Duration time)
{
    if (!arrivals.between) return arrivals.rate->per(time);
    double const gap = why_not(*arrivals.between).empty() ? to_distribution(*arrivals.between).mean() : 0.0;
    return gap > 0 ? static_cast<double>(time.ticks()) / gap : 0.0;
}

} // namespace

double patients_per_week(Arrivals const& arrivals, std::string const& starts)
{
    if (!arrivals.trace.empty()) {
        double const weeks = static_cast<double>(arrivals.trace.back().at.ticks()) / static_cast<double>(units::week.ticks());
        return static_cast<double>(arrivals.trace.size()) / std::max(weeks, 1.0);
    }
    if (arrivals.appointments)
        return places_per_week(Session{.name = {},
                                       .lists = arrivals.appointments->lists,
                                       .slot = arrivals.appointments->slot,
                                       .bank_holidays = arrivals.appointments->bank_holidays,
                                       .exceptions = arrivals.appointments->exceptions},
                               starts);
    bool const plain = arrivals.profile.empty() && arrivals.season.empty() && *arrivals.growth == 0.0 &&
                       arrivals.open.exceptions.empty() && arrivals.open.holidays == HolidayRule::worked;
    if (plain)
        return events_in(arrivals, arrivals.open.shifts.empty() ? units::week : open_time_per_week(arrivals.open)) *
               arrivals.group;
    auto const weeks = judged_weeks_of(arrivals.open.shifts.empty() ? Rota::always() : arrivals.open, starts, true);
    auto const factors = product_of(arrivals.profile);
    auto const day_0 = units::parse_date(starts);
    double hours = 0;
    for (std::size_t week = 0; week < weeks.size(); ++week)
        for (int weekday = 0; weekday < 7; ++weekday) {
            int const day = 7 * static_cast<int>(week) + weekday;
            double by = random::exp(day / 365.0 * random::log1p(*arrivals.growth));
            if (arrivals.season.size() == 12) by *= arrivals.season[static_cast<std::size_t>(month_of(day_0, day))];
            hours += by * day_hours(weeks[week], factors, weekday);
        }
    return weeks.empty()
               ? 0.0
               : events_in(arrivals, units::hours(1.0)) * hours / static_cast<double>(weeks.size()) * arrivals.group;
}

double hours_per_week(Resource const& resource, Pathway const& pathway)
{
    struct Failure {
        int servers;
        double share;
    };
    std::vector<Failure> failures;
    for (auto const& downtime : pathway.downtimes) {
        if (std::find(downtime.resources.begin(), downtime.resources.end(), resource.name) ==
                downtime.resources.end() ||
            !why_not(downtime.every).empty() || !why_not(downtime.lasts).empty())
            continue;
        double const up = to_distribution(downtime.every).mean(), down = to_distribution(downtime.lasts).mean();
        if (up + down > 0) failures.push_back({downtime.servers, down / (up + down)});
    }
    int const more = resource.surge ? resource.surge->servers : 0;
    if (failures.empty() && more == 0 && resource.rota.exceptions.empty() &&
        resource.rota.holidays == HolidayRule::worked)
        return open_time_per_week(resource.rota).hours();
    auto const weeks = judged_weeks_of(resource.rota, pathway.starts, false);
    auto const working = [&](int servers) {
        servers += more;
        // [n]: the probability that n have failed; none is more than all.
        std::vector<double> failed(static_cast<std::size_t>(servers) + 1);
        failed[0] = 1;
        for (auto const& failure : failures) {
            std::vector<double> after(failed.size());
            for (std::size_t n = 0; n < failed.size(); ++n) {
                auto const all = failed.size() - 1;
                auto const then =
                    failure.servers == 0 ? all : std::min(all, n + static_cast<std::size_t>(failure.servers));
                after[n] += failed[n] * (1 - failure.share);
                after[then] += failed[n] * failure.share;
            }
            failed = std::move(after);
        }
        double sum = 0;
        for (std::size_t n = 0; n < failed.size(); ++n) sum += failed[n] * (servers - static_cast<double>(n));
        return sum;
    };
    double hours = 0;
    for (auto const& steps : weeks) hours += integrate(steps, working);
    return weeks.empty() ? 0.0 : hours / static_cast<double>(weeks.size());
}

double places_per_week(Session const& session, std::string const& starts)
{
    std::array<double, 7> places{};
    auto const slots = slots_of_cycle(session.lists, *session.slot);
    for (auto const& slot : slots.places)
        places[static_cast<std::size_t>(units::weekday(slot.at))] += static_cast<double>(slot.places) / slots.weeks;
    return held(places, session.exceptions, session.bank_holidays, starts);
}

double meetings_per_week(Batch const& batch, std::string const& starts)
{
    std::array<double, 7> meetings{};
    auto const cycle = meetings_of_cycle(batch);
    for (auto const& meeting : cycle.places) meetings[static_cast<std::size_t>(units::weekday(meeting.at))] += 1.0 / cycle.weeks;
    return held(meetings, batch.exceptions, batch.bank_holidays, starts);
}

} // namespace pathecon::pathway
