// SPDX-License-Identifier: MIT
/// \file
/// Lists and meetings: who is given a place, who does not come, and when they are seen.
#include <algorithm>
#include <numeric>
#include <stdexcept>

#include <pathecon/units/date.hpp>
#include <pathecon/units/week.hpp>

#include "hospital.hpp"

namespace reference {

void Hospital::start_lists()
{
    auto const day_start = [](int day) { return units::day.ticks() * day; };
    auto const days_of = [](std::string const& text, std::string const& of_weeks, int cycle) {
        std::vector<int> days;
        auto const read = units::parse_days(text);
        auto const weeks = units::parse_weeks(of_weeks);
        for (int day = 0; day < 7 * cycle; ++day)
            if (weeks->contains(day / 7) && read->contains(static_cast<units::Weekday>(day % 7))) days.push_back(day);
        return days;
    };
    for (auto const& session : pathway_.sessions) {
        Timetable made{.session = session.name, .notice = session.lead.ticks(), .resource = session.resource};
        for (auto const& list : session.lists) made.weeks = std::lcm(made.weeks, units::parse_weeks(list.weeks)->weeks());
        for (auto const& list : session.lists)
            for (int const day : days_of(list.days, list.weeks, made.weeks))
                for (int k = 0; k < pathway::slots_of(list, *session.slot); ++k) {
                    Ticks const at =
                        day_start(day) + units::parse_clock(list.from)->ticks() + k * session.slot->ticks();
                    Ticks const wrapped = at % (made.weeks * units::week.ticks()); // past the last Sunday midnight it comes back on the first Monday
                    made.week.push_back({wrapped, k < list.overbooked ? 2 : 1, wrapped / units::day.ticks()});
                }
        timetables_.push_back(made);
    }
    for (auto const& work : pathway_.activities) {
        if (!work.batch) continue;
        auto const& batch = *work.batch;
        Timetable made{.batch = work.name, .notice = batch.cut_off.ticks(), .weeks = units::parse_weeks(batch.weeks)->weeks()};
        int const cap = batch.cap > 0 ? batch.cap : -1;
        Ticks const at = units::parse_clock(batch.at)->ticks();
        for (int const day : days_of(batch.days, batch.weeks, made.weeks)) {
            made.week.push_back({day_start(day) + at, cap, day});
            if (!batch.every) continue;
            for (Ticks next = at + batch.every->ticks(); next < units::parse_clock(batch.until)->ticks();
                 next += batch.every->ticks())
                made.week.push_back({day_start(day) + next, cap, day});
        }
        timetables_.push_back(made);
    }
    for (std::size_t t = 0; t < timetables_.size(); ++t) {
        auto& week = timetables_[t].week;
        std::stable_sort(week.begin(), week.end(), [](auto const& a, auto const& b) { return a.at < b.at; });
        next_place(t, 0, 0);
    }
}

/// Whether lists and meetings are left out on a day of the run.
bool Hospital::is_closed(std::vector<pathway::Closure> const& closures, bool bank_holidays, std::int64_t day) const
{
    if (pathway_.starts.empty()) return false;
    auto const date = *units::parse_date(pathway_.starts) + static_cast<std::int32_t>(day);
    return (!bank_holidays && units::is_bank_holiday(date)) ||
           std::any_of(closures.begin(), closures.end(), [&](auto const& one) {
               auto const from = *units::parse_date(one.from), until = one.until.empty() ? from : *units::parse_date(one.until);
               return from <= date && date <= until;
           });
}

/// Schedules a place of a cycle of weeks; on a holiday its time comes, but nothing happens.
void Hospital::next_place(std::size_t t, std::int64_t cycle, std::size_t place)
{
    auto const& timetable = timetables_[t];
    auto const* session = find(pathway_.sessions, timetable.session);
    auto const* work = activity(timetable.batch);
    if (place == timetable.week.size()) {
        ++cycle;
        place = 0;
    }
    auto const& next = timetable.week[place];
    std::int64_t const week = cycle * timetable.weeks;
    bool const closed = session ? is_closed(session->exceptions, session->bank_holidays, 7 * week + next.day)
                                : is_closed(work->batch->exceptions, work->batch->bank_holidays, 7 * week + next.day);
    schedule({week * units::week.ticks() + next.at, timed, static_cast<std::int64_t>(t)},
             [this, t, cycle, place, places = closed ? 0 : next.places] {
                 hold(t, places);
                 next_place(t, cycle, place + 1);
             });
}

/// Gives the places of this moment to those who have waited long enough.
void Hospital::hold(std::size_t t, int places)
{
    auto const* work = activity(timetables_[t].batch);
    std::size_t can_come = 0;
    for (auto const& of_line : eligible(t)) can_come += of_line.size();
    if (work && static_cast<std::size_t>(work->batch->least) > can_come) return;
    std::set<std::string> refused;
    std::vector<Who> put_off; // their turn came, but not all that they need was idle
    while (places != 0) {
        Who who;
        for (auto const& of_line : eligible(t))
            for (auto const& one : of_line) {
                if (std::find(put_off.begin(), put_off.end(), one) != put_off.end()) continue;
                if (!who || before(*one, *who)) who = one;
                break;
            }
        if (!who) break;
        if (refused.contains(who->step) || !plan_for_place(*who, t)) {
            put_off.push_back(who);
            // Where all take the same, nobody else of the step is asked.
            auto const& uses = activity(who->step)->uses;
            bool const personal = std::any_of(uses.begin(), uses.end(), [](auto const& use) { return !use.same_as.empty() || !use.not_same_as.empty(); });
            if (!personal && !on_cycle(who->step)) refused.insert(who->step);
            continue;
        }
        bool place_lost = true;
        if (comes(who, place_lost)) serve(who, t);
        if (place_lost) --places;
    }
    for (auto const& who : put_off) {
        if (places == 0) return;
        --places;
        note(*who, "put_off");
        if (who->patient->cohort) ++told_.put_off[{who->step, who->patient->source_name}];
    }
}

/// Returns who may take a place, line by line: those who have had their notice.
std::vector<Line> Hospital::eligible(std::size_t t) const
{
    std::vector<Line> all;
    auto const& timetable = timetables_[t];
    for (auto const& [step, lines] : lines_) {
        auto const* work = activity(step);
        bool const here = timetable.session.empty() ? step == timetable.batch : work->session == timetable.session;
        if (!here) continue;
        for (auto const& [level, line] : lines) {
            Line had_notice;
            for (auto const& who : line)
                if (who->since + timetable.notice <= now_ && who->rebooked_in != told_.events)
                    had_notice.push_back(who);
            if (!had_notice.empty()) all.push_back(had_notice);
        }
    }
    return all;
}

/// Says whether the patient comes to the place; if not, the patient is booked again or goes elsewhere.
bool Hospital::comes(Who const& who, bool& place_lost)
{
    auto const& rule = activity(who->step)->no_show;
    if (!rule) return true;
    Patient const& patient = *who->patient;
    double const cancelled = chance(rule->cancelled, patient), missed = chance(rule->missed, patient);
    double const u = uniform(luck_of(who->step) + "/attends", patient, who->visit | who->attempt << 16);
    if (u >= cancelled + missed) return true;
    place_lost = u >= cancelled;
    bool const again = ++who->attempt <= rule->rebooked;
    take_from_line(who);
    note(*who, "missed");
    if (patient.cohort) ++told_.missed[{who->step, patient.source_name}];
    if (again) {
        join_line(who, now_);
        who->rebooked_in = told_.events;
    } else {
        unblock(who->step);
        go(who, rule->to == pathway::exit_step ? rule->to : entry_of(rule->to));
    }
    return false;
}

/// How a patient can have a place now: by who is idle, or while the list runs late by the team of the patient before.
std::optional<Plan> Hospital::plan_for_place(Token const& token, std::size_t t) const
{
    auto const& timetable = timetables_[t];
    auto const needs = needs_of(token);
    std::vector<Need> own, stays;
    for (auto const& need : needs) (need.stay.empty() ? own : stays).push_back(need);
    Plan made;
    auto const last = timetable.last;
    bool inherits = timetable.free_from > now_ && last && !own.empty() && own.size() == last->team.size();
    for (std::size_t k = 0; inherits && k < own.size(); ++k) {
        auto const& theirs = last->team[k];
        auto const option = std::find_if(own[k].options.begin(), own[k].options.end(), [&](auto const& o) { return o.resource == theirs.resource; });
        inherits = own[k].use.count == theirs.count && own[k].use.same_as.empty() && own[k].use.not_same_as.empty() && option != own[k].options.end();
        if (inherits) made.team.push_back({theirs.resource, theirs.count, -1, *option->by});
    }
    if (!inherits) made.team.clear();
    made.inherits = inherits;
    if (!choose(token, inherits ? stays : needs, made.choices)) return std::nullopt;
    if (!inherits) made.team = served_by(made);
    return made;
}

/// Passes the team on to the next of the list, if one waits for it; who only waits for it leaves it to the next. Says whether
/// it is not given back.
bool Hospital::pass_on(Who const& who)
{
    if (who->team.empty()) return false;
    for (auto& timetable : timetables_)
        if (timetable.last == who) timetable.last = nullptr;
    auto const heir = who->heir, legator = who->legator.lock();
    who->heir.reset();
    who->legator.reset();
    who->team.clear();
    if (who->held.empty()) {
        if (legator) legator->heir = heir;
        if (heir) heir->legator = legator;
        return true;
    }
    if (!heir) return false;
    heir->legator.reset();
    for (auto held : release_work(who)) {
        auto& pool = pools_.at(held.resource);
        pool.busy += held.count;
        if (pool.numbered) pool.persons.insert(held.person);
        held.since = now_;
        heir->held.push_back(held);
    }
    heir->patient->done_by[heir->step] = {heir->held.front().resource, heir->held.front().person};
    return true;
}

/// Sees the patient, after whoever was seen before.
void Hospital::serve(Who const& who, std::size_t t)
{
    auto& timetable = timetables_[t];
    take_from_line(who);
    Ticks const start = std::max(now_, timetable.free_from);
    auto const how = *plan_for_place(*who, t);
    who->work = work_of(*who, how.team);
    take(who, how);
    who->team = how.team;
    if (how.inherits) {
        timetable.last->heir = who;
        who->legator = timetable.last;
    }
    timetable.last = how.team.empty() ? nullptr : who;
    timetable.free_from = start + who->work;
    who->state = Token::State::passing;
    note_start(who, start);
    who->due = due(timetable.free_from, completion, *who);
    schedule(*who->due, [this, who] { complete(who); });
    unblock(who->step);
}

} // namespace reference
