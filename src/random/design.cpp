// SPDX-License-Identifier: MIT
#include <pathecon/random/design.hpp>

#include <bit>

#include <pathecon/base/contract.hpp>
#include <pathecon/random/luck.hpp>

namespace pathecon::random {

namespace {

// Tags of their own keep parameters and permutations apart from patients' luck under the same seed.
constexpr std::uint64_t design_model = tag_of("pathecon design");
constexpr std::uint64_t permutation_model = tag_of("pathecon permutation");
constexpr std::uint64_t most_draws = std::uint64_t{1} << 20;

} // namespace

std::uint64_t keyed_permutation(std::uint64_t seed, std::uint64_t purpose, std::uint64_t index, std::uint64_t n)
{
    PATHECON_EXPECTS(index < n, "the index is one of 0 .. n-1");
    Key const key{seed, permutation_model};
    // In each round the cards are paired by a random reflection, and each pair swaps or not by a coin of its own.
    auto const rounds = 16 + 6 * static_cast<std::uint64_t>(std::bit_width(n));
    for (std::uint64_t round = 0; round < rounds; ++round) {
        std::uint64_t const mirror = base::multiply_wide(philox4x64({purpose, n, round, 0}, key)[0], n).high;
        std::uint64_t const partner = mirror >= index ? mirror - index : mirror + n - index;
        std::uint64_t const upper = index > partner ? index : partner;
        bool const swap = (philox4x64({purpose, n, round, upper + 1}, key)[0] >> 63) != 0;
        index = swap ? partner : index;
    }
    return index;
}

double design_uniform(std::uint64_t seed, std::uint64_t draw, std::uint64_t n_draws, std::string_view name)
{
    PATHECON_EXPECTS(draw < n_draws, "the draw is one of 0 .. n_draws-1");
    PATHECON_EXPECTS(n_draws <= most_draws, "a design has at most 2^20 draws");
    std::uint64_t const purpose = tag_of(name);
    std::uint64_t const stratum = keyed_permutation(seed, purpose, draw, n_draws);
    // 32 bits within the stratum: with 20 for the stratum the sum is exact, so the result stays inside it and below 1.
    std::uint64_t const word = philox4x64({draw, n_draws, purpose, 0}, {seed, design_model})[0];
    double const within = (static_cast<double>(word >> 32) + 0.5) * 0x1p-32;
    return (static_cast<double>(stratum) + within) / static_cast<double>(n_draws);
}

} // namespace pathecon::random
