// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <pathecon/pathway/condition.hpp>

using namespace pathecon::pathway;
using namespace pathecon::test;

namespace {

std::vector<Term> terms(std::string_view text)
{
    std::string why;
    auto const found = parse_condition(text, why);
    INFO(why);
    REQUIRE(found);
    return *found;
}

std::string why_not(std::string_view text)
{
    std::string why;
    CHECK_FALSE(parse_condition(text, why));
    return why;
}

} // namespace

TEST_CASE("a condition is terms joined by and")
{
    CHECK(terms("cancer") == std::vector<Term>{{"cancer", "", false}});
    CHECK(terms("not cancer") == std::vector<Term>{{"cancer", "", true}});
    CHECK(terms("stage = III and source != background  and not urgent") ==
          std::vector<Term>{{"stage", "III", false}, {"source", "background", true}, {"urgent", "", true}});
    CHECK(terms("stage=III and source!=lane") == std::vector<Term>{{"stage", "III", false}, {"source", "lane", true}});
}

TEST_CASE("an empty condition holds for everyone")
{
    CHECK(terms("").empty());
    CHECK(terms("  ").empty());
}

TEST_CASE("names and levels may have several words")
{
    CHECK(terms("first film  positive and stage = early disease") ==
          std::vector<Term>{{"first film positive", "", false}, {"stage", "early disease", false}});
    CHECK(terms("Triage/flag and andrology") ==
          std::vector<Term>{{"Triage/flag", "", false}, {"andrology", "", false}});
}

TEST_CASE("a condition that cannot be read says what to write in its place")
{
    CHECK_THAT(why_not("cancer or urgent"), contains("second case"));
    CHECK_THAT(why_not("cancer && urgent"), contains("'and'"));
    CHECK_THAT(why_not("stage == III"), contains("'='"));
    CHECK_THAT(why_not("(cancer)"), contains("brackets"));
    CHECK_THAT(why_not("!cancer"), contains("not name"));
    CHECK_THAT(why_not("age > 60"), contains("a term is"));
    CHECK_THAT(why_not("cancer and"), contains("missing"));
    CHECK_THAT(why_not("and cancer"), contains("missing"));
    CHECK_THAT(why_not("not"), contains("behind 'not'"));
    CHECK_THAT(why_not("not not cancer"), contains("once"));
    CHECK_THAT(why_not("not stage = III"), contains("!="));
    CHECK_THAT(why_not("stage ="), contains("level is missing"));
    CHECK_THAT(why_not("= III"), contains("name is missing"));
    CHECK_THAT(why_not("a = b = c"), contains("at most"));
}

TEST_CASE("two conditions are joined without a stray and")
{
    CHECK(both("cancer", "not urgent") == "cancer and not urgent");
    CHECK(both("", "urgent") == "urgent");
    CHECK(both("cancer", " ") == "cancer");
    CHECK(both("", "").empty());
}

TEST_CASE("a name fits a condition when it reads as itself")
{
    CHECK(why_not_in_conditions("Triage/flag").empty());
    CHECK(why_not_in_conditions("first film positive").empty());
    CHECK_FALSE(why_not_in_conditions("ill and old").empty());
    CHECK_FALSE(why_not_in_conditions("not ill").empty());
    CHECK_FALSE(why_not_in_conditions("score (new)").empty());
    CHECK_FALSE(why_not_in_conditions("a  b").empty());
}
