// SPDX-License-Identifier: MIT
/// \file
/// Holm's correction keeps several comparisons from finding something by their number alone.
#pragma once

#include <span>
#include <vector>

#include <pathecon/stats/interval.hpp>

namespace pathecon::stats {

/// Returns the two-sided p value of a mean of independent observations against 0, by Student's t with n - 1 degrees of
/// freedom. A mean of 0 without any error is as expected (1); another is impossible (0). NaN where the error is
/// unknown.
[[nodiscard]] double p_value(Interval const& mean);

/// Returns adjusted p values in the order given: those at most alpha name what is found, with a chance of at most alpha
/// of naming anything wrongly, however the comparisons depend on each other (Holm, Scand J Stat 6 (1979), 65-70). One
/// that is NaN stays NaN and is not counted.
[[nodiscard]] std::vector<double> holm(std::span<double const> p_values);

} // namespace pathecon::stats
