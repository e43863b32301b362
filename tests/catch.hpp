// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// Catch2, version 3 or 2, under one name: TEST_CASE, CHECK, generators, matchers and Approx.

#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
#else
#include <catch2/catch.hpp>
#endif

#include <string>

namespace pathecon::test {

#if CATCH_VERSION_MAJOR >= 3
using Approx = Catch::Approx;
#else
using Approx = Catch::Detail::Approx;
#endif

/// Matches a number within an absolute distance.
inline auto within_abs(double target, double margin) { return Catch::Matchers::WithinAbs(target, margin); }

/// Matches a number within a relative distance, as a fraction of the larger of the two.
inline auto within_rel(double target, double fraction) { return Catch::Matchers::WithinRel(target, fraction); }

/// Matches a text that contains a part.
inline auto contains(std::string const& part)
{
#if CATCH_VERSION_MAJOR >= 3
    return Catch::Matchers::ContainsSubstring(part);
#else
    return Catch::Matchers::Contains(part);
#endif
}

} // namespace pathecon::test
