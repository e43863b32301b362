// SPDX-License-Identifier: MIT
/// \file
/// An appraisal is what each arm returns against the comparator, level by level, with its warnings.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include <pathecon/base/column.hpp>
#include <pathecon/base/diagnostic.hpp>
#include <pathecon/econ/estimate.hpp>
#include <pathecon/econ/terms.hpp>
#include <pathecon/econ/worth.hpp>
#include <pathecon/ledger/ledger.hpp>

namespace pathecon::econ {

/// What an arm returns at one level. Benefit is the present value of every consequence, good or bad; outlay is that of the tool
/// alone, as a positive number.
struct Return {
    Level level = Level::cash;
    Estimate npv;                   ///< benefit - outlay, £.
    Estimate benefit;               ///< £; also the highest outlay that still breaks even.
    Estimate roi_net;               ///< (benefit - outlay) / outlay; NaN without an outlay.
    Estimate roi_gross;             ///< benefit / outlay: pounds back for each pound; also by how much the price may rise.
    Estimate payback;               ///< Years until paid back for good; infinite when never.
    Estimate discounted_payback;    ///< The same on discounted flows.
    double paid_back_share = 0;     ///< Share of the draws that pay back within the horizon.
};

/// What the change is to one owner, in present values, £.
struct OwnerValue {
    std::string owner;
    Estimate cash;      ///< What moves in the owner's books: cash and transfers.
    Estimate npv;       ///< Of every kind, transfers included.
};

struct ArmAppraisal {
    std::string arm;
    Estimate outlay;                                            ///< Present value of the tools' own cost, £.
    std::array<Return, level_count> levels{};                   ///< [Level].
    std::array<Estimate, ledger::kind_count> consequences{};    ///< [ledger::Kind]: present value, £; health at `qaly_value`.
    Estimate qalys;                                             ///< Discounted.
    Estimate npv_at_opportunity_cost;                           ///< Of the level health, with a QALY at `qaly_opportunity_cost`.
    Estimate gross_cost;                                        ///< Present value of all that the arm costs, £: not a change.
    std::vector<OwnerValue> owners{};
    std::vector<double> flows{};                                ///< Level capacity, mean, undiscounted: at time 0, then year by year.
    [[nodiscard]] Return const& at(Level level) const { return levels[static_cast<std::size_t>(level)]; }
};

struct Appraisal {
    Terms terms;
    std::string comparator;
    Estimate comparator_gross_cost{};       ///< £.
    std::vector<ArmAppraisal> arms{};       ///< Without the comparator, in the order of the ledger.
    base::Diagnostics warnings{};
    /// Returns an arm's appraisal; throws base::InvalidInput with the names there are.
    [[nodiscard]] ArmAppraisal const& arm(std::string_view name) const;
};

/// Appraises a ledger. Throws base::InvalidInput when the terms are at fault or reach beyond the ledger.
Appraisal appraise(ledger::Ledger const& ledger, Terms const& terms);

/// Sets the arms side by side, a row a figure: arm, level, figure, mean, low, high, standard_error.
base::Table comparison(Appraisal const& appraisal);

} // namespace pathecon::econ
