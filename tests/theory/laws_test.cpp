// SPDX-License-Identifier: MIT
// Laws that hold on every sample path, to the last tick.
#include "catch.hpp"

#include "queue_fixture.hpp"

using namespace theory;
using pathway::exponential;

TEST_CASE("Little's law is exact on every run: number over time equals time over patients, in patient-ticks") {
    auto const network = sim::compile(pathway::check(queue(1.7, 2, exponential(hour))));
    for (std::uint64_t r = 0; r < 20; ++r) {
        auto const run = sim::simulate(network, {.seed = 3, .replication = r}, {.warm_up = 10 * hour, .window = 500 * hour, .follow_up = 3 * hour});
        CHECK(run.number_integral == run.stays);
        CHECK(run.stays > 0);
    }
}

TEST_CASE("flow balance: who arrived in the window has left or is counted as unfinished") {
    auto const network = sim::compile(pathway::check(queue(1.9, 2, exponential(hour))));
    auto const run = sim::simulate(network, {.seed = 5}, {.window = 300 * hour});
    CHECK(run.arrivals[0] == run.exits[0] + run.unfinished[0]);
    CHECK(run.unfinished[0] > 0);   // the run ended with the window, at a load of 0.95
    auto const followed = sim::simulate(network, {.seed = 5}, {.window = 300 * hour, .follow_up = 10'000 * hour});
    CHECK(followed.unfinished[0] == 0);
    CHECK(followed.arrivals[0] == run.arrivals[0]);
}

TEST_CASE("the utilisation law: worked time over open time is load, within its error") {
    auto const utilisation = [](sim::Replication const& run) {
        return static_cast<double>(run.calendar_ticks[0]) / static_cast<double>(run.open_ticks[0]);
    };
    auto const measured = measure(queue(1.4, 2, exponential(hour)), {utilisation}, 40, 50'000)[0];
    CHECK(std::abs(measured.z(0.7)) <= 4.89);
    CHECK(measured.relative_error() <= 0.005);
}

TEST_CASE("Kingman's bound: the mean wait of M/G/1 never exceeds it") {
    for (double const sd : {0.2, 1.0, 1.5}) {
        double const lambda = 0.7, rho = 0.7;
        auto const wait = measure(queue(lambda, 1, pathway::lognormal(hour, sd * hour)), {mean_wait()}, 20, 50'000)[0];
        double const bound = lambda * (1 / (lambda * lambda) + sd * sd) / (2 * (1 - rho));
        CHECK(wait.mean <= bound);
    }
}
