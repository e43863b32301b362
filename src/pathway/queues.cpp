// SPDX-License-Identifier: MIT
#include <algorithm>

#include <fmt/format.h>

#include <pathecon/base/decode.hpp>
#include <pathecon/base/number.hpp>
#include <pathecon/units/format.hpp>

#include "checks.hpp"
#include "codes.hpp"
#include "options.hpp"

namespace pathecon::pathway::detail {

namespace {

class Queues {
public:
    Queues(Pathway const& pathway, base::Diagnostics& faults)
        : pathway_{pathway}
        , faults_{faults}
    {}

    void activity(std::string const& path, Activity const& noun)
    {
        bool const waits = can_queue(noun, pathway_);
        auto const need_queue = [&](std::string_view member, bool given) {
            if (given && !waits)
                fault(path + "/" + std::string{member},
                      fmt::format("nobody waits for '{}': it has no session, no batch and no use of a resource with a "
                                  "rota",
                                  noun.name),
                      fmt::format("leave '{}' out, or give the activity a queue", member));
        };
        need_queue("patience", noun.patience.has_value());
        need_queue("balk", !noun.balk.empty());
        need_queue("ageing", noun.ageing.has_value());
        if (noun.ageing && waits && noun.priority.empty())
            faults_.warning(code::queue_fault, path + "/ageing",
                            "everybody has the same level, first come first served: ageing changes nothing",
                            "give 'priority', or leave 'ageing' out");
        balk(path, noun);
        if (noun.order != QueueOrder::first) order(path + "/order", noun, waits);
        bool const listed = !noun.session.empty() || noun.batch;
        if (noun.room && listed)
            fault(path + "/room",
                  fmt::format("'{}' is booked, so that its queue is a list and takes no room", noun.name),
                  "limit the queue with 'balk', or the room of an activity with 'uses'");
        else
            need_queue("room", noun.room.has_value());
        if (noun.no_show && !listed)
            fault(path + "/no_show", fmt::format("patients are there when '{}' begins: nobody is booked", noun.name),
                  "let those who do not come leave by a route, or book them: a 'session' or a 'batch'");
        if (noun.batch) batch(path + "/batch", *noun.batch);
        need_queue("bulk", noun.bulk.has_value());
        if (noun.bulk && waits) bulk(path + "/bulk", noun, listed);
    }

    void resource(std::string const& path, Resource const& noun)
    {
        bool const pool = is_pool(noun);
        if (noun.preemption != Preemption::none && !pool)
            fault(path + "/preemption", fmt::format("nobody waits for '{}': it has no rota", noun.name),
                  "leave 'preemption' out, or give it a rota");
        if (noun.preemption != Preemption::none && pool && !has_levels(noun))
            faults_.warning(
                code::queue_fault, path + "/preemption",
                fmt::format("everybody who uses '{}' has the same level: nobody is taken from anybody", noun.name),
                "give the activities that use it a 'priority', or leave 'preemption' out");
        if (!noun.surge) return;
        auto const& surge = *noun.surge;
        if (!pool)
            fault(path + "/surge", fmt::format("nobody waits for '{}': it has no rota to add to", noun.name),
                  "give it a rota, or leave 'surge' out");
        if (surge.close_at >= surge.open_at)
            fault(path + "/surge/close_at",
                  fmt::format("they open when {} wait and go when {} or fewer do: they would go at once", surge.open_at,
                              surge.close_at),
                  fmt::format("write close_at = {}, or less", surge.open_at - 1));
        if (auto const* const watched = find(pathway_.activities, surge.of); watched && !can_queue(*watched, pathway_))
            fault(path + "/surge/of", fmt::format("nobody waits for '{}'", surge.of),
                  "name an activity whose queue can grow");
    }

private:
    void fault(std::string const& at, std::string message, std::string hint)
    {
        faults_.error(code::queue_fault, at, std::move(message), std::move(hint));
    }

    void order(std::string const& path, Activity const& noun, bool waits)
    {
        if (!noun.session.empty() || noun.batch)
            fault(path, fmt::format("'{}' is booked: who was booked first is seen first", noun.name),
                  "leave 'order' out, or give levels with 'priority'");
        else if (!waits)
            fault(path, fmt::format("nobody waits for '{}': there is no order", noun.name),
                  "leave 'order' out, or give the activity a queue");
        else if (noun.ageing)
            fault(path, "'ageing' moves those forward who have waited longest, and 'order' does not let them be first",
                  "keep one of them");
    }

