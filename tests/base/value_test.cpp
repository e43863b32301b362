// SPDX-License-Identifier: MIT
#include <cmath>
#include <limits>

#include "catch.hpp"

#include <pathecon/base/contract.hpp>
#include <pathecon/base/value.hpp>

using namespace pathecon::base;

TEST_CASE("values compare by content and order, not by place")
{
    Value a = Value::table({{"x", 1}, {"y", Value::list({1, "two", 3.0})}});
    Value b = a;
    b.set_place({"s.toml", 3, 1, ""});
    CHECK(a == b);
    b.set("x", 2);
    CHECK_FALSE(a == b);
    CHECK(*b.find("x")->integer() == 2);
    CHECK_FALSE(Value{3} == Value{3.0});
    CHECK_FALSE(Value::table({{"x", 1}, {"y", 2}}) == Value::table({{"y", 2}, {"x", 1}}));
    CHECK(a.find("z") == nullptr);
    CHECK(Value{4}.find("x") == nullptr);
}

TEST_CASE("a null value grows into a table or a list, nothing else does")
{
    Value table, list;
    table.set("a", 1).set("b", 2);
    list.push(1).push(2);
    CHECK(table.entries()->size() == 2u);
    CHECK(list.items()->size() == 2u);
    CHECK_THROWS_AS(list.set("a", 1), ContractViolation);
    CHECK_THROWS_AS(Value{"text"}.push(1), ContractViolation);
}

TEST_CASE("canonical text sorts keys, keeps integers and doubles apart, and escapes")
{
    Value const value =
        Value::table({{"b", 3.0}, {"a", Value::list({1, true, Value{}, 0.1, 1e300, -0.0})}, {"q\"\n", "£ \x01"}});
    CHECK(to_json_text(value) == "{\"a\":[1,true,null,0.1,1e+300,-0.0],\"b\":3.0,\"q\\\"\\n\":\"£ \\u0001\"}");
    CHECK(to_json_text(Value::list()) == "[]");
    CHECK(to_json_text(Value::table(), KeyOrder::written, 2) == "{}");
    CHECK(to_json_text(Value::table({{"b", 1}, {"a", Value::list({2})}}), KeyOrder::written, 2) ==
          "{\n  \"b\": 1,\n  \"a\": [\n    2\n  ]\n}");
    double const inf = std::numeric_limits<double>::infinity();
    CHECK(to_json_text(Value::list({inf, -inf, std::nan("")})) == "[\"Infinity\",\"-Infinity\",\"NaN\"]");
}

TEST_CASE("the hash depends on what is said, not on the order of keys nor on places")
{
    Value const a = Value::table({{"x", 1}, {"y", 2.5}});
    CHECK(hash64(a) == hash64(Value::table({{"y", 2.5}, {"x", 1}})));
    CHECK(hash64(a) != hash64(Value::table({{"x", 1}, {"y", 2.5000000000000004}})));
    CHECK(hash64(Value{"1"}) != hash64(Value{1}));
}

TEST_CASE("a value describes itself for a message")
{
    CHECK(Value{}.describe() == "nothing");
    CHECK(Value{"14 min"}.describe() == "the text '14 min'");
    CHECK(Value{2.50}.describe() == "2.5");
    CHECK(Value{false}.describe() == "false");
    CHECK(Value::list({1, 2}).describe() == "a list of 2");
    CHECK(Value::table().describe() == "an empty table");
}
