// SPDX-License-Identifier: MIT
/// \file
/// An explanation lists what each tool changes in a pathway, one row a change.
#pragma once

#include <vector>

#include <pathecon/base/column.hpp>
#include <pathecon/effect/portfolio.hpp>

namespace pathecon::effect {

/// Lays changes out in columns: path, before, after, tool, effect, source.
[[nodiscard]] base::Table explain(std::vector<Change> const& changes);

/// Applies the portfolio and explains it.
[[nodiscard]] base::Table explain(pathway::Pathway const& pathway, Portfolio const& portfolio);

} // namespace pathecon::effect
