// SPDX-License-Identifier: MIT
// Traps that engines of this kind have fallen into, each with a test of its own.
#include "queue_fixture.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include <pathecon/base/diagnostic.hpp>
#include <pathecon/sim/loop.hpp>

using namespace theory;
using units::minute;
using pathway::Downtime, pathway::EndOfShift, pathway::Patience, pathway::Preemption, pathway::TracePatient;
using sim::Ticks;
using What = sim::TraceRow::What;

namespace {

struct Told {
    sim::Replication run;
    std::vector<sim::TraceRow> rows;

    /// "step what patient minute", of the kinds asked for.
    [[nodiscard]] std::vector<std::string> lines(std::set<What> const& kinds) const {
        static constexpr char const* names[] = {"arrival", "queue", "start", "end", "exit", "put back",
                                                "resume", "balk", "block", "renege", "missed", "event"};
        std::vector<std::string> made;
        for (auto const& row : rows)
            if (kinds.contains(row.what))
                made.push_back(fmt::format("{} {} {} {}", row.step, names[static_cast<std::size_t>(row.what)], row.patient & 0xFFFFFFFF,
                                           row.time / minute.ticks()));
        return made;
    }
};
using Lines = std::vector<std::string>;

Told tell(Pathway const& pathway, double hours = 24 * 14) {
    Told told;
    told.run = sim::simulate(sim::compile(pathway::check(pathway)), {.seed = seed()}, {.window = hours * hour, .follow_up = 1000 * hour}, told.rows);
    return told;
}

Arrivals coming(std::vector<int> const& minutes, std::string name = "patients") {
    Arrivals arrivals{.name = std::move(name)};
    for (int const at : minutes) arrivals.trace.push_back({.at = at * minute});
    return arrivals;
}

/// The most servers of a pool at work at any moment, by the stretches that its steps tell; ends come before starts at one tick.
std::int64_t most_at_work(std::vector<sim::TraceRow> const& rows, std::map<std::int32_t, std::int64_t> const& servers_of) {
    std::vector<std::pair<Ticks, std::int64_t>> changes;
    for (auto const& row : rows) {
        auto const uses = servers_of.find(row.step);
        if (uses == servers_of.end()) continue;
        if (row.what == What::start || row.what == What::resume) changes.emplace_back(row.time, uses->second);
        if (row.what == What::end || row.what == What::put_back) changes.emplace_back(row.time, -uses->second);
    }
    std::sort(changes.begin(), changes.end());      // releases first within a tick
    std::int64_t now = 0, most = 0;
    for (auto const& [time, change] : changes) most = std::max(most, now += change);
    return most;
}

} // namespace

TEST_CASE("trap: a priority comparison that is no strict weak order; with ageing and ties every start is the least of a total order") {
    // Whole minutes and levels worth whole minutes make patients of different levels equal again and again; groups make them equal in all.
    auto pathway = Pathway{"ties"}.add(servers("doctor"));
    std::vector<int> const levels{1, 2, 2, 4, 7};
    for (int k = 0; k < 5; ++k) {
        std::vector<int> minutes;
        for (int n = 0; n < 900; ++n) minutes.push_back(n / 3 * 30 + (n / 3 * 7 * (k + 1)) % 20); // three at a time
        std::sort(minutes.begin(), minutes.end());
        pathway = pathway.add(coming(minutes, fmt::format("s{}", k)));
    }
    auto see = Activity{.name = "see", .uses = {{"doctor"}}, .takes = 2 * minute, .ageing = 4 * minute};
    for (int k = 0; k < 5; ++k) see.priority.push_back({fmt::format("source = s{}", k), levels[static_cast<std::size_t>(k)]});
    auto const told = tell(pathway.add(std::move(see)), 24 * 30);

    using Key = std::tuple<Ticks, Ticks, std::int64_t>;     // due, since, patient: no two are equal
    std::map<std::int64_t, Key> key_of;
    std::set<Key> waiting;
    int starts = 0, wrong = 0, equal = 0;
    for (auto const& row : told.rows) {
        if (row.what == What::queue) {
            auto const level = levels[static_cast<std::size_t>(row.patient >> 40)];
            key_of[row.patient] = {row.time + level * 4 * minute.ticks(), row.time, row.patient};
            waiting.insert(key_of[row.patient]);
        }
        if (row.what != What::start) continue;
        ++starts;
        wrong += *waiting.begin() != key_of.at(row.patient);
        waiting.erase(key_of.at(row.patient));
        equal += !waiting.empty() && std::get<0>(*waiting.begin()) == std::get<0>(key_of.at(row.patient)) &&
                 std::get<1>(*waiting.begin()) != std::get<1>(key_of.at(row.patient));
    }
    CHECK(starts == 4500);
    CHECK(wrong == 0);
    CHECK(equal > 100);     // of different levels and times, and equal all the same
}

