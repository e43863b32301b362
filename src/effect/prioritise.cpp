// SPDX-License-Identifier: MIT
#include <pathecon/effect/prioritise.hpp>

#include <algorithm>

#include <fmt/format.h>

#include <pathecon/base/contract.hpp>
#include <pathecon/effect/prevalence.hpp>
#include <pathecon/random/normal.hpp>

#include "edit.hpp"
#include "flow.hpp"

namespace pathecon::effect {

double sensitivity_at(double auc, double flags, double prevalence)
{
    PATHECON_EXPECTS(auc > 0.0 && auc < 1.0, "the area under a ROC curve lies inside (0, 1)");
    PATHECON_EXPECTS(flags >= 0.0 && flags <= 1.0 && prevalence >= 0.0 && prevalence <= 1.0,
                     "a share lies between 0 and 1");
    if (flags == 0.0 || flags == 1.0) return flags;
    double const d = 1.4142135623730951 * random::normal_quantile(auc);
    // The share flagged falls with the threshold; 60 halvings of [-40 - |d|, 40 + |d|] leave less than a rounding.
    double low = -40.0 + (d < 0.0 ? d : 0.0), high = 40.0 + (d > 0.0 ? d : 0.0);
    for (int i = 0; i < 60; ++i) {
        double const threshold = 0.5 * (low + high);
        double const flagged =
            prevalence * random::normal_cdf(d - threshold) + (1.0 - prevalence) * random::normal_cdf(-threshold);
        (flagged > flags ? low : high) = threshold;
    }
    return random::normal_cdf(d - 0.5 * (low + high));
}

namespace {

/// P(flag), by condition.
pathway::Chance chance_to_flag(Edit& edit, Prioritise const& rule)
{
    if (rule.sensitivity) return {.p = rule.flags, .cases = {{.where = rule.condition, .p = *rule.sensitivity}}};
    double const auc = rule.auc->value.value(), flags = rule.flags.value.value();
    std::string why;
    auto const common = prevalence(edit.pathway, rule.condition, rule.where, rule.activity, why);
    if (!common)
        edit.fault(code::impossible_number, "auc",
                   fmt::format("how common '{}' is cannot be found: {}", rule.condition, why));
    if (!(auc > 0.0 && auc < 1.0))
        edit.fault(code::impossible_number, "auc",
                   fmt::format("expected an area between 0 and 1, both excluded, found {}", auc),
                   "say 'sensitivity' and 'flags' of a test that is never wrong");
    if (!edit.ok()) return {};
    double const sensitivity = sensitivity_at(auc, flags, *common);
    double const others = *common < 1.0 ? (flags - *common * sensitivity) / (1.0 - *common) : flags;
    return {.p = units::Probability{others},
            .cases = {{.where = rule.condition, .p = units::Probability{sensitivity}}}};
}

void book_urgently(Edit& edit, UrgentBooking const& urgent, std::string const& flag)
{
    auto* activity = edit.need_activity("urgent_booking/activity", urgent.activity);
    if (!activity) return;
    if (!activity->booking)
        return edit.fault(code::cannot_act, "urgent_booking/activity",
                          fmt::format("'{}' has no booking lag", urgent.activity), "give it one in the pathway");
    activity->booking->cases.insert(activity->booking->cases.begin(), {.where = flag, .takes = urgent.lag});
    edit.note_opportunity_cost(fmt::format("books those it flags sooner for '{}'", urgent.activity));
}

} // namespace

pathway::Pathway Prioritise::operator()(pathway::Pathway const& pathway, Context const& context) const
{
    Edit edit{pathway, context, *this};
    edit.need_one({{"sensitivity", sensitivity.has_value()}, {"auc", auc.has_value()}});
    if (condition.empty()) edit.fault(code::contradiction, "condition", "what the flag looks for is missing");
    edit.need_condition("condition", condition, true);
    edit.need_condition("where", where, true);
    if (!flag.empty() && (find(edit.pathway.attributes, flag) || find(edit.pathway.tests, flag)))
        edit.fault(code::name_taken, "flag", fmt::format("'{}' is the name of an attribute or test already", flag));
    if (!edit.need_activity("activity", activity) || !edit.ok()) return edit.done();
    auto chance = chance_to_flag(edit, *this);
    if (!edit.ok()) return edit.done();
    std::string const name = flag.empty() ? edit.own("flag") : flag;
    auto const users = edit.users(where);
    edit.pathway.attributes.push_back({.name = name, .is = std::move(chance), .where = users});
    auto& rules = find(edit.pathway.activities, activity)->priority;
    auto const later = std::find_if(rules.begin(), rules.end(), [&](auto const& rule) { return rule.level > level; });
    rules.insert(later, {.where = name, .level = level});
    if (urgent_booking) book_urgently(edit, *urgent_booking, name);
    return edit.done();
}

} // namespace pathecon::effect
