// SPDX-License-Identifier: MIT
/// \file
/// What the engine tells of a pathway, in the reference loop's words, and how the two differ.
#pragma once

#include <string>

#include "random_pathway.hpp"

namespace reference {

/// Simulates with the engine.
Told tell(RandomPathway const& drawn);

/// Says how two stories differ, with the first rows that do; empty when they are the same.
std::string difference(Told const& engine, Told const& reference);

/// Simulates a pathway both ways and says how they differ; empty when they agree.
std::string difference(RandomPathway const& drawn, Fault fault = Fault::none);

/// Takes away from a pathway what is not needed for the difference. Returns the smallest that still differs.
RandomPathway shrink(RandomPathway drawn, Fault fault = Fault::none);

/// Writes a pathway as a scenario file does, with its seed and horizon.
std::string text_of(RandomPathway const& drawn);

} // namespace reference
