// SPDX-License-Identifier: MIT
#pragma once

/// \file
/// Each floor adds its names to a submodule of its own, lowest first.

#include <pybind11/pybind11.h>

namespace pathecon::python {

namespace py = pybind11;

void bind_base(py::module_ module);
void bind_units(py::module_ module);
void bind_random(py::module_ module);
void bind_pathway(py::module_ module);
void bind_values(py::module_& module);
void bind_nouns_of_patients(py::module_& module);
void bind_nouns_of_work(py::module_& module);
void bind_sites(py::module_& module);
void bind_effect(py::module_ module);
void bind_tools(py::module_& module);
void bind_ledger(py::module_ module);
void bind_health(py::module_ module);
void bind_econ(py::module_ module);
void bind_appraisal(py::module_& module);
void bind_study(py::module_ module);
void bind_result(py::module_& module);
void bind_run(py::module_& module);
void bind_replay(py::module_& module);
void bind_io(py::module_ module);
void bind_report(py::module_ module);

} // namespace pathecon::python
