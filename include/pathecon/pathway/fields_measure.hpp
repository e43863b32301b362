// SPDX-License-Identifier: MIT
/// \file
/// The field tables of what a pathway is judged by, and of the money that can really fall.
#pragma once

#include <string_view>
#include <tuple>

#include <pathecon/base/field.hpp>
#include <pathecon/base/scalar.hpp>
#include <pathecon/pathway/measure.hpp>

namespace pathecon::base {

template <>
struct Fields<pathway::Pause> {
    using T = pathway::Pause;
    static constexpr std::string_view noun = "pause", sentence = "Two points between which a clock stands still.";
    static constexpr auto table = std::tuple{
        field("from", &T::from, "Point at which the clock stops running.").required(),
        field("to", &T::to, "Point at which it runs on.").required(),
    };
};

template <>
struct Fields<pathway::Interval> {
    using T = pathway::Interval;
    static constexpr std::string_view
        noun = "interval",
        sentence = "A clock between two points: 'arrival', 'exit', a step (its end), '<step>.arrive' or "
                   "'<step>.start'.";
    static constexpr auto table = std::tuple{
        field("name", &T::name, "Name of the interval, unique in the pathway.").required().key(),
        field("from", &T::from, "Point whose first passage starts the clock.").positional(),
        field("to", &T::to, "Point whose first passage after that stops it.").positional(),
        field("where", &T::where, "Patients who count; judged when the clock stops."),
        field("unless", &T::unless, "Point that leaves out a patient who passes it before 'to'."),
        field("standard", &T::standard, "The waiting-time standard.").positive(),
        field("target", &T::target, "Share of patients that must meet the standard.").unit("probability"),
        field("rows", &T::rows, "Keep the time of every patient, for paired comparisons."),
        field("pauses", &T::pauses, "Points between which the clock stands still."),
    };
};

template <>
struct Fields<pathway::Outcome> {
    using T = pathway::Outcome;
    static constexpr std::string_view noun = "outcome",
                                      sentence = "An event counted each time a patient passes a point.";
    static constexpr auto table = std::tuple{
        field("name", &T::name, "Name of the outcome, unique in the pathway.").required().key(),
        field("at", &T::at, "Point at which it is counted.").required().positional(),
        field("where", &T::where, "Patients for whom it is counted."),
        field("share", &T::share, "Share of the passages that count, drawn per visit.").unit("probability"),
        field("luck_name", &T::luck_name, "Name of its luck; its own name when left out."),
    };
};

template <>
struct Fields<pathway::BudgetLine> {
    using T = pathway::BudgetLine;
    static constexpr std::string_view noun = "budget_line",
                                      sentence = "Money that can really fall, in whole steps and after a lead time.";
    static constexpr auto table = std::tuple{
        field("name", &T::name, "Name of the budget line, unique in the pathway.").required().key(),
        field("owner", &T::owner, "Who pays."),
        field("group", &T::group, "Staff group whose released time can shrink it.").required(),
        field("baseline", &T::baseline, "A year's spending.").at_least(0.0),
        field("step", &T::step, "Working time a year that one step stands for: a WTE, a session.")
            .required()
            .positive(),
        field("step_value", &T::step_value, "What the budget falls by a year for each step.").required().at_least(0.0),
        field("lead", &T::lead, "Time until the first step can be taken."),
        field("promised", &T::promised, "A year's savings already promised elsewhere.").at_least(0.0),
    };
};

} // namespace pathecon::base
