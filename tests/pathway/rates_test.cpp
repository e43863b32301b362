// SPDX-License-Identifier: MIT
#include "pathway/clinic.hpp"

#include <cmath>
#include <numeric>

#include <pathecon/pathway/rates.hpp>

using namespace pathecon;
using namespace pathecon::test;

namespace {

/// Everybody takes an hour of a clerk, so that the load is the number of patients a week.
Pathway counted(Arrivals arrivals, std::string const& starts = {})
{
    arrivals.name = "lane";
    Pathway pathway{"counted"};
    pathway.starts = starts;
    return pathway.add(std::move(arrivals))
        .add(Resource{.name = "clerk", .rota = Rota::always(100'000)})
        .add(Activity{.name = "count", .uses = {{"clerk"}}, .takes = 1_h});
}
double a_week(Pathway const& pathway) { return load_of(pathway, "clerk").per_week; }

double capacity(Resource resource, std::vector<Downtime> downtimes = {}, std::string const& starts = {})
{
    resource.name = "scanner";
    Pathway pathway{"scanned"};
    pathway.starts = starts;
    pathway = pathway.add(Arrivals{.name = "lane", .rate = units::per_week(0.1)})
                  .add(std::move(resource))
                  .add(Activity{.name = "scan", .uses = {{"scanner"}}, .takes = 1_min});
    for (int i = 0; auto& downtime : downtimes) {
        downtime.name = "cause " + std::to_string(i++);
        pathway = pathway.add(std::move(downtime));
    }
    return load_of(pathway, "scanner").capacity;
}

Downtime failing(units::Duration every, units::Duration lasts, int servers = 0)
{
    return {.name = {}, .resources = {"scanner"}, .every = exponential(every), .lasts = lasts, .servers = servers};
}

Shift const office{.days = "Mon-Fri", .from = "09:00", .to = "17:00"};

} // namespace

TEST_CASE("the time between patients makes a rate, of its mean")
{
    CHECK(a_week(counted({.between = 2_h})) == Approx(84));
    CHECK(a_week(counted({.between = uniform(1_h, 3_h), .group = 3})) == Approx(252));
    CHECK(a_week(counted({.between = gamma(30_min, 10_min), .open = Rota::weekdays(9_h, 17_h, 2)})) == Approx(160));
    CHECK(a_week(counted({.between = erlang(2, 1_h), .profile = {{.days = "Sat Sun", .by = 0.5}}})) == Approx(120 + 24));
}

TEST_CASE("what is there in some weeks of a cycle counts as a mean over it")
{
    Shift const every_third{.days = "Mon-Fri", .from = "09:00", .to = "17:00", .weeks = "2 of 3"};
    CHECK(a_week(counted({.rate = 3_per_h, .open = Rota{{every_third}}})) == Approx(40));
    CHECK(a_week(counted({.rate = 3_per_h, .open = Rota{{every_third}}, .profile = {{.by = 2.0}}})) == Approx(80));
    CHECK(places_per_week({.name = {}, .lists = {{.days = "Tue Fri", .slots = 10, .weeks = "1 of 4"}, {.days = "Mon", .slots = 6, .overbooked = 2}}, .slot = 10_min}, {}) == Approx(5 + 8));
    CHECK(meetings_per_week({.days = "Mon Thu", .weeks = "1 3 of 4"}, {}) == Approx(1));
}

TEST_CASE("profiles multiply the rate where they hold, and each other")
{
    auto const rate = 1_per_h;
    CHECK(a_week(counted({.rate = rate, .profile = {{.days = "Sat Sun", .by = 0.5}}})) == Approx(120 + 24));
    CHECK(a_week(counted({.rate = rate, .profile = {{.from = "22:00", .to = "06:00", .by = 0.25}}})) ==
          Approx(7 * (16 + 8 * 0.25)));
    // Saturday noon to Monday noon at 2, of which Sunday again at 3.
    CHECK(a_week(counted({.rate = rate,
                          .profile = {{.days = "Sat", .from = "12:00", .to = "24:00", .by = 2.0},
                                      {.days = "Sun", .by = 6.0},
                                      {.days = "Sun", .by = 0.5}}})) == Approx(168 + 12 + 24 * 2));
    CHECK(a_week(counted({.rate = rate,
                          .open = Rota{{office}},
                          .profile = {{.days = "Mon", .from = "08:00", .to = "10:00", .by = 3.0}}})) == Approx(40 + 2));
}

TEST_CASE("a season is by the months of the first 52 weeks, growth by their days")
{
    std::vector<double> season(12, 1.0);
    season[0] = 2.0; // January
    double const days = 364;
    CHECK(a_week(counted({.rate = 1_per_d, .season = season})) == Approx(7 * (days + 31) / days).epsilon(1e-12));
    // From Monday 5 January 2026: 27 days of January, and 3 of the next one.
    CHECK(a_week(counted({.rate = 1_per_d, .season = season}, "2026-01-05")) ==
          Approx(7 * (days + 27 + 3) / days).epsilon(1e-12));
    double sum = 0;
    for (int day = 0; day < 364; ++day) sum += std::pow(1.1, day / 365.0);
    auto const growing = counted({.rate = 1_per_d, .growth = 0.1});
    CHECK(a_week(growing) == Approx(7 * sum / days).epsilon(1e-12));
    CHECK_THAT(load_of(growing, "clerk").leaves_out, contains("of the first year"));
}

TEST_CASE("patients come in groups, by appointment, or as traced")
{
    CHECK(a_week(counted({.rate = 1_per_d, .group = 3})) == Approx(21));
    CHECK(a_week(counted({.rate = 1_per_d, .dispersion = 0.5})) == Approx(7));
    Appointments appointments{.lists = {{.days = "Mon Wed", .slots = 10, .overbooked = 2}}, .slot = 10_min};
    CHECK(a_week(counted({.appointments = appointments})) == Approx(24));
    appointments.no_show = {.p = 0.1, .cases = {{"source = lane", 0.25}}};
    CHECK(a_week(counted({.appointments = appointments})) == Approx(18));
    auto const traced = counted({.trace = {{1_d}, {2_d}, {8_d}}});
    CHECK(a_week(traced) == Approx(3.0 * 7 / 8));
    CHECK_THAT(load_of(traced, "clerk").leaves_out, contains("the trace as an even stream"));
}

TEST_CASE("what is known of a traced patient is not drawn")
{
    auto pathway = counted({.trace = {{1_d, "ill"}, {2_d, "not ill and stage = II"}, {3_d}, {4_d, "ill"}}});
    pathway = pathway.add(Attribute{.name = "ill", .is = bernoulli(0.2)})
                  .add(Attribute{.name = "stage", .levels = {"I", "II", "III"}, .shares = {0.5, 0.2, 0.3}});
    pathway.activities[0].where = "ill";
    CHECK(a_week(pathway) == Approx(2 + 0.2));
    pathway.activities[0].where = "stage = II";
    CHECK(a_week(pathway) == Approx(1 + 3 * 0.2));
    pathway.activities[0].where = "stage = II and ill";
    CHECK(a_week(pathway) == Approx((2 + 0.2) * 0.2));
    pathway.attributes[0].luck_name = pathway.attributes[1].luck_name = "one"; // sampled, with the same knowledge
    pathway.activities[0].where = "ill";
    CHECK_THAT(a_week(pathway), within_abs(2.2, 4.89 * std::sqrt(0.2 * 0.8 / 16'384)));
}

TEST_CASE("a list that is there on day 0 asks for nothing every week")
{
    auto pathway = counted({.rate = 1_per_d}).add(Backlog{.name = "waiting", .at = "count", .count = 500});
    CHECK(a_week(pathway) == Approx(7));
    CHECK(load_of(pathway, "clerk").leaves_out.empty());
}

TEST_CASE("holidays and exceptions lower the capacity of the first year")
{
    // Seven bank holidays of 2026 after day 0, and New Year 2027.
    Rota rota{{office}, {}, HolidayRule::closed};
    CHECK(capacity({.name = {}, .rota = rota}, {}, "2026-01-05") == Approx((52 * 40 - 8 * 8) / 52.0).epsilon(1e-12));
    rota.exceptions = {{.from = "2026-03-02", .until = "2026-03-06", .shifts = {{.from = "09:00", .to = "12:00"}}}};
    CHECK(capacity({.name = {}, .rota = rota}, {}, "2026-01-05") ==
          Approx((52 * 40 - 8 * 8 - 5 * 5) / 52.0).epsilon(1e-12));
    CHECK(a_week(counted({.rate = 1_per_h, .open = rota}, "2026-01-05")) ==
          Approx((52 * 40 - 8 * 8 - 5 * 5) / 52.0).epsilon(1e-12));
}

TEST_CASE("lists that do not run on bank holidays give fewer places")
{
    auto pathway =
        Pathway{"clinic"}
            .add(Arrivals{.name = "lane", .rate = 1_per_d})
            .add(Session{.name = "list",
                         .lists = {{.days = "Mon", .slots = 10, .overbooked = 2}, {.days = "Tue", .slots = 3}},
                         .slot = 16_min})
            .add(Activity{.name = "see", .session = "list"});
    CHECK(load_of(pathway, "list").capacity == Approx(15));
    pathway.starts = "2026-01-05";
    pathway.sessions[0].bank_holidays = false; // five Mondays: Easter, May twice, August, Boxing Day
    CHECK(load_of(pathway, "list").capacity == Approx(15 - 5 * 12 / 52.0).epsilon(1e-12));
}

TEST_CASE("rounds have the places of all their times")
{
    auto pathway = Pathway{"rounds"}
                       .add(Arrivals{.name = "lane", .rate = 1_per_d})
                       .add(Activity{.name = "round", .batch = Batch{.days = "Mon Thu", .at = "09:00", .cap = 4}});
    auto& batch = *pathway.activities[0].batch;
    CHECK(load_of(pathway, "round").capacity == 8);
    batch.every = 2_h;
    batch.until = "17:00"; // 9, 11, 13, 15
    CHECK(load_of(pathway, "round").capacity == 32);
    batch.until = "17:01";
    CHECK(load_of(pathway, "round").capacity == 40);
}

TEST_CASE("what fails for a share of the time gives less by that share")
{
    Resource const scanner{.name = {}, .rota = Rota::always(3)};
    CHECK(capacity(scanner, {failing(27_d, 3_d)}) == Approx(3 * 168 * 0.9).epsilon(1e-12));
    CHECK(capacity(scanner, {failing(27_d, 3_d, 1)}) == Approx(2.9 * 168).epsilon(1e-12));
    CHECK(capacity(scanner, {failing(27_d, 3_d, 5)}) == Approx(2.7 * 168).epsilon(1e-12));
    // One of them by one cause and all by another, independently.
    CHECK(capacity(scanner, {failing(27_d, 3_d, 1), failing(4_d, 1_d)}) == Approx(2.9 * 0.8 * 168).epsilon(1e-12));
    // Two causes that leave two and one: never fewer than none.
    CHECK(capacity(scanner, {failing(1_d, 1_d, 2), failing(1_d, 1_d, 2)}) ==
          Approx((0.25 * 3 + 0.5 * 1 + 0.25 * 0) * 168).epsilon(1e-12));
    CHECK(capacity({.name = {}, .rota = Rota{{office}}}, {failing(3_d, 1_d)}) == Approx(30).epsilon(1e-12));
}

TEST_CASE("a surge counts as always open, and says so")
{
    auto pathway = counted({.rate = 1_per_h});
    pathway.resources[0].rota = Rota::always(1);
    pathway.activities[0].takes = 61_min;
    CHECK(only_fault(pathway).code == 301);
    pathway.resources[0].surge = Surge{.of = "count", .open_at = 4, .close_at = 1};
    CHECK(said_of(pathway).empty());
    CHECK(load_of(pathway, "clerk").capacity == Approx(2 * 168));
    CHECK_THAT(load_of(pathway, "clerk").leaves_out, contains("surge as always open"));
}

TEST_CASE("lists, meetings and appointments that are not held give fewer places in the first year")
{
    Session list{.name = "list", .lists = {{.days = "Mon", .slots = 13}}, .slot = 10_min};
    CHECK(places_per_week(list, "2026-01-05") == 13);
    list.exceptions = {{.from = "2026-02-02", .until = "2026-02-15"}};
    CHECK(places_per_week(list, "2026-01-05") == Approx(13 - 13 * 2.0 / 52).epsilon(1e-12));
    list.bank_holidays = false; // Easter Monday, two in May, one in August, and 28 December for Boxing Day
    CHECK(places_per_week(list, "2026-01-05") == Approx(13 - 13 * 7.0 / 52).epsilon(1e-12));
    Batch meeting{.days = "Fri", .at = "09:00", .every = 2_h, .until = "13:00"};
    CHECK(meetings_per_week(meeting, "") == 2);
    meeting.bank_holidays = false; // Good Friday, Christmas Day and New Year's Day
    meeting.exceptions = {{.from = "2026-04-10"}};
    CHECK(meetings_per_week(meeting, "2026-01-05") == Approx(2 - 2 * 4.0 / 52).epsilon(1e-12));
    Arrivals arrivals{.appointments = Appointments{.lists = list.lists, .slot = 10_min, .bank_holidays = false}};
    CHECK(patients_per_week(arrivals, "2026-01-05") == Approx(13 - 13 * 5.0 / 52).epsilon(1e-12));
}
