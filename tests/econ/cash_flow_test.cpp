// SPDX-License-Identifier: MIT
#include <pathecon/econ/cash_flow.hpp>

#include <cmath>

#include "catch.hpp"

using namespace pathecon;
using namespace pathecon::test;
using Flows = std::vector<double>;

TEST_CASE("the internal rate of return is every rate at which nothing is left") {
    auto const only = [](Flows const& flows) {
        auto const rates = econ::irr(flows);
        REQUIRE(rates.size() == 1);
        return rates.front();
    };
    CHECK(only({-100, 110}) == Approx(0.10));
    CHECK(only({-100, 100}) == Approx(0.0).margin(1e-12));
    CHECK(only({-100, 90}) == Approx(-0.10));
    CHECK(only({-100, 0, 0, 800}) == Approx(1.0));
    CHECK(econ::irr(Flows{100, 50}).empty());
    CHECK(econ::irr(Flows{}).empty());
    CHECK(econ::irr(Flows{0, 0}).empty());
}

TEST_CASE("flows that turn twice have two internal rates, and both are found") {
    // -1000 (1 - 1.1 x)(1 - 1.2 x) with x = 1 / (1 + rate): 10 % and 20 %.
    auto const rates = econ::irr(Flows{-1000, 2300, -1320});
    REQUIRE(rates.size() == 2);
    CHECK(rates[0] == Approx(0.10).epsilon(1e-9));
    CHECK(rates[1] == Approx(0.20).epsilon(1e-9));
    for (double const rate : rates) CHECK(econ::npv(Flows{-1000, 2300, -1320}, rate) == Approx(0).margin(1e-6));
}

TEST_CASE("payback is linear within a year") {
    CHECK(econ::payback(Flows{-100, 40, 40, 40}) == Approx(2.5));
    CHECK(econ::payback(Flows{-100, 100}) == Approx(1));
    CHECK(econ::payback(Flows{0, 10, 10}) == 0);
    CHECK(std::isinf(econ::payback(Flows{-100, 40, 40})));
}

TEST_CASE("what is lost again is not paid back: the last crossing counts") {
    CHECK(econ::payback(Flows{-100, 150, -100, 25, 50}) == Approx(3.5));
    CHECK(std::isinf(econ::payback(Flows{-100, 150, -100})));
}

TEST_CASE("a modified rate needs a cost and a gain") {
    CHECK(econ::mirr(Flows{-100, 0, 121}, 0.035, 0.035) == Approx(0.10));
    CHECK(std::isnan(econ::mirr(Flows{100, 10}, 0.035, 0.035)));
}
