// SPDX-License-Identifier: MIT
/// \file
/// How a distribution is made and what its observations are, inside this folder.
#pragma once

#include <vector>

#include <pathecon/random/distribution.hpp>

namespace pathecon::random::detail {

/// Observed values in rising order, and what was computed of them once.
struct Observations {
    std::vector<double> values;
    std::vector<double> cumulative; ///< Probability up to and with each value; empty if all are as likely.
    double mean = 0.0;
    double sd = 0.0;

    /// Returns the least value with at least probability u up to it.
    [[nodiscard]] double at(double u) const noexcept;
    bool operator==(Observations const&) const = default;
};

/// Opens a distribution to its factories.
struct Make {
    struct Inverse;

    Family family = Family::constant;
    double scale = 0.0;
    double shift = 0.0;
    double shape = 0.0;
    double shape2 = 0.0;
    std::shared_ptr<Observations const> observations = nullptr;

    [[nodiscard]] Distribution operator()() const;
};

/// Returns ln(1 + cv^2) of a Weibull number whose shape is 1/r: ln Gamma(1 + 2r) - 2 ln Gamma(1 + r).
double weibull_log_ratio(double r) noexcept;

} // namespace pathecon::random::detail
