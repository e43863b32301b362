// SPDX-License-Identifier: MIT
#include "noun.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>
#include <pathecon/base/hash.hpp>

namespace pathecon::python {

namespace {

FieldBinding const* find(NounBinding const& noun, std::string_view name)
{
    for (auto const& field : noun.fields)
        if (field.entry.name == name) return &field;
    return nullptr;
}

FieldBinding const* key_of(NounBinding const& noun)
{
    for (auto const& field : noun.fields)
        if (field.entry.is_key) return &field;
    return nullptr;
}

std::vector<FieldBinding const*> positional_of(NounBinding const& noun)
{
    std::vector<FieldBinding const*> fields;
    for (auto const& field : noun.fields)
        if (field.entry.is_positional) fields.push_back(&field);
    return fields;
}

/// Refuses an object where its name is meant: `uses=pe.Resource("nurse")`.
void check_is_no_noun(NounBinding const& noun, std::string_view name, py::handle object)
{
    static constexpr std::array<std::string_view, 8> named{"Resource", "Activity", "Delay", "Fork", "Join", "Session", "Attribute", "Test"};
    auto const* const field = find(noun, name);
    if (!field || field->accepted == "typing.Any") return;
    if (PyList_Check(object.ptr()) || PyTuple_Check(object.ptr())) {
        for (auto const& item : object) check_is_no_noun(noun, name, item);
        return;
    }
    auto const type = py::type::of(object);
    auto const kind = py::str(type.attr("__name__")).cast<std::string>();
    if (std::find(named.begin(), named.end(), kind) == named.end() || field->accepted.find(kind) != std::string::npos ||
        !py::str(type.attr("__module__")).cast<std::string>().starts_with("pathecon"))
        return;
    throw py::type_error{fmt::format("{}(): '{}' takes the name of a noun, not the noun: write {}={}", noun.class_name, python_name(name),
                                     python_name(name), py::repr(object.attr("name")).cast<std::string>())};
}

/// Puts named arguments into a table; None takes a key out.
void put(NounBinding const& noun, base::Value& table, py::kwargs const& named)
{
    for (auto const& [key, object] : named) {
        auto const name = field_name(key.cast<std::string>());
        check_is_no_noun(noun, name, object);
        if (object.is_none())
            std::erase_if(*table.entries(), [&](auto const& entry) { return entry.key == name; });
        else
            table.set(name, to_value(object));
    }
}

/// Writes the default of a field, where a reader learns something from it.
std::string usual_text(FieldBinding const& field)
{
    auto const& usual = field.usual;
    if (field.entry.is_required || usual.is_null()) return {};
    if (auto const* text = usual.string()) return text->empty() ? "" : expression_of(usual);
    bool const plain = usual.is_number() || usual.boolean();
    return plain ? expression_of(usual) : "";
}

/// Takes the types off parameters written as "pathway: Pathway, arms: dict[str, Any]".
std::string names_of(std::string_view typed)
{
    std::string names;
    int depth = 0;
    bool in_name = true;
    for (char const letter : typed) {
        depth += (letter == '[') - (letter == ']');
        if (depth == 0 && letter == ':') in_name = false;
        if (depth == 0 && letter == ',') in_name = true;
        if (in_name) names += letter;
    }
    return names;
}

/// Writes the parameters: required ones without a default, positional ones first.
std::string parameters(NounBinding const& noun, bool typed, bool named_only)
{
    std::string text = named_only ? "" : typed ? noun.lead : names_of(noun.lead);
    auto const add = [&](std::string const& part) { text += (text.empty() ? "" : ", ") + part; };
    bool optional = named_only;
    auto const one = [&](FieldBinding const& field) {
        // After one that may be left out, Python wants every later positional one to have a default, too.
        if (!field.entry.is_required) optional = true;
        auto const name = python_name(field.entry.name);
        if (typed)
            add(name + ": " + field.accepted + (optional ? " | None = None" : ""));
        else
            add(name + (optional ? "=None" : ""));
    };
    if (!named_only)
        for (auto const* field : positional_of(noun)) one(*field);
    bool star = false;
    for (auto const& field : noun.fields) {
        if (field.entry.is_positional && !named_only) continue;
        if (!star) add("*");
        star = true;
        optional = named_only;
        one(field);
    }
    return text;
}

} // namespace

base::Value arguments(NounBinding const& noun, py::args const& positional, py::kwargs const& named)
{
    base::Value table = base::Value::table();
    auto const fields = positional_of(noun);
    if (positional.size() > fields.size())
        throw py::type_error{
            fmt::format("{}() takes at most {} positional argument{} but {} were given: name the others",
                        noun.class_name, fields.size(), fields.size() == 1 ? "" : "s", positional.size())};
    for (std::size_t i = 0; i < positional.size(); ++i) {
        auto const name = std::string{fields[i]->entry.name};
        if (named.contains(python_name(name)) || named.contains(name))
            throw py::type_error{fmt::format("{}() got two values for '{}'", noun.class_name, name)};
        check_is_no_noun(noun, name, positional[i]);
        if (!positional[i].is_none()) table.set(name, to_value(positional[i]));
    }
    put(noun, table, named);
    return table;
}

base::Value changed(NounBinding const& noun, py::handle self, py::kwargs const& named)
{
    base::Value table = noun.encode_fields(self, base::Omit::defaults);
    put(noun, table, named);
    return table;
}

std::string path_of(NounBinding const& noun, base::Value const& value)
{
    auto const* key = key_of(noun);
    auto const* name = key ? value.find(key->entry.name) : nullptr;
    return name && name->string() ? base::join_path(noun.noun, *name->string()) : noun.noun;
}

std::string signature(NounBinding const& noun, std::string_view function, bool named_only, std::string_view returns)
{
    auto const text = parameters(noun, true, named_only);
    return fmt::format("{}(self{}{}) -> {}", function, text.empty() ? "" : ", ", text, returns);
}

std::string document(NounBinding const& noun)
{
    std::string text = noun.sentence + "\n\nParameters\n----------\n";
    for (auto const& field : noun.fields) {
        text += python_name(field.entry.name);
        std::string facts;
        auto const add = [&](std::string const& fact) { facts += (facts.empty() ? "" : ", ") + fact; };
        if (!field.entry.unit_name.empty()) add(std::string{field.entry.unit_name});
        if (!field.bounds.empty()) add(field.bounds);
        if (auto const usual = usual_text(field); !usual.empty()) add("default " + usual);
        if (field.entry.is_required) add("required");
        text += facts.empty() ? "\n" : " : " + facts + "\n";
        text += "    " + std::string{field.entry.sentence} + "\n";
    }
    return text;
}

std::string bounds_text(base::FieldEntry const& entry, double low, double high, std::string (*text)(double))
{
    if (entry.is_bounded) low = entry.low, high = entry.high;
    if (std::isfinite(low) && std::isfinite(high)) return fmt::format("between {} and {}", text(low), text(high));
    if (std::isfinite(low) && entry.excludes_low) return low == 0 ? "positive" : "above " + text(low);
    if (std::isfinite(low)) return low == 0 ? "not negative" : "at least " + text(low);
    return {};
}

namespace {

void add_attributes(py::handle type, NounBinding const& noun)
{
    auto const property = py::module_::import("builtins").attr("property");
    for (auto const& field : noun.fields) {
        auto const name = python_name(field.entry.name);
        auto const doc = fmt::format("{}(self) -> {}\n\n{}", name, field.given, field.entry.sentence);
        py::cpp_function getter{[read = field.read](py::handle self) { return read(self); }, py::name(name.c_str()),
                                py::is_method(type), py::doc(doc.c_str())};
        type.attr(name.c_str()) = property(getter, py::none{}, py::none{}, std::string{field.entry.sentence});
    }
}

std::string text_of(NounBinding const& noun, py::handle self)
{
    auto const value = noun.encode(self, base::Omit::defaults);
    bool const by_fields = value.is_table() && (value.entries()->empty() || find(noun, value.entries()->front().key));
    if (!by_fields) return fmt::format("{}({})", noun.class_name, expression_of(value));
    std::string text;
    for (auto const& [key, content, place] : *value.entries()) {
        auto const* field = find(noun, key);
        text += text.empty() ? "" : ", ";
        if (!field || !field->entry.is_key) text += python_name(key) + "=";
        text += expression_of(content);
    }
    return fmt::format("{}({})", noun.class_name, text);
}

} // namespace

void add_members(py::handle type, NounBinding const& noun)
{
    add_attributes(type, noun);
    type.attr("__signature__") =
        py::module_::import("pathecon.nouns").attr("Signature")(parameters(noun, false, false));
    auto const method = [&](char const* name, char const* doc, auto call) {
        type.attr(name) = py::cpp_function{std::move(call), py::name(name), py::is_method(type), py::doc(doc)};
    };
    method("__repr__", "__repr__(self) -> str", [&noun](py::handle self) { return text_of(noun, self); });
    method("__eq__", "__eq__(self, other: object) -> bool", [&noun](py::handle self, py::handle other) -> py::object {
        if (!py::type::of(other).is(py::type::of(self))) return py::reinterpret_borrow<py::object>(Py_NotImplemented);
        return py::bool_{noun.equal(self, other)};
    });
    method("__hash__", "__hash__(self) -> int", [&noun](py::handle self) {
        return static_cast<std::int64_t>(base::hash64(noun.encode(self, base::Omit::defaults)) >> 2U);
    });
    method("as_dict",
           "as_dict(self) -> typing.Any\n\nGives what a file would say, without what is left at its default.",
           [&noun](py::handle self) { return from_value(noun.encode(self, base::Omit::defaults)); });
    method("__reduce__", "__reduce__(self) -> tuple[typing.Any, ...]", [&noun](py::handle self) {
        return py::make_tuple(py::module_::import("pathecon.nouns").attr("noun_of"),
                              py::make_tuple(py::type::of(self), from_value(noun.encode(self, base::Omit::defaults))));
    });
    method("__copy__", "__copy__(self) -> typing.Self", [](py::object const& self) { return self; });
    method("__deepcopy__", "__deepcopy__(self, memo: typing.Any) -> typing.Self",
           [](py::object const& self, py::handle) { return self; });
}

} // namespace pathecon::python
