// SPDX-License-Identifier: MIT
/// \file
/// Scale makes an activity, or the slots of a session, shorter or longer.
#pragma once

#include <string>
#include <string_view>
#include <tuple>

#include <pathecon/effect/context.hpp>
#include <pathecon/pathway/fields.hpp>

namespace pathecon::effect {

/// Multiplies a time by `by` and adds `add`, which may be negative.
///
/// Activity: each visit that uses the tool takes time x by + add, never below 0. A saving that would take the mean
/// below 0 is refused. Session: the slot template becomes slot x by + add, averaged over users and non-users since a
/// template is the same for everybody; lists then hold as many whole slots as fit in the time that they had. The time
/// of the visits is another effect: a shorter slot alone makes nobody quicker. By 1 and add 0 return the pathway
/// unchanged.
struct Scale {
    std::string activity{};
    std::string session{};         ///< In place of `activity`.
    random::Input<double> by{1.0}; ///< Factor, at least 0.
    random::Input<units::Duration> add{};
    std::string where{}; ///< Patients to whom it applies; not for a session.

    pathway::Pathway operator()(pathway::Pathway const& pathway, Context const& context) const;
    bool operator==(Scale const&) const = default;
};

} // namespace pathecon::effect

template <>
struct pathecon::base::Fields<pathecon::effect::Scale> {
    using T = effect::Scale;
    static constexpr std::string_view noun = "scale",
                                      sentence = "Makes an activity, or the slots of a session, shorter or longer.";
    static constexpr auto table = std::tuple{
        field("activity", &T::activity, "Activity whose time changes.").positional(),
        field("session", &T::session, "Session whose slots change, in place of an activity."),
        field("by", &T::by, "Factor on the time.").at_least(0.0).positional(),
        field("add", &T::add, "Time added to it; negative when it saves time.").any_sign(),
        field("where", &T::where, "Patients to whom it applies; not for a session."),
    };
};
PATHECON_CODEC_HEADER(pathecon::effect::Scale);
