// SPDX-License-Identifier: MIT
#include <pathecon/econ/returns.hpp>

#include <cmath>

#include "catch.hpp"
#include "econ/typed.hpp"

using namespace pathecon;
using namespace pathecon::test;
using econ::Level;
using ledger::Kind;
using ledger::Ledger;

namespace {

econ::Terms undiscounted() {
    econ::Terms terms;
    terms.discount_rate = 0;
    terms.health_discount_rate = 0;
    return terms;
}

Ledger three_lines() {
    Ledger book;
    book.add(outlay(1.8e6));
    book.add(consequence(Kind::cash, 2.0e6, 0_s, 5_years));
    book.add(consequence(Kind::cash, 1.6e6, 0_s, 2_years));
    return book;
}

} // namespace

TEST_CASE("£3.6m back for £1.8m is a net return of 100 % and a gross ratio of 2, never one under the other's name") {
    auto const book = three_lines();
    CHECK(econ::roi_net(book, undiscounted(), Level::cash).mean == Approx(1.0).epsilon(1e-12));
    CHECK(econ::roi_gross(book, undiscounted(), Level::cash).mean == Approx(2.0).epsilon(1e-12));
    CHECK(econ::npv(book, undiscounted(), Level::cash).mean == Approx(1.8e6).epsilon(1e-12));
}

TEST_CASE("each level adds its kind to those before it; memoranda and transfers never count") {
    Ledger book;
    book.add(outlay(100));
    book.add(consequence(Kind::cash, 10, 0_s, 1_years));
    book.add(consequence(Kind::capacity, 20, 0_s, 1_years));
    book.add(consequence(Kind::health, 0.01, 0_s, 1_years));
    book.add(consequence(Kind::societal, 80, 0_s, 1_years));
    book.add(consequence(Kind::transfer, 1e6, 0_s, 1_years));
    book.add(consequence(Kind::unmonetised, 1e6, 0_s, 1_years));
    CHECK(econ::npv(book, undiscounted(), Level::cash).mean == Approx(-90));
    CHECK(econ::npv(book, undiscounted(), Level::capacity).mean == Approx(-70));
    CHECK(econ::npv(book, undiscounted(), Level::health).mean == Approx(630));
    CHECK(econ::npv(book, undiscounted(), Level::societal).mean == Approx(710));
}

TEST_CASE("a harm is a consequence, not an outlay: what it is called moves no ratio") {
    auto book = three_lines();
    auto harm = consequence(Kind::cash, -0.9e6, 0_s, 5_years);
    harm.item = "cost of recalls";
    book.add(harm);
    CHECK(econ::roi_gross(book, undiscounted(), Level::cash).mean == Approx(1.5).epsilon(1e-12));
}

TEST_CASE("without an outlay there is no return on it") {
    Ledger book;
    book.add(consequence(Kind::cash, 10, 0_s, 1_years));
    CHECK(std::isnan(econ::roi_net(book, undiscounted(), Level::cash).mean));
    CHECK(econ::npv(book, undiscounted(), Level::cash).mean == Approx(10));
}

TEST_CASE("an empty ledger is worth nothing, exactly") {
    Ledger const book;
    for (auto const level : {Level::cash, Level::capacity, Level::health, Level::societal})
        CHECK(econ::npv(book, econ::Terms{}, level).mean == 0);
    CHECK(econ::payback(book, econ::Terms{}, Level::cash).mean == 0);
}

TEST_CASE("a return is the ratio of expectations, not the mean of ratios") {
    Ledger book;
    book.draws = 2;
    for (int draw = 0; draw < 2; ++draw) {
        auto cost = outlay(draw == 0 ? 100 : 300);
        auto gain = consequence(Kind::cash, draw == 0 ? 300 : 100, 0_s, 1_years);
        cost.draw = gain.draw = draw;
        book.add(cost);
        book.add(gain);
    }
    auto const ratio = econ::roi_gross(book, undiscounted(), Level::cash);
    CHECK(ratio.mean == Approx(1.0));                   // 400 / 400; the mean of the ratios would be 1.67
    CHECK(ratio.over == econ::Over::draws);
    CHECK(ratio.n == 2);
    CHECK(ratio.low == Approx(1 / 3.0 + 0.025 * (3 - 1 / 3.0)));
    CHECK(ratio.high == Approx(3 - 0.025 * (3 - 1 / 3.0)));
}

TEST_CASE("the error of a mean over draws is their standard deviation over the root of their number") {
    Ledger book;
    book.draws = 4;
    for (int draw = 0; draw < 4; ++draw) {
        auto gain = consequence(Kind::cash, 10.0 * (draw + 1), 0_s, 1_years);
        gain.draw = draw;
        book.add(gain);
    }
    auto const value = econ::npv(book, undiscounted(), Level::cash);
    CHECK(value.mean == Approx(25));
    CHECK(value.standard_error == Approx(std::sqrt(500.0 / 3 / 4)));
}

TEST_CASE("a single draw has its error from the replications, a single replication has none") {
    auto const at = [](int left_out, double amount) {
        auto line = consequence(Kind::cash, amount, 0_s, 1_years);
        line.left_out = left_out;
        return line;
    };
    Ledger book;        // replications of 8, 10 and 12
    book.left_out = 3;
    book.add(at(-1, 10));
    book.add(at(0, 11));
    book.add(at(1, 10));
    book.add(at(2, 9));
    auto const value = econ::npv(book, undiscounted(), Level::cash);
    CHECK(value.mean == Approx(10));
    CHECK(value.over == econ::Over::replications);
    CHECK(value.standard_error == Approx(2 / std::sqrt(3.0)));
    CHECK(value.high - value.mean == Approx(4.302652730 * 2 / std::sqrt(3.0)).epsilon(1e-8));   // t, 2 degrees of freedom
    auto const alone = econ::npv(three_lines(), undiscounted(), Level::cash);
    CHECK(alone.over == econ::Over::nothing);
    CHECK(std::isnan(alone.standard_error));
}

TEST_CASE("draws that never pay back make the upper end of the payback infinite") {
    Ledger book;
    book.draws = 20;
    for (int draw = 0; draw < 20; ++draw) {
        auto cost = outlay(100);
        auto gain = consequence(Kind::cash, draw < 3 ? 50 : 500, 0_s, 5_years);
        cost.draw = gain.draw = draw;
        book.add(cost);
        book.add(gain);
    }
    auto const years = econ::payback(book, undiscounted(), Level::cash);
    CHECK(years.mean == Approx(100 / ((3 * 10 + 17 * 100) / 20.0)));
    CHECK(years.low == Approx(1));
    CHECK(std::isinf(years.high));
}

TEST_CASE("at its switching value a benefit leaves nothing over") {
    auto book = three_lines();
    book.add(consequence(Kind::capacity, 0.4e6, 0_s, 5_years));
    auto const times = econ::switching_value(book, undiscounted(), Kind::cash, Level::capacity).mean;
    CHECK(times * 3.6e6 + 0.4e6 - 1.8e6 == Approx(0).margin(1e-3));
    CHECK(std::isnan(econ::switching_value(book, undiscounted(), Kind::societal, Level::societal).mean));
}
