// SPDX-License-Identifier: MIT
#include "study/record.hpp"

#include <utility>

#include <pathecon/base/contract.hpp>

namespace pathecon::study {

Record::Record(std::size_t arms, int draws, int replications)
    : arms_{arms}
    , draws_{static_cast<std::size_t>(draws)}
    , replications_{static_cast<std::size_t>(replications)}
    , results_(arms_ * draws_ * replications_)
    , units_(draws_ > 1 ? draws_ : replications_, Unit{.missing = draws_ > 1 ? arms_ * replications_ : arms_})
    , pooled_(arms_)
{}

void Record::store(std::size_t arm, int draw, int replication, sim::Replication happened)
{
    if (happened.status == sim::RunStatus::cancelled) return;
    Guard const guard{mutex_};
    auto& unit = units_[static_cast<std::size_t>(draws_ > 1 ? draw : replication)];
    unit.pooled.resize(arms_);
    sim::pool(happened, unit.pooled[arm]);
    results_[place(arm, static_cast<std::size_t>(draw), static_cast<std::size_t>(replication))] = std::move(happened);
    --unit.missing;
    ++done_;
    advance();
}

void Record::grow(int replications)
{
    PATHECON_EXPECTS(draws_ == 1 && static_cast<std::size_t>(replications) >= replications_,
                     "only replications of a single draw are added to");
    auto const before = replications_;
    auto kept = std::move(results_);
    replications_ = static_cast<std::size_t>(replications);
    results_ = std::vector<sim::Replication>(arms_ * replications_);
    for (std::size_t arm = 0; arm < arms_; ++arm)
        for (std::size_t replication = 0; replication < before; ++replication)
            results_[place(arm, 0, replication)] = std::move(kept[arm * before + replication]);
    units_.resize(replications_, Unit{.missing = arms_});
}

void Record::advance()
{
    for (; complete_ < units_.size() && units_[complete_].missing == 0; ++complete_) {
        auto& unit = units_[complete_];
        for (std::size_t arm = 0; arm < arms_; ++arm) sim::merge(pooled_[arm], unit.pooled[arm]);
        unit.pooled = {};
    }
}

void Record::hand_over(sim::Runs& runs)
{
    std::size_t const draws = draws_ > 1 ? complete_ : complete_ > 0 ? 1 : 0;
    std::size_t const replications = draws_ > 1 ? replications_ : complete_;
    // One draw from the priors of a study of many stands for nothing: it is not the base case.
    bool const is_useful = draws > 1 || (draws == 1 && draws_ == 1);
    runs.draws = is_useful ? static_cast<int>(draws) : 0;
    runs.replications = is_useful ? static_cast<int>(replications) : 0;
    if (!is_useful) return;
    runs.pooled = std::move(pooled_);
    if (done_ == total()) {
        runs.results = std::move(results_);
        return;
    }
    for (std::size_t draw = 0; draw < draws; ++draw)
        for (std::size_t arm = 0; arm < arms_; ++arm)
            for (std::size_t replication = 0; replication < replications; ++replication)
                runs.results.push_back(std::move(results_[place(arm, draw, replication)]));
}

} // namespace pathecon::study
