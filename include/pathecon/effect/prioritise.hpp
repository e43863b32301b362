// SPDX-License-Identifier: MIT
/// \file
/// Prioritise flags some patients and serves them first.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <tuple>

#include <pathecon/effect/context.hpp>
#include <pathecon/pathway/fields.hpp>

namespace pathecon::effect {

/// Gives the flagged a shorter booking lag as well: a decision about slots, not about the order of a queue.
struct UrgentBooking {
    std::string activity{};          ///< Activity with a booking lag.
    pathway::TimeDistribution lag{}; ///< Lag of the flagged.
    bool operator==(UrgentBooking const&) const = default;
};

/// Flags patients for a condition and serves the flagged at `level` in the queue of `activity`; others keep their
/// level.
///
/// The flag is an attribute drawn at arrival from its own luck: the tool has its opinion before anybody reads. What the
/// reader finds is not touched. Two ways to say how good the flag is:
/// - `sensitivity` with `flags`: P(flag | condition) and P(flag | not condition);
/// - `auc` with `flags`: the share of *all* patients at the activity who are flagged, at the threshold that gives it;
/// see
///   `sensitivity_at`.
///
/// The new rule stands before the first rule with a higher level, so that nobody who is served sooner now is put back.
/// Flags 0 with sensitivity 0 flag nobody: the results are those of the pathway without it. `urgent_booking` leaves the
/// remark PE0401, because the slots that the flagged get are taken from others whom the pathway does not show.
struct Prioritise {
    std::string activity{};
    std::string condition{};
    std::optional<random::Input<units::Probability>> sensitivity{};
    std::optional<random::Input<units::Probability>> auc{}; ///< In place of `sensitivity`, in (0, 1).
    random::Input<units::Probability> flags{};
    int level = 0;
    std::string flag{};  ///< Name of the attribute; empty means `<tool>/flag`.
    std::string where{}; ///< Patients whom the tool looks at.
    std::optional<UrgentBooking> urgent_booking{};

    pathway::Pathway operator()(pathway::Pathway const& pathway, Context const& context) const;
    bool operator==(Prioritise const&) const = default;
};

/// Returns P(flag | condition) of a score with area `auc` under its ROC curve, at the threshold that flags a share
/// `flags` of all patients when a share `prevalence` has the condition. Binormal model with equal variances: the score
/// is N(0, 1) without and N(d, 1) with the condition, auc = Phi(d / sqrt 2) (Green and Swets, Signal Detection Theory
/// and Psychophysics, 1966; Hanley and McNeil, Radiology 143 (1982), 29-36). Requires 0 < auc < 1, 0 <= flags <= 1, 0
/// <= prevalence <= 1.
double sensitivity_at(double auc, double flags, double prevalence);

} // namespace pathecon::effect

template <>
struct pathecon::base::Fields<pathecon::effect::UrgentBooking> {
    using T = effect::UrgentBooking;
    static constexpr std::string_view noun = "urgent_booking",
                                      sentence = "A shorter booking lag for those who are flagged.";
    static constexpr auto table = std::tuple{
        field("activity", &T::activity, "Activity with a booking lag.").required().positional(),
        field("lag", &T::lag, "Lag of those who are flagged.").required().positional(),
    };
};

template <>
struct pathecon::base::Fields<pathecon::effect::Prioritise> {
    using T = effect::Prioritise;
    static constexpr std::string_view noun = "prioritise", sentence = "Flags some patients and serves them first.";
    static constexpr auto table = std::tuple{
        field("activity", &T::activity, "Activity whose queue is put in order.").required().positional(),
        field("condition", &T::condition, "What the flag looks for: a condition on attributes.").required(),
        field("sensitivity", &T::sensitivity, "Share flagged of those who have the condition.").unit("probability"),
        field("auc", &T::auc, "Area under the ROC curve, in place of the sensitivity.").unit("probability"),
        field("flags", &T::flags, "Share flagged: of those without the condition; with 'auc', of all.")
            .required()
            .unit("probability"),
        field("level", &T::level, "Level at which the flagged are served; lower goes first, others have 100.")
            .at_least(0.0),
        field("flag", &T::flag, "Name of the attribute that says who is flagged; '<tool>/flag' when left out."),
        field("where", &T::where, "Patients whom the tool looks at."),
        field("urgent_booking", &T::urgent_booking,
              "A shorter booking lag for the flagged; its opportunity cost is not modelled."),
    };
};
PATHECON_CODEC_HEADER(pathecon::effect::UrgentBooking);
PATHECON_CODEC_HEADER(pathecon::effect::Prioritise);
