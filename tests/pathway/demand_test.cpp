// SPDX-License-Identifier: MIT
#include "pathway/clinic.hpp"

using namespace pathecon;
using namespace pathecon::test;

namespace {

Pathway with(Arrivals arrivals)
{
    auto pathway = reading_room().add(Attribute{.name = "stage", .levels = {"I", "II"}, .shares = {0.4, 0.6}});
    arrivals.name = "lane";
    pathway.arrivals = {std::move(arrivals)};
    return pathway;
}

Appointments const weekly{.lists = {{.days = "Mon", .slots = 10}}, .slot = 10_min};

Pathway with(Backlog backlog)
{
    backlog.name = "waiting";
    return reading_room().add(std::move(backlog));
}

} // namespace

TEST_CASE("patients come by one of a rate, a time between them, appointments and a trace")
{
    CHECK(said_of(with(Arrivals{.rate = 1_per_d})).empty());
    CHECK(said_of(with(Arrivals{.appointments = weekly})).empty());
    CHECK(said_of(with(Arrivals{.trace = {{1_h}, {1_h}, {3_d}}})).empty());
    CHECK(said_of(with(Arrivals{.between = gamma(1_d, 6_h)})).empty());
    CHECK(only_fault(with(Arrivals{.rate = 1_per_d, .between = 1_d})).path == "arrivals/lane/between");
    CHECK(only_fault(with(Arrivals{.between = 1_d, .trace = {{1_h}}})).code == 108);
    auto const none = only_fault(with(Arrivals{}));
    CHECK(none.code == 101);
    CHECK(none.path == "arrivals/lane/rate");
    CHECK_THAT(none.message, contains("nobody ever comes"));
    CHECK(only_fault(with(Arrivals{.rate = 1_per_d, .appointments = weekly})).path == "arrivals/lane/appointments");
    CHECK(only_fault(with(Arrivals{.rate = 1_per_d, .trace = {{1_h}}})).code == 108);
    CHECK(only_fault(with(Arrivals{.appointments = weekly, .trace = {{1_h}}})).path == "arrivals/lane/trace");
}

TEST_CASE("factors on a rate need a rate")
{
    auto const faults = faults_of(with(Arrivals{.open = Rota::always(),
                                                .profile = {{.by = 2.0}},
                                                .season = std::vector<double>(12, 1.0),
                                                .growth = 0.1,
                                                .dispersion = 0.2,
                                                .group = 2,
                                                .trace = {{1_h}}}));
    for (auto const* const member : {"open", "profile", "season", "growth", "dispersion", "group"})
        CHECK(found(faults, 229, std::string{"arrivals/lane/"} + member));
    CHECK(faults.errors() == 6);
}

TEST_CASE("the time between patients is a time, and not always none")
{
    CHECK(only_fault(with(Arrivals{.between = constant(0_min)})).code == 211);
    CHECK(only_fault(with(Arrivals{.between = empirical({0_min, 0_min})})).path == "arrivals/lane/between");
    CHECK(said_of(with(Arrivals{.between = empirical({0_min, 2_d})})).empty());
    CHECK(only_fault(with(Arrivals{.between = gamma(1_d, -1_h)})).path == "arrivals/lane/between/sd");
    CHECK(said_of(with(Arrivals{.between = 1_d, .open = Rota::weekdays(9_h, 17_h), .profile = {{.by = 2.0}}, .growth = 0.1, .group = 2})).empty());
}

TEST_CASE("factors are those of a week, of twelve months and of a year that leaves somebody")
{
    auto const rate = 1_per_d;
    CHECK(said_of(with(Arrivals{.rate = rate,
                                .profile = {{.days = "Sat Sun", .from = "22:00", .to = "04:00", .by = 1.5}},
                                .season = std::vector<double>(12, 0.9),
                                .growth = -0.5,
                                .dispersion = 0.3,
                                .group = 3}))
              .empty());
    CHECK(only_fault(with(Arrivals{.rate = rate, .profile = {{.days = "Satday"}}})).path == "arrivals/lane/profile/#1");
    CHECK(only_fault(with(Arrivals{.rate = rate, .profile = {{.by = -1.0}}})).code == 110);
    CHECK(only_fault(with(Arrivals{.rate = rate, .season = {1.0, 2.0}})).path == "arrivals/lane/season");
    CHECK(found(faults_of(with(Arrivals{.rate = rate, .season = std::vector<double>(12, 0.0)})), 219,
                "arrivals/lane/season"));
    CHECK(only_fault(with(Arrivals{.rate = rate, .growth = -1.0})).path == "arrivals/lane/growth");
    CHECK(only_fault(with(Arrivals{.rate = rate, .group = 0})).code == 110);
}

