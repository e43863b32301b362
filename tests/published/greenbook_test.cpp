// SPDX-License-Identifier: MIT
// The Green Book's discount factors of February 2026, as tabulated in the Department for Transport's TAG, 16 April 2026.
#include <pathecon/econ/discount.hpp>

#include <utility>

#include "catch.hpp"

using namespace pathecon;
using namespace pathecon::test;

TEST_CASE("Green Book 2026: the standard discount factors to six digits") {
    auto const rates = econ::green_book_2026(econ::Series::standard);
    std::pair<int, double> const published[]{
        {0, 1},         {1, .966184},   {2, .933511},   {3, .901943},   {5, .841973},   {10, .708919},  {20, .502566}, {30, .356278},
        {31, .345901}, {40, .265105}, {60, .146782}, {75, .094214}, {76, .091916}, {100, .050818}, {125, .027411}};
    for (auto const& [year, factor] : published) CHECK_THAT(econ::factor(rates, year), within_abs(factor, 5e-7));
}

TEST_CASE("Green Book 2026: health and sensitivity series start and step where they are published to") {
    for (auto const series : {econ::Series::standard, econ::Series::health, econ::Series::sensitivity}) {
        auto const rates = econ::green_book_2026(series);
        int const steps[]{1, 31, 76, 126, 201, 301};
        REQUIRE(rates.size() == 6);
        for (std::size_t i = 0; i < 6; ++i) CHECK(rates[i].from == steps[i]);
    }
    auto const ratio = [](econ::Series series, int year) {
        auto const rates = econ::green_book_2026(series);
        return econ::factor(rates, year - 1) / econ::factor(rates, year) - 1;
    };
    std::pair<int, double> const health[]{{30, .015}, {31, .0129}, {75, .0129}, {76, .0107}, {126, .0086}, {201, .0064}, {301, .0043}};
    for (auto const& [year, rate] : health) CHECK_THAT(ratio(econ::Series::health, year), within_abs(rate, 1e-12));
    std::pair<int, double> const sensitivity[]{{30, .03}, {31, .0257}, {76, .0214}, {126, .0171}, {201, .0129}, {301, .0086}};
    for (auto const& [year, rate] : sensitivity) CHECK_THAT(ratio(econ::Series::sensitivity, year), within_abs(rate, 1e-12));
}
