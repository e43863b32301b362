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
        std::array{std::pair{finish, std::string_view{"finish"}}, std::pair{resume, std::string_view{"resume"}},
                   std::pair{repeat_identical, std::string_view{"repeat_identical"}},
                   std::pair{repeat_different, std::string_view{"repeat_different"}}};
};

template <>
struct EnumNames<pathway::Preemption> {
    using enum pathway::Preemption;
    static constexpr auto names =
        std::array{std::pair{none, std::string_view{"none"}}, std::pair{resume, std::string_view{"resume"}},
                   std::pair{repeat_identical, std::string_view{"repeat_identical"}},
                   std::pair{repeat_different, std::string_view{"repeat_different"}}};
};

template <>
struct Fields<pathway::Surge> {
    using T = pathway::Surge;
    static constexpr std::string_view noun = "surge", sentence = "More servers while a queue is long.";
    static constexpr auto table = std::tuple{
        field("of", &T::of, "Activity whose queue is watched.").required(),
        field("open_at", &T::open_at, "They open when so many wait.").required().at_least(1.0),
        field("close_at", &T::close_at, "They go when no more than so many wait; below 'open_at'.").at_least(0.0),
        field("servers", &T::servers, "How many more there are.").at_least(1.0),
    };
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
              "At the end of a shift, finish the work in hand in overtime, resume it later, or repeat it with the same "
              "or a different time."),
        field("group", &T::group, "Staff group that minutes are pooled by; the resource's own name when left out."),
        field("preemption", &T::preemption,
              "Whether patients of a lower level take the servers from those of a higher one, and how the work of these "
              "goes on."),
        field("skills", &T::skills, "Skills that an activity may ask for in place of a name."),
        field("surge", &T::surge, "More servers while a queue is long."),
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
        field("overbooked", &T::overbooked, "So many slots, from the first on, are given twice.").at_least(0.0),
        field("weeks", &T::weeks, "Weeks in which it runs, week 1 being that of day 0: '1 of 2', '1 3 of 4'; every week when left out."),
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
        field("bank_holidays", &T::bank_holidays, "Whether lists run on bank holidays."),
        field("exceptions", &T::exceptions, "Dates on which none of its lists runs."),
    };
};

template <>
struct Fields<pathway::Downtime> {
    using T = pathway::Downtime;
    static constexpr std::string_view noun = "downtime",
                                      sentence = "Times at which resources fail, by one cause.";
    static constexpr auto table = std::tuple{
        field("name", &T::name, "Name of the cause, unique in the pathway.").required().key(),
        field("resources", &T::resources, "Resources that it stops.").required(),
        field("every", &T::every, "Time from the end of one to the start of the next.").required(),
        field("lasts", &T::lasts, "How long each lasts.").required(),
        field("servers", &T::servers, "How many of each resource it stops; 0 means all.").at_least(0.0),
        field("in_hand", &T::in_hand, "What happens to the work in hand."),
        field("luck_name", &T::luck_name, "Name of its luck; its own name when left out."),
    };
};

} // namespace pathecon::base
