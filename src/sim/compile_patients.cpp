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
        if (!interval.pauses.empty()) node.pause = network_.pauses++;
        network_.intervals.push_back(node);
        network_.labels.intervals.push_back(interval.name);
        // A clock that is void or stopped at a point must not be started there: stop and void come first.
        if (!interval.unless.empty()) add_point(interval.unless, {Mark::Action::void_clock, id});
        add_point(interval.to, {Mark::Action::stop_clock, id});
        for (auto const& pause : interval.pauses) add_point(pause.to, {Mark::Action::resume_clock, id});
        for (auto const& pause : interval.pauses) add_point(pause.from, {Mark::Action::pause_clock, id});
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
    for (Index e = 0; e < pathway_.events.size(); ++e) {
        add_point(pathway_.events[e].until, {Mark::Action::stop_event, e});
        add_point(pathway_.events[e].from, {Mark::Action::start_event, e});
    }
    for (auto const& [point, stamp] : stamp_) add_point(point, {Mark::Action::stamp, stamp});
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
