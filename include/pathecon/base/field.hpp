// SPDX-License-Identifier: MIT
#pragma once

/// \file
/// A field is one member of a plain struct with its name, unit, bounds and sentence; the table of them drives decoding,
/// checking, walking, documentation and Python keywords.
///
/// A struct gets its table by specialising `Fields` with `noun`, `sentence` and a `table`:
///
///     template <> struct pathecon::base::Fields<pathecon::pathway::Delay> {
///         static constexpr std::string_view noun = "delay", sentence = "Time that passes without a resource.";
///         static constexpr auto table = std::tuple{
///             field("name", &pathway::Delay::name, "Name of the delay, unique in the pathway.").required().key(),
///             field("takes", &pathway::Delay::takes, "How long it lasts.").required()};
///     };

#include <array>
#include <concepts>
#include <limits>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>

namespace pathecon::base {

/// Describes a field without its member.
struct FieldEntry {
    std::string_view name{}, sentence{}, unit_name{};
    bool is_required = false;   ///< The reader demands it.
    bool is_key = false;        ///< Names the element in a list and in paths; unique there.
    bool is_positional = false; ///< May be given by position in Python, in the order of the table.
    bool is_shorthand = false;  ///< A bare value in place of the table is this field.
    bool is_bounded = false;    ///< Has bounds of its own, in place of the natural ones of its type.
    bool excludes_low = false;  ///< The low bound itself is not allowed.
    double low = -std::numeric_limits<double>::infinity();
    double high = std::numeric_limits<double>::infinity();
};

/// Says how a leaf type becomes a number and back; specialised for double, the integers, the units and `Input`:
/// `number(T) -> double`, `make(double) -> T`, `text(T) -> std::string`, `unit` (a name), `low` and `high` (natural
/// bounds).
template <class T>
struct Scalar;

template <class T>
concept HasScalar = requires(T const& value) {
    {
        Scalar<T>::number(value)
    } -> std::convertible_to<double>;
};

/// Binds a `FieldEntry` to a member; each verb returns a changed copy.
template <class Struct, class Member>
struct Field : FieldEntry {
    Member Struct::*member;

    /// Demands the field of every input.
    constexpr Field required() const
    {
        return with([](Field& f) { f.is_required = true; });
    }
    /// Makes the field the name of its element.
    constexpr Field key() const
    {
        return with([](Field& f) { f.is_key = f.is_positional = true; });
    }
    /// Lets the field be given by position in Python.
    constexpr Field positional() const
    {
        return with([](Field& f) { f.is_positional = true; });
    }
    /// Lets a bare value stand for a table with this one field.
    constexpr Field shorthand() const
    {
        return with([](Field& f) { f.is_shorthand = true; });
    }
    /// Names the unit of a bare number, for documentation.
    constexpr Field unit(std::string_view name_of_unit) const
    {
        return with([&](Field& f) { f.unit_name = name_of_unit; });
    }
    /// Demands low <= value <= high; bounds are numbers or, for a field with a unit, quantities (`5_min`).
    template <class Low, class High>
    constexpr Field bounds(Low const& lowest, High const& highest) const
    {
        return with([&](Field& f) {
            f.is_bounded = true;
            f.low = bound(lowest);
            f.high = bound(highest);
        });
    }
    /// Demands value >= low.
    template <class Low>
    constexpr Field at_least(Low const& lowest) const
    {
        return bounds(lowest, std::numeric_limits<double>::infinity());
    }
    /// Demands value > 0.
    constexpr Field positive() const
    {
        return at_least(0.0).with([](Field& f) { f.excludes_low = true; });
    }
    /// Allows any finite value, where the type alone would refuse negative ones.
    constexpr Field any_sign() const { return at_least(-std::numeric_limits<double>::infinity()); }

    template <class Change>
    constexpr Field with(Change change) const
    {
        Field copy = *this;
        change(copy);
        return copy;
    }

private:
    template <class Bound>
    static constexpr double bound(Bound const& value)
    {
        if constexpr (std::is_arithmetic_v<Bound>)
            return static_cast<double>(value);
        else
            return Scalar<Bound>::number(value);
    }
};

/// Starts a field: its name in every language, its member, and a sentence for the documentation.
template <class Struct, class Member>
    requires std::is_member_object_pointer_v<Member Struct::*>
[[nodiscard]] constexpr Field<Struct, Member> field(std::string_view name, Member Struct::*member,
                                                    std::string_view sentence)
{
    Field<Struct, Member> made{FieldEntry{}, member};
    made.name = name;
    made.sentence = sentence;
    return made;
}

/// Holds the field table of a struct; specialise it in namespace `pathecon::base`.
template <class T>
struct Fields;

template <class T>
concept HasFields = requires {
    {
        Fields<T>::noun
    } -> std::convertible_to<std::string_view>;
    std::tuple_size<std::remove_cvref_t<decltype(Fields<T>::table)>>::value;
};

/// Names the values of an enumeration: `static constexpr auto names = std::array{std::pair{E::a,
/// std::string_view{"a"}}, ...};`
template <class E>
struct EnumNames;

template <class E>
concept HasEnumNames = std::is_enum_v<E> && requires { EnumNames<E>::names[0].second; };

/// Gives the name of an enumeration's value, or nothing for a value outside it.
template <HasEnumNames E>
[[nodiscard]] constexpr std::string_view enum_name(E value)
{
    for (auto const& [candidate, name] : EnumNames<E>::names)
        if (candidate == value) return name;
    return {};
}

/// Gives the field that names an element of type T, or a null pointer.
template <class T>
[[nodiscard]] constexpr FieldEntry const* key_field()
{
    FieldEntry const* found = nullptr;
    if constexpr (HasFields<T>)
        std::apply([&](auto const&... f) { ((f.is_key ? static_cast<void>(found = &f) : static_cast<void>(0)), ...); },
                   Fields<T>::table);
    return found;
}

} // namespace pathecon::base
