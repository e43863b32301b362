// SPDX-License-Identifier: MIT
// Closed forms of queueing theory: |z| <= 4.89 at fixed seeds, with a standard error of at most 0.5 % of the value.
#include "catch.hpp"

#include "queue_fixture.hpp"

using namespace theory;
using pathway::constant, pathway::exponential, pathway::gamma;

namespace {

void check_meets(Estimate const& estimate, double theory) {
    INFO("measured " << estimate.mean << " +- " << estimate.standard_error << ", theory " << theory);
    CHECK(std::abs(estimate.z(theory)) <= 4.89);
    CHECK(estimate.relative_error() <= 0.005);
}

} // namespace

TEST_CASE("the recursion for Erlang C gives the published values") {
    CHECK(erlang_c(10, 8) == Approx(0.4091801508).epsilon(1e-9));
    CHECK(erlang_c(3, 2.5) == Approx(0.7022471910).epsilon(1e-9));
}

TEST_CASE("M/M/10 with 8 erlangs: share waiting 0.4091801508, mean wait 0.2045900754") {
    auto const measured = measure(queue(8, 10, exponential(hour)), {share_waiting(), mean_wait()}, 60, 50'000);
    check_meets(measured[0], 0.4091801508);
    check_meets(measured[1], 0.2045900754);
}

TEST_CASE("M/M/3 with 2.5 erlangs: share waiting 0.7022, mean wait 1.4045, P(wait > 1 h) 0.4259") {
    auto const pathway = queue(2.5, 3, exponential(hour))
                             .add(pathway::Interval{.name = "wait", .from = "service.arrive", .to = "service.start", .standard = hour});
    auto const later_than_an_hour = [](sim::Replication const& run) {
        auto const& wait = run.intervals[0];
        return 1.0 - static_cast<double>(wait.within_standard) / static_cast<double>(wait.times.count());
    };
    auto const measured = measure(pathway, {share_waiting(), mean_wait(), later_than_an_hour}, 60, 60'000);
    check_meets(measured[0], 0.7022471910);
    check_meets(measured[1], 1.4044943820);
    check_meets(measured[2], 0.4259344520);
}

TEST_CASE("M/G/1 at 0.8: the mean wait is 2, 2.67, 4 and 6 for squared coefficients of variation 0, 1/3, 1 and 2") {
    struct Row {
        pathway::TimeDistribution takes;
        double theory;
    };
    std::vector<Row> const rows{{constant(hour), 2.0},
                                {pathway::uniform(0 * hour, 2 * hour), 2.6666666667},
                                {exponential(hour), 4.0},
                                {gamma(hour, std::sqrt(2.0) * hour), 6.0}};
    for (auto const& row : rows) check_meets(measure(queue(0.8, 1, row.takes), {mean_wait()}, 80, 120'000)[0], row.theory);
}

TEST_CASE("M/M/2 with two classes, non-pre-emptive: the urgent wait 0.4118, the others 1.3725, together 0.9608") {
    auto pathway = pathway::Pathway{"two classes"}
                       .add(pathway::Arrivals{.name = "urgent", .rate = units::Rate::from_per_hour(0.6)})
                       .add(pathway::Arrivals{.name = "routine", .rate = units::Rate::from_per_hour(0.8)})
                       .add(pathway::Resource{.name = "server", .rota = pathway::Rota::always(2)})
                       .add(pathway::Activity{.name = "service",
                                              .uses = {{"server"}},
                                              .takes = exponential(hour),
                                              .priority = {{"source = urgent", 0}}})
                       .add(pathway::Interval{.name = "urgent", .from = "service.arrive", .to = "service.start", .where = "source = urgent"})
                       .add(pathway::Interval{.name = "routine", .from = "service.arrive", .to = "service.start", .where = "source = routine"});
    auto const mean_of = [](std::size_t interval) {
        return [interval](sim::Replication const& run) { return run.intervals[interval].times.mean() / static_cast<double>(hour.ticks()); };
    };
    auto const measured = measure(pathway, {mean_of(0), mean_of(1), mean_wait()}, 80, 150'000);
    check_meets(measured[0], 0.4117647059);
    check_meets(measured[1], 1.3725490196);
    check_meets(measured[2], 0.9607843137);
}

TEST_CASE("a tandem of M/M/2 and M/M/1: by Burke's theorem each waits as if it stood alone") {
    auto const pathway = queue(0.8, 2, exponential(2 * hour))
                             .add(pathway::Resource{.name = "second", .rota = pathway::Rota::always(1)})
                             .add(pathway::Activity{.name = "after", .uses = {{"second"}}, .takes = exponential(0.75 * hour)})
                             .add(pathway::Route{.from = "service", .to = {{"after"}}});
    auto const measured = measure(pathway, {mean_wait(0), mean_wait(1)}, 80, 150'000);
    check_meets(measured[0], erlang_c(2, 1.6) * 2 / (2 - 1.6));
    check_meets(measured[1], 0.6 * 0.75 / (1 - 0.6));
}

TEST_CASE("Jackson's network of three nodes with feedback: its mean numbers and time in the system") {
    auto const pathway =
        pathway::Pathway{"Jackson"}
            .add(pathway::Arrivals{.name = "one", .rate = units::Rate::from_per_hour(1.0), .to = "first"})
            .add(pathway::Arrivals{.name = "two", .rate = units::Rate::from_per_hour(0.5), .to = "second"})
            .add(pathway::Resource{.name = "a", .rota = pathway::Rota::always(1)})
            .add(pathway::Resource{.name = "b", .rota = pathway::Rota::always(2)})
            .add(pathway::Resource{.name = "c", .rota = pathway::Rota::always(1)})
            .add(pathway::Activity{.name = "first", .uses = {{"a"}}, .takes = exponential(0.5 * hour)})
            .add(pathway::Activity{.name = "second", .uses = {{"b"}}, .takes = exponential(hour)})
            .add(pathway::Activity{.name = "third", .uses = {{"c"}}, .takes = exponential(hour / 1.5)})
            .add(pathway::Route{.from = "first", .to = {{"second", pathway::bernoulli(0.6)}, {"exit"}}})
            .add(pathway::Route{.from = "second", .to = {{"third", pathway::bernoulli(0.7)}, {"exit"}}})
            .add(pathway::Route{.from = "third", .to = {{"first", pathway::bernoulli(0.2)}, {"exit"}}})
            .add(pathway::Interval{.name = "stay", .from = "arrival", .to = "exit"});
    auto const stay = [](sim::Replication const& run) { return run.intervals[0].times.mean() / static_cast<double>(hour.ticks()); };
    check_meets(measure(pathway, {stay}, 80, 60'000)[0], 3.03795779);
}
