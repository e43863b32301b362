// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <map>
#include <random>

#include <pathecon/des/deadlines.hpp>

using namespace pathecon::des;

TEST_CASE("a deadline behind the horizon is not near until somebody looks ahead") {
    Deadlines deadlines;
    deadlines.look_ahead(0);
    std::int64_t const horizon = deadlines.horizon();
    CHECK(!deadlines.push({horizon, 1}, 7));
    CHECK(deadlines.near().empty());
    CHECK(deadlines.look_ahead(horizon));
    CHECK(deadlines.near().top().who == 7);
    CHECK(deadlines.horizon() > horizon);
}

TEST_CASE("a deadline before the horizon is known at once, and whether it is the first") {
    Deadlines deadlines;
    deadlines.look_ahead(0);
    CHECK(deadlines.push({20, 1}, 1));
    CHECK(!deadlines.push({30, 1}, 2));
    CHECK(deadlines.push({20, 0}, 3));
    CHECK(!deadlines.strike(2));
    CHECK(deadlines.strike(3));
    CHECK(deadlines.near().top().who == 1);
}

TEST_CASE("striking somebody who has no deadline changes nothing") {
    Deadlines deadlines;
    deadlines.look_ahead(0);
    deadlines.push({20, 1}, 1);
    CHECK(!deadlines.strike(5));
    CHECK(deadlines.size() == 1);
}

TEST_CASE("deadlines come in the order of a sorted map, whether they lie near or far, are struck out or not") {
    std::mt19937_64 engine{17};
    for (std::int64_t const wait : {std::int64_t{1} << 20, std::int64_t{1} << 32, std::int64_t{1} << 40}) {
        Deadlines deadlines;
        std::map<std::pair<std::int64_t, std::uint64_t>, std::uint32_t> naive;
        std::map<std::uint32_t, std::pair<std::int64_t, std::uint64_t>> of;
        std::int64_t now = 0;
        int came = 0;
        bool same = true;
        for (std::uint64_t k = 0; k < 100'000; ++k) {
            now += static_cast<std::int64_t>(engine() % static_cast<std::uint64_t>(wait / 100));
            auto const who = static_cast<std::uint32_t>(engine() % 300);
            while (!naive.empty() && naive.begin()->first.first <= now) {      // those that come before the next event, first
                std::int64_t const time = naive.begin()->first.first;
                if (time >= deadlines.horizon()) deadlines.look_ahead(time);
                std::uint32_t const first = deadlines.near().top().who;
                same = same && first == naive.begin()->second;
                of.erase(first);
                naive.erase(naive.begin());
                deadlines.strike(first);
                ++came;
            }
            if (now >= deadlines.horizon()) deadlines.look_ahead(now);
            if (of.contains(who)) {
                naive.erase(of.at(who));
                of.erase(who);
                deadlines.strike(who);
            } else {
                // A third is due at a full second, so that there are ties.
                std::int64_t due = now + 1 + static_cast<std::int64_t>(engine() % static_cast<std::uint64_t>(wait));
                if (engine() % 3 == 0) due = (due / 1'000'000 + 1) * 1'000'000;
                of[who] = {due, k};
                naive[of[who]] = who;
                deadlines.push({due, k}, who);
            }
            same = same && deadlines.size() == naive.size();
            if (!deadlines.near().empty()) same = same && deadlines.near().top().who == naive.begin()->second;
        }
        CHECK(same);
        CHECK(came > 1000);
    }
}
