// SPDX-License-Identifier: MIT
#include "stats/limits.hpp"

#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>

#include <pathecon/base/contract.hpp>

namespace pathecon::stats::detail {

namespace {

using Policy = boost::math::policies::policy<boost::math::policies::promote_double<false>>;
using StudentsT = boost::math::students_t_distribution<double, Policy>;

} // namespace

void expect_level(double level) { PATHECON_EXPECTS(level > 0.0 && level < 1.0, "a level lies between 0 and 1"); }

double t_factor(std::uint64_t degrees, double level)
{
    StudentsT const t{static_cast<double>(degrees)};
    return boost::math::quantile(boost::math::complement(t, 0.5 * (1.0 - level)));
}

double t_beyond(std::uint64_t degrees, double t)
{
    return 2.0 * boost::math::cdf(boost::math::complement(StudentsT{static_cast<double>(degrees)}, std::abs(t)));
}

double z_factor(double level)
{
    boost::math::normal_distribution<double, Policy> const z;
    return boost::math::quantile(boost::math::complement(z, 0.5 * (1.0 - level)));
}

double mean_of(std::span<double const> values)
{
    return sum_over(values.size(), [&](std::size_t i) { return values[i]; }) / static_cast<double>(values.size());
}

double cross(std::span<double const> a, double mean_a, std::span<double const> b, double mean_b)
{
    return sum_over(a.size(), [&](std::size_t i) { return (a[i] - mean_a) * (b[i] - mean_b); });
}

double variance_of(std::span<double const> values)
{
    double const mean = mean_of(values);
    return cross(values, mean, values, mean) / (static_cast<double>(values.size()) - 1.0);
}

Interval by_t(double estimate, double standard_error, std::uint64_t n, std::uint64_t degrees, double level)
{
    double const half = t_factor(degrees, level) * standard_error;
    return {estimate, estimate - half, estimate + half, standard_error, level, n};
}

Interval unknown(double estimate, std::uint64_t n, double level)
{
    return {estimate, -infinity, infinity, not_a_number, level, n};
}

} // namespace pathecon::stats::detail
