// SPDX-License-Identifier: MIT
#include "draft.hpp"

#include <algorithm>

#include <pathecon/units/rate.hpp>

namespace reference {

using units::hour, units::day;

Draft::Draft(std::uint64_t seed, Words words)
    : words_{words}
    , made_{drawn_.pathway}
    , parts_{seed, drawn_.pathway}
    , dice_{parts_.dice}
{
    drawn_.luck = {.seed = seed, .replication = seed % 3};
    made_.name = "random " + std::to_string(seed);
    made_.overload_allowed = true;
    busy_ = dice_.from(8, 40);
    if (dice_.maybe(0.6)) made_.starts = dice_.pick({"2026-01-05", "2026-03-30", "2026-05-04", "2026-12-21"});
    set_horizon();
    name_steps();
    add_patients();
    add_attributes();
    add_resources();
    add_sessions();
    add_tests();
    for (std::size_t i = 0; i < main_.size(); ++i)
        if (auto* work = find(made_.activities, main_[i])) fill(*work, i);
    for (auto const& name : in_forks_)
        if (auto* work = find(made_.activities, name)) fill_branch(*work);
    for (auto& delay : made_.delays) {
        delay.takes = parts_.takes(90);
        delay.cases = parts_.cases(0.2, 60);
        delay.where = parts_.where(0.2);
        delay.luck_name = parts_.luck();
    }
    add_routes();
    add_stays();
    add_downtimes();
    add_backlogs();
    add_events();
    add_measures();
    separate_sessions();
    let_bulk_finish();
    number_persons();
    if (main_.size() > 1 && main_[1] != "fork" && dice_.maybe(0.1)) made_.first = main_[1];
}

RandomPathway Draft::finished() && { return std::move(drawn_); }

void Draft::set_horizon()
{
    drawn_.horizon.warm_up = day.ticks() * dice_.from(0, 2);
    drawn_.horizon.window = (12 * hour).ticks() * dice_.from(3, 9);
    drawn_.horizon.follow_up = day.ticks() * dice_.from(0, 12);
}

void Draft::name_steps()
{
    int const steps = dice_.maybe(0.15) ? 1 : dice_.from(2, 6);
    int const fork_before = dice_.maybe(0.2) ? dice_.from(1, steps) : 0;
    for (int i = 0; i < steps; ++i) {
        if (i > 0 && i == fork_before) {
            pathway::Fork fork{.name = "fork", .join = "join"};
            for (int b = 0, n = dice_.from(2, 3); b < n; ++b) {
                auto const name = "branch " + std::to_string(b);
                fork.branches.push_back(name);
                if (dice_.maybe(0.7))
                    made_.activities.push_back({.name = name});
                else
                    made_.delays.push_back({.name = name});
                in_forks_.push_back(name);
                pathway::Route route{.from = name, .to = {{.to = "join"}}};
                if (dice_.maybe(0.3)) {
                    made_.activities.push_back({.name = name + " on"});
                    in_forks_.push_back(name + " on");
                    made_.routes.push_back({.from = name + " on", .to = {{.to = "join"}}});
                    route.to = {{.to = name + " on", .p = pathway::bernoulli(parts_.share())}, {.to = "join"}};
                    if (dice_.maybe(0.4)) route.to.front().p.reset();
                    if (route.to.front().p.has_value() == false) route.to.resize(1);
                }
                made_.routes.push_back(route);
            }
            main_.push_back("fork");
            main_.push_back("join");
            made_.forks.push_back(fork);
            made_.joins.push_back({.name = "join"});
        }
        auto const name = std::string(1, static_cast<char>('a' + i));
        main_.push_back(name);
        if (i > 0 && dice_.maybe(0.15))
            made_.delays.push_back({.name = name});
        else
            made_.activities.push_back({.name = name});
    }
}

void Draft::add_patients()
{
    int const streams = dice_.maybe(0.35) ? 2 : 1;
    for (int s = 0; s < streams; ++s) {
        pathway::Arrivals arrivals{.name = s == 0 ? "patients" : "others"};
        arrivals.rate = units::per(1, units::minutes(dice_.from(10, 90)));
        if (maybe(0.2)) {
            arrivals.rate = units::Rate{};
            arrivals.between = parts_.takes(dice_.from(10, 90));
        }
        if (dice_.maybe(0.35)) arrivals.open = parts_.rota(2);
        if (!made_.starts.empty() && !arrivals.open.shifts.empty() && maybe(0.3))
            arrivals.open.holidays = pathway::HolidayRule::closed;
        if (s > 0) {
            arrivals.background = dice_.maybe(0.3);
            if (main_.size() > 1 && dice_.maybe(0.5)) arrivals.to = main_[1] == "fork" ? "" : main_[1];
        }
        vary(arrivals);
        made_.arrivals.push_back(arrivals);
    }
}

void Draft::vary(pathway::Arrivals& arrivals)
{
    for (int n = maybe(0.2) ? dice_.from(1, 2) : 0; n > 0; --n)
        arrivals.profile.push_back({.days = parts_.days(),
                                    .from = parts_.clock(6, 20),
                                    .to = parts_.clock(6, 22),
                                    .by = 0.5 * dice_.from(0, 5)});
    std::erase_if(arrivals.profile, [](auto const& profile) { return profile.from == profile.to; });
    if (!made_.starts.empty() && maybe(0.1))
        for (int month = 0; month < 12; ++month) arrivals.season.push_back(0.25 * dice_.from(2, 6));
    if (maybe(0.1)) arrivals.growth = dice_.pick(std::vector<double>{-0.5, 0.1, 3.0});
    if (maybe(0.12)) arrivals.dispersion = dice_.pick(std::vector<double>{0.2, 0.8});
    if (maybe(0.15)) arrivals.group = dice_.from(2, 4);
    if (maybe(0.15)) { // in place of a stream: who was given a time, or a trace
        pathway::Arrivals other{.name = arrivals.name, .to = arrivals.to};
        if (dice_.maybe(0.5)) {
            pathway::Appointments given{.slot = parts_.time(20)};
            for (int n = dice_.from(1, 2); n > 0; --n) given.lists.push_back(parts_.list(given.slot));
            for (auto& list : given.lists)
                if (dice_.maybe(0.4)) list.overbooked = dice_.from(1, 3);
            given.late = parts_.takes(15);
            given.early = dice_.maybe(0.6) ? parts_.time(15) : units::Duration{};
            given.no_show = pathway::bernoulli(dice_.maybe(0.6) ? parts_.share() : 0.0);
            if (!made_.starts.empty()) given.bank_holidays = dice_.maybe(0.7);
            given.exceptions = parts_.closures(maybe(0.3));
            other.appointments = given;
        } else {
            units::Duration at{};
            for (int n = dice_.from(10, 80); n > 0; --n) {
                if (dice_.maybe(0.7)) at += parts_.time(60);
                other.trace.push_back({.at = at});
            }
        }
        arrivals = other;
    }
}

void Draft::add_attributes()
{
    for (int n = dice_.from(0, 3); n > 0; --n) {
        pathway::Attribute attribute{.name = std::string("attribute ") + static_cast<char>('0' + n),
                                     .where = parts_.where(0.2, false)};
        if (dice_.maybe(0.6)) {
            attribute.is = parts_.chance(parts_.share());
            std::erase_if(attribute.is.cases, [](auto const& one) { return one.where.empty(); });
        } else {
            attribute.levels = {"low", "middle", "high"};
            attribute.shares = {1.0, 2.0, 1.5};
        }
        attribute.luck_name = parts_.luck();
        made_.attributes.push_back(attribute);
    }
    for (auto& arrivals : made_.arrivals)
        for (auto& patient : arrivals.trace)
            if (!made_.attributes.empty() && dice_.maybe(0.4)) {
                auto const& attribute = dice_.pick(made_.attributes);
                patient.is = !attribute.levels.empty() ? attribute.name + " = high"
                                                       : (dice_.maybe(0.5) ? "not " : "") + attribute.name;
            }
}

void Draft::add_tests()
{
    if (made_.attributes.empty()) return;
    std::vector<std::string> activities;
    for (auto const& noun : made_.activities) activities.push_back(noun.name);
    for (int n = dice_.maybe(0.4) ? dice_.from(1, 2) : 0; n > 0; --n) {
        pathway::Test test;
        test.name = std::string("test ") + static_cast<char>('0' + n);
        test.at = dice_.pick(activities);
        test.condition = parts_.where(1, false);
        test.sensitivity = units::Probability{parts_.share()};
        test.specificity = units::Probability{parts_.share()};
        if (dice_.maybe(0.2)) test.cases.push_back({parts_.where(1, false), units::Probability{parts_.share()}});
        test.luck_name = parts_.luck();
        made_.tests.push_back(test);
    }
}

/// A step after the i-th of the way, or the exit.
std::string Draft::later(std::size_t i)
{
    std::vector<std::string> ways{pathway::exit_step};
    for (std::size_t k = i + 1; k < main_.size(); ++k) {
        ways.push_back(main_[k]);
        if (main_[k] == "fork") ++k; // a join is entered from its fork alone
    }
    return dice_.pick(ways);
}

pathway::Branch Draft::side_branch(std::size_t i)
{
    pathway::Branch branch{.to = later(i), .p = parts_.chance(parts_.share()), .where = parts_.where(0.25)};
    bool const back = dice_.maybe(0.3);
    std::size_t const at = static_cast<std::size_t>(dice_.from(0, static_cast<int>(i)));
    if (back && main_[at] != "join") {
        branch.to = main_[at];
        branch.p = pathway::bernoulli(0.05 * dice_.from(1, 8));
    } else if (dice_.maybe(0.2) && !branch.where.empty())
        branch.p.reset();
    if (maybe(0.15)) branch.most = dice_.from(1, 2);
    if (maybe(0.2)) {
        branch.open = parts_.rota(1);
        if (!made_.starts.empty() && dice_.maybe(0.5)) branch.open.holidays = pathway::HolidayRule::as_sunday;
    }
    if (maybe(0.2)) {
        branch.elapsed = pathway::Elapsed{.since = dice_.maybe(0.5) ? "arrival" : parts_.point()};
        if (dice_.maybe(0.6)) branch.elapsed->at_least = parts_.time(60);
        if (!branch.elapsed->at_least || dice_.maybe(0.2)) branch.elapsed->at_most = parts_.time(400);
    }
    return branch;
}

void Draft::add_routes()
{
    for (std::size_t i = 0; i < main_.size(); ++i) {
        if (main_[i] == "fork") continue;
        pathway::Route route{.from = main_[i], .luck_name = parts_.luck()};
        for (int n = dice_.maybe(0.5) ? dice_.from(1, 2) : 0; n > 0; --n) {
            auto branch = side_branch(i);
            if (std::none_of(route.to.begin(), route.to.end(),
                             [&](auto const& other) { return other.to == branch.to; }))
                route.to.push_back(branch);
        }
        auto const next = i + 1 < main_.size() ? main_[i + 1] : pathway::exit_step;
        std::erase_if(route.to, [&](auto const& branch) { return branch.to == next; });
        double sum = 0; // of probabilities that may all hold at once
        for (auto const& branch : route.to) sum += branch.p ? branch.p->p->value() : 0;
        for (auto& branch : route.to)
            if (branch.p && (sum > 0.9 || !branch.p->cases.empty())) branch.p = pathway::bernoulli(0.1);
        route.to.push_back({.to = next});
        if (maybe(0.25)) choose_by_queue(route, i);
        made_.routes.push_back(route);
    }
}

/// Makes a route that goes to the shorter of two queues further on, where there are two.
void Draft::choose_by_queue(pathway::Route& route, std::size_t i)
{
    std::vector<pathway::Branch> queues;
    for (std::size_t k = i + 1; k < main_.size(); ++k)
        if (auto const* work = find(made_.activities, main_[k]); work && !work->uses.empty()) queues.push_back({.to = main_[k]});
    if (queues.size() < 2) return;
    queues.resize(static_cast<std::size_t>(dice_.from(2, static_cast<int>(queues.size()))));
    if (dice_.maybe(0.3)) queues.back().where = parts_.where(1);
    if (dice_.maybe(0.3)) queues.back().open = parts_.rota(1);
    if (dice_.maybe(0.5)) std::swap(queues.front(), queues.back());
    route = {.from = route.from, .to = queues, .rule = pathway::RouteRule::shortest_queue};
}

void Draft::add_measures()
{
    for (int n = dice_.from(0, 3); n > 0; --n) {
        pathway::Interval interval{.name = "interval " + std::to_string(n), .where = parts_.where(0.2)};
        if (dice_.maybe(0.5)) interval.from = parts_.point();
        if (dice_.maybe(0.5)) interval.to = parts_.point();
        if (dice_.maybe(0.2)) interval.unless = parts_.point();
        if (dice_.maybe(0.4)) interval.standard = parts_.time(200);
        interval.rows = dice_.maybe(0.5);
        for (int p = maybe(0.3) ? dice_.from(1, 2) : 0; p > 0; --p)
            interval.pauses.push_back({parts_.point(), parts_.point()});
        std::erase_if(interval.pauses, [](auto const& pause) { return pause.from == pause.to; });
        made_.intervals.push_back(interval);
    }
    for (int n = dice_.from(0, 2); n > 0; --n)
        made_.outcomes.push_back({.name = "outcome " + std::to_string(n),
                                  .at = dice_.maybe(0.1) ? "arrival" : parts_.point(),
                                  .where = parts_.where(0.3),
                                  .share = units::Probability{parts_.share()},
                                  .luck_name = parts_.luck()});
}

void Draft::add_events()
{
    if (!made_.forks.empty()) return;
    for (int n = maybe(0.2) ? dice_.from(1, 2) : 0; n > 0; --n) {
        pathway::Event event{
            .name = "event " + std::to_string(n), .after = parts_.takes(240), .cases = parts_.cases(0.2, 60)};
        if (dice_.maybe(0.5)) event.from = parts_.point();
        if (dice_.maybe(0.5)) event.until = parts_.point();
        if (event.from == event.until) event.until = pathway::exit_step;
        if (dice_.maybe(0.4)) event.to = dice_.pick(main_);
        event.where = parts_.where(0.3);
        event.luck_name = parts_.luck();
        made_.events.push_back(event);
    }
}

void Draft::add_backlogs()
{
    for (int n = maybe(0.25) ? dice_.from(1, 2) : 0; n > 0; --n) {
        std::vector<std::string> steps;
        for (auto const& work : made_.activities)
            if (std::find(main_.begin(), main_.end(), work.name) != main_.end() &&
                (dice_.maybe(0.1) || !work.uses.empty() || !work.session.empty() || work.batch))
                steps.push_back(work.name);
        if (steps.empty()) return;
        pathway::Backlog backlog{
            .name = "backlog " + std::to_string(n), .at = dice_.pick(steps), .judged = dice_.maybe(0.5)};
        if (dice_.maybe(0.5)) {
            for (int i = dice_.from(1, 20); i > 0; --i) backlog.waited.push_back(parts_.time(600));
        } else {
            backlog.count = dice_.from(1, 20);
            backlog.age = parts_.takes(600);
        }
        made_.backlogs.push_back(backlog);
    }
}

} // namespace reference
