// SPDX-License-Identifier: MIT
#include <pathecon/ledger/price.hpp>

#include <pathecon/ledger/tariff.hpp>

namespace pathecon::ledger {

Kind kind_of(Price const& price) {
    if (price.kind) return *price.kind;
    return price.per == Per::hour ? Kind::capacity : Kind::cash;
}

std::optional<units::Money> marginal_of(Price const& price) {
    if (price.marginal) return price.marginal->value;
    if (price.per != Per::visit || price.basis == Basis::bottom_up) return price.amount.value;
    return std::nullopt;
}

Price const* find_price(Tariff const& tariff, std::string_view item, Per per) {
    for (auto const& price : tariff.prices)
        if (price.item == item && price.per == per && kind_of(price) != Kind::transfer) return &price;
    return nullptr;
}

} // namespace pathecon::ledger
