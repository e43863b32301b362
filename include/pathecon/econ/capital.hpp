// SPDX-License-Identifier: MIT
/// \file
/// Capital is an outlay that stands in the balance sheet: its charges are in the trust's income and expenditure, not in the net present value.
#pragma once

#include <vector>

#include <pathecon/units/money.hpp>

namespace pathecon::econ {

/// One year's charges of an asset.
struct CapitalCharge {
    units::Money depreciation{};
    units::Money dividend{};        ///< Public dividend capital, on the mean net book value of the year.
};

/// Returns the charges of each year of an asset's life: straight-line depreciation, and the dividend on average relevant net assets
/// (Department of Health and Social Care Group Accounting Manual: 3.5 %).
std::vector<CapitalCharge> capital_charges(units::Money capital, int years, double dividend_rate = 0.035);

} // namespace pathecon::econ
