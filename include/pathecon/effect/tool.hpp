// SPDX-License-Identifier: MIT
/// \file
/// A tool is a product that acts on a pathway: its effects, what it costs and what is known of it.
#pragma once

#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include <pathecon/effect/effect.hpp>

namespace pathecon::effect {

/// What a tool costs. Uses are the visits of `used_at` that use the tool and meet `used_where`; sessions are the lists
/// of the session of that activity.
struct ToolCost {
    random::Input<units::Money> once{};
    random::Input<units::Money> per_year{};
    random::Input<units::Money> per_use{};
    random::Input<units::Money> per_session{};
    std::string used_at{};
    std::string used_where{};
    random::Input<double> optimism_bias{}; ///< Added to every amount, as a share of it; not for one that has a prior.
    int price_year = 0;
    bool operator==(ToolCost const&) const = default;
};

struct Tool {
    std::string name{};
    std::string category{};
    std::vector<Effect> effects{};
    ToolCost cost{};
    std::string evidence{}; ///< Grade and notes, shown beside every result.
    bool operator==(Tool const&) const = default;
};

/// Returns the tool with every uncertain input drawn: of its effects, its cost, and user code with a field table.
/// Inputs are named `tool/<name>/...`, so that a tool draws the same numbers in every arm. Draw -1 gives base values.
[[nodiscard]] Tool draw(Tool const& tool, std::uint64_t seed, std::int64_t draw, std::int64_t n_draws);

/// Returns how the use of a tool is drawn: per patient when one of its effects must know whom it looks at before the
/// visit.
[[nodiscard]] Drawn drawn_of(Tool const& tool);

/// Lists what is wrong with the tool itself, whatever the pathway.
[[nodiscard]] base::Diagnostics faults_of(Tool const& tool);

} // namespace pathecon::effect

template <>
struct pathecon::base::Fields<pathecon::effect::ToolCost> {
    using T = effect::ToolCost;
    static constexpr std::string_view noun = "cost", sentence = "What a tool costs.";
    static constexpr auto table = std::tuple{
        field("once", &T::once, "Paid once, at the decision."),
        field("per_year", &T::per_year, "Paid each year."),
        field("per_use", &T::per_use, "Paid each use."),
        field("per_session", &T::per_session, "Paid each list of the session of 'used_at'."),
        field("used_at", &T::used_at, "Activity whose visits are uses."),
        field("used_where", &T::used_where, "Patients whose visits are uses."),
        field("optimism_bias", &T::optimism_bias, "Share added to every amount; not for one that is uncertain.")
            .at_least(0.0),
        field("price_year", &T::price_year, "Year of the prices.").bounds(0, 2200),
    };
};

template <>
struct pathecon::base::Fields<pathecon::effect::Tool> {
    using T = effect::Tool;
    static constexpr std::string_view noun = "tool", sentence = "A product that acts on a pathway.";
    static constexpr auto table = std::tuple{
        field("name", &T::name, "Name of the tool, unique in the study.").required().key(),
        field("category", &T::category, "Kind of tool."),
        field("effects", &T::effects, "What it does, in this order."),
        field("cost", &T::cost, "What it costs."),
        field("evidence", &T::evidence, "What is known of it, and how well."),
    };
};
PATHECON_CODEC_HEADER(pathecon::effect::ToolCost);
PATHECON_CODEC_HEADER(pathecon::effect::Tool);