TEST_CASE("appointments have lists with slots, and who stays away is known by the source alone")
{
    auto appointments = weekly;
    appointments.no_show = {.p = 0.1, .cases = {{"source = lane", 0.2}}};
    CHECK(said_of(with(Arrivals{.appointments = appointments})).empty());
    appointments.no_show.cases[0].where = "cancer";
    CHECK(only_fault(with(Arrivals{.appointments = appointments})).code == 210);
    CHECK(only_fault(with(Arrivals{.appointments = appointments})).path ==
          "arrivals/lane/appointments/no_show/cases/#1/where");
    appointments = weekly;
    appointments.lists[0].overbooked = 11;
    CHECK(only_fault(with(Arrivals{.appointments = appointments})).path ==
          "arrivals/lane/appointments/lists/#1/overbooked");
    appointments.lists = {{.days = "Mon"}};
    CHECK(found(faults_of(with(Arrivals{.appointments = appointments})), 221, "arrivals/lane/appointments/lists/#1"));
    appointments = weekly;
    appointments.late = uniform(9_min, 2_min);
    CHECK(only_fault(with(Arrivals{.appointments = appointments})).path == "arrivals/lane/appointments/late");
}

TEST_CASE("a trace is in order of time and fixes attributes, each at one level")
{
    CHECK(said_of(with(Arrivals{.trace = {{1_h, "cancer and stage = II"}, {2_h, "not cancer"}}})).empty());
    auto const fault = [&](std::string const& is) { return only_fault(with(Arrivals{.trace = {{1_h, is}}})); };
    CHECK(fault("stage != II").code == 229);
    CHECK(fault("stage != II").path == "arrivals/lane/trace/#1/is");
    CHECK(fault("positive").code == 229);
    CHECK(fault("source = lane").code == 229);
    CHECK(fault("cancer and not cancer").code == 229);
    CHECK(fault("stage = III").code == 208);
    CHECK(fault("cancr").code == 207);
    CHECK(fault("cancer or stage = I").code == 206);
    CHECK(only_fault(with(Arrivals{.trace = {{2_h}, {1_h}}})).path == "arrivals/lane/trace/#2/at");
}

TEST_CASE("a backlog says who waits where, and for how long they have")
{
    CHECK(said_of(with(Backlog{.at = "read", .waited = {3_d, 1_d}})).empty());
    CHECK(said_of(with(Backlog{.at = "read", .count = 40, .age = uniform(0_d, 90_d), .judged = true})).empty());
    CHECK(only_fault(with(Backlog{.at = "read"})).code == 101);
    CHECK(only_fault(with(Backlog{.at = "read", .waited = {1_d}, .count = 2})).code == 108);
    CHECK(only_fault(with(Backlog{.at = "read", .waited = {1_d}, .age = 3_d})).path == "backlog/waiting/age");
    CHECK(only_fault(with(Backlog{.at = "reed", .count = 2})).code == 204);
    CHECK(only_fault(with(Backlog{.at = "exit", .count = 2})).path == "backlog/waiting/at");
    CHECK(only_fault(with(Backlog{.at = "ct", .count = 2})).severity == base::Severity::warning);
    CHECK(only_fault(with(Backlog{.at = "read", .count = 2, .age = gamma(-1_d, 1_d)})).code == 110);
    auto clash = with(Backlog{.at = "read", .count = 2});
    clash.backlogs[0].name = "lane";
    CHECK(found(faults_of(clash), 202, "backlog/lane"));
}

TEST_CASE("a backlog is a source that conditions know, and a way to its step")
{
    auto pathway = with(Backlog{.at = "wait", .count = 2}).add(Delay{.name = "wait", .takes = 1_d});
    pathway.backlogs[0].at = "again";
    pathway = pathway.add(Activity{.name = "again", .uses = {{"reader"}}, .takes = 1_min, .where = "source = waiting"});
    pathway = pathway.add(Route{.from = "again", .to = {{"wait"}}});
    CHECK(said_of(pathway).empty());
    pathway.backlogs.clear();
    CHECK(found(faults_of(pathway), 215, "activity/again"));
    pathway = reading_room().add(Backlog{.at = "x-ray", .count = 2});
    pathway.arrivals.clear();
    CHECK(said_of(pathway).empty()); // a list that is worked off
}
