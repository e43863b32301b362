// SPDX-License-Identifier: MIT
/// \file
/// What apply() charges for a tool.
#pragma once

#include <string>
#include <vector>

#include <pathecon/effect/portfolio.hpp>

#include "edit.hpp"

namespace pathecon::effect {

/// Makes the outcome that counts the visits of `at` that use the tool and meet `where`.
[[nodiscard]] pathway::Outcome count_of_uses(Edit& edit, std::string name, std::string const& at,
                                             std::string const& where);

/// Lists the charges of a tool's `cost` and of its Cost effects, in that order.
[[nodiscard]] std::vector<Charge> charges_of(Tool const& tool, Rollout const& rollout, pathway::Pathway const& pathway);

} // namespace pathecon::effect
