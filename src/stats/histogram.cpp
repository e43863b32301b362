// SPDX-License-Identifier: MIT
#include <pathecon/stats/histogram.hpp>

#include <cmath>
#include <limits>
#include <numeric>

#include <pathecon/base/contract.hpp>

namespace pathecon::stats {

namespace {

std::uint64_t mask_of(int bits)
{
    PATHECON_EXPECTS(bits >= 1 && bits <= 16, "a histogram has between 1 and 16 bits");
    return (std::uint64_t{1} << (bits + 1)) - 1;
}

double middle(Histogram::Bucket const& bucket) noexcept
{
    return static_cast<double>(bucket.low) + 0.5 * static_cast<double>(bucket.width - 1);
}

} // namespace

Histogram::Histogram(int bits)
    : mask_{mask_of(bits)}
    , bits_{bits}
{}

void Histogram::grow(std::size_t index, std::int64_t value)
{
    PATHECON_EXPECTS(value >= 0, "a histogram counts values >= 0");
    counts_.resize(index + 1);
}

Histogram::Bucket Histogram::edges(std::size_t index) const noexcept
{
    std::size_t const group = index >> bits_;
    std::size_t const shift = group == 0 ? 0 : group - 1;
    auto const low = static_cast<std::int64_t>((index - (shift << bits_)) << shift);
    return {low, std::int64_t{1} << shift, 0};
}

void Histogram::merge(Histogram const& other)
{
    PATHECON_EXPECTS(bits_ == other.bits_, "histograms that are merged have the same bits");
    if (counts_.size() < other.counts_.size()) {
        counts_.resize(other.counts_.size());
    }
    for (std::size_t i = 0; i < other.counts_.size(); ++i) {
        counts_[i] += other.counts_[i];
    }
}

std::uint64_t Histogram::count() const noexcept
{
    return std::accumulate(counts_.begin(), counts_.end(), std::uint64_t{0});
}

double Histogram::quantile(double p) const
{
    PATHECON_EXPECTS(p >= 0.0 && p <= 1.0, "a quantile is asked at 0 <= p <= 1");
    std::uint64_t const n = count();
    if (n == 0) {
        return std::numeric_limits<double>::quiet_NaN();
    }
    auto const asked = static_cast<std::uint64_t>(std::ceil(p * static_cast<double>(n)));
    std::uint64_t const rank = asked == 0 ? 1 : (asked > n ? n : asked); // p n may round up
    std::uint64_t seen = 0;
    std::size_t i = 0;
    for (; seen + counts_[i] < rank; ++i) {
        seen += counts_[i];
    }
    return middle(edges(i));
}

CountBelow Histogram::count_below(std::int64_t threshold) const
{
    if (threshold <= 0) {
        return {};
    }
    std::size_t const place = bucket(threshold);
    std::size_t const whole = place < counts_.size() ? place : counts_.size();
    auto const end = counts_.begin() + static_cast<std::ptrdiff_t>(whole);
    std::uint64_t const least = std::accumulate(counts_.begin(), end, std::uint64_t{0});
    bool const splits = place < counts_.size() && edges(place).low != threshold;
    return {least, least + (splits ? counts_[place] : 0)};
}

double Histogram::mean() const
{
    double sum = 0.0;
    std::uint64_t n = 0;
    for (Bucket const& b : buckets()) {
        sum += middle(b) * static_cast<double>(b.count);
        n += b.count;
    }
    return sum / static_cast<double>(n);
}

std::vector<Histogram::Bucket> Histogram::buckets() const
{
    std::vector<Bucket> filled;
    for (std::size_t i = 0; i < counts_.size(); ++i) {
        if (counts_[i] != 0) {
            filled.push_back(edges(i));
            filled.back().count = counts_[i];
        }
    }
    return filled;
}

} // namespace pathecon::stats
