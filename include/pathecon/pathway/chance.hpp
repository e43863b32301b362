// SPDX-License-Identifier: MIT
/// \file
/// A chance is the probability of a yes, which may differ between kinds of patient.
#pragma once

#include <string>
#include <vector>

#include <pathecon/random/input.hpp>
#include <pathecon/units/probability.hpp>

namespace pathecon::pathway {

/// Gives the probability for the patients who meet a condition.
struct Case {
    std::string where;                     ///< Condition on attributes and test results (see condition.hpp).
    random::Input<units::Probability> p{}; ///< Probability in [0, 1].
    bool operator==(Case const&) const = default;
};

/// Gives the probability of a yes: that of the first case whose condition holds, `p` when none does.
struct Chance {
    random::Input<units::Probability> p{};
    std::vector<Case> cases{};
    bool operator==(Chance const&) const = default;
};

/// Returns the same chance for everyone.
inline Chance bernoulli(random::Input<units::Probability> p) { return Chance{.p = std::move(p)}; }
inline Chance bernoulli(double p) { return Chance{.p = units::Probability{p}}; }

} // namespace pathecon::pathway
