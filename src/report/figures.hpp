// SPDX-License-Identifier: MIT
/// \file
/// A figure is a result as it is written: with its range, its error and no digit beyond it.
#pragma once

#include <functional>
#include <string>

#include <pathecon/base/value.hpp>
#include <pathecon/econ/estimate.hpp>
#include <pathecon/sim/runs.hpp>
#include <pathecon/stats/control.hpp>
#include <pathecon/stats/interval.hpp>

namespace pathecon::report {

/// Writes a number; null for one that cannot be known or is infinite.
base::Value number(double value);

/// Writes mean, low, high, standard_error, over and n.
base::Value figure(econ::Estimate const& estimate);
base::Value figure(stats::Interval const& interval, econ::Over over);

/// Writes a second estimate as a figure with the `variance_ratio` gained and the number of `controls`.
base::Value controlled_figure(stats::Controlled const& controlled);

/// Numerator and denominator of a ratio in one replication.
struct Part {
    double over = 0, under = 1;
};

/// Estimates the ratio of means of something in the replications of an arm: over its replications when there is one
/// draw, otherwise over the draws, each with its replications pooled.
stats::Interval ratio_in(sim::Runs const& runs, int arm, std::function<Part(sim::Replication const&)> const& part);

/// Estimates the mean of one number a draw (with several draws), or one a replication.
stats::Interval mean_over(sim::Runs const& runs, std::span<double const> values);

/// Says what the range of an estimate from these runs ranges over.
econ::Over over_of(sim::Runs const& runs);

/// Writes pounds as `£1.23 million` with no digit beyond the standard error: `-£340,000`.
std::string pounds_text(double pounds, double standard_error);

/// Writes `95 % interval £1.0 million to £1.4 million`, or that none is known.
std::string range_text(econ::Estimate const& estimate);

} // namespace pathecon::report
