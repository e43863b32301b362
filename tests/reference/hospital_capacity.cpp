// SPDX-License-Identifier: MIT
/// \file
/// How many are on duty: rotas, failures, surges, and what happens to work in hand.
#include <algorithm>
#include <stdexcept>

#include "hospital.hpp"

namespace reference {

static constexpr Ticks front_of_line = -(Ticks{1} << 62);

/// Returns the steps of one week of somebody's rota.
Hospital::Week const& Hospital::week_of(std::string const& whose, pathway::Rota const& rota, std::int64_t week) const
{
    auto& weeks = weeks_[whose];
    if (weeks.empty()) {
        std::string why;
        auto const ticks = [](std::vector<pathway::RotaStep> const& steps) {
            Week made;
            for (auto const& step : steps) made.emplace_back(step.at.ticks(), step.servers);
            return made;
        };
        for (auto const& usual : pathway::weeks_of(rota, why)) weeks[-1 - static_cast<std::int64_t>(weeks.size())] = ticks(usual);
        // As far as the engine looks: a rota that will change once is looked at each week.
        std::int64_t const horizon = 1566;
        if (!rota.exceptions.empty() || rota.holidays != pathway::HolidayRule::worked)
            for (auto const& other : pathway::exceptional_weeks(rota, pathway_.starts, horizon, why))
                weeks[other.week] = ticks(other.steps);
        if (!why.empty()) throw std::logic_error("unreadable rota: " + why);
    }
    if (auto const found = weeks.find(week); found != weeks.end()) return found->second;
    auto const cycle = std::count_if(weeks.begin(), weeks.end(), [](auto const& one) { return one.first < 0; });
    return weeks.at(-1 - week % cycle);
}

void Hospital::start_rotas()
{
    for (auto const& resource : pathway_.resources) {
        if (resource.rota.shifts.empty()) continue;
        auto& pool = pools_[resource.name];
        pool.capacity = pool.on_rota = week_of(resource.name, resource.rota, 0).front().second;
        for (auto const& [week, steps] : weeks_.at(resource.name))
            for (auto const& [at, servers] : steps) pool.most = std::max(pool.most, servers);
        if (resource.surge) pool.most += resource.surge->servers;
        auto const& weeks = weeks_.at(resource.name);
        if (weeks.size() > 1 || weeks.at(-1).size() > 1) next_rota_change(resource.name, 0, 1);
    }
    number_persons();
}

/// Where it matters who serves, servers have numbers.
void Hospital::number_persons()
{
    auto const number = [&](pathway::Use const& use) {
        for (auto const& option : options_of(use)) pools_.at(option.resource).numbered = true;
    };
    for (auto const& work : pathway_.activities)
        for (auto const& use : work.uses)
            for (auto const& name : {use.same_as, use.not_same_as}) {
                if (name.empty()) continue;
                number(use);
                if (!activity(name)->uses.empty()) number(activity(name)->uses.front());
            }
}

/// Schedules the change at a step of a week; behind the last step comes the first of the next week.
void Hospital::next_rota_change(std::string const& name, std::int64_t week, std::size_t step)
{
    auto const& resource = *find(pathway_.resources, name);
    if (step == week_of(name, resource.rota, week).size()) {
        ++week;
        step = 0;
    }
    auto const [at, servers] = week_of(name, resource.rota, week)[step];
    Ticks const late = fault_ == Fault::shift_ends_late ? 1 : 0;
    std::int64_t index = 0;
    for (auto const& other : pathway_.resources) {
        if (other.name == name) break;
        index += !other.rota.shifts.empty();
    }
    schedule({week * units::week.ticks() + at + late, rota_change, 0, index},
             [this, name, &resource, week, step, number = servers] {
                 pools_.at(name).on_rota = number;
                 next_rota_change(name, week, step + 1);
                 change_capacity(name, resource.end_of_shift);
                 dispatch(name);
             });
}

/// Works out the capacity anew; what it no longer allows is put back, unless it is finished.
void Hospital::change_capacity(std::string const& resource, pathway::EndOfShift rule)
{
    auto& pool = pools_.at(resource);
    note_open(resource);
    pool.capacity = std::max(0, pool.on_rota + pool.surge - pool.down);
    if (rule == pathway::EndOfShift::finish) return;
    while (pool.idle() < 0) {
        Who latest;
        for (auto const& who : here_)
            if (who->state == Token::State::working &&
                std::any_of(who->held.begin(), who->held.end(),
                            [&](auto const& h) { return h.resource == resource; }) &&
                (!latest || who->began > latest->began || (who->began == latest->began && by_name(*latest, *who))))
                latest = who;
        if (!latest) return;
        auto freed = latest->held;
        put_back(latest, rule);
        std::erase_if(freed, [&](auto const& held) { return held.resource == resource; });
        dispatch(freed);
    }
}

/// Interrupts work and puts the patient first in the line.
void Hospital::put_back(Who const& who, pathway::EndOfShift rule)
{
    Ticks const left = who->due->time - now_;
    cancel(who->due);
    release(who, who->held);
    who->held.clear();
    who->put_back = true;
    who->left = rule == pathway::EndOfShift::resume ? left : who->work;
    who->draw_again = rule == pathway::EndOfShift::repeat_different;
    who->attempt += who->draw_again;
    who->state = Token::State::waiting;
    who->since = front_of_line;
    lines_[who->step][who->level].push_front(who);
    note(*who, "put_back");
}

/// Schedules the k-th failure: up first, then down.
void Hospital::next_downtime(std::size_t index, std::int64_t k, Ticks from)
{
    auto const& downtime = pathway_.downtimes[index];
    auto const luck = "downtime/" + (downtime.luck_name.empty() ? downtime.name : downtime.luck_name);
    auto const id = static_cast<std::uint64_t>(k);
    auto const drawn_at = [&](pathway::TimeDistribution const& time, std::string const& what) {
        return static_cast<Ticks>(law_of(time).sample(uniform(luck + what, id, 0)) + 0.5);
    };
    Ticks const down = from + drawn_at(downtime.every, "/every"), up = down + drawn_at(downtime.lasts, "/lasts");
    auto const rank_index = static_cast<std::int64_t>(index);
    schedule({down, rota_change, 1, rank_index}, [this, &downtime, index, rank_index, k, up] {
        fail(downtime, +1);
        schedule({up, rota_change, 1, rank_index}, [this, &downtime, index, k, up] {
            fail(downtime, -1);
            next_downtime(index, k + 1, up);
            for (auto const& name : downtime.resources)
                if (pools_.contains(name)) dispatch(name);
        });
    });
}

void Hospital::fail(pathway::Downtime const& downtime, int sign)
{
    for (auto const& name : downtime.resources) {
        if (!pools_.contains(name)) continue;
        auto& pool = pools_.at(name);
        pool.down += sign * (downtime.servers > 0 ? downtime.servers : pool.most);
        change_capacity(name, sign > 0 ? downtime.in_hand : pathway::EndOfShift::finish);
    }
}

/// Opens and closes what depends on the length of queues, each once.
void Hospital::judge_surges()
{
    for (auto const& resource : pathway_.resources) {
        if (!resource.surge || !pools_.contains(resource.name)) continue;
        auto& pool = pools_.at(resource.name);
        auto const& surge = *resource.surge;
        if (pool.surge == 0 && length(surge.of) >= surge.open_at) {
            pool.surge = surge.servers;
            change_capacity(resource.name, pathway::EndOfShift::finish);
        } else if (pool.surge > 0 && length(surge.of) <= surge.close_at) {
            pool.surge = 0;
            change_capacity(resource.name, resource.end_of_shift);
        } else
            continue;
        dispatch(resource.name);
    }
}

} // namespace reference