    /// What is served together is waited for, begins and ends together.
    void bulk(std::string const& path, Activity const& noun, bool listed)
    {
        if (listed) return fault(path, fmt::format("'{}' is booked: its places are given one by one", noun.name), "leave 'bulk' out, or book nobody: the rota of what it uses says when");
        if (noun.bulk->least > noun.bulk->most)
            fault(path + "/least", fmt::format("starts when {} wait, but at most {} are served together", noun.bulk->least, noun.bulk->most), fmt::format("write least = {}, or less", noun.bulk->most));
        if (noun.room) fault(path, "'room' lets patients in one by one, 'bulk' serves them together", "leave 'room' out, or limit the queue with 'balk'");
        if (noun.order != QueueOrder::first) fault(path, "'bulk' asks how long the first has waited, and 'order' lets others be first", "leave 'order' out");
        if (std::any_of(pathway_.stays.begin(), pathway_.stays.end(), [&](Stay const& stay) { return stay.from == noun.name; }))
            fault(path, "a stay begins here, which each of those served together would take", "begin the stay with another activity");
        for (auto const& use : noun.uses) {
            if (!use.same_as.empty() || !use.not_same_as.empty())
                fault(path, "those served together may want different people", "leave 'same_as' and 'not_same_as' out");
            for (auto const& option : options_of(use, pathway_)) uninterrupted(path, *option.resource);
        }
    }

    void uninterrupted(std::string const& path, Resource const& resource)
    {
        bool const fails = std::any_of(pathway_.downtimes.begin(), pathway_.downtimes.end(), [&](Downtime const& downtime) {
            return downtime.in_hand != EndOfShift::finish && std::find(downtime.resources.begin(), downtime.resources.end(), resource.name) != downtime.resources.end();
        });
        if (resource.preemption != Preemption::none || resource.end_of_shift != EndOfShift::finish || fails)
            fault(path, fmt::format("'{}' may be interrupted, and with it all who are served together", resource.name),
                  "let it finish what is in hand: no 'preemption', end_of_shift = 'finish', and in_hand = 'finish' of its downtimes");
    }

    void balk(std::string const& path, Activity const& noun)
    {
        base::detail::ElementNames names;
        for (std::size_t i = 0; i < noun.balk.size(); ++i) {
            auto const& rule = noun.balk[i];
            auto const at = path + "/balk/" + names.next({});
            auto const counted = [&](Balk const& one) { return one.of.empty() ? noun.name : one.of; };
            if (auto const* const other = find(pathway_.activities, rule.of); other && !can_queue(*other, pathway_))
                fault(at + "/of", fmt::format("nobody waits for '{}'", rule.of),
                      "name an activity whose queue can grow");
            auto const before = std::find_if(noun.balk.begin(), noun.balk.begin() + static_cast<std::ptrdiff_t>(i),
                                             [&](Balk const& one) {
                                                 return counted(one) == counted(rule) && one.length <= rule.length &&
                                                        (base::trim(one.where).empty() || one.where == rule.where);
                                             });
            if (before != noun.balk.begin() + static_cast<std::ptrdiff_t>(i))
                faults_.warning(code::queue_fault, at,
                                fmt::format("rule {} holds whenever this one does, and the first that holds decides",
                                            before - noun.balk.begin() + 1),
                                "put the longer queue first");
        }
    }

    void batch(std::string const& path, Batch const& noun)
    {
        if (noun.cap > 0 && noun.least > noun.cap)
            fault(path + "/least",
                  fmt::format("it is held for {} or more, but no more than {} can come", noun.least, noun.cap),
                  "lower 'least' or raise 'cap'");
        std::string why;
        auto const at = units::parse_clock(noun.at), until = units::parse_clock(noun.until, &why);
        if (!until) {
            faults_.error(code::rota_fault, path + "/until", "this clock time cannot be read: " + why, "write '17:00'");
        } else if (!noun.every && *until != units::day) {
            fault(path + "/until", "'until' ends what is held again and again, but there is no 'every'",
                  "write every = '1 h', or leave 'until' out");
        } else if (noun.every && at && *until <= *at) {
            fault(path + "/until", fmt::format("it is held from {} until {}, which is never", noun.at, noun.until),
                  "let 'until' be later than 'at'");
        }
    }

    bool has_levels(Resource const& resource) const
    {
        return std::any_of(pathway_.activities.begin(), pathway_.activities.end(), [&](auto const& activity) {
            return !activity.priority.empty() &&
                   std::any_of(activity.uses.begin(), activity.uses.end(), [&](auto const& use) {
                       auto const options = options_of(use, pathway_);
                       return std::any_of(options.begin(), options.end(),
                                          [&](auto const& option) { return option.resource == &resource; });
                   });
        });
    }

    Pathway const& pathway_;
    base::Diagnostics& faults_;
};

} // namespace

void check_queues(Pathway const& pathway, base::Diagnostics& faults)
{
    Queues queues{pathway, faults};
    base::detail::ElementNames activities, resources;
    for (auto const& noun : pathway.activities) queues.activity("activity/" + activities.next(noun.name), noun);
    for (auto const& noun : pathway.resources) queues.resource("resource/" + resources.next(noun.name), noun);
}

} // namespace pathecon::pathway::detail
