// SPDX-License-Identifier: MIT
#include <pathecon/study/appraise.hpp>

#include <vector>

#include <pathecon/health/delay.hpp>
#include <pathecon/ledger/pricing.hpp>

namespace pathecon::study {

ledger::Ledger ledger_of(StudyResult const& result, ledger::Tariff const& tariff, econ::Terms const& terms)
{
    if (result.runs.results.empty()) {
        base::Diagnostics faults;
        faults.error(616, "study", "the run was cancelled before anything was finished, so there is nothing to price",
                     "run it again, with fewer draws or replications");
        throw base::InvalidInput{faults};
    }
    std::vector<effect::Applied> arms;
    for (auto const& arm : result.arms) arms.push_back(arm.applied);
    auto ledger = ledger::price(result.runs, tariff, arms, terms.horizon);
    health::add_delays(ledger, result.runs, terms.delays, terms.health_discount_rate.value());
    return ledger;
}

econ::Appraisal appraise(StudyResult const& result, ledger::Tariff const& tariff, econ::Terms const& terms)
{
    return econ::appraise(ledger_of(result, tariff, terms), terms);
}

} // namespace pathecon::study
