// SPDX-License-Identifier: MIT
#include <pathecon/ledger/onset.hpp>

#include <algorithm>

namespace pathecon::ledger {

effect::Rollout Onset::rollout(double amount) const {
    if (!(amount < 0)) return benefits;
    effect::Rollout at_once;
    at_once.go_live = harms;
    return at_once;
}

Onset onset_of(std::span<effect::Rollout const> rollouts) {
    Onset onset;
    if (rollouts.empty()) return onset;
    units::Duration steady{};
    onset.harms = rollouts.front().go_live;
    for (auto const& rollout : rollouts) {
        onset.harms = std::min(onset.harms, rollout.go_live);
        onset.benefits.go_live = std::max(onset.benefits.go_live, rollout.go_live);
        onset.benefits.dip = std::max(onset.benefits.dip, rollout.dip);
        steady = std::max(steady, rollout.go_live + rollout.ramp);
    }
    onset.benefits.ramp = steady - onset.benefits.go_live;
    return onset;
}

} // namespace pathecon::ledger
