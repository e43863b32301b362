// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// A problem as pathecon sees it: the same pathway, checks, compiler and loop as a study's, with a recorder of its own that keeps
/// every wait of every patient.

#include <algorithm>
#include <atomic>
#include <thread>

#include <pathecon/base/version.hpp>
#include <pathecon/pathway/check.hpp>
#include <pathecon/pathway/pathway.hpp>
#include <pathecon/sim/compile.hpp>
#include <pathecon/sim/loop.hpp>
#include <pathecon/sim/cascade.hpp>

#include "memory.hpp"
#include "outcome.hpp"
#include "problem.hpp"

namespace bench {

namespace pe = pathecon;

/// Keeps each patient's waits in a row of its own, and who has left.
struct EveryWait : pe::sim::Silent {
    static constexpr bool in_order = false;
    enum Left : std::uint8_t { not_yet, routine, urgent };
    std::size_t stations = 1, rows = 0;
    Kept<pe::sim::Ticks> waits{};        // [number * stations + station]
    Kept<Left> left{};                   // [number]

    void make_room(std::size_t patients)
    {
        rows = patients;
        waits.resize(patients * stations, -1);
        left.resize(patients, not_yet);
    }
    void on_arrival(pe::sim::Ticks, std::int64_t patient, std::uint64_t)
    {
        if (static_cast<std::size_t>(patient) >= rows) make_room(rows + rows / 2 + 1000);
    }
    void on_start(pe::sim::Ticks, std::int64_t patient, pe::sim::Index step, pe::sim::Ticks waited)
    {
        waits[static_cast<std::size_t>(patient) * stations + step] = waited;
    }
    void on_exit(pe::sim::Ticks, std::int64_t patient, std::uint64_t bits)
    {
        left[static_cast<std::size_t>(patient)] = (bits >> 1 & 1) != 0 ? urgent : routine;  // bit 0 is the source, bit 1 the only attribute
    }
};

inline pe::pathway::TimeDistribution takes(Service const& service)
{
    auto const hours = [](double h) { return h * pe::units::hour; };
    auto const mean = hours(service.mean);
    if (service.distribution == "exponential") return pe::pathway::exponential(mean);
    if (service.distribution == "lognormal") return pe::pathway::lognormal(mean, hours(service.sd.value()));
    if (service.distribution == "gamma") return pe::pathway::gamma(mean, hours(service.mean / std::sqrt(service.shape.value())));
    throw std::runtime_error("unknown distribution: " + service.distribution);
}

inline pe::pathway::Pathway pathway_of(Problem const& problem)
{
    using namespace pe::pathway;
    Pathway made{problem.name};
    made = made.add(Arrivals{.name = "patients", .rate = pe::units::Rate::from_per_hour(problem.rate), .to = problem.entrance});
    bool const priority = problem.classes.size() == 2;
    if (priority) made = made.add(Attribute{.name = problem.classes[0].name, .is = bernoulli(problem.classes[0].share)});
    for (auto const& station : problem.stations) {
        made = made.add(Resource{.name = station.name + " server", .rota = Rota::always(static_cast<int>(station.servers))});
        Activity activity{.name = station.name, .uses = {{station.name + " server"}}, .takes = takes(station.service)};
        if (priority) activity.priority = {{problem.classes[0].name, 0}};
        made = made.add(activity);
        Route route{.from = station.name};
        for (auto const& leg : station.then) route.to.push_back({.to = leg.to, .p = bernoulli(leg.probability)});
        if (!route.to.empty()) made = made.add(route);
    }
    return made;
}

/// Runs the replications on so many threads and summarises after the clock has stopped.
inline void run_pathecon(int argc, char const* const* argv)
{
    Command const command = read_command(argc, argv);
    Problem const problem = read_problem(command.file, command.size);
    auto const seed = command.seed.value_or(problem.seed);
    auto const replications = static_cast<std::size_t>(problem.replications.at("pathecon"));
    auto const network = pe::sim::compile(pe::pathway::check(pathway_of(problem)));
    pe::sim::Horizon const horizon{.window = problem.horizon * pe::units::hour};

    std::vector<EveryWait> kept(replications);
    auto const make_rows = [&](EveryWait& recorder) {
        recorder.stations = problem.stations.size();
        // Rows for whom is expected, and some more: growing by copying would cost as much as a station.
        recorder.make_room(static_cast<std::size_t>(1.02 * problem.rate * problem.horizon) + 1000);
    };
    // How long the system takes to clear fresh pages says nothing of an engine, and varies by a factor of ten on a shared machine.
    if (!command.fresh)
        for (EveryWait& recorder : kept) make_rows(recorder);
    std::atomic<std::size_t> next{0};
    auto const work = [&] {
        for (std::size_t r; (r = next++) < replications;) {
            pe::random::Luck const luck{.seed = static_cast<std::uint64_t>(seed), .replication = r};
            EveryWait recorder = std::move(kept[r]);
            if (command.fresh) make_rows(recorder);
            auto const simulate = [&](auto run) {
                (void)run.run();
                kept[r] = std::move(run).take_recorder();
            };
            if (command.loop) simulate(pe::sim::Loop<pe::sim::Shape::clinical, EveryWait>{network, luck, horizon, {}, std::move(recorder)});
            else simulate(pe::sim::Cascade<EveryWait>{network, luck, horizon, {}, std::move(recorder)});
        }
    };
    Stopwatch const clock;
    std::vector<std::thread> threads;
    for (std::int64_t t = 1; t < command.threads; ++t) threads.emplace_back(work);
    work();
    for (auto& thread : threads) thread.join();
    Outcome outcome{.engine = "pathecon", .version = std::string{pe::base::version()}, .size = command.size, .seed = seed,
                    .threads = command.threads, .replications = static_cast<std::int64_t>(replications)};
    outcome.wall_seconds = clock.wall();
    outcome.processor_seconds = clock.processor();

    std::map<std::string, Waits> waits;
    for (EveryWait const& run : kept) {
        outcome.served += static_cast<std::size_t>(std::count_if(run.left.begin(), run.left.end(), [](auto left) { return left != EveryWait::not_yet; }));
        for (std::size_t s = 0; s < problem.stations.size(); ++s)
            for (std::size_t c = 0; c <= problem.classes.size(); ++c) {
                if (c > 0 && problem.classes.size() < 2) continue;
                std::vector<double> here;
                for (std::size_t k = 0; k < run.left.size(); ++k) {
                    auto const ticks = run.waits[k * problem.stations.size() + s];
                    bool const counts = c == 0 ? run.left[k] != EveryWait::not_yet : run.left[k] == (c == 1 ? EveryWait::urgent : EveryWait::routine);
                    if (ticks >= 0 && counts) here.push_back(pe::units::Duration::from_ticks(ticks).hours());
                }
                waits[problem.stations[s].name + (c == 0 ? "" : "/" + problem.classes[c - 1].name)].add(here);
            }
    }
    for (auto const& [place, values] : waits) outcome.waits[place] = values.summary();
    print(problem, outcome);
}

} // namespace bench
