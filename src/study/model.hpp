// SPDX-License-Identifier: MIT
/// \file
/// A model of an arm is the pathway with its tools applied, in one draw.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <pathecon/base/diagnostic.hpp>
#include <pathecon/effect/portfolio.hpp>
#include <pathecon/study/run.hpp>
#include <pathecon/study/study.hpp>

namespace pathecon::study::detail {

/// The draw of base values.
inline constexpr std::int64_t base_values = -1;

/// The study with the number of every uncertain input replaced by that of a draw; one draw serves all arms.
Study drawn(Study const& study, std::int64_t draw);

/// What is limited in a pathway and asked for more than it can give.
std::vector<Overload> overloads_of(std::vector<pathway::Load> const& loads, int draw);

/// The message of check() for a queue that would grow for ever.
inline constexpr int overload_code = 301;
/// The message of check() for a noun that nothing refers to.
inline constexpr int unused_code = 218;

/// Says by how much a thing is overloaded.
std::string overload_text(Overload const& overload);

/// Says that its queue grows, and what the load of that name leaves out or takes for granted.
std::string growth_text(std::vector<pathway::Load> const& loads, std::string_view name);

/// Appends the faults that `known` does not have yet.
void append_new(base::Diagnostics& known, base::Diagnostics const& others);

} // namespace pathecon::study::detail
