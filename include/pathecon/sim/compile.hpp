// SPDX-License-Identifier: MIT
/// \file
/// Compiling turns a checked pathway into a network of flat arrays; names end here.
#pragma once

#include <pathecon/pathway/check.hpp>
#include <pathecon/sim/network.hpp>

namespace pathecon::sim {

/// Returns the network of a pathway. Throws base::InvalidInput when two decisions share one stream of luck by accident
/// (their names hash alike) or when the pathway has more of something than the network can hold.
Network compile(pathway::Checked<pathway::Pathway> const& pathway);

} // namespace pathecon::sim
