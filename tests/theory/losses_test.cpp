// SPDX-License-Identifier: MIT
// Patients who do not stay in a queue: lost, balking, impatient; and what is held meanwhile.
#include "queue_fixture.hpp"

#include "closed_forms.hpp"

using namespace theory;
using pathway::lognormal;

namespace {

/// Nobody waits: who cannot start at once goes.
Pathway loss(double per_hour, int count, pathway::TimeDistribution takes) {
    auto pathway = queue(per_hour, count, std::move(takes));
    pathway.activities[0].balk = {{.length = 0}};
    pathway.overload_allowed = true;
    return pathway;
}

auto const lost = share_of(&sim::Replication::balked);

} // namespace

TEST_CASE("Erlang's loss formula, 8 erlangs at 10 beds: 0.1216610643 are turned away, however the times are distributed") {
    CHECK(erlang_b(10, 8) == test::Approx(0.1216610643).epsilon(1e-9));
    for (auto const& takes : {exponential(hour), constant(hour), lognormal(hour, 1.5 * hour)})
        check_meets(measure(loss(8, 10, takes), {lost}, 40, 9000, 100)[0], 0.1216610643);
}

TEST_CASE("M/M/2 with room for three more: the share lost and the mean wait of who stays") {
    auto pathway = loss(2.5, 2, exponential(hour));
    pathway.activities[0].balk[0].length = 3;
    auto const p = birth_and_death(5, [](double) { return 2.5; }, [](double n) { return std::min(n, 2.0); });
    auto const measured = measure(pathway, {lost, mean_wait()}, 40, 8000, 100);
    check_meets(measured[0], p[5]);
    check_meets(measured[1], mean_over(p, [](double n) { return std::max(n - 2, 0.0); }) / (2.5 * (1 - p[5])));
}

