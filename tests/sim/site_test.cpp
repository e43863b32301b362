// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <pathecon/pathway/site.hpp>

#include "story.hpp"

using namespace story;
using pathway::merge;

namespace {

std::string without(std::string text, std::string const& part)
{
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part)) text.erase(at, part.size());
    return text;
}

} // namespace

TEST_CASE("one site merged is the site with other names")
{
    auto const alone = clinic(at({0 * minute, 10 * minute, 15 * minute})).add(Interval{.name = "visit"});
    auto lines = read(merge("whole", {{"north", alone}})).lines();
    for (auto& line : lines) line = without(line, "north/");
    CHECK(lines == read(alone).lines());
    CHECK(lines.size() == 6);
}

TEST_CASE("patients of two sites wait for the one doctor whom the sites share, and for two when they do not")
{
    auto const north = clinic(at({0 * minute, 20 * minute})), south = clinic(at({10 * minute}));
    CHECK(read(merge("both", {{"north", north}, {"south", south}}, {"doctor"})).only(What::start) ==
          Lines{"0:00 north/patients 0 north/see", "0:30 south/patients 0 south/see", "1:00 north/patients 1 north/see"});
    CHECK(read(merge("both", {{"north", north}, {"south", south}})).only(What::start) ==
          Lines{"0:00 north/patients 0 north/see", "0:10 south/patients 0 south/see", "0:30 north/patients 1 north/see"});
}

TEST_CASE("a transfer goes on at the other site, in its queue")
{
    auto const north = clinic(at({0 * minute, 30 * minute})).add(known("urgent"));
    auto const south = clinic(at({10 * minute})).add(known("urgent"));
    CHECK(read(merge("both", {{"north", north}, {"south", south}}, {}, {{.from = "north/see", .to = "south/see"}})).only(What::start) ==
          Lines{"0:00 north/patients 0 north/see", "0:10 south/patients 0 south/see", "0:30 north/patients 1 north/see",
                "0:40 north/patients 0 south/see", "1:10 north/patients 1 south/see"});
    CHECK(read(merge("both", {{"north", north}, {"south", south}}, {},
                     {{.from = "north/see", .to = "south/see", .where = "urgent"}})).only(What::end).size() == 3);
}
