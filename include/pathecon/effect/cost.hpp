// SPDX-License-Identifier: MIT
/// \file
/// Cost charges money for a tool.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include <pathecon/effect/context.hpp>
#include <pathecon/pathway/fields.hpp>

namespace pathecon::effect {

/// What an amount is charged for: once, each year, each use, or each list that a session runs.
enum class Per { once, year, use, session };

/// Charges `amount` for `item`. Per use: each visit of the activity `at` that uses the tool and meets `where`, counted
/// by an outcome that the effect adds. Per session: each list of the session `at`. The pathway is otherwise unchanged.
/// Costs that a tool always has stand in its `cost`; this verb is for further items.
struct Cost {
    std::string item{};
    random::Input<units::Money> amount{};
    Per per = Per::once;
    std::string at{};
    std::string where{};

    pathway::Pathway operator()(pathway::Pathway const& pathway, Context const& context) const;
    bool operator==(Cost const&) const = default;
};

} // namespace pathecon::effect

template <>
struct pathecon::base::EnumNames<pathecon::effect::Per> {
    using enum effect::Per;
    static constexpr auto names =
        std::array{std::pair{once, std::string_view{"once"}}, std::pair{year, std::string_view{"year"}},
                   std::pair{use, std::string_view{"use"}}, std::pair{session, std::string_view{"session"}}};
};

template <>
struct pathecon::base::Fields<pathecon::effect::Cost> {
    using T = effect::Cost;
    static constexpr std::string_view noun = "cost", sentence = "Charges money for a tool.";
    static constexpr auto table = std::tuple{
        field("item", &T::item, "What is paid for, unique in the tool.").required().positional(),
        field("amount", &T::amount, "Amount of each charge.").required().positional(),
        field("per", &T::per, "Charged once, each year, each use or each session.").required(),
        field("at", &T::at, "Activity whose visits are uses, or session whose lists are charged."),
        field("where", &T::where, "Patients whose visits are charged."),
    };
};
PATHECON_CODEC_HEADER(pathecon::effect::Cost);
