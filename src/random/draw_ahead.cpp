// SPDX-License-Identifier: MIT
#include "draw_ahead.hpp"

#include <algorithm>

#include "inverse.hpp"
#include "lanes.hpp"

// The same loops are compiled for every processor and, on x86, once more for those with AVX2. That target has no fused
// multiply-add, and vectors are written out: nothing is left to a vectoriser.
#if defined(__GNUC__) && !defined(__clang__) && defined(__x86_64__)
#define PATHECON_WIDE [[gnu::target("avx2")]]
#endif

namespace pathecon::random::detail {

namespace {

/// Writes the words of neighbouring quads.
void write_words(Rounds const& rounds, std::uint64_t quad, std::size_t quads, std::uint64_t* words) noexcept
{
    // In variables of their own: compilers take pairs and arrays through memory here, at twice the cost.
    for (std::size_t q = 0; q < quads; ++q, words += 4) {
        auto const first = base::multiply_wide(philox_multiplier_0, rounds.first ^ (quad + q));
        std::uint64_t c0 = rounds.start[0];
        std::uint64_t c1 = rounds.start[1];
        std::uint64_t c2 = rounds.start[2] ^ first.high;
        std::uint64_t c3 = first.low;
#if defined(__GNUC__)
#pragma GCC unroll 8
#endif
        for (std::size_t round = 0; round < 8; ++round) {
            auto const a = base::multiply_wide(philox_multiplier_0, c0);
            auto const b = base::multiply_wide(philox_multiplier_1, c2);
            c0 = b.high ^ c1 ^ rounds.keys[round][0];
            c1 = b.low;
            c2 = a.high ^ c3 ^ rounds.keys[round][1];
            c3 = a.low;
        }
        words[0] = c0;
        words[1] = c1;
        words[2] = c2;
        words[3] = c3;
    }
}

/// Uniform numbers that are there already, and those that are still words.
struct Uniforms {
    double const* u;

    template <class V>
    PATHECON_INLINE V at(std::size_t i) const noexcept
    {
        return load<V>(u + i);
    }
};

struct FromWords {
    std::uint64_t const* words;

    template <class V>
    PATHECON_INLINE V at(std::size_t i) const noexcept
    {
        return uniform_of<V>(load<Words<V>>(words + i));
    }
};

/// Writes the values of at most `most_at_once` numbers, as many as are a multiple of the lanes; then the rare ones
/// again.
constexpr std::size_t most_at_once = 32;

template <class V, class Inverse, class Source>
PATHECON_INLINE void write_lanes(Inverse const& inverse, Source source, double* values, std::size_t n) noexcept
{
    constexpr std::size_t step = Lanes<V>::count;
    Words<V> rare[most_at_once / step];
    Words<V> any_rare{};
    for (std::size_t i = 0; i < n; i += step) {
        rare[i / step] = Words<V>{};
        store(values + i, V{inverse.lanes(source.template at<V>(i), rare[i / step])});
        any_rare |= rare[i / step];
    }
    if (any<V>(any_rare)) [[unlikely]] {
        std::uint64_t is_rare[most_at_once];
        std::memcpy(is_rare, rare, n * sizeof(std::uint64_t));
        for (std::size_t i = 0; i < n; ++i) {
            if (is_rare[i] != 0) {
                values[i] = inverse(source.template at<double>(i));
            }
        }
    }
}

/// Not a lambda: one that is not inlined is compiled for every processor, where it was wanted for some.
template <class V, class Source>
struct Write {
    Source source;
    double* values;
    std::size_t n;

    template <class Inverse>
    PATHECON_INLINE void operator()(Inverse const& inverse) const noexcept
    {
        if constexpr (requires(V x, Words<V> rare) { inverse.lanes(x, rare); }) {
            if constexpr (requires { inverse.prepare(); }) {
                inverse.prepare();
            }
            write_lanes<V>(inverse, source, values, n);
        } else {
            for (std::size_t i = 0; i < n; ++i) {
                values[i] = inverse(source.template at<double>(i));
            }
        }
    }
};

template <class V, class Source>
PATHECON_INLINE void write(Distribution const& law, Source source, double* values, std::size_t n) noexcept
{
    Make::Inverse::with(law, Write<V, Source>{source, values, n});
}

void values_of_words(Distribution const& law, std::uint64_t const* words, double* values, std::size_t n) noexcept
{
    write<Two>(law, FromWords{words}, values, n);
}

void values_of(Distribution const& law, double const* u, double* values, std::size_t n) noexcept
{
    write<Two>(law, Uniforms{u}, values, n);
}

#if defined(PATHECON_WIDE)
PATHECON_WIDE void wide_values_of_words(Distribution const& law, std::uint64_t const* words, double* values,
                                        std::size_t n) noexcept
{
    write<Four>(law, FromWords{words}, values, n);
}

PATHECON_WIDE void wide_values_of(Distribution const& law, double const* u, double* values, std::size_t n) noexcept
{
    write<Four>(law, Uniforms{u}, values, n);
}

bool has_wide() noexcept
{
    static bool const yes = __builtin_cpu_supports("avx2") != 0;
    return yes;
}
#endif

} // namespace

Rounds rounds_of(Luck const& luck, std::uint32_t purpose) noexcept
{
    Rounds rounds;
    std::array<Key, 10> keys{};
    keys[0] = {luck.seed, luck.model};
    for (std::size_t round = 1; round < 10; ++round) {
        keys[round] = {keys[round - 1][0] + philox_weyl_0, keys[round - 1][1] + philox_weyl_1};
    }
    std::copy(keys.begin() + 2, keys.end(), rounds.keys.begin());
    // The counter is {replication, quad, purpose and visit 0, 0}: in the first round both products are the same for
    // every quad, in the second one is.
    auto const a = base::multiply_wide(philox_multiplier_0, luck.replication);
    auto const b = base::multiply_wide(philox_multiplier_1, std::uint64_t{purpose} << 32);
    auto const c = base::multiply_wide(philox_multiplier_1, a.high ^ keys[0][1]);
    rounds.first = b.high ^ keys[0][0];
    rounds.start = {c.high ^ b.low ^ keys[1][0], c.low, a.low ^ keys[1][1], 0};
    return rounds;
}

void draw_ahead(Rounds const& rounds, Distribution const& law, std::uint64_t quad, std::size_t quads,
                double* values) noexcept
{
    // All words before the first number: a wide load that follows narrow stores at once would wait for them.
    alignas(64) std::uint64_t words[most_at_once];
    write_words(rounds, quad, quads, words);
#if defined(PATHECON_WIDE)
    if (has_wide()) {
        return wide_values_of_words(law, words, values, 4 * quads);
    }
#endif
    values_of_words(law, words, values, 4 * quads);
}

void value_column(Distribution const& law, double const* u, double* values, std::size_t n) noexcept
{
    std::size_t const whole = n - n % most_at_once;
    for (std::size_t i = 0; i < whole; i += most_at_once) {
#if defined(PATHECON_WIDE)
        if (has_wide()) {
            wide_values_of(law, u + i, values + i, most_at_once);
            continue;
        }
#endif
        values_of(law, u + i, values + i, most_at_once);
    }
    for (std::size_t i = whole; i < n; ++i) {
        values[i] = law.sample(u[i]);
    }
}

} // namespace pathecon::random::detail
