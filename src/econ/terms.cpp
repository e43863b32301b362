// SPDX-License-Identifier: MIT
#include <pathecon/econ/terms.hpp>

#include <fmt/format.h>

#include <pathecon/base/walk.hpp>
#include <pathecon/econ/discount.hpp>

namespace pathecon::econ {

base::Diagnostics faults_of(Terms const& terms) {
    base::Diagnostics diagnostics;
    base::check_bounds(terms, "terms", diagnostics);
    if (terms.horizon.ticks() % units::year.ticks() != 0)
        diagnostics.error(901, "terms/horizon", fmt::format("expected whole years of 365 days, found {} years", terms.horizon.years()),
                          "an appraisal counts by the year");
    if (terms.horizon > units::year * 1000)
        diagnostics.error(901, "terms/horizon", fmt::format("expected at most 1000 years, found {}", terms.horizon.years()));
    if (terms.schedule != Schedule::flat) {
        double const first = rates_of(terms, ledger::Unit::gbp).front().rate;
        double const health = rates_of(terms, ledger::Unit::qaly).front().rate;
        auto const check = [&](char const* field, double given, double expected) {
            if (given != expected)
                diagnostics.error(902, fmt::format("terms/{}", field),
                                  fmt::format("the schedule '{}' starts at {}, found {}", base::enum_name(terms.schedule), expected, given),
                                  "say that rate, or schedule = \"flat\"");
        };
        check("discount_rate", terms.discount_rate.value(), first);
        check("health_discount_rate", terms.health_discount_rate.value(), health);
    }
    return diagnostics;
}

} // namespace pathecon::econ
