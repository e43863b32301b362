// SPDX-License-Identifier: MIT
#include <pathecon/pathway/time_distribution.hpp>

#include <cmath>
#include <utility>

#include <fmt/format.h>

#include <pathecon/base/contract.hpp>
#include <pathecon/random/elementary.hpp>
#include <pathecon/random/evidence.hpp>
#include <pathecon/units/format.hpp>

namespace pathecon::pathway {

using Time = TimeDistribution::Time;
using units::Duration;

namespace {

TimeDistribution of(TimeFamily family)
{
    TimeDistribution made;
    made.family = family;
    return made;
}

bool same(std::shared_ptr<random::Evidence const> const& a, std::shared_ptr<random::Evidence const> const& b)
{
    return a == b || (a && b && *a == *b);
}

double ticks(Duration time) { return static_cast<double>(time.ticks()); }

std::string must_be_positive(std::string_view name, Duration time)
{
    return time > Duration{} ? std::string{} : fmt::format("{} {} must be positive", name, units::exact_text(time));
}

std::string negative(std::string_view name, Duration time)
{
    return time < Duration{} ? fmt::format("{} {} must not be negative", name, units::exact_text(time)) : std::string{};
}

std::string negative(std::string_view name, double number)
{
    return number >= 0 && std::isfinite(number) ? std::string{}
                                                : fmt::format("{} {} must be finite and not negative", name, number);
}

std::string why_not_spread(TimeDistribution const& time, double least, double most)
{
    if (auto why = must_be_positive("mean", *time.mean); !why.empty()) return why;
    if (auto why = negative("sd", *time.sd); !why.empty()) return why;
    double const ratio = *time.sd / *time.mean;
    if (ratio > 0 && (ratio < least || ratio > most))
        return fmt::format("sd {} is {:.3g} times the mean {}; between {:.3g} and {:.3g} times can be sampled",
                           units::exact_text(*time.sd), ratio, units::exact_text(*time.mean), least, most);
    return {};
}

std::string why_not_lognormal(TimeDistribution const& time)
{
    bool const by_mean = *time.mean != Duration{}, by_median = *time.median != Duration{};
    if (by_mean && by_median) return "it has a mean and a median: give one of them";
    if (!by_mean && !by_median) return "it has neither mean nor median";
    if (auto why = must_be_positive(by_mean ? "mean" : "median", by_mean ? *time.mean : *time.median); !why.empty())
        return why;
    if (auto why = negative("sd", *time.sd); !why.empty()) return why;
    if (auto why = negative("sigma", *time.sigma); !why.empty()) return why;
    if (auto why = negative("cv", *time.cv); !why.empty()) return why;
    if (by_mean && *time.sigma > 0) return "a mean goes with sd or cv, sigma goes with a median";
    if (by_median && *time.sd > Duration{}) return "a median goes with sigma or cv, sd goes with a mean";
    if (*time.cv > 0 && (*time.sd > Duration{} || *time.sigma > 0))
        return "it has two measures of spread: give one of them";
    return {};
}

std::string why_not_corners(TimeDistribution const& time, bool with_mode)
{
    if (auto why = negative("low", *time.low); !why.empty()) return why;
    if (*time.high < *time.low)
        return fmt::format("high {} is below low {}", units::exact_text(*time.high), units::exact_text(*time.low));
    if (with_mode && (*time.mode < *time.low || *time.mode > *time.high))
        return fmt::format("mode {} is not between low {} and high {}", units::exact_text(*time.mode),
                           units::exact_text(*time.low), units::exact_text(*time.high));
    return {};
}

std::string why_not_empirical(TimeDistribution const& time)
{
    if (time.values.empty()) return "it has no values";
    for (auto const value : time.values)
        if (auto why = negative("value", value); !why.empty()) return why;
    if (time.weights.empty()) return {};
    if (time.weights.size() != time.values.size())
        return fmt::format("it has {} values and {} weights", time.values.size(), time.weights.size());
    double sum = 0;
    for (double const weight : time.weights) {
        if (auto why = negative("weight", weight); !why.empty()) return why;
        sum += weight;
    }
    return sum > 0 ? std::string{} : "its weights are all 0";
}

} // namespace

bool TimeDistribution::operator==(TimeDistribution const& other) const
{
    return family == other.family && mean == other.mean && sd == other.sd && median == other.median &&
           low == other.low && mode == other.mode && high == other.high && sigma == other.sigma && cv == other.cv &&
           k == other.k && values == other.values && weights == other.weights && same(evidence, other.evidence);
}

TimeDistribution constant(Time value)
{
    auto made = of(TimeFamily::constant);
    made.mean = std::move(value);
    return made;
}
TimeDistribution exponential(Time mean)
{
    auto made = of(TimeFamily::exponential);
    made.mean = std::move(mean);
    return made;
}
TimeDistribution lognormal(Time mean, Time sd)
{
    auto made = of(TimeFamily::lognormal);
    made.mean = std::move(mean);
    made.sd = std::move(sd);
    return made;
}
TimeDistribution lognormal_median(Time median, random::Input<double> sigma)
{
    auto made = of(TimeFamily::lognormal);
    made.median = std::move(median);
    made.sigma = std::move(sigma);
    return made;
}
TimeDistribution gamma(Time mean, Time sd)
{
    auto made = of(TimeFamily::gamma);
    made.mean = std::move(mean);
    made.sd = std::move(sd);
    return made;
}
TimeDistribution erlang(int k, Time mean)
{
    auto made = of(TimeFamily::erlang);
    made.mean = std::move(mean);
    made.k = k;
    return made;
}
TimeDistribution weibull(Time mean, Time sd)
{
    auto made = of(TimeFamily::weibull);
    made.mean = std::move(mean);
    made.sd = std::move(sd);
    return made;
}
TimeDistribution normal(Time mean, Time sd)
{
    auto made = of(TimeFamily::normal);
    made.mean = std::move(mean);
    made.sd = std::move(sd);
    return made;
}
TimeDistribution triangular(Time low, Time mode, Time high)
{
    auto made = of(TimeFamily::triangular);
    made.low = std::move(low);
    made.mode = std::move(mode);
    made.high = std::move(high);
    return made;
}
TimeDistribution uniform(Time low, Time high)
{
    auto made = of(TimeFamily::uniform);
    made.low = std::move(low);
    made.high = std::move(high);
    return made;
}
TimeDistribution empirical(std::vector<Duration> values, std::vector<double> weights)
{
    auto made = of(TimeFamily::empirical);
    made.values = std::move(values);
    made.weights = std::move(weights);
    return made;
}

std::string why_not(TimeDistribution const& time)
{
    switch (time.family) {
    case TimeFamily::constant:
        return negative("time", *time.mean);
    case TimeFamily::exponential:
        return must_be_positive("mean", *time.mean);
    case TimeFamily::lognormal:
        return why_not_lognormal(time);
    case TimeFamily::gamma:
        return why_not_spread(time, 0.0, 31.6);
    case TimeFamily::weibull:
        return why_not_spread(time, 0.001, 100.0);
    case TimeFamily::erlang:
        if (time.k < 1) return fmt::format("k {} must be a whole number of phases, 1 or more", time.k);
        return must_be_positive("mean", *time.mean);
    case TimeFamily::normal:
        if (auto why = negative("mean", *time.mean); !why.empty()) return why;
        return negative("sd", *time.sd);
    case TimeFamily::triangular:
        return why_not_corners(time, true);
    case TimeFamily::uniform:
        return why_not_corners(time, false);
    case TimeFamily::empirical:
        return why_not_empirical(time);
    }
    return "it has no family";
}

random::Distribution to_distribution(TimeDistribution const& time)
{
    auto const why = why_not(time);
    PATHECON_EXPECTS(why.empty(), "this time cannot be sampled: " + why);
    double const mean = ticks(*time.mean), sd = ticks(*time.sd);
    switch (time.family) {
    case TimeFamily::constant:
        return random::constant(mean);
    case TimeFamily::exponential:
        return random::exponential(mean);
    case TimeFamily::lognormal:
        if (mean > 0) return random::lognormal(mean, *time.cv > 0 ? mean * *time.cv : sd);
        // For a lognormal number cv^2 = exp(sigma^2) - 1.
        return random::lognormal_median(ticks(*time.median),
                                        *time.cv > 0 ? std::sqrt(random::log1p(*time.cv * *time.cv)) : *time.sigma);
    case TimeFamily::gamma:
        return random::gamma(mean, sd);
    case TimeFamily::weibull:
        return random::weibull(mean, sd);
    case TimeFamily::erlang:
        return random::erlang(time.k, mean);
    case TimeFamily::normal:
        return random::normal_truncated(mean, sd, 0.0);
    case TimeFamily::triangular:
        return random::triangular(ticks(*time.low), ticks(*time.mode), ticks(*time.high));
    case TimeFamily::uniform:
        return random::uniform(ticks(*time.low), ticks(*time.high));
    case TimeFamily::empirical: {
        std::vector<double> values;
        values.reserve(time.values.size());
        for (auto const value : time.values) values.push_back(ticks(value));
        return random::empirical(values, time.weights);
    }
    }
    return {};
}

} // namespace pathecon::pathway
