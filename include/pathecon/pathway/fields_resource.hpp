// SPDX-License-Identifier: MIT
/// \file
/// The field tables of what patients wait for: resources and sessions.
#pragma once

#include <array>
#include <string_view>
#include <tuple>
#include <utility>

#include <pathecon/pathway/fields_chance.hpp>
#include <pathecon/pathway/resource.hpp>

namespace pathecon::base {

template <>
struct EnumNames<pathway::ResourceKind> {
    using enum pathway::ResourceKind;
    static constexpr auto names =
        std::array{std::pair{staff, std::string_view{"staff"}}, std::pair{room, std::string_view{"room"}},
                   std::pair{bed, std::string_view{"bed"}}, std::pair{machine, std::string_view{"machine"}}};
};

template <>
struct EnumNames<pathway::EndOfShift> {
    using enum pathway::EndOfShift;
    static constexpr auto names =
        std::array{std::pair{finish, std::string_view{"finish"}}, std::pair{resume, std::string_view{"resume"}}};
};

template <>
struct Fields<pathway::Resource> {
    using T = pathway::Resource;
    static constexpr std::string_view noun = "resource",
                                      sentence = "Staff, rooms, beds or machines that patients wait for.";
    static constexpr auto table = std::tuple{
        field("name", &T::name, "Name of the resource, unique in the pathway.").required().key(),
        field("kind", &T::kind, "Staff, room, bed or machine."),
        field("rota", &T::rota,
              "How many are there over the week: a list of shifts, or a number who are always there ('servers' is the "
              "same). "
              "Without one nobody waits: time is counted, capacity is not."),
        field("end_of_shift", &T::end_of_shift,
              "At the end of a shift, finish the work in hand in overtime, or resume it later."),
        field("group", &T::group, "Staff group that minutes are pooled by; the resource's own name when left out."),
    };
};

/// Reads the table of fields, where `servers = 2` may stand for a rota of two who are always there.
template <>
struct Codec<pathway::Resource> {
    static void decode(Value const& value, pathway::Resource& object, DecodeContext& context);
    static Value encode(pathway::Resource const& object, Omit omit = Omit::nothing);
    static std::string expects() { return "a table of resource"; }
};

template <>
struct Fields<pathway::SessionList> {
    using T = pathway::SessionList;
    static constexpr std::string_view noun = "list",
                                      sentence =
                                          "When a list runs: its slots, or as many whole slots as fit into its length.";
    static constexpr auto table = std::tuple{
        field("days", &T::days, "Days of the list: 'Tue Fri'.").required(),
        field("from", &T::from, "Clock time at which it starts."),
        field("lasts", &T::lasts, "Length of the list.").positive(),
        field("slots", &T::slots, "Number of slots; it goes before the length.").at_least(0.0),
    };
};

template <>
struct Fields<pathway::Session> {
    using T = pathway::Session;
    static constexpr std::string_view
        noun = "session",
        sentence = "Clinic lists: each patient is given the next free slot that is far enough away.";
    static constexpr auto table = std::tuple{
        field("name", &T::name, "Name of the session, unique in the pathway.").required().key(),
        field("resource", &T::resource, "Who runs it: their time is counted."),
        field("lists", &T::lists, "When its lists run.").required(),
        field("slot", &T::slot, "Length of the slot template.").required().positive(),
        field("lead", &T::lead, "Shortest notice between referral and slot."),
    };
};

} // namespace pathecon::base
