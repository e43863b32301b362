// SPDX-License-Identifier: MIT
#include <pathecon/econ/appraisal.hpp>

#include <bit>
#include <cmath>

#include "catch.hpp"
#include "econ/typed.hpp"
#include "ledger/story.hpp"
#include <pathecon/base/codec.hpp>

using namespace pathecon;
using namespace pathecon::test;
using econ::Level;
using ledger::Kind;
using ledger::Ledger;

TEST_CASE("a tool that changes nothing and costs nothing returns 0 in every figure, bit for bit") {
    auto const prices = tariff({per_hour("consultant", 140_gbp), per_hour("admin", 33_gbp), per_event("missed", 1240_gbp, -0.5)});
    auto const book = ledger::price(runs_of({{{Year{}, Year{.films = 4000}}, {Year{}, Year{.films = 4000}}}}), prices, arms_of(reading_room()));
    auto const appraisal = econ::appraise(book, {});
    auto const& arm = appraisal.arm("with AI");
    auto const zero = [](double value) { return std::bit_cast<std::uint64_t>(value) == 0; };
    CHECK(zero(arm.outlay.mean));
    CHECK(zero(arm.qalys.mean));
    CHECK(zero(arm.npv_at_opportunity_cost.mean));
    for (auto const& at : arm.levels) {
        CHECK(zero(at.npv.mean));
        CHECK(zero(at.npv.standard_error));
        CHECK(zero(at.benefit.mean));
        CHECK(zero(at.payback.mean));
        CHECK(std::isnan(at.roi_net.mean));
    }
    for (auto const& kind : arm.consequences) CHECK(zero(kind.mean));
    for (double const flow : arm.flows) CHECK(zero(flow));
    CHECK(arm.gross_cost.mean == appraisal.comparator_gross_cost.mean);
    CHECK(arm.gross_cost.mean > 0);
    CHECK(appraisal.warnings.empty());
}

TEST_CASE("tariff plus ten per cent moves trust and ICB oppositely and leaves the net present social value the same to the bit") {
    auto const at = [](double factor) {
        auto income = per_visit("read", 50_gbp * factor);
        income.kind = Kind::transfer;
        income.payer = "ICB";
        income.payee = "trust";
        auto const prices = tariff({income, per_hour("consultant", 140_gbp), per_event("missed", 1240_gbp, -0.5)});
        Year const usual{.worked = 2500, .calendar = 2000};
        Year const now{.worked = 2433, .calendar = 1971, .films = 5123, .missed = 22, .uses = 5123};
        auto const runs = runs_of(usual, now);
        return econ::appraise(ledger::price(runs, prices, arms_of(reading_room(), {charge("use", 1.17_gbp, effect::Per::use)})), {});
    };
    auto const usual = at(1.0), raised = at(1.1);
    for (auto const& [level, name] : base::EnumNames<Level>::names)
        CHECK(std::bit_cast<std::uint64_t>(usual.arm("with AI").at(level).npv.mean) ==
              std::bit_cast<std::uint64_t>(raised.arm("with AI").at(level).npv.mean));
    auto const owner = [](econ::Appraisal const& appraisal, std::string const& name) {
        for (auto const& value : appraisal.arm("with AI").owners)
            if (value.owner == name) return value.cash.mean;
        FAIL("no owner " << name);
        return 0.0;
    };
    double const trust = owner(raised, "trust") - owner(usual, "trust"), icb = owner(raised, "ICB") - owner(usual, "ICB");
    CHECK(trust > 0);
    CHECK(trust == Approx(-icb).epsilon(1e-12));
}

TEST_CASE("a return above 300 % is shown and warned of") {
    Ledger book;
    book.add(outlay(100));
    book.add(consequence(Kind::capacity, 450, 0_s, 1_years));
    auto const appraisal = econ::appraise(book, {});
    CHECK(appraisal.arm("with tool").at(Level::capacity).roi_net.mean == Approx(450 / 1.035 / 100 - 1));
    REQUIRE(appraisal.warnings.warnings() == 1);
    CHECK_THAT(appraisal.warnings.text(), contains("PE0903") && contains("'capacity'") && contains("check before believing"));
}

