// SPDX-License-Identifier: MIT
// Identities of discounting at 3.5 %: ln(1.035) is the force of interest, as in most discrete-event models.
#include <pathecon/econ/returns.hpp>

#include <cmath>

#include "catch.hpp"
#include "econ/typed.hpp"
#include <pathecon/econ/discount.hpp>

using namespace pathecon;
using namespace pathecon::test;
using econ::Level;
using ledger::Kind;

namespace {

double present_value(ledger::Line const& line, econ::Terms terms) {
    ledger::Ledger book;
    book.add(line);
    terms.horizon = 10_years;
    return econ::npv(book, terms, Level::cash).mean;
}

econ::Terms continuous() {
    econ::Terms terms;
    terms.timing = econ::Timing::continuous;
    return terms;
}

} // namespace

TEST_CASE("one pound a year for ten years: continuous, start of year, middle of year, end of year") {
    auto const stream = consequence(Kind::cash, 10, 0_s, 10_years);
    CHECK_THAT(present_value(stream, continuous()), within_rel(8.461311464840314, 1e-13));
    econ::Terms start;
    start.first_year = 0;
    CHECK_THAT(present_value(stream, start), within_rel(8.607686508868186, 1e-13));
    CHECK_THAT(present_value(stream, {}), within_rel(8.316605322577958, 1e-13));
    double middle = 0;
    for (int year = 0; year < 10; ++year)
        middle += present_value(consequence(Kind::cash, 1, units::years(year + 0.5), units::years(year + 0.5)), continuous());
    CHECK_THAT(middle, within_rel(8.460894245570952, 1e-13));
}

TEST_CASE("a force of 0.035 in place of ln(1.035) is wrong by 0.28 %") {
    auto terms = continuous();
    terms.discount_rate = std::expm1(0.035);
    double const wrong = present_value(consequence(Kind::cash, 10, 0_s, 10_years), terms);
    CHECK_THAT(wrong, within_rel(8.4374831508939, 1e-13));
    CHECK_THAT(1 - wrong / 8.461311464840314, within_abs(0.0028, 5e-5));
}

TEST_CASE("a stream from 2.5 to 7.25 years, and £100 at 2.5 years") {
    CHECK_THAT(present_value(consequence(Kind::cash, 4.75, 2.5_years, 7.25_years), continuous()), within_rel(4.021077852832903, 1e-13));
    CHECK_THAT(econ::continuous_factor(econ::flat_rate(0.035), 2.5, 7.25) * 4.75, within_rel(4.021077852832903, 1e-13));
    CHECK_THAT(present_value(consequence(Kind::cash, 100, 2.5_years, 2.5_years), continuous()), within_rel(91.75909583570035, 1e-13));
}
