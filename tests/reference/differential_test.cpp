// SPDX-License-Identifier: MIT
// The engine against the reference loop, event by event, on pathways drawn over the whole vocabulary.
#include <cstdlib>
#include <map>
#include <set>
#include <sstream>
#include <string>

#include "catch.hpp"
#include "engine.hpp"

using namespace reference;

namespace {

/// Tells the seed's pathway twice; on a difference, shows the smallest pathway that still has one.
std::string first_difference(RandomPathway const& drawn)
{
    if (difference(drawn).empty()) return {};
    auto const small = shrink(drawn);
    return text_of(small) + '\n' + difference(small);
}

/// What was met in a set of seeds.
struct Met {
    std::map<std::string, int> words, whats;
    int refused = 0, drawn = 0;

    void tell_twice(std::uint64_t seed, Words words_allowed)
    {
        INFO("seed " << seed);
        auto const pathway = random_pathway(seed, words_allowed);
        refused += pathway.refused;
        ++drawn;
        for (auto const& word : words_of(pathway.pathway)) ++words[word];
        auto const found = first_difference(pathway);
        INFO(found);
        CHECK(found.empty());
        for (auto const& row : tell(pathway).trace) ++whats[row.what];
    }
};

/// The smallest pathway in which a reference loop that is wrong on purpose differs from the engine.
RandomPathway caught(Fault fault, Words words)
{
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        auto const drawn = random_pathway(seed, words);
        if (difference(drawn).empty() && !difference(drawn, fault).empty()) return shrink(drawn, fault);
    }
    return {};
}

} // namespace

TEST_CASE("The engine and the reference loop tell the same story of queues, event by event")
{
    Met met;
    for (std::uint64_t seed = 0; seed < 80; ++seed) met.tell_twice(seed, Words::queues);
    CHECK(met.refused < met.drawn);
}

TEST_CASE("The engine and the reference loop tell the same story of everything that can be said, event by event")
{
    Met met;
    for (std::uint64_t seed = 0; seed < 240; ++seed) met.tell_twice(seed, Words::all);
    CHECK(met.refused < met.drawn);
    for (auto const* word : {"adjustments",
                             "ageing",
                             "appointment exceptions",
                             "appointments",
                             "appointments no_show",
                             "appointments overbooked",
                             "attended",
                             "attribute",
                             "backlog",
                             "balk",
                             "bank_holidays",
                             "batch",
                             "between",
                             "booking",
                             "bulk",
                             "bulk least",
                             "bulk wait",
                             "cap",
                             "cases",
                             "count",
                             "delay",
                             "dispersion",
                             "elapsed",
                             "end_of_shift repeat_different",
                             "end_of_shift repeat_identical",
                             "end_of_shift resume",
                             "event",
                             "every",
                             "exceptions",
                             "fork",
                             "group",
                             "growth",
                             "holidays",
                             "in_hand finish",
                             "in_hand repeat_different",
                             "in_hand repeat_identical",
                             "in_hand resume",
                             "instead",
                             "interval",
                             "least",
                             "list exceptions",
                             "list weeks",
                             "luck_name",
                             "meeting bank_holidays",
                             "meeting exceptions",
                             "meeting weeks",
                             "most",
                             "no_show",
                             "not_same_as",
                             "open",
                             "open way",
                             "open way holidays",
                             "order last",
                             "order random",
                             "outcome",
                             "overbooked",
                             "patience",
                             "pauses",
                             "preemption repeat_different",
                             "preemption repeat_identical",
                             "preemption resume",
                             "priority",
                             "profile",
                             "rebooked",
                             "room",
                             "rota weeks",
                             "same_as",
                             "season",
                             "session",
                             "session with uses",
                             "several uses",
                             "shortest_queue",
                             "skill",
                             "stay",
                             "stay from a place",
                             "stay from work without uses",
                             "stay of one step",
                             "surge",
                             "test",
                             "trace",
                             "trace is",
                             "unless",
                             "where"}) {
        INFO(word);
        CHECK(met.words[word] >= 3);
    }
    for (auto const* what : {"arrival", "queue", "start", "end", "exit", "put_back", "resume", "balk", "block",
                             "renege", "missed", "event", "put_off"}) {
        INFO(what);
        CHECK(met.whats[what] >= 300);
    }
}

TEST_CASE("A random pathway is the same whenever it is drawn")
{
    for (std::uint64_t const seed : {3U, 44U, 101U}) {
        CHECK(random_pathway(seed, Words::all).pathway == random_pathway(seed, Words::all).pathway);
        CHECK(random_pathway(seed, Words::all).pathway != random_pathway(seed + 1, Words::all).pathway);
    }
}

TEST_CASE("A wrong tie is found, and shrunk to what it takes")
{
    auto const small = caught(Fault::last_come_first, Words::queues);
    REQUIRE(small.checked);
    INFO(text_of(small));
    // A tie takes a queue, and a few patients who join it at once.
    CHECK(small.pathway.activities.size() <= 3);
    CHECK(small.pathway.resources.size() <= 2);
    CHECK(small.pathway.outcomes.empty());
    CHECK(small.pathway.intervals.empty());
    CHECK(difference(small).empty());
    CHECK(difference(small, Fault::last_come_first).find("the logs differ") != std::string::npos);
}

TEST_CASE("A rota that changes a microsecond late is found, and shrunk to one resource")
{
    auto const small = caught(Fault::shift_ends_late, Words::queues);
    REQUIRE(small.checked);
    INFO(text_of(small));
    CHECK(small.pathway.activities.size() <= 2);
    CHECK(difference(small).empty());
    CHECK_FALSE(difference(small, Fault::shift_ends_late).empty());
}

TEST_CASE("Patience that ends before the work of the same instant is found, and shrunk to a queue with patience")
{
    auto const small = caught(Fault::impatient_before_work, Words::all);
    REQUIRE(small.checked);
    INFO(text_of(small));
    CHECK(words_of(small.pathway).contains("patience"));
    CHECK(small.pathway.activities.size() <= 3);
    CHECK(difference(small).empty());
    CHECK_FALSE(difference(small, Fault::impatient_before_work).empty());
}

// For a night: PATHECON_SEEDS="1000 9000" test_reference "[many]"
TEST_CASE("Many seeds tell the same story", "[.many]")
{
    auto const* given = std::getenv("PATHECON_SEEDS");
    std::istringstream seeds{given ? given : "1000 3000"};
    std::uint64_t from = 0, to = 0;
    INFO("PATHECON_SEEDS is '" << seeds.str() << "': the first seed and the one after the last");
    bool const are_two = seeds >> from >> to && (seeds.eof() || (seeds >> std::ws).eof());
    REQUIRE(are_two);
    REQUIRE(from < to);
    Met met;
    for (std::uint64_t seed = from; seed < to; ++seed) met.tell_twice(seed, Words::all);
}
