// SPDX-License-Identifier: MIT
/// \file
/// A cash flow is a list of yearly amounts: the first at time 0, the k-th over year k.
#pragma once

#include <span>
#include <vector>

namespace pathecon::econ {

/// Returns the sum of the amounts discounted by year index.
double npv(std::span<double const> flows, double rate);

/// Returns every internal rate of return above -100 %, rising: the rates at which the net present value is 0. None, or several, is a
/// finding: then no single rate describes the flows. Roots are isolated by those of the derivatives, so none is missed, except
/// where the value touches 0 without crossing it.
std::vector<double> irr(std::span<double const> flows);

/// Returns the modified internal rate of return: costs discounted at `finance`, gains carried to the end at `reinvest`. NaN when one of
/// them is missing.
double mirr(std::span<double const> flows, double finance, double reinvest);

/// Returns the years after which the running sum is, for good, not below 0, linear within a year; 0 when it never is below, infinite when it
/// ends below.
double payback(std::span<double const> flows);

} // namespace pathecon::econ
