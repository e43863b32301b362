// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <vector>

#include <pathecon/stats/exact_sum.hpp>

using namespace pathecon;
using stats::ExactSum;

namespace {

/// Waits in ticks: a fixed, irregular column that spans six powers of ten.
std::vector<std::int64_t> waits(std::size_t n)
{
    std::vector<std::int64_t> column;
    std::uint64_t state = 88172645463325252U;
    for (std::size_t i = 0; i < n; ++i) {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        column.push_back(static_cast<std::int64_t>(state >> (24 + state % 20)));
    }
    return column;
}

ExactSum sum_of(std::vector<std::int64_t> const& values, std::size_t first, std::size_t step)
{
    ExactSum sum;
    for (std::size_t i = first; i < values.size(); i += step) {
        sum.add(values[i]);
    }
    return sum;
}

} // namespace

TEST_CASE("one, two or four parts merged in any order hold the same bytes")
{
    auto const values = waits(10001);
    ExactSum const whole = sum_of(values, 0, 1);
    for (std::size_t const parts : {1U, 2U, 4U}) {
        std::vector<std::size_t> order(parts);
        for (std::size_t i = 0; i < parts; ++i) {
            order[i] = i;
        }
        do {
            ExactSum merged;
            for (std::size_t const part : order) {
                merged.merge(sum_of(values, part, parts));
            }
            CHECK(merged == whole);
            CHECK(std::bit_cast<std::uint64_t>(merged.mean()) == std::bit_cast<std::uint64_t>(whole.mean()));
            CHECK(std::bit_cast<std::uint64_t>(merged.variance()) == std::bit_cast<std::uint64_t>(whole.variance()));
        } while (std::next_permutation(order.begin(), order.end()));
    }
}

TEST_CASE("mean, variance and extremes of hand-counted values")
{
    ExactSum sum;
    for (std::int64_t const value : {2, 4, 4, 4, 5, 5, 7, 9}) {
        sum.add(value);
    }
    CHECK(sum.count() == 8);
    CHECK(sum.mean() == 5.0);
    CHECK(sum.variance() == 32.0 / 7.0);
    CHECK(sum.sd() == std::sqrt(32.0 / 7.0));
    CHECK(sum.least() == 2);
    CHECK(sum.greatest() == 9);
}

TEST_CASE("a value added so many times at once holds the same bytes as one by one")
{
    ExactSum at_once, one_by_one;
    for (std::int64_t const value : {std::int64_t{0}, std::int64_t{-7}, std::int64_t{1} << 50}) {
        at_once.add(value, 1000);
        at_once.add(value - 1, 0);
        for (int k = 0; k < 1000; ++k) {
            one_by_one.add(value);
        }
        CHECK(at_once == one_by_one);
    }
}

TEST_CASE("negative values and a rounded centre change nothing")
{
    ExactSum sum;
    for (std::int64_t const value : {-5, -4, 8}) {
        sum.add(value);
    }
    CHECK(sum.mean() == test::Approx(-1.0 / 3.0).epsilon(1e-15));
    CHECK(sum.variance() == test::Approx((25.0 + 16.0 + 64.0 - 1.0 / 3.0) / 2.0).epsilon(1e-15));
}

TEST_CASE("a variance far below the mean's square keeps its digits")
{
    // Ten years of ticks plus 0 .. 9: in doubles the squares would cancel to noise.
    ExactSum sum;
    for (std::int64_t i = 0; i < 10; ++i) {
        sum.add(315'360'000'000'000 + i);
    }
    CHECK(sum.variance() == test::Approx(110.0 / 12.0).epsilon(1e-15));
}

TEST_CASE("a hundred million waits of nine years fit")
{
    // 2^27 copies of 2^48, by doubling: the sum needs 75 bits and the sum of squares 123.
    ExactSum sum;
    sum.add(std::int64_t{1} << 48);
    for (int i = 0; i < 27; ++i) {
        sum.merge(ExactSum{sum});
    }
    CHECK(sum.count() == std::uint64_t{1} << 27);
    CHECK(sum.mean() == 0x1p48);
    CHECK(sum.variance() == 0.0);
}

TEST_CASE("nothing counted has no mean")
{
    CHECK(std::isnan(ExactSum{}.mean()));
    ExactSum one;
    one.add(3);
    CHECK(one.mean() == 3.0);
    CHECK(std::isnan(one.variance()));
}
