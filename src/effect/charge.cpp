// SPDX-License-Identifier: MIT
#include "charge.hpp"

#include <utility>

namespace pathecon::effect {

pathway::Outcome count_of_uses(Edit& edit, std::string name, std::string const& at, std::string const& where)
{
    pathway::Outcome uses{.name = std::move(name), .at = at, .where = where, .luck_name = edit.tool() + "/use"};
    if (edit.per_visit())
        uses.share = edit.adjustment(where).share;
    else
        uses.where = edit.users(where);
    return uses;
}

namespace {

bool is_charged(random::Input<units::Money> const& amount)
{
    return amount.value != units::Money{} || amount.uncertain();
}

} // namespace

std::vector<Charge> charges_of(Tool const& tool, Rollout const& rollout, pathway::Pathway const& pathway)
{
    std::vector<Charge> charges;
    auto const& cost = tool.cost;
    auto const add = [&](std::string item, random::Input<units::Money> const& amount, Per per, std::string counted_by) {
        if (is_charged(amount))
            charges.push_back({tool.name, std::move(item), amount, per, std::move(counted_by), rollout.go_live,
                               rollout.ramp, cost.price_year});
    };
    auto const add_with_bias = [&](std::string const& item, random::Input<units::Money> const& amount, Per per,
                                   std::string const& counted_by) {
        add(item, amount, per, counted_by);
        add("optimism bias, " + item, amount.value * cost.optimism_bias.value, per, counted_by);
    };
    auto const* used = find(pathway.activities, cost.used_at);
    add_with_bias("once", cost.once, Per::once, "");
    add_with_bias("per year", cost.per_year, Per::year, "");
    add_with_bias("per use", cost.per_use, Per::use, tool.name + "/uses");
    add_with_bias("per session", cost.per_session, Per::session, used ? used->session : "");
    for (auto const& effect : tool.effects)
        if (auto const* one = effect.as<Cost>())
            add_with_bias(one->item, one->amount, one->per,
                          one->per == Per::use       ? tool.name + "/" + one->item
                          : one->per == Per::session ? one->at
                                                     : "");
    return charges;
}

} // namespace pathecon::effect
