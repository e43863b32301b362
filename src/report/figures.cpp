// SPDX-License-Identifier: MIT
#include "report/figures.hpp"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <pathecon/base/pause.hpp>
#include <pathecon/units/format.hpp>

namespace pathecon::report {
namespace {

constexpr int most_digits = 3;

char const* name_of(econ::Over over)
{
    switch (over) {
    case econ::Over::nothing:
        return "nothing";
    case econ::Over::replications:
        return "replications";
    case econ::Over::draws:
        return "draws";
    }
    return "nothing";
}

/// How many digits of a number stand before the first that its error blurs; one at least.
int digits_of(double number, double standard_error)
{
    if (!(standard_error > 0) || !std::isfinite(standard_error) || number == 0) return most_digits;
    double const known = std::floor(std::log10(std::abs(number))) - std::floor(std::log10(standard_error)) + 1;
    return static_cast<int>(std::clamp(known, 1.0, static_cast<double>(most_digits)));
}

} // namespace

base::Value number(double value) { return std::isfinite(value) ? base::Value{value} : base::Value{}; }

base::Value figure(econ::Estimate const& estimate)
{
    auto value = base::Value::table();
    value.set("mean", number(estimate.mean));
    value.set("low", number(estimate.low));
    value.set("high", number(estimate.high));
    value.set("standard_error", number(estimate.standard_error));
    value.set("over", name_of(estimate.over));
    value.set("n", estimate.n);
    return value;
}

base::Value figure(stats::Interval const& interval, econ::Over over)
{
    return figure(econ::Estimate{.mean = interval.mean,
                                 .low = interval.low,
                                 .high = interval.high,
                                 .standard_error = interval.standard_error,
                                 .level = interval.level,
                                 .n = static_cast<int>(interval.n),
                                 .over = over});
}

base::Value controlled_figure(stats::Controlled const& controlled)
{
    auto value = figure(controlled.mean, econ::Over::replications);
    value.set("variance_ratio", number(controlled.variance_ratio));
    value.set("controls", static_cast<std::int64_t>(controlled.controls));
    return value;
}

econ::Over over_of(sim::Runs const& runs)
{
    if (runs.draws > 1) return econ::Over::draws;
    return runs.replications > 1 ? econ::Over::replications : econ::Over::nothing;
}

stats::Interval mean_over(sim::Runs const& runs, std::span<double const> values)
{
    return runs.draws > 1 ? stats::percentile_interval(values).draws : stats::mean_interval(values);
}

stats::Interval ratio_in(sim::Runs const& runs, int arm, std::function<Part(sim::Replication const&)> const& part)
{
    std::vector<double> over, under, ratios;
    for (int draw = 0; draw < runs.draws; ++draw) {
        base::pause();
        Part pooled{.over = 0, .under = 0};
        for (int replication = 0; replication < runs.replications; ++replication) {
            auto const one = part(runs.at(arm, draw, replication));
            over.push_back(one.over);
            under.push_back(one.under);
            pooled.over += one.over;
            pooled.under += one.under;
        }
        ratios.push_back(pooled.over / pooled.under);
    }
    return runs.draws > 1 ? stats::percentile_interval(ratios).draws : stats::ratio_of_means(over, under);
}

std::string pounds_text(double pounds, double standard_error)
{
    if (std::isnan(pounds)) return "an unknown amount";
    if (std::isinf(pounds)) return "without bound";
    int const digits = digits_of(pounds, standard_error);
    std::string const sign = pounds < 0 ? "−" : "";
    double const size = std::abs(pounds);
    if (size < 999'500) return sign + units::human(units::pounds(size), digits);
    return fmt::format("{}£{} million", sign, units::human(size / 1e6, digits));
}

std::string range_text(econ::Estimate const& estimate)
{
    if (!std::isfinite(estimate.low) || !std::isfinite(estimate.high)) return "no interval is known";
    if (estimate.low == estimate.high) return "without error of simulation";
    return fmt::format("{:.0f} % interval {} to {}", 100 * estimate.level,
                       pounds_text(estimate.low, estimate.standard_error),
                       pounds_text(estimate.high, estimate.standard_error));
}

} // namespace pathecon::report
