// SPDX-License-Identifier: MIT
// Terms and estimates.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>
#include <pathecon/econ/estimate.hpp>
#include <pathecon/econ/terms.hpp>
#include <pathecon/units/format.hpp>

#include "core.hpp"
#include "estimate.hpp"
#include "noun.hpp"

namespace pathecon::python {

namespace {

using econ::Estimate;

char const* over_text(econ::Over over)
{
    return over == econ::Over::draws ? "draws" : over == econ::Over::replications ? "replications" : "nothing";
}

void bind_estimate(py::module_& module)
{
    py::class_<Estimate>(module, "Estimate", "A result with its range and its Monte Carlo error.")
        .def_readonly("mean", &Estimate::mean, "mean(self) -> float")
        .def_readonly("low", &Estimate::low, "low(self) -> float")
        .def_readonly("high", &Estimate::high, "high(self) -> float")
        .def_readonly("standard_error", &Estimate::standard_error, "standard_error(self) -> float")
        .def_readonly("level", &Estimate::level, "level(self) -> float")
        .def_readonly("n", &Estimate::n, "n(self) -> int")
        .def_property_readonly(
            "over", [](Estimate const& e) { return over_text(e.over); }, "over(self) -> str")
        .def(
            "__float__", [](Estimate const& e) { return e.mean; }, "__float__(self) -> float")
        .def("__str__", &text_of, "__str__(self) -> str")
        .def(
            "__repr__", [](Estimate const& e) { return "<Estimate " + text_of(e) + ">"; }, "__repr__(self) -> str");
}

} // namespace

namespace {

/// Writes a number with no digit beyond its error, three at most.
std::string known(double number, double standard_error)
{
    int digits = 3;
    if (standard_error > 0 && std::isfinite(number) && number != 0)
        digits = std::clamp(
            static_cast<int>(std::floor(std::log10(std::abs(number))) - std::floor(std::log10(standard_error))) + 1, 1,
            3);
    return units::human(number, digits);
}

} // namespace

std::string text_of(Estimate const& e)
{
    auto text = known(e.mean, e.standard_error);
    if (std::isfinite(e.low) && std::isfinite(e.high))
        text += fmt::format(" ({:.3g} % {} to {})", 100 * e.level, known(e.low, e.standard_error),
                            known(e.high, e.standard_error));
    return text;
}

void bind_econ(py::module_ module)
{
    bind_noun<econ::Terms>(module, "Terms");
    bind_estimate(module);
    bind_appraisal(module);
}

} // namespace pathecon::python
