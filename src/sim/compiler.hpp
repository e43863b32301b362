// SPDX-License-Identifier: MIT
/// \file
/// A compiler turns one pathway into one network, floor of names by floor of names.
#pragma once

#include <map>
#include <string>
#include <vector>

#include <pathecon/pathway/pathway.hpp>
#include <pathecon/sim/network.hpp>

#include "naming.hpp"

namespace pathecon::sim {

class Compiler {
  public:
    explicit Compiler(pathway::Pathway const& pathway);
    Network compile();

  private:
    /// The level of patients for whom no priority rule holds.
    static constexpr std::int32_t usual_level = 100;

    /// A booking lag is a step of its own before its activity.
    static std::string booking_name(std::string const& activity) { return activity + ".booking"; }

    /// Appends what `make` makes of each item and returns where it is. `make` may append to other arrays.
    template <class Node, class Items, class Make>
    static Range append(std::vector<Node>& nodes, Items const& items, Make make) {
        std::vector<Node> made;
        for (auto const& item : items) made.push_back(make(item));
        Range range;
        range.begin = static_cast<Index>(nodes.size());
        nodes.insert(nodes.end(), made.begin(), made.end());
        range.end = static_cast<Index>(nodes.size());
        return range;
    }

    void number_steps();
    void add_resources();
    void add_steps();
    void add_activity(pathway::Activity const& activity);
    Index add_meeting(pathway::Activity const& activity);
    Index add_timeline(pathway::Rota const& rota);
    void add_sessions();
    /// The days on which a list or a meeting is not held; a network that has any has rules.
    [[nodiscard]] std::vector<std::int64_t> closed_days(std::vector<pathway::Closure> const& closures, bool bank_holidays);
    Range take_priorities(pathway::Activity const& activity, StepNode& node);
    void find_loops();
    void add_routes();
    void add_sources();
    void add_rates(pathway::Arrivals const& arrivals, SourceNode& node);
    void add_appointments(pathway::Arrivals const& arrivals, SourceNode& node);
    void add_trace(pathway::Arrivals const& arrivals, SourceNode& node);
    void add_backlogs();
    void add_source(std::string const& name, SourceNode node);
    void add_attributes();
    void add_measures();
    void add_point(std::string const& point, Mark mark);
    void place_marks();
    void add_pool_users();
    [[nodiscard]] std::vector<OptionNode> options_of(pathway::Use const& use) const;
    /// Whether a table has one law for everybody that is worth drawing ahead.
    [[nodiscard]] bool is_one_law(TimeTable const& table) const {
        return table.cases.empty() && network_.laws[table.law].family() != random::Family::constant;
    }
    [[nodiscard]] bool may_need(StepNode const& step, Index pool) const;

    // compile_rules.cpp
    void add_rules();
    void add_rules_of(pathway::Activity const& activity);
    [[nodiscard]] Range add_needs(std::vector<pathway::Use> const& uses, bool& plain);
    [[nodiscard]] Index memory_of(std::string const& activity);
    void add_stays();
    void add_events();
    void add_downtimes();
    void add_surges();
    void find_blocking();
    void find_persons();
    void find_short_ways();
    [[nodiscard]] Index step_or_exit(std::string const& to) const;
    [[nodiscard]] Index stamp_of(std::string const& point);
    [[nodiscard]] std::vector<std::string> ways_from(std::string const& step) const;

    pathway::Pathway const& pathway_;
    Network network_;
    Naming naming_;
    std::map<std::string, Index> step_of_, entry_of_;   // a booked activity is entered by its booking
    std::map<std::string, Index> resource_of_, pool_of_, timetable_of_;
    std::map<std::string, Index> memory_, stamp_;
    std::map<std::pair<Index, int>, std::vector<Mark>> marks_;  // by step and Point
    std::vector<Mark> arrival_marks_, exit_marks_;
};

} // namespace pathecon::sim
