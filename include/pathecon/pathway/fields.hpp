// SPDX-License-Identifier: MIT
/// \file
/// The field tables of the pathway's nouns: names, units, bounds and sentences, written once for every language.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include <pathecon/pathway/fields_chance.hpp>
#include <pathecon/pathway/fields_flow.hpp>
#include <pathecon/pathway/fields_measure.hpp>
#include <pathecon/pathway/fields_patients.hpp>
#include <pathecon/pathway/fields_resource.hpp>
#include <pathecon/pathway/fields_work.hpp>
#include <pathecon/pathway/pathway.hpp>
#include <pathecon/random/input.hpp>

/// Sections of a scenario are named by their nouns, so the lists of a pathway stand in the singular. Remarks are what
/// tools leave behind, not an input: they are not in the table.
template <>
struct pathecon::base::Fields<pathecon::pathway::Pathway> {
    using T = pathway::Pathway;
    static constexpr std::string_view noun = "pathway", sentence = "What happens to patients, as plain data.";
    static constexpr auto table = std::tuple{
        field("name", &T::name, "Name of the pathway.").positional(),
        field("starts", &T::starts, "Date of day 0, a Monday such as '2026-01-05'; needed for holidays, dates and seasons."),
        field("first", &T::first,
              "Step where arrivals enter unless they say otherwise; the first activity when left out."),
        field("overload_allowed", &T::overload_allowed, "A list that grows is the question, not a fault."),
        field("arrivals", &T::arrivals, "Streams of patients."),
        field("attribute", &T::attributes, "What patients have from arrival on."),
        field("test", &T::tests, "Results that patients get on the way."),
        field("resource", &T::resources, "Staff, rooms, beds and machines."),
        field("session", &T::sessions, "Clinic lists."),
        field("activity", &T::activities, "Work for patients."),
        field("delay", &T::delays, "Time without a resource."),
        field("fork", &T::forks, "Where branches in parallel start."),
        field("join", &T::joins, "Where branches in parallel come together."),
        field("stay", &T::stays, "Resources held across activities."),
        field("event", &T::events, "What may happen on the way."),
        field("downtime", &T::downtimes, "Failures of resources."),
        field("backlog", &T::backlogs, "Patients already waiting at the start."),
        field("route", &T::routes, "Ways from step to step."),
        field("interval", &T::intervals, "Clocks."),
        field("outcome", &T::outcomes, "Events that are counted."),
        field("budget_line", &T::budget_lines, "Money that can really fall."),
    };
};

// What walks and decodes whole pathways is compiled once, in src/pathway/fields.cpp.
PATHECON_CODEC_HEADER(pathecon::pathway::Activity);
PATHECON_CODEC_HEADER(pathecon::pathway::Pathway);
extern template void pathecon::random::draw_inputs(pathecon::pathway::Pathway&, std::string const&, std::uint64_t,
                                                   std::int64_t, std::int64_t);
extern template std::vector<pathecon::random::InputRow> pathecon::random::list_inputs(pathecon::pathway::Pathway const&,
                                                                                      std::string const&);
extern template void pathecon::base::check_bounds(pathecon::pathway::Pathway const&, std::string const&,
                                                  pathecon::base::Diagnostics&);
