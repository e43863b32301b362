// SPDX-License-Identifier: MIT
#include "pathway/clinic.hpp"

#include <cmath>

using namespace pathecon;
using namespace pathecon::test;

namespace {

/// Steps in a row, each an hour of its own clerk, so that loads are read as visits a week.
Pathway row(std::vector<std::string> const& steps, double per_week = 100)
{
    auto pathway = Pathway{"row"}.add(Arrivals{.name = "lane", .rate = units::per_week(per_week)});
    for (std::size_t i = 0; i < steps.size(); ++i) {
        pathway.resources.push_back({.name = steps[i] + " clerk", .rota = Rota::always(1000)});
        pathway.activities.push_back({.name = steps[i], .uses = {{steps[i] + " clerk"}}, .takes = 1_h});
        if (i + 1 < steps.size()) pathway.routes.push_back({.from = steps[i], .to = {{steps[i + 1]}}});
    }
    return pathway;
}
double visits(Pathway const& pathway, std::string const& step) { return load_of(pathway, step + " clerk").per_week; }
std::string left_out(Pathway const& pathway, std::string const& step)
{
    return load_of(pathway, step + " clerk").leaves_out;
}
Activity& at(Pathway& pathway, std::string const& name) { return *find(pathway.activities, name); }

} // namespace

TEST_CASE("missed places are used and cancelled ones are not, as often as patients are booked again")
{
    auto pathway =
        row({"list", "after"}).add(Session{.name = "list", .lists = {{.days = "daily", .slots = 100}}, .slot = 5_min});
    pathway.resources.erase(pathway.resources.begin());
    at(pathway, "list").uses.clear();
    at(pathway, "list").session = "list";
    at(pathway, "list").no_show = NoShow{.missed = bernoulli(0.1), .cancelled = bernoulli(0.2), .rebooked = 1};
    CHECK(load_of(pathway, "list").per_week == Approx(100 * 1.3 * 0.8).epsilon(1e-12));
    CHECK(visits(pathway, "after") == Approx(100 * 0.91).epsilon(1e-12));
    CHECK(load_of(pathway, "list").leaves_out.empty()); // all of it is known
    at(pathway, "list").no_show->to = "list";
    CHECK(visits(pathway, "after") == Approx(100).epsilon(1e-12));
    CHECK(load_of(pathway, "list").per_week == Approx(100 * 1.3 * 0.8 / 0.91).epsilon(1e-12));
    // By kind of patient.
    pathway = pathway.add(Attribute{.name = "young", .is = bernoulli(0.5)});
    at(pathway, "list").no_show = NoShow{.missed = Chance{.p = 0.0, .cases = {{"young", 0.4}}}};
    CHECK(visits(pathway, "after") == Approx(80).epsilon(1e-12));
    CHECK(load_of(pathway, "list").per_week == Approx(100).epsilon(1e-12));
}

