// SPDX-License-Identifier: MIT
#include <pathecon/ledger/tariff.hpp>

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include <pathecon/effect/portfolio.hpp>
#include <pathecon/ledger/staffing.hpp>
#include <pathecon/random/evidence.hpp>

namespace pathecon::ledger {
namespace {

using Names = std::set<std::string, std::less<>>;

/// Everything that the arms have and a price or a budget line may name.
struct Known {
    Names groups, steps, outcomes;
    explicit Known(std::span<effect::Applied const> arms) {
        for (auto const& arm : arms) {
            groups.merge(groups_of(arm.pathway));
            for (auto const& step : arm.pathway.activities) steps.insert(step.name);
            for (auto const& step : arm.pathway.delays) steps.insert(step.name);
            for (auto const& outcome : arm.pathway.outcomes) outcomes.insert(outcome.name);
        }
    }
    [[nodiscard]] Names const& of(Per per) const { return per == Per::hour ? groups : per == Per::visit ? steps : outcomes; }
};

std::string path_of(Price const& price) { return "price/" + price.item; }

void check_alone(Price const& price, base::Diagnostics& diagnostics) {
    auto const path = path_of(price);
    auto const kind = kind_of(price);
    if (price.amount->pounds() == 0 && !price.amount.evidence && price.qalys.value == 0 && kind != Kind::unmonetised)
        diagnostics.error(508, path, "expected an amount or QALYs, found neither",
                          "if it is worth nothing, say so with a source; a memorandum has kind = \"unmonetised\"");
    if (kind == Kind::health && price.amount->pounds() != 0)
        diagnostics.error(512, path, "health is counted in QALYs, which the terms value; found an amount of money", "use 'qalys'");
    if (price.per == Per::hour && price.qalys.value != 0)
        diagnostics.error(512, path, "QALYs belong to a visit or an event, found them on a price per hour", "use an outcome");
    if (kind == Kind::transfer && (price.payee.empty() || price.payee == price.payer))
        diagnostics.error(510, path, fmt::format("a transfer moves from the payer '{}' to somebody else, found '{}'", price.payer, price.payee),
                          "say who is paid in 'payee'");
    if (kind == Kind::transfer && price.per == Per::hour)
        diagnostics.error(510, path, "a transfer is paid for a visit or an event, found one per hour", "pay per visit");
}

void check_duplicates(Tariff const& tariff, base::Diagnostics& diagnostics) {
    auto const same = [](Price const& a, Price const& b) {
        return a.item == b.item && a.per == b.per && (kind_of(a) == Kind::transfer) == (kind_of(b) == Kind::transfer) &&
               (kind_of(a) == kind_of(b) || a.per == Per::hour) && a.payer == b.payer && a.payee == b.payee;
    };
    for (auto a = tariff.prices.begin(); a != tariff.prices.end(); ++a)
        if (std::any_of(tariff.prices.begin(), a, [&](Price const& before) { return same(before, *a); }))
            diagnostics.error(511, path_of(*a), fmt::format("'{}' is priced twice per {}", a->item, base::enum_name(a->per)),
                              "leave out one of them");
}

/// An activity has one costing basis: staff time is inside a price or priced by the hour, never both (PE0501).
void check_basis(Tariff const& tariff, Price const& price, std::span<effect::Applied const> arms, base::Diagnostics& diagnostics) {
    if (price.per != Per::visit || price.basis != Basis::top_down || kind_of(price) == Kind::transfer || price.marginal) return;
    Names groups;
    for (auto const& arm : arms) {
        groups.merge(groups_at(arm.pathway, price.item));
        for (auto const& step : price.covers) groups.merge(groups_at(arm.pathway, step));
    }
    for (auto const& group : groups)
        if (find_price(tariff, group, Per::hour))
            diagnostics.error(501, path_of(price),
                              fmt::format("the top-down price of '{}' holds the time of '{}', which is also priced by the hour: one more "
                                          "visit would count it twice",
                                          price.item, group),
                              fmt::format("say 'marginal' (what one more visit costs besides staff), or basis = \"bottom_up\", or leave "
                                          "out the price of '{}' per hour",
                                          group));
}

/// Time is cash only when a budget falls by it (PE0502).
void check_cash(Price const& price, std::span<effect::Applied const> arms, base::Diagnostics& diagnostics) {
    if (price.per != Per::hour || kind_of(price) != Kind::cash) return;
    for (auto const& arm : arms)
        for (auto const& line : arm.pathway.budget_lines)
            if (line.group == price.item) return;
    diagnostics.error(502, path_of(price),
                      fmt::format("minutes of '{}' times their wage are claimed as cash, but no budget line of that group falls", price.item),
                      fmt::format("add a [[budget_line]] with group = \"{}\", or leave 'kind' out: released time is capacity where the "
                                  "queue uses it",
                                  price.item));
}

/// Prices of things that no arm has are fine (a tariff serves many pathways), unless one is a misspelling.
void check_spelling(Tariff const& tariff, Price const& price, Known const& known, base::Diagnostics& diagnostics) {
    auto const& names = known.of(price.per);
    if (names.contains(price.item)) return;
    std::vector<std::string> unpriced;
    for (auto const& name : names)
        if (!find_price(tariff, name, price.per)) unpriced.push_back(name);
    if (auto hint = base::did_you_mean(price.item, unpriced); !hint.empty())
        diagnostics.warning(509, path_of(price), fmt::format("nothing is called '{}' in any arm, so its price is not used", price.item),
                            std::move(hint));
}

void check_year(Tariff const& tariff, int year, std::string path, base::Diagnostics& diagnostics) {
    if (year != 0 && tariff.price_year != 0 && year != tariff.price_year)
        diagnostics.warning(513, std::move(path),
                            fmt::format("is in prices of {}, the tariff in those of {}; nothing is converted", year, tariff.price_year),
                            "bring it to the tariff's year");
}

void check_budget_line(Tariff const& tariff, pathway::BudgetLine const& line, Known const& known, base::Diagnostics& diagnostics) {
    auto const path = "budget_line/" + line.name;
    auto const blank = [&](char const* field, char const* what) {
        diagnostics.warning(505, path + "/" + field, fmt::format("{} is missing: until it is said, this line gives no cash", what),
                            "a saving is cash when an owner, a baseline and a step are named");
    };
    if (line.owner.empty()) blank("owner", "the owner of the budget");
    if (!(line.baseline->pounds() > 0)) blank("baseline", "a year's spending");
    if (!(line.step_value->pounds() > 0)) blank("step_value", "what the budget falls by for each step");
    if (known.groups.contains(line.group)) return;
    if (known.steps.contains(line.group) || known.outcomes.contains(line.group)) {
        auto const per = known.steps.contains(line.group) ? Per::visit : Per::event;
        auto const* const price = find_price(tariff, line.group, per);
        if (price && !marginal_of(*price))
            diagnostics.error(507, path + "/group", fmt::format("what one '{}' fewer frees is not known: its price is top-down", line.group),
                              fmt::format("say 'marginal' in the price of '{}'", line.group));
        return;
    }
    std::vector<std::string> names{known.groups.begin(), known.groups.end()};
    names.insert(names.end(), known.steps.begin(), known.steps.end());
    names.insert(names.end(), known.outcomes.begin(), known.outcomes.end());
    diagnostics.error(506, path + "/group", fmt::format("expected a staff group, a step or an outcome, found '{}'", line.group),
                      base::did_you_mean(line.group, names));
}

} // namespace

base::Diagnostics faults_of(Tariff const& tariff, std::span<effect::Applied const> arms) {
    base::Diagnostics diagnostics;
    Known const known{arms};
    base::check_bounds(tariff.prices, "price", diagnostics);
    check_duplicates(tariff, diagnostics);
    for (auto const& price : tariff.prices) {
        check_alone(price, diagnostics);
        check_basis(tariff, price, arms, diagnostics);
        check_cash(price, arms, diagnostics);
        check_spelling(tariff, price, known, diagnostics);
        check_year(tariff, price.amount.evidence ? price.amount.evidence->price_year : 0, path_of(price), diagnostics);
    }
    std::set<std::string> lines, tools;
    for (auto const& arm : arms) {
        for (auto const& line : arm.pathway.budget_lines)
            if (lines.insert(line.name).second) check_budget_line(tariff, line, known, diagnostics);
        for (auto const& charge : arm.charges)
            if (tools.insert(charge.tool).second) check_year(tariff, charge.price_year, "tool/" + charge.tool + "/cost", diagnostics);
    }
    return diagnostics;
}

} // namespace pathecon::ledger
