// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <algorithm>
#include <set>

#include <pathecon/base/walk.hpp>
#include <pathecon/pathway/check.hpp>
#include <pathecon/pathway/fields.hpp>
#include <pathecon/pathway/site.hpp>

using namespace pathecon;
using namespace pathecon::pathway;
using namespace pathecon::units::literals;

namespace {

/// A department in which whoever is ill is seen by a consultant and may be scanned.
Pathway department(double ill = 0.3)
{
    Resource consultant{.name = "consultant", .rota = Rota::always(2)};
    consultant.skills = {"report"};
    Activity report{.name = "report", .takes = 10_min};
    report.uses = {{.skill = "report"}};
    Activity decide{.name = "decide", .takes = 20_min};
    decide.uses = {{.resource = "consultant"}};
    Activity triage{.name = "triage", .takes = 5_min};
    triage.uses = {{.resource = "nurse"}};
    return Pathway{"department"}
        .add(Attribute{.name = "ill", .is = bernoulli(ill)})
        .add(Arrivals{.name = "walk-in", .rate = units::per_hour(2)})
        .add(Arrivals{.name = "referred", .rate = units::per_hour(0.5), .to = "decide"})
        .add(Resource{.name = "nurse", .rota = Rota::always()})
        .add(consultant)
        .add(triage)
        .add(report)
        .add(decide)
        .add(Test{.name = "positive", .at = "report", .condition = "ill"})
        .add(Route{.from = "triage", .to = {{.to = "report", .where = "ill"}, {.to = "exit"}}})
        .add(Route{.from = "report",
                   .to = {{.to = "decide", .where = "positive and source = walk-in"}, {.to = "exit"}}})
        .add(Interval{.name = "visit"})
        .add(Interval{.name = "to the decision", .from = "triage.start", .to = "decide"})
        .add(Outcome{.name = "positives", .at = "report", .where = "positive"});
}

/// Every field that names something, filled with names that begin with "x_"; no pathway that could be run.
Pathway of_names_alone()
{
    std::vector<TimeCase> const times{{.where = "x_test"}};
    Chance const chance{.cases = {{.where = "x_test and ill"}}};
    std::vector<Use> const uses{{.resource = "x_res",
                                 .instead = {{.resource = "x_res"}},
                                 .skill = "x_skill",
                                 .same_as = "x_act",
                                 .not_same_as = "x_act"}};
    Arrivals arrivals{.name = "x_in", .to = "x_act", .trace = {{.is = "x_test"}}};
    arrivals.appointments = Appointments{.no_show = {.cases = {{.where = "source = x_in"}}}};
    Activity activity{.name = "x_act",
                      .uses = uses,
                      .session = "x_list",
                      .cases = times,
                      .where = "x_test",
                      .priority = {{.where = "not x_test"}},
                      .booking = Booking{.cases = times},
                      .attended = {{.resource = "x_res"}},
                      .adjustments = {{.tool = "tool", .where = "x_test", .luck_name = "x_luck"}},
                      .luck_name = "x_luck"};
    activity.patience = Patience{.cases = times, .to = "x_act", .where = "x_test"};
    activity.balk = {{.of = "x_act", .to = "x_act", .where = "x_test"}};
    activity.no_show = NoShow{.missed = chance, .cancelled = chance, .to = "x_act"};
    Resource resource{.name = "x_res", .group = "pooled", .skills = {"x_skill"}};
    resource.surge = Surge{.of = "x_act"};
    Test test{.name = "x_test", .at = "x_act", .condition = "source != x_in", .cases = {{.where = "x_test"}}};
    test.luck_name = "x_luck";
    Event event{.name = "x_event", .from = "x_act.start", .until = "x_act.arrive"};
    event.cases = times, event.to = "x_act", event.where = "x_test", event.luck_name = "x_luck";
    Branch branch{.to = "x_act", .p = chance, .where = "x_test", .elapsed = Elapsed{.since = "x_act"}};
    return Pathway{"names"}
        .add(arrivals)
        .add(Backlog{.name = "x_old", .at = "x_act"})
        .add(test)
        .add(resource)
        .add(Session{.name = "x_list", .resource = "x_res"})
        .add(activity)
        .add(Delay{.name = "x_delay", .cases = times, .where = "x_test", .luck_name = "x_luck"})
        .add(Fork{.name = "x_fork", .branches = {"x_act", "x_delay"}, .join = "x_join"})
        .add(Join{.name = "x_join"})
        .add(Stay{.name = "x_stay", .uses = uses, .from = "x_act", .to = "x_act"})
        .add(event)
        .add(Downtime{.name = "x_down", .resources = {"x_res"}, .luck_name = "x_luck"})
        .add(Route{.from = "x_act", .to = {branch}, .luck_name = "x_luck"})
        .add(Interval{.name = "x_clock",
                      .from = "x_act.arrive",
                      .to = "x_act",
                      .where = "x_test",
                      .unless = "x_act",
                      .pauses = {{.from = "x_act", .to = "x_act"}}})
        .add(Outcome{.name = "x_count", .at = "x_act", .where = "x_test", .luck_name = "x_luck"})
        .add(BudgetLine{.name = "x_pay", .group = "pooled"});
}

/// Counts the names that begin with "x_", all of them or those without their site.
int count_names(Pathway const& pathway, bool without_site)
{
    int found = 0;
    base::walk(pathway, "", [&](std::string const&, auto const& leaf) {
        if constexpr (std::is_same_v<std::remove_cvref_t<decltype(leaf)>, std::string>)
            for (auto at = leaf.find("x_"); at != std::string::npos; at = leaf.find("x_", at + 1)) {
                bool const has_site = at >= 6 && leaf.compare(at - 6, 6, "north/") == 0;
                if (without_site && has_site) continue;
                ++found;
            }
    });
    return found;
}

std::set<int> codes_of(std::vector<Site> const& sites, std::vector<std::string> const& shared = {},
                       std::vector<Transfer> const& transfers = {})
{
    try {
        (void)merge("whole", sites, shared, transfers);
        return {};
    } catch (base::InvalidInput const& invalid) {
        std::set<int> codes;
        for (auto const& fault : invalid.diagnostics().all()) {
            CHECK(!fault.path.empty());
            codes.insert(fault.code);
        }
        return codes;
    }
}

} // namespace

