// SPDX-License-Identifier: MIT
// The extension module: each floor adds its own names.
#include <pathecon/base/version.hpp>

#include "core.hpp"

PYBIND11_MODULE(_core, module)
{
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
    bind_effect(module.def_submodule("effect", "What tools do: verbs, tools, portfolios."));
    bind_ledger(module.def_submodule("ledger", "Prices, tariffs and dated lines of money."));
    bind_health(module.def_submodule("health", "What waiting costs in survival."));
    bind_econ(module.def_submodule("econ", "Terms and appraisals."));
    bind_study(module.def_submodule("study", "Arms, studies and their runs."));
    bind_io(module.def_submodule("io", "Scenario files."));
    bind_report(module.def_submodule("report", "Results for every front-end."));
}
