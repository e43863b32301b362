// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// A typed ledger is a few lines written by hand.

#include <string>

#include <pathecon/ledger/ledger.hpp>

namespace pathecon::test {

using namespace pathecon::units::literals;

/// What the tool costs at a time, or over a span.
inline ledger::Line outlay(double pounds, units::Duration from = {}, units::Duration to = {}) {
    ledger::Line line;
    line.amount = -pounds;
    line.from = from;
    line.to = to < from ? from : to;
    line.outlay = true;
    line.tool = "Triage";
    return line;
}

/// A consequence of a kind over a span; health is in QALYs.
inline ledger::Line consequence(ledger::Kind kind, double amount, units::Duration from, units::Duration to) {
    ledger::Line line;
    line.kind = kind;
    line.amount = amount;
    line.from = from;
    line.to = to;
    if (kind == ledger::Kind::health) {
        line.unit = ledger::Unit::qaly;
        line.owner = "patient";
    }
    return line;
}

} // namespace pathecon::test
