// SPDX-License-Identifier: MIT
/// \file
/// Insert puts a new activity in the way.
#pragma once

#include <string>
#include <string_view>
#include <tuple>

#include <pathecon/effect/context.hpp>
#include <pathecon/pathway/fields.hpp>

namespace pathecon::effect {

/// Puts `activity` right `after` or right `before` a step. Those who do not use the tool, or do not meet `where`, pass
/// it at once. After a step: patients go on as they would have from that step, with the same luck; tests, outcomes and
/// clocks that hang on the step stay there. Before a step: everybody who came to the step comes to the new activity
/// first; a clock that starts with the arrival at the step starts behind it. A fork has no place after it and a join
/// none before it. An activity that takes no time and no resource changes no result.
struct Insert {
    pathway::Activity activity{};
    std::string after{};
    std::string before{};    ///< In place of `after`.
    std::string where{};     ///< Patients who need it, besides the activity's own condition.
    std::string luck_name{}; ///< Activity that it stands in for, whose luck it takes.

    pathway::Pathway operator()(pathway::Pathway const& pathway, Context const& context) const;
    bool operator==(Insert const&) const = default;
};

} // namespace pathecon::effect

template <>
struct pathecon::base::Fields<pathecon::effect::Insert> {
    using T = effect::Insert;
    static constexpr std::string_view noun = "insert", sentence = "Puts a new activity in the way.";
    static constexpr auto table = std::tuple{
        field("activity", &T::activity, "The new activity.").required().positional(),
        field("after", &T::after, "Step that it comes after."),
        field("before", &T::before, "Step that it comes before, in place of 'after'."),
        field("where", &T::where, "Patients who need it."),
        field("luck_name", &T::luck_name, "Activity that it stands in for, whose luck it takes."),
    };
};
PATHECON_CODEC_HEADER(pathecon::effect::Insert);
