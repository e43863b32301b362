// SPDX-License-Identifier: MIT
// Inputs: a number with the evidence for it.
#include <pathecon/random/evidence.hpp>

#include "core.hpp"
#include "read.hpp"

namespace pathecon::python {

namespace {

constexpr char const* input_doc = "Input(value=None, *, mean=None, sd=None, low=None, high=None, level=None, as_=None, "
                                  "source=None, status=None, price_year=None, note=None)\n"
                                  "--\n\n"
                                  "A number of the model together with the evidence for it.\n\n"
                                  "Give a `value`, or a prior: `mean` with `low` and `high` (its 95 % interval) or "
                                  "with `sd`; `as_` names the family (beta, "
                                  "gamma, lognormal, normal, uniform, triangular, pert), which is otherwise the one "
                                  "that suits the quantity. `status` is "
                                  "published, derived, local, expert or assumption.\n";

constexpr char const* input_signature =
    "__init__(self, value: typing.Any = None, *, mean: typing.Any = None, sd: typing.Any = None, low: typing.Any = "
    "None, "
    "high: typing.Any = None, level: float | None = None, as_: str | None = None, source: str | None = None, "
    "status: str | None = None, price_year: int | None = None, note: str | None = None) -> None";

AnyInput make_input(py::handle value, py::kwargs const& named)
{
    AnyInput made{base::Value::table()};
    if (!value.is_none()) made.content.set("value", to_value(value));
    for (auto const& [key, object] : named)
        if (!object.is_none()) made.content.set(field_name(key.cast<std::string>()), to_value(object));
    return made;
}

/// Gives what an input says under a key. A probability or a number stays a number; a quantity is its text.
py::object part(AnyInput const& input, char const* key)
{
    auto const* found = input.content.find(key);
    return found ? from_value(*found) : py::none{};
}

} // namespace

void bind_random(py::module_ module)
{
    py::class_<AnyInput> type{module, "Input", input_doc};
    type.def(py::init(&make_input), py::arg("value") = py::none{}, input_signature);
    for (auto const* key :
         {"value", "mean", "sd", "low", "high", "level", "as", "source", "status", "price_year", "note"})
        type.def_property_readonly(
            python_name(key).c_str(), [key](AnyInput const& input) { return part(input, key); },
            (python_name(key) + "(self) -> typing.Any").c_str());
    type.def(
            "__float__",
            [](AnyInput const& input) {
                for (auto const* key : {"value", "mean"})
                    if (auto const* found = input.content.find(key); found && found->is_number())
                        return from_value(*found).cast<double>();
                throw py::type_error{"this input is no plain number: read its 'value' or 'mean'"};
            },
            "__float__(self) -> float")
        .def(
            "as_dict", [](AnyInput const& input) { return from_value(input.content); },
            "as_dict(self) -> dict[str, typing.Any]")
        .def(
            "__repr__",
            [](AnyInput const& input) {
                std::string text;
                for (auto const& entry : *input.content.entries())
                    text += (text.empty() ? "" : ", ") + python_name(entry.key) + "=" + expression_of(entry.value);
                return "Input(" + text + ")";
            },
            "__repr__(self) -> str")
        .def(
            "__eq__", [](AnyInput const& a, AnyInput const& b) { return a == b; }, py::is_operator(),
            "__eq__(self, other: object) -> bool")
        .def(
            "__hash__", [](AnyInput const& input) { return base::hash64(input.content) >> 2U; },
            "__hash__(self) -> int")
        .def(
            "__reduce__",
            [](py::handle self) {
                return py::make_tuple(py::module_::import("pathecon.nouns").attr("input_of"),
                                      py::make_tuple(self.attr("as_dict")()));
            },
            "__reduce__(self) -> tuple[typing.Any, ...]");
    register_encoder(type, [](py::handle self) { return self.cast<AnyInput const&>().content; });

    module.def(
        "uncertain",
        [](py::handle mean, py::handle low, py::handle high, py::kwargs const& named) {
            py::kwargs all{named};
            for (auto const& [key, object] : {std::pair{"mean", mean}, {"low", low}, {"high", high}}) all[key] = object;
            return make_input(py::none{}, all);
        },
        py::arg("mean"), py::arg("low"), py::arg("high"),
        "uncertain(mean: typing.Any, low: typing.Any, high: typing.Any, *, level: float | None = None, as_: str | None "
        "= None, "
        "source: str | None = None, status: str | None = None, price_year: int | None = None, note: str | None = None) "
        "-> Input\n\n"
        "Makes an uncertain input from a mean and its 95 % interval.");
}

} // namespace pathecon::python
