// SPDX-License-Identifier: MIT
/// \file
/// The verbs are the closed list of effects that a file can name.
#pragma once

#include <array>
#include <concepts>
#include <string_view>
#include <variant>

#include <pathecon/effect/add_capacity.hpp>
#include <pathecon/effect/adopt.hpp>
#include <pathecon/effect/burden.hpp>
#include <pathecon/effect/bypass.hpp>
#include <pathecon/effect/cost.hpp>
#include <pathecon/effect/detect.hpp>
#include <pathecon/effect/insert.hpp>
#include <pathecon/effect/prioritise.hpp>
#include <pathecon/effect/reconcile.hpp>
#include <pathecon/effect/scale.hpp>
#include <pathecon/effect/shorten.hpp>
#include <pathecon/effect/transfer.hpp>

namespace pathecon::effect {

/// Every verb, in the order of the manual.
using Verb = std::variant<Scale, Insert, Bypass, Transfer, Prioritise, Detect, Reconcile, Adopt, Burden, Cost,
                          AddCapacity, Shorten>;

/// The name and the sentence of a verb.
struct VerbEntry {
    std::string_view name, sentence;
};

namespace detail {
template <class... Verbs>
inline constexpr auto entries_of(std::variant<Verbs...> const*)
{
    return std::array{VerbEntry{base::Fields<Verbs>::noun, base::Fields<Verbs>::sentence}...};
}
template <class T, class Variant>
inline constexpr bool is_one_of = false;
template <class T, class... Verbs>
inline constexpr bool is_one_of<T, std::variant<Verbs...>> = (std::same_as<T, Verbs> || ...);
} // namespace detail

/// The register of verbs: a name that is not in it is refused with the nearest that is.
inline constexpr auto verbs = detail::entries_of(static_cast<Verb const*>(nullptr));

/// Holds for the types in the list.
template <class T>
concept VerbLike = detail::is_one_of<T, Verb>;

} // namespace pathecon::effect
