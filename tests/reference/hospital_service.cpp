// SPDX-License-Identifier: MIT
/// \file
/// Who can be served by whom, who is next, and how work begins and ends.
#include <algorithm>

#include <pathecon/base/wide.hpp>

#include "hospital.hpp"

namespace reference {

/// The resources that can serve a use, in order of preference; none where nobody waits for it.
std::vector<pathway::Alternative> Hospital::options_of(pathway::Use const& use) const
{
    std::vector<pathway::Alternative> all;
    if (use.skill.empty()) {
        all.push_back({use.resource});
        all.insert(all.end(), use.instead.begin(), use.instead.end());
    } else {
        for (auto const& resource : pathway_.resources)
            if (std::find(resource.skills.begin(), resource.skills.end(), use.skill) != resource.skills.end())
                all.push_back({resource.name});
    }
    std::erase_if(all, [&](auto const& one) { return !pools_.contains(one.resource); });
    return all;
}

/// Every pool that the work of a step, or a stay that begins with it, may use.
std::set<std::string> const& Hospital::pools_of(std::string const& step) const
{
    if (auto const known = pools_of_.find(step); known != pools_of_.end()) return known->second;
    auto& pools = pools_of_[step];
    auto const add = [&](std::vector<pathway::Use> const& uses) {
        for (auto const& use : uses)
            for (auto const& option : options_of(use)) pools.insert(option.resource);
    };
    if (auto const* work = activity(step)) add(work->uses);
    for (auto const& stay : pathway_.stays)
        if (stay.from == step) add(stay.uses);
    return pools;
}

std::vector<Need> Hospital::needs_of(Token const& token) const
{
    std::vector<Need> needs;
    auto const add = [&](std::vector<pathway::Use> const& uses, std::string const& stay) {
        for (auto const& use : uses)
            if (auto options = options_of(use); !options.empty()) needs.push_back({use, std::move(options), stay});
    };
    add(activity(token.step)->uses, {});
    for (auto const& stay : pathway_.stays)
        if (stay.from == token.step && !token.stays.contains(stay.name)) add(stay.uses, stay.name);
    return needs;
}

/// Who of a numbered pool takes a need, after others were chosen; nothing when nobody can.
std::optional<int> Hospital::person_for(Need const& need, std::string const& resource, Token const& token,
                                        std::vector<Choice> const& chosen) const
{
    auto const& pool = pools_.at(resource);
    if (!pool.numbered) return -1;
    auto const who_did = [&](std::string const& name) -> Patient::DoneBy {
        auto const found = token.patient->done_by.find(name);
        return name.empty() || found == token.patient->done_by.end() ? Patient::DoneBy{} : found->second;
    };
    auto const is_free = [&](int person) {
        return !pool.persons.contains(person) && std::none_of(chosen.begin(), chosen.end(), [&](auto const& other) {
            return other.held.resource == resource && other.held.person == person;
        });
    };
    auto const same = who_did(need.use.same_as), other = who_did(need.use.not_same_as);
    if (std::any_of(need.options.begin(), need.options.end(),
                    [&](auto const& o) { return o.resource == same.resource; })) {
        bool const fits = same.resource == resource && is_free(same.person);
        return fits ? std::optional{same.person} : std::nullopt;
    }
    for (int person = 0; person < pool.most; ++person)
        if (is_free(person) && !(other.resource == resource && other.person == person)) return person;
    return std::nullopt;
}

/// Chooses for the needs from chosen.size() on, the first that works in the order of preference.
bool Hospital::choose(Token const& token, std::vector<Need> const& needs, std::vector<Choice>& chosen) const
{
    if (chosen.size() == needs.size()) return true;
    auto const& need = needs[chosen.size()];
    for (auto const& option : need.options) {
        int taken = need.use.count;
        for (auto const& other : chosen)
            if (other.held.resource == option.resource) taken += other.held.count;
        if (taken > pools_.at(option.resource).idle()) continue;
        auto const person = person_for(need, option.resource, token, chosen);
        if (!person) continue;
        chosen.push_back({{option.resource, need.use.count, *person, *option.by, now_}, need.stay});
        if (choose(token, needs, chosen)) return true;
        chosen.pop_back();
    }
    return false;
}

bool Hospital::pre_emptive(std::string const& resource) const
{
    return find(pathway_.resources, resource)->preemption != pathway::Preemption::none;
}

/// Says how the token can start now, if it can.
std::optional<Plan> Hospital::plan(Token const& token) const
{
    Plan made;
    if (choose(token, needs_of(token), made.choices)) return made;
    // Only what the work itself uses gives the right to pre-empt; its stays follow.
    auto const needs = needs_of(token);
    if (std::none_of(needs.begin(), needs.end(),
                     [&](Need const& need) { return need.stay.empty() && pre_emptive(need.options.front().resource); }))
        return std::nullopt;
    made.pre_empts = true;
    made.choices.clear();
    std::map<std::string, int> asked;
    for (auto const& need : needs) {
        auto const& first = need.options.front();
        asked[first.resource] += need.use.count;
        made.choices.push_back({{first.resource, need.use.count, -1, *first.by, now_}, need.stay});
    }
    bool any_short = false;
    for (auto const& [resource, count] : asked) {
        int shortage = count - pools_.at(resource).idle();
        if (shortage <= 0) continue;
        any_short = true;
        for (auto const& victim : victims(token, resource))
            for (auto const& held : victim->held)
                if (held.resource == resource) shortage -= held.count;
        if (shortage > 0) return std::nullopt;
    }
    return any_short ? std::optional{made} : std::nullopt;
}

/// Whom the token may put back at a pool: the highest level first, then who began last, then the last by name.
std::vector<Who> Hospital::victims(Token const& token, std::string const& resource) const
{
    std::vector<Who> all;
    if (!pre_emptive(resource)) return all;
    for (auto const& who : here_)
        if (who->state == Token::State::working && who->level > token.level &&
            std::any_of(who->held.begin(), who->held.end(),
                        [&](auto const& held) { return held.resource == resource; }))
            all.push_back(who);
    std::sort(all.begin(), all.end(), [&](auto const& a, auto const& b) {
        if (a->level != b->level) return a->level > b->level;
        return a->began != b->began ? a->began > b->began : by_name(*b, *a);
    });
    return all;
}

/// Puts back whom the plan pre-empts; returns what they held, one after the other.
std::vector<Held> Hospital::pre_empt(Token const& token, Plan const& how)
{
    std::vector<Held> freed;
    if (!how.pre_empts) return freed;
    for (;;) {
        std::string first_short;
        for (auto const& choice : how.choices) {
            int asked = 0;
            for (auto const& other : how.choices)
                if (other.held.resource == choice.held.resource) asked += other.held.count;
            if (asked <= pools_.at(choice.held.resource).idle()) continue;
            first_short = choice.held.resource;
            break;
        }
        if (first_short.empty()) return freed;
        auto const victim = victims(token, first_short).front();
        freed.insert(freed.end(), victim->held.begin(), victim->held.end());
        switch (find(pathway_.resources, first_short)->preemption) {
        case pathway::Preemption::repeat_identical:
            put_back(victim, pathway::EndOfShift::repeat_identical);
            break;
        case pathway::Preemption::repeat_different:
            put_back(victim, pathway::EndOfShift::repeat_different);
            break;
        default:
            put_back(victim, pathway::EndOfShift::resume);
        }
    }
}

int Hospital::level_of(Token const& token) const
{
    if (auto const* work = activity(token.step))
        for (auto const& rule : work->priority)
            if (holds(rule.where, *token.patient)) return rule.level;
    return 100;
}

/// Starts somebody who has just come to the step; says whether the end is still to come.
bool Hospital::start_now(Who const& who, Plan const& how, Ticks since)
{
    bool const stay =
        std::any_of(how.choices.begin(), how.choices.end(), [](auto const& c) { return !c.stay.empty(); });
    auto const carried = release_work(who);
    auto const freed = pre_empt(*who, how);
    who->joined = since;
    who->work = work_of(*who, served_by(how));
    note(*who, "queue");
    note_start(who, now_);
    if (who->work == 0 && !stay && !how.pre_empts) {
        dispatch(carried);
        end_stays(who, who->step);
        return false;
    }
    begin(who, how, who->work);
    dispatch(freed);
    dispatch(carried);
    return true;
}

/// Starts somebody who waits in the line of the step, or outside it.
void Hospital::start_waiting(Who const& who, Plan const& how)
{
    bool const outside = who->state == Token::State::blocked;
    auto const step = who->step;
    if (outside) {
        std::erase(blocked_.at(step), who);
        who->joined = who->since;
    } else
        take_from_line(who);
    auto const carried = release_work(who);
    auto const freed = pre_empt(*who, how);
    if (!who->put_back || who->draw_again) who->work = work_of(*who, served_by(how));
    Ticks const rest = who->put_back && !who->draw_again ? *who->left : who->work;
    if (outside) note(*who, "queue");
    if (who->put_back)
        note(*who, "resume");
    else
        note_start(who, now_);
    bool const stay =
        std::any_of(how.choices.begin(), how.choices.end(), [](auto const& c) { return !c.stay.empty(); });
    if (outside && who->work == 0 && !stay && !how.pre_empts) {
        dispatch(carried);
        end_stays(who, step);
        finish(who);
        return go(who, next_step(who));
    }
    begin(who, how, rest);
    if (!outside) unblock(step);
    dispatch(freed);
    dispatch(carried);
}

/// Those who do the step's own work, which decide how long it takes.
std::vector<Held> Hospital::served_by(Plan const& how)
{
    std::vector<Held> served;
    for (auto const& choice : how.choices)
        if (choice.stay.empty()) served.push_back(choice.held);
    return served;
}

void Hospital::remember(Token const& token, Plan const& how)
{
    if (!how.choices.empty() && how.choices.front().stay.empty())
        token.patient->done_by[token.step] = {how.choices.front().held.resource, how.choices.front().held.person};
}

/// Takes the servers, for the work and for stays.
void Hospital::take(Who const& who, Plan const& how)
{
    for (auto const& [held, stay] : how.choices) {
        auto& pool = pools_.at(held.resource);
        pool.busy += held.count;
        if (pool.numbered) pool.persons.insert(held.person);
        auto& to = stay.empty() ? who->held : who->stays[stay];
        to.push_back(held);
        to.back().since = now_;
    }
    remember(*who, how);
}

/// Takes the servers; the end of the work is due after `rest`.
void Hospital::begin(Who const& who, Plan const& how, Ticks rest)
{
    take(who, how);
    who->state = Token::State::working;
    who->began = now_;
    who->put_back = who->draw_again = false;
    who->left.reset();
    who->due = due(now_ + rest, completion, *who);
    schedule(*who->due, [this, who] { complete(who); });
}

/// Ends work, a delay or a place of a list. Those who wait for the servers start before the one who is done moves on.
void Hospital::complete(Who const& who)
{
    who->due.reset();
    who->state = Token::State::moving;
    if (may_block(who->step)) {
        end_stays(who, who->step);
    } else {
        auto const goes_on = pass_on(who);
        auto const work = release_work(who), stays = release_stays(who, who->step);
        if (!goes_on) dispatch(work);
        dispatch(stays);
    }
    finish(who);
    go(who, next_step(who));
}

void Hospital::dispatch(std::vector<Held> const& held)
{
    for (auto const& one : held) dispatch(one.resource);
}

/// Starts everybody whom the pool's idle servers, or pre-emption at it, allow to start.
void Hospital::dispatch(std::string const& resource)
{
    while (pools_.at(resource).idle() > 0 || pre_emptive(resource)) {
        std::optional<Plan> how;
        auto const who = next_in_turn(resource, how);
        if (!who) return;
        if (activity(who->step)->bulk) start_together(who->step);
        else start_waiting(who, *how);
    }
}

/// Whether `a` is served before `b`: effective level, then since when, then by name.
bool Hospital::before(Token const& a, Token const& b) const
{
    auto const ageing = [&](Token const& token) {
        auto const& of = activity(token.step)->ageing;
        return of ? of->ticks() : Ticks{0};
    };
    // level - (now - since)/ageing as a fraction
    auto const above = [&](Token const& token) {
        return ageing(token) == 0 ? pathecon::base::i128{token.level}
                                  : pathecon::base::i128{token.level} * ageing(token) - (now_ - token.since);
    };
    auto const below = [&](Token const& token) { return std::max<Ticks>(ageing(token), 1); };
    auto const left = above(a) * below(b), right = above(b) * below(a);
    if (left != right) return left < right;
    if (a.since != b.since) return a.since < b.since;
    return fault_ == Fault::last_come_first ? by_name(b, a) : by_name(a, b);
}

/// Returns who is served next of all who may use the pool and can start.
Who Hospital::next_in_turn(std::string const& resource, std::optional<Plan>& how) const
{
    Who best;
    auto const consider = [&](Who const& who) {
        auto made = plan(*who);
        if (!made) return false;
        if (!best || before(*who, *best)) {
            best = who;
            how = std::move(made);
        }
        return true;
    };
    for (auto const& work : pathway_.activities) {
        if (kind_of(work.name) != Kind::work || !pools_of(work.name).contains(resource)) continue;
        if (work.bulk && !is_due(work.name)) continue;
        // Those in one line differ in what they need only by persons and by the stays that they have already.
        bool const alike =
            std::all_of(work.uses.begin(), work.uses.end(),
                        [](auto const& use) { return use.same_as.empty() && use.not_same_as.empty(); }) &&
            std::none_of(pathway_.stays.begin(), pathway_.stays.end(),
                         [&](auto const& s) { return s.from == work.name; });
        if (auto const lines = lines_.find(work.name); lines != lines_.end())
            for (auto const& [level, line] : lines->second)
                for (auto const& who : line)
                    if (consider(who) || alike) break;
        if (auto const outside = blocked_.find(work.name);
            outside != blocked_.end() && !outside->second.empty() && length(work.name) == 0)
            consider(outside->second.front());
    }
    return best;
}

} // namespace reference
