// SPDX-License-Identifier: MIT
// Several stations: open networks of product form, and tandems that block.
#include "queue_fixture.hpp"

#include "closed_forms.hpp"

using namespace theory;
using What = sim::TraceRow::What;

namespace {

/// The mean number at a station: the waits of those who come, and the work done, in the window, over its length.
Quantity mean_number(std::size_t step, std::size_t resource, double hours) {
    return [=](sim::Replication const& run) {
        return hours_of(static_cast<double>(run.queues[step].times.sum()) + static_cast<double>(run.calendar_ticks[resource])) / hours;
    };
}

/// Stations in a row with one server each, exponential times, a queue without end before the first and room for few before the others.
Pathway row_of(std::vector<double> const& rates, int room) {
    auto pathway = Pathway{"row"}.add(poisson("patients", 3));
    pathway.overload_allowed = true;
    for (std::size_t k = 0; k < rates.size(); ++k) {
        auto const at = std::to_string(k);
        pathway = pathway.add(servers("server " + at)).add(Activity{.name = "step " + at, .uses = {{"server " + at}}, .takes = exponential(hour / rates[k])});
        if (k == 0) continue;
        pathway.activities[k].room = room;
        pathway = pathway.add(Route{.from = "step " + std::to_string(k - 1), .to = {{"step " + at}}});
    }
    return pathway;
}

Estimate throughput(Pathway const& pathway, double hours) {
    auto const last = pathway.activities.size() - 1;
    return measure(pathway, {[=](sim::Replication const& run) { return static_cast<double>(run.calendar_visits[last]) / hours; }}, 40, hours, 50)[0];
}

} // namespace

