// SPDX-License-Identifier: MIT
#include "ledger/booking.hpp"

#include <algorithm>

#include <pathecon/random/evidence.hpp>

namespace pathecon::ledger {
namespace {

std::string source_of(Price const& price) {
    auto const& evidence = price.marginal && price.marginal->evidence ? price.marginal->evidence : price.amount.evidence;
    return evidence ? evidence->source : std::string{};
}

} // namespace

Line Booking::line(Price const& price) const {
    Line line = line_;
    line.owner = line.payer = price.payer;
    line.payee = price.payee;
    line.kind = kind_of(price);
    line.item = price.item;
    line.source = source_of(price);
    return line;
}

void Booking::change(Line line, double per_year, double quantity_per_year) {
    add_yearly(ledger_, std::move(line), per_year, quantity_per_year, onset_.rollout(per_year));
}

void Booking::steady(Line line, double per_year, double quantity_per_year, units::Duration start) {
    effect::Rollout at_once;
    at_once.go_live = start;
    add_yearly(ledger_, std::move(line), per_year, quantity_per_year, at_once);
}

void Booking::cash(Cut const& cut, std::string const& resource, double hours_per_year) {
    Line line = line_;
    line.owner = line.payer = cut.owner;
    line.kind = Kind::cash;
    line.item = cut.budget_line;
    line.resource = resource;
    line.measure = hours_per_year > 0 ? "h" : "steps";
    line.source = cut.source;
    auto const quantity = hours_per_year > 0 ? hours_per_year : static_cast<double>(cut.steps);
    steady(std::move(line), cut.per_year.pounds(), quantity, onset_.benefits.go_live + onset_.benefits.ramp + cut.lead);
}

void Booking::warn(int code, std::string const& path, std::string message, std::string hint) {
    auto const& known = ledger_.warnings.all();
    auto const same = [&](auto const& warning) { return warning.code == code && warning.path == path; };
    if (std::none_of(known.begin(), known.end(), same)) ledger_.warnings.warning(code, path, std::move(message), std::move(hint));
}

} // namespace pathecon::ledger
