// SPDX-License-Identifier: MIT
#include "pathway/clinic.hpp"

#include <limits>
#include <set>

using namespace pathecon;
using namespace pathecon::test;

TEST_CASE("a pathway without faults is checked and can be read through the check")
{
    auto const checked = check(reading_room());
    CHECK(checked->name == "reading room");
    CHECK(*checked == reading_room());
    CHECK(checked.warnings().empty());
    CHECK(checked.loads().size() == 2);
}

TEST_CASE("adding a noun leaves the pathway that it was added to as it was")
{
    auto const before = reading_room();
    auto const after = before.add(Delay{.name = "wait", .takes = 1_d});
    CHECK(before == reading_room());
    CHECK(after.delays.size() == before.delays.size() + 1);
    CHECK(find(after.delays, "wait") != nullptr);
    CHECK(find(before.delays, "wait") == nullptr);
}

TEST_CASE("all faults are reported at once, each with its path")
{
    auto pathway = reading_room();
    pathway.arrivals[0].rate = units::per_hour(std::numeric_limits<double>::quiet_NaN());
    pathway.tests[0].sensitivity = 1.3;
    pathway.resources[0].rota.shifts[0].from = "8 am";
    pathway.activities[0].uses[0].resource = "rom";
    pathway.activities[1].takes = gamma(-14_min, 6_min);
    pathway.routes[1].to[0].to = "ctt";
    pathway.routes[1].to[0].where = "positiv";
    pathway.intervals[0].to = "read.end";
    pathway = pathway.add(Outcome{.name = "seen", .at = "red"});
    auto const faults = faults_of(pathway);
    INFO(faults.text());
    CHECK(found(faults, 110, "arrivals/lane/rate"));
    CHECK(found(faults, 110, "test/positive/sensitivity"));
    CHECK(found(faults, 221, "resource/room/rota/#1"));
    CHECK(found(faults, 204, "activity/x-ray/uses/rom"));
    CHECK(found(faults, 110, "activity/read/takes/mean"));
    CHECK(found(faults, 205, "route/read/to/ctt"));
    CHECK(found(faults, 207, "route/read/to/ctt/where"));
    CHECK(found(faults, 224, "interval/report/to"));
    CHECK(found(faults, 224, "outcome/seen/at"));
    CHECK(faults.errors() == 9);
    CHECK_THAT(faults.text(), contains("did you mean 'room'"));
    CHECK_THAT(faults.text(), contains("did you mean 'ct'"));
    CHECK_THAT(faults.text(), contains("did you mean 'positive'"));
    try {
        (void)check(pathway);
        FAIL("a pathway with faults was checked");
    } catch (base::InvalidInput const& invalid) {
        CHECK(invalid.diagnostics().errors() == 9);
    }
}

TEST_CASE("an overload in the sound part is reported together with a fault elsewhere")
{
    auto pathway = reading_room();
    pathway.resources[1].rota = Rota::weekdays(9_h, 17_h, 2); // 9 an hour x 14 min needs 2.1
    pathway.routes[1].to[0].to = "ctt";
    auto const faults = faults_of(pathway);
    CHECK(found(faults, 205, "route/read/to/ctt"));
    CHECK(found(faults, 301, "resource/reader"));
    CHECK(faults.errors() == 2);
}

TEST_CASE("a pathway needs somebody who comes and something that happens")
{
    auto const faults = faults_of(Pathway{});
    CHECK(found(faults, 200, "arrivals"));
    CHECK(found(faults, 200, "activity"));
    CHECK(faults.errors() == 2);
}

TEST_CASE("names are there, unique among steps and among what conditions name, and not reserved")
{
    auto const pathway = reading_room();
    CHECK(found(faults_of(pathway.add(Outcome{.name = " ", .at = "read"})), 201, "outcome/ "));
    CHECK(found(faults_of(pathway.add(Delay{.name = "read", .takes = 1_d})), 202, "delay/read"));
    CHECK(found(faults_of(pathway.add(Attribute{.name = "positive", .is = bernoulli(0.5)})), 202, "test/positive"));
    CHECK(found(faults_of(pathway.add(Resource{.name = "reader"})), 202, "resource/reader#2"));
    CHECK(found(faults_of(pathway.add(Delay{.name = "exit", .takes = 1_d})), 203, "delay/exit"));
    CHECK(found(faults_of(pathway.add(Delay{.name = "arrival", .takes = 1_d})), 203, "delay/arrival"));
    CHECK(found(faults_of(pathway.add(Delay{.name = "read.start", .takes = 1_d})), 203, "delay/read.start"));
    CHECK(found(faults_of(pathway.add(Attribute{.name = "source", .is = bernoulli(0.5)})), 203, "attribute/source"));
    CHECK(found(faults_of(pathway.add(Attribute{.name = "ill or old", .is = bernoulli(0.5)})), 203,
                "attribute/ill or old"));
    auto doubled = pathway;
    doubled.activities[0].uses.push_back({"room"});
    CHECK(found(faults_of(doubled), 202, "activity/x-ray/uses/room#2"));
}

