// SPDX-License-Identifier: MIT
/// \file
/// Results are everything a run found, as one value with a stable order of keys: what `--json` prints.
#pragma once

#include <filesystem>
#include <string>

#include <pathecon/base/column.hpp>
#include <pathecon/base/value.hpp>
#include <pathecon/econ/appraisal.hpp>
#include <pathecon/io/scenario.hpp>
#include <pathecon/study/run.hpp>

namespace pathecon::report {

/// Makes the results that docs/reference/results.md describes. Every front-end shows these numbers and makes none of its own.
base::Value results(io::Scenario const& scenario, study::StudyResult const& run, econ::Appraisal const& appraisal);

} // namespace pathecon::report
