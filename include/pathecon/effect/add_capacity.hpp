// SPDX-License-Identifier: MIT
/// \file
/// AddCapacity adds a shift to a resource, or a list or slots to a session.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <tuple>

#include <pathecon/effect/context.hpp>
#include <pathecon/pathway/fields.hpp>

namespace pathecon::effect {

/// Adds `shift` to the rota of `resource`, or `list` to `session`, or `slots` to each list of `session`. It does not
/// wait for adoption: staff who are there are there. What the extra staff cost is the tool's cost, or an alternative
/// arm's. A resource without a rota makes nobody wait, so nothing can be added to it: that is refused.
struct AddCapacity {
    std::string resource{};
    std::optional<pathway::Shift> shift{};
    std::string session{}; ///< In place of `resource`.
    std::optional<pathway::SessionList> list{};
    int slots = 0; ///< More slots on each list of `session`.

    pathway::Pathway operator()(pathway::Pathway const& pathway, Context const& context) const;
    bool operator==(AddCapacity const&) const = default;
};

} // namespace pathecon::effect

template <>
struct pathecon::base::Fields<pathecon::effect::AddCapacity> {
    using T = effect::AddCapacity;
    static constexpr std::string_view noun = "add_capacity",
                                      sentence = "Adds a shift to a resource, or a list or slots to a session.";
    static constexpr auto table = std::tuple{
        field("resource", &T::resource, "Resource that gets a shift."),
        field("shift", &T::shift, "The shift."),
        field("session", &T::session, "Session that gets a list or slots, in place of a resource."),
        field("list", &T::list, "The list."),
        field("slots", &T::slots, "More slots on each list that there is.").at_least(0.0),
    };
};
PATHECON_CODEC_HEADER(pathecon::effect::AddCapacity);
