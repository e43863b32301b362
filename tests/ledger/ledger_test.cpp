// SPDX-License-Identifier: MIT
#include <pathecon/ledger/ledger.hpp>

#include "catch.hpp"
#include "ledger/story.hpp"
#include <pathecon/base/contract.hpp>

using namespace pathecon;
using namespace pathecon::test;
using ledger::Ledger;
using ledger::Line;

TEST_CASE("a line comes back from the ledger as it was typed") {
    Ledger book;
    book.draws = 3;
    book.left_out = 2;
    Line line;
    line.draw = 2;
    line.left_out = 1;
    line.account = ledger::Account::gross;
    line.from = 6_weeks;
    line.to = 2_years;
    line.owner = "ICB";
    line.payer = "ICB";
    line.payee = "trust";
    line.kind = ledger::Kind::transfer;
    line.outlay = true;
    line.item = "CT";
    line.resource = "scanner";
    line.tool = "Triage";
    line.unit = ledger::Unit::qaly;
    line.amount = -12.5;
    line.quantity = 4;
    line.measure = "visits";
    line.source = "audit";
    book.add(line);
    book.add(Line{});
    CHECK(book.line(0) == line);
    CHECK(book.line(1) == Line{});
    CHECK(book.size() == 2);
    auto const table = book.table();
    CHECK(table.rows() == 2);
    CHECK(table.column<std::string>("kind") == std::vector<std::string>{"transfer", "cash"});
    CHECK(table.column<double>("to_years") == std::vector<double>{2, 0});
}

TEST_CASE("a line of no arm, no draw or a span that runs backward is refused") {
    Ledger book;
    Line stray;
    stray.arm = 2;
    CHECK_THROWS_AS(book.add(stray), base::ContractViolation);
    stray = {};
    stray.draw = 1;
    CHECK_THROWS_AS(book.add(stray), base::ContractViolation);
    stray = {};
    stray.from = 1_years;
    CHECK_THROWS_AS(book.add(stray), base::ContractViolation);
    CHECK(book.size() == 0);
}

TEST_CASE("a yearly amount grows with its roll-out and then stays") {
    Ledger book;
    book.horizon = 5_years;
    effect::Rollout rollout;
    rollout.go_live = 6_weeks * (365.0 / 84);       // half a year
    rollout.ramp = 1_years;
    ledger::add_yearly(book, Line{}, 1000, 10, rollout);
    // Half a year of nothing; then a quarter of it on average, three quarters, and all of it for 3.5 years.
    REQUIRE(book.size() == 3);
    CHECK(book.line(0).from == 0.5_years);
    CHECK(book.line(0).amount == Approx(1000 * 0.5 * 0.25));
    CHECK(book.line(1).from == 1_years);
    CHECK(book.line(1).amount == Approx(1000 * 0.5 * 0.75));
    CHECK(book.line(2).from == 1.5_years);
    CHECK(book.line(2).amount == Approx(3500));
    CHECK(book.line(2).quantity == Approx(35));
}

TEST_CASE("an arm's benefits wait for its slowest tool, its harms begin with the first") {
    effect::Rollout quick, slow;
    quick.go_live = 10_weeks;
    quick.dip = 0.2;
    slow.go_live = 20_weeks;
    slow.ramp = 30_weeks;
    auto const onset = ledger::onset_of(std::vector{quick, slow});
    CHECK(onset.harms == 10_weeks);
    CHECK(onset.rollout(5).go_live == 20_weeks);
    CHECK(onset.rollout(5).ramp == 30_weeks);
    CHECK(onset.rollout(5).dip == 0.2);
    CHECK(onset.rollout(-5).go_live == 10_weeks);
    CHECK(onset.rollout(-5).ramp == 0_s);
}
