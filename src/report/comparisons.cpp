// SPDX-License-Identifier: MIT
#include <cmath>

#include <pathecon/base/codec.hpp>
#include <pathecon/study/difference.hpp>
#include <pathecon/study/gates.hpp>

#include "report/figures.hpp"
#include "report/parts.hpp"
#include "report/staff.hpp"

namespace pathecon::report {
namespace {

base::Value levels_of(econ::ArmAppraisal const& arm)
{
    auto levels = base::Value::table();
    for (auto const& at : arm.levels) {
        auto entry = base::Value::table();
        entry.set("npv", figure(at.npv));
        entry.set("benefit", figure(at.benefit));
        entry.set("net_roi", figure(at.roi_net));
        entry.set("gross_ratio", figure(at.roi_gross));
        entry.set("payback_years", figure(at.payback));
        entry.set("discounted_payback_years", figure(at.discounted_payback));
        entry.set("paid_back_share", number(at.paid_back_share));
        levels.set(std::string{base::enum_name(at.level)}, std::move(entry));
    }
    return levels;
}

base::Value kinds_of(econ::ArmAppraisal const& arm)
{
    auto kinds = base::Value::table();
    for (std::size_t i = 0; i < ledger::kind_count; ++i)
        kinds.set(std::string{base::enum_name(static_cast<ledger::Kind>(i))}, figure(arm.consequences[i]));
    return kinds;
}

base::Value owners_of(econ::ArmAppraisal const& arm)
{
    auto owners = base::Value::list();
    for (auto const& owner : arm.owners) {
        auto entry = base::Value::table();
        entry.set("owner", owner.owner);
        entry.set("cash", figure(owner.cash));
        entry.set("npv", figure(owner.npv));
        owners.push(std::move(entry));
    }
    return owners;
}

base::Value staff_of(study::StudyResult const& run, int arm)
{
    auto list = base::Value::list();
    for (auto const& hours : staff_hours(run, arm)) {
        auto entry = base::Value::table();
        entry.set("group", hours.group);
        entry.set("released", figure(hours.released));
        entry.set("cash", figure(hours.cash));
        entry.set("capacity", figure(hours.capacity));
        entry.set("absorbed", figure(hours.absorbed));
        entry.set("opened", figure(hours.opened));
        entry.set("added", figure(hours.added));
        list.push(std::move(entry));
    }
    return list;
}

base::Value ratios_of(std::vector<study::Gate> const& gates, std::string const& arm, econ::Over over)
{
    auto list = base::Value::list();
    for (auto const& gate : gates) {
        if (gate.arm != arm) continue;
        auto entry = base::Value::table();
        entry.set("interval", gate.interval);
        entry.set("pairs", gate.pairs);
        entry.set("only_in_arm", gate.only_arm);
        entry.set("only_in_comparator", gate.only_comparator);
        entry.set("clusters", gate.clusters);
        // The error of these is between clusters even where these are draws.
        auto const between = over == econ::Over::nothing ? over : econ::Over::replications;
        entry.set("geometric_mean_ratio", figure(gate.geometric_mean_ratio, between));
        entry.set("median_ratio", figure(gate.median_ratio, between));
        entry.set("median_hours", number(gate.median_hours));
        entry.set("comparator_median_hours", number(gate.comparator_median_hours));
        entry.set("share_in_estimand", gate.share.n > 0 ? figure(gate.share, between) : base::Value{});
        list.push(std::move(entry));
    }
    return list;
}

/// A standard deviation; null where it is unknown. An estimate of a variance between draws that falls below 0 says that
/// there is hardly any: its deviation is written as 0.
base::Value sd(double variance) { return number(variance < 0 ? 0.0 : std::sqrt(variance)); }

base::Value differences_of(std::vector<study::Difference> const& differences, std::string const& arm, econ::Over over)
{
    auto list = base::Value::list();
    for (auto const& one : differences) {
        if (one.arm != arm) continue;
        bool const is_share = one.measure == study::Measure::share_within_standard;
        auto entry = base::Value::table();
        entry.set("interval", one.interval);
        entry.set("measure", base::enum_name(one.measure));
        entry.set("unit", is_share ? "share" : "hours");
        entry.set("difference", figure(one.value, over));
        entry.set("variance_ratio", figure(one.variance_ratio, over));
        entry.set("controlled", one.controlled ? controlled_figure(*one.controlled) : base::Value{});
        entry.set("between_draws_sd", sd(one.between_draws));
        entry.set("within_draws_sd", sd(one.within_draws));
        entry.set("p_value", number(one.p_value));
        entry.set("p_adjusted", number(one.p_adjusted));
        list.push(std::move(entry));
    }
    return list;
}

base::Value changes_of(study::ArmModel const& model)
{
    auto list = base::Value::list();
    for (auto const& change : model.applied.changes) {
        auto entry = base::Value::table();
        entry.set("path", change.path);
        entry.set("before", change.before);
        entry.set("after", change.after);
        entry.set("tool", change.tool);
        entry.set("effect", change.effect);
        entry.set("source", change.source);
        list.push(std::move(entry));
    }
    return list;
}

} // namespace

base::Value comparisons_part(study::StudyResult const& run, econ::Appraisal const& appraisal)
{
    auto const gates = study::gates_of(run);
    auto const differences = study::differences_of(run);
    auto list = base::Value::list();
    for (int arm = 1; static_cast<std::size_t>(arm) < run.arms.size(); ++arm) {
        auto const& model = run.arms[static_cast<std::size_t>(arm)];
        auto const& money = appraisal.arm(model.name);
        auto entry = base::Value::table();
        entry.set("arm", model.name);
        entry.set("comparator", appraisal.comparator);
        entry.set("outlay", figure(money.outlay));
        entry.set("levels", levels_of(money));
        entry.set("by_kind", kinds_of(money));
        entry.set("qalys", figure(money.qalys));
        entry.set("npv_at_opportunity_cost", figure(money.npv_at_opportunity_cost));
        entry.set("gross_cost", figure(money.gross_cost));
        entry.set("comparator_gross_cost", figure(appraisal.comparator_gross_cost));
        entry.set("owners", owners_of(money));
        auto flows = base::Value::list();
        for (double const flow : money.flows) flows.push(number(flow));
        entry.set("flows", std::move(flows));
        entry.set("staff_hours", staff_of(run, arm));
        entry.set("differences", differences_of(differences, model.name, over_of(run.runs)));
        entry.set("ratios", ratios_of(gates, model.name, over_of(run.runs)));
        entry.set("changes", changes_of(model));
        list.push(std::move(entry));
    }
    return list;
}

} // namespace pathecon::report
