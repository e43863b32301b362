// SPDX-License-Identifier: MIT
// Work that is interrupted: by patients who go before others, by machines that fail, by servers who come and go.
#include "queue_fixture.hpp"

#include "closed_forms.hpp"

using namespace theory;
using pathway::Downtime, pathway::EndOfShift, pathway::Preemption, pathway::uniform;

namespace {

/// The urgent take the server from the routine.
Pathway preemptive(double urgent, double routine, int count, Preemption rule, pathway::TimeDistribution of_urgent,
                   pathway::TimeDistribution of_routine) {
    return Pathway{"pre-emption"}
        .add(poisson("urgent", urgent))
        .add(poisson("routine", routine))
        .add(Resource{.name = "server", .rota = Rota::always(count), .preemption = rule})
        .add(Activity{.name = "service",
                      .uses = {{"server"}},
                      .takes = std::move(of_routine),
                      .cases = {{"source = urgent", std::move(of_urgent)}},
                      .priority = {{"source = urgent", 0}}})
        .add(time_of("urgent"))
        .add(time_of("routine"))
        .add(Interval{.name = "from start to end", .from = "service.start", .to = "service", .where = "source = routine"});
}

/// A station whose only server fails by the clock, at work or not.
Pathway failing(double per_hour, pathway::TimeDistribution takes, EndOfShift in_hand) {
    return queue(per_hour, 1, std::move(takes))
        .add(Downtime{.name = "failure",
                      .resources = {"server"},
                      .every = exponential(8 * hour),
                      .lasts = exponential(2 * hour),
                      .in_hand = in_hand})
        .add(Interval{.name = "time", .from = "service.arrive", .to = "service"});
}

} // namespace

