// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <numeric>

#include <pathecon/sim/event_log.hpp>
#include <pathecon/sim/occupancy.hpp>

#include "story.hpp"

using namespace story;

namespace {

/// One doctor from 09:00 to 12:00; patients come at 09:30, 09:45 and 10:00 and take an hour each.
Pathway clinic() {
    Pathway made{"clinic"};
    made.overload_allowed = true;
    return made
        .add(Arrivals{.name = "patients", .trace = {{9.5 * hour}, {9.75 * hour}, {10 * hour}}})
        .add(Resource{.name = "doctor", .rota = Rota::weekdays(9 * hour, 12 * hour)})
        .add(Activity{.name = "see", .uses = {{"doctor"}}, .takes = hour});
}

} // namespace

TEST_CASE("at each hour of the week a resource was so busy, and so many were on duty") {
    auto const network = sim::compile(pathway::check(clinic()));
    sim::Occupancy seen;
    auto const run = sim::simulate(network, {.seed = 1}, {.window = 7 * day}, seen);
    CHECK(seen.busy[9] == (0.5 * hour).ticks());
    CHECK(seen.busy[10] == hour.ticks());
    CHECK(seen.busy[11] == hour.ticks());
    CHECK(seen.busy[12] == (0.5 * hour).ticks());      // overtime
    CHECK(seen.open[8] == 0);
    CHECK(seen.open[9] == hour.ticks());
    CHECK(seen.open[12] == 0);
    CHECK(std::accumulate(seen.busy.begin(), seen.busy.end(), sim::Ticks{0}) == run.calendar_ticks[0]);
    CHECK(std::accumulate(seen.open.begin(), seen.open.end(), sim::Ticks{0}) == run.open_ticks[0]);
    auto const table = sim::occupancy_table(network.labels, seen);
    CHECK(table.column<double>("busy")[9] == 0.5);
    CHECK(table.column<double>("utilisation")[10] == 1.0);
}

TEST_CASE("a queue was so long for so much of the time") {
    auto const network = sim::compile(pathway::check(clinic()));
    sim::Occupancy seen;
    (void)sim::simulate(network, {.seed = 1}, {.window = 7 * day}, seen);
    REQUIRE(seen.lengths[0].size() == 3);
    CHECK(seen.lengths[0][1] == (1.25 * hour).ticks());     // 09:45 to 10:00 and 10:30 to 11:30
    CHECK(seen.lengths[0][2] == (0.5 * hour).ticks());      // 10:00 to 10:30
    CHECK(seen.lengths[0][0] == (7 * day - 1.75 * hour).ticks());
    CHECK(seen.waiting[9] == (0.25 * hour).ticks());
    CHECK(seen.waiting[10] == (1.5 * hour).ticks());
    auto const lengths = sim::lengths_table(network.labels, seen).column<double>("share");
    CHECK(std::accumulate(lengths.begin(), lengths.end(), 0.0) == Approx(1.0));
}

TEST_CASE("so many servers were taken for so much of the time") {
    auto const network = sim::compile(pathway::check(clinic().add(Resource{.name = "nurse", .rota = Rota::always(2)})));
    sim::Occupancy seen;
    (void)sim::simulate(network, {.seed = 1}, {.window = 7 * day}, seen);
    REQUIRE(seen.taken[0].size() == 2);
    CHECK(seen.taken[0][1] == (3 * hour).ticks());      // 09:30 to 12:30, one after the other
    CHECK(seen.taken[0][0] == (7 * day - 3 * hour).ticks());
    CHECK(seen.taken[1] == std::vector<sim::Ticks>{(7 * day).ticks()});
    auto const table = sim::taken_table(network.labels, seen);
    CHECK(table.column<std::string>("resource") == std::vector<std::string>{"doctor", "doctor", "nurse"});
    CHECK(table.column<std::int64_t>("taken") == std::vector<std::int64_t>{0, 1, 0});
    CHECK(table.column<double>("share")[2] == 1.0);
}

