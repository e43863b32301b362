// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <algorithm>
#include <map>

#include <pathecon/sim/event_log.hpp>

#include "story.hpp"

using namespace story;

namespace {

/// The nurse takes ten minutes, the doctor thirty, and nobody may wait between them.
Pathway narrow(Times const& times, int room = 0)
{
    auto pathway = Pathway{"clinic"}.add(at(times)).add(staff("nurse")).add(staff("doctor")).add(work("triage", "nurse", 10 * minute))
                       .add(work("see", "doctor", 30 * minute)).add(Route{.from = "triage", .to = {{"see"}}});
    pathway.activities[1].room = room;
    return pathway;
}

base::Table log_of(Pathway const& pathway, sim::LogFormat format, std::string const& starts = {})
{
    auto const network = sim::compile(pathway::check(pathway));
    std::vector<sim::TraceRow> trace;
    (void)sim::simulate(network, {.seed = 1}, {.window = week, .follow_up = week}, trace);
    return sim::event_log(network, trace, format, starts);
}

/// "0:10 0 triage complete nurse 1", in the order of the log.
Lines mined(Pathway const& pathway)
{
    auto const log = log_of(pathway, sim::LogFormat::bupar);
    Lines lines;
    for (std::size_t i = 0; i < log.rows(); ++i) {
        auto const text = [&](char const* name) { return log.column<std::string>(name)[i]; };
        auto const who = text("case_id"), by = text("resource_id");
        lines.push_back(text("timestamp").substr(11, 5) + " " + who.substr(who.find(' ') + 1) + " " + text("activity") + " " +
                        text("lifecycle_id") + (by.empty() ? "" : " " + by));
    }
    return lines;
}

Lines shown(Pathway const& pathway, std::string const& type)
{
    auto const log = log_of(pathway, sim::LogFormat::vidigi);
    Lines lines;
    for (std::size_t i = 0; i < log.rows(); ++i)
        if (log.column<std::string>("event_type")[i] == type) {
            auto const who = log.column<std::string>("entity_id")[i];
            lines.push_back(clock(static_cast<sim::Ticks>(log.column<double>("time")[i] * static_cast<double>(hour.ticks()) + 0.5)) + " " +
                            who.substr(who.find(' ') + 1) + " " + log.column<std::string>("event")[i] + " " +
                            std::to_string(log.column<std::int32_t>("resource_id")[i]));
        }
    return lines;
}

} // namespace

TEST_CASE("who is blocked holds the nurse until the doctor is free, and the log says so") {
    Times const three{0 * minute, 0 * minute, 0 * minute};
    CHECK(shown(narrow(three), "resource_use") ==
          Lines{"0:00 0 triage 1", "0:10 0 see 1", "0:10 1 triage 1", "0:40 1 see 1", "0:40 2 triage 1", "1:10 2 see 1"});
    CHECK(shown(narrow(three), "resource_use_end") ==
          Lines{"0:10 0 triage 1", "0:40 1 triage 1", "0:40 0 see 1", "1:10 2 triage 1", "1:10 1 see 1", "1:40 2 see 1"});
    CHECK(shown(narrow({0 * minute, 0 * minute}), "queue") ==
          Lines{"0:00 0 triage 0", "0:00 1 triage 0", "0:10 0 see 0", "0:20 1 see (blocked) 0", "0:20 1 see 0"});
    CHECK(mined(narrow({0 * minute, 0 * minute})) ==
          Lines{"00:00 0 triage schedule", "00:00 0 triage start nurse 1", "00:00 1 triage schedule", "00:10 0 triage complete nurse 1",
                "00:10 0 see schedule", "00:10 0 see start doctor 1", "00:10 1 triage start nurse 1", "00:20 1 triage complete nurse 1",
                "00:20 1 see (blocked) start nurse 1", "00:20 1 see schedule", "00:40 1 see (blocked) complete nurse 1",
                "00:40 0 see complete doctor 1", "00:40 1 see start doctor 1", "01:10 1 see complete doctor 1"});
}

