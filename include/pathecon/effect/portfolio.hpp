// SPDX-License-Identifier: MIT
/// \file
/// A portfolio is the tools of an arm in their order; applying it gives the arm's pathway.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include <pathecon/effect/tool.hpp>

namespace pathecon::effect {

struct Portfolio {
    std::vector<Tool> tools{};

    Portfolio() = default;
    Portfolio(std::initializer_list<Tool> list)
        : tools(list)
    {}
    Portfolio(std::vector<Tool> list)
        : tools(std::move(list))
    {}

    [[nodiscard]] bool empty() const noexcept { return tools.empty(); }
    [[nodiscard]] std::size_t size() const noexcept { return tools.size(); }
    [[nodiscard]] auto begin() const noexcept { return tools.begin(); }
    [[nodiscard]] auto end() const noexcept { return tools.end(); }
    [[nodiscard]] auto begin() noexcept { return tools.begin(); }
    [[nodiscard]] auto end() noexcept { return tools.end(); }
    bool operator==(Portfolio const&) const = default;
};

/// Money that a tool asks for. `counted_by` is what the amount is multiplied with: the outcome that apply() added for a
/// charge per use, the session for one per session, nothing for the others. `amount` is one charge, positive for money
/// out.
struct Charge {
    std::string tool{};
    std::string item{};
    random::Input<units::Money> amount{};
    Per per = Per::once;
    std::string counted_by{};
    units::Duration go_live{};
    units::Duration ramp{};
    int price_year = 0;
    bool operator==(Charge const&) const = default;
};

/// One thing that an effect changed. A noun that is new or gone is one change, its text the noun as a file would say
/// it.
struct Change {
    std::string tool{};
    std::string effect{}; ///< Verb.
    std::string path{};   ///< `activity/read/adjustments/Voice/by`.
    std::string before{}; ///< Empty: was not there.
    std::string after{};  ///< Empty: is gone.
    std::string source{}; ///< Sources of the effect's numbers.
    bool operator==(Change const&) const = default;
};

/// What a portfolio made of a pathway.
struct Applied {
    pathway::Pathway pathway;
    std::vector<Charge> charges;
    std::vector<Change> changes;
    std::vector<Rollout> rollouts; ///< One a tool, in order.
    bool operator==(Applied const&) const = default;
};

/// Says whether changes are listed; a probabilistic analysis needs the list once, not once a draw.
enum class Changes { listed, skipped };

/// Applies every effect of every tool in order. Throws base::InvalidInput with the faults of all effects; an effect at
/// fault is left out while the others are tried. The empty portfolio returns the pathway unchanged.
[[nodiscard]] Applied apply(pathway::Pathway const& pathway, Portfolio const& portfolio,
                            Changes changes = Changes::listed);

/// Draws every tool; see draw(Tool).
[[nodiscard]] Portfolio draw(Portfolio const& portfolio, std::uint64_t seed, std::int64_t draw, std::int64_t n_draws);

/// Compares two pathways leaf by leaf under the paths of decoding; tool, effect and source are left empty.
[[nodiscard]] std::vector<Change> changes_between(pathway::Pathway const& before, pathway::Pathway const& after);

} // namespace pathecon::effect
