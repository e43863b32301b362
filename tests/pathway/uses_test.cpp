// SPDX-License-Identifier: MIT
#include "pathway/clinic.hpp"

using namespace pathecon;
using namespace pathecon::test;

namespace {

/// A visit and a review; each story says who does them.
Pathway clinic(std::vector<Use> visit, std::vector<Use> review = {{"doctor"}})
{
    return Pathway{"clinic"}
        .add(Arrivals{.name = "all", .rate = 1_per_h})
        .add(Resource{.name = "doctor", .rota = Rota::always(2), .skills = {"prescribe", "scope"}})
        .add(Resource{.name = "nurse", .rota = Rota::always(3), .skills = {"scope"}})
        .add(Resource{.name = "porter"})
        .add(Activity{.name = "visit", .uses = std::move(visit), .takes = 5_min, .attended = {{"nurse"}, {"porter"}}})
        .add(Activity{.name = "review", .uses = std::move(review), .takes = 5_min})
        .add(Route{.from = "visit", .to = {{"review"}}});
}

} // namespace

TEST_CASE("a use names a resource or a skill")
{
    CHECK(said_of(clinic({{"doctor"}})).empty());
    CHECK(said_of(clinic({{.skill = "scope"}})).empty());
    CHECK(only_fault(clinic({{.count = 2}})).code == 101);
    CHECK(only_fault(clinic({{.count = 2}})).path == "activity/visit/uses/#1/resource");
    CHECK(only_fault(clinic({{.resource = "doctor", .skill = "scope"}})).code == 108);
    CHECK(only_fault(clinic({{.skill = "scop"}})).code == 204);
    CHECK_THAT(only_fault(clinic({{.skill = "scop"}})).hint, contains("'scope'"));
    CHECK(only_fault(clinic({{.instead = {{"doctor"}}, .skill = "scope"}})).code == 230);
}

TEST_CASE("who has a skill is used")
{
    auto pathway = clinic({{.skill = "scope"}}, {{.skill = "prescribe"}});
    pathway.activities[0].attended = {{"porter"}};
    CHECK(said_of(pathway).empty());
    pathway.resources[1].skills.clear();
    CHECK(only_fault(pathway).path == "resource/nurse");
}

TEST_CASE("alternatives are there, waited for, and others")
{
    CHECK(said_of(clinic({{.resource = "doctor", .instead = {{"nurse", 1.4}}}})).empty());
    CHECK(only_fault(clinic({{.resource = "doctor", .instead = {{"nurze"}}}})).path ==
          "activity/visit/uses/doctor/instead/nurze");
    CHECK_THAT(only_fault(clinic({{.resource = "doctor", .instead = {{"porter"}}}})).message,
               contains("'porter' has no rota"));
    CHECK_THAT(only_fault(clinic({{.resource = "porter", .instead = {{"doctor"}}}})).message,
               contains("'porter' has no rota"));
    CHECK(only_fault(clinic({{.resource = "doctor", .instead = {{"nurse"}, {"doctor"}}}})).code == 230);
    CHECK(only_fault(clinic({{.resource = "doctor", .instead = {{"nurse", 0.0}}}})).code == 110);
}

TEST_CASE("what is needed at once is there among the alternatives")
{
    CHECK(said_of(clinic({{.resource = "doctor", .count = 3, .instead = {{"nurse"}}}})).empty());
    auto const fault = only_fault(clinic({{.resource = "doctor", .count = 4, .instead = {{"nurse"}}}}));
    CHECK(fault.code == 220);
    CHECK_THAT(fault.message, contains("4 of 'doctor' or 'nurse' at once, there are never more than 3"));
    // Two doctors for one use leave none for the other, which has no alternative.
    CHECK(said_of(clinic({{"doctor", 2}, {.resource = "nurse", .count = 3}})).empty());
    CHECK(said_of(clinic({{"doctor", 2}, {.resource = "doctor", .instead = {{"nurse"}}}})).empty());
    CHECK(only_fault(clinic({{"doctor"}}, {{"doctor", 2}, {.resource = "doctor", .same_as = "visit"}})).path ==
          "activity/review/uses");
    auto surge = clinic({{"doctor", 3}});
    CHECK(only_fault(surge).code == 220);
    surge.resources[0].surge = Surge{.of = "review", .open_at = 3};
    CHECK(said_of(surge).empty());
}

TEST_CASE("who did it before is one person of something that somebody does")
{
    auto const review = [](Use use) {
        use.resource = "doctor";
        return clinic({{"doctor"}}, {std::move(use)});
    };
    CHECK(said_of(review({.same_as = "visit"})).empty());
    CHECK(said_of(review({.not_same_as = "visit"})).empty());
    CHECK(only_fault(review({.same_as = "visits"})).code == 204);
    CHECK(only_fault(review({.same_as = "visit", .not_same_as = "visit"})).code == 230);
    CHECK(only_fault(review({.count = 2, .same_as = "visit"})).path == "activity/review/uses/doctor/count");
    auto pathway = review({.same_as = "visit"});
    pathway.activities[0].uses[0].count = 2;
    CHECK_THAT(only_fault(pathway).message, contains("2 do 'visit' at once"));
    pathway.activities[0].uses.clear();
    CHECK_THAT(only_fault(pathway).message, contains("nobody does 'visit'"));
    pathway.activities[0].uses = {{"nurse"}};
    CHECK(only_fault(pathway).severity == base::Severity::warning);
    CHECK_THAT(only_fault(pathway).message, contains("decides nothing"));
    pathway = review({.same_as = "review"});
    CHECK_THAT(only_fault(pathway).message, contains("nobody comes from 'review' to 'review'"));
    pathway = review({.same_as = "visit"});
    pathway.resources[0].preemption = Preemption::resume;
    pathway.activities[0].priority = {{"source = all", 1}};
    CHECK_THAT(only_fault(pathway).message, contains("'doctor' is pre-emptive"));
}
