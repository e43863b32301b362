// SPDX-License-Identifier: MIT
/// \file
/// The pathway that the stories of this floor are told on: a film, its report, and a CT for the positive.
#pragma once

#include <string>

#include <pathecon/effect/context.hpp>
#include <pathecon/pathway/pathway.hpp>
#include <pathecon/units/duration.hpp>
#include <pathecon/units/rate.hpp>

namespace pathecon::test {

using namespace pathecon::units::literals;
using units::Probability;

/// 18,300 films a year; 0.6 % cancers; a reader who finds 75.4 % of them and calls 9.8 % of the others positive.
inline pathway::Pathway chest_xray()
{
    using namespace pathway;
    Pathway usual{"chest X-ray"};
    usual.arrivals = {{.name = "GP", .rate = units::per_year(18'300)}};
    usual.attributes = {{.name = "cancer", .is = bernoulli(0.006)}};
    usual.tests = {{.name = "positive",
                    .at = "read",
                    .condition = "cancer",
                    .sensitivity = Probability{0.754},
                    .specificity = Probability{0.902}}};
    usual.resources = {
        {.name = "room", .rota = Rota::always(1)}, {.name = "reader", .rota = Rota::always(1)}, {.name = "clerk"}};
    usual.activities = {{.name = "x-ray", .uses = {{.resource = "room"}}, .takes = 10_min},
                        {.name = "read", .uses = {{.resource = "reader"}}, .takes = exponential(3_min)},
                        {.name = "CT", .takes = 17_min, .booking = Booking{.lag = lognormal_median(15_d, 0.8)}}};
    usual.routes = {{.from = "x-ray", .to = {{.to = "read"}}},
                    {.from = "read", .to = {{.to = "CT", .where = "positive"}, {.to = exit_step}}}};
    usual.intervals = {{.name = "report", .from = "x-ray", .to = "read"}};
    usual.outcomes = {{.name = "films read", .at = "read"},
                      {.name = "missed", .at = "read", .where = "cancer and not positive"}};
    return usual;
}

/// A clinic of 4 hours with slots of 16 minutes.
inline pathway::Pathway clinic()
{
    using namespace pathway;
    Pathway usual{"clinic"};
    usual.arrivals = {{.name = "GP", .rate = units::per_week(10)}};
    usual.resources = {{.name = "consultant"}};
    usual.sessions = {
        {.name = "list", .resource = "consultant", .lists = {{.days = "Tue", .lasts = 240_min}}, .slot = 16_min}};
    usual.activities = {{.name = "visit", .session = "list", .takes = gamma(16_min, 5_min)}};
    return usual;
}

inline effect::Context tool(std::string name) { return {.tool = std::move(name)}; }
inline effect::Context used_by_visit(std::string name, double share)
{
    return {.tool = name, .adoption = effect::Adoption{.share = Probability{share}, .luck_name = name + "/use"}};
}
inline effect::Context used_by_patient(std::string name, double share)
{
    return {.tool = name,
            .adoption = effect::Adoption{
                .share = Probability{share}, .luck_name = name + "/use", .drawn = effect::Drawn::per_patient}};
}

/// Returns what an effect that is at fault says; empty when it is not.
template <class Call>
std::string faults(Call call)
{
    try {
        static_cast<void>(call());
    } catch (base::InvalidInput const& refused) {
        return refused.diagnostics().text();
    }
    return {};
}

template <class Noun>
Noun const& the(std::vector<Noun> const& nouns, std::string_view name)
{
    auto const* found = find(nouns, name);
    if (!found) throw std::logic_error{"no noun '" + std::string{name} + "'"};
    return *found;
}
inline pathway::Route const& route_from(pathway::Pathway const& pathway, std::string_view step)
{
    for (auto const& route : pathway.routes)
        if (route.from == step) return route;
    throw std::logic_error{"no route"};
}

} // namespace pathecon::test
