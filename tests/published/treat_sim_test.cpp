// SPDX-License-Identifier: MIT
// treat-sim, the urgent care clinic of exercise 13 in Nelson (2013), Foundations and Methods of Stochastic Simulation, in
// the Python model of Monks and Harper: github.com/pythonhealthdatascience/stars-treat-sim at b59fcca (MIT licence). Its
// inputs and the hourly arrival rates below are theirs; the figures are the means and standard errors of 2,500
// replications of that model with its seeds 1000 to 3499.
//
// Its arrivals are meant to be Poisson with a rate for each hour, by thinning. But it thins the whole gap by the rate of
// the hour of the last arrival, so a quiet hour's gap reaches into a busy one: 226.7 patients come in a day where the
// rates sum to 229.5. The figures are reproduced with arrivals made in that way, given as a trace; the stream of these rates
// is simulated beside it.
#include "catch.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include <fmt/format.h>

#include <pathecon/pathway/check.hpp>
#include <pathecon/sim/compile.hpp>
#include <pathecon/sim/simulate.hpp>

using namespace pathecon;
using namespace pathecon::pathway;
using units::hour, units::minute;

namespace {

/// Patients an hour, from six in the morning (the model's own data file).
constexpr std::array<double, 18> arrivals_per_hour{2.36666666666667, 2.8, 8.83333333333333, 10.4333333333333, 14.8, 26.2666666666667,
                                                   31.4, 18.0666666666667, 16.4666666666667, 12.0333333333333, 11.6, 28.8666666666667,
                                                   18.0333333333333, 11.5, 5.3, 4.06666666666667, 2.2, 2.1};
constexpr int hours_open = 19;

/// A stream of these rates. The nineteenth hour has that of the first, as there.
Arrivals stream() {
    Arrivals arrivals{.name = "patients", .rate = units::Rate::from_per_hour(1.0)};
    for (int k = 0; k < hours_open; ++k)
        arrivals.profile.push_back({.from = fmt::format("{:02}:00", k), .to = fmt::format("{:02}:00", k + 1),
                                    .by = arrivals_per_hour[static_cast<std::size_t>(k % 18)]});
    return arrivals;
}

/// One day's arrivals as that model makes them: each gap is exponential at the rate of the hour in which it begins.
Arrivals as_thinned_there(std::uint64_t day) {
    std::mt19937_64 bits{day};
    Arrivals arrivals{.name = "patients"};
    for (double at = 0;;) {
        double const u = (static_cast<double>(bits() >> 11) + 0.5) * 0x1p-53;
        at -= std::log(u) / arrivals_per_hour[static_cast<std::size_t>(at) % 18];
        if (at >= hours_open) return arrivals;
        arrivals.trace.push_back({.at = at * hour});
    }
}

/// The clock starts when the clinic opens: hour 0 is six in the morning. A lognormal is given by mean and variance; the
/// examination's normal time is cut at 0.5 min there and at 0 here, both nine standard deviations from its mean.
Pathway clinic(Arrivals arrivals) {
    auto pathway = Pathway{"treat-sim"};
    pathway.overload_allowed = true;                // it is overloaded for part of a day that starts empty
    auto const station = [&](std::string const& name, int count, TimeDistribution takes) {
        pathway = pathway.add(Resource{.name = name + " place", .rota = Rota::always(count)})
                      .add(Activity{.name = name, .uses = {{name + " place"}}, .takes = std::move(takes)})
                      .add(Interval{.name = name, .from = name + ".arrive", .to = name + ".start"});
    };
    auto const by_variance = [](double mean, double variance) { return lognormal(mean * minute, std::sqrt(variance) * minute); };
    station("triage", 1, exponential(3 * minute));
    station("trauma", 2, exponential(90 * minute));
    station("trauma treatment", 1, by_variance(30, 4));
    station("registration", 1, by_variance(5, 2));
    station("examination", 3, normal(16 * minute, std::sqrt(3.0) * minute));
    station("treatment", 1, by_variance(13.3, 2));
    return pathway.add(std::move(arrivals))
        .add(Attribute{.name = "trauma patient", .is = bernoulli(0.12)})
        .add(Route{.from = "triage", .to = {{"trauma", {}, "trauma patient"}, {"registration"}}})
        .add(Route{.from = "trauma", .to = {{"trauma treatment"}}})
        .add(Route{.from = "trauma treatment", .to = {{"exit"}}})
        .add(Route{.from = "registration", .to = {{"examination"}}})
        .add(Route{.from = "examination", .to = {{"treatment", bernoulli(0.6)}, {"exit"}}})
        .add(Interval{.name = "trauma total", .where = "trauma patient"})
        .add(Interval{.name = "other total", .where = "not trauma patient"});
}

struct Row {
    std::string name;
    double published;
    std::optional<double> standard_error{};         ///< Empty where it is not given: taken to be as large as here.
    std::vector<double> values{};
};

/// What treat-sim reports. Waits and totals are of those who have come so far by the end of the day; its utilisation counts
/// the whole of every time that has begun, also beyond the end.
std::vector<Row> simulate_days(int days) {
    std::vector<Row> rows{{"arrivals", 226.699, 0.311},
                          {"triage wait", 30.380, 0.340},
                          {"trauma wait", 151.85, 1.51},
                          {"trauma treatment wait", 17.985, 0.267},
                          {"registration wait", 103.694, 0.485},
                          {"examination wait", 25.104, 0.177},
                          {"treatment wait", 133.324, 0.517},
                          {"trauma total", 290.94, 1.50},
                          {"other total", 228.037, 0.494},
                          {"throughput", 163.821, 0.173},
                          {"triage utilisation", 0.5970},
                          {"trauma utilisation", 0.8388, 0.0024},
                          {"trauma treatment utilisation", 0.5023},
                          {"registration utilisation", 0.8395, 0.0008},
                          {"examination utilisation", 0.8514},
                          {"treatment utilisation", 0.8699}};
    auto const end = (hours_open * hour).ticks();
    for (int k = 0; k < days; ++k) {
        auto const luck = random::Luck{.seed = 2013, .replication = static_cast<std::uint64_t>(k)};
        auto const network = sim::compile(check(clinic(as_thinned_there(luck.replication))));
        auto const run = sim::simulate(network, luck, {.window = hours_open * hour});
        std::size_t at = 0;
        auto const add = [&](double value) {
            if (!std::isnan(value)) rows[at].values.push_back(value); // nobody came so far on that day
            ++at;
        };
        add(static_cast<double>(run.arrivals[0]));
        for (auto const& interval : run.intervals) add(interval.times.mean() / static_cast<double>(minute.ticks()));
        add(static_cast<double>(run.exits[0]));
        // The same day carried on: what is in hand at its end is followed to its own.
        std::vector<sim::TraceRow> longer;
        sim::simulate(network, luck, {.window = hours_open * hour, .follow_up = 10'000 * hour}, longer);
        std::array<double, 6> const servers{1, 2, 1, 1, 3, 1};
        std::array<double, 6> worked{};
        std::vector<std::array<bool, 6>> begun(static_cast<std::size_t>(run.arrivals[0]));
        for (auto const& row : longer) {
            if (row.step < 0) continue;
            auto const step = static_cast<std::size_t>(row.step);
            auto& counts = begun[static_cast<std::size_t>(row.patient)][step];
            if (row.what == sim::TraceRow::What::start && row.time < end) {
                counts = true;
                worked[step] -= static_cast<double>(row.time);
            }
            if (row.what == sim::TraceRow::What::end && counts) worked[step] += static_cast<double>(row.time);
        }
        for (std::size_t step = 0; step < 6; ++step) add(worked[step] / static_cast<double>(end) / servers[step]);
    }
    return rows;
}

struct Measured {
    double mean, standard_error;
};

Measured measured(std::vector<double> const& values) {
    auto const n = static_cast<double>(values.size());
    double sum = 0, squares = 0;
    for (double const value : values) sum += value;
    for (double const value : values) squares += (value - sum / n) * (value - sum / n);
    return {sum / n, std::sqrt(squares / (n - 1) / n)};
}

} // namespace

TEST_CASE("treat-sim: every published figure within four standard errors of both together") {
    for (auto const& row : simulate_days(2500)) {
        auto const [mean, standard_error] = measured(row.values);
        double const both = std::hypot(standard_error, row.standard_error.value_or(standard_error));
        INFO(row.name << ": " << mean << " +- " << standard_error << ", published " << row.published << ", z " << (mean - row.published) / both);
        CHECK(row.values.size() >= 2490);
        CHECK(std::abs(mean - row.published) <= 4 * both);
        CHECK(standard_error <= 1.5 * row.standard_error.value_or(0.003)); // as sharp as the reference
    }
}

TEST_CASE("treat-sim's rates as the stream that they mean: 229.5 patients a day") {
    auto const network = sim::compile(check(clinic(stream())));
    std::vector<double> arrivals;
    for (std::uint64_t k = 0; k < 2500; ++k) {
        auto const run = sim::simulate(network, {.seed = 2013, .replication = k}, {.window = hours_open * hour});
        arrivals.push_back(static_cast<double>(run.arrivals[0]));
    }
    double sum = arrivals_per_hour[0];
    for (double const rate : arrivals_per_hour) sum += rate;
    auto const [mean, standard_error] = measured(arrivals);
    CHECK(std::abs(mean - sum) <= 4.89 * standard_error);
    CHECK(standard_error <= 0.005 * sum);
    CHECK(mean - 226.699 > 4 * std::hypot(standard_error, 0.311));
}
