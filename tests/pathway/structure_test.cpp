// SPDX-License-Identifier: MIT
#include "pathway/clinic.hpp"

using namespace pathecon;
using namespace pathecon::test;

namespace {

/// Some delays of a day, with arrivals at the first; routes are added by each story.
Pathway days(std::vector<std::string> const& names)
{
    auto pathway = Pathway{"days"}.add(Arrivals{.name = "all", .rate = 1_per_d});
    for (auto const& name : names) pathway = pathway.add(Activity{.name = name, .takes = 1_d});
    return pathway;
}

Pathway from(Pathway const& pathway, std::string const& step, std::vector<Branch> to)
{
    return pathway.add(Route{.from = step, .to = std::move(to)});
}

/// A scan and a biopsy side by side, then the meeting.
Pathway side_by_side()
{
    return from(from(from(from(days({"start", "scan", "biopsy", "meeting"})
                                   .add(Fork{.name = "both", .branches = {"scan", "biopsy"}, .join = "met"})
                                   .add(Join{"met"}),
                               "start", {{"both"}}),
                          "scan", {{"met"}}),
                     "biopsy", {{"met"}}),
                "met", {{"meeting"}});
}

} // namespace

TEST_CASE("a step without a route leads to the exit") { CHECK(faults_of(days({"a"})).empty()); }

TEST_CASE("a route leads from a step to steps or the exit")
{
    auto const pathway = from(days({"a", "b"}), "a", {{"b"}});
    CHECK(faults_of(pathway).empty());
    CHECK(only_fault(from(pathway, "b", {{"c3po"}})).path == "route/b/to/c3po");
    CHECK(only_fault(from(pathway, "b", {{"c3po"}})).code == 205);
    CHECK(only_fault(from(pathway, "bb", {{"exit"}})).path == "route/bb/from");
    CHECK(only_fault(from(pathway, "exit", {{"a"}})).code == 205);
    CHECK(only_fault(from(pathway, "b", {})).path == "route/b/to");
    CHECK(only_fault(from(pathway, "a", {{"exit"}})).code == 214);
    CHECK(only_fault(from(pathway, "a", {{"exit"}})).path == "route/a#2");
}

TEST_CASE("a mistyped target is one fault, not also a step that nobody reaches")
{
    auto const fault = only_fault(from(days({"triage", "clinic"}), "triage", {{"clinik"}}));
    CHECK(fault.code == 205);
    CHECK_THAT(fault.hint, contains("'clinic'"));
}

TEST_CASE("a step that nobody reaches is refused")
{
    CHECK(only_fault(days({"a", "b"})).code == 215);
    CHECK(only_fault(days({"a", "b"})).path == "activity/b");
    auto two = days({"a", "b"});
    two.arrivals.push_back({.name = "others", .rate = 1_per_d, .to = "b"});
    CHECK(faults_of(two).empty());
}

TEST_CASE("a cycle without exit is refused, with its path")
{
    auto const round = from(from(from(days({"in", "a", "b"}), "in", {{"a"}}), "a", {{"b"}}), "b", {{"a"}});
    auto const fault = only_fault(round);
    CHECK(fault.code == 216);
    CHECK_THAT(fault.message, contains("a -> b -> a"));
    auto out = round;
    out.routes[2].to = {{.to = "a", .p = bernoulli(0.3)}, {"exit"}};
    CHECK(faults_of(out).empty());
}

TEST_CASE("a kind of patient who never leaves is named")
{
    auto pathway = from(days({"a", "b"}).add(Attribute{.name = "ill", .is = bernoulli(0.1)}), "a", {{"b"}});
    pathway = from(pathway, "b", {{.to = "a", .where = "ill"}, {"exit"}});
    auto const fault = only_fault(pathway);
    CHECK(fault.code == 216);
    CHECK_THAT(fault.message, contains("(ill)"));
    CHECK_THAT(fault.message, contains("a -> b -> a"));
    pathway.attributes[0].is = bernoulli(0.0); // there is no such patient
    CHECK(faults_of(pathway).empty());
}

