// SPDX-License-Identifier: MIT
/// \file
/// An estimate is a result with its range and its Monte Carlo error.
#pragma once

#include <limits>
#include <span>

namespace pathecon::econ {

/// What the range of an estimate ranges over.
enum class Over {
    nothing,        ///< One draw, one replication: the result has no known error.
    replications,   ///< One draw: limits of confidence from the replications, by the jackknife.
    draws           ///< Percentiles of the parameter draws.
};

/// A result. The mean is of the expectations (a ratio is the ratio of means, never the mean of ratios). `standard_error` is of the
/// mean, by simulation and by drawing: show no digit beyond it. NaN where it cannot be known.
struct Estimate {
    double mean = 0;
    double low = std::numeric_limits<double>::quiet_NaN();
    double high = std::numeric_limits<double>::quiet_NaN();
    double standard_error = std::numeric_limits<double>::quiet_NaN();
    double level = 0.95;    ///< Coverage of low to high.
    int n = 1;              ///< Draws, or replications.
    Over over = Over::nothing;
};

} // namespace pathecon::econ