TEST_CASE("two departments with one consultant team become one pathway that has no fault")
{
    auto const whole = merge("trust", {{"north", department()}, {"south", department()}}, {"consultant"},
                             {{.from = "north/decide", .to = "south/triage", .p = bernoulli(0.1)}});
    REQUIRE_NOTHROW(check(whole));
    std::vector<std::string> resources;
    for (auto const& resource : whole.resources) resources.push_back(resource.name);
    CHECK(resources == std::vector<std::string>{"north/nurse", "south/nurse", "consultant"});
    CHECK(whole.resources[0].group == "nurse");
    CHECK(whole.resources[2].skills == std::vector<std::string>{"north/report", "south/report"});
    CHECK(whole.attributes.size() == 1);
    CHECK(find(whole.arrivals, "south/walk-in")->to == "south/triage");
    CHECK(find(whole.tests, "south/positive")->at == "south/report");
    CHECK(whole.routes[1].to[0].where == "north/positive and source = north/walk-in");

    // Two of each department: the load of what is shared is twice that of one, the load of the rest is what it was.
    auto const alone = loads_of(department());
    auto const both = loads_of(merge("trust", {{"north", department()}, {"south", department()}}, {"consultant"}));
    auto const asked = [](std::vector<Load> const& loads, std::string const& name) {
        for (auto const& load : loads)
            if (load.name == name) return load.per_week;
        return -1.0;
    };
    CHECK(asked(alone, "nurse") > 0);
    CHECK(asked(both, "south/nurse") == Approx(asked(alone, "nurse")));
    CHECK(asked(both, "consultant") == Approx(2 * asked(alone, "consultant")));
}

