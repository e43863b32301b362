// SPDX-License-Identifier: MIT
#include "pathway/clinic.hpp"

using namespace pathecon;
using namespace pathecon::test;

namespace {

/// Admission, an operation, care, discharge; each story says what is held.
Pathway ward(int beds = 4)
{
    return Pathway{"ward"}
        .add(Arrivals{.name = "all", .rate = 1_per_d})
        .add(Resource{.name = "bed", .kind = ResourceKind::bed, .rota = Rota::always(beds)})
        .add(Resource{.name = "theatre", .rota = Rota::always(2)})
        .add(Resource{.name = "nurse", .rota = Rota::always(3)})
        .add(Activity{.name = "admit", .uses = {{"nurse"}}, .takes = 10_min})
        .add(Activity{.name = "operate", .uses = {{"theatre"}}, .takes = 1_h})
        .add(Activity{.name = "care", .takes = 1_d})
        .add(Activity{.name = "discharge", .uses = {{"nurse"}}, .takes = 10_min})
        .add(Route{.from = "admit", .to = {{"operate"}}})
        .add(Route{.from = "operate", .to = {{"care"}}})
        .add(Route{.from = "care", .to = {{"discharge"}}});
}
Stay bed(std::string from = "admit", std::string to = "discharge")
{
    return {.name = "ward", .uses = {{"bed"}}, .from = std::move(from), .to = std::move(to)};
}

std::vector<base::Diagnostic> gridlocks(Pathway const& pathway)
{
    INFO(faults_of(pathway).text());
    CHECK(faults_of(pathway).ok());
    return with_code(faults_of(pathway), 232);
}

} // namespace

TEST_CASE("a stay holds something from one activity to a later one")
{
    CHECK(faults_of(ward().add(bed())).ok());
    CHECK(faults_of(ward().add(bed("care", "care"))).ok());
    auto pathway = ward().add(bed());
    pathway.stays[0].to = "dischage";
    CHECK(found(faults_of(pathway), 204, "stay/ward/to"));
    pathway.stays[0].to = "discharge";
    pathway.stays[0].uses.clear();
    CHECK(found(faults_of(pathway), 233, "stay/ward/uses"));
    pathway.stays[0].uses = {{"beds"}};
    CHECK(found(faults_of(pathway), 204, "stay/ward/uses/beds"));
    CHECK(found(faults_of(ward().add(bed("discharge", "admit"))), 233, "stay/ward/to"));
    CHECK(found(faults_of(ward().add(bed()).add(bed())), 202, "stay/ward#2"));
}

TEST_CASE("a booked activity takes what is there at its slots, and not who runs its lists")
{
    auto booked = ward().add(bed("operate", "care")).add(Session{.name = "list", .lists = {{.days = "Tue", .from = "09:00", .slots = 20}}, .slot = 20_min});
    booked.activities[1].session = "list";
    CHECK(faults_of(booked).ok());
    auto const nights = Rota{.shifts = {{.days = "daily", .from = "18:00", .to = "08:00"}}};
    auto pathway = booked;
    pathway.resources[1].rota = nights;
    CHECK(found(faults_of(pathway), 220, "activity/operate/uses"));
    pathway = booked;
    pathway.activities[1].uses.clear();
    pathway.resources[0].rota = nights;
    CHECK(found(faults_of(pathway), 220, "activity/operate/session"));
    pathway = booked;
    pathway.activities[1].uses.clear();
    pathway.activities[2].batch = Batch{.days = "Tue", .at = "09:00"};
    pathway.stays[0].from = "care";
    CHECK(faults_of(pathway).ok());
    pathway.resources[0].rota = nights;
    CHECK(found(faults_of(pathway), 220, "activity/care/batch"));
    pathway = booked;
    pathway.sessions[0].resource = "theatre";
    CHECK(found(faults_of(pathway), 230, "activity/operate/uses"));
}

TEST_CASE("who holds a bed while waiting for a slot that takes another may wait for ever")
{
    auto pathway = ward().add(bed("admit", "operate")).add(Session{.name = "list", .lists = {{.days = "daily", .slots = 20}}, .slot = 20_min});
    pathway.activities[1].session = "list";
    pathway.activities[1].uses = {{"bed"}};
    CHECK_FALSE(gridlocks(pathway).empty());
}

TEST_CASE("what a stay holds is waited for, by nobody in particular, and takes no longer by another's hand")
{
    auto pathway = ward().add(bed());
    pathway.resources[0].rota = {};
    CHECK(only_fault(pathway).code == 230);
    pathway = ward().add(bed());
    pathway.stays[0].uses[0].same_as = "admit";
    CHECK(found(faults_of(pathway), 230, "stay/ward/uses/bed"));
    pathway = ward().add(bed()).add(Resource{.name = "trolley", .rota = Rota::always(9)});
    pathway.stays[0].uses[0].instead = {{"trolley"}};
    CHECK(faults_of(pathway).ok());
    pathway.stays[0].uses[0].instead = {{"trolley", 1.5}};
    CHECK(found(faults_of(pathway), 230, "stay/ward/uses/bed/instead"));
}

