// SPDX-License-Identifier: MIT
#include "engine.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include <fmt/format.h>

#include <pathecon/pathway/check.hpp>
#include <pathecon/sim/compile.hpp>
#include <pathecon/sim/simulate.hpp>

namespace reference {

namespace sim = pathecon::sim;

namespace {

char const* const what_names[] = {"arrival", "queue", "start", "end",    "exit",   "put_back",
                                  "resume",  "balk",  "block", "renege", "missed", "event", "put_off"};

template <class Column>
std::map<BySource, std::int64_t> by_source(Column const& column, std::vector<std::string> const& names,
                                           std::vector<std::string> const& sources)
{
    std::map<BySource, std::int64_t> all;
    for (std::size_t i = 0; i < column.size(); ++i)
        if (column[i] != 0) all[{names.at(i / sources.size()), sources.at(i % sources.size())}] = column[i];
    return all;
}

template <class Column>
std::map<std::string, std::int64_t> by_name(Column const& column, std::vector<std::string> const& names)
{
    std::map<std::string, std::int64_t> all;
    for (std::size_t i = 0; i < column.size(); ++i)
        if (column[i] != 0) all[names.at(i)] = column[i];
    return all;
}

std::string text_of(Row const& row)
{
    return fmt::format("{:>14} {:>3}/{:<6} {:10} {}", row.time, row.patient >> 40,
                       row.patient & ((std::int64_t{1} << 40) - 1), row.what, row.step);
}

void compare(std::vector<Row> const& engine, std::vector<Row> const& reference, std::string& out)
{
    auto const [a, b] = std::mismatch(engine.begin(), engine.end(), reference.begin(), reference.end());
    if (a == engine.end() && b == reference.end()) return;
    auto const at = a - engine.begin();
    out += fmt::format("the logs differ from row {} of {} and {} on\n", at, engine.size(), reference.size());
    for (auto row = a - std::min<std::ptrdiff_t>(at, 6); row != a; ++row) out += "  both      " + text_of(*row) + '\n';
    for (auto row = a; row != engine.end() && row - a < 6; ++row) out += "  engine    " + text_of(*row) + '\n';
    for (auto row = b; row != reference.end() && row - b < 6; ++row) out += "  reference " + text_of(*row) + '\n';
}

std::string key_text(std::string const& key) { return key; }
std::string key_text(BySource const& key) { return key.first + " of " + key.second; }
std::string value_text(std::int64_t value) { return std::to_string(value); }
std::string value_text(Sum const& sum)
{
    return fmt::format("{} in {} ticks, {} within", sum.count, sum.ticks, sum.within);
}

template <class Key, class Value>
void compare(char const* name, std::map<Key, Value> engine, std::map<Key, Value> reference, std::string& out)
{
    for (auto* side : {&engine, &reference})
        std::erase_if(*side, [](auto const& one) { return one.second == Value{}; });
    std::map<Key, std::pair<Value, Value>> both;
    for (auto const& [key, value] : engine) both[key].first = value;
    for (auto const& [key, value] : reference) both[key].second = value;
    for (auto const& [key, value] : both)
        if (value.first != value.second)
            out += fmt::format("{} {}: engine {}, reference {}\n", name, key_text(key), value_text(value.first),
                               value_text(value.second));
}

} // namespace

Told tell(RandomPathway const& drawn)
{
    auto const network = sim::compile(*drawn.checked);
    std::vector<sim::TraceRow> rows;
    auto const ticks = [](Ticks time) { return pathecon::units::Duration::from_ticks(time); };
    auto const run = sim::simulate(
        network, drawn.luck,
        {ticks(drawn.horizon.warm_up), ticks(drawn.horizon.window), ticks(drawn.horizon.follow_up)}, rows);
    auto const& labels = network.labels;
    Told told;
    for (auto const& row : rows)
        told.trace.push_back({row.time, row.patient,
                              row.step < 0 ? "" : labels.steps.at(static_cast<std::size_t>(row.step)),
                              what_names[static_cast<std::size_t>(row.what)]});
    told.events = run.events;
    told.end = run.end;
    told.arrivals = by_name(run.arrivals, labels.sources);
    told.exits = by_name(run.exits, labels.sources);
    told.unfinished = by_name(run.unfinished, labels.sources);
    told.visits = by_source(run.visits, labels.steps, labels.sources);
    told.outcomes = by_source(run.outcomes, labels.outcomes, labels.sources);
    told.step_ticks = by_source(run.step_ticks, labels.steps, labels.sources);
    told.resource_ticks = by_source(run.resource_ticks, labels.resources, labels.sources);
    told.calendar_ticks = by_name(run.calendar_ticks, labels.resources);
    told.open_ticks = by_name(run.open_ticks, labels.resources);
    told.calendar_visits = by_name(run.calendar_visits, labels.steps);
    told.unfinished_at = by_source(run.unfinished_at, labels.steps, labels.sources);
    told.reneged = by_source(run.reneged, labels.steps, labels.sources);
    told.balked = by_source(run.balked, labels.steps, labels.sources);
    told.missed = by_source(run.missed, labels.steps, labels.sources);
    told.put_off = by_source(run.put_off, labels.steps, labels.sources);
    told.happened = by_source(run.happened, labels.events, labels.sources);
    for (auto const& row : run.rows)
        told.rows.emplace_back(labels.intervals.at(static_cast<std::size_t>(row.interval)), row.patient, row.ticks);
    for (std::size_t i = 0; i < run.intervals.size(); ++i)
        told.intervals[labels.intervals[i]] = {static_cast<std::int64_t>(run.intervals[i].times.count()),
                                               run.intervals[i].within_standard,
                                               static_cast<Ticks>(run.intervals[i].times.sum())};
    for (std::size_t i = 0; i < run.queues.size(); ++i)
        told.waits[labels.steps[i]] = {static_cast<std::int64_t>(run.queues[i].times.count()), 0,
                                       static_cast<Ticks>(run.queues[i].times.sum())};
    return told;
}

std::string difference(Told const& engine, Told const& reference)
{
    std::string out;
    compare(engine.trace, reference.trace, out);
    if (engine.events != reference.events)
        out += fmt::format("events: engine {}, reference {}\n", engine.events, reference.events);
    if (engine.end != reference.end) out += fmt::format("end: engine {}, reference {}\n", engine.end, reference.end);
    compare("arrivals", engine.arrivals, reference.arrivals, out);
    compare("exits", engine.exits, reference.exits, out);
    compare("unfinished", engine.unfinished, reference.unfinished, out);
    compare("visits", engine.visits, reference.visits, out);
    compare("outcomes", engine.outcomes, reference.outcomes, out);
    compare("reneged", engine.reneged, reference.reneged, out);
    compare("balked", engine.balked, reference.balked, out);
    compare("missed", engine.missed, reference.missed, out);
    compare("put_off", engine.put_off, reference.put_off, out);
    compare("happened", engine.happened, reference.happened, out);
    compare("step_ticks", engine.step_ticks, reference.step_ticks, out);
    compare("resource_ticks", engine.resource_ticks, reference.resource_ticks, out);
    compare("calendar_ticks", engine.calendar_ticks, reference.calendar_ticks, out);
    compare("open_ticks", engine.open_ticks, reference.open_ticks, out);
    compare("calendar_visits", engine.calendar_visits, reference.calendar_visits, out);
    compare("unfinished_at", engine.unfinished_at, reference.unfinished_at, out);
    if (engine.rows != reference.rows)
        out += fmt::format("rows of intervals: engine {}, reference {}\n", engine.rows.size(), reference.rows.size());
    compare("interval", engine.intervals, reference.intervals, out);
    compare("wait", engine.waits, reference.waits, out);
    return out;
}

std::string difference(RandomPathway const& drawn, Fault fault)
{
    return difference(tell(drawn), simulate(drawn.pathway, drawn.luck, drawn.horizon, fault));
}

} // namespace reference