TEST_CASE("a clock from arrival is for those who arrived at its own site")
{
    auto const alone = merge("one", {{"north", department()}});
    CHECK(find(alone.intervals, "north/visit")->where.empty());
    auto const whole = merge("trust", {{"north", department()}, {"south", department()}});
    CHECK(find(whole.intervals, "north/visit")->where == "source != south/walk-in and source != south/referred");
    CHECK(find(whole.intervals, "north/to the decision")->where.empty());
    CHECK(find(whole.intervals, "north/to the decision")->from == "north/triage.start");
    CHECK(find(whole.outcomes, "south/positives")->where == "south/positive");
}

TEST_CASE("every name of a site is renamed, wherever it stands")
{
    auto const site = of_names_alone();
    auto const whole = merge("whole", {{"north", site}});
    CHECK(count_names(site, true) > 70);
    CHECK(count_names(whole, true) == 0);
    CHECK(count_names(whole, false) == count_names(site, false));
    CHECK(whole.budget_lines[0].group == "pooled");
    CHECK(whole.activities[0].adjustments[0].tool == "tool");
}

TEST_CASE("a transfer stands before the branches of the route, and makes a route where there was none")
{
    auto const whole = merge("trust", {{"north", department()}, {"south", department()}}, {},
                             {{.from = "north/decide", .to = "south/decide", .p = bernoulli(0.2)},
                              {.from = "north/decide", .to = "south/triage", .p = bernoulli(0.3), .where = "ill"},
                              {.from = "south/triage", .to = "north/triage", .p = bernoulli(0.1)}});
    Route const* made = nullptr;
    Route const* added = nullptr;
    for (auto const& route : whole.routes) {
        if (route.from == "north/decide") made = &route;
        if (route.from == "south/triage") added = &route;
    }
    REQUIRE(made);
    CHECK(made->to == std::vector<Branch>{{.to = "south/decide", .p = bernoulli(0.2)},
                                          {.to = "south/triage", .p = bernoulli(0.3), .where = "ill"},
                                          {.to = "exit"}});
    REQUIRE(added);
    CHECK(added->to[0].to == "north/triage");
    CHECK(added->to[1] == Branch{.to = "south/report", .where = "ill"});
    CHECK_NOTHROW(check(whole));
}

TEST_CASE("an attribute that depends on the source does so by each site's own")
{
    auto site = department();
    site.attributes[0].is.cases = {{.where = "source = referred", .p = units::Probability{0.9}}};
    auto const whole = merge("trust", {{"north", site}, {"south", site}});
    REQUIRE(whole.attributes[0].is.cases.size() == 2);
    CHECK(whole.attributes[0].is.cases[1].where == "source = south/referred");
    CHECK_NOTHROW(check(whole));
    site.attributes[0].where = "source = referred";
    CHECK(codes_of({{"north", site}, {"south", site}}) == std::set{240});
}

TEST_CASE("a failure of what is shared happens once, and must be told alike")
{
    auto site = department().add(
        Downtime{.name = "network", .resources = {"consultant"}, .every = 500_h, .lasts = 1_h});
    auto const whole = merge("trust", {{"north", site}, {"south", site}}, {"consultant"});
    REQUIRE(whole.downtimes.size() == 1);
    CHECK(whole.downtimes[0].name == "network");
    CHECK(merge("trust", {{"north", site}, {"south", site}}).downtimes.size() == 2);
    CHECK(codes_of({{"north", site}, {"south", department()}}, {"consultant"}) == std::set{239});
    site.downtimes[0].resources.emplace_back("nurse");
    CHECK(codes_of({{"north", site}, {"south", site}}, {"consultant"}) == std::set{239});
}

