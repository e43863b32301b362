// SPDX-License-Identifier: MIT
#include <map>
#include <string>
#include <vector>

#include "catch.hpp"

#include <pathecon/base/contract.hpp>
#include <pathecon/random/evidence.hpp>
#include <pathecon/random/input.hpp>

using namespace pathecon;
using namespace pathecon::units;
using pathecon::test::contains;
using random::Evidence;
using random::Input;
using random::Prior;
using random::Status;

namespace {

struct Reading {
    std::string name;
    Input<Duration> takes{10_min};
    Input<Probability> auc{0.5};
    Input<double> ratio{1.0};
    Input<int> readers{1};
    Input<Money> price{};
    bool operator==(Reading const&) const = default;
};

struct Plan {
    std::vector<Reading> reading;
    bool operator==(Plan const&) const = default;
};

} // namespace

template <>
struct pathecon::base::Fields<Reading> {
    [[maybe_unused]] static constexpr std::string_view noun = "reading", sentence = "A reading.";
    static constexpr auto table = std::tuple{field("name", &Reading::name, "Its name.").required().key(),
                                             field("takes", &Reading::takes, "How long it lasts.").bounds(1_min, 1_h),
                                             field("auc", &Reading::auc, "Area under the curve."),
                                             field("ratio", &Reading::ratio, "A ratio."),
                                             field("readers", &Reading::readers, "Who reads.").at_least(1),
                                             field("price", &Reading::price, "What it costs.")};
};

template <>
struct pathecon::base::Fields<Plan> {
    [[maybe_unused]] static constexpr std::string_view noun = "plan", sentence = "A plan.";
    static constexpr auto table = std::tuple{field("reading", &Plan::reading, "Its readings.")};
};

namespace {

using base::Value;

Value reading(std::initializer_list<Value::Entry> entries)
{
    Value table = Value::table({{"name", "read"}});
    for (auto const& entry : entries) table.set(entry.key, entry.value);
    return table;
}

std::string faults_of(Value const& value)
{
    base::Diagnostics diagnostics;
    base::Places places;
    static_cast<void>(base::decode<Reading>(value, diagnostics, places));
    return diagnostics.text();
}

} // namespace

TEST_CASE("an input behaves as its value")
{
    Reading const r{.name = "read", .takes = 14_min, .auc = 0.88, .ratio = 2, .readers = 3, .price = 12_gbp};
    CHECK(r.takes + 1_min == 15_min);
    CHECK(r.takes * 2.0 == 28_min);
    CHECK(r.price + 3_gbp == 15_gbp);
    CHECK(r.ratio * 2 == 4.0);
    CHECK(r.takes->minutes() == 14.0);
    CHECK((*r.auc).value() == 0.88);
    CHECK_FALSE(r.takes.uncertain());
}

TEST_CASE("an input is a plain value, a sourced value or a prior, and is written back in its shortest form")
{
    Value const plain =
        reading({{"takes", "14 min"}, {"auc", 0.88}, {"ratio", 1.5}, {"readers", 2}, {"price", "£60,000"}});
    Value const sourced =
        reading({{"takes", Value::table({{"value", "14 min"}, {"source", "local audit 2025"}, {"status", "local"}})},
                 {"price", Value::table({{"value", "£60,000"}, {"price_year", 2025}, {"note", "list price"}})}});
    Value const priors =
        reading({{"takes", Value::table({{"mean", "14 min"}, {"sd", "3 min"}})},
                 {"auc", Value::table({{"mean", 0.88}, {"low", 0.84}, {"high", 0.91}, {"source", "Smith 2024"}})},
                 {"ratio", Value::table({{"mean", 1.2}, {"low", -0.5}, {"high", 3.0}, {"level", 0.9}})},
                 {"price", Value::table({{"low", "£10"}, {"high", "£20"}, {"as", "uniform"}})}});
    for (Value const& value : {plain, sourced, priors}) {
        Reading const decoded = base::decode<Reading>(value);
        CHECK(base::encode(decoded, base::Omit::defaults) == value);
        CHECK(base::decode<Reading>(base::encode(decoded)) == decoded);
    }
    Reading const r = base::decode<Reading>(priors);
    CHECK(r.takes.value == 14_min);
    CHECK(r.takes.uncertain());
    CHECK(r.takes.evidence->prior->family == random::Family::gamma);
    CHECK(r.auc.evidence->prior->family == random::Family::beta);
    CHECK(r.auc.evidence->source == "Smith 2024");
    CHECK(r.ratio.evidence->prior->family == random::Family::normal);
    CHECK(r.price.value == 15_gbp); // the mean of the range
    CHECK_FALSE(base::decode<Reading>(sourced).takes.uncertain());
    CHECK(base::decode<Reading>(sourced).takes.evidence->status == Status::local);
}

