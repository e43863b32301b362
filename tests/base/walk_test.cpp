// SPDX-License-Identifier: MIT
#include <limits>
#include <set>
#include <type_traits>

#include "catch.hpp"

#include "base/sample.hpp"

using namespace pathecon::base;
using namespace pathecon::test;

namespace {

Clinic sample()
{
    return {.title = "Chest",
            .step = {{.name = "read", .uses = {{"reader", 2}, {"reader"}}, .patience = 2.0},
                     {.name = ""},
                     {.name = "read"}},
            .effects = {Faster{"read", 0.9}, Skip{"x-ray"}},
            .price = {{"scan", 12.5}},
            .weights = {1.0, 2.5}};
}

std::set<std::string> paths_of(Clinic const& clinic)
{
    std::set<std::string> paths;
    walk(clinic, "", [&](std::string const& path, auto const&) { paths.insert(path); });
    return paths;
}

/// Gives every part of a value a place of its own.
void give_places(Value& value, int& line)
{
    value.set_place({"s.toml", ++line, 1, ""});
    if (auto* items = value.items())
        for (auto& item : *items) give_places(item, line);
    if (auto* entries = value.entries())
        for (auto& entry : *entries) give_places(entry.value, line);
}

std::string bounds_faults(Clinic const& clinic)
{
    Diagnostics diagnostics;
    check_bounds(clinic, "", diagnostics);
    return diagnostics.text();
}

} // namespace

TEST_CASE("a walk names elements by their key, then by number, and never twice alike")
{
    auto const paths = paths_of(sample());
    for (auto const* path : {"title", "step/read/name", "step/read/uses/reader/count", "step/read/uses/reader#2/count",
                             "step/read/patience", "step/#2/share", "step/read#2/mood", "effects/#1/faster/by",
                             "effects/#2/skip/step", "price/scan", "weights/#2", "discount_rate"}) {
        INFO(path);
        CHECK(paths.count(path) == 1);
    }
    CHECK(paths.count("step/#2/patience") == 0); // an empty optional has no leaf
}

TEST_CASE("the paths of a walk are the paths of decoding, so that a check finds the line in the file")
{
    Value value = encode(sample());
    int line = 0;
    give_places(value, line);
    Diagnostics diagnostics;
    Places places;
    Clinic const clinic = decode<Clinic>(value, diagnostics, places);
    REQUIRE(clinic == sample());
    for (std::string const& path : paths_of(clinic)) {
        INFO(path);
        CHECK(places.contains(path));
    }
}

TEST_CASE("a walk changes the leaves of an object that may change")
{
    Clinic clinic = sample();
    walk(clinic, "clinic", [](std::string const& path, auto& leaf) {
        if constexpr (std::is_same_v<decltype(leaf), double&>)
            if (path == "clinic/effects/#1/faster/by") leaf = 0.5;
    });
    CHECK(std::get<Faster>(clinic.effects[0]).by == 0.5);
}

TEST_CASE("numbers outside their bounds are named with the numbers")
{
    Clinic clinic;
    clinic.step = {{.name = "read", .uses = {{"room", 0}}, .share = 30, .patience = 0.0}};
    clinic.discount_rate = 3.5;
    clinic.weights = {1.0, std::numeric_limits<double>::quiet_NaN()};
    CHECK(bounds_faults(clinic) == "PE0110 error: step/read/uses/room/count: 0 must be at least 1\n"
                                   "PE0110 error: step/read/share: 30 must lie between 0 and 1 (did you mean 30 %?)\n"
                                   "PE0110 error: step/read/patience: 0 must be above 0\n"
                                   "PE0110 error: weights/#2: must be a finite number, found nan\n"
                                   "PE0110 error: discount_rate: 3.5 must lie between 0 and 1 (did you mean 3.5 %?)\n");
    clinic.step[0].share = 300;
    CHECK_THAT(bounds_faults(clinic), contains("share: 300 must lie between 0 and 1\n"));
    clinic.step[0].share = -0.5;
    CHECK_THAT(bounds_faults(clinic), contains("share: -0.5 must lie between 0 and 1\n"));
    CHECK(bounds_faults(sample()).empty());
    clinic = sample();
    clinic.discount_rate = 1.0; // a bound itself is allowed
    CHECK(bounds_faults(clinic).empty());
}
