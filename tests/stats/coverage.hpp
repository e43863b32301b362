// SPDX-License-Identifier: MIT
/// \file
/// What the tests of intervals share: numbers from a fixed seed, and whether a share of hits is what was promised.
#pragma once

#include <cmath>
#include <cstdint>
#include <random>

#include <pathecon/stats/interval.hpp>

namespace stats_test {

/// Normal numbers for the tests, by Box and Muller from a fixed seed: standard distributions differ between libraries.
class Normals {
public:
    explicit Normals(std::uint64_t seed)
        : engine_{seed}
    {}
    double operator()()
    {
        double const radius = std::sqrt(-2.0 * std::log(uniform()));
        return radius * std::cos(6.283185307179586 * uniform());
    }
    double uniform() { return (static_cast<double>(engine_() >> 12) + 0.5) * 0x1p-52; }

private:
    std::mt19937_64 engine_;
};

/// How many standard errors the share of hits lies from the level.
inline double coverage_z(int hits, int trials, double level)
{
    double const n = trials;
    return (hits - n * level) / std::sqrt(n * level * (1.0 - level));
}

inline bool covers(pathecon::stats::Interval const& interval, double truth)
{
    return interval.low <= truth && truth <= interval.high;
}

} // namespace stats_test
