// SPDX-License-Identifier: MIT
/// \file
/// Arrivals bring patients into a pathway.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <pathecon/pathway/chance.hpp>
#include <pathecon/pathway/resource.hpp>
#include <pathecon/pathway/rota.hpp>
#include <pathecon/random/input.hpp>
#include <pathecon/units/rate.hpp>

namespace pathecon::pathway {

/// A factor on the rate of arrivals at some times of the week; where several hold, they multiply.
struct Profile {
    std::string days = "daily";
    std::string from = "00:00";
    std::string to = "24:00"; ///< On the next day when not after `from`.
    double by = 1.0;
    bool operator==(Profile const&) const = default;
};

/// Patients who are given a time to come: one a slot of the lists, at the slot less `early` plus `late`.
struct Appointments {
    std::vector<SessionList> lists{};
    random::Input<units::Duration> slot{};
    TimeDistribution late{};
    units::Duration early{};
    Chance no_show{};
    bool bank_holidays = true;         ///< Whether lists run on bank holidays.
    std::vector<Closure> exceptions{}; ///< Dates on which nobody is given a time.
    bool operator==(Appointments const&) const = default;
};

/// One patient of a trace: when, and what is known of their attributes ("urgent and sex = f").
struct TracePatient {
    units::Duration at{};
    std::string is{};
    bool operator==(TracePatient const&) const = default;
};

/// A stream of patients: a Poisson one of `rate`, or one whose gaps are independent draws of `between`. It runs while `open`
/// and as fast as the product of `open`, the profiles, the season, growth and the luck of the day says. In its place:
/// appointments, or a trace.
struct Arrivals {
    std::string name = "patients";
    random::Input<units::Rate> rate{}; ///< Rate while open.
    std::optional<TimeDistribution> between{}; ///< Time between one arrival and the next, in place of `rate`.
    Rota open{};             ///< When patients come; an empty rota means always. Its `servers` multiply the rate.
    std::string to{};        ///< First step; empty means the first step of the pathway.
    bool background = false; ///< Demand of other pathways on shared resources: simulated and shown in the waits.
    std::vector<Profile> profile{};
    std::vector<double> season{};         ///< Factor of each month, January first; 12 of them, or none.
    random::Input<double> growth{0.0};    ///< A year, compounded daily: 0.03 is 3 % more a year.
    random::Input<double> dispersion{0.0};///< Coefficient of variation of a gamma factor drawn each day.
    int group = 1;                        ///< Patients who come together.
    std::optional<Appointments> appointments{};
    std::vector<TracePatient> trace{};    ///< In order of time.
    bool operator==(Arrivals const&) const = default;
};

/// Patients who are already waiting when the simulation starts, the longest first. Their name is their 'source'.
struct Backlog {
    std::string name = "backlog";
    std::string at;                  ///< Step where they wait.
    std::vector<units::Duration> waited{}; ///< How long each has waited; or `count` and `age`.
    int count = 0;
    TimeDistribution age{};
    bool judged = false;             ///< Whether they count in intervals, visits and costs, like the patients of the window.
    bool operator==(Backlog const&) const = default;
};

} // namespace pathecon::pathway
