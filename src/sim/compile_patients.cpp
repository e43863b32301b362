// SPDX-License-Identifier: MIT
#include <algorithm>

#include <fmt/format.h>

#include <pathecon/base/contract.hpp>
#include <pathecon/des/moment.hpp>
#include <pathecon/random/luck.hpp>
#include <pathecon/units/duration.hpp>
#include <pathecon/units/week.hpp>

#include "compiler.hpp"

namespace pathecon::sim {

Index Compiler::add_timeline(pathway::Rota const& rota) {
    std::string why;
    des::Timeline timeline;
    timeline.cycle = units::week.ticks();
    for (auto const& step : pathway::steps_of(rota, why)) timeline.steps.push_back({step.at.ticks(), step.servers});
    PATHECON_EXPECTS(why.empty(), "the rotas of a checked pathway can be read");
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
        pool.most = network_.timelines[pool.timeline].most();
        pool.resume = resource.end_of_shift == pathway::EndOfShift::resume;
        pool.resource = id;
        pool_of_.emplace(resource.name, static_cast<Index>(network_.pools.size()));
        network_.pools.push_back(pool);
    }
    for (auto const& session : pathway_.sessions) {
        TimetableNode node;
        node.notice = session.lead.ticks();
        if (!session.resource.empty()) node.resource = resource_of_.at(session.resource);
        for (auto const& list : session.lists) {
            auto const days = units::parse_days(list.days);
            auto const from = units::parse_clock(list.from);
            PATHECON_EXPECTS(days && from, "the lists of a checked pathway can be read");
            int const slots = pathway::slots_of(list, session.slot.value);
            for (int d = 0; d < 7; ++d) {
                auto const day = static_cast<units::Weekday>(d);
                if (!days->contains(day)) continue;
                for (int k = 0; k < slots; ++k)
                    node.week.push_back({(units::at(day, *from) + session.slot.value * static_cast<double>(k)).ticks(), 1});
            }
        }
        std::stable_sort(node.week.begin(), node.week.end(), [](auto const& a, auto const& b) { return a.at < b.at; });
        timetable_of_.emplace(session.name, static_cast<Index>(network_.timetables.size()));
        network_.labels.sessions.push_back(session.name);
        network_.timetables.push_back(std::move(node));
    }
}

Index Compiler::add_meeting(pathway::Activity const& activity) {
    TimetableNode node;
    node.notice = activity.batch->cut_off.ticks();
    auto const days = units::parse_days(activity.batch->days);
    auto const at = units::parse_clock(activity.batch->at);
    PATHECON_EXPECTS(days && at, "the meetings of a checked pathway can be read");
    for (int d = 0; d < 7; ++d)
        if (auto const day = static_cast<units::Weekday>(d); days->contains(day))
            node.week.push_back({units::at(day, *at).ticks(), activity.batch->cap > 0 ? activity.batch->cap : -1});
    network_.timetables.push_back(std::move(node));
    return static_cast<Index>(network_.timetables.size() - 1);
}

void Compiler::add_sources() {
    std::string const first = pathway_.first.empty() ? pathway_.activities.front().name : pathway_.first;
    for (auto const& arrivals : pathway_.arrivals) {
        network_.labels.sources.push_back(arrivals.name);
        SourceNode node;
        // 22 bits of the name above the number keep sources apart; the engine numbers arrivals below 2^31.
        node.luck_key = (random::tag_of(arrivals.name) >> 42) << 41;
        node.rate = arrivals.rate.value.per_hour() / static_cast<double>(units::hour.ticks());
        if (!arrivals.open.shifts.empty()) {
            node.timeline = add_timeline(arrivals.open);
            auto const& steps = network_.timelines[node.timeline].steps;
            if (std::none_of(steps.begin(), steps.end(), [](auto const& step) { return step.value > 0; })) node.rate = 0;
        }
        node.decision = naming_.decision(arrivals.name + "/arrivals");
        node.first_step = entry_of_.at(arrivals.to.empty() ? first : arrivals.to);
        for (std::size_t s = 0; s < network_.sources.size(); ++s)
            if (network_.sources[s].luck_key == node.luck_key)
                naming_.collisions.error(310, "arrivals/" + arrivals.name,
                                         fmt::format("the arrivals '{}' and '{}' would draw the same luck", arrivals.name, network_.labels.sources[s]),
                                         "rename one of the two");
        network_.sources.push_back(node);
    }
    if (network_.sources.size() > des::max_sources)
        naming_.collisions.error(311, "arrivals", fmt::format("there are {} arrivals; the engine holds {}", network_.sources.size(), des::max_sources),
                                 "give similar streams one name and an attribute that tells them apart");
}