TEST_CASE("M/M/1, pre-emptive resume: the urgent never notice the others, whose time in the system is exact") {
    auto const measured = measure(preemptive(0.25, 0.4, 1, Preemption::resume, exponential(hour), exponential(hour)),
                                  {mean_of(0), mean_of(1)}, 50, 75'000, 500);
    check_meets(measured[0], 1 / (1 - 0.25));
    check_meets(measured[1], (1 / (1 - 0.25)) / (1 - 0.25 - 0.4));
}

TEST_CASE("M/G/1, pre-emptive resume, each class its own times: Miller's means") {
    auto const measured = measure(preemptive(0.3, 0.3, 1, Preemption::resume, constant(hour), uniform(0 * hour, 2 * hour)),
                                  {mean_of(0), mean_of(1)}, 50, 40'000, 500);
    double const first = 0.3 * 1 / 2, both = first + 0.3 * (4.0 / 3) / 2;
    check_meets(measured[0], 1 + first / (1 - 0.3));
    check_meets(measured[1], 1 / (1 - 0.3) + both / ((1 - 0.3) * (1 - 0.6)));
}

TEST_CASE("exponential work begun anew with another time is, by lack of memory, work resumed") {
    auto const measured = measure(preemptive(0.25, 0.4, 1, Preemption::repeat_different, exponential(hour), exponential(hour)),
                                  {mean_of(0), mean_of(1)}, 50, 75'000, 500);
    check_meets(measured[0], 1 / (1 - 0.25));
    check_meets(measured[1], (1 / (1 - 0.25)) / (1 - 0.25 - 0.4));
}

TEST_CASE("from the first start to the end: resumed, done again the same, done again differently") {
    // Interruptions come at rate 0.2 while at work and last as long as the urgent are busy: 0.5 / (1 - 0.2 * 0.5).
    double const rate = 0.2, busy = 0.5 / (1 - rate * 0.5);
    auto const completion = [](Preemption rule, pathway::TimeDistribution const& takes) {
        return measure(preemptive(0.2, 0.15, 1, rule, exponential(0.5 * hour), takes), {mean_of(2)}, 40, 22'000, 200)[0];
    };
    auto const even = uniform(0 * hour, 3 * hour);
    check_meets(completion(Preemption::resume, even), 1.5 * (1 + rate * busy));
    check_meets(completion(Preemption::repeat_identical, even), (1 / rate + busy) * ((std::exp(3 * rate) - 1) / (3 * rate) - 1));
    check_meets(completion(Preemption::repeat_different, even), (1 / rate + busy) * (3 * rate / (1 - std::exp(-3 * rate)) - 1));
    // Exponential: the same again takes longer, since long pieces are the ones interrupted.
    check_meets(completion(Preemption::repeat_identical, exponential(hour)), (1 / rate + busy) * (1 / (1 - rate) - 1));
    check_meets(completion(Preemption::repeat_different, exponential(hour)), 1 * (1 + rate * busy));
}

TEST_CASE("M/M/2, pre-emptive resume: the urgent are an M/M/2 alone, everybody together one too") {
    auto const measured = measure(preemptive(0.7, 0.6, 2, Preemption::resume, exponential(hour), exponential(hour)),
                                  {mean_of(0), mean_of(1)}, 50, 26'000, 500);
    double const urgent = 1 + mean_wait_mmc(2, 0.7), all = 1 + mean_wait_mmc(2, 1.3);
    check_meets(measured[0], urgent);
    check_meets(measured[1], (1.3 * all - 0.7 * urgent) / 0.6);
}

TEST_CASE("M/M/1 that fails by the clock: mean time in the system by the on-off server's generating function") {
    // With P1(z), P0(z) for up and down: P1'(1) (1 + x/r) + A l x / r^2, for failures at rate x and repairs at rate r.
    double const l = 0.5, mu = 1, x = 1.0 / 8, r = 1.0 / 2, up = r / (r + x);
    double const theory = ((1 + x / r + x * l / (r * r)) / (mu - l * (1 + x / r)) + x / (r * (x + r)));
    // The same from a chain of 2 x 400 states.
    Chain chain{800};
    for (std::size_t n = 0; n < 400; ++n) {
        chain.add(2 * n, 2 * n + 1, x);
        chain.add(2 * n + 1, 2 * n, r);
        for (std::size_t down = 0; down < 2 && n + 1 < 400; ++down) chain.add(2 * n + down, 2 * n + 2 + down, l);
        if (n > 0) chain.add(2 * n, 2 * n - 2, mu);
    }
    CHECK(mean_over(chain.stationary(), [](double s) { return std::floor(s / 2); }) / l == test::Approx(theory).epsilon(1e-9));
    for (auto const rule : {EndOfShift::resume, EndOfShift::repeat_different}) {
        auto const measured = measure(failing(l, exponential(hour), rule), {mean_of(0), utilisation()}, 50, 90'000, 1000);
        check_meets(measured[0], theory);
        check_meets(measured[1], l / up);
    }
}

TEST_CASE("M/G/1 that fails by the clock: completion times and the rest of a repair give the mean") {
    // Failures are like urgent patients of whom one at a time can come (White and Christie 1958).
    double const l = 0.4, x = 1.0 / 8, r = 1.0 / 2, squares = 4.0 / 3; // work uniform on 0 to 2 h
    double const stretch = 1 + x / r, rho = l * stretch;
    // A patient's completion time C is the work and the repairs met by it: E[C^2] = E[S^2] stretch^2 + E[S] x 2 / r^2.
    double const completion = squares * stretch * stretch + x * 2 / (r * r);
    // The wait is that of Pollaczek and Khinchine for work of length C, and the rest of a repair that is under way.
    double const first_delay = (x / (x + r)) / r;
    double const theory = l * completion / (2 * (1 - rho)) + first_delay + stretch;
    // Check the formula against the generating function, where the work is exponential.
    double const exponential_form = l * (2 * stretch * stretch + x * 2 / (r * r)) / (2 * (1 - rho)) + first_delay + stretch;
    CHECK(exponential_form == test::Approx((1 + x / r + x * l / (r * r)) / (1 - l * (1 + x / r)) + x / (r * (x + r))).epsilon(1e-12));
    check_meets(measure(failing(l, uniform(0 * hour, 2 * hour), EndOfShift::resume), {mean_of(0)}, 50, 40'000, 500)[0], theory);
}

TEST_CASE("a second server from four waiting until none: the chain with hysteresis") {
    auto pathway = queue(1.3, 1, exponential(hour)).add(Interval{.name = "time", .from = "service.arrive", .to = "service"});
    pathway.overload_allowed = true;                // one server is not enough, two are
    pathway.resources[0].surge = pathway::Surge{.of = "service", .open_at = 4, .close_at = 0, .servers = 1};
    // With one server 0 to 4 are in the system; the fifth opens the second, who goes when two are left, both at work.
    std::size_t const one = 5, last = 150;          // states: 0..4 with one server, then n = 3..last with two
    auto const two = [&](std::size_t n) { return one + n - 3; };
    Chain chain{one + last - 2};
    for (std::size_t n = 0; n < 5; ++n) {
        chain.add(n, n < 4 ? n + 1 : two(5), 1.3);
        if (n > 0) chain.add(n, n - 1, 1);
    }
    for (std::size_t n = 3; n <= last; ++n) {
        if (n < last) chain.add(two(n), two(n + 1), 1.3);
        chain.add(two(n), n > 3 ? two(n - 1) : 2, 2);
    }
    double const number = mean_over(chain.stationary(), [](double s) { return s < 5 ? s : s - 2; });
    for (auto const rule : {EndOfShift::resume, EndOfShift::repeat_different}) {
        pathway.resources[0].end_of_shift = rule;
        check_meets(measure(pathway, {mean_of(0)}, 40, 12'000, 200)[0], number / 1.3);
    }
}
