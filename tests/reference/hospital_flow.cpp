// SPDX-License-Identifier: MIT
/// \file
/// How patients go from step to step.
#include <algorithm>

#include "hospital.hpp"

namespace reference {

static constexpr std::string_view booking_ending = ".booking";

/// A booked activity is entered by its booking lag.
std::string Hospital::entry_of(std::string const& step) const
{
    auto const* work = activity(step);
    return work && work->booking ? step + std::string{booking_ending} : step;
}

/// The activity whose lag a step is; empty for every other step.
static std::string booked(std::string const& step)
{
    return step.ends_with(booking_ending) ? step.substr(0, step.size() - booking_ending.size()) : std::string{};
}

Hospital::Kind Hospital::kind_of(std::string const& step) const
{
    if (find(pathway_.forks, step)) return Kind::fork;
    if (find(pathway_.joins, step)) return Kind::join;
    auto const* work = activity(step);
    if (!work) return Kind::passing;
    if (!work->session.empty() || work->batch) return Kind::listed;
    return pools_of(step).empty() ? Kind::passing : Kind::work;
}

std::string Hospital::where_of(std::string const& step) const
{
    if (auto const* delay = find(pathway_.delays, step)) return delay->where;
    auto const* work = activity(booked(step).empty() ? step : booked(step));
    return work ? work->where : std::string{};
}

std::string Hospital::luck_of(std::string const& step) const
{
    if (auto const* delay = find(pathway_.delays, step)) return delay->luck_name.empty() ? step : delay->luck_name;
    auto const* work = activity(step);
    return work && !work->luck_name.empty() ? work->luck_name : step;
}

std::optional<int> Hospital::room_of(std::string const& step) const
{
    auto const* work = activity(step);
    return work ? work->room : std::nullopt;
}

/// Every step to which somebody can go from this one, without the exit.
std::set<std::string> Hospital::next_of(std::string const& step) const
{
    std::set<std::string> next;
    for (auto const& route : pathway_.routes)
        if (route.from == step)
            for (auto const& branch : route.to) next.insert(entry_of(branch.to));
    if (auto const name = booked(step); !name.empty()) next.insert(name);
    if (auto const* fork = find(pathway_.forks, step))
        for (auto const& first : fork->branches) next.insert(entry_of(first));
    if (auto const* work = activity(step)) {
        if (work->patience) next.insert(entry_of(work->patience->to));
        for (auto const& rule : work->balk) next.insert(entry_of(rule.to));
        if (work->no_show) next.insert(entry_of(work->no_show->to));
    }
    for (auto const& event : pathway_.events) next.insert(entry_of(event.to));
    next.erase(pathway::exit_step);
    return next;
}

bool Hospital::on_cycle(std::string const& step) const
{
    if (auto const known = cycles_.find(step); known != cycles_.end()) return known->second;
    std::set<std::string> seen = next_of(step), todo = seen;
    while (!todo.empty()) {
        auto const one = *todo.begin();
        todo.erase(todo.begin());
        for (auto const& to : next_of(one))
            if (seen.insert(to).second) todo.insert(to);
    }
    return cycles_[step] = seen.contains(step);
}

/// Whether a step that comes directly after it has limited room, so that its servers may be held longer.
bool Hospital::may_block(std::string const& step) const
{
    if (kind_of(step) != Kind::work) return false;
    // What is skipped by its condition is passed on the way: it comes directly after, and so does what follows it.
    std::set<std::string> seen, todo;
    auto const look_after = [&](std::string const& from) {
        for (auto const& route : pathway_.routes)
            if (route.from == from)
                for (auto const& branch : route.to)
                    if (branch.to != pathway::exit_step && seen.insert(entry_of(branch.to)).second)
                        todo.insert(entry_of(branch.to));
        if (auto const name = booked(from); !name.empty() && seen.insert(name).second) todo.insert(name);
    };
    look_after(step);
    while (!todo.empty()) {
        auto const one = *todo.begin();
        todo.erase(todo.begin());
        if (room_of(one)) return true;
        if (!where_of(one).empty()) look_after(one);
    }
    return false;
}

/// Leads a token on until it must wait or has left. `since` is given to who has been waiting at the step before.
void Hospital::go(Who who, std::string step, std::optional<Ticks> since)
{
    for (;; since.reset()) {
        who->state = Token::State::moving;
        if (step == pathway::exit_step) {
            give_back(who);
            return leave(who);
        }
        who->step = step;
        who->visit = on_cycle(step) ? who->patient->passes[step]++ : 0;
        who->attempt = 0;
        who->left.reset();
        who->put_back = who->draw_again = false;
        who->rebooked_in = 0;
        if (!holds(where_of(step), *who->patient)) {
            end_stays(who, step);
            step = next_step(who);
            continue;
        }
        if (auto const name = booked(step); !name.empty())
            pass(who, name + ".arrive", now_);
        else if (entry_of(step) == step)
            pass(who, step + ".arrive", now_);
        if (!room_of(step)) give_back(who);
        who->level = level_of(*who);
        switch (kind_of(step)) {
        case Kind::fork:
            return split(who);
        case Kind::join:
            if (!join(who)) return;
            break;
        case Kind::work:
            if (activity(step)->bulk) {
                who->since = since.value_or(now_);
                if (is_due(step, who.get()) && plan(*who)) {
                    join_line(who, who->since);
                    return start_together(step);
                }
            } else if (auto const how = plan(*who)) {
                if (start_now(who, *how, since.value_or(now_))) return;
                break; // work that takes no time is done inside this event
            }
            [[fallthrough]];
        case Kind::listed:
            if (auto const elsewhere = balk(who)) {
                step = *elsewhere;
                continue;
            }
            return wait(who, since);
        case Kind::passing:
            if (pass_time(who)) return;
            break;
        }
        finish(who);
        step = next_step(who);
    }
}

/// Starts what waits for nobody; says whether it takes time.
bool Hospital::pass_time(Who const& who)
{
    who->work = work_of(*who, {});
    note(*who, "start");
    pass(who, who->step + ".start", now_);
    if (who->work > 0) {
        who->state = Token::State::passing;
        who->due = due(now_ + who->work, completion, *who);
        schedule(*who->due, [this, who] { complete(who); });
        return true;
    }
    end_stays(who, who->step);
    return false;
}

/// Says where the token goes instead of waiting.
std::optional<std::string> Hospital::balk(Who const& who)
{
    auto const& work = *activity(who->step);
    for (auto const& rule : work.balk) {
        if (length(rule.of.empty() ? who->step : rule.of) < rule.length || !holds(rule.where, *who->patient)) continue;
        double const p = rule.p->value();
        if (!(p > 0 && (p >= 1 || uniform(luck_of(who->step) + "/balk", *who->patient, who->visit) < p))) continue;
        note(*who, "balk");
        if (who->patient->cohort) ++told_.balked[{who->step, who->patient->source_name}];
        return rule.to == pathway::exit_step ? rule.to : entry_of(rule.to);
    }
    return std::nullopt;
}

/// Sends the token's branches on their ways; the token itself waits for them.
void Hospital::split(Who const& who)
{
    who->work = 0;
    finish(who);
    who->state = Token::State::forked;
    auto const& fork = *find(pathway_.forks, who->step);
    who->branches_out = static_cast<int>(fork.branches.size());
    int number = 1;
    for (auto const& other : pathway_.forks) {
        if (other.name == fork.name) break;
        number += static_cast<int>(other.branches.size());
    }
    for (auto const& first : fork.branches) {
        auto const child = std::make_shared<Token>();
        child->patient = who->patient;
        child->parent = who;
        child->branch = number++;
        here_.insert(child);
        go(child, entry_of(first));
    }
}

/// Ends a branch; with the last of them the parent goes on in its place.
bool Hospital::join(Who& who)
{
    end_all_stays(who);
    here_.erase(who);
    auto const parent = who->parent;
    if (--parent->branches_out != 0) return false;
    parent->step = who->step;
    parent->state = Token::State::moving;
    parent->work = 0;
    who = parent;
    return true;
}

/// Counts the step, gives its results and passes its end.
void Hospital::finish(Who const& who)
{
    Patient const& patient = *who->patient;
    auto const count = [&](std::string const& resource, Ticks ticks) {
        if (patient.cohort) told_.resource_ticks[{resource, patient.source_name}] += ticks;
    };
    auto const attend = [&](std::string const& resource, Ticks time, double people) {
        auto const ticks = static_cast<Ticks>(static_cast<double>(time) * people + 0.5);
        count(resource, ticks);
        if (in_window(now_)) told_.calendar_ticks[resource] += ticks;
    };
    if (patient.cohort) {
        ++told_.visits[{who->step, patient.source_name}];
        told_.step_ticks[{who->step, patient.source_name}] += who->work;
    }
    if (in_window(now_)) ++told_.calendar_visits[who->step];
    if (auto const* work = activity(who->step)) {
        for (auto const& use : work->uses)
            if (options_of(use).empty()) attend(use.resource, who->work, use.count);
        for (auto const& other : work->attended)
            attend(other.resource, other.time ? (*other.time)->ticks() : who->work, *other.people);
        if (!work->session.empty())
            if (auto const& resource = find(pathway_.sessions, work->session)->resource; !resource.empty()) {
                count(resource, who->work);
                note_work(resource, now_ - who->work, now_, 1);
            }
    }
    draw_tests(*who);
    pass(who, who->step, now_);
    note(*who, "end");
}

bool Hospital::is_open(pathway::Branch const& branch, Patient const& patient,
                       std::pair<std::string, std::size_t> const& way) const
{
    if (!holds(branch.where, patient)) return false;
    if (branch.elapsed) {
        auto const passed = patient.first_passage.find(branch.elapsed->since);
        if (passed == patient.first_passage.end()) return false;
        Ticks const elapsed = now_ - passed->second;
        if (branch.elapsed->at_least && elapsed < branch.elapsed->at_least->ticks()) return false;
        if (branch.elapsed->at_most && elapsed > branch.elapsed->at_most->ticks()) return false;
    }
    if (!branch.open.shifts.empty()) {
        Ticks const week = units::week.ticks(), at = now_ % week;
        int open = 0;
        for (auto const& [from, number] : week_of("way/" + way.first + "/" + std::to_string(way.second), branch.open, now_ / week))
            if (from <= at) open = number;
        if (open == 0) return false;
    }
    auto const taken = patient.taken.find(way);
    return branch.most == 0 || taken == patient.taken.end() || taken->second < branch.most;
}

/// Says where the token goes after its step.
std::string Hospital::next_step(Who const& who)
{
    if (auto const name = booked(who->step); !name.empty()) return name;
    auto const route = std::find_if(pathway_.routes.begin(), pathway_.routes.end(),
                                    [&](auto const& one) { return one.from == who->step; });
    if (route == pathway_.routes.end()) return pathway::exit_step;
    if (route->rule == pathway::RouteRule::shortest_queue) return next_by_queue(who, *route);
    std::optional<std::size_t> taken;
    double sum = 0;
    double const u =
        uniform((route->luck_name.empty() ? route->from : route->luck_name) + "/route", *who->patient, who->visit);
    for (std::size_t n = 0; n < route->to.size(); ++n) {
        auto const& branch = route->to[n];
        if (!is_open(branch, *who->patient, {who->step, n})) continue;
        taken = n; // the last that is open takes who is left
        if (!branch.p) break;
        sum += chance(*branch.p, *who->patient);
        if (u < sum) break;
    }
    if (!taken) return pathway::exit_step;
    ++who->patient->taken[{who->step, *taken}];
    auto const& to = route->to[*taken].to;
    return to == pathway::exit_step ? to : entry_of(to);
}

/// Says where the token goes by the queues: the fewest waiting and in service a server, as it stands now.
std::string Hospital::next_by_queue(Who const& who, pathway::Route const& route)
{
    std::optional<std::size_t> taken;
    std::pair<bool, double> least;
    for (std::size_t n = 0; n < route.to.size(); ++n) {
        if (!is_open(route.to[n], *who->patient, {who->step, n})) continue;
        auto const& work = *activity(route.to[n].to);
        std::string resource;
        for (auto const& use : work.uses)
            if (auto const options = options_of(use); resource.empty() && !options.empty()) resource = options.front().resource;
        auto const& pool = pools_.at(resource);
        auto const here = static_cast<double>(length(work.name) + pool.busy);
        std::pair const found{pool.capacity == 0, pool.capacity == 0 ? here : here / pool.capacity};
        if (!taken || found < least) taken = n, least = found;
    }
    if (!taken) return pathway::exit_step;
    ++who->patient->taken[{who->step, *taken}];
    return entry_of(route.to[*taken].to);
}

void Hospital::leave(Who who)
{
    Patient& patient = *who->patient;
    pass(who, pathway::exit_step, now_);
    end_all_stays(who);
    for (auto& [name, clock] : patient.events) cancel(clock.due);
    if (patient.cohort) {
        ++told_.exits[patient.source_name];
        --cohort_here_;
    }
    note(*who, "exit");
    here_.erase(who);
}

} // namespace reference
