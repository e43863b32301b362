// SPDX-License-Identifier: MIT
#include <pathecon/report/decision.hpp>

#include <cmath>
#include <vector>

#include <fmt/format.h>

#include <pathecon/base/contract.hpp>
#include <pathecon/pathway/fields.hpp>
#include <pathecon/units/format.hpp>

#include "report/figures.hpp"
#include "report/staff.hpp"

namespace pathecon::report {
namespace {

std::string money(econ::Estimate const& estimate) { return pounds_text(estimate.mean, estimate.standard_error); }

std::string years_text(units::Duration horizon) { return fmt::format("{:g} years", horizon.years()); }

Certainty certainty_of(econ::Estimate const& npv)
{
    if (!std::isfinite(npv.low) || !std::isfinite(npv.high)) return Certainty::unknown;
    if (npv.low > 0) return Certainty::gain;
    return npv.high < 0 ? Certainty::loss : Certainty::open;
}

bool is_uncertain(io::Scenario const& scenario)
{
    auto const any = [](std::vector<random::InputRow> const& rows) {
        for (auto const& row : rows)
            if (!row.prior.empty()) return true;
        return false;
    };
    return any(random::list_inputs(scenario.study.pathway)) || any(random::list_inputs(scenario.tools)) ||
           any(random::list_inputs(scenario.tariff.prices));
}

std::string how_sure(Decision const& decision, io::Scenario const& scenario)
{
    auto const& npv = decision.npv;
    if (npv.over == econ::Over::nothing) return "Nothing is known of the error: there is one replication of one draw.";
    std::string text = npv.low == npv.high ? std::string{"It is the same in every replication, and"}
                                           : fmt::format("The {}", range_text(npv));
    switch (decision.certainty) {
    case Certainty::gain:
        text += " lies above £0.";
        break;
    case Certainty::loss:
        text += " lies below £0.";
        break;
    case Certainty::open:
        text += " includes £0: the sign is not settled.";
        break;
    case Certainty::unknown:
        text += ".";
        break;
    }
    if (npv.over == econ::Over::draws)
        return text + fmt::format(" It holds the uncertainty of the inputs, in {} draws.", npv.n);
    text += fmt::format(" It holds the error of {} replications only.", npv.n);
    if (is_uncertain(scenario))
        return text + " Some inputs are uncertain and stand at their base values: ask for several draws.";
    return text + " No input of the scenario has a range, so that the result is only as sure as they are.";
}

std::string what_is_cash(econ::ArmAppraisal const& arm)
{
    auto const& cash = arm.at(econ::Level::cash);
    auto text = fmt::format("In cash alone it returns {} ({}) on an outlay of {}", money(cash.npv),
                            range_text(cash.npv), money(arm.outlay));
    if (std::isfinite(cash.roi_net.mean))
        text += fmt::format(": a net ROI of {:.0f} %, a gross ratio of {:.2f}", 100 * cash.roi_net.mean,
                            cash.roi_gross.mean);
    if (std::isfinite(cash.payback.mean))
        text += fmt::format("; it pays back in {:.1f} years.", cash.payback.mean);
    else
        text += "; it does not pay back in cash within the horizon.";
    return text;
}

std::string what_is_not_cash(econ::ArmAppraisal const& arm, std::vector<StaffHours> const& staff)
{
    auto const of = [&](ledger::Kind kind) { return money(arm.consequences[static_cast<std::size_t>(kind)]); };
    auto text = fmt::format("Not cash: capacity {}, health {}, societal {}.", of(ledger::Kind::capacity),
                            of(ledger::Kind::health), of(ledger::Kind::societal));
    double absorbed = 0, added = 0;
    for (auto const& hours : staff) {
        absorbed += hours.absorbed.mean;
        added += hours.added.mean;
    }
    if (absorbed >= 1)
        text +=
            fmt::format(" {} released staff hours a year are absorbed and worth nothing here.", units::human(absorbed));
    if (added >= 1) text += fmt::format(" {} staff hours a year are added and charged.", units::human(added));
    return text;
}

} // namespace

std::string Decision::text() const
{
    return fmt::format("{} {} {} {} {}", what_to_buy, what_it_returns, how_sure, what_is_cash, what_is_not_cash);
}

Decision decide(io::Scenario const& scenario, study::StudyResult const& run, econ::Appraisal const& appraisal)
{
    PATHECON_EXPECTS(run.arms.size() >= 2, "a decision is between two arms at least");
    int best = -1;
    double greatest = 0;
    for (int arm = 1; static_cast<std::size_t>(arm) < run.arms.size(); ++arm) {
        auto const& model = run.arms[static_cast<std::size_t>(arm)];
        auto const npv = appraisal.arm(model.name).at(econ::Level::health).npv.mean;
        if (model.role != study::Role::bound && (best < 0 || npv > greatest)) {
            best = arm;
            greatest = npv;
        }
    }
    Decision decision;
    decision.choice = appraisal.comparator;
    if (best < 0) {
        decision.what_to_buy = fmt::format("Keep '{}': no other arm can be bought.", appraisal.comparator);
        return decision;
    }
    auto const& arm = appraisal.arm(run.arms[static_cast<std::size_t>(best)].name);
    decision.best = arm.arm;
    decision.buys = greatest > 0;
    if (decision.buys) decision.choice = arm.arm;
    decision.npv = arm.at(decision.level).npv;
    decision.cash_npv = arm.at(econ::Level::cash).npv;
    decision.certainty = certainty_of(decision.npv);
    decision.inputs_drawn = decision.npv.over == econ::Over::draws;

    decision.what_to_buy =
        decision.buys ? fmt::format("Buy '{}'.", arm.arm)
                      : fmt::format("Buy nothing and keep '{}': the best of the others, '{}', returns no more.",
                                    appraisal.comparator, arm.arm);
    decision.what_it_returns =
        fmt::format("'{}' returns a net present value of {} over {}, counting cash, capacity and health.", arm.arm,
                    money(decision.npv), years_text(appraisal.terms.horizon));
    decision.how_sure = how_sure(decision, scenario);
    decision.what_is_cash = what_is_cash(arm);
    decision.what_is_not_cash = what_is_not_cash(arm, staff_hours(run, best));
    return decision;
}

base::Value encode(Decision const& decision)
{
    auto value = base::Value::table();
    value.set("choice", decision.choice);
    value.set("buys", decision.buys);
    value.set("best", decision.best);
    value.set("level", base::enum_name(decision.level));
    value.set("npv", figure(decision.npv));
    value.set("cash_npv", figure(decision.cash_npv));
    value.set("certainty", base::enum_name(decision.certainty));
    value.set("inputs_drawn", decision.inputs_drawn);
    value.set("what_to_buy", decision.what_to_buy);
    value.set("what_it_returns", decision.what_it_returns);
    value.set("how_sure", decision.how_sure);
    value.set("what_is_cash", decision.what_is_cash);
    value.set("what_is_not_cash", decision.what_is_not_cash);
    return value;
}

} // namespace pathecon::report
