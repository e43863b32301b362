// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include "story.hpp"

using namespace story;

TEST_CASE("several resources at once, all or none: two that need the same in another order do not block each other") {
    auto knees = at({0 * minute}, "knees"), hips = at({0 * minute}, "hips");
    hips.to = "hip";
    auto knee = work("knee", "surgeon", 60 * minute), hip = work("hip", "theatre", 60 * minute);
    knee.uses.push_back({"theatre"});
    hip.uses.push_back({"surgeon"});
    auto const pathway = Pathway{"theatre"}.add(knees).add(hips).add(staff("surgeon")).add(staff("theatre")).add(knee).add(hip)
                             .add(Route{.from = "knee", .to = {{"exit"}}});
    CHECK(read(pathway).lines() == Lines{"0:00 knees 0 start knee", "1:00 hips 0 start hip", "1:00 knees 0 end knee", "2:00 hips 0 end hip"});
}

TEST_CASE("who waits for two things does not keep the one that is free from those who need only that") {
    auto scans = at({0 * minute}, "scans"), procedures = at({5 * minute}, "procedures"), talks = at({10 * minute}, "talks");
    procedures.to = "procedure";
    talks.to = "talk";
    auto procedure = work("procedure", "room", 20 * minute);
    procedure.uses.push_back({"doctor"});
    auto const pathway = Pathway{"unit"}.add(scans).add(procedures).add(talks).add(staff("room")).add(staff("doctor"))
                             .add(work("scan", "room", 30 * minute)).add(procedure).add(work("talk", "doctor", 5 * minute))
                             .add(Route{.from = "scan", .to = {{"exit"}}}).add(Route{.from = "procedure", .to = {{"exit"}}});
    CHECK(read(pathway).lines() == Lines{"0:00 scans 0 start scan", "0:10 talks 0 start talk", "0:15 talks 0 end talk",
                                         "0:30 procedures 0 start procedure", "0:30 scans 0 end scan", "0:50 procedures 0 end procedure"});
}

TEST_CASE("two of the same at once: a lift needs two porters, a letter one") {
    auto pathway = Pathway{"porters"}.add(at({0 * minute, 1 * minute})).add(staff("porter", 3)).add(work("lift", "porter", 10 * minute));
    pathway.activities[0].uses[0].count = 2;
    CHECK(read(pathway).lines() == Lines{"0:00 0 start lift", "0:10 1 start lift", "0:10 0 end lift", "0:20 1 end lift"});
}

TEST_CASE("alternatives in order of preference, each at its own speed") {
    auto pathway = clinic(at({0 * minute, 10 * minute, 20 * minute, 56 * minute})).add(staff("nurse"));
    pathway.activities[0].uses = {{.resource = "doctor", .instead = {{"nurse", 1.5}}}};
    // 1: the doctor is busy, the nurse takes 45 min. 2: both are busy; the doctor is free first. 3: the nurse is free since 0:55.
    auto const story = read(pathway);
    CHECK(story.lines() == Lines{"0:00 0 start see", "0:10 1 start see", "0:30 2 start see", "0:30 0 end see", "0:55 1 end see", "0:56 3 start see",
                                 "1:00 2 end see", "1:41 3 end see"});
    CHECK(story.run.resource_ticks == std::vector<sim::Ticks>{(60 * minute).ticks(), (90 * minute).ticks()});
}

TEST_CASE("several alternatives of several uses: the first of the first use that can be had with any of the second") {
    auto pathway = clinic(at({0 * minute, 0 * minute, 0 * minute})).add(staff("nurse")).add(staff("room A")).add(staff("room B"));
    pathway.activities[0].uses = {{.resource = "doctor", .instead = {{"nurse", 2.0}}}, {.resource = "room A", .instead = {{"room B", 3.0}}}};
    // 0: doctor in room A, 30 min. 1: nurse in room B, 30 x 2 x 3 = 180 min. 2: at 0:30 doctor in room A.
    CHECK(read(pathway).lines() == Lines{"0:00 0 start see", "0:00 1 start see", "0:30 2 start see", "0:30 0 end see", "1:00 2 end see", "3:00 1 end see"});
}

TEST_CASE("by skill: whoever has it, in the order of the resources") {
    auto junior = staff("junior"), senior = staff("senior"), consultant = staff("consultant");
    senior.skills = {"endoscopy"};
    consultant.skills = {"clinic", "endoscopy"};
    auto scope = Activity{.name = "scope", .takes = 30 * minute};
    scope.uses = {{.skill = "endoscopy"}};
    auto const pathway = Pathway{"endoscopy"}.add(at({0 * minute, 5 * minute, 10 * minute})).add(junior).add(senior).add(consultant).add(scope);
    auto const story = read(pathway);
    CHECK(story.only(What::start) == Lines{"0:00 0 scope", "0:05 1 scope", "0:30 2 scope"});
    CHECK(story.run.resource_ticks == std::vector<sim::Ticks>{0, (60 * minute).ticks(), (30 * minute).ticks()});
}

TEST_CASE("staff shared by two activities and by another pathway's patients: one queue of three kinds, longest wait first") {
    auto own = at({0 * minute, 2 * minute}, "own");
    auto others = at({1 * minute, 3 * minute}, "others");
    others.to = "their visit";
    others.background = true;
    auto const pathway = Pathway{"shared"}.add(own).add(others).add(staff("doctor"))
                             .add(work("see", "doctor", 10 * minute)).add(work("write", "doctor", 5 * minute)).add(work("their visit", "doctor", 20 * minute))
                             .add(Route{.from = "see", .to = {{"write"}}}).add(Route{.from = "write", .to = {{"exit"}}});
    auto const story = read(pathway);
    CHECK(story.only(What::start) == Lines{"0:00 own 0 see", "0:10 others 0 their visit", "0:30 own 1 see", "0:40 others 1 their visit", "1:00 own 0 write", "1:05 own 1 write"});
}
