// SPDX-License-Identifier: MIT
/// \file
/// A column is the values of one decision at first visits, drawn ahead for neighbouring patients.
///
/// A block of neighbours costs half of what its values cost one by one, or less. A decision that few patients meet is
/// drawn one by one all the same. What is given depends on neither, nor on the order of asking.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include <pathecon/random/distribution.hpp>
#include <pathecon/random/luck.hpp>

namespace pathecon::random {

namespace detail {

/// What the blocks of one luck and purpose share: round keys, and what of the first two rounds knows no patient.
struct Rounds {
    std::array<Key, 8> keys{}; ///< of rounds 2 .. 9, from 0
    Block start{};
    std::uint64_t first = 0;
};

} // namespace detail

/// The values of one purpose under one law, for first visits (visit 0).
class Column {
public:
    /// Gives uniform numbers.
    explicit Column(std::uint32_t purpose = 0);

    /// Gives values of `law`.
    Column(std::uint32_t purpose, Distribution const& law);

    [[nodiscard]] std::uint32_t purpose() const noexcept { return stream_.purpose(); }

    /// Takes the luck to draw under, before the first value; forgets what was drawn under another.
    void bind(Luck const& luck) noexcept;

    /// Returns `law.sample(uniform(word(luck, purpose, patient, 0)))`, to the bit.
    [[nodiscard]] double at(std::uint64_t patient) noexcept
    {
        std::size_t const place = place_of(patient);
        if (drawn_[place / block] == patient / block) [[likely]] {
            return values_[place];
        }
        return fetch(patient);
    }

    /// Gives the values of neighbours, from `patient` on.
    void copy(std::uint64_t patient, std::span<double> into) noexcept;

private:
    static constexpr std::size_t block = 32; // patients drawn at a time
    static constexpr std::size_t blocks = 8; // patients overtake each other between stages
    static constexpr std::uint64_t none = ~std::uint64_t{0};

    /// Patients of several sources differ above bit 41; each source starts at a block of its own.
    static std::size_t place_of(std::uint64_t patient) noexcept
    {
        return static_cast<std::size_t>(patient ^ (patient >> 41) * block) % (block * blocks);
    }

    double fetch(std::uint64_t patient) noexcept;
    bool is_worth_drawing(std::uint64_t asked) noexcept;
    std::size_t make_room(std::size_t place) noexcept;

    alignas(64) std::array<double, block * blocks> values_{};
    std::array<std::uint64_t, blocks> drawn_{}; ///< whose values they are: patient / block
    std::array<std::uint32_t, blocks> turn_{};  ///< when they were drawn
    std::uint32_t turns_ = blocks;              ///< how many blocks were drawn; none lately

    // Whether blocks are worth drawing is judged by one block at a time that is not drawn, but counted.
    bool by_block_ = false;
    std::uint64_t watched_ = none;
    std::uint32_t asked_for_ = 0;  ///< values of the watched block
    std::uint32_t redrawn_ = 0;    ///< draws of the block before it
    std::uint32_t to_verdict_ = 0; ///< draws
    std::uint32_t caution_ = 0;    ///< grows when blocks push each other out

    Distribution law_;
    detail::Rounds rounds_{};
    Stream stream_; ///< gives what is not drawn by the block
    Luck luck_{};
};

} // namespace pathecon::random
