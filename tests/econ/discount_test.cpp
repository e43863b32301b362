// SPDX-License-Identifier: MIT
#include <pathecon/econ/discount.hpp>

#include <cmath>

#include "catch.hpp"

using namespace pathecon;
using namespace pathecon::test;
using namespace pathecon::units::literals;

TEST_CASE("the first year of operation is year 1, or year 0 when the terms say so; continuous is in between") {
    econ::Terms terms;
    auto const rates = econ::flat_rate(0.035);
    auto const first = [&] { return econ::year_parts(terms, rates, 0_s, 1_years).at(0).factor; };
    CHECK(first() == Approx(1 / 1.035));
    terms.first_year = 0;
    CHECK(first() == 1);
    terms.timing = econ::Timing::continuous;
    CHECK(first() == Approx(0.983).margin(0.0005));
}

TEST_CASE("what is paid at time 0 is not discounted, whatever the timing") {
    econ::Terms terms;
    for (auto const timing : {econ::Timing::year_index, econ::Timing::continuous})
        for (int const first_year : {0, 1}) {
            terms.timing = timing;
            terms.first_year = first_year;
            auto const parts = econ::year_parts(terms, econ::flat_rate(0.035), 0_s, 0_s);
            REQUIRE(parts.size() == 1);
            CHECK(parts[0].year == 0);
            CHECK(parts[0].factor == 1);
        }
}

TEST_CASE("a span is cut at the years and at the horizon") {
    econ::Terms terms;
    terms.horizon = 3_years;
    auto const parts = econ::year_parts(terms, econ::flat_rate(0.035), 0.5_years, 4.5_years);
    REQUIRE(parts.size() == 3);
    CHECK(parts[0].share == 0.125);
    CHECK(parts[1].share == 0.25);
    CHECK(parts[2].share == 0.25);
    CHECK(parts[2].year == 3);
    CHECK(econ::year_parts(terms, econ::flat_rate(0.035), 4_years, 4_years).empty());
}

TEST_CASE("rates that step are integrated piecewise") {
    auto const rates = econ::green_book_2026(econ::Series::standard);
    double const before = econ::continuous_factor(rates, 29, 30), after = econ::continuous_factor(rates, 30, 31);
    CHECK(econ::continuous_factor(rates, 29, 31) == Approx((before + after) / 2).epsilon(1e-13));
    CHECK(econ::continuous_factor(rates, 31, 31) == Approx(econ::factor(rates, 31)).epsilon(1e-13));
    CHECK(econ::continuous_factor(rates, 130.5, 130.5) ==
          Approx(econ::factor(rates, 130) / std::sqrt(1.02)).epsilon(1e-13));
    CHECK(econ::continuous_factor(econ::flat_rate(0), 2, 7) == 1);
}

TEST_CASE("a declining schedule goes with the rates it starts at, and an appraisal counts whole years") {
    econ::Terms terms;
    CHECK(econ::faults_of(terms).ok());
    terms.schedule = econ::Schedule::green_book_2026;
    CHECK(econ::faults_of(terms).ok());
    terms.discount_rate = 0.03;
    terms.health_discount_rate = 0.035;
    terms.horizon = 18_weeks;
    auto const found = econ::faults_of(terms);
    CHECK(found.errors() == 3);
    CHECK_THAT(found.text(), contains("terms/discount_rate") && contains("terms/health_discount_rate") && contains("terms/horizon"));
}
