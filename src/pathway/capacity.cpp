// SPDX-License-Identifier: MIT
#include <algorithm>
#include <set>

#include <fmt/format.h>

#include <pathecon/base/decode.hpp>
#include <pathecon/units/format.hpp>
#include <pathecon/units/week.hpp>

#include "checks.hpp"
#include "codes.hpp"

namespace pathecon::pathway::detail {

namespace {

using Steps = std::vector<RotaStep>;

int servers_at(Steps const& steps, units::Duration time)
{
    auto const after =
        std::upper_bound(steps.begin(), steps.end(), time, [](auto t, auto const& step) { return t < step.at; });
    return std::prev(after)->servers;
}

int most_servers(Steps const& steps)
{
    return std::max_element(steps.begin(), steps.end(),
                            [](auto const& a, auto const& b) { return a.servers < b.servers; })
        ->servers;
}

/// Reports the faults of a rota; returns its steps, or none when it has a fault or is empty.
Steps check_rota(std::string const& path, Rota const& rota, std::string_view closed, base::Diagnostics& faults)
{
    if (rota.shifts.empty()) return {};
    base::detail::ElementNames names;
    bool sound = true;
    for (auto const& shift : rota.shifts) {
        auto const at = path + "/" + names.next({});
        if (auto why = why_not(shift); !why.empty()) {
            faults.error(code::rota_fault, at, "this shift cannot be: " + why,
                         "write { days = 'Mon-Fri', from = '09:00', to = '17:00', servers = 2 }");
            sound = false;
        }
    }
    if (!sound) return {};
    std::string why;
    auto steps = steps_of(rota, why);
    if (most_servers(steps) == 0) {
        faults.error(code::never_open, path, std::string{closed}, "give a shift with servers of 1 or more");
        return {};
    }
    return steps;
}

bool check_days(std::string const& path, std::string const& days, base::Diagnostics& faults)
{
    std::string why;
    auto const read = units::parse_days(days, &why);
    if (!read)
        faults.error(code::rota_fault, path, "these days cannot be read: " + why,
                     "write 'Mon-Fri', 'Tue Fri', 'daily'");
    else if (read->empty())
        faults.error(code::rota_fault, path, "no day is given", "write 'Mon-Fri', 'Tue Fri', 'daily'");
    return read && !read->empty();
}

bool check_clock(std::string const& path, std::string const& clock, base::Diagnostics& faults)
{
    std::string why;
    auto const read = units::parse_clock(clock, &why);
    if (!read) faults.error(code::rota_fault, path, "this clock time cannot be read: " + why, "write '09:00'");
    return read.has_value();
}

void check_session(std::string const& path, Session const& session, base::Diagnostics& faults)
{
    base::detail::ElementNames names;
    bool sound = true;
    int slots = 0;
    for (auto const& list : session.lists) {
        auto const at = path + "/lists/" + names.next({});
        bool const days = check_days(at + "/days", list.days, faults),
                   clock = check_clock(at + "/from", list.from, faults);
        sound = sound && days && clock;
        if (!list.slots && !list.lasts) {
            faults.error(code::rota_fault, at, "how many slots does this list have?",
                         "write slots = 10, or lasts = '4 h'");
            sound = false;
        } else if (list.lasts && *list.lasts > units::day) {
            faults.error(code::rota_fault, at + "/lasts",
                         fmt::format("a list lasts {}, longer than a day", *list.lasts));
            sound = false;
        }
        slots += slots_of(list, *session.slot);
    }
    if (sound && *session.slot > units::Duration{} && slots == 0)
        faults.error(code::never_open, path + "/lists", "no list of this session has a slot",
                     session.lists.empty() ? "write lists = [ { days = 'Tue', from = '09:00', slots = 10 } ]"
                                           : fmt::format("not one whole slot of {} fits", *session.slot));
}

/// Reports uses of more servers than are ever there, alone and together.
void check_uses(std::string const& path, Activity const& activity, Pathway const& pathway,
                std::vector<Steps> const& rotas, base::Diagnostics& faults)
{
    struct Need {
        Steps const* steps;
        int count;
    };
    std::vector<Need> needs;
    base::detail::ElementNames names;
    bool enough = true;
    for (auto const& use : activity.uses) {
        auto const at = path + "/uses/" + names.next(use.resource);
        auto const* const resource = find(pathway.resources, use.resource);
        if (!resource) continue;
        auto const& steps = rotas[static_cast<std::size_t>(resource - pathway.resources.data())];
        if (steps.empty()) continue;
        if (int const most = most_servers(steps); use.count > most) {
            faults.error(
                code::more_than_exist, at,
                fmt::format("needs {} of '{}' at once, there are never more than {}", use.count, use.resource, most),
                "lower the count or raise the servers");
            enough = false;
        }
        needs.push_back({&steps, use.count});
    }
    if (!enough || needs.size() < 2) return;
    for (auto const& need : needs)
        for (auto const& step : *need.steps)
            if (std::all_of(needs.begin(), needs.end(),
                            [&](auto const& n) { return servers_at(*n.steps, step.at) >= n.count; }))
                return;
    faults.error(code::more_than_exist, path + "/uses", "what it uses is never there at the same time",
                 "let the shifts overlap");
}

} // namespace

void check_capacity(Pathway const& pathway, base::Diagnostics& faults)
{
    base::detail::ElementNames arrivals, resources, sessions, activities;
    for (auto const& noun : pathway.arrivals)
        check_rota("arrivals/" + arrivals.next(noun.name) + "/open", noun.open, "these arrivals are never open",
                   faults);
    std::vector<Steps> rotas;
    for (auto const& noun : pathway.resources)
        rotas.push_back(
            check_rota("resource/" + resources.next(noun.name) + "/rota", noun.rota, "nobody is ever there", faults));
    for (auto const& noun : pathway.sessions) check_session("session/" + sessions.next(noun.name), noun, faults);
    for (auto const& noun : pathway.activities) {
        auto const path = "activity/" + activities.next(noun.name);
        if (noun.batch) {
            check_days(path + "/batch/days", noun.batch->days, faults);
            check_clock(path + "/batch/at", noun.batch->at, faults);
        }
        check_uses(path, noun, pathway, rotas, faults);
    }
}

} // namespace pathecon::pathway::detail