void Compiler::add_attributes() {
    for (auto const& attribute : pathway_.attributes) {
        FieldPlace const& field = naming_.field(attribute.name);
        Draw draw;
        draw.where = naming_.condition(attribute.where);
        draw.decision = naming_.decision("attribute/" + (attribute.luck_name.empty() ? attribute.name : attribute.luck_name));
        draw.shift = field.shift;
        draw.field = field.mask();
        if (attribute.levels.empty()) {
            draw.chance = naming_.chance(attribute.is);
        } else {
            double total = 0, sum = 0;
            for (auto const& share : attribute.shares) total += share.value;
            draw.levels = append(network_.level_shares, attribute.shares, [&](auto const& share) { return sum += share.value / total; });
        }
        network_.attributes.push_back(draw);
    }
    std::map<Index, std::vector<Draw>> at;
    for (auto const& test : pathway_.tests) {
        FieldPlace const& field = naming_.field(test.name);
        std::vector<pathway::Case> cases = test.cases;
        cases.push_back({test.condition, test.sensitivity});
        Draw draw;
        draw.chance = naming_.chance(cases, test.specificity.value.complement().value());
        draw.decision = naming_.decision("test/" + (test.luck_name.empty() ? test.name : test.luck_name));
        draw.shift = field.shift;
        draw.field = field.mask();
        at[step_of_.at(test.at)].push_back(draw);
    }
    for (auto const& [step, draws] : at) network_.steps[step].tests = append(network_.tests, draws, [](Draw const& draw) { return draw; });
}

void Compiler::add_measures() {
    for (auto const& interval : pathway_.intervals) {
        auto const id = static_cast<Index>(network_.intervals.size());
        IntervalNode node;
        node.where = naming_.condition(interval.where);
        if (interval.standard) node.standard = interval.standard->ticks();
        node.rows = interval.rows;
        network_.intervals.push_back(node);
        network_.labels.intervals.push_back(interval.name);
        // A clock that is void or stopped at a point must not be started there: stop and void come first.
        if (!interval.unless.empty()) add_point(interval.unless, {Mark::Action::void_clock, id});
        add_point(interval.to, {Mark::Action::stop_clock, id});
        add_point(interval.from, {Mark::Action::start_clock, id});
    }
    for (auto const& outcome : pathway_.outcomes) {
        auto const id = static_cast<Index>(network_.outcomes.size());
        OutcomeNode node;
        node.where = naming_.condition(outcome.where);
        node.share = outcome.share.value.value();
        node.decision = naming_.decision(outcome.luck_name.empty() ? outcome.name + "/share" : outcome.luck_name);
        network_.outcomes.push_back(node);
        network_.labels.outcomes.push_back(outcome.name);
        add_point(outcome.at, {Mark::Action::count, id});
    }
    place_marks();
}

/// A point is arrival, exit, a step (its end), <step>.arrive or <step>.start.
void Compiler::add_point(std::string const& point, Mark mark) {
    if (point == "arrival") return arrival_marks_.push_back(mark);
    if (point == pathway::exit_step) return exit_marks_.push_back(mark);
    auto const ends_with = [&](std::string_view ending) { return point.ends_with(ending) && !step_of_.contains(point); };
    if (ends_with(".arrive")) marks_[{entry_of_.at(point.substr(0, point.size() - 7)), static_cast<int>(Point::arrive)}].push_back(mark);
    else if (ends_with(".start")) marks_[{step_of_.at(point.substr(0, point.size() - 6)), static_cast<int>(Point::start)}].push_back(mark);
    else marks_[{step_of_.at(point), static_cast<int>(Point::end)}].push_back(mark);
}

void Compiler::place_marks() {
    auto const same = [](Mark const& mark) { return mark; };
    for (auto const& [place, marks] : marks_)
        network_.steps[place.first].marks[static_cast<std::size_t>(place.second)] = append(network_.marks, marks, same);
    network_.arrival_marks = append(network_.marks, arrival_marks_, same);
    network_.exit_marks = append(network_.marks, exit_marks_, same);
}

} // namespace pathecon::sim
