// SPDX-License-Identifier: MIT
#include "value.hpp"

#include <algorithm>
#include <array>
#include <map>

#include <datetime.h>
#include <pathecon/base/number.hpp>
#include <pathecon/units/parse.hpp>

namespace pathecon::python {

namespace {

/// Keyed by the type's address: types of an extension live as long as the interpreter.
std::map<PyObject*, Encoder>& encoders()
{
    static std::map<PyObject*, Encoder> all;
    return all;
}

constexpr std::array<std::string_view, 35> keywords{
    "False", "None",     "True",  "and",    "as",   "assert", "async",  "await",    "break",
    "class", "continue", "def",   "del",    "elif", "else",   "except", "finally",  "for",
    "from",  "global",   "if",    "import", "in",   "is",     "lambda", "nonlocal", "not",
    "or",    "pass",     "raise", "return", "try",  "while",  "with",   "yield"};

bool is_keyword(std::string_view name) { return std::find(keywords.begin(), keywords.end(), name) != keywords.end(); }

bool is_timedelta(py::handle object)
{
    if (!PyDateTimeAPI) PyDateTime_IMPORT;
    return PyDelta_Check(object.ptr());
}

base::Value value_of_timedelta(py::handle object)
{
    auto const days = std::int64_t{PyDateTime_DELTA_GET_DAYS(object.ptr())};
    auto const seconds = days * 86'400 + PyDateTime_DELTA_GET_SECONDS(object.ptr());
    return units::exact_text(
        units::Duration::from_ticks(seconds * 1'000'000 + PyDateTime_DELTA_GET_MICROSECONDS(object.ptr())));
}

base::Value value_of_number(py::handle object)
{
    if (PyIndex_Check(object.ptr())) {
        auto const whole = py::reinterpret_steal<py::object>(PyNumber_Index(object.ptr()));
        if (!whole) throw py::error_already_set{};
        auto const number = PyLong_AsLongLong(whole.ptr());
        if (number == -1 && PyErr_Occurred()) throw py::error_already_set{};
        return std::int64_t{number};
    }
    auto const number = PyFloat_AsDouble(object.ptr());
    if (number == -1.0 && PyErr_Occurred()) throw py::error_already_set{};
    return number;
}

/// Says whether an object is a number of some library (NumPy's, a Fraction), not merely convertible.
bool is_number(py::handle object)
{
    return PyFloat_Check(object.ptr()) || PyIndex_Check(object.ptr()) ||
           (PyNumber_Check(object.ptr()) && py::hasattr(object, "__float__"));
}

base::Value value_of_mapping(py::handle object)
{
    auto const entries = py::reinterpret_steal<py::list>(PyMapping_Items(object.ptr()));
    if (!entries) throw py::error_already_set{};
    base::Value table = base::Value::table();
    for (auto const& entry : entries) {
        auto const pair = py::reinterpret_borrow<py::tuple>(entry);
        if (!PyUnicode_Check(pair[0].ptr()))
            throw py::type_error{"the keys of a table are texts, found " + std::string{py::repr(pair[0])}};
        table.set(field_name(pair[0].cast<std::string>()), to_value(pair[1]));
    }
    return table;
}

base::Value value_of_sequence(py::handle object)
{
    base::Value::List items;
    for (auto const& item : py::iter(object)) items.push_back(to_value(item));
    return items;
}

} // namespace

void register_encoder(py::handle type, Encoder encoder) { encoders()[type.ptr()] = encoder; }

base::Value to_value(py::handle object)
{
    auto* const raw = object.ptr();
    if (object.is_none()) return nullptr;
    if (PyBool_Check(raw)) return raw == Py_True;
    if (PyUnicode_Check(raw)) return object.cast<std::string>();
    if (auto const known = encoders().find(reinterpret_cast<PyObject*>(Py_TYPE(raw))); known != encoders().end())
        return known->second(object);
    if (is_timedelta(object)) return value_of_timedelta(object);
    if (is_number(object)) return value_of_number(object);
    if (PyDict_Check(raw) || py::hasattr(object, "keys")) return value_of_mapping(object);
    bool const is_list = PySequence_Check(raw) || PyAnySet_Check(raw) || PyIter_Check(raw);
    if (is_list && !PyBytes_Check(raw)) return value_of_sequence(object);
    throw py::type_error{"cannot use " + std::string{py::repr(object)} + " of type " +
                         py::str(py::type::of(object).attr("__qualname__")).cast<std::string>() +
                         ": expected a number, a text, a list, a dict or an object of pathecon"};
}

py::object from_value(base::Value const& value)
{
    if (auto const* content = value.boolean()) return py::bool_{*content};
    if (auto const* content = value.integer()) return py::int_{*content};
    if (auto const* content = value.real()) return py::float_{*content};
    if (auto const* content = value.string()) return py::str{*content};
    if (auto const* content = value.items()) {
        py::list list;
        for (auto const& item : *content) list.append(from_value(item));
        return list;
    }
    if (auto const* content = value.entries()) {
        py::dict table;
        for (auto const& entry : *content) table[py::str{entry.key}] = from_value(entry.value);
        return table;
    }
    return py::none{};
}

std::string expression_of(base::Value const& value) { return py::repr(from_value(value)).cast<std::string>(); }

std::string python_name(std::string_view name) { return std::string{name} + (is_keyword(name) ? "_" : ""); }

std::string field_name(std::string_view name)
{
    auto const bare = name.ends_with('_') ? name.substr(0, name.size() - 1) : name;
    return std::string{is_keyword(bare) ? bare : name};
}

} // namespace pathecon::python
