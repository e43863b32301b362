// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include "story.hpp"

using namespace story;

TEST_CASE("who has waited as long as they have patience leaves, at that very tick") {
    auto pathway = clinic(at({0 * minute, 10 * minute}));
    pathway.activities[0].patience = pathway::Patience{.after = 15 * minute};
    auto const story = read(pathway);
    CHECK(story.lines({What::exit}) == Lines{"0:00 0 start see", "0:25 1 renege see", "0:25 1 exit", "0:30 0 end see", "0:30 0 exit"});
    CHECK(story.run.reneged == std::vector<std::int64_t>{1});
    CHECK(story.run.visits == std::vector<std::int64_t>{1});
}

TEST_CASE("who can be served at the tick at which patience ends is served") {
    auto pathway = clinic(at({0 * minute, 10 * minute}));
    pathway.activities[0].patience = pathway::Patience{.after = 20 * minute};
    CHECK(read(pathway).only(What::start) == Lines{"0:00 0 see", "0:30 1 see"});
}

TEST_CASE("patience leads elsewhere, is a matter of kind, and some never lose it") {
    auto pathway = clinic(at({{0 * minute, "not hurried and not calm"}, {1 * minute, "hurried and not calm"},
                              {2 * minute, "not hurried and calm"}, {3 * minute, "not hurried and not calm"}}))
                       .add(known("hurried")).add(known("calm")).add(staff("pharmacist")).add(work("advise", "pharmacist", 5 * minute));
    pathway.activities[0].patience = pathway::Patience{.after = 20 * minute, .cases = {{"hurried", 9 * minute}}, .to = "advise", .where = "not calm"};
    pathway = pathway.add(Route{.from = "see", .to = {{"exit"}}});
    CHECK(read(pathway).lines() == Lines{"0:00 0 start see", "0:10 1 renege see", "0:10 1 start advise", "0:15 1 end advise",
                                         "0:23 3 renege see", "0:23 3 start advise", "0:28 3 end advise",
                                         "0:30 2 start see", "0:30 0 end see", "1:00 2 end see"});
}

TEST_CASE("the place of one who left the queue is gone: the next are served as if they had never been there") {
    auto pathway = clinic(at({{0 * minute, "not hurried"}, {1 * minute, "hurried"}, {2 * minute, "not hurried"}})).add(known("hurried"));
    pathway.activities[0].patience = pathway::Patience{.after = 5 * minute, .where = "hurried"};
    CHECK(read(pathway).only(What::start) == Lines{"0:00 0 see", "0:30 2 see"});
}

TEST_CASE("patience runs once: who is put back at the end of a shift waits for the next") {
    auto pathway = clinic(at({9 * hour + 45 * minute, 9 * hour + 50 * minute}));
    pathway.resources[0].rota = Rota{{{.from = "09:00", .to = "10:00"}}};
    pathway.resources[0].end_of_shift = EndOfShift::resume;
    pathway.activities[0].patience = pathway::Patience{.after = hour};
    CHECK(read(pathway).lines() == Lines{"9:45 0 start see", "10:00 0 put_back see", "10:50 1 renege see", "Tue 9:00 0 resume see", "Tue 9:15 0 end see"});
}

TEST_CASE("who finds so many waiting goes elsewhere: balking") {
    auto pathway = clinic(at({0 * minute, 1 * minute, 2 * minute, 3 * minute}));
    pathway.activities[0].balk = {{.length = 2}};
    auto const story = read(pathway);
    CHECK(story.only(What::balk) == Lines{"0:03 3 see"});
    CHECK(story.only(What::start) == Lines{"0:00 0 see", "0:30 1 see", "1:00 2 see"});
    CHECK(story.run.balked == std::vector<std::int64_t>{1});
}

TEST_CASE("a length of 0 is a loss system: nobody waits") {
    auto pathway = clinic(at({0 * minute, 10 * minute, 30 * minute}));
    pathway.activities[0].balk = {{.length = 0}};
    CHECK(read(pathway).lines() == Lines{"0:00 0 start see", "0:10 1 balk see", "0:30 0 end see", "0:30 2 start see", "1:00 2 end see"});
}

TEST_CASE("diverted by another queue: the second of two rules holds, and a balk leads to a step") {
    auto pathway = clinic(at({0 * minute, 1 * minute, 2 * minute, 3 * minute}, "walk-in"));
    auto minor = at({0 * minute, 1 * minute, 2 * minute}, "minor");
    minor.to = "treat";
    pathway = pathway.add(minor).add(staff("nurse")).add(work("treat", "nurse", 10 * minute))
                  .add(Route{.from = "see", .to = {{"exit"}}});
    // With three in the doctor's queue: leave; with two: to the nurse. Nobody comes to the nurse while two wait for the doctor.
    pathway.activities[0].balk = {{.length = 3}, {.length = 2, .to = "treat"}};
    pathway.activities[1].balk = {{.length = 2, .of = "see"}};
    // At 0:02 walk-in 2 comes before minor 2 (order of sources) and is the second in the doctor's queue. At 0:03 walk-in 3 is sent
    // to the nurse and, while two wait for the doctor, sent away there as well.
    CHECK(read(pathway).lines() == Lines{"0:00 walk-in 0 start see", "0:00 minor 0 start treat", "0:02 minor 2 balk treat", "0:03 walk-in 3 balk see",
                                         "0:03 walk-in 3 balk treat", "0:10 minor 1 start treat", "0:10 minor 0 end treat", "0:20 minor 1 end treat",
                                         "0:30 walk-in 1 start see", "0:30 walk-in 0 end see", "1:00 walk-in 2 start see",
                                         "1:00 walk-in 1 end see", "1:30 walk-in 2 end see"});
}

TEST_CASE("a share balks, by one draw a visit: each patient decides the same whatever else happens") {
    auto pathway = Pathway{"share"}
                       .add(Arrivals{.name = "patients", .rate = units::Rate::from_per_hour(4)})
                       .add(staff("doctor"))
                       .add(work("see", "doctor", pathway::exponential(12 * minute)));
    pathway.activities[0].balk = {{.length = 0, .p = 0.3}};
    auto const story = read(pathway, 400 * day);
    auto const waited = [&] {
        std::int64_t n = 0;
        std::map<std::int64_t, sim::Ticks> queued;
        for (auto const& row : story.trace) {
            if (row.what == What::queue) queued[row.patient] = row.time;
            if (row.what == What::start) n += row.time > queued[row.patient];
        }
        return n;
    }();
    auto const balked = static_cast<double>(story.only(What::balk).size()), all = balked + static_cast<double>(waited);
    INFO(balked << " of " << all);
    CHECK(std::abs(balked - 0.3 * all) <= 4.89 * std::sqrt(all * 0.3 * 0.7));
}
