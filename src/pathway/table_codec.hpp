// SPDX-License-Identifier: MIT
/// \file
/// Decoding and encoding by the field table alone, for types whose codec adds a shorter form in front.
#pragma once

#include <tuple>

#include <pathecon/base/codec.hpp>

namespace pathecon::pathway::detail {

template <class T>
void decode_table(base::Value const& value, T& object, base::DecodeContext& context)
{
    std::apply(
        [&](auto const&... f) {
            base::FieldEntry const* const entries[] = {&f...};
            base::detail::TableReading reading{value, base::Fields<T>::noun, entries, context};
            (base::detail::decode_field(reading, f, object, context), ...);
            reading.finish();
        },
        base::Fields<T>::table);
}

template <class T>
base::Value encode_table(T const& object, base::Omit omit)
{
    static T const plain{};
    base::Value table = base::Value::table();
    std::apply(
        [&](auto const&... f) {
            (base::detail::encode_field(table, f, object, omit == base::Omit::defaults ? &plain : nullptr, omit), ...);
        },
        base::Fields<T>::table);
    return table;
}

} // namespace pathecon::pathway::detail
