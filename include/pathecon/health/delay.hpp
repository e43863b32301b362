// SPDX-License-Identifier: MIT
/// \file
/// A delay to health says what each four weeks of waiting cost in survival, on the interval where this was measured.
#pragma once

#include <span>
#include <string>

#include <pathecon/ledger/ledger.hpp>
#include <pathecon/random/input.hpp>
#include <pathecon/sim/runs.hpp>
#include <pathecon/units/codec.hpp>

namespace pathecon::health {

/// The default is null: a hazard ratio of 1. A hazard ratio for these weeks and a stage shift are never both right.
struct Delay {
    std::string interval;                       ///< Must keep rows.
    std::string measured_on{};                  ///< The clock of the study that the ratio comes from: "diagnosis to first treatment".
    random::Input<double> hazard_ratio{1.0};    ///< Per four weeks, on the excess hazard.
    random::Input<double> excess_hazard{0.0};   ///< Deaths a person-year from the disease, without waiting.
    random::Input<double> other_hazard{0.0};    ///< Deaths a person-year from all else.
    random::Input<units::Duration> lasts{units::year * 5};  ///< How long the excess hazard acts.
    random::Input<double> utility{1.0};         ///< QALYs a life-year while it lasts.
    random::Input<double> qalys_after{0.0};     ///< QALYs of a survivor after that, discounted to its end.
    std::string owner = "patient";
    bool operator==(Delay const&) const = default;
};

/// Returns the QALYs of one patient who waits `wait`: utility x integral of the survival exp(-(other + excess x HR^(wait / 4
/// weeks)) t) over [0, lasts], discounted continuously at ln(1 + rate), plus `qalys_after` for those who live.
double qalys(Delay const& delay, units::Duration wait, double rate);

/// Adds to the ledger a line of health for each arm, draw and delay: QALYs against the comparator of the patients whose clock
/// stopped in both arms, a year. Warns of patients whose clock stopped in one arm only. Throws base::InvalidInput
/// when an interval is unknown or keeps no rows.
void add_delays(ledger::Ledger& ledger, sim::Runs const& runs, std::span<Delay const> delays, double rate);

} // namespace pathecon::health

template <>
struct pathecon::base::Fields<pathecon::health::Delay> {
    using T = health::Delay;
    static constexpr std::string_view noun = "delay", sentence = "What each four weeks of waiting cost in survival.";
    static constexpr auto table = std::tuple{
        field("interval", &T::interval, "Interval of the pathway; it must keep rows.").required().key(),
        field("measured_on", &T::measured_on, "Clock of the study that the ratio comes from: 'diagnosis to first treatment'.").required(),
        field("hazard_ratio", &T::hazard_ratio, "Per four weeks, on the excess hazard; 1 is no effect.").positive(),
        field("excess_hazard", &T::excess_hazard, "Deaths a person-year from the disease, without waiting.").at_least(0.0).unit("per year"),
        field("other_hazard", &T::other_hazard, "Deaths a person-year from all else.").at_least(0.0).unit("per year"),
        field("lasts", &T::lasts, "How long the excess hazard acts.").positive(),
        field("utility", &T::utility, "QALYs a life-year while it lasts.").bounds(-1.0, 1.0).unit("QALY"),
        field("qalys_after", &T::qalys_after, "QALYs of a survivor after that, discounted to its end.").at_least(0.0).unit("QALY"),
        field("owner", &T::owner, "Whose health it is."),
    };
};
