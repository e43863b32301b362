// SPDX-License-Identifier: MIT
/// \file
/// The field tables of what leads patients from step to step.
#pragma once

#include <string_view>
#include <tuple>

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
    };
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

} // namespace pathecon::base
