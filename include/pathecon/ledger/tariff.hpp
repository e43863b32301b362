// SPDX-License-Identifier: MIT
/// \file
/// A tariff is a set of prices of one edition and price year.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <pathecon/base/diagnostic.hpp>
#include <pathecon/ledger/price.hpp>

namespace pathecon::effect {
struct Applied;
}

namespace pathecon::ledger {

struct Tariff {
    std::string name{};
    std::string edition{};
    int price_year = 0;             ///< Year of the prices, such as 2025; 0 when not said.
    std::vector<Price> prices{};
    bool operator==(Tariff const&) const = default;
};

/// Finds the price of an item that is a cost or a value (not a transfer); null when there is none.
Price const* find_price(Tariff const& tariff, std::string_view item, Per per);

/// Lists what is wrong with the prices themselves (names, kinds, payees) and with their use on the arms' pathways: items that
/// no arm has, an activity on two costing bases (PE0501), hours claimed as cash without a budget line (PE0502).
base::Diagnostics faults_of(Tariff const& tariff, std::span<effect::Applied const> arms);

} // namespace pathecon::ledger

template <>
struct pathecon::base::Fields<pathecon::ledger::Tariff> {
    using T = ledger::Tariff;
    static constexpr std::string_view noun = "tariff", sentence = "A set of prices of one edition and price year.";
    static constexpr auto table = std::tuple{
        field("name", &T::name, "Name of the tariff.").key(),
        field("edition", &T::edition, "Edition or date of the source."),
        field("price_year", &T::price_year, "Year of the prices, such as 2025."),
        field("price", &T::prices, "The prices."),
    };
};