TEST_CASE("the branches of a route sum to 1")
{
    auto const with = [](std::vector<Branch> to) { return from(days({"a", "b", "c"}), "a", std::move(to)); };
    CHECK(faults_of(with({{.to = "b", .p = bernoulli(0.1)},
                          {.to = "c", .p = bernoulli(0.2)},
                          {.to = "exit", .p = bernoulli(0.7)}}))
              .empty());
    CHECK(faults_of(with({{.to = "b", .p = bernoulli(0.1)}, {.to = "c", .p = bernoulli(0.2)}, {"exit"}})).empty());
    CHECK(faults_of(with({{.to = "b", .p = bernoulli(0.5)}, {.to = "c", .p = bernoulli(0.5)}, {"exit"}})).empty());
    auto const low = only_fault(with({{.to = "b", .p = bernoulli(0.1)}, {.to = "c", .p = bernoulli(0.8)}}));
    CHECK(low.code == 213);
    CHECK(low.path == "route/a/to");
    CHECK_THAT(low.message, contains("sum to 0.9"));
    CHECK_THAT(only_fault(with({{.to = "b", .p = bernoulli(0.6)}, {.to = "c", .p = bernoulli(0.6)}})).message,
               contains("sum to 1.2"));
    CHECK(only_fault(with({{.to = "b", .p = bernoulli(0.1)}, {.to = "c", .p = bernoulli(0.9 - 1e-8)}})).code == 213);
    CHECK(faults_of(with({{.to = "b", .p = bernoulli(0.1)}, {.to = "c", .p = bernoulli(0.9 - 1e-10)}})).empty());
}

TEST_CASE("a route is total for every kind of patient, and the kind that is lost is named")
{
    auto pathway =
        days({"a", "b", "c"})
            .add(Attribute{.name = "ill", .is = bernoulli(0.1)})
            .add(Test{.name = "positive", .at = "a", .condition = "ill", .sensitivity = 0.9, .specificity = 0.9});
    auto const with = [&](std::vector<Branch> to) { return from(pathway, "a", std::move(to)); };
    CHECK(faults_of(with({{.to = "b", .where = "positive"}, {.to = "c", .where = "not positive"}})).empty());
    auto const lost = only_fault(with({{.to = "b", .where = "positive"}, {.to = "c", .where = "ill"}}));
    CHECK(lost.code == 213);
    CHECK_THAT(lost.message, contains("not ill and not positive"));
    CHECK_THAT(lost.message, contains("sum to 0"));
    Chance const by_case{.p = 0.3, .cases = {{"ill", 0.6}}};
    CHECK_THAT(only_fault(with({{.to = "b", .p = by_case}, {.to = "c", .p = bernoulli(0.7)}})).message,
               contains("sum to 1.3, not 1 for patients with ill"));
    CHECK(faults_of(with({{.to = "b", .p = by_case}, {.to = "c", .p = Chance{.p = 0.7, .cases = {{"ill", 0.4}}}}}))
              .empty());
}

TEST_CASE("kinds of patient that cannot be are no fault of a route")
{
    auto pathway = days({"a", "b", "c"})
                       .add(Attribute{.name = "ill", .is = bernoulli(0.1)})
                       .add(Attribute{.name = "well", .is = bernoulli(1.0), .where = "not ill"});
    CHECK(faults_of(from(pathway, "a", {{.to = "b", .where = "ill"}, {.to = "c", .where = "well"}})).empty());
}

TEST_CASE("a loop in which no time passes is refused")
{
    auto const loop = [](units::Duration first, units::Duration second) {
        auto pathway = from(from(days({"a", "b"}), "a", {{"b"}}), "b", {{.to = "a", .p = bernoulli(0.2)}, {"exit"}});
        pathway.activities[0].takes = first;
        pathway.activities[1].takes = second;
        return pathway;
    };
    CHECK(only_fault(loop(0_d, 0_d)).code == 217);
    CHECK_THAT(only_fault(loop(0_d, 0_d)).message, contains("a -> b -> a"));
    CHECK(faults_of(loop(0_d, 1_min)).empty());
    auto adjusted = loop(0_d, 1_min);
    adjusted.activities[1].adjustments = {{.tool = "bot", .by = 0.0}};
    CHECK(only_fault(adjusted).code == 217);
    adjusted.activities[1].adjustments[0].share = 0.5;
    CHECK(faults_of(adjusted).empty());
    auto some = loop(0_d, 1_min).add(Attribute{.name = "ill", .is = bernoulli(0.1)});
    some.activities[1].where = "ill"; // the others pass at once
    CHECK_THAT(only_fault(some).message, contains("(not ill)"));
    auto met = loop(0_d, 0_d);
    met.activities[1].batch = Batch{.days = "Thu"};
    CHECK(faults_of(met).empty());
}

