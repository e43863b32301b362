// SPDX-License-Identifier: MIT
/// \file
/// A nested sample has draws of the inputs, and replications in each: two kinds of scatter, told apart.
#pragma once

#include <cstddef>
#include <span>

#include <pathecon/stats/interval.hpp>

namespace pathecon::stats {

/// The mean over draws and replications, and where its scatter comes from.
struct Nested {
    Interval mean{};      ///< Limits by Student's t on the means of the draws.
    double between = 0.0; ///< Variance between draws without that within; may fall below 0 when there is hardly any.
    double within = 0.0;  ///< Variance between the replications of a draw.
    /// Returns the share of a single result's variance that lies between draws (intraclass correlation).
    [[nodiscard]] double icc() const { return between / (between + within); }
};

/// Takes the values apart by the one-way analysis of variance with random effects (Searle, Casella and McCulloch,
/// Variance Components, 1992, chapter 3); `replications` successive values are of one draw. The variances are NaN
/// below two draws or two replications.
[[nodiscard]] Nested nested(std::span<double const> values, std::size_t replications, double level = 0.95);

} // namespace pathecon::stats
