// SPDX-License-Identifier: MIT
// A cascade against the loop with every rule, on networks whose times are a few ticks, so that ties are the rule.
#include "catch.hpp"

#include <algorithm>
#include <array>
#include <map>

#include <pathecon/random/luck.hpp>
#include <pathecon/random/uniform.hpp>
#include <pathecon/sim/cascade.hpp>
#include <pathecon/sim/loop.hpp>

#include "story.hpp"

using namespace story;

namespace {

class Dice {
  public:
    explicit Dice(std::uint64_t seed) : luck_{.seed = seed} {}
    bool maybe(double p) { return u() < p; }
    int from(int low, int high) { return low + static_cast<int>(u() * (high - low + 1)); }
    double u() { return random::uniform(random::word(luck_, 0, next_++, 0)); }

  private:
    random::Luck luck_;
    std::uint64_t next_ = 0;
};

units::Duration ticks(std::int64_t n) { return units::Duration::from_ticks(n); }

/// A few ticks, often the same and often none.
pathway::TimeDistribution brief(Dice& dice) {
    switch (dice.from(0, 3)) {
        case 0: return ticks(dice.from(1, 4));
        case 1: return pathway::empirical({ticks(0), ticks(1), ticks(3), ticks(8)});
        case 2: return pathway::uniform(ticks(0), ticks(dice.from(1, 12)));
        default: return pathway::exponential(ticks(dice.from(2, 6)));
    }
}

std::string step_name(int k) { return fmt::format("step {}", k); }

/// Stations and delays that lead on only, with levels of priority and routes by chance and attribute.
Pathway drawn(std::uint64_t seed) {
    Dice dice{seed};
    Pathway made{"cascade"};
    made.overload_allowed = true;
    int const steps = dice.from(1, 6), sources = dice.from(1, 3);
    for (int s = 0; s < sources; ++s)
        made = made.add(Arrivals{.name = fmt::format("source {}", s), .rate = units::Rate::of(dice.from(1, 5), ticks(12)),
                                 .to = step_name(s == 0 ? 0 : dice.from(0, steps - 1))});
    made = made.add(Attribute{.name = "urgent", .is = pathway::bernoulli(0.3)});
    made = made.add(Attribute{.name = "frail", .is = pathway::bernoulli(0.5), .where = "not urgent"});
    for (int k = 0; k < steps; ++k) {
        if (k > 0 && dice.maybe(0.2)) {
            made = made.add(Delay{.name = step_name(k), .takes = brief(dice)});
        } else {
            made = made.add(Resource{.name = fmt::format("staff {}", k), .rota = Rota::always(dice.from(1, 5))});
            Activity activity = work(step_name(k), fmt::format("staff {}", k), brief(dice));
            if (dice.maybe(0.5)) activity.priority.push_back({"urgent", dice.from(0, 1)});
            if (dice.maybe(0.3)) activity.priority.push_back({"frail", dice.from(1, 3)});
            made = made.add(activity);
        }
        Route route{.from = step_name(k)};
        auto const on = [&] { return k + 1 < steps && dice.maybe(0.8) ? step_name(dice.from(k + 1, steps - 1)) : std::string{"exit"}; };
        if (dice.maybe(0.4)) route.to.push_back({on(), {}, dice.maybe(0.5) ? "urgent" : "not frail"});
        if (dice.maybe(0.5)) route.to.push_back({on(), pathway::bernoulli(dice.maybe(0.2) ? 1.0 : 0.4)});
        route.to.push_back({k + 1 < steps ? step_name(k + 1) : "exit"});
        // The last may as well say the chance that is left.
        if (route.to.size() == 2 && route.to[0].p == pathway::bernoulli(0.4) && dice.maybe(0.5)) route.to[1].p = pathway::bernoulli(0.6);
        made = made.add(route);
    }
    return made;
}

sim::Horizon horizon_of(std::uint64_t seed) {
    Dice dice{seed + 1'000'000};
    return {.warm_up = ticks(dice.maybe(0.5) ? dice.from(1, 300) : 0), .window = ticks(dice.from(50, 1500)),
            .follow_up = ticks(dice.maybe(0.7) ? dice.from(1, 2000) : 0)};
}

struct Twice {
    sim::Replication cascade, loop;
};

Twice twice(sim::Network const& network, std::uint64_t seed, sim::Limits const& limits = {}) {
    random::Luck const luck{.seed = seed};
    auto const horizon = horizon_of(seed);
    return {sim::Cascade<sim::Summary>{network, luck, horizon, limits, {}}.run(),
            sim::Loop<sim::Shape::ruled, sim::Summary>{network, luck, horizon, limits, {}}.run()};
}

/// What a recorder hears of each step and each patient, without regard to what happens elsewhere in between.
struct Hearing : sim::Silent {
    static constexpr bool lengths = true, in_order = false;
    std::array<std::vector<std::array<std::int64_t, 4>>, 8> steps{};
    std::map<std::int64_t, std::vector<sim::Ticks>> patients{};

