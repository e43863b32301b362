// SPDX-License-Identifier: MIT
/// \file
/// A study sets arms side by side on one pathway: what is compared, for how long and how often it is simulated.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <pathecon/base/diagnostic.hpp>
#include <pathecon/base/field.hpp>
#include <pathecon/effect/portfolio.hpp>
#include <pathecon/pathway/pathway.hpp>
#include <pathecon/sim/simulate.hpp>
#include <pathecon/study/precision.hpp>
#include <pathecon/units/codec.hpp>
#include <pathecon/units/duration.hpp>

namespace pathecon::study {

/// What an arm is there for. `option` could be bought; the others keep the options honest: what would happen anyway
/// (`comparator`, `do_minimum`), what the same money would buy (`alternative`), and what no tool can beat (`bound`).
enum class Role { option, comparator, do_minimum, alternative, bound };

/// One way of running the pathway: usual care with the tools of `tools`, in their order.
struct Arm {
    std::string name;
    effect::Portfolio tools{};
    Role role = Role::option;
    bool operator==(Arm const&) const = default;
};

/// Compares arms on a pathway. The first arm is the comparator of the others.
struct Study {
    std::string name = "study";
    pathway::Pathway pathway{};
    std::vector<Arm> arms{};
    units::Duration horizon = units::year; ///< Patients who arrive in it are the cohort.
    units::Duration warm_up{};             ///< Simulated before the horizon and thrown away.
    units::Duration follow_up{};           ///< Time after the horizon in which the cohort is followed to its end.
    /// Reporting periods: each such stretch of the horizon is reported apart, too, the last as short as is left.
    std::optional<units::Duration> period{};
    int draws = 1;                         ///< 1 takes every input at its base value; more draw from the priors.
    int replications = 8;                  ///< Simulated operations a draw and arm.
    std::int64_t seed = 1;                 ///< Seed of all luck, at least 0.
    std::optional<Precision> precision{};  ///< Adds replications until the answers are known closely enough.
    bool operator==(Study const&) const = default;
};

/// Returns the times of every run of the study.
sim::Horizon horizon_of(Study const& study);

/// Lists what is wrong with the study itself: its numbers, its arms and their names. The pathways are checked by run().
base::Diagnostics faults_of(Study const& study);

/// Returns every tool of the study once, in the order of its first arm. Tools of one name are one tool: faults_of()
/// refuses two different ones.
std::vector<effect::Tool> tools_of(Study const& study);

} // namespace pathecon::study

template <>
struct pathecon::base::EnumNames<pathecon::study::Role> {
    static constexpr std::array<std::pair<pathecon::study::Role, std::string_view>, 5> names{{
        {pathecon::study::Role::option, "option"},
        {pathecon::study::Role::comparator, "comparator"},
        {pathecon::study::Role::do_minimum, "do_minimum"},
        {pathecon::study::Role::alternative, "alternative"},
        {pathecon::study::Role::bound, "bound"},
    }};
};

template <>
struct pathecon::base::Fields<pathecon::study::Study> {
    using Study = pathecon::study::Study;
    static constexpr std::string_view noun = "study";
    static constexpr std::string_view sentence = "How long and how often the arms are simulated.";
    static constexpr auto table = std::tuple{
        field("name", &Study::name, "Name of the study."),
        field("horizon", &Study::horizon, "Time in which the patients who are counted arrive.").unit("time"),
        field("warm_up", &Study::warm_up, "Time simulated before the horizon and thrown away.").unit("time"),
        field("follow_up", &Study::follow_up, "Time after the horizon in which the patients are followed to their end.")
            .unit("time"),
        field("period", &Study::period,
              "Length of the reporting periods: results of each apart, too. The last may be shorter.")
            .unit("time")
            .positive(),
        field("draws", &Study::draws, "Draws from the priors; 1 takes every input at its base value.")
            .bounds(1, 1'000'000),
        field("replications", &Study::replications, "Simulated operations for each draw and arm.").bounds(1, 1'000'000),
        field("seed", &Study::seed, "Seed of all luck.").at_least(0),
        field("precision", &Study::precision, "Adds replications until the answers are known closely enough."),
    };
};
