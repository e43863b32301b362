// SPDX-License-Identifier: MIT
#include <pathecon/ledger/pricing.hpp>

#include <string>
#include <vector>

#include <pathecon/base/contract.hpp>
#include <pathecon/base/pause.hpp>

#include "ledger/booking.hpp"

namespace pathecon::ledger {
namespace {

/// What of an arm carries inputs of the ledger's own, drawn.
struct Drawn {
    std::vector<pathway::BudgetLine> budget_lines;
    std::vector<effect::Charge> charges;
};

/// Draws inputs; a single draw takes base values.
struct Luck {
    std::uint64_t seed;
    int draws;

    template <class T>
    void draw(T& object, std::string const& path, int draw) const {
        random::draw_inputs(object, path, seed, draws > 1 ? draw : -1, draws);
    }
};

Drawn drawn(effect::Applied const& arm, Luck const& luck, int draw) {
    Drawn made{arm.pathway.budget_lines, arm.charges};
    luck.draw(made.budget_lines, "budget_line", draw);
    for (auto& charge : made.charges) luck.draw(charge.amount, "tool/" + charge.tool + "/cost/" + charge.item, draw);
    return made;
}

class Pricing {
public:
    Pricing(sim::Runs const& runs, std::span<effect::Applied const> arms, Ledger& ledger) : runs_{runs}, arms_{arms}, ledger_{ledger} {}

    /// Writes all lines of a draw, with the replication left out.
    void price(Tariff const& tariff, std::vector<Drawn> const& drawn, int draw, int left_out) {
        auto const usual = usage_of(runs_, 0, draw, arms_[0].pathway, Sources::all, left_out);
        for (std::size_t a = 0; a < arms_.size(); ++a) {
            auto const& arm = arms_[a];
            auto const index = static_cast<int>(a);
            auto const now = a == 0 ? usual : usage_of(runs_, index, draw, arm.pathway, Sources::all, left_out);
            auto const own = usage_of(runs_, index, draw, arm.pathway, Sources::own, left_out);
            Bill const bill{tariff, arm.pathway, drawn[a].budget_lines, drawn[a].charges, arm.rollouts};
            Line line{.arm = index, .draw = draw, .left_out = left_out, .account = Account::gross};
            Booking gross{ledger_, line, onset_of(arm.rollouts)};
            book_gross(gross, bill, own, now);
            if (a == 0) continue;
            line.account = Account::change;
            Booking change{ledger_, line, onset_of(arm.rollouts)};
            book_charges(change, bill, now);
            book_visits(change, bill, usual, now);
            book_time(change, bill, usual, now);
        }
    }

private:
    sim::Runs const& runs_;
    std::span<effect::Applied const> arms_;
    Ledger& ledger_;
};

} // namespace

Ledger price(sim::Runs const& runs, Tariff const& tariff, std::span<effect::Applied const> arms, units::Duration horizon) {
    PATHECON_EXPECTS(arms.size() == runs.arms.size() && arms.size() == runs.labels.size(), "there is one model for each arm of the runs");
    PATHECON_EXPECTS(!runs.results.empty() && runs.window.ticks() > 0, "the runs hold a simulated window");
    auto diagnostics = faults_of(tariff, arms);
    if (!diagnostics.ok()) throw base::InvalidInput{std::move(diagnostics)};

    Ledger ledger;
    ledger.arms = runs.arms;
    ledger.draws = runs.draws;
    ledger.left_out = runs.draws == 1 && runs.replications > 1 ? runs.replications : 0;
    ledger.horizon = horizon;
    ledger.warnings = std::move(diagnostics);
    for (auto const& arm : arms) ledger.onsets.push_back(onset_of(arm.rollouts));

    Luck const luck{runs.seed, runs.draws};
    Pricing pricing{runs, arms, ledger};
    for (int draw = 0; draw < runs.draws; ++draw) {
        base::pause();
        Tariff prices = tariff;
        luck.draw(prices.prices, "price", draw);
        std::vector<Drawn> models;
        for (auto const& arm : arms) models.push_back(drawn(arm, luck, draw));
        pricing.price(prices, models, draw, -1);
        for (int left_out = 0; left_out < ledger.left_out; ++left_out) {
            base::pause();
            pricing.price(prices, models, draw, left_out);
        }
    }
    return ledger;
}

} // namespace pathecon::ledger
