// SPDX-License-Identifier: MIT
#include "draw_ahead.hpp"

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

template <class V>
PATHECON_INLINE void write_uniforms(std::uint64_t const* words, double* u, std::size_t n) noexcept
{
    for (std::size_t i = 0; i < n; i += Lanes<V>::count) {
        store(u + i, uniform_of<V>(load<Words<V>>(words + i)));
    }
}

template <class V, class Inverse>
PATHECON_INLINE void write_values(Inverse const& inverse, double const* u, double* values, std::size_t n) noexcept
{
    std::size_t i = 0;
    if constexpr (requires(V x, Words<V> rare) { inverse.template lanes<V>(x, rare); }) {
        if constexpr (requires { inverse.prepare(); }) {
            inverse.prepare();
        }
        constexpr std::size_t step = Lanes<V>::count;
        for (; i + step <= n; i += step) {
            Words<V> rare{};
            V const x = load<V>(u + i);
            V const value = inverse.template lanes<V>(x, rare);
            if (any<V>(rare)) [[unlikely]] {
                for (std::size_t lane = i; lane < i + step; ++lane) {
                    values[lane] = inverse(u[lane]);
                }
            } else {
                store(values + i, value);
            }
        }
    }
    for (; i < n; ++i) {
        values[i] = inverse(u[i]);
    }
}

/// Not a lambda: one that is not inlined is compiled for every processor, where it was wanted for some.
template <class V>
struct Writer {
    double const* u;
    double* values;
    std::size_t n;

    template <class Inverse>
    PATHECON_INLINE void operator()(Inverse const& inverse) const noexcept
    {
        write_values<V>(inverse, u, values, n);
    }
};

template <class V>
PATHECON_INLINE void write_values(Distribution const& law, double const* u, double* values, std::size_t n) noexcept
{
    Make::Inverse::with(law, Writer<V>{u, values, n});
}

void values_of_words(Distribution const& law, std::uint64_t const* words, double* values, std::size_t n) noexcept
{
    write_uniforms<Two>(words, values, n);
    write_values<Two>(law, values, values, n);
}

void values_of(Distribution const& law, double const* u, double* values, std::size_t n) noexcept
{
    write_values<Two>(law, u, values, n);
}

#if defined(PATHECON_WIDE)
PATHECON_WIDE void wide_values_of_words(Distribution const& law, std::uint64_t const* words, double* values,
                                        std::size_t n) noexcept
{
    write_uniforms<Four>(words, values, n);
    write_values<Four>(law, values, values, n);
}

PATHECON_WIDE void wide_values_of(Distribution const& law, double const* u, double* values, std::size_t n) noexcept
{
    write_values<Four>(law, u, values, n);
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
    Key const first{luck.seed, luck.model};
    Key const second = next_key(first);
    Key key = second;
    for (Key& round : rounds.keys) {
        key = next_key(key);
        round = key;
    }
    // The counter is {replication, quad, purpose and visit 0, 0}: in the first round both products are the same for
    // every quad, in the second one is.
    auto const a = base::multiply_wide(philox_multiplier_0, luck.replication);
    auto const b = base::multiply_wide(philox_multiplier_1, std::uint64_t{purpose} << 32);
    auto const c = base::multiply_wide(philox_multiplier_1, a.high ^ first[1]);
    rounds.first = b.high ^ first[0];
    rounds.start = {c.high ^ b.low ^ second[0], c.low, a.low ^ second[1], 0};
    return rounds;
}

void draw_ahead(Rounds const& rounds, Distribution const& law, std::uint64_t quad, std::size_t quads,
                double* values) noexcept
{
    // All words before the first number: a wide load that follows narrow stores at once would wait for them.
    std::uint64_t words[32];
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
#if defined(PATHECON_WIDE)
    if (has_wide()) {
        return wide_values_of(law, u, values, n);
    }
#endif
    values_of(law, u, values, n);
}

} // namespace pathecon::random::detail
