// SPDX-License-Identifier: MIT
// Streams of patients: by the hour of the day, in groups, by the luck of the day, by appointment, from a trace.
#include "queue_fixture.hpp"

#include "closed_forms.hpp"

#include <numbers>
#include <random>

#include <fmt/format.h>

using namespace theory;
using pathway::gamma, pathway::lognormal;
using What = sim::TraceRow::What;

namespace {

/// A place where nobody waits.
Pathway unlimited(double per_hour, pathway::TimeDistribution takes) {
    return Pathway{"unlimited"}
        .add(poisson("patients", per_hour))
        .add(Activity{.name = "service", .takes = std::move(takes)});
}

std::vector<sim::TraceRow> trace_of(sim::Network const& network, int replication, double hours) {
    std::vector<sim::TraceRow> trace;
    sim::simulate(network, {.seed = seed(), .replication = static_cast<std::uint64_t>(replication)}, {.window = hours * hour}, trace);
    return trace;
}

/// Mean and variance over mean of the number present at `first`, `first + every`, ... hours, over replications.
std::vector<Estimate> number_present(Pathway const& pathway, double first, double every, int replications, double hours) {
    auto const network = sim::compile(pathway::check(pathway));
    std::vector<double> means, dispersions;
    for (int r = 0; r < replications; ++r) {
        double present = 0, at = first, n = 0, sum = 0, squares = 0;
        for (auto const& row : trace_of(network, r, hours)) {
            for (; at < hours_of(static_cast<double>(row.time)); at += every) {
                n += 1;
                sum += present;
                squares += present * present;
            }
            present += row.what == What::arrival ? 1 : row.what == What::exit ? -1 : 0;
        }
        means.push_back(sum / n);
        dispersions.push_back((squares - sum * sum / n) / (n - 1) / (sum / n));
    }
    return {estimate(means), estimate(dispersions)};
}

/// The root of s = E[e^(-mu (1 - s) A)] below 1, from the transform of the time between arrivals.
double waiting_root(std::function<double(double)> const& transform, double mu = 1) {
    return root_of([&](double s) { return transform(mu * (1 - s)) - s; }, 0.0, 1 - 1e-6);
}

/// A station whose patients come at times made here: gaps from a uniform number.
Pathway renewal(std::function<double(double)> const& gap, int patients, std::uint64_t key) {
    std::mt19937_64 bits{key};
    auto pathway = queue(1, 1, exponential(0.7 * hour));
    pathway.arrivals[0].rate = units::Rate{};
    double at = 0;
    for (int k = 0; k < patients; ++k) {
        at += gap((static_cast<double>(bits() >> 11) + 0.5) * 0x1p-53);
        pathway.arrivals[0].trace.push_back({.at = at * hour});
    }
    return pathway;
}

} // namespace

