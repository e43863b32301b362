// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <pathecon/effect/explain.hpp>

#include "chest_xray.hpp"

namespace pathecon::test {
using effect::Change;
using effect::changes_between;

TEST_CASE("a number that changed is told by its path, before and after")
{
    auto after = chest_xray();
    after.tests[0].sensitivity = Probability{0.82};
    auto const changes = changes_between(chest_xray(), after);
    REQUIRE(changes.size() == 1);
    CHECK(changes[0].path == "test/positive/sensitivity");
    CHECK(changes[0].before == "0.754");
    CHECK(changes[0].after == "0.82");
}

TEST_CASE("a noun that is new is one change, said as a file would say it")
{
    auto after = chest_xray();
    after.attributes.push_back({.name = "flag", .is = pathway::bernoulli(0.2)});
    auto const changes = changes_between(chest_xray(), after);
    REQUIRE(changes.size() == 1);
    CHECK(changes[0].path == "attribute/flag");
    CHECK(changes[0].before.empty());
    CHECK(changes[0].after == R"({"is":0.2,"name":"flag"})");
    auto const back = changes_between(after, chest_xray());
    REQUIRE(back.size() == 1);
    CHECK(back[0].after.empty());
}

TEST_CASE("a pathway differs from itself in nothing") { CHECK(changes_between(chest_xray(), chest_xray()).empty()); }

TEST_CASE("each change is attributed to its tool, its verb and the sources of its numbers")
{
    effect::Tool const draft{
        .name = "Draft",
        .effects = {effect::Scale{.activity = "read",
                                  .by = random::Input<double>{0.845}.sourced("Huang 2025", random::Status::published)},
                    effect::Adopt{.usage = Probability{1.0}}}};
    effect::Tool const fast{
        .name = "Fast CT",
        .effects = {effect::Shorten{.activity = "CT", .by = 0.5}, effect::Adopt{.usage = Probability{1.0}}}};
    auto const table = effect::explain(chest_xray(), {draft, fast});
    CHECK(table.names() == std::vector<std::string>{"path", "before", "after", "tool", "effect", "source"});
    auto const cell = [&](std::string const& column, std::size_t row) {
        return table.column<std::string>(column).at(row);
    };
    REQUIRE(table.rows() >= 4);
    CHECK(cell("path", 0) == "activity/read/adjustments/Draft");
    CHECK_THAT(cell("after", 0), contains("0.845"));
    CHECK(cell("tool", 0) == "Draft");
    CHECK(cell("effect", 0) == "scale");
    CHECK(cell("source", 0) == "Huang 2025");
    std::size_t const last = table.rows() - 1;
    CHECK(cell("path", last) == "remark");
    CHECK_THAT(cell("after", last), contains("opportunity cost not modelled"));
    CHECK(cell("effect", last) == "shorten");
}

} // namespace pathecon::test
