// SPDX-License-Identifier: MIT
/// \file
/// A small clinic that stories of the upper floors happen in: patients come while it is open, see the nurse, and some
/// the doctor.
#pragma once

#include <pathecon/effect/portfolio.hpp>
#include <pathecon/ledger/tariff.hpp>
#include <pathecon/pathway/pathway.hpp>
#include <pathecon/study/study.hpp>

namespace clinic {

using namespace pathecon;
using namespace pathecon::units::literals;

inline pathway::Pathway pathway()
{
    auto const open = pathway::Rota::weekdays(9_h, 17_h);
    return pathway::Pathway{"clinic"}
        .add(pathway::Attribute{.name = "urgent", .is = pathway::bernoulli(0.2)})
        .add(pathway::Arrivals{.name = "walk-in", .rate = units::per_hour(5), .open = open})
        .add(pathway::Resource{.name = "nurse", .rota = open, .group = "nurses"})
        .add(pathway::Resource{.name = "doctor", .rota = open})
        .add(pathway::Activity{
            .name = "see nurse", .uses = {{.resource = "nurse"}}, .takes = pathway::gamma(9_min, 4_min)})
        .add(pathway::Activity{
            .name = "see doctor", .uses = {{.resource = "doctor"}}, .takes = pathway::exponential(10_min)})
        .add(pathway::Route{.from = "see nurse",
                            .to = {{.to = "see doctor", .p = pathway::bernoulli(0.6)}, {.to = "exit"}}})
        .add(pathway::Interval{.name = "visit", .standard = 2_h, .rows = true})
        .add(pathway::Interval{.name = "urgent visit", .where = "urgent", .rows = true})
        .add(pathway::Outcome{.name = "urgent patients", .at = "arrival", .where = "urgent"})
        .add(pathway::Outcome{.name = "seen by doctor", .at = "see doctor"});
}

/// Shortens what the nurse does, and costs money.
inline effect::Tool voice_notes()
{
    return {.name = "Voice notes",
            .effects = {effect::Scale{.activity = "see nurse", .by = 0.8}},
            .cost = {.once = units::pounds(1'000), .per_year = units::pounds(2'000)}};
}

/// Has every kind of place for a change, and changes nothing.
inline effect::Tool idle_tool()
{
    return {.name = "Idle", .effects = {effect::Scale{.activity = "see nurse", .by = 1.0}}};
}

inline study::Study study()
{
    return {.name = "clinic",
            .pathway = pathway(),
            .arms = {{.name = "usual care", .role = study::Role::comparator},
                     {.name = "idle", .tools = {idle_tool()}},
                     {.name = "voice", .tools = {voice_notes()}}},
            .horizon = 8_weeks,
            .warm_up = 1_weeks,
            .follow_up = 1_weeks,
            .replications = 3,
            .seed = 7};
}

inline ledger::Tariff tariff(double factor = 1.0)
{
    return {.name = "clinic",
            .price_year = 2025,
            .prices = {{.item = "nurses", .per = ledger::Per::hour, .amount = units::pounds(50 * factor)},
                       {.item = "doctor", .per = ledger::Per::hour, .amount = units::pounds(140 * factor)},
                       {.item = "seen by doctor",
                        .per = ledger::Per::event,
                        .amount = units::pounds(100 * factor),
                        .kind = ledger::Kind::transfer,
                        .payer = "ICB",
                        .payee = "trust"}}};
}

} // namespace clinic
