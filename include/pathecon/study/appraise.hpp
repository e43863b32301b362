// SPDX-License-Identifier: MIT
/// \file
/// Appraising a study's result prices what happened and values it; it never simulates.
#pragma once

#include <pathecon/econ/appraisal.hpp>
#include <pathecon/econ/terms.hpp>
#include <pathecon/ledger/ledger.hpp>
#include <pathecon/ledger/tariff.hpp>
#include <pathecon/study/run.hpp>

namespace pathecon::study {

/// Returns the dated lines of a result: what happened at the tariff's prices, the tools' charges and the health of the
/// delays in the terms. Throws base::InvalidInput with the faults of the tariff, or when a cancelled run kept nothing.
ledger::Ledger ledger_of(StudyResult const& result, ledger::Tariff const& tariff, econ::Terms const& terms = {});

/// Appraises a result. Call it again with another tariff or other terms: the result is not simulated again.
econ::Appraisal appraise(StudyResult const& result, ledger::Tariff const& tariff, econ::Terms const& terms = {});

} // namespace pathecon::study
