// SPDX-License-Identifier: MIT
#include <pathecon/econ/appraisal.hpp>

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include <pathecon/econ/cash_flow.hpp>
#include <pathecon/econ/returns.hpp>
#include <pathecon/units/format.hpp>

namespace pathecon::econ {
namespace {

constexpr double suspicious_return = 3.0;   // net ROI above which a claim is checked before it is believed

Return return_of(Worths const& worths, Level level) {
    auto const pay = [level](bool discounted) {
        return [level, discounted](Worth const& worth) { return payback(worth.flows(level, discounted)); };
    };
    auto const paid = std::count_if(worths.draws.begin(), worths.draws.end(),
                                    [&](Worth const& worth) { return std::isfinite(pay(false)(worth)); });
    return {.level = level,
            .npv = estimate(worths, [level](Worth const& worth) { return worth.npv(level); }),
            .benefit = estimate(worths, [level](Worth const& worth) { return worth.benefit(level); }),
            .roi_net = estimate(worths, [level](Worth const& worth) { return roi_net(worth, level); }),
            .roi_gross = estimate(worths, [level](Worth const& worth) { return roi_gross(worth, level); }),
            .payback = estimate(worths, pay(false)),
            .discounted_payback = estimate(worths, pay(true)),
            .paid_back_share = static_cast<double>(paid) / static_cast<double>(worths.draws.size())};
}

Estimate gross_cost_of(Worths const& worths) {
    return estimate(worths, [](Worth const& worth) { return worth.gross_cost; });
}

ArmAppraisal appraise_arm(std::string name, Worths const& worths) {
    ArmAppraisal arm;
    arm.arm = std::move(name);
    arm.outlay = estimate(worths, [](Worth const& worth) { return worth.outlay(); });
    for (auto const& [level, text] : base::EnumNames<Level>::names)
        arm.levels[static_cast<std::size_t>(level)] = return_of(worths, level);
    for (auto const& [kind_, text] : base::EnumNames<ledger::Kind>::names)
        arm.consequences[static_cast<std::size_t>(kind_)] =
            estimate(worths, [kind = kind_](Worth const& worth) { return worth.consequence(kind); });
    arm.qalys = estimate(worths, [](Worth const& worth) { return worth.qalys; });
    double const value = worths.terms.qaly_opportunity_cost.pounds();
    arm.npv_at_opportunity_cost =
        estimate(worths, [value](Worth const& worth) { return worth.npv(Level::capacity) + value * worth.qalys; });
    arm.gross_cost = gross_cost_of(worths);
    for (std::size_t owner = 0; owner < worths.owners.size(); ++owner)
        arm.owners.push_back({.owner = worths.owners[owner],
                              .cash = estimate(worths, [owner](Worth const& worth) { return worth.owner_cash[owner]; }),
                              .npv = estimate(worths, [owner](Worth const& worth) { return worth.owner_value[owner]; })});
    arm.flows = worths.mean().flows(Level::capacity);
    return arm;
}

void warn_of_return(ArmAppraisal const& arm, base::Diagnostics& warnings) {
    for (auto const& at : arm.levels)
        if (at.roi_net.mean > suspicious_return) {
            warnings.warning(903, "arm/" + arm.arm,
                             fmt::format("a net return of {} at the level '{}' is far above what tools have shown: check before believing",
                                         units::human(units::Probability{at.roi_net.mean}), base::enum_name(at.level)),
                             "look for time counted as cash, a price left out, or a benefit counted twice");
            return;
        }
}

/// An arm that returns more than a perfect tool is wrong somewhere; more than two standard errors above counts.
void warn_of_bound(Worths const& arm, std::string const& name, Worths const& bound, std::string const& bound_name,
                   base::Diagnostics& warnings) {
    Worths above = arm;
    auto const subtract = [](std::vector<Worth>& from, std::vector<Worth> const& other) {
        for (std::size_t i = 0; i < from.size(); ++i) from[i] -= other[i];
    };
    subtract(above.draws, bound.draws);
    subtract(above.left_out, bound.left_out);
    for (auto const& [level_, text] : base::EnumNames<Level>::names) {
        auto const excess = estimate(above, [level = level_](Worth const& worth) { return worth.benefit(level); });
        double const margin = std::isnan(excess.standard_error) ? 0 : 2 * excess.standard_error;
        if (!(excess.mean > margin)) continue;
        warnings.warning(904, "arm/" + name,
                         fmt::format("the benefit of '{}' at the level '{}' is {} above that of the perfect tool '{}': it cannot be", name,
                                     text, units::human(units::pounds(excess.mean)), bound_name),
                         "the model or the bound is wrong");
        return;
    }
}

} // namespace

ArmAppraisal const& Appraisal::arm(std::string_view name) const {
    for (auto const& candidate : arms)
        if (candidate.arm == name) return candidate;
    std::vector<std::string> names;
    for (auto const& candidate : arms) names.push_back(candidate.arm);
    base::Diagnostics diagnostics;
    diagnostics.error(905, "arm/" + std::string{name}, fmt::format("no arm is called '{}'; there is {}", name, fmt::join(names, ", ")),
                      base::did_you_mean(name, names));
    throw base::InvalidInput{std::move(diagnostics)};
}

Appraisal appraise(ledger::Ledger const& ledger, Terms const& terms) {
    auto faults = faults_of(terms);
    if (ledger.horizon.ticks() > 0 && terms.horizon > ledger.horizon)
        faults.error(906, "terms/horizon", fmt::format("the ledger reaches {} years, found {}", ledger.horizon.years(), terms.horizon.years()),
                     "price the runs to this horizon");
    int const bound = terms.bound.empty() ? -1 : ledger.arm_index(terms.bound);
    if (!terms.bound.empty() && bound < 1)
        faults.error(907, "terms/bound", fmt::format("expected an arm beside the comparator, found '{}'", terms.bound),
                     base::did_you_mean(terms.bound, ledger.arms));
    if (!faults.ok()) throw base::InvalidInput{std::move(faults)};

    Appraisal appraisal{.terms = terms,
                        .comparator = ledger.arms.front(),
                        .comparator_gross_cost = gross_cost_of(worths_of(ledger, terms, 0))};
    appraisal.warnings.append(ledger.warnings);
    appraisal.warnings.append(faults);
    auto const bounding = bound > 0 ? worths_of(ledger, terms, bound) : Worths{};
    for (int arm = 1; static_cast<std::size_t>(arm) < ledger.arms.size(); ++arm) {
        auto const worths = worths_of(ledger, terms, arm);
        auto const& name = ledger.arms[static_cast<std::size_t>(arm)];
        appraisal.arms.push_back(appraise_arm(name, worths));
        if (arm == bound) continue;
        warn_of_return(appraisal.arms.back(), appraisal.warnings);
        if (bound > 0) warn_of_bound(worths, name, bounding, terms.bound, appraisal.warnings);
    }
    return appraisal;
}

base::Table comparison(Appraisal const& appraisal) {
    std::vector<std::string> arms, levels, figures;
    std::vector<double> mean, low, high, error;
    auto const add = [&](std::string const& arm, std::string_view level, std::string_view figure, Estimate const& estimate) {
        arms.push_back(arm);
        levels.emplace_back(level);
        figures.emplace_back(figure);
        mean.push_back(estimate.mean);
        low.push_back(estimate.low);
        high.push_back(estimate.high);
        error.push_back(estimate.standard_error);
    };
    add(appraisal.comparator, "", "gross_cost", appraisal.comparator_gross_cost);
    for (auto const& arm : appraisal.arms) {
        add(arm.arm, "", "outlay", arm.outlay);
        add(arm.arm, "", "gross_cost", arm.gross_cost);
        add(arm.arm, "", "qalys", arm.qalys);
        for (auto const& at : arm.levels) {
            auto const level = base::enum_name(at.level);
            add(arm.arm, level, "npv", at.npv);
            add(arm.arm, level, "benefit", at.benefit);
            add(arm.arm, level, "roi_net", at.roi_net);
            add(arm.arm, level, "roi_gross", at.roi_gross);
            add(arm.arm, level, "payback_years", at.payback);
            add(arm.arm, level, "discounted_payback_years", at.discounted_payback);
        }
        add(arm.arm, "health", "npv_at_opportunity_cost", arm.npv_at_opportunity_cost);
        for (auto const& owner : arm.owners) {
            add(arm.arm, "", "cash of " + owner.owner, owner.cash);
            add(arm.arm, "", "npv of " + owner.owner, owner.npv);
        }
    }
    base::Table table;
    table.add_column("arm", arms);
    table.add_column("level", levels);
    table.add_column("figure", figures);
    table.add_column("mean", mean);
    table.add_column("low", low);
    table.add_column("high", high);
    table.add_column("standard_error", error);
    return table;
}

} // namespace pathecon::econ