TEST_CASE("a loop is not blamed for a time that is at fault itself")
{
    auto pathway = from(from(days({"a", "b"}), "a", {{"b"}}), "b", {{.to = "a", .p = bernoulli(0.2)}, {"exit"}});
    pathway.activities[0].takes = 0_d;
    pathway.activities[1].takes = uniform(3_d, 2_d);
    CHECK(only_fault(pathway).code == 211);
}

TEST_CASE("branches in parallel that come together are no fault") { CHECK(faults_of(side_by_side()).empty()); }

TEST_CASE("what is found on another branch is known by chance alone")
{
    auto pathway = side_by_side()
                       .add(Attribute{.name = "ill", .is = bernoulli(0.3)})
                       .add(Test{.name = "seen", .at = "scan", .condition = "ill"});
    pathway.activities[2].where = "seen";
    CHECK(only_fault(pathway).code == 209);
    CHECK_THAT(only_fault(pathway).message, contains("chance decides"));
    pathway.activities[2].where.clear();
    pathway.activities[3].where = "seen"; // behind the join it is known
    CHECK(faults_of(pathway).empty());
}

TEST_CASE("a branch leads to its join and nowhere else")
{
    auto const fault_of_fork = [](Pathway const& pathway, std::string const& path) {
        auto const faults = faults_of(pathway);
        INFO(faults.text());
        REQUIRE(found(faults, 223, path));
        return with_code(faults, 223)[0].message;
    };
    auto pathway = side_by_side();
    pathway.routes[2].to = {{.to = "met", .p = bernoulli(0.9)}, {"exit"}};
    CHECK_THAT(fault_of_fork(pathway, "fork/both/branches/#2"), contains("biopsy -> exit"));
    pathway = side_by_side();
    pathway.routes[2].to = {{"biopsy"}};
    CHECK_THAT(fault_of_fork(pathway, "fork/both/branches/#2"), contains("never comes to the join"));
    pathway = side_by_side();
    pathway.routes[2].to = {{"scan"}};
    CHECK_THAT(fault_of_fork(pathway, "fork/both"), contains("share steps"));
    pathway = side_by_side();
    pathway.routes[0].to = {{.to = "both", .p = bernoulli(0.5)}, {"scan"}};
    CHECK_THAT(fault_of_fork(pathway, "fork/both"), contains("share steps"));
    pathway = side_by_side();
    pathway.arrivals[0].to = "met";
    CHECK_FALSE(faults_of(pathway).ok());
}

TEST_CASE("a fork has branches, a join of its own and no route")
{
    auto const has = [](Pathway const& pathway, std::string const& path) {
        return found(faults_of(pathway), 223, path);
    };
    auto pathway = side_by_side();
    pathway.forks[0].join = "meeting";
    CHECK(has(pathway, "fork/both/join"));
    CHECK(has(pathway, "join/met"));
    pathway = side_by_side();
    pathway.forks[0].branches = {"scan"};
    CHECK(has(pathway, "fork/both/branches"));
    pathway.forks[0].branches = {"scan", "biopsi"};
    CHECK(has(pathway, "fork/both/branches/#2"));
    pathway.forks[0].branches = {"scan", "exit"};
    CHECK(has(pathway, "fork/both/branches/#2"));
    pathway.forks[0].branches = {"scan", "scan"};
    CHECK(has(pathway, "fork/both/branches/#2"));
    CHECK(has(from(side_by_side(), "both", {{"meeting"}}), "route/both"));
    CHECK(has(side_by_side().add(Fork{.name = "again", .branches = {"scan", "biopsy"}, .join = "met"}),
              "fork/again/join"));
}

TEST_CASE("a branch may be empty, and a fork may stand inside a branch")
{
    auto pathway = side_by_side();
    pathway.forks[0].branches.push_back("met");
    CHECK(faults_of(pathway).empty());
    pathway = side_by_side().add(Activity{.name = "slides", .takes = 1_d}).add(Activity{.name = "genes", .takes = 5_d});
    pathway = pathway.add(Fork{.name = "laboratory", .branches = {"slides", "genes"}, .join = "reported"})
                  .add(Join{"reported"});
    pathway.routes[2].to = {{"laboratory"}};
    pathway = from(from(from(pathway, "slides", {{"reported"}}), "genes", {{"reported"}}), "reported", {{"met"}});
    CHECK(faults_of(pathway).empty());
}
