// SPDX-License-Identifier: MIT
#include <pathecon/sim/event_log.hpp>

#include <map>

#include <fmt/format.h>

#include <pathecon/base/contract.hpp>
#include <pathecon/units/date.hpp>
#include <pathecon/units/duration.hpp>

namespace pathecon::sim {

namespace {

using What = TraceRow::What;

std::string patient_name(Network const& network, std::int64_t patient) {
    return fmt::format("{} {}", network.labels.sources[static_cast<std::size_t>(patient >> 40)], patient & ((std::int64_t{1} << 40) - 1));
}

double hours(Ticks time) { return static_cast<double>(time) / static_cast<double>(units::hour.ticks()); }

std::string timestamp(Ticks time, units::Date first) {
    Ticks const day = time / units::day.ticks(), second = time % units::day.ticks() / units::second.ticks();
    return fmt::format("{}T{:02}:{:02}:{:02}", units::date_text(units::Date{first.days + static_cast<std::int32_t>(day)}), second / 3600,
                       second / 60 % 60, second % 60);
}

/// What a row says in the words of process mining; empty for rows that such logs do not have.
std::string_view lifecycle(What what) {
    switch (what) {
        case What::queue: return "schedule";
        case What::start: return "start";
        case What::end: return "complete";
        case What::put_back: return "suspend";
        case What::resume: return "resume";
        case What::renege:
        case What::event: return "ate_abort";
        default: return "";
    }
}

/// The instance of the activity that each row belongs to, and who serves there.
struct Instances {
    std::map<std::pair<std::int64_t, std::int32_t>, std::pair<std::int64_t, std::string>> open;
    std::int64_t next = 1;

    std::pair<std::int64_t, std::string> const& of(Network const& network, TraceRow const& row) {
        auto& instance = open[{row.patient, row.step}];
        bool const begins = row.what == What::queue || instance.first == 0;
        if (begins) instance = {next++, {}};
        if (row.resource >= 0)
            instance.second = fmt::format("{} {}", network.labels.resources[static_cast<std::size_t>(row.resource)], row.server);
        return instance;
    }
};

base::Table vidigi(Network const& network, std::span<TraceRow const> trace) {
    std::vector<std::string> entity, pathway, type, event;
    std::vector<double> time;
    std::vector<std::int32_t> resource;
    std::map<std::pair<std::int64_t, std::int32_t>, std::int32_t> server;
    for (TraceRow const& row : trace) {
        std::int32_t id = 0;
        std::string name;
        switch (row.what) {
            case What::arrival:
            case What::exit:
                type.emplace_back("arrival_departure");
                name = row.what == What::arrival ? "arrival" : "depart";
                break;
            case What::queue:
            case What::put_back: type.emplace_back("queue"); break;
            case What::start:
            case What::resume:
                type.emplace_back("resource_use");
                id = server[{row.patient, row.step}] = std::max(row.server, 0);
                break;
            case What::end:
                type.emplace_back("resource_use_end");
                id = server[{row.patient, row.step}];
                break;
            default: continue;
        }
        entity.push_back(patient_name(network, row.patient));
        pathway.push_back(network.labels.sources[static_cast<std::size_t>(row.patient >> 40)]);
        event.push_back(name.empty() ? network.labels.steps[static_cast<std::size_t>(row.step)] : name);
        time.push_back(hours(row.time));
        resource.push_back(id);
    }
    base::Table table;
    table.add_column("entity_id", std::move(entity));
    table.add_column("pathway", std::move(pathway));
    table.add_column("event_type", std::move(type));
    table.add_column("event", std::move(event));
    table.add_column("time", std::move(time));
    table.add_column("resource_id", std::move(resource));
    return table;
}

/// bupaR and pm4py tell the same under other names.
base::Table mining(Network const& network, std::span<TraceRow const> trace, std::string const& starts, bool bupar) {
    std::vector<std::string> patient, activity, transition, stamp, resource;
    std::vector<std::int64_t> instance;
    std::vector<double> time;
    auto const first = starts.empty() ? std::nullopt : units::parse_date(starts);
    PATHECON_EXPECTS(starts.empty() || first, "the date of day 0 of an event log can be read");
    Instances instances;
    for (TraceRow const& row : trace) {
        if (row.step < 0 || lifecycle(row.what).empty()) continue;
        auto const& [id, who] = instances.of(network, row);
        patient.push_back(patient_name(network, row.patient));
        activity.push_back(network.labels.steps[static_cast<std::size_t>(row.step)]);
        transition.emplace_back(lifecycle(row.what));
        instance.push_back(id);
        resource.push_back(who);
        if (first) stamp.push_back(timestamp(row.time, *first));
        else time.push_back(hours(row.time));
        if (row.what == What::end) instances.open.erase({row.patient, row.step});
    }
    base::Table table;
    table.add_column(bupar ? "case_id" : "case:concept:name", std::move(patient));
    table.add_column(bupar ? "activity" : "concept:name", std::move(activity));
    table.add_column(bupar ? "activity_instance_id" : "concept:instance", std::move(instance));
    table.add_column(bupar ? "lifecycle_id" : "lifecycle:transition", std::move(transition));
    if (first) table.add_column(bupar ? "timestamp" : "time:timestamp", std::move(stamp));
    else table.add_column(bupar ? "timestamp" : "time:timestamp", std::move(time));
    table.add_column(bupar ? "resource_id" : "org:resource", std::move(resource));
    return table;
}

} // namespace

base::Table event_log(Network const& network, std::span<TraceRow const> trace, LogFormat format, std::string const& starts) {
    return format == LogFormat::vidigi ? vidigi(network, trace) : mining(network, trace, starts, format == LogFormat::bupar);
}

} // namespace pathecon::sim
