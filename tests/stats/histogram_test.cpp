// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

#include <pathecon/base/contract.hpp>
#include <pathecon/stats/histogram.hpp>

using namespace pathecon;
using stats::CountBelow;
using stats::Histogram;

namespace {

std::vector<std::int64_t> waits(std::size_t n)
{
    std::vector<std::int64_t> column;
    std::uint64_t state = 88172645463325252U;
    for (std::size_t i = 0; i < n; ++i) {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        column.push_back(static_cast<std::int64_t>(state >> (2 + state % 60)));
    }
    return column;
}

} // namespace

TEST_CASE("every quantile is within the bucket's relative width of the true one")
{
    for (int const bits : {3, 8, 12}) {
        Histogram histogram{bits};
        auto values = waits(5000);
        for (auto const value : values) {
            histogram.add(value);
        }
        std::sort(values.begin(), values.end());
        for (double const p : {0.0, 0.001, 0.1, 0.5, 0.9, 0.95, 0.999, 1.0}) {
            auto const rank = std::max(std::size_t{1}, static_cast<std::size_t>(std::ceil(p * 5000.0)));
            double const truth = static_cast<double>(values[rank - 1]);
            CHECK(std::abs(histogram.quantile(p) - truth) <= truth * std::ldexp(1.0, -bits - 1));
        }
        CHECK(histogram.count() == 5000);
    }
}

TEST_CASE("small values are exact")
{
    Histogram histogram{8};
    for (std::int64_t value = 0; value < 512; ++value) {
        histogram.add(value);
    }
    for (int rank = 1; rank <= 512; ++rank) {
        CHECK(histogram.quantile(rank / 512.0) == rank - 1);
    }
    CHECK(histogram.mean() == 255.5);
}

TEST_CASE("one, two or four parts merged in any order are equal")
{
    auto const values = waits(4001);
    Histogram whole;
    for (auto const value : values) {
        whole.add(value);
    }
    for (std::size_t const parts : {1U, 2U, 4U}) {
        std::vector<Histogram> part(parts);
        for (std::size_t i = 0; i < values.size(); ++i) {
            part[i % parts].add(values[i]);
        }
        do {
            Histogram merged;
            for (auto const& p : part) {
                merged.merge(p);
            }
            CHECK(merged == whole);
        } while (std::next_permutation(part.begin(), part.end(),
                                       [](Histogram const& a, Histogram const& b) { return a.mean() < b.mean(); }));
    }
    CHECK_THROWS_AS(whole.merge(Histogram{7}), base::ContractViolation);
}

TEST_CASE("buckets touch each other and hold what was counted")
{
    Histogram histogram{2};
    std::int64_t next = 0;
    for (std::int64_t value = 0; value < 100; ++value) {
        histogram.add(value);
    }
    for (auto const& bucket : histogram.buckets()) {
        CHECK(bucket.low == next);
        CHECK(bucket.count == static_cast<std::uint64_t>(std::min<std::int64_t>(bucket.width, 100 - bucket.low)));
        CHECK(static_cast<double>(bucket.width) <= std::max(1.0, 0.25 * static_cast<double>(bucket.low)));
        next = bucket.low + bucket.width;
    }
    CHECK(next >= 100);
}

TEST_CASE("the count below a threshold is exact at a bucket's edge and bounded inside one")
{
    Histogram histogram{2}; // buckets ... 8 9, 10 11, 12 13, 14 15, 16 .. 19
    for (std::int64_t const value : {3, 9, 16, 17, 18, 40}) {
        histogram.add(value);
    }
    CHECK(histogram.count_below(0) == CountBelow{0, 0});
    CHECK(histogram.count_below(3) == CountBelow{0, 0});
    CHECK(histogram.count_below(4) == CountBelow{1, 1});
    CHECK(histogram.count_below(16) == CountBelow{2, 2});
    CHECK(histogram.count_below(18) == CountBelow{2, 5});
    CHECK(histogram.count_below(1000) == CountBelow{6, 6});
}

TEST_CASE("a value counted so many times at once is counted as one by one")
{
    Histogram at_once{5}, one_by_one{5};
    for (std::int64_t const value : {std::int64_t{0}, std::int64_t{1000}, std::int64_t{1} << 50}) {
        at_once.add(value, 30);
        at_once.add(value + (std::int64_t{1} << 55), 0);
        for (int k = 0; k < 30; ++k) {
            one_by_one.add(value);
        }
        CHECK(at_once == one_by_one);
    }
}

TEST_CASE("the largest tick is counted, a negative one refused")
{
    Histogram histogram;
    histogram.add(std::numeric_limits<std::int64_t>::max());
    CHECK(histogram.quantile(0.5) == test::Approx(0x1p63).epsilon(1.0 / 256.0));
    CHECK_THROWS_AS(histogram.add(-1), base::ContractViolation);
    CHECK_THROWS_AS(Histogram{}.add(std::numeric_limits<std::int64_t>::min()), base::ContractViolation);
    CHECK_THROWS_AS(Histogram{0}, base::ContractViolation);
    CHECK_THROWS_AS(histogram.quantile(1.5), base::ContractViolation);
    CHECK(std::isnan(Histogram{}.quantile(0.5)));
    CHECK(std::isnan(Histogram{}.mean()));
}