TEST_CASE("a ratio with a positive interval is lognormal about its point estimate")
{
    Reading const r =
        base::decode<Reading>(reading({{"ratio", Value::table({{"mean", 1.2}, {"low", 1.05}, {"high", 1.4}})}}));
    CHECK(r.ratio.evidence->prior->family == random::Family::lognormal);
    CHECK(r.ratio.value == 1.2);
}

TEST_CASE("a prior that cannot be is refused with the reason")
{
    CHECK_THAT(faults_of(reading({{"auc", Value::table({{"mean", 0.5}, {"sd", 0.6}})}})),
               contains("PE0111 error: auc: "));
    CHECK_THAT(
        faults_of(reading({{"takes", Value::table({{"mean", "14 min"}, {"low", "20 min"}, {"high", "10 min"}})}})),
        contains("PE0111 error: takes: "));
}

TEST_CASE("what is missing from an input, contradictory or misspelled is named")
{
    CHECK(faults_of(reading({{"auc", Value::table({{"mean", 0.9}})}})) ==
          "PE0101 error: auc: 'low' and 'high', or 'sd', are missing (a number that is not uncertain is { value = ... "
          "})\n");
    CHECK(faults_of(reading({{"auc", Value::table({{"mean", 0.9}, {"low", 0.8}})}})) ==
          "PE0101 error: auc: 'high' is missing beside 'low'\n");
    CHECK(faults_of(reading({{"auc", Value::table({{"sd", 0.1}})}})) ==
          "PE0101 error: auc: 'mean' is missing beside 'sd'\n");
    CHECK(faults_of(reading({{"auc", Value::table({{"source", "x"}})}})) ==
          "PE0101 error: auc: 'value' is missing (or 'mean' with 'low' and 'high', or with 'sd')\n");
    CHECK(faults_of(reading({{"auc", Value::table({{"value", 0.9}, {"mean", 0.9}})}})) ==
          "PE0108 error: auc: 'value' and a prior are both given, where one is expected\n");
    CHECK(faults_of(reading({{"auc", Value::table({{"mean", 0.9}, {"sd", 0.01}, {"low", 0.8}, {"high", 0.95}})}})) ==
          "PE0108 error: auc: 'sd' and an interval are both given, where one is expected\n");
    CHECK(faults_of(reading({{"auc", Value::table({{"value", 0.9}, {"sorce", "x"}, {"status", "publishd"}})}})) ==
          "PE0107 error: auc/status: 'publishd' is none of 'unstated', 'published', 'derived', 'local', 'expert' or "
          "'assumption' "
          "(did you mean 'published'?)\n"
          "PE0104 error: auc: unknown key 'sorce' (did you mean 'source'?)\n");
    CHECK(faults_of(reading({{"takes", Value::table({{"mean", 14}, {"sd", "3 min"}})}})) ==
          "PE0105 error: takes/mean: expected a duration with its unit, found 14 (14 what? write '14 min')\n");
    CHECK(faults_of(reading({{"auc", Value::table({{"mean", 0.9}, {"sd", 0.01}, {"as", "betta"}})}})) ==
          "PE0107 error: auc/as: 'betta' is none of 'beta', 'gamma', 'normal', 'lognormal', 'uniform', 'triangular' or "
          "'pert' "
          "(did you mean 'beta'?)\n");
    CHECK(faults_of(reading({{"auc", Value::table({{"value", 3.5}})}})) ==
          "PE0106 error: auc/value: a probability of 3.5 is above 1 (did you mean 3.5 %?)\n");
}

TEST_CASE("C++ writes uncertain quantities in one word")
{
    Input<Probability> const auc = random::uncertain(0.88, 0.84, 0.91);
    Input<Duration> const takes = random::uncertain(14_min, 12_min, 17_min);
    Input<double> const ratio = random::uncertain(0.8, 0.7, 0.9);
    CHECK(auc.evidence->prior->family == random::Family::beta);
    CHECK(takes.evidence->prior->family == random::Family::gamma);
    CHECK(ratio.evidence->prior->family == random::Family::lognormal);
    CHECK(takes.value == 14_min);
    CHECK(takes.sourced("audit", Status::local).uncertain());
    CHECK(takes.sourced("audit", Status::local).evidence->source == "audit");
    CHECK_THROWS_AS(random::uncertain(14_min, 20_min, 12_min), base::InvalidInput);
}

