// SPDX-License-Identifier: MIT
/// \file
/// MSER finds how much of the start of a series to leave out, so that what remains speaks of the steady state.
///
/// The marginal standard error rule of White (Simulation 69 (1997), 323-334) on means of five (White, Cobb and Spratt,
/// Proc. Winter Simulation Conf. 2000, 755-760), with the refusal of Franklin and White (Proc. Winter Simulation Conf.
/// 2008, 541-546): a minimum in the last half says that the series is too short, not where it settles.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace pathecon::stats {

/// Where a series is to be cut.
struct WarmUp {
    std::size_t truncated = 0;   ///< Observations to leave out at the start, a multiple of the batch.
    bool is_too_short = false;   ///< The minimum lies in the last half of the series: make it longer, cut nothing.
    double standard_error = 0.0; ///< Marginal standard error of the mean of what remains; NaN without enough batches.
};

/// Returns the truncation that minimises the marginal standard error, sqrt(sum of squares about the mean of what
/// remains)/number that remain, over means of `batch` successive observations; the least truncation where several do.
/// The last incomplete batch is not looked at, and at least five batches remain: a few alike at the very end would
/// pretend precision (Hoad, Robinson and Davies, J Oper Res Soc 61 (2010), 1389-1403). Fewer than ten batches are too
/// short.
[[nodiscard]] WarmUp mser(std::span<double const> series, std::size_t batch = 5);

/// Returns the mean of several series, observation by observation, up to the end of the shortest: the series on which
/// the start shows best (Welch, in Lavenberg (ed.), The Computer Performance Modeling Handbook, 1983, chapter 6).
[[nodiscard]] std::vector<double> mean_series(std::span<std::vector<double> const> series);

} // namespace pathecon::stats
