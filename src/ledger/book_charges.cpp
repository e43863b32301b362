// SPDX-License-Identifier: MIT
#include "ledger/booking.hpp"

#include <pathecon/base/contract.hpp>
#include <pathecon/random/evidence.hpp>
#include <pathecon/units/week.hpp>

namespace pathecon::ledger {
namespace {

/// How many lists a session runs a year.
double lists_per_year(pathway::Pathway const& pathway, std::string const& name) {
    auto const* const session = pathway::find(pathway.sessions, name);
    PATHECON_EXPECTS(session, "a charge per session names a session of its arm");
    int per_week = 0;
    for (auto const& list : session->lists)
        if (auto const days = units::parse_days(list.days)) per_week += days->size();
    return per_week * (units::year / units::week);
}

void book(Booking& booking, Bill const& bill, effect::Charge const& charge, Usage const& now) {
    Line line = booking.line();
    line.payee.assign("supplier");
    line.outlay = true;
    line.item = charge.item;
    line.tool = charge.tool;
    if (charge.amount.evidence) line.source = charge.amount.evidence->source;
    double const amount = charge.amount->pounds();
    effect::Rollout const uses{.tool = charge.tool, .go_live = charge.go_live, .ramp = charge.ramp};
    switch (charge.per) {
    case effect::Per::once:
        if (amount == 0) return;
        line.amount = -amount;
        booking.ledger().add(line);
        return;
    case effect::Per::year:
        booking.steady(line, -amount, 0);
        return;
    case effect::Per::use: {
        PATHECON_EXPECTS(now.outcomes.contains(charge.counted_by), "a charge per use names an outcome of its arm");
        double const count = now.per_year(count_of(now.outcomes, charge.counted_by));
        line.measure = "uses";
        add_yearly(booking.ledger(), line, count == 0 ? 0 : -amount * count, count, uses);
        return;
    }
    case effect::Per::session: {
        double const count = lists_per_year(bill.pathway, charge.counted_by);
        line.measure = "sessions";
        booking.steady(line, count == 0 ? 0 : -amount * count, count, charge.go_live);
        return;
    }
    }
}

} // namespace

void book_charges(Booking& booking, Bill const& bill, Usage const& now) {
    for (auto const& charge : bill.charges) book(booking, bill, charge, now);
}

} // namespace pathecon::ledger
