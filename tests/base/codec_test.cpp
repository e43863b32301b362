// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include "base/sample.hpp"

using namespace pathecon::base;
using namespace pathecon::test;

namespace {

Value placed(Value value, int line, int column = 1)
{
    value.set_place({"s.toml", line, column, ""});
    return value;
}

Clinic sample()
{
    return {
        .title = "Chest",
        .step = {{.name = "read", .uses = {{"reader", 2}, {"room"}}, .share = 0.5, .patience = 2.0, .mood = Mood::busy},
                 {.name = "x-ray"}},
        .effects = {Faster{"read", 0.9}, Skip{"x-ray"}},
        .price = {{"scan", 12.5}},
        .weights = {1.0, 2.5},
        .discount_rate = 0.015,
        .open = false};
}

/// Decodes and gives the text of all faults.
template <class T>
std::string faults_of(Value const& value)
{
    Diagnostics diagnostics;
    Places places;
    static_cast<void>(decode<T>(value, diagnostics, places));
    return diagnostics.text();
}

} // namespace

TEST_CASE("what is encoded decodes to the same object")
{
    CHECK(decode<Clinic>(encode(sample())) == sample());
    CHECK(decode<Clinic>(encode(sample(), Omit::defaults)) == sample());
    CHECK(decode<Clinic>(encode(Clinic{}, Omit::defaults)) == Clinic{});
}

TEST_CASE("the shortest form leaves out defaults and writes a shorthand")
{
    Value const value = encode(sample(), Omit::defaults);
    CHECK(
        to_json_text(*value.find("step"), KeyOrder::written) ==
        "[{\"name\":\"read\",\"uses\":[{\"resource\":\"reader\",\"count\":2},\"room\"],\"share\":0.5,\"patience\":2.0,"
        "\"mood\":\"busy\"},{\"name\":\"x-ray\"}]");
    CHECK(encode(Clinic{}, Omit::defaults) == Value::table());
    CHECK(encode(Need{"room"}) == Value::table({{"resource", "room"}, {"count", 1}}));
}

TEST_CASE("a single value stands for a list, and a bare name for the struct it names")
{
    Step const step = decode<Step>(Value::table({{"name", "read"}, {"uses", "room"}}));
    REQUIRE(step.uses.size() == 1u);
    CHECK(step.uses[0] == Need{"room", 1});
    Clinic const clinic = decode<Clinic>(Value::table({{"step", Value::table({{"name", "read"}})}, {"weights", 3}}));
    CHECK(clinic.step.size() == 1u);
    CHECK(clinic.weights == std::vector{3.0});
}

TEST_CASE("every fault of a value is reported at once, with place, path and remedy")
{
    Value step = placed(Value::table(), 3);
    step.set("naem", placed("read", 4, 8));
    step.entries()->back().place = {"s.toml", 4, 1, ""};
    step.set("share", placed("half", 5, 9));
    step.set("mood", placed("bussy", 6, 8));
    step.set(
        "uses",
        placed(Value::list({placed(Value::table({{"resource", "room"}, {"count", placed(1.5, 7, 40)}}), 7, 9)}), 7, 8));
    Value clinic = placed(Value::table({{"step", placed(Value::list({step}), 3)}}), 1);
    clinic.set("disount_rate", placed(3.5, 12, 16));
    clinic.entries()->back().place = {"s.toml", 12, 1, ""};
    clinic.set("open", placed("yes", 13, 8));

    CHECK(faults_of<Clinic>(clinic) ==
          "s.toml:3:1 PE0101 error: step/#1/name: is missing (Name of the step, unique in the clinic.)\n"
          "s.toml:4:1 PE0104 error: step/#1: unknown key 'naem' (did you mean 'name'?)\n"
          "s.toml:5:9 PE0102 error: step/#1/share: \"half\" is not a number\n"
          "s.toml:6:8 PE0107 error: step/#1/mood: 'bussy' is none of 'calm' or 'busy' (did you mean 'busy'?)\n"
          "s.toml:7:40 PE0102 error: step/#1/uses/room/count: expected a whole number, found 1.5\n"
          "s.toml:12:1 PE0104 error: unknown key 'disount_rate' (did you mean 'discount_rate'?)\n"
          "s.toml:13:8 PE0102 error: open: expected true or false, found the text 'yes'\n");
}

