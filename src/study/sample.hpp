// SPDX-License-Identifier: MIT
/// \file
/// A sample gives one number for each replication of an arm, so that everything made for independent numbers serves.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include <pathecon/sim/runs.hpp>
#include <pathecon/study/precision.hpp>

namespace pathecon::study::detail {

/// Where the replications of one arm are found.
struct Sample {
    int draws = 1, replications = 1;
    std::function<sim::Replication const&(int draw, int replication)> at;
};

Sample sample_of(sim::Runs const& runs, int arm);

/// Finds an interval by name.
std::optional<std::size_t> interval_of(sim::Labels const& labels, std::string_view name);

/// Returns [draw * replications + replication] hours, or shares. The plain mean of a draw's numbers is the mean over
/// all its patients, or the mean of its replications' quantiles; NaN where a replication has no quantile.
std::vector<double> values_of(Sample const& sample, std::size_t interval, Measure measure);

/// Returns the means of successive groups: of each draw's replications.
std::vector<double> means_of(std::vector<double> const& values, int replications);

} // namespace pathecon::study::detail
