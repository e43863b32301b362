// SPDX-License-Identifier: MIT
#pragma once

/// \file
/// A table goes to Python as a data frame whose numeric columns are views of the C++ memory.

#include <memory>

#include <pathecon/base/column.hpp>
#include <pybind11/pybind11.h>

namespace pathecon::python {

namespace py = pybind11;

/// Gives a table to Python as a pandas DataFrame; pandas is imported on first use.
[[nodiscard]] inline py::object frame_of(base::Table table)
{
    return py::module_::import("pathecon.frames").attr("frame_of")(std::make_shared<base::Table>(std::move(table)));
}

} // namespace pathecon::python
