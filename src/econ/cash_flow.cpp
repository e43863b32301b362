// SPDX-License-Identifier: MIT
#include <pathecon/econ/cash_flow.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace pathecon::econ {
namespace {

double value_at(std::vector<double> const& coefficients, double x) {
    double value = 0;
    for (auto c = coefficients.rbegin(); c != coefficients.rend(); ++c) value = value * x + *c;
    return value;
}

/// Halves an interval on whose ends the value has different signs until its ends are neighbours.
double bisect(std::vector<double> const& coefficients, double low, double high) {
    bool const low_negative = value_at(coefficients, low) < 0;
    for (;;) {
        double const middle = std::midpoint(low, high);
        if (!(low < middle && middle < high)) return middle;
        double const value = value_at(coefficients, middle);
        if (value == 0) return middle;
        ((value < 0) == low_negative ? low : high) = middle;
    }
}

/// Returns the roots in (low, high) at which the polynomial changes sign. Between neighbouring roots of its derivative it is
/// monotone, so it crosses 0 at most once there.
std::vector<double> crossings(std::vector<double> const& coefficients, double low, double high) {
    if (coefficients.size() < 2) return {};
    std::vector<double> derivative;
    for (std::size_t power = 1; power < coefficients.size(); ++power)
        derivative.push_back(static_cast<double>(power) * coefficients[power]);
    std::vector<double> ends{low};
    for (double const root : crossings(derivative, low, high)) ends.push_back(root);
    ends.push_back(high);
    std::vector<double> roots;
    for (std::size_t i = 0; i + 1 < ends.size(); ++i) {
        double const a = value_at(coefficients, ends[i]), b = value_at(coefficients, ends[i + 1]);
        if (b == 0 && i + 2 < ends.size()) roots.push_back(ends[i + 1]);
        else if ((a < 0 && b > 0) || (a > 0 && b < 0)) roots.push_back(bisect(coefficients, ends[i], ends[i + 1]));
    }
    return roots;
}

} // namespace

double npv(std::span<double const> flows, double rate) {
    double value = 0;
    for (auto flow = flows.rbegin(); flow != flows.rend(); ++flow) value = value / (1 + rate) + *flow;
    return value;
}

std::vector<double> irr(std::span<double const> flows) {
    // In x = 1 / (1 + rate) the value is a polynomial. Its roots in (0, 1] are sought in x, those above 1 in 1 / x.
    std::vector<double> forward{flows.begin(), flows.end()};
    while (!forward.empty() && forward.back() == 0) forward.pop_back();
    std::vector<double> backward{forward.rbegin(), forward.rend()};
    std::vector<double> rates;
    for (double const y : crossings(backward, 0.0, 1.0)) rates.push_back(y - 1);
    if (!forward.empty() && value_at(forward, 1.0) == 0) rates.push_back(0);
    for (double const x : crossings(forward, 0.0, 1.0)) rates.push_back(1 / x - 1);
    std::sort(rates.begin(), rates.end());
    return rates;
}

double mirr(std::span<double const> flows, double finance, double reinvest) {
    double cost = 0, gain = 0;
    auto const last = static_cast<double>(flows.size()) - 1;
    for (std::size_t year = 0; year < flows.size(); ++year) {
        auto const at = static_cast<double>(year);
        if (flows[year] < 0) cost -= flows[year] * std::pow(1 + finance, -at);
        else gain += flows[year] * std::pow(1 + reinvest, last - at);
    }
    if (!(cost > 0 && gain > 0)) return std::numeric_limits<double>::quiet_NaN();
    return std::pow(gain / cost, 1 / last) - 1;
}

double payback(std::span<double const> flows) {
    double sum = 0, paid_back = 0;
    for (std::size_t year = 0; year < flows.size(); ++year) {
        double const before = sum;
        sum += flows[year];
        if (sum < 0) paid_back = std::numeric_limits<double>::infinity();
        else if (before < 0) paid_back = static_cast<double>(year) - 1 - before / flows[year];
    }
    return paid_back;
}

} // namespace pathecon::econ
