// SPDX-License-Identifier: MIT
/// \file
/// A decision says what to buy, what it returns, how sure that is, and what of it is cash, in sentences that every
/// front-end shows.
#pragma once

#include <string>

#include <pathecon/base/value.hpp>
#include <pathecon/econ/appraisal.hpp>
#include <pathecon/io/scenario.hpp>
#include <pathecon/study/run.hpp>

namespace pathecon::report {

/// Where zero lies against the range of an NPV.
enum class Certainty { unknown, gain, open, loss };

/// The choice is the arm of greatest expected NPV at the level `health` (cash, capacity and health): a decision maker
/// who owns both the budget and the patients. Arms with the role `bound` cannot be bought. Where no arm returns more
/// than 0, the choice is the comparator.
struct Decision {
    std::string choice; ///< An arm.
    bool buys = false;  ///< False when the choice is to keep the comparator.
    econ::Level level = econ::Level::health;
    econ::Estimate npv{};      ///< Of the choice at that level; of the best arm when nothing is bought.
    econ::Estimate cash_npv{}; ///< Of the same arm at the level cash.
    std::string best;          ///< The best arm, bought or not.
    Certainty certainty = Certainty::unknown;
    bool inputs_drawn = false; ///< The range holds the uncertainty of the inputs.
    std::string what_to_buy, what_it_returns, how_sure, what_is_cash, what_is_not_cash;
    [[nodiscard]] std::string text() const;
};

/// Requires at least two arms.
Decision decide(io::Scenario const& scenario, study::StudyResult const& run, econ::Appraisal const& appraisal);

/// Writes the decision as the results have it.
base::Value encode(Decision const& decision);

} // namespace pathecon::report

template <>
struct pathecon::base::EnumNames<pathecon::report::Certainty> {
    using Certainty = report::Certainty;
    static constexpr std::array<std::pair<Certainty, std::string_view>, 4> names{{{Certainty::unknown, "unknown"},
                                                                                  {Certainty::gain, "gain"},
                                                                                  {Certainty::open, "open"},
                                                                                  {Certainty::loss, "loss"}}};
};
