// SPDX-License-Identifier: MIT
/// \file
/// The parts of the results, each one section of docs/reference/results.md.
#pragma once

#include <pathecon/base/value.hpp>
#include <pathecon/econ/appraisal.hpp>
#include <pathecon/io/scenario.hpp>
#include <pathecon/study/run.hpp>

namespace pathecon::report {

/// One entry an arm: patients, intervals, resources, steps, outcomes, bottlenecks.
base::Value arms_part(study::StudyResult const& run);

/// One entry an arm but the first: money level by level, by kind, by owner, staff hours, ratios of times, what the
/// tools changed.
base::Value comparisons_part(study::StudyResult const& run, econ::Appraisal const& appraisal);

/// Every input with its source and status; and those that are assumptions.
base::Value sources_part(io::Scenario const& scenario);
base::Value assumptions_part(io::Scenario const& scenario);

/// Diagnostics as code, severity, file, line, column, path, message, hint.
base::Value diagnostics_part(base::Diagnostics const& diagnostics);

/// A table as a list of rows.
base::Value rows_part(base::Table const& table);

} // namespace pathecon::report
