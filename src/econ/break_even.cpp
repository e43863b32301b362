// SPDX-License-Identifier: MIT
#include <pathecon/econ/break_even.hpp>

#include <limits>

#include <pathecon/base/contract.hpp>

namespace pathecon::econ {

units::Duration break_even_time(units::Money cost_per_use, units::Money per_hour) {
    PATHECON_EXPECTS(per_hour.pounds() > 0, "an hour is worth something");
    return units::hours(cost_per_use / per_hour);
}

double break_even_volume(units::Money fixed_per_year, units::Money gain_per_use, units::Money cost_per_use) {
    auto const margin = gain_per_use - cost_per_use;
    return margin.pounds() > 0 ? fixed_per_year / margin : std::numeric_limits<double>::infinity();
}

units::Money break_even_price(units::Money gain_per_use, units::Money fixed_per_year, double uses_per_year) {
    PATHECON_EXPECTS(uses_per_year > 0, "there are uses");
    return gain_per_use - fixed_per_year / uses_per_year;
}

} // namespace pathecon::econ