TEST_CASE("sampled patients miss their places as often")
{
    auto pathway =
        row({"list", "after"}).add(Session{.name = "list", .lists = {{.days = "daily", .slots = 100}}, .slot = 5_min});
    pathway.resources.erase(pathway.resources.begin());
    at(pathway, "list").uses.clear();
    at(pathway, "list").session = "list";
    at(pathway, "list").no_show = NoShow{.missed = bernoulli(0.1), .cancelled = bernoulli(0.2), .rebooked = 1};
    pathway = pathway.add(Attribute{.name = "a", .is = bernoulli(0.5), .luck_name = "one"})
                  .add(Attribute{.name = "b", .is = bernoulli(0.5), .luck_name = "one"});
    at(pathway, "after").where = "a and b";
    REQUIRE(with_code(faults_of(pathway), 302).size() == 1);
    CHECK_THAT(load_of(pathway, "list").per_week, within_abs(104, 4.89 * 100 * std::sqrt(0.5 / 16'384)));
    CHECK_THAT(visits(pathway, "after"), within_abs(45.5, 4.89 * 100 * std::sqrt(0.25 / 16'384)));
}

TEST_CASE("a way that is taken so often at most is counted exactly")
{
    auto pathway = row({"a", "b"});
    pathway.routes[0].to = {{.to = "a", .most = 2}, {"b"}};
    CHECK(said_of(pathway).empty()); // nobody goes round for ever
    CHECK(visits(pathway, "a") == Approx(300).epsilon(1e-12));
    CHECK(visits(pathway, "b") == Approx(100).epsilon(1e-12));
    pathway.routes[0].to[0].p = bernoulli(0.5);
    CHECK(visits(pathway, "a") == Approx(175).epsilon(1e-12));
    pathway.routes[0].to = {{.to = "a", .p = bernoulli(0.5), .most = 2}, {.to = "b", .p = bernoulli(0.5)}};
    CHECK(only_fault(pathway).code == 213);
    CHECK_THAT(only_fault(pathway).message, contains("who took one of them as often as they may"));
}

TEST_CASE("a way that is open for a time is judged by times without waits, and says so")
{
    auto pathway = row({"a", "b"});
    pathway.routes[0].to = {{.to = "a", .elapsed = Elapsed{.at_most = 150_min}}, {"b"}};
    CHECK(visits(pathway, "a") == Approx(300).epsilon(1e-12)); // at 1 h and 2 h again, at 3 h no more
    CHECK(visits(pathway, "b") == Approx(100).epsilon(1e-12));
    pathway.routes[0].to = {{.to = "a", .elapsed = Elapsed{.since = "a.start", .at_least = 5_h}}, {"b"}};
    CHECK(visits(pathway, "a") == Approx(100).epsilon(1e-12));
    auto const note = with_code(faults_of(pathway), 302);
    REQUIRE(note.size() == 1);
    CHECK_THAT(note[0].message, contains("times without waits"));
    pathway.routes[0].to = {{.to = "a", .elapsed = Elapsed{.since = "b", .at_most = 5_h}}, {"b"}}; // never passed
    CHECK(visits(pathway, "a") == Approx(100).epsilon(1e-12));
}

TEST_CASE("a stay is held for the times from its first to its last activity")
{
    auto pathway = row({"admit", "operate", "discharge"})
                       .add(Delay{.name = "rest", .takes = 5_h})
                       .add(Resource{.name = "bed", .rota = Rota::always(1000)})
                       .add(Stay{.name = "ward", .uses = {{"bed", 2}}, .from = "admit", .to = "discharge"});
    pathway.routes[1] = {.from = "operate", .to = {{.to = "rest", .p = bernoulli(0.4)}, {"discharge"}}};
    pathway.routes.push_back({.from = "rest", .to = {{"discharge"}}});
    CHECK(load_of(pathway, "bed").per_week == Approx(2 * 100 * (3 + 0.4 * 5)).epsilon(1e-12));
    CHECK_THAT(load_of(pathway, "bed").leaves_out, contains("wait while they hold it"));
    CHECK(left_out(pathway, "admit").empty());
    at(pathway, "operate").booking = Booking{.lag = 10_h}; // in bed
    at(pathway, "admit").booking = Booking{.lag = 20_h};   // at home
    CHECK(load_of(pathway, "bed").per_week == Approx(2 * 100 * (13 + 0.4 * 5)).epsilon(1e-12));
    at(pathway, "discharge").where = "source = other";
    pathway = pathway.add(Arrivals{.name = "other", .rate = units::per_week(50)});
    // Who needs no discharge gives the bed back on coming there; the other 50 stay for it.
    CHECK(load_of(pathway, "bed").per_week == Approx(2 * (150 * (12 + 0.4 * 5) + 50)).epsilon(1e-12));
    // Who leaves without it gives it back then.
    at(pathway, "discharge").where.clear();
    pathway.arrivals.pop_back();
    pathway.routes[1].to = {{.to = "rest", .p = bernoulli(0.4)}, {"exit"}};
    CHECK(load_of(pathway, "bed").per_week == Approx(2 * 100 * (12 + 0.4 * 6)).epsilon(1e-12));
    // A bed that is too few is found before the first patient.
    pathway.resources.back().rota = Rota::always(10);
    CHECK(found(faults_of(pathway), 301, "resource/bed"));
}

TEST_CASE("what several can do is judged by all of them together")
{
    auto const with = [](double by) {
        return Pathway{"clinic"}
            .add(Arrivals{.name = "all", .rate = units::per_week(100)})
            .add(Resource{.name = "doctor", .rota = Rota::always(1)})
            .add(Resource{.name = "nurse", .rota = Rota::always(2)})
            .add(Activity{.name = "see", .uses = {{.resource = "doctor", .instead = {{"nurse", by}}}}, .takes = 4_h})
            .add(Activity{.name = "sign", .uses = {{"doctor"}}, .takes = 1_h})
            .add(Route{.from = "see", .to = {{"sign"}}});
    };
    auto const pathway = with(1.0);
    CHECK(said_of(pathway).empty());
    CHECK(load_of(pathway, "doctor").per_week == Approx(100));
    CHECK(load_of(pathway, "nurse").per_week == Approx(0).margin(1e-12));
    CHECK(load_of(pathway, "doctor or nurse").per_week == Approx(500));
    CHECK(load_of(pathway, "doctor or nurse").capacity == Approx(3 * 168));
    CHECK_THAT(load_of(pathway, "doctor").leaves_out, contains("see 'doctor or nurse'"));
    CHECK(load_of(pathway, "doctor or nurse").leaves_out.empty());
    CHECK(with_code(faults_of(pathway), 303).empty());
    CHECK_THAT(load_of(with(1.5), "doctor or nurse").leaves_out, contains("the fastest"));
    CHECK(load_of(with(0.5), "doctor or nurse").per_week == Approx(300));
    auto over = pathway;
    over.activities[0].takes = 5_h; // 600 h of 504
    CHECK(only_fault(over).code == 301);
    over.activities[0].takes = 4_h;
    over.activities[1].takes = 2_h; // the doctor alone cannot sign for all: 200 h of 168
    CHECK(found(faults_of(over), 301, "resource/doctor"));
}

TEST_CASE("sets of alternatives that overlap are judged together too")
{
    auto pathway = Pathway{"skills"}.add(Arrivals{.name = "all", .rate = units::per_week(100)});
    for (auto const* const name : {"a", "b", "c"})
        pathway = pathway.add(Resource{.name = name, .rota = Rota::always(1)});
    pathway = pathway.add(Activity{.name = "1", .uses = {{.resource = "a", .instead = {{"b"}}}}, .takes = 3_h})
                  .add(Activity{.name = "2", .uses = {{.resource = "c", .instead = {{"b"}}}}, .takes = 3_h})
                  .add(Route{.from = "1", .to = {{"2"}}});
    CHECK(load_of(pathway, "a or b").ratio() == Approx(300 / 336.0));
    CHECK(load_of(pathway, "b or c").ratio() == Approx(300 / 336.0));
    CHECK(load_of(pathway, "a or b or c").ratio() == Approx(600 / 504.0)); // only together they are too few
    CHECK(only_fault(pathway).code == 301);
}

TEST_CASE("a queue that patients leave is no fault at any load, but a warning")
{
    auto pathway = row({"a", "b"});
    pathway.resources[0].rota = Rota{{{.days = "Mon", .from = "00:00", .to = "24:00", .servers = 2}}}; // 48 h for 100
    CHECK(only_fault(pathway).severity == base::Severity::error);
    at(pathway, "a").patience = Patience{.after = 1_d};
    auto const warned = only_fault(pathway);
    CHECK(warned.code == 301);
    CHECK(warned.severity == base::Severity::warning);
    CHECK_THAT(warned.message, contains("if nobody leaves a queue early"));
    CHECK_THAT(left_out(pathway, "a"), contains("as if they stayed"));
    CHECK_THAT(left_out(pathway, "b"), contains("as if they stayed")); // fewer come on
    at(pathway, "a").patience.reset();
    at(pathway, "a").balk = {{.length = 3}};
    CHECK(only_fault(pathway).severity == base::Severity::warning);
    at(pathway, "a").balk.clear();
    pathway = pathway.add(Event{.name = "worse", .after = exponential(30_d)});
    CHECK(only_fault(pathway).severity == base::Severity::warning);
    pathway.events[0].from = "b.start"; // too late to help
    CHECK(only_fault(pathway).severity == base::Severity::error);
}

TEST_CASE("who comes because a queue was left is not counted, and that is said")
{
    auto pathway = row({"a", "b"}).add(Activity{.name = "c", .uses = {{"c clerk"}}, .takes = 1_h});
    pathway.resources.push_back({.name = "c clerk", .rota = Rota::always(1)});
    at(pathway, "a").patience = Patience{.after = 1_d, .to = "c"};
    CHECK(said_of(pathway).empty()); // somebody may come to c
    CHECK(visits(pathway, "c") == Approx(0).margin(1e-12));
    CHECK_THAT(left_out(pathway, "c"), contains("leaves out those who come here"));
    auto const notes = with_code(faults_of(pathway), 303);
    REQUIRE(notes.size() == 3);
    CHECK(notes[0].severity == base::Severity::note);
    CHECK_NOTHROW(check(pathway));
}

TEST_CASE("ways out of a queue are ways: out of circles, and round in them without time")
{
    auto round = row({"a", "b"});
    round.routes.push_back({.from = "b", .to = {{"a"}}});
    CHECK(only_fault(round).code == 216);
    at(round, "a").patience = Patience{.after = 1_d};
    CHECK(said_of(round).empty());
    CHECK_THAT(left_out(round, "a"), contains("leaves out those who come here"));

    auto back = row({"a"}).add(Delay{.name = "car park"});
    at(back, "a").balk = {{.length = 5, .to = "car park"}};
    back.routes.push_back({.from = "car park", .to = {{"a"}}});
    CHECK(only_fault(back).code == 217);
    CHECK_THAT(only_fault(back).message, contains("a -> car park -> a"));
    back.delays[0].takes = 10_min;
    CHECK(said_of(back).empty());
    back.delays.clear();
    back.routes.clear();
    at(back, "a").balk = {{.length = 5, .to = "a"}};
    CHECK(only_fault(back).code == 217);
    at(back, "a").balk.clear();
    at(back, "a").patience = Patience{.after = 0_h, .to = "a"};
    CHECK(only_fault(back).code == 217);
    at(back, "a").patience->after = 1_h;
    CHECK(said_of(back).empty()); // gives up the place and stands at the end again
    at(back, "a").patience.reset();
    back = back.add(Event{.name = "again", .from = "a.arrive", .after = 0_h, .to = "a"});
    CHECK(only_fault(back).code == 217);
}

TEST_CASE("blocking, and work that is done again, are said to be left out")
{
    auto pathway = row({"a", "b"});
    CHECK(left_out(pathway, "a").empty());
    at(pathway, "b").room = 2;
    CHECK_THAT(left_out(pathway, "a"), contains("for want of room further on"));
    pathway.resources[1].end_of_shift = EndOfShift::repeat_identical;
    CHECK_THAT(left_out(pathway, "b"), contains("work that is done again"));
    pathway.resources[1].end_of_shift = EndOfShift::resume;
    CHECK(left_out(pathway, "b").empty());
}

TEST_CASE("a way that is open by the clock is taken for the share of the week in which it is")
{
    auto pathway = row({"a", "b", "c"}, 168);
    pathway.routes = {{.from = "a", .to = {{.to = "b", .open = Rota::weekdays(9_h, 17_h)}, {"c"}}}};
    CHECK(said_of(pathway).empty());
    CHECK(visits(pathway, "b") == Approx(40).epsilon(1e-12));
    CHECK(visits(pathway, "c") == Approx(128).epsilon(1e-12));
    // What is closed gives its share to those behind it.
    pathway.routes[0].to[0].p = bernoulli(0.75);
    CHECK(visits(pathway, "b") == Approx(30).epsilon(1e-12));
    CHECK(visits(pathway, "c") == Approx(138).epsilon(1e-12));
    pathway.routes[0].to = {{.to = "b", .open = Rota::weekdays(9_h, 17_h)}, {.to = "c", .open = {{{.days = "Mon-Fri", .from = "17:00", .to = "09:00"}, {.days = "Sat Sun", .from = "00:00", .to = "24:00"}}}}};
    CHECK(only_fault(pathway).code == 213); // early on Monday: the night of Sunday has no shift
    CHECK(only_fault(pathway).path == "route/a/to");
    CHECK_THAT(only_fault(pathway).message, contains("sum to 0, not 1 on Mon 00:00"));
    pathway.routes[0].to[1].open.shifts.push_back({.days = "Sun", .from = "17:00", .to = "09:00"});
    CHECK(said_of(pathway).empty());
    CHECK(visits(pathway, "b") == Approx(40).epsilon(1e-12));
}

TEST_CASE("a way that is open by the clock counts its exceptions over the first year, and sampled patients take it as often")
{
    auto pathway = row({"a", "b", "c"}, 168);
    pathway.starts = "2026-01-05";
    pathway.routes = {{.from = "a", .to = {{.to = "b", .open = Rota::weekdays(9_h, 17_h)}, {"c"}}}};
    pathway.routes[0].to[0].open.exceptions = {{.from = "2026-02-02", .until = "2026-02-06"}};
    CHECK(visits(pathway, "b") == Approx(40 * 51.0 / 52).epsilon(1e-12));
    pathway = pathway.add(Attribute{.name = "x", .is = bernoulli(0.5), .luck_name = "one"}).add(Attribute{.name = "y", .is = bernoulli(0.5), .luck_name = "one"});
    at(pathway, "c").where = "x and y";
    REQUIRE(with_code(faults_of(pathway), 302).size() == 1);
    CHECK_THAT(visits(pathway, "b"), within_abs(40 * 51.0 / 52, 4.89 * 168 * std::sqrt(0.24 * 0.76 / 16'384)));
}

TEST_CASE("of the shortest queue each takes as many as its servers have hours")
{
    auto pathway = row({"a", "b", "c"}, 120);
    pathway.resources[1].rota = Rota::always(1);
    pathway.resources[2].rota = Rota::always(2);
    pathway.routes = {{.from = "a", .to = {{"b"}, {"c"}}, .rule = RouteRule::shortest_queue}};
    CHECK(said_of(pathway).empty());
    CHECK(visits(pathway, "b") == Approx(40).epsilon(1e-12));
    CHECK(visits(pathway, "c") == Approx(80).epsilon(1e-12));
    pathway = pathway.add(Attribute{.name = "ill", .is = bernoulli(0.5)});
    pathway.routes[0].to[0].where = "ill";
    CHECK(visits(pathway, "b") == Approx(20).epsilon(1e-12));
    pathway.routes[0].to[1].where = "ill";
    CHECK(only_fault(pathway).code == 213);
}