TEST_CASE("M/G/infinity: the number present is a Poisson number of the same mean, however the times are distributed") {
    for (auto const& takes : {exponential(5 * hour), constant(5 * hour), lognormal(5 * hour, 4 * hour)}) {
        auto const measured = number_present(unlimited(1, takes), 60, 15, 40, 40'000);
        check_meets(measured[0], 5);
        check_meets(measured[1], 1);
    }
}

TEST_CASE("M_t/M/infinity, 100 + 30 sin(2 pi t/24) an hour: 343.71823155 present at noon") {
    // The sine is given as a profile of quarters of an hour, each with the sine's mean over it. The value tested is the
    // closed form of that profile; it lies within 1e-4 of the sine's own.
    double const omega = 2 * std::numbers::pi / 24, mu = 1.0 / 3;
    double const sine = 300 + 30 * omega / (mu * mu + omega * omega);
    CHECK(sine == test::Approx(343.71823155).epsilon(1e-10));
    auto pathway = unlimited(100, exponential(3 * hour));
    double present = 0;
    for (int k = 0; k < 96; ++k) {
        double const from = k / 4.0, to = from + 0.25;
        double const by = 1 + 0.3 * (std::cos(omega * from) - std::cos(omega * to)) / (omega * 0.25);
        auto const clock = [](int quarter) { return fmt::format("{:02}:{:02}", quarter / 4, quarter % 4 * 15); };
        pathway.arrivals[0].profile.push_back({.from = clock(k), .to = clock(k + 1), .by = by});
        // What has come between from and to of this day, or of any day before, and is still there at noon.
        double const last = to <= 12 ? 12 - to : 36 - to;
        present += 100 * by / mu * (std::exp(-mu * last) - std::exp(-mu * (last + 0.25))) / (1 - std::exp(-24 * mu));
    }
    CHECK(present == test::Approx(sine).epsilon(1e-4));
    auto const measured = number_present(pathway, 24 * 3 + 12, 24, 40, 24 * 16);
    check_meets(measured[0], present);
}

TEST_CASE("M^[X]/M/1: groups of three wait for the groups before them and for each other") {
    auto pathway = queue(0.2, 1, exponential(hour));
    pathway.arrivals[0].group = 3;
    check_meets(measure(pathway, {mean_wait()}, 50, 110'000, 500)[0], 0.2 * 3 * 4 / (2 * (1 - 0.6)) + 1);
}

TEST_CASE("days with luck of their own: the daily counts have variance m + (cv m)^2") {
    auto pathway = unlimited(10.0 / 24, {});
    pathway.arrivals[0].dispersion = 0.5;
    auto const network = sim::compile(pathway::check(pathway));
    std::vector<double> means, variances;
    for (int r = 0; r < 50; ++r) {
        std::vector<double> days(4000);
        for (auto const& row : trace_of(network, r, 24 * 4000.0))
            if (row.what == What::arrival && row.time < 4000 * day.ticks()) days[static_cast<std::size_t>(row.time / day.ticks())] += 1;
        auto const count = estimate(days);
        means.push_back(count.mean);
        variances.push_back(count.standard_error * count.standard_error * 4000);
    }
    check_meets(estimate(means), 10);
    check_meets(estimate(variances), 10 + 25);
}

TEST_CASE("growth of 10 % a year, compounded daily: the patients of the third year") {
    auto pathway = unlimited(2, hour);
    pathway.arrivals[0].growth = 0.1;
    double expected = 0;
    for (int d = 730; d < 1095; ++d) expected += 48 * std::pow(1.1, d / 365.0);
    auto const count = [](sim::Replication const& run) { return static_cast<double>(run.arrivals[0]); };
    check_meets(measure(pathway, {count}, 40, 365 * 24, 730 * 24)[0], expected);
}

TEST_CASE("D/M/1: appointments on the hour wait by the root of s = e^(-(1 - s) mu T)") {
    auto pathway = queue(1, 1, exponential(0.75 * hour));
    pathway.arrivals[0].rate = units::Rate{};
    pathway.arrivals[0].appointments = pathway::Appointments{.lists = {{.days = "daily", .from = "00:00", .lasts = day}}, .slot = hour};
    double const s = waiting_root([](double u) { return std::exp(-u / 0.75); });
    check_meets(measure(pathway, {mean_wait()}, 50, 100'000, 500)[0], 0.75 * s / (1 - s));
}

TEST_CASE("appointments of whom a third do not come: the time between those who do is geometric") {
    auto pathway = queue(1, 1, exponential(0.9 * hour));
    pathway.arrivals[0].rate = units::Rate{};
    pathway.arrivals[0].appointments = pathway::Appointments{
        .lists = {{.days = "daily", .from = "00:00", .lasts = day}}, .slot = hour, .no_show = pathway::bernoulli(1.0 / 3)};
    double const s = waiting_root([](double u) { double const e = std::exp(-u / 0.9); return 2.0 / 3 * e / (1 - e / 3); });
    check_meets(measure(pathway, {mean_wait()}, 50, 90'000, 500)[0], 0.9 * s / (1 - s));
}

TEST_CASE("GI/M/1: draws between patients wait by the root of s = E[e^(-(1 - s) mu A)]") {
    struct Row {
        pathway::TimeDistribution between;
        std::function<double(double)> transform;
    };
    std::vector<Row> const rows{
        {pathway::erlang(2, hour), [](double t) { return 1 / ((1 + t / 2) * (1 + t / 2)); }},
        {hour, [](double t) { return std::exp(-t); }},
        {gamma(hour, 1.5 * hour), [](double t) { return std::pow(1 + 2.25 * t, -1 / 2.25); }},
        {pathway::uniform(0.5 * hour, 1.5 * hour), [](double t) { return (std::exp(-0.5 * t) - std::exp(-1.5 * t)) / t; }}};
    for (auto const& row : rows) {
        auto pathway = queue(1, 1, exponential(0.7 * hour));
        pathway.arrivals[0] = {.name = "patients", .between = row.between};
        double const s = waiting_root(row.transform, 1 / 0.7);
        auto const measured = measure(pathway, {mean_wait(), share_waiting()}, 50, 80'000, 500);
        check_meets(measured[0], 0.7 * s / (1 - s));
        check_meets(measured[1], s);
    }
    // That of E2/M/1 in closed form: s (1 + (1 - s)/(2 r))^2 = 1 is a cubic of which one root is 1.
    double const r = 0.7, s = waiting_root(rows[0].transform, 1 / r);
    CHECK(s == test::Approx(((1 + 4 * r) - std::sqrt(1 + 8 * r)) / 2).epsilon(1e-9));
}

TEST_CASE("GI/M/1 from a trace: even and uneven gaps wait by their root") {
    struct Row {
        std::function<double(double)> gap, transform;
    };
    std::vector<Row> const rows{
        // Uniform on 0.5 to 2 h.
        {[](double u) { return 0.5 + 1.5 * u; }, [](double t) { return (std::exp(-0.5 * t) - std::exp(-2 * t)) / (1.5 * t); }},
        // Hyperexponential: mean 0.5 h for four in ten, 2 h for the others.
        {[](double u) { return u < 0.4 ? -0.5 * std::log(u / 0.4) : -2 * std::log((u - 0.4) / 0.6); },
         [](double t) { return 0.4 / (1 + 0.5 * t) + 0.6 / (1 + 2 * t); }}};
    for (auto const& row : rows) {
        double const s = waiting_root(row.transform, 1 / 0.7);
        std::vector<double> waits, waiting;
        for (std::uint64_t r = 0; r < 40; ++r) {
            auto const network = sim::compile(pathway::check(renewal(row.gap, 80'000, seed() + r)));
            auto const run = sim::simulate(network, {.seed = seed(), .replication = r}, {.warm_up = 200 * hour, .window = 80'000 * hour});
            waits.push_back(mean_wait()(run));
            waiting.push_back(share_waiting()(run));
        }
        check_meets(estimate(waits), 0.7 * s / (1 - s));
        check_meets(estimate(waiting), s);
    }
}

TEST_CASE("a daily meeting with a cap of five: the queue it leaves is the chain of its steps") {
    auto pathway = unlimited(4.0 / 24, {});
    pathway.activities[0].batch = pathway::Batch{.days = "daily", .at = "09:00", .cap = 5};
    std::size_t const most = 250;
    std::vector<double> coming{std::exp(-4.0)};
    for (int n = 1; n < 60; ++n) coming.push_back(coming.back() * 4 / n);
    Chain chain{most + 1};
    for (std::size_t left = 0; left <= most; ++left)
        for (std::size_t n = 0; n < coming.size(); ++n)
            chain.add(left, std::min(most, left + n < 5 ? 0 : left + n - 5), coming[n]);
    double const left = mean_over(chain.stationary(), [](double n) { return n; });
    // Between meetings the queue grows by two on average; Little's law makes hours of it.
    check_meets(measure(pathway, {mean_wait()}, 50, 24 * 12'000, 24 * 100)[0], (left + 2) / (4.0 / 24));
}