TEST_CASE("a draw depends on the input's path and nothing else of the model")
{
    Reading const uncertain{.name = "read", .takes = random::uncertain(14_min, 12_min, 17_min)};
    Reading const other{.name = "check", .takes = random::uncertain(14_min, 12_min, 17_min)};
    Plan small{{uncertain}}, large{{other, uncertain}};
    random::draw_inputs(small, "", 42, 3, 64);
    random::draw_inputs(large, "", 42, 3, 64);
    CHECK(small.reading[0].takes.value == large.reading[1].takes.value);
    CHECK(large.reading[0].takes.value != large.reading[1].takes.value);
    CHECK(small.reading[0].takes.value != 14_min);
    CHECK(small.reading[0].readers.value == 1); // what is certain is not touched
}

TEST_CASE("draw -1 gives the base values back, whatever was drawn before")
{
    Reading r{.name = "read", .auc = random::uncertain(0.88, 0.84, 0.91), .price = 5_gbp};
    Reading const base = r;
    random::draw_inputs(r, "", 7, 0, 8);
    CHECK_FALSE(r == base);
    random::draw_inputs(r, "", 7, -1, 8);
    CHECK(r == base);
    CHECK_THROWS_AS(random::draw_inputs(r, "", 7, 8, 8), base::ContractViolation);
    CHECK_THROWS_AS(random::draw_inputs(r, "", 7, -2, 8), base::ContractViolation);
}

TEST_CASE("the draws of an input follow its prior")
{
    // A Latin hypercube of 4096 strata gives the mean to far better than 0.5 %.
    constexpr int n = 4096;
    double sum = 0, below = 0;
    for (int k = 0; k < n; ++k) {
        Reading r{.name = "read", .auc = random::uncertain(0.88, 0.84, 0.91)};
        random::draw_inputs(r, "", 1, k, n);
        REQUIRE((*r.auc).valid());
        sum += (*r.auc).value();
        below += (*r.auc).value() < 0.84 ? 1 : 0;
    }
    CHECK_THAT(sum / n, pathecon::test::within_abs(0.88, 1e-5));
    CHECK(below / n > 0.01);
    CHECK(below / n < 0.04);
}

TEST_CASE("a drawn input is written as the value it has, not as its prior")
{
    Reading r{.name = "read",
              .takes = Input<Duration>{random::uncertain(14_min, 12_min, 17_min)}.sourced("audit", Status::local)};
    random::draw_inputs(r, "", 42, 3, 64);
    Value const written = *base::encode(r, base::Omit::defaults).find("takes");
    REQUIRE(written.find("value"));
    CHECK(*written.find("value") == Value{exact_text(*r.takes)});
    CHECK(*written.find("source") == Value{"audit"});
    CHECK_FALSE(written.find("mean"));
}

TEST_CASE("the list of assumptions names every input, its prior and its source")
{
    Plan const plan{{{.name = "read",
                      .takes = 14_min,
                      .auc = Input<Probability>{random::uncertain(0.88, 0.84, 0.91)}.sourced(
                          "Smith 2024", Status::published, 2024)}}};
    auto const rows = random::list_inputs(plan);
    REQUIRE(rows.size() == 5u);
    CHECK(rows[0] == random::InputRow{"reading/read/takes", "14 min", "h", "", "", "unstated", 0});
    CHECK(rows[1] == random::InputRow{"reading/read/auc", "0.88", "probability", "beta, mean 0.88, 95 % 0.84 to 0.91",
                                      "Smith 2024", "published", 2024});
    auto const table = random::to_table(rows);
    CHECK(table.rows() == 5u);
    CHECK(table.column<std::string>("source")[1] == "Smith 2024");
    CHECK(table.column<std::int32_t>("price_year")[1] == 2024);
}

TEST_CASE("the bounds of a field hold for the value of an input")
{
    Reading const r{.name = "read", .takes = 2_h, .auc = 1.5, .readers = 0, .price = -1_gbp};
    base::Diagnostics diagnostics;
    base::check_bounds(r, "reading", diagnostics);
    CHECK(diagnostics.text() == "PE0110 error: reading/takes: 2 h must lie between 1 min and 1 h\n"
                                "PE0110 error: reading/auc: 1.5 must lie between 0 and 1 (did you mean 1.5 %?)\n"
                                "PE0110 error: reading/readers: 0 must be at least 1\n"
                                "PE0110 error: reading/price: -£1 must be at least 0\n");
}
