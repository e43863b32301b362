// SPDX-License-Identifier: MIT
/// \file
/// Detect changes how well a test finds what it looks for.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <tuple>

#include <pathecon/effect/context.hpp>
#include <pathecon/pathway/fields.hpp>

namespace pathecon::effect {

/// Sets the sensitivity or specificity of a test, or moves it by an odds ratio.
///
/// Shifts act on the odds, so that a probability stays one: 0.9 moved by an odds ratio of 2 is 0.947. A value outside
/// [0, 1] that is set is refused, never cut. A shift acts on the test's subgroup cases as well; a value that is set
/// goes before them. With `where`, or a tool that is not always used, the change is written as cases of the test for
/// the patients concerned; the test's luck stays, so that a better test keeps the patients whom it found and finds
/// more. When Bypass or Reconcile have put something between the finding and the test of that name, the finding
/// changes. Odds ratios of 1 return the pathway unchanged.
struct Detect {
    std::string test{};
    std::optional<random::Input<units::Probability>> sensitivity{};
    std::optional<random::Input<units::Probability>> specificity{};
    std::optional<random::Input<double>> odds_sensitivity{}; ///< Odds ratio, above 0, in place of `sensitivity`.
    std::optional<random::Input<double>> odds_specificity{};
    std::string where{};

    pathway::Pathway operator()(pathway::Pathway const& pathway, Context const& context) const;
    bool operator==(Detect const&) const = default;
};

} // namespace pathecon::effect

template <>
struct pathecon::base::Fields<pathecon::effect::Detect> {
    using T = effect::Detect;
    static constexpr std::string_view noun = "detect", sentence = "Changes how well a test finds what it looks for.";
    static constexpr auto table = std::tuple{
        field("test", &T::test, "Test that changes.").required().positional(),
        field("sensitivity", &T::sensitivity, "Its new sensitivity.").unit("probability"),
        field("specificity", &T::specificity, "Its new specificity.").unit("probability"),
        field("odds_sensitivity", &T::odds_sensitivity, "Odds ratio on its sensitivity, in place of a new one.")
            .positive(),
        field("odds_specificity", &T::odds_specificity, "Odds ratio on its specificity, in place of a new one.")
            .positive(),
        field("where", &T::where, "Patients to whom it applies."),
    };
};
PATHECON_CODEC_HEADER(pathecon::effect::Detect);