    void on_arrival(sim::Ticks t, std::int64_t patient, std::uint64_t) { patients[patient].push_back(t); }
    void on_queue(sim::Ticks t, std::int64_t patient, sim::Index step) { steps[step].push_back({0, t, patient, 0}); }
    void on_start(sim::Ticks t, std::int64_t patient, sim::Index step, sim::Ticks waited) { steps[step].push_back({1, t, patient, waited}); }
    void on_end(sim::Ticks t, std::int64_t patient, sim::Index step) {
        steps[step].push_back({2, t, patient, 0});
        patients[patient].push_back(t);
    }
    void on_exit(sim::Ticks t, std::int64_t patient, std::uint64_t) { patients[patient].push_back(t); }
    void on_length(sim::Ticks t, sim::Index step, std::int64_t length) { steps[step].push_back({3, t, length, 0}); }
};

} // namespace

TEST_CASE("a cascade and the loop give the same replication to the bit, whatever happens at the same tick") {
    int late = 0, unfinished = 0;
    for (std::uint64_t seed = 0; seed < 400; ++seed) {
        INFO("seed " << seed);
        auto const network = sim::compile(pathway::check(drawn(seed)));
        REQUIRE(sim::is_cascade(network));
        auto const [cascade, loop] = twice(network, seed);
        CHECK(cascade.events == loop.events);
        CHECK(cascade.end == loop.end);
        CHECK((cascade == loop));
        auto const horizon = horizon_of(seed);
        late += loop.end > (horizon.warm_up + horizon.window).ticks();
        unfinished += std::any_of(loop.unfinished.begin(), loop.unfinished.end(), [](auto n) { return n > 0; });
    }
    CHECK(late > 100);
    CHECK(unfinished > 50);
}

TEST_CASE("a cascade ends at the limit of patients at the same event as the loop") {
    int reached = 0;
    for (std::uint64_t seed = 0; seed < 150; ++seed)
        for (std::int64_t const most : {1, 5, 40, 200}) {
            INFO("seed " << seed << ", at most " << most);
            auto const network = sim::compile(pathway::check(drawn(seed)));
            auto const [cascade, loop] = twice(network, seed, {.patients_in_system = most});
            CHECK((cascade == loop));
            reached += loop.status == sim::RunStatus::limit_reached;
        }
    CHECK(reached > 100);
}

TEST_CASE("a recorder hears the same of every patient in the same order, and the same of every step in some order") {
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
        INFO("seed " << seed);
        auto const network = sim::compile(pathway::check(drawn(seed)));
        auto horizon = horizon_of(seed);
        horizon.follow_up = {};     // after the window, a cascade may tell a little more than happens
        sim::Cascade<Hearing> cascade{network, {.seed = seed}, horizon, {}, {}};
        sim::Loop<sim::Shape::ruled, Hearing> loop{network, {.seed = seed}, horizon, {}, {}};
        (void)cascade.run();
        (void)loop.run();
        auto const heard = std::move(cascade).take_recorder(), told = std::move(loop).take_recorder();
        CHECK((heard.patients == told.patients));
        for (std::size_t step = 0; step < heard.steps.size(); ++step) {
            auto const sorted = [](auto rows) {
                std::sort(rows.begin(), rows.end());
                return rows;
            };
            CHECK((sorted(heard.steps[step]) == sorted(told.steps[step])));
        }
    }
}

