// SPDX-License-Identifier: MIT
/// \file
/// Bypass lets some patients skip an activity, and answers for the results that they would have had.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <tuple>

#include <pathecon/effect/context.hpp>
#include <pathecon/pathway/fields.hpp>

namespace pathecon::effect {

/// Lets `share` of the patients who meet `where` skip `activity`: they pass it at once and need nobody.
///
/// Who skips is an attribute, `<tool>/skip`, drawn at arrival from its own luck. When a test hangs on the activity,
/// those who skip must get a result from somewhere. `errors` is the share of *those who skip* who have what the test
/// looks for (1 less the negative predictive value of "skip this one"), not a share of all patients: 20 % skipped with
/// errors of 3.9 % puts 0.77 % of *all* films among the misclassified. Together with how common the condition is in the
/// pathway, `share` and `errors` give the chance to skip of those with and without the condition; a share that asks for
/// more patients with the condition than there are is refused. Without `errors`, skipping is independent of the
/// condition. Of those who skip, `missed` of the ones with the condition are called negative, and `recall` of the ones
/// without it are called positive.
///
/// The reader's finding of those who do not skip goes on as `<tool>/<test>`, drawn as ever; `test` itself is then known
/// at
/// `<tool>/settle`, a step of no time right behind, which everybody passes. Clocks that run from or to the end of the
/// activity, counts of what tools are used for, and counts that ask for `test` move to that step, at the same instant.
/// Other counts at the activity go on counting those who do not skip. The pathway is changed even when `share` is 0.
struct Bypass {
    std::string activity{};
    random::Input<units::Probability> share{units::Probability{1.0}};
    std::string where{};
    std::string test{}; ///< Test of the activity; may be left out when it is the only one.
    std::optional<random::Input<units::Probability>> errors{};         ///< P(condition | skipped).
    random::Input<units::Probability> missed{units::Probability{1.0}}; ///< P(negative | skipped, condition).
    random::Input<units::Probability> recall{};                        ///< P(positive | skipped, no condition).

    pathway::Pathway operator()(pathway::Pathway const& pathway, Context const& context) const;
    bool operator==(Bypass const&) const = default;
};

} // namespace pathecon::effect

template <>
struct pathecon::base::Fields<pathecon::effect::Bypass> {
    using T = effect::Bypass;
    static constexpr std::string_view noun = "bypass", sentence = "Lets some patients skip an activity.";
    static constexpr auto table = std::tuple{
        field("activity", &T::activity, "Activity that is skipped.").required().positional(),
        field("share", &T::share, "Share of the patients who meet 'where' and skip it.")
            .unit("probability")
            .positional(),
        field("where", &T::where, "Patients who may skip it."),
        field("test", &T::test, "Test of the activity that those who skip need a result of."),
        field("errors", &T::errors, "Share of those who skip who have the test's condition.").unit("probability"),
        field("missed", &T::missed, "Share of them who are called negative.").unit("probability"),
        field("recall", &T::recall, "Share of those who skip without the condition who are called positive.")
            .unit("probability"),
    };
};
PATHECON_CODEC_HEADER(pathecon::effect::Bypass);