TEST_CASE("trap: what is due does not depend on who is named first: classes in any order give the same starts") {
    auto const starts = [](std::vector<int> const& order) {
        auto pathway = Pathway{"order"}.add(servers("doctor", 2));
        auto see = Activity{.name = "see", .uses = {{"doctor"}}, .takes = 10 * minute};
        for (int const k : order) {
            // Each class at minutes of its own: equal times between classes go by the order in which they are named, and only those.
            std::vector<int> minutes;
            for (int n = 0; n < 200; ++n) minutes.push_back(n * 20 + (n * 7) % 15 / 4 * 4 + k);
            pathway = pathway.add(coming(minutes, fmt::format("s{}", k)));
            see.priority.push_back({fmt::format("source = s{}", k), k == 2 ? 1 : 2});
        }
        auto const network = sim::compile(pathway::check(pathway.add(std::move(see))));
        std::vector<sim::TraceRow> rows;
        sim::simulate(network, {.seed = 1}, {.window = 1000 * hour}, rows);
        std::vector<std::tuple<Ticks, std::string, std::int64_t>> made;
        for (auto const& row : rows)
            if (row.what == What::start)
                made.emplace_back(row.time, network.labels.sources[static_cast<std::size_t>(row.patient >> 40)], row.patient & 0xFFFFFFFF);
        std::sort(made.begin(), made.end());
        return made;
    };
    CHECK(starts({0, 1, 2}).size() == 600);
    CHECK(starts({0, 1, 2}) == starts({2, 0, 1}));
    CHECK(starts({0, 1, 2}) == starts({1, 2, 0}));
}

TEST_CASE("trap: a resource granted twice at tied times; ends, failures, shifts, patience and arrivals all fall on the same ticks") {
    for (auto const rule : {EndOfShift::finish, EndOfShift::resume, EndOfShift::repeat_identical}) {
        std::vector<int> minutes(3000);
        for (int n = 0; n < 3000; ++n) minutes[static_cast<std::size_t>(n)] = n / 4 * 10; // four at a time
        auto pathway = Pathway{"ties"}
                           .add(coming(minutes))
                           .add(pathway::Attribute{.name = "urgent", .is = pathway::bernoulli(0.3)})
                           .add(Resource{.name = "porter",
                                         .rota = {.shifts = {{.to = "16:00", .servers = 3}, {.from = "10:00", .to = "06:00", .servers = 2}}},
                                         .end_of_shift = rule,
                                         .preemption = rule == EndOfShift::resume ? Preemption::resume : Preemption::none})
                           .add(Activity{.name = "lift",
                                         .uses = {{"porter", 2}},
                                         .takes = 10 * minute,
                                         .where = "urgent",
                                         .priority = {{"urgent", 1}},
                                         .patience = Patience{.after = 20 * minute, .to = "walk"}})
                           .add(Activity{.name = "walk", .uses = {{"porter"}}, .takes = 10 * minute, .patience = Patience{.after = 30 * minute}})
                           .add(Downtime{.name = "break", .resources = {"porter"}, .every = 50 * minute, .lasts = 10 * minute, .servers = 1, .in_hand = rule})
                           .add(Route{.from = "lift", .to = {{"walk"}}});
        pathway.overload_allowed = true;
        auto const told = tell(pathway);
        CHECK(told.run.arrivals[0] == 3000);
        CHECK(told.run.unfinished[0] == 0);
        CHECK(told.run.reneged[0] + told.run.reneged[1] > 100);
        CHECK(most_at_work(told.rows, {{0, 2}, {1, 1}}) == 5);      // all of both shifts, and never one more
        CHECK(told.run.number_integral == told.run.stays);
        // Nobody is at two places, or at work twice: per patient starts and ends alternate.
        std::map<std::int64_t, int> at_work;
        bool once = true;
        for (auto const& row : told.rows) {
            if (row.what == What::start || row.what == What::resume) once = once && ++at_work[row.patient] == 1;
            if (row.what == What::end || row.what == What::put_back) once = once && --at_work[row.patient] == 0;
        }
        CHECK(once);
    }
}