TEST_CASE("a result beyond the perfect tool's is flagged by name") {
    Ledger book;
    book.arms = {"usual care", "claim", "perfect tool"};
    auto claim = consequence(Kind::capacity, 90, 0_s, 1_years);
    book.add(claim);
    auto perfect = consequence(Kind::capacity, 80, 0_s, 1_years);
    perfect.arm = 2;
    book.add(perfect);
    econ::Terms terms;
    CHECK(econ::appraise(book, terms).warnings.empty());
    terms.bound = "perfect tool";
    auto const appraisal = econ::appraise(book, terms);
    REQUIRE(appraisal.warnings.warnings() == 1);
    CHECK_THAT(appraisal.warnings.text(), contains("PE0904") && contains("'claim'") && contains("'perfect tool'"));
    claim.amount = -20;
    book.add(claim);
    CHECK(econ::appraise(book, terms).warnings.empty());
}

TEST_CASE("terms that do not fit are refused, all at once") {
    Ledger book;
    book.horizon = 5_years;
    econ::Terms terms;
    terms.horizon = 10_years;
    terms.bound = "with toll";
    try {
        static_cast<void>(econ::appraise(book, terms));
        FAIL("expected faults");
    } catch (base::InvalidInput const& fault) {
        CHECK_THAT(fault.what(), contains("PE0906") && contains("PE0907") && contains("did you mean 'with tool'"));
    }
    CHECK_THROWS_AS(econ::appraise(book, {}).arm("nobody"), base::InvalidInput);
}

TEST_CASE("health is valued at what society pays and at what it costs the NHS") {
    Ledger book;
    book.add(outlay(20'000));
    book.add(consequence(Kind::health, 1, 0_s, 1_years));
    auto const appraisal = econ::appraise(book, {});
    auto const& arm = appraisal.arm("with tool");
    CHECK(arm.qalys.mean == Approx(1 / 1.015));
    CHECK(arm.at(Level::health).npv.mean == Approx(70'000 / 1.015 - 20'000));
    CHECK(arm.npv_at_opportunity_cost.mean == Approx(15'000 / 1.015 - 20'000));
}

TEST_CASE("arms are set side by side, a row a figure") {
    Ledger book;
    book.add(outlay(100));
    book.add(consequence(Kind::cash, 300, 0_s, 5_years));
    auto const table = econ::comparison(econ::appraise(book, {}));
    auto const& figures = table.column<std::string>("figure");
    auto const& levels = table.column<std::string>("level");
    auto const& means = table.column<double>("mean");
    double npv = 0;
    for (std::size_t row = 0; row < table.rows(); ++row)
        if (figures[row] == "npv" && levels[row] == "cash") npv = means[row];
    CHECK(npv == econ::appraise(book, {}).arm("with tool").at(Level::cash).npv.mean);
    CHECK(table.column<std::string>("arm")[0] == "usual care");
}

TEST_CASE("terms are read from a table; an unknown key is named") {
    base::Diagnostics diagnostics;
    base::Places places;
    auto const value = base::Value::table({{"horizon", "10 years"}, {"discount_rate", "3.5 %"}, {"qaly_value", "£20,000"},
                                           {"timing", "continuous"},
                                           {"delay", base::Value::table({{"interval", "dtt"}, {"measured_on", "diagnosis to treatment"},
                                                                         {"hazard_ratio", 1.1}})}});
    auto const terms = base::decode<econ::Terms>(value, diagnostics, places, "terms");
    CHECK(diagnostics.text().empty());
    CHECK(terms.horizon == 10_years);
    CHECK(terms.discount_rate.value() == Approx(0.035));
    CHECK(terms.timing == econ::Timing::continuous);
    REQUIRE(terms.delays.size() == 1);
    CHECK(base::decode<econ::Terms>(base::encode(terms)) == terms);
    static_cast<void>(base::decode<econ::Terms>(base::Value::table({{"disount_rate", 0.035}}), diagnostics, places, "terms"));
    CHECK_THAT(diagnostics.text(), contains("did you mean 'discount_rate'"));
}
