// SPDX-License-Identifier: MIT
#include "ledger/booking.hpp"

#include <cmath>

#include <pathecon/ledger/staffing.hpp>

namespace pathecon::ledger {
namespace {

std::int64_t count_of(Price const& price, Usage const& usage) {
    return ledger::count_of(price.per == Per::visit ? usage.visits : usage.outcomes, price.item);
}

/// Income of the payee is spending of the payer: two lines that cancel, whatever the sign.
void book_transfer(Booking& booking, Price const& price, double per_year, Line line) {
    double const moved = per_year * price.amount->pounds();
    auto const& rollout = booking.onset().benefits;
    line.owner = price.payee;
    add_yearly(booking.ledger(), line, moved, per_year, rollout);
    line.owner = price.payer;
    add_yearly(booking.ledger(), line, -moved, per_year, rollout);
}

void book_fewer(Booking& booking, Bill const& bill, Price const& price, double fewer, Line line) {
    auto const marginal = marginal_of(price);
    if (!marginal) {
        line.kind = Kind::unmonetised;
        booking.change(line, 0, -fewer);
        return;
    }
    units::Money saved = *marginal * fewer;
    // A budget line that names a staff group falls by that group's time, not by this item.
    if (!groups_of(bill.pathway).contains(price.item))
        for (auto const& cut : cuts_of(price.item, saved, bill.budget_lines)) {
            booking.cash(cut, {}, 0);
            saved -= cut.per_year;
        }
    line.kind = Kind::capacity;
    booking.change(line, saved.pounds(), -fewer);
}

void book_change(Booking& booking, Bill const& bill, Price const& price, std::int64_t difference, Usage const& now) {
    double const per_year = now.per_year(difference);
    Line line = booking.line(price);
    line.measure = price.per == Per::visit ? "visits" : "events";
    if (price.qalys.value != 0) {
        Line health = line;
        health.owner = "patient";
        health.payer.clear();
        health.payee.clear();
        health.kind = Kind::health;
        health.unit = Unit::qaly;
        if (price.qalys.evidence) health.source = price.qalys.evidence->source;
        booking.change(health, per_year * price.qalys.value, per_year);
    }
    auto const worth = marginal_of(price).value_or(price.amount.value).pounds();
    switch (kind_of(price)) {
    case Kind::health: return;
    case Kind::unmonetised: return booking.change(line, 0, per_year);
    case Kind::transfer: return book_transfer(booking, price, per_year, line);
    case Kind::societal: return booking.change(line, -per_year * worth, per_year);
    case Kind::cash:
    case Kind::capacity:
        if (worth == 0) return;
        if (per_year < 0) return book_fewer(booking, bill, price, -per_year, line);
        return booking.change(line, -per_year * worth, per_year);
    }
}

} // namespace

void book_visits(Booking& booking, Bill const& bill, Usage const& usual, Usage const& now) {
    for (auto const& price : bill.tariff.prices) {
        if (price.per == Per::hour) continue;
        auto const difference = count_of(price, now) - count_of(price, usual);
        if (difference != 0) book_change(booking, bill, price, difference, now);
    }
}

} // namespace pathecon::ledger
