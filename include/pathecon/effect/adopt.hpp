// SPDX-License-Identifier: MIT
/// \file
/// Adopt says how much a tool is used, and from when.
#pragma once

#include <string_view>
#include <tuple>

#include <pathecon/effect/context.hpp>
#include <pathecon/effect/rollout.hpp>
#include <pathecon/pathway/fields.hpp>

namespace pathecon::effect {

/// Limits every other effect of the same tool, wherever it stands in the list, to `usage` x `consent` of the visits;
/// context.hpp says how these are drawn. The simulation runs the tool in steady use: `go_live`, `ramp` and `dip` are
/// the appraisal's (see Rollout). A tool has one Adopt at most; without one every visit uses it from the first day,
/// which leaves the remark PE0402.
struct Adopt {
    random::Input<units::Probability> usage{};                          ///< Share of visits in which staff use it.
    random::Input<units::Probability> consent{units::Probability{1.0}}; ///< Share of patients who agree.
    random::Input<units::Duration> go_live{};                           ///< Time from the decision to the first use.
    random::Input<units::Duration> ramp{};                              ///< Time from the first use to steady use.
    random::Input<units::Probability> dip{}; ///< Loss at the first use, as a share of the steady benefit.

    /// Returns the pathway unchanged: what it says reaches the other effects by their context.
    pathway::Pathway operator()(pathway::Pathway const& pathway, Context const& context) const;
    bool operator==(Adopt const&) const = default;
};

/// Returns the adoption that an Adopt of a tool means.
Adoption adoption_of(Adopt const& adopt, std::string const& tool, Drawn drawn);

/// Returns the roll-out that an Adopt of a tool means.
Rollout rollout_of(Adopt const& adopt, std::string const& tool);

} // namespace pathecon::effect

template <>
struct pathecon::base::Fields<pathecon::effect::Adopt> {
    using T = effect::Adopt;
    static constexpr std::string_view noun = "adopt", sentence = "Says how much a tool is used, and from when.";
    static constexpr auto table = std::tuple{
        field("usage", &T::usage, "Share of visits in which staff use it.").required().positional().unit("probability"),
        field("consent", &T::consent, "Share of patients who agree.").unit("probability"),
        field("go_live", &T::go_live, "Time from the decision to the first use."),
        field("ramp", &T::ramp, "Time from the first use to steady use."),
        field("dip", &T::dip, "Loss at the first use, as a share of the steady benefit.").unit("probability"),
    };
};
PATHECON_CODEC_HEADER(pathecon::effect::Adopt);
