// SPDX-License-Identifier: MIT
/// \file
/// A difference sets the times of one interval in an arm beside the comparator's, replication by replication under the
/// same luck.
#pragma once

#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <pathecon/base/column.hpp>
#include <pathecon/pathway/arrivals.hpp>
#include <pathecon/stats/control.hpp>
#include <pathecon/stats/interval.hpp>
#include <pathecon/study/precision.hpp>
#include <pathecon/study/run.hpp>
#include <pathecon/units/duration.hpp>

namespace pathecon::study {

/// Arm less comparator, in hours, or as a share of patients.
struct Difference {
    std::string arm{}, comparator{}, interval{};
    Measure measure = Measure::mean;
    /// Over the replications of one draw by Student's t on their pairs; over draws as percentiles of the draws' own
    /// differences, each of all its replications, the standard error being that of the mean over draws.
    stats::Interval value{};
    /// What pairing gained: how many times more replications independent luck would need for the same error. Of the
    /// scatter inside draws; NaN where a draw has one replication, infinite where the difference does not vary.
    stats::Interval variance_ratio{};
    /// Variances of the difference between draws, without that within, and within them; NaN without several of each.
    double between_draws = std::numeric_limits<double>::quiet_NaN();
    double within_draws = std::numeric_limits<double>::quiet_NaN();
    /// A second estimate, with what the number of patients who happened to come explains taken out. Of means and shares
    /// in a single draw, where a stream of patients is plainly Poisson, so that its mean is known.
    std::optional<stats::Controlled> controlled{};
    double p_value = std::numeric_limits<double>::quiet_NaN();    ///< Against no difference, by Student's t.
    double p_adjusted = std::numeric_limits<double>::quiet_NaN(); ///< By Holm, over the arms.
};

/// Compares every interval that both arms judge, every arm but the first with the first: means, medians, 90th
/// percentiles, and, of an interval with a standard, the share within it. The mean over patients of several
/// replications counts each patient once; medians and percentiles are of a replication, then averaged.
std::vector<Difference> differences_of(StudyResult const& result);

/// One row a difference: arm, interval, measure, unit, difference, low, high, standard_error, variance_ratio,
/// controlled, controlled_standard_error, p_adjusted; NaN where there is none.
base::Table differences_table(StudyResult const& result);

/// The mean of an interval in one arm with what the number of patients who happened to come explains taken out, in
/// hours; none over several draws, or where no stream of patients is plainly Poisson.
std::optional<stats::Controlled> controlled_mean_of(StudyResult const& result, int arm, std::string_view interval);

/// Returns how many patients a plainly Poisson stream (a rate while open, the same every week) brings on average
/// between two times after Monday 00:00; nothing for any other.
std::optional<double> expected_arrivals(pathway::Arrivals const& arrivals, units::Duration from, units::Duration until);

} // namespace pathecon::study
