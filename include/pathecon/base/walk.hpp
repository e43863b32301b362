// SPDX-License-Identifier: MIT
#pragma once

/// \file
/// A walk visits every leaf of an object under the path that decoding gives it: `activity/read/takes/mean`.

#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include <pathecon/base/decode.hpp>
#include <pathecon/base/field.hpp>
#include <pathecon/base/scalar.hpp>

namespace pathecon::base {

/// Says how to walk T: `template <class Object, class Visit> static void each(Object&, std::string& path, FieldEntry
/// const&, Visit&)`, where Object is T or T const. The primary template goes through a field table, or visits a leaf.
template <class T>
struct Walk;

/// Visits every leaf as `visit(path, leaf)` or `visit(path, leaf, field entry)`; leaves of a const object are const.
template <class T, class Visit>
void walk(T& object, std::string const& path, Visit&& visit)
{
    std::string way = path;
    Walk<std::remove_const_t<T>>::each(object, way, FieldEntry{}, visit);
}

namespace detail {

/// Appends a part to a path for as long as it lives.
class PathScope {
public:
    PathScope(std::string& path, std::string_view part)
        : path_{path}
        , length_{path.size()}
    {
        if (!path.empty() && !part.empty()) path += '/';
        path += part;
    }
    ~PathScope() { path_.resize(length_); }
    PathScope(PathScope const&) = delete;
    PathScope& operator=(PathScope const&) = delete;

private:
    std::string& path_;
    std::size_t length_;
};

template <class Object, class Visit>
void walk_on(Object& object, std::string& path, FieldEntry const& entry, Visit& visit)
{
    Walk<std::remove_const_t<Object>>::each(object, path, entry, visit);
}

/// Gives the text that names an element, or nothing.
template <class T>
[[nodiscard]] std::string_view name_of(T const& element)
{
    std::string_view name;
    if constexpr (HasFields<T>)
        std::apply(
            [&](auto const&... f) {
                auto const look = [&](auto const& candidate) {
                    if constexpr (std::is_convertible_v<decltype(element.*(candidate.member)), std::string_view>)
                        if (candidate.is_key) name = element.*(candidate.member);
                };
                (look(f), ...);
            },
            Fields<T>::table);
    return name;
}

/// Holds what a check needs of a scalar, whatever its type.
struct ScalarView {
    double number, low, high;
    std::string (*text)(double);
    std::string_view unit;
};

template <HasScalar T>
[[nodiscard]] ScalarView scalar_view(T const& leaf)
{
    using S = Scalar<T>;
    return {S::number(leaf), S::low, S::high, [](double number) { return S::text(S::make(number)); }, S::unit};
}

/// Checks one number against the bounds of its field, or the natural ones of its type (PE0110).
void check_number(std::string const& path, ScalarView const& scalar, FieldEntry const& entry, Diagnostics& diagnostics);

} // namespace detail

template <class T>
struct Walk {
    template <class Object, class Visit>
    static void each(Object& object, std::string& path, FieldEntry const& entry, Visit& visit)
    {
        if constexpr (HasFields<T>)
            std::apply(
                [&](auto const&... f) {
                    auto const one = [&](auto const& g) {
                        detail::PathScope const scope{path, g.name};
                        detail::walk_on(object.*(g.member), path, g, visit);
                    };
                    (one(f), ...);
                },
                Fields<T>::table);
        else if constexpr (std::is_invocable_v<Visit&, std::string const&, Object&, FieldEntry const&>)
            visit(std::as_const(path), object, entry);
        else
            visit(std::as_const(path), object);
    }
};

template <class T>
struct Walk<std::vector<T>> {
    template <class Object, class Visit>
    static void each(Object& object, std::string& path, FieldEntry const& entry, Visit& visit)
    {
        detail::ElementNames names;
        for (auto& element : object) {
            detail::PathScope const scope{path, names.next(detail::name_of<T>(element))};
            detail::walk_on(element, path, entry, visit);
        }
    }
};

template <class T>
struct Walk<std::optional<T>> {
    template <class Object, class Visit>
    static void each(Object& object, std::string& path, FieldEntry const& entry, Visit& visit)
    {
        if (object) detail::walk_on(*object, path, entry, visit);
    }
};

template <class T, class Order>
struct Walk<std::map<std::string, T, Order>> {
    template <class Object, class Visit>
    static void each(Object& object, std::string& path, FieldEntry const& entry, Visit& visit)
    {
        for (auto& [key, element] : object) {
            detail::PathScope const scope{path, key};
            detail::walk_on(element, path, entry, visit);
        }
    }
};

template <HasFields... Ts>
struct Walk<std::variant<Ts...>> {
    template <class Object, class Visit>
    static void each(Object& object, std::string& path, FieldEntry const& entry, Visit& visit)
    {
        std::visit(
            [&](auto& held) {
                detail::PathScope const scope{path, Fields<std::remove_cvref_t<decltype(held)>>::noun};
                detail::walk_on(held, path, entry, visit);
            },
            object);
    }
};

/// Checks every number of an object: finite, and within its bounds (PE0110).
template <class T>
void check_bounds(T const& object, std::string const& path, Diagnostics& diagnostics)
{
    walk(object, path, [&](std::string const& where, auto const& leaf, FieldEntry const& entry) {
        using Leaf = std::remove_cvref_t<decltype(leaf)>;
        if constexpr (HasScalar<Leaf>) detail::check_number(where, detail::scalar_view(leaf), entry, diagnostics);
    });
}

} // namespace pathecon::base
