// SPDX-License-Identifier: MIT
/// \file
/// Luck is keyed, not consumed: a random number is looked up by what it decides, for whom, and on which visit.
///
/// The arm of a study is not part of the key, so a patient meets the same luck in every arm, and a tool that changes
/// nothing gives a difference of exactly 0.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <pathecon/random/philox.hpp>
#include <pathecon/random/uniform.hpp>

namespace pathecon::random {

/// Whose luck: the user's seed, a tag that keeps models apart, and the replication.
struct Luck {
    std::uint64_t seed = 0;
    std::uint64_t model = 0;
    std::uint64_t replication = 0;
    bool operator==(Luck const&) const = default;
};

/// Returns a stable 64-bit tag of a name: FNV-1a over its bytes, then the finaliser of MurmurHash3, so that names that
/// differ in one letter differ in half of the bits. It never changes between versions.
[[nodiscard]] constexpr std::uint64_t tag_of(std::string_view name) noexcept
{
    std::uint64_t hash = 0xCBF29CE484222325U;
    for (char const letter : name) {
        hash = (hash ^ static_cast<unsigned char>(letter)) * 0x00000100000001B3U;
    }
    hash = (hash ^ (hash >> 33)) * 0xFF51AFD7ED558CCDU;
    hash = (hash ^ (hash >> 33)) * 0xC4CEB9FE1A85EC53U;
    return hash ^ (hash >> 33);
}

/// Returns the purpose of a decision from its name ("read/takes"), never from its position: the upper half of its tag.
/// Two names of one model may collide (1 in 4.3 thousand million for each pair): whoever compiles the model refuses
/// that.
[[nodiscard]] constexpr std::uint32_t purpose_of(std::string_view name) noexcept
{
    return static_cast<std::uint32_t>(tag_of(name) >> 32);
}

/// Returns the replication of inner replication `inner` (below 2^20) of parameter draw `draw` (below 2^44), so that
/// asking for more of either reshuffles nothing.
[[nodiscard]] constexpr std::uint64_t replication_id(std::uint64_t draw, std::uint64_t inner) noexcept
{
    return draw << 20 | inner;
}

/// Returns the words of four neighbouring patients: patient 4 * quad + i has word i.
/// `block` counts further words for a decision that needs more than one.
[[nodiscard]] constexpr Block words(Luck const& luck, std::uint32_t purpose, std::uint64_t quad, std::uint32_t visit,
                                    std::uint64_t block = 0) noexcept
{
    return philox4x64({luck.replication, quad, std::uint64_t{purpose} << 32 | visit, block}, {luck.seed, luck.model});
}

/// Returns the random word of one decision for one patient on that patient's n-th visit there (from 0).
[[nodiscard]] constexpr std::uint64_t word(Luck const& luck, std::uint32_t purpose, std::uint64_t patient,
                                           std::uint32_t visit) noexcept
{
    return words(luck, purpose, patient >> 2, visit)[patient & 3U];
}

/// The luck of one purpose, with the blocks it computed last: neighbours share a block, so most look-ups cost nothing
/// new. It gives what `word` gives, whatever the order of asking.
class Stream {
public:
    Stream() = default;
    explicit constexpr Stream(std::uint32_t purpose) noexcept
        : purpose_{purpose}
    {}

    [[nodiscard]] constexpr std::uint32_t purpose() const noexcept { return purpose_; }

    [[nodiscard]] std::uint64_t word(Luck const& luck, std::uint64_t patient, std::uint32_t visit) noexcept
    {
        std::uint64_t const quad = patient >> 2;
        Kept const& kept = kept_[quad & (kept_.size() - 1)];
        if (kept.quad != quad || kept.visit != visit || luck_ != luck) [[unlikely]] {
            fill(luck, quad, visit);
        }
        return kept.words[patient & 3U];
    }

    [[nodiscard]] double uniform(Luck const& luck, std::uint64_t patient, std::uint32_t visit) noexcept
    {
        return random::uniform(word(luck, patient, visit));
    }

private:
    void fill(Luck const& luck, std::uint64_t quad, std::uint32_t visit) noexcept;

    struct Kept {
        Block words{};
        std::uint64_t quad = ~std::uint64_t{0}; // no patient has this quad
        std::uint32_t visit = 0;
    };
    // Patients overtake each other by a few places between stages: four blocks span 16 neighbours.
    std::array<Kept, 4> kept_{};
    Luck luck_{};
    std::uint32_t purpose_ = 0;
};

} // namespace pathecon::random
