// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <map>
#include <queue>
#include <random>

#include <pathecon/des/agenda.hpp>

using namespace pathecon::des;

TEST_CASE("an agenda gives its entries back in order of time, then of order") {
    Agenda agenda;
    agenda.push({20, 1}, 1);
    agenda.push({10, 2}, 2);
    agenda.push({10, 1}, 3);
    CHECK(agenda.pop().who == 3);
    CHECK(agenda.pop().who == 2);
    CHECK(agenda.pop().who == 1);
    CHECK(agenda.empty());
}

TEST_CASE("against the standard priority queue: pushes and pops in any mixture") {
    struct Later {
        bool operator()(Agenda::Entry const& a, Agenda::Entry const& b) const { return b.moment < a.moment; }
    };
    std::mt19937_64 engine{11};
    Agenda agenda;
    std::priority_queue<Agenda::Entry, std::vector<Agenda::Entry>, Later> naive;
    bool same = true;
    for (std::uint32_t k = 0; k < 200'000; ++k) {
        if (naive.empty() || engine() % 5 < 3) {
            Moment const moment{static_cast<std::int64_t>(engine() % 1000), k};   // many equal times, distinct orders
            agenda.push(moment, k);
            naive.push({moment, k});
        } else {
            same = same && agenda.pop().who == naive.top().who;
            naive.pop();
        }
        same = same && agenda.size() == naive.size();
    }
    CHECK(same);
}

TEST_CASE("an entry can be taken out before its time, wherever it stands") {
    std::mt19937_64 engine{13};
    Agenda agenda;
    std::map<std::pair<std::int64_t, std::uint64_t>, std::uint32_t> naive;
    std::map<std::uint32_t, std::pair<std::int64_t, std::uint64_t>> of;
    bool same = true;
    for (std::uint32_t k = 0; k < 100'000; ++k) {
        auto const who = static_cast<std::uint32_t>(engine() % 500);
        if (of.contains(who)) {
            same = same && agenda.holds(who);
            naive.erase(of.at(who));
            of.erase(who);
            agenda.erase(who);
        } else {
            Moment const moment{static_cast<std::int64_t>(engine() % 100), k};
            agenda.push(moment, who);
            of[who] = {moment.time, moment.order};
            naive[of[who]] = who;
        }
        same = same && agenda.size() == naive.size() && !(agenda.holds(who) && !of.contains(who));
        if (!naive.empty()) same = same && agenda.top().who == naive.begin()->second;
    }
    CHECK(same);
}
