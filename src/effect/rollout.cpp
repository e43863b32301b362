// SPDX-License-Identifier: MIT
#include <pathecon/effect/rollout.hpp>

#include <pathecon/base/contract.hpp>

namespace pathecon::effect {

namespace {

/// The integral of the share over the ramp, from its start, in hours.
double up_to(Rollout const& rollout, double since_go_live)
{
    double const ramp = rollout.ramp.hours();
    if (since_go_live <= 0.0) return 0.0;
    if (since_go_live >= ramp) return 0.5 * (1.0 - rollout.dip) * ramp + (since_go_live - ramp);
    return since_go_live * (-rollout.dip + 0.5 * (1.0 + rollout.dip) * since_go_live / ramp);
}

} // namespace

double realised_at(Rollout const& rollout, units::Duration time)
{
    if (time < rollout.go_live) return 0.0;
    auto const since = time - rollout.go_live;
    if (since >= rollout.ramp) return 1.0;
    return -rollout.dip + (1.0 + rollout.dip) * (since / rollout.ramp);
}

double realised_between(Rollout const& rollout, units::Duration from, units::Duration to)
{
    PATHECON_EXPECTS(from < to, "a span of time has a length");
    double const begin = (from - rollout.go_live).hours(), end = (to - rollout.go_live).hours();
    return (up_to(rollout, end) - up_to(rollout, begin)) / (to - from).hours();
}

} // namespace pathecon::effect
