// SPDX-License-Identifier: MIT
/// \file
/// Arrivals bring patients into a pathway.
#pragma once

#include <string>

#include <pathecon/pathway/rota.hpp>
#include <pathecon/random/input.hpp>
#include <pathecon/units/rate.hpp>

namespace pathecon::pathway {

/// A Poisson stream of patients: `rate` while `open`, none while closed.
struct Arrivals {
    std::string name = "patients";
    random::Input<units::Rate> rate{}; ///< Rate while open.
    Rota open{};             ///< When patients come; an empty rota means always. Its `servers` multiply the rate.
    std::string to{};        ///< First step; empty means the first step of the pathway.
    bool background = false; ///< Demand of other pathways on shared resources: simulated and shown in the waits.
    bool operator==(Arrivals const&) const = default;
};

} // namespace pathecon::pathway
