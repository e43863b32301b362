// SPDX-License-Identifier: MIT
/// \file
/// Discounting says what a pound or a QALY of a later year is worth at time 0.
#pragma once

#include <vector>

#include <pathecon/econ/terms.hpp>
#include <pathecon/ledger/line.hpp>

namespace pathecon::econ {

/// From year `from` on (1 is the year after year 0), `rate` a year.
struct RateStep {
    int from = 1;
    double rate = 0;
};
/// Steps in rising order; the first is from year 1.
using Rates = std::vector<RateStep>;

/// The series of the Green Book, February 2026. `sensitivity` leaves out pure time preference, for horizons over 50 years.
enum class Series { standard, health, sensitivity };

/// Returns one rate for ever.
Rates flat_rate(double rate);

/// Returns a series of the Green Book 2026: HM Treasury, The Green Book, February 2026, as tabulated by the Department for Transport,
/// TAG forthcoming change, 16 April 2026.
Rates green_book_2026(Series series);

/// Returns the rates that the terms discount a unit at.
Rates rates_of(Terms const& terms, ledger::Unit unit);

/// Returns the factor of a year index: the product of 1 / (1 + rate) over the years 1 to `year`; 1 for year 0.
double factor(Rates const& rates, int year);

/// Returns the mean of the continuous factor exp(-integral of ln(1 + rate)) over [from, to] in years, or the factor at `from` when
/// they are equal. Rates that step are integrated piecewise.
double continuous_factor(Rates const& rates, double from, double to);

/// The part of a line that falls into one year of the appraisal: year 0 is time 0 itself, year k the k-th year of operation.
struct YearPart {
    int year = 0;
    double share = 0;       ///< Of the line's amount.
    double factor = 1;      ///< Discount factor of this part.
};

/// Cuts an amount spread over [from, to] at the years of the terms and gives each part's discount factor. What lies beyond the
/// horizon is left out.
std::vector<YearPart> year_parts(Terms const& terms, Rates const& rates, units::Duration from, units::Duration to);

} // namespace pathecon::econ
