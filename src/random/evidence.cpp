// SPDX-License-Identifier: MIT
#include <pathecon/random/evidence.hpp>

#include <cmath>

#include <pathecon/base/number.hpp>

namespace pathecon::random {

double base_value(Prior const& prior)
{
    switch (prior.family) {
    case Family::beta:
    case Family::gamma:
    case Family::normal:
    case Family::lognormal:
        return prior.mean;
    default:
        return to_distribution(prior).mean();
    }
}

std::string prior_text(Prior const& prior, std::string_view unit)
{
    auto const number = [&](double value) {
        std::string text = base::number_text(value);
        if (unit == "£") return "£" + text;
        return unit.empty() || unit == "probability" ? text : text + " " + std::string{unit};
    };
    bool const is_range =
        prior.family == Family::uniform || prior.family == Family::triangular || prior.family == Family::pert;
    std::string text{name_of(prior.family)};
    if (!std::isnan(prior.mean)) text += (is_range ? ", mode " : ", mean ") + number(prior.mean);
    if (!std::isnan(prior.sd)) text += ", sd " + number(prior.sd);
    if (!std::isnan(prior.low) && !std::isnan(prior.high)) {
        text += is_range ? ", " : ", " + base::number_text(prior.level * 100) + " % ";
        text += number(prior.low) + " to " + number(prior.high);
    }
    return text;
}

} // namespace pathecon::random
