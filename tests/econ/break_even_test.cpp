// SPDX-License-Identifier: MIT
#include <pathecon/econ/break_even.hpp>

#include <cmath>

#include "catch.hpp"

using namespace pathecon;
using namespace pathecon::test;
using namespace pathecon::units::literals;

TEST_CASE("a contouring plan at £10 to £15 must free 4.3 to 6.4 consultant minutes, or 8.3 to 12.5 of band 7") {
    CHECK(econ::break_even_time(10_gbp, 140_gbp).minutes() == Approx(4.3).margin(0.05));
    CHECK(econ::break_even_time(15_gbp, 140_gbp).minutes() == Approx(6.4).margin(0.05));
    CHECK(econ::break_even_time(10_gbp, 72_gbp).minutes() == Approx(8.3).margin(0.05));
    CHECK(econ::break_even_time(15_gbp, 72_gbp).minutes() == Approx(12.5).margin(0.05));
}

TEST_CASE("a voice tool at £2,400 a year for 3,150 patients must free 19.6 seconds a patient") {
    CHECK(econ::break_even_time(2400_gbp / 3150, 140_gbp).seconds() == Approx(19.6).margin(0.05));
}

TEST_CASE("a licence is met from the volume at which uses give as much; never when they give nothing") {
    CHECK(econ::break_even_volume(60'000_gbp, 4.20_gbp, 1.20_gbp) == Approx(20'000));
    CHECK(std::isinf(econ::break_even_volume(60'000_gbp, 1_gbp, 1.20_gbp)));
}

TEST_CASE("at the highest price of a use nothing is left over") {
    CHECK(econ::break_even_price(4.20_gbp, 60'000_gbp, 20'000).pounds() == Approx(1.20));
    CHECK(econ::break_even_price(4.20_gbp, 60'000_gbp, 10'000).pounds() < 0);
}
