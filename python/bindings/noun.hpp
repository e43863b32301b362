// SPDX-License-Identifier: MIT
#pragma once

/// \file
/// A noun with a field table becomes a Python class: keywords in, attributes out, documented by its own table.
///
/// `bind_noun<T>(module, "Delay")` is all there is to write. The constructor goes through the decoder that reads files,
/// so that faults and messages are the same; objects are immutable, and `replace()` gives a changed copy.

#include <string>
#include <utility>
#include <vector>

#include <pathecon/base/codec.hpp>
#include <pathecon/base/walk.hpp>

#include "read.hpp"
#include "value.hpp"

namespace pathecon::python {

/// What the Python class knows of one field.
struct FieldBinding {
    base::FieldEntry entry;
    py::object (*read)(py::handle self);
    std::string accepted, given; ///< Type expressions of the argument and of the attribute.
    std::string bounds;          ///< "between 0 and 1", or nothing.
    base::Value usual;           ///< What it is when left out.
};

/// What the Python class knows of its noun; everything below works on this, once for all nouns.
struct NounBinding {
    std::string class_name, noun, sentence;
    std::vector<FieldBinding> fields;
    std::string lead; ///< Parameters that are no fields and go first: "pathway: Pathway".
    base::Value (*encode)(py::handle self, base::Omit);        ///< As a file says it.
    base::Value (*encode_fields)(py::handle self, base::Omit); ///< As a table of its fields.
    bool (*equal)(py::handle a, py::handle b);
};

/// Lays arguments out as the table that a file would hold; None means left out.
[[nodiscard]] base::Value arguments(NounBinding const& noun, py::args const& positional, py::kwargs const& named);
/// Lays the fields of an object out, with some of them changed.
[[nodiscard]] base::Value changed(NounBinding const& noun, py::handle self, py::kwargs const& named);
/// Names a noun in messages: `activity/read`.
[[nodiscard]] std::string path_of(NounBinding const& noun, base::Value const& value);
/// Writes the class's docstring: sentence and parameters.
[[nodiscard]] std::string document(NounBinding const& noun);
/// Writes the first line that the stubs are made from.
[[nodiscard]] std::string signature(NounBinding const& noun, std::string_view function, bool named_only,
                                    std::string_view returns);
/// Adds attributes, comparison and texts to the class.
void add_members(py::handle type, NounBinding const& noun);
/// Says which bounds a number has in words; `text` writes one.
[[nodiscard]] std::string bounds_text(base::FieldEntry const& entry, double low, double high,
                                      std::string (*text)(double));

/// Decodes and checks the bounds, or throws every fault at once.
template <class T>
[[nodiscard]] T decode_checked(base::Value const& value, std::string const& path)
{
    base::Diagnostics diagnostics;
    base::Places places;
    T object = base::decode<T>(value, diagnostics, places, path);
    if (diagnostics.ok()) base::check_bounds(object, path, diagnostics);
    if (!diagnostics.ok()) throw base::InvalidInput{std::move(diagnostics)};
    return object;
}

template <class T>
[[nodiscard]] base::Value encode_fields(T const& object, base::Omit omit)
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

namespace detail {

template <class T, std::size_t I>
py::object read_field(py::handle self)
{
    return to_python(self.cast<T const&>().*(std::get<I>(base::Fields<T>::table).member));
}

template <class T, std::size_t I>
FieldBinding field_binding(T const& plain)
{
    auto const& field = std::get<I>(base::Fields<T>::table);
    using Member = std::remove_cvref_t<decltype(plain.*(field.member))>;
    FieldBinding made{field,
                      &read_field<T, I>,
                      accepted_type<Member>(),
                      given_type<Member>(),
                      {},
                      base::encode(plain.*(field.member))};
    using Leaf = typename LeafOf<Member>::type;
    if constexpr (base::HasScalar<Leaf>) {
        using S = base::Scalar<Leaf>;
        made.bounds = bounds_text(field, S::low, S::high, [](double number) { return S::text(S::make(number)); });
    }
    return made;
}

template <class T, std::size_t... I>
NounBinding noun_binding(char const* name, std::index_sequence<I...>)
{
    T const plain{};
    return {name,
            std::string{base::Fields<T>::noun},
            std::string{base::Fields<T>::sentence},
            {field_binding<T, I>(plain)...},
            {},
            [](py::handle self, base::Omit omit) { return base::encode(self.cast<T const&>(), omit); },
            [](py::handle self, base::Omit omit) { return encode_fields(self.cast<T const&>(), omit); },
            [](py::handle a, py::handle b) { return a.cast<T const&>() == b.cast<T const&>(); }};
}

} // namespace detail

/// Says how a constructor and `replace()` make a noun of Python's arguments; specialised where an argument is no value.
template <class T>
struct Making {
    static T construct(NounBinding const& noun, py::args const& positional, py::kwargs const& named)
    {
        return make(noun, arguments(noun, positional, named));
    }
    static T replace(NounBinding const& noun, py::handle self, py::kwargs const& named)
    {
        return make(noun, changed(noun, self, named));
    }
    static T make(NounBinding const& noun, base::Value const& value)
    {
        return decode_checked<T>(value, path_of(noun, value));
    }
};

/// Binds a noun under a name; returns the class for further methods. `lead` are parameters that are no fields.
template <class T>
py::class_<T> bind_noun(py::handle module, char const* name, std::string lead = {})
{
    constexpr auto size = std::tuple_size_v<std::remove_cvref_t<decltype(base::Fields<T>::table)>>;
    // Kept for ever: the class's methods refer to it.
    auto& noun = *new NounBinding{detail::noun_binding<T>(name, std::make_index_sequence<size>{})};
    noun.lead = std::move(lead);
    py::class_<T> type{module, name, document(noun).c_str()};
    type.def(py::init([&noun](py::args const& positional, py::kwargs const& named) {
                 return Making<T>::construct(noun, positional, named);
             }),
             signature(noun, "__init__", false, "None").c_str());
    type.def(
        "replace", [&noun](py::handle self, py::kwargs const& named) { return Making<T>::replace(noun, self, named); },
        (signature(noun, "replace", true, noun.class_name) + "\n\nReturns a copy with some fields changed.").c_str());
    type.def_static(
        "from_dict",
        [](py::handle content) { return decode_checked<T>(to_value(content), std::string{base::Fields<T>::noun}); },
        ("from_dict(content: typing.Any) -> " + noun.class_name + "\n\nReads what a file would say.").c_str());
    register_encoder(type, [](py::handle self) { return base::encode(self.cast<T const&>(), base::Omit::defaults); });
    add_members(type, noun);
    return type;
}

} // namespace pathecon::python
