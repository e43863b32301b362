// SPDX-License-Identifier: MIT
/// \file
/// The field tables of activities and what they are made of.
#pragma once

#include <array>
#include <string_view>
#include <tuple>
#include <utility>

#include <pathecon/pathway/activity.hpp>
#include <pathecon/pathway/fields_chance.hpp>

namespace pathecon::base {

template <>
struct Fields<pathway::Alternative> {
    using T = pathway::Alternative;
    static constexpr std::string_view noun = "alternative",
                                      sentence = "What is taken when the preferred resource is not free.";
    static constexpr auto table = std::tuple{
        field("resource", &T::resource, "Name of the resource.").required().key().shorthand(),
        field("by", &T::by, "Factor on the time.").positive(),
    };
};

template <>
struct Fields<pathway::Use> {
    using T = pathway::Use;
    static constexpr std::string_view noun = "use", sentence = "A resource that is held for the whole activity.";
    static constexpr auto table = std::tuple{
        field("resource", &T::resource, "Name of the resource; or 'skill' in its place.").key().shorthand(),
        field("count", &T::count, "How many of it are held at once.").at_least(1.0).positional(),
        field("instead", &T::instead, "What is taken when it is not free, in order of preference."),
        field("skill", &T::skill, "In place of a resource: whoever has this skill, in the order of the resources."),
        field("same_as", &T::same_as, "Activity: whoever did it for this patient; anybody when nobody did."),
        field("not_same_as", &T::not_same_as, "Activity: anybody but whoever did it for this patient."),
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
        field("every", &T::every, "Held again and again, this long apart, from 'at' until 'until'.").positive(),
        field("until", &T::until, "Clock time after which it is not held again."),
        field("least", &T::least, "Held only when so many can come.").at_least(1.0),
        field("cut_off", &T::cut_off, "How long before the meeting patients must have been referred."),
        field("cap", &T::cap, "Most patients at one meeting; 0 means no cap.").at_least(0.0),
        field("bank_holidays", &T::bank_holidays, "Whether it is held on bank holidays."),
        field("exceptions", &T::exceptions, "Dates on which it is not held."),
        field("weeks", &T::weeks, "Weeks in which it is held, week 1 being that of day 0: '1 of 2', '1 3 of 4'; every week when left out."),
    };
};

template <>
struct Fields<pathway::Bulk> {
    using T = pathway::Bulk;
    static constexpr std::string_view noun = "bulk",
                                      sentence = "Patients who are served together, by what one of them takes and for one time.";
    static constexpr auto table = std::tuple{
        field("most", &T::most, "Most patients who are served together.").required().positional().at_least(1.0),
        field("least", &T::least, "It starts when so many wait ...").at_least(1.0),
        field("wait", &T::wait, "... or when the first has waited this long.").positive(),
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
struct Fields<pathway::Patience> {
    using T = pathway::Patience;
    static constexpr std::string_view noun = "patience",
                                      sentence = "Patients leave the queue when they have waited this long.";
    static constexpr auto table = std::tuple{
        field("after", &T::after, "How long they wait at most.").required().positional().shorthand(),
        field("cases", &T::cases, "How long some patients wait; the first whose condition holds."),
        field("to", &T::to, "Step where they go, or 'exit'."),
        field("where", &T::where, "Patients who may lose patience; the others wait."),
    };
};

/// Reads the table of fields, or a time in its place: `"4 h"`, `{ exponential = "4 h" }`.
template <>
struct Codec<pathway::Patience> {
    static void decode(Value const& value, pathway::Patience& object, DecodeContext& context);
    static Value encode(pathway::Patience const& object, Omit omit = Omit::nothing);
    static std::string expects() { return "a time such as '4 h', or a table with 'after' and 'to'"; }
};

template <>
struct Fields<pathway::Balk> {
    using T = pathway::Balk;
    static constexpr std::string_view noun = "balk",
                                      sentence =
                                          "Patients who cannot start at once and find so many waiting go elsewhere.";
    static constexpr auto table = std::tuple{
        field("length", &T::length, "How many wait.").required().at_least(0.0).positional().shorthand(),
        field("of", &T::of, "Activity whose queue is counted; this one's when left out."),
        field("to", &T::to, "Step where they go, or 'exit'."),
        field("p", &T::p, "Share of them who do.").unit("probability"),
        field("where", &T::where, "Patients to whom it applies."),
    };
};

template <>
struct Fields<pathway::NoShow> {
    using T = pathway::NoShow;
    static constexpr std::string_view noun = "no_show", sentence = "Patients who do not come to their slot or meeting.";
    static constexpr auto table = std::tuple{
        field("missed", &T::missed, "Probability of not coming: the place is lost.")
            .unit("probability")
            .positional()
            .shorthand(),
        field("cancelled", &T::cancelled, "Probability of saying so in time: the place goes to the next.")
            .unit("probability"),
        field("rebooked", &T::rebooked, "How often a patient is booked again.").at_least(0.0),
        field("to", &T::to, "Step where they go after that, or 'exit'."),
    };
};

template <>
struct EnumNames<pathway::QueueOrder> {
    using enum pathway::QueueOrder;
    static constexpr auto names =
        std::array{std::pair{first, std::string_view{"first"}}, std::pair{last, std::string_view{"last"}},
                   std::pair{random, std::string_view{"random"}}};
};

template <>
struct Fields<pathway::Activity> {
    using T = pathway::Activity;
    static constexpr std::string_view
        noun = "activity",
        sentence = "Work for a patient, who needs resources, a slot of a session, a place in a batch, or none.";
    static constexpr auto table = std::tuple{
        field("name", &T::name, "Name of the step, unique among the steps of the pathway.").required().key(),
        field("uses", &T::uses, "Resources that are held for the whole activity; with a session, from the slot on."),
        field("session", &T::session, "Session that gives the patient a slot."),
        field("batch", &T::batch, "Meeting that gives the patient a place."),
        field("takes", &T::takes, "How long it takes."),
        field("cases", &T::cases, "How long it takes for some patients; the first whose condition holds."),
        field("where", &T::where, "Patients who need it; the others pass at once."),
        field("priority", &T::priority, "Levels in the queue; within a level 'order' decides."),
        field("booking", &T::booking, "Booking lag before it."),
        field("attended", &T::attended, "Those whose time is used without being waited for."),
        field("adjustments", &T::adjustments, "What tools do to its time, in their order."),
        field("luck_name", &T::luck_name, "Name of its luck; its own name when left out."),
        field("tool", &T::tool, "Tool that made it; empty for usual care."),
        field("ageing", &T::ageing, "A wait as long as this counts as much as one level of priority.").positive(),
        field("patience", &T::patience, "How long patients wait before they leave the queue."),
        field("balk", &T::balk, "Where patients go who find too many waiting; the first rule that holds."),
        field("room", &T::room, "Most who can wait; others stay where they are and hold what they hold.").at_least(0.0),
        field("no_show", &T::no_show, "Patients who do not come to their slot or meeting."),
        field("order", &T::order, "Who is next within a level: who came first, who came last, or anybody by luck."),
        field("bulk", &T::bulk, "How many are served together."),
    };
};

} // namespace pathecon::base
