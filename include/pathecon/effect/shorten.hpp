// SPDX-License-Identifier: MIT
/// \file
/// Shorten makes a booking lag or a delay shorter, and says that somebody pays for it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <tuple>

#include <pathecon/effect/context.hpp>
#include <pathecon/pathway/fields.hpp>

namespace pathecon::effect {

/// Multiplies the booking lag before `activity`, or the `delay`, by `by`, or replaces it with `to`; the patient's luck
/// stays.
///
/// A lag stands for a list that the pathway does not show: whoever is taken from it sooner lets others wait longer. So
/// the pathway that it makes carries the remark PE0401, "opportunity cost not modelled", which every report shows. With
/// `share`, `where`, or a tool that is not always used, those who gain are an attribute, `<tool>/sooner`, drawn at
/// arrival. A factor above 1 is refused. By 1 for everybody returns the pathway unchanged.
struct Shorten {
    std::string activity{};
    std::string delay{};                           ///< In place of `activity`.
    std::optional<random::Input<double>> by{};     ///< Factor in [0, 1].
    std::optional<pathway::TimeDistribution> to{}; ///< In place of `by`.
    std::string where{};
    std::optional<random::Input<units::Probability>>
        share{}; ///< Share of the patients who meet `where`; empty means all.

    pathway::Pathway operator()(pathway::Pathway const& pathway, Context const& context) const;
    bool operator==(Shorten const&) const = default;
};

} // namespace pathecon::effect

template <>
struct pathecon::base::Fields<pathecon::effect::Shorten> {
    using T = effect::Shorten;
    static constexpr std::string_view
        noun = "shorten",
        sentence = "Makes a booking lag or a delay shorter; its opportunity cost is not modelled.";
    static constexpr auto table = std::tuple{
        field("activity", &T::activity, "Activity whose booking lag is made shorter.").positional(),
        field("delay", &T::delay, "Delay that is made shorter, in place of an activity's lag."),
        field("by", &T::by, "Factor on the time.").bounds(0.0, 1.0),
        field("to", &T::to, "New time, in place of a factor."),
        field("where", &T::where, "Patients to whom it applies."),
        field("share", &T::share, "Share of them to whom it applies; all when left out.").unit("probability"),
    };
};
PATHECON_CODEC_HEADER(pathecon::effect::Shorten);
