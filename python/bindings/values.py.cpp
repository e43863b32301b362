// SPDX-License-Identifier: MIT
// What the nouns of a pathway are made of: chances, times and rotas.
#include <cstring>

#include "core.hpp"
#include "read_pathway.hpp"

namespace pathecon::python {

using pathway::TimeDistribution;

namespace {

bool is_evidence(std::string_view key)
{
    return key == "source" || key == "status" || key == "price_year" || key == "note";
}

/// Adds a function that makes a time of one family: `gamma(14 * minutes, 6 * minutes, source="local audit")`.
void add_family(py::module_& module, std::string const& family, std::vector<std::string> names, char const* parameters,
                char const* sentence)
{
    auto const make = [family, names = std::move(names)](py::args const& positional, py::kwargs const& named) {
        if (positional.size() > names.size())
            throw py::type_error{family + "() takes at most " + std::to_string(names.size()) +
                                 " positional arguments: " + py::str(", ").attr("join")(names).cast<std::string>()};
        base::Value inner = base::Value::table();
        for (std::size_t i = 0; i < positional.size(); ++i)
            if (!positional[i].is_none()) inner.set(names[i], to_value(positional[i]));
        base::Value outer = base::Value::table();
        for (auto const& [key, object] : named)
            if (auto const name = key.cast<std::string>(); !object.is_none())
                (is_evidence(name) ? outer : inner).set(name, to_value(object));
        outer.set(family, std::move(inner));
        return decode_checked<TimeDistribution>(outer, family);
    };
    auto const doc =
        family + "(" + parameters + (std::strchr(parameters, '*') ? "" : ", *") +
        ", source: str | None = None, status: str | None = None, note: str | None = None) -> TimeDistribution\n\n" +
        sentence;
    module.def(family.c_str(), make, doc.c_str());
}

void bind_times(py::module_& module)
{
    bind_noun<TimeDistribution>(module, "TimeDistribution");
    add_family(module, "constant", {"mean"}, "mean: typing.Any", "Always takes the same time.");
    add_family(module, "exponential", {"mean"}, "mean: typing.Any", "Exponential time.");
    add_family(module, "lognormal", {"mean", "sd"},
               "mean: typing.Any = None, sd: typing.Any = None, *, median: typing.Any = None, sigma: float | None = "
               "None, cv: float | None = None",
               "Lognormal time: mean and sd, median and sigma, or either with cv.");
    add_family(module, "gamma", {"mean", "sd"}, "mean: typing.Any, sd: typing.Any", "Gamma time.");
    add_family(module, "erlang", {"k", "mean"}, "k: int, mean: typing.Any", "Erlang time of k phases.");
    add_family(module, "weibull", {"mean", "sd"}, "mean: typing.Any, sd: typing.Any", "Weibull time.");
    add_family(module, "normal", {"mean", "sd"}, "mean: typing.Any, sd: typing.Any", "Normal time, truncated at 0.");
    add_family(module, "triangular", {"low", "mode", "high"}, "low: typing.Any, mode: typing.Any, high: typing.Any",
               "Triangular time.");
    add_family(module, "uniform", {"low", "high"}, "low: typing.Any, high: typing.Any", "Uniform time.");
    add_family(module, "empirical", {"values", "weights"}, "values: typing.Any, weights: typing.Any = None",
               "Observed times.");
}

} // namespace

void bind_values(py::module_& module)
{
    bind_noun<pathway::Case>(module, "Case");
    bind_noun<pathway::Chance>(module, "Chance");
    bind_times(module);
    bind_noun<pathway::Shift>(module, "Shift");
    bind_noun<pathway::RotaException>(module, "RotaException");
    bind_noun<pathway::Closure>(module, "Closure");
    bind_noun<pathway::Rota>(module, "Rota")
        .def_static("always", &pathway::Rota::always, py::arg("servers") = 1,
                    "always(servers: int = 1) -> Rota\n\nHolds day and night.")
        .def_static(
            "weekdays",
            [](py::handle from, py::handle to, int servers) {
                return pathway::Rota::weekdays(base::decode<units::Duration>(to_value(from)),
                                               base::decode<units::Duration>(to_value(to)), servers);
            },
            py::arg("from_"), py::arg("to"), py::arg("servers") = 1,
            "weekdays(from_: typing.Any, to: typing.Any, servers: int = 1) -> Rota\n\nHolds from Monday to Friday "
            "between two times after midnight.");
}

} // namespace pathecon::python