TEST_CASE("what is named must be there")
{
    auto const pathway = reading_room();
    auto with = pathway;
    with.tests[0].at = "ct";
    CHECK(found(faults_of(with), 204, "test/positive/at"));
    with = pathway;
    with.activities[1].attended = {{"typist"}};
    CHECK(found(faults_of(with), 204, "activity/read/attended/typist"));
    with = pathway;
    with.activities[1].uses.clear();
    with.activities[1].session = "reading";
    CHECK(found(faults_of(with), 204, "activity/read/session"));
    with = pathway;
    with.arrivals[0].to = "xray";
    CHECK_THAT(with_code(faults_of(with), 204)[0].hint, contains("'x-ray'"));
    with = pathway;
    with.first = "exit";
    CHECK(found(faults_of(with), 204, "first"));
    CHECK(found(
        faults_of(pathway.add(BudgetLine{.name = "locums", .group = "radiology", .step = 1600_h, .step_value = 1_gbp})),
        204, "budget_line/locums/group"));
}

TEST_CASE("a resource that nobody uses is a warning")
{
    auto const fault = only_fault(reading_room().add(Resource{.name = "spare"}));
    CHECK(fault.severity == base::Severity::warning);
    CHECK(fault.code == 218);
    CHECK(fault.path == "resource/spare");
    CHECK_NOTHROW(check(reading_room().add(Resource{.name = "spare"})));
}

TEST_CASE("a condition names what there is, with a level where there are levels")
{
    auto pathway = reading_room().add(Attribute{.name = "stage", .levels = {"I", "II"}, .shares = {0.4, 0.6}});
    auto const code = [&](std::string const& where) {
        pathway.intervals[0].where = where;
        return only_fault(pathway);
    };
    pathway.intervals[0].where = "stage = II and not cancer and source = lane and positive";
    CHECK(faults_of(pathway).empty());
    CHECK(code("cancer or positive").code == 206);
    CHECK(code("cancr").code == 207);
    CHECK(code("cancer = yes").code == 208);
    CHECK_THAT(code("cancer = yes").hint, contains("'not cancer'"));
    CHECK(code("stage").code == 208);
    CHECK(code("stage = IV").code == 208);
    CHECK(code("source = lanes").code == 208);
    CHECK(code("source = lanes").path == "interval/report/where");
}

TEST_CASE("a test that nobody has had by then is a warning")
{
    auto pathway = reading_room();
    pathway.activities[0].where = "not positive";
    CHECK(only_fault(pathway).code == 209);
    CHECK(only_fault(pathway).path == "activity/x-ray/where");
    pathway = reading_room();
    pathway.activities[1].cases = {{"positive", 20_min}}; // known at the end of the reading, not at its start
    CHECK(only_fault(pathway).code == 209);
    pathway = reading_room().add(Outcome{.name = "called", .at = "read", .where = "positive"});
    CHECK(faults_of(pathway).empty());
    pathway = reading_room().add(Outcome{.name = "called", .at = "read.start", .where = "positive"});
    CHECK(only_fault(pathway).code == 209);
}

TEST_CASE("a test may be known at its own step when patients come back to it")
{
    auto pathway = reading_room();
    pathway.activities[1].cases = {{"positive", 20_min}};
    pathway.routes[1].to = {{.to = "x-ray", .p = bernoulli(0.1)}, {.to = "ct", .where = "positive"}, {"exit"}};
    CHECK(faults_of(pathway).empty());
}

