// SPDX-License-Identifier: MIT
#include <pathecon/econ/returns.hpp>

#include <limits>

#include <pathecon/econ/cash_flow.hpp>

namespace pathecon::econ {
namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

} // namespace

double roi_net(Worth const& worth, Level level) { return worth.outlay() > 0 ? worth.npv(level) / worth.outlay() : undefined; }
double roi_gross(Worth const& worth, Level level) { return worth.outlay() > 0 ? worth.benefit(level) / worth.outlay() : undefined; }

Estimate npv(ledger::Ledger const& ledger, Terms const& terms, Level level, int arm) {
    return estimate(worths_of(ledger, terms, arm), [level](Worth const& worth) { return worth.npv(level); });
}

Estimate roi_net(ledger::Ledger const& ledger, Terms const& terms, Level level, int arm) {
    return estimate(worths_of(ledger, terms, arm), [level](Worth const& worth) { return roi_net(worth, level); });
}

Estimate roi_gross(ledger::Ledger const& ledger, Terms const& terms, Level level, int arm) {
    return estimate(worths_of(ledger, terms, arm), [level](Worth const& worth) { return roi_gross(worth, level); });
}

Estimate payback(ledger::Ledger const& ledger, Terms const& terms, Level level, bool discounted, int arm) {
    return estimate(worths_of(ledger, terms, arm),
                    [level, discounted](Worth const& worth) { return payback(worth.flows(level, discounted)); });
}

Estimate switching_value(ledger::Ledger const& ledger, Terms const& terms, ledger::Kind kind, Level level, int arm) {
    return estimate(worths_of(ledger, terms, arm), [kind, level](Worth const& worth) {
        double const part = worth.consequence(kind);
        return part == 0 ? undefined : 1 - worth.npv(level) / part;
    });
}

Estimate switching_qaly_value(ledger::Ledger const& ledger, Terms const& terms, int arm) {
    return estimate(worths_of(ledger, terms, arm), [](Worth const& worth) {
        return worth.qalys == 0 ? undefined : -worth.npv(Level::capacity) / worth.qalys;
    });
}

} // namespace pathecon::econ