TEST_CASE("more than there are cannot be held, alone or with what the step takes")
{
    auto pathway = ward().add(bed());
    pathway.stays[0].uses[0].count = 5;
    CHECK(found(faults_of(pathway), 220, "stay/ward/uses/bed"));
    pathway = ward(1).add(bed());
    pathway.activities[0].uses.push_back({"bed"}); // at the same moment
    CHECK(found(faults_of(pathway), 220, "activity/admit/uses"));
    pathway = ward(1).add(bed());
    pathway.activities[2].uses = {{"bed"}}; // while it is held
    CHECK(found(faults_of(pathway), 220, "stay/ward"));
    CHECK_THAT(with_code(faults_of(pathway), 220)[0].message, contains("holds 1 of 'bed' while 'care' needs 1 more"));
}

TEST_CASE("a step that takes more of what the patient holds already is warned of")
{
    CHECK(gridlocks(ward().add(bed())).empty());
    auto pathway = ward().add(bed());
    pathway.activities[2].uses = {{"bed"}};
    auto const found = gridlocks(pathway);
    REQUIRE(found.size() == 1);
    CHECK(found[0].severity == base::Severity::warning);
    CHECK(found[0].path == "stay/ward");
    CHECK_THAT(found[0].message, contains("'bed' is held by the stay 'ward' while 'bed' is waited for at 'care'"));
}

TEST_CASE("two stays taken in opposite orders may block each other")
{
    // Some are admitted and then go to theatre, others come from theatre and wait for a bed.
    auto pathway = ward()
                       .add(bed("admit", "discharge"))
                       .add(Stay{.name = "table", .uses = {{"theatre"}}, .from = "emergency", .to = "recover"})
                       .add(Arrivals{.name = "blue light", .rate = 1_per_d, .to = "emergency"})
                       .add(Activity{.name = "emergency", .takes = 1_h})
                       .add(Activity{.name = "recover", .uses = {{"bed"}}, .takes = 1_h})
                       .add(Route{.from = "emergency", .to = {{"recover"}}});
    auto const found = gridlocks(pathway);
    REQUIRE(found.size() == 1);
    CHECK_THAT(found[0].message,
               contains("'bed' is held by the stay 'ward' while 'theatre' is waited for at 'operate'"));
    CHECK_THAT(found[0].message,
               contains("'theatre' is held by the stay 'table' while 'bed' is waited for at 'recover'"));
    pathway.activities.back().uses = {{"nurse"}};
    pathway.activities[3].uses = {{"theatre"}};
    CHECK(gridlocks(pathway).empty());
}

TEST_CASE("steps with room in a circle may block each other, and so may two that share a resource")
{
    auto pathway = ward();
    pathway.routes.push_back({.from = "discharge", .to = {{.to = "admit", .p = bernoulli(0.1)}, {"exit"}}});
    CHECK(gridlocks(pathway).empty());
    pathway.activities[3].room = 2;
    CHECK(gridlocks(pathway).empty()); // nobody holds anything after care
    pathway.activities[0].room = 5;
    REQUIRE(gridlocks(pathway).size() == 1); // nurses who discharge wait for room where nurses admit
    CHECK(gridlocks(pathway)[0].path == "activity/admit/room");

    auto chain = ward();
    chain.activities[1].room = 0;
    CHECK(gridlocks(chain).empty()); // nurses wait for theatre; theatre waits for nobody
    chain.activities[2].uses = {{"nurse"}};
    chain.activities[2].room = 3;
    auto const circle = gridlocks(chain);
    REQUIRE(circle.size() == 1);
    CHECK_THAT(circle[0].message, contains("'nurse' is held after 'admit' until there is room at 'operate'"));
    CHECK_THAT(circle[0].message, contains("'theatre' is held after 'operate' until there is room at 'care'"));
}

TEST_CASE("patients who leave the queue, or never come into it, block nobody for ever")
{
    auto chain = ward();
    chain.activities[1].room = 0;
    chain.activities[1].uses = {{"nurse"}};
    chain.resources.erase(chain.resources.begin() + 1);
    chain.activities[0].uses.push_back({"bed"});
    REQUIRE(gridlocks(chain).size() == 1);
    auto patient = chain;
    patient.activities[1].patience = Patience{.after = 1_d};
    CHECK(gridlocks(patient).empty());
    patient.activities[1].patience->where = "source = all";
    CHECK(gridlocks(patient).size() == 1);
    auto diverted = chain;
    diverted.activities[1].balk = {{.length = 0}};
    CHECK(gridlocks(diverted).empty());
    diverted.activities[1].balk[0].p = units::Probability{0.5};
    CHECK(gridlocks(diverted).size() == 1);
}