TEST_CASE("an attribute may depend on earlier ones, and on no test")
{
    auto pathway = reading_room();
    pathway.attributes.insert(pathway.attributes.begin(),
                              Attribute{.name = "old", .is = Chance{.p = 0.5, .cases = {{"cancer", 0.7}}}});
    CHECK(only_fault(pathway).code == 210);
    CHECK(only_fault(pathway).path == "attribute/old/is/cases/#1/where");
    pathway = reading_room().add(
        Attribute{.name = "old", .is = Chance{.p = 0.5, .cases = {{"cancer", 0.7}}}, .where = "positive"});
    CHECK(only_fault(pathway).code == 210);
    pathway = reading_room().add(Attribute{.name = "old", .is = bernoulli(0.5), .where = "not old"}); // nor on itself
    CHECK(only_fault(pathway).code == 210);
    pathway = reading_room();
    pathway.tests.push_back({.name = "second", .at = "read", .condition = "positive"});
    CHECK(only_fault(pathway).code == 210);
    pathway.tests[1] = {.name = "second", .at = "read", .condition = "cancer", .cases = {{"positive", 0.9}}};
    CHECK(faults_of(pathway).empty());
    std::swap(pathway.tests[0], pathway.tests[1]); // the other result comes later
    CHECK(only_fault(pathway).code == 209);
}

TEST_CASE("times that cannot be are named with their reason")
{
    auto pathway = reading_room();
    pathway.activities[0].takes = triangular(1_min, 9_min, 6_min);
    CHECK(only_fault(pathway).code == 211);
    CHECK(only_fault(pathway).path == "activity/x-ray/takes");
    pathway = reading_room();
    pathway.delays[0].cases = {{"cancer", exponential(0_min)}};
    CHECK(only_fault(pathway).path == "delay/ct/cases/#1/takes");
    pathway = reading_room();
    pathway.activities[1].booking = Booking{.lag = gamma(1_d, 1000_d)};
    CHECK(only_fault(pathway).path == "activity/read/booking/lag");
}

TEST_CASE("work that holds a resource takes time")
{
    auto pathway = reading_room();
    pathway.activities[0].takes = {};
    CHECK(only_fault(pathway).code == 212);
    pathway = reading_room().add(Resource{.name = "nurse"});
    pathway.activities.push_back({.name = "meet", .batch = Batch{.days = "Thu"}, .attended = {{"nurse"}}});
    pathway.routes.push_back({.from = "ct", .to = {{"meet"}}});
    CHECK(only_fault(pathway).code == 212);
    pathway.activities.back().attended[0].time = random::Input<units::Duration>{3_min};
    CHECK(faults_of(pathway).empty());
}

TEST_CASE("an activity waits in one way")
{
    auto pathway = reading_room().add(Session{.name = "list", .lists = {{.days = "Mon", .slots = 100}}, .slot = 5_min});
    pathway.activities[1].session = "list";
    CHECK_FALSE(found(faults_of(pathway), 222, "activity/read")); // a slot, and whoever is taken with it
    pathway.activities[1].batch = Batch{.days = "Mon"};
    CHECK(found(faults_of(pathway), 222, "activity/read"));
    pathway.activities[1].session.clear();
    CHECK(found(faults_of(pathway), 222, "activity/read"));
    pathway.activities[1].uses.clear();
    CHECK_FALSE(found(faults_of(pathway), 222, "activity/read"));
    pathway.activities[1].batch.reset();
    pathway.activities[1].session = "list";
    pathway.activities[1].booking = Booking{.lag = 3_d};
    CHECK(found(faults_of(pathway), 222, "activity/read/booking"));
}

TEST_CASE("levels go with shares")
{
    auto const with = [](Attribute attribute) {
        attribute.name = "stage";
        return only_fault(reading_room().add(std::move(attribute)));
    };
    CHECK(with({.name = "", .levels = {"I", "II"}, .shares = {1.0}}).code == 226);
    CHECK(with({.name = "", .levels = {"I"}, .shares = {1.0}}).path == "attribute/stage/levels");
    CHECK(with({.name = "", .levels = {"I", "I"}, .shares = {1.0, 2.0}}).path == "attribute/stage/levels/#2");
    CHECK(with({.name = "", .shares = {1.0}}).path == "attribute/stage/shares");
    CHECK(with({.name = "", .is = bernoulli(0.2), .levels = {"I", "II"}, .shares = {1.0, 2.0}}).path ==
          "attribute/stage/is");
    CHECK(with({.name = "", .levels = {"I", "II"}, .shares = {1.0, 0.0}}).code == 110);
}

