// SPDX-License-Identifier: MIT
#pragma once

/// \file
/// An id is the position of a thing in its array, typed so that ids of different things do not mix.

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>

namespace pathecon::base {

/// Counts from 0; -1 is no thing at all.
template <class Tag>
struct Id {
    std::int32_t value = -1;

    [[nodiscard]] explicit constexpr operator bool() const noexcept { return value >= 0; }
    /// Gives the id as an array index; the id must be valid.
    [[nodiscard]] constexpr std::size_t index() const noexcept { return static_cast<std::size_t>(value); }
    friend constexpr auto operator<=>(Id, Id) = default;
};

} // namespace pathecon::base

template <class Tag>
struct std::hash<pathecon::base::Id<Tag>> {
    std::size_t operator()(pathecon::base::Id<Tag> id) const noexcept { return std::hash<std::int32_t>{}(id.value); }
};
