// SPDX-License-Identifier: MIT
/// \file
/// What the tests against closed forms share: a queue in a few words, and a mean with its standard error over replications.
#pragma once

#include <cmath>
#include <functional>
#include <string>
#include <vector>

#include <pathecon/pathway/check.hpp>
#include <pathecon/sim/compile.hpp>
#include <pathecon/sim/simulate.hpp>

namespace theory {

using namespace pathecon;
using units::hour;

struct Estimate {
    double mean = 0, standard_error = 0;

    /// How many standard errors it lies from what theory says.
    [[nodiscard]] double z(double theory) const { return (mean - theory) / standard_error; }
    [[nodiscard]] double relative_error() const { return standard_error / std::abs(mean); }
};

inline Estimate estimate(std::vector<double> const& values) {
    auto const n = static_cast<double>(values.size());
    double sum = 0, squares = 0;
    for (double const v : values) sum += v;
    for (double const v : values) squares += (v - sum / n) * (v - sum / n);
    return {sum / n, std::sqrt(squares / (n - 1) / n)};
}

/// A station with Poisson arrivals per hour in front of it.
inline pathway::Pathway queue(double arrivals_per_hour, int servers, pathway::TimeDistribution takes) {
    return pathway::Pathway{"queue"}
        .add(pathway::Arrivals{.name = "patients", .rate = units::Rate::from_per_hour(arrivals_per_hour)})
        .add(pathway::Resource{.name = "server", .rota = pathway::Rota::always(servers)})
        .add(pathway::Activity{.name = "service", .uses = {{"server"}}, .takes = std::move(takes)});
}

using Quantity = std::function<double(sim::Replication const&)>;

/// Simulates replications with a fixed seed and returns an estimate of each quantity.
inline std::vector<Estimate> measure(pathway::Pathway const& pathway, std::vector<Quantity> const& quantities, int replications,
                                     double hours, double warm_up_hours = 2000, std::uint64_t seed = 20261121) {
    auto const network = sim::compile(pathway::check(pathway));
    std::vector<std::vector<double>> values(quantities.size());
    for (int r = 0; r < replications; ++r) {
        auto const run = sim::simulate(network, {.seed = seed, .replication = static_cast<std::uint64_t>(r)},
                                       {.warm_up = warm_up_hours * hour, .window = hours * hour, .follow_up = 1000 * hour});
        for (std::size_t q = 0; q < quantities.size(); ++q) values[q].push_back(quantities[q](run));
    }
    std::vector<Estimate> made;
    for (auto const& v : values) made.push_back(estimate(v));
    return made;
}

/// The mean wait in front of a step, in hours.
inline Quantity mean_wait(std::size_t step = 0) {
    return [step](sim::Replication const& run) { return run.queues[step].times.mean() / static_cast<double>(hour.ticks()); };
}

/// The share of those who join a step's queue and do not start at once.
inline Quantity share_waiting(std::size_t step = 0) {
    return [step](sim::Replication const& run) {
        auto const& queue = run.queues[step];
        return 1.0 - static_cast<double>(queue.histogram.count_below(1).least) / static_cast<double>(queue.times.count());
    };
}

/// The probability that an arrival waits in M/M/c with offered load a (Erlang C, by the stable recursion of Erlang B).
inline double erlang_c(int servers, double a) {
    double b = 1;
    for (int k = 1; k <= servers; ++k) b = a * b / (k + a * b);
    double const rho = a / servers;
    return b / (1 - rho + rho * b);
}

} // namespace theory