TEST_CASE("the kinds of patient fit into 63 bits")
{
    auto pathway = reading_room(); // the source, one attribute and one test take 3
    for (int i = 0; i < 30; ++i)
        pathway.attributes.push_back(
            {.name = "level " + std::to_string(i), .levels = {"a", "b", "c"}, .shares = {1.0, 1.0, 1.0}});
    CHECK(faults_of(pathway).empty());
    auto const fault = only_fault(pathway.add(Attribute{.name = "one more", .is = bernoulli(0.5)}));
    CHECK(fault.code == 225);
    CHECK_THAT(fault.message, contains("64 bits"));
}

TEST_CASE("what is never open is refused")
{
    auto pathway = reading_room();
    pathway.resources[1].rota = Rota::always(0);
    CHECK(found(faults_of(pathway), 219, "resource/reader/rota"));
    pathway = reading_room();
    pathway.arrivals[0].open = Rota::always(0);
    CHECK(only_fault(pathway).path == "arrivals/lane/open");
    pathway = reading_room();
    pathway.activities[1].uses.clear();
    pathway.activities[1].session = "list";
    pathway.resources.pop_back();
    pathway.sessions = {{.name = "list", .lists = {{.days = "Mon", .lasts = 10_min}}, .slot = 15_min}};
    CHECK(found(faults_of(pathway), 219, "session/list/lists"));
    CHECK_THAT(faults_of(pathway).text(), contains("not one whole slot of 15"));
}

TEST_CASE("more than there ever are is refused, and so are two that never meet")
{
    auto pathway = reading_room();
    pathway.activities[1].uses[0].count = 4;
    auto const fault = with_code(faults_of(pathway), 220).at(0);
    CHECK(fault.path == "activity/read/uses/reader");
    CHECK_THAT(fault.message, contains("never more than 3"));
    pathway = reading_room();
    pathway.activities[0].uses = {{"room"}, {"reader"}};
    pathway.resources[0].rota = Rota::weekdays(8_h, 9_h, 200);
    CHECK(found(faults_of(pathway), 220, "activity/x-ray/uses"));
    pathway.resources[0].rota = Rota::weekdays(8_h, 20_h, 2);
    CHECK_FALSE(found(faults_of(pathway), 220, "activity/x-ray/uses"));
}

TEST_CASE("rotas, lists and meetings are read before they are needed")
{
    auto pathway = reading_room();
    pathway.activities[1].uses.clear();
    pathway.resources.pop_back();
    pathway.activities[1].session = "list";
    pathway.sessions = {
        {.name = "list",
         .lists = {{.days = "Mon", .slots = 400}, {.days = "Tues day", .from = "9", .slots = 9}, {.days = "Wed"}},
         .slot = 5_min}};
    auto const faults = faults_of(pathway);
    CHECK(found(faults, 221, "session/list/lists/#2/days"));
    CHECK(found(faults, 221, "session/list/lists/#2/from"));
    CHECK(found(faults, 221, "session/list/lists/#3"));
    pathway = reading_room();
    pathway.activities[1].uses.clear();
    pathway.resources.pop_back();
    pathway.activities[1].batch = Batch{.days = "Thu Fry", .at = "24:30"};
    CHECK(found(faults_of(pathway), 221, "activity/read/batch/days"));
    CHECK(found(faults_of(pathway), 221, "activity/read/batch/at"));
}

TEST_CASE("a clock starts and stops at points that there are")
{
    auto const with = [](Interval interval) {
        interval.name = "clock";
        return only_fault(reading_room().add(std::move(interval)));
    };
    CHECK(with({.name = "", .from = "exit"}).code == 224);
    CHECK(with({.name = "", .to = "arrival"}).code == 224);
    CHECK(with({.name = "", .to = "reed"}).path == "interval/clock/to");
    CHECK_THAT(with({.name = "", .to = "reed"}).hint, contains("'read'"));
    CHECK(with({.name = "", .unless = "gone"}).path == "interval/clock/unless");
    CHECK(with({.name = "", .target = units::Probability{0.85}}).code == 227);
    CHECK(faults_of(
              reading_room().add(Interval{.name = "wait", .from = "read.arrive", .to = "read.start", .unless = "ct"}))
              .empty());
}
