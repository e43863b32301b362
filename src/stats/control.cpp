// SPDX-License-Identifier: MIT
#include <pathecon/stats/control.hpp>

#include <cmath>

#include <Eigen/Dense>

#include <pathecon/base/contract.hpp>

#include "stats/limits.hpp"

namespace pathecon::stats {

namespace {

using Eigen::Index;

/// A control whose scatter, or what of it does not follow from the others, is below this share of its size is constant
/// but for rounding.
constexpr double rounding = 1e-10;

/// The controls about their own means, each brought to unit length; a control that does not vary becomes 0.
struct Design {
    Eigen::MatrixXd columns;
    Eigen::VectorXd means, lengths;

    Design(std::span<Control const> controls, std::size_t n)
        : columns(static_cast<Index>(n), static_cast<Index>(controls.size()))
        , means(static_cast<Index>(controls.size()))
        , lengths(static_cast<Index>(controls.size()))
    {
        for (Index k = 0; k < columns.cols(); ++k) {
            auto const& control = controls[static_cast<std::size_t>(k)];
            PATHECON_EXPECTS(control.values.size() == n, "a control has one number a replication");
            means(k) = detail::mean_of(control.values);
            for (Index i = 0; i < columns.rows(); ++i) {
                columns(i, k) = control.values[static_cast<std::size_t>(i)] - means(k);
            }
            lengths(k) = columns.col(k).norm();
            bool const varies = lengths(k) > rounding * std::sqrt(static_cast<double>(n)) * std::abs(means(k));
            if (varies) {
                columns.col(k) /= lengths(k);
            } else {
                columns.col(k).setZero();
            }
        }
    }
};

} // namespace

Controlled controlled_mean(std::span<double const> values, std::span<Control const> controls, double level)
{
    Controlled result{.plain = mean_interval(values, level), .slopes = std::vector<double>(controls.size(), 0.0)};
    result.mean = result.plain;
    std::size_t const n = values.size();
    if (n < 2 || controls.empty()) {
        return result;
    }
    Design const design{controls, n};
    Eigen::VectorXd response(static_cast<Index>(n));
    for (std::size_t i = 0; i < n; ++i) {
        response(static_cast<Index>(i)) = values[i] - result.plain.mean;
    }
    Eigen::ColPivHouseholderQR<Eigen::MatrixXd> solver;
    solver.setThreshold(rounding);
    solver.compute(design.columns);
    Index const rank = solver.rank();
    if (rank == 0) {
        return result;
    }
    if (static_cast<Index>(n) < rank + 3) {
        result.mean = detail::unknown(result.plain.mean, n, level);
        result.variance_ratio = detail::not_a_number;
        return result;
    }
    // X P = Q R. What pivoting put last follows from the rest and takes no part.
    auto const r = solver.matrixR().topLeftCorner(rank, rank).template triangularView<Eigen::Upper>();
    auto const& order = solver.colsPermutation().indices();
    Eigen::VectorXd const rotated = solver.householderQ().transpose() * response;
    Eigen::VectorXd const scaled = r.solve(rotated.head(rank));
    Eigen::VectorXd excess(rank); // how far each used control's mean fell from the known one, in its own lengths
    double estimate = result.plain.mean;
    for (Index j = 0; j < rank; ++j) {
        auto const k = order(j);
        auto const at = static_cast<std::size_t>(k);
        double const off = design.means(k) - controls[at].mean;
        excess(j) = off / design.lengths(k);
        result.slopes[at] = scaled(j) / design.lengths(k);
        estimate -= result.slopes[at] * off;
    }
    // Variance of the intercept: s^2 (1/n + d' (X'X)^-1 d), with d'(X'X)^-1 d = |R'^-1 d|^2.
    std::uint64_t const degrees = n - static_cast<std::uint64_t>(rank) - 1;
    double const left = rotated.tail(static_cast<Index>(n) - rank).squaredNorm();
    Eigen::VectorXd const leverage = r.transpose().solve(excess);
    double const error =
        std::sqrt(left / static_cast<double>(degrees) * (1.0 / static_cast<double>(n) + leverage.squaredNorm()));
    result.mean = detail::by_t(estimate, error, n, degrees, level);
    result.controls = static_cast<std::uint64_t>(rank);
    double const gain = result.plain.standard_error / error;
    result.variance_ratio = gain * gain;
    return result;
}

} // namespace pathecon::stats