TEST_CASE("trap: who leaves a queue at the tick at which the server comes free does not take the wake-up along") {
    // The server is free at 30: patient 1, whose patience ends then, is served (an end comes before patience), and 2 after.
    auto pathway = Pathway{"wake"}
                       .add(coming({0, 10, 12}))
                       .add(servers("doctor"))
                       .add(Activity{.name = "see", .uses = {{"doctor"}}, .takes = 30 * minute, .patience = Patience{.after = 20 * minute, .to = "exit"}});
    CHECK(tell(pathway).lines({What::start, What::renege}) == Lines{"0 start 0 0", "0 start 1 30", "0 renege 2 32"});
    // A minute less, and 1 is gone before: the server that comes free then is for 2.
    pathway.activities[0].patience->after = 19 * minute;
    CHECK(tell(pathway).lines({What::start, What::renege}) == Lines{"0 start 0 0", "0 renege 1 29", "0 start 2 30"});
}

TEST_CASE("trap: a waiter who stops waiting wakes those who wait for the place, and who wait behind them") {
    // 2 is blocked at the first station because 1 fills the only place; 1 loses patience at 25: 2 comes in, 3 begins behind.
    auto pathway = Pathway{"room"}
                       .add(coming({0, 1, 2, 3}))
                       .add(servers("nurse"))
                       .add(servers("doctor"))
                       .add(Activity{.name = "triage", .uses = {{"nurse"}}, .takes = 5 * minute})
                       .add(Activity{.name = "see", .uses = {{"doctor"}}, .takes = 60 * minute, .patience = Patience{.after = 15 * minute}, .room = 1})
                       .add(Route{.from = "triage", .to = {{"see"}}});
    CHECK(tell(pathway).lines({What::start, What::block, What::renege}) ==
          Lines{"0 start 0 0", "1 start 0 5", "0 start 1 5", "0 start 2 10", "1 block 2 15", "1 renege 1 25", "0 start 3 25", "1 block 3 30", "1 renege 2 40",
                "1 renege 3 55"});
}

TEST_CASE("trap: the head of a queue who needs two is taken away: who stands behind and needs one starts at once") {
    // Only the head of a line is looked at when all in it need the same; when an event takes it out, nobody is overlooked.
    auto pathway = Pathway{"event"}
                       .add(coming({0, 1, 2}))
                       .add(servers("porter", 2))
                       .add(Activity{.name = "walk", .uses = {{"porter"}}, .takes = 60 * minute, .where = "source = patients"})
                       .add(coming({3}, "heavy"))
                       .add(pathway::Event{.name = "worse", .from = "walk.start", .until = "walk", .after = 20 * minute, .where = "source = patients"});
    pathway = pathway.add(Activity{.name = "lift", .uses = {{"porter", 2}}, .takes = 5 * minute, .where = "source = heavy", .priority = {{"", 1}}})
                  .add(Route{.from = "walk", .to = {{"lift"}}});
    // Events take 0 at 20 and 1 at 21 from work; 2 starts at 20 on the one server that is free, the heavy patient needs both and waits.
    CHECK(tell(pathway).lines({What::start, What::event}) ==
          Lines{"0 start 0 0", "0 start 1 1", "0 event 0 20", "0 start 2 20", "0 event 1 21", "0 event 2 40", "1 start 0 40"});
}

