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
        if (std::vector<Choice> chosen; !choose(*who, needs_of(*who), chosen)) {
            put_off.push_back(who);
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

/// Sees the patient, after whoever was seen before.
void Hospital::serve(Who const& who, std::size_t t)
{
    auto& timetable = timetables_[t];
    take_from_line(who);
    Ticks const start = std::max(now_, timetable.free_from);
    Plan how; // of who is idle: nobody is pre-empted for a place
    choose(*who, needs_of(*who), how.choices);
    who->work = work_of(*who, served_by(how));
    take(who, how);
    timetable.free_from = start + who->work;
    who->state = Token::State::passing;
    note_start(who, start);
    who->due = due(timetable.free_from, completion, *who);
    schedule(*who->due, [this, who] { complete(who); });
    unblock(who->step);
}

} // namespace reference
