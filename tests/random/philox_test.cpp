// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <cstdint>

#include <pathecon/random/philox.hpp>
#include <pathecon/random/uniform.hpp>

#include "oracle.hpp"

namespace random_ = pathecon::random;
using random_::Block;
using random_::philox4x64;

namespace {

constexpr std::uint64_t ones = ~std::uint64_t{0};

// Known answers published with Random123, for zeros, for ones and for the digits of pi.
static_assert(philox4x64({0, 0, 0, 0}, {0, 0}) ==
              Block{0x16554d9eca36314c, 0xdb20fe9d672d0fdc, 0xd7e772cee186176b, 0x7e68b68aec7ba23b});
static_assert(philox4x64({ones, ones, ones, ones}, {ones, ones}) ==
              Block{0x87b092c3013fe90b, 0x438c3c67be8d0224, 0x9cc7d7c69cd777b6, 0xa09caebf594f0ba0});

} // namespace

TEST_CASE("philox gives the known answer of Random123 for the digits of pi")
{
    Block const counter{0x243f6a8885a308d3, 0x13198a2e03707344, 0xa4093822299f31d0, 0x082efa98ec4e6c89};
    CHECK(philox4x64(counter, {0x452821e638d01377, 0xbe5466cf34e90c6c}) ==
          Block{0xa528f45403e61d95, 0x38c72dbd566e9788, 0xa5a1610e72fd18b5, 0x57bd43b5e52b7fe6});
}

TEST_CASE("philox agrees with NumPy, which counts before it computes")
{
    for (auto const& row : oracle::philox) {
        CHECK(philox4x64(row.counter, row.key) == row.block);
    }
}

TEST_CASE("one bit of the counter or of the key changes about half of the bits")
{
    Block const counter{1, 2, 3, 4};
    Block const first = philox4x64(counter, {5, 6});
    int changed = 0;
    for (int bit = 0; bit < 384; ++bit) {
        Block c = counter;
        std::array<std::uint64_t, 2> key{5, 6};
        auto const place = static_cast<std::size_t>(bit / 64);
        (place < 4 ? c[place] : key[place - 4]) ^= std::uint64_t{1} << (bit % 64);
        Block const second = philox4x64(c, key);
        for (std::size_t i = 0; i < 4; ++i) {
            changed += std::popcount(first[i] ^ second[i]);
        }
    }
    double const n = 384.0 * 256.0;
    CHECK(std::abs(changed - 0.5 * n) / std::sqrt(0.25 * n) < 4.89);
}

TEST_CASE("a uniform number never is 0 or 1, and neither is 1 minus it")
{
    CHECK(random_::uniform(0) == 0x1p-53);
    CHECK(random_::uniform(ones) == 1.0 - 0x1p-53);
    for (auto const& row : oracle::philox) {
        for (std::uint64_t const word : row.block) {
            CHECK(random_::uniform(word) + random_::uniform(~word) == 1.0); // exactly: nothing was rounded
            CHECK(1.0 - (1.0 - random_::uniform(word)) == random_::uniform(word));
        }
    }
}
