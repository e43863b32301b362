// SPDX-License-Identifier: MIT
/// \file
/// A time distribution says how long something takes, by mean and standard deviation.
#pragma once

#include <memory>
#include <vector>

#include <pathecon/random/distribution.hpp>
#include <pathecon/random/input.hpp>
#include <pathecon/units/duration.hpp>

namespace pathecon::pathway {

enum class TimeFamily {
    constant,
    exponential,
    lognormal,
    gamma,
    erlang,
    weibull,
    normal,
    triangular,
    uniform,
    empirical
};

/// How long something takes. Which members are read depends on the family:
/// constant, exponential: mean; gamma, weibull: mean, sd; lognormal: mean and sd, or median and sigma, or either with
/// cv; erlang: mean, k; normal: mean and sd of the parent, truncated at 0; triangular: low, mode, high; uniform: low,
/// high; empirical: values and, optionally, weights.
struct TimeDistribution {
    using Time = random::Input<units::Duration>;
    TimeFamily family = TimeFamily::constant;
    Time mean{}, sd{}, median{}, low{}, mode{}, high{};
    random::Input<double> sigma{0.0}; ///< Standard deviation of the logarithm.
    random::Input<double> cv{0.0};    ///< Standard deviation over the mean.
    int k = 0;                        ///< Number of Erlang phases.
    std::vector<units::Duration> values{};
    std::vector<double> weights{};
    std::shared_ptr<random::Evidence const> evidence{};

    TimeDistribution() = default;
    TimeDistribution(units::Duration constant)
        : mean{constant}
    {} // a plain time is a constant
    bool operator==(TimeDistribution const&) const;
};

TimeDistribution constant(TimeDistribution::Time value);
TimeDistribution exponential(TimeDistribution::Time mean);
TimeDistribution lognormal(TimeDistribution::Time mean, TimeDistribution::Time sd);
TimeDistribution lognormal_median(TimeDistribution::Time median, random::Input<double> sigma);
TimeDistribution gamma(TimeDistribution::Time mean, TimeDistribution::Time sd);
TimeDistribution erlang(int k, TimeDistribution::Time mean);
TimeDistribution weibull(TimeDistribution::Time mean, TimeDistribution::Time sd);
TimeDistribution normal(TimeDistribution::Time mean, TimeDistribution::Time sd);
TimeDistribution triangular(TimeDistribution::Time low, TimeDistribution::Time mode, TimeDistribution::Time high);
TimeDistribution uniform(TimeDistribution::Time low, TimeDistribution::Time high);
TimeDistribution empirical(std::vector<units::Duration> values, std::vector<double> weights = {});

/// Returns the sampler, in ticks. Requires that `why_not` is empty.
random::Distribution to_distribution(TimeDistribution const& time);

/// Returns why the distribution cannot be (a negative mean, low above high, ...), empty when it can.
std::string why_not(TimeDistribution const& time);

} // namespace pathecon::pathway
