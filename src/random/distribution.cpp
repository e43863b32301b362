// SPDX-License-Identifier: MIT
#include <pathecon/random/distribution.hpp>

#include <algorithm>
#include <cmath>

#include <pathecon/base/contract.hpp>
#include <pathecon/random/elementary.hpp>
#include <pathecon/random/normal.hpp>
#include <pathecon/random/special.hpp>

#include "distribution_make.hpp"
#include "normal_kernel.hpp"
#include "quantile_table.hpp"
#include "special_kernel.hpp"

namespace pathecon::random {

namespace {

using detail::infinity;
using detail::Shapes;

double by_iteration(Shapes shapes, double u) noexcept
{
    return shapes.b == 0.0 ? gamma_quantile(shapes.a, u) : beta_quantile(shapes.a, shapes.b, u);
}

double triangular_inverse(double low, double mode, double high, double u) noexcept
{
    double const below = (mode - low) / (high - low);
    return u < below ? low + std::sqrt(u * (high - low) * (mode - low))
                     : high - std::sqrt((1.0 - u) * (high - low) * (high - mode));
}

double truncated_inverse(double mean, double sd, double lower, double above, double u) noexcept
{
    // Counts from the top: the tail above the limit is what is left of the parent, and may be small.
    double const tail = (1.0 - u) * above;
    double const x = mean - sd * (tail < 1.0 ? detail::normal_inverse(tail) : infinity);
    return x > lower ? x : lower; // rounding alone can pass the limit
}

} // namespace

double detail::Observations::at(double u) const noexcept
{
    if (cumulative.empty()) {
        auto const place = static_cast<std::size_t>(std::ceil(u * static_cast<double>(values.size())));
        return values[place == 0 ? 0 : place - 1];
    }
    auto const found = std::lower_bound(cumulative.begin(), cumulative.end(), u);
    return values[static_cast<std::size_t>(found - cumulative.begin())];
}

namespace detail {

/// Calls `use` with the inverse of this law, a function of u: one switch for a single value and for a column.
struct Make::Sampler {
    template <class Use>
    static decltype(auto) with(Distribution const& law, Use const& use)
    {
        double const scale = law.scale_;
        double const shift = law.shift_;
        double const shape = law.shape_;
        double const shape2 = law.shape2_;
        switch (law.family_) {
        case Family::exponential:
            return use([=](double u) { return scale * -log_positive(1.0 - u); });
        case Family::lognormal:
            return use([=](double u) { return scale * exp_sum(shape * normal_inverse(u), 0.0); });
        case Family::weibull:
            return use([=](double u) { return scale * exp_sum(shape2 * log_positive(-log_positive(1.0 - u)), 0.0); });
        case Family::normal:
            return use([=](double u) { return shift + scale * normal_inverse(u); });
        case Family::normal_truncated:
            return use([=](double u) { return truncated_inverse(shift, scale, shape, shape2, u); });
        case Family::triangular:
            return use([=](double u) { return triangular_inverse(shift, shape, shape2, u); });
        case Family::uniform:
            return use([=](double u) { return shift + scale * u; });
        case Family::empirical:
            return use([scale, seen = law.observations_.get()](double u) { return scale * seen->at(u); });
        case Family::gamma:
        case Family::erlang:
        case Family::beta:
        case Family::pert:
            if (QuantileTable const* const table = law.table_.get()) {
                return use([=](double u) { return shift + scale * table->at(u); });
            }
            return use([=](double u) { return shift + scale * by_iteration({shape, shape2}, u); });
        case Family::constant:
            break;
        }
        return use([=](double) { return scale; });
    }
};

} // namespace detail

double Distribution::sample(double u) const noexcept
{
    return detail::Make::Sampler::with(*this, [u](auto const& inverse) { return inverse(u); });
}

void Distribution::sample(std::span<double const> u, std::span<double> values) const
{
    PATHECON_EXPECTS(u.size() == values.size(), "as many values as uniform numbers");
    detail::Make::Sampler::with(
        *this, [&](auto const& inverse) { std::transform(u.begin(), u.end(), values.begin(), inverse); });
}

double Distribution::quantile(double u) const noexcept
{
    if (!(u >= 0.0 && u <= 1.0)) {
        return detail::not_a_number;
    }
    switch (family_) {
    case Family::gamma:
    case Family::erlang:
    case Family::beta:
    case Family::pert:
        return shift_ + scale_ * by_iteration({shape_, shape2_}, u);
    case Family::exponential:
    case Family::weibull:
    case Family::lognormal:
        if (u == 0.0) {
            return 0.0;
        }
        if (u == 1.0) {
            return infinity;
        }
        break;
    case Family::normal:
        if (u == 0.0 || u == 1.0) {
            return u == 0.0 ? -infinity : infinity;
        }
        break;
    case Family::normal_truncated:
        if (u == 0.0 || u == 1.0) {
            return u == 0.0 ? shape_ : infinity;
        }
        break;
    case Family::constant:
    case Family::triangular:
    case Family::uniform:
    case Family::empirical:
        break;
    }
    return sample(u);
}

double Distribution::mean() const noexcept
{
    switch (family_) {
    case Family::lognormal:
        return scale_ * exp(0.5 * shape_ * shape_);
    case Family::weibull:
        return scale_ * exp(log_gamma(1.0 + shape2_));
    case Family::gamma:
    case Family::erlang:
        return scale_ * shape_;
    case Family::normal:
        return shift_;
    case Family::normal_truncated: {
        double const hazard = normal_density((shape_ - shift_) / scale_) / shape2_;
        return shift_ + scale_ * hazard;
    }
    case Family::triangular:
        return (shift_ + shape_ + shape2_) / 3.0;
    case Family::uniform:
        return shift_ + 0.5 * scale_;
    case Family::beta:
    case Family::pert:
        return shift_ + scale_ * (shape_ / (shape_ + shape2_));
    case Family::empirical:
        return scale_ * observations_->mean;
    case Family::constant:
    case Family::exponential:
        break;
    }
    return scale_;
}

double Distribution::sd() const noexcept
{
    switch (family_) {
    case Family::constant:
        return 0.0;
    case Family::lognormal:
        return mean() * std::sqrt(expm1(shape_ * shape_));
    case Family::weibull:
        return mean() * std::sqrt(expm1(detail::weibull_log_ratio(shape2_)));
    case Family::gamma:
    case Family::erlang:
        return scale_ * std::sqrt(shape_);
    case Family::normal_truncated: {
        // Parent's sd times sqrt(1 + alpha h - h^2), alpha the standardised limit and h the hazard there.
        double const limit = (shape_ - shift_) / scale_;
        double const hazard = normal_density(limit) / shape2_;
        return scale_ * std::sqrt(1.0 + hazard * (limit - hazard));
    }
    case Family::triangular: {
        double const a = shape_ - shift_;
        double const b = shape2_ - shape_;
        return std::sqrt((a * a + a * b + b * b) / 18.0);
    }
    case Family::uniform:
        return scale_ / std::sqrt(12.0);
    case Family::beta:
    case Family::pert: {
        double const total = shape_ + shape2_;
        return scale_ * std::sqrt(shape_ * (shape2_ / total) / (total * (total + 1.0)));
    }
    case Family::empirical:
        return scale_ * observations_->sd;
    case Family::exponential:
    case Family::normal:
        break;
    }
    return scale_;
}

Distribution Distribution::scaled(double by) const
{
    PATHECON_EXPECTS(by >= 0.0 && by < infinity, "a scale is a finite number >= 0");
    if (by == 0.0) {
        return constant(0.0);
    }
    Distribution law = *this;
    law.scale_ *= by;
    law.shift_ *= by;
    if (family_ == Family::normal_truncated) {
        law.shape_ *= by;
    }
    if (family_ == Family::triangular) {
        law.shape_ *= by;
        law.shape2_ *= by;
    }
    return law;
}

bool Distribution::operator==(Distribution const& other) const noexcept
{
    bool const same_values = observations_ == other.observations_ ||
                             (observations_ && other.observations_ && *observations_ == *other.observations_);
    return family_ == other.family_ && scale_ == other.scale_ && shift_ == other.shift_ && shape_ == other.shape_ &&
           shape2_ == other.shape2_ && same_values; // a table follows from the shapes
}

} // namespace pathecon::random
