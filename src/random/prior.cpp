// SPDX-License-Identifier: MIT
#include <pathecon/random/prior.hpp>

#include <cmath>

#include <fmt/format.h>

#include <pathecon/base/contract.hpp>
#include <pathecon/random/elementary.hpp>
#include <pathecon/random/normal.hpp>

namespace pathecon::random {

namespace {

bool given(double x) noexcept { return x == x; }

bool same(double a, double b) noexcept { return a == b || (!given(a) && !given(b)); }

/// How many standard errors wide the interval is: 2 z, 3.92 at 95 %.
double width_in_errors(double level) noexcept { return 2.0 * normal_quantile(0.5 * (1.0 + level)); }

/// The standard deviation, given or from the width of the interval.
double sd_of(Prior const& prior) noexcept
{
    return given(prior.sd) ? prior.sd : (prior.high - prior.low) / width_in_errors(prior.level);
}

/// What the numbers alone allow: each that is given is finite, and an interval rises and has a level.
std::string why_not_numbers(Prior const& p)
{
    struct Named {
        char const* name;
        double value;
    };
    for (auto const& [name, value] : {Named{"mean", p.mean}, {"sd", p.sd}, {"low", p.low}, {"high", p.high}}) {
        if (given(value) && !std::isfinite(value)) {
            return fmt::format("{} is {}: it must be finite", name, value);
        }
    }
    if (given(p.low) != given(p.high)) {
        return fmt::format("{} is given without {}: an interval has both ends", given(p.low) ? "low" : "high",
                           given(p.low) ? "high" : "low");
    }
    if (given(p.low) && !(p.low <= p.high)) {
        return fmt::format("low {} is above high {}: write the lower end first", p.low, p.high);
    }
    if (!(p.level > 0.0 && p.level < 1.0)) {
        return fmt::format("level {} is not between 0 and 1: write 0.95 for a 95 % interval", p.level);
    }
    return {};
}

std::string why_not_moments(Prior const& p)
{
    auto const family = name_of(p.family);
    if (!given(p.mean)) {
        return fmt::format("a {} prior needs a mean", family);
    }
    if (!given(p.sd) && !given(p.low)) {
        return fmt::format("a {} prior needs an sd, or an interval from low to high, beside its mean", family);
    }
    if (given(p.sd) && given(p.low)) {
        return fmt::format("a {} prior has both an sd and an interval: keep one of them", family);
    }
    if (given(p.sd) && p.sd < 0.0) {
        return fmt::format("sd {} is negative", p.sd);
    }
    if (given(p.low) && !(p.low <= p.mean && p.mean <= p.high)) {
        return fmt::format("mean {} lies outside its interval from {} to {}", p.mean, p.low, p.high);
    }
    return {};
}

std::string why_not_beta(Prior const& p)
{
    if (!(p.mean > 0.0 && p.mean < 1.0)) {
        return fmt::format("a beta number lies between 0 and 1, and so does its mean; here it is {}", p.mean);
    }
    double const sd = sd_of(p);
    double const most = std::sqrt(p.mean * (1.0 - p.mean));
    if (!(sd < most)) {
        return fmt::format("a beta number with mean {} has an sd below {:.4g}; here it is {:.4g}{}", p.mean, most, sd,
                           given(p.sd) ? "" : " (from the interval)");
    }
    return {};
}

std::string why_not_gamma(Prior const& p)
{
    if (!(p.mean > 0.0)) {
        return fmt::format("a gamma number is positive, and so is its mean; here it is {}", p.mean);
    }
    double const sd = sd_of(p);
    if (sd != 0.0 && !(sd <= 31.0 * p.mean && sd >= 1e-6 * p.mean)) {
        return fmt::format("a gamma number has an sd between 1e-6 and 31 times its mean {}; here it is {:.4g}", p.mean,
                           sd);
    }
    return {};
}

std::string why_not_lognormal(Prior const& p)
{
    if (!(p.mean > 0.0)) {
        return fmt::format("a lognormal number is positive, and so is its mean; here it is {}", p.mean);
    }
    if (given(p.low) && !(p.low > 0.0)) {
        return fmt::format("the interval of a lognormal number is positive; here it starts at {}", p.low);
    }
    return {};
}

/// Uniform, triangular, PERT: a range, and a most likely value in it.
std::string why_not_range(Prior const& p)
{
    auto const family = name_of(p.family);
    if (!given(p.low)) {
        return fmt::format("a {} prior needs its range: low and high", family);
    }
    if (given(p.sd)) {
        return fmt::format("a {} prior has no sd: its range says how wide it is", family);
    }
    if (p.family == Family::uniform) {
        return {};
    }
    if (!given(p.mean)) {
        return fmt::format("a {} prior needs its most likely value as mean", family);
    }
    if (!(p.low <= p.mean && p.mean <= p.high)) {
        return fmt::format("the most likely value {} lies outside the range from {} to {}", p.mean, p.low, p.high);
    }
    return {};
}

} // namespace

bool Prior::operator==(Prior const& other) const noexcept
{
    return family == other.family && same(mean, other.mean) && same(sd, other.sd) && same(low, other.low) &&
           same(high, other.high) && same(level, other.level);
}

std::string why_not(Prior const& prior)
{
    std::string why = why_not_numbers(prior);
    if (!why.empty()) {
        return why;
    }
    switch (prior.family) {
    case Family::beta:
    case Family::gamma:
    case Family::lognormal:
    case Family::normal:
        why = why_not_moments(prior);
        if (!why.empty() || prior.family == Family::normal) {
            return why;
        }
        if (prior.family == Family::beta) {
            return why_not_beta(prior);
        }
        return prior.family == Family::gamma ? why_not_gamma(prior) : why_not_lognormal(prior);
    case Family::uniform:
    case Family::triangular:
    case Family::pert:
        return why_not_range(prior);
    case Family::constant:
    case Family::exponential:
    case Family::erlang:
    case Family::weibull:
    case Family::normal_truncated:
    case Family::empirical:
        break;
    }
    return fmt::format("{} is no family of priors: use beta, gamma, lognormal, normal, uniform, triangular or pert",
                       name_of(prior.family));
}

Distribution to_distribution(Prior const& prior)
{
    PATHECON_EXPECTS(why_not(prior).empty(), why_not(prior));
    switch (prior.family) {
    case Family::beta:
        return beta(prior.mean, sd_of(prior));
    case Family::gamma:
        return gamma(prior.mean, sd_of(prior));
    case Family::lognormal:
        if (given(prior.sd)) {
            return lognormal(prior.mean, prior.sd);
        }
        return lognormal_median(prior.mean, log(prior.high / prior.low) / width_in_errors(prior.level));
    case Family::uniform:
        return uniform(prior.low, prior.high);
    case Family::triangular:
        return triangular(prior.low, prior.mean, prior.high);
    case Family::pert:
        return pert(prior.low, prior.mean, prior.high);
    default:
        return normal(prior.mean, sd_of(prior));
    }
}

} // namespace pathecon::random
