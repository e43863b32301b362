// SPDX-License-Identifier: MIT
#pragma once

/// \file
/// A Python object becomes a value and a value a Python object: the one way in and out of the bindings.

#include <string>

#include <pathecon/base/value.hpp>
#include <pybind11/pybind11.h>

namespace pathecon::python {

namespace py = pybind11;

/// Turns an object of one bound type into the value that a file would say for it.
using Encoder = base::Value (*)(py::handle);

/// Registers the encoder of a bound type.
void register_encoder(py::handle type, Encoder encoder);

/// Turns None, bool, numbers, text, timedelta, mappings, sequences and bound objects into a value; throws TypeError for
/// anything else. A trailing underscore of a key that is a Python keyword (`from_`) is dropped.
[[nodiscard]] base::Value to_value(py::handle object);

/// Turns a value into None, bool, int, float, str, list or dict.
[[nodiscard]] py::object from_value(base::Value const& value);

/// Writes a value as a Python expression: `{'gamma': {'mean': '14 min'}}`.
[[nodiscard]] std::string expression_of(base::Value const& value);

/// Adds an underscore to a name that is a Python keyword: `from_`, `is_`.
[[nodiscard]] std::string python_name(std::string_view name);
/// Takes it off again.
[[nodiscard]] std::string field_name(std::string_view name);

} // namespace pathecon::python
