// SPDX-License-Identifier: MIT
/// \file
/// A distribution turns one uniform number into one value, by inversion.
///
/// One uniform a decision, and a value that rises with it: a patient who is unlucky under usual care is as unlucky with
/// a tool. Numbers carry no unit. The conditions of a factory are contracts; `why_not` of a `Prior` or of the caller's
/// own type says in words what is wrong before that.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

namespace pathecon::random {

enum class Family : std::uint8_t {
    constant,
    exponential,
    lognormal,
    gamma,
    erlang,
    weibull,
    normal,
    normal_truncated,
    triangular,
    uniform,
    beta,
    pert,
    empirical
};

/// Returns the family's name as files spell it: "lognormal", "normal_truncated".
[[nodiscard]] std::string_view name_of(Family family) noexcept;

namespace detail {
class QuantileTable;
struct Observations;
struct Make;
} // namespace detail

/// A probability law of one number, small and cheap to copy.
class Distribution {
public:
    /// Makes the constant 0.
    Distribution() = default;

    [[nodiscard]] Family family() const noexcept { return family_; }

    /// Returns the value at u, for 0 < u < 1 from `uniform()`: the fast way.
    /// Gamma, Erlang, beta and PERT interpolate a table of the quantile, which they fill when first sampled; the
    /// relative error is below 1e-7 for shapes above 0.2. Their outer tails (2^-12 on either side) and all other
    /// families are exact to rounding.
    [[nodiscard]] double sample(double u) const noexcept;

    /// Samples a column at once, for 0 < u < 1; the same bits as one by one. The spans have the same length.
    void sample(std::span<double const> u, std::span<double> values) const;

    /// Returns the quantile at u, for 0 <= u <= 1, without a table.
    [[nodiscard]] double quantile(double u) const noexcept;

    [[nodiscard]] double mean() const noexcept;
    [[nodiscard]] double sd() const noexcept;

    /// Returns the law of `by` times this number, in the same family; `by` >= 0, and 0 gives the constant 0.
    [[nodiscard]] Distribution scaled(double by) const;

    bool operator==(Distribution const& other) const noexcept;

private:
    friend struct detail::Make;

    // value = shift + scale * standard(u; shape, shape2), where
    //   weibull: shape2 = 1/shape;  normal_truncated: shape = lower limit, shape2 = the parent's probability above it;
    //   triangular: shift = low, shape = mode, shape2 = high, scale unused;  uniform: shift = low, scale = high - low.
    double scale_ = 0.0;
    double shift_ = 0.0;
    double shape_ = 0.0;
    double shape2_ = 0.0;
    std::shared_ptr<detail::QuantileTable const> table_;
    std::shared_ptr<detail::Observations const> observations_;
    Family family_ = Family::constant;
};

/// Always x.
[[nodiscard]] Distribution constant(double x);

/// Exponential with mean > 0.
[[nodiscard]] Distribution exponential(double mean);

// In what follows a standard deviation of 0 gives the limit of the family: the constant `mean` (or `median`).

/// Lognormal with mean > 0 and sd >= 0 of the number itself (not of its logarithm).
[[nodiscard]] Distribution lognormal(double mean, double sd);

/// Lognormal with median > 0 and sigma >= 0, the standard deviation of the logarithm.
[[nodiscard]] Distribution lognormal_median(double median, double sigma);

/// Gamma with mean > 0 and sd >= 0: shape (mean/sd)^2 >= 0.001, scale sd^2/mean.
[[nodiscard]] Distribution gamma(double mean, double sd);

/// Erlang: the sum of k >= 1 exponential phases, with that mean > 0 in total.
[[nodiscard]] Distribution erlang(int k, double mean);

/// Weibull with mean > 0 and sd >= 0; 0.001 <= sd/mean <= 100.
[[nodiscard]] Distribution weibull(double mean, double sd);

/// Normal with sd >= 0.
[[nodiscard]] Distribution normal(double mean, double sd);

/// Normal(mean, sd), conditional on being above `lower`. Here `mean` and `sd` are those of the parent *before* it is
/// truncated, as simulation packages and papers quote them; `.mean()` and `.sd()` of the result are those after.
/// Requires lower <= mean + 30 sd, and lower <= mean if sd is 0.
[[nodiscard]] Distribution normal_truncated(double mean, double sd, double lower = 0.0);

/// Triangular with low <= mode <= high.
[[nodiscard]] Distribution triangular(double low, double mode, double high);

/// Uniform with low <= high.
[[nodiscard]] Distribution uniform(double low, double high);

/// Beta on (0, 1) with 0 < mean < 1 and 0 <= sd, sd^2 < mean (1 - mean).
[[nodiscard]] Distribution beta(double mean, double sd);

/// PERT: a beta number stretched over [low, high], with mean (low + 4 mode + high)/6 (Malcolm and others, 1959;
/// shapes 1 + 4 (mode - low)/(high - low) and 1 + 4 (high - mode)/(high - low)).
[[nodiscard]] Distribution pert(double low, double mode, double high);

/// The observed values, each as likely as its weight (all alike if there are none), in rising order.
/// At least one value; weights >= 0 with a sum > 0, as many as values.
[[nodiscard]] Distribution empirical(std::span<double const> values, std::span<double const> weights = {});

} // namespace pathecon::random
