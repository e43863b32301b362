// SPDX-License-Identifier: MIT
/// \file
/// Burden adds the time that a tool, or the computer that it runs on, takes from everybody.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <tuple>

#include <pathecon/effect/context.hpp>
#include <pathecon/pathway/fields.hpp>

namespace pathecon::effect {

/// Adds time to every visit of an activity: `add` a visit, or `per_session` spread over the visits of a session (10
/// minutes of logging in over 15 patients are 40 seconds each).
///
/// Unlike the other effects it does not wait for adoption: one logs in to a session, not to a visit, so it reaches the
/// visits that do not use the tool as well, unless `users_only` says otherwise. No time returns the pathway unchanged.
struct Burden {
    std::string activity{};
    random::Input<units::Duration> add{};
    std::optional<random::Input<units::Duration>> per_session{}; ///< In place of `add`.
    std::optional<random::Input<double>> visits_per_session{};   ///< Above 0; goes with `per_session`.
    std::string where{};
    bool users_only = false;

    pathway::Pathway operator()(pathway::Pathway const& pathway, Context const& context) const;
    bool operator==(Burden const&) const = default;
};

} // namespace pathecon::effect

template <>
struct pathecon::base::Fields<pathecon::effect::Burden> {
    using T = effect::Burden;
    static constexpr std::string_view noun = "burden",
                                      sentence = "Adds time to every visit, whether or not it uses the tool.";
    static constexpr auto table = std::tuple{
        field("activity", &T::activity, "Activity that takes longer.").required().positional(),
        field("add", &T::add, "Time added to each visit.").positional(),
        field("per_session", &T::per_session, "Time added to each session, in place of 'add'."),
        field("visits_per_session", &T::visits_per_session, "Visits over which it is spread.").positive(),
        field("where", &T::where, "Patients to whom it applies."),
        field("users_only", &T::users_only, "Limits it to the visits that use the tool."),
    };
};
PATHECON_CODEC_HEADER(pathecon::effect::Burden);
