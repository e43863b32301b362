// SPDX-License-Identifier: MIT
#include <pathecon/ledger/realisation.hpp>

#include <random>

#include "catch.hpp"
#include "ledger/story.hpp"

using namespace pathecon;
using namespace pathecon::test;

namespace {

ledger::Usage usage(Year const& year) {
    auto const runs = runs_of(year, year);
    return ledger::usage_of(runs, 0, 0, reading_room());
}

ledger::Release only(std::vector<ledger::Release> const& releases) {
    REQUIRE(releases.size() == 1);
    return releases.front();
}

} // namespace

TEST_CASE("two tools that free 0.4 and 0.6 WTE give no cash alone and one WTE together") {
    auto const line = outsourcing();     // one step is 1,650 h: a WTE
    Year const usual{.worked = 5000, .calendar = 5000};
    auto const free_up = [&](double hours) {
        Year now = usual;
        now.worked -= hours;
        now.calendar -= hours;
        return only(ledger::realise(usage(usual), usage(now), std::span{&line, 1}));
    };
    auto const first = free_up(0.4 * 1650), second = free_up(0.6 * 1650), both = free_up(1650);
    CHECK(first.cuts.empty());
    CHECK(first.absorbed == ticks(660));
    CHECK(second.cuts.empty());
    CHECK(second.absorbed == ticks(990));
    REQUIRE(both.cuts.size() == 1);
    CHECK(both.cuts[0].steps == 1);
    CHECK(both.cuts[0].per_year == 100'000_gbp);
    CHECK(both.cash == ticks(1650));
    CHECK(both.absorbed == 0);
}

TEST_CASE("a tick too few is no step") {
    auto const line = outsourcing();
    auto usual = usage({.worked = 5000, .calendar = 5000});
    auto now = usual;
    now.worked["consultant"] -= ticks(1650) - 1;
    CHECK(only(ledger::realise(usual, now, std::span{&line, 1})).cuts.empty());
    now.worked["consultant"] -= 1;
    CHECK(only(ledger::realise(usual, now, std::span{&line, 1})).cuts.size() == 1);
}

TEST_CASE("over a short window a step is a part of itself, rounded up to the tick") {
    auto line = outsourcing();
    line.step = units::Duration::from_ticks(366);
    ledger::Usage usual, now;
    usual.simulated = now.simulated = units::day.ticks();       // 366 / 365 of a tick
    usual.worked["consultant"] = 3;
    for (std::int64_t const worked : {2, 1}) {
        now.worked["consultant"] = worked;
        auto const release = only(ledger::realise(usual, now, std::span{&line, 1}));
        CHECK(release.cash == (worked == 2 ? 0 : 2));
    }
}

TEST_CASE("released time is cash, capacity and absorbed time to the tick, whatever the numbers") {
    std::mt19937_64 luck{7};
    auto const between = [&](std::int64_t low, std::int64_t high) { return std::uniform_int_distribution<std::int64_t>{low, high}(luck); };
    for (int story = 0; story < 2000; ++story) {
        ledger::Usage usual, now;
        usual.simulated = now.simulated = units::day.ticks() * between(1, 4000) + between(0, 1000);
        usual.open["g"] = now.open["g"] = between(0, 1) * ticks(1e5);
        usual.worked["g"] = between(0, ticks(1e5));
        usual.calendar["g"] = between(0, ticks(1e5));
        now.worked["g"] = between(0, ticks(1e5));
        now.calendar["g"] = between(0, ticks(1e5));
        auto first = outsourcing(), second = outsourcing();
        first.group = second.group = "g";
        first.step = units::Duration::from_ticks(between(1, ticks(3000)));
        second.step = units::Duration::from_ticks(between(1, ticks(300)));
        std::vector const lines{first, second};
        for (auto const& release : ledger::realise(usual, now, lines)) {
            CHECK(release.released == release.cash + release.capacity + release.absorbed);
            CHECK(std::min({release.cash, release.absorbed, release.added}) >= 0);
            CHECK(release.capacity >= -release.released);
            CHECK((release.released == 0 || release.added == 0));
            CHECK(release.capacity <= release.used);
        }
    }
}

TEST_CASE("a budget never falls below what is promised elsewhere already") {
    auto line = outsourcing();
    line.promised = 150'000_gbp;        // of 300,000: room for one step of 100,000
    Year const usual{.worked = 9000, .calendar = 9000}, now{.worked = 4000, .calendar = 4000};
    auto const release = only(ledger::realise(usage(usual), usage(now), std::span{&line, 1}));
    REQUIRE(release.cuts.size() == 1);
    CHECK(release.cuts[0].steps == 1);
    CHECK(release.absorbed == ticks(5000 - 1650));
}

TEST_CASE("a second budget line takes what the first leaves") {
    auto first = outsourcing(), second = outsourcing();
    first.baseline = 100'000_gbp;
    second.name = "overtime";
    second.step = 100_h;
    second.step_value = 7'000_gbp;
    std::vector const lines{first, second};
    Year const usual{.worked = 9000, .calendar = 9000}, now{.worked = 7000, .calendar = 7000};
    auto const release = only(ledger::realise(usage(usual), usage(now), lines));
    REQUIRE(release.cuts.size() == 2);
    CHECK(release.cuts[0].steps == 1);
    CHECK(release.cuts[1].steps == 3);
    CHECK(release.absorbed == ticks(50));
}

TEST_CASE("a budget line with a blank field gives no cash") {
    Year const usual{.worked = 9000, .calendar = 9000}, now{.worked = 4000, .calendar = 4000};
    for (int blank = 0; blank < 3; ++blank) {
        auto line = outsourcing();
        if (blank == 0) line.owner.clear();
        if (blank == 1) line.baseline = 0_gbp;
        if (blank == 2) line.step_value = 0_gbp;
        CHECK(only(ledger::realise(usage(usual), usage(now), std::span{&line, 1})).cash == 0);
    }
}

TEST_CASE("in steady operation nobody uses released time: it is absorbed") {
    Year const usual{}, now{.worked = 900, .calendar = 900};
    auto const release = only(ledger::realise(usage(usual), usage(now), {}));
    CHECK(release.released == ticks(100));
    CHECK(release.capacity == 0);
    CHECK(release.absorbed == ticks(100));
}

TEST_CASE("time that a growing queue takes up is capacity") {
    // Readers are busy all the time; the tool makes the same year's work 100 h shorter and they read on with 70 h of it.
    Year const usual{.worked = 2500, .calendar = 2000}, now{.worked = 2400, .calendar = 1970};
    auto const release = only(ledger::realise(usage(usual), usage(now), {}));
    CHECK(release.capacity == ticks(70));
    CHECK(release.absorbed == ticks(30));
}

TEST_CASE("the queue never uses more than is released") {
    // The tool moves work into the year, a backlog that is cleared once: no yearly capacity beyond what it frees.
    Year const usual{.worked = 2500, .calendar = 1800}, now{.worked = 2490, .calendar = 2000};
    auto const release = only(ledger::realise(usage(usual), usage(now), {}));
    CHECK(release.capacity == ticks(10));
}

TEST_CASE("an arm whose list grows more loses as much as it released at most, so that chance at the window's ends averages out") {
    Year const usual{}, slightly{.worked = 990, .calendar = 986}, badly{.worked = 990, .calendar = 900};
    CHECK(only(ledger::realise(usage(usual), usage(slightly), {})).capacity == ticks(-4));
    CHECK(only(ledger::realise(usage(usual), usage(badly), {})).capacity == ticks(-10));
}

TEST_CASE("time of somebody for whom nobody waits is never capacity") {
    auto usual = usage({});
    auto now = usual;
    now.worked["admin"] -= ticks(50);       // calendar time is the same, as if the queue had taken it up
    auto const release = only(ledger::realise(usual, now, {}));
    CHECK(release.group == "admin");
    CHECK(release.absorbed == ticks(50));
}

TEST_CASE("added work is added time, less the rota time that came with it") {
    Year const usual{}, now{.worked = 1300, .calendar = 1300, .open = 2100};
    auto const release = only(ledger::realise(usage(usual), usage(now), {}));
    CHECK(release.opened == ticks(100));
    CHECK(release.added == ticks(200));
    CHECK(release.released == 0);
}
