// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>
#include <numeric>

#include <fmt/format.h>

#include <pathecon/base/decode.hpp>
#include <pathecon/pathway/timetable.hpp>
#include <pathecon/units/format.hpp>
#include <pathecon/units/week.hpp>

#include "checks.hpp"
#include "codes.hpp"
#include "options.hpp"

namespace pathecon::pathway::detail {

namespace {

using Weeks = std::vector<RotaSteps>; ///< Of a cycle.

/// How many are there at a time since the Monday of day 0, without exceptions.
int servers_at(Weeks const& weeks, units::Duration since_start)
{
    auto const& steps = weeks[static_cast<std::size_t>(since_start.ticks() / units::week.ticks()) % weeks.size()];
    auto const time = units::time_of_week(since_start);
    auto const after =
        std::upper_bound(steps.begin(), steps.end(), time, [](auto t, auto const& step) { return t < step.at; });
    return std::prev(after)->servers;
}

int most_servers(Weeks const& weeks)
{
    int most = 0;
    for (auto const& steps : weeks)
        for (auto const& step : steps) most = std::max(most, step.servers);
    return most;
}

/// Reports the faults of a rota; returns its weeks, or none when it has a fault or is empty.
Weeks check_rota(std::string const& path, Rota const& rota, std::string_view closed, base::Diagnostics& faults)
{
    if (rota.shifts.empty()) return {};
    base::detail::ElementNames names;
    bool sound = true;
    for (auto const& shift : rota.shifts) {
        auto const at = path + "/" + names.next({});
        if (shift.servers < 0) {
            sound = false; // out of its bounds, which is reported as that
        } else if (auto why = why_not(shift); !why.empty()) {
            faults.error(code::rota_fault, at, "this shift cannot be: " + why,
                         "write { days = 'Mon-Fri', from = '09:00', to = '17:00', servers = 2 }");
            sound = false;
        }
    }
    if (!sound) return {};
    std::string why;
    auto weeks = weeks_of(rota, why);
    if (!why.empty()) {
        faults.error(code::rota_fault, path, why, "write shifts of the same number of weeks");
        return {};
    }
    if (most_servers(weeks) == 0) {
        faults.error(code::never_open, path, std::string{closed}, "give a shift with servers of 1 or more");
        return {};
    }
    return weeks;
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

bool check_weeks(std::string const& path, std::string const& weeks, base::Diagnostics& faults)
{
    std::string why;
    auto const read = units::parse_weeks(weeks, &why);
    if (!read) faults.error(code::rota_fault, path, "these weeks cannot be read: " + why, "write '1 of 2', or leave it out for every week");
    return read.has_value();
}

/// Checks the lists of a session, or of appointments.
void check_lists(std::string const& path, std::vector<SessionList> const& lists, units::Duration slot,
                 std::string_view noun, base::Diagnostics& faults)
{
    base::detail::ElementNames names;
    bool sound = true;
    int slots = 0;
    for (auto const& list : lists) {
        auto const at = path + "/lists/" + names.next({});
        bool const days = check_days(at + "/days", list.days, faults),
                   clock = check_clock(at + "/from", list.from, faults), weeks = check_weeks(at + "/weeks", list.weeks, faults);
        sound = sound && days && clock && weeks;
        if (!list.slots && !list.lasts) {
            faults.error(code::rota_fault, at, "how many slots does this list have?",
                         "write slots = 10, or lasts = '4 h'");
            sound = false;
        } else if (list.lasts && *list.lasts > units::day) {
            faults.error(code::rota_fault, at + "/lasts",
                         fmt::format("a list lasts {}, longer than a day", *list.lasts));
            sound = false;
        }
        int const whole = slots_of(list, slot);
        if (whole > 0 && list.overbooked > whole)
            faults.error(code::rota_fault, at + "/overbooked",
                         fmt::format("{} of {} slots are given twice", list.overbooked, whole),
                         "a slot is given twice at most: write no more than there are slots");
        slots += whole;
    }
    if (sound && slots_of_cycle(lists, slot).weeks == 0)
        faults.error(code::rota_fault, path + "/lists", fmt::format("together the lists come round only after more than {} weeks", units::WeekCycle::longest),
                     "write lists of the same number of weeks");
    if (sound && slot > units::Duration{} && slots == 0)
        faults.error(code::never_open, path + "/lists", fmt::format("no list of {} has a slot", noun),
                     lists.empty() ? "write lists = [ { days = 'Tue', from = '09:00', slots = 10 } ]"
                                   : fmt::format("not one whole slot of {} fits", slot));
}

/// Reports uses of more servers than are ever there, alone and together.
class Enough {
public:
    Enough(Pathway const& pathway, std::vector<Weeks> const& rotas, base::Diagnostics& faults)
        : pathway_{pathway}
        , rotas_{rotas}
        , faults_{faults}
    {}

    /// Checks each use for itself; returns whether all can be had.
    bool each(std::string const& path, std::vector<Use> const& uses)
    {
        base::detail::ElementNames names;
        bool enough = true;
        for (auto const& use : uses) {
            auto const at = path + "/uses/" + names.next(use.resource);
            auto const options = options_of(use, pathway_);
            int most = 0;
            bool known = !options.empty();
            for (auto const& option : options) {
                if (weeks_of_pool(option).empty())
                    known = false; // never waited for, or at fault
                else
                    most = std::max(most, most_servers(weeks_of_pool(option)) + surge(option));
            }
            if (!known || use.count <= most) continue;
            faults_.error(
                code::more_than_exist, at,
                fmt::format("needs {} of {} at once, there are never more than {}", use.count, text_of(use), most),
                "lower the count or raise the servers");
            enough = false;
        }
        return enough;
    }

    void together(std::string const& path, Activity const& activity)
    {
        std::vector<Need> needs;
        for (Use const* use : taken_with(activity, pathway_)) {
            Need need{use->count, {}};
            for (auto const& option : options_of(*use, pathway_))
                if (!weeks_of_pool(option).empty()) need.options.push_back(option);
            if (!need.options.empty()) needs.push_back(std::move(need));
        }
        auto const fits_at = [&](units::Duration at) {
            std::map<Resource const*, int> taken;
            return fits(needs, 0, at, taken);
        };
        auto const places = timetable_of(activity);
        auto weeks = static_cast<std::size_t>(std::max(places.weeks, 1));
        for (auto const& need : needs)
            for (auto const& option : need.options) weeks = std::min(std::lcm(weeks, weeks_of_pool(option).size()), most_weeks);
        if (!places.places.empty()) return at_places(path, activity, places, weeks, fits_at);
        if (needs.size() < 2) return;
        for (std::size_t week = 0; week < weeks; ++week)
            for (auto const& need : needs)
                for (auto const& option : need.options) {
                    auto const& of_pool = weeks_of_pool(option);
                    for (auto const& step : of_pool[week % of_pool.size()])
                        if (fits_at(units::week * static_cast<double>(week) + step.at)) return;
                }
        faults_.error(code::more_than_exist, path + "/uses", "what it uses is never there at the same time",
                      "let the shifts overlap, or raise the servers");
    }

private:
    struct Need {
        int count;
        std::vector<Option> options;
    };

    static constexpr std::size_t most_weeks = 520; ///< Looked through, of cycles that hardly ever meet.

    Timetable timetable_of(Activity const& activity) const
    {
        if (activity.batch) return meetings_of_cycle(*activity.batch);
        auto const* const session = find(pathway_.sessions, activity.session);
        return session ? slots_of_cycle(session->lists, *session->slot) : Timetable{};
    }

    /// What is taken with a place must be there at one of them.
    template <class Fits>
    void at_places(std::string const& path, Activity const& activity, Timetable const& table, std::size_t weeks, Fits const& fits_at)
    {
        auto const any_fits = [&](Timetable const& one) {
            for (std::size_t week = 0; week < weeks; week += static_cast<std::size_t>(one.weeks))
                for (auto const& place : one.places)
                    if (fits_at(units::week * static_cast<double>(week) + place.at)) return true;
            return false;
        };
        if (any_fits(table)) {
            auto const* const session = find(pathway_.sessions, activity.session);
            for (auto const& list : session ? session->lists : std::vector<SessionList>{})
                if (auto const one = slots_of_cycle({list}, *session->slot); one.weeks > 0 && !one.places.empty() && !any_fits(one))
                    faults_.warning(code::more_than_exist, path + "/session",
                                    fmt::format("what '{}' takes with its place is not there at any slot of the list of {} from {}: for this activity they are lost",
                                                activity.name, list.days, list.from),
                                    "let its rota cover the list");
            return;
        }
        faults_.error(code::more_than_exist, path + (activity.uses.empty() ? activity.batch ? "/batch" : "/session" : "/uses"),
                      fmt::format("what '{}' takes with its place is not there at any {}", activity.name, activity.batch ? "meeting" : "slot"),
                      "let its rota cover the slots, or raise the servers");
    }

    Weeks const& weeks_of_pool(Option const& option) const
    {
        return rotas_[static_cast<std::size_t>(option.resource - pathway_.resources.data())];
    }
    static int surge(Option const& option) { return option.resource->surge ? option.resource->surge->servers : 0; }

    bool fits(std::vector<Need> const& needs, std::size_t first, units::Duration at,
              std::map<Resource const*, int>& taken) const
    {
        if (first == needs.size()) return true;
        for (auto const& option : needs[first].options) {
            int& used = taken[option.resource];
            if (used + needs[first].count > servers_at(weeks_of_pool(option), at) + surge(option)) continue;
            used += needs[first].count;
            if (fits(needs, first + 1, at, taken)) return true;
            used -= needs[first].count;
        }
        return false;
    }

    Pathway const& pathway_;
    std::vector<Weeks> const& rotas_;
    base::Diagnostics& faults_;
};

/// Warns of who runs lists and does other work in the same hours: the lists take nobody off that work.
void check_double_booking(std::string const& path, Session const& session, Pathway const& pathway,
                          std::vector<Weeks> const& rotas, base::Diagnostics& faults)
{
    auto const* const resource = find(pathway.resources, session.resource);
    if (!resource || !meets(session, rotas[static_cast<std::size_t>(resource - pathway.resources.data())])) return;
    auto const may_take = [&](std::vector<Use> const& uses) {
        return std::any_of(uses.begin(), uses.end(), [&](Use const& use) {
            auto const options = options_of(use, pathway);
            return std::any_of(options.begin(), options.end(), [&](auto const& option) { return option.resource == resource; });
        });
    };
    std::string others;
    auto const add = [&](std::string const& name) { others += (others.empty() ? "'" : ", '") + name + "'"; };
    for (auto const& activity : pathway.activities)
        if (may_take(activity.uses)) add(activity.name);
    for (auto const& stay : pathway.stays)
        if (may_take(stay.uses)) add(stay.name);
    if (others.empty()) return;
    faults.warning(code::at_once, path + "/resource",
                   fmt::format("'{}' runs these lists and is used by {} in the same hours: the time of the lists is not taken off "
                               "the rota, so that both may be done at once",
                               resource->name, others),
                   "leave the hours of the lists out of the rota, or give the lists a resource of their own");
}

} // namespace

bool meets(Session const& session, std::vector<RotaSteps> const& rota)
{
    if (rota.empty()) return false;
    auto const table = slots_of_cycle(session.lists, *session.slot);
    if (table.weeks == 0) return false;
    std::int64_t const week = units::week.ticks();
    auto const is_open = [&](std::int64_t number, std::int64_t begin, std::int64_t end) {
        auto const& steps = rota[static_cast<std::size_t>(number) % rota.size()];
        for (std::size_t i = 0; i < steps.size(); ++i) {
            auto const until = i + 1 < steps.size() ? steps[i + 1].at.ticks() : week;
            if (steps[i].servers > 0 && steps[i].at.ticks() < end && begin < until) return true;
        }
        return false;
    };
    auto const weeks = std::lcm(static_cast<std::int64_t>(table.weeks), static_cast<std::int64_t>(rota.size()));
    for (std::int64_t first = 0; first < weeks; first += table.weeks)
        for (auto const& slot : table.places) {
            auto const number = first + slot.at.ticks() / week, begin = slot.at.ticks() % week, end = begin + session.slot->ticks();
            if (is_open(number, begin, end) || (end > week && is_open(number + 1, 0, end - week))) return true;
        }
    return false;
}

int most_servers(Resource const& resource)
{
    std::string why;
    auto const weeks = weeks_of(resource.rota, why);
    if (!why.empty() || resource.rota.shifts.empty()) return 0;
    return most_servers(weeks) + (resource.surge ? resource.surge->servers : 0);
}

void check_capacity(Pathway const& pathway, base::Diagnostics& faults)
{
    base::detail::ElementNames arrivals, resources, sessions, stays, activities, routes;
    for (auto const& noun : pathway.arrivals) {
        auto const path = "arrivals/" + arrivals.next(noun.name);
        check_rota(path + "/open", noun.open, "these arrivals are never open", faults);
        if (noun.appointments)
            check_lists(path + "/appointments", noun.appointments->lists, *noun.appointments->slot,
                        "these appointments", faults);
    }
    for (auto const& noun : pathway.routes) {
        auto const path = "route/" + routes.next(noun.from) + "/to/";
        base::detail::ElementNames branches;
        for (auto const& branch : noun.to)
            check_rota(path + branches.next(branch.to) + "/open", branch.open, "this way is never open", faults);
    }
    std::vector<Weeks> rotas;
    for (auto const& noun : pathway.resources)
        rotas.push_back(
            check_rota("resource/" + resources.next(noun.name) + "/rota", noun.rota, "nobody is ever there", faults));
    for (auto const& noun : pathway.sessions) {
        auto const path = "session/" + sessions.next(noun.name);
        check_lists(path, noun.lists, *noun.slot, "this session", faults);
        check_double_booking(path, noun, pathway, rotas, faults);
    }
    Enough enough{pathway, rotas, faults};
    bool stays_fit = true;
    for (auto const& noun : pathway.stays)
        if (!enough.each("stay/" + stays.next(noun.name), noun.uses)) stays_fit = false;
    for (auto const& noun : pathway.activities) {
        auto const path = "activity/" + activities.next(noun.name);
        if (noun.batch) {
            check_days(path + "/batch/days", noun.batch->days, faults);
            check_clock(path + "/batch/at", noun.batch->at, faults);
            check_weeks(path + "/batch/weeks", noun.batch->weeks, faults);
        }
        if (enough.each(path, noun.uses) && stays_fit) enough.together(path, noun);
    }
}

} // namespace pathecon::pathway::detail
