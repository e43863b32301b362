// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// Small pathways that the tests of this floor start from, and questions that they ask of them.

#include "catch.hpp"

#include <string>
#include <string_view>

#include <pathecon/pathway/check.hpp>
#include <pathecon/pathway/pathway.hpp>

namespace pathecon::test {

using namespace pathecon::pathway;
using namespace pathecon::units::literals;

/// Films are taken and read: nothing is wrong with it.
inline Pathway reading_room()
{
    return Pathway{"reading room"}
        .add(Arrivals{.name = "lane", .rate = 9_per_h, .open = Rota::weekdays(9_h, 17_h)})
        .add(Attribute{.name = "cancer", .is = bernoulli(0.006)})
        .add(Test{.name = "positive", .at = "read", .condition = "cancer", .sensitivity = 0.754, .specificity = 0.902})
        .add(Resource{.name = "room", .kind = ResourceKind::room, .rota = Rota::weekdays(8_h, 20_h, 2)})
        .add(Resource{.name = "reader", .rota = Rota::weekdays(9_h, 17_h, 3)})
        .add(Activity{.name = "x-ray", .uses = {{"room"}}, .takes = lognormal(8_min, 3_min)})
        .add(Activity{.name = "read", .uses = {{"reader"}}, .takes = gamma(14_min, 6_min)})
        .add(Delay{.name = "ct", .takes = 15_d})
        .add(Route{.from = "x-ray", .to = {{"read"}}})
        .add(Route{.from = "read", .to = {{.to = "ct", .where = "positive"}, {"exit"}}})
        .add(Interval{.name = "report", .from = "x-ray", .to = "read", .standard = 24_h});
}

/// The diagnostics with a code.
inline std::vector<base::Diagnostic> with_code(base::Diagnostics const& all, int code)
{
    std::vector<base::Diagnostic> found;
    for (auto const& one : all.all())
        if (one.code == code) found.push_back(one);
    return found;
}

/// What is said of a pathway, but for the notes on what its loads leave out.
inline base::Diagnostics said_of(Pathway const& pathway)
{
    base::Diagnostics said;
    auto const faults = faults_of(pathway);
    for (auto const& one : faults.all())
        if (one.code != 303) said.add(one);
    return said;
}

/// The one fault of a pathway that ought to have just this one, with its code.
inline base::Diagnostic only_fault(Pathway const& pathway)
{
    auto const faults = said_of(pathway);
    INFO(faults.text());
    REQUIRE(faults.all().size() == 1);
    return faults.all().front();
}

/// Says whether some diagnostic has a code and a path.
inline bool found(base::Diagnostics const& all, int code, std::string_view path)
{
    for (auto const& one : with_code(all, code))
        if (one.path == path) return true;
    return false;
}

inline Load load_of(Pathway const& pathway, std::string_view name)
{
    for (auto const& load : loads_of(pathway))
        if (load.name == name) return load;
    FAIL("nothing limited is called " << name);
    return {};
}

} // namespace pathecon::test
