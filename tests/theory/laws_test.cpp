// SPDX-License-Identifier: MIT
// Laws that hold whatever the distributions: to the last tick on every sample path, or as bounds.
#include "queue_fixture.hpp"

#include "closed_forms.hpp"

#include <algorithm>
#include <map>
#include <random>

using namespace theory;
using pathway::gamma, pathway::lognormal, pathway::uniform;
using What = sim::TraceRow::What;

namespace {

/// Two classes at one server; the first is served first, or the other way round, or neither.
Pathway two_classes(pathway::TimeDistribution of_a, pathway::TimeDistribution of_b, std::string const& first) {
    auto pathway = Pathway{"two classes"}
                       .add(poisson("a", 0.35))
                       .add(poisson("b", 0.45))
                       .add(servers("server"))
                       .add(Activity{.name = "service",
                                     .uses = {{"server"}},
                                     .takes = std::move(of_a),
                                     .cases = {{"source = b", std::move(of_b)}}})
                       .add(wait_of("a"))
                       .add(wait_of("b"));
    if (!first.empty()) pathway.activities[0].priority = {{"source = " + first, 0}, {"", 1}};
    return pathway;
}

std::vector<sim::TraceRow> trace_of(Pathway const& pathway, double hours) {
    std::vector<sim::TraceRow> trace;
    sim::simulate(sim::compile(pathway::check(pathway)), {.seed = seed()}, {.window = hours * hour, .follow_up = 1000 * hour}, trace);
    return trace;
}

} // namespace

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
    check_meets(measure(queue(1.4, 2, exponential(hour)), {utilisation()}, 40, 5000, 200)[0], 0.7);
}

