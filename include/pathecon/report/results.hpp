// SPDX-License-Identifier: MIT
/// \file
/// Results are everything a run found, as one value with a stable order of keys: what `--json` prints.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <pathecon/base/column.hpp>
#include <pathecon/base/value.hpp>
#include <pathecon/econ/appraisal.hpp>
#include <pathecon/io/scenario.hpp>
#include <pathecon/ledger/ledger.hpp>
#include <pathecon/study/run.hpp>

namespace pathecon::report {

/// Makes the results that docs/reference/results.md describes. Every front-end shows these numbers and makes none of
/// its own.
base::Value results(io::Scenario const& scenario, study::StudyResult const& run, econ::Appraisal const& appraisal);

/// Gathers what deserves a second look: of the file, the run, the prices and the appraisal, each once.
base::Diagnostics warnings_of(io::Scenario const& scenario, study::StudyResult const& run,
                              econ::Appraisal const& appraisal);

/// Lays the runs out as one long table: arm, draw, replication, measure, item, value; by period, `period` and `start_days`
/// stand before the measure.
base::Table runs_table(sim::Runs const& runs, sim::By by = sim::By::horizon);

/// Makes the manifest of a folder of outputs: version, compiler, hashes of inputs, runs and of each file named, seed.
base::Value manifest(io::Scenario const& scenario, study::StudyResult const& run, std::filesystem::path const& folder,
                     std::vector<std::string> const& files);

/// Writes results.json, ledger.csv, runs.csv, periods.csv (where the study has periods) and manifest.json into a folder,
/// each whole or not at all. The manifest comes last and also holds the hashes of `others`, files that stand in the folder already.
void write_outputs(io::Scenario const& scenario, study::StudyResult const& run, ledger::Ledger const& ledger,
                   econ::Appraisal const& appraisal, std::filesystem::path const& folder,
                   std::vector<std::string> const& others = {});

} // namespace pathecon::report
