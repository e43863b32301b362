// SPDX-License-Identifier: MIT
#include <pathecon/econ/capital.hpp>

#include <pathecon/base/contract.hpp>

namespace pathecon::econ {

std::vector<CapitalCharge> capital_charges(units::Money capital, int years, double dividend_rate) {
    PATHECON_EXPECTS(years > 0, "an asset lives for at least a year");
    std::vector<CapitalCharge> charges;
    for (int year = 0; year < years; ++year) {
        double const mean_left = (years - year - 0.5) / years;
        charges.push_back({capital / years, capital * (mean_left * dividend_rate)});
    }
    return charges;
}

} // namespace pathecon::econ
