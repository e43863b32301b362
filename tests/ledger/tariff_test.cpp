// SPDX-License-Identifier: MIT
#include <pathecon/ledger/tariff.hpp>

#include "catch.hpp"
#include "ledger/story.hpp"
#include <pathecon/base/codec.hpp>
#include <pathecon/random/evidence.hpp>

using namespace pathecon;
using namespace pathecon::test;
using ledger::Kind;

namespace {

base::Diagnostics faults(std::vector<ledger::Price> prices, pathway::Pathway const& room = reading_room()) {
    return ledger::faults_of(tariff(std::move(prices)), arms_of(room));
}

} // namespace

TEST_CASE("a price is read from a table, with the marginal price and the evidence") {
    base::Diagnostics diagnostics;
    base::Places places;
    auto const value = base::Value::table({{"item", "ct"}, {"per", "visit"}, {"amount", "£124.16"},
                                           {"marginal", base::Value::table({{"value", "£40"}, {"source", "audit"}, {"status", "local"}})},
                                           {"basis", "top_down"}, {"covers", "ct report"}, {"payer", "trust"}});
    auto const price = base::decode<ledger::Price>(value, diagnostics, places, "price");
    CHECK(diagnostics.text().empty());
    CHECK(price.item == "ct");
    CHECK(price.amount->pounds() == 124.16);
    REQUIRE(price.marginal);
    CHECK(ledger::marginal_of(price)->pounds() == 40);
    CHECK(price.marginal->evidence->source == "audit");
    CHECK(price.covers == std::vector<std::string>{"ct report"});
    CHECK(ledger::kind_of(price) == Kind::cash);
    CHECK(base::decode<ledger::Price>(base::encode(price)) == price);
}

TEST_CASE("what one fewer frees is known of hours, events and bottom-up visits, not of a top-down price") {
    CHECK(ledger::marginal_of(per_event("missed", 1240_gbp)) == 1240_gbp);
    CHECK_FALSE(ledger::marginal_of(per_visit("ct", 100_gbp)));
    auto built_up = per_visit("ct", 100_gbp);
    built_up.basis = ledger::Basis::bottom_up;
    CHECK(ledger::marginal_of(built_up) == 100_gbp);
    CHECK(ledger::marginal_of(per_hour("consultant", 140_gbp)) == 140_gbp);
}

TEST_CASE("an activity on two costing bases is refused, with three ways out") {
    auto film = per_visit("read", 45.30_gbp);
    auto const hour = per_hour("consultant", 140_gbp);
    auto const found = faults({film, hour});
    REQUIRE(found.errors() == 1);
    CHECK(has(found, 501));
    CHECK_THAT(found.text(), contains("'read'") && contains("'consultant'") && contains("marginal") && contains("bottom_up"));
    CHECK(faults({film}).ok());
    film.marginal = 5_gbp;
    CHECK(faults({film, hour}).ok());
    film.marginal.reset();
    film.basis = ledger::Basis::bottom_up;
    CHECK(faults({film, hour}).ok());
}

TEST_CASE("a top-down price that covers another step holds the time of its staff, too") {
    auto room = reading_room();
    pathway::Activity xray;
    xray.name = "x-ray";
    room.activities.push_back(xray);
    auto price = per_visit("x-ray", 45.30_gbp);
    CHECK(faults({price, per_hour("consultant", 140_gbp)}, room).ok());
    price.covers = {"read"};
    CHECK(has(faults({price, per_hour("consultant", 140_gbp)}, room), 501));
}

TEST_CASE("minutes times wage are no cash without a budget line") {
    auto claimed = per_hour("consultant", 140_gbp);
    claimed.kind = Kind::cash;
    auto const found = faults({claimed});
    REQUIRE(has(found, 502));
    CHECK_THAT(found.text(), contains("[[budget_line]]"));
    auto room = reading_room();
    room.budget_lines = {outsourcing()};
    CHECK(faults({claimed}, room).ok());
}

TEST_CASE("a budget line with a blank field is warned of, one of nobody is refused") {
    auto room = reading_room();
    room.budget_lines = {outsourcing()};
    room.budget_lines[0].baseline = 0_gbp;
    auto const blank = faults({}, room);
    CHECK(blank.ok());
    CHECK(has(blank, 505));
    room.budget_lines = {outsourcing()};
    room.budget_lines[0].group = "consultants";
    auto const nobody = faults({}, room);
    CHECK(has(nobody, 506));
    CHECK_THAT(nobody.text(), contains("did you mean 'consultant'"));
}

TEST_CASE("a budget line of an item needs to know what one fewer frees") {
    auto room = reading_room();
    room.budget_lines = {outsourcing()};
    room.budget_lines[0].group = "read";
    auto film = per_visit("read", 45.30_gbp);
    CHECK(has(faults({film}, room), 507));
    film.marginal = 5_gbp;
    CHECK(faults({film}, room).ok());
}

TEST_CASE("a price says something, once, and a transfer says who is paid") {
    auto nothing = per_visit("read", 0_gbp);
    CHECK(has(faults({nothing}), 508));
    nothing.amount = nothing.amount.sourced("it is in the price of the scan", random::Status::assumption);
    CHECK(faults({nothing}).ok());
    CHECK(has(faults({per_visit("read", 1_gbp), per_visit("read", 2_gbp)}), 511));
    auto income = per_visit("read", 50_gbp);
    income.kind = Kind::transfer;
    CHECK(has(faults({income}), 510));
    income.payer = "ICB";
    income.payee = "trust";
    CHECK(faults({income, per_visit("read", 2_gbp)}).ok());
    auto health = per_event("missed", 10_gbp);
    health.kind = Kind::health;
    CHECK(has(faults({health}), 512));
}

TEST_CASE("a price of something that no arm has is fine, a misspelt one is warned of") {
    CHECK(faults({per_hour("nurse_band7", 73_gbp)}).empty());
    auto const found = faults({per_hour("consultent", 140_gbp)});
    CHECK(found.ok());
    CHECK(has(found, 509));
}

TEST_CASE("prices of another year are warned of") {
    auto prices = tariff({per_hour("consultant", 140_gbp)});
    prices.price_year = 2025;
    prices.prices[0].amount = random::Input<units::Money>{140_gbp}.sourced("survey", random::Status::published, 2019);
    CHECK(has(ledger::faults_of(prices, arms_of(reading_room())), 513));
    prices.prices.clear();
    auto licence = charge("licence", 60'000_gbp, effect::Per::year);
    licence.price_year = 2025;
    CHECK(ledger::faults_of(prices, arms_of(reading_room(), {licence})).empty());
    licence.price_year = 2023;
    CHECK(has(ledger::faults_of(prices, arms_of(reading_room(), {licence})), 513));
}
