// SPDX-License-Identifier: MIT
#pragma once

/// \file
/// The codecs and scalars of the quantities: their texts in files, and their numbers in draws and bounds.

#include <limits>
#include <string>

#include <pathecon/base/codec.hpp>
#include <pathecon/base/scalar.hpp>
#include <pathecon/units/duration.hpp>
#include <pathecon/units/money.hpp>
#include <pathecon/units/parse.hpp>
#include <pathecon/units/probability.hpp>
#include <pathecon/units/rate.hpp>
#include <pathecon/units/week.hpp>

namespace pathecon::base {

namespace detail {
template <class T>
struct QuantityCodec {
    static void decode(Value const& value, T& object, DecodeContext& context);
    static Value encode(T const& object);
    static std::string expects();
};
} // namespace detail

// clang-format off
template <> struct Codec<units::Duration> : detail::QuantityCodec<units::Duration> {};
template <> struct Codec<units::Money> : detail::QuantityCodec<units::Money> {};
template <> struct Codec<units::Rate> : detail::QuantityCodec<units::Rate> {};
template <> struct Codec<units::Probability> : detail::QuantityCodec<units::Probability> {};
template <> struct Codec<units::Weekdays> : detail::QuantityCodec<units::Weekdays> {};
// clang-format on

/// Is negative only where a field says `any_sign()`; its number is in hours.
template <>
struct Scalar<units::Duration> {
    static constexpr std::string_view unit = "h";
    static constexpr double low = 0, high = std::numeric_limits<double>::infinity();
    static constexpr double number(units::Duration value) { return value.hours(); }
    static constexpr units::Duration make(double number) { return units::hours(number); }
    static std::string text(units::Duration value) { return units::exact_text(value); }
};

/// Is negative only where a field says `any_sign()`; its number is in pounds.
template <>
struct Scalar<units::Money> {
    static constexpr std::string_view unit = "£";
    static constexpr double low = 0, high = std::numeric_limits<double>::infinity();
    static constexpr double number(units::Money value) { return value.pounds(); }
    static constexpr units::Money make(double number) { return units::pounds(number); }
    static std::string text(units::Money value) { return units::exact_text(value); }
};

/// Is never negative; its number is per hour.
template <>
struct Scalar<units::Rate> {
    static constexpr std::string_view unit = "per h";
    static constexpr double low = 0, high = std::numeric_limits<double>::infinity();
    static constexpr double number(units::Rate value) { return value.per_hour(); }
    static constexpr units::Rate make(double number) { return units::per_hour(number); }
    static std::string text(units::Rate value) { return units::exact_text(value); }
};

template <>
struct Scalar<units::Probability> {
    static constexpr std::string_view unit = "probability";
    static constexpr double low = 0, high = 1;
    static constexpr double number(units::Probability value) { return value.value(); }
    static constexpr units::Probability make(double number) { return number; }
    static std::string text(units::Probability value) { return units::exact_text(value); }
};

} // namespace pathecon::base
