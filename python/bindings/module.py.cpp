// SPDX-License-Identifier: MIT
// The extension module: each floor adds its own names.
#include <pathecon/base/version.hpp>
#include <pybind11/pybind11.h>

PYBIND11_MODULE(_core, module)
{
    module.doc() = "The C++ core of pathecon.";
    module.attr("__version__") = pathecon::base::version();
}
