// SPDX-License-Identifier: MIT
/// \file
/// A control variate is something simulated beside the result whose true mean is known: what chance did to it tells
/// part of what chance did to the result.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <pathecon/stats/interval.hpp>

namespace pathecon::stats {

/// One number a replication, and what it is on average.
struct Control {
    std::span<double const> values;
    double mean = 0.0;
};

/// A mean with what its controls explain taken out of its error.
struct Controlled {
    Interval mean{};              ///< By regression on the controls.
    Interval plain{};             ///< Without them.
    std::vector<double> slopes{}; ///< One a control; 0 for one that was left out.
    std::uint64_t controls = 0;   ///< How many were used.
    double variance_ratio = 1.0;  ///< (plain error / controlled error)^2: above 1 the controls helped.
};

/// Returns the mean of independent replications, corrected by least squares for how far the controls' means fell from
/// what they are on average: mean(y) - sum of slope (mean(c) - known mean), with limits by Student's t at n - q - 1
/// degrees of freedom, q the controls used (Lavenberg and Welch, Manage Sci 27 (1981), 322-335). Exact for normal data;
/// the slopes cost the factor (n - 2)/(n - q - 2) of variance. A control that does not vary, or that follows from the
/// others, is left out. With fewer than two degrees of freedom nothing is known of the error.
[[nodiscard]] Controlled controlled_mean(std::span<double const> values, std::span<Control const> controls,
                                         double level = 0.95);

} // namespace pathecon::stats
