// SPDX-License-Identifier: MIT
/// \file
/// Terms say for how long and at what rates an appraisal counts, and what a QALY is worth.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <pathecon/base/diagnostic.hpp>
#include <pathecon/base/field.hpp>
#include <pathecon/health/delay.hpp>
#include <pathecon/units/codec.hpp>

namespace pathecon::econ {

/// `year_index` discounts a whole year by one factor, as business cases do; `continuous` discounts every instant.
enum class Timing { year_index, continuous };

/// `flat` keeps the two rates for ever. The Green Book's decline after 30 years: the rates must be those it starts with.
enum class Schedule { flat, green_book_2026, green_book_2026_sensitivity };

/// Defaults are those of the Green Book 2026 at the Treasury's value of a QALY; results are also given at what a QALY costs the NHS.
struct Terms {
    units::Duration horizon = units::year * 5;          ///< Whole years of operation from time 0.
    units::Probability discount_rate{0.035};            ///< A year, of costs and of everything in pounds.
    units::Probability health_discount_rate{0.015};     ///< A year, of QALYs.
    Schedule schedule = Schedule::flat;
    Timing timing = Timing::year_index;
    int first_year = 1;     ///< Index of the first year of operation: 1 when year 0 is the outlay's, 0 when the first year is not discounted.
    units::Money qaly_value = units::pounds(70'000);            ///< What society pays for a QALY.
    units::Money qaly_opportunity_cost = units::pounds(15'000); ///< What a QALY costs the NHS at the margin.
    std::string bound{};                                ///< Arm with a perfect tool: no result may beat it.
    double level = 0.95;                                ///< Coverage of intervals.
    std::vector<health::Delay> delays{};
    bool operator==(Terms const&) const = default;
};

/// Lists what is wrong with the terms: a horizon that is not whole years, rates that do not fit the schedule, bounds.
base::Diagnostics faults_of(Terms const& terms);

} // namespace pathecon::econ

template <>
struct pathecon::base::EnumNames<pathecon::econ::Timing> {
    using Timing = econ::Timing;
    static constexpr std::array<std::pair<Timing, std::string_view>, 2> names{
        {{Timing::year_index, "year_index"}, {Timing::continuous, "continuous"}}};
};

template <>
struct pathecon::base::EnumNames<pathecon::econ::Schedule> {
    using Schedule = econ::Schedule;
    static constexpr std::array<std::pair<Schedule, std::string_view>, 3> names{
        {{Schedule::flat, "flat"},
         {Schedule::green_book_2026, "green_book_2026"},
         {Schedule::green_book_2026_sensitivity, "green_book_2026_sensitivity"}}};
};

template <>
struct pathecon::base::Fields<pathecon::econ::Terms> {
    using T = econ::Terms;
    static constexpr std::string_view noun = "terms", sentence = "For how long and at what rates an appraisal counts.";
    static constexpr auto table = std::tuple{
        field("horizon", &T::horizon, "Whole years of operation from the decision.").positive(),
        field("discount_rate", &T::discount_rate, "A year, of everything in pounds.").unit("a year"),
        field("health_discount_rate", &T::health_discount_rate, "A year, of QALYs.").unit("a year"),
        field("schedule", &T::schedule, "flat, or the Green Book's decline after 30 years."),
        field("timing", &T::timing, "year_index: one factor a year; continuous: every instant."),
        field("first_year", &T::first_year,
              "Index of the first year of operation: 1 when year 0 is the outlay's, 0 when the first year is not discounted.")
            .bounds(0, 1),
        field("qaly_value", &T::qaly_value, "What society pays for a QALY."),
        field("qaly_opportunity_cost", &T::qaly_opportunity_cost, "What a QALY costs the NHS at the margin."),
        field("bound", &T::bound, "Arm with a perfect tool: no result may beat it."),
        field("level", &T::level, "Coverage of intervals.").bounds(0.5, 0.999),
        field("delay", &T::delays, "What waiting costs in survival."),
    };
};
