// SPDX-License-Identifier: MIT
#include "ledger/booking.hpp"

#include <fmt/format.h>

#include <pathecon/ledger/staffing.hpp>

namespace pathecon::ledger {
namespace {

/// Books a year's cost, or a year's income of the payee beside the payer's spending.
void book(Booking& booking, Price const& price, double quantity, std::string measure) {
    Line line = booking.line(price);
    line.measure = std::move(measure);
    if (kind_of(price) == Kind::unmonetised) return booking.steady(line, 0, quantity);
    double const amount = price.amount->pounds();
    if (amount == 0 || quantity == 0) return;
    if (kind_of(price) == Kind::transfer) {
        line.owner = price.payee;
        booking.steady(line, amount * quantity, quantity);
        line.owner = price.payer;
    }
    booking.steady(line, -amount * quantity, quantity);
}

void book_events(Booking& booking, Price const& price, Usage const& own) {
    bool const visit = price.per == Per::visit;
    double const count = own.per_year(count_of(visit ? own.visits : own.outcomes, price.item));
    if (price.qalys.value != 0 && count != 0) {
        Line line = booking.line();
        line.owner = "patient";
        line.payer.clear();
        line.kind = Kind::health;
        line.unit = Unit::qaly;
        line.item = price.item;
        line.measure = visit ? "visits" : "events";
        booking.steady(line, count * price.qalys.value, count);
    }
    if (kind_of(price) != Kind::health) book(booking, price, count, visit ? "visits" : "events");
}

} // namespace

void book_gross(Booking& booking, Bill const& bill, Usage const& own, Usage const& all) {
    std::vector<std::string> covered;
    for (auto const& price : bill.tariff.prices)
        if (price.per == Per::visit && price.basis == Basis::top_down && kind_of(price) != Kind::transfer) {
            covered.push_back(price.item);
            covered.insert(covered.end(), price.covers.begin(), price.covers.end());
        }
    auto const held = worked_at(bill.pathway, own, covered);
    for (auto const& price : bill.tariff.prices) {
        if (price.per != Per::hour) {
            book_events(booking, price, own);
            continue;
        }
        auto const worked = count_of(own.worked, price.item);
        auto const ticks = worked - count_of(held, price.item);
        // Attendance is rounded to the tick a visit, so a group that works at covered steps only may come out a few ticks below 0.
        if (ticks > 0) book(booking, price, own.hours_per_year(ticks), "h");
    }
    book_charges(booking, bill, all);
}

} // namespace pathecon::ledger
