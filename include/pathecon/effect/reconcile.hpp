// SPDX-License-Identifier: MIT
/// \file
/// Reconcile sends the cases on which tool and reader disagree to a second look.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include <pathecon/effect/context.hpp>
#include <pathecon/pathway/fields.hpp>

namespace pathecon::effect {

/// Puts a review of the discordant behind `activity`, whose `test` is the reader's finding.
///
/// Who is reviewed is said in one of two ways:
/// - `flag`: those on whom the flag and the finding really differ, each patient by their own flag and finding;
/// - `discordance`: a share that a study observed, drawn from its own luck, so that the number of reviews is met in
///   expectation whatever the flag and the reader are assumed to do. Its cases may name the flag, the finding and
///   attributes: they are the joint table. docs/decisions/0005 says why there are two ways and not one.
///
/// Of those reviewed, the share `actionable` x `action` with a negative finding turns positive; a positive finding
/// stays. From then on `test` means the finding after the review, everywhere in the pathway; the first finding goes on
/// as `<tool>/<test>`. Three steps follow `activity`: `<tool>/compare` (no time), the review, and `<tool>/settle` (no
/// time), at which `test` is known. Outcomes that count `test` at the activity are counted at `<tool>/settle`; a clock
/// that stops at the activity and asks for `test` asks for the first finding.
struct Reconcile {
    std::string activity{};
    std::string test{};
    std::string flag{};                                                ///< Attribute.
    std::optional<pathway::Chance> discordance{};                      ///< In place of `flag`.
    pathway::TimeDistribution review{};                                ///< Time of a review.
    std::vector<pathway::Use> uses{};                                  ///< Who reviews.
    pathway::Chance actionable{};                                      ///< P(a finding to act on | reviewed).
    random::Input<units::Probability> action{units::Probability{1.0}}; ///< Share of these that are acted on.
    int level = 100;     ///< Level of the reviews in the queue; 100 is that of everybody.
    std::string where{}; ///< Patients whom the tool looks at.
    std::string name{};  ///< Name of the review; empty means `<tool>/review`.

    pathway::Pathway operator()(pathway::Pathway const& pathway, Context const& context) const;
    bool operator==(Reconcile const&) const = default;
};

} // namespace pathecon::effect

template <>
struct pathecon::base::Fields<pathecon::effect::Reconcile> {
    using T = effect::Reconcile;
    static constexpr std::string_view noun = "reconcile",
                                      sentence = "Sends the cases on which tool and reader disagree to a second look.";
    static constexpr auto table = std::tuple{
        field("activity", &T::activity, "Activity in which the reader comes to a finding.").required().positional(),
        field("test", &T::test, "The reader's finding.").required(),
        field("flag", &T::flag, "The tool's flag: those on whom flag and finding differ are reviewed."),
        field("discordance", &T::discordance, "Share that is reviewed, in place of 'flag'."),
        field("review", &T::review, "How long a review takes.").required(),
        field("uses", &T::uses, "Who reviews.").required(),
        field("actionable", &T::actionable, "Share of the reviewed with a finding to act on.").required(),
        field("action", &T::action, "Share of these that are acted on, so that a negative finding turns positive.")
            .unit("probability"),
        field("level", &T::level, "Level of the reviews in the queue; 100 is that of everybody.").at_least(0.0),
        field("where", &T::where, "Patients whom the tool looks at."),
        field("name", &T::name, "Name of the review; '<tool>/review' when left out."),
    };
};
PATHECON_CODEC_HEADER(pathecon::effect::Reconcile);
