// SPDX-License-Identifier: MIT
/// \file
/// Delays, routes, forks and joins lead patients from step to step.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <pathecon/pathway/activity.hpp>
#include <pathecon/pathway/chance.hpp>
#include <pathecon/pathway/rota.hpp>

namespace pathecon::pathway {

/// The name of the way out. A step without a route leads there.
inline constexpr char const* exit_step = "exit";

/// Time that passes without a resource.
struct Delay {
    std::string name;
    TimeDistribution takes{};
    std::vector<TimeCase> cases{};
    std::string where{};
    std::string luck_name{};
    std::string tool{};
    bool operator==(Delay const&) const = default;
};

/// Time since the patient passed a point (first passage); a branch with it is closed to those who never passed it.
struct Elapsed {
    std::string since = "arrival";
    std::optional<units::Duration> at_least{};
    std::optional<units::Duration> at_most{};
    bool operator==(Elapsed const&) const = default;
};

/// One way on. Without `p` it takes everybody who is left and meets `where`.
struct Branch {
    std::string to;
    std::optional<Chance> p{};
    std::string where{};
    std::optional<Elapsed> elapsed{};
    int most = 0; ///< A patient takes it at most so often; 0 means no limit.
    Rota open{};  ///< When it is open, by the clock; an empty rota means always. How many servers counts for nothing.
    bool operator==(Branch const&) const = default;
};

/// How a route chooses: the branches in order by one draw, or the activity with the shortest queue.
enum class RouteRule { in_order, shortest_queue };

/// Where patients go after `from`: the branches are tried in order with one uniform draw; the probabilities of
/// the branches whose condition holds add up until the draw is reached. With `shortest_queue` there is no draw: of those
/// that are open, the activity with the fewest waiting and in service for each server on duty, the first of equals.
struct Route {
    std::string from;
    std::vector<Branch> to{};
    std::string luck_name{};
    RouteRule rule = RouteRule::in_order;
    bool operator==(Route const&) const = default;
};

/// Sends the patient down every branch at once, each from its first step to the `join`.
struct Fork {
    std::string name;
    std::vector<std::string> branches{};
    std::string join;
    bool operator==(Fork const&) const = default;
};

/// Waits until every branch of its fork has come in.
struct Join {
    std::string name;
    bool operator==(Join const&) const = default;
};

/// Resources held from one activity to another (a bed, a cubicle): taken together with what `from` uses, given back at
/// the end of `to`, or on leaving the pathway.
struct Stay {
    std::string name;
    std::vector<Use> uses{};
    std::string from;
    std::string to;
    bool operator==(Stay const&) const = default;
};

/// Something that may happen while patients are on the way between two points (deterioration, a transfer): it takes them
/// from whatever they wait for or undergo. Of several, the one that comes first.
struct Event {
    std::string name;
    std::string from = "arrival"; ///< Point at which its clock starts.
    std::string until = "exit";   ///< Point at which it can no longer happen.
    TimeDistribution after{};
    std::vector<TimeCase> cases{};
    std::string to = "exit";
    std::string where{};          ///< Judged at `from`.
    std::string luck_name{};
    bool operator==(Event const&) const = default;
};

} // namespace pathecon::pathway
