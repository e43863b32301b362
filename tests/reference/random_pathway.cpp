// SPDX-License-Identifier: MIT
#include "random_pathway.hpp"

#include <algorithm>

#include <pathecon/base/diagnostic.hpp>

#include "draft.hpp"

namespace reference {

RandomPathway draft_pathway(std::uint64_t seed, Words words) { return Draft{seed, words}.finished(); }

RandomPathway random_pathway(std::uint64_t seed, Words words)
{
    for (int refused = 0;; ++refused) {
        auto draft = draft_pathway(seed + static_cast<std::uint64_t>(refused) * 1'000'003, words);
        draft.refused = refused;
        if (pass_check(draft)) return draft;
    }
}

bool pass_check(RandomPathway& draft)
{
    try {
        draft.checked = std::make_shared<pathway::Checked<pathway::Pathway> const>(pathway::check(draft.pathway));
    } catch (pathecon::base::InvalidInput const&) {
        draft.checked.reset();
    }
    return draft.checked != nullptr;
}

namespace {

void add_words_of(pathway::Arrivals const& arrivals, std::set<std::string>& words)
{
    auto const add = [&](bool is, char const* word) { return is ? static_cast<void>(words.insert(word)) : void(); };
    add(arrivals.between.has_value(), "between");
    add(!arrivals.open.shifts.empty(), "open");
    add(!arrivals.profile.empty(), "profile");
    add(!arrivals.season.empty(), "season");
    add(*arrivals.growth != 0, "growth");
    add(*arrivals.dispersion > 0, "dispersion");
    add(arrivals.group > 1, "group");
    add(!arrivals.trace.empty(), "trace");
    for (auto const& patient : arrivals.trace) add(!patient.is.empty(), "trace is");
    if (!arrivals.appointments) return;
    words.insert("appointments");
    add(!arrivals.appointments->exceptions.empty(), "appointment exceptions");
    add(arrivals.appointments->no_show.p->value() > 0, "appointments no_show");
    for (auto const& list : arrivals.appointments->lists) add(list.overbooked > 0, "appointments overbooked");
}

void add_words_of(pathway::Use const& use, std::set<std::string>& words)
{
    auto const add = [&](bool is, char const* word) { return is ? static_cast<void>(words.insert(word)) : void(); };
    add(use.count > 1, "count");
    add(!use.instead.empty(), "instead");
    add(!use.skill.empty(), "skill");
    add(!use.same_as.empty(), "same_as");
    add(!use.not_same_as.empty(), "not_same_as");
}

void add_words_of(pathway::Activity const& work, std::set<std::string>& words)
{
    auto const add = [&](bool is, char const* word) { return is ? static_cast<void>(words.insert(word)) : void(); };
    for (auto const& use : work.uses) add_words_of(use, words);
    add(work.uses.size() > 1, "several uses");
    add(!work.session.empty(), "session");
    add(!work.session.empty() && !work.uses.empty(), "session with uses");
    add(!work.cases.empty(), "cases");
    add(!work.where.empty(), "where");
    add(!work.priority.empty(), "priority");
    add(work.booking.has_value(), "booking");
    add(!work.attended.empty(), "attended");
    add(!work.adjustments.empty(), "adjustments");
    add(!work.luck_name.empty(), "luck_name");
    add(work.ageing.has_value(), "ageing");
    add(work.patience.has_value(), "patience");
    add(!work.balk.empty(), "balk");
    add(work.room.has_value(), "room");
    add(work.order == pathway::QueueOrder::last, "order last");
    if (work.bulk) {
        words.insert("bulk");
        add(work.bulk->least > 1, "bulk least");
        add(work.bulk->wait.has_value(), "bulk wait");
    }
    add(work.order == pathway::QueueOrder::random, "order random");
    if (work.batch) {
        words.insert("batch");
        add(!work.batch->exceptions.empty(), "meeting exceptions");
        add(!work.batch->bank_holidays, "meeting bank_holidays");
        add(work.batch->every.has_value(), "every");
        add(work.batch->least > 1, "least");
        add(!work.batch->weeks.empty(), "meeting weeks");
        add(work.batch->cap > 0, "cap");
    }
    if (!work.no_show) return;
    words.insert("no_show");
    add(work.no_show->rebooked > 0, "rebooked");
}

void add_words_of(pathway::Resource const& resource, std::set<std::string>& words)
{
    static char const* const ends[] = {"", "end_of_shift resume", "end_of_shift repeat_identical",
                                       "end_of_shift repeat_different"};
    static char const* const pre[] = {"", "preemption resume", "preemption repeat_identical",
                                      "preemption repeat_different"};
    auto const add = [&](bool is, char const* word) { return is ? static_cast<void>(words.insert(word)) : void(); };
    auto const end = static_cast<std::size_t>(resource.end_of_shift),
               taking = static_cast<std::size_t>(resource.preemption);
    add(end > 0, ends[end]);
    add(taking > 0, pre[taking]);
    add(resource.surge.has_value(), "surge");
    add(std::any_of(resource.rota.shifts.begin(), resource.rota.shifts.end(), [](auto const& shift) { return !shift.weeks.empty(); }), "rota weeks");
    add(!resource.rota.exceptions.empty(), "exceptions");
    add(resource.rota.holidays != pathway::HolidayRule::worked, "holidays");
}

} // namespace

std::set<std::string> words_of(pathway::Pathway const& pathway)
{
    std::set<std::string> words;
    auto const add = [&](bool is, char const* word) { return is ? static_cast<void>(words.insert(word)) : void(); };
    for (auto const& noun : pathway.arrivals) add_words_of(noun, words);
    for (auto const& noun : pathway.activities) add_words_of(noun, words);
    for (auto const& noun : pathway.resources) add_words_of(noun, words);
    for (auto const& session : pathway.sessions) {
        add(!session.bank_holidays, "bank_holidays");
        add(!session.exceptions.empty(), "list exceptions");
        for (auto const& list : session.lists) {
            add(list.overbooked > 0, "overbooked");
            add(!list.weeks.empty(), "list weeks");
        }
    }
    for (auto const& route : pathway.routes) add(route.rule == pathway::RouteRule::shortest_queue, "shortest_queue");
    for (auto const& route : pathway.routes)
        for (auto const& branch : route.to) {
            add(branch.elapsed.has_value(), "elapsed");
            add(branch.most > 0, "most");
            add(!branch.open.shifts.empty(), "open way");
            add(branch.open.holidays != pathway::HolidayRule::worked, "open way holidays");
        }
    for (auto const& interval : pathway.intervals) {
        words.insert("interval");
        add(!interval.pauses.empty(), "pauses");
        add(!interval.unless.empty(), "unless");
    }
    static char const* const hands[] = {"in_hand finish", "in_hand resume", "in_hand repeat_identical",
                                        "in_hand repeat_different"};
    for (auto const& downtime : pathway.downtimes) words.insert(hands[static_cast<std::size_t>(downtime.in_hand)]);
    add(!pathway.attributes.empty(), "attribute");
    add(!pathway.tests.empty(), "test");
    add(!pathway.delays.empty(), "delay");
    add(!pathway.forks.empty(), "fork");
    for (auto const& stay : pathway.stays) {
        auto const* const first = find(pathway.activities, stay.from);
        words.insert("stay");
        bool const booked = first && (!first->session.empty() || first->batch);
        add(booked, "stay from a place");
        add(first && !booked && first->uses.empty(), "stay from work without uses");
        add(stay.from == stay.to, "stay of one step");
    }
    add(!pathway.events.empty(), "event");
    add(!pathway.backlogs.empty(), "backlog");
    add(!pathway.outcomes.empty(), "outcome");
    return words;
}

} // namespace reference
