// SPDX-License-Identifier: MIT
/// \file
/// A prior says how sure we are of a parameter, in the words in which studies report it.
#pragma once

#include <limits>
#include <string>

#include <pathecon/random/distribution.hpp>

namespace pathecon::random {

/// What is known of a parameter. A member left as NaN is not given. Which members are read depends on the family:
/// - beta, gamma, normal: `mean` with `sd`, or `mean` with the interval `low` to `high` of the given `level`, whose
///   standard error is then (high - low)/(2 z), with z = 1.959964 at 95 % (beta and gamma keep the mean; their own
///   interval is skewed about it, so it matches the published one only nearly).
/// - lognormal: `mean` with `sd`, both of the number itself; or, as for a hazard ratio, a point estimate in `mean` with
/// an
///   interval: then `mean` is the median, and the logarithm has standard error ln(high/low)/(2 z).
/// - uniform: `low`, `high` (the range, whatever the level).
/// - triangular, pert: `low`, `high` (the range) and the most likely value in `mean`.
struct Prior {
    static constexpr double not_given = std::numeric_limits<double>::quiet_NaN();

    Family family = Family::normal;
    double mean = not_given;
    double sd = not_given;
    double low = not_given;
    double high = not_given;
    double level = 0.95;

    /// Members that are not given in either are equal.
    bool operator==(Prior const& other) const noexcept;
};

/// Returns why the prior cannot be ("a beta number with mean 0.5 cannot have a standard deviation of 0.6: ..."), empty
/// if it can.
[[nodiscard]] std::string why_not(Prior const& prior);

/// Returns the law. Requires that `why_not` is empty.
[[nodiscard]] Distribution to_distribution(Prior const& prior);

} // namespace pathecon::random