TEST_CASE("who is let into a queue waits from then on, as the table of queues has it") {
    auto const pathway = narrow({0 * minute, 0 * minute, 0 * minute, 0 * minute}, 1);
    auto const log = log_of(pathway, sim::LogFormat::vidigi);
    std::map<std::string, double> since;
    double waits = 0;
    for (std::size_t i = 0; i < log.rows(); ++i) {
        if (log.column<std::string>("event")[i] != "see") continue;
        auto const& who = log.column<std::string>("entity_id")[i];
        if (log.column<std::string>("event_type")[i] == "queue") since[who] = log.column<double>("time")[i];
        if (log.column<std::string>("event_type")[i] == "resource_use") waits += log.column<double>("time")[i] - since.at(who);
    }
    auto const queue = read(pathway).run.queues[1].times;
    CHECK(queue.count() == 4);
    CHECK(waits == Approx(units::Duration::from_ticks(static_cast<sim::Ticks>(queue.sum())).hours()));
    CHECK(waits > 1);
}

TEST_CASE("on one server the end of one patient comes before the start of the next, line by line") {
    auto const log = log_of(narrow({0 * minute, 5 * minute, 6 * minute, 90 * minute}), sim::LogFormat::pm4py);
    std::map<std::string, std::string> busy;
    int starts = 0;
    for (std::size_t i = 0; i < log.rows(); ++i) {
        auto const &by = log.column<std::string>("org:resource")[i], &what = log.column<std::string>("lifecycle:transition")[i];
        auto const& who = log.column<std::string>("case:concept:name")[i];
        if (what == "start" && !by.empty()) {
            INFO(who << " starts with " << by << ", who has " << busy[by]);
            CHECK((busy[by].empty() || busy[by] == who));
            busy[by] = who;
            ++starts;
        }
        if (what == "complete") busy[by].clear();
    }
    CHECK(starts >= 8);
}

TEST_CASE("who would not wait skips the work, who gives up withdraws, and who is put back is suspended") {
    auto pathway = clinic(at({0 * minute, 5 * minute, 10 * minute}));
    pathway.activities[0].patience = pathway::Patience{.after = 10 * minute};
    pathway.activities[0].balk = {{.length = 1}};
    CHECK(mined(pathway) == Lines{"00:00 0 see schedule", "00:00 0 see start doctor 1", "00:05 1 see schedule", "00:10 2 see manualskip",
                                  "00:15 1 see withdraw", "00:30 0 see complete doctor 1"});
    CHECK(shown(pathway, "queue") == Lines{"0:00 0 see 0", "0:05 1 see 0", "0:10 2 see (balked) 0"});
}

TEST_CASE("whom an event takes from the doctor frees the doctor in the log") {
    auto pathway = clinic(at({0 * minute, 1 * minute})).add(pathway::Event{.name = "called away", .after = 10 * minute, .to = "exit"});
    CHECK(mined(pathway) == Lines{"00:00 0 see schedule", "00:00 0 see start doctor 1", "00:01 1 see schedule", "00:10 0 see ate_abort doctor 1",
                                  "00:10 1 see start doctor 1", "00:11 1 see ate_abort doctor 1"});
    CHECK(shown(pathway, "resource_use_end") == Lines{"0:10 0 see 1", "0:11 1 see 1"});
}

TEST_CASE("without a start date timestamps count from a Monday of 1970, and parts of a second are not lost") {
    auto pathway = clinic(at(Times{1.5 * units::second}));
    auto const log = log_of(pathway, sim::LogFormat::pm4py);
    CHECK(log.column<std::string>("time:timestamp").front() == "1970-01-05T00:00:01.500000");
    CHECK(log_of(pathway, sim::LogFormat::pm4py, "2026-01-05").column<std::string>("time:timestamp").back() == "2026-01-05T00:30:01.500000");
}
