// SPDX-License-Identifier: MIT
// Single stations against closed forms: |z| <= 4.89 at fixed seeds, with a standard error of at most 0.5 % of the value.
#include "queue_fixture.hpp"

#include "closed_forms.hpp"

using namespace theory;
using pathway::gamma;

TEST_CASE("the recursion for Erlang C gives the published values") {
    CHECK(erlang_c(10, 8) == test::Approx(0.4091801508).epsilon(1e-9));
    CHECK(erlang_c(3, 2.5) == test::Approx(0.7022471910).epsilon(1e-9));
}

TEST_CASE("M/M/10 with 8 erlangs: share waiting 0.4091801508, mean wait 0.2045900754") {
    auto const measured = measure(queue(8, 10, exponential(hour)), {share_waiting(), mean_wait()}, 50, 60'000, 500);
    check_meets(measured[0], 0.4091801508);
    check_meets(measured[1], 0.2045900754);
}

TEST_CASE("M/M/3 with 2.5 erlangs: share waiting 0.7022, mean wait 1.4045, P(wait > 1 h) 0.4259") {
    auto const pathway = queue(2.5, 3, exponential(hour))
                             .add(Interval{.name = "wait", .from = "service.arrive", .to = "service.start", .standard = hour});
    auto const later_than_an_hour = [](sim::Replication const& run) {
        auto const& wait = run.intervals[0];
        return 1.0 - static_cast<double>(wait.within_standard) / static_cast<double>(wait.times.count());
    };
    auto const measured = measure(pathway, {share_waiting(), mean_wait(), later_than_an_hour}, 50, 120'000, 1000);
    check_meets(measured[0], 0.7022471910);
    check_meets(measured[1], 1.4044943820);
    check_meets(measured[2], 0.4259344520);
}

TEST_CASE("M/G/1 at 0.8: the mean wait is 2, 2.67, 4 and 6 for squared coefficients of variation 0, 1/3, 1 and 2") {
    struct Row {
        pathway::TimeDistribution takes;
        double theory, hours;
    };
    std::vector<Row> const rows{{constant(hour), 2.0, 90'000},
                                {pathway::uniform(0 * hour, 2 * hour), 2.6666666667, 120'000},
                                {exponential(hour), 4.0, 170'000},
                                {gamma(hour, std::sqrt(2.0) * hour), 6.0, 300'000}};
    for (auto const& row : rows) check_meets(measure(queue(0.8, 1, row.takes), {mean_wait()}, 50, row.hours, 1000)[0], row.theory);
}

TEST_CASE("M/M/1 at 0.5: the order of the queue leaves the mean wait and widens its second moment, by 1/(1 - rho/2) for luck and 1/(1 - rho) for the last first") {
    // Takacs 1963: E[W^2] is 2 rho / (1 - rho)^2 first come first served, in hours of a mean service.
    Quantity const square = [](sim::Replication const& run) {
        auto const& times = run.queues[0].times;
        return hours_of(hours_of(static_cast<double>(times.sum_of_squares()))) / static_cast<double>(times.count());
    };
    double const rho = 0.5, first = 2 * rho / ((1 - rho) * (1 - rho));
    struct Row {
        pathway::QueueOrder order;
        double theory, hours;
    };
    std::vector<Row> const rows{{pathway::QueueOrder::first, first, 300'000},
                                {pathway::QueueOrder::random, first / (1 - rho / 2), 400'000},
                                {pathway::QueueOrder::last, first / (1 - rho), 700'000}};
    for (auto const& [order, theory, hours] : rows) {
        auto pathway = queue(rho, 1, exponential(hour));
        pathway.activities[0].order = order;
        auto const measured = measure(pathway, {mean_wait(), square}, 50, hours, 500);
        check_meets(measured[0], rho / (1 - rho));
        check_meets(measured[1], theory);
    }
}

TEST_CASE("two queues, the shorter is joined: the mean wait is that of the chain of both lengths") {
    double const lambda = 1.4;
    std::size_t const most = 31; // beyond: less than 0.7^60
    auto const at = [&](std::size_t i, std::size_t j) { return i * most + j; };
    Chain chain{most * most};
    for (std::size_t i = 0; i < most; ++i)
        for (std::size_t j = 0; j < most; ++j) {
            if (i <= j && i + 1 < most) chain.add(at(i, j), at(i + 1, j), lambda);
            if (j < i && j + 1 < most) chain.add(at(i, j), at(i, j + 1), lambda);
            if (i > 0) chain.add(at(i, j), at(i - 1, j), 1);
            if (j > 0) chain.add(at(i, j), at(i, j - 1), 1);
        }
    auto const p = chain.stationary();
    double waiting = 0;
    for (std::size_t i = 0; i < most; ++i)
        for (std::size_t j = 0; j < most; ++j) waiting += p[at(i, j)] * static_cast<double>((i > 0 ? i - 1 : 0) + (j > 0 ? j - 1 : 0));
    auto pathway = Pathway{"two queues"}.add(poisson("patients", lambda)).add(servers("one")).add(servers("two")).add(Activity{.name = "door"});
    for (auto const* const one : {"one", "two"})
        pathway = pathway.add(Activity{.name = std::string{"at "} + one, .uses = {{one}}, .takes = exponential(hour)});
    pathway = pathway.add(Route{.from = "door", .to = {{"at one"}, {"at two"}}, .rule = pathway::RouteRule::shortest_queue});
    Quantity const wait = [](sim::Replication const& run) {
        auto const &one = run.queues[1].times, &two = run.queues[2].times;
        return hours_of(static_cast<double>(one.sum() + two.sum())) / static_cast<double>(one.count() + two.count());
    };
    check_meets(measure(pathway, {wait}, 50, 60'000, 500)[0], waiting / lambda);
}

TEST_CASE("bulk service by Neuts' rule: at least a and at most b together, the mean wait is that of the geometric chain") {
    struct Row {
        double lambda;
        int least, most;
        double hours;
    };
    for (auto const& [lambda, least, most, hours] : std::vector<Row>{{2.4, 1, 3, 60'000}, {3.5, 2, 5, 40'000}, {2.0, 4, 4, 40'000}}) {
        // Busy with n waiting: p r^n, where r^(b + 1) - (lambda + 1) r + lambda = 0; idle with j < a waiting: p (1 - r^(j + 1)) / (1 - r).
        double r = 0.5;
        for (int k = 0; k < 10'000; ++k) r = (lambda + std::pow(r, most + 1)) / (lambda + 1);
        double mass = 1 / (1 - r), waiting = r / ((1 - r) * (1 - r));
        for (int j = 0; j < least; ++j) {
            double const idle = (1 - std::pow(r, j + 1)) / (1 - r) / lambda;
            mass += idle;
            waiting += j * idle;
        }
        auto pathway = queue(lambda, 1, exponential(hour));
        pathway.activities[0].bulk = pathway::Bulk{.most = most, .least = least};
        check_meets(measure(pathway, {mean_wait()}, 50, hours, 500)[0], waiting / mass / lambda);
    }
}

TEST_CASE("M/M/2 with two classes, non-pre-emptive: the urgent wait 0.4118, the others 1.3725, together 0.9608") {
    auto const pathway = Pathway{"two classes"}
                             .add(poisson("urgent", 0.6))
                             .add(poisson("routine", 0.8))
                             .add(servers("server", 2))
                             .add(Activity{.name = "service",
                                           .uses = {{"server"}},
                                           .takes = exponential(hour),
                                           .priority = {{"source = urgent", 0}}})
                             .add(wait_of("urgent"))
                             .add(wait_of("routine"));
    auto const measured = measure(pathway, {mean_of(0), mean_of(1), mean_wait()}, 50, 60'000, 1000);
    check_meets(measured[0], 0.4117647059);
    check_meets(measured[1], 1.3725490196);
    check_meets(measured[2], 0.9607843137);
}

TEST_CASE("M/G/1 with three classes of their own times, non-pre-emptive: the waits are Cobham's") {
    auto const pathway = Pathway{"three classes"}
                             .add(poisson("a", 0.3))
                             .add(poisson("b", 0.4))
                             .add(poisson("c", 0.2))
                             .add(servers("server"))
                             .add(Activity{.name = "service",
                                           .uses = {{"server"}},
                                           .takes = gamma(hour, 0.5 * hour),
                                           .cases = {{"source = a", constant(0.5 * hour)}, {"source = b", exponential(0.8 * hour)}},
                                           .priority = {{"source = a", 1}, {"source = b", 2}, {"source = c", 3}}})
                             .add(wait_of("a"))
                             .add(wait_of("b"))
                             .add(wait_of("c"));
    double const rho_a = 0.15, rho_b = 0.32, rho_c = 0.2;
    double const residual = (0.3 * 0.25 + 0.4 * 2 * 0.64 + 0.2 * 1.25) / 2;
    auto const measured = measure(pathway, {mean_of(0), mean_of(1), mean_of(2)}, 50, 160'000, 500);
    check_meets(measured[0], residual / (1 - rho_a));
    check_meets(measured[1], residual / (1 - rho_a) / (1 - rho_a - rho_b));
    check_meets(measured[2], residual / (1 - rho_a - rho_b) / (1 - rho_a - rho_b - rho_c));
}
