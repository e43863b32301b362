// SPDX-License-Identifier: MIT
#include <pathecon/effect/detect.hpp>

#include <utility>
#include <vector>

#include <fmt/format.h>

#include "edit.hpp"
#include "flow.hpp"

namespace pathecon::effect {

namespace {

using Odds = std::optional<random::Input<double>>;

units::Probability moved(units::Probability p, Odds const& odds) { return odds ? units::on_odds(p, odds->value) : p; }

/// The chance of a negative moves with the odds of the specificity.
units::Probability moved_down(units::Probability p, Odds const& odds)
{
    return odds ? units::on_odds(p.complement(), odds->value).complement() : p;
}

} // namespace

pathway::Pathway Detect::operator()(pathway::Pathway const& pathway, Context const& context) const
{
    Edit edit{pathway, context, *this};
    auto* named = edit.need(edit.pathway.tests, "test", "test", test);
    edit.need_condition("where", where);
    if (!sensitivity && !specificity && !odds_sensitivity && !odds_specificity)
        edit.fault(code::contradiction, "", "nothing to change",
                   "give a sensitivity, a specificity, or an odds ratio on either");
    if (sensitivity && odds_sensitivity)
        edit.fault(code::contradiction, "odds_sensitivity", "the sensitivity is set already");
    if (specificity && odds_specificity)
        edit.fault(code::contradiction, "odds_specificity", "the specificity is set already");
    if (!named || !edit.ok()) return edit.done();
    auto const is_one = [](Odds const& odds) { return !odds || is_exactly(*odds, 1.0); };
    if (!sensitivity && !specificity && is_one(odds_sensitivity) && is_one(odds_specificity)) return pathway;

    auto const& finding = *first_finding_of(edit.pathway, named);
    bool const for_all = where.empty() && !edit.partly_used();
    std::string const group = edit.users(where);
    auto& changed = *find(edit.pathway.tests, finding.name);
    auto const before = changed;
    auto const with = pathway::both(group, before.condition);
    using Input = random::Input<units::Probability>;
    auto const after = [](auto const& set, Odds const& odds, Input const& old) {
        return set ? *set : odds ? Input{moved(old, odds)} : old;
    };
    Input const new_sensitivity = after(sensitivity, odds_sensitivity, before.sensitivity);
    Input const new_specificity = after(specificity, odds_specificity, before.specificity);

    // First those with the condition, then the others; where all patients are concerned the test's own two numbers
    // close the list.
    std::vector<pathway::Case> cases;
    if (!sensitivity)
        for (auto const& one : before.cases)
            cases.push_back({pathway::both(with, one.where), moved(one.p, odds_sensitivity)});
    if (!for_all || (!specificity && !before.cases.empty())) cases.push_back({with, new_sensitivity});
    if (!specificity)
        for (auto const& one : before.cases)
            cases.push_back({pathway::both(group, one.where), moved_down(one.p, odds_specificity)});
    if (for_all) {
        changed.sensitivity = new_sensitivity;
        changed.specificity = new_specificity;
    } else {
        cases.push_back({group, new_specificity.value.complement()});
        cases.insert(cases.end(), before.cases.begin(), before.cases.end());
    }
    changed.cases = std::move(cases);
    return edit.done();
}

} // namespace pathecon::effect
