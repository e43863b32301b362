// SPDX-License-Identifier: MIT
#include <algorithm>
#include <set>

#include "draft.hpp"

namespace reference {

using pathway::EndOfShift;

static EndOfShift const rules[] = {EndOfShift::finish, EndOfShift::resume, EndOfShift::repeat_identical,
                                   EndOfShift::repeat_different};

void Draft::add_resources()
{
    for (int n = dice_.from(1, 4); n > 0; --n) {
        pathway::Resource resource{.name = "resource " + std::to_string(n), .rota = parts_.rota(3)};
        if (dice_.maybe(0.5))
            resource.end_of_shift = words_ == Words::all ? rules[dice_.from(1, 3)] : EndOfShift::resume;
        if (maybe(0.25)) resource.preemption = static_cast<pathway::Preemption>(dice_.from(1, 3));
        if (maybe(0.4)) resource.skills.push_back("skill");
        if (maybe(0.2))
            resource.surge = pathway::Surge{
                .of = {}, .open_at = dice_.from(2, 5), .close_at = dice_.from(0, 1), .servers = dice_.from(1, 2)};
        if (!made_.starts.empty() && maybe(0.3)) {
            resource.rota.holidays = static_cast<pathway::HolidayRule>(dice_.from(0, 2));
            // Days of the first week; the start is a Monday.
            auto const monday = made_.starts.substr(0, 8);
            int const first = std::stoi(made_.starts.substr(8)) + dice_.from(0, 3);
            auto const date = [&](int of) { return monday + (of < 10 ? "0" : "") + std::to_string(std::min(of, 31)); };
            pathway::RotaException exception{.from = date(first)};
            if (dice_.maybe(0.4) && first < 30) exception.until = date(first + 1);
            if (dice_.maybe(0.5)) exception.shifts = parts_.rota(2).shifts;
            for (auto& shift : exception.shifts) shift.days = "daily";
            if (first <= 31) resource.rota.exceptions.push_back(exception);
        }
        made_.resources.push_back(resource);
    }
    if (dice_.maybe(0.3)) made_.resources.push_back({.name = "clerk"});
}

void Draft::add_sessions()
{
    for (int n = dice_.maybe(0.35) ? dice_.from(1, 2) : 0; n > 0; --n) {
        pathway::Session session{.name = "session " + std::to_string(n), .slot = parts_.time(20)};
        for (int k = dice_.from(1, 2); k > 0; --k) session.lists.push_back(parts_.list(session.slot));
        for (auto& list : session.lists)
            if (maybe(0.3)) list.overbooked = dice_.from(1, 3);
        if (dice_.maybe(0.4)) session.lead = parts_.time(120);
        if (dice_.maybe(0.4)) session.resource = made_.resources.back().name;
        if (!made_.starts.empty() && maybe(0.3)) session.bank_holidays = false;
        session.exceptions = parts_.closures(maybe(0.3));
        made_.sessions.push_back(session);
    }
}

pathway::Use Draft::use()
{
    std::vector<std::string> names;
    bool skilled = false;
    for (auto const& resource : made_.resources)
        if (!resource.rota.shifts.empty()) {
            names.push_back(resource.name);
            skilled |= !resource.skills.empty();
        }
    if (skilled && maybe(0.2)) return {.skill = "skill"};
    pathway::Use made{.resource = dice_.pick(names), .count = dice_.maybe(0.15) ? 2 : 1};
    if (names.size() > 1 && maybe(0.3)) {
        auto const other = dice_.pick(names);
        if (other != made.resource) made.instead.push_back({other, 0.5 * dice_.from(1, 4)});
    }
    return made;
}

void Draft::add_uses(pathway::Activity& work)
{
    work.uses.push_back(use());
    while (dice_.maybe(0.25)) {
        auto const other = use();
        if (std::none_of(work.uses.begin(), work.uses.end(),
                         [&](auto const& one) { return one.resource == other.resource; }))
            work.uses.push_back(other);
    }
    if (find(made_.resources, "clerk") && dice_.maybe(0.2)) work.uses.push_back({.resource = "clerk"});
    for (auto& one : work.uses) {
        if (one.resource == "clerk" || work.bulk || !maybe(0.15)) continue;
        std::vector<std::string> others;
        for (auto const& other : made_.activities)
            if (!other.uses.empty() && std::find(main_.begin(), main_.end(), other.name) != main_.end())
                others.push_back(other.name);
        if (others.empty()) continue;
        (dice_.maybe(0.5) ? one.same_as : one.not_same_as) = dice_.pick(others);
    }
}

void Draft::fill(pathway::Activity& work, std::size_t i)
{
    double const kind = dice_.u();
    work.takes = parts_.takes(busy_);
    work.cases = parts_.cases(0.2, 2 * busy_);
    work.where = parts_.where(0.2);
    work.luck_name = parts_.luck();
    if (dice_.maybe(0.3)) {
        for (int n = dice_.from(1, 3); n > 0; --n)
            if (auto condition = parts_.where(1); !condition.empty())
                work.priority.push_back({condition, 50 * dice_.from(0, words_ == Words::all ? 3 : 2)});
        if (maybe(0.4)) work.ageing = parts_.time(30);
    }
    if (!made_.sessions.empty() && kind < 0.3) {
        work.session = dice_.pick(made_.sessions).name;
        if (maybe(0.5)) add_uses(work);
    } else if (kind < 0.4) {
        work.batch = pathway::Batch{.days = parts_.days(), .at = parts_.clock(8, 15), .cap = dice_.from(0, 5)};
        if (dice_.maybe(0.3)) work.batch->cut_off = parts_.time(120);
        if (maybe(0.4)) {
            work.batch->every = parts_.time(120);
            if (dice_.maybe(0.5)) work.batch->until = parts_.clock(16, 22);
        }
        if (!made_.starts.empty() && maybe(0.3)) work.batch->bank_holidays = false;
        work.batch->exceptions = parts_.closures(maybe(0.3));
        work.batch->weeks = parts_.weeks();
        if (maybe(0.4)) work.batch->least = work.batch->cap == 0 ? dice_.from(2, 4) : dice_.from(1, work.batch->cap);
    } else if (kind < 0.93) {
        if (maybe(0.15)) {
            work.bulk = pathway::Bulk{.most = dice_.from(1, 5)};
            work.bulk->least = dice_.from(1, work.bulk->most);
            if (dice_.maybe(0.6)) work.bulk->wait = parts_.time(90);
        }
        add_uses(work);
        if (dice_.maybe(0.15)) work.booking = pathway::Booking{parts_.takes(300), parts_.cases(0.3, 100)};
    }
    if (find(made_.resources, "clerk") && dice_.maybe(0.3)) {
        work.attended.push_back({.resource = "clerk", .people = 0.5 * dice_.from(1, 4)});
        if (dice_.maybe(0.5)) work.attended.back().time = parts_.time(10);
    }
    while (dice_.maybe(0.15)) {
        pathway::Adjustment use_of{.tool = "tool",
                                   .where = parts_.where(0.4),
                                   .share = units::Probability{parts_.share()},
                                   .by = 0.5 * dice_.from(1, 3)};
        if (dice_.maybe(0.4)) use_of.add = parts_.time(10) * (dice_.maybe(0.5) ? -1.0 : 1.0);
        if (dice_.maybe(0.3) && use_of.share->value() < 1) use_of.by = 0.0;
        work.adjustments.push_back(use_of);
    }
    if (!work.uses.empty() || !work.session.empty() || work.batch) add_queue_rules(work, i);
}

/// How patients wait, other than patiently.
void Draft::add_queue_rules(pathway::Activity& work, std::size_t i)
{
    if (maybe(0.25)) {
        work.patience = pathway::Patience{
            .after = parts_.takes(90), .cases = parts_.cases(0.3, 30), .to = later(i), .where = parts_.where(0.3)};
        if (dice_.maybe(0.2) && main_[i] != "join") work.patience->to = work.name;
    }
    for (int n = maybe(0.25) ? dice_.from(1, 2) : 0; n > 0; --n) {
        pathway::Balk rule{.length = dice_.from(0, 5),
                           .to = later(i),
                           .p = units::Probability{parts_.share()},
                           .where = parts_.where(0.3)};
        if (dice_.maybe(0.3)) {
            std::vector<std::string> others;
            for (auto const& other : made_.activities)
                if (!other.uses.empty() || !other.session.empty() || other.batch) others.push_back(other.name);
            rule.of = dice_.pick(others);
        }
        work.balk.push_back(rule);
    }
    bool const listed = !work.session.empty() || work.batch;
    if (!listed && !work.bulk && !work.ageing && maybe(0.25)) work.order = static_cast<pathway::QueueOrder>(dice_.from(1, 2));
    if (!listed && !work.bulk && maybe(0.3)) work.room = dice_.from(0, 4);
    if (listed && maybe(0.5)) {
        pathway::NoShow rule{.missed = parts_.chance(0.05 * dice_.from(0, 8)),
                             .cancelled = parts_.chance(0.05 * dice_.from(0, 8)),
                             .rebooked = dice_.from(0, 2),
                             .to = later(i)};
        for (auto* one : {&rule.missed, &rule.cancelled})
            for (auto& other : one->cases) other.p = units::Probability{0.4};
        work.no_show = rule;
    }
}

/// Work on a branch of a fork is plain: the branch must come to its join.
void Draft::fill_branch(pathway::Activity& work)
{
    work.takes = parts_.takes(busy_);
    work.where = parts_.where(0.2);
    if (dice_.maybe(0.8)) work.uses.push_back({.resource = made_.resources.front().name});
    if (work.uses.empty()) return;
    if (dice_.maybe(0.2)) work.booking = pathway::Booking{parts_.takes(100), {}};
    if (auto condition = parts_.where(0.3); !condition.empty()) work.priority.push_back({condition, 50});
    if (maybe(0.15)) work.patience = pathway::Patience{.after = parts_.takes(90), .to = "join"};
}

void Draft::add_stays()
{
    std::vector<std::string> works;
    for (auto const& name : main_)
        if (auto const* work = find(made_.activities, name);
            work && !work->bulk && (!work->uses.empty() || dice_.maybe(0.7)))
            works.push_back(name);
    if (works.empty() || !maybe(0.35)) return;
    for (int n = dice_.from(1, 2); n > 0; --n) {
        pathway::Stay stay;
        stay.name = "stay " + std::to_string(n);
        std::size_t const first = static_cast<std::size_t>(dice_.from(0, static_cast<int>(works.size()) - 1));
        stay.from = works[first];
        std::vector<std::string> ends;
        bool after = false;
        for (auto const& name : main_) {
            after |= name == stay.from;
            if (after && find(made_.activities, name)) ends.push_back(name);
        }
        stay.to = dice_.pick(ends);
        if (dice_.maybe(0.25)) { // what the work uses, too; or on a branch
            stay.uses.push_back({.resource = made_.resources.front().name});
            for (auto const& name : in_forks_)
                if (auto const* work = find(made_.activities, name); work && !work->uses.empty() && dice_.maybe(0.5))
                    stay.from = stay.to = name;
            made_.stays.push_back(stay);
            continue;
        }
        pathway::Resource bed{.name = "bed " + std::to_string(n),
                              .kind = pathway::ResourceKind::bed,
                              .rota = pathway::Rota::always(dice_.from(2, 6))};
        stay.uses.push_back({.resource = bed.name});
        if (dice_.maybe(0.3) && n == 1 && find(made_.resources, "bed 2")) stay.uses.back().instead.push_back({"bed 2"});
        made_.resources.push_back(bed);
        made_.stays.push_back(stay);
    }
}

void Draft::add_downtimes()
{
    for (int n = maybe(0.25) ? dice_.from(1, 2) : 0; n > 0; --n) {
        pathway::Downtime downtime{.name = "downtime " + std::to_string(n),
                                   .every = parts_.takes(1000),
                                   .lasts = parts_.takes(120),
                                   .servers = dice_.from(0, 1),
                                   .in_hand = rules[dice_.from(0, 3)]};
        for (auto const& resource : made_.resources)
            if (!resource.rota.shifts.empty() && dice_.maybe(0.4)) downtime.resources.push_back(resource.name);
        if (!downtime.resources.empty()) made_.downtimes.push_back(downtime);
    }
}

/// What serves several together is not interrupted.
void Draft::let_bulk_finish()
{
    for (auto const& work : made_.activities) {
        if (!work.bulk) continue;
        auto const finish = [&](pathway::Resource& resource) {
            resource.end_of_shift = EndOfShift::finish;
            resource.preemption = pathway::Preemption::none;
            for (auto& downtime : made_.downtimes)
                if (std::find(downtime.resources.begin(), downtime.resources.end(), resource.name) != downtime.resources.end())
                    downtime.in_hand = EndOfShift::finish;
        };
        for (auto const& one : work.uses) {
            std::vector<std::string> names{one.resource};
            for (auto const& other : one.instead) names.push_back(other.resource);
            for (auto& resource : made_.resources)
                if (std::find(names.begin(), names.end(), resource.name) != names.end() ||
                    std::find(resource.skills.begin(), resource.skills.end(), one.skill) != resource.skills.end())
                    finish(resource);
        }
    }
}

/// Who runs the lists of a session is not taken beside them.
void Draft::separate_sessions()
{
    for (auto const& work : made_.activities) {
        if (work.session.empty()) continue;
        auto const is = [&](std::string const& name) {
            auto const* const resource = find(made_.resources, name);
            return std::any_of(work.uses.begin(), work.uses.end(), [&](auto const& use) {
                return use.resource == name ||
                       std::any_of(use.instead.begin(), use.instead.end(), [&](auto const& o) { return o.resource == name; }) ||
                       (resource && std::find(resource->skills.begin(), resource->skills.end(), use.skill) != resource->skills.end());
            });
        };
        for (auto& session : made_.sessions)
            if (session.name == work.session && is(session.resource)) session.resource.clear();
    }
}

/// Where it matters who serves, servers are used one by one and nobody is pre-empted. A surge watches a queue.
void Draft::number_persons()
{
    std::vector<std::string> queues;
    for (auto const& work : made_.activities)
        if (!work.uses.empty() || !work.session.empty() || work.batch) queues.push_back(work.name);
    for (auto& resource : made_.resources) {
        if (!resource.surge) continue;
        if (queues.empty())
            resource.surge.reset();
        else
            resource.surge->of = dice_.pick(queues);
    }
    std::set<std::string> numbered;
    auto const number = [&](pathway::Use const& one) {
        numbered.insert(one.resource);
        for (auto const& other : one.instead) numbered.insert(other.resource);
        if (one.skill.empty()) return;
        for (auto const& resource : made_.resources)
            if (!resource.skills.empty()) numbered.insert(resource.name);
    };
    for (auto const& work : made_.activities)
        for (auto const& one : work.uses)
            for (auto const& name : {one.same_as, one.not_same_as})
                if (!name.empty()) {
                    number(one);
                    number(find(made_.activities, name)->uses.front());
                }
    if (numbered.empty()) return;
    for (auto& resource : made_.resources)
        if (numbered.contains(resource.name)) resource.preemption = pathway::Preemption::none;
    for (auto& work : made_.activities)
        for (auto& one : work.uses)
            if (one.resource != "clerk") {
                one.count = 1;
                // An activity with such a use pre-empts nobody elsewhere either.
                if (!one.same_as.empty() || !one.not_same_as.empty())
                    for (auto const& other : work.uses)
                        if (auto* resource = find(made_.resources, other.resource))
                            resource->preemption = pathway::Preemption::none;
            }
}

} // namespace reference