TEST_CASE("beds that are held, pre-empted staff and places with a team: the mean number taken is the time worked") {
    auto pathway = clinic();
    pathway.resources[0].preemption = pathway::Preemption::resume;
    pathway.resources[0].end_of_shift = pathway::EndOfShift::resume;
    pathway.activities[0].priority = {{"urgent", 1}};
    pathway.arrivals[0].trace = {{9.5 * hour}, {.at = 9.75 * hour, .is = "urgent"}, {10 * hour}};
    pathway::Session list{.name = "list", .lists = {{.days = "Mon", .from = "11:00", .slots = 5}}};
    list.slot = 20 * minute;
    pathway::Stay stay{.name = "in bed", .from = "see", .to = "scan"};
    stay.uses = {{"bed"}};
    pathway = pathway.add(known("urgent")).add(staff("bed", 2)).add(staff("nurse", 2)).add(std::move(list)).add(std::move(stay))
                  .add(Activity{.name = "scan", .uses = {{"nurse"}}, .session = "list", .takes = 25 * minute}).add(pathway::Route{.from = "see", .to = {{"scan"}}});
    auto const network = sim::compile(pathway::check(pathway));
    sim::Occupancy seen;
    auto const run = sim::simulate(network, {.seed = 1}, {.window = 7 * day}, seen);
    for (std::size_t r = 0; r < 3; ++r) {
        sim::Ticks taken = 0, time = 0;
        for (std::size_t n = 0; n < seen.taken[r].size(); ++n) {
            taken += static_cast<sim::Ticks>(n) * seen.taken[r][n];
            time += seen.taken[r][n];
        }
        INFO(network.labels.resources[r]);
        CHECK(taken > 0);
        CHECK(taken == run.calendar_ticks[r]);
        CHECK(time == (7 * day).ticks());
    }
}

TEST_CASE("occupancies of two runs add up") {
    auto const network = sim::compile(pathway::check(clinic()));
    sim::Occupancy once, twice;
    (void)sim::simulate(network, {.seed = 1}, {.window = 7 * day}, once);
    twice.merge(once);
    twice.merge(once);
    CHECK(twice.busy[10] == 2 * once.busy[10]);
    CHECK(sim::occupancy_table(network.labels, twice) == sim::occupancy_table(network.labels, once));
}

TEST_CASE("the log of a run has the columns of vidigi, bupaR and pm4py") {
    auto const network = sim::compile(pathway::check(clinic()));
    std::vector<sim::TraceRow> trace;
    (void)sim::simulate(network, {.seed = 1}, {.window = 7 * day}, trace);
    auto const vidigi = sim::event_log(network, trace, sim::LogFormat::vidigi);
    CHECK(vidigi.names() == std::vector<std::string>{"entity_id", "pathway", "event_type", "event", "time", "resource_id"});
    CHECK(vidigi.column<std::string>("event_type")[0] == "arrival_departure");
    CHECK(vidigi.column<std::string>("event_type")[2] == "resource_use");
    CHECK(vidigi.column<std::int32_t>("resource_id")[2] == 1);
    CHECK(vidigi.column<double>("time")[2] == 9.5);
    CHECK(vidigi.rows() == 3 * 5);      // arrival, queue, use, end of use, departure

    auto const bupar = sim::event_log(network, trace, sim::LogFormat::bupar, "2026-01-05");
    CHECK(bupar.rows() == 3 * 3);       // schedule, start, complete
    CHECK(bupar.column<std::string>("timestamp")[0] == "2026-01-05T09:30:00");
    CHECK(bupar.column<std::string>("resource_id")[1] == "doctor 1");
    std::vector<std::int64_t> instances = bupar.column<std::int64_t>("activity_instance_id");
    std::sort(instances.begin(), instances.end());
    CHECK(instances == std::vector<std::int64_t>{1, 1, 1, 2, 2, 2, 3, 3, 3});

    auto const pm4py = sim::event_log(network, trace, sim::LogFormat::pm4py, "2026-01-05");
    CHECK(pm4py.column<std::string>("concept:name")[0] == "see");
    CHECK(pm4py.column<std::string>("lifecycle:transition").back() == "complete");
    CHECK(pm4py.column<std::string>("time:timestamp").back() == "2026-01-05T12:30:00");
}

TEST_CASE("a trace, an occupancy and a plain run of one network tell the same story") {
    auto const network = sim::compile(pathway::check(clinic()));
    std::vector<sim::TraceRow> trace;
    sim::Occupancy seen;
    sim::Horizon const horizon{.window = 7 * day};
    auto const plain = sim::simulate(network, {.seed = 5}, horizon);
    CHECK(plain == sim::simulate(network, {.seed = 5}, horizon, trace));
    CHECK(plain == sim::simulate(network, {.seed = 5}, horizon, seen));
}
