// SPDX-License-Identifier: MIT
/// \file
/// What the tests of files share: a value in a few words, decoded and encoded both ways, and what is wrong with one.
#pragma once

#include <initializer_list>

#include "catch.hpp"

#include <pathecon/pathway/fields.hpp>

namespace codec {

using namespace pathecon;
using namespace pathecon::pathway;
using namespace pathecon::test;
using namespace pathecon::units::literals;
using base::Omit;
using base::Value;

inline Value table(std::initializer_list<Value::Entry> entries) { return Value::table(entries); }
inline Value list(std::initializer_list<Value> items) { return Value{Value::List(items)}; }

/// Decodes a value that has no fault, and checks that both ways of encoding it give it back.
template <class T>
T sound(Value const& value)
{
    auto const object = base::decode<T>(value);
    CHECK(base::decode<T>(base::encode(object)) == object);
    CHECK(base::decode<T>(base::encode(object, Omit::defaults)) == object);
    return object;
}

/// The same of a short form, which is what is written, too.
template <class T>
T as_written(Value const& value)
{
    auto const object = sound<T>(value);
    CHECK(base::encode(object, Omit::defaults) == value);
    return object;
}

/// The one fault that decoding a value finds.
template <class T>
base::Diagnostic only_fault(Value const& value)
{
    base::Diagnostics found;
    base::Places places;
    (void)base::decode<T>(value, found, places, "here");
    INFO(found.text());
    REQUIRE(found.all().size() == 1);
    return found.all().front();
}

} // namespace codec
