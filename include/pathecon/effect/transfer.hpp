// SPDX-License-Identifier: MIT
/// \file
/// Transfer moves work from those who do it to somebody else.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <tuple>

#include <pathecon/effect/context.hpp>
#include <pathecon/pathway/fields.hpp>

namespace pathecon::effect {

/// Takes `time`, or a `share` of the time, of each visit of `activity` from the resource `from` and gives it to `to`.
///
/// `from` is what the activity uses, the resource of its session, or somebody who attends. When `from` does the
/// activity, the activity is shorter by what is moved, so everything else that it holds is freed for that time too; a
/// visit is never shorter than nothing, while `to` gets the full time.
///
/// Without `as_activity` nobody waits for `to`: its time is counted, as attendance. With `as_activity` the work of `to`
/// is a new activity of that name right after this one, for which patients wait; a share then takes exactly that share
/// of the same visit's time. A share that is moved for some visits only needs `as_activity`. A share of 1 is refused:
/// bypass the activity and insert another instead. Moving nothing returns the pathway unchanged.
struct Transfer {
    std::string activity{};
    std::string from{};
    std::string to{};
    std::optional<random::Input<units::Duration>> time{};
    std::optional<random::Input<units::Probability>> share{}; ///< In place of `time`.
    std::string where{};
    std::string as_activity{};

    pathway::Pathway operator()(pathway::Pathway const& pathway, Context const& context) const;
    bool operator==(Transfer const&) const = default;
};

} // namespace pathecon::effect

template <>
struct pathecon::base::Fields<pathecon::effect::Transfer> {
    using T = effect::Transfer;
    static constexpr std::string_view noun = "transfer", sentence = "Moves work from those who do it to somebody else.";
    static constexpr auto table = std::tuple{
        field("activity", &T::activity, "Activity that the work belongs to.").required().positional(),
        field("from", &T::from, "Resource that does it now.").required(),
        field("to", &T::to, "Resource that will do it.").required(),
        field("time", &T::time, "Time moved on each visit."),
        field("share", &T::share, "Share of the time moved on each visit, in place of 'time'.").unit("probability"),
        field("where", &T::where, "Patients to whom it applies."),
        field("as_activity", &T::as_activity, "Name of the new activity in which patients wait for 'to'."),
    };
};
PATHECON_CODEC_HEADER(pathecon::effect::Transfer);
