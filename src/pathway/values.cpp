// SPDX-License-Identifier: MIT
#include <algorithm>
#include <set>

#include <fmt/format.h>

#include <pathecon/base/decode.hpp>
#include <pathecon/base/number.hpp>
#include <pathecon/pathway/time_distribution.hpp>

#include "checks.hpp"
#include "codes.hpp"

namespace pathecon::pathway::detail {

namespace {

/// Checks times where the bounds of their fields (PE0110) have not already found a fault.
class Times {
public:
    explicit Times(base::Diagnostics& faults)
        : faults_{faults}
    {
        for (auto const& fault : faults.all()) known_.push_back(fault.path);
    }

    void check(std::string const& path, TimeDistribution const& time)
    {
        auto const below = path + "/";
        if (std::any_of(known_.begin(), known_.end(),
                        [&](auto const& at) { return at == path || at.starts_with(below); }))
            return;
        if (auto why = why_not(time); !why.empty())
            faults_.error(code::time_impossible, path, "this time cannot be: " + why);
    }
    void check(std::string const& path, std::vector<TimeCase> const& cases)
    {
        base::detail::ElementNames names;
        for (auto const& one : cases) check(path + "/" + names.next({}) + "/takes", one.takes);
    }

private:
    base::Diagnostics& faults_;
    std::vector<std::string> known_;
};

bool takes_nothing(Activity const& activity)
{
    return activity.cases.empty() && activity.takes.family == TimeFamily::constant &&
           *activity.takes.mean == units::Duration{};
}

void check_activity(std::string const& path, Activity const& activity, base::Diagnostics& faults)
{
    bool const listed = !activity.session.empty(), met = activity.batch.has_value();
    if (listed && met)
        faults.error(code::not_exclusive, path, "an activity waits for a 'session' or for a 'batch', here for both",
                     "split it into two activities");
    else if (met && !activity.uses.empty())
        faults.error(code::not_exclusive, path,
                     "a 'batch' sees many at once, and 'uses' is what one patient takes: not both",
                     "count who is there in 'attended', or book patients one by one with a 'session'");
    if (activity.booking && (listed || met))
        faults.error(code::not_exclusive, path + "/booking",
                     fmt::format("a booking lag stands for a waiting list, but the {} has one of its own",
                                 listed ? "session" : "batch"),
                     "leave one of them out");
    if (takes_nothing(activity)) {
        bool const timeless =
            std::any_of(activity.attended.begin(), activity.attended.end(), [](auto const& who) { return !who.time; });
        if (!activity.uses.empty())
            faults.error(code::time_missing, path + "/takes", "an activity that uses a resource takes time, found none",
                         "write takes = '14 min', or leave out 'uses'");
        else if (timeless && !listed)
            faults.error(code::time_missing, path + "/takes",
                         "somebody attends for as long as this takes, which is no time",
                         "write takes = '3 min', or give the attendance a time of its own");
    }
}

void check_attribute(std::string const& path, Attribute const& attribute, base::Diagnostics& faults)
{
    auto const fault = [&](std::string const& at, std::string message, std::string hint = {}) {
        faults.error(code::levels_fault, path + at, std::move(message), std::move(hint));
    };
    if (attribute.levels.empty()) {
        if (!attribute.shares.empty())
            fault("/shares", "shares without levels", "name the levels: levels = ['I', 'II']");
        return;
    }
    if (attribute.levels.size() == 1)
        fault("/levels", "one level says nothing of anybody", "give two or more, or leave it out");
    if (attribute.shares.size() != attribute.levels.size())
        fault("/shares", fmt::format("{} levels and {} shares", attribute.levels.size(), attribute.shares.size()),
              "give one share a level");
    if (attribute.is != Chance{})
        fault("/is", "an attribute is a yes or no with 'is', or has 'levels': here both", "leave one of them out");
    std::set<std::string> seen;
    base::detail::ElementNames names;
    for (auto const& level : attribute.levels) {
        auto const at = "/levels/" + names.next({});
        if (base::trim(level).empty())
            fault(at, "this level has no name");
        else if (!seen.insert(level).second)
            fault(at, fmt::format("the level '{}' stands twice", level));
    }
}

} // namespace

void check_values(Pathway const& pathway, base::Diagnostics& faults)
{
    if (pathway.arrivals.empty() && pathway.backlogs.empty())
        faults.error(code::nobody_comes, "arrivals", "nobody comes: the pathway has no arrivals",
                     "add [[arrivals]] with a rate");
    if (pathway.activities.empty())
        faults.error(code::nobody_comes, "activity", "nothing happens: the pathway has no activity",
                     "add an [[activity]]");

    Times times{faults};
    base::detail::ElementNames arrivals, attributes, tests, activities, delays, events, downtimes, backlogs;
    for (auto const& noun : pathway.arrivals) {
        auto const path = "arrivals/" + arrivals.next(noun.name);
        if (noun.between) times.check(path + "/between", *noun.between);
        if (noun.appointments) times.check(path + "/appointments/late", noun.appointments->late);
    }
    for (auto const& attribute : pathway.attributes)
        check_attribute("attribute/" + attributes.next(attribute.name), attribute, faults);
    for (auto const& test : pathway.tests)
        if (auto const path = "test/" + tests.next(test.name); base::trim(test.condition).empty() && test.cases.empty())
            faults.error(code::condition_unreadable, path + "/condition", "a test looks for something, found nothing",
                         "name the attribute that it looks for");
    for (auto const& activity : pathway.activities) {
        auto const path = "activity/" + activities.next(activity.name);
        check_activity(path, activity, faults);
        times.check(path + "/takes", activity.takes);
        times.check(path + "/cases", activity.cases);
        if (activity.booking) {
            times.check(path + "/booking/lag", activity.booking->lag);
            times.check(path + "/booking/cases", activity.booking->cases);
        }
        if (activity.patience) {
            times.check(path + "/patience/after", activity.patience->after);
            times.check(path + "/patience/cases", activity.patience->cases);
        }
    }
    for (auto const& delay : pathway.delays) {
        auto const path = "delay/" + delays.next(delay.name);
        times.check(path + "/takes", delay.takes);
        times.check(path + "/cases", delay.cases);
    }
    for (auto const& event : pathway.events) {
        auto const path = "event/" + events.next(event.name);
        times.check(path + "/after", event.after);
        times.check(path + "/cases", event.cases);
    }
    for (auto const& downtime : pathway.downtimes) {
        auto const path = "downtime/" + downtimes.next(downtime.name);
        times.check(path + "/every", downtime.every);
        times.check(path + "/lasts", downtime.lasts);
    }
    for (auto const& backlog : pathway.backlogs)
        times.check("backlog/" + backlogs.next(backlog.name) + "/age", backlog.age);
}

} // namespace pathecon::pathway::detail