TEST_CASE("what is shared must be the same, and in one order where skills choose by it")
{
    auto const north = department();
    auto south = department();
    south.resources[1].rota = Rota::always(3);
    CHECK(codes_of({{"north", north}, {"south", south}}, {"consultant"}) == std::set{239});
    CHECK(codes_of({{"north", north}}, {"consultant"}) == std::set{238});
    south = north;
    std::swap(south.resources[0], south.resources[1]);
    CHECK(codes_of({{"north", north}, {"south", south}}, {"consultant", "nurse"}).empty());
    auto skilled = north;
    skilled.resources[0].skills = south.resources[1].skills = {"report"};
    CHECK(codes_of({{"north", skilled}, {"south", south}}, {"consultant", "nurse"}) == std::set{239});
    auto watched = north;
    watched.resources[1].surge = Surge{.of = "decide", .open_at = 9};
    CHECK(codes_of({{"north", watched}, {"south", watched}}, {"consultant"}) == std::set{239});
}

TEST_CASE("all faults of a merging are told at once")
{
    auto north = department(), south = department(0.4), east = department();
    north.starts = "2026-01-05";
    south.starts = "2026-01-12";
    south.resources[1].rota = Rota::always(7);
    CHECK(codes_of({{"north", north}, {"south", south}, {"ea/st", east}, {"north", east}}, {"consultnt", "consultant"},
                   {{.from = "north/decid", .to = "west/ward"}}) == std::set{237, 238, 239, 240, 241, 242});
    CHECK(codes_of({}) == std::set{237});
    CHECK(codes_of({{"not here", east}, {"", east}, {" east", east}}) == std::set{237});
}

TEST_CASE("a pathway that sites are merged into has nouns of its own: a way between sites, a clock, a door")
{
    Pathway own{"trust"};
    own.starts = "2026-01-05";
    own = own.add(Delay{.name = "ambulance", .takes = 40_min})
              .add(Route{.from = "ambulance", .to = {{.to = "south/decide"}}})
              .add(Arrivals{.name = "999", .rate = units::per_hour(0.1), .to = "north/decide"})
              .add(Interval{.name = "to the south", .from = "north/triage", .to = "south/decide"})
              .add(Resource{.name = "south/nurse", .rota = Rota::always(5)});
    auto const whole = merge(own, {{"north", department()}, {"south", department()}}, {"consultant"},
                             {{.from = "north/decide", .to = "ambulance", .p = bernoulli(0.1)}});
    CHECK_NOTHROW(check(whole));
    CHECK(whole.starts == "2026-01-05");
    CHECK(find(whole.resources, "south/nurse")->rota == Rota::always(5));
    CHECK(std::count_if(whole.resources.begin(), whole.resources.end(),
                        [](auto const& one) { return one.name == "south/nurse"; }) == 1);
    // Who comes by the door of no site is on no site's clock.
    CHECK(find(whole.intervals, "north/visit")->where ==
          "source != south/walk-in and source != south/referred and source != 999");
    CHECK(find(whole.intervals, "to the south")->where.empty());

    auto twice = own.add(Delay{.name = "ambulance", .takes = 10_min});
    CHECK(merge(twice, {{"north", department()}}).delays.size() == 2); // which `check` refuses
}

TEST_CASE("a route that is written anew beside a transfer from its step is refused, and so is another first day")
{
    Pathway own{"trust"};
    own.starts = "2026-01-12";
    own = own.add(Route{.from = "north/decide", .to = {{.to = "exit"}}});
    auto dated = department();
    dated.starts = "2026-01-05";
    try {
        (void)merge(own, {{"north", dated}}, {}, {{.from = "north/decide", .to = "north/triage"}});
        FAIL("a transfer was lost");
    } catch (base::InvalidInput const& invalid) {
        CHECK_THAT(invalid.what(), test::contains("PE0243 error: transfer/north/decide: the route from 'north/decide' is "
                                                  "written anew beside this transfer"));
        CHECK_THAT(invalid.what(), test::contains("PE0242 error: site/north/starts: 'north' starts on 2026-01-05, the "
                                                  "whole on 2026-01-12"));
        CHECK(invalid.diagnostics().errors() == 2);
    }
}