TEST_CASE("trap: who is put back and then taken away by an event is not resumed, and the server goes to the next") {
    auto pathway = Pathway{"put back"}
                       .add(coming({0, 30}))
                       .add(coming({10}, "urgent"))
                       .add(Resource{.name = "doctor", .rota = Rota::always(), .preemption = Preemption::resume})
                       .add(Activity{.name = "see", .uses = {{"doctor"}}, .takes = 60 * minute, .priority = {{"source = urgent", 1}}})
                       .add(pathway::Event{.name = "leaves", .after = 40 * minute, .where = "source = patients"});
    CHECK(tell(pathway).lines({What::start, What::put_back, What::resume, What::event, What::end}) ==
          Lines{"0 start 0 0", "0 put back 0 10", "0 start 0 10", "0 event 0 40", "0 start 1 70", "0 end 0 70", "0 event 1 70"});
}

namespace {

/// A recorder that fails in the midst of a run.
struct Failing : sim::Summary {
    int left;
    explicit Failing(int after) : left(after) {}
    void on_start(Ticks, std::int64_t, sim::Index, Ticks) {
        if (--left == 0) throw std::runtime_error{"on purpose"};
    }
};

} // namespace

TEST_CASE("trap: a replication that fails, is cancelled or meets its limit does not spoil the next on the same thread") {
    auto pathway = queue(2.7, 3, exponential(hour));
    pathway.activities[0].patience = Patience{.after = exponential(3 * hour)};
    pathway.resources[0].preemption = Preemption::repeat_different;
    pathway = pathway.add(pathway::Attribute{.name = "urgent", .is = pathway::bernoulli(0.2)})
                  .add(Downtime{.name = "failure", .resources = {"server"}, .every = exponential(10 * hour), .lasts = exponential(hour), .servers = 1});
    pathway.activities[0].priority = {{"urgent", 0}};
    auto const network = sim::compile(pathway::check(pathway));
    sim::Horizon const horizon{.warm_up = 10 * hour, .window = 1000 * hour, .follow_up = 100 * hour};
    auto const run = [&](std::uint64_t replication, sim::Limits const& limits = {}) {
        return sim::simulate(network, {.seed = 1, .replication = replication}, horizon, limits);
    };
    auto const expected = run(1);
    CHECK(expected.status == sim::RunStatus::ok);

    CHECK(run(0, {.patients_in_system = 5}).status == sim::RunStatus::limit_reached);
    CHECK(run(1) == expected);
    std::atomic<bool> const cancel{true};
    CHECK(run(0, {.cancel = &cancel}).status == sim::RunStatus::cancelled);
    CHECK(run(1) == expected);
    for (int const after : {1, 2, 1000}) {
        auto loop = sim::Loop<sim::Shape::ruled, Failing>{network, {.seed = 1}, horizon, {}, Failing{after}};
        CHECK_THROWS_AS(loop.run(), std::runtime_error);
        CHECK(run(1) == expected);
    }
    // And the recorder that did not come to fail saw the same run as any other.
    auto patient = sim::Loop<sim::Shape::ruled, Failing>{network, {.seed = 1, .replication = 1}, horizon, {}, Failing{1'000'000}};
    CHECK(patient.run() == expected);
}

