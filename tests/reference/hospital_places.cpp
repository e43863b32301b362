// SPDX-License-Identifier: MIT
/// \file
/// Where patients wait, and how they give back what they hold.
#include <algorithm>
#include <stdexcept>

#include "hospital.hpp"

namespace reference {

/// Gives servers back, without looking who waits for them.
void Hospital::release(Who const& who, std::vector<Held> const& held)
{
    for (auto const& one : held) {
        auto& pool = pools_.at(one.resource);
        pool.busy -= one.count;
        pool.persons.erase(one.person);
        note_work(one.resource, one.since, now_, one.count);
        if (who->patient->cohort)
            told_.resource_ticks[{one.resource, who->patient->source_name}] += (now_ - one.since) * one.count;
    }
}

/// Releases what a step's work holds, and returns it.
std::vector<Held> Hospital::release_work(Who const& who)
{
    auto const all = std::move(who->held);
    who->held.clear();
    release(who, all);
    return all;
}

void Hospital::give_back(Who const& who) { dispatch(release_work(who)); }

/// Releases the stays that end with a step and returns what they held.
std::vector<Held> Hospital::release_stays(Who const& who, std::string const& step)
{
    std::vector<Held> over;
    for (auto const& stay : pathway_.stays) {
        auto const found = who->stays.find(stay.name);
        if (stay.to != step || found == who->stays.end()) continue;
        over.insert(over.end(), found->second.begin(), found->second.end());
        who->stays.erase(found);
    }
    release(who, over);
    return over;
}

void Hospital::end_stays(Who const& who, std::string const& step) { dispatch(release_stays(who, step)); }

void Hospital::end_all_stays(Who const& who)
{
    std::vector<Held> over;
    for (auto const& stay : pathway_.stays)
        if (auto const found = who->stays.find(stay.name); found != who->stays.end())
            over.insert(over.end(), found->second.begin(), found->second.end());
    who->stays.clear();
    release(who, over);
    dispatch(over);
}

/// How many wait in the lines of a step.
std::int64_t Hospital::length(std::string const& step) const
{
    std::int64_t sum = 0;
    if (auto const found = lines_.find(step); found != lines_.end())
        for (auto const& [level, line] : found->second) sum += static_cast<std::int64_t>(line.size());
    return sum;
}

/// Joins the line of its step, or waits outside where there is no room.
void Hospital::wait(Who const& who, std::optional<Ticks> since)
{
    if (auto const room = room_of(who->step); room && length(who->step) >= *room) {
        who->state = Token::State::blocked;
        who->since = since.value_or(now_);
        blocked_[who->step].push_back(who);
        return note(*who, "block");
    }
    auto const carried = release_work(who);
    join_line(who, since.value_or(now_));
    dispatch(carried);
}

void Hospital::join_line(Who const& who, Ticks since)
{
    auto const& work = *activity(who->step);
    who->state = Token::State::waiting;
    who->since = who->joined = since;
    note(*who, "queue");
    auto& line = lines_[who->step][who->level];
    // Those who have been waiting since before they came stand where they would, had they come then.
    auto place = line.end();
    while (place != line.begin() && (*std::prev(place))->since > since) --place;
    if (work.order != pathway::QueueOrder::first)
        place = std::find_if(line.begin(), line.end(), [](Who const& other) { return !other->put_back; });
    if (work.order == pathway::QueueOrder::random) {
        double const u = uniform(luck_of(who->step) + "/turn", *who->patient, who->visit | who->attempt << 16);
        place += static_cast<std::ptrdiff_t>(u * static_cast<double>(line.end() - place + 1));
    }
    line.insert(place, who);
    if (work.bulk && work.bulk->wait) {
        who->overdue = due(std::max(now_, since + work.bulk->wait->ticks()), together, *who);
        schedule(*who->overdue, [this, who] {
            who->overdue.reset();
            if (plan(*first_of(who->step))) start_together(who->step);
        });
    }
    if (!work.patience || !holds(work.patience->where, *who->patient)) return;
    Ticks const after = time_of(work.patience->after, work.patience->cases, *who->patient,
                                luck_of(who->step) + "/patience", who->visit | who->attempt << 16);
    who->patience = due(now_ + after, impatience, *who);
    schedule(*who->patience, [this, who] { renege(who); });
}

/// Leaves the line, and patience ends.
void Hospital::take_from_line(Who const& who)
{
    auto& line = lines_.at(who->step).at(who->level);
    line.erase(std::find(line.begin(), line.end(), who));
    cancel(who->patience);
    cancel(who->overdue);
}

/// Lets those in who wait outside, as far as there is room.
void Hospital::unblock(std::string const& step)
{
    auto const room = room_of(step);
    if (!room) return;
    auto& outside = blocked_[step];
    while (!outside.empty() && length(step) < *room) {
        auto const who = outside.front();
        if (kind_of(step) == Kind::work)
            if (auto const how = plan(*who)) {
                start_waiting(who, *how);
                continue;
            }
        outside.pop_front();
        auto const carried = release_work(who);
        join_line(who, now_);
        dispatch(carried);
    }
}

void Hospital::renege(Who const& who)
{
    note(*who, "renege");
    who->patience.reset();
    take_from_line(who);
    unblock(who->step);
    if (who->patient->cohort) ++told_.reneged[{who->step, who->patient->source_name}];
    auto const& to = activity(who->step)->patience->to;
    go(who, to == pathway::exit_step ? to : entry_of(to));
}

void Hospital::happen(Who const& who, std::string const& event)
{
    who->patient->events.at(event).due.reset();
    note(*who, "event");
    withdraw(who);
    if (who->patient->cohort) ++told_.happened[{event, who->patient->source_name}];
    auto const& to = find(pathway_.events, event)->to;
    go(who, to == pathway::exit_step ? to : entry_of(to));
}

/// Takes a token from whatever it waits for or undergoes.
void Hospital::withdraw(Who const& who)
{
    switch (who->state) {
    case Token::State::waiting:
        take_from_line(who);
        return unblock(who->step);
    case Token::State::blocked:
        std::erase(blocked_.at(who->step), who);
        return give_back(who);
    case Token::State::working:
    case Token::State::passing:
        cancel(who->due);
        pass_on(who);
        return give_back(who);
    default:
        throw std::logic_error("nobody can be withdrawn from a fork");
    }
}

} // namespace reference