TEST_CASE("a share of the patients balks at a long queue, all at a longer one") {
    auto pathway = queue(1.2, 1, exponential(hour));
    pathway.activities[0].balk = {{.length = 6}, {.length = 2, .p = units::Probability{0.4}}};
    pathway.overload_allowed = true;
    auto const p = birth_and_death(7, [](double n) { return n >= 3 ? 1.2 * 0.6 : 1.2; }, [](double) { return 1.0; });
    auto const measured = measure(pathway, {lost, mean_wait()}, 40, 12'000, 100);
    double const share = p[7] + 0.4 * (p[3] + p[4] + p[5] + p[6]);
    check_meets(measured[0], share);
    check_meets(measured[1], mean_over(p, [](double n) { return std::max(n - 1, 0.0); }) / (1.2 * (1 - share)));
}

TEST_CASE("patients who need one bed and patients who need three: each kind's loss is that of Kaufman and Roberts") {
    auto const pathway = Pathway{"two sizes"}
                             .add(poisson("small", 3, "one"))
                             .add(poisson("large", 1, "three"))
                             .add(servers("bed", 8))
                             .add(Activity{.name = "one", .uses = {{"bed", 1}}, .takes = exponential(hour), .balk = {{.length = 0}}})
                             .add(Activity{.name = "three", .uses = {{"bed", 3}}, .takes = constant(hour), .balk = {{.length = 0}}})
                             .add(Route{.from = "one", .to = {{"exit"}}});
    std::vector<double> q{1.0};
    double sum = 1;
    for (int n = 1; n <= 8; ++n) {
        auto const at = static_cast<std::size_t>(n);
        q.push_back((3 * 1 * q[at - 1] + (n >= 3 ? 1 * 3 * q[at - 3] : 0.0)) / n);
        sum += q.back();
    }
    auto const measured = measure(pathway,
                                  {share_of(&sim::Replication::balked, 0, 0), share_of(&sim::Replication::balked, 1, 1)}, 40, 9000, 100);
    check_meets(measured[0], q[8] / sum);
    check_meets(measured[1], (q[8] + q[7] + q[6]) / sum);
}

TEST_CASE("ordered search: the first doctor carries a (1 - B1), the one in reserve a (B1 - B2)") {
    auto pathway = Pathway{"reserve"}
                             .add(poisson("patients", 1.1))
                             .add(servers("doctor"))
                             .add(servers("nurse"))
                             .add(Activity{.name = "service",
                                           .uses = {{.resource = "doctor", .instead = {{"nurse"}}}},
                                           .takes = exponential(hour),
                                           .balk = {{.length = 0}}});
    pathway.overload_allowed = true;
    auto const measured = measure(pathway, {utilisation(0), utilisation(1), lost}, 40, 9000, 100);
    double const first = erlang_b(1, 1.1), both = erlang_b(2, 1.1);
    check_meets(measured[0], 1.1 * (1 - first));
    check_meets(measured[1], 1.1 * (first - both));
    check_meets(measured[2], both);
}

TEST_CASE("M/M/10+M: P(wait) 0.8504, P(lose patience) 0.1957, mean wait of all 0.3913") {
    auto pathway = queue(12, 10, exponential(hour));
    pathway.activities[0].patience = pathway::Patience{.after = exponential(2 * hour), .to = "gave up"};
    pathway.overload_allowed = true;
    pathway = pathway.add(Activity{.name = "gave up"})
                  .add(Route{.from = "service", .to = {{"exit"}}})
                  .add(Interval{.name = "served", .from = "service.arrive", .to = "service.start"})
                  .add(Interval{.name = "lost", .from = "service.arrive", .to = "gave up"});
    auto const waits = [](sim::Replication const& run) {
        auto const at_once = run.intervals[0].histogram.count_below(1).least;
        return 1 - static_cast<double>(at_once) / static_cast<double>(run.arrivals[0]);
    };
    auto const wait_of_all = [](sim::Replication const& run) {
        auto const ticks = run.intervals[0].times.sum() + run.intervals[1].times.sum();
        return hours_of(static_cast<double>(ticks)) / static_cast<double>(run.arrivals[0]);
    };
    auto const p = birth_and_death(300, [](double) { return 12.0; }, [](double n) { return std::min(n, 10.0) + 0.5 * std::max(n - 10, 0.0); });
    double const gone = 0.5 * mean_over(p, [](double n) { return std::max(n - 10, 0.0); }) / 12;
    CHECK(gone == test::Approx(0.1956559440).epsilon(1e-8));
    auto const measured = measure(pathway, {waits, share_of(&sim::Replication::reneged), wait_of_all}, 40, 4000, 100);
    check_meets(measured[0], 0.8503849479);
    check_meets(measured[1], 0.1956559440);
    check_meets(measured[2], 0.3913118880);
}

TEST_CASE("an event that takes patients out of the queue is a lost patience by another name") {
    auto pathway = queue(12, 10, exponential(hour));
    pathway.overload_allowed = true;
    pathway = pathway.add(pathway::Event{.name = "worse", .from = "service.arrive", .until = "service.start", .after = exponential(2 * hour)});
    check_meets(measure(pathway, {share_of(&sim::Replication::happened)}, 40, 4000, 100)[0], 0.1956559440);
}

TEST_CASE("a patience of fixed length, M/M/1+D: the share lost is that of Barrer") {
    auto pathway = queue(0.9, 1, exponential(hour));
    pathway.activities[0].patience = pathway::Patience{.after = constant(1.5 * hour)};
    // The virtual wait has an atom p at 0 and density 0.9 p e^(-0.1 w) up to 1.5, and above it falls as e^(-w): nobody joins the served.
    double const below = 0.9 * (1 - std::exp(-0.15)) / 0.1, above = 0.9 * std::exp(-0.15);
    check_meets(measure(pathway, {share_of(&sim::Replication::reneged)}, 40, 12'000, 100)[0], above / (1 + below + above));
}

TEST_CASE("a bed kept through the queue for a test: the share who find no bed has the product form") {
    // Recovery needs the bed alone, the test a machine too; a patient who finds all four beds taken is diverted.
    auto const pathway = Pathway{"beds"}
                             .add(poisson("patients", 1))
                             .add(servers("bed", 4))
                             .add(servers("machine"))
                             .add(Activity{.name = "recovery", .takes = exponential(1.2 * hour), .balk = {{.length = 0}}})
                             .add(Activity{.name = "test", .uses = {{"machine"}}, .takes = exponential(0.7 * hour)})
                             .add(pathway::Stay{.name = "stay", .uses = {{"bed"}}, .from = "recovery", .to = "test"})
                             .add(Route{.from = "recovery", .to = {{"test"}}});
    double sum = 0, full = 0, factorial = 1;
    for (int a = 0; a <= 4; ++a) {
        if (a > 0) factorial *= a;
        for (int b = 0; a + b <= 4; ++b) {
            double const p = std::pow(1.2, a) / factorial * std::pow(0.7, b);
            sum += p;
            if (a + b == 4) full += p;
        }
    }
    check_meets(measure(pathway, {lost}, 40, 25'000, 100)[0], full / sum);
}

TEST_CASE("patients who miss an appointment twice are lost: a quarter when half of them miss each") {
    auto const pathway = Pathway{"clinic"}
                             .add(poisson("patients", 2))
                             .add(pathway::Session{.name = "clinic", .lists = {{.days = "daily", .from = "00:00", .lasts = day}}, .slot = hour / 6})
                             .add(Activity{.name = "visit",
                                           .session = "clinic",
                                           .no_show = pathway::NoShow{.missed = pathway::bernoulli(0.5), .rebooked = 1}});
    auto const gone = [](sim::Replication const& run) {
        return 1 - static_cast<double>(run.visits[0]) / static_cast<double>(run.arrivals[0]);
    };
    check_meets(measure(pathway, {gone}, 40, 2000, 100)[0], 0.25);
}