TEST_CASE("Kingman's bound is never exceeded by the mean wait, over random G/G/1") {
    std::mt19937_64 bits{seed()};
    auto const luck = [&] { return (static_cast<double>(bits() >> 11) + 0.5) * 0x1p-53; };
    for (int system = 0; system < 30; ++system) {
        // Gaps: a constant part, and an exponential part that is nothing for some.
        double const load = 0.4 + 0.5 * luck(), fixed = 0.8 * luck(), none = 0.7 * luck();
        double const scale = (1 - fixed) / (1 - none), cv = 0.2 + 1.3 * luck();
        double const gap_variance = scale * scale * (1 - none * none);
        auto pathway = queue(1, 1, luck() < 0.5 ? lognormal(load * hour, cv * load * hour) : gamma(load * hour, cv * load * hour));
        pathway.arrivals[0].rate = units::Rate{};
        double at = 0;
        for (int k = 0; k < 40'000; ++k) {
            at += fixed + (luck() < none ? 0.0 : -scale * std::log(luck()));
            pathway.arrivals[0].trace.push_back({.at = at * hour});
        }
        // The queue only shortens while it warms up, so the mean over all stays below the bound too.
        auto const run = sim::simulate(sim::compile(pathway::check(pathway)), {.seed = seed()}, {.window = 50'000 * hour});
        double const wait = mean_wait()(run), bound = (gap_variance + cv * cv * load * load) / (2 * (1 - load));
        INFO("system " << system << ": load " << load << ", wait " << wait << ", bound " << bound);
        CHECK(wait <= bound);
        CHECK(wait > 0);
    }
}

TEST_CASE("Kleinrock's conservation law: whoever goes first, the waits weighted by load sum to the same") {
    double const rho_a = 0.35 * 0.6, rho_b = 0.45 * 1.2;
    double const residual = (0.35 * (0.36 * 4 / 3) + 0.45 * 2 * 1.44) / 2; // uniform on 0 to 1.2 h, exponential
    auto const both = [&](sim::Replication const& run) { return rho_a * mean_of(0)(run) + rho_b * mean_of(1)(run); };
    for (std::string const first : {"", "a", "b"}) {
        auto const pathway = two_classes(uniform(0 * hour, 1.2 * hour), exponential(1.2 * hour), first);
        check_meets(measure(pathway, {both}, 50, 110'000, 500)[0], (rho_a + rho_b) * residual / (1 - rho_a - rho_b));
    }
    // And with levels that a wait can make up for.
    auto ageing = two_classes(uniform(0 * hour, 1.2 * hour), exponential(1.2 * hour), "a");
    ageing.activities[0].ageing = 2 * hour;
    check_meets(measure(ageing, {both}, 50, 110'000, 500)[0], (rho_a + rho_b) * residual / (1 - rho_a - rho_b));
}

TEST_CASE("with equal times the order of service changes who waits, and the sum of the waits not by a tick") {
    std::mt19937_64 bits{seed()};
    auto pathway = two_classes(hour, hour, "");
    for (auto& arrivals : pathway.arrivals) {
        arrivals.rate = units::Rate{};
        for (int k = 0; k < 9000; ++k) arrivals.trace.push_back({.at = static_cast<double>(bits() >> 11) * 0x1p-53 * 20'000 * hour});
        std::sort(arrivals.trace.begin(), arrivals.trace.end(), [](auto const& a, auto const& b) { return a.at < b.at; });
    }
    std::vector<base::i128> sums, of_a;
    for (std::string const first : {"", "a", "b"}) {
        pathway.activities[0].priority = two_classes(hour, hour, first).activities[0].priority;
        auto const run = sim::simulate(sim::compile(pathway::check(pathway)), {}, {.window = 20'000 * hour, .follow_up = 10'000 * hour});
        CHECK(run.exits[0] + run.exits[1] == 18'000);
        sums.push_back(run.intervals[0].times.sum() + run.intervals[1].times.sum());
        of_a.push_back(run.intervals[0].times.sum());
    }
    CHECK((sums[1] == sums[0] && sums[2] == sums[0]));
    CHECK((of_a[1] < of_a[0] && of_a[0] < of_a[2]));
}

TEST_CASE("ageing: a level worth a fixed wait serves in the order of arrival plus that wait, to the tick") {
    // Whoever has the least of arrival + level x ageing goes next (Jackson's relative urgency); replayed here from the trace.
    for (auto const ageing : {0.5 * hour, 3 * hour, 40 * hour}) {
        auto pathway = two_classes(uniform(0 * hour, 1.2 * hour), exponential(1.2 * hour), "a");
        pathway.activities[0].priority = {{"source = a", 3}, {"", 5}};
        pathway.activities[0].ageing = ageing;
        std::map<std::pair<sim::Ticks, std::int64_t>, bool> waiting;    // by due time and patient
        auto const due = [&](sim::TraceRow const& row) {
            return std::pair{row.time + (row.patient >> 40 == 0 ? 3 : 5) * ageing.ticks(), row.patient};
        };
        std::map<std::int64_t, std::pair<sim::Ticks, std::int64_t>> key_of;
        int starts = 0, wrong = 0, jumps = 0;
        sim::Ticks latest = 0;                      // to come, of those who have started
        std::map<std::int64_t, sim::Ticks> came;
        for (auto const& row : trace_of(pathway, 20'000)) {
            if (row.what == What::queue) {
                came[row.patient] = row.time;
                key_of[row.patient] = due(row);
                waiting[due(row)] = true;
            }
            if (row.what != What::start) continue;
            ++starts;
            wrong += waiting.begin()->first != key_of.at(row.patient);
            jumps += came.at(row.patient) < latest;
            latest = std::max(latest, came.at(row.patient));
            waiting.erase(key_of.at(row.patient));
        }
        CHECK(starts > 14'000);
        CHECK(wrong == 0);
        CHECK(jumps > 0);               // somebody was overtaken: it is not the order of arrival
    }
}

TEST_CASE("ageing without patience is the arrival order; ageing of a century is strict priority") {
    auto const run = [](std::string const& first, std::optional<units::Duration> ageing) {
        auto pathway = two_classes(exponential(0.6 * hour), exponential(1.2 * hour), first);
        pathway.activities[0].ageing = ageing;
        auto made = sim::simulate(sim::compile(pathway::check(pathway)), {.seed = seed()}, {.window = 20'000 * hour, .follow_up = 100 * hour});
        return std::pair{made.intervals[0].times.sum(), made.intervals[1].times.sum()};
    };
    CHECK(run("a", units::Duration::from_ticks(1)) == run("", std::nullopt));
    CHECK(run("a", 100 * units::year) == run("a", std::nullopt));
    CHECK(run("a", std::nullopt) != run("", std::nullopt));
}
