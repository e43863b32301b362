// SPDX-License-Identifier: MIT
/// \file
/// The graph of a pathway's steps, as far as its names can be resolved.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <pathecon/pathway/pathway.hpp>

namespace pathecon::pathway::detail {

enum class StepKind { activity, delay, fork, join };

/// A way out of a queue that is not a route.
struct Way {
    enum class Kind { patience, balk, no_show } kind = Kind::patience;
    std::size_t rule = 0; ///< Among the rules for balking.
    int to = -1;          ///< A step, the exit, or nowhere.
};

struct Step {
    StepKind kind = StepKind::activity;
    int index = 0;                ///< In the pathway's list of its kind.
    std::string name, path;       ///< The path of its noun: "activity/read".
    Route const* route = nullptr; ///< The first route from here.
    std::string route_path{};
    std::vector<Way> ways{}; ///< Ways out of its queue: patience, balking, missed places.
    /// Steps that may come next, or the exit: by the route, or a fork's branches; then by the ways; then by events.
    std::vector<int> next{};
    std::size_t by_route = 0; ///< So many of them come by the route, or are branches.
    std::size_t routed = 0;   ///< So many of them come by the route or the ways, not by events.
};

/// The branches of a fork, each with the steps between fork and join.
struct ForkShape {
    int fork = -1, join = -1;
    std::vector<int> firsts{};
    std::vector<int> branch_of{}; ///< [step]: the branch that it lies on, -1 for none.
    bool well_formed = false;
};

/// Built without complaint: an unknown target is taken for the name it most resembles, so that one slip is reported
/// once.
class Graph {
public:
    static constexpr int nowhere = -1;

    explicit Graph(Pathway const& pathway);

    [[nodiscard]] std::vector<Step> const& steps() const { return steps_; }
    [[nodiscard]] int exit() const { return static_cast<int>(steps_.size()); }
    [[nodiscard]] std::string const& name(int step) const;
    /// Returns the step of that name, the exit, or nowhere.
    [[nodiscard]] int find(std::string_view name) const;
    /// Returns `find`, or the step whose name is most like it, or nowhere.
    [[nodiscard]] int find_nearest(std::string_view name) const;
    [[nodiscard]] std::vector<std::string> const& names() const { return names_; }
    /// Returns where the patients of a source enter, or nowhere: arrivals in order, then backlogs in order.
    [[nodiscard]] int entry(std::size_t source) const { return entries_[source]; }
    [[nodiscard]] std::vector<int> const& entries() const { return entries_; }
    /// Says at which steps the clock of an event may be running: [event][step].
    [[nodiscard]] std::vector<std::vector<bool>> const& running() const { return running_; }

    [[nodiscard]] std::vector<ForkShape>& forks() { return forks_; }
    [[nodiscard]] std::vector<ForkShape> const& forks() const { return forks_; }
    /// Returns the fork of a join, or null when it has none or several.
    [[nodiscard]] ForkShape const* fork_of(int join) const;

    /// Says whether a step lies between a fork and its join.
    [[nodiscard]] bool on_branch(int step) const;

    /// The steps, and perhaps the exit, that can be reached from some, which are included.
    [[nodiscard]] std::vector<bool> reachable_from(std::vector<int> const& starts) const;
    /// The steps from which the exit can be reached; the exit itself last.
    [[nodiscard]] std::vector<bool> reaches_exit() const;
    /// The shortest way between two steps, both included, that does not pass `avoided`; empty when there is none. From
    /// a step to itself it goes round.
    [[nodiscard]] std::vector<int> way(int from, int to, int avoided = nowhere) const;
    /// Writes "read -> recall -> read".
    [[nodiscard]] std::string text(std::vector<int> const& way) const;

    /// Returns the step that follows when branches in parallel are gone through one after the other: in place of the
    /// join, the next branch of its fork. That leaves the mean number of visits as it is.
    [[nodiscard]] int in_sequence(int from, int to) const;

private:
    void find_ways(Pathway const& pathway);
    void find_events(Pathway const& pathway);
    [[nodiscard]] std::vector<bool> running_of(Event const& event, Pathway const& pathway) const;
    void find_branches();

    std::vector<Step> steps_;
    std::vector<int> entries_;
    std::vector<std::vector<bool>> running_;
    std::vector<ForkShape> forks_;
    std::vector<std::string> names_; ///< Of the steps, then "exit".
    std::map<std::string, int, std::less<>> by_name_;
};

} // namespace pathecon::pathway::detail
