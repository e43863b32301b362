// SPDX-License-Identifier: MIT
/// \file
/// What the tests against closed forms share: a queue in a few words, and a mean with its standard error over replications.
#pragma once

#include "catch.hpp"

#include <cmath>
#include <functional>
#include <string>
#include <vector>

#include <pathecon/pathway/check.hpp>
#include <pathecon/random/luck.hpp>
#include <pathecon/sim/compile.hpp>
#include <pathecon/sim/simulate.hpp>

namespace theory {

using namespace pathecon;
using units::day, units::hour;
using pathway::Activity, pathway::Arrivals, pathway::Interval, pathway::Pathway, pathway::Resource, pathway::Rota, pathway::Route;
using pathway::constant, pathway::exponential;

inline double hours_of(double ticks) { return ticks / static_cast<double>(hour.ticks()); }

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

/// Asks for |z| <= 4.89 (two-sided 1e-6) and a standard error of at most 0.5 % of the value, so that a pass means something.
inline void check_meets(Estimate const& measured, double theory) {
    INFO("measured " << measured.mean << " +- " << measured.standard_error << ", theory " << theory << ", z " << measured.z(theory));
    CHECK(std::abs(measured.z(theory)) <= 4.89);
    CHECK(measured.relative_error() <= 0.005);
}

inline Arrivals poisson(std::string name, double per_hour, std::string to = {}) {
    return {.name = std::move(name), .rate = units::Rate::from_per_hour(per_hour), .to = std::move(to)};
}

inline Resource servers(std::string name, int count = 1) { return {.name = std::move(name), .rota = Rota::always(count)}; }

/// A station with Poisson arrivals per hour in front of it.
inline Pathway queue(double arrivals_per_hour, int count, pathway::TimeDistribution takes) {
    return Pathway{"queue"}
        .add(poisson("patients", arrivals_per_hour))
        .add(servers("server", count))
        .add(Activity{.name = "service", .uses = {{"server"}}, .takes = std::move(takes)});
}

/// Gives every test luck of its own: what one test draws says nothing about another.
inline std::uint64_t seed() { return random::tag_of(Catch::getResultCapture().getCurrentTestName()); }

using Quantity = std::function<double(sim::Replication const&)>;

/// Simulates replications with a fixed seed and returns an estimate of each quantity. On every one of them it asks for what
/// holds on every sample path: Little's law to the tick, and that who came has left, or is still there.
inline std::vector<Estimate> measure(Pathway const& pathway, std::vector<Quantity> const& quantities, int replications, double hours,
                                     double warm_up_hours = 2000) {
    auto const network = sim::compile(pathway::check(pathway));
    std::vector<std::vector<double>> values(quantities.size());
    bool little = true, balanced = true;
    for (int r = 0; r < replications; ++r) {
        auto const run = sim::simulate(network, {.seed = seed(), .replication = static_cast<std::uint64_t>(r)},
                                       {.warm_up = warm_up_hours * hour, .window = hours * hour, .follow_up = 1000 * hour});
        little = little && run.number_integral == run.stays && run.stays > 0;
        for (std::size_t s = 0; s < run.arrivals.size(); ++s)
            balanced = balanced && run.arrivals[s] == run.exits[s] + run.unfinished[s];
        for (std::size_t q = 0; q < quantities.size(); ++q) values[q].push_back(quantities[q](run));
    }
    CHECK(little);
    CHECK(balanced);
    std::vector<Estimate> made;
    for (auto const& v : values) made.push_back(estimate(v));
    return made;
}

/// The mean wait in front of a step, in hours.
inline Quantity mean_wait(std::size_t step = 0) {
    return [step](sim::Replication const& run) { return hours_of(run.queues[step].times.mean()); };
}

/// The share of those who join a step's queue and do not start at once.
inline Quantity share_waiting(std::size_t step = 0) {
    return [step](sim::Replication const& run) {
        auto const& queue = run.queues[step];
        return 1.0 - static_cast<double>(queue.histogram.count_below(1).least) / static_cast<double>(queue.times.count());
    };
}

/// The mean of an interval, in hours.
inline Quantity mean_of(std::size_t interval) {
    return [interval](sim::Replication const& run) { return hours_of(run.intervals[interval].times.mean()); };
}

/// The share of the first source's patients whom a column of the replication counts at a step.
inline Quantity share_of(std::vector<std::int64_t> sim::Replication::* column, std::size_t step = 0, std::size_t source = 0) {
    return [=](sim::Replication const& run) {
        return static_cast<double>((run.*column)[step * run.arrivals.size() + source]) / static_cast<double>(run.arrivals[source]);
    };
}

/// Worked over open time of a resource.
inline Quantity utilisation(std::size_t resource = 0) {
    return [resource](sim::Replication const& run) {
        return static_cast<double>(run.calendar_ticks[resource]) / static_cast<double>(run.open_ticks[resource]);
    };
}

/// The clock from joining a step's queue to the start of its work, of the patients of one source.
inline Interval wait_of(std::string const& source, std::string const& step = "service") {
    return {.name = "wait of " + source, .from = step + ".arrive", .to = step + ".start", .where = "source = " + source};
}

/// The clock from joining a step's queue to the end of its work, of the patients of one source.
inline Interval time_of(std::string const& source, std::string const& step = "service") {
    return {.name = "time of " + source, .from = step + ".arrive", .to = step, .where = "source = " + source};
}

} // namespace theory
