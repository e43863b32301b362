// SPDX-License-Identifier: MIT
/// \file
/// The field tables of what leads patients from step to step.
#pragma once

#include <array>
#include <string_view>
#include <tuple>
#include <utility>

#include <pathecon/pathway/fields_work.hpp>
#include <pathecon/pathway/flow.hpp>

namespace pathecon::base {

template <>
struct Fields<pathway::Delay> {
    using T = pathway::Delay;
    static constexpr std::string_view noun = "delay", sentence = "Time that passes without a resource.";
    static constexpr auto table = std::tuple{
        field("name", &T::name, "Name of the step, unique among the steps of the pathway.").required().key(),
        field("takes", &T::takes, "How long it lasts.").required().positional(),
        field("cases", &T::cases, "How long it lasts for some patients; the first whose condition holds."),
        field("where", &T::where, "Patients who wait; the others pass at once."),
        field("luck_name", &T::luck_name, "Name of its luck; its own name when left out."),
        field("tool", &T::tool, "Tool that made it; empty for usual care."),
    };
};

template <>
struct Fields<pathway::Elapsed> {
    using T = pathway::Elapsed;
    static constexpr std::string_view noun = "elapsed", sentence = "Time since the patient passed a point.";
    static constexpr auto table = std::tuple{
        field("since", &T::since, "Point: 'arrival', a step, '<step>.arrive' or '<step>.start'."),
        field("at_least", &T::at_least, "Shortest time for which the way is open."),
        field("at_most", &T::at_most, "Longest time for which the way is open."),
    };
};

template <>
struct Fields<pathway::Branch> {
    using T = pathway::Branch;
    static constexpr std::string_view noun = "branch",
                                      sentence = "One way on; without 'p' it takes everybody who is left.";
    static constexpr auto table = std::tuple{
        field("to", &T::to, "Next step, or 'exit'.").required().key().shorthand(),
        field("p", &T::p, "Probability of going there; everybody who is left when left out.")
            .unit("probability")
            .positional(),
        field("where", &T::where, "Patients who may go there."),
        field("elapsed", &T::elapsed, "Time since a point for which the way is open."),
        field("most", &T::most, "How often a patient goes there at most; 0 means no limit.").at_least(0.0),
        field("open", &T::open, "When the way is open, by the clock: from its 'from' until just before its 'to'."),
    };
};

template <>
struct EnumNames<pathway::RouteRule> {
    using enum pathway::RouteRule;
    static constexpr auto names = std::array{std::pair{in_order, std::string_view{"in_order"}},
                                             std::pair{shortest_queue, std::string_view{"shortest_queue"}}};
};

template <>
struct Fields<pathway::Route> {
    using T = pathway::Route;
    static constexpr std::string_view
        noun = "route",
        sentence = "Where patients go after a step: the branches are tried in order with one draw.";
    static constexpr auto table = std::tuple{
        field("from", &T::from, "Step that the patients come from.").required().key(),
        field("to", &T::to, "Ways on, tried in order.").required().positional(),
        field("luck_name", &T::luck_name, "Name of its luck; the step's name when left out."),
        field("rule", &T::rule, "Whether the ways are tried in order, or the one with the shortest queue is taken."),
    };
};

template <>
struct Fields<pathway::Fork> {
    using T = pathway::Fork;
    static constexpr std::string_view noun = "fork", sentence = "Sends the patient down every branch at once.";
    static constexpr auto table = std::tuple{
        field("name", &T::name, "Name of the step, unique among the steps of the pathway.").required().key(),
        field("branches", &T::branches, "First step of each branch.").required(),
        field("join", &T::join, "Join at which the branches come together.").required(),
    };
};

template <>
struct Fields<pathway::Join> {
    using T = pathway::Join;
    static constexpr std::string_view noun = "join", sentence = "Waits until every branch of its fork has come in.";
    static constexpr auto table = std::tuple{
        field("name", &T::name, "Name of the step, unique among the steps of the pathway.")
            .required()
            .key()
            .shorthand(),
    };
};

template <>
struct Fields<pathway::Stay> {
    using T = pathway::Stay;
    static constexpr std::string_view noun = "stay",
                                      sentence = "Resources held from one activity to another: a bed, a cubicle.";
    static constexpr auto table = std::tuple{
        field("name", &T::name, "Name of the stay, unique in the pathway.").required().key(),
        field("uses", &T::uses, "Resources that are held.").required(),
        field("from", &T::from, "Activity with which they are taken.").required(),
        field("to", &T::to, "Activity at whose end they are given back.").required(),
    };
};

template <>
struct Fields<pathway::Event> {
    using T = pathway::Event;
    static constexpr std::string_view noun = "event",
                                      sentence = "Something that may happen while patients are on the way between two points.";
    static constexpr auto table = std::tuple{
        field("name", &T::name, "Name of the event, unique in the pathway.").required().key(),
        field("from", &T::from, "Point at which its clock starts."),
        field("until", &T::until, "Point at which it can no longer happen."),
        field("after", &T::after, "Time after which it happens.").required(),
        field("cases", &T::cases, "Time for some patients; the first whose condition holds."),
        field("to", &T::to, "Step where it takes them, or 'exit'."),
        field("where", &T::where, "Patients to whom it may happen, judged at 'from'."),
        field("luck_name", &T::luck_name, "Name of its luck; its own name when left out."),
    };
};

} // namespace pathecon::base
