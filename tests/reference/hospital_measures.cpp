// SPDX-License-Identifier: MIT
/// \file
/// What is written down: the log, clocks, outcomes, times of work.
#include <algorithm>

#include "hospital.hpp"

namespace reference {

void Hospital::note(Token const& token, std::string const& what, Ticks time)
{
    bool const at_door = what == "arrival" || what == "exit";
    told_.trace.push_back({time, static_cast<std::int64_t>(token.patient->source) << 40 | token.patient->number,
                           at_door ? "" : token.step, what});
}

/// Work begins at `start`, which may lie ahead.
void Hospital::note_start(Who const& who, Ticks start)
{
    note(*who, "start", start);
    if (in_window(who->joined)) {
        auto& wait = told_.waits[who->step];
        ++wait.count;
        wait.ticks += start - who->joined;
    }
    pass(who, who->step + ".start", start);
}

/// Counts the worked time that lies in the window.
void Hospital::note_work(std::string const& resource, Ticks from, Ticks to, std::int64_t servers)
{
    from = std::max(from, window_begin_);
    to = std::min(to, window_end_);
    if (to > from) told_.calendar_ticks[resource] += (to - from) * servers;
}

/// Counts the open time in the window since the capacity last changed.
void Hospital::note_open(std::string const& resource)
{
    auto& pool = pools_.at(resource);
    Ticks const from = std::max(pool.capacity_since, window_begin_), to = std::min(now_, window_end_);
    if (to > from) told_.open_ticks[resource] += (to - from) * pool.capacity;
    pool.capacity_since = now_;
}

void Hospital::pass_interval(pathway::Interval const& interval, Patient& patient, std::string const& point, Ticks time)
{
    auto& clock = patient.clocks[interval.name];
    if (interval.unless == point) clock.state = Patient::Clock::done;
    if (interval.to == point && clock.state == Patient::Clock::running) {
        clock.state = Patient::Clock::done;
        Ticks const taken = clock.paused.value_or(time) - clock.since;
        // A start that was reserved ahead may never come: then nothing has been measured.
        if (taken >= 0 && patient.cohort && holds(interval.where, patient)) {
            auto& sum = told_.intervals[interval.name];
            ++sum.count;
            sum.ticks += taken;
            sum.within += !interval.standard || taken <= interval.standard->ticks();
            if (interval.rows)
                told_.rows.emplace_back(interval.name, static_cast<std::int64_t>(patient.source) << 40 | patient.number,
                                        taken);
        }
    }
    bool const runs = clock.state == Patient::Clock::running;
    for (auto const& pause : interval.pauses)
        if (pause.to == point && runs && clock.paused) {
            clock.since += time - *clock.paused;
            clock.paused.reset();
        }
    for (auto const& pause : interval.pauses)
        if (pause.from == point && runs && !clock.paused) clock.paused = time;
    if (interval.from == point && clock.state == Patient::Clock::not_started) {
        clock.state = Patient::Clock::running;
        clock.since = time;
    }
}

void Hospital::pass_event(pathway::Event const& event, Who const& who, std::string const& point, Ticks time)
{
    Patient& patient = *who->patient;
    auto& clock = patient.events[event.name];
    if (event.until == point) cancel(clock.due);
    if (event.from != point || clock.due || who->parent || !holds(event.where, patient)) return;
    auto const decision = "event/" + (event.luck_name.empty() ? event.name : event.luck_name);
    Ticks const after = time_of(event.after, event.cases, patient, decision, clock.started++);
    auto const index = &event - pathway_.events.data();
    clock.due = due(std::max<Ticks>(time + after, 0), happening, *who, index);
    schedule(*clock.due, [this, who, name = event.name] { happen(who, name); });
}

/// Passes a point at `time`, which may lie ahead where a place was reserved.
void Hospital::pass(Who const& who, std::string const& point, Ticks time)
{
    Patient& patient = *who->patient;
    patient.first_passage.emplace(point, time);
    for (auto const& interval : pathway_.intervals) pass_interval(interval, patient, point, time);
    for (auto const& outcome : pathway_.outcomes) {
        if (outcome.at != point || !patient.cohort || !holds(outcome.where, patient)) continue;
        auto const decision = outcome.luck_name.empty() ? outcome.name + "/share" : outcome.luck_name;
        if (outcome.share->value() < 1 && uniform(decision, patient, who->visit) >= outcome.share->value()) continue;
        ++told_.outcomes[{outcome.name, patient.source_name}];
    }
    for (auto const& event : pathway_.events) pass_event(event, who, point, time);
}

/// Ends the run: what is still held has been worked until now.
void Hospital::close()
{
    Ticks const idle = std::max(now_, window_end_);
    told_.end = cohort_here_ == 0 && idle < end_ ? idle : end_;
    now_ = told_.end;
    for (auto const& who : here_) {
        release(who, who->held);
        for (auto const& [name, stay] : who->stays) release(who, stay);
        if (!who->parent && who->patient->cohort) ++told_.unfinished_at[{who->step, who->patient->source_name}];
    }
    for (auto const& [name, pool] : pools_) note_open(name);
    for (auto const& [source, number] : told_.arrivals) {
        auto const left = told_.exits.find(source);
        if (auto const rest = number - (left == told_.exits.end() ? 0 : left->second); rest > 0)
            told_.unfinished[source] = rest;
    }
}

} // namespace reference
