// SPDX-License-Identifier: MIT
#include <string>

#include "catch.hpp"

#include <pathecon/base/contract.hpp>
#include <pathecon/base/hash.hpp>
#include <pathecon/base/id.hpp>
#include <pathecon/base/wide.hpp>

using namespace pathecon::base;

namespace {
int half(int n)
{
    PATHECON_EXPECTS(n % 2 == 0, "the number is even");
    return n / 2;
}
} // namespace

TEST_CASE("a broken contract names the function, the demand and the condition")
{
    CHECK(half(4) == 2);
    try {
        half(3);
        FAIL("the contract did not trip");
    } catch (ContractViolation const& violation) {
        std::string const text = violation.what();
        CHECK_THAT(text, pathecon::test::contains("half"));
        CHECK_THAT(text, pathecon::test::contains("the number is even (n % 2 == 0)"));
        CHECK(text.find(".cpp") == std::string::npos);
    }
}

TEST_CASE("an invariant trips in debug builds and costs nothing in others")
{
    int evaluated = 0;
#ifdef NDEBUG
    PATHECON_INVARIANT(++evaluated == 0);
    CHECK(evaluated == 0);
#else
    CHECK_THROWS_AS(PATHECON_INVARIANT(++evaluated == 0), ContractViolation);
    CHECK(evaluated == 1);
#endif
}

TEST_CASE("an id that was never set is no thing")
{
    struct Tag;
    CHECK_FALSE(Id<Tag>{});
    CHECK(Id<Tag>{0});
    CHECK(Id<Tag>{2} < Id<Tag>{3});
    CHECK(Id<Tag>{7}.index() == 7u);
}

TEST_CASE("a wide product keeps its high word")
{
    auto const product = multiply_wide(0xffffffffffffffffu, 0xfffffffffffffffeu);
    CHECK(product.high == 0xfffffffffffffffdu);
    CHECK(product.low == 2u);
}

TEST_CASE("a hash is the same in every release")
{
    // Worked out independently in Python from the published constants.
    CHECK(hash_text("") == 0xf52a15e9a9b5e89bu);
    CHECK(hash_text("read/takes") == 0xad968735c971ea22u);
}
