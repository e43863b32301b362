// SPDX-License-Identifier: MIT
#include "ledger/booking.hpp"

#include <set>

#include <fmt/format.h>

#include <pathecon/ledger/staffing.hpp>
#include <pathecon/units/format.hpp>

namespace pathecon::ledger {
namespace {

/// The groups at whose steps a visit has a price: time of theirs that is not priced by the hour is in it.
std::set<std::string, std::less<>> covered_groups(Bill const& bill) {
    std::set<std::string, std::less<>> covered;
    for (auto const& price : bill.tariff.prices) {
        if (price.per != Per::visit || kind_of(price) == Kind::transfer) continue;
        covered.merge(groups_at(bill.pathway, price.item));
        for (auto const& step : price.covers) covered.merge(groups_at(bill.pathway, step));
    }
    return covered;
}

void warn_of_unpriced(Booking& booking, std::string const& group, double hours) {
    auto const& arm = booking.ledger().arms[static_cast<std::size_t>(booking.line().arm)];
    booking.warn(503, fmt::format("arm/{}/{}", arm, group),
                 fmt::format("'{}' adds {} h a year of '{}', which has no price: this cost is missing from every result", arm,
                             units::human(hours), group),
                 fmt::format("add a price of '{}' per hour", group));
}

/// What an hour is worth; nothing without a price, or when it is a memorandum.
double rate_of(Price const* price) {
    return price && kind_of(*price) != Kind::unmonetised ? marginal_of(*price)->pounds() : 0.0;
}

/// Time that patients or carers give or get back counts in both directions; nobody's budget and no queue is asked.
void book_linear(Booking& booking, Line line, double rate, double hours_gained) {
    booking.change(std::move(line), rate * hours_gained, hours_gained);
}

void book_release(Booking& booking, Usage const& now, Price const* price, Release const& release, Line line) {
    for (auto const& cut : release.cuts) booking.cash(cut, release.group, now.hours_per_year(cut.ticks));
    double const rate = rate_of(price);
    if (release.capacity != 0) {
        double const hours = now.hours_per_year(release.capacity);
        line.kind = rate > 0 ? Kind::capacity : Kind::unmonetised;
        booking.change(line, rate * hours, hours);
    }
    if (release.absorbed > 0) {
        line.kind = Kind::unmonetised;
        line.item = "absorbed time";
        booking.change(line, 0, now.hours_per_year(release.absorbed));
    }
    if (release.cash > 0 && release.used > release.capacity)
        booking.warn(504, "budget_line/" + release.cuts.front().budget_line,
                     fmt::format("takes {} h a year of '{}' as cash that the simulated queue uses: the waits shown need that time",
                                 units::human(now.hours_per_year(release.used - release.capacity)), release.group),
                     "read the waits of this arm as those without the cut, or drop the budget line");
}

void book_addition(Booking& booking, Bill const& bill, Usage const& now, Price const* price, Release const& release, Line line) {
    double const rate = rate_of(price);
    if (release.opened > 0) {
        double const hours = now.hours_per_year(release.opened);
        line.kind = rate > 0 ? Kind::cash : Kind::unmonetised;
        line.outlay = true;
        line.item = "added rota time";
        booking.steady(line, rate == 0 ? 0 : -rate * hours, hours, booking.onset().harms);
        if (rate > 0)
            booking.warn(514, "price/" + price->item,
                         fmt::format("{} h a year of rota time are added and charged at {} an hour", units::human(hours),
                                     units::human(units::pounds(rate))),
                         "leave them out of the tool's own cost");
    }
    if (release.added > 0) {
        double const hours = now.hours_per_year(release.added);
        line.kind = rate > 0 ? Kind::capacity : Kind::unmonetised;
        line.outlay = false;
        line.item = "added time";
        booking.steady(line, rate == 0 ? 0 : -rate * hours, -hours, booking.onset().harms);
    }
    if (!price && (release.opened > 0 || !covered_groups(bill).contains(release.group)))
        warn_of_unpriced(booking, release.group, now.hours_per_year(release.added + release.opened));
}

} // namespace

void book_time(Booking& booking, Bill const& bill, Usage const& usual, Usage const& now) {
    for (auto const& release : realise(usual, now, bill.budget_lines)) {
        auto const* const price = find_price(bill.tariff, release.group, Per::hour);
        Line line = price ? booking.line(*price) : booking.line();
        line.item = release.group;
        line.resource = release.group;
        line.measure = "h";
        if (price && kind_of(*price) == Kind::societal) {
            auto const gained = count_of(usual.worked, release.group) - count_of(now.worked, release.group);
            book_linear(booking, line, marginal_of(*price)->pounds(), now.hours_per_year(gained));
            continue;
        }
        if (release.released > 0) book_release(booking, now, price, release, line);
        if (release.opened > 0 || release.added > 0) book_addition(booking, bill, now, price, release, line);
    }
}

} // namespace pathecon::ledger