TEST_CASE("hundreds of patients at the same tick are no hindrance") {
    for (std::uint64_t seed = 0; seed < 6; ++seed) {
        INFO("seed " << seed);
        Pathway made = Pathway{"crowd"}
                           .add(Arrivals{.name = "people", .rate = units::Rate::of(700, ticks(1))})
                           .add(Resource{.name = "nurse", .rota = Rota::always(2)})
                           .add(work("see", "nurse", pathway::uniform(ticks(0), ticks(1))));
        made.overload_allowed = true;
        auto const network = sim::compile(pathway::check(made));
        REQUIRE(sim::is_cascade(network));
        sim::Horizon const horizon{.window = ticks(20)};
        CHECK((sim::Cascade<sim::Summary>{network, {.seed = seed}, horizon, {}, {}}.run() ==
               sim::Loop<sim::Shape::ruled, sim::Summary>{network, {.seed = seed}, horizon, {}, {}}.run()));
    }
}

TEST_CASE("patients who come once in a million years do not come, and end nothing") {
    auto const network = sim::compile(pathway::check(Pathway{"never"}
                                                         .add(Arrivals{.name = "people", .rate = units::Rate::from_per_hour(1e-13)})
                                                         .add(staff("nurse"))
                                                         .add(work("see", "nurse", 10 * minute))));
    sim::Horizon const horizon{.window = 52 * week};
    auto const cascade = sim::Cascade<sim::Summary>{network, {}, horizon, {}, {}}.run();
    CHECK(cascade.status == sim::RunStatus::ok);
    CHECK(cascade.arrivals[0] == 0);
    CHECK((cascade == sim::Loop<sim::Shape::ruled, sim::Summary>{network, {}, horizon, {}, {}}.run()));
}

TEST_CASE("a network that somebody returns in, or with a rota, a clock or a shared pool, is no cascade") {
    auto const is_cascade = [](Pathway const& pathway) { return sim::is_cascade(sim::compile(pathway::check(pathway))); };
    Pathway const simple = Pathway{"simple"}
                               .add(Arrivals{.name = "people", .rate = units::Rate::from_per_hour(1)})
                               .add(staff("nurse"))
                               .add(work("see", "nurse", 10 * minute))
                               .add(Delay{.name = "wait", .takes = 1 * hour})
                               .add(Route{.from = "see", .to = {{"wait"}}});
    CHECK(is_cascade(simple));
    CHECK_FALSE(is_cascade(simple.add(Route{.from = "wait", .to = {{"see", pathway::bernoulli(0.1)}, {"exit"}}})));
    CHECK_FALSE(is_cascade(simple.add(Interval{.name = "all", .from = "arrival", .to = "exit"})));
    CHECK_FALSE(is_cascade(simple.add(pathway::Session{.name = "clinic", .lists = {{.days = "Mon-Fri", .slots = 4}}, .slot = 15 * minute})));
    CHECK_FALSE(is_cascade(simple.add(work("again", "nurse", 5 * minute)).add(Route{.from = "wait", .to = {{"again"}}})));
    CHECK_FALSE(is_cascade(Pathway{"rota"}
                               .add(Arrivals{.name = "people", .rate = units::Rate::from_per_hour(1)})
                               .add(Resource{.name = "nurse", .rota = Rota::weekdays(9 * hour, 17 * hour)})
                               .add(work("see", "nurse", 10 * minute))));
}

TEST_CASE("what a cascade gives is what the periods of the loop add up to") {
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
        INFO("seed " << seed);
        auto const network = sim::compile(pathway::check(drawn(seed)));
        auto horizon = horizon_of(seed);
        auto const cascade = sim::Cascade<sim::Summary>{network, {.seed = seed}, horizon, {}, {}}.run();
        horizon.period = horizon.window / 3.0;
        auto by_period = sim::simulate(network, {.seed = seed}, horizon);
        CHECK(by_period.periods.size() >= 3);
        by_period.periods.clear();
        CHECK(by_period == cascade);
    }
}
