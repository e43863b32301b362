// SPDX-License-Identifier: MIT
// What the engine takes at its limits: a large network with every rule, a whole study, threads, memory. One row a measure, as
// CSV: measure, value, unit. The networks are made here, so that the program needs no file.
//
//     pathecon_limits [memory | large [--once] | study]
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <iostream>
#include <string>
#include <thread>
#include <vector>

#include <fmt/format.h>
#include <sys/resource.h>

#include <pathecon/effect/scale.hpp>
#include <pathecon/pathway/check.hpp>
#include <pathecon/sim/compile.hpp>
#include <pathecon/sim/simulate.hpp>
#include <pathecon/study/run.hpp>

namespace {

using namespace pathecon;
using namespace pathecon::pathway;
using units::day, units::hour;

double seconds_of(auto const& work)
{
    auto const start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

void row(std::string const& measure, double value, char const* unit) { fmt::print("\"{}\",{:.4g},{}\n", measure, value, unit); }

/// Fifteen wards of 14 to 20 staff, 300 in all: rotas, two levels that pre-empt, patience; loaded to 0.9 of the night's staff.
Pathway large()
{
    Pathway made{"large"};
    made.overload_allowed = true;
    made = made.add(Attribute{.name = "urgent", .is = bernoulli(0.2)}).add(Arrivals{.name = "patients", .rate = units::Rate::from_per_hour(52)});
    for (int ward = 0; ward < 15; ++ward) {
        auto const staff = fmt::format("staff {}", ward), work = fmt::format("work {}", ward);
        made = made.add(Resource{.name = staff,
                                 .rota = {{{.servers = 14}, {.from = "08:00", .to = "20:00", .servers = 6}}},
                                 .end_of_shift = EndOfShift::resume,
                                 .preemption = Preemption::resume});
        made = made.add(Activity{.name = work,
                                 .uses = {{staff}},
                                 .takes = exponential(0.24 * hour),
                                 .priority = {{"urgent", 0}},
                                 .patience = Patience{.after = exponential(6 * hour)}});
        if (ward < 14) made = made.add(Route{.from = work, .to = {{fmt::format("work {}", ward + 1)}}});
    }
    return made;
}

/// The hospital of hospital/problem.toml.
Pathway hospital()
{
    Pathway made{"hospital"};
    auto const station = [&](char const* name, int servers, TimeDistribution takes) {
        made = made.add(Resource{.name = std::string{name} + " server", .rota = Rota::always(servers)})
                   .add(Activity{.name = name, .uses = {{std::string{name} + " server"}}, .takes = std::move(takes), .priority = {{"urgent", 0}}});
    };
    made = made.add(Arrivals{.name = "patients", .rate = units::Rate::from_per_hour(10)}).add(Attribute{.name = "urgent", .is = bernoulli(0.2)});
    station("triage", 3, exponential(0.25 * hour));
    station("consult", 6, lognormal(0.5 * hour, 0.3 * hour));
    station("imaging", 2, lognormal(0.35 * hour, 0.15 * hour));
    station("reporting", 2, exponential(0.3 * hour));
    station("discharge", 4, gamma(0.25 * hour, 0.25 / std::sqrt(2.0) * hour));
    return made.add(Route{.from = "triage", .to = {{"consult"}}})
        .add(Route{.from = "consult", .to = {{.to = "imaging", .p = bernoulli(0.4)}, {.to = "discharge"}}})
        .add(Route{.from = "imaging", .to = {{"reporting"}}})
        .add(Route{.from = "reporting", .to = {{"discharge"}}});
}

double mega_bytes()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024.0;
}

void measure_large()
{
    auto const network = sim::compile(check(large()));
    double best = 1e9;
    for (int repeat = 0; repeat < 3; ++repeat) {
        std::int64_t events = 0;
        double const taken = seconds_of([&] { events = sim::simulate(network, {.seed = 1}, {.window = 120 * day, .follow_up = 30 * day}).events; });
        best = std::min(best, taken / static_cast<double>(events) * 1e9);
    }
    row("300 servers with rotas, pre-emption and patience", best, "ns an event");
}

/// The same network for a fortnight, for a count of instructions: says how many events there were, as JSON.
void run_large_once()
{
    auto const run = sim::simulate(sim::compile(check(large())), {.seed = 1}, {.window = 14 * day, .follow_up = 30 * day});
    fmt::print("{{\"served\": {}}}\n", run.events);
}

/// So many steps of a generator, of which nobody can take two at once.
void compute(std::int64_t steps)
{
    std::uint64_t x = 1;
    for (std::int64_t k = 0; k < steps; ++k) x = x * 6364136223846793005U + 1442695040888963407U;
    static std::atomic<std::uint64_t> kept;
    kept = x;
}

/// How many times as fast the same work is on two threads, as a median of runs in turn.
template <class Work>
double two_against_one(Work const& work)
{
    std::vector<double> ratios;
    for (int pair = 0; pair < 5; ++pair) {
        double const one = seconds_of([&] { work(1); });
        ratios.push_back(one / seconds_of([&] { work(2); }));
    }
    std::nth_element(ratios.begin(), ratios.begin() + 2, ratios.end());
    return ratios[2];
}

void measure_study()
{
    study::Study study{.name = "study", .pathway = hospital()};
    study.arms = {{.name = "usual care"},
                  {.name = "faster consults", .tools = {{effect::Tool{.name = "tool", .effects = {effect::Scale{.activity = "consult", .by = 0.9}}}}}}};
    study.horizon = 365 * day;
    study.replications = 512;
    double const two = seconds_of([&] { (void)study::run(study, {.threads = 2}); });
    row("512 replications x 2 arms x a year of hospital on 2 threads", two, "s");
    study.replications = 192;   // so many that the last one to end does not count
    auto const simulate = [&](int threads) { (void)study::run(study, {.threads = threads}); };
    row("two threads against one, median of 5", two_against_one(simulate), "times");
    // What is left of twice is the machine's: two threads that share nothing, and touch no memory.
    row("the same of arithmetic alone", two_against_one([](int threads) {
            std::vector<std::thread> all;
            for (int t = 0; t < threads; ++t) all.emplace_back(compute, 800'000'000 / threads);
            for (auto& thread : all) thread.join();
        }), "times");
}

void measure_memory()
{
    auto const network = sim::compile(check(hospital()));
    double const before = mega_bytes();
    double const years = 1e7 / (10 * 8760.0);
    sim::Replication run;
    double const taken = seconds_of([&] { run = sim::simulate(network, {.seed = 1}, {.window = years * 365 * day, .follow_up = day}); });
    row("patients in one run with summaries", static_cast<double>(run.arrivals[0]), "patients");
    row("time of it", taken, "s");
    row("memory at most", mega_bytes(), "MB");
    row("memory before it", before, "MB");
}

} // namespace

int main(int argc, char** argv)
{
    std::string const what = argc > 1 ? argv[1] : "all";
    if (what == "large" && argc > 2 && argv[2] == std::string{"--once"}) {
        run_large_once();
        return 0;
    }
    fmt::print("measure,value,unit\n");
    if (what == "memory" || what == "all") measure_memory();    // first: the peak is of the process
    if (what == "large" || what == "all") measure_large();
    if (what == "study" || what == "all") measure_study();
}
