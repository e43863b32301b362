// SPDX-License-Identifier: MIT
/// \file
/// A price says what an hour of a staff group, a visit of a step or an event is worth, and to whom.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <pathecon/ledger/kind.hpp>
#include <pathecon/random/input.hpp>
#include <pathecon/units/money.hpp>

namespace pathecon::ledger {

/// What one of the item is: an hour of a staff group, a visit of a step, an event (an outcome).
enum class Per { hour, visit, event };

/// `top_down` is fully absorbed: staff, rooms and overheads are in it (the National Cost Collection). `bottom_up` adds up
/// what one visit really takes besides the staff who are priced by the hour.
enum class Basis { top_down, bottom_up };

/// One price. Changes are priced at `marginal`; the full amount is for the gross cost of an arm.
struct Price {
    std::string item;                                       ///< A staff group, a step or an outcome, by its name.
    Per per = Per::visit;
    random::Input<units::Money> amount{};                   ///< The full price.
    std::optional<random::Input<units::Money>> marginal{};  ///< What one more costs and one fewer frees, without staff time.
    random::Input<double> qalys{0.0};                       ///< QALYs an event gains (positive) or loses.
    std::optional<Kind> kind{};                             ///< Left out: capacity for an hour, cash for a visit or an event.
    std::string payer = "trust";                            ///< Who pays, and whose account it is.
    std::string payee{};                                    ///< Who is paid; a transfer needs one.
    Basis basis = Basis::top_down;                          ///< Of a visit's price.
    std::vector<std::string> covers{};                      ///< Further steps whose staff time is in a top-down price.
    bool operator==(Price const&) const = default;
};

/// Returns the kind, or what it is when left out.
Kind kind_of(Price const& price);

/// Returns what one more or one fewer is worth: `marginal` if given, else the amount of an hour, an event or a bottom-up visit;
/// nothing for a top-down visit, because nobody can say what part of its price would not be spent.
std::optional<units::Money> marginal_of(Price const& price);

} // namespace pathecon::ledger

template <>
struct pathecon::base::EnumNames<pathecon::ledger::Per> {
    using Per = ledger::Per;
    static constexpr std::array<std::pair<Per, std::string_view>, 3> names{
        {{Per::hour, "hour"}, {Per::visit, "visit"}, {Per::event, "event"}}};
};

template <>
struct pathecon::base::EnumNames<pathecon::ledger::Basis> {
    using Basis = ledger::Basis;
    static constexpr std::array<std::pair<Basis, std::string_view>, 2> names{
        {{Basis::top_down, "top_down"}, {Basis::bottom_up, "bottom_up"}}};
};

template <>
struct pathecon::base::Fields<pathecon::ledger::Price> {
    using T = ledger::Price;
    static constexpr std::string_view noun = "price",
                                      sentence = "What an hour of a staff group, a visit of a step or an event is worth.";
    static constexpr auto table = std::tuple{
        field("item", &T::item, "Staff group (per hour), step (per visit) or outcome (per event).").required().key(),
        field("per", &T::per, "What one of the item is: hour, visit or event.").required().positional(),
        field("amount", &T::amount, "The full price; it gives the gross cost of an arm.").positional().at_least(0.0),
        field("marginal", &T::marginal,
              "What one more costs and one fewer frees, without staff time. Without it one more visit costs the full top-down "
              "price and one fewer frees nothing.")
            .at_least(0.0),
        field("qalys", &T::qalys, "QALYs that an event gains (positive) or loses (negative).").any_sign().unit("QALY"),
        field("kind", &T::kind, "Left out: capacity for an hour, cash for a visit or an event. A transfer moves from payer to payee."),
        field("payer", &T::payer, "Who pays."),
        field("payee", &T::payee, "Who is paid; a transfer needs one."),
        field("basis", &T::basis, "Of a visit. top_down: fully absorbed; bottom_up: only what it takes besides staff priced by the hour."),
        field("covers", &T::covers, "Further steps whose staff time is in a top-down price."),
    };
};
