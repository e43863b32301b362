// SPDX-License-Identifier: MIT
#pragma once

/// \file
/// A codec turns a value into an object and back; structs with a field table have one for free.
///
/// Instantiate the codec of a struct once, in `src/<floor>/fields.cpp`, with PATHECON_CODEC_SOURCE(T), and declare it
/// with PATHECON_CODEC_HEADER(T) beside the table, so that other sources do not compile it again.

#include <string>
#include <tuple>
#include <type_traits>

#include <pathecon/base/decode.hpp>
#include <pathecon/base/field.hpp>
#include <pathecon/base/value.hpp>

namespace pathecon::base {

/// Says whether encoding leaves out the fields that equal those of a default-constructed struct.
enum class Omit { nothing, defaults };

/// Decodes and encodes T; the primary template serves structs with a field table. A specialisation has
/// `static void decode(Value const&, T&, DecodeContext&)`, `static Value encode(T const&)` (or with an `Omit` behind)
/// and `static std::string expects()`, which completes "expected ...".
template <class T>
struct Codec {
    static_assert(HasFields<T>, "pathecon: this type needs a Fields<T> table or a Codec<T> of its own");

    static void decode(Value const& value, T& object, DecodeContext& context);
    static Value encode(T const& object, Omit omit = Omit::nothing);
    static std::string expects() { return "a table of " + std::string{Fields<T>::noun}; }
};

/// Decodes into an object, which keeps its own content where the value says nothing or is at fault.
template <class T>
void decode_into(Value const& value, T& object, DecodeContext& context)
{
    context.record(value);
    Codec<T>::decode(value, object, context);
}

/// Decodes a value; look at `diagnostics` before you use the result.
template <class T>
[[nodiscard]] T decode(Value const& value, Diagnostics& diagnostics, Places& places, std::string path = "")
{
    T object{};
    DecodeContext context{diagnostics, places, std::move(path)};
    decode_into(value, object, context);
    return object;
}

/// Decodes a value, or throws `InvalidInput` with all of its faults.
template <class T>
[[nodiscard]] T decode(Value const& value)
{
    Diagnostics diagnostics;
    Places places;
    T object = decode<T>(value, diagnostics, places);
    if (!diagnostics.ok()) throw InvalidInput{std::move(diagnostics)};
    return object;
}

/// Encodes an object; decoding the result gives it back.
template <class T>
[[nodiscard]] Value encode(T const& object, Omit omit = Omit::nothing)
{
    if constexpr (requires { Codec<T>::encode(object, omit); })
        return Codec<T>::encode(object, omit);
    else
        return Codec<T>::encode(object);
}

/// Completes "expected ..." for a type.
template <class T>
[[nodiscard]] std::string expects()
{
    return Codec<T>::expects();
}

namespace detail {

/// Collapses a table that holds only its shorthand field to that value.
[[nodiscard]] Value shorten(Value table, FieldEntry const* shorthand, Omit omit);

template <class T, class F>
void decode_field(TableReading& reading, F const& f, T& object, DecodeContext& context)
{
    if (Value const* const written = reading.claim(f)) {
        auto const scope = context.at(f.name);
        decode_into(*written, object.*(f.member), context);
    }
}

template <class T, class F>
void encode_field(Value& table, F const& f, T const& object, T const* plain, Omit omit)
{
    Value value = base::encode(object.*(f.member), omit);
    if (value.is_null()) return;
    if (plain && !f.is_required && value == base::encode(plain->*(f.member), omit)) return;
    table.set(std::string{f.name}, std::move(value));
}

} // namespace detail

template <class T>
void Codec<T>::decode(Value const& value, T& object, DecodeContext& context)
{
    std::apply(
        [&](auto const&... f) {
            FieldEntry const* const entries[] = {&f...};
            detail::TableReading reading{value, Fields<T>::noun, entries, context};
            (detail::decode_field(reading, f, object, context), ...);
            reading.finish();
        },
        Fields<T>::table);
}

template <class T>
Value Codec<T>::encode(T const& object, Omit omit)
{
    static T const plain{};
    Value table = Value::table();
    FieldEntry const* shorthand = nullptr;
    std::apply(
        [&](auto const&... f) {
            (detail::encode_field(table, f, object, omit == Omit::defaults ? &plain : nullptr, omit), ...);
            ((f.is_shorthand ? static_cast<void>(shorthand = &f) : static_cast<void>(0)), ...);
        },
        Fields<T>::table);
    return detail::shorten(std::move(table), shorthand, omit);
}

} // namespace pathecon::base

/// Declares that the codec of T is compiled elsewhere.
#define PATHECON_CODEC_HEADER(...) extern template struct pathecon::base::Codec<__VA_ARGS__>
/// Compiles the codec of T here.
#define PATHECON_CODEC_SOURCE(...) template struct pathecon::base::Codec<__VA_ARGS__>

#include <pathecon/base/codec_standard.hpp> // IWYU pragma: export
