// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <pathecon/base/version.hpp>

#include <algorithm>

TEST_CASE("the version has three parts", "[base]")
{
    auto const version = pathecon::base::version();
    CHECK(std::count(version.begin(), version.end(), '.') == 2);
    CHECK(version.front() != '.');
    CHECK(version.back() != '.');
}
