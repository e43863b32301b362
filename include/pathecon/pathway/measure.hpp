// SPDX-License-Identifier: MIT
/// \file
/// Intervals and outcomes are what a pathway is judged by; budget lines are the money that can really fall.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <pathecon/random/input.hpp>
#include <pathecon/units/duration.hpp>
#include <pathecon/units/money.hpp>
#include <pathecon/units/probability.hpp>

namespace pathecon::pathway {

/// Between these two points a clock stands still (a patient's choice to wait).
struct Pause {
    std::string from;
    std::string to;
    bool operator==(Pause const&) const = default;
};

/// A clock between two points. A point is `arrival`, `exit`, a step (its end), `<step>.arrive` or `<step>.start`.
/// It runs from the patient's first passage of `from` to the first passage of `to` after it.
struct Interval {
    std::string name;
    std::string from = "arrival";
    std::string to = "exit";
    std::string where{};                        ///< Judged when the clock stops.
    std::string unless{};                       ///< A patient who has passed this point before `to` is left out.
    std::optional<units::Duration> standard{};  ///< The waiting-time standard.
    std::optional<units::Probability> target{}; ///< Share that must meet the standard.
    bool rows = false;                          ///< Keep every patient's time, for paired comparisons.
    std::vector<Pause> pauses{};
    bool operator==(Interval const&) const = default;
};

/// An event counted each time a patient passes `at` and meets `where`.
struct Outcome {
    std::string name;
    std::string at;
    std::string where{};
    random::Input<units::Probability> share{units::Probability{1.0}}; ///< Share of the passages, drawn per visit.
    std::string luck_name{};
    bool operator==(Outcome const&) const = default;
};

/// Money that can really fall, in whole steps and after a lead time. Without one, time saved is never cash.
struct BudgetLine {
    std::string name;
    std::string owner = "trust";
    std::string group;                        ///< Staff group whose released time can shrink it.
    random::Input<units::Money> baseline{};   ///< A year's spending.
    random::Input<units::Duration> step{};    ///< Working time a year that one step stands for (one WTE, one session).
    random::Input<units::Money> step_value{}; ///< What the budget falls by a year for each step.
    units::Duration lead{};                   ///< Time until the first step can be taken.
    units::Money promised{};                  ///< A year's savings already promised elsewhere.
    bool operator==(BudgetLine const&) const = default;
};

} // namespace pathecon::pathway
