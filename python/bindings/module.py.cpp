// SPDX-License-Identifier: MIT
// The extension module: each floor adds its own names.
#include <pathecon/base/version.hpp>

#include "core.hpp"

PYBIND11_MODULE(_core, module) {
    using namespace pathecon::python;
    namespace py = pybind11;

    module.doc() = "The C++ core of pathecon.";
    module.attr("__version__") = pathecon::base::version();
    // Docstrings are written here, from the field tables: they begin with the signature.
    py::options options;
    options.disable_function_signatures();
    options.disable_enum_members_docstring();

    bind_base(module.def_submodule("base", "Diagnostics and tables."));
    bind_units(module.def_submodule("units", "Durations, money and rates."));
    bind_random(module.def_submodule("random", "Inputs with the evidence for them."));
    bind_pathway(module.def_submodule("pathway", "The plain-data language of a pathway."));
}
