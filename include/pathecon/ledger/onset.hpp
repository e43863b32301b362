// SPDX-License-Identifier: MIT
/// \file
/// An onset says from when an arm's changes count: benefits wait for the tools, harms begin with the first of them.
#pragma once

#include <span>

#include <pathecon/effect/rollout.hpp>

namespace pathecon::ledger {

/// Benefits grow as those of the slowest tool: released time is pooled, so no tool's share of it can be told apart. Harms are
/// there in full when the first tool goes live.
struct Onset {
    effect::Rollout benefits{};
    units::Duration harms{};

    /// Returns the roll-out of a change of that amount: a loss does not wait, a gain or a memorandum does.
    [[nodiscard]] effect::Rollout rollout(double amount) const;
};

/// Returns the onset of an arm; without tools everything is there from time 0.
Onset onset_of(std::span<effect::Rollout const> rollouts);

} // namespace pathecon::ledger
