// SPDX-License-Identifier: MIT
/// \file
/// A booking writes the lines of one arm in one draw.
#pragma once

#include <string>
#include <vector>

#include <pathecon/effect/portfolio.hpp>
#include <pathecon/ledger/ledger.hpp>
#include <pathecon/ledger/onset.hpp>
#include <pathecon/ledger/realisation.hpp>
#include <pathecon/ledger/tariff.hpp>
#include <pathecon/ledger/usage.hpp>

namespace pathecon::ledger {

/// What is priced: the drawn prices, the drawn model of the arm and what was used.
struct Bill {
    Tariff const& tariff;
    pathway::Pathway const& pathway;
    std::vector<pathway::BudgetLine> const& budget_lines;
    std::vector<effect::Charge> const& charges;
    std::vector<effect::Rollout> const& rollouts;
};

class Booking {
public:
    Booking(Ledger& ledger, Line line, Onset onset) : ledger_{ledger}, line_{std::move(line)}, onset_{std::move(onset)} {}

    /// Starts a line of this arm and draw in a price's words.
    [[nodiscard]] Line line(Price const& price) const;
    [[nodiscard]] Line line() const { return line_; }
    [[nodiscard]] Onset const& onset() const noexcept { return onset_; }
    [[nodiscard]] Ledger& ledger() noexcept { return ledger_; }

    /// Books a change: a gain waits for the tools, a loss begins with the first of them.
    void change(Line line, double per_year, double quantity_per_year);
    /// Books what is there from time 0 on, or from `start` on.
    void steady(Line line, double per_year, double quantity_per_year, units::Duration start = {});
    /// Books a budget's fall: it waits for the tools' steady use and the budget line's lead.
    void cash(Cut const& cut, std::string const& resource, double hours_per_year);
    /// Warns once of the same thing.
    void warn(int code, std::string const& path, std::string message, std::string hint);

private:
    Ledger& ledger_;
    Line line_;
    Onset onset_;
};

/// Books what the tools themselves cost.
void book_charges(Booking& booking, Bill const& bill, Usage const& now);
/// Books what more and fewer visits and events come to.
void book_visits(Booking& booking, Bill const& bill, Usage const& usual, Usage const& now);
/// Books what becomes of released and added time.
void book_time(Booking& booking, Bill const& bill, Usage const& usual, Usage const& now);
/// Books everything that an arm costs, at full prices.
void book_gross(Booking& booking, Bill const& bill, Usage const& own, Usage const& all);

} // namespace pathecon::ledger
