// SPDX-License-Identifier: MIT
// Prices, tariffs and the ledger.
#include <pathecon/health/delay.hpp>
#include <pathecon/io/reference.hpp>
#include <pathecon/ledger/ledger.hpp>
#include <pathecon/ledger/tariff.hpp>

#include "core.hpp"
#include "noun.hpp"
#include "table.hpp"

namespace pathecon::python {

void bind_ledger(py::module_ module)
{
    bind_noun<ledger::Price>(module, "Price");
    bind_noun<ledger::Tariff>(module, "Tariff")
        .def_static(
            "load", [](std::string const& name) { return io::load_tariff(name); }, py::arg("name"),
            "load(name: str) -> Tariff\n\nGives a tariff that is compiled in, such as 'nhs-2025'.")
        .def_static("known", &io::tariff_names, "known() -> list[str]\n\nLists the tariffs that are compiled in.");
    py::class_<ledger::Ledger>(module, "Ledger", "Every amount of a study as dated lines.")
        .def_property_readonly(
            "arms", [](ledger::Ledger const& l) { return l.arms; }, "arms(self) -> list[str]")
        .def_property_readonly(
            "warnings", [](ledger::Ledger const& l) { return l.warnings.all(); },
            "warnings(self) -> list[pathecon._core.base.Diagnostic]")
        .def(
            "lines", [](ledger::Ledger const& l) { return frame_of(l.table()); },
            "lines(self) -> typing.Any\n\nGives the lines as a DataFrame.")
        .def("__len__", &ledger::Ledger::size, "__len__(self) -> int");
}

void bind_health(py::module_ module) { bind_noun<health::Delay>(module, "Delay"); }

} // namespace pathecon::python
