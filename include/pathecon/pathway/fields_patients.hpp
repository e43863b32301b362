// SPDX-License-Identifier: MIT
/// \file
/// The field tables of what patients are: arrivals, attributes and tests.
#pragma once

#include <string_view>
#include <tuple>

#include <pathecon/pathway/arrivals.hpp>
#include <pathecon/pathway/attribute.hpp>
#include <pathecon/pathway/fields_chance.hpp>
#include <pathecon/pathway/fields_resource.hpp>

namespace pathecon::base {

template <>
struct Fields<pathway::Profile> {
    using T = pathway::Profile;
    static constexpr std::string_view noun = "profile",
                                      sentence = "A factor on the rate of arrivals at some times of the week.";
    static constexpr auto table = std::tuple{
        field("days", &T::days, "Days on which it starts: 'Mon-Fri', 'Tue Fri', 'daily'."),
        field("from", &T::from, "Clock time at which it starts."),
        field("to", &T::to, "Clock time at which it ends; on the next day when it is not after 'from'."),
        field("by", &T::by, "Factor on the rate.").required().at_least(0.0),
    };
};

template <>
struct Fields<pathway::Appointments> {
    using T = pathway::Appointments;
    static constexpr std::string_view noun = "appointments", sentence = "Patients who are given a time to come.";
    static constexpr auto table = std::tuple{
        field("lists", &T::lists, "When the lists run.").required(),
        field("slot", &T::slot, "Length of a slot.").required().positive(),
        field("late", &T::late, "How long after the slot, less 'early', they come."),
        field("early", &T::early, "How long before the slot the earliest come."),
        field("no_show", &T::no_show, "Probability of not coming.").unit("probability"),
        field("bank_holidays", &T::bank_holidays, "Whether lists run on bank holidays."),
        field("exceptions", &T::exceptions, "Dates on which nobody is given a time."),
    };
};

template <>
struct Fields<pathway::TracePatient> {
    using T = pathway::TracePatient;
    static constexpr std::string_view noun = "trace_patient", sentence = "One patient of a trace.";
    static constexpr auto table = std::tuple{
        field("at", &T::at, "Time of arrival since the start.").required().positional().shorthand(),
        field("is", &T::is, "What is known of the attributes: 'urgent and sex = f'."),
    };
};

template <>
struct Fields<pathway::Backlog> {
    using T = pathway::Backlog;
    static constexpr std::string_view noun = "backlog",
                                      sentence = "Patients who are already waiting when the simulation starts.";
    static constexpr auto table = std::tuple{
        field("name", &T::name, "Name of the list, unique among the arrivals; it is their 'source'.").key(),
        field("at", &T::at, "Step where they wait.").required(),
        field("waited", &T::waited, "How long each has waited."),
        field("count", &T::count, "How many there are, in place of 'waited'.").at_least(0.0),
        field("age", &T::age, "How long they have waited, with 'count'."),
        field("judged", &T::judged, "Whether they count in intervals, visits and costs."),
    };
};

template <>
struct Fields<pathway::Arrivals> {
    using T = pathway::Arrivals;
    static constexpr std::string_view noun = "arrivals",
                                      sentence =
                                          "A stream of patients; its name is their 'source' in conditions.";
    static constexpr auto table = std::tuple{
        field("name", &T::name, "Name of the stream, unique in the pathway.").key(),
        field("rate", &T::rate, "Patients per time while open; not with appointments or a trace."),
        field("between", &T::between, "Time between one arrival and the next while open, in place of a rate."),
        field("open", &T::open, "When patients come; always when left out. The number of servers multiplies the rate."),
        field("to", &T::to, "First step of these patients; the first step of the pathway when left out."),
        field("background", &T::background,
              "Demand of other pathways on shared resources: simulated, shown in the waits."),
        field("profile", &T::profile, "Factors on the rate at some times of the week."),
        field("season", &T::season, "Factor of each month, January first.").at_least(0.0),
        field("growth", &T::growth, "Growth a year, compounded daily: 0.03 is 3 % more a year.").any_sign(),
        field("dispersion", &T::dispersion, "Coefficient of variation of a gamma factor drawn each day.").at_least(0.0),
        field("group", &T::group, "Patients who come together.").at_least(1.0),
        field("appointments", &T::appointments, "Patients who are given a time to come, in place of a rate."),
        field("trace", &T::trace, "Times at which patients come, in place of a rate."),
    };
};

template <>
struct Fields<pathway::Attribute> {
    using T = pathway::Attribute;
    static constexpr std::string_view
        noun = "attribute",
        sentence = "A category that a patient has from arrival on: yes or no, or one of several levels.";
    static constexpr auto table = std::tuple{
        field("name", &T::name, "Name of the attribute, used in conditions.").required().key(),
        field("is", &T::is, "Probability of yes. It may depend on attributes declared before.")
            .unit("probability")
            .positional(),
        field("levels", &T::levels, "Names of the levels, in place of yes and no."),
        field("shares", &T::shares, "Share of each level; they are divided by their sum.").positive(),
        field("where", &T::where, "Patients who can have it; the others get no, or the first level."),
        field("luck_name", &T::luck_name, "Name of its luck; its own name when left out."),
    };
};

template <>
struct Fields<pathway::Test> {
    using T = pathway::Test;
    static constexpr std::string_view
        noun = "test",
        sentence = "A yes or no result that is known once an activity is done, for conditions from there on.";
    static constexpr auto table = std::tuple{
        field("name", &T::name, "Name of the result, used in conditions.").required().key(),
        field("at", &T::at, "Activity that gives the result to the patients who need it.").required(),
        field("condition", &T::condition, "What it looks for: a condition on attributes.").required(),
        field("sensitivity", &T::sensitivity, "Probability of yes where the condition holds.").unit("probability"),
        field("specificity", &T::specificity, "Probability of no where the condition does not hold.")
            .unit("probability"),
        field("cases", &T::cases, "Probability of yes for some patients; it goes before sensitivity and specificity."),
        field("luck_name", &T::luck_name, "Name of its luck; its own name when left out."),
    };
};

} // namespace pathecon::base
