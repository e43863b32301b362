// SPDX-License-Identifier: MIT
// Loads of 1 or more for which no list grows without end: of traces, and of lists beside other work.
#include "pathway/clinic.hpp"

using namespace pathecon;
using namespace pathecon::test;

namespace {

/// So many patients, one a minute from Monday 09:00 on; a nurse is there for one hour a week.
Pathway traced(int patients, units::Duration takes)
{
    Arrivals arrivals{.name = "past"};
    for (int i = 0; i < patients; ++i) arrivals.trace.push_back({.at = 9_h + units::minutes(i)});
    return Pathway{"traced"}
        .add(arrivals)
        .add(Resource{.name = "nurse", .rota = Rota{{{.days = "Mon", .from = "09:00", .to = "10:00"}}}})
        .add(Activity{.name = "see", .uses = {{"nurse"}}, .takes = takes});
}

/// A consultant who is there all week sees patients in a list on Tuesdays, and reads.
Pathway listed(units::Duration reading)
{
    return Pathway{"listed"}
        .add(Arrivals{.name = "all", .rate = units::per_week(10)})
        .add(Resource{.name = "consultant", .rota = Rota::weekdays(9_h, 17_h)})
        .add(Session{.name = "clinic", .resource = "consultant", .lists = {{.days = "Tue", .from = "09:00", .slots = 12}}, .slot = 20_min})
        .add(Activity{.name = "attend", .session = "clinic", .takes = 20_min})
        .add(Activity{.name = "read", .uses = {{"consultant"}}, .takes = reading})
        .add(Route{.from = "attend", .to = {{"read"}}});
}

} // namespace

TEST_CASE("three patients and one open hour a week is no growing list")
{
    CHECK(said_of(traced(3, 10_min)).empty());
    CHECK(load_of(traced(3, 10_min), "nurse").ratio() == Approx(0.5));
}

TEST_CASE("a trace that asks for more than there is ends, so that it is warned of and not refused")
{
    auto const warned = only_fault(traced(3, 30_min));
    CHECK(warned.code == 301);
    CHECK(warned.severity == base::Severity::warning);
    CHECK(warned.message == "1.500 h a week are asked for while the trace lasts, there are 1.000: load 1.500");
    CHECK(warned.hint.find("until the trace ends") != std::string::npos);
}

TEST_CASE("a stream that asks for too much beside a trace is refused all the same, and one that does not is not")
{
    auto const both = traced(3, 30_min);
    auto const refused = only_fault(both.add(Arrivals{.name = "new", .rate = units::per_week(3)}));
    CHECK(refused.severity == base::Severity::error);
    CHECK(only_fault(both.add(Arrivals{.name = "new", .rate = units::per_week(0.5)})).severity == base::Severity::warning);
}

TEST_CASE("a trace is judged over its own length, not over whole weeks")
{
    Arrivals arrivals{.name = "past"};
    for (int i = 1; i <= 10; ++i) arrivals.trace.push_back({.at = units::days(i)}); // ten days
    auto const pathway = Pathway{"ten days"}.add(arrivals).add(Resource{.name = "nurse", .rota = Rota::always()}).add(
        Activity{.name = "see", .uses = {{"nurse"}}, .takes = 1_h});
    CHECK(load_of(pathway, "nurse").per_week == Approx(7));
}

TEST_CASE("who runs lists and does other work in the same hours is warned of, with what else it is")
{
    auto const warned = only_fault(listed(30_min));
    CHECK(warned.code == 244);
    CHECK(warned.severity == base::Severity::warning);
    CHECK(warned.path == "session/clinic/resource");
    CHECK(warned.message.find("'consultant' runs these lists and is used by 'read' in the same hours") == 0);
    auto apart = listed(30_min);
    apart.resources[0].rota = Rota{{{.days = "Wed", .from = "09:00", .to = "17:00"}}};
    CHECK(said_of(apart).empty());
    auto by_another = listed(30_min);
    by_another.activities[1].uses = {{"registrar"}};
    CHECK(said_of(by_another.add(Resource{.name = "registrar", .rota = Rota::always()})).empty());
}

TEST_CASE("the time of lists is in the load, and more than there is of both is warned of")
{
    CHECK(load_of(listed(30_min), "consultant").per_week == Approx(10 * (20 + 30) / 60.0));
    auto const full = said_of(listed(228_min)); // 38 h of 40, and 3.3 h of lists
    auto const loads = with_code(full, 301);
    REQUIRE(loads.size() == 1);
    CHECK(loads.front().severity == base::Severity::warning);
    CHECK(loads.front().message == "41.33 h a week are asked for with its lists, there are 40.00: load 1.033");
    CHECK(with_code(said_of(listed(246_min)), 301).front().severity == base::Severity::error); // 41 h without them
}

TEST_CASE("a name that is taken is the one fault, not what was meant to have another")
{
    auto pathway = Pathway{"twice"}.add(Arrivals{.name = "all", .rate = 1_per_d}).add(Resource{.name = "nurse", .rota = Rota::always()})
                       .add(Activity{.name = "see", .uses = {{"nurse"}}, .takes = 10_min})
                       .add(Activity{.name = "see", .uses = {{"nurse"}}, .takes = 10_min})
                       .add(Route{.from = "see", .to = {{"treat"}}});
    CHECK(only_fault(pathway).code == 202);
    pathway.activities[1].name = "treat";
    CHECK(said_of(pathway).empty());
    pathway.resources.push_back({.name = "nurse", .rota = Rota::always()});
    pathway.activities[1].uses = {{"doctor"}};
    CHECK(only_fault(pathway).code == 202);
}

TEST_CASE("fewer than no servers are out of bounds, and nothing else is said of the shift")
{
    auto pathway = traced(3, 10_min);
    pathway.resources[0].rota.shifts[0].servers = -2;
    CHECK(only_fault(pathway).code == 110);
}
