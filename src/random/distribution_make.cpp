// SPDX-License-Identifier: MIT
#include "distribution_make.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include <pathecon/base/contract.hpp>
#include <pathecon/random/elementary.hpp>
#include <pathecon/random/normal.hpp>
#include <pathecon/random/special.hpp>

#include "quantile_table.hpp"
#include "special_tables.hpp"

namespace pathecon::random {

namespace {

using detail::Make;

bool finite(double x) noexcept { return x < detail::infinity && x > -detail::infinity; }

bool positive(double x) noexcept { return x > 0.0 && x < detail::infinity; }

bool not_negative(double x) noexcept { return x >= 0.0 && x < detail::infinity; }

constexpr char const* mean_is_positive = "a mean is a finite number > 0";
constexpr char const* sd_is_not_negative = "a standard deviation is a finite number >= 0";
constexpr char const* corners_rise = "the corners are finite and low <= mode <= high";

/// Solves for r = 1/shape by bisecting its logarithm: sure, and the same everywhere.
double weibull_inverse_shape(double cv) noexcept
{
    double const target = log1p(cv * cv);
    double low = -10.0; // r = 4.5e-5: cv 5.8e-5
    double high = 3.0;  // r = 20: cv 4e5
    for (int n = 0; n < 60; ++n) {
        double const middle = 0.5 * (low + high);
        (detail::weibull_log_ratio(exp(middle)) < target ? low : high) = middle;
    }
    return exp(0.5 * (low + high));
}

} // namespace

std::string_view name_of(Family family) noexcept
{
    switch (family) {
    case Family::constant:
        return "constant";
    case Family::exponential:
        return "exponential";
    case Family::lognormal:
        return "lognormal";
    case Family::gamma:
        return "gamma";
    case Family::erlang:
        return "erlang";
    case Family::weibull:
        return "weibull";
    case Family::normal:
        return "normal";
    case Family::normal_truncated:
        return "normal_truncated";
    case Family::triangular:
        return "triangular";
    case Family::uniform:
        return "uniform";
    case Family::beta:
        return "beta";
    case Family::pert:
        return "pert";
    case Family::empirical:
        return "empirical";
    }
    return "";
}

namespace detail {

double weibull_log_ratio(double r) noexcept
{
    if (r > 0.1) {
        return log_gamma(1.0 + 2.0 * r) - 2.0 * log_gamma(1.0 + r);
    }
    // ln Gamma(1 + x) = -gamma x + sum over k >= 2 of zeta(k) (-x)^k / k (DLMF 5.7.3); the first term cancels.
    double sum = 0.0;
    for (std::size_t i = zeta.size(); i-- > 0;) {
        auto const k = static_cast<double>(i + 2);
        double const weight = zeta[i] * (static_cast<double>(std::uint64_t{1} << (i + 2)) - 2.0) / k;
        sum = weight - r * sum;
    }
    return sum * r * r;
}

Distribution Make::operator()() const
{
    Distribution law;
    law.family_ = family;
    law.scale_ = scale;
    law.shift_ = shift;
    law.shape_ = shape;
    law.shape2_ = shape2;
    law.observations_ = observations;
    if (family == Family::gamma || family == Family::erlang || family == Family::beta || family == Family::pert) {
        law.table_ = QuantileTable::of({shape, shape2});
    }
    return law;
}

} // namespace detail

Distribution constant(double x)
{
    PATHECON_EXPECTS(finite(x), "a constant is finite");
    return Make{.scale = x}();
}

Distribution exponential(double mean)
{
    PATHECON_EXPECTS(positive(mean), mean_is_positive);
    return Make{.family = Family::exponential, .scale = mean}();
}

Distribution lognormal(double mean, double sd)
{
    PATHECON_EXPECTS(positive(mean), mean_is_positive);
    PATHECON_EXPECTS(not_negative(sd), sd_is_not_negative);
    double const cv = sd / mean;
    return sd == 0.0 ? constant(mean) : lognormal_median(mean / std::sqrt(1.0 + cv * cv), std::sqrt(log1p(cv * cv)));
}

Distribution lognormal_median(double median, double sigma)
{
    PATHECON_EXPECTS(positive(median), "a median is a finite number > 0");
    PATHECON_EXPECTS(not_negative(sigma), sd_is_not_negative);
    if (sigma == 0.0) {
        return constant(median);
    }
    return Make{.family = Family::lognormal, .scale = median, .shape = sigma}();
}

Distribution gamma(double mean, double sd)
{
    PATHECON_EXPECTS(positive(mean), mean_is_positive);
    PATHECON_EXPECTS(not_negative(sd), sd_is_not_negative);
    if (sd == 0.0) {
        return constant(mean);
    }
    double const ratio = mean / sd;
    double const shape = ratio * ratio;
    PATHECON_EXPECTS(shape >= 1e-3 && shape <= 1e12, "sd/mean of a gamma number is between 1e-6 and 31");
    return Make{.family = Family::gamma, .scale = mean / shape, .shape = shape}();
}

Distribution erlang(int k, double mean)
{
    PATHECON_EXPECTS(k >= 1, "an Erlang number has at least one phase");
    PATHECON_EXPECTS(positive(mean), mean_is_positive);
    return Make{.family = Family::erlang, .scale = mean / k, .shape = static_cast<double>(k)}();
}

Distribution weibull(double mean, double sd)
{
    PATHECON_EXPECTS(positive(mean), mean_is_positive);
    PATHECON_EXPECTS(not_negative(sd), sd_is_not_negative);
    if (sd == 0.0) {
        return constant(mean);
    }
    PATHECON_EXPECTS(sd >= 1e-3 * mean && sd <= 100.0 * mean, "sd/mean of a Weibull number is between 0.001 and 100");
    double const r = weibull_inverse_shape(sd / mean);
    return Make{.family = Family::weibull, .scale = mean / exp(log_gamma(1.0 + r)), .shape = 1.0 / r, .shape2 = r}();
}

Distribution normal(double mean, double sd)
{
    PATHECON_EXPECTS(finite(mean), "a mean is finite");
    PATHECON_EXPECTS(not_negative(sd), sd_is_not_negative);
    if (sd == 0.0) {
        return constant(mean);
    }
    return Make{.family = Family::normal, .scale = sd, .shift = mean}();
}

Distribution normal_truncated(double mean, double sd, double lower)
{
    PATHECON_EXPECTS(finite(mean) && finite(lower), "a mean and a limit are finite");
    PATHECON_EXPECTS(not_negative(sd), sd_is_not_negative);
    PATHECON_EXPECTS(lower <= mean + 30.0 * sd, "the limit is at most 30 standard deviations above the parent's mean");
    if (sd == 0.0) {
        return constant(mean);
    }
    return Make{.family = Family::normal_truncated,
                .scale = sd,
                .shift = mean,
                .shape = lower,
                .shape2 = normal_cdf((mean - lower) / sd)}();
}

Distribution triangular(double low, double mode, double high)
{
    PATHECON_EXPECTS(finite(low) && finite(high) && low <= mode && mode <= high, corners_rise);
    if (low == high) {
        return constant(low);
    }
    return Make{.family = Family::triangular, .shift = low, .shape = mode, .shape2 = high}();
}

Distribution uniform(double low, double high)
{
    PATHECON_EXPECTS(finite(low) && finite(high) && low <= high, "the limits are finite and low <= high");
    if (low == high) {
        return constant(low);
    }
    return Make{.family = Family::uniform, .scale = high - low, .shift = low}();
}

Distribution beta(double mean, double sd)
{
    PATHECON_EXPECTS(mean > 0.0 && mean < 1.0, "the mean of a beta number lies between 0 and 1");
    PATHECON_EXPECTS(not_negative(sd), sd_is_not_negative);
    if (sd == 0.0) {
        return constant(mean);
    }
    double const room = mean * (1.0 - mean);
    PATHECON_EXPECTS(sd * sd < room, "sd^2 of a beta number is below mean (1 - mean)");
    double const total = room / (sd * sd) - 1.0;
    return Make{.family = Family::beta, .scale = 1.0, .shape = mean * total, .shape2 = (1.0 - mean) * total}();
}

Distribution pert(double low, double mode, double high)
{
    PATHECON_EXPECTS(finite(low) && finite(high) && low <= mode && mode <= high, corners_rise);
    if (low == high) {
        return constant(low);
    }
    double const range = high - low;
    return Make{.family = Family::pert,
                .scale = range,
                .shift = low,
                .shape = 1.0 + 4.0 * ((mode - low) / range),
                .shape2 = 1.0 + 4.0 * ((high - mode) / range)}();
}

Distribution empirical(std::span<double const> values, std::span<double const> weights)
{
    PATHECON_EXPECTS(!values.empty(), "there is at least one value");
    PATHECON_EXPECTS(weights.empty() || weights.size() == values.size(), "there are as many weights as values");
    PATHECON_EXPECTS(std::all_of(values.begin(), values.end(), finite), "the values are finite");
    PATHECON_EXPECTS(std::all_of(weights.begin(), weights.end(), not_negative), "weights are finite numbers >= 0");
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });

    auto const weight = [&](std::size_t i) { return weights.empty() ? 1.0 : weights[i]; };
    double total = 0.0;
    for (std::size_t const i : order) {
        total += weight(i);
    }
    PATHECON_EXPECTS(positive(total), "the weights have a sum > 0");
    detail::Observations seen;
    double running = 0.0;
    for (std::size_t const i : order) {
        if (weight(i) == 0.0) {
            continue;
        }
        running += weight(i);
        seen.values.push_back(values[i]);
        if (!weights.empty()) {
            seen.cumulative.push_back(running / total);
        }
        seen.mean += values[i] * (weight(i) / total);
    }
    double variance = 0.0;
    for (std::size_t const i : order) {
        variance += (values[i] - seen.mean) * (values[i] - seen.mean) * (weight(i) / total);
    }
    seen.sd = std::sqrt(variance);
    return Make{.family = Family::empirical,
                .scale = 1.0,
                .observations = std::make_shared<detail::Observations const>(std::move(seen))}();
}

} // namespace pathecon::random
