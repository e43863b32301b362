// SPDX-License-Identifier: MIT
/// \file
/// A kind says what sort of value a line of the ledger is: money that moves, time that is used, health, or a memorandum.
#pragma once

#include <array>
#include <string_view>
#include <utility>

#include <pathecon/base/field.hpp>

namespace pathecon::ledger {

/// `cash` moves in somebody's accounts. `capacity` is real but does not move them: time that the queue uses, time that a
/// tool adds, what is not consumed though no budget falls. `health` is QALYs, `societal` falls on patients and others.
/// A `transfer` moves between two owners and is worth nothing to both together. `unmonetised` is a memorandum.
enum class Kind { cash, capacity, health, societal, transfer, unmonetised };
inline constexpr std::size_t kind_count = 6;

} // namespace pathecon::ledger

template <>
struct pathecon::base::EnumNames<pathecon::ledger::Kind> {
    using Kind = ledger::Kind;
    static constexpr std::array<std::pair<Kind, std::string_view>, ledger::kind_count> names{
        {{Kind::cash, "cash"}, {Kind::capacity, "capacity"}, {Kind::health, "health"}, {Kind::societal, "societal"},
         {Kind::transfer, "transfer"}, {Kind::unmonetised, "unmonetised"}}};
};
