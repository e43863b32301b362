// SPDX-License-Identifier: MIT
#pragma once

/// \file
/// A hash is a number that stands for a text, equal on every platform and in every release.

#include <cstdint>
#include <string_view>

namespace pathecon::base {

/// Hashes bytes by FNV-1a (Fowler, Noll, Vo; RFC 9923) and mixes the result (Stafford's variant 13 of the finaliser of
/// MurmurHash3), so that texts that differ in their last letter differ in every bit.
[[nodiscard]] constexpr std::uint64_t hash_text(std::string_view text) noexcept
{
    std::uint64_t hash = 0xcbf29ce484222325u;
    for (char const letter : text) {
        hash ^= static_cast<unsigned char>(letter);
        hash *= 0x100000001b3u;
    }
    hash = (hash ^ (hash >> 30)) * 0xbf58476d1ce4e5b9u;
    hash = (hash ^ (hash >> 27)) * 0x94d049bb133111ebu;
    return hash ^ (hash >> 31);
}

} // namespace pathecon::base
