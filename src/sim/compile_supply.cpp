// SPDX-License-Identifier: MIT
#include <algorithm>

#include <pathecon/base/contract.hpp>
#include <pathecon/pathway/timetable.hpp>
#include <pathecon/units/duration.hpp>
#include <pathecon/units/week.hpp>

#include "compiler.hpp"

namespace pathecon::sim {

namespace {

/// Holidays and dates are looked up for so many weeks (30 years); a run is not longer than that.
constexpr std::int64_t dated_weeks = 1566;

InHand in_hand(pathway::EndOfShift rule) {
    switch (rule) {
        case pathway::EndOfShift::resume: return InHand::resume;
        case pathway::EndOfShift::repeat_identical: return InHand::repeat_identical;
        case pathway::EndOfShift::repeat_different: return InHand::repeat_different;
        default: return InHand::finish;
    }
}

InHand in_hand(pathway::Preemption rule) {
    switch (rule) {
        case pathway::Preemption::resume: return InHand::resume;
        case pathway::Preemption::repeat_identical: return InHand::repeat_identical;
        case pathway::Preemption::repeat_different: return InHand::repeat_different;
        default: return InHand::finish;
    }
}

} // namespace

Index Compiler::add_timeline(pathway::Rota const& rota) {
    std::string why;
    des::Timeline timeline;
    timeline.cycle = units::week.ticks();
    auto const steps_of = [](pathway::RotaSteps const& steps) {
        std::vector<des::TimelineStep> made;
        for (auto const& step : steps) made.push_back({step.at.ticks(), step.servers});
        return made;
    };
    auto const weeks = pathway::weeks_of(rota, why);
    for (std::size_t k = 0; k < weeks.size(); ++k)
        if (k == 0) timeline.steps = steps_of(weeks[k]);
        else timeline.following.push_back(steps_of(weeks[k]));
    PATHECON_EXPECTS(why.empty(), "the rotas of a checked pathway can be read");
    for (auto const& week : pathway::exceptional_weeks(rota, pathway_.starts, dated_weeks, why))
        timeline.exceptions.push_back({week.week, steps_of(week.steps)});
    PATHECON_EXPECTS(why.empty(), "the dates of a checked pathway can be read");
    network_.timelines.push_back(std::move(timeline));
    return static_cast<Index>(network_.timelines.size() - 1);
}

void Compiler::add_resources() {
    for (auto const& resource : pathway_.resources) {
        auto const id = static_cast<Index>(network_.labels.resources.size());
        resource_of_.emplace(resource.name, id);
        network_.labels.resources.push_back(resource.name);
        std::string const& group = resource.group.empty() ? resource.name : resource.group;
        auto& groups = network_.labels.groups;
        auto const found = std::find(groups.begin(), groups.end(), group);
        network_.labels.group_of.push_back(static_cast<std::int32_t>(found - groups.begin()));
        if (found == groups.end()) groups.push_back(group);
        if (resource.rota.shifts.empty()) continue;    // counted, never waited for
        PoolNode pool;
        pool.timeline = add_timeline(resource.rota);
        pool.most = network_.timelines[pool.timeline].most() + (resource.surge ? resource.surge->servers : 0);
        pool.end_of_shift = in_hand(resource.end_of_shift);
        pool.preemption = in_hand(resource.preemption);
        pool.resource = id;
        network_.ruled = network_.ruled || pool.end_of_shift != InHand::finish || pool.preemption != InHand::finish;
        pool_of_.emplace(resource.name, static_cast<Index>(network_.pools.size()));
        network_.pools.push_back(pool);
    }
    add_sessions();
}

std::vector<std::int64_t> Compiler::closed_days(std::vector<pathway::Closure> const& closures, bool bank_holidays) {
    std::string why;
    auto days = pathway::closed_days(closures, bank_holidays, pathway_.starts, 7 * dated_weeks, why);
    PATHECON_EXPECTS(why.empty(), "the dates of a checked pathway can be read");
    network_.ruled = network_.ruled || !days.empty();
    return days;
}

void Compiler::add_sessions() {
    for (auto const& session : pathway_.sessions) {
        TimetableNode node;
        node.notice = session.lead.ticks();
        if (!session.resource.empty()) node.resource = resource_of_.at(session.resource);
        auto const slots = pathway::slots_of_cycle(session.lists, session.slot.value);
        for (auto const& slot : slots.places) node.places.push_back({slot.at.ticks(), slot.places});
        node.cycle = slots.weeks * units::week.ticks();
        node.closed = closed_days(session.exceptions, session.bank_holidays);
        timetable_of_.emplace(session.name, static_cast<Index>(network_.timetables.size()));
        network_.labels.sessions.push_back(session.name);
        network_.timetables.push_back(std::move(node));
    }
}

Index Compiler::add_meeting(pathway::Activity const& activity) {
    pathway::Batch const& batch = *activity.batch;
    TimetableNode node;
    node.notice = batch.cut_off.ticks();
    node.least = batch.least;
    node.closed = closed_days(batch.exceptions, batch.bank_holidays);
    network_.ruled = network_.ruled || batch.least > 1;
    auto const meetings = pathway::meetings_of_cycle(batch);
    for (auto const& meeting : meetings.places) node.places.push_back({meeting.at.ticks(), meeting.places > 0 ? meeting.places : -1});
    node.cycle = meetings.weeks * units::week.ticks();
    network_.timetables.push_back(std::move(node));
    return static_cast<Index>(network_.timetables.size() - 1);
}

void Compiler::add_downtimes() {
    for (auto const& downtime : pathway_.downtimes) {
        std::string const luck = "downtime/" + (downtime.luck_name.empty() ? downtime.name : downtime.luck_name);
        DowntimeNode node;
        node.pools.begin = static_cast<Index>(network_.downtime_pools.size());
        for (auto const& resource : downtime.resources)
            if (auto const pool = pool_of_.find(resource); pool != pool_of_.end()) network_.downtime_pools.push_back(pool->second);
        node.pools.end = static_cast<Index>(network_.downtime_pools.size());
        node.every = naming_.times(downtime.every, {}).law;
        node.lasts = naming_.times(downtime.lasts, {}).law;
        node.every_decision = naming_.decision(luck + "/every");
        node.lasts_decision = naming_.decision(luck + "/lasts");
        node.servers = downtime.servers;
        node.in_hand = in_hand(downtime.in_hand);
        network_.downtimes.push_back(node);
        network_.labels.downtimes.push_back(downtime.name);
        network_.ruled = true;
    }
}

void Compiler::add_surges() {
    for (auto const& resource : pathway_.resources) {
        if (!resource.surge) continue;
        Index const of = step_of_.at(resource.surge->of);
        network_.surges.push_back({pool_of_.at(resource.name), of, resource.surge->open_at, resource.surge->close_at, resource.surge->servers});
        network_.rules[network_.steps[of].rules].watched = true;
        network_.ruled = true;
    }
}

} // namespace pathecon::sim
