// SPDX-License-Identifier: MIT
// The engine against the reference loop, event by event, on pathways drawn over the whole vocabulary.
#include <cstdlib>
#include <map>
#include <set>

#include <pathecon/pathway/check.hpp>

#include "catch.hpp"
#include "engine.hpp"

using namespace reference;

TEST_CASE("main")
{
    int const from = std::getenv("FROM") ? std::atoi(std::getenv("FROM")) : 0, n = std::getenv("N") ? std::atoi(std::getenv("N")) : 100;
    Words const words = std::getenv("ALL") ? Words::all : Words::queues;
    int refused = 0, differ = 0;
    std::int64_t rows = 0;
    std::map<std::string, int> used, whats, faults;
    for (int seed = from; seed < from + n; ++seed) {
        auto const drawn = random_pathway(static_cast<std::uint64_t>(seed), words);
        refused += drawn.refused;
        if (drawn.refused)
            for (auto const faults_of = pathecon::pathway::faults_of(draft_pathway(static_cast<std::uint64_t>(seed), words).pathway); auto const& fault : faults_of.all())
                if (fault.severity == pathecon::base::Severity::error) ++faults[std::to_string(fault.code) + fault.message.substr(0, 60)];
        for (auto const& word : words_of(drawn.pathway)) ++used[word];
        if (std::getenv("ONLYREF")) {
            auto const told = simulate(drawn.pathway, drawn.luck, drawn.horizon);
            rows += static_cast<std::int64_t>(told.trace.size());
            for (auto const& row : told.trace) ++whats[row.what];
            continue;
        }
        auto const d = difference(drawn);
        if (d.empty()) continue;
        ++differ;
        std::printf("seed %d differs\n", seed);
        if (differ > (std::getenv("SHOW") ? std::atoi(std::getenv("SHOW")) : 3)) continue;
        auto const small = std::getenv("NOSHRINK") ? drawn : shrink(drawn);
        std::printf("%s\n%s\n", text_of(small).c_str(), difference(small).c_str());
    }
    std::printf("refused %d, differ %d rows %ld\n", refused, differ, rows);
    for (auto const& [w, k] : used) std::printf("%s %d, ", w.c_str(), k);
    std::printf("\n");
    for (auto const& [w, k] : whats) std::printf("%s %d, ", w.c_str(), k);
    for (auto const& [w, k] : faults) std::printf("%s %d\n", w.c_str(), k);
}
