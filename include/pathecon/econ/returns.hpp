// SPDX-License-Identifier: MIT
/// \file
/// Returns are the figures of a ledger one by one: net present value, return on investment, payback, switching values.
#pragma once

#include <pathecon/econ/worth.hpp>

namespace pathecon::econ {

/// Estimates benefit - outlay, £. At the level societal this is the net present social value: transfers are not in it.
Estimate npv(ledger::Ledger const& ledger, Terms const& terms, Level level, int arm = 1);

/// Estimates (benefit - outlay) / outlay: 1 means 100 %, two pounds back for each pound. NaN without an outlay.
Estimate roi_net(ledger::Ledger const& ledger, Terms const& terms, Level level, int arm = 1);

/// Estimates benefit / outlay: pounds back for each pound, the benefit-cost ratio. It is also what the price may be multiplied with to break even.
Estimate roi_gross(ledger::Ledger const& ledger, Terms const& terms, Level level, int arm = 1);

/// Estimates the years until the flows of a level have paid back for good; see payback(flows).
Estimate payback(ledger::Ledger const& ledger, Terms const& terms, Level level, bool discounted = false, int arm = 1);

/// Estimates what the consequences of one kind must be multiplied with for the level to return exactly 0. NaN when there are none.
Estimate switching_value(ledger::Ledger const& ledger, Terms const& terms, ledger::Kind kind, Level level, int arm = 1);

/// Estimates the value of a QALY at which the level health returns exactly 0; negative when it returns more without any.
Estimate switching_qaly_value(ledger::Ledger const& ledger, Terms const& terms, int arm = 1);

/// The same figures of one worth.
double roi_net(Worth const& worth, Level level);
double roi_gross(Worth const& worth, Level level);

} // namespace pathecon::econ
