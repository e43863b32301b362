// SPDX-License-Identifier: MIT
/// \file
/// Drawing ahead: columns of uniform numbers and of values, by the widest lanes the processor has.
#pragma once

#include <cstddef>
#include <cstdint>

#include <pathecon/random/column.hpp>
#include <pathecon/random/distribution.hpp>
#include <pathecon/random/luck.hpp>

namespace pathecon::random::detail {

[[nodiscard]] Rounds rounds_of(Luck const& luck, std::uint32_t purpose) noexcept;

/// Writes the values of `law` for the patients of `quads` neighbouring quads, at most 8, on their first visits.
void draw_ahead(Rounds const& rounds, Distribution const& law, std::uint64_t quad, std::size_t quads,
                double* values) noexcept;

/// Writes `law.sample(u[i])`.
void value_column(Distribution const& law, double const* u, double* values, std::size_t n) noexcept;

} // namespace pathecon::random::detail
