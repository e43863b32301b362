// SPDX-License-Identifier: MIT
#pragma once

/// \file
/// The scalars of the language's own number types: double and the integers.

#include <cmath>
#include <concepts>
#include <limits>
#include <string>

#include <pathecon/base/field.hpp>
#include <pathecon/base/number.hpp>

namespace pathecon::base {

template <>
struct Scalar<double> {
    static constexpr std::string_view unit = "";
    static constexpr double low = -std::numeric_limits<double>::infinity();
    static constexpr double high = std::numeric_limits<double>::infinity();
    static constexpr double number(double value) { return value; }
    static constexpr double make(double number) { return number; }
    static std::string text(double value) { return number_text(value); }
};

template <std::integral T>
    requires(!std::same_as<T, bool>)
struct Scalar<T> {
    static constexpr std::string_view unit = "count";
    static constexpr double low = -std::numeric_limits<double>::infinity();
    static constexpr double high = std::numeric_limits<double>::infinity();
    static constexpr double number(T value) { return static_cast<double>(value); }
    /// Rounds to the nearest integer.
    static T make(double number) { return static_cast<T>(std::llround(number)); }
    static std::string text(T value) { return std::to_string(value); }
};

} // namespace pathecon::base