TEST_CASE("trap: capacity removed at the end of a shift while in use: finished in overtime, and nobody starts in it") {
    // Three until ten, one until noon, three after it.
    auto pathway = Pathway{"shift"}
                       .add(coming({590, 591, 592, 593, 594, 595}))
                       .add(Resource{.name = "nurse",
                                     .rota = {.shifts = {{.to = "10:00", .servers = 2}, {.servers = 1}, {.from = "12:00", .servers = 2}}}})
                       .add(Activity{.name = "see", .uses = {{"nurse"}}, .takes = 40 * minute});
    // 0, 1 and 2 end in overtime; the one who is there after ten is free when the last of them has ended. A start stands
    // before the end that made it possible.
    CHECK(tell(pathway).lines({What::start, What::end, What::put_back, What::resume}) ==
          Lines{"0 start 0 590", "0 start 1 591", "0 start 2 592", "0 end 0 630", "0 end 1 631", "0 start 3 632", "0 end 2 632", "0 start 4 672",
                "0 end 3 672", "0 start 5 712", "0 end 4 712", "0 end 5 752"});

    // Put back and resumed: the two who began last go first again, and each works forty minutes in all.
    pathway.resources[0].end_of_shift = EndOfShift::resume;
    auto const told = tell(pathway);
    CHECK(told.lines({What::start, What::end, What::put_back, What::resume}) ==
          Lines{"0 start 0 590", "0 start 1 591", "0 start 2 592", "0 put back 2 600", "0 put back 1 600", "0 resume 1 630", "0 end 0 630",
                "0 resume 2 661", "0 end 1 661", "0 start 3 693", "0 end 2 693", "0 start 4 720", "0 start 5 720", "0 end 3 733", "0 end 4 760",
                "0 end 5 760"});
    CHECK(told.run.calendar_ticks[0] == 6 * 40 * minute.ticks());
    CHECK(told.run.resource_ticks[0] == 6 * 40 * minute.ticks());
}

TEST_CASE("trap: work resumed over many shifts, failures and pre-emptions is as long in all as it would have been in one piece") {
    auto pathway = Pathway{"pieces"}
                       .add(poisson("patients", 0.3))
                       .add(poisson("urgent", 0.2))
                       .add(Resource{.name = "team",
                                     .rota = {.shifts = {{.from = "08:00", .to = "18:00", .servers = 3}, {.from = "17:00", .to = "09:00", .servers = 1}}},
                                     .end_of_shift = EndOfShift::resume,
                                     .preemption = Preemption::resume})
                       .add(Activity{.name = "operate", .uses = {{"team"}}, .takes = exponential(3 * hour), .priority = {{"source = urgent", 1}}})
                       .add(Downtime{.name = "failure", .resources = {"team"}, .every = exponential(20 * hour), .lasts = hour, .servers = 1});
    auto const told = tell(pathway, 24 * 400);
    std::map<std::int64_t, Ticks> began, worked;
    std::map<std::int64_t, bool> ended;
    int put_back = 0;
    for (auto const& row : told.rows) {
        if (row.what == What::start || row.what == What::resume) began[row.patient] = row.time;
        if (row.what == What::end || row.what == What::put_back) worked[row.patient] += row.time - began.at(row.patient);
        if (row.what == What::end) ended[row.patient] = true;
        put_back += row.what == What::put_back;
    }
    CHECK(put_back > 500);
    // The same patients where nobody interrupts them.
    auto alone = pathway;
    alone.downtimes.clear();
    alone.resources[0] = servers("team", 500);
    std::map<std::int64_t, Ticks> whole;
    for (auto const& row : tell(alone, 24 * 400).rows) {
        if (row.what == What::start) whole[row.patient] -= row.time;
        if (row.what == What::end) whole[row.patient] += row.time;
    }
    int compared = 0, different = 0;
    for (auto const& [patient, ticks] : worked)
        if (ended.contains(patient) && whole.contains(patient) && whole[patient] > 0) {
            ++compared;
            different += ticks != whole[patient];
        }
    CHECK(compared > 4000);
    CHECK(different == 0);
}

