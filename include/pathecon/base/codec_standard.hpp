// SPDX-License-Identifier: MIT
#pragma once

/// \file
/// The codecs of the language's own types: bool, numbers, text, enumerations, vectors, optionals, maps and variants.

#include <array>
#include <concepts>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <pathecon/base/codec.hpp>

namespace pathecon::base {

template <>
struct Codec<bool> {
    static void decode(Value const& value, bool& object, DecodeContext& context)
    {
        detail::decode_bool(value, object, context);
    }
    static Value encode(bool object) { return object; }
    static std::string expects() { return "true or false"; }
};

template <std::integral T>
struct Codec<T> {
    static_assert(sizeof(T) < 8 || std::is_signed_v<T>, "pathecon: texts hold signed 64-bit integers");
    static void decode(Value const& value, T& object, DecodeContext& context)
    {
        using Limits = std::numeric_limits<T>;
        if (std::int64_t read = 0; detail::decode_integer(value, read, Limits::lowest(), Limits::max(), context))
            object = static_cast<T>(read);
    }
    static Value encode(T object) { return std::int64_t{object}; }
    static std::string expects() { return "a whole number"; }
};

template <>
struct Codec<double> {
    static void decode(Value const& value, double& object, DecodeContext& context)
    {
        detail::decode_real(value, object, context);
    }
    static Value encode(double object) { return object; }
    static std::string expects() { return "a number"; }
};

template <>
struct Codec<std::string> {
    static void decode(Value const& value, std::string& object, DecodeContext& context)
    {
        detail::decode_string(value, object, context);
    }
    static Value encode(std::string const& object) { return object; }
    static std::string expects() { return "a text"; }
};

/// Keeps a value as it was written.
template <>
struct Codec<Value> {
    static void decode(Value const& value, Value& object, DecodeContext&) { object = value; }
    static Value encode(Value const& object) { return object; }
    static std::string expects() { return "any value"; }
};

template <HasEnumNames E>
struct Codec<E> {
    static constexpr auto names = [] {
        std::array<std::string_view, EnumNames<E>::names.size()> found{};
        for (std::size_t i = 0; i < found.size(); ++i) found[i] = EnumNames<E>::names[i].second;
        return found;
    }();
    static void decode(Value const& value, E& object, DecodeContext& context)
    {
        if (int const i = detail::decode_name(value, names, context); i >= 0)
            object = EnumNames<E>::names[static_cast<std::size_t>(i)].first;
    }
    static Value encode(E object) { return enum_name(object); }
    static std::string expects() { return detail::one_of(names); }
};

/// Accepts a single element where a list is expected.
template <class T>
struct Codec<std::vector<T>> {
    static void decode(Value const& value, std::vector<T>& object, DecodeContext& context)
    {
        object.clear();
        detail::ElementNames names;
        auto const one = [&](Value const& element) {
            auto const scope = context.at(names.next(detail::element_key(element, key_field<T>())));
            T made{};
            decode_into(element, made, context);
            object.push_back(std::move(made));
        };
        if (auto const* items = value.items())
            for (auto const& element : *items) one(element);
        else
            one(value);
    }
    static Value encode(std::vector<T> const& object, Omit omit = Omit::nothing)
    {
        Value::List items;
        items.reserve(object.size());
        for (T const& element : object) items.push_back(base::encode(element, omit));
        return Value{std::move(items)};
    }
    static std::string expects() { return "a list, each " + base::expects<T>(); }
};

template <class T>
struct Codec<std::optional<T>> {
    static void decode(Value const& value, std::optional<T>& object, DecodeContext& context)
    {
        object.reset();
        if (!value.is_null()) Codec<T>::decode(value, object.emplace(), context);
    }
    static Value encode(std::optional<T> const& object, Omit omit = Omit::nothing)
    {
        return object ? base::encode(*object, omit) : Value{};
    }
    static std::string expects() { return base::expects<T>(); }
};

template <class T, class Order>
struct Codec<std::map<std::string, T, Order>> {
    static void decode(Value const& value, std::map<std::string, T, Order>& object, DecodeContext& context)
    {
        object.clear();
        if (auto const* entries = value.entries())
            for (auto const& entry : *entries) {
                auto const scope = context.at(entry.key);
                decode_into(entry.value, object[entry.key], context);
            }
        else
            context.mismatch(value, expects());
    }
    static Value encode(std::map<std::string, T, Order> const& object, Omit omit = Omit::nothing)
    {
        Value table = Value::table();
        for (auto const& [key, element] : object) table.set(key, base::encode(element, omit));
        return table;
    }
    static std::string expects() { return "a table whose values are each " + base::expects<T>(); }
};

/// Writes one of several structs as a table with one key, the noun of the struct: `{ scale = { by = 0.9 } }`.
template <HasFields... Ts>
struct Codec<std::variant<Ts...>> {
    using Variant = std::variant<Ts...>;
    static constexpr std::array<std::string_view, sizeof...(Ts)> nouns{Fields<Ts>::noun...};

    static void decode(Value const& value, Variant& object, DecodeContext& context)
    {
        int const chosen = detail::decode_alternative(value, nouns, context);
        if (chosen < 0) return;
        auto const noun = nouns[static_cast<std::size_t>(chosen)];
        auto const scope = context.at(noun);
        int i = 0;
        ((i++ == chosen ? decode_into(*value.find(noun), object.template emplace<Ts>(), context) : void()), ...);
    }
    static Value encode(Variant const& object, Omit omit = Omit::nothing)
    {
        return std::visit(
            [&]<class T>(T const& held) {
                return Value::table().set(std::string{Fields<T>::noun}, base::encode(held, omit));
            },
            object);
    }
    static std::string expects() { return "a table with one of " + detail::one_of(nouns); }
};

} // namespace pathecon::base
