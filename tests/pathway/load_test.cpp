// SPDX-License-Identifier: MIT
#include "pathway/clinic.hpp"

#include <cmath>

using namespace pathecon;
using namespace pathecon::test;

namespace {

constexpr double week = 168;

/// A step that takes an hour of a clerk, so that its load is read as visits a week.
Pathway& count(Pathway& pathway, std::string const& step)
{
    pathway.resources.push_back({.name = step + " clerk", .rota = Rota::always(100'000)});
    pathway.activities.push_back({.name = step, .uses = {{step + " clerk"}}, .takes = 1_h});
    return pathway;
}
double visits(Pathway const& pathway, std::string const& step) { return load_of(pathway, step + " clerk").per_week; }

Pathway counted(std::vector<std::string> const& steps, double per_week = 1000)
{
    auto pathway = Pathway{"counted"}.add(Arrivals{.name = "lane", .rate = units::per_week(per_week)});
    for (auto const& step : steps) count(pathway, step);
    return pathway;
}

} // namespace

TEST_CASE("the load of M/M/c is its arrivals by its service over its servers")
{
    auto const pathway = Pathway{"M/M/3"}
                             .add(Arrivals{.name = "all", .rate = units::per_hour(2.5)})
                             .add(Resource{.name = "server", .rota = Rota::always(3)})
                             .add(Activity{.name = "serve", .uses = {{"server"}}, .takes = exponential(1_h)});
    auto const load = load_of(pathway, "server");
    CHECK(load.per_week == Approx(2.5 * week).epsilon(1e-12));
    CHECK(load.capacity == Approx(3 * week).epsilon(1e-12));
    CHECK(load.ratio() == Approx(2.5 / 3).epsilon(1e-12));
}

TEST_CASE("the load of bulk service takes as many as may be each time")
{
    auto pathway = Pathway{"bulk"}
                       .add(Arrivals{.name = "all", .rate = units::per_hour(2.5)})
                       .add(Resource{.name = "server", .rota = Rota::always(1)})
                       .add(Activity{.name = "serve", .uses = {{"server"}}, .takes = exponential(1_h)});
    pathway.activities[0].bulk = Bulk{.most = 4};
    auto const load = load_of(pathway, "server");
    CHECK(load.ratio() == Approx(2.5 / 4).epsilon(1e-12));
    CHECK(load.leaves_out == "takes as many as may be to be served together each time");
}

TEST_CASE("a network with a loop has the loads of its traffic equations")
{
    // Jackson: external (1, 0.5, 0), P12 0.6, P23 0.7, P31 0.2, so that rate 1 = (1 + 0.14 x 0.5) / (1 - 0.14 x 0.6).
    auto const pathway = Pathway{"Jackson"}
                             .add(Arrivals{.name = "one", .rate = 1_per_h, .to = "1"})
                             .add(Arrivals{.name = "two", .rate = units::per_hour(0.5), .to = "2"})
                             .add(Resource{.name = "A", .rota = Rota::always(1)})
                             .add(Resource{.name = "B", .rota = Rota::always(2)})
                             .add(Resource{.name = "C", .rota = Rota::always(1)})
                             .add(Activity{.name = "1", .uses = {{"A"}}, .takes = exponential(30_min)})
                             .add(Activity{.name = "2", .uses = {{"B"}}, .takes = exponential(1_h)})
                             .add(Activity{.name = "3", .uses = {{"C"}}, .takes = exponential(40_min)})
                             .add(Route{.from = "1", .to = {{.to = "2", .p = bernoulli(0.6)}, {"exit"}}})
                             .add(Route{.from = "2", .to = {{.to = "3", .p = bernoulli(0.7)}, {"exit"}}})
                             .add(Route{.from = "3", .to = {{.to = "1", .p = bernoulli(0.2)}, {"exit"}}});
    double const one = 1.07 / (1 - 0.084), two = 0.5 + 0.6 * one, three = 0.7 * two;
    CHECK(load_of(pathway, "A").ratio() == Approx(one / 2).epsilon(1e-12));
    CHECK(load_of(pathway, "B").ratio() == Approx(two / 2).epsilon(1e-12));
    CHECK(load_of(pathway, "C").ratio() == Approx(three / 1.5).epsilon(1e-12));
}

TEST_CASE("a result splits the patients by what they have")
{
    auto pathway = counted({"film", "ct"}, 18'300);
    pathway =
        pathway.add(Attribute{.name = "cancer", .is = bernoulli(0.006)})
            .add(Test{
                .name = "positive", .at = "film", .condition = "cancer", .sensitivity = 0.754, .specificity = 0.902})
            .add(Route{.from = "film", .to = {{.to = "ct", .where = "positive"}, {"exit"}}});
    CHECK(visits(pathway, "ct") == Approx(18'300 * (0.006 * 0.754 + 0.994 * 0.098)).epsilon(1e-12));
    CHECK_THAT(visits(pathway, "ct"), within_abs(1867, 2));
    auto by_cases = counted({"film", "ct"}, 18'300).add(Attribute{.name = "cancer", .is = bernoulli(0.006)});
    by_cases = by_cases.add(
        Route{.from = "film", .to = {{.to = "ct", .p = Chance{.p = 0.098, .cases = {{"cancer", 0.754}}}}, {"exit"}}});
    CHECK(visits(by_cases, "ct") == Approx(visits(pathway, "ct")).epsilon(1e-12));
}

TEST_CASE("what patients have decides more than once on the way")
{
    // 18,300 films, then CT, then clinic: the cancers go on more often at both.
    auto pathway = counted({"film", "ct", "clinic"}, 18'300).add(Attribute{.name = "cancer", .is = bernoulli(0.006)});
    pathway = pathway
                  .add(Route{.from = "film",
                             .to = {{.to = "ct", .p = Chance{.p = 0.098, .cases = {{"cancer", 0.754}}}}, {"exit"}}})
                  .add(Route{.from = "ct",
                             .to = {{.to = "clinic", .p = Chance{.p = 0.112, .cases = {{"cancer", 0.97}}}}, {"exit"}}});
    CHECK(visits(pathway, "clinic") == Approx(18'300 * (0.006 * 0.754 * 0.97 + 0.994 * 0.098 * 0.112)).epsilon(1e-12));
    CHECK_THAT(visits(pathway, "clinic"), within_abs(280, 1));
}

TEST_CASE("a meeting that defers 24 % sees its patients 1/(1 - 0.24) times")
{
    auto const pathway =
        Pathway{"meeting"}
            .add(Arrivals{.name = "lane", .rate = units::per_week(3.8)})
            .add(Arrivals{.name = "other", .rate = units::per_week(7.5), .background = true})
            .add(Activity{.name = "mdt", .batch = Batch{.days = "Thu", .cut_off = 1_d, .cap = 20}, .takes = 3_min})
            .add(Route{.from = "mdt", .to = {{.to = "mdt", .p = bernoulli(0.24)}, {"exit"}}});
    CHECK(load_of(pathway, "mdt").per_week == Approx(11.3 / 0.76).epsilon(1e-12));
    CHECK(load_of(pathway, "mdt").capacity == 20);
    auto uncapped = pathway;
    uncapped.activities[0].batch->cap = 0;
    CHECK(loads_of(uncapped).empty());
}

TEST_CASE("a session gives so many places a week")
{
    auto pathway = Pathway{"clinic"}
                       .add(Arrivals{.name = "lane", .rate = units::per_week(16.2)})
                       .add(Session{.name = "rapid access",
                                    .lists = {{.days = "Tue", .slots = 10}, {.days = "Fri", .lasts = 144_min}},
                                    .slot = 16_min})
                       .add(Activity{.name = "see", .session = "rapid access"});
    CHECK(load_of(pathway, "rapid access").per_week == Approx(16.2).epsilon(1e-12));
    CHECK(load_of(pathway, "rapid access").capacity == 19);
    pathway.arrivals[0].rate = units::per_week(19.5);
    CHECK(only_fault(pathway).code == 301);
    CHECK(only_fault(pathway).path == "session/rapid access");
}

TEST_CASE("patients come only while their stream is open, and its servers multiply the rate")
{
    auto pathway = counted({"film"});
    pathway.arrivals[0] = {.name = "lane", .rate = 9_per_h, .open = Rota::weekdays(9_h, 17_h, 2)};
    CHECK(visits(pathway, "film") == Approx(9 * 80).epsilon(1e-12));
}

TEST_CASE("an activity is for those who need it, by source too")
{
    auto pathway = counted({"film", "talk"})
                       .add(Route{.from = "film", .to = {{"talk"}}})
                       .add(Attribute{.name = "anxious", .is = bernoulli(0.3)});
    pathway = pathway.add(Arrivals{.name = "other", .rate = units::per_week(50)});
    pathway.activities[1].where = "anxious and source = other";
    CHECK(visits(pathway, "film") == Approx(1050).epsilon(1e-12));
    CHECK(visits(pathway, "talk") == Approx(15).epsilon(1e-12));
}

TEST_CASE("levels and dependent attributes split as they are declared")
{
    auto pathway =
        counted({"film", "a", "b"})
            .add(Attribute{.name = "ill", .is = bernoulli(0.2)})
            .add(Attribute{.name = "old", .is = Chance{.p = 0.5, .cases = {{"ill", 0.9}}}})
            .add(Attribute{
                .name = "stage", .levels = {"none", "early", "late"}, .shares = {0.0001, 3.0, 1.0}, .where = "ill"});
    pathway.attributes[2].shares = {2.0, 3.0, 5.0};
    pathway = pathway.add(Route{
        .from = "film",
        .to = {{.to = "a", .where = "ill and old and stage = late"}, {.to = "b", .where = "stage != none"}, {"exit"}}});
    CHECK(visits(pathway, "a") == Approx(1000 * 0.2 * 0.9 * 0.5).epsilon(1e-12));
    CHECK(visits(pathway, "b") ==
          Approx(1000 * 0.2 * (0.3 + 0.1 * 0.5)).epsilon(1e-12)); // early, and the late who are not old
}

TEST_CASE("a result is drawn anew on each visit")
{
    auto pathway =
        counted({"film", "ct"})
            .add(Attribute{.name = "ill", .is = bernoulli(0.5)})
            .add(Test{.name = "unclear", .at = "film", .condition = "ill", .sensitivity = 0.4, .specificity = 0.8})
            .add(Route{.from = "film", .to = {{.to = "film", .where = "unclear"}, {"ct"}}});
    CHECK(visits(pathway, "film") == Approx(500 / 0.6 + 500 / 0.8).epsilon(1e-12));
    CHECK(visits(pathway, "ct") == Approx(1000).epsilon(1e-12));
}

TEST_CASE("a result stays until it is drawn again, and one that is not there is no")
{
    auto pathway =
        counted({"film", "other", "ct"})
            .add(Attribute{.name = "ill", .is = bernoulli(0.25)})
            .add(Test{.name = "positive", .at = "film", .condition = "ill", .sensitivity = 1.0, .specificity = 1.0});
    pathway.activities[0].where = "not ill"; // the ill pass and get no result
    pathway = pathway.add(Route{.from = "film", .to = {{"other"}}})
                  .add(Route{.from = "other", .to = {{.to = "ct", .where = "not positive"}, {"exit"}}});
    CHECK(visits(pathway, "ct") == Approx(1000).epsilon(1e-12));
    pathway.activities[0].where = "ill";
    CHECK(visits(pathway, "ct") == Approx(750).epsilon(1e-12));
}

TEST_CASE("every branch in parallel is visited once, and what it found is known behind the join")
{
    auto pathway =
        counted({"start", "scan", "biopsy", "treat", "wait"})
            .add(Attribute{.name = "ill", .is = bernoulli(0.3)})
            .add(Test{.name = "seen", .at = "scan", .condition = "ill", .sensitivity = 0.8, .specificity = 0.9})
            .add(Test{.name = "proved", .at = "biopsy", .condition = "ill", .sensitivity = 0.7, .specificity = 1.0})
            .add(Fork{.name = "both", .branches = {"scan", "biopsy"}, .join = "met"})
            .add(Join{"met"})
            .add(Route{.from = "start", .to = {{"both"}}})
            .add(Route{.from = "scan", .to = {{"met"}}})
            .add(Route{.from = "biopsy", .to = {{"met"}}})
            .add(Route{.from = "met",
                       .to = {{.to = "treat", .where = "seen and proved"}, {.to = "wait", .where = "seen"}, {"exit"}}})
            .add(Route{.from = "wait", .to = {{"both"}}});
    // Those who are seen but not proved go round again.
    double const again_ill = 0.8 * 0.3, again_well = 0.1;
    double const ill = 300 / (1 - again_ill), well = 700 / (1 - again_well);
    CHECK(visits(pathway, "scan") == Approx(ill + well).epsilon(1e-12));
    CHECK(visits(pathway, "biopsy") == Approx(ill + well).epsilon(1e-12));
    CHECK(visits(pathway, "treat") == Approx(ill * 0.56).epsilon(1e-12));
    CHECK(visits(pathway, "wait") == Approx(ill * again_ill + well * again_well).epsilon(1e-12));
}

TEST_CASE("an empty branch takes nobody anywhere, and the others are visited all the same")
{
    auto const pathway = counted({"start", "scan", "biopsy", "meet"})
                             .add(Fork{.name = "all", .branches = {"met", "scan", "met", "biopsy"}, .join = "met"})
                             .add(Join{"met"})
                             .add(Route{.from = "start", .to = {{"all"}}})
                             .add(Route{.from = "scan", .to = {{"met"}}})
                             .add(Route{.from = "biopsy", .to = {{"met"}}})
                             .add(Route{.from = "met", .to = {{"meet"}}});
    for (auto const* const step : {"scan", "biopsy", "meet"})
        CHECK(visits(pathway, step) == Approx(1000).epsilon(1e-12));
}

TEST_CASE("time is that of the first case that holds, times the count, after the adjustments")
{
    auto pathway = counted({"film"})
                       .add(Attribute{.name = "ill", .is = bernoulli(0.2)})
                       .add(Attribute{.name = "old", .is = bernoulli(0.5)});
    auto& film = pathway.activities[0];
    film.uses[0].count = 2;
    film.cases = {{"ill", gamma(3_h, 1_h)}, {"old", 2_h}};
    double const mean = 0.2 * 3 + 0.8 * (0.5 * 2 + 0.5 * 1);
    CHECK(visits(pathway, "film") == Approx(2000 * mean).epsilon(1e-9));
    film.adjustments = {{.tool = "A", .where = "ill", .share = 0.5, .by = 0.8, .add = 30_min}};
    CHECK(visits(pathway, "film") == Approx(2000 * (mean + 0.2 * 0.5 * (3 * 0.8 + 0.5 - 3))).epsilon(1e-9));
}

TEST_CASE("adjustments by the same decision fall on the same visits")
{
    auto pathway = counted({"film"});
    auto& film = pathway.activities[0];
    film.adjustments = {{.tool = "A", .share = 0.5, .by = 0.5}, {.tool = "B", .share = 0.5, .by = 0.5}};
    CHECK(visits(pathway, "film") == Approx(1000 * 0.75 * 0.75).epsilon(1e-12));
    film.adjustments[1].tool = "A"; // the same tool, the same visits
    CHECK(visits(pathway, "film") == Approx(1000 * (0.5 * 1 + 0.5 * 0.25)).epsilon(1e-12));
    film.adjustments[1].share = 0.2; // within the larger share
    CHECK(visits(pathway, "film") == Approx(1000 * (0.5 * 1 + 0.3 * 0.5 + 0.2 * 0.25)).epsilon(1e-12));
}

TEST_CASE("a fixed saving cannot make a time negative")
{
    auto pathway = counted({"film"});
    pathway.activities[0].takes = exponential(1_h);
    pathway.activities[0].adjustments = {{.tool = "A", .add = -1_h}};
    CHECK(visits(pathway, "film") ==
          Approx(1000 * std::exp(-1)).epsilon(1e-3)); // E max(0, T - 1) for an exponential T of mean 1
}

TEST_CASE("a load of 1 or more is unstable, with its place, its growth and what it needs")
{
    auto const with = [](double per_hour) {
        return Pathway{"queue"}
            .add(Arrivals{.name = "all", .rate = units::per_hour(per_hour), .open = Rota::weekdays(9_h, 17_h)})
            .add(Resource{.name = "reader", .rota = Rota::weekdays(9_h, 17_h, 2)})
            .add(Activity{.name = "read", .uses = {{"reader"}}, .takes = exponential(30_min)});
    };
    CHECK(faults_of(with(3.92)).empty());
    auto const fault = only_fault(with(4.2));
    CHECK(fault.severity == base::Severity::error);
    CHECK(fault.code == 301);
    CHECK(fault.path == "resource/reader");
    CHECK_THAT(fault.message, contains("84.00 h a week are asked for, there are 80.00"));
    CHECK_THAT(fault.message, contains("load 1.050"));
    CHECK_THAT(fault.message, contains("1.1 patients a day"));
    CHECK(only_fault(with(4)).code == 301);
    auto allowed = with(4.2);
    allowed.overload_allowed = true;
    CHECK(only_fault(allowed).severity == base::Severity::warning);
    CHECK(check(allowed).loads()[0].ratio() == Approx(1.05));
}

TEST_CASE("loads are not given for a pathway with a fault")
{
    auto pathway = reading_room();
    pathway.activities[0].uses[0].resource = "rom";
    CHECK_THROWS_AS(loads_of(pathway), base::InvalidInput);
    pathway = reading_room();
    pathway.resources[1].rota = Rota::weekdays(9_h, 17_h, 1);
    CHECK(load_of(pathway, "reader").ratio() == Approx(2.1)); // an overload is an answer, not a fault
}

TEST_CASE("attributes that share their luck go together")
{
    auto pathway = counted({"film", "ct"})
                       .add(Attribute{.name = "a", .is = bernoulli(0.5), .luck_name = "one"})
                       .add(Attribute{.name = "b", .is = bernoulli(0.3), .luck_name = "one"})
                       .add(Route{.from = "film", .to = {{.to = "ct", .where = "a and b"}, {"exit"}}});
    CHECK_THAT(visits(pathway, "ct"), within_abs(300, 4.89 * 1000 * std::sqrt(0.21 / 16'384)));
    auto const note = only_fault(pathway);
    CHECK(note.code == 302);
    CHECK(note.severity == base::Severity::note);
    CHECK_THAT(note.message, contains("share their luck"));
}

TEST_CASE("more kinds of patient than can be counted are sampled, and say so")
{
    auto pathway = counted({"film"});
    for (int i = 0; i < 13; ++i) {
        auto const name = "has " + std::to_string(i);
        pathway.attributes.push_back({.name = name, .is = bernoulli(0.25)});
        count(pathway, "step " + std::to_string(i));
        pathway.activities.back().where = name;
        pathway.routes.push_back(
            {.from = i == 0 ? "film" : "step " + std::to_string(i - 1), .to = {{"step " + std::to_string(i)}}});
    }
    CHECK(only_fault(pathway).code == 302);
    CHECK_THAT(only_fault(pathway).message, contains("4096 kinds"));
    for (int i = 0; i < 13; ++i)
        CHECK_THAT(visits(pathway, "step " + std::to_string(i)),
                   within_abs(250, 4.89 * 1000 * std::sqrt(0.25 * 0.75 / 16'384)));
    CHECK(visits(pathway, "film") == Approx(1000).epsilon(1e-12));
}

TEST_CASE("sampled patients meet the exact loads of a pathway with tests, loops and parallel branches")
{
    auto pathway =
        counted({"start", "scan", "biopsy", "treat"})
            .add(Attribute{.name = "ill", .is = bernoulli(0.3)})
            .add(Attribute{.name = "x", .is = bernoulli(0.5)})
            .add(Attribute{.name = "y", .is = bernoulli(0.5)})
            .add(Test{.name = "seen", .at = "scan", .condition = "ill", .sensitivity = 0.8, .specificity = 0.9})
            .add(Test{.name = "proved", .at = "biopsy", .condition = "ill", .sensitivity = 0.7, .specificity = 0.95})
            .add(Fork{.name = "both", .branches = {"scan", "biopsy"}, .join = "met"})
            .add(Join{"met"})
            .add(Route{.from = "start", .to = {{.to = "both", .where = "x and y"}, {"both"}}})
            .add(Route{.from = "scan", .to = {{.to = "scan", .p = bernoulli(0.1)}, {"met"}}})
            .add(Route{.from = "biopsy", .to = {{"met"}}})
            .add(Route{.from = "met",
                       .to = {{.to = "treat", .where = "proved"}, {.to = "both", .where = "seen"}, {"exit"}}});
    pathway.activities[3].adjustments = {{.tool = "A", .where = "seen", .share = 0.6, .by = 0.5}};
    auto const exact = loads_of(pathway);
    CHECK(check(pathway).warnings().empty());
    pathway.attributes[1].luck_name = pathway.attributes[2].luck_name = "one"; // decides nothing that counts
    auto const sampled = loads_of(pathway);
    CHECK(with_code(faults_of(pathway), 302).size() == 1);
    REQUIRE(sampled.size() == exact.size());
    for (std::size_t i = 0; i < exact.size(); ++i) {
        INFO(exact[i].name);
        CHECK(sampled[i].per_week == Approx(exact[i].per_week).epsilon(0.03));
    }
    CHECK(exact[1].per_week > 1250); // some go round again
}
