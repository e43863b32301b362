// SPDX-License-Identifier: MIT
// Quantities: 14 * minutes, 40_000 * gbp, 9 / hours.
#include <cmath>

#include <fmt/format.h>
#include <pathecon/base/contract.hpp>
#include <pathecon/units/codec.hpp>
#include <pathecon/units/format.hpp>
#include <pybind11/operators.h>

#include "core.hpp"
#include "value.hpp"

namespace pathecon::python {

namespace {

using units::Duration;
using units::Money;
using units::Rate;

/// Reads a quantity as files do.
template <class Q>
Q read(py::handle object)
{
    return base::decode<Q>(to_value(object));
}

/// Works with a number that Python gives, which may be none that a quantity can have.
template <class Q, class Make>
Q checked(Make const& make, double number, char const* doing)
{
    try {
        if (std::isfinite(number)) return make();
    } catch (base::ContractViolation const&) {
    }
    throw py::value_error{fmt::format("cannot {} {}: what comes out is no {} that can be counted", doing, number,
                                      py::str(py::type::of<Q>().attr("__name__")).template cast<std::string>())};
}

/// Adds what all quantities share.
template <class Q>
py::class_<Q> bind_quantity(py::module_& module, std::string const& name, char const* sentence)
{
    py::class_<Q> type{module, name.c_str(), sentence};
    auto const typed = [&](std::string_view pattern) {
        std::string text{pattern};
        for (auto at = text.find('@'); at != std::string::npos; at = text.find('@')) text.replace(at, 1, name);
        return text;
    };
    type.def(py::init(&read<Q>), py::arg("text"), "__init__(self, text: str | typing.Any) -> None")
        .def(
            "__mul__", [](Q a, double factor) { return checked<Q>([&] { return a * factor; }, factor, "multiply by"); }, py::is_operator(),
            typed("__mul__(self, factor: float) -> @").c_str())
        .def(
            "__rmul__", [](Q a, double factor) { return checked<Q>([&] { return a * factor; }, factor, "multiply by"); }, py::is_operator(),
            typed("__rmul__(self, factor: float) -> @").c_str())
        .def(
            "__add__", [](Q a, Q b) { return a + b; }, py::is_operator(), typed("__add__(self, other: @) -> @").c_str())
        .def(
            "__sub__", [](Q a, Q b) { return a - b; }, py::is_operator(), typed("__sub__(self, other: @) -> @").c_str())
        .def(
            "__truediv__", [](Q a, Q b) { return a / b; }, py::is_operator(),
            typed("__truediv__(self, other: @) -> float").c_str())
        .def(
            "__truediv__", [](Q a, double divisor) { return checked<Q>([&] { return a / divisor; }, divisor, "divide by"); }, py::is_operator(),
            typed("__truediv__(self, divisor: float) -> @").c_str())
        .def(
            "__eq__", [](Q a, Q b) { return a == b; }, py::is_operator(), "__eq__(self, other: object) -> bool")
        .def(
            "__lt__", [](Q a, Q b) { return a < b; }, py::is_operator(),
            typed("__lt__(self, other: @) -> bool").c_str())
        .def(
            "__le__", [](Q a, Q b) { return a <= b; }, py::is_operator(),
            typed("__le__(self, other: @) -> bool").c_str())
        .def(
            "__gt__", [](Q a, Q b) { return a > b; }, py::is_operator(),
            typed("__gt__(self, other: @) -> bool").c_str())
        .def(
            "__ge__", [](Q a, Q b) { return a >= b; }, py::is_operator(),
            typed("__ge__(self, other: @) -> bool").c_str())
        .def(
            "__bool__", [](Q a) { return a != Q{}; }, "__bool__(self) -> bool")
        .def(
            "__hash__", [](Q a) { return py::hash(py::cast(base::Scalar<Q>::number(a))); }, "__hash__(self) -> int")
        .def(
            "__str__", [](Q a) { return units::exact_text(a); }, "__str__(self) -> str")
        .def(
            "__repr__", [name](Q a) { return name + "('" + units::exact_text(a) + "')"; }, "__repr__(self) -> str")
        .def(
            "human", [](Q a) { return units::human(a); }, "human(self) -> str\n\nWrites it with few digits.")
        .def(
            "__reduce__",
            [](py::handle self) {
                return py::make_tuple(py::type::of(self), py::make_tuple(units::exact_text(self.cast<Q>())));
            },
            "__reduce__(self) -> tuple[typing.Any, ...]");
    register_encoder(type, [](py::handle self) { return base::encode(self.cast<Q>()); });
    return type;
}

template <class Q>
void add_number(py::class_<Q>& type, char const* name, double (Q::*number)() const noexcept)
{
    type.def_property_readonly(
        name, [number](Q a) { return (a.*number)(); }, (std::string{name} + "(self) -> float").c_str());
}

} // namespace

void bind_units(py::module_ module)
{
    auto duration = bind_quantity<Duration>(
        module, "Duration", "A length of time in whole microseconds: `14 * minutes`, or `Duration('14 min')`.");
    add_number(duration, "seconds", &Duration::seconds);
    add_number(duration, "minutes", &Duration::minutes);
    add_number(duration, "hours", &Duration::hours);
    add_number(duration, "days", &Duration::days);
    add_number(duration, "weeks", &Duration::weeks);
    add_number(duration, "years", &Duration::years);
    duration.def(
        "__neg__", [](Duration a) { return -a; }, py::is_operator(), "__neg__(self) -> Duration");

    auto money = bind_quantity<Money>(module, "Money", "An amount in pounds: `40_000 * gbp`, or `Money('£40,000')`.");
    add_number(money, "pounds", &Money::pounds);
    money.def(
        "__neg__", [](Money a) { return -a; }, py::is_operator(), "__neg__(self) -> Money");

    auto rate = bind_quantity<Rate>(module, "Rate",
                                    "A number of events in a length of time: `9 / hours`, or `Rate('9 per h')`.");
    add_number(rate, "per_hour", &Rate::per_hour);
    add_number(rate, "per_day", &Rate::per_day);
    add_number(rate, "per_week", &Rate::per_week);
    add_number(rate, "per_year", &Rate::per_year);

    duration.def(
        "__rtruediv__", [](Duration span, double count) { return checked<Rate>([&] { return Rate::of(count, span); }, count, "make a rate of"); }, py::is_operator(),
        "__rtruediv__(self, count: float) -> Rate");

    module.attr("seconds") = units::second;
    module.attr("minutes") = units::minute;
    module.attr("hours") = units::hour;
    module.attr("days") = units::day;
    module.attr("weeks") = units::week;
    module.attr("years") = units::year;
    module.attr("gbp") = units::pounds(1);
}

} // namespace pathecon::python
