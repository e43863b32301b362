// SPDX-License-Identifier: MIT
#include <pathecon/random/distribution.hpp>

#include <algorithm>
#include <cmath>

#include <pathecon/base/contract.hpp>
#include <pathecon/random/elementary.hpp>
#include <pathecon/random/normal.hpp>
#include <pathecon/random/special.hpp>

#include "draw_ahead.hpp"
#include "inverse.hpp"

namespace pathecon::random {

using detail::infinity;

double detail::Observations::at(double u) const noexcept
{
    if (cumulative.empty()) {
        auto const place = static_cast<std::size_t>(std::ceil(u * static_cast<double>(values.size())));
        return values[place == 0 ? 0 : place - 1];
    }
    auto const found = std::lower_bound(cumulative.begin(), cumulative.end(), u);
    return values[static_cast<std::size_t>(found - cumulative.begin())];
}

double Distribution::sample(double u) const noexcept
{
    return detail::Make::Inverse::with(*this, [u](auto const& inverse) { return inverse(u); });
}

void Distribution::sample(std::span<double const> u, std::span<double> values) const
{
    PATHECON_EXPECTS(u.size() == values.size(), "as many values as uniform numbers");
    PATHECON_EXPECTS(std::all_of(u.begin(), u.end(), [](double x) { return x > 0.0 && x < 1.0; }),
                     "uniform numbers lie between 0 and 1");
    detail::value_column(*this, u.data(), values.data(), u.size());
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
        return shift_ + scale_ * detail::by_iteration({shape_, shape2_}, u);
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
