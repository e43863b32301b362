// SPDX-License-Identifier: MIT
/// \file
/// A worth is what an arm's change comes to in one draw: yearly flows, plain and discounted. Worths add up.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <pathecon/base/field.hpp>
#include <pathecon/econ/estimate.hpp>
#include <pathecon/econ/terms.hpp>
#include <pathecon/ledger/ledger.hpp>

namespace pathecon::econ {

/// Kinds counted, each level with those before it: cash; and capacity; and health; and societal.
enum class Level { cash, capacity, health, societal };
inline constexpr std::size_t level_count = 4;

/// Health is in pounds at the terms' `qaly_value` here; transfers count for their owners only.
class Worth {
public:
    Worth() = default;
    Worth(std::size_t years, std::size_t owners);

    /// Present value of what the tools themselves cost, as a positive number, £.
    [[nodiscard]] double outlay() const;
    /// Present value of the consequences of one kind, £.
    [[nodiscard]] double consequence(ledger::Kind kind) const;
    /// Present value of all consequences of a level, £.
    [[nodiscard]] double benefit(Level level) const;
    [[nodiscard]] double npv(Level level) const { return benefit(level) - outlay(); }
    /// The flows of a level with the outlay, at time 0 and year by year, £.
    [[nodiscard]] std::vector<double> flows(Level level, bool discounted = false) const;

    Worth& operator+=(Worth const& other);
    Worth& operator-=(Worth const& other);
    Worth& operator*=(double factor);

    double qalys = 0;                   ///< Discounted.
    double gross_cost = 0;              ///< Discounted; not a change.
    std::vector<double> owner_cash{};   ///< [owner], discounted, cash and transfers.
    std::vector<double> owner_value{};  ///< [owner], discounted, every kind.

private:
    friend struct Worths worths_of(ledger::Ledger const&, Terms const&, int);
    static constexpr std::size_t rows = 1 + ledger::kind_count;     // outlay, then the kinds
    template <class Combine>
    void combine(Worth const& other, Combine with);

    std::size_t slots_ = 0;             // time 0 and the years
    std::vector<double> plain_{}, discounted_{};
};

/// The worths of an arm.
struct Worths {
    Terms terms;
    std::vector<std::string> owners{};
    std::vector<Worth> draws{};
    std::vector<Worth> left_out{};      ///< Of a single draw, without each replication in turn.
    [[nodiscard]] Worth mean() const;
};

/// Adds up an arm's lines. Requires an arm of the ledger.
Worths worths_of(ledger::Ledger const& ledger, Terms const& terms, int arm);

/// Estimates `of(worth)`: at the mean of the draws (so a ratio is one of expectations), with the percentiles over the draws and the
/// jackknife's standard error. A single draw has limits from its replications.
template <class Of>
Estimate estimate(Worths const& worths, Of of);

namespace detail {
Estimate estimate_draws(double mean, std::vector<double> each, std::vector<double> const& without, double level);
Estimate estimate_replications(double mean, std::vector<double> const& without, double level);
} // namespace detail

template <class Of>
Estimate estimate(Worths const& worths, Of of) {
    double const mean = of(worths.mean());
    std::vector<double> each, without;
    if (worths.draws.size() < 2) {
        for (auto const& worth : worths.left_out) without.push_back(of(worth));
        return detail::estimate_replications(mean, without, worths.terms.level);
    }
    Worth sum = worths.draws.front();
    for (std::size_t draw = 1; draw < worths.draws.size(); ++draw) sum += worths.draws[draw];
    for (auto const& worth : worths.draws) {
        each.push_back(of(worth));
        Worth rest = sum;
        rest -= worth;
        rest *= 1.0 / static_cast<double>(worths.draws.size() - 1);
        without.push_back(of(rest));
    }
    return detail::estimate_draws(mean, std::move(each), without, worths.terms.level);
}

} // namespace pathecon::econ

template <>
struct pathecon::base::EnumNames<pathecon::econ::Level> {
    using Level = econ::Level;
    static constexpr std::array<std::pair<Level, std::string_view>, econ::level_count> names{
        {{Level::cash, "cash"}, {Level::capacity, "capacity"}, {Level::health, "health"}, {Level::societal, "societal"}}};
};
