// SPDX-License-Identifier: MIT
/// \file
/// Delays, routes, forks and joins lead patients from step to step.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <pathecon/pathway/activity.hpp>
#include <pathecon/pathway/chance.hpp>

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

/// One way on. Without `p` it takes everybody who is left and meets `where`.
struct Branch {
    std::string to;
    std::optional<Chance> p{};
    std::string where{};
    bool operator==(Branch const&) const = default;
};

/// Where patients go after `from`: the branches are tried in order with one uniform draw; the probabilities of
/// the branches whose condition holds add up until the draw is reached.
struct Route {
    std::string from;
    std::vector<Branch> to{};
    std::string luck_name{};
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

} // namespace pathecon::pathway
