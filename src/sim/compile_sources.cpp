// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include <pathecon/base/contract.hpp>
#include <pathecon/des/moment.hpp>
#include <pathecon/pathway/condition.hpp>
#include <pathecon/pathway/timetable.hpp>
#include <pathecon/random/luck.hpp>
#include <pathecon/units/date.hpp>
#include <pathecon/units/duration.hpp>
#include <pathecon/units/week.hpp>

#include "compiler.hpp"

namespace pathecon::sim {

void Compiler::add_source(std::string const& name, SourceNode node) {
    // 22 bits of the name above the number keep sources apart; the engine numbers arrivals below 2^31.
    node.luck_key = (random::tag_of(name) >> 42) << 41;
    for (std::size_t s = 0; s < network_.sources.size(); ++s)
        if (network_.sources[s].luck_key == node.luck_key)
            naming_.collisions.error(310, "arrivals/" + name,
                                     fmt::format("the arrivals '{}' and '{}' would draw the same luck", name, network_.labels.sources[s]),
                                     "rename one of the two");
    network_.labels.sources.push_back(name);
    network_.sources.push_back(std::move(node));
    if (network_.sources.size() == des::max_sources + 1)
        naming_.collisions.error(311, "arrivals", fmt::format("there are more than {} arrivals and backlogs", des::max_sources),
                                 "give similar streams one name and an attribute that tells them apart");
}

void Compiler::add_sources() {
    std::string const first = pathway_.first.empty() ? pathway_.activities.front().name : pathway_.first;
    for (auto const& arrivals : pathway_.arrivals) {
        SourceNode node;
        node.decision = naming_.decision(arrivals.name + "/arrivals");
        node.first_step = entry_of_.at(arrivals.to.empty() ? first : arrivals.to);
        node.group = static_cast<std::uint32_t>(arrivals.group);
        network_.ruled = network_.ruled || arrivals.group > 1;
        if (arrivals.appointments) add_appointments(arrivals, node);
        else if (!arrivals.trace.empty()) add_trace(arrivals, node);
        else add_rates(arrivals, node);
        add_source(arrivals.name, std::move(node));
    }
}

/// The rate over the week: what is open, times the profiles; a constant where it never changes. Gaps that are drawn in
/// ticks pass at a rate of 1, so that they end on the tick that was drawn.
void Compiler::add_rates(pathway::Arrivals const& arrivals, SourceNode& node) {
    double const rate = arrivals.between ? 1.0 : arrivals.rate.value.per_hour() / static_cast<double>(units::hour.ticks());
    if (arrivals.between) node.gap = naming_.times(*arrivals.between, {}).law;
    bool const daily = !arrivals.season.empty() || arrivals.growth.value != 0 || arrivals.dispersion.value != 0;
    if (arrivals.open.shifts.empty() && arrivals.profile.empty() && !daily) {
        node.rate = rate;
        return;
    }
    std::vector<Ticks> changes{0};
    des::Timeline open{units::week.ticks(), {{0, 1}}, {}};
    if (!arrivals.open.shifts.empty()) open = network_.timelines[add_timeline(arrivals.open)];
    struct Spell {
        des::Timeline when;
        double by;
    };
    std::vector<Spell> spells;
    for (auto const& profile : arrivals.profile) {
        std::string why;
        des::Timeline when{units::week.ticks(), {}, {}};
        auto const weeks = pathway::weeks_of({{{.days = profile.days, .from = profile.from, .to = profile.to}}}, why);
        PATHECON_EXPECTS(why.empty(), "the profiles of a checked pathway can be read");
        for (auto const& step : weeks.front()) {
            when.steps.push_back({step.at.ticks(), step.servers});
            changes.push_back(step.at.ticks());
        }
        spells.push_back({std::move(when), profile.by});
    }
    auto const week_of = [&](std::vector<des::TimelineStep> const& steps) {
        std::vector<Ticks> times = changes;
        for (auto const& step : steps) times.push_back(step.at);
        std::sort(times.begin(), times.end());
        times.erase(std::unique(times.begin(), times.end()), times.end());
        des::Timeline const usual{units::week.ticks(), steps, {}};
        std::vector<RateStep> week;
        for (Ticks const at : times) {
            double here = rate * usual.at(at);
            for (auto const& spell : spells)
                if (spell.when.at(at) > 0) here *= spell.by;
            week.push_back({at, here});
        }
        return week;
    };
    node.week = week_of(open.steps);
    for (auto const& steps : open.following) node.following_weeks.push_back(week_of(steps));
    for (auto const& exception : open.exceptions) node.other_weeks.push_back({exception.cycle, week_of(exception.steps)});
    network_.ruled = network_.ruled || !node.other_weeks.empty() || !node.following_weeks.empty();
    auto const comes = [](std::vector<RateStep> const& week) { return std::any_of(week.begin(), week.end(), [](RateStep const& step) { return step.rate > 0; }); };
    if (!comes(node.week) && std::none_of(node.following_weeks.begin(), node.following_weeks.end(), comes)) node.week.clear();
    if (!daily) return;
    Daily factors;
    factors.season = arrivals.season;
    if (auto const first = units::parse_date(pathway_.starts)) factors.first_day = first->days;
    else factors.first_day = Daily::undated;
    factors.growth = arrivals.growth.value;
    if (arrivals.dispersion.value != 0) {
        network_.laws.push_back(random::gamma(1.0, arrivals.dispersion.value));
        factors.factor = static_cast<Index>(network_.laws.size() - 1);
        factors.decision = naming_.decision(arrivals.name + "/day");
    }
    node.daily = static_cast<Index>(network_.dailies.size());
    network_.dailies.push_back(std::move(factors));
    network_.ruled = true;
}

void Compiler::add_appointments(pathway::Arrivals const& arrivals, SourceNode& node) {
    pathway::Appointments const& booked = *arrivals.appointments;
    AppointmentNode made;
    auto const slots = pathway::slots_of_cycle(booked.lists, booked.slot.value);
    for (auto const& slot : slots.places) made.slots.insert(made.slots.end(), static_cast<std::size_t>(slot.places), slot.at.ticks());
    made.cycle = slots.weeks * units::week.ticks();
    made.closed = closed_days(booked.exceptions, booked.bank_holidays);
    made.early = booked.early.ticks();
    made.late = naming_.times(booked.late, {});
    made.late_decision = naming_.decision(arrivals.name + "/late");
    // Before they come nothing is known of patients but where they come from.
    made.no_show = booked.no_show.p.value.value();
    made.no_show_decision = naming_.decision(arrivals.name + "/no_show");
    node.appointments = static_cast<Index>(network_.appointments.size());
    network_.appointments.push_back(std::move(made));
    network_.ruled = true;
}

void Compiler::add_trace(pathway::Arrivals const& arrivals, SourceNode& node) {
    TraceNode made;
    for (auto const& patient : arrivals.trace) {
        Condition const is = naming_.condition(patient.is);
        made.patients.push_back({patient.at.ticks(), is.mask, is.want});
    }
    node.trace = static_cast<Index>(network_.traces.size());
    network_.traces.push_back(std::move(made));
    network_.ruled = true;
}

void Compiler::add_backlogs() {
    for (auto const& backlog : pathway_.backlogs) {
        BacklogNode node;
        node.source = static_cast<Index>(network_.sources.size());
        node.judged = backlog.judged;
        node.count = backlog.count;
        node.step = step_of_.at(backlog.at);
        for (auto const& waited : backlog.waited) node.ages.push_back(waited.ticks());
        std::stable_sort(node.ages.begin(), node.ages.end(), std::greater<>{});
        if (backlog.waited.empty()) {
            node.age = naming_.times(backlog.age, {}).law;
            node.decision = naming_.decision(backlog.name + "/age");
        }
        network_.backlogs.push_back(std::move(node));
        SourceNode source;
        source.backlog = true;
        source.first_step = step_of_.at(backlog.at);    // they wait already: a booking lag is behind them
        add_source(backlog.name, std::move(source));
        network_.ruled = true;
    }
}

} // namespace pathecon::sim
