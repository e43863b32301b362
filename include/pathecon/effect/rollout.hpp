// SPDX-License-Identifier: MIT
/// \file
/// A roll-out says how much of a tool's steady benefit there is at each time after the decision.
#pragma once

#include <string>

#include <pathecon/units/duration.hpp>

namespace pathecon::effect {

/// Nothing before `go_live`; then from -`dip` (staff are slower while they learn) along a straight line to 1 at the end
/// of `ramp`; 1 from then on. Costs do not wait: they are charged as they fall due.
struct Rollout {
    std::string tool{};
    units::Duration go_live{};
    units::Duration ramp{};
    double dip = 0; ///< In [0, 1].
    bool operator==(Rollout const&) const = default;
};

/// Returns the share of the steady benefit at a time after the decision, in [-dip, 1].
[[nodiscard]] double realised_at(Rollout const& rollout, units::Duration time);

/// Returns the mean share of the steady benefit over a span of time, exactly. Requires from < to.
[[nodiscard]] double realised_between(Rollout const& rollout, units::Duration from, units::Duration to);

} // namespace pathecon::effect