namespace {

/// Round and round: nothing to sort, then to the clerk, and three in ten back.
Pathway loop(units::Duration filing, std::vector<pathway::Use> uses = {{"clerk"}}) {
    return Pathway{"loop"}
        .add(poisson("patients", 1))
        .add(servers("clerk"))
        .add(Activity{.name = "sort"})
        .add(Activity{.name = "file", .uses = std::move(uses), .takes = filing})
        .add(Activity{.name = "close", .uses = {{"clerk"}}, .takes = minute})
        .add(Route{.from = "sort", .to = {{"file"}}})
        .add(Route{.from = "file", .to = {{"sort", pathway::bernoulli(0.3)}, {"close"}}});
}

} // namespace

TEST_CASE("trap: a loop without delay is refused before the run") {
    auto const refused = [](Pathway const& pathway) {
        auto const faults = pathway::faults_of(pathway);
        return std::any_of(faults.all().begin(), faults.all().end(), [](auto const& fault) { return fault.code == 217; });
    };
    CHECK(refused(loop({}, {})));
    CHECK_FALSE(refused(loop(minute, {})));
    CHECK_FALSE(refused(loop(minute)));
}

TEST_CASE("trap: a loop without delay that only the queues make is refused, or ends the run as having met a limit: it never hangs") {
    auto const ends_at_a_limit = [](Pathway const& pathway) {
        auto const faults = pathway::faults_of(pathway);
        if (std::any_of(faults.all().begin(), faults.all().end(), [](auto const& fault) { return fault.code == 217; })) return;
        auto const network = sim::compile(pathway::check(pathway));
        sim::Horizon const horizon{.window = 1000 * hour, .follow_up = 100 * hour};
        auto const usual = sim::compile(pathway::check(loop(minute)));
        auto const expected = sim::simulate(usual, {.seed = 1}, horizon);
        CHECK(expected.status == sim::RunStatus::ok);
        auto const run = sim::simulate(network, {.seed = 1}, horizon);
        CHECK(run.status == sim::RunStatus::limit_reached);
        CHECK(run.end < expected.end);
        CHECK(sim::simulate(usual, {.seed = 1}, horizon) == expected);
    };
    // Who finds the clerk busy goes back to where there is nothing to do, and finds the clerk busy.
    auto balking = loop(minute);
    balking.activities[1].balk = {{.length = 0, .to = "sort"}};
    ends_at_a_limit(balking);
    auto impatient = loop(minute);
    impatient.activities[1].patience = Patience{.after = units::Duration{}, .to = "sort"};
    ends_at_a_limit(impatient);
    ends_at_a_limit(loop(minute).add(pathway::Event{.name = "worse", .from = "file.arrive", .after = units::Duration{}, .to = "sort"}));
}

TEST_CASE("trap: a loop whose delay is mostly nothing ends, and so does one of a single tick") {
    auto const round = [](pathway::TimeDistribution takes) {
        auto pathway = Pathway{"loop"}
                           .add(poisson("patients", 1))
                           .add(servers("clerk"))
                           .add(Activity{.name = "sort", .uses = {{"clerk"}}, .takes = std::move(takes)})
                           .add(Route{.from = "sort", .to = {{"sort", pathway::bernoulli(0.9)}, {"exit"}}});
        return tell(pathway, 500).run;
    };
    std::vector<pathway::TimeDistribution> const cases{pathway::empirical({units::Duration{}, hour}, {0.99, 0.01}), constant(units::Duration::from_ticks(1))};
    for (auto const& takes : cases) {
        auto const run = round(takes);
        CHECK(run.status == sim::RunStatus::ok);
        CHECK(run.unfinished[0] == 0);
        CHECK(static_cast<double>(run.visits[0]) / static_cast<double>(run.exits[0]) == test::Approx(10).epsilon(0.15));
    }
}
