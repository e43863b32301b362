// SPDX-License-Identifier: MIT
#include <pathecon/econ/discount.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

#include <pathecon/base/contract.hpp>

namespace pathecon::econ {
namespace {

/// Integrates the continuous factor from 0 to `time`, or gives the factor at `time`.
struct Accumulated {
    double area = 0, factor = 1;
};

Accumulated accumulate(Rates const& rates, double from, double to) {
    Accumulated sum;
    for (std::size_t i = 0; i < rates.size(); ++i) {
        // The rate of year y holds over the time from y - 1 to y.
        double const begin = rates[i].from - 1;
        double const end = i + 1 < rates.size() ? rates[i + 1].from - 1 : std::numeric_limits<double>::infinity();
        double const force = std::log1p(rates[i].rate);
        double const before = std::clamp(from, begin, end) - begin;
        double const inside = std::clamp(to, begin, end) - begin - before;
        double const start = sum.factor * std::exp(-force * before);
        if (inside > 0) sum.area += start * (force == 0 ? inside : -std::expm1(-force * inside) / force);
        sum.factor = start * std::exp(-force * inside);
        if (!(to > end)) break;
    }
    return sum;
}

std::int64_t ceil_years(units::Duration time) {
    auto const year = units::year.ticks();
    return (time.ticks() + year - 1) / year;
}

} // namespace

Rates flat_rate(double rate) { return {{1, rate}}; }

Rates green_book_2026(Series series) {
    switch (series) {
    case Series::standard: return {{1, 0.035}, {31, 0.030}, {76, 0.025}, {126, 0.020}, {201, 0.015}, {301, 0.010}};
    case Series::health: return {{1, 0.0150}, {31, 0.0129}, {76, 0.0107}, {126, 0.0086}, {201, 0.0064}, {301, 0.0043}};
    case Series::sensitivity: return {{1, 0.0300}, {31, 0.0257}, {76, 0.0214}, {126, 0.0171}, {201, 0.0129}, {301, 0.0086}};
    }
    return {};
}

Rates rates_of(Terms const& terms, ledger::Unit unit) {
    bool const health = unit == ledger::Unit::qaly;
    switch (terms.schedule) {
    case Schedule::flat: return flat_rate(health ? terms.health_discount_rate.value() : terms.discount_rate.value());
    case Schedule::green_book_2026: return green_book_2026(health ? Series::health : Series::standard);
    case Schedule::green_book_2026_sensitivity: return green_book_2026(health ? Series::health : Series::sensitivity);
    }
    return {};
}

double factor(Rates const& rates, int year) {
    PATHECON_EXPECTS(year >= 0, "a year index counts from 0");
    double result = 1;
    std::size_t step = 0;
    for (int y = 1; y <= year; ++y) {
        while (step + 1 < rates.size() && rates[step + 1].from <= y) ++step;
        result /= 1 + rates[step].rate;
    }
    return result;
}

double continuous_factor(Rates const& rates, double from, double to) {
    PATHECON_EXPECTS(0 <= from && from <= to, "a span runs forward from time 0");
    if (from == to) return accumulate(rates, from, from).factor;
    return accumulate(rates, from, to).area / (to - from);
}

std::vector<YearPart> year_parts(Terms const& terms, Rates const& rates, units::Duration from, units::Duration to) {
    bool const continuous = terms.timing == Timing::continuous;
    auto const index = [&](int year) { return year == 0 ? 0 : year - 1 + terms.first_year; };
    if (from == to) {
        if (from > terms.horizon) return {};
        // An instant at the end of a year belongs to it when years are discounted from their end, to the next one otherwise.
        bool const next = terms.first_year == 0 && from.ticks() > 0 && from.ticks() % units::year.ticks() == 0;
        int const year = static_cast<int>(ceil_years(from)) + (next && from < terms.horizon ? 1 : 0);
        return {{year, 1.0, continuous ? continuous_factor(rates, from.years(), from.years()) : factor(rates, index(year))}};
    }
    std::vector<YearPart> parts;
    auto const end = std::min(to, terms.horizon);
    for (auto at = from; at < end;) {
        auto const year = static_cast<int>(at.ticks() / units::year.ticks()) + 1;
        auto const next = std::min(end, units::Duration::from_ticks(units::year.ticks() * year));
        parts.push_back({year, (next - at) / (to - from),
                         continuous ? continuous_factor(rates, at.years(), next.years()) : factor(rates, index(year))});
        at = next;
    }
    return parts;
}

} // namespace pathecon::econ
