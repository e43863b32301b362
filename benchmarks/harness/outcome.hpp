// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// What an engine reports of its run: one JSON line with its time, its mean waits and their standard errors;
/// `outcome.py` is the same in Python. The waits are summarised after the clock has stopped.

#include <chrono>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <ctime>
#include <iostream>
#include <map>
#include <span>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "problem.hpp"

#ifndef BENCH_FLAGS
#define BENCH_FLAGS "not recorded"
#endif

namespace bench {

/// Measures wall and processor time from its construction, in seconds. Processor time is that of all threads.
class Stopwatch {
public:
    /// Gives the wall time since construction.
    double wall() const { return std::chrono::duration<double>(std::chrono::steady_clock::now() - wall_).count(); }
    /// Gives the processor time of the process since construction.
    double processor() const { return static_cast<double>(std::clock() - processor_) / CLOCKS_PER_SEC; }

private:
    std::chrono::steady_clock::time_point wall_ = std::chrono::steady_clock::now();
    std::clock_t processor_ = std::clock();
};

/// Count, mean and standard error of the mean of waits, by batch means.
struct Summary {
    std::size_t count = 0;
    double mean = 0;
    double standard_error = 0;
    std::size_t batches = 0;
};

/// Collects the waits of one station, or of one class there, a replication at a time and in order of leaving.
class Waits {
public:
    static constexpr std::size_t batches_a_replication = 20;

    /// Adds one replication, in hours: runs of consecutive waits whose lengths differ by at most one.
    void add(std::span<double const> waits)
    {
        for (std::size_t i = 0; i < batches_a_replication; ++i) {
            auto const from = waits.size() * i / batches_a_replication;
            auto const to = waits.size() * (i + 1) / batches_a_replication;
            if (from == to) continue;
            double total = 0;
            for (double const wait : waits.subspan(from, to - from)) total += wait;
            batches_.emplace_back(static_cast<double>(to - from), total);
        }
    }

    /// Gives the overall mean and its error: the variance of the batches about it, weighted by length
    /// (Law, Simulation Modeling and Analysis, 9.5.3).
    Summary summary() const
    {
        double count = 0, total = 0, spread = 0;
        for (auto const& [n, sum] : batches_) count += n, total += sum;
        auto const k = static_cast<double>(batches_.size());
        if (batches_.size() < 2) throw std::runtime_error("too few waits for a standard error");
        double const mean = total / count;
        for (auto const& [n, sum] : batches_) spread += (sum - n * mean) * (sum - n * mean);
        return {.count = static_cast<std::size_t>(count),
                .mean = mean,
                .standard_error = std::sqrt(spread * k / (k - 1)) / count,
                .batches = batches_.size()};
    }

private:
    std::vector<std::pair<double, double>> batches_; ///< length and sum
};

/// What was run and how long it took.
struct Outcome {
    std::string engine;
    std::string version;
    std::string size;
    std::int64_t seed = 0;
    std::int64_t threads = 1;
    std::int64_t replications = 1;
    std::uint64_t served = 0;                  ///< who left by the horizon, over all replications
    double wall_seconds = 0;                   ///< of the run alone
    double processor_seconds = 0;              ///< of the run alone, all threads
    std::map<std::string, Summary> waits = {}; ///< by station, and by station/class where there are several classes
};

/// Prints the line.
inline void print(Problem const& problem, Outcome const& outcome)
{
    nlohmann::ordered_json waits;
    for (auto const& [place, summary] : outcome.waits)
        waits[place] = {{"count", summary.count},
                        {"mean", summary.mean},
                        {"standard_error", summary.standard_error},
                        {"batches", summary.batches}};
#if defined(__clang__)
    std::string const compiler = "clang " __clang_version__;
#elif defined(__GNUC__)
    std::string const compiler = "g++ " __VERSION__;
#else
    std::string const compiler = "unknown";
#endif
#if defined(__OPTIMIZE__) || (defined(_MSC_VER) && defined(NDEBUG))
    bool const optimised = true;
#else
    bool const optimised = false;
#endif
    nlohmann::ordered_json const line = {
        {"problem", problem.name},
        {"engine", outcome.engine},
        {"version", outcome.version},
        {"size", outcome.size},
        {"seed", outcome.seed},
        {"unit", problem.unit},
        {"served", outcome.served},
        {"horizon", problem.horizon},
        {"replications", outcome.replications},
        {"threads", outcome.threads},
        {"wall_seconds", outcome.wall_seconds},
        {"processor_seconds", outcome.processor_seconds},
        {"per_second", static_cast<double>(outcome.served) / outcome.wall_seconds},
        {"waits", waits},
        {"build", {{"compiler", compiler}, {"flags", BENCH_FLAGS}, {"optimised", optimised}}}};
    std::cout << line.dump() << '\n';
}

} // namespace bench