TEST_CASE("a tandem of M/M/2 and M/M/1: by Burke's theorem each waits as if it stood alone") {
    auto const pathway = queue(0.8, 2, exponential(2 * hour))
                             .add(servers("second"))
                             .add(Activity{.name = "after", .uses = {{"second"}}, .takes = exponential(0.75 * hour)})
                             .add(Route{.from = "service", .to = {{"after"}}});
    auto const measured = measure(pathway, {mean_wait(0), mean_wait(1)}, 50, 220'000, 1000);
    check_meets(measured[0], 2 * mean_wait_mmc(2, 1.6));
    check_meets(measured[1], 0.6 * 0.75 / (1 - 0.6));
}

TEST_CASE("Burke: those who leave M/M/3 are a Poisson stream, and the number left behind does not tell when the last one left") {
    auto const network = sim::compile(pathway::check(queue(2.1, 3, exponential(hour))));
    std::vector<double> late, gap, product;
    for (std::uint64_t r = 0; r < 40; ++r) {
        std::vector<sim::TraceRow> trace;
        sim::simulate(network, {.seed = seed(), .replication = r}, {.window = 3000 * hour}, trace);
        double last = -1, n = 0, later = 0, sum = 0, left_behind = 0, both = 0;
        double present = 0;
        for (auto const& row : trace) {
            present += row.what == What::arrival ? 1 : row.what == What::exit ? -1 : 0;
            if (row.what != What::exit) continue;
            double const time = hours_of(static_cast<double>(row.time));
            if (time > 100 && last > 0) {
                n += 1;
                later += time - last > 1 / 2.1;
                sum += time - last;
                left_behind += present;
                both += present * (time - last);
            }
            last = time;
        }
        late.push_back(later / n);
        gap.push_back(sum / n);
        product.push_back(both / n / (left_behind / n * (sum / n)));
    }
    check_meets(estimate(late), std::exp(-1));
    check_meets(estimate(gap), 1 / 2.1);
    check_meets(estimate(product), 1);
}

TEST_CASE("Jackson's network of three nodes with feedback: its mean numbers and time in the system") {
    double const hours = 30'000;
    auto const pathway = Pathway{"Jackson"}
                             .add(poisson("one", 1.0, "first"))
                             .add(poisson("two", 0.5, "second"))
                             .add(servers("a"))
                             .add(servers("b", 2))
                             .add(servers("c"))
                             .add(Activity{.name = "first", .uses = {{"a"}}, .takes = exponential(0.5 * hour)})
                             .add(Activity{.name = "second", .uses = {{"b"}}, .takes = exponential(hour)})
                             .add(Activity{.name = "third", .uses = {{"c"}}, .takes = exponential(hour / 1.5)})
                             .add(Route{.from = "first", .to = {{"second", pathway::bernoulli(0.6)}, {"exit"}}})
                             .add(Route{.from = "second", .to = {{"third", pathway::bernoulli(0.7)}, {"exit"}}})
                             .add(Route{.from = "third", .to = {{"first", pathway::bernoulli(0.2)}, {"exit"}}})
                             .add(Interval{.name = "stay"});
    auto const measured = measure(
        pathway, {mean_number(0, 0, hours), mean_number(1, 1, hours), mean_number(2, 2, hours), mean_of(0)}, 50, hours, 500);
    check_meets(measured[0], 1.40419948);
    check_meets(measured[1], 1.87790277);
    check_meets(measured[2], 1.27483444);
    check_meets(measured[3], 3.03795779);
}

TEST_CASE("two stations, no room between, work without end: m1 m2 (m1 + m2) / (m1^2 + m1 m2 + m2^2) an hour") {
    check_meets(throughput(row_of({1, 1}, 0), 3000), 2.0 / 3);
    double const m1 = 1.5, m2 = 0.8;
    check_meets(throughput(row_of({m1, m2}, 0), 3000), m1 * m2 * (m1 + m2) / (m1 * m1 + m1 * m2 + m2 * m2));
}

TEST_CASE("two stations with room for three between them: the throughput of the birth-and-death chain") {
    auto const p = birth_and_death(5, [](double) { return 1.2; }, [](double) { return 1.0; });
    check_meets(throughput(row_of({1.2, 1.0}, 3), 4000), 1 - p[0]);
}

TEST_CASE("three equal stations, no room between: Hunt's 22/39 an hour") {
    check_meets(throughput(row_of({1, 1, 1}, 0), 3000), 22.0 / 39);
}

TEST_CASE("a tandem that blocks, with arrivals it can take: number and share blocked by the chain of its states") {
    double const l = 0.45, m1 = 1, m2 = 0.9;
    auto pathway = row_of({m1, m2}, 1);
    pathway.arrivals[0].rate = units::Rate::from_per_hour(l);
    pathway = pathway.add(Interval{.name = "time"});
    // States: n in the first station (waiting, at work or blocked), k = 0..2 in the second, and 3: two there and the first blocked.
    std::size_t const most = 150;
    auto const at = [](std::size_t n, std::size_t k) { return 4 * n + k; };
    Chain chain{4 * (most + 1)};
    for (std::size_t n = 0; n <= most; ++n)
        for (std::size_t k = 0; k < 4; ++k) {
            if (n < most) chain.add(at(n, k), at(n + 1, k), l);
            if (k == 3 && n == 0) {                 // cannot be; leads out so that the chain has no trap
                chain.add(at(n, k), at(0, 0), 1);
                continue;
            }
            if (n > 0 && k < 2) chain.add(at(n, k), at(n - 1, k + 1), m1);
            if (n > 0 && k == 2) chain.add(at(n, 2), at(n, 3), m1);
            if (k > 0) chain.add(at(n, k), k == 3 ? at(n - 1, 2) : at(n, k - 1), m2);
        }
    auto const p = chain.stationary();
    double number = 0, busy = 0;
    for (std::size_t n = 0; n <= most; ++n)
        for (std::size_t k = 0; k < 4; ++k) {
            number += p[at(n, k)] * static_cast<double>(n + std::min<std::size_t>(k, 2));
            if (n > 0) busy += p[at(n, k)];
        }
    auto const measured = measure(pathway, {mean_of(0), utilisation(0)}, 50, 40'000, 500);
    check_meets(measured[0], number / l);
    check_meets(measured[1], busy);
}
