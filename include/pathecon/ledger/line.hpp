// SPDX-License-Identifier: MIT
/// \file
/// A line is one dated amount: whose it is, who pays whom, of what kind, for what, and from which source.
#pragma once

#include <string>

#include <pathecon/ledger/kind.hpp>
#include <pathecon/units/duration.hpp>

namespace pathecon::ledger {

/// `change` is an arm against the comparator: what every headline is made of. `gross` is all that an arm costs, shown for
/// information and for the cost of a patient.
enum class Account { change, gross };

enum class Unit { gbp, qaly };

/// One line. A positive amount is a gain to `owner`, a negative one a cost. A transfer is two lines, one for each owner.
struct Line {
    int arm = 1;                    ///< Position in the ledger's arms.
    int draw = 0;
    int left_out = -1;              ///< Replication left out (for the Monte Carlo error of a single draw); -1 for none.
    Account account = Account::change;
    units::Duration from{}, to{};   ///< Spread evenly over the span; an instant when equal. Time 0 is the decision.
    std::string owner = "trust", payer = "trust", payee{};
    Kind kind = Kind::cash;
    bool outlay = false;            ///< What the tool itself costs: the denominator of a return. All else is a consequence.
    std::string item{}, resource{}, tool{};
    Unit unit = Unit::gbp;
    double amount = 0;              ///< Over the whole span, in pounds or QALYs, undiscounted.
    double quantity = 0;            ///< How many (hours, visits, uses) over the whole span.
    std::string measure{};          ///< Of what the quantity is: "h", "visits", "uses".
    std::string source{};
    bool operator==(Line const&) const = default;
};

} // namespace pathecon::ledger

template <>
struct pathecon::base::EnumNames<pathecon::ledger::Account> {
    using Account = ledger::Account;
    static constexpr std::array<std::pair<Account, std::string_view>, 2> names{
        {{Account::change, "change"}, {Account::gross, "gross"}}};
};

template <>
struct pathecon::base::EnumNames<pathecon::ledger::Unit> {
    using Unit = ledger::Unit;
    static constexpr std::array<std::pair<Unit, std::string_view>, 2> names{{{Unit::gbp, "gbp"}, {Unit::qaly, "qaly"}}};
};
