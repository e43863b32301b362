// SPDX-License-Identifier: MIT
#include <pathecon/ledger/staffing.hpp>

#include <pathecon/units/duration.hpp>

namespace pathecon::ledger {
namespace {

pathway::Session const* session_of(pathway::Pathway const& pathway, pathway::Activity const& activity) {
    auto const* const session = pathway::find(pathway.sessions, activity.session);
    return session && !session->resource.empty() ? session : nullptr;
}

} // namespace

std::string group_of(pathway::Pathway const& pathway, std::string_view resource) {
    auto const* const found = pathway::find(pathway.resources, resource);
    return found && !found->group.empty() ? found->group : std::string{resource};
}

std::set<std::string, std::less<>> groups_of(pathway::Pathway const& pathway) {
    std::set<std::string, std::less<>> groups;
    for (auto const& resource : pathway.resources) groups.insert(group_of(pathway, resource.name));
    return groups;
}

std::set<std::string, std::less<>> groups_at(pathway::Pathway const& pathway, std::string_view step) {
    std::set<std::string, std::less<>> groups;
    if (auto const* const activity = pathway::find(pathway.activities, step)) {
        for (auto const& use : activity->uses) groups.insert(group_of(pathway, use.resource));
        for (auto const& attendance : activity->attended) groups.insert(group_of(pathway, attendance.resource));
        if (auto const* const session = session_of(pathway, *activity)) groups.insert(group_of(pathway, session->resource));
    }
    return groups;
}

Tally worked_at(pathway::Pathway const& pathway, Usage const& usage, std::vector<std::string> const& steps) {
    Tally worked;
    for (auto const& step : steps) {
        auto const* const activity = pathway::find(pathway.activities, step);
        if (!activity) continue;
        auto const time = count_of(usage.step_time, step);
        for (auto const& use : activity->uses) worked[group_of(pathway, use.resource)] += time * use.count;
        if (auto const* const session = session_of(pathway, *activity)) worked[group_of(pathway, session->resource)] += time;
        for (auto const& attendance : activity->attended) {
            auto const each = attendance.time ? attendance.time->value * static_cast<double>(count_of(usage.visits, step))
                                              : units::Duration::from_ticks(time);
            worked[group_of(pathway, attendance.resource)] += (each * attendance.people.value).ticks();
        }
    }
    return worked;
}

} // namespace pathecon::ledger
