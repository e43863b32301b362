// SPDX-License-Identifier: MIT
#pragma once

/// \file
/// Reading gives the members of a noun to Python: numbers, texts, quantities, inputs with their evidence, tuples of
/// nouns.

#include <concepts>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <pathecon/random/input.hpp>
#include <pathecon/units/probability.hpp>
#include <pybind11/stl.h>

#include "value.hpp"

namespace pathecon::python {

/// An input as Python holds it, whatever its quantity: what a file would say.
struct AnyInput {
    base::Value content;
    friend bool operator==(AnyInput const&, AnyInput const&) = default;
};

/// Gives the class's full name, `pathecon._core.pathway.Activity`, for the types of arguments and attributes.
[[nodiscard]] inline std::string full_name(py::handle type)
{
    return py::str(type.attr("__module__")).cast<std::string>() + "." +
           py::str(type.attr("__qualname__")).cast<std::string>();
}

/// Makes a tuple whose elements can be had by name: `pathway.activity["read"]`.
[[nodiscard]] inline py::object named_tuple(py::tuple elements)
{
    return py::module_::import("pathecon.nouns").attr("Nouns")(std::move(elements));
}

/// How a type shows itself in Python: `give` makes the object, `given` and `accepted` are type expressions of an
/// attribute and of an argument. The primary template serves what has a class of its own.
template <class T>
struct Reading {
    static py::object give(T const& object) { return py::cast(object); }
    static std::string given() { return full_name(py::type::of<T>()); }
    static std::string accepted();
};

template <class T>
[[nodiscard]] py::object to_python(T const& object)
{
    return Reading<T>::give(object);
}
template <class T>
[[nodiscard]] std::string given_type()
{
    return Reading<T>::given();
}
template <class T>
[[nodiscard]] std::string accepted_type()
{
    return Reading<T>::accepted();
}

/// A table can be given in place of a noun, and a bare value in place of one with a shorthand field.
template <class T>
std::string Reading<T>::accepted()
{
    std::string accepted = given() + " | dict[str, typing.Any]";
    if constexpr (base::HasFields<T>) {
        T const* const none = nullptr;
        auto const add = [&](auto const& field) {
            if (field.is_shorthand)
                accepted += " | " + accepted_type<std::remove_cvref_t<decltype(none->*(field.member))>>();
        };
        std::apply([&](auto const&... field) { (add(field), ...); }, base::Fields<T>::table);
    }
    return accepted;
}

namespace detail {
template <class T>
struct Plain {
    static py::object give(T const& object) { return py::cast(object); }
};
} // namespace detail

template <>
struct Reading<bool> : detail::Plain<bool> {
    static std::string given() { return "bool"; }
    static std::string accepted() { return "bool"; }
};
template <std::integral T>
struct Reading<T> : detail::Plain<T> {
    static std::string given() { return "int"; }
    static std::string accepted() { return "int"; }
};
template <>
struct Reading<double> : detail::Plain<double> {
    static std::string given() { return "float"; }
    static std::string accepted() { return "float"; }
};
template <>
struct Reading<std::string> : detail::Plain<std::string> {
    static std::string given() { return "str"; }
    static std::string accepted() { return "str"; }
};
template <base::HasEnumNames E>
struct Reading<E> {
    static py::object give(E object) { return py::str{std::string{base::enum_name(object)}}; }
    static std::string given()
    {
        std::string names;
        for (auto const& entry : base::EnumNames<E>::names)
            names += (names.empty() ? "'" : ", '") + std::string{entry.second} + "'";
        return "typing.Literal[" + names + "]";
    }
    static std::string accepted() { return given(); }
};
template <>
struct Reading<units::Probability> {
    static py::object give(units::Probability object) { return py::float_{object.value()}; }
    static std::string given() { return "float"; }
    static std::string accepted() { return "float | str"; }
};
template <class Q>
    requires(std::same_as<Q, units::Duration> || std::same_as<Q, units::Money> || std::same_as<Q, units::Rate>)
struct Reading<Q> {
    static py::object give(Q const& object) { return py::cast(object); }
    static std::string given() { return full_name(py::type::of<Q>()); }
    static std::string accepted()
    {
        return given() + (std::same_as<Q, units::Duration> ? " | str | datetime.timedelta" : " | str");
    }
};

/// An input is its value, or, once it has evidence, an `Input`.
template <class T>
struct Reading<random::Input<T>> {
    static py::object give(random::Input<T> const& object)
    {
        return object.evidence ? py::cast(AnyInput{base::encode(object)}) : to_python(object.value);
    }
    static std::string given() { return given_type<T>() + " | " + full_name(py::type::of<AnyInput>()); }
    static std::string accepted()
    {
        return accepted_type<T>() + " | " + full_name(py::type::of<AnyInput>()) + " | dict[str, typing.Any]";
    }
};
template <class T>
struct Reading<std::optional<T>> {
    static py::object give(std::optional<T> const& object) { return object ? to_python(*object) : py::none{}; }
    static std::string given() { return given_type<T>() + " | None"; }
    static std::string accepted() { return accepted_type<T>(); }
};
template <class T>
struct Reading<std::vector<T>> {
    static py::object give(std::vector<T> const& object)
    {
        py::tuple elements{object.size()};
        for (std::size_t i = 0; i < object.size(); ++i) elements[i] = to_python(object[i]);
        if constexpr (base::HasFields<T>)
            return named_tuple(std::move(elements));
        else
            return elements;
    }
    static std::string given()
    {
        return base::HasFields<T> ? "pathecon.nouns.Nouns[" + given_type<T>() + "]"
                                  : "tuple[" + given_type<T>() + ", ...]";
    }
    static std::string accepted()
    {
        return "collections.abc.Sequence[" + accepted_type<T>() + "] | " + accepted_type<T>();
    }
};

/// What a number's bounds hold for: the element of an optional or a list.
template <class T>
struct LeafOf {
    using type = T;
};
template <class T>
struct LeafOf<std::optional<T>> : LeafOf<T> {};
template <class T>
struct LeafOf<std::vector<T>> : LeafOf<T> {};

} // namespace pathecon::python
