// SPDX-License-Identifier: MIT
/// \file
/// Who comes when.
#include <algorithm>
#include <cmath>
#include <numeric>
#include <sstream>

#include <pathecon/random/elementary.hpp>
#include <pathecon/units/date.hpp>
#include <pathecon/units/week.hpp>

#include "hospital.hpp"

namespace reference {

void Hospital::open_doors()
{
    coming_.resize(pathway_.arrivals.size());
    for (std::size_t s = 0; s < pathway_.arrivals.size(); ++s) {
        auto const& arrivals = pathway_.arrivals[s];
        if (arrivals.appointments)
            book_appointments(s);
        else if (!arrivals.trace.empty())
            follow_trace(s);
        else if (arrivals.between || arrivals.rate->per_hour() > 0)
            next_arrival(s);
    }
}

bool Hospital::varies_by_day(pathway::Arrivals const& arrivals) const
{
    return !arrivals.season.empty() || *arrivals.growth != 0 || *arrivals.dispersion > 0;
}

/// The parts of the week at which a profile holds, each from and to a tick of the week; the end may lie in the next.
static std::vector<std::pair<Ticks, Ticks>> parts_of(pathway::Profile const& profile)
{
    std::vector<std::pair<Ticks, Ticks>> parts;
    auto const days = *units::parse_days(profile.days);
    Ticks const from = units::parse_clock(profile.from)->ticks();
    Ticks to = units::parse_clock(profile.to)->ticks();
    if (to <= from) to += units::day.ticks();
    for (int day = 0; day < 7; ++day)
        if (days.contains(static_cast<units::Weekday>(day)))
            parts.emplace_back(day * units::day.ticks() + from, day * units::day.ticks() + to);
    return parts;
}

/// Patients a tick at a time.
double Hospital::rate_at(std::size_t source, Ticks time)
{
    auto const& arrivals = pathway_.arrivals[source];
    Ticks const week = units::week.ticks(), at = time % week;
    double rate = arrivals.between ? 1.0 : arrivals.rate->per_hour() / static_cast<double>(units::hour.ticks());
    if (!arrivals.open.shifts.empty()) {
        int open = 0;
        for (auto const& [from, number] : week_of("open/" + arrivals.name, arrivals.open, time / week))
            if (from <= at) open = number;
        rate = rate * open;
    }
    for (auto const& profile : arrivals.profile)
        for (auto const& [from, to] : parts_of(profile))
            if ((from <= at && at < to) || (from <= at + week && at + week < to)) rate = rate * profile.by;
    if (!varies_by_day(arrivals)) return rate;
    std::int64_t const day = time / units::day.ticks();
    auto const [found, fresh] = coming_[source].of_day.emplace(day, 1.0);
    double& factor = found->second;
    if (fresh) {
        if (!arrivals.season.empty()) {
            int const of_year = static_cast<int>(day % 365);
            auto const date = pathway_.starts.empty() ? *units::date_of(2001, 1, 1) + of_year
                                                      : *units::parse_date(pathway_.starts) + static_cast<int>(day);
            factor = arrivals.season[static_cast<std::size_t>(date.month() - 1)];
        }
        if (*arrivals.growth != 0)
            factor = factor * random::pow(1 + *arrivals.growth, static_cast<double>(day) / 365.0);
        if (*arrivals.dispersion > 0) {
            auto const id = (random::tag_of(arrivals.name) >> 42) << 41 | static_cast<std::uint64_t>(day);
            factor = factor * random::gamma(1.0, *arrivals.dispersion).sample(uniform(arrivals.name + "/day", id, 0));
        }
    }
    return rate * factor;
}

/// The first time after `time` at which the rate may change.
Ticks Hospital::next_breakpoint(std::size_t source, Ticks time) const
{
    auto const& arrivals = pathway_.arrivals[source];
    Ticks const week = units::week.ticks(), day = units::day.ticks(), start = time / week * week;
    Ticks next = start + week;
    auto const consider = [&](Ticks at) {
        if (at > time) next = std::min(next, at);
    };
    if (!arrivals.open.shifts.empty())
        for (auto const& [at, number] : week_of("open/" + arrivals.name, arrivals.open, time / week))
            consider(start + at);
    for (auto const& profile : arrivals.profile)
        for (auto const& [from, to] : parts_of(profile))
            for (Ticks const at : {from, from - week, to, to - week}) consider(start + at);
    if (varies_by_day(arrivals)) consider(time / day * day + day);
    return next;
}

/// Schedules the next arrivals of a stream by inversion of the cumulative rate.
void Hospital::next_arrival(std::size_t source)
{
    auto const& arrivals = pathway_.arrivals[source];
    auto& coming = coming_[source];
    std::int64_t const first = arrivals.group * coming.event;
    auto const id = (random::tag_of(arrivals.name) >> 42) << 41 | static_cast<std::uint64_t>(first);
    double const u = uniform(arrivals.name + "/arrivals", id, 0);
    double unit = arrivals.between ? law_of(*arrivals.between).sample(u) : random::exponential(1.0).sample(u);
    if (arrivals.open.shifts.empty() && arrivals.profile.empty() && !varies_by_day(arrivals)) {
        coming.time += unit / rate_at(source, 0);
    } else {
        for (;;) {
            if (coming.time >= static_cast<double>(end_)) return;
            auto const now = static_cast<Ticks>(coming.time);
            double const rate = rate_at(source, now);
            auto const change = static_cast<double>(next_breakpoint(source, now));
            if (rate > 0 && coming.time + unit / rate < change) {
                coming.time += unit / rate;
                break;
            }
            unit -= (change - coming.time) * rate;
            unit = unit > 0 ? unit : 0;
            coming.time = change;
        }
    }
    if (coming.time >= static_cast<double>(end_)) return;
    ++coming.event;
    schedule({static_cast<Ticks>(coming.time + 0.5), arrival, static_cast<std::int64_t>(source), first},
             [this, source, first] {
                 next_arrival(source);
                 for (int n = 0; n < pathway_.arrivals[source].group; ++n) arrive(source, first + n);
             });
}

/// Those who were given a time come around it.
void Hospital::book_appointments(std::size_t source)
{
    auto const& arrivals = pathway_.arrivals[source];
    auto const& given = *arrivals.appointments;
    std::vector<Ticks> week;
    int weeks = 1;
    for (auto const& list : given.lists) weeks = std::lcm(weeks, units::parse_weeks(list.weeks)->weeks());
    Ticks const cycle = weeks * units::week.ticks();
    for (auto const& list : given.lists)
        for (int day = 0; day < 7 * weeks; ++day) {
            if (!units::parse_days(list.days)->contains(static_cast<units::Weekday>(day % 7)) || !units::parse_weeks(list.weeks)->contains(day / 7)) continue;
            for (int k = 0; k < pathway::slots_of(list, *given.slot); ++k)
                for (int place = 0; place < (k < list.overbooked ? 2 : 1); ++place)
                    week.push_back(
                        (day * units::day.ticks() + units::parse_clock(list.from)->ticks() + k * given.slot->ticks()) % cycle);
        }
    std::stable_sort(week.begin(), week.end());
    std::int64_t number = 0;
    Patient someone;
    someone.source_name = arrivals.name;
    someone.known["source"] = arrivals.name;
    for (Ticks start = 0; start < end_ + given.early.ticks(); start += cycle)
        for (Ticks const slot : week) {
            if (is_closed(given.exceptions, given.bank_holidays, (start + slot) / units::day.ticks())) continue;
            someone.number = number++;
            // Whether they come is decided as early as they can come: that is an event, too.
            schedule({std::max<Ticks>(0, start + slot - given.early.ticks()), arrival,
                      static_cast<std::int64_t>(source), someone.number, -1},
                     [] {});
            double const p = chance(given.no_show, someone);
            if (p > 0 && (p >= 1 || uniform(arrivals.name + "/no_show", someone, 0) < p)) continue;
            Ticks const late = time_of(given.late, {}, someone, arrivals.name + "/late", 0);
            Ticks const at = std::max<Ticks>(0, start + slot - given.early.ticks() + late);
            schedule({at, arrival, static_cast<std::int64_t>(source), someone.number},
                     [this, source, n = someone.number] { arrive(source, n); });
        }
}

/// Those of a trace come when it says.
void Hospital::follow_trace(std::size_t source)
{
    std::int64_t number = 0;
    for (auto const& row : pathway_.arrivals[source].trace) {
        std::map<std::string, std::string> fixed;
        std::string why;
        auto const terms = pathway::parse_condition(row.is, why);
        for (auto const& term : *terms)
            fixed[term.attribute] = !term.level.empty() ? term.level : term.negated ? "no" : "yes";
        schedule({row.at.ticks(), arrival, static_cast<std::int64_t>(source), number},
                 [this, source, number, fixed] { arrive(source, number, fixed); });
        ++number;
    }
}

/// Those who wait already, the longest first.
void Hospital::enter_backlogs()
{
    for (std::size_t b = 0; b < pathway_.backlogs.size(); ++b) {
        auto const& backlog = pathway_.backlogs[b];
        std::vector<Ticks> ages;
        for (auto const& waited : backlog.waited) ages.push_back(waited.ticks());
        if (backlog.waited.empty())
            for (std::int64_t i = 0; i < backlog.count; ++i) {
                auto const id = (random::tag_of(backlog.name) >> 42) << 41 | static_cast<std::uint64_t>(i);
                ages.push_back(
                    static_cast<Ticks>(law_of(backlog.age).sample(uniform(backlog.name + "/age", id, 0)) + 0.5));
            }
        std::stable_sort(ages.begin(), ages.end(), std::greater{});
        for (std::size_t n = 0; n < ages.size(); ++n) {
            auto const who = admit(static_cast<int>(pathway_.arrivals.size() + b), backlog.name,
                                   static_cast<std::int64_t>(n), -ages[n], backlog.judged);
            go(who, backlog.at, -ages[n]);
        }
    }
}

Who Hospital::admit(int source, std::string const& name, std::int64_t number, Ticks arrived, bool cohort,
                    std::map<std::string, std::string> const& fixed)
{
    auto const patient = std::make_shared<Patient>();
    patient->source = source;
    patient->source_name = name;
    patient->number = number;
    patient->arrived = arrived;
    patient->cohort = cohort;
    patient->known["source"] = name;
    for (auto const& test : pathway_.tests) patient->known[test.name] = "no";
    std::set<std::string> names;
    for (auto const& [attribute, value] : fixed) {
        patient->known[attribute] = value;
        names.insert(attribute);
    }
    draw_attributes(*patient, names);
    auto const who = std::make_shared<Token>();
    who->patient = patient;
    here_.insert(who);
    if (cohort) {
        ++told_.arrivals[name];
        ++cohort_here_;
    }
    pass(who, "arrival", arrived);
    note(*who, "arrival");
    return who;
}

void Hospital::arrive(std::size_t source, std::int64_t number, std::map<std::string, std::string> const& fixed)
{
    auto const& arrivals = pathway_.arrivals[source];
    auto const who = admit(static_cast<int>(source), arrivals.name, number, now_, in_window(now_), fixed);
    auto const first = pathway_.first.empty() ? pathway_.activities.front().name : pathway_.first;
    go(who, entry_of(arrivals.to.empty() ? first : arrivals.to));
}

} // namespace reference
