// SPDX-License-Identifier: MIT
/// \file
/// The field tables of what patients are: arrivals, attributes and tests.
#pragma once

#include <string_view>
#include <tuple>

#include <pathecon/pathway/arrivals.hpp>
#include <pathecon/pathway/attribute.hpp>
#include <pathecon/pathway/fields_chance.hpp>

namespace pathecon::base {

template <>
struct Fields<pathway::Arrivals> {
    using T = pathway::Arrivals;
    static constexpr std::string_view noun = "arrivals",
                                      sentence =
                                          "A Poisson stream of patients; its name is their 'source' in conditions.";
    static constexpr auto table = std::tuple{
        field("name", &T::name, "Name of the stream, unique in the pathway.").key(),
        field("rate", &T::rate, "Patients per time while open.").required(),
        field("open", &T::open, "When patients come; always when left out. The number of servers multiplies the rate."),
        field("to", &T::to, "First step of these patients; the first step of the pathway when left out."),
        field("background", &T::background,
              "Demand of other pathways on shared resources: simulated, shown in the waits."),
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
