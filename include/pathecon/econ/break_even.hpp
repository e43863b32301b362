// SPDX-License-Identifier: MIT
/// \file
/// A break-even is the point at which a tool costs as much as it gives.
#pragma once

#include <pathecon/units/duration.hpp>
#include <pathecon/units/money.hpp>

namespace pathecon::econ {

/// Returns the time that each use must free, all of it usable, to pay for itself at what an hour is worth.
units::Duration break_even_time(units::Money cost_per_use, units::Money per_hour);

/// Returns the uses a year from which a fixed yearly cost is met by what each use gives above its own cost; infinite when it gives nothing.
double break_even_volume(units::Money fixed_per_year, units::Money gain_per_use, units::Money cost_per_use = {});

/// Returns the highest price of a use at which so many uses a year still meet a fixed yearly cost; negative when they never do.
units::Money break_even_price(units::Money gain_per_use, units::Money fixed_per_year, double uses_per_year);

} // namespace pathecon::econ