TEST_CASE("an unknown key that resembles nothing lists what is known")
{
    CHECK(faults_of<Need>(Value::table({{"resource", "a"}, {"zzz", 1}})) ==
          "PE0104 error: unknown key 'zzz' (known here: count)\n");
}

TEST_CASE("a wrong kind says what was expected and what was found")
{
    CHECK(faults_of<Step>(Value{4}) == "PE0102 error: expected a table of step, found 4\n");
    CHECK(faults_of<Need>(Value::list({1})) == "PE0102 error: expected a table of use, found a list of 1\n");
    CHECK(faults_of<Need>(Value{}) == "PE0102 error: expected a table of use, found nothing\n");
    CHECK(faults_of<double>(Value{"12"}) ==
          "PE0102 error: expected a number, found the text '12' (write it without quotes: 12)\n");
    CHECK(faults_of<double>(Value{"12,00O"}) == "PE0102 error: \"12,00O\" is not a number (letter O?)\n");
    CHECK(faults_of<std::string>(Value{4}) == "PE0102 error: expected a text, found 4 (put it in quotes: \"4\")\n");
    CHECK(faults_of<std::map<std::string, double>>(Value{1}) ==
          "PE0102 error: expected a table whose values are each a number, found 1\n");
    CHECK(faults_of<Mood>(Value{true}) == "PE0102 error: expected 'calm' or 'busy', found true\n");
}

TEST_CASE("whole numbers stay in the range of their type and are never rounded")
{
    CHECK(decode<int>(Value{3.0}) == 3);
    CHECK(faults_of<std::int32_t>(Value{std::int64_t{3'000'000'000}}) ==
          "PE0102 error: 3000000000 must lie between -2147483648 and 2147483647\n");
    CHECK(faults_of<std::uint8_t>(Value{-1}) == "PE0102 error: -1 must lie between 0 and 255\n");
    CHECK(decode<std::int64_t>(Value{std::int64_t{9007199254740993}}) == 9007199254740993);
    CHECK_FALSE(faults_of<int>(Value{2.5}).empty());
    CHECK_FALSE(faults_of<std::int64_t>(Value{1e300}).empty());
}

TEST_CASE("a percentage in a text is a share")
{
    CHECK(decode<double>(Value{"3.5 %"}) == 0.035);
    CHECK(decode<double>(Value{"0.1%"}) == 0.001);
    CHECK_FALSE(faults_of<double>(Value{"%"}).empty());
}

TEST_CASE("a variant is a table with the noun of one alternative")
{
    using Change = std::variant<Faster, Skip>;
    CHECK(decode<Change>(Value::table({{"skip", Value::table({{"step", "read"}})}})) == Change{Skip{"read"}});
    CHECK(faults_of<Change>(Value::table({{"fastr", Value::table()}})) ==
          "PE0104 error: unknown key 'fastr' (did you mean 'faster'?)\n");
    CHECK(faults_of<Change>(Value{"skip"}) ==
          "PE0102 error: expected a table with one of 'faster' or 'skip', found the text 'skip'\n");
    Value const both =
        Value::table({{"skip", Value::table({{"step", "a"}})}, {"faster", Value::table({{"step", "a"}, {"by", 1}})}});
    CHECK(faults_of<Change>(both) == "PE0108 error: 'faster' and 'skip' are both given, where one is expected\n");
}

TEST_CASE("a null is no value: it serves an optional field only")
{
    CHECK_FALSE(decode<Step>(Value::table({{"name", "a"}, {"patience", Value{}}})).patience);
    CHECK(faults_of<Step>(Value::table({{"name", "a"}, {"share", Value{}}})) ==
          "PE0102 error: share: expected a number, found nothing\n");
}

TEST_CASE("decoding without diagnostics throws them all")
{
    try {
        static_cast<void>(decode<Need>(Value::table({{"resource", 1}, {"cuont", 2}})));
        FAIL("nothing was thrown");
    } catch (InvalidInput const& invalid) {
        CHECK(invalid.diagnostics().errors() == 2u);
        CHECK_THAT(invalid.what(), contains("did you mean 'count'?"));
    }
}
