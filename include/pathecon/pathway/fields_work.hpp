// SPDX-License-Identifier: MIT
/// \file
/// The field tables of activities and what they are made of.
#pragma once

#include <string_view>
#include <tuple>

#include <pathecon/pathway/activity.hpp>
#include <pathecon/pathway/fields_chance.hpp>

namespace pathecon::base {

template <>
struct Fields<pathway::Use> {
    using T = pathway::Use;
    static constexpr std::string_view noun = "use", sentence = "A resource that is held for the whole activity.";
    static constexpr auto table = std::tuple{
        field("resource", &T::resource, "Name of the resource.").required().key().shorthand(),
        field("count", &T::count, "How many of it are held at once.").at_least(1.0).positional(),
    };
};

template <>
struct Fields<pathway::Attendance> {
    using T = pathway::Attendance;
    static constexpr std::string_view
        noun = "attendance",
        sentence = "Somebody whose time is used without being waited for, such as those who attend a meeting.";
    static constexpr auto table = std::tuple{
        field("resource", &T::resource, "Name of the resource.").required().key().shorthand(),
        field("people", &T::people, "How many of them attend.").at_least(0.0),
        field("time", &T::time, "Time of each; as long as the activity takes when left out."),
    };
};

template <>
struct Fields<pathway::Priority> {
    using T = pathway::Priority;
    static constexpr std::string_view
        noun = "priority",
        sentence = "The level at which some patients are served; lower goes first, no rule means 100.";
    static constexpr auto table = std::tuple{
        field("where", &T::where, "Patients of this level.").required(),
        field("level", &T::level, "Level in the queue.").required().at_least(0.0),
    };
};

template <>
struct Fields<pathway::TimeCase> {
    using T = pathway::TimeCase;
    static constexpr std::string_view noun = "time_case", sentence = "How long something takes for some patients.";
    static constexpr auto table = std::tuple{
        field("where", &T::where, "Patients for whom it takes this long.").required(),
        field("takes", &T::takes, "How long it takes.").required(),
    };
};

template <>
struct Fields<pathway::Adjustment> {
    using T = pathway::Adjustment;
    static constexpr std::string_view
        noun = "adjustment",
        sentence = "What a tool does to the time of some visits: time x by + add, never below 0.";
    static constexpr auto table = std::tuple{
        field("tool", &T::tool, "Name of the tool.").required().key(),
        field("where", &T::where, "Patients to whom it applies."),
        field("share", &T::share, "Share of their visits, drawn per visit.").unit("probability"),
        field("luck_name", &T::luck_name, "Name of the decision; the same name gives the same visits."),
        field("by", &T::by, "Factor on the time.").at_least(0.0),
        field("add", &T::add, "Time added; negative when it saves time.").any_sign(),
    };
};

template <>
struct Fields<pathway::Batch> {
    using T = pathway::Batch;
    static constexpr std::string_view noun = "batch",
                                      sentence =
                                          "Work done for many at once: a weekly meeting, whose queue grows at its cap.";
    static constexpr auto table = std::tuple{
        field("days", &T::days, "Days of the meeting: 'Thu'.").required().positional(),
        field("at", &T::at, "Clock time of the meeting."),
        field("cut_off", &T::cut_off, "How long before the meeting patients must have been referred."),
        field("cap", &T::cap, "Most patients at one meeting; 0 means no cap.").at_least(0.0),
    };
};

template <>
struct Fields<pathway::Booking> {
    using T = pathway::Booking;
    static constexpr std::string_view
        noun = "booking",
        sentence = "A booking lag that stands for a waiting list; shortening it has an opportunity cost "
                   "that is not modelled.";
    static constexpr auto table = std::tuple{
        field("lag", &T::lag, "Time from referral until the patient may be served.").required().positional(),
        field("cases", &T::cases, "The lag of some patients; the first whose condition holds."),
    };
};

template <>
struct Fields<pathway::Activity> {
    using T = pathway::Activity;
    static constexpr std::string_view
        noun = "activity",
        sentence = "Work for a patient, who needs resources, a slot of a session, a place in a batch, or none.";
    static constexpr auto table = std::tuple{
        field("name", &T::name, "Name of the step, unique among the steps of the pathway.").required().key(),
        field("uses", &T::uses, "Resources that are held for the whole activity."),
        field("session", &T::session, "Session that gives the patient a slot."),
        field("batch", &T::batch, "Meeting that gives the patient a place."),
        field("takes", &T::takes, "How long it takes."),
        field("cases", &T::cases, "How long it takes for some patients; the first whose condition holds."),
        field("where", &T::where, "Patients who need it; the others pass at once."),
        field("priority", &T::priority, "Levels in the queue; first come, first served within a level."),
        field("booking", &T::booking, "Booking lag before it."),
        field("attended", &T::attended, "Those whose time is used without being waited for."),
        field("adjustments", &T::adjustments, "What tools do to its time, in their order."),
        field("luck_name", &T::luck_name, "Name of its luck; its own name when left out."),
        field("tool", &T::tool, "Tool that made it; empty for usual care."),
    };
};

} // namespace pathecon::base
